"""Addresses of the registers."""

from django.urls import path

from eenplan.registers import views

app_name = "registers"
urlpatterns = [
    path("registers/", views.overzicht, name="overzicht"),
    path("registers/effectbeoordelingen/", views.effectbeoordelingen, name="effectbeoordelingen"),
    path("effectbeoordelingen/<int:pk>/", views.effectbeoordeling, name="effectbeoordeling"),
    path("registers/datalekken/", views.datalekken, name="datalekken"),
    path("datalekken/<int:pk>/", views.datalek, name="datalek"),
    path("registers/verklaringen/", views.verklaringen, name="verklaringen"),
    path("registers/instructies/", views.instructies, name="instructies"),
    path("datalek-melden/", views.datalek_melden, name="datalek_melden"),
    path("mijn-instructie/", views.mijn_instructie, name="mijn_instructie"),
]
