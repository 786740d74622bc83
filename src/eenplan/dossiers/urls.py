"""The addresses of a file: one per fact."""

from django.urls import path

from eenplan.dossiers import labels_views, sluiten_views, stukken_views, verslag_views, views

app_name = "dossiers"
urlpatterns = [
    path("huishoudens/<int:dossier_id>/gesprekken/nieuw/", views.gesprek_nieuw, name="gesprek_nieuw"),
    path("gesprekken/<int:pk>/", views.gesprek, name="gesprek"),
    path("gesprekken/<int:pk>/verslag/", verslag_views.verslag, name="verslag"),
    path("gesprekken/<int:pk>/verslag/verzending/", verslag_views.verzending, name="verslag_verzending"),
    path("gesprekken/<int:pk>/verslag/reactie/", verslag_views.reactie, name="verslag_reactie"),
    path("gesprekken/<int:pk>/verslag/afdruk/", verslag_views.afdruk, name="verslag_afdruk"),
    path("huishoudens/<int:dossier_id>/notities/", stukken_views.notities, name="notities"),
    path("huishoudens/<int:dossier_id>/taken/", stukken_views.taken, name="taken"),
    path("taken/<int:pk>/gedaan/", stukken_views.taak_gedaan, name="taak_gedaan"),
    path("huishoudens/<int:dossier_id>/documenten/", stukken_views.documenten, name="documenten"),
    path("documenten/<int:pk>/", stukken_views.document, name="document"),
    path("huishoudens/<int:dossier_id>/wetlabels/", labels_views.wetlabels, name="wetlabels"),
    path("labelgronden/<int:pk>/", labels_views.labelgrond, name="labelgrond"),
    path("notities/<int:pk>/verberging/", labels_views.notitie_verberging, name="notitie_verberging"),
    path("documenten/<int:pk>/verberging/", labels_views.document_verberging, name="document_verberging"),
    path("huishoudens/<int:dossier_id>/regie/", views.regie, name="regie"),
    path("huishoudens/<int:dossier_id>/casussen/", views.casussen, name="casussen"),
    path("casussen/<int:pk>/sluiting/", views.casus_sluiting, name="casus_sluiting"),
    path("huishoudens/<int:dossier_id>/sluiting/", sluiten_views.sluiting, name="sluiting"),
    path("afsluitingen/<int:pk>/", sluiten_views.afsluiting, name="afsluiting"),
    path("huishoudens/<int:dossier_id>/status/", views.status, name="status"),
]
