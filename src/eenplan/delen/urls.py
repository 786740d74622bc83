"""Addresses of the room delen."""

from django.urls import URLPattern

app_name = "delen"
urlpatterns: list[URLPattern] = []
