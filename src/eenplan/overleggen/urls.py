"""Addresses of the room `overleggen`."""

from django.urls import path

from eenplan.overleggen import bespreking_views, gast_views, views

app_name = "overleggen"
urlpatterns = [
    path("huishoudens/<int:dossier_id>/overleggen/", views.overleggen, name="overleggen"),
    path("huishoudens/<int:dossier_id>/casusbespreking/", bespreking_views.nieuw, name="casusbespreking_nieuw"),
    path("overleggen/<int:pk>/", views.overleg, name="overleg"),
    path("overleggen/<int:pk>/punten/", views.punten, name="punten"),
    path("overleggen/<int:pk>/opties/", views.opties, name="opties"),
    path("overleggen/<int:pk>/optiekeuze/", views.optiekeuze, name="optiekeuze"),
    path("overleggen/<int:pk>/genodigden/", views.genodigden, name="genodigden"),
    path("overleggen/<int:pk>/afspraken/", views.afspraken, name="afspraken"),
    path("overleggen/<int:pk>/afronding/", views.afronding, name="afronding"),
    path("overleggen/<int:pk>/vervallen/", views.vervallen, name="vervallen"),
    path("genodigden/<int:pk>/", gast_views.genodigde, name="genodigde"),
    path("genodigden/<int:pk>/zienswijze/", gast_views.zienswijze, name="zienswijze"),
    path("genodigden/<int:pk>/uitnodiging/", gast_views.uitnodiging, name="uitnodiging"),
    path("overlegafspraken/<int:pk>/", views.afspraak, name="afspraak"),
    path("casusbesprekingen/", bespreking_views.lijst, name="casusbesprekingen"),
    path("casusbesprekingen/<int:kenmerk>/", bespreking_views.bespreking, name="casusbespreking"),
    path("casusbesprekingen/<int:kenmerk>/afronding/", bespreking_views.afronding, name="casusbespreking_afronding"),
]
