"""The room `ketenpartners` as a Django app."""

from django.apps import AppConfig


class KetenpartnersConfig(AppConfig):
    name = "eenplan.ketenpartners"
    label = "ketenpartners"
    default_auto_field = "django.db.models.BigAutoField"
