"""Who may not see something, or may see more: hidden from the household, and a ground to see under another law."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from eenplan.dossiers.models.dossier import Document, Dossier, Dossierdeel, Notitie
from eenplan.inrichting.keuzes import Wet
from eenplan.personen.models import Persoon
from eenplan.teams.models import Dossiertoegang, Medewerker


class Verberging(models.Model):
    """Something in the file is hidden from the household: why, by whom, and when somebody looks at it again (F8).

    One that was lifted stays as history.
    """

    reden = models.CharField(max_length=200)
    herzien_op = models.DateField()
    op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    opgeheven_op = models.DateTimeField(null=True)
    opgeheven_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True


class Notitieverberging(Verberging):
    """A note that the household does not get to see."""

    notitie = models.ForeignKey(Notitie, on_delete=models.PROTECT, related_name="verbergingen")

    class Meta:
        verbose_name = "verberging van een notitie"
        verbose_name_plural = "verbergingen van notities"
        constraints = [
            models.UniqueConstraint(
                fields=["notitie"], condition=Q(opgeheven_op__isnull=True), name="notitie_een_keer_verborgen"
            ),
        ]


class Documentverberging(Verberging):
    """A paper that the household does not get to see."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="verbergingen")

    class Meta:
        verbose_name = "verberging van een document"
        verbose_name_plural = "verbergingen van documenten"
        constraints = [
            models.UniqueConstraint(
                fields=["document"], condition=Q(opgeheven_op__isnull=True), name="document_een_keer_verborgen"
            ),
        ]


class Labelgrondsoort(models.TextChoices):
    TOESTEMMING = "toestemming", _("toestemming")
    UITZONDERING = "uitzondering", _("uitzondering met reden")


class Labelgrond(Dossierdeel):
    """A worker asked to see what falls under another law in this file, and on which ground that was granted.

    `gebruik` is the law the worker needs it for, which decides the ground (Wmo 5.1.1 lid 4). With consent,
    `gegeven_door` are the residents who gave it and `toestemming_van` the names as they were recorded. What it opens
    stands in `teams.Dossiertoegang`, which ends by itself.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="labelgronden")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="labelgronden")
    wet = models.CharField(max_length=16, choices=Wet.choices)
    gebruik = models.CharField(max_length=16, choices=Wet.choices)
    doel = models.CharField(max_length=200)
    gevraagd_op = models.DateTimeField()
    soort = models.CharField(max_length=12, choices=Labelgrondsoort.choices, blank=True)
    vindplaats = models.CharField(max_length=160, blank=True)
    reden = models.CharField(max_length=200, blank=True)
    gegeven_door = models.ManyToManyField(Persoon, related_name="+")
    toestemming_van = models.CharField(max_length=300, blank=True)
    toegekend_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    op = models.DateTimeField(null=True)
    tot = models.DateTimeField(null=True)
    toegang = models.OneToOneField(Dossiertoegang, on_delete=models.PROTECT, null=True, related_name="+")
    afgewezen_op = models.DateTimeField(null=True)
    afgewezen_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    ingetrokken_op = models.DateTimeField(null=True)
    ingetrokken_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")

    ONDERWERP: ClassVar[str] = "labelgrond"

    class Meta:
        verbose_name = "grond voor een wetlabel"
        verbose_name_plural = "gronden voor wetlabels"
        constraints = [
            models.CheckConstraint(
                condition=Q(op__isnull=True, toegang__isnull=True)
                | Q(
                    op__isnull=False,
                    tot__gt=F("op"),
                    toegekend_door__isnull=False,
                    toegang__isnull=False,
                    soort__in=Labelgrondsoort.values,
                ),
                name="labelgrond_toegekend_is_volledig",
            ),
            models.CheckConstraint(condition=~Q(toegekend_door=F("medewerker")), name="labelgrond_twee_mensen"),
            models.CheckConstraint(
                condition=~Q(soort=Labelgrondsoort.TOESTEMMING) | ~Q(toestemming_van=""),
                name="labelgrond_toestemming_van_iemand",
            ),
            models.CheckConstraint(
                condition=~Q(soort=Labelgrondsoort.UITZONDERING) | ~Q(reden=""), name="labelgrond_reden"
            ),
            models.CheckConstraint(condition=~Q(wet=Wet.GEEN) & ~Q(wet=F("gebruik")), name="labelgrond_andere_wet"),
            models.UniqueConstraint(
                fields=["medewerker", "dossier", "wet"],
                condition=Q(op__isnull=True, afgewezen_op__isnull=True),
                name="labelgrond_een_vraag",
            ),
        ]
