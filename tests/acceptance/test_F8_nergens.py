"""F8 and B4: what must stay hidden is planted as a mark of its own and looked for in every answer of the program.

Every address × every persona, searches included. Pages are read as they were sent, papers as their text.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader
from pypdf.errors import PyPdfError

import verhalen
from adressen import LATER, adressen, rij_van_elke_soort
from eenplan.access.rechten import Rol
from eenplan.core import klok
from eenplan.dossiers.actions import Stuk, schrijf_notitie, voeg_document_toe
from eenplan.dossiers.models import Document, Documentsoort, Dossier
from eenplan.dossiers.verbergen import Verbergreden, verberg_document, verberg_notitie
from eenplan.netwerk.actions import leg_steun_vast
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.gezin_actions import leg_relatie_vast, markeer_relatie, scherm_adres_af
from eenplan.personen.models import Markeringsoort, Relatiesoort
from eenplan.teams.models import Medewerker, Rolvervulling
from eenplan.veiligheid.actions import maak_veiligheidsplan
from personas import BEGIN, MAANDAG, Gezin

STRAAT = "Lindelaan"
NOTITIE = "Kwikstaartnotitie"
STUK = "Kwikstaartstuk"
REDEN = "Kwikstaartreden"
VRIEND = "Zwaluwstaart"
STEUN = "Zwaluwsteun"
PLEK = "Kwikstaartplek"
VERBORGEN = (STRAAT, NOTITIE, STUK, REDEN, VRIEND, STEUN, PLEK)
OP_GEEN_PAPIER = (NOTITIE, STUK, REDEN, VRIEND, STEUN, PLEK)
BUITENSTAANDERS = ("gerda", "daan", "els", "chantal", "ineke", "controller", "vrijwilliger")
BINNEN = ("amina", "bram", "farid")
ZOEKWOORDEN = (STRAAT, f"{STRAAT} 4", "1231AA 4", VRIEND, f"Wit {STRAAT}", NOTITIE, REDEN, STEUN, "06 12 34 56 00")


@pytest.fixture(autouse=True)
def _later() -> Iterator[None]:
    with klok.reis_naar(LATER.date()):
        yield


def _werker(naam: str, rol: Rol) -> Medewerker:
    wie = Medewerker.objects.create_user(
        gebruikersnaam=naam, naam=naam.capitalize(), functie=naam, werkgever="Gemeente"
    )
    Rolvervulling.objects.create(medewerker=wie, rol=rol, team=None, vanaf=BEGIN)
    return wie


@pytest.fixture
def cast(amina, bram, chantal, daan, els, farid, gerda) -> dict[str, Medewerker]:
    """The cast, and who watches, counts or helps from outside."""
    buiten = {
        "ineke": _werker("ineke", Rol.BEHEERDER),
        "controller": _werker("controller", Rol.CONTROLLER),
        "vrijwilliger": _werker("vrijwilliger", Rol.VRIJWILLIGER),
    }
    vast = {wie.gebruikersnaam: wie for wie in (amina, bram, chantal, daan, els, farid, gerda)}
    return vast | buiten


@pytest.fixture
def vriend(stad, gerda) -> Any:
    """The household of the friend who may not know; in the area of Zuid."""
    return schrijf_huishouden_in(
        NieuwHuishouden("Beukenweg", 12, "1232AA", (NieuwPersoon("Quirijn", VRIEND),)), by=gerda, at=MAANDAG
    )


@pytest.fixture
def rijen(de_wit: Gezin, vriend: Any, cast: dict[str, Medewerker]) -> dict[str, int]:
    """A row of every kind, and everything that must stay hidden planted in that household."""
    amina = cast["amina"]
    gemaakt = rij_van_elke_soort(de_wit, amina=amina, farid=cast["farid"], gerda=cast["gerda"], daan=cast["daan"])
    dossier = Dossier.objects.get(pk=de_wit.huishouden.pk)
    ander = vriend.leden.get().persoon
    band = leg_relatie_vast(de_wit.huishouden, de_wit.sanne, ander, Relatiesoort.VRIEND_VAN, by=amina, at=LATER)
    for soort in Markeringsoort:
        markeer_relatie(band, de_wit.huishouden, soort=soort, beschermt=de_wit.sanne, reden=REDEN, by=amina, at=LATER)
    weer = Verbergreden(REDEN, (LATER + timedelta(days=90)).date())
    notitie = schrijf_notitie(dossier, tekst=f"{NOTITIE}: zij is bang.", by=amina, at=LATER)
    verberg_notitie(notitie, weer, by=amina, at=LATER)
    stuk = Stuk(
        soort=Documentsoort.OVERIG, titel=STUK, inhoud=b"%PDF-1.4 " + STUK.encode(), inhoudstype="application/pdf"
    )
    document = voeg_document_toe(dossier, stuk, by=amina, at=LATER)
    verberg_document(document, weer, by=amina, at=LATER)
    _verberg_netwerk_en_veiligheid(dossier, de_wit, amina)
    scherm_adres_af(de_wit.huishouden, reden=REDEN, by=amina, at=LATER)
    return gemaakt


def _verberg_netwerk_en_veiligheid(dossier: Dossier, de_wit: Gezin, amina: Medewerker) -> None:
    """Somebody helps of whom nobody may know, and the safe place must not be read by the household."""
    merk = {"naam": STEUN, "markeringen": frozenset(Markeringsoort.values), "reden": REDEN}
    steun = verhalen.steun(de_wit, draagkracht="overbelast", **merk)
    leg_steun_vast(dossier, steun, by=amina, at=LATER)
    plan = verhalen.afspraken(
        LATER.date() + timedelta(days=90), veilige_plek=PLEK, reden_verborgen=REDEN, waarom_nieuw="Hij leest mee."
    )
    maak_veiligheidsplan(dossier, plan, by=amina, at=LATER)


def _client(wie: Medewerker) -> Client:
    client = Client()
    client.force_login(wie, backend="eenplan.teams.aanmelding.Aanmelding")
    return client


def _woorden(antwoord: Any) -> str:
    """Give everything that an answer says, whatever kind of file it is."""
    inhoud = b"".join(antwoord.streaming_content) if antwoord.streaming else antwoord.content
    return _tekst(inhoud) + " " + str(antwoord.headers)


def _tekst(inhoud: bytes) -> str:
    if inhoud[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(inhoud)) as bundel:
            return " ".join(f"{naam} {_tekst(bundel.read(naam))}" for naam in bundel.namelist())
    if inhoud[:5] == b"%PDF-":
        with suppress(PyPdfError):  # a paper that somebody brought along need not be whole
            return " ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(inhoud)).pages)
    return inhoud.decode("utf-8", "replace")


def _antwoorden(wie: Medewerker, rijen: dict[str, int]) -> Iterator[tuple[str, Any]]:
    """Ask every address, as a page and as a fragment, and search for every hidden word."""
    client = _client(wie)
    for adres in adressen(rijen):
        if adres.pad == "/ontwerp/":  # invented people, also in the street of the test
            continue
        yield adres.pad, client.get(adres.pad)
        yield f"{adres.pad} (fragment)", client.get(adres.pad, headers={"HX-Request": "true"})
    for woord in ZOEKWOORDEN:
        for pad in ("/zoeken/", "/aannemen/"):
            yield f"{pad} ({woord})", client.post(pad, {"zoek": woord, "naam": woord, "adres": woord})
            yield f"{pad} ({woord}, fragment)", client.post(pad, {"zoek": woord}, headers={"HX-Request": "true"})


def _is_van_haarzelf(waar: str, antwoord: Any) -> bool:
    """Tell whether this goes to the resident: a letter to the own address, or her own extract."""
    return antwoord.get("Content-Type") == "application/pdf" or "/uittreksel/" in waar


def _met_eigen_invoer(woord: str, naam: str) -> bool:
    """Tell whether the answer only repeats what this worker typed oneself."""
    return f"({woord}" in naam or f"{woord} " in naam or f" {woord}" in naam


@pytest.mark.parametrize("naam", BUITENSTAANDERS)
def test_nothing_that_must_stay_hidden_is_in_any_answer(naam, cast, rijen):
    gevonden = []
    for waar, antwoord in _antwoorden(cast[naam], rijen):
        tekst = _woorden(antwoord)
        for woord in VERBORGEN:
            mag = _met_eigen_invoer(woord, waar) or (
                naam == "daan" and woord == STRAAT and _is_van_haarzelf(waar, antwoord)
            )
            if woord in tekst and not mag:
                gevonden.append(f"{naam} reads {woord} at {waar}")
    assert not gevonden


@pytest.mark.parametrize("naam", ["gerda", "daan", "chantal"])
def test_a_search_gives_no_hidden_word_back_beside_what_was_typed(naam, cast, rijen):
    client = _client(cast[naam])
    for gezocht, verborgen in (("Sanne de Wit", STRAAT), ("Wit", STRAAT), ("Sanne", VRIEND), ("14-03-1988", STRAAT)):
        antwoord = client.post("/zoeken/", {"zoek": gezocht}, headers={"HX-Request": "true"})
        assert verborgen not in _woorden(antwoord), f"{naam} finds {verborgen} by {gezocht}"


@pytest.mark.parametrize("naam", BINNEN)
def test_who_works_in_the_file_sees_it_on_pages_and_on_no_paper(naam, cast, rijen):
    gezien, papier = set(), []
    for waar, antwoord in _antwoorden(cast[naam], rijen):
        is_pagina = antwoord.get("Content-Type", "").startswith("text/html")
        tekst = _woorden(antwoord)
        gezien |= {woord for woord in VERBORGEN if is_pagina and woord in tekst}
        if not is_pagina and antwoord.status_code == 200 and "/documenten/" not in waar:
            papier += [f"{woord} at {waar}" for woord in OP_GEEN_PAPIER if woord in tekst]
    assert papier == []
    assert gezien == set(VERBORGEN)  # the marks were really there to be found


def test_in_the_file_of_the_other_side_there_is_no_trace(vriend, rijen, cast):
    """Chantal works in the file of the friend: neither who the resident is, nor that there is a tie at all."""
    daar = rijen | {"huishoudens": vriend.pk}
    for adres in adressen(daar):
        if adres.pad.startswith(f"/huishoudens/{vriend.pk}/"):
            tekst = _woorden(_client(cast["chantal"]).get(adres.pad))
            for woord in ("Sanne", "de Wit", STRAAT, NOTITIE, STUK, REDEN):
                assert woord not in tekst, f"{woord} at {adres.pad}"


def test_no_letter_that_was_sent_holds_it(rijen):
    for document in Document.objects.exclude(titel=STUK):
        tekst = _tekst(bytes(document.inhoud))
        for woord in OP_GEEN_PAPIER:
            assert woord not in tekst, f"{woord} in {document.titel}"
