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
