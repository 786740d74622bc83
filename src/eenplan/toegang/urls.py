"""The addresses of access to one file: break-glass, being let in, tasks of volunteers, reviews, one's own file."""

from django.urls import path

from eenplan.toegang import beheer_views, nood_views, taak_views, views

app_name = "toegang"
urlpatterns = [
    path("betrokkenheid/", views.betrokkenheid, name="betrokkenheid"),
    path("meewerken/", views.meewerken, name="meewerken"),
    path("meewerkverzoeken/<int:pk>/", views.meewerkverzoek, name="meewerkverzoek"),
    path("huishoudens/<int:dossier_id>/toegang/", views.toegang, name="toegang"),
    path("mijn-toegang/", views.mijn_toegang, name="mijn_toegang"),
    path("noodtoegang/", nood_views.noodtoegang_nieuw, name="noodtoegang_nieuw"),
    path("noodtoegangen/", nood_views.noodtoegangen, name="noodtoegangen"),
    path("noodtoegangen/<int:pk>/", nood_views.noodtoegang, name="noodtoegang"),
    path("noodtoegangen/<int:pk>/einde/", nood_views.noodtoegang_einde, name="noodtoegang_einde"),
    path("taken/<int:pk>/vrijwilliger/", taak_views.taak_vrijwilliger, name="taak_vrijwilliger"),
    path("mijn-taken/", taak_views.mijn_taken, name="mijn_taken"),
    path("mijn-taken/<int:pk>/", taak_views.mijn_taak, name="mijn_taak"),
    path("dossieronderzoeken/", beheer_views.dossieronderzoeken, name="dossieronderzoeken"),
    path("eigen-dossiers/", beheer_views.eigen_dossiers, name="eigen_dossiers"),
    path("eigen-dossiers/<int:pk>/einde/", beheer_views.koppeling_los, name="koppeling_los"),
]
