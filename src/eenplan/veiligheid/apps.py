"""The room `veiligheid` as a Django app."""

from django.apps import AppConfig


class VeiligheidConfig(AppConfig):
    name = "eenplan.veiligheid"
    label = "veiligheid"
    default_auto_field = "django.db.models.BigAutoField"
