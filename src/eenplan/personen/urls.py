"""The addresses of families, moves and duplicates: one per fact."""

from django.urls import path

from eenplan.personen import dubbelen_views, gezin_views, omzetting_views

app_name = "personen"
urlpatterns = [
    path("huishoudens/<int:pk>/gezin/", gezin_views.gezin, name="gezin"),
    path("huishoudens/<int:pk>/gezin/gezag/", gezin_views.gezag, name="gezag"),
    path("huishoudens/<int:pk>/gezin/vertegenwoordiging/", gezin_views.vertegenwoordiging, name="vertegenwoordiging"),
    path("huishoudens/<int:pk>/gezin/wilsbekwaamheid/", gezin_views.wilsbekwaamheid, name="wilsbekwaamheid"),
    path("huishoudens/<int:pk>/gezin/verblijf/", gezin_views.verblijf, name="verblijf"),
    path("huishoudens/<int:pk>/gezin/beeindiging/", gezin_views.beeindiging, name="beeindiging"),
    path("huishoudens/<int:pk>/gezin/relatie/", gezin_views.relatie, name="relatie"),
    path("huishoudens/<int:pk>/gezin/relatie/einde/", gezin_views.relatie_einde, name="relatie_einde"),
    path("huishoudens/<int:pk>/gezin/markering/", gezin_views.markering, name="markering"),
    path("huishoudens/<int:pk>/gezin/markering/einde/", gezin_views.markering_einde, name="markering_einde"),
    path("huishoudens/<int:pk>/gezin/adres/", gezin_views.adres, name="adres"),
    path("huishoudens/<int:pk>/verhuizing/", omzetting_views.verhuizing, name="verhuizing"),
    path("huishoudens/<int:pk>/splitsing/", omzetting_views.splitsing, name="splitsing"),
    path("huishoudens/<int:pk>/samenvoeging/", omzetting_views.samenvoeging, name="samenvoeging"),
    path("omzettingen/<int:pk>/", omzetting_views.omzetting, name="omzetting"),
    path("dubbelen/", dubbelen_views.dubbelen, name="dubbelen"),
    path("dubbelen/<int:pk>/", dubbelen_views.dubbel, name="dubbel"),
]
