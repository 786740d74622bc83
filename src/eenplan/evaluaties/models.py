"""Looking back: how far each goal came and what goes on, and apart from that what residents say of the help."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from eenplan.dossiers.models import Dossier, Dossierdeel
from eenplan.personen.models import Persoon
from eenplan.plannen.models import Doel, Ondersteuningsplan
from eenplan.teams.models import Medewerker, Team


class Bereikt(models.IntegerChoices):
    """How far a goal came, against what was agreed (goal attainment scaling)."""

    VEEL_MINDER = -2, _("veel minder dan we wilden")
    MINDER = -1, _("minder dan we wilden")
    ZOALS = 0, _("precies wat we wilden")
    MEER = 1, _("meer dan we wilden")
    VEEL_MEER = 2, _("veel meer dan we wilden")


class Vervolg(models.TextChoices):
    """What happens with a goal after looking back."""

    DOORGAAN = "doorgaan", _("doorgaan")
    BIJSTELLEN = "bijstellen", _("bijstellen")
    STOPPEN = "stoppen", _("stoppen")
    BEHAALD = "behaald", _("behaald")


GAAT_DOOR = (Vervolg.DOORGAAN, Vervolg.BIJSTELLEN)


class Evaluatie(Dossierdeel):
    """The household and the workers looked back at an adopted plan: when, who was there, and what goes on."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="evaluaties")
    plan = models.ForeignKey(Ondersteuningsplan, on_delete=models.PROTECT, related_name="evaluaties")
    dag = models.DateField()
    aanwezig = models.ManyToManyField(Persoon, related_name="evaluaties")
    anderen = models.CharField(max_length=200, blank=True)
    hoe_verder = models.TextField(blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField()

    ONDERWERP: ClassVar[str] = "evaluatie"

    class Meta:
        verbose_name = "evaluatie"
        verbose_name_plural = "evaluaties"


class Doelevaluatie(models.Model):
    """How far one goal came, in one sentence, and what happens with it. A goal that goes on has a day to look again."""

    evaluatie = models.ForeignKey(Evaluatie, on_delete=models.CASCADE, related_name="doelen")
    doel = models.ForeignKey(Doel, on_delete=models.PROTECT, related_name="evaluaties")
    bereikt = models.SmallIntegerField(choices=Bereikt.choices)
    zin = models.CharField(max_length=300)
    vervolg = models.CharField(max_length=12, choices=Vervolg.choices)
    volgende_op = models.DateField(null=True)

    class Meta:
        verbose_name = "doelevaluatie"
        verbose_name_plural = "doelevaluaties"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["evaluatie", "doel"], name="doelevaluatie_een_keer"),
            models.CheckConstraint(condition=Q(bereikt__range=(-2, 2)), name="doelevaluatie_bereikt"),
            models.CheckConstraint(
                condition=Q(vervolg__in=GAAT_DOOR, volgende_op__isnull=False)
                | Q(vervolg__in=[Vervolg.STOPPEN, Vervolg.BEHAALD], volgende_op__isnull=True),
                name="doelevaluatie_gaat_door",
            ),
        ]

    @property
    def wet(self) -> str:
        return self.doel.wet


class Aanleiding(models.TextChoices):
    """When a resident was asked how the help was."""

    EVALUATIE = "evaluatie", _("bij een evaluatie")
    AFSLUITING = "afsluiting", _("bij het afsluiten")


class Wijze(models.TextChoices):
    """Who typed the answers."""

    SAMEN = "samen", _("de medewerker typte mee")
    ZELF = "zelf", _("de inwoner vulde zelf in")
    WIL_NIET = "wil_niet", _("de inwoner wil dit niet")


class Ervaring(Dossierdeel):
    """A resident was asked how the help was. It stands apart from what the worker thinks of it (G5).

    `team` is the team that helped on that day: the household may move.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="ervaringen")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    aanleiding = models.CharField(max_length=12, choices=Aanleiding.choices)
    wijze = models.CharField(max_length=8, choices=Wijze.choices)
    dag = models.DateField()
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    ONDERWERP: ClassVar[str] = "ervaring"

    class Meta:
        verbose_name = "ervaring"
        verbose_name_plural = "ervaringen"
        indexes = [models.Index(fields=["team", "dag"], name="ervaring_team")]


class Ervaringsantwoord(models.Model):
    """What the resident answered to one question: a mark from 1 to 5, or own words."""

    ervaring = models.ForeignKey(Ervaring, on_delete=models.CASCADE, related_name="antwoorden")
    vraag = models.CharField(max_length=40)
    waarde = models.PositiveSmallIntegerField(null=True)
    tekst = models.TextField(blank=True)

    class Meta:
        verbose_name = "antwoord op een ervaringsvraag"
        verbose_name_plural = "antwoorden op ervaringsvragen"
        constraints = [
            models.UniqueConstraint(fields=["ervaring", "vraag"], name="ervaringsantwoord_een_keer"),
            models.CheckConstraint(
                condition=Q(waarde__isnull=True) & ~Q(tekst="") | Q(waarde__range=(1, 5), tekst=""),
                name="ervaringsantwoord_zegt_iets",
            ),
        ]
