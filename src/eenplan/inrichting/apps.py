"""The room `inrichting` as a Django app."""

from django.apps import AppConfig


class InrichtingConfig(AppConfig):
    name = "eenplan.inrichting"
    label = "inrichting"
    default_auto_field = "django.db.models.BigAutoField"
