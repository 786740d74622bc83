"""Addresses of the room `wachtlijsten`."""

from django.urls import URLPattern

app_name = "wachtlijsten"
urlpatterns: list[URLPattern] = []
