"""The room `delen` as a Django app."""

from django.apps import AppConfig


class DelenConfig(AppConfig):
    name = "eenplan.delen"
    label = "delen"
    default_auto_field = "django.db.models.BigAutoField"
