"""The room `toewijzingen` as a Django app."""

from importlib import import_module

from django.apps import AppConfig


class ToewijzingenConfig(AppConfig):
    name = "eenplan.toewijzingen"
    label = "toewijzingen"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer what this room knows to whoever writes a conversation report."""
        import_module(f"{self.name}.feiten")
        import_module(f"{self.name}.deelbaar")
        import_module(f"{self.name}.openstaand")
