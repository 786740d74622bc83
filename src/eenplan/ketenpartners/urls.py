"""Addresses of the room `ketenpartners`."""

from django.urls import URLPattern

app_name = "ketenpartners"
urlpatterns: list[URLPattern] = []
