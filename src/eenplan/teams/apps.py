"""The room `teams` as a Django app."""

from django.apps import AppConfig


class TeamsConfig(AppConfig):
    name = "eenplan.teams"
    label = "teams"
    default_auto_field = "django.db.models.BigAutoField"
