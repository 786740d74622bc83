"""The room `privacy` as a Django app."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "eenplan.privacy"
    label = "privacy"
    default_auto_field = "django.db.models.BigAutoField"
