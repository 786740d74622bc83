"""Addresses of plans: one resource per fact."""

from django.urls import path

from eenplan.plannen import (
    beoordeling_views,
    eigen_views,
    ladder_views,
    ontvangst_views,
    uren_views,
    vergelijking_views,
    views,
)

app_name = "plannen"
urlpatterns = [
    path("huishoudens/<int:dossier_id>/plan/", views.nieuw, name="nieuw"),
    path("huishoudens/<int:dossier_id>/eigen-plan/", eigen_views.eigen_plan, name="eigen_plan"),
    path("eigen-plannen/<int:pk>/overname/", eigen_views.overname, name="overname"),
    path("huishoudens/<int:dossier_id>/eigen-inzet/", uren_views.eigen_inzet, name="eigen_inzet"),
    path("eigen-inzet/", uren_views.eigen_inzet_team, name="eigen_inzet_team"),
    path("urenregels/<int:pk>/", uren_views.uren_weg, name="uren_weg"),
    path("huishoudens/<int:dossier_id>/plan/versies/", vergelijking_views.vergelijking, name="vergelijking"),
    path("plannen/<int:pk>/", views.plan, name="plan"),
    path("plannen/<int:pk>/analyse/", views.analyse, name="analyse"),
    path("plannen/<int:pk>/doelen/", views.doel_nieuw, name="doel_nieuw"),
    path("plannen/<int:pk>/aanbieding/", views.aanbieding, name="aanbieding"),
    path("plannen/<int:pk>/vaststelling/", beoordeling_views.vaststelling, name="vaststelling"),
    path("plannen/<int:pk>/terugzending/", beoordeling_views.terugzending, name="terugzending"),
    path("plannen/<int:pk>/afdruk/", views.afdruk, name="afdruk"),
    path("vaststellingen/<int:pk>/ontvangst/", ontvangst_views.ontvangst, name="ontvangst"),
    path("doelen/<int:pk>/", views.doel, name="doel"),
    path("doelen/<int:pk>/acties/", views.actie_nieuw, name="actie_nieuw"),
    path("acties/<int:pk>/", views.actie, name="actie"),
    path("doelen/<int:pk>/inzet/", ladder_views.inzet, name="inzet"),
    path("doelen/<int:pk>/overgeslagen/", ladder_views.overslaan, name="overslaan"),
    path("inzetten/<int:pk>/", ladder_views.inzet_weg, name="inzet_weg"),
    path("overgeslagen/<int:pk>/", ladder_views.trede_weer, name="trede_weer"),
]
