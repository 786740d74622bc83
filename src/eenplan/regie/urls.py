"""Addresses of the room `regie`."""

from django.urls import URLPattern

app_name = "regie"
urlpatterns: list[URLPattern] = []
