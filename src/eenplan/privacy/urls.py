"""Addresses of the room privacy."""

from django.urls import path

from eenplan.privacy import bewaren_views, views

app_name = "privacy"
urlpatterns = [
    path("huishoudens/<int:dossier_id>/verzoeken/", views.verzoeken_dossier, name="verzoeken_dossier"),
    path("huishoudens/<int:dossier_id>/verzoeken/nieuw/", views.verzoek_nieuw, name="verzoek_nieuw"),
    path("verzoeken/", views.verzoeken, name="verzoeken"),
    path("verzoeken/<int:pk>/", views.verzoek, name="verzoek"),
    path("verzoeken/<int:pk>/identiteit/", views.identiteit, name="identiteit"),
    path("verzoeken/<int:pk>/antwoord/", views.antwoord, name="antwoord"),
    path("verzoeken/<int:pk>/intrekking/", views.intrekking, name="intrekking"),
    path("verzoeken/<int:pk>/einde-beperking/", views.einde_beperking, name="einde_beperking"),
    path("verzoeken/<int:pk>/verzameling/", views.verzameling, name="verzameling"),
    path("verzoeken/<int:pk>/uittreksel/", views.uittreksel, name="uittreksel"),
    path("verzoeken/<int:pk>/uittreksel/merking/", views.merking, name="merking"),
    path("verzoeken/<int:pk>/uittreksel/vrijgave/", views.vrijgave, name="vrijgave"),
    path("verzoeken/<int:pk>/bestand/", views.bestand, name="bestand"),
    path("bewaren/", bewaren_views.bewaren, name="bewaren"),
    path("voorstellen/<int:pk>/", bewaren_views.voorstel, name="voorstel"),
    path("bewaarplichten/<int:pk>/opheffing/", bewaren_views.opheffing, name="opheffing"),
]
