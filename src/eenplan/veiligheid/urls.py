"""Addresses of the room `veiligheid`."""

from django.urls import path

from eenplan.veiligheid import meldcode_views, views

app_name = "veiligheid"
urlpatterns = [
    path("huishoudens/<int:dossier_id>/veiligheid/", views.veiligheid, name="veiligheid"),
    path("huishoudens/<int:dossier_id>/veiligheid/check/", views.check, name="check"),
    path("huishoudens/<int:dossier_id>/veiligheid/overslaan/", views.overslaan, name="overslaan"),
    path("huishoudens/<int:dossier_id>/veiligheid/risico/", views.risico, name="risico"),
    path("huishoudens/<int:dossier_id>/veiligheid/plan/", views.plan, name="plan"),
    path("risicotaxaties/<int:pk>/", views.risico_van, name="risico_van"),
    path("veiligheidsplannen/<int:pk>/", views.plan_van, name="plan_van"),
    path("team/overgeslagen-checks/", views.overgeslagen, name="overgeslagen"),
    path("meldcodes/", meldcode_views.meldcodes, name="meldcodes"),
    path("huishoudens/<int:dossier_id>/meldcode/", meldcode_views.bij_huishouden, name="bij_huishouden"),
    path("meldcodes/<int:pk>/", meldcode_views.meldcode, name="meldcode"),
    path("meldcodes/<int:pk>/stap/", meldcode_views.stap, name="stap"),
    path("meldcodes/<int:pk>/weging/", meldcode_views.weging, name="weging"),
    path("meldcodes/<int:pk>/beslissing/", meldcode_views.beslissing, name="beslissing"),
    path("meldcodes/<int:pk>/sluiting/", meldcode_views.sluiting, name="sluiting"),
    path("meldcodes/<int:pk>/toegang/", meldcode_views.toegang, name="toegang"),
    path("meldcodes/<int:pk>/toegang/einde/", meldcode_views.toegang_einde, name="toegang_einde"),
]
