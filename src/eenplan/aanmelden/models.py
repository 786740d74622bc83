"""What belongs to signing in: sessions, second factors, the tie to a sign-on service, and attempts that failed.

Who may do what once inside is not here: that follows from the roles in the room `teams`.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from eenplan.teams.models import Medewerker


class Wijze(models.TextChoices):
    """How a session began."""

    WACHTWOORD = "wachtwoord", _("wachtwoord")
    CODE = "code", _("wachtwoord en een code uit een app")
    PASSKEY = "passkey", _("wachtwoord en een passkey")
    HERSTELCODE = "herstelcode", _("wachtwoord en een herstelcode")
    DIENST = "dienst", _("de aanmelddienst van de gemeente")
    DEMO = "demo", _("de demo")


class Einde(models.TextChoices):
    """Why a session ended."""

    UITGELOGD = "uitgelogd", _("uitgelogd")
    ELDERS = "elders", _("beëindigd vanaf een ander apparaat")
    BEHEERDER = "beheerder", _("beëindigd door de functioneel beheerder")
    STIL = "stil", _("te lang niets gedaan")
    DUUR = "duur", _("langer dan een werkdag")
    ROL = "rol", _("geen rol meer")
    WACHTWOORD = "wachtwoord", _("het wachtwoord is gewijzigd")


class Sessie(models.Model):
    """A worker is signed in on one device, from when till when. `sleutel` is the session's own key."""

    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="sessies")
    sleutel = models.CharField(max_length=40, unique=True)
    toestel = models.CharField(max_length=80)
    wijze = models.CharField(max_length=12, choices=Wijze.choices)
    sinds = models.DateTimeField()
    gezien_op = models.DateTimeField()
    tot = models.DateTimeField(null=True)
    einde = models.CharField(max_length=12, choices=Einde.choices, blank=True)

    ONDERWERP: ClassVar[str] = "medewerker"

    class Meta:
        verbose_name = "sessie"
        verbose_name_plural = "sessies"
        indexes = [models.Index(fields=["medewerker"], name="sessie_lopend", condition=Q(tot__isnull=True))]
        constraints = [
            models.CheckConstraint(condition=Q(tot__isnull=True) ^ ~Q(einde=""), name="sessie_einde_heeft_reden")
        ]


class Codeapp(models.Model):
    """An app on the telephone of a worker that gives a new code every half minute (TOTP, RFC 6238).

    `geheim` is encrypted; `laatste_stap` is the half minute whose code was used last: none is accepted twice.
    """

    medewerker = models.OneToOneField(Medewerker, on_delete=models.PROTECT, primary_key=True, related_name="codeapp")
    geheim = models.CharField(max_length=160)
    laatste_stap = models.BigIntegerField()
    sinds = models.DateTimeField()

    class Meta:
        verbose_name = "codeapp"
        verbose_name_plural = "codeapps"


class Passkey(models.Model):
    """A key on a device of a worker that signs a question of ours (WebAuthn). Only its public half is here."""

    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="passkeys")
    naam = models.CharField(max_length=60)
    kenmerk = models.CharField(max_length=1400, unique=True)
    publiek = models.BinaryField()
    teller = models.BigIntegerField(default=0)
    sinds = models.DateTimeField()
    gebruikt_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "passkey"
        verbose_name_plural = "passkeys"

    def __str__(self) -> str:
        return self.naam


class Herstelcode(models.Model):
    """A code on paper that replaces the second factor once. Only its digest is kept."""

    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="herstelcodes")
    afdruk = models.CharField(max_length=64)
    gebruikt_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "herstelcode"
        verbose_name_plural = "herstelcodes"
        constraints = [models.UniqueConstraint(fields=["medewerker", "afdruk"], name="herstelcode_een_keer")]


class Aanmeldkoppeling(models.Model):
    """A worker as the sign-on service knows them: by issuer and number (`sub`), never by e-mail or name."""

    medewerker = models.OneToOneField(Medewerker, on_delete=models.PROTECT, primary_key=True, related_name="koppeling")
    uitgever = models.CharField(max_length=200)
    kenmerk = models.CharField(max_length=255)

    class Meta:
        verbose_name = "aanmeldkoppeling"
        verbose_name_plural = "aanmeldkoppelingen"
        constraints = [models.UniqueConstraint(fields=["uitgever", "kenmerk"], name="koppeling_een_medewerker")]


class Aanmeldpoging(models.Model):
    """An attempt to sign in that failed; of the address only a digest is kept, for a day."""

    adres = models.CharField(max_length=64)
    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, null=True, related_name="+")
    op = models.DateTimeField()

    class Meta:
        verbose_name = "aanmeldpoging"
        verbose_name_plural = "aanmeldpogingen"
        indexes = [models.Index(fields=["op"], name="aanmeldpoging_op")]
