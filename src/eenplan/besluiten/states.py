"""The states of a decision: prepared, then taken and made known."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgang, Overgangen


class Besluitstatus(models.TextChoices):
    VOORBEREID = "voorbereid", _("in voorbereiding")
    GENOMEN = "genomen", _("genomen en verzonden")


BESLUIT = Overgangen(
    Besluitstatus.VOORBEREID,
    (Overgang(Besluitstatus.VOORBEREID, Besluitstatus.GENOMEN, "genomen en bekendgemaakt, Awb 3:41"),),
)
