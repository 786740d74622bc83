"""Closed lists that several rooms share and that no municipality may change."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Wet(models.TextChoices):
    """Under which law a question, a provision or a decision falls."""

    WMO = "wmo", _("Wmo 2015")
    JEUGDWET = "jeugdwet", _("Jeugdwet")
    PARTICIPATIEWET = "participatiewet", _("Participatiewet")
    WGS = "wgs", _("Schuldhulp (Wgs)")
    GEEN = "geen", _("geen wet, vrij toegankelijk")


class Kanaal(models.TextChoices):
    """Every way in (EN S-02); which of them are open, the municipality says."""

    TELEFOON = "telefoon", _("telefoon")
    INLOOP = "inloop", _("inloop of spreekuur")
    POST = "post", _("post")
    EMAIL = "email", _("e-mail")
    ONLINE = "online", _("online")
    PROFESSIONAL = "professional", _("via een professional")
    NAASTE = "naaste", _("via een naaste")
    RECHTSTREEKS = "rechtstreeks", _("rechtstreeks bij een medewerker")
