"""Addresses of the pages that join rooms."""

from django.urls import path

from eenplan.web import aannemen, cijfers, sessie_views, stand_views, views, zoeken

app_name = "web"
urlpatterns = [
    path("", sessie_views.start, name="start"),
    path("inloggen/", sessie_views.inloggen, name="inloggen"),
    path("uitloggen/", sessie_views.uitloggen, name="uitloggen"),
    path("rollen/", sessie_views.rollen, name="rollen"),
    path("rollen/spelen/", sessie_views.rol_spelen, name="rol_spelen"),
    path("rollen/dag/", sessie_views.dag_kiezen, name="dag_kiezen"),
    path("mijn-dag/", views.dag, name="dag"),
    path("zoeken/", zoeken.zoek, name="zoek"),
    path("aannemen/", aannemen.aannemen, name="aannemen"),
    path("huishoudens/<int:pk>/", views.huishouden, name="huishouden"),
    path("huishoudens/<int:pk>/stand/", stand_views.stand, name="stand"),
    path("team/", views.team, name="team"),
    path("cijfers/", cijfers.cijfers, name="cijfers"),
]
