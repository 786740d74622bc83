"""The map of Zonnedaal: five districts, nine teams, wijken, buurten, postcodes and streets. It knows no people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, product
from random import Random
from typing import Final

from eenplan.demo.straten import EERSTE_STRAAT, Straatnamen
from eenplan.teams.models import Gebied, Gebiedsoort, Postcodegebied, Team, Werkgebied
from eenplan.teams.queries import Ligging

BEGIN: Final = date(2015, 1, 1)
WOONPLAATS: Final = "Zonnedaal"
GEMEENTENUMMER: Final = "9999"  # Statistics Netherlands gives municipalities numbers far below this one

# The Enschede shape (EN 2.1, L215-216): two teams in four districts and one in the centre. Per team its two wijken.
TEAMS: Final = (
    ("Team Noord 1", "Noord", ("Lindehof", "Berkenveld")),
    ("Team Zuid 1", "Zuid", ("Zuiderpark", "Molenwijk")),
    ("Team Oost 1", "Oost", ("Oosterbeemd", "Vogelenzang")),
    ("Team West 1", "West", ("Westerkwartier", "Schildershoek")),
    ("Team Centrum", "Centrum", ("Binnenstad", "Singelkwartier")),
    ("Team Noord 2", "Noord", ("Noorderplas", "De Es")),
    ("Team Zuid 2", "Zuid", ("De Akkers", "Zonnehoek")),
    ("Team Oost 2", "Oost", ("De Bongerd", "Kanaalzone")),
    ("Team West 2", "West", ("De Hoven", "Havenwijk")),
)
STADSDELEN: Final = ("Noord", "Zuid", "Oost", "West", "Centrum")
JEUGDTEAM: Final = "Jeugdteam"  # the route to it begins in 2027 (inrichting)
BUURTEN: Final = ("Noord", "Zuid", "Oost", "West", "Midden", "Park", "Buiten", "Hoek")
INWONERS_PER_BUURT: Final = 1_500
# De Es went from Team Noord 1 to Team Noord 2 two years ago; a date before it leads to the former team (A3).
VERHUISDE_WIJK: Final = "De Es"
VORIG_TEAM: Final = "Team Noord 1"

_LETTERS: Final = "ABCDEGHJKLMNPRSTVWXZ"
_VERBODEN: Final = {"SA", "SD", "SS"}  # never issued in the Netherlands
LETTERPAREN: Final = tuple(paar for a, b in product(_LETTERS, repeat=2) if (paar := a + b) not in _VERBODEN)
EERSTE_CIJFERS: Final = 1231


@dataclass
class Buurt:
    """A buurt, its team, and the theme of its street names."""

    gebied: Gebied
    team: Team
    wijknummer: int
    thema: int

    @property
    def ligging(self) -> Ligging:
        """Give what the register needs to know of an address here."""
        return Ligging(self.gebied, self.team)


@dataclass(frozen=True)
class Adresplek:
    """A free address."""

    straat: str
    huisnummer: int
    postcode: str


def teken_kaart(inwoners: int, vandaag: date) -> dict[str, Team]:
    """Make districts, teams, wijken and buurten, and which team serves which wijk since when."""
    delen = {
        naam: Gebied.objects.create(code=f"SD{nummer:02}", naam=naam, soort=Gebiedsoort.STADSDEEL)
        for nummer, naam in enumerate(STADSDELEN, 1)
    }
    teams = {
        naam: Team.objects.create(naam=naam, stadsdeel=delen[deel], telefoon=f"0123 45 00 {nummer:02}")
        for nummer, (naam, deel, _wijken) in enumerate(TEAMS, 1)
    }
    teams[JEUGDTEAM] = Team.objects.create(naam=JEUGDTEAM, telefoon="0123 45 00 99")
    for nummer, (teamnaam, wijknaam) in enumerate(_wijken()):
        wijk = Gebied.objects.create(
            code=f"WK{GEMEENTENUMMER}{nummer + 1:02}",
            naam=wijknaam,
            soort=Gebiedsoort.WIJK,
            binnen=teams[teamnaam].stadsdeel,
        )
        _wijs_toe(wijk, teams, teamnaam, vandaag)
        _maak_buurten(wijk, inwoners)
    return teams


def _wijken() -> Iterator[tuple[str, str]]:
    """Give the first wijk of every team, then the second, so that Team Noord 1 begins with postcode 1231."""
    for plaats in range(2):
        for teamnaam, _deel, wijken in TEAMS:
            yield teamnaam, wijken[plaats]


def _wijs_toe(wijk: Gebied, teams: dict[str, Team], teamnaam: str, vandaag: date) -> None:
    vanaf = BEGIN
    if wijk.naam == VERHUISDE_WIJK:
        vanaf = date(vandaag.year - 2, 1, 1)
        Werkgebied.objects.create(team=teams[VORIG_TEAM], gebied=wijk, vanaf=BEGIN, tot=vanaf)
    Werkgebied.objects.create(team=teams[teamnaam], gebied=wijk, vanaf=vanaf)


def _maak_buurten(wijk: Gebied, inwoners: int) -> None:
    aantal = min(len(BUURTEN), max(2, inwoners // len(TEAMS) // 2 // INWONERS_PER_BUURT))
    Gebied.objects.bulk_create(
        Gebied(code=f"BU{wijk.code[2:]}{nummer:02}", naam=f"{wijk.naam} {naam}", soort=Gebiedsoort.BUURT, binnen=wijk)
        for nummer, naam in enumerate(BUURTEN[:aantal], 1)
    )


def buurten_van(team: Team) -> list[Buurt]:
    """Give the buurten that a team serves today, in the order of their codes."""
    wijken = Gebied.objects.filter(werkgebieden__team=team, werkgebieden__tot__isnull=True)
    rijen = Gebied.objects.filter(binnen__in=wijken).select_related("binnen").order_by("code")
    buurten = []
    for gebied in rijen:
        wijknummer, plaats = int(gebied.code[-4:-2]) - 1, int(gebied.code[-2:]) - 1
        buurten.append(Buurt(gebied, team, wijknummer, wijknummer + plaats))
    return buurten


class Adressen:
    """Hands out the addresses of one team's area: some twenty in a postcode, one or two postcodes to a street."""

    PER_POSTCODE = 20

    def __init__(self, team: Team, rng: Random) -> None:
        self.buurten = buurten_van(team)
        self._rng = rng
        namen = [naam for naam, _deel, _wijken in TEAMS]
        self._straten = Straatnamen(rng, deel=namen.index(team.naam), delen=len(namen))
        self._postcodes = {buurt.wijknummer: _postcodes(buurt.wijknummer) for buurt in self.buurten}
        self._plekken = {buurt.gebied.pk: self._adressen(buurt) for buurt in self.buurten}
        self._nieuw: list[Postcodegebied] = []

    def volgende(self, buurt: Buurt) -> Adresplek:
        """Give the next free address of a buurt."""
        return next(self._plekken[buurt.gebied.pk])

    def bewaar_postcodes(self) -> None:
        """Write the postcodes opened since the last time."""
        Postcodegebied.objects.bulk_create(self._nieuw, ignore_conflicts=True)
        self._nieuw = []

    def _adressen(self, buurt: Buurt) -> Iterator[Adresplek]:
        straten = chain([EERSTE_STRAAT] if _is_eerste(buurt) else [], self._nieuwe_straten(buurt))
        for straat in straten:
            for nummer in range(1 if straat == EERSTE_STRAAT else self._rng.randint(1, 2)):
                postcode = next(self._postcodes[buurt.wijknummer])
                self._nieuw.append(Postcodegebied(postcode=postcode, buurt=buurt.gebied))
                for plaats in range(self.PER_POSTCODE):
                    yield Adresplek(straat, 1 + nummer * self.PER_POSTCODE + plaats, postcode)

    def _nieuwe_straten(self, buurt: Buurt) -> Iterator[str]:
        while True:
            yield self._straten.nieuwe(buurt.thema)


def _is_eerste(buurt: Buurt) -> bool:
    return buurt.wijknummer == 0 and buurt.thema == 0


def _postcodes(wijknummer: int) -> Iterator[str]:
    """Give the postcodes of a wijk; when its four digits are used up it gets the next of its own row."""
    aantal_wijken = sum(len(wijken) for _naam, _deel, wijken in TEAMS)
    for ronde in range(100):
        cijfers = EERSTE_CIJFERS + wijknummer + ronde * aantal_wijken
        for paar in LETTERPAREN:
            yield f"{cijfers}{paar}"
