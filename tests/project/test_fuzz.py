"""Every form and every filter, filled with what no worker would type: a clear answer, never a fault.

The forms are those on the pages of one household with a row of every kind; a new page is taken along by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from adressen import LATER, adressen, rij_van_elke_soort
from eenplan.core import klok

FILTERS = (
    "na",
    "op",
    "soort",
    "toon",
    "team",
    "collega",
    "blad",
    "van",
    "tot_en_met",
    "terug",
    "next",
    "persoon",
    "wet",
)
WIE = ("amina", "daan", "els", "farid", "gerda")
RUSTIG = settings(
    max_examples=6,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
# What breaks programs: quotes, tags, templates, control marks, other digits, ends of ranges, sheer length.
RAAR = [
    "",
    " ",
    "'",
    '"><script>alert(1)</script>',
    "{{7*7}}{% x %}${7*7}",
    "%s%n%(x)s",
    "'; DROP TABLE personen_persoon; --",
    "\u202e\u200b\u0000",
    "\x00",
    "\ud83d\ude00" * 40,
    "🜁" * 300,
    "a" * 5000,
    "-1",
    "0",
    "9" * 30,
    "1e309",
    "NaN",
    "١٢٣",
    "31-02-2026",
    "00-00-0000",
    "29-02-1900",
    "9999-12-31",
    "0001-01-01",
    "25:61",
    "../../etc/passwd",
    "[]",
    "null",
    "&entity;",
    "naam@",
    "\r\nX-Kwaad: ja",
]
VELD = st.one_of(
    st.sampled_from(RAAR).map(lambda tekst: tekst.encode("utf-16", "surrogatepass").decode("utf-16")),
    st.text(max_size=60),
)


@dataclass(frozen=True)
class Formulier:
    """A form as it stands on a page: where it goes, and what one may fill in."""

    naar: str
    methode: str
    gegeven: tuple[tuple[str, str], ...]
    keuzes: tuple[tuple[str, tuple[str, ...]], ...]


def formulieren(client: Client, pad: str) -> Iterator[Formulier]:
    """Give the forms of a page, each with its fields and the values it offers."""
    antwoord = client.get(pad)
    if antwoord.status_code != 200 or not antwoord.get("Content-Type", "").startswith("text/html"):
        return
    for form in html.document_fromstring(antwoord.content).xpath("//form"):
        naar = (form.get("action") or pad).split("#")[0]
        if naar.startswith("http") or "/uitloggen/" in naar or naar == "/taal/":
            continue
        velden: dict[str, list[str]] = {}
        for veld in form.xpath(".//*[self::input or self::select or self::textarea or self::button][@name]"):
            waarden = veld.xpath(".//option/@value") if veld.tag == "select" else [veld.get("value") or ""]
            velden.setdefault(veld.get("name"), []).extend(waarden)
        velden.pop("csrfmiddlewaretoken", None)
        yield Formulier(
            naar,
            (form.get("method") or "get").lower(),
            tuple((naam, waarden[0] if waarden else "") for naam, waarden in velden.items()),
            tuple((naam, tuple(waarden)) for naam, waarden in velden.items()),
        )


def invulling(formulier: Formulier) -> st.SearchStrategy[dict[str, Any]]:
    """Fill each field with something the page offers, with something odd, or leave it away."""
    per_veld = {naam: st.one_of(VELD, st.sampled_from(waarden or ("",))) for naam, waarden in formulier.keuzes}
    return st.fixed_dictionaries({}, optional=per_veld)


def verstuur(client: Client, formulier: Formulier, velden: dict[str, Any]) -> int:
    """Send the form, undo whatever that did, and give the answer."""
    with transaction.atomic():
        vraag = client.post if formulier.methode == "post" else client.get
        antwoord = vraag(formulier.naar, velden)
        transaction.set_rollback(True)
    inhoud = b"" if antwoord.streaming else antwoord.content
    assert b"<script>alert" not in inhoud, f"{formulier.naar} gives back a script as it was typed"
    return antwoord.status_code


def valt_niet_om(client: Client, formulier: Formulier) -> None:
    """Fill one form in many odd ways; every answer is one that was meant."""

    @RUSTIG
    @given(velden=invulling(formulier))
    def probeer(velden: dict[str, Any]) -> None:
        status = verstuur(client, formulier, velden)
        assert status < 500, f"{formulier.methode} {formulier.naar} with {velden!r} answers {status}"

    probeer()


@pytest.fixture
def clients(request: pytest.FixtureRequest) -> dict[str, Client]:
    """Each persona, signed in."""
    gemaakt = {naam: Client() for naam in WIE}
    for naam, client in gemaakt.items():
        client.force_login(request.getfixturevalue(naam), backend="eenplan.teams.aanmelding.Aanmelding")
    return gemaakt


def test_no_form_falls_over_whatever_is_typed(clients, de_wit, amina, farid, gerda, daan):
    """Every form once, by the first persona who gets to see it."""
    rijen = rij_van_elke_soort(de_wit, amina=amina, farid=farid, gerda=gerda, daan=daan)
    gezien: set[tuple[str, str, frozenset[str]]] = set()
    with klok.reis_naar(LATER.date()):
        for client in clients.values():
            for adres in adressen(rijen):
                for formulier in formulieren(client, adres.pad):
                    wat = (formulier.naar.partition("?")[0], formulier.methode, frozenset(dict(formulier.keuzes)))
                    if wat not in gezien:
                        gezien.add(wat)
                        valt_niet_om(client, formulier)
    assert len(gezien) > 60


def test_no_filter_in_an_address_falls_over(clients, de_wit, amina, farid, gerda, daan):
    """Every address with two odd values at a time, in turn, for every name that a filter has."""
    rijen = rij_van_elke_soort(de_wit, amina=amina, farid=farid, gerda=gerda, daan=daan)
    waarden = cycle(("\x00", "9" * 30, "-1", "١٢٣", "'", "31-02-2026", "//kwaad.test", "🜁" * 50))
    with klok.reis_naar(LATER.date()):
        for client in clients.values():
            for adres in adressen(rijen):
                for waarde in islice(waarden, 1 if adres.heeft_rij else 4):
                    antwoord = client.get(adres.pad, dict.fromkeys(FILTERS, waarde))
                    assert antwoord.status_code < 500, f"{adres.pad} with {waarde!r} answers {antwoord.status_code}"
                    assert "kwaad.test" not in antwoord.get("Location", "")
