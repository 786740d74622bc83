"""Break-glass, asking to be let in, and tasks for volunteers: who asked, who decided, why and till when.

What they open stands in `teams.Dossiertoegang`, which ends by itself; these rows say how it came about.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from eenplan.dossiers.models import Dossier, Dossierdeel, Taak
from eenplan.personen.models import Persoon
from eenplan.teams.models import Dossiertoegang, Medewerker


class Noodreden(models.TextChoices):
    VEILIGHEID = "veiligheid", _("iemand in het huishouden is nu niet veilig")
    CRISIS = "crisis", _("politie, crisisdienst of ziekenhuis heeft nu informatie nodig")
    ONBEREIKBAAR = "onbereikbaar", _("de regisseur en het team zijn niet te bereiken en wachten kan niet")
    BEDREIGING = "bedreiging", _("een medewerker of ander gezin loopt gevaar")


class Oordeel(models.TextChoices):
    TERECHT = "terecht", _("terecht")
    NIET_TERECHT = "niet_terecht", _("niet terecht")


class Noodtoegang(Dossierdeel):
    """A worker broke the glass for one file, and somebody else judges afterwards whether that was right (F2)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="noodtoegangen")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="noodtoegangen")
    toegang = models.OneToOneField(Dossiertoegang, on_delete=models.PROTECT, related_name="+")
    reden = models.CharField(max_length=12, choices=Noodreden.choices)
    toelichting = models.TextField()
    gesloten_op = models.DateTimeField(null=True)
    beoordeeld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    beoordeeld_op = models.DateTimeField(null=True)
    oordeel = models.CharField(max_length=12, choices=Oordeel.choices, blank=True)
    oordeel_toelichting = models.TextField(blank=True)

    ONDERWERP: ClassVar[str] = "noodtoegang"

    class Meta:
        verbose_name = "noodtoegang"
        verbose_name_plural = "noodtoegangen"
        constraints = [
            models.CheckConstraint(condition=Q(reden__in=Noodreden.values), name="noodtoegang_reden"),
            models.CheckConstraint(condition=~Q(toelichting=""), name="noodtoegang_toelichting"),
            models.CheckConstraint(condition=~Q(beoordeeld_door=F("medewerker")), name="noodtoegang_ander_oordeelt"),
            models.CheckConstraint(
                condition=Q(beoordeeld_op__isnull=True, beoordeeld_door__isnull=True, oordeel="")
                | (Q(beoordeeld_op__isnull=False, beoordeeld_door__isnull=False) & ~Q(oordeel_toelichting="")),
                name="noodtoegang_oordeel_heel",
            ),
        ]
        indexes = [
            models.Index(fields=["dossier"], condition=Q(beoordeeld_op__isnull=True), name="noodtoegang_open"),
        ]

    @property
    def vanaf(self) -> datetime:
        return self.toegang.vanaf

    @property
    def tot(self) -> datetime:
        """Give the moment on which the file closes (or closed) again; break-glass always has one."""
        assert self.toegang.tot  # noqa: S101 - the database guards it (dossiertoegang_eindigt)
        return self.toegang.tot

    @property
    def doel(self) -> str:
        """Give the purpose under which every look is recorded."""
        return f"noodtoegang: {self.reden}"


class Noodbezoek(models.Model):
    """One request on a file that was open by break-glass: its route, never its contents."""

    noodtoegang = models.ForeignKey(Noodtoegang, on_delete=models.PROTECT, related_name="bezoeken")
    op = models.DateTimeField()
    methode = models.CharField(max_length=8)
    adres = models.CharField(max_length=200)

    class Meta:
        verbose_name = "noodbezoek"
        verbose_name_plural = "noodbezoeken"


class Meewerkverzoek(Dossierdeel):
    """A worker of another team asked to be let in; the coordinator let in for some days, or did not."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="meewerkverzoeken")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="meewerkverzoeken")
    vraag = models.TextField()
    gevraagd_op = models.DateTimeField()
    beantwoord_op = models.DateTimeField(null=True)
    beantwoord_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    antwoord = models.TextField(blank=True)
    toegang = models.OneToOneField(Dossiertoegang, on_delete=models.PROTECT, null=True, related_name="+")

    ONDERWERP: ClassVar[str] = "meewerkverzoek"

    class Meta:
        verbose_name = "verzoek om mee te werken"
        verbose_name_plural = "meewerkverzoeken"
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "medewerker"],
                condition=Q(beantwoord_op__isnull=True),
                name="meewerkverzoek_een_open",
            ),
            models.CheckConstraint(
                condition=Q(beantwoord_op__isnull=True, toegang__isnull=True) | ~Q(antwoord=""),
                name="meewerkverzoek_antwoord",
            ),
        ]


class Vrijwilligerstaak(Dossierdeel):
    """A task of the file in the hands of a volunteer, about one person, till a moment; and what came back."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="vrijwilligerstaken")
    taak = models.ForeignKey(Taak, on_delete=models.PROTECT, related_name="vrijwilligerstaken")
    vrijwilliger = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="vrijwilligerstaken")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    is_telefoon_zichtbaar = models.BooleanField(default=True)
    gegeven_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    gegeven_op = models.DateTimeField()
    toegang = models.OneToOneField(Dossiertoegang, on_delete=models.PROTECT, related_name="+")
    bericht = models.CharField(max_length=300, blank=True)
    bericht_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "taak van een vrijwilliger"
        verbose_name_plural = "taken van vrijwilligers"
