"""The room `besluiten` as a Django app."""

from django.apps import AppConfig


class BesluitenConfig(AppConfig):
    name = "eenplan.besluiten"
    label = "besluiten"
    default_auto_field = "django.db.models.BigAutoField"
