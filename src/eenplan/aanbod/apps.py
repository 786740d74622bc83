"""The room `aanbod` as a Django app."""

from django.apps import AppConfig


class AanbodConfig(AppConfig):
    name = "eenplan.aanbod"
    label = "aanbod"
    default_auto_field = "django.db.models.BigAutoField"
