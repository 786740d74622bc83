"""The room `evaluaties` as a Django app."""

from django.apps import AppConfig


class EvaluatiesConfig(AppConfig):
    name = "eenplan.evaluaties"
    label = "evaluaties"
    default_auto_field = "django.db.models.BigAutoField"
