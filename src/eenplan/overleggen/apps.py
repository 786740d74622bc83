"""The room `overleggen` as a Django app."""

from django.apps import AppConfig


class OverleggenConfig(AppConfig):
    name = "eenplan.overleggen"
    label = "overleggen"
    default_auto_field = "django.db.models.BigAutoField"
