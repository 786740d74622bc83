"""The room `termijnen` as a Django app."""

from importlib import import_module

from django.apps import AppConfig


class TermijnenConfig(AppConfig):
    name = "eenplan.termijnen"
    label = "termijnen"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell which clocks must have stopped before a file closes."""
        import_module(f"{self.name}.openstaand")
