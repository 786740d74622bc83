"""Addresses of the room `adviezen`."""

from django.urls import path

from eenplan.adviezen import consult_views, views

app_name = "adviezen"
urlpatterns = [
    path("huishoudens/<int:dossier_id>/adviezen/", views.adviezen, name="adviezen"),
    path("huishoudens/<int:dossier_id>/consulten/", consult_views.van_huishouden, name="consulten_huishouden"),
    path("adviezen/", views.lijst, name="lijst"),
    path("adviezen/<int:pk>/", views.advies, name="advies"),
    path("adviezen/<int:pk>/verzending/", views.verzending, name="verzending"),
    path("adviezen/<int:pk>/antwoord/", views.antwoord, name="antwoord"),
    path("adviezen/<int:pk>/escalatie/", views.escalatie, name="escalatie"),
    path("adviezen/<int:pk>/effect/", views.effect, name="effect"),
    path("adviezen/<int:pk>/intrekking/", views.intrekking, name="intrekking"),
    path("consulten/", consult_views.consulten, name="consulten"),
    path("consulten/<int:pk>/", consult_views.consult, name="consult"),
    path("consulten/<int:pk>/intrekking/", consult_views.intrekking, name="consult_intrekking"),
    path("cijfers/adviezen/", views.cijfers, name="cijfers"),
    path("cijfers/consulten/", consult_views.cijfers, name="consultcijfers"),
]
