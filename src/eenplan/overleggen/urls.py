"""Addresses of the room `overleggen`."""

from django.urls import URLPattern

app_name = "overleggen"
urlpatterns: list[URLPattern] = []
