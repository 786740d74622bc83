"""That the household has its plan: who was told, when and how (C5)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from eenplan.personen.models import Persoon
from eenplan.plannen.models.plan import Vaststelling
from eenplan.teams.models import Medewerker


class Ontvangstwijze(models.TextChoices):
    """How the plan reached somebody."""

    TAFEL = "tafel", _("aan tafel gekregen en doorgenomen")
    POST = "post", _("per post ontvangen")
    NIET_GEWENST = "niet_gewenst", _("wil het plan niet op papier")


class Planontvangst(models.Model):
    """A member of the household confirmed to have the adopted plan, or did not want it and why."""

    vaststelling = models.ForeignKey(Vaststelling, on_delete=models.PROTECT, related_name="ontvangsten")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    hoe = models.CharField(max_length=14, choices=Ontvangstwijze.choices)
    op = models.DateField()
    reden = models.CharField(max_length=200, blank=True)
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField()

    ONDERWERP: ClassVar[str] = "planontvangst"

    class Meta:
        verbose_name = "ontvangst van een plan"
        verbose_name_plural = "ontvangsten van plannen"
        ordering = ["op", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(hoe__in=Ontvangstwijze.values), name="planontvangst_hoe"),
            models.CheckConstraint(
                condition=~Q(hoe=Ontvangstwijze.NIET_GEWENST) | ~Q(reden=""), name="planontvangst_reden"
            ),
            models.UniqueConstraint(fields=["vaststelling", "persoon"], name="planontvangst_een_keer"),
        ]

    @property
    def dossier_id(self) -> int:
        nummer: int = self.vaststelling.plan.dossier_id
        return nummer
