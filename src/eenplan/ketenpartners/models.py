"""Outside helpers: for whom they work, the tasks they were asked to do, and the goals that a resident opened to them.

Facts only. What a helper may see today is computed in `queries`: what ended or lapsed is closed at once.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from eenplan.core.transitions import Overgangen
from eenplan.delen.models import Deling, Samenwerking
from eenplan.dossiers.models import Dossier, Dossierdeel, Gelabeld
from eenplan.ketenpartners.states import OPENING, PARTNERTAAK, Openingstatus, Partnertaakstatus
from eenplan.personen.models import Persoon
from eenplan.plannen.models import Actie, Doel
from eenplan.teams.models import Medewerker


class Partnermedewerker(models.Model):
    """An outside helper works for this partner, from when till when (exclusive)."""

    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="partners")
    partner = models.ForeignKey(Samenwerking, on_delete=models.PROTECT, related_name="medewerkers")
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    ONDERWERP: ClassVar[str] = "partnermedewerker"

    class Meta:
        verbose_name = "medewerker van een partner"
        verbose_name_plural = "medewerkers van partners"
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")), name="partnermedewerker_periode"
            ),
            models.UniqueConstraint(
                fields=["medewerker"], condition=Q(tot__isnull=True), name="partnermedewerker_een_partner"
            ),
        ]


class Partnertaak(Gelabeld):
    """A partner was asked to do something for this household, with no more than is needed for it.

    What goes along rests on a sharing with its ground: `deling`. When that ends, the partner sees nothing any more.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="partnertaken")
    partner = models.ForeignKey(Samenwerking, on_delete=models.PROTECT, related_name="partnertaken")
    deling = models.OneToOneField(Deling, on_delete=models.PROTECT, related_name="partnertaak")
    doel = models.ForeignKey(Doel, on_delete=models.PROTECT, null=True, related_name="partnertaken")
    wat = models.CharField(max_length=200)
    gegevens = models.TextField(blank=True)
    uiterlijk = models.DateField()
    status = models.CharField(
        max_length=12, choices=Partnertaakstatus.choices, default=Partnertaakstatus.UITGEZET
    )  # fmt: skip
    uitgezet_op = models.DateTimeField()
    uitgezet_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    ONDERWERP: ClassVar[str] = "partnertaak"
    OVERGANGEN: ClassVar[Overgangen] = PARTNERTAAK

    class Meta:
        verbose_name = "opdracht aan een partner"
        verbose_name_plural = "opdrachten aan partners"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Partnertaakstatus.values), name="partnertaak_status"),
        ]
        indexes = [
            models.Index(
                fields=["partner", "uiterlijk"],
                condition=Q(status__in=["uitgezet", "aanvaard"]),
                name="partnertaak_loopt",
            ),
        ]


class Partnerantwoord(models.Model):
    """One answer to a task: where it brought it, in whose words, and who wrote it down.

    `gehoord_van` names who said it by telephone, when a worker of ours wrote it down; empty when the partner did.
    """

    taak = models.ForeignKey(Partnertaak, on_delete=models.PROTECT, related_name="antwoorden")
    status = models.CharField(max_length=12, choices=Partnertaakstatus.choices)
    tekst = models.TextField(blank=True)
    gehoord_van = models.CharField(max_length=120, blank=True)
    op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "antwoord van een partner"
        verbose_name_plural = "antwoorden van partners"
        constraints = [
            models.CheckConstraint(
                condition=Q(status=Partnertaakstatus.AANVAARD) | ~Q(tekst=""), name="partnerantwoord_zegt_waarom_of_wat"
            ),
        ]


class Partnerherinnering(models.Model):
    """The partner was reminded of a task that is late."""

    taak = models.ForeignKey(Partnertaak, on_delete=models.PROTECT, related_name="herinneringen")
    op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "herinnering aan een partner"
        verbose_name_plural = "herinneringen aan partners"


class Doelopening(Dossierdeel):
    """A resident opened one goal to one outside helper till a day (exclusive), or refused to.

    `doel` is the goal as it stood when it was opened: it stays the same goal through new versions (`Doel.vorige`).
    `ook_akkoord` names the others whose consent counts besides `verleend_door`.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="doelopeningen")
    doel = models.ForeignKey(Doel, on_delete=models.PROTECT, related_name="openingen")
    helper = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="doelopeningen")
    verleend_door = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="doelopeningen")
    ook_akkoord = models.CharField(max_length=300, blank=True)
    status = models.CharField(max_length=12, choices=Openingstatus.choices, default=Openingstatus.GEVRAAGD)
    vanaf = models.DateField()
    tot = models.DateField()
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    beeindigd_op = models.DateTimeField(null=True)
    beeindigd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    ONDERWERP: ClassVar[str] = "doelopening"
    OVERGANGEN: ClassVar[Overgangen] = OPENING

    class Meta:
        verbose_name = "opengesteld doel"
        verbose_name_plural = "opengestelde doelen"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Openingstatus.values), name="doelopening_status"),
            models.CheckConstraint(condition=Q(tot__gt=F("vanaf")), name="doelopening_periode"),
            models.CheckConstraint(
                condition=~Q(status__in=["ingetrokken", "gesloten"])
                | Q(beeindigd_op__isnull=False, beeindigd_door__isnull=False),
                name="doelopening_einde_heeft_dag",
            ),
        ]

    @property
    def wet(self) -> str:
        return self.doel.wet

    @property
    def tot_en_met(self) -> date:
        """The last day on which it is open."""
        return self.tot - timedelta(days=1)


class Veiligheidssluiting(models.Model):
    """Why the coordinator closed a goal for somebody's safety. The resident's page does not show it."""

    opening = models.OneToOneField(Doelopening, on_delete=models.PROTECT, related_name="sluiting")
    reden = models.TextField()
    op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "sluiting om veiligheid"
        verbose_name_plural = "sluitingen om veiligheid"


class Voortgang(models.Model):
    """What an outside helper wrote on a day about how an opened goal goes."""

    opening = models.ForeignKey(Doelopening, on_delete=models.PROTECT, related_name="voortgang")
    tekst = models.TextField()
    op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "regel over de voortgang"
        verbose_name_plural = "regels over de voortgang"


class Afvinking(models.Model):
    """An outside helper ticked an own action off, and perhaps took that back."""

    opening = models.ForeignKey(Doelopening, on_delete=models.PROTECT, related_name="afvinkingen")
    actie = models.ForeignKey(Actie, on_delete=models.PROTECT, related_name="afvinkingen")
    op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    terug_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "afgevinkte actie"
        verbose_name_plural = "afgevinkte acties"
        constraints = [
            models.UniqueConstraint(
                fields=["opening", "actie"], condition=Q(terug_op__isnull=True), name="afvinking_een_keer"
            ),
        ]
