"""Start, stop, suspend and extend the clocks of a file. Every end date comes from the room `wetgeving`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import ClassVar, Protocol

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk
from eenplan.core.vertaling import vertaald
from eenplan.dossiers.models import Dossier
from eenplan.inrichting.lezen import inrichting_op
from eenplan.teams.models import Medewerker
from eenplan.termijnen.berekening import bereken
from eenplan.termijnen.models import Opschorting, Termijn, Verdaging
from eenplan.wetgeving import termijnen as wet
from eenplan.wetgeving.normen import Norm, bereken_norm
from eenplan.wetgeving.termijnen import TermijnFout


class Onderwerp(Protocol):
    """What a clock is about: a melding, an aanvraag, a decision."""

    ONDERWERP: ClassVar[str]
    pk: int
    dossier: Dossier

    @property
    def wet(self) -> str: ...


def start_termijn(regel: str, onderwerp: Onderwerp, *, start: date, by: Medewerker, at: datetime) -> Termijn:
    """Start a statutory clock about something in the file; the calling action holds right and transaction.

    Raises NietMogelijk with the sentence of the law for a day on which its rule did not hold yet.
    """
    try:
        afleiding = wet.bereken(
            regel, start, verordening_weken=inrichting_op(start).weken_bij_verordening(regel, start)
        )
    except TermijnFout as fout:
        raise NietMogelijk(vertaald(str(fout))) from fout
    termijn = Termijn.objects.create(
        dossier_id=onderwerp.dossier.pk,
        regel=regel,
        naam=afleiding.naam,
        onderwerp_soort=onderwerp.ONDERWERP,
        onderwerp_id=onderwerp.pk,
        wet=onderwerp.wet,
        start=start,
        einddatum=afleiding.einddatum,
        afleiding=afleiding.as_dict(),
    )
    record(Sleutel.TERMIJN_GESTART, termijn, by=by, at=at, toelichting=termijn.naam)
    return termijn


def start_norm(norm: Norm, onderwerp: Onderwerp, *, start: date, by: Medewerker, at: datetime) -> Termijn:
    """Start a clock that the municipality set itself; it never stands still and is never extended.

    The calling action holds right and transaction. Raises NietMogelijk for a day that cannot be counted from.
    """
    try:
        afleiding = bereken_norm(norm, start)
    except TermijnFout as fout:
        raise NietMogelijk(vertaald(str(fout))) from fout
    termijn = Termijn.objects.create(
        dossier_id=onderwerp.dossier.pk,
        regel=norm.code,
        naam=afleiding.naam,
        onderwerp_soort=onderwerp.ONDERWERP,
        onderwerp_id=onderwerp.pk,
        wet=onderwerp.wet,
        start=start,
        einddatum=afleiding.einddatum,
        afleiding=afleiding.as_dict(),
        is_wettelijk=False,
    )
    record(Sleutel.TERMIJN_GESTART, termijn, by=by, at=at, toelichting=termijn.naam)
    return termijn


def voltooi_termijn(regel: str, onderwerp: Onderwerp, *, by: Medewerker, at: datetime, op: date | None = None) -> None:
    """Stop the clock of this rule about this subject, when it runs; the calling action holds the transaction.

    `op` is the day on which the law was met, when that was before it was recorded.
    """
    termijn = Termijn.objects.filter(
        regel=regel, onderwerp_soort=onderwerp.ONDERWERP, onderwerp_id=onderwerp.pk, voltooid_op__isnull=True
    ).first()
    if termijn:
        termijn.voltooid_op = op or at.date()
        termijn.save(update_fields=["voltooid_op"])
        record(Sleutel.TERMIJN_VOLTOOID, termijn, by=by, at=at, toelichting=termijn.naam)


@transaction.atomic
def schort_op(
    termijn: Termijn,
    *,
    van: date,
    tot_en_met: date | None,
    reden: str,
    by: Medewerker,
    at: datetime,
    grond: str = "Awb 4:15",
) -> Opschorting:
    """Let the clock stand still, both days included; without an end it stands still until `hervat` (Awb 4:15).

    The same suspension sent twice is one. Raises NietMogelijk with the sentence of the law when this clock may not
    stand still.
    """
    require(by, Recht.TERMIJN_BIJHOUDEN, termijn)
    _loopt(termijn)
    gelijk = termijn.opschortingen.filter(van=van, tot_en_met=tot_en_met, grond=grond, reden=reden)
    if dubbel := gelijk.first():
        return dubbel
    if tot_en_met and tot_en_met < van:
        raise NietMogelijk(_("De opschorting eindigt voordat zij begint. Controleer de datums."))
    if termijn.opschortingen.filter(tot_en_met__isnull=True).exists():
        raise NietMogelijk(_("Deze termijn staat al stil. Hervat hem eerst."))
    opschorting = Opschorting.objects.create(
        termijn=termijn, van=van, tot_en_met=tot_en_met, grond=grond, reden=reden, door=by
    )
    _schrijf(termijn, vandaag=at.date())
    record(Sleutel.TERMIJN_OPGESCHORT, termijn, by=by, at=at, toelichting=reden)
    return opschorting


@transaction.atomic
def hervat(opschorting: Opschorting, *, tot_en_met: date, by: Medewerker, at: datetime) -> None:
    """End a running suspension; the day given is the last day on which the clock stood still."""
    require(by, Recht.TERMIJN_BIJHOUDEN, opschorting.termijn)
    _loopt(opschorting.termijn)
    opschorting.refresh_from_db()
    if opschorting.tot_en_met:
        raise NietMogelijk(_("Deze termijn loopt al weer. Een collega was u voor."))
    if tot_en_met < opschorting.van:
        raise NietMogelijk(_("De laatste dag ligt voor de eerste. Kies een latere dag."))
    opschorting.tot_en_met = tot_en_met
    opschorting.save(update_fields=["tot_en_met"])
    _schrijf(opschorting.termijn, vandaag=at.date())
    record(Sleutel.TERMIJN_OPGESCHORT, opschorting.termijn, by=by, at=at, toelichting="termijn loopt weer")


def hervat_termijn(termijn: Termijn, *, tot_en_met: date, by: Medewerker, at: datetime) -> None:
    """End the suspension that keeps this clock still. Raises NietMogelijk when it does not stand still."""
    open_staand = termijn.opschortingen.filter(tot_en_met__isnull=True).first()
    if open_staand is None:
        raise NietMogelijk(_("Deze termijn staat niet stil. Er is niets te hervatten."))
    hervat(open_staand, tot_en_met=tot_en_met, by=by, at=at)


@transaction.atomic
def verdaag(termijn: Termijn, *, weken: int, reden: str, by: Medewerker, at: datetime) -> Verdaging:
    """Give the clock more weeks with a reason for the resident (Awb 4:14, 7:10, 9:11), while it still runs.

    The same extension sent twice on a day is one. Raises NietMogelijk with the sentence of the law.
    """
    require(by, Recht.TERMIJN_BIJHOUDEN, termijn)
    _loopt(termijn)
    if dubbel := termijn.verdagingen.filter(weken=weken, reden=reden, op=at.date(), door=by).first():
        return dubbel
    if at.date() > termijn.einddatum:
        raise NietMogelijk(_("Deze termijn is al voorbij. Verdagen kan alleen zolang hij loopt."))
    verdaging = Verdaging.objects.create(termijn=termijn, weken=weken, reden=reden, op=at.date(), door=by)
    _schrijf(termijn, vandaag=at.date())
    record(Sleutel.TERMIJN_VERDAAGD, termijn, by=by, at=at, toelichting=reden)
    return verdaging


def herbereken(termijn: Termijn, *, vandaag: date) -> bool:
    """Derive the end date anew and tell whether it changed: after the nightly run this must be never."""
    oud = termijn.einddatum
    _schrijf(termijn, vandaag=vandaag)
    return termijn.einddatum != oud


def herbereken_alle(*, vandaag: date) -> Iterator[tuple[Termijn, date]]:
    """Derive every running clock anew; give each that moved without a reason, with the day it had.

    A clock that stands still without an end moves along a day each day; that is a reason.
    """
    lopend = Termijn.objects.filter(voltooid_op__isnull=True).prefetch_related("opschortingen", "verdagingen")
    for termijn in lopend.order_by("pk").iterator(chunk_size=500):
        oud = termijn.einddatum
        staat_stil = any(rij.tot_en_met is None for rij in termijn.opschortingen.all())
        if herbereken(termijn, vandaag=vandaag) and not staat_stil:
            yield termijn, oud


def _schrijf(termijn: Termijn, *, vandaag: date) -> None:
    """The only place that writes a derived end date. A suspension without an end counts until today."""
    try:
        afleiding = bereken(termijn, vandaag=vandaag)
    except TermijnFout as fout:
        raise NietMogelijk(vertaald(str(fout))) from fout
    termijn.einddatum, termijn.afleiding = afleiding.einddatum, dict(afleiding.as_dict())
    termijn.save(update_fields=["einddatum", "afleiding"])


def _loopt(termijn: Termijn) -> None:
    """Hold the clock for this act: two changes at once would each miss the other's days."""
    nu = Termijn.objects.select_for_update().get(pk=termijn.pk)
    termijn.voltooid_op, termijn.einddatum = nu.voltooid_op, nu.einddatum
    if termijn.voltooid_op:
        raise NietMogelijk(_("Deze termijn is al voltooid."))
    if not termijn.is_wettelijk:
        raise NietMogelijk(_("Dit is een norm van de gemeente zelf. Zo’n norm staat niet stil en wordt niet verdaagd."))
