"""The room `wachtlijsten` as a Django app."""

from django.apps import AppConfig


class WachtlijstenConfig(AppConfig):
    name = "eenplan.wachtlijsten"
    label = "wachtlijsten"
    default_auto_field = "django.db.models.BigAutoField"
