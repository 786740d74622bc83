"""The room `maatwerk` as a Django app."""

from django.apps import AppConfig


class MaatwerkConfig(AppConfig):
    name = "eenplan.maatwerk"
    label = "maatwerk"
    default_auto_field = "django.db.models.BigAutoField"
