"""Addresses of the coordination: of one household, of what waits for an answer, and of the lists."""

from django.urls import path

from eenplan.regie import lijst_views, stap_views, views

app_name = "regie"
_HUIS = "huishoudens/<int:dossier_id>/coordinatie/"
urlpatterns = [
    path(_HUIS, views.coordinatie, name="coordinatie"),
    path(f"{_HUIS}geschiedenis/", views.geschiedenis, name="geschiedenis"),
    path(f"{_HUIS}overdracht/", views.overdracht_nieuw, name="overdracht"),
    path(f"{_HUIS}regels/", views.regels, name="regels"),
    path(f"{_HUIS}schaal/", views.schaal, name="schaal"),
    path(f"{_HUIS}ingrijpen/", views.ingrijpen, name="ingrijpen"),
    path(f"{_HUIS}waakvlam/", views.waakvlam_nieuw, name="waakvlam_nieuw"),
    path(f"{_HUIS}gezag/", views.gezag, name="gezag"),
    path("regieoverdrachten/<int:pk>/", stap_views.regieoverdracht, name="regieoverdracht"),
    path("regieoverdrachten/<int:pk>/intrekking/", stap_views.overdracht_intrekken, name="overdracht_intrekken"),
    path("regieoverdrachten/<int:pk>/inwoner/", stap_views.inwoner_ingelicht, name="inwoner_ingelicht"),
    path("schaalbesluiten/<int:pk>/", stap_views.schaalbesluit, name="schaalbesluit"),
    path("interventies/<int:pk>/", stap_views.interventie, name="interventie"),
    path("nazorgcontacten/<int:pk>/", stap_views.nazorgcontact, name="nazorgcontact"),
    path("waakvlammen/<int:pk>/", stap_views.waakvlam, name="waakvlam"),
    path("waakvlammen/<int:pk>/einde/", stap_views.waakvlam_einde, name="waakvlam_einde"),
    path("doorzettingen/<int:pk>/", stap_views.doorzetting, name="doorzetting"),
    path("eindevaluaties/<int:pk>/", stap_views.eindevaluatie, name="eindevaluatie"),
    path("toewijzingen/<int:pk>/einde/", stap_views.einde, name="einde"),
    path("waakvlam/", lijst_views.waakvlamlijst, name="waakvlamlijst"),
    path("nazorg/", lijst_views.nazorglijst, name="nazorglijst"),
    path("einddata/", lijst_views.einddata, name="einddata"),
    path("uitzonderingen/", lijst_views.uitzonderingenlijst, name="uitzonderingen"),
    path("achterwacht/", lijst_views.achterwacht, name="achterwacht"),
]
