"""L6: every screen speaks English too; what a municipality, a worker or a resident wrote stays as it was written."""

from __future__ import annotations

import importlib.util
import re
import shutil
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from datetime import timedelta
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

import pytest
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import settings
from django.db.models import CharField, TextField
from django.test import Client
from django.utils.translation import override

from adressen import LATER, adressen, rij_van_elke_soort
from eenplan.audit.models import Gebeurtenisdetail
from eenplan.core.klok import reis_naar
from eenplan.dossiers.actions import Afspraak, maak_taak, open_casus, plan_gesprek, schrijf_notitie
from eenplan.dossiers.models import Document, Dossier, Statuswissel
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.meldingen.actions import beloof_terugbellen
from eenplan.plannen.actions import begin_plan
from eenplan.teams.models import Medewerker
from eenplan.toewijzingen.actions import meld_start, wijs_toe
from page import Page, check_page
from personas import MAANDAG, Gezin
from verhalen import aanvraag, contact, genomen_besluit, huishoudelijke_hulp, melding

CATALOGUS = Path("src/eenplan/locale/en/LC_MESSAGES/django.po")
# Names of laws, of this program and of things that read the same in both languages.
EIGENNAMEN = {
    "Awb",
    "BSN",
    "CAK",
    "Eenplan",
    "English",
    "Enter",
    "Esc",
    "Flesch-Douma",
    "Jeugdwet",
    "Nederlands",
    "Wgs",
    "Wmo",
}
HOOGSTENS = 60


# --- The catalogue --------------------------------------------------------------------------------------------------


@pytest.fixture
def keuring(checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The check that `make check` runs, looking at a copy of the catalogue that a test may spoil."""
    bron = importlib.util.spec_from_file_location("messages_complete", checkout / "scripts/messages_complete.py")
    assert bron is not None
    assert bron.loader is not None
    module = importlib.util.module_from_spec(bron)
    bron.loader.exec_module(module)
    kopie = tmp_path / "django.po"
    shutil.copy(checkout / CATALOGUS, kopie)
    monkeypatch.setattr(module, "CATALOGUE", kopie)
    return module


def bederf(keuring: ModuleType, eerst: str, dan: str) -> None:
    tekst = keuring.CATALOGUE.read_text(encoding="utf-8")
    assert eerst in tekst
    keuring.CATALOGUE.write_text(tekst.replace(eerst, dan, 1), encoding="utf-8")


def test_every_screen_text_has_its_english(keuring: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert not keuring.main(), capsys.readouterr().out


@pytest.mark.parametrize(
    ("eerst", "dan", "klacht"),
    [
        ('msgid "Mijn dag"\n', 'msgid "Mijn oude dag"\n', "no longer used: 'Mijn oude dag'"),
        ('msgid "Mijn dag"\n', 'msgid "Mijn oude dag"\n', "not in the catalogue: 'Mijn dag'"),
        ('msgstr "My day"\n', 'msgstr ""\n', "without English: 'Mijn dag'"),
        ('msgid "Mijn dag"\n', '#, fuzzy\nmsgid "Mijn dag"\n', "marked fuzzy: 'Mijn dag'"),
        ('msgstr "Done: %(wat)s"\n', 'msgstr "Done: %(what)s"\n', "'Gedaan: %(wat)s'"),
    ],
)
def test_a_catalogue_that_fell_behind_is_refused(
    keuring: ModuleType, capsys: pytest.CaptureFixture[str], eerst: str, dan: str, klacht: str
) -> None:
    bederf(keuring, eerst, dan)
    assert keuring.main()
    assert klacht in capsys.readouterr().out


def test_a_translation_keeps_the_same_blanks_and_the_same_ends(checkout: Path) -> None:
    with (checkout / CATALOGUS).open("rb") as opened:
        for bericht in read_po(opened, locale="en"):
            for nederlands, engels in paren(bericht):
                assert blanks(nederlands) == blanks(engels), nederlands
                assert nederlands[:1].isspace() == engels[:1].isspace(), nederlands
                assert nederlands[-1:].isspace() == engels[-1:].isspace(), nederlands


def paren(bericht: Any) -> Iterator[tuple[str, str]]:
    if isinstance(bericht.id, tuple):
        yield from zip(bericht.id, bericht.string, strict=True)
    elif bericht.id:
        yield bericht.id, bericht.string


def blanks(tekst: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)\w|\{\w+\}|%%", tekst))


# --- The pages ------------------------------------------------------------------------------------------------------


@pytest.fixture
def een_week(
    de_wit: Gezin, amina: Medewerker, daan: Medewerker, farid: Medewerker, gerda: Medewerker, els: Medewerker
) -> Iterator[dict[str, Medewerker]]:
    """Help runs, a new version of the plan waits, a second question just came in, and each of the cast has work."""
    later = MAANDAG + timedelta(days=8)
    gedaan = aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG)
    besluit = genomen_besluit(gedaan, by=daan, at=later)
    aanbieder = huishoudelijke_hulp(MAANDAG).aanbieder
    toegewezen = wijs_toe(besluit.regels.get(), aanbieder=aanbieder, by=daan, at=later)
    meld_start(toegewezen, gestart_op=later.date(), by=daan, at=later)
    dossier = Dossier.objects.get(pk=gedaan.dossier_id)
    plan = begin_plan(dossier, by=amina, at=later, reden="Mees krijgt een andere school.")
    nu = later + timedelta(hours=1)
    maak_taak(dossier, voor=amina, wat="School bellen", uiterlijk=nu.date(), by=amina, at=nu)
    schrijf_notitie(dossier, tekst="Sanne belde af.", by=amina, at=nu)
    open_casus(
        dossier,
        persoon=de_wit.mees,
        leefgebied="lichaam",
        wet=Wet.JEUGDWET,
        probleem="Mees slaapt slecht.",
        by=amina,
        at=nu,
    )
    plan_gesprek(dossier, Afspraak("kantoor", nu + timedelta(days=1), "Wijkhuis", (de_wit.sanne,)), by=amina, at=nu)
    beloof_terugbellen(
        contact(de_wit, by=gerda, at=nu), voor=amina, beloofd_op=nu + timedelta(hours=2), by=gerda, at=nu
    )
    melding(de_wit, by=gerda, at=nu, wet=Wet.JEUGDWET)
    assert plan.pk
    with reis_naar(later.date()):
        yield {"amina": amina, "daan": daan, "els": els, "farid": farid, "gerda": gerda}


def aanmelden(medewerker: Medewerker, taal: str) -> Client:
    """Sign in and choose the language the way the button of the page does."""
    client = Client()
    client.force_login(medewerker, backend="eenplan.teams.aanmelding.Aanmelding")
    assert client.post("/taal/", {"language": taal, "next": "/mijn-dag/"}).status_code == 302
    return client


def lees(client: Client, adres: str) -> Page | None:
    """Give the page; nothing for a paper, or for what this worker may not see."""
    antwoord = client.get(adres, follow=True)
    pagina = Page(client, adres, antwoord, lambda: None)
    return pagina if antwoord.status_code == 200 and pagina.is_whole else None


def alle_paginas(medewerker: Medewerker, begin: list[str]) -> Iterator[tuple[Page, Page]]:
    """Give each kind of page within reach once, in Dutch and in English."""
    nederlands, engels = aanmelden(medewerker, "nl"), aanmelden(medewerker, "en")
    wachtend, gezien = list(begin), set[str]()
    while wachtend and len(gezien) < HOOGSTENS:
        adres = wachtend.pop(0)
        vorm = re.sub(r"\d+", "0", urlsplit(adres).path)
        if vorm in gezien:
            continue
        gezien.add(vorm)
        if (eerst := lees(nederlands, adres)) and (dan := lees(engels, adres)):
            yield eerst, dan
            wachtend += [link for link in eerst.tree.xpath("//a/@href") if link.startswith("/")]


def stukken(pagina: Page) -> list[str]:
    """Give each text a reader sees or hears on the page; what is marked as Dutch is meant to be Dutch."""
    buiten = "[not(ancestor-or-self::*[@lang='nl'][not(self::html)])][not(ancestor-or-self::script)]"
    gezien = pagina.tree.xpath(f"//body//text()[not(ancestor::textarea)]{buiten} | //head/title/text()")
    gehoord = pagina.tree.xpath(
        f"//body//*{buiten}/@*[name()='aria-label' or name()='placeholder' or starts-with(name(), 'data-tekst-')]"
    )
    return [" ".join(tekst.split()) for tekst in [*gezien, *gehoord] if tekst.strip()]


def opgeschreven() -> set[str]:
    """Give what people wrote: every text in the database, and the municipality's own words."""
    woorden: set[str] = set(EIGENNAMEN)
    for model in apps.get_models():
        if model.__module__.startswith("eenplan."):
            velden = [
                veld.name
                for veld in model._meta.get_fields()
                if isinstance(veld, (CharField, TextField)) and not veld.choices
            ]
            for rij in model.objects.values_list(*velden) if velden else ():
                woorden |= {" ".join(str(waarde).split()) for waarde in rij if waarde}
    return woorden | van_de_gemeente()


def van_de_gemeente() -> set[str]:
    sets = {naam for een in inrichting().leefgebiedsets for naam in (een.naam, *(deel.naam for deel in een.domeinen))}
    return sets | set(bladeren(tomllib.loads(Path(settings.EENPLAN_INRICHTING).read_text(encoding="utf-8"))))


def bladeren(gegevens: object) -> Iterator[str]:
    if isinstance(gegevens, dict):
        yield from (tekst for waarde in gegevens.values() for tekst in bladeren(waarde))
    elif isinstance(gegevens, list):
        yield from (tekst for waarde in gegevens for tekst in bladeren(waarde))
    elif isinstance(gegevens, str):
        yield gegevens


def zonder(woorden: set[str]) -> re.Pattern[str]:
    """Give a pattern of everything people wrote, longest first, to take out of a text."""
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(woorden, key=len, reverse=True)))})(?!\w)", re.IGNORECASE
    )


@pytest.fixture
def vertaald(checkout: Path) -> tuple[dict[str, str], set[str]]:
    """The catalogue: what differs in English, and what reads the same."""
    with (checkout / CATALOGUS).open("rb") as opened:
        alle = dict(paar for bericht in read_po(opened, locale="en") for paar in paren(bericht))
    anders = {" ".join(nederlands.split()): engels for nederlands, engels in alle.items() if nederlands != engels}
    return anders, {nederlands for nederlands, engels in alle.items() if nederlands == engels}


BEGIN = ["/mijn-dag/", "/aannemen/", "/team/", "/aanbod/", "/logboek/"]


def test_every_page_within_reach_reads_in_english(
    een_week: dict[str, Medewerker], de_wit: Gezin, vertaald: tuple[dict[str, str], set[str]]
) -> None:
    fouten: set[str] = set()
    begin = [*BEGIN, f"/huishoudens/{de_wit.huishouden.pk}/", f"/huishoudens/{de_wit.huishouden.pk}/stand/"]
    nog_nederlands = wat_nederlands_bleef(*vertaald)
    gelezen: Counter[str] = Counter()
    for naam, medewerker in een_week.items():
        for nederlands, engels in alle_paginas(medewerker, begin):
            gelezen[naam] += 1
            check_page(engels)
            assert (nederlands.tree.get("lang"), engels.tree.get("lang")) == ("nl", "en")
            fouten |= nog_nederlands(nederlands, engels)
    assert gelezen.keys() == een_week.keys()
    assert gelezen["amina"] > 30, "the story no longer leads to the pages of a coordinator"
    assert not fouten, "still Dutch on an English page:\n" + "\n".join(sorted(fouten))


def wat_nederlands_bleef(
    anders: dict[str, str], gelijk: set[str], getypt: AbstractSet[str] = frozenset()
) -> Callable[[Page, Page], set[str]]:
    """Give what finds the texts of an English page that are the same as on the Dutch one and that nobody typed."""
    eigen, bekend = van_de_gemeente() | getypt, zonder(opgeschreven() | gelijk)

    def vind(nederlands: Page, engels: Page) -> set[str]:
        hetzelfde = set(stukken(nederlands))
        return {
            f"{engels.url}: {tekst}"
            for tekst in stukken(engels)
            if (tekst in anders and tekst not in eigen)
            or (tekst in hetzelfde and re.search(r"[^\W\d_]{3,}", bekend.sub(" ", tekst)))
        }

    return vind


def test_every_address_of_the_program_reads_in_english(
    de_wit: Gezin, request: pytest.FixtureRequest, vertaald: tuple[dict[str, str], set[str]]
) -> None:
    werkers = {naam: request.getfixturevalue(naam) for naam in ("amina", "farid", "gerda", "daan")}
    with reis_naar(LATER.date()):
        rijen = rij_van_elke_soort(de_wit, **werkers)
        lezers = [*werkers.values(), *(request.getfixturevalue(naam) for naam in ("els", "iris", "karin"))]
        paren = [(aanmelden(wie, "nl"), aanmelden(wie, "en")) for wie in lezers]
        nog_nederlands = wat_nederlands_bleef(*vertaald, getypt={"Bellen", "Gemeente"})
        fouten, gelezen = set[str](), 0
        for adres in (een for een in adressen(rijen) if een.pad != "/ontwerp/"):
            for nl, en in paren:
                if (eerst := lees(nl, adres.pad)) and (dan := lees(en, adres.pad)):
                    gelezen += 1
                    fouten |= nog_nederlands(eerst, dan)
                    break
    assert gelezen > 100, "the addresses no longer have rows to show"
    assert not fouten, "still Dutch on an English page:\n" + "\n".join(sorted(fouten))


def test_what_is_recorded_from_an_english_screen_is_recorded_in_dutch(
    de_wit: Gezin, amina: Medewerker, gerda: Medewerker, farid: Medewerker, daan: Medewerker
) -> None:
    with override("en"):
        gedaan = aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG)
        besluit = genomen_besluit(gedaan, by=daan, at=MAANDAG + timedelta(days=8))
        aanbieder = huishoudelijke_hulp(MAANDAG).aanbieder
        later = MAANDAG + timedelta(days=9)
        toegewezen = wijs_toe(besluit.regels.get(), aanbieder=aanbieder, by=daan, at=later)
        meld_start(toegewezen, gestart_op=later.date(), by=daan, at=later)
    assert de_wit.huishouden.naam == "Fam. de Wit"
    titels = set(Document.objects.values_list("titel", flat=True))
    assert titels == {"Ontvangstbevestiging", "Gespreksverslag", "Besluit op uw aanvraag"}
    assert set(Statuswissel.objects.values_list("reden", flat=True)) == {
        "regisseur aangewezen",
        "het plan is vastgesteld",
    }
    details = set(Gebeurtenisdetail.objects.values_list("toelichting", flat=True))
    assert {"vraag om hulp", "Sanne de Wit, Wmo 2015", "toegekend", "actief: regisseur aangewezen"} <= details


def test_the_choice_of_language_stays_until_it_is_chosen_again(page: Callable[..., Page], amina: Medewerker) -> None:
    engels = page(amina, "/mijn-dag/").post({"language": "en", "next": "/mijn-dag/"}, url="/taal/").follow()
    assert engels.tree.get("lang") == "en"
    assert "My day" in engels.words
    assert engels.tree.xpath("//button[@name='language'][@value='en']/@aria-pressed") == ["true"]
    nederlands = engels.post({"language": "nl", "next": "/mijn-dag/"}, url="/taal/").follow()
    assert nederlands.tree.get("lang") == "nl"
    assert "Mijn dag" in nederlands.words
