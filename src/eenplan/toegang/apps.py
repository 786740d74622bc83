"""The room `toegang` as a Django app."""

from django.apps import AppConfig


class ToegangConfig(AppConfig):
    name = "eenplan.toegang"
    label = "toegang"
    default_auto_field = "django.db.models.BigAutoField"
