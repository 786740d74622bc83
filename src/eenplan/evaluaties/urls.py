"""Addresses of the room `evaluaties`."""

from django.urls import path

from eenplan.evaluaties import ervaring_views, views

app_name = "evaluaties"
urlpatterns = [
    path("huishoudens/<int:dossier_id>/evaluatie/", views.evaluatie, name="evaluatie"),
    path("evaluaties/<int:pk>/", views.terugblik, name="terugblik"),
    path("huishoudens/<int:dossier_id>/ervaringen/", ervaring_views.ervaringen, name="ervaringen"),
    path("huishoudens/<int:dossier_id>/ervaringen/inwoner/", ervaring_views.inwoner, name="inwoner"),
    path("cijfers/ervaringen/", ervaring_views.cijfers, name="cijfers"),
]
