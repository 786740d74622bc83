"""The room `plannen` as a Django app."""

from django.apps import AppConfig


class PlannenConfig(AppConfig):
    name = "eenplan.plannen"
    label = "plannen"
    default_auto_field = "django.db.models.BigAutoField"
