"""The room `meldingen` as a Django app."""

from django.apps import AppConfig


class MeldingenConfig(AppConfig):
    name = "eenplan.meldingen"
    label = "meldingen"
    default_auto_field = "django.db.models.BigAutoField"
