"""Weighty advice to another organisation with its answer and escalation, and consults with the time of the answer."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from eenplan.adviezen.states import ADVIES, CONSULT, Adviesstatus, Consultstatus
from eenplan.core.transitions import Overgangen
from eenplan.delen.keuzes import Deeldoel, Grondsoort
from eenplan.delen.models import Samenwerking, Toestemmingsvraag
from eenplan.dossiers.models import Document, Dossier, Gelabeld
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.models import Persoon
from eenplan.plannen.models import Ondersteuningsplan
from eenplan.teams.models import Medewerker, Team


class Adviesantwoord(models.TextChoices):
    """What the other organisation does with our advice."""

    OVERGENOMEN = "overgenomen", _("overgenomen")
    GEWIJZIGD = "gewijzigd", _("gewijzigd overgenomen")
    NIET = "niet", _("niet overgenomen")


class Advies(Gelabeld):
    """A weighty advice about one resident, resting on the adopted plan, to the organisation that decides (C15).

    `normtoets` is what the norm check of the plan missed on the day of sending; empty means nothing.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="adviezen")
    plan = models.ForeignKey(Ondersteuningsplan, on_delete=models.PROTECT, related_name="adviezen")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    aan = models.ForeignKey(Samenwerking, on_delete=models.PROTECT, related_name="+")
    doel = models.CharField(max_length=16, choices=Deeldoel.choices)
    advies = models.TextField()
    motivering = models.TextField()
    status = models.CharField(max_length=12, choices=Adviesstatus.choices, default=Adviesstatus.CONCEPT)
    geschreven_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    geschreven_op = models.DateTimeField()
    normtoets = ArrayField(models.CharField(max_length=300), default=list)
    grond = models.CharField(max_length=12, choices=Grondsoort.choices, blank=True)
    artikel = models.CharField(max_length=120, blank=True)
    toestemming = models.ForeignKey(Toestemmingsvraag, on_delete=models.PROTECT, null=True, related_name="+")
    brief = models.OneToOneField(Document, on_delete=models.PROTECT, null=True, related_name="+")
    verzonden_op = models.DateField(null=True)
    antwoord_uiterlijk = models.DateField(null=True)
    antwoord = models.CharField(max_length=12, choices=Adviesantwoord.choices, blank=True)
    antwoord_reden = models.TextField(blank=True)
    antwoord_op = models.DateField(null=True)
    reden_ingetrokken = models.CharField(max_length=200, blank=True)

    ONDERWERP: ClassVar[str] = "advies"
    OVERGANGEN: ClassVar[Overgangen] = ADVIES

    class Meta:
        verbose_name = "zwaarwegend advies"
        verbose_name_plural = "zwaarwegende adviezen"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Adviesstatus.values), name="advies_status"),
            models.CheckConstraint(
                condition=~Q(status__in=[Adviesstatus.VERZONDEN, Adviesstatus.BEANTWOORD])
                | (
                    Q(verzonden_op__isnull=False, antwoord_uiterlijk__gt=F("verzonden_op"), brief__isnull=False)
                    & ~Q(artikel="")
                    & (
                        Q(grond=Grondsoort.TAAK, toestemming__isnull=True)
                        | Q(grond=Grondsoort.TOESTEMMING, toestemming__isnull=False)
                    )
                ),
                name="advies_verzonden_met_grond_en_dag",
            ),
            models.CheckConstraint(
                condition=Q(status=Adviesstatus.BEANTWOORD) ^ Q(antwoord=""), name="advies_antwoord"
            ),
            models.CheckConstraint(
                condition=Q(antwoord__in=["", Adviesantwoord.OVERGENOMEN]) | ~Q(antwoord_reden=""),
                name="advies_afwijken_heeft_reden",
            ),
            models.CheckConstraint(
                condition=~Q(status=Adviesstatus.INGETROKKEN) | ~Q(reden_ingetrokken=""),
                name="advies_waarom_ingetrokken",
            ),
        ]
        indexes = [
            models.Index(fields=["antwoord_uiterlijk"], condition=Q(status="verzonden"), name="advies_wacht"),
        ]

    def is_te_laat(self, dag: date) -> bool:
        """Tell whether the answer should have been there by now."""
        return bool(self.status == Adviesstatus.VERZONDEN and self.antwoord_uiterlijk and self.antwoord_uiterlijk < dag)


class Escalatie(models.Model):
    """An advice without answer was put to somebody higher: which level, when, why, to whom, and what came of it."""

    advies = models.ForeignKey(Advies, on_delete=models.PROTECT, related_name="escalaties")
    niveau = models.PositiveSmallIntegerField()
    aan = models.CharField(max_length=160)
    grond = models.CharField(max_length=300)
    op = models.DateField()
    uiterlijk = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    effect = models.CharField(max_length=300, blank=True)
    gesloten_op = models.DateField(null=True)

    class Meta:
        verbose_name = "escalatie"
        verbose_name_plural = "escalaties"
        ordering = ["niveau"]
        constraints = [
            models.UniqueConstraint(fields=["advies", "niveau"], name="escalatie_niveau_een_keer"),
            models.CheckConstraint(condition=Q(niveau__gte=1, niveau__lte=3), name="escalatie_niveau"),
            models.CheckConstraint(condition=~Q(grond="") & ~Q(aan=""), name="escalatie_zegt_waarom_en_aan_wie"),
            models.CheckConstraint(condition=Q(gesloten_op__isnull=True) | ~Q(effect=""), name="escalatie_effect"),
        ]


class Consult(models.Model):
    """A question to a specialist, without names, with the moment before which an answer was agreed (C16).

    About a file, or about none. The specialist gets the question, never the file.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, null=True, related_name="consulten")
    wet = models.CharField(max_length=16, choices=Wet.choices, default=Wet.GEEN)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+")
    vraag = models.TextField()
    deskundigheid = models.CharField(max_length=40)
    partner = models.ForeignKey(Samenwerking, on_delete=models.PROTECT, null=True, related_name="+")
    is_spoed = models.BooleanField(default=False)
    status = models.CharField(max_length=12, choices=Consultstatus.choices, default=Consultstatus.GEVRAAGD)
    gevraagd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    gevraagd_op = models.DateTimeField()
    uiterlijk = models.DateTimeField()
    advies = models.TextField(blank=True)
    beantwoord_op = models.DateTimeField(null=True)
    beantwoord_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    ONDERWERP: ClassVar[str] = "consult"
    OVERGANGEN: ClassVar[Overgangen] = CONSULT

    class Meta:
        verbose_name = "consult"
        verbose_name_plural = "consulten"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Consultstatus.values), name="consult_status"),
            models.CheckConstraint(condition=Q(uiterlijk__gt=F("gevraagd_op")), name="consult_antwoordtijd"),
            models.CheckConstraint(
                condition=~Q(status=Consultstatus.BEANTWOORD)
                | (Q(beantwoord_op__isnull=False, beantwoord_door__isnull=False) & ~Q(advies="")),
                name="consult_antwoord",
            ),
        ]
        indexes = [models.Index(fields=["deskundigheid", "uiterlijk"], name="consult_deskundigheid")]

    @property
    def scope_team_id(self) -> int | None:
        return self.dossier.scope_team_id if self.dossier else self.team_id

    @property
    def deskundigheid_naam(self) -> str:
        return inrichting().deskundigheid(self.deskundigheid).naam

    @property
    def duur(self) -> timedelta | None:
        """How long the answer took, once it is there."""
        return self.beantwoord_op - self.gevraagd_op if self.beantwoord_op else None

    def is_te_laat(self, nu: datetime) -> bool:
        """Tell whether the answer came, or is still to come, after the agreed moment."""
        return (self.beantwoord_op or nu) > self.uiterlijk and self.status != Consultstatus.INGETROKKEN
