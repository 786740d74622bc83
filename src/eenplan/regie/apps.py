"""The room `regie` as a Django app."""

from importlib import import_module

from django.apps import AppConfig


class RegieConfig(AppConfig):
    name = "eenplan.regie"
    label = "regie"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let aftercare follow when help stops."""
        import_module(f"{self.name}.nazorg")
