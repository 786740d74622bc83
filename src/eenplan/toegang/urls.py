"""Addresses of the room toegang."""

from django.urls import URLPattern

app_name = "toegang"
urlpatterns: list[URLPattern] = []
