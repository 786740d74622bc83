"""The five steps of the meldcode, who may read along, and what was decided (Wmo 3.3, Jeugdwet 4.1.7).

No act here leaves a trace in the file of the household: its events carry no file number and no words (ADR 0016).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.core.transitions import transition
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.werktaken import leg_klaar, rond_af
from eenplan.teams.models import Medewerker
from eenplan.veiligheid import meldcode_queries as queries
from eenplan.veiligheid.afweging import gevraagd, weeg
from eenplan.veiligheid.models import (
    Meldbeslissing,
    Meldcode,
    Meldcodestap,
    Meldcodetoegang,
    Stap,
    Weging,
    Wegingsuitkomst,
)
from eenplan.veiligheid.states import Meldcodestatus

WAT = "vertrouwelijke taak"


def _mag(by: Medewerker, meldcode: Meldcode) -> None:
    """Return only for who may keep this very meldcode; the right for the team alone is not enough."""
    require(by, Recht.MELDCODE_BIJHOUDEN, meldcode.bij)
    if not queries.visible_to(by).filter(pk=meldcode.pk).exists():
        raise NietToegestaan(_("Dit is voor u niet open."))


@transaction.atomic
def begin_meldcode(dossier: Dossier, *, over: str, vermoeden: str, by: Medewerker, at: datetime) -> Meldcode:
    """Open a meldcode about a suspicion. Only who begins it is let in, besides who looks after all of the team."""
    require(by, Recht.MELDCODE_BIJHOUDEN, dossier)
    meldcode = Meldcode.objects.create(bij=dossier, over=over, vermoeden=vermoeden, begonnen_op=at, begonnen_door=by)
    reden = _("is met deze meldcode begonnen")
    Meldcodetoegang.objects.create(meldcode=meldcode, medewerker=by, reden=reden, vanaf=at, gegeven_door=by)
    record(Sleutel.MELDCODE_BEGONNEN, meldcode, by=by, at=at)
    return meldcode


# -------------------------------------------------------------------------------------------------------- the steps


@dataclass(frozen=True)
class Gezet:
    """A step as somebody tells it. One that is left out has its reason in `wat`."""

    stap: Stap
    op: date
    wat: str
    met_wie: str = ""
    is_overgeslagen: bool = False
    is_anoniem: bool = False


@transaction.atomic
def zet_stap(meldcode: Meldcode, gezet: Gezet, *, by: Medewerker, at: datetime) -> Meldcodestap:
    """Keep that a step was taken, or why it is left out; in any order, and as often as needed.

    Raises NietMogelijk for the weighing and the decision, which have acts of their own; when it is closed; for a day
    that has yet to come; and when advice asked without names has a name in it.
    """
    _mag(by, meldcode)
    if gezet.stap in (Stap.WEGEN, Stap.BESLISSEN):
        raise NietMogelijk(_("Wegen en beslissen doet u op hun eigen formulier."))
    _is_open(meldcode)
    if gezet.op > at.date():
        raise NietMogelijk(_("Deze dag is nog niet geweest. Vul de dag in waarop het gebeurde."))
    if gezet.is_anoniem:
        _zonder_namen(meldcode, f"{gezet.wat} {gezet.met_wie}")
    return _schrijf(meldcode, gezet, by=by, at=at)


def _schrijf(meldcode: Meldcode, gezet: Gezet, *, by: Medewerker, at: datetime) -> Meldcodestap:
    if not gezet.wat.strip():
        raise NietMogelijk(_("Schrijf op wat er is gedaan, of waarom deze stap wordt overgeslagen."))
    rij = Meldcodestap.objects.create(meldcode=meldcode, door=by, geschreven_op=at, **vars(gezet))
    record(Sleutel.MELDCODE_BIJGEWERKT, meldcode, by=by, at=at)
    return rij


def _is_open(meldcode: Meldcode) -> None:
    meldcode.status = Meldcode.objects.select_for_update().get(pk=meldcode.pk).status
    if meldcode.status == Meldcodestatus.GESLOTEN:
        raise NietMogelijk(_("Deze meldcode is gesloten. Zijn er nieuwe signalen? Heropen hem dan eerst."))


def _zonder_namen(meldcode: Meldcode, tekst: str) -> None:
    """Refuse a text that names a member of the household: asking Veilig Thuis for advice goes without names."""
    namen = "|".join(re.escape(naam) for naam in queries.namen_in_huis(meldcode.bij))
    if namen and re.search(rf"\b({namen})\b", tekst, re.IGNORECASE):
        raise NietMogelijk(_("Hier staat een naam uit het huishouden. Vraagt u anoniem advies? Haal de naam dan weg."))


@transaction.atomic
def weeg_af(
    meldcode: Meldcode, antwoorden: Mapping[str, str], *, toelichting: str, by: Medewerker, at: datetime
) -> Weging:
    """Take step 4: answer the questions of the afwegingskader until one ends it, and keep the outcome with its reasons.

    Raises NietMogelijk when the question that comes next has no answer.
    """
    _mag(by, meldcode)
    _is_open(meldcode)
    uitkomst, open_vraag = weeg(dict(antwoorden))
    if uitkomst is None:
        vraag = str(open_vraag.tekst) if open_vraag else ""
        raise NietMogelijk(_("Geef antwoord op de vraag “{vraag}”").format(vraag=vraag))
    stap = _schrijf(meldcode, Gezet(Stap.WEGEN, at.date(), toelichting), by=by, at=at)
    return Weging.objects.create(meldcode=meldcode, stap=stap, uitkomst=uitkomst, **gevraagd(dict(antwoorden)))


@dataclass(frozen=True)
class Beslissing:
    """What was decided: report, help, both or neither; why, and when it is looked at again."""

    is_melden: bool
    is_hulp: bool
    toelichting: str
    reden_anders: str = ""
    volgen_op: date | None = None


@transaction.atomic
def beslis(meldcode: Meldcode, beslissing: Beslissing, *, by: Medewerker, at: datetime) -> Meldbeslissing:
    """Take step 5 on the last weighing. Looking again is a task that only its own worker sees.

    Raises NietMogelijk before a weighing, when it differs from the weighing without a reason, and when a report or
    help has no day on which one looks again.
    """
    _mag(by, meldcode)
    _is_open(meldcode)
    weging = queries.weging_om_op_te_beslissen(meldcode)
    if weging is None:
        raise NietMogelijk(_("Beslissen kan pas na het wegen. Doe eerst stap 4."))
    _klopt(beslissing, weging, at)
    stap = _schrijf(meldcode, Gezet(Stap.BESLISSEN, at.date(), beslissing.toelichting), by=by, at=at)
    rij = Meldbeslissing.objects.create(
        meldcode=meldcode, stap=stap, weging=weging, is_melden=beslissing.is_melden, is_hulp=beslissing.is_hulp,
        reden_anders=beslissing.reden_anders.strip(),
    )  # fmt: skip
    if meldcode.status == Meldcodestatus.IN_GANG:
        transition(meldcode, to=Meldcodestatus.BESLIST)
    _volg(meldcode, beslissing.volgen_op, by=by, at=at)
    return rij


def _klopt(beslissing: Beslissing, weging: Weging, at: datetime) -> None:
    moet_melden = weging.uitkomst == Wegingsuitkomst.MELDEN
    moet_hulp = weging.uitkomst == Wegingsuitkomst.HULP
    anders = beslissing.is_melden != moet_melden or (moet_hulp and not beslissing.is_hulp)
    if anders and not beslissing.reden_anders.strip():
        raise NietMogelijk(_("U beslist anders dan de weging zegt. Schrijf op waarom."))
    doet_iets = beslissing.is_melden or beslissing.is_hulp
    if doet_iets and (beslissing.volgen_op is None or beslissing.volgen_op <= at.date()):
        raise NietMogelijk(_("Kies een dag na vandaag waarop u kijkt of het nu veilig is."))


def _volg(meldcode: Meldcode, volgen_op: date | None, *, by: Medewerker, at: datetime) -> None:
    meldcode.volgen_op = volgen_op
    meldcode.save(update_fields=["volgen_op"])
    if volgen_op is None:
        rond_af(meldcode, by=by, at=at)
        return
    leg_klaar(
        meldcode, meldcode.bij, voor=by, wat=WAT, uiterlijk=volgen_op, recht=Recht.MELDCODE_BIJHOUDEN, by=by, at=at
    )


@transaction.atomic
def sluit_meldcode(meldcode: Meldcode, *, reden: str, by: Medewerker, at: datetime) -> None:
    """Close it with why: after following till it was safe, or because the weighing gave no suspicion."""
    _mag(by, meldcode)
    _is_open(meldcode)
    weging = queries.laatste_weging(meldcode)
    if meldcode.status == Meldcodestatus.IN_GANG and (weging is None or weging.uitkomst != Wegingsuitkomst.SLUITEN):
        raise NietMogelijk(_("Sluiten kan als het wegen geen vermoeden gaf, of als er is beslist en gevolgd."))
    if not reden.strip():
        raise NietMogelijk(_("Schrijf op waarom de meldcode kan sluiten."))
    transition(meldcode, to=Meldcodestatus.GESLOTEN)
    meldcode.reden_gesloten = reden.strip()
    meldcode.save(update_fields=["reden_gesloten"])
    _volg(meldcode, None, by=by, at=at)
    record(Sleutel.MELDCODE_BIJGEWERKT, meldcode, by=by, at=at)


@transaction.atomic
def heropen_meldcode(meldcode: Meldcode, *, signalen: str, by: Medewerker, at: datetime) -> None:
    """Go on after new signals, which are written down as step 1 again. What was weighed before decides nothing more."""
    _mag(by, meldcode)
    transition(meldcode, to=Meldcodestatus.IN_GANG)
    _schrijf(meldcode, Gezet(Stap.SIGNALEN, at.date(), signalen), by=by, at=at)


# ------------------------------------------------------------------------------------------------- the access group


@transaction.atomic
def laat_toe(meldcode: Meldcode, wie: Medewerker, *, reden: str, by: Medewerker, at: datetime) -> Meldcodetoegang:
    """Let a teammate read along and keep it, by name and with a reason.

    Raises NietMogelijk for somebody who does not work for this team with this right, or is in already.
    """
    _mag(by, meldcode)
    if not queries.toe_te_laten(meldcode, at.date()).filter(pk=wie.pk).exists():
        raise NietMogelijk(_("Kies een collega van dit team die er nog niet bij kan."))
    try:
        with transaction.atomic():
            rij = Meldcodetoegang.objects.create(
                meldcode=meldcode, medewerker=wie, reden=reden, vanaf=at, gegeven_door=by
            )
    except IntegrityError:
        raise NietMogelijk(_("Deze collega kan er al bij.")) from None
    record(Sleutel.MELDCODE_TOEGANG, meldcode, by=by, at=at)
    return rij


@transaction.atomic
def trek_in(meldcode: Meldcode, wie: Medewerker, *, by: Medewerker, at: datetime) -> None:
    """Let somebody in no longer. Raises NietMogelijk for the last one: then nobody by name would keep it."""
    _mag(by, meldcode)
    lopend = meldcode.toegangen.select_for_update().filter(tot__isnull=True)
    if lopend.count() < 2:
        raise NietMogelijk(_("Laat eerst een ander toe. Iemand moet deze meldcode bijhouden."))
    if not lopend.filter(medewerker=wie).exists():
        raise NietMogelijk(_("Deze collega kan er al niet meer bij."))
    lopend.filter(medewerker=wie).update(tot=at, ingetrokken_door=by)
    record(Sleutel.MELDCODE_TOEGANG, meldcode, by=by, at=at)
