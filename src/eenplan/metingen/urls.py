"""Addresses of the room `metingen`."""

from django.urls import URLPattern

app_name = "metingen"
urlpatterns: list[URLPattern] = []
