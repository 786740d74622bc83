"""Addresses of the catalogue."""

from django.urls import path

from eenplan.aanbod import views

app_name = "aanbod"
urlpatterns = [
    path("aanbod/", views.aanbod, name="aanbod"),
    path("aanbod/<int:pk>/", views.voorziening, name="voorziening"),
]
