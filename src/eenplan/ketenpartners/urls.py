"""Addresses of the room `ketenpartners`."""

from django.urls import path

from eenplan.ketenpartners import beheer_views, helper_views, opening_views, views

app_name = "ketenpartners"
urlpatterns = [
    path("huishoudens/<int:dossier_id>/partnertaken/", views.taken, name="taken"),
    path("huishoudens/<int:dossier_id>/partnertaken/nieuw/", views.nieuw, name="nieuw"),
    path("partnertaken/te-laat/", views.te_laat, name="te_laat"),
    path("partnertaken/<int:pk>/", views.partnertaak, name="partnertaak"),
    path("partnertaken/<int:pk>/antwoord/", views.antwoord, name="antwoord"),
    path("partnertaken/<int:pk>/gezien/", views.gezien, name="gezien"),
    path("partnertaken/<int:pk>/herinnering/", views.herinnering, name="herinnering"),
    path("partnertaken/<int:pk>/intrekking/", views.intrekking, name="intrekking"),
    path("huishoudens/<int:dossier_id>/openstellingen/", opening_views.openstellingen, name="openstellingen"),
    path("huishoudens/<int:dossier_id>/openstellingen/afdruk/", opening_views.afdruk, name="openstellingen_afdruk"),
    path("openstellingen/<int:pk>/", opening_views.opening, name="opening"),
    path("openstellingen/<int:pk>/intrekking/", opening_views.intrekking, name="opening_intrekking"),
    path("openstellingen/<int:pk>/sluiting/", opening_views.sluiting, name="opening_sluiting"),
    path("mijn-opdrachten/", helper_views.mijn_opdrachten, name="mijn_opdrachten"),
    path("mijn-opdrachten/<int:pk>/", helper_views.mijn_opdracht, name="mijn_opdracht"),
    path("mijn-doelen/", helper_views.mijn_doelen, name="mijn_doelen"),
    path("mijn-doelen/<int:pk>/", helper_views.mijn_doel, name="mijn_doel"),
    path("mijn-doelen/<int:pk>/acties/", helper_views.mijn_actie, name="mijn_actie"),
    path("partnermedewerkers/", beheer_views.partnermedewerkers, name="partnermedewerkers"),
    path("partnermedewerkers/<int:pk>/einde/", beheer_views.partnermedewerker_einde, name="partnermedewerker_einde"),
]
