"""What is done in the registers. Every act is in the trail; none of it touches a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk
from eenplan.core.transitions import transition
from eenplan.inrichting.lezen import inrichting
from eenplan.registers.models import Datalek, Effectbeoordeling, Instructie
from eenplan.registers.states import Beoordelingstatus, Datalekstatus
from eenplan.teams.models import Geheimhoudingsverklaring, Medewerker


@transaction.atomic
def begin_effectbeoordeling(
    titel: str, *, eigenaar: Medewerker, risicos: str, uiterlijk: date, by: Medewerker, at: datetime
) -> Effectbeoordeling:
    """Open an impact assessment with its owner and its due day (AVG 35 lid 1)."""
    require(by, Recht.REGISTERS_BIJHOUDEN)
    gemaakt = Effectbeoordeling.objects.create(
        titel=titel, eigenaar=eigenaar, risicos=risicos, uiterlijk=uiterlijk, begonnen_op=at
    )
    record(Sleutel.EFFECTBEOORDELING_BEGONNEN, gemaakt, by=by, at=at)
    return gemaakt


@transaction.atomic
def werk_effectbeoordeling_bij(
    beoordeling: Effectbeoordeling,
    *,
    naar: Beoordelingstatus,
    risicos: str,
    maatregelen: str,
    advies: str,
    uiterlijk: date,
    by: Medewerker,
    at: datetime,
) -> None:
    """Write down risks, measures and advice, and take the next step.

    Raises NietMogelijk when it would be adopted without measures or without the advice of AVG 35 lid 2.
    """
    require(by, Recht.REGISTERS_BIJHOUDEN)
    if naar == Beoordelingstatus.VASTGESTELD and not (advies.strip() and maatregelen.strip()):
        raise NietMogelijk(_("Vaststellen kan pas als de maatregelen en het advies van de functionaris erbij staan."))
    if naar == Beoordelingstatus.VASTGESTELD and uiterlijk <= at.date():
        raise NietMogelijk(_("Kies een dag in de toekomst waarop u opnieuw kijkt."))
    beoordeling.risicos, beoordeling.maatregelen, beoordeling.advies = risicos, maatregelen, advies
    beoordeling.uiterlijk = uiterlijk
    beoordeling.vastgesteld_op = at.date() if naar == Beoordelingstatus.VASTGESTELD else None
    beoordeling.save(update_fields=["risicos", "maatregelen", "advies", "uiterlijk", "vastgesteld_op"])
    if naar != beoordeling.status:
        transition(beoordeling, to=naar)
    record(Sleutel.EFFECTBEOORDELING_GEWIJZIGD, beoordeling, by=by, at=at)


@transaction.atomic
def meld_datalek(
    wat: str,
    *,
    soorten_gegevens: str,
    aantal_betrokkenen: int | None,
    kennisname: datetime,
    by: Medewerker,
    at: datetime,
) -> Datalek:
    """Enter a breach; from the moment of knowing 72 hours run. Every worker may: who waits, makes it worse.

    Raises NietMogelijk for a moment that has yet to come.
    """
    require(by, Recht.DATALEK_MELDEN)
    if kennisname > at:
        raise NietMogelijk(_("Dit moment ligt in de toekomst. Vul in wanneer u het ontdekte."))
    lek = Datalek.objects.create(
        wat=wat,
        soorten_gegevens=soorten_gegevens,
        aantal_betrokkenen=aantal_betrokkenen,
        kennisname=kennisname,
        eigenaar=by,
        ingevoerd_door=by,
    )
    record(Sleutel.DATALEK_GEMELD, lek, by=by, at=at)
    return lek


@dataclass(frozen=True)
class Oordeel:
    """What was decided about a breach: is there a risk, was it reported, were the residents told (AVG 33, 34)."""

    naar: Datalekstatus
    afweging: str
    reden_te_laat: str = ""
    betrokkenen_ingelicht_op: date | None = None
    reden_niet_ingelicht: str = ""
    maatregelen: str = ""


@transaction.atomic
def beoordeel_datalek(lek: Datalek, oordeel: Oordeel, *, by: Medewerker, at: datetime) -> None:
    """Keep the judgement of a breach and take the step.

    Raises NietMogelijk for a late report without its reason (AVG 33 lid 1), for a reported breach that says nothing of
    telling the residents (AVG 34), and for one that is closed without measures (AVG 33 lid 5).
    """
    require(by, Recht.REGISTERS_BIJHOUDEN)
    if oordeel.naar == Datalekstatus.GEMELD and at > lek.uiterlijk and not oordeel.reden_te_laat.strip():
        raise NietMogelijk(_("De 72 uur zijn voorbij. Schrijf op waarom de melding later is (AVG artikel 33 lid 1)."))
    if oordeel.naar == Datalekstatus.GEMELD and not (
        oordeel.betrokkenen_ingelicht_op or oordeel.reden_niet_ingelicht.strip()
    ):
        raise NietMogelijk(
            _("Schrijf op wanneer de inwoners zijn ingelicht, of waarom dat niet nodig is (AVG artikel 34).")
        )
    if oordeel.naar == Datalekstatus.AFGEHANDELD and not oordeel.maatregelen.strip():
        raise NietMogelijk(_("Schrijf op welke maatregelen zijn genomen voordat u het datalek afrondt."))
    _schrijf_oordeel(lek, oordeel, at)
    if oordeel.naar != lek.status:
        transition(lek, to=oordeel.naar)
    record(Sleutel.DATALEK_BEOORDEELD, lek, by=by, at=at)


def _schrijf_oordeel(lek: Datalek, oordeel: Oordeel, at: datetime) -> None:
    lek.afweging, lek.maatregelen = oordeel.afweging, oordeel.maatregelen
    lek.reden_te_laat, lek.reden_niet_ingelicht = oordeel.reden_te_laat, oordeel.reden_niet_ingelicht
    lek.betrokkenen_ingelicht_op = oordeel.betrokkenen_ingelicht_op
    if oordeel.naar == Datalekstatus.GEMELD and lek.gemeld_op is None:
        lek.gemeld_op = at
    if oordeel.naar == Datalekstatus.AFGEHANDELD:
        lek.afgehandeld_op = at.date()
    lek.save(
        update_fields=[
            "afweging",
            "maatregelen",
            "reden_te_laat",
            "reden_niet_ingelicht",
            "betrokkenen_ingelicht_op",
            "gemeld_op",
            "afgehandeld_op",
        ]
    )


@transaction.atomic
def leg_verklaring_vast(
    medewerker: Medewerker, *, getekend_op: date, geldig_tot: date, by: Medewerker, at: datetime
) -> Geheimhoudingsverklaring:
    """Keep that a worker signed for secrecy, till a day (exclusive).

    Raises NietMogelijk for an impossible period, and for one's own statement: somebody else saw it signed.
    """
    require(by, Recht.REGISTERS_BIJHOUDEN)
    if medewerker.pk == by.pk:
        raise NietMogelijk(_("Uw eigen verklaring legt een collega vast."))
    if getekend_op > at.date() or geldig_tot <= getekend_op:
        raise NietMogelijk(_("Controleer de datums: getekend op of voor vandaag, en geldig tot een latere dag."))
    verklaring = Geheimhoudingsverklaring.objects.create(
        medewerker=medewerker, getekend_op=getekend_op, geldig_tot=geldig_tot, vastgelegd_door=by
    )
    record(Sleutel.GEHEIMHOUDING_GETEKEND, verklaring, by=by, at=at)
    return verklaring


@transaction.atomic
def rond_stap_af(medewerker: Medewerker, stap: str, *, by: Medewerker, at: datetime) -> Instructie:
    """Keep that a worker took a step of the privacy onboarding; taking it twice keeps the first day.

    Only for oneself. Raises NietMogelijk for a step that the municipality does not have.
    """
    if medewerker.pk != by.pk or stap not in {regel.code for regel in inrichting().instructiestappen}:
        raise NietMogelijk(_("Deze stap kunt u alleen voor uzelf afronden, als hij op de lijst staat."))
    gedaan, is_nieuw = Instructie.objects.get_or_create(
        medewerker=medewerker, stap=stap, defaults={"gedaan_op": at.date()}
    )
    if is_nieuw:
        record(Sleutel.INSTRUCTIE_GEDAAN, gedaan, by=by, at=at)
    return gedaan
