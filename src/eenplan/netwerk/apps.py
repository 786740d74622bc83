"""The room `netwerk` as a Django app."""

from django.apps import AppConfig


class NetwerkConfig(AppConfig):
    name = "eenplan.netwerk"
    label = "netwerk"
    default_auto_field = "django.db.models.BigAutoField"
