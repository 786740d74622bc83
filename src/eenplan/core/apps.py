"""The room `core` as a Django app."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "eenplan.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"
