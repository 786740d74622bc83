"""The room `toewijzingen` as a Django app."""

from django.apps import AppConfig


class ToewijzingenConfig(AppConfig):
    name = "eenplan.toewijzingen"
    label = "toewijzingen"
    default_auto_field = "django.db.models.BigAutoField"
