"""Addresses of the room `metingen`."""

from django.urls import path

from eenplan.metingen import views

app_name = "metingen"
urlpatterns = [
    path("huishoudens/<int:dossier_id>/metingen/", views.metingen, name="metingen"),
    path("huishoudens/<int:dossier_id>/metingen/nieuw/", views.nieuw, name="nieuw"),
    path("metingen/<int:pk>/", views.meting, name="meting"),
    path("metingen/<int:pk>/verbetering/", views.verbetering, name="verbetering"),
]
