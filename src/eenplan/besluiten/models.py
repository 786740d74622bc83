"""The application and the decision on it. What is granted are lines of the adopted plan, never typed again."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from eenplan.besluiten.states import BESLUIT, Besluitstatus
from eenplan.core.transitions import Overgangen
from eenplan.dossiers.models import Document, Dossier, Dossierdeel
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.models import Melding
from eenplan.personen.models import Persoon
from eenplan.plannen.models import Inzet, Ondersteuningsplan
from eenplan.teams.models import Medewerker


class Aanvraag(Dossierdeel):
    """A resident applies for individual help under one law (Wmo 2.3.2 lid 9, Awb 1:3)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="aanvragen")
    melding = models.ForeignKey(Melding, on_delete=models.PROTECT, null=True, related_name="aanvragen")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="aanvragen")
    wet = models.CharField(max_length=16, choices=Wet.choices)
    ontvangen_op = models.DateField()

    ONDERWERP: ClassVar[str] = "aanvraag"

    class Meta:
        verbose_name = "aanvraag"
        verbose_name_plural = "aanvragen"


class Uitkomst(models.TextChoices):
    TOEGEKEND = "toegekend", _("toegekend")
    DEELS = "deels", _("deels toegekend")
    AFGEWEZEN = "afgewezen", _("afgewezen")


class Besluit(Dossierdeel):
    """The decision on an application, made from the adopted plan (Awb 1:3, 3:46).

    `bewerking` rises with every save, so that two writers see each other.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="besluiten")
    aanvraag = models.OneToOneField(Aanvraag, on_delete=models.PROTECT, related_name="besluit")
    plan = models.ForeignKey(Ondersteuningsplan, on_delete=models.PROTECT, related_name="besluiten")
    uitkomst = models.CharField(max_length=12, choices=Uitkomst.choices, default=Uitkomst.TOEGEKEND)
    samenvatting = models.TextField(blank=True)
    status = models.CharField(max_length=12, choices=Besluitstatus.choices, default=Besluitstatus.VOORBEREID)
    bewerking = models.PositiveIntegerField(default=0)
    opgesteld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    begonnen_op = models.DateTimeField()
    bewaard_op = models.DateTimeField()
    genomen_op = models.DateField(null=True)
    genomen_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    bezwaar_tot_en_met = models.DateField(null=True)
    leesbaarheid = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")

    ONDERWERP: ClassVar[str] = "besluit"
    OVERGANGEN: ClassVar[Overgangen] = BESLUIT

    class Meta:
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Besluitstatus.values), name="besluit_status"),
            models.CheckConstraint(condition=Q(uitkomst__in=Uitkomst.values), name="besluit_uitkomst"),
            models.CheckConstraint(
                condition=Q(status=Besluitstatus.VOORBEREID)
                | Q(genomen_op__isnull=False, bezwaar_tot_en_met__isnull=False, document__isnull=False),
                name="besluit_genomen_is_volledig",
            ),
        ]

    @property
    def wet(self) -> str:
        return self.aanvraag.wet


class Overweging(models.Model):
    """One ground of the decision (Awb 3:46; Wmo 2.3.5 lid 3–5)."""

    besluit = models.ForeignKey(Besluit, on_delete=models.CASCADE, related_name="overwegingen")
    grond = models.CharField(max_length=40)
    tekst = models.TextField(blank=True)

    class Meta:
        verbose_name = "overweging"
        verbose_name_plural = "overwegingen"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["besluit", "grond"], name="overweging_een_per_grond")]


class Besluitregel(models.Model):
    """One provision of the adopted plan that this decision grants or refuses."""

    besluit = models.ForeignKey(Besluit, on_delete=models.CASCADE, related_name="regels")
    inzet = models.ForeignKey(Inzet, on_delete=models.PROTECT, related_name="besluitregels")
    is_toegekend = models.BooleanField(default=True)

    class Meta:
        verbose_name = "besluitregel"
        verbose_name_plural = "besluitregels"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["besluit", "inzet"], name="besluitregel_een_keer")]
