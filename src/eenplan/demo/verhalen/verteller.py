"""What every story needs: people at an address, and days counted from the day on which the town is made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from eenplan.aanbod.models import Contract
from eenplan.demo.bevolking import BSNS_VOOR_VERHALEN
from eenplan.demo.brieven import Post
from eenplan.demo.gebieden import WOONPLAATS, Adresplek, Adressen
from eenplan.demo.kalender import om, werkdag_vanaf
from eenplan.demo.stad import Stad
from eenplan.demo.testnummers import alle_testnummers, mobiel
from eenplan.demo.zaak import Zaak
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.models import Geslacht, Huishoudrol
from eenplan.teams.models import Medewerker

VROUW, MAN = Geslacht.VROUW, Geslacht.MAN
OUDER, KIND, ALLEEN, PARTNER, INWONEND = (
    Huishoudrol.OUDER,
    Huishoudrol.KIND,
    Huishoudrol.ALLEENSTAAND,
    Huishoudrol.PARTNER,
    Huishoudrol.INWONEND,
)


class Verteller:
    """Knows the town and the days, and brings people to live there."""

    def __init__(self, stad: Stad) -> None:
        self.stad = stad
        self.kalender = stad.kalender
        self.wie = stad.personeel
        self._rng = stad.opdracht.dobbelstenen("verhalen")
        self._bsns: Iterator[str] = iter(alle_testnummers()[:BSNS_VOOR_VERHALEN])
        self._adressen: dict[str, Adressen] = {}

    # --- days ---------------------------------------------------------------------------------------------------------

    def toen(self, werkdagen: int, uur: int = 10, minuut: int = 0) -> datetime:
        """Give a moment so many working days before today; at least one, for today nothing has happened yet."""
        return om(self.kalender.geleden(werkdagen), uur, minuut)

    def straks(self, werkdagen: int, uur: int, minuut: int = 0) -> datetime:
        """Give a moment today (0), or so many working days after it; closed offices move today to the next day."""
        dag = self.kalender.afspraakdag() if werkdagen == 0 else self.kalender.over(werkdagen)
        return om(dag, uur, minuut)

    def vandaag(self, uur: int, minuut: int = 0) -> datetime:
        """Give a moment today, also when offices are closed: somebody who works all week is visited in the weekend."""
        return om(self.kalender.vandaag, uur, minuut)

    def over(self, werkdagen: int) -> date:
        """Give the day so many working days after today."""
        return self.kalender.over(werkdagen)

    # --- people -------------------------------------------------------------------------------------------------------

    def mens(
        self,
        naam: str,
        leeftijd: int,
        rol: Huishoudrol,
        geslacht: Geslacht,
        *,
        jarig: tuple[int, int] = (6, 15),
        telefoon: bool = True,
    ) -> NieuwPersoon:
        """Give somebody of this age today. A tussenvoegsel is written before the surname: “Sanne de Wit”."""
        roepnaam, *tussen, achternaam = naam.split()
        geboren = date(self.kalender.vandaag.year - leeftijd, *jarig)
        if geboren.replace(year=self.kalender.vandaag.year) > self.kalender.vandaag:
            geboren = geboren.replace(year=geboren.year - 1)
        return NieuwPersoon(
            roepnaam=roepnaam,
            tussenvoegsel=" ".join(tussen),
            achternaam=achternaam,
            rol=rol,
            geboortedatum=geboren,
            geslacht=geslacht,
            telefoon=mobiel(self._rng) if telefoon else "",
            bsn=next(self._bsns),
        )

    def gezin(
        self,
        *leden: NieuwPersoon,
        regisseur: Medewerker,
        team: str = "Team Noord 1",
        relaties: tuple[tuple[int, int, str], ...] = (),
    ) -> Zaak:
        """Let people come to live at the next address of a team's area; nothing has happened to them yet."""
        plek = self.volgend_adres(team)
        nieuw = NieuwHuishouden(plek.straat, plek.huisnummer, plek.postcode, leden, WOONPLAATS, relaties=relaties)
        huishouden = schrijf_huishouden_in(nieuw, by=self.wie.gerda, at=om(werkdag_vanaf(self.kalender.begin), 9))
        personen = [lid.persoon for lid in huishouden.leden.select_related("persoon").order_by("pk")]
        return Zaak(huishouden=huishouden, leden=personen, post=Post(), regisseur=regisseur)

    def volgend_adres(self, team: str = "Team Noord 1") -> Adresplek:
        """Give the next free address of a team's area."""
        adressen = self._adressen.setdefault(team, self.stad.adressen(team))
        plek = adressen.volgende(adressen.buurten[0])
        adressen.bewaar_postcodes()
        return plek

    def contract(self, code: str, aanbieder: str = "") -> Contract:
        """Give a contract for a product code, with the named provider or the first one."""
        rij = self.stad.contracten[code]
        return next((contract for contract in rij if contract.aanbieder.naam == aanbieder), rij[0])


def ouders_van(ouders: tuple[int, ...], kinderen: tuple[int, ...]) -> tuple[tuple[int, int, str], ...]:
    """Give the family ties between members by their place in the household."""
    return tuple((ouder, kind, "ouder_van") for ouder in ouders for kind in kinderen)
