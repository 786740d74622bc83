"""The room `adviezen` as a Django app."""

from django.apps import AppConfig


class AdviezenConfig(AppConfig):
    name = "eenplan.adviezen"
    label = "adviezen"
    default_auto_field = "django.db.models.BigAutoField"
