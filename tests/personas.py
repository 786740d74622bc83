"""The cast and the small town they work in, the same in every test: Amina may, Chantal may not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

import pytest
from django.test import Client

from eenplan.access.rechten import Rol
from eenplan.besluiten.models import Mandaat, Mandaatbevestiging
from eenplan.core.klok import AMSTERDAM
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.models import Geslacht, Huishouden, Huishoudrol, Persoon
from eenplan.teams.models import Gebied, Gebiedsoort, Medewerker, Postcodegebied, Rolvervulling, Team, Werkgebied

BEGIN = date(2015, 1, 1)
MAANDAG = datetime(2026, 11, 23, 9, 0, tzinfo=AMSTERDAM)  # a working Monday; most stories start here


@dataclass(frozen=True)
class Stad:
    """Zonnedaal in small: two districts, two teams and the city-wide youth team."""

    noord: Team
    zuid: Team
    jeugd: Team


@dataclass(frozen=True)
class Gezin:
    """A household with its members by first name."""

    huishouden: Huishouden
    sanne: Persoon
    daan: Persoon
    mees: Persoon


@pytest.fixture
def stad(db: None) -> Stad:
    return bouw_stad()


def bouw_stad() -> Stad:
    """Zonnedaal with its three teams, for tests that build it themselves."""
    noord = _wijk("Noord", "01", "1231AA", "Team Noord 1")
    zuid = _wijk("Zuid", "02", "1232AA", "Team Zuid 1")
    return Stad(noord, zuid, Team.objects.create(naam="Jeugdteam", telefoon="0123 45 00 99"))


def _wijk(naam: str, nummer: str, postcode: str, teamnaam: str) -> Team:
    deel = Gebied.objects.create(code=f"SD{nummer}", naam=naam, soort=Gebiedsoort.STADSDEEL)
    wijk = Gebied.objects.create(code=f"WK9999{nummer}", naam=f"{naam}-1", soort=Gebiedsoort.WIJK, binnen=deel)
    buurt = Gebied.objects.create(code=f"BU9999{nummer}01", naam=f"{naam}erhof", soort=Gebiedsoort.BUURT, binnen=wijk)
    team = Team.objects.create(naam=teamnaam, stadsdeel=deel, telefoon=f"0123 45 00 {nummer}")
    Werkgebied.objects.create(team=team, gebied=wijk, vanaf=BEGIN)
    Postcodegebied.objects.create(postcode=postcode, buurt=buurt)
    return team


def _medewerker(naam: str, functie: str, rol: Rol, *teams: Team | None) -> Medewerker:
    medewerker = Medewerker.objects.create_user(
        gebruikersnaam=naam.split(maxsplit=1)[0].lower(),
        naam=naam,
        functie=functie,
        werkgever="Gemeente Zonnedaal",
        telefoon="0123 45 67 00",
    )
    for team in teams:
        Rolvervulling.objects.create(medewerker=medewerker, rol=rol, team=team, vanaf=BEGIN)
    return medewerker


# Who works here: name, function, role, and the team (none means the whole municipality).
CAST: dict[str, tuple[str, str, Rol, str | None]] = {
    "amina": ("Amina Bouzid", "wijkcoach", Rol.REGISSEUR, "noord"),
    "bram": ("Bram Visser", "wijkcoach", Rol.REGISSEUR, "noord"),
    "chantal": ("Chantal Peeters", "wijkcoach", Rol.REGISSEUR, "zuid"),
    "daan": ("Daan Mulder", "medewerker backoffice", Rol.BACKOFFICE, None),
    "els": ("Els Hoekstra", "functionaris gegevensbescherming", Rol.PRIVACY, None),
    "farid": ("Farid Amrani", "wijkteammanager", Rol.MANAGER, "noord"),
    "gerda": ("Gerda Smit", "medewerker frontoffice", Rol.FRONTOFFICE, None),
    "iris": ("Iris Bakker", "functioneel beheerder", Rol.BEHEERDER, None),
    "karin": ("Karin Vos", "controller", Rol.CONTROLLER, None),
    "otto": ("Otto de Boer", "dossieronderzoeker", Rol.ONDERZOEKER, None),
    "hanna": ("Hanna Yilmaz", "ambulant begeleider", Rol.KETENPARTNER, None),
    "vera": ("Vera Klaassen", "vrijwilliger", Rol.VRIJWILLIGER, "noord"),
}


def bouw_medewerker(wie: str, stad: Stad) -> Medewerker:
    """Let a member of the cast begin to work."""
    naam, functie, rol, team = CAST[wie]
    return _medewerker(naam, functie, rol, getattr(stad, team) if team else None)


@pytest.fixture
def amina(stad: Stad) -> Medewerker:
    return bouw_medewerker("amina", stad)


@pytest.fixture
def bram(stad: Stad) -> Medewerker:
    return bouw_medewerker("bram", stad)


@pytest.fixture
def chantal(stad: Stad) -> Medewerker:
    return bouw_medewerker("chantal", stad)


@pytest.fixture
def daan(stad: Stad) -> Medewerker:
    daan = bouw_medewerker("daan", stad)
    standaardmandaat(daan)
    return daan


def standaardmandaat(door: Medewerker) -> Mandaat:
    """The register of most stories: the back office decides on everything, since years."""
    op = datetime.combine(BEGIN, time(9), AMSTERDAM)
    mandaat = Mandaat.objects.create(
        rol=Rol.BACKOFFICE,
        namens="college van burgemeester en wethouders van Zonnedaal",
        grondslag="Mandaatbesluit sociaal domein",
        grondslag_datum=BEGIN,
        mag_afwijzen=True,
        mag_afwijken=True,
        vanaf=BEGIN,
        ingevoerd_door=door,
        ingevoerd_op=op,
    )
    Mandaatbevestiging.objects.create(mandaat=mandaat, door=door, op=op)
    return mandaat


@pytest.fixture
def els(stad: Stad) -> Medewerker:
    return bouw_medewerker("els", stad)


@pytest.fixture
def farid(stad: Stad) -> Medewerker:
    return bouw_medewerker("farid", stad)


@pytest.fixture
def gerda(stad: Stad) -> Medewerker:
    return bouw_medewerker("gerda", stad)


@pytest.fixture
def iris(stad: Stad) -> Medewerker:
    return bouw_medewerker("iris", stad)


@pytest.fixture
def karin(stad: Stad) -> Medewerker:
    return bouw_medewerker("karin", stad)


@pytest.fixture
def otto(stad: Stad) -> Medewerker:
    return bouw_medewerker("otto", stad)


@pytest.fixture
def hanna(stad: Stad) -> Medewerker:
    """An outside helper; tie her to a partner with `verhalen.werkt_voor`."""
    return bouw_medewerker("hanna", stad)


@pytest.fixture
def vera(stad: Stad) -> Medewerker:
    return bouw_medewerker("vera", stad)


@pytest.fixture
def de_wit(gerda: Medewerker) -> Gezin:
    """Sanne with her two sons, Lindelaan 4, in the area of Team Noord 1."""
    return bouw_de_wit(gerda)


def bouw_de_wit(gerda: Medewerker) -> Gezin:
    """Enter Sanne and her two sons."""
    huishouden = schrijf_huishouden_in(
        NieuwHuishouden(
            straat="Lindelaan",
            huisnummer=4,
            postcode="1231AA",
            woonplaats="Zonnedaal",
            leden=(
                NieuwPersoon(
                    "Sanne",
                    "Wit",
                    Huishoudrol.OUDER,
                    tussenvoegsel="de",
                    geboortedatum=date(1988, 3, 14),
                    geslacht=Geslacht.VROUW,
                    telefoon="06 12 34 56 00",
                    bsn="999900006",
                ),
                NieuwPersoon("Daan", "Wit", Huishoudrol.KIND, tussenvoegsel="de", geboortedatum=date(2017, 5, 2)),
                NieuwPersoon("Mees", "Wit", Huishoudrol.KIND, tussenvoegsel="de", geboortedatum=date(2020, 9, 21)),
            ),
            relaties=((0, 1, "ouder_van"), (0, 2, "ouder_van")),
        ),
        by=gerda,
        at=MAANDAG,
    )
    per_naam = {lid.persoon.roepnaam: lid.persoon for lid in huishouden.leden.select_related("persoon")}
    return Gezin(huishouden, per_naam["Sanne"], per_naam["Daan"], per_naam["Mees"])


@pytest.fixture
def als(client: Client) -> Callable[[Medewerker], Client]:
    """Sign a member of the cast in: `als(amina).get(…)`."""

    def aanmelden(medewerker: Medewerker) -> Client:
        nieuw = Client()
        nieuw.force_login(medewerker, backend="eenplan.teams.aanmelding.Aanmelding")
        return nieuw

    return aanmelden
