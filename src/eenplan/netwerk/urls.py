"""Addresses of the room `netwerk`."""

from django.urls import URLPattern

app_name = "netwerk"
urlpatterns: list[URLPattern] = []
