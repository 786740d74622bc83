"""The addresses of a clock: one per fact."""

from django.urls import path

from eenplan.termijnen import views

app_name = "termijnen"
urlpatterns = [
    path("termijnen/<int:pk>/", views.termijn, name="termijn"),
    path("termijnen/<int:pk>/opschorting/", views.opschorting, name="opschorting"),
    path("termijnen/<int:pk>/hervatting/", views.hervatting, name="hervatting"),
    path("termijnen/<int:pk>/verdaging/", views.verdaging, name="verdaging"),
]
