"""The catalogue grows: provisions, providers, contracts, prices and places. Old prices stay for their days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from eenplan.aanbod.models import Aanbieder, Capaciteit, Contract, Tarief, Voorziening, Voorzieningsoort
from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.teams.models import Medewerker


@dataclass(frozen=True)
class NieuweVoorziening:
    """One kind of help on entering the catalogue."""

    code: str
    naam: str
    soort: Voorzieningsoort
    wet: Wet
    trede: str
    leefgebied: str
    eenheid: str
    omschrijving: str = ""
    is_dienst: bool = True


@transaction.atomic
def leg_voorziening_vast(nieuw: NieuweVoorziening, *, by: Medewerker, at: datetime) -> Voorziening:
    """Put a provision in the catalogue.

    Raises NietMogelijk when its code is taken, or its rung or life domain is not the municipality's.
    """
    require(by, Recht.AANBOD_BEHEREN)
    if nieuw.trede not in {trede.code for trede in inrichting().treden}:
        raise NietMogelijk(_("Deze trede staat niet in de inrichting van de gemeente. Kies een trede van de ladder."))
    if nieuw.leefgebied not in {gebied.code for gebied in inrichting().leefgebieden}:
        raise NietMogelijk(_("Dit leefgebied staat niet in de inrichting van de gemeente. Kies een ander leefgebied."))
    voorziening, is_nieuw = Voorziening.objects.get_or_create(code=nieuw.code, defaults=vars(nieuw))
    if not is_nieuw:
        raise NietMogelijk(_("Deze code is al van een andere voorziening. Kies een andere code."))
    record(Sleutel.VOORZIENING_VASTGELEGD, voorziening, by=by, at=at)
    return voorziening


@transaction.atomic
def leg_aanbieder_vast(naam: str, *, telefoon: str = "", by: Medewerker, at: datetime) -> Aanbieder:
    """Put a provider in the catalogue. Raises NietMogelijk when one of that name is there already."""
    require(by, Recht.AANBOD_BEHEREN)
    aanbieder, is_nieuw = Aanbieder.objects.get_or_create(naam=naam, defaults={"telefoon": telefoon})
    if not is_nieuw:
        raise NietMogelijk(_("Deze aanbieder staat al in het aanbod."))
    record(Sleutel.AANBIEDER_VASTGELEGD, aanbieder, by=by, at=at)
    return aanbieder


@transaction.atomic
def sluit_contract(
    voorziening: Voorziening,
    aanbieder: Aanbieder,
    *,
    vanaf: date,
    tot: date | None = None,
    by: Medewerker,
    at: datetime,
) -> Contract:
    """Let a provider give a provision from a day until (exclusive) another, or until further notice.

    Raises NietMogelijk when the two already have a contract on one of those days.
    """
    require(by, Recht.AANBOD_BEHEREN)
    if tot and tot <= vanaf:
        raise NietMogelijk(_("Het contract eindigt voordat het begint. Controleer de datums."))
    eerder = Contract.objects.filter(voorziening=voorziening, aanbieder=aanbieder)
    if any((tot is None or oud.vanaf < tot) and (oud.tot is None or oud.tot > vanaf) for oud in eerder):
        raise NietMogelijk(_("Met deze aanbieder loopt op een van die dagen al een contract voor deze voorziening."))
    contract = Contract.objects.create(voorziening=voorziening, aanbieder=aanbieder, vanaf=vanaf, tot=tot)
    record(Sleutel.CONTRACT_GESLOTEN, contract, by=by, at=at)
    return contract


@transaction.atomic
def vul_tarief(contract: Contract, *, bedrag_cent: int, vanaf: date, by: Medewerker, at: datetime) -> Tarief:
    """Set the price of one unit from a day; the former line ends there and stays.

    Raises NietMogelijk for a day outside the contract, or not after the last line: a past price never changes.
    """
    require(by, Recht.AANBOD_BEHEREN)
    if vanaf < contract.vanaf or (contract.tot and vanaf >= contract.tot):
        raise NietMogelijk(_("Op deze dag is er geen contract met deze aanbieder."))
    vorige = contract.tarieven.select_for_update().order_by("-vanaf").first()
    if vorige and vorige.vanaf >= vanaf:
        raise NietMogelijk(_("Er is al een tarief vanaf die dag of later. Een tarief van vroeger verandert niet meer."))
    if vorige and vorige.tot is None:
        vorige.tot = vanaf
        vorige.save(update_fields=["tot"])
    tarief = Tarief.objects.create(contract=contract, bedrag_cent=bedrag_cent, vanaf=vanaf)
    record(Sleutel.TARIEF_VASTGELEGD, contract, by=by, at=at)
    return tarief


@transaction.atomic
def meld_capaciteit(
    contract: Contract, *, peildatum: date, plaatsen_vrij: int, wachttijd_dagen: int, by: Medewerker, at: datetime
) -> Capaciteit:
    """Keep how full a provider was on a day. Raises NietMogelijk when that day was reported already."""
    require(by, Recht.AANBOD_BEHEREN)
    try:
        with transaction.atomic():
            capaciteit = Capaciteit.objects.create(
                contract=contract,
                peildatum=peildatum,
                plaatsen_vrij=plaatsen_vrij,
                wachttijd_dagen=wachttijd_dagen,
            )
    except IntegrityError as fout:
        raise NietMogelijk(_("Voor deze dag is al een opgave ontvangen.")) from fout
    record(Sleutel.CAPACITEIT_GEMELD, contract, by=by, at=at)
    return capaciteit
