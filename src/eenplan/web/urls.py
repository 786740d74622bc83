"""Addresses of the pages that join rooms."""

from django.urls import path

from eenplan.web import (
    aannemen,
    cijfers,
    dienst_views,
    ladder_cijfers,
    opvallend_views,
    sessie_views,
    stand_views,
    tweede_stap,
    views,
    wie_keek,
    zoeken,
)

app_name = "web"
urlpatterns = [
    path("", sessie_views.start, name="start"),
    path("inloggen/", sessie_views.inloggen, name="inloggen"),
    path("inloggen/tweede-stap/", tweede_stap.tweede_stap, name="tweede_stap"),
    path("inloggen/tweede-stap/app/", tweede_stap.app_instellen, name="tweede_stap_app"),
    path("inloggen/tweede-stap/passkey/", tweede_stap.passkey_instellen, name="tweede_stap_passkey"),
    path("inloggen/dienst/", dienst_views.heen, name="dienst"),
    path("inloggen/dienst/terug/", dienst_views.terug, name="dienst_terug"),
    path("uitloggen/", sessie_views.uitloggen, name="uitloggen"),
    path("rollen/", sessie_views.rollen, name="rollen"),
    path("rollen/spelen/", sessie_views.rol_spelen, name="rol_spelen"),
    path("rollen/dag/", sessie_views.dag_kiezen, name="dag_kiezen"),
    path("mijn-dag/", views.dag, name="dag"),
    path("zoeken/", zoeken.zoek, name="zoek"),
    path("aannemen/", aannemen.aannemen, name="aannemen"),
    path("huishoudens/<int:pk>/", views.huishouden, name="huishouden"),
    path("huishoudens/<int:pk>/stand/", stand_views.stand, name="stand"),
    path("huishoudens/<int:pk>/wie-keek/", wie_keek.overzicht, name="wie_keek"),
    path("huishoudens/<int:pk>/wie-keek/brief/", wie_keek.brief, name="wie_keek_brief"),
    path("logboek/opvallend/", opvallend_views.lijst, name="opvallend"),
    path("logboek/opvallend/<int:pk>/", opvallend_views.een, name="opvallend_een"),
    path("team/", views.team, name="team"),
    path("cijfers/", cijfers.cijfers, name="cijfers"),
    path("cijfers/ladder/", ladder_cijfers.ladder, name="ladder"),
    path("cijfers/ladder/rijen/", ladder_cijfers.ladder_rijen, name="ladder_rijen"),
]
