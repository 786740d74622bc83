"""The trail as rows: an event that nobody can change, its personal detail, which can be erased apart, and the seals.

Subjects and actors are plain text and numbers, so renames and deletions leave the trail intact.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Func, Q
from django.utils.translation import gettext_lazy as _


class DatabaseKlok(Func):
    """The clock of the database at the moment of writing, which no program chooses."""

    function = "clock_timestamp"
    arity = 0
    output_field = models.DateTimeField()


class Gebeurtenis(models.Model):
    """One thing that happened or was looked at. Append-only: the database refuses update and delete.

    `moment` is when it happened, `vastgelegd_op` when the database wrote it down: what is entered later shows it.
    `detail_zegel` proves what the detail said, also after the detail was erased.
    """

    sleutel = models.CharField(max_length=60)
    moment = models.DateTimeField()
    vastgelegd_op = models.DateTimeField(db_default=DatabaseKlok())
    actor_id = models.BigIntegerField(null=True)
    actor_naam = models.CharField(max_length=120)
    onderwerp_soort = models.CharField(max_length=40)
    onderwerp_id = models.BigIntegerField(null=True)
    dossier_id = models.BigIntegerField(null=True)
    is_inzage = models.BooleanField(default=False)
    verwerking = models.CharField(max_length=40, blank=True)
    doel = models.CharField(max_length=240, blank=True)
    detail_zegel = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = "gebeurtenis"
        verbose_name_plural = "gebeurtenissen"
        indexes = [
            models.Index(fields=["dossier_id", "-moment"], name="gebeurtenis_dossier"),
            models.Index(fields=["actor_id", "dossier_id", "-moment"], name="gebeurtenis_actor"),
            models.Index(fields=["-moment"], name="gebeurtenis_moment"),
        ]


class Gebeurtenisdetail(models.Model):
    """What may be erased of an event: the words that say who and what, for the timeline of the file.

    The salt goes with the words: what stays behind in the event cannot be guessed back, not even with the key.
    """

    gebeurtenis = models.OneToOneField(Gebeurtenis, on_delete=models.PROTECT, primary_key=True, related_name="detail")
    toelichting = models.TextField()
    zout = models.CharField(max_length=32, blank=True)

    class Meta:
        verbose_name = "detail van een gebeurtenis"
        verbose_name_plural = "details van gebeurtenissen"


class Zegel(models.Model):
    """A block of events, sealed with a key that is not in the database. Append-only, like the events (ADR 0007).

    A block holds every event with a number above the last of the block before, up to `laatste_id`. `afdrukken` is a
    print of each event, so that a check can say which one was touched.
    """

    nummer = models.BigIntegerField(primary_key=True)
    dag = models.DateField()
    gesloten_op = models.DateTimeField()
    eerste_id = models.BigIntegerField()
    laatste_id = models.BigIntegerField()
    aantal = models.PositiveIntegerField()
    afdrukken = models.BinaryField()
    sleutelkenmerk = models.CharField(max_length=16)
    vorige_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = "zegel"
        verbose_name_plural = "zegels"
        constraints = [
            models.CheckConstraint(condition=Q(nummer__gte=1), name="zegel_nummer"),
            models.CheckConstraint(condition=Q(laatste_id__gte=models.F("eerste_id")), name="zegel_bereik"),
            models.UniqueConstraint(fields=["vorige_hash"], name="zegel_keten"),
        ]
        indexes = [models.Index(fields=["dag"], name="zegel_dag")]


class Opvalregel(models.TextChoices):
    """Why a look is worth a question. Each is a rule with its own threshold, set by the municipality."""

    VEEL_DOSSIERS = "veel_dossiers", _("veel verschillende dossiers op één dag")
    VEEL_IN_UUR = "veel_in_uur", _("veel verschillende dossiers in één uur")
    ONGEWOON_UUR = "ongewoon_uur", _("gekeken buiten de werkuren")
    EIGEN_BUURT = "eigen_buurt", _("dossiers in de eigen postcode")
    ZELFDE_NAAM = "zelfde_naam", _("dossiers met de eigen achternaam")
    NOODTOEGANG = "noodtoegang", _("noodtoegang gebruikt")
    AFGESLOTEN = "afgesloten", _("gesloten dossiers bekeken")
    ZOEKEN = "zoeken", _("vaak gezocht zonder iets te openen")


class Opvallend(models.Model):
    """Something unusual in the trail of one worker on one day. It stays on the list until somebody judged it."""

    regel = models.CharField(max_length=20, choices=Opvalregel.choices)
    actor_id = models.BigIntegerField()
    actor_naam = models.CharField(max_length=120)
    dag = models.DateField()
    aantal = models.PositiveIntegerField()
    gewoonlijk = models.PositiveIntegerField(default=0)
    gevonden_op = models.DateTimeField()

    ONDERWERP: ClassVar[str] = "opvallend"

    class Meta:
        verbose_name = "opvallende inzage"
        verbose_name_plural = "opvallende inzagen"
        constraints = [models.UniqueConstraint(fields=["regel", "actor_id", "dag"], name="opvallend_een_keer")]


class Oordeelsoort(models.TextChoices):
    VERKLAARD = "verklaard", _("verklaard")
    NADER_ONDERZOEK = "nader_onderzoek", _("nader onderzoek")


class Oordeel(models.Model):
    """What the privacy officer made of it, and why. A later judgement is a new row; nothing is taken back."""

    opvallend = models.ForeignKey(Opvallend, on_delete=models.PROTECT, related_name="oordelen")
    uitkomst = models.CharField(max_length=20, choices=Oordeelsoort.choices)
    reden = models.TextField()
    door_id = models.BigIntegerField(null=True)
    door_naam = models.CharField(max_length=120)
    geoordeeld_op = models.DateTimeField()

    class Meta:
        verbose_name = "oordeel over een opvallende inzage"
        verbose_name_plural = "oordelen over opvallende inzagen"
