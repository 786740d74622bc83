"""Addresses of the trail."""

from django.urls import path

from eenplan.audit import views

app_name = "audit"
urlpatterns = [
    path("logboek/", views.spoor, name="spoor"),
    path("logboek/bestand/", views.bestand, name="bestand"),
    path("verwerkingen/", views.verwerkingen, name="verwerkingen"),
]
