"""Residents and households enter the administration."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk
from eenplan.personen.bsn import bewaar_bsns
from eenplan.personen.models import (
    Adres,
    Geslacht,
    Gezag,
    Huishouden,
    Huishoudlid,
    Huishoudrol,
    Persoon,
    Relatie,
    Relatiesoort,
    Zoekwoord,
)
from eenplan.personen.zoeksleutels import naamwoorden, sleutelvormen, straatwoorden
from eenplan.teams.models import Medewerker
from eenplan.teams.queries import Ligging, ligging
from eenplan.wetgeving.gezagsoorten import Gezagssoort

LANGSTE_WOORD: Final = 80  # the column of Zoekwoord
Geleverd = tuple[int, date, Gezagssoort, tuple[int, ...]]  # the child, since when, of which kind, and who holds it


@dataclass(frozen=True)
class NieuwPersoon:
    """What is known of a resident on entering."""

    roepnaam: str
    achternaam: str
    rol: Huishoudrol = Huishoudrol.ALLEENSTAAND
    tussenvoegsel: str = ""
    voornamen: str = ""
    geboortedatum: date | None = None
    geslacht: Geslacht = Geslacht.ONBEKEND
    telefoon: str = ""
    email: str = ""
    bsn: str = ""


@dataclass(frozen=True)
class NieuwHuishouden:
    """A household on entering. `relaties` holds (from, to, kind) as positions in `leden`.

    `straat` is empty when only postcode and number were told; the register fills it later.
    """

    straat: str
    huisnummer: int
    postcode: str
    leden: tuple[NieuwPersoon, ...]
    woonplaats: str = ""
    toevoeging: str = ""
    relaties: tuple[tuple[int, int, str], ...] = field(default=())

    @property
    def naam(self) -> str:
        """Give the name by which the team speaks of the household."""
        namen = dict.fromkeys(" ".join(filter(None, (lid.tussenvoegsel, lid.achternaam))) for lid in self.leden)
        return f"Fam. {' / '.join(list(namen)[:2])}"[:120]


@transaction.atomic
def schrijf_huishouden_in(nieuw: NieuwHuishouden, *, by: Medewerker, at: datetime) -> Huishouden:
    """Enter one household with its members; the address decides the team. Raises NietMogelijk outside the area."""
    plek = ligging(nieuw.postcode, at.date())
    if plek is None:
        raise NietMogelijk(_("Deze postcode ligt niet in onze gemeente. Controleer de postcode, of verwijs door."))
    (huishouden,) = schrijf_huishoudens_in([(nieuw, plek)], at=at)
    record(Sleutel.HUISHOUDEN_INGESCHREVEN, huishouden, by=by, at=at)
    return huishouden


def schrijf_huishoudens_in(nieuwe: Sequence[tuple[NieuwHuishouden, Ligging]], *, at: datetime) -> list[Huishouden]:
    """Enter many households at once, as the population register delivers them. The caller holds the transaction."""
    adressen = Adres.objects.bulk_create(
        Adres(
            straat=nieuw.straat,
            huisnummer=nieuw.huisnummer,
            toevoeging=nieuw.toevoeging,
            postcode=nieuw.postcode,
            woonplaats=nieuw.woonplaats,
            buurt=plek.buurt,
        )
        for nieuw, plek in nieuwe
    )
    huishoudens = Huishouden.objects.bulk_create(
        Huishouden(naam=nieuw.naam, adres=adres, team=plek.team)
        for (nieuw, plek), adres in zip(nieuwe, adressen, strict=True)
    )
    leden = [lid for nieuw, _plek in nieuwe for lid in nieuw.leden]
    personen = Persoon.objects.bulk_create(_persoon(lid) for lid in leden)
    bewaar_bsns((persoon, lid.bsn) for lid, persoon in zip(leden, personen, strict=True) if lid.bsn)
    rest = iter(personen)
    groepen = [[next(rest) for _lid in nieuw.leden] for nieuw, _plek in nieuwe]
    sleutels = [
        zoeksleutels(persoon, nieuw.straat)
        for (nieuw, _plek), groep in zip(nieuwe, groepen, strict=True)
        for persoon in groep
    ]
    van_lid = iter(sleutels)
    Huishoudlid.objects.bulk_create(
        Huishoudlid(
            huishouden=huishouden,
            persoon=persoon,
            rol=lid.rol,
            vanaf=max(at.date(), lid.geboortedatum or at.date()),
            zoeksleutels=" ".join(sorted(next(van_lid))),
        )
        for (nieuw, _plek), huishouden, groep in zip(nieuwe, huishoudens, groepen, strict=True)
        for lid, persoon in zip(nieuw.leden, groep, strict=True)
    )
    leer_woorden(set().union(*sleutels))
    Relatie.objects.bulk_create(
        Relatie(van=groep[van], naar=groep[naar], soort=soort)
        for (nieuw, _plek), groep in zip(nieuwe, groepen, strict=True)
        for van, naar, soort in nieuw.relaties
    )
    return huishoudens


def leg_relaties_vast(paren: Iterable[tuple[Persoon, Persoon, Relatiesoort]]) -> None:
    """Keep family ties and informal care between residents, of whatever households; one that is known stays as it is.

    The caller holds the transaction.
    """
    Relatie.objects.bulk_create(
        (Relatie(van=van, naar=naar, soort=soort) for van, naar, soort in paren), ignore_conflicts=True
    )


def leg_gezag_vast_zoals_geleverd(geleverd: Iterable[Geleverd], *, bron: str, by: Medewerker) -> None:
    """Keep the custody of many children at once, as the registers deliver it. The caller holds the transaction."""
    Gezag.objects.bulk_create(
        Gezag(kind_id=kind, houder_id=houder, soort=soort, vanaf=vanaf, bron=bron, vastgelegd_door=by)
        for kind, vanaf, soort, houders in geleverd
        for houder in houders
    )


def _persoon(lid: NieuwPersoon) -> Persoon:
    return Persoon(
        voornamen=lid.voornamen or lid.roepnaam,
        roepnaam=lid.roepnaam,
        tussenvoegsel=lid.tussenvoegsel,
        achternaam=lid.achternaam,
        geboortedatum=lid.geboortedatum,
        geslacht=lid.geslacht,
        telefoon=lid.telefoon,
        email=lid.email,
    )


def zoeksleutels(persoon: Persoon, straat: str) -> set[str]:
    """Give the keys by which a resident is found at an address."""
    namen = naamwoorden(persoon.roepnaam, persoon.voornamen, persoon.tussenvoegsel, persoon.achternaam)
    return namen | straatwoorden(straat)


def leer_woorden(sleutels: set[str]) -> None:
    """Let new words be found misspelt as well; what is longer than a word is found as it was typed only."""
    sleutels = {sleutel for sleutel in sleutels if len(sleutel) <= LANGSTE_WOORD}
    bekend = set(Zoekwoord.objects.filter(pk__in=sleutels).values_list("woord", flat=True))
    nieuw = (Zoekwoord(woord=sleutel, vormen=" ".join(sleutelvormen(sleutel))) for sleutel in sorted(sleutels - bekend))
    Zoekwoord.objects.bulk_create(nieuw, ignore_conflicts=True)
