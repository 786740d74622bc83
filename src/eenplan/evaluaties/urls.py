"""Addresses of the room `evaluaties`."""

from django.urls import URLPattern

app_name = "evaluaties"
urlpatterns: list[URLPattern] = []
