"""The room `plannen` as a Django app."""

from importlib import import_module

from django.apps import AppConfig


class PlannenConfig(AppConfig):
    name = "eenplan.plannen"
    label = "plannen"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer what this room holds to whoever shares with a partner."""
        import_module(f"{self.name}.deelbaar")
