"""Addresses of the room `werkwijzen`."""

from django.urls import path

from eenplan.werkwijzen import views

app_name = "werkwijzen"
urlpatterns = [
    path("werkwijze/", views.overzicht, name="overzicht"),
    path("werkwijze/nieuw/", views.nieuw, name="nieuw"),
    path("werkwijzevoorstellen/<int:pk>/", views.voorstel, name="voorstel"),
    path("werkwijzevoorstellen/<int:pk>/vrijgave/", views.vrijgave, name="vrijgave"),
    path("werkwijzevoorstellen/<int:pk>/teruggave/", views.teruggave, name="teruggave"),
    path("werkwijzevoorstellen/<int:pk>/intrekking/", views.intrekking, name="intrekking"),
]
