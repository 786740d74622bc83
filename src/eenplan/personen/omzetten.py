"""Households move and split, duplicate persons and households become one, and each of these is taken back exactly.

Nothing here decides about files: a file stays with its household number, and its team follows the address.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk
from eenplan.personen.actions import leer_woorden, zoeksleutels
from eenplan.personen.afscherming import is_afgeschermd
from eenplan.personen.bsn import bsn_van, verplaats_bsn
from eenplan.personen.eigen import werk_gesloten_bij
from eenplan.personen.journaal import Journaal, draai_terug, leg_stand_vast, verhang
from eenplan.personen.models import (
    Adres,
    Dubbelkandidaat,
    Huishouden,
    Huishoudlid,
    Huishoudrol,
    Omzetting,
    Omzettingsoort,
    Persoon,
    Relatie,
    Verblijf,
)
from eenplan.teams.models import Medewerker
from eenplan.teams.queries import ligging

# What a worker may choose from the left or from the right when two registrations become one.
PERSOONSVELDEN: Final = (
    "voornamen", "roepnaam", "tussenvoegsel", "achternaam", "geboortedatum", "geslacht", "overleden_op", "telefoon",
    "email",
)  # fmt: skip


@dataclass(frozen=True)
class NieuwAdres:
    """An address to move to; the postcode decides buurt and team."""

    postcode: str
    huisnummer: int
    toevoeging: str = ""
    straat: str = ""
    woonplaats: str = ""


@dataclass(frozen=True)
class Verdeling:
    """Who leaves a household, and who lives in both from then on; whoever is not named stays."""

    gaat: frozenset[int]
    in_beide: frozenset[int] = field(default=frozenset())

    @property
    def in_nieuw(self) -> frozenset[int]:
        return self.gaat | self.in_beide


# ------------------------------------------------------------------------------------------------------------- to move


@transaction.atomic
def verhuis_huishouden(
    huishouden: Huishouden, adres: NieuwAdres, *, reden: str, by: Medewerker, at: datetime
) -> Omzetting:
    """Move a whole household; the file goes along to the team of the new address, and both teams can read that it did.

    Raises NietMogelijk outside the municipality.
    """
    require(by, Recht.HUISHOUDEN_VERHUIZEN, huishouden)
    oud_team = huishouden.team
    omzetting, journaal = _begin(Omzettingsoort.VERHUIZING, huishouden.pk, huishouden.pk, reden, by=by, at=at)
    nieuw, team_id = _maak_adres(journaal, adres, at.date())
    journaal.wijzig(huishouden, adres=nieuw, team=team_id)
    huishouden = Huishouden.objects.select_related("team", "adres").get(pk=huishouden.pk)
    _ververs_sleutels(journaal, Huishoudlid.objects.filter(huishouden=huishouden, tot__isnull=True))
    weg = _("van {oud} naar {nieuw}").format(oud=oud_team.naam, nieuw=huishouden.team.naam)
    record(Sleutel.HUISHOUDEN_VERHUISD, huishouden, by=by, at=at, toelichting=weg)
    if huishouden.team_id != oud_team.pk:
        record(Sleutel.HUISHOUDEN_ONTVANGEN, huishouden, by=by, at=at, toelichting=weg)
    return omzetting


@transaction.atomic
def splits_huishouden(
    huishouden: Huishouden,
    verdeling: Verdeling,
    naar: Huishouden | NieuwAdres,
    *,
    reden: str,
    by: Medewerker,
    at: datetime,
) -> Omzetting:
    """Let members leave to a new or another household, and children live in both. The file stays where it is.

    Raises NietMogelijk when nobody leaves, nobody stays, or the address lies outside the municipality.
    """
    require(by, Recht.HUISHOUDEN_VERHUIZEN, huishouden)
    leden = {lid.persoon_id: lid for lid in _leden(huishouden)}
    _controleer(verdeling, set(leden))
    doel_id = naar.pk if isinstance(naar, Huishouden) else 0
    omzetting, journaal = _begin(Omzettingsoort.SPLITSING, huishouden.pk, doel_id, reden, by=by, at=at)
    doel = _doel(journaal, naar, [leden[pk] for pk in sorted(verdeling.in_nieuw)], huishouden, by=by, at=at)
    Omzetting.objects.filter(pk=omzetting.pk).update(naar_id=doel.pk)
    omzetting.naar_id = doel.pk
    for persoon_id in sorted(verdeling.in_nieuw):
        lid = leden[persoon_id]
        _breng_over(journaal, lid, doel, at.date(), blijft_ook=persoon_id in verdeling.in_beide)
    _sluit_af(journaal, doel, Sleutel.HUISHOUDEN_GESPLITST, (huishouden, doel), by=by, at=at)
    return omzetting


def _controleer(verdeling: Verdeling, leden: set[int]) -> None:
    if not verdeling.in_nieuw or not verdeling.in_nieuw <= leden:
        raise NietMogelijk(_("Kies wie er vertrekt. Alleen wie nu in dit huishouden woont, kan vertrekken."))
    if verdeling.gaat >= leden:
        raise NietMogelijk(_("Iedereen vertrekt. Verhuis dan het hele huishouden, zodat het dossier meegaat."))
    if verdeling.gaat & verdeling.in_beide:
        raise NietMogelijk(_("Iemand vertrekt of woont in beide huishoudens, niet allebei."))


def _doel(
    journaal: Journaal,
    naar: Huishouden | NieuwAdres,
    leden: list[Huishoudlid],
    oud: Huishouden,
    *,
    by: Medewerker,
    at: datetime,
) -> Huishouden:
    if isinstance(naar, Huishouden):
        require(by, Recht.HUISHOUDEN_VERHUIZEN, naar)
        if naar.pk == oud.pk or naar.opgegaan_in_id:
            raise NietMogelijk(_("Kies een ander huishouden."))
        return naar
    adres, team_id = _maak_adres(journaal, naar, at.date())
    volwassenen = [lid for lid in leden if lid.rol != Huishoudrol.KIND] or leden
    namen = dict.fromkeys(
        " ".join(filter(None, (lid.persoon.tussenvoegsel, lid.persoon.achternaam))) for lid in volwassenen
    )
    nieuw = Huishouden(naam=f"Fam. {' / '.join(list(namen)[:2])}"[:120], adres=adres, team_id=team_id)
    journaal.maak(nieuw)
    return nieuw


# -------------------------------------------------------------------------------------------------------- to become one


@transaction.atomic
def voeg_huishoudens_samen(van: Huishouden, naar: Huishouden, *, reden: str, by: Medewerker, at: datetime) -> Omzetting:
    """Bring the members of one household to another; the emptied one points at the one that stays."""
    require(by, Recht.HUISHOUDEN_VERHUIZEN, van)
    require(by, Recht.HUISHOUDEN_VERHUIZEN, naar)
    if van.pk == naar.pk or van.opgegaan_in_id or naar.opgegaan_in_id:
        raise NietMogelijk(_("Kies twee verschillende huishoudens die nog niet zijn opgegaan in een ander."))
    if is_afgeschermd(van) or is_afgeschermd(naar):
        raise NietMogelijk(
            _("Een huishouden met een afgeschermd adres wordt niet samengevoegd. Beëindig eerst de afscherming.")
        )
    omzetting, journaal = _begin(Omzettingsoort.HUISHOUDENS, van.pk, naar.pk, reden, by=by, at=at)
    for lid in _leden(van):
        _breng_over(journaal, lid, naar, at.date())
    journaal.wijzig(van, opgegaan_in=naar)
    _sluit_af(journaal, naar, Sleutel.HUISHOUDENS_SAMENGEVOEGD, (van, naar), by=by, at=at)
    return omzetting


@transaction.atomic
def voeg_personen_samen(
    van: Persoon, naar: Persoon, *, van_links: Collection[str], reden: str, by: Medewerker, at: datetime
) -> Omzetting:
    """Make two registrations of one resident into one: `naar` stays, with the fields of `van_links` taken from `van`.

    Everything of every room that pointed at `van` points at `naar`. Raises NietMogelijk when they cannot be one person.
    """
    require(by, Recht.PERSONEN_SAMENVOEGEN)
    if zin := waarom_niet(van, naar):
        raise NietMogelijk(zin)
    omzetting, journaal = _begin(Omzettingsoort.PERSONEN, van.pk, naar.pk, reden, by=by, at=at)
    geraakt = [lid.huishouden for lid in _lidmaatschappen((van.pk, naar.pk))]
    for huishouden in geraakt:
        require(by, Recht.PERSONEN_SAMENVOEGEN, huishouden)
    _neem_kandidaten_mee(journaal, van, naar)
    verhang(journaal, van=van, naar=naar)
    heeft_bsn = bool(bsn_van(van))
    verplaats_bsn(van=van, naar=naar)
    journaal.wijzig(naar, **{veld: getattr(van, veld) for veld in PERSOONSVELDEN if veld in van_links})
    journaal.wijzig(van, opgegaan_in=naar)
    _ververs_sleutels(journaal, Huishoudlid.objects.filter(persoon=naar, tot__isnull=True))
    leg_stand_vast(journaal, naar)
    if heeft_bsn:
        Omzetting.objects.filter(pk=omzetting.pk).update(met_bsn=True)
    werk_gesloten_bij({van.pk, naar.pk}, at=at)
    for huishouden in {rij.pk: rij for rij in geraakt}.values():
        record(Sleutel.PERSONEN_SAMENGEVOEGD, huishouden, by=by, at=at)
    return omzetting


def waarom_niet(van: Persoon, naar: Persoon) -> str:
    """Say why two registrations cannot be one resident, or nothing when they can."""
    if van.pk == naar.pk or van.opgegaan_in_id or naar.opgegaan_in_id:
        return _("Kies twee verschillende personen die nog niet zijn samengevoegd.")
    nummers = {nummer for nummer in (bsn_van(van), bsn_van(naar)) if nummer}
    if len(nummers) > 1:
        return _("Deze twee hebben elk een eigen burgerservicenummer: het zijn twee mensen.")
    if Relatie.objects.filter(Q(van=van, naar=naar) | Q(van=naar, naar=van)).exists():
        return _("Deze twee hebben een relatie met elkaar. Klopt die niet, verwijder haar dan eerst.")
    return ""


def _neem_kandidaten_mee(journaal: Journaal, van: Persoon, naar: Persoon) -> None:
    """Keep what a worker said about the one for the other: "not the same" stays true."""
    for rij in Dubbelkandidaat.objects.filter(Q(een=van) | Q(ander=van)).order_by("pk"):
        derde = rij.ander_id if rij.een_id == van.pk else rij.een_id
        een, ander = sorted((derde, naar.pk))
        journaal.verwijder(rij)
        bekend = Dubbelkandidaat.objects.filter(een=een, ander=ander).exists()
        if rij.afgewezen_op and derde != naar.pk and not bekend:
            rij.pk, rij.een_id, rij.ander_id = None, een, ander
            journaal.maak(rij)


# ---------------------------------------------------------------------------------------------------------- taking back


@transaction.atomic
def maak_ongedaan(omzetting: Omzetting, *, by: Medewerker, at: datetime) -> None:
    """Put everything back as it was before. Raises NietMogelijk, with the reason, when later work rests on it."""
    recht = recht_voor(omzetting)
    require(by, recht)
    omzetting = Omzetting.objects.select_for_update().get(pk=omzetting.pk)
    if omzetting.ongedaan_op:
        raise NietMogelijk(_("Dit is al ongedaan gemaakt."))
    huishoudens = list(huishoudens_van(omzetting))
    for huishouden in huishoudens:
        require(by, recht, huishouden)
    draai_terug(omzetting)
    if omzetting.met_bsn:
        verplaats_bsn(van=Persoon.objects.get(pk=omzetting.naar_id), naar=Persoon.objects.get(pk=omzetting.van_id))
    Omzetting.objects.filter(pk=omzetting.pk).update(ongedaan_op=at, ongedaan_door=by)
    werk_gesloten_bij(_personen_van(omzetting, huishoudens), at=at)
    for huishouden in huishoudens:
        if Huishouden.objects.filter(pk=huishouden.pk).exists():
            record(Sleutel.OMZETTING_ONGEDAAN, huishouden, by=by, at=at)


def recht_voor(omzetting: Omzetting) -> Recht:
    """Give the right that taking this back asks: the one that doing it asked."""
    is_persoon = omzetting.soort == Omzettingsoort.PERSONEN
    return Recht.PERSONEN_SAMENVOEGEN if is_persoon else Recht.HUISHOUDEN_VERHUIZEN


def huishoudens_van(omzetting: Omzetting) -> Iterable[Huishouden]:
    """Give the households an omzetting touched; of two persons, the households they belong to."""
    rijen = Huishouden.objects.select_related("team", "adres")
    if omzetting.soort == Omzettingsoort.PERSONEN:
        leden = Huishoudlid.objects.filter(persoon__in=(omzetting.van_id, omzetting.naar_id), tot__isnull=True)
        return rijen.filter(pk__in=leden.values("huishouden"))
    return rijen.filter(pk__in=(omzetting.van_id, omzetting.naar_id))


def _personen_van(omzetting: Omzetting, huishoudens: list[Huishouden]) -> set[int]:
    leden = Huishoudlid.objects.filter(huishouden__in=huishoudens)
    eigen = {omzetting.van_id, omzetting.naar_id} if omzetting.soort == Omzettingsoort.PERSONEN else set()
    return eigen | set(leden.values_list("persoon_id", flat=True))


# --------------------------------------------------------------------------------------------------------------- shared


def _begin(
    soort: Omzettingsoort, van_id: int, naar_id: int, reden: str, *, by: Medewerker, at: datetime
) -> tuple[Omzetting, Journaal]:
    omzetting = Omzetting.objects.create(soort=soort, van_id=van_id, naar_id=naar_id, reden=reden, op=at, door=by)
    return omzetting, Journaal(omzetting)


def _maak_adres(journaal: Journaal, nieuw: NieuwAdres, dag: date) -> tuple[Adres, int]:
    plek = ligging(nieuw.postcode, dag)
    if plek is None:
        raise NietMogelijk(
            _("Deze postcode ligt niet in onze gemeente. Draag het dossier over aan de nieuwe gemeente.")
        )
    adres = Adres(
        straat=nieuw.straat, huisnummer=nieuw.huisnummer, toevoeging=nieuw.toevoeging, postcode=nieuw.postcode,
        woonplaats=nieuw.woonplaats, buurt=plek.buurt,
    )  # fmt: skip
    journaal.maak(adres)
    return adres, plek.team.pk


def _leden(huishouden: Huishouden) -> list[Huishoudlid]:
    return list(huishouden.leden.select_related("persoon").filter(tot__isnull=True).order_by("pk"))


def _lidmaatschappen(persoon_ids: Iterable[int]) -> list[Huishoudlid]:
    rijen = Huishoudlid.objects.select_related("huishouden").filter(persoon__in=list(persoon_ids), tot__isnull=True)
    return list(rijen.order_by("huishouden"))


def _breng_over(journaal: Journaal, lid: Huishoudlid, doel: Huishouden, dag: date, *, blijft_ook: bool = False) -> None:
    """End the one membership and begin the other on the same day; one that began today is simply moved."""
    is_al_lid = Huishoudlid.objects.filter(huishouden=doel, persoon=lid.persoon, tot__isnull=True).exists()
    if not blijft_ook:
        _beeindig_verblijf(journaal, lid, dag)
        if lid.vanaf >= dag and not is_al_lid:
            journaal.wijzig(lid, huishouden=doel)
            return
        if lid.vanaf >= dag:
            journaal.verwijder(lid)
            return
        journaal.wijzig(lid, tot=dag)
    if not is_al_lid:
        journaal.maak(Huishoudlid(huishouden=doel, persoon=lid.persoon, rol=lid.rol, vanaf=dag, zoeksleutels=""))


def _beeindig_verblijf(journaal: Journaal, lid: Huishoudlid, dag: date) -> None:
    for verblijf in Verblijf.objects.filter(persoon=lid.persoon, huishouden=lid.huishouden, tot__isnull=True):
        journaal.wijzig(verblijf, tot=max(dag, verblijf.vanaf))


def _sluit_af(
    journaal: Journaal,
    doel: Huishouden,
    sleutel: Sleutel,
    huishoudens: tuple[Huishouden, Huishouden],
    *,
    by: Medewerker,
    at: datetime,
) -> None:
    """Roles, search keys, closed files and the trail after people came to live in a household."""
    _pas_rollen_aan(journaal, doel)
    leden = Huishoudlid.objects.filter(huishouden=doel, tot__isnull=True)
    _ververs_sleutels(journaal, leden)
    personen = Huishoudlid.objects.filter(huishouden__in=huishoudens).values_list("persoon_id", flat=True)
    werk_gesloten_bij(set(personen), at=at)
    for huishouden in huishoudens:
        record(sleutel, huishouden, by=by, at=at)


def _pas_rollen_aan(journaal: Journaal, huishouden: Huishouden) -> None:
    """Nobody is a partner alone: the one adult is a parent among children, and otherwise alone."""
    leden = _leden(huishouden)
    volwassenen = [lid for lid in leden if lid.rol not in (Huishoudrol.KIND, Huishoudrol.INWONEND)]
    if len(volwassenen) == 1 and volwassenen[0].rol == Huishoudrol.PARTNER:
        heeft_kind = any(lid.rol == Huishoudrol.KIND for lid in leden)
        journaal.wijzig(volwassenen[0], rol=Huishoudrol.OUDER if heeft_kind else Huishoudrol.ALLEENSTAAND)


def _ververs_sleutels(journaal: Journaal, leden: Iterable[Huishoudlid]) -> None:
    ids = [lid.pk for lid in leden]
    for lid in Huishoudlid.objects.select_related("persoon", "huishouden__adres").filter(pk__in=ids).order_by("pk"):
        straat = "" if is_afgeschermd(lid.huishouden) else lid.huishouden.adres.straat
        sleutels = zoeksleutels(lid.persoon, straat)
        leer_woorden(sleutels)
        journaal.wijzig(lid, zoeksleutels=" ".join(sorted(sleutels)))
