"""The states of a consultation, of an agreement made there, and of a case put before colleagues without names."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgang, Overgangen


class Overlegstatus(models.TextChoices):
    GEPLAND = "gepland", _("gepland")
    GEHOUDEN = "gehouden", _("gehouden")
    VERVALLEN = "vervallen", _("vervallen")


S = Overlegstatus
OVERLEG = Overgangen(
    S.GEPLAND,
    (
        Overgang(S.GEPLAND, S.GEHOUDEN, _("het overleg is geweest, en vastligt of de inwoner erbij was")),
        Overgang(S.GEPLAND, S.VERVALLEN, _("het overleg gaat niet door, met de reden")),
    ),
)


class Afspraakstatus(models.TextChoices):
    OPEN = "open", _("loopt")
    NAGEKOMEN = "nagekomen", _("gedaan")
    NIET_NAGEKOMEN = "niet_nagekomen", _("niet nagekomen")


A = Afspraakstatus
AFSPRAAK = Overgangen(
    A.OPEN,
    (
        Overgang(A.OPEN, A.NAGEKOMEN, _("wie het zou doen, heeft het gedaan")),
        Overgang(A.OPEN, A.NIET_NAGEKOMEN, _("het is niet gebeurd, met de reden")),
        Overgang(A.NIET_NAGEKOMEN, A.NAGEKOMEN, _("het is later alsnog gedaan")),
    ),
)


class Besprekingstatus(models.TextChoices):
    OPEN = "open", _("open voor advies")
    AFGEROND = "afgerond", _("afgerond")


B = Besprekingstatus
BESPREKING = Overgangen(B.OPEN, (Overgang(B.OPEN, B.AFGEROND, _("de regisseur heeft genoeg advies gekregen")),))
