"""Addresses of the room `wachtlijsten`."""

from django.urls import path

from eenplan.wachtlijsten import views

app_name = "wachtlijsten"
urlpatterns = [
    path("wachtlijst/", views.wachtlijst, name="wachtlijst"),
    path("huishoudens/<int:dossier_id>/wachten/", views.wachten, name="wachten"),
    path("wachtplekken/<int:pk>/", views.wachtplek, name="wachtplek"),
    path("wachtplekken/<int:pk>/einde/", views.einde, name="einde"),
]
