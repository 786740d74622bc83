"""The room `personen` as a Django app."""

from django.apps import AppConfig


class PersonenConfig(AppConfig):
    name = "eenplan.personen"
    label = "personen"
    default_auto_field = "django.db.models.BigAutoField"
