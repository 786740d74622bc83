"""Addresses of the room `veiligheid`."""

from django.urls import URLPattern

app_name = "veiligheid"
urlpatterns: list[URLPattern] = []
