"""Addresses of one's own way of signing in, and of its administrator."""

from django.urls import path

from eenplan.aanmelden import views

app_name = "aanmelden"
urlpatterns = [
    path("mijn-sessies/", views.sessies, name="sessies"),
    path("mijn-sessies/einde/", views.sessies_einde, name="sessies_einde"),
    path("mijn-beveiliging/", views.beveiliging, name="beveiliging"),
    path("mijn-beveiliging/app/", views.codeapp, name="codeapp"),
    path("mijn-beveiliging/passkey/", views.passkey, name="passkey"),
    path("mijn-beveiliging/herstelcodes/", views.herstelcodes, name="herstelcodes"),
    path("mijn-beveiliging/weghalen/", views.factor_weg, name="factor_weg"),
    path("mijn-beveiliging/wachtwoord/", views.wachtwoord, name="wachtwoord"),
    path("aanmeldbeheer/", views.beheer, name="beheer"),
    path("aanmeldbeheer/<int:pk>/", views.beheer_medewerker, name="beheer_medewerker"),
    path("aanmeldbeheer/<int:pk>/sessies/", views.beheer_sessies, name="beheer_sessies"),
    path("aanmeldbeheer/<int:pk>/tweede-stap/", views.beheer_factoren, name="beheer_factoren"),
    path("aanmeldbeheer/<int:pk>/koppeling/", views.beheer_koppeling, name="beheer_koppeling"),
]
