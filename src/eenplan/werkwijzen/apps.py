"""The room `werkwijzen` as a Django app."""

from django.apps import AppConfig


class WerkwijzenConfig(AppConfig):
    name = "eenplan.werkwijzen"
    label = "werkwijzen"
    default_auto_field = "django.db.models.BigAutoField"
