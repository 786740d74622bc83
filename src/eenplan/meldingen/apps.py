"""The room `meldingen` as a Django app."""

from importlib import import_module

from django.apps import AppConfig


class MeldingenConfig(AppConfig):
    name = "eenplan.meldingen"
    label = "meldingen"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer what this room knows to whoever writes a report, and hear of every talk that was held."""
        import_module(f"{self.name}.feiten")
        import_module(f"{self.name}.deelbaar")
        import_module(f"{self.name}.actions")
        import_module(f"{self.name}.triage_queries")
