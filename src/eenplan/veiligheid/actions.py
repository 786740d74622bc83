"""Asking after safety, judging the risk, and agreeing with the household what happens when it goes wrong (C18)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk, Onvolledig
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.werktaken import leg_klaar, rond_af
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.teams.models import Medewerker
from eenplan.veiligheid.models import (
    Checkantwoord,
    Checkantwoordsoort,
    KinderenGezien,
    OvergeslagenCheck,
    Risicotaxatie,
    Veiligheidscheck,
    Veiligheidsplan,
)

WAT_RISICO = "risico opnieuw taxeren"
WAT_PLAN = "veiligheidsplan samen opnieuw bekijken"


@dataclass(frozen=True)
class Antwoord:
    """The answer to one question of the check; all but a plain yes have words."""

    soort: str
    toelichting: str = ""


@transaction.atomic
def doe_check(
    dossier: Dossier,
    antwoorden: Mapping[str, Antwoord],
    *,
    kinderen: str,
    kinderen_toelichting: str = "",
    by: Medewerker,
    at: datetime,
) -> Veiligheidscheck:
    """Keep the answers to every question of the municipality, and whether the children were seen.

    Raises Onvolledig when a question has no answer, or a worry has no words.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    vragen = inrichting().veiligheidsvragen
    zinnen = [zin for vraag in vragen if (zin := _ontbreekt(vraag.vraag, antwoorden.get(vraag.code)))]
    if kinderen == KinderenGezien.NIET and not kinderen_toelichting.strip():
        zinnen.append(_("Schrijf op waarom de kinderen niet zijn gezien."))
    if zinnen:
        raise Onvolledig(zinnen)
    check = Veiligheidscheck.objects.create(
        dossier=dossier, op=at.date(), door=by, kinderen=kinderen, kinderen_toelichting=kinderen_toelichting.strip()
    )
    Checkantwoord.objects.bulk_create(
        Checkantwoord(
            check_rij=check,
            vraag=vraag.vraag,
            antwoord=antwoorden[vraag.code].soort,
            toelichting=antwoorden[vraag.code].toelichting.strip(),
        )
        for vraag in vragen
    )
    record(Sleutel.VEILIGHEIDSCHECK_GEDAAN, check, by=by, at=at)
    return check


def _ontbreekt(vraag: str, antwoord: Antwoord | None) -> str:
    if antwoord is None or antwoord.soort not in Checkantwoordsoort.values:
        return _("Kies een antwoord bij “{vraag}”").format(vraag=vraag)
    if antwoord.soort != Checkantwoordsoort.JA and not antwoord.toelichting.strip():
        return _("Schrijf op wat de zorg is, of waarom het niet is besproken, bij “{vraag}”").format(vraag=vraag)
    return ""


@transaction.atomic
def sla_check_over(dossier: Dossier, *, reden: str, by: Medewerker, at: datetime) -> OvergeslagenCheck:
    """Keep why safety is not asked after at this intake; the manager reads it. Raises NietMogelijk without a reason."""
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    if not reden.strip():
        raise NietMogelijk(_("Schrijf op waarom u de veiligheidscheck overslaat."))
    rij = OvergeslagenCheck.objects.create(dossier=dossier, reden=reden.strip(), op=at.date(), door=by)
    record(Sleutel.VEILIGHEIDSCHECK_OVERGESLAGEN, rij, by=by, at=at)
    return rij


# ------------------------------------------------------------------------------------------- risk and the safety plan


@dataclass(frozen=True)
class Taxatie:
    """How high the risk is judged, with which instrument, on what, and when it is judged again."""

    instrument: str
    niveau: str
    onderbouwing: str
    opnieuw_op: date
    wet: str = Wet.GEEN
    reden_verborgen: str = ""


@transaction.atomic
def taxeer_risico(dossier: Dossier, taxatie: Taxatie, *, by: Medewerker, at: datetime) -> Risicotaxatie:
    """Keep a dated assessment; the next one is a task, and the one before under the same label is done with."""
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    _in_de_toekomst(taxatie.opnieuw_op, at)
    for vorige in Risicotaxatie.objects.filter(dossier=dossier, wet=taxatie.wet, is_vervangen=False):
        vorige.is_vervangen = True
        vorige.save(update_fields=["is_vervangen"])
        rond_af(vorige, by=by, at=at)
    rij = Risicotaxatie.objects.create(dossier=dossier, op=at.date(), door=by, **vars(taxatie))
    leg_klaar(
        rij, dossier, voor=by, wat=WAT_RISICO, uiterlijk=taxatie.opnieuw_op, wet=taxatie.wet, by=by, at=at
    )  # fmt: skip
    record(Sleutel.RISICO_GETAXEERD, rij, by=by, at=at)
    return rij


@dataclass(frozen=True)
class Afspraken:
    """What the household and the worker agreed for when it goes wrong."""

    met_wie: str
    signalen: str
    als_het_misgaat: str
    wie_belt_wie: str
    wie_let_op: str
    herzien_op: date
    veilige_plek: str = ""
    waarom_nieuw: str = ""
    wet: str = Wet.GEEN
    reden_verborgen: str = ""


@transaction.atomic
def maak_veiligheidsplan(dossier: Dossier, afspraken: Afspraken, *, by: Medewerker, at: datetime) -> Veiligheidsplan:
    """Keep the agreements as a new version; the one before stays to be read, and the review day is a task.

    Raises NietMogelijk for a later version that does not say why it is new.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    _in_de_toekomst(afspraken.herzien_op, at)
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)  # two versions at once take their turn
    versie = (Veiligheidsplan.objects.filter(dossier=dossier).aggregate(hoogste=Max("versie"))["hoogste"] or 0) + 1
    if versie > 1 and not afspraken.waarom_nieuw.strip():
        raise NietMogelijk(_("Schrijf op waarom er een nieuwe versie is."))
    for vorige in Veiligheidsplan.objects.filter(dossier=dossier, is_vervangen=False):
        vorige.is_vervangen = True
        vorige.save(update_fields=["is_vervangen"])
        rond_af(vorige, by=by, at=at)
    rij = Veiligheidsplan.objects.create(dossier=dossier, versie=versie, op=at.date(), door=by, **vars(afspraken))
    leg_klaar(rij, dossier, voor=by, wat=WAT_PLAN, uiterlijk=rij.herzien_op, wet=rij.wet, by=by, at=at)
    record(Sleutel.VEILIGHEIDSPLAN_GEMAAKT, rij, by=by, at=at)
    return rij


def _in_de_toekomst(dag: date, at: datetime) -> None:
    if dag <= at.date():
        raise NietMogelijk(_("Kies een dag na vandaag waarop u opnieuw kijkt."))
