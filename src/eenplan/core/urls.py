"""Addresses of no room."""

from django.urls import path

from eenplan.core import views

app_name = "core"
urlpatterns = [
    path("taal/", views.taal, name="taal"),
    path("ontwerp/", views.ontwerp, name="ontwerp"),
]
