"""The room `aanmelden` as a Django app."""

from django.apps import AppConfig


class AanmeldenConfig(AppConfig):
    name = "eenplan.aanmelden"
    label = "aanmelden"
    default_auto_field = "django.db.models.BigAutoField"
