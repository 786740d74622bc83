"""A text that would tell who a household is, is found out, however it is written; an anonymous one is let through."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eenplan.core.errors import NietMogelijk
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.gezin_actions import leg_relatie_vast, markeer_relatie
from eenplan.personen.herkenbaar import (
    Kenmerken,
    eis_zonder_namen,
    herkenbaar_in,
    kenmerken_van,
    sleutel,
    soorten_in,
)
from eenplan.personen.models import Markeringsoort, Relatiesoort
from personas import MAANDAG

DE_WIT = Kenmerken(
    namen=frozenset({"sanne", "wit", "dewit", "sannedewit", "annemarie", "muller", "mueller", "lukasz"}),
    straten=frozenset({"lindelaan", "burgemeestervandersteenstraat"}),
    organisaties=frozenset({"debrug", "thuishulpzonnedaal"}),
    postcodes=frozenset({"1231aa"}),
    geboortedata=frozenset({date(1984, 4, 3)}),
    telefoons=frozenset({"0612345600", "3456789"}),
    emails=frozenset({"sanne@voorbeeld.nl"}),
)


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("Moeder SANNE is moe.", "naam"),
        ("sannes zoon", "naam"),
        ("Sanne’s zoon", "naam"),
        ("S.a.n.n.e", "naam"),
        ("mevrouw d e W i t", "naam"),
        ("familie De-Wit", "naam"),
        ("Ŝànñé", "naam"),
        ("Sa\u00adn\u200bne", "naam"),
        ("Anne Marie kwam", "naam"),
        ("Müller", "naam"),
        ("Mu\u0308ller", "naam"),
        ("Mueller", "naam"),
        ("Łukasz", "naam"),
        ("sanne2016", "naam"),
        ("SanneDeWit", "naam"),
        ("woont in de Linde-laan", "adres"),
        ("Burgemeester v. d. Steen: Burgemeester van der Steenstraat", "adres"),
        ("1231aa", "postcode"),
        ("1231 a a", "postcode"),
        ("in 9999 XK", "postcode"),
        ("geboren 3-4-1984", "geboortedatum"),
        ("geboren 03/04/84", "geboortedatum"),
        ("geboren op 3 april 1984", "geboortedatum"),
        ("geboren 3 APR. '84", "geboortedatum"),
        ("1984-04-03", "geboortedatum"),
        ("03041984", "geboortedatum"),
        ("nummer 123456782", "bsn"),
        ("nummer 1234.56.782 van moeder", "bsn"),
        ("bel 06-12 34 56 00", "telefoon"),
        ("bel +31 6 12345600", "telefoon"),
        ("bel 0031(0)612345600", "telefoon"),
        ("bel 345 67 89", "telefoon"),
        ("bel 020-7654321", "telefoon"),
        ("Sanne@Voorbeeld.NL", "email"),
        ("iemand (at) anders.nl", "email"),
        ("zit bij de brug", "organisatie"),
        ("hulp van Thuishulp-Zonnedaal", "organisatie"),
    ],
)
def test_what_tells_who_it_is_is_found(tekst: str, soort: str) -> None:
    assert soort in soorten_in(tekst, DE_WIT)


@pytest.mark.parametrize(
    "tekst",
    [
        "Moeder van twee kinderen (9 en 6) is moe; sinds 2024 is er hulp.",
        "Op 23-11-2026 om 10.30 uur spraken wij elkaar; van 01-02-2026 tot 01-05-2026 was er hulp.",
        "De schuld is 12.500 euro, 36 termijnen van 350 euro.",
        "Het gezin is in 2025 en 2026 drie keer verhuisd. In 2026 is het weer rustig.",
        "",
    ],
)
def test_a_text_without_marks_is_let_through(tekst: str) -> None:
    assert soorten_in(tekst, DE_WIT) == []


NAAM = st.sampled_from(["Sanne", "de Wit", "Lindelaan", "Thuishulp Zonnedaal", "Anne-Marie", "Łukasz", "Müller"])
TEKEN = st.sampled_from(["", "", "", "\u0301", "\u0308", "\u200b", "\u00ad", "\ufeff"])
ROND = st.text(st.sampled_from(" .,;:!?-()[]\n\t\"'0123456789_/“”"), max_size=5)


LETTERS = st.lists(st.tuples(st.booleans(), TEKEN), min_size=20, max_size=20)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(naam=NAAM, letters=LETTERS, voor=ROND, na=ROND)
def test_a_planted_name_is_found_in_any_case_with_any_accents(naam: str, letters, voor: str, na: str) -> None:
    geschreven = "".join(
        (letter.upper() if is_hoofd else letter.lower()) + teken
        for letter, (is_hoofd, teken) in zip(naam, letters, strict=False)
    )
    gevonden = soorten_in(f"De moeder{voor or ' '}{geschreven}{na or ' '}heeft hulp nodig.", DE_WIT)
    assert {"naam", "adres", "organisatie"} & set(gevonden)


@given(dag=st.dates(date(1920, 1, 1), date(2026, 1, 1)), vorm=st.sampled_from(["%d-%m-%Y", "%Y-%m-%d", "%d/%m/%y"]))
def test_any_planted_birth_date_is_found(dag: date, vorm: str) -> None:
    assert "geboortedatum" in soorten_in(f"geboren {dag.strftime(vorm)}.", Kenmerken(geboortedata=frozenset({dag})))


@given(st.text(max_size=80))
def test_any_text_is_judged_without_falling_over(tekst: str) -> None:
    assert set(soorten_in(tekst, DE_WIT)) <= {
        "naam", "adres", "postcode", "geboortedatum", "bsn", "telefoon", "email", "organisatie",
    }  # fmt: skip


def test_everybody_in_the_household_and_around_it_is_known(de_wit, gerda, amina):
    oma = schrijf_huishouden_in(
        NieuwHuishouden("Beukenweg", 12, "1232AA", (NieuwPersoon("Truus", "Olde Kamp", telefoon="0123 45 11 11"),)),
        by=gerda, at=MAANDAG,
    )  # fmt: skip
    truus = oma.leden.get().persoon
    leg_relatie_vast(de_wit.huishouden, de_wit.sanne, truus, soort=Relatiesoort.FAMILIE_VAN, by=amina, at=MAANDAG)
    for tekst, soort in (
        ("Mees", "naam"), ("De Wit", "naam"), ("truus", "naam"), ("Kamp", "naam"), ("lindelaan", "adres"),
        ("Beukenweg", "adres"), ("1231AA", "postcode"), ("0123 451111", "telefoon"),
    ):  # fmt: skip
        assert soort in herkenbaar_in(f"Het gaat om {tekst}.", de_wit.huishouden), tekst
    assert herkenbaar_in("Een moeder met twee kinderen en een oma.", de_wit.huishouden) == []
    with pytest.raises(NietMogelijk, match="een naam, een straat") as fout:
        eis_zonder_namen(["Truus", "Lindelaan"], de_wit.huishouden)
    assert "Truus" not in fout.value.zin


def test_a_hidden_tie_is_not_told_by_a_refusal(de_wit, gerda, chantal, amina):
    elders = schrijf_huishouden_in(
        NieuwHuishouden("Beukenweg", 12, "1232AA", (NieuwPersoon("Quirijn", "Zwaluw"),)), by=gerda, at=MAANDAG
    )
    quirijn = elders.leden.get().persoon
    band = leg_relatie_vast(elders, quirijn, de_wit.sanne, soort=Relatiesoort.VRIEND_VAN, by=chantal, at=MAANDAG)
    markeer_relatie(
        band, soort=Markeringsoort.GEHEIM, beschermt=quirijn, reden="bang", huishouden=elders, by=chantal, at=MAANDAG
    )
    assert sleutel("Zwaluw") not in kenmerken_van(de_wit.huishouden).namen
