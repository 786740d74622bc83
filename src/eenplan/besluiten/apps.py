"""The room `besluiten` as a Django app."""

from importlib import import_module

from django.apps import AppConfig


class BesluitenConfig(AppConfig):
    name = "eenplan.besluiten"
    label = "besluiten"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hear of every talk that was held: debt help is decided on in time after the first."""
        import_module(f"{self.name}.actions")
        import_module(f"{self.name}.openstaand")
