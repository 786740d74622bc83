"""The room `access` as a Django app."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "eenplan.access"
    label = "access"
    default_auto_field = "django.db.models.BigAutoField"
