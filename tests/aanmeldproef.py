"""What tests of signing in may use, everywhere: a password, a code of an app, and a municipality's own service."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from eenplan.aanmelden import actions, codes
from eenplan.aanmelden.models import Aanmeldkoppeling
from eenplan.access.rechten import Rol
from eenplan.core import klok
from eenplan.teams.models import Medewerker, Rolvervulling
from personas import BEGIN, Stad

if TYPE_CHECKING:
    from aanmelddiensten import BozeDienst

WACHTWOORD = "een-lang-verzonnen-wachtwoord"
GEHEIM = codes.nieuw_geheim()


@pytest.fixture
def geen_demo(settings) -> None:
    settings.DEMO = False


@pytest.fixture
def met_wachtwoord(amina: Medewerker) -> Medewerker:
    amina.set_password(WACHTWOORD)
    amina.save()
    return amina


@pytest.fixture
def beheerder(stad: Stad) -> Medewerker:
    wie = Medewerker.objects.create_user(
        "ids", naam="Ids Postma", functie="functioneel beheerder", werkgever="Gemeente Zonnedaal"
    )
    Rolvervulling.objects.create(medewerker=wie, rol=Rol.BEHEERDER, team=None, vanaf=BEGIN)
    return wie


def code_van_nu(stappen: int = 0) -> str:
    """Give the code that the app shows now, or so many half minutes later."""
    return codes.code(GEHEIM, int(klok.echt_nu().timestamp()) // codes.STAP + stappen)


@pytest.fixture
def met_app(met_wachtwoord: Medewerker) -> Medewerker:
    """Amina with an app; its last code was used a minute and a half ago."""
    toen = klok.echt_nu() - timedelta(seconds=90)
    actions.stel_codeapp_in(
        met_wachtwoord, geheim=GEHEIM, code=codes.code(GEHEIM, int(toen.timestamp()) // codes.STAP), at=toen
    )
    return met_wachtwoord


@pytest.fixture
def log_in() -> Callable[..., Client]:
    """Sign in with password and code: `log_in()` gives a client that is inside."""

    def doe(client: Client | None = None, *, code: str = "", naam: str = "amina") -> Client:
        client = client or Client(headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"})
        client.post("/inloggen/", {"gebruikersnaam": naam, "password": WACHTWOORD})
        client.post("/inloggen/tweede-stap/", {"code": code or code_van_nu()})
        return client

    return doe


@pytest.fixture(scope="session")
def provider() -> Iterator[str]:
    from aanmelddiensten import echte_dienst  # here: making keys takes time, and few tests need them

    with echte_dienst() as uitgever:
        yield uitgever


@pytest.fixture
def boos(settings, amina: Medewerker) -> Iterator[BozeDienst]:
    """A service that cheats when told to; until then it signs Amina in."""
    from aanmelddiensten import boze_dienst, instelling

    with boze_dienst() as dienst:
        settings.EENPLAN_OIDC = instelling(dienst.uitgever)
        settings.DEMO = False
        Aanmeldkoppeling.objects.create(medewerker=amina, uitgever=dienst.uitgever, kenmerk="nr-1")
        yield dienst
