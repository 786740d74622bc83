"""Invents households: who lives together, how old they are, how they are called and how they are related.

Pure: it writes nothing, and the same dice give the same households.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Final

from eenplan.demo import verhoudingen as v
from eenplan.demo.kaartspel import Kaartspel, kans
from eenplan.demo.namen import NAAMGROEPEN, Naamgroep, achternaam, verbogen, voornaam
from eenplan.demo.testnummers import mobiel, vast
from eenplan.personen.actions import NieuwPersoon
from eenplan.personen.models import Geslacht, Huishoudrol, Relatiesoort

ALLEEN, ALLEEN_OUDER, PAAR, PAAR_OUDER, GEZIN, EENOUDER = "alleen", "alleen65", "paar", "paar65", "gezin", "eenouder"
SAMENSTELLING: Final = {
    ALLEEN: v.ALLEENSTAAND * (1 - v.ALLEENSTAAND_65_PLUS),
    ALLEEN_OUDER: v.ALLEENSTAAND * v.ALLEENSTAAND_65_PLUS,
    PAAR: v.PAAR_ZONDER_KINDEREN * (1 - v.PAAR_65_PLUS),
    PAAR_OUDER: v.PAAR_ZONDER_KINDEREN * v.PAAR_65_PLUS,
    GEZIN: v.PAAR_MET_KINDEREN,
    EENOUDER: v.EENOUDER,
}
OUDSTE_KIND: Final = (3, 17)  # every family has a child about whom a question can be asked, two years ago as well
Relatie = tuple[int, int, str]


@dataclass(frozen=True)
class Gezin:
    """A household that was thought up.

    `is_andere_ouder` says that its first member is a parent of the children of the household made just before it.
    """

    soort: str
    leden: tuple[NieuwPersoon, ...]
    relaties: tuple[Relatie, ...] = ()
    is_andere_ouder: bool = False


class Gezinnen:
    """Thinks up households one after another; the parts that live apart come together."""

    def __init__(self, vandaag: date, rng: Random) -> None:
        self._vandaag = vandaag
        self._rng = rng
        self._soorten = Kaartspel(SAMENSTELLING, rng)
        self._namen = Kaartspel({groep: groep.aandeel for groep in NAAMGROEPEN}, rng)
        self._kinderen = Kaartspel(v.KINDEREN_PER_GEZIN, rng)
        self._andere_ouder = kans(v.GESCHEIDEN_OUDER_IN_DE_GEMEENTE, rng)
        self._inwonend = kans(v.INWONENDE_OUDER, rng)
        self._vooruit_getrokken = 0

    def stroom(self) -> Iterator[tuple[Gezin, ...]]:
        """Give households without end: mostly one, and two when parents live apart."""
        while True:
            soort = self._soorten.trek()
            if soort == ALLEEN and self._vooruit_getrokken:
                self._vooruit_getrokken -= 1  # this single person was made already, as the other parent
                continue
            yield self._maak(soort)

    def alleenstaande(self) -> Gezin:
        """Give one person alone, to fill the last place of a town."""
        return self._alleen(self._namen.trek(), self._rng.randint(22, 63), ALLEEN)

    def _maak(self, soort: str) -> tuple[Gezin, ...]:
        groep = self._namen.trek()
        if soort == ALLEEN:
            return (self._alleen(groep, self._rng.choices((24, 36, 50, 60), (30, 28, 26, 16))[0], soort),)
        if soort == ALLEEN_OUDER:
            return (self._alleen(groep, self._rng.choices((67, 74, 81, 88), (30, 30, 26, 14))[0], soort),)
        if soort == PAAR:
            return (self._paar(groep, self._rng.choices((26, 34, 52, 61), (25, 20, 30, 25))[0], soort),)
        if soort == PAAR_OUDER:
            return (self._paar(groep, self._rng.choices((68, 75, 82), (50, 35, 15))[0], soort),)
        if soort == GEZIN:
            return (self._gezin(groep),)
        return self._eenouder(groep)

    # --- kinds of household ---------------------------------------------------------------------------------------

    def _alleen(self, groep: Naamgroep, rond: int, soort: str) -> Gezin:
        naam = achternaam(groep, self._rng)
        return Gezin(soort, (self._volwassene(groep, naam, rond, Huishoudrol.ALLEENSTAAND),))

    def _paar(self, groep: Naamgroep, rond: int, soort: str) -> Gezin:
        leden = self._ouders(groep, rond, Huishoudrol.PARTNER)
        relaties: list[Relatie] = [(0, 1, Relatiesoort.PARTNER_VAN)]
        if soort == PAAR_OUDER and self._rng.random() < 0.2:
            relaties.append((0, 1, Relatiesoort.MANTELZORGER_VAN))
        return Gezin(soort, leden, tuple(relaties))

    def _gezin(self, groep: Naamgroep) -> Gezin:
        oudste = self._rng.randint(*OUDSTE_KIND)
        ouders = self._ouders(groep, oudste + self._rng.randint(23, 36), Huishoudrol.OUDER)
        kinderen = self._kinderen_van(groep, ouders[0], oudste)
        relaties = [(0, 1, str(Relatiesoort.PARTNER_VAN)), *_ouder_van((0, 1), range(2, 2 + len(kinderen)))]
        leden = (*ouders, *kinderen)
        if self._inwonend.trek():
            naam = (ouders[0].tussenvoegsel, ouders[0].achternaam)
            leden = (*leden, self._volwassene(groep, naam, self._rng.randint(70, 86), Huishoudrol.INWONEND))
            relaties += _ouder_van((len(leden) - 1,), range(1))
        return Gezin(GEZIN, leden, tuple(relaties))

    def _eenouder(self, groep: Naamgroep) -> tuple[Gezin, ...]:
        oudste = self._rng.randint(*OUDSTE_KIND)
        rond = oudste + self._rng.randint(21, 34)
        naam = achternaam(groep, self._rng)
        ouder = self._volwassene(groep, naam, rond, Huishoudrol.OUDER, is_vrouw=self._rng.random() < 0.86)
        kinderen = self._kinderen_van(groep, ouder, oudste)
        gezin = Gezin(EENOUDER, (ouder, *kinderen), tuple(_ouder_van((0,), range(1, 1 + len(kinderen)))))
        if not self._andere_ouder.trek():
            return (gezin,)
        self._vooruit_getrokken += 1
        is_vrouw = ouder.geslacht != Geslacht.VROUW
        ander = self._volwassene(
            groep, achternaam(groep, self._rng), rond + 2, Huishoudrol.ALLEENSTAAND, is_vrouw=is_vrouw
        )
        return (gezin, Gezin(ALLEEN, (ander,), is_andere_ouder=True))

    # --- people -----------------------------------------------------------------------------------------------------

    def _ouders(self, groep: Naamgroep, rond: int, rol: Huishoudrol) -> tuple[NieuwPersoon, NieuwPersoon]:
        eerste_is_vrouw = self._rng.random() < 0.5
        zelfde = self._rng.random() < 0.04
        naam, andere = achternaam(groep, self._rng), achternaam(groep, self._rng)
        eerste = self._volwassene(groep, naam, rond, rol, is_vrouw=eerste_is_vrouw)
        samen = naam if self._rng.random() < 0.45 else andere
        tweede = self._volwassene(groep, samen, rond, rol, is_vrouw=eerste_is_vrouw == zelfde)
        return eerste, tweede

    def _kinderen_van(self, groep: Naamgroep, ouder: NieuwPersoon, oudste: int) -> tuple[NieuwPersoon, ...]:
        leeftijd = oudste
        kinderen: dict[str, NieuwPersoon] = {}  # no two children of a family bear the same name
        for _nummer in range(self._kinderen.trek()):
            kind = self._kind(groep, ouder, leeftijd)
            while kind.roepnaam in kinderen:
                kind = self._kind(groep, ouder, leeftijd)
            kinderen[kind.roepnaam] = kind
            leeftijd -= self._rng.randint(2, 4)
            if leeftijd < 0:
                break
        return tuple(kinderen.values())

    def _kind(self, groep: Naamgroep, ouder: NieuwPersoon, leeftijd: int) -> NieuwPersoon:
        is_vrouw = self._rng.random() < 0.49
        return NieuwPersoon(
            roepnaam=voornaam(groep, is_vrouw=is_vrouw, leeftijd=leeftijd, rng=self._rng),
            tussenvoegsel=ouder.tussenvoegsel,
            achternaam=ouder.achternaam,
            rol=Huishoudrol.KIND,
            geboortedatum=self._geboren(leeftijd),
            geslacht=Geslacht.VROUW if is_vrouw else Geslacht.MAN,
            telefoon=mobiel(self._rng) if leeftijd >= 12 else "",
        )

    def _volwassene(
        self, groep: Naamgroep, naam: tuple[str, str], rond: int, rol: Huishoudrol, *, is_vrouw: bool | None = None
    ) -> NieuwPersoon:
        leeftijd = max(18, rond + self._rng.randint(-3, 3))
        is_vrouw = self._rng.random() < 0.51 if is_vrouw is None else is_vrouw
        persoon = NieuwPersoon(
            roepnaam=voornaam(groep, is_vrouw=is_vrouw, leeftijd=leeftijd, rng=self._rng),
            tussenvoegsel=naam[0],
            achternaam=verbogen(naam[1], is_vrouw=is_vrouw, groep=groep),
            rol=rol,
            geboortedatum=self._geboren(leeftijd),
            geslacht=Geslacht.VROUW if is_vrouw else Geslacht.MAN,
            telefoon=vast(self._rng) if leeftijd > 70 else mobiel(self._rng),
        )
        return replace(persoon, email=_email(persoon)) if leeftijd < 75 and self._rng.random() < 0.6 else persoon

    def _geboren(self, leeftijd: int) -> date:
        """Give a day of birth that makes somebody this old today."""
        jaardag = self._vandaag.replace(year=self._vandaag.year - leeftijd, day=min(self._vandaag.day, 28))
        return jaardag - timedelta(days=self._rng.randrange(4, 361))


def _ouder_van(ouders: tuple[int, ...], kinderen: range) -> list[Relatie]:
    return [(ouder, kind, str(Relatiesoort.OUDER_VAN)) for ouder in ouders for kind in kinderen]


def _email(persoon: NieuwPersoon) -> str:
    """Give an address under .example, where no mail can ever arrive."""
    plat = unicodedata.normalize("NFKD", f"{persoon.roepnaam}.{persoon.achternaam}").encode("ascii", "ignore").decode()
    return f"{re.sub(r'[^a-z.]', '', plat.lower())}@post.example"
