"""Addresses of applications and decisions."""

from django.urls import path

from eenplan.besluiten import beoordeling_views, mandaat_views, toekenning_views, views

app_name = "besluiten"
urlpatterns = [
    path("huishoudens/<int:dossier_id>/aanvragen/nieuw/", views.aanvraag_nieuw, name="aanvraag_nieuw"),
    path("aanvragen/<int:pk>/besluit/", views.besluit, name="besluit"),
    path("aanvragen/<int:pk>/besluit/voorbereiding/", views.voorbereiding, name="voorbereiding"),
    path("aanvragen/<int:pk>/besluit/voorbeeld/", views.voorbeeld, name="voorbeeld"),
    path("aanvragen/<int:pk>/besluit/brief/", views.brief, name="brief"),
    path("aanvragen/<int:pk>/besluit/bekendmaking/", views.bekendmaking, name="bekendmaking"),
    path("aanvragen/<int:pk>/besluit/voorlegging/", beoordeling_views.voorlegging, name="voorlegging"),
    path("aanvragen/<int:pk>/besluit/beoordeling/", beoordeling_views.beoordeling, name="beoordeling"),
    path("aanvragen/<int:pk>/besluit/terugzending/", beoordeling_views.terugzending, name="terugzending"),
    path("aanvragen/<int:pk>/toekenning/", toekenning_views.toekenning_brief, name="toekenning"),
    path("aanvragen/<int:pk>/besluitverzoek/", toekenning_views.besluitverzoek, name="besluitverzoek"),
    path("mandaten/", mandaat_views.mandaten, name="mandaten"),
    path("mandaten/nieuw/", mandaat_views.mandaat_nieuw, name="mandaat_nieuw"),
    path("mandaten/<int:pk>/bevestiging/", mandaat_views.mandaat_bevestiging, name="mandaat_bevestiging"),
    path("mandaten/<int:pk>/einde/", mandaat_views.mandaat_einde, name="mandaat_einde"),
    path("waarneming/", mandaat_views.waarneming, name="waarneming"),
    path("waarneming/<int:pk>/einde/", mandaat_views.waarneming_einde, name="waarneming_einde"),
]
