"""Addresses of applications and decisions."""

from django.urls import path

from eenplan.besluiten import views

app_name = "besluiten"
urlpatterns = [
    path("huishoudens/<int:dossier_id>/aanvragen/nieuw/", views.aanvraag_nieuw, name="aanvraag_nieuw"),
    path("aanvragen/<int:pk>/besluit/", views.besluit, name="besluit"),
    path("aanvragen/<int:pk>/besluit/voorbereiding/", views.voorbereiding, name="voorbereiding"),
    path("aanvragen/<int:pk>/besluit/voorbeeld/", views.voorbeeld, name="voorbeeld"),
    path("aanvragen/<int:pk>/besluit/brief/", views.brief, name="brief"),
    path("aanvragen/<int:pk>/besluit/bekendmaking/", views.bekendmaking, name="bekendmaking"),
]
