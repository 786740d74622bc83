"""The room `overleggen` as a Django app."""

from importlib import import_module

from django.apps import AppConfig


class OverleggenConfig(AppConfig):
    name = "eenplan.overleggen"
    label = "overleggen"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell whoever writes without names which people and organisations stand around a file."""
        import_module(f"{self.name}.herkenbaar")
