"""The room `metingen` as a Django app."""

from django.apps import AppConfig


class MetingenConfig(AppConfig):
    name = "eenplan.metingen"
    label = "metingen"
    default_auto_field = "django.db.models.BigAutoField"
