"""Addresses of the room delen: one per fact."""

from django.urls import path

from eenplan.delen import samenwerking_views, toestemming_views, verzoek_views, views

app_name = "delen"
urlpatterns = [
    path("samenwerking/", samenwerking_views.openbaar, name="openbaar"),
    path("samenwerkingen/", samenwerking_views.lijst, name="samenwerkingen"),
    path("samenwerkingen/nieuw/", samenwerking_views.nieuw, name="samenwerking_nieuw"),
    path("samenwerkingen/<int:pk>/", samenwerking_views.samenwerking, name="samenwerking"),
    path("huishoudens/<int:dossier_id>/delen/", views.overzicht, name="overzicht"),
    path("huishoudens/<int:dossier_id>/delen/nieuw/", views.nieuw, name="nieuw"),
    path("delingen/<int:pk>/", views.deling, name="deling"),
    path("delingen/<int:pk>/antwoord/", views.antwoord, name="antwoord"),
    path("delingen/<int:pk>/intrekking/", views.intrekking, name="intrekking"),
    path("delingen/<int:pk>/beeindiging/", views.beeindiging, name="beeindiging"),
    path("delingen/<int:pk>/verstrekking/", views.verstrekking, name="verstrekking"),
    path("huishoudens/<int:dossier_id>/toestemmingen/", toestemming_views.register, name="toestemmingen"),
    path("huishoudens/<int:dossier_id>/toestemmingen/nieuw/", toestemming_views.nieuw, name="toestemming_nieuw"),
    path("toestemmingsvragen/<int:pk>/", toestemming_views.vraag, name="vraag"),
    path("toestemmingsvragen/<int:pk>/brief/", toestemming_views.brief, name="vraag_brief"),
    path("toestemmingen/<int:pk>/intrekking/", toestemming_views.intrekking, name="toestemming_intrekking"),
    path("informatieverzoeken/", verzoek_views.lijst, name="informatieverzoeken"),
    path(
        "huishoudens/<int:dossier_id>/informatieverzoeken/nieuw/", verzoek_views.nieuw, name="informatieverzoek_nieuw"
    ),
    path("informatieverzoeken/<int:pk>/", verzoek_views.verzoek, name="informatieverzoek"),
    path("informatieverzoeken/<int:pk>/bekendheid/", verzoek_views.bekendheid, name="bekendheid"),
    path("informatieverzoeken/<int:pk>/vragen/", verzoek_views.vragen, name="informatievraag"),
    path("informatieverzoeken/<int:pk>/antwoord/", verzoek_views.antwoord, name="informatieantwoord"),
]
