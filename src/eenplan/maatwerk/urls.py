"""Addresses of the room `maatwerk`."""

from django.urls import path

from eenplan.maatwerk import views

app_name = "maatwerk"
urlpatterns = [
    path("huishoudens/<int:dossier_id>/maatwerk/", views.maatwerk, name="maatwerk"),
    path("maatwerkroutes/<int:pk>/", views.route, name="route"),
    path("maatwerkroutes/<int:pk>/besluit/", views.besluit, name="besluit"),
    path("maatwerkroutes/<int:pk>/toets/", views.toets, name="toets"),
    path("maatwerkroutes/<int:pk>/precedent/", views.precedent, name="precedent"),
    path("maatwerk/te-beoordelen/", views.te_beoordelen, name="te_beoordelen"),
    path("maatwerk/precedenten/", views.precedenten, name="precedenten"),
]
