"""The room `ketenpartners` as a Django app."""

from importlib import import_module

from django.apps import AppConfig


class KetenpartnersConfig(AppConfig):
    name = "eenplan.ketenpartners"
    label = "ketenpartners"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer tasks to whoever puts them on paper, and show beneath the goals of a plan what came from outside."""
        for naam in ("deelbaar", "bijdoel"):
            import_module(f"{self.name}.{naam}")
