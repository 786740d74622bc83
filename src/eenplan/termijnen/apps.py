"""The room `termijnen` as a Django app."""

from django.apps import AppConfig


class TermijnenConfig(AppConfig):
    name = "eenplan.termijnen"
    label = "termijnen"
    default_auto_field = "django.db.models.BigAutoField"
