"""The room `dossiers` as a Django app."""

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    name = "eenplan.dossiers"
    label = "dossiers"
    default_auto_field = "django.db.models.BigAutoField"
