"""A proposed version of the configuration, with who proposed it and who let it in. Holds no resident's data.

The file that is released lies in the folder of the configuration; the row keeps its text for as long as the program.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from eenplan.core.transitions import Overgangen
from eenplan.teams.models import Medewerker
from eenplan.werkwijzen.states import VOORSTEL, Voorstelstatus


class Werkwijzevoorstel(models.Model):
    """A complete version of the configuration that should hold from a day.

    `basis` is the fingerprint of the version it was written against, so that nobody undoes another one's change.
    """

    waarom = models.CharField(max_length=400)
    vanaf = models.DateField()
    tekst = models.TextField()
    basis = models.CharField(max_length=64)
    status = models.CharField(max_length=12, choices=Voorstelstatus.choices, default=Voorstelstatus.VOORGESTELD)
    voorgesteld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    voorgesteld_op = models.DateTimeField()
    beslist_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    beslist_op = models.DateTimeField(null=True)
    reden = models.CharField(max_length=400, blank=True)

    ONDERWERP: ClassVar[str] = "werkwijzevoorstel"
    OVERGANGEN: ClassVar[Overgangen] = VOORSTEL

    class Meta:
        verbose_name = "voorstel voor de werkwijze"
        verbose_name_plural = "voorstellen voor de werkwijze"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Voorstelstatus.values), name="werkwijzevoorstel_status"),
            models.CheckConstraint(
                condition=Q(status=Voorstelstatus.VOORGESTELD)
                | Q(beslist_door__isnull=False, beslist_op__isnull=False),
                name="werkwijzevoorstel_beslist",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[Voorstelstatus.VRIJGEGEVEN, Voorstelstatus.TERUGGEGEVEN])
                | ~Q(beslist_door=F("voorgesteld_door")),
                name="werkwijzevoorstel_vier_ogen",
            ),
            models.UniqueConstraint(
                fields=["vanaf"], condition=Q(status=Voorstelstatus.VRIJGEGEVEN), name="werkwijzevoorstel_een_per_dag"
            ),
        ]
