"""The states of a support plan; an adopted version is locked for ever."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgang, Overgangen


class Planstatus(models.TextChoices):
    CONCEPT = "concept", _("concept")
    AANGEBODEN = "aangeboden", _("wacht op vaststelling")
    VASTGESTELD = "vastgesteld", _("vastgesteld")
    VERVANGEN = "vervangen", _("vervangen door een nieuwe versie")


S = Planstatus
IN_BEWERKING = (S.CONCEPT, S.AANGEBODEN)
OOIT_VASTGESTELD = (S.VASTGESTELD, S.VERVANGEN)
PLAN = Overgangen(
    S.CONCEPT,
    (
        Overgang(S.CONCEPT, S.AANGEBODEN, "de normtoets is schoon en de opsteller biedt het plan aan"),
        Overgang(S.AANGEBODEN, S.CONCEPT, "teruggestuurd met een reden, of teruggenomen door de opsteller"),
        Overgang(S.AANGEBODEN, S.VASTGESTELD, "vastgesteld door iemand anders dan de opsteller"),
        Overgang(S.VASTGESTELD, S.VERVANGEN, "een nieuwe versie is vastgesteld"),
    ),
)
