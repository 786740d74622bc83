"""Addresses of the room `netwerk`."""

from django.urls import path

from eenplan.netwerk import views

app_name = "netwerk"
urlpatterns = [
    path("huishoudens/<int:dossier_id>/netwerk/", views.netwerk, name="netwerk"),
    path("huishoudens/<int:dossier_id>/netwerk/nieuw/", views.nieuw, name="nieuw"),
    path("huishoudens/<int:dossier_id>/netwerk/afdruk/", views.afdruk, name="afdruk"),
    path("steunfiguren/<int:pk>/", views.steunfiguur, name="steunfiguur"),
    path("steunfiguren/<int:pk>/einde/", views.stop, name="stop"),
    path("overbelastingen/<int:pk>/", views.overbelasting, name="overbelasting"),
]
