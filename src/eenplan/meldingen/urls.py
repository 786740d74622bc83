"""Addresses of contacts, call-backs, meldingen and the onderzoek after them."""

from __future__ import annotations

from django.urls import path

from eenplan.meldingen import onderzoek_views, triage_views, views

app_name = "meldingen"
urlpatterns = [
    path("contacten/<int:pk>/", views.contact, name="contact"),
    path("terugbelverzoeken/<int:pk>/", views.terugbelverzoek, name="terugbelverzoek"),
    path("meldingen/<int:pk>/", views.melding, name="melding"),
    path("meldingen/<int:pk>/bevestiging/", views.bevestiging, name="bevestiging"),
    path("meldingen/<int:pk>/onderzoek/", onderzoek_views.onderzoek, name="onderzoek"),
    path("meldingen/<int:pk>/onderzoek/afronding/", onderzoek_views.onderzoek_afronden, name="onderzoek_afronden"),
    path("meldingen/<int:pk>/triage/", triage_views.beslissen, name="triage"),
    path("triages/<int:pk>/crisis/", triage_views.crisis, name="crisis"),
    path("crisisberichten/<int:pk>/", triage_views.crisisbericht, name="crisisbericht"),
    path("toelatingen/<int:pk>/", triage_views.toelating, name="toelating"),
    path("meldingen/<int:pk>/afsluiting/", views.afsluiting, name="afsluiting"),
]
