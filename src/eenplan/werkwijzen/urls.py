"""Addresses of the room `werkwijzen`."""

from django.urls import URLPattern

app_name = "werkwijzen"
urlpatterns: list[URLPattern] = []
