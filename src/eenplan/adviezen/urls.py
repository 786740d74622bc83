"""Addresses of the room `adviezen`."""

from django.urls import URLPattern

app_name = "adviezen"
urlpatterns: list[URLPattern] = []
