"""The room `web` as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "eenplan.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"
