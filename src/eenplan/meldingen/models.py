"""Someone asks: the contact, what it became, the melding and the onderzoek after it.

A status question ends as a contact; only a request for help becomes a melding.
"""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgangen
from eenplan.dossiers.models import Document, Dossier, Dossierdeel, Gesprek
from eenplan.inrichting import keuzes
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.states import MELDING, Meldingstatus
from eenplan.personen.models import Huishouden, Persoon
from eenplan.teams.models import Medewerker, Team

Kanaal = keuzes.Kanaal  # every way in; the municipality's configuration says which are open


class Contactsoort(models.TextChoices):
    STATUSVRAAG = "statusvraag", _("vraag waar het staat")
    HULPVRAAG = "hulpvraag", _("vraag om hulp")
    INFORMATIE = "informatie", _("vraag om informatie")


class Urgentie(models.TextChoices):
    GEWOON = "gewoon", _("gewoon")
    SNEL = "snel", _("snel")
    SPOED = "spoed", _("spoed")


class Afloop(models.TextChoices):
    """How the contact ended."""

    OPEN = "open", _("nog open")
    BEANTWOORD = "beantwoord", _("beantwoord")
    MELDING = "melding", _("melding gemaakt")
    TERUGBELLEN = "terugbellen", _("terugbellen")


class Contact(models.Model):
    """A call, visit or letter. The caller may be unknown; the resident may be found later.

    `sleutel` names the call as its form knew it, so that sending the form twice makes one contact. `wet` is the label
    of the melding that came of it.
    """

    sleutel = models.UUIDField(unique=True, default=uuid4, editable=False)
    kanaal = models.CharField(max_length=12, choices=Kanaal.choices, default=Kanaal.TELEFOON)
    soort = models.CharField(max_length=12, choices=Contactsoort.choices, default=Contactsoort.HULPVRAAG)
    ontvangen_op = models.DateTimeField()
    naam = models.CharField(max_length=120)
    telefoon = models.CharField(max_length=20, blank=True)
    namens = models.CharField(max_length=120, blank=True)
    organisatie = models.CharField(max_length=120, blank=True)
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, null=True, related_name="contacten")
    huishouden = models.ForeignKey(Huishouden, on_delete=models.PROTECT, null=True, related_name="contacten")
    vraag = models.TextField()
    urgentie = models.CharField(max_length=8, choices=Urgentie.choices, default=Urgentie.GEWOON)
    antwoord = models.TextField(blank=True)
    afloop = models.CharField(max_length=12, choices=Afloop.choices, default=Afloop.OPEN)
    aangenomen_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="contacten")
    wet = models.CharField(max_length=16, choices=Wet.choices, default=Wet.GEEN)

    ONDERWERP: ClassVar[str] = "contact"

    class Meta:
        verbose_name = "contact"
        verbose_name_plural = "contacten"
        constraints = [
            models.CheckConstraint(condition=Q(afloop__in=Afloop.values), name="contact_afloop"),
            models.CheckConstraint(
                condition=~Q(soort=Contactsoort.STATUSVRAAG, afloop=Afloop.MELDING), name="statusvraag_geen_melding"
            ),
        ]
        indexes = [
            models.Index(fields=["huishouden", "-ontvangen_op"], name="contact_huishouden"),
            models.Index(fields=["aangenomen_door", "-ontvangen_op"], name="contact_aangenomen"),
        ]

    @property
    def dossier_id(self) -> int | None:
        return self.huishouden_id


class Vraagverheldering(models.Model):
    """The one intake script of all teams: the question behind the question, single or multiple, group and approach."""

    contact = models.OneToOneField(Contact, on_delete=models.PROTECT, primary_key=True, related_name="verheldering")
    vraag_achter_de_vraag = models.TextField(blank=True)
    is_meervoudig = models.BooleanField(null=True)
    klantgroep = models.CharField(max_length=40, blank=True)
    aanpak = models.CharField(max_length=40, blank=True)
    extra = models.JSONField(default=dict)

    class Meta:
        verbose_name = "vraagverheldering"
        verbose_name_plural = "vraagverhelderingen"


class Terugbelverzoek(models.Model):
    """A promise to call back: to whom, before when, and when it was kept."""

    contact = models.OneToOneField(Contact, on_delete=models.PROTECT, related_name="terugbelverzoek")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="terugbelverzoeken")
    voor = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="terugbelverzoeken")
    beloofd_op = models.DateTimeField()
    teruggebeld_op = models.DateTimeField(null=True)
    uitkomst = models.CharField(max_length=200, blank=True)

    ONDERWERP: ClassVar[str] = "terugbelverzoek"

    class Meta:
        verbose_name = "terugbelverzoek"
        verbose_name_plural = "terugbelverzoeken"
        indexes = [
            models.Index(
                fields=["voor", "beloofd_op"], condition=Q(teruggebeld_op__isnull=True), name="terugbellen_open"
            )
        ]

    @property
    def dossier_id(self) -> int | None:
        return self.contact.dossier_id

    @property
    def wet(self) -> str:
        return self.contact.wet


class Melding(Dossierdeel):
    """A report of a need for help, of one resident under one law (Wmo 2.3.2 lid 1)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="meldingen")
    contact = models.OneToOneField(Contact, on_delete=models.PROTECT, related_name="melding")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="meldingen")
    wet = models.CharField(max_length=16, choices=Wet.choices)
    omschrijving = models.TextField()
    ontvangen_op = models.DateField()
    is_spoed = models.BooleanField(default=False)
    route = models.CharField(max_length=120)
    status = models.CharField(max_length=14, choices=Meldingstatus.choices, default=Meldingstatus.ONTVANGEN)
    aanvraag_op = models.DateField(null=True)  # the first application that followed; then it is not closed without one
    woorden = models.GeneratedField(
        expression=SearchVector("omschrijving", config="dutch"), output_field=SearchVectorField(), db_persist=True
    )

    ONDERWERP: ClassVar[str] = "melding"
    OVERGANGEN: ClassVar[Overgangen] = MELDING

    class Meta:
        verbose_name = "melding"
        verbose_name_plural = "meldingen"
        constraints = [models.CheckConstraint(condition=Q(status__in=Meldingstatus.values), name="melding_status")]
        indexes = [GinIndex(fields=["woorden"], name="melding_woorden")]


class Ontvangstbevestiging(models.Model):
    """The letter that confirms receipt, and what it told the resident (Wmo 2.3.2 lid 1–3)."""

    melding = models.OneToOneField(Melding, on_delete=models.PROTECT, related_name="bevestiging")
    verstuurd_op = models.DateField()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "ontvangstbevestiging"
        verbose_name_plural = "ontvangstbevestigingen"


class Onderzoek(Dossierdeel):
    """The onderzoek after a melding (Wmo 2.3.2), with the conversations that belong to it."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="onderzoeken")
    melding = models.OneToOneField(Melding, on_delete=models.PROTECT, related_name="onderzoek")
    gestart_op = models.DateField()
    afgerond_op = models.DateField(null=True)
    gesprekken = models.ManyToManyField(Gesprek, related_name="onderzoeken")

    ONDERWERP: ClassVar[str] = "onderzoek"

    class Meta:
        verbose_name = "onderzoek"
        verbose_name_plural = "onderzoeken"

    @property
    def wet(self) -> str:
        return self.melding.wet


class Afsluiting(models.Model):
    """A melding ended without an aanvraag: how it was solved, by whom, when."""

    melding = models.OneToOneField(Melding, on_delete=models.PROTECT, related_name="afsluiting")
    reden = models.CharField(max_length=200)
    op = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "afsluiting van een melding"
        verbose_name_plural = "afsluitingen van meldingen"


class Triageuitkomst(models.TextChoices):
    """Whether the question is one for the team (UT13)."""

    TE_LICHT = "te_licht", _("te licht voor het team")
    PAST = "past", _("past bij het team")
    TE_ZWAAR = "te_zwaar", _("te zwaar voor het team")


class Triageurgentie(models.TextChoices):
    GEWOON = "gewoon", _("gewoon")
    SPOED = "spoed", _("spoed")
    CRISIS = "crisis", _("crisis")


class Triage(Dossierdeel):
    """Who decided what becomes of a melding, when, on which criteria (UT13). A later one stands beside it.

    `criteria` are the sentences of the municipality's list of that day; `verteld` is what the resident heard.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="triages")
    melding = models.ForeignKey(Melding, on_delete=models.PROTECT, related_name="triages")
    uitkomst = models.CharField(max_length=10, choices=Triageuitkomst.choices)
    urgentie = models.CharField(max_length=8, choices=Triageurgentie.choices, default=Triageurgentie.GEWOON)
    criteria = models.JSONField(default=list)
    eigen_kijk = models.TextField(blank=True)
    verteld = models.TextField(blank=True)
    overgedragen_aan = models.CharField(max_length=160, blank=True)
    bijrol = models.CharField(max_length=200, blank=True)
    coordinatie = models.CharField(max_length=160, blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()
    afgewend_op = models.DateTimeField(null=True)
    afgewend_hoe = models.TextField(blank=True)

    ONDERWERP: ClassVar[str] = "triage"

    class Meta:
        verbose_name = "triage"
        verbose_name_plural = "triages"
        constraints = [
            models.CheckConstraint(
                condition=~Q(uitkomst=Triageuitkomst.TE_ZWAAR) | ~Q(overgedragen_aan=""), name="triage_aan_wie"
            ),
            models.CheckConstraint(condition=Q(bijrol="") | ~Q(coordinatie=""), name="triage_wie_coordineert"),
        ]

    @property
    def wet(self) -> str:
        return self.melding.wet


class Toelating(models.Model):
    """The recorded decision that this is casework: on which life domains, on what ground, and who agreed (Enschede)."""

    triage = models.OneToOneField(Triage, on_delete=models.PROTECT, related_name="toelating")
    leefgebieden = models.JSONField(default=list)
    grond = models.TextField()
    samen_met = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    is_akkoord = models.BooleanField(null=True)
    besloten_op = models.DateTimeField(null=True)
    reden = models.CharField(max_length=200, blank=True)

    ONDERWERP: ClassVar[str] = "toelating"

    class Meta:
        verbose_name = "toelating"
        verbose_name_plural = "toelatingen"
        constraints = [
            models.CheckConstraint(
                condition=Q(is_akkoord__isnull=True) | Q(besloten_op__isnull=False), name="toelating_besloten"
            ),
        ]

    @property
    def wet(self) -> str:
        return self.triage.wet


class Crisishandeling(models.Model):
    """A step of the crisis path that was taken: who was called, at what time, what was agreed."""

    triage = models.ForeignKey(Triage, on_delete=models.PROTECT, related_name="handelingen")
    stap = models.CharField(max_length=40)
    gesproken = models.CharField(max_length=120)
    om = models.DateTimeField()
    afspraak = models.TextField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "crisishandeling"
        verbose_name_plural = "crisishandelingen"


class Crisisbericht(models.Model):
    """The coordinator or the manager was told of a crisis, and when that was read."""

    triage = models.ForeignKey(Triage, on_delete=models.PROTECT, related_name="berichten")
    aan = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    gelezen_op = models.DateTimeField(null=True)

    ONDERWERP: ClassVar[str] = "crisisbericht"

    class Meta:
        verbose_name = "crisisbericht"
        verbose_name_plural = "crisisberichten"
