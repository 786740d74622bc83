"""Addresses of allocation and delivery."""

from django.urls import path

from eenplan.toewijzingen import views

app_name = "toewijzingen"
urlpatterns = [
    path("aanvragen/<int:pk>/toewijzing/", views.toewijzing, name="toewijzing"),
    path("toewijzingen/<int:pk>/levering/", views.levering, name="levering"),
    path("toewijzingen/<int:pk>/beeindiging/", views.beeindiging, name="beeindiging"),
]
