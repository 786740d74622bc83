"""Addresses of the pages that join rooms."""

from importlib.util import find_spec

from django.urls import path

from eenplan.web import sessie_views, views

app_name = "web"
urlpatterns = [
    path("", sessie_views.start, name="start"),
    path("inloggen/", sessie_views.inloggen, name="inloggen"),
    path("uitloggen/", sessie_views.uitloggen, name="uitloggen"),
    path("rollen/", sessie_views.rollen, name="rollen"),
    path("rollen/spelen/", sessie_views.rol_spelen, name="rol_spelen"),
    path("rollen/dag/", sessie_views.dag_kiezen, name="dag_kiezen"),
    path("mijn-dag/", views.dag, name="dag"),
    path("huishoudens/<int:pk>/", views.huishouden, name="huishouden"),
    path("team/", views.team, name="team"),
]

if find_spec("eenplan.web.zoeken"):
    from eenplan.web import zoeken

    urlpatterns += [path("zoeken/", zoeken.zoek, name="zoek")]
if find_spec("eenplan.web.aannemen"):
    from eenplan.web import aannemen

    urlpatterns += [path("aannemen/", aannemen.aannemen, name="aannemen")]
if find_spec("eenplan.web.stand_views"):
    from eenplan.web import stand_views

    urlpatterns += [path("huishoudens/<int:pk>/stand/", stand_views.stand, name="stand")]
