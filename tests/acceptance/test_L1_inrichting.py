"""L1: the way of working is dated configuration: set up without programming, proposed by one, released by another."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from eenplan.access.rechten import Rol
from eenplan.audit.models import Gebeurtenis
from eenplan.core import klok
from eenplan.inrichting import lezen
from eenplan.inrichting.bestanden import OngeldigeInrichting
from eenplan.inrichting.lezen import inrichting, inrichting_op, lees, lees_tekst, vergeet, versies
from eenplan.inrichting.schema import als_tekst, schema
from eenplan.meldingen.models import Kanaal
from eenplan.teams.models import Medewerker, Rolvervulling
from eenplan.werkwijzen.models import Werkwijzevoorstel
from eenplan.werkwijzen.states import Voorstelstatus
from personas import BEGIN, MAANDAG
from schermen import formulier
from verhalen import concept_plan, melding

LIJST, NIEUW = "/werkwijze/", "/werkwijze/nieuw/"
VANDAAG = MAANDAG.date()
NIEUWJAAR = date(2027, 1, 1)
GEMEENTEN = Path(__file__).parents[2] / "src/eenplan/inrichting/gemeenten"
ZONNEDAAL = (GEMEENTEN / "zonnedaal.toml").read_text(encoding="utf-8")
TIEN_DAGEN = ("dagen = 14\n", "dagen = 10\n")
MODELLEN = ("enschede", "leeuwarden", "zaanstad", "utrecht-team", "utrecht-frontbackoffice", "utrecht-netwerkoverleg")


@pytest.fixture(autouse=True)
def _maandag():
    with klok.reis_naar(VANDAAG):
        yield


@pytest.fixture
def map_(tmp_path, settings):
    """An installation whose way of working lies in a folder, with one version."""
    (tmp_path / "vanaf-2015-01-01.toml").write_text(ZONNEDAAL, encoding="utf-8")
    settings.EENPLAN_INRICHTING = tmp_path
    yield tmp_path
    vergeet()


@pytest.fixture
def tweede(stad):
    """Another functional administrator."""
    wie = Medewerker.objects.create_user("joost", naam="Joost Vos", functie="beheerder", werkgever="Gemeente")
    Rolvervulling.objects.create(medewerker=wie, rol=Rol.BEHEERDER, team=None, vanaf=BEGIN)
    return Medewerker.objects.get(pk=wie.pk)


def stel_voor(page, wie, *, vanaf="01-01-2027", status=302, **anders):
    """Propose a version on the screen: the text that stands there, with replacements."""
    begin = page(wie, NIEUW)
    velden = formulier(begin, waarom="De gemeenteraad besloot het.", vanaf=vanaf)
    for oud, nieuw in anders.pop("vervang", [TIEN_DAGEN]):
        assert oud in velden["tekst"]
        velden["tekst"] = velden["tekst"].replace(oud, nieuw, 1)
    return begin.post(velden | anders, status=status)


def voorgesteld(page, wie, **anders):
    stel_voor(page, wie, **anders)
    return Werkwijzevoorstel.objects.latest("pk")


def adres(voorstel, stap=""):
    return f"/werkwijzevoorstellen/{voorstel.pk}/{stap}"


# ------------------------------------------------------------------------------------------------ a file, and its check


@pytest.mark.parametrize("naam", MODELLEN)
def test_a_municipality_is_set_up_with_a_file_and_no_programming(naam):
    """Gegeven een rapport over een gemeente, als iemand haar werkwijze opschrijft, dan werkt het programma daarmee."""
    pad = GEMEENTEN / (f"{naam}.toml" if (GEMEENTEN / f"{naam}.toml").exists() else naam)
    bestanden = sorted(pad.glob("*.toml")) if pad.is_dir() else [pad]
    gelezen = [lees(bestand) for bestand in bestanden]
    assert all(regels.gemeente.naam for regels in gelezen)
    gezegd = StringIO()
    call_command("inrichting", "check", str(pad), stdout=gezegd)
    assert "De inrichting is in orde." in gezegd.getvalue()


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        ("[spoed]", "[spoet]", r"x\.toml.*spoed.*ontbreekt"),
        ("dagen = 30", "dagn = 30", r"x\.toml, regel \d+: instructie\.dagn: dit kent Eenplan niet"),
        ("uren = 48", 'uren = "48"', r"x\.toml, regel \d+: spoed\.uren: hier hoort een heel getal"),
        ("uren = 48", "uren = true", r"spoed\.uren: hier hoort een heel getal"),
        ("vanaf = 2027-01-01", 'vanaf = "2027-01-01"', r"route 1\.vanaf: hier hoort een datum"),
        ("vanaf = 2027-01-01", "vanaf = 2027-13-01", r"x\.toml: dit is geen geldige TOML"),
        ('wet = "jeugdwet"\n', 'wett = "jeugdwet"\n', r"route 1\.wett: onbekend veld; bedoelt u wet\?"),
        ("[[trede]]", "[trede]", r"x\.toml"),
        (
            "[terugbellen]",
            '[[ingang]]\nkanaal = "rookpluim"\n[terugbellen]',
            r"ingang 1\.kanaal: kies een van telefoon",
        ),
        ("[terugbellen]", '[woorden]\nmelding = "klacht"\n[terugbellen]', r"woorden\.melding: dit woord ligt vast"),
        ("[terugbellen]", '[woorden]\nregisseur = "coach"\n[terugbellen]', "ook op wat regisseurs wordt"),
    ],
)
def test_a_fault_in_the_file_is_one_sentence_that_names_file_and_place(oud, nieuw, zin):
    assert oud in ZONNEDAAL
    with pytest.raises(OngeldigeInrichting, match=zin) as gevonden:
        lees_tekst(ZONNEDAAL.replace(oud, nieuw, 1), naam="x.toml")
    assert "\n" not in str(gevonden.value)


@pytest.mark.parametrize(
    ("naam", "zin"),
    [
        ("vanaf-2027-02-30.toml", "met een dag die bestaat"),
        ("zonnedaal.toml", "heet vanaf-JJJJ-MM-DD.toml"),
        ("vanaf-2999-01-01.toml", "is er geen inrichting"),
        ("", "staat geen bestand"),
    ],
)
def test_a_folder_with_a_wrong_name_or_a_gap_is_refused(naam, zin, tmp_path, settings):
    if naam:
        (tmp_path / naam).write_text(ZONNEDAAL, encoding="utf-8")
    settings.EENPLAN_INRICHTING = tmp_path
    with pytest.raises(OngeldigeInrichting, match=zin):
        inrichting()
    with pytest.raises(CommandError, match=zin):
        call_command("inrichting", "check", str(tmp_path))


def test_each_day_has_the_version_of_that_day(map_):
    (map_ / "vanaf-2027-01-01.toml").write_text(ZONNEDAAL.replace(*TIEN_DAGEN, 1), encoding="utf-8")
    assert inrichting().normdagen("gesprek") == 14
    assert inrichting_op(NIEUWJAAR).normdagen("gesprek") == 10
    assert inrichting_op(date(2010, 1, 1)).normdagen("gesprek") == 14
    with klok.reis_naar(NIEUWJAAR):
        assert inrichting().normdagen("gesprek") == 10


def test_a_file_that_goes_wrong_later_leaves_what_was_good_in_use(map_, caplog):
    assert inrichting().spoed_uren == 48
    (map_ / "vanaf-2026-06-01.toml").write_text("[gemeente", encoding="utf-8")
    for stand in lezen._gelezen.values():
        stand.opnieuw = 0  # as a second later
    assert inrichting().spoed_uren == 48
    assert "cannot be used" in caplog.text
    assert len(versies()) == 1


def test_the_schema_in_the_documents_is_that_of_the_program(checkout):
    geschreven = (checkout / "docs/inrichting.schema.json").read_text(encoding="utf-8")
    assert geschreven == als_tekst(), "run: eenplan inrichting schema > docs/inrichting.schema.json"
    vorm = schema()
    assert {"gemeente", "aanpakken", "spoed"} <= set(vorm["required"])
    assert vorm["properties"]["werkuren"]["properties"].keys() == {"van", "tot"}
    assert json.loads(als_tekst())["additionalProperties"] is False


# ------------------------------------------------------------------------------------------------------- two people


def test_one_proposes_another_releases_and_it_holds_from_its_day(page, map_, iris, tweede):
    """Gegeven een voorstel van Iris, als Joost het vrijgeeft, dan geldt het vanaf nieuwjaar en geen dag eerder."""
    voorstel = voorgesteld(page, iris)
    assert [bestand.name for bestand in map_.glob("*.toml")] == ["vanaf-2015-01-01.toml"]
    page(tweede, adres(voorstel)).post({}, url=adres(voorstel, "vrijgave/"))
    assert {bestand.name for bestand in map_.iterdir()} == {"vanaf-2015-01-01.toml", "vanaf-2027-01-01.toml"}
    assert inrichting().normdagen("gesprek") == 14
    assert inrichting_op(NIEUWJAAR).normdagen("gesprek") == 10
    lijst = page(tweede, LIJST).words
    assert "gaat nog in" in lijst
    assert "geldt nu" in lijst
    spoor = list(Gebeurtenis.objects.filter(onderwerp_soort="werkwijzevoorstel").order_by("pk"))
    assert [rij.sleutel for rij in spoor] == ["werkwijze:voorgesteld", "werkwijze:vrijgegeven"]
    assert [rij.actor_id for rij in spoor] == [iris.pk, tweede.pk]


def test_a_manager_may_be_the_second_one_but_proposes_nothing(page, map_, iris, farid):
    voorstel = voorgesteld(page, iris)
    page(farid, NIEUW, status=403)
    page(farid, adres(voorstel)).post({}, url=adres(voorstel, "vrijgave/"))
    assert Werkwijzevoorstel.objects.get().status == Voorstelstatus.VRIJGEGEVEN


def test_nobody_releases_the_own_proposal_and_the_database_agrees(page, map_, iris):
    voorstel = voorgesteld(page, iris)
    eigen = page(iris, adres(voorstel))
    assert "Geef vrij" not in eigen.words
    assert "iemand anders" in eigen.post({}, url=adres(voorstel, "vrijgave/"), status=422).words
    assert len(list(map_.glob("*.toml"))) == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Werkwijzevoorstel.objects.update(status=Voorstelstatus.VRIJGEGEVEN, beslist_door=iris, beslist_op=klok.nu())


@pytest.mark.parametrize("wie", ["amina", "daan", "gerda", "els"])
def test_others_have_no_business_here(page, request, wie, map_, iris):
    voorstel = voorgesteld(page, iris)
    ander = request.getfixturevalue(wie)
    for pad in (LIJST, NIEUW, adres(voorstel)):
        page(ander, pad, status=403)


def test_what_was_typed_wrong_comes_back_whole_with_the_fault_at_the_spot(page, map_, iris):
    terug = stel_voor(page, iris, vervang=[("uren = 48", 'uren = "veel"')], status=422)
    assert re.search(r"regel \d+: spoed\.uren: hier hoort een heel getal", terug.words)
    assert terug.tree.xpath("//main//li[.//strong]/strong/code/text()") == ['uren = "veel"']
    velden = formulier(terug)
    assert 'uren = "veel"' in velden["tekst"]
    assert velden["waarom"] == "De gemeenteraad besloot het."
    assert not Werkwijzevoorstel.objects.exists()


def test_an_uploaded_file_takes_the_place_of_the_text_and_a_wrong_one_can_be_put_right_on_the_page(page, map_, iris):
    goed = SimpleUploadedFile("nieuw.toml", ZONNEDAAL.replace(*TIEN_DAGEN, 1).encode())
    assert "dagen = 10" in voorgesteld(page, iris, vervang=[], bestand=goed).tekst
    fout = SimpleUploadedFile("fout.toml", ZONNEDAAL.replace("[spoed]", "[spoet]").encode())
    assert "[spoet]" in formulier(stel_voor(page, iris, vervang=[], bestand=fout, status=422))["tekst"]


def test_a_version_never_begins_in_the_past_and_must_change_something(page, map_, iris):
    assert "voorbij" in stel_voor(page, iris, vanaf="22-11-2026", status=422).words
    assert "niets om vrij te geven" in stel_voor(page, iris, vervang=[], status=422).words


def test_a_proposal_that_waited_too_long_or_was_overtaken_is_not_released(page, map_, iris, tweede):
    laat = voorgesteld(page, iris, vanaf="24-11-2026")
    ander = voorgesteld(page, iris, vervang=[("uren = 48", "uren = 24")])
    eerst = voorgesteld(page, iris)
    page(tweede, adres(eerst)).post({}, url=adres(eerst, "vrijgave/"))
    overruled = page(tweede, adres(ander)).post({}, url=adres(ander, "vrijgave/"), status=422)
    assert "Intussen is een andere versie vrijgegeven" in overruled.words
    with klok.reis_naar(VANDAAG + timedelta(days=7)):
        assert "voorbij" in page(tweede, adres(laat)).post({}, url=adres(laat, "vrijgave/"), status=422).words


def test_a_version_that_did_not_begin_yet_can_be_replaced_and_stays_in_the_list(page, map_, iris, tweede):
    eerst = voorgesteld(page, iris)
    page(tweede, adres(eerst)).post({}, url=adres(eerst, "vrijgave/"))
    begin = page(iris, f"{NIEUW}?vanaf=2027-01-01")
    velden = formulier(begin, waarom="Toch twaalf.")
    begin.post(velden | {"tekst": velden["tekst"].replace("dagen = 10", "dagen = 12", 1)}, url=NIEUW)
    dan = Werkwijzevoorstel.objects.latest("pk")
    page(tweede, adres(dan)).post({}, url=adres(dan, "vrijgave/"))
    eerst.refresh_from_db()
    assert eerst.status == Voorstelstatus.VERVANGEN
    assert inrichting_op(NIEUWJAAR).normdagen("gesprek") == 12


def test_a_withdrawn_and_a_returned_proposal_stay_as_rows_with_their_reason(page, map_, iris, tweede):
    weg, terug = voorgesteld(page, iris), voorgesteld(page, iris)
    assert "leeg" in page(iris, adres(weg)).post({"reden": ""}, url=adres(weg, "intrekking/"), status=422).words
    page(iris, adres(weg)).post({"reden": "Te vroeg."}, url=adres(weg, "intrekking/"))
    page(tweede, adres(terug)).post({"reden": "Eerst overleg."}, url=adres(terug, "teruggave/"))
    lijst = page(iris, LIJST).words
    assert "Te vroeg." in lijst
    assert "Eerst overleg." in lijst
    assert page(tweede, adres(weg)).post({}, url=adres(weg, "vrijgave/"), status=422)
    assert len(list(map_.glob("*.toml"))) == 1


def test_an_installation_with_one_file_explains_how_to_become_a_folder(page, iris, tweede):
    lijst = page(iris, LIJST).words
    assert "Deze installatie leest één bestand" in lijst
    assert "vanaf-2026-01-01.toml" in lijst
    voorstel = voorgesteld(page, iris)
    antwoord = page(tweede, adres(voorstel)).post({}, url=adres(voorstel, "vrijgave/"), status=422)
    assert "Maak er eerst een map van" in antwoord.words


# ------------------------------------------------------------------------------------------- difference and dry run


def test_the_difference_is_in_words_per_section(page, map_, iris, tweede):
    voorstel = voorgesteld(
        page,
        iris,
        vervang=[
            TIEN_DAGEN,
            ("45000000", "50000000"),
            ('[[trede]]\ncode = "vrijwilliger"\nnaam = "Vrijwilliger of groep"\n', ""),
            ('naam = "Netwerk"', 'naam = "Mensen om je heen"'),
        ],
    )
    gezien = page(tweede, adres(voorstel)).words
    for stuk in ("Normen voor de doorlooptijd", "14", "10", "€ 450.000", "€ 500.000", "Mensen om je heen", "vervalt"):
        assert stuk in gezien.replace("\u00a0", " ")


def test_the_dry_run_counts_what_changes_and_names_nobody(page, map_, iris, tweede, de_wit, gerda, amina):
    """Gegeven een open melding en een plan, als een trede en een route veranderen, dan staan ze geteld, zonder naam."""
    melding(de_wit, by=gerda, at=MAANDAG)
    plan = concept_plan(de_wit, regisseur=amina, at=MAANDAG)
    inzet = plan.doelen.first().inzetten.first()
    trede = f'[[trede]]\ncode = "{inzet.trede}"\n'
    voorstel = voorgesteld(
        page,
        iris,
        vervang=[
            (trede, '[[trede]]\ncode = "anders"\n'),
            ('wet = "*"\nvanaf = 2015-01-01\nnaar = "wijkteam"', 'wet = "*"\nvanaf = 2015-01-01\nnaar = "Team West"'),
        ],
    )
    gezien = page(tweede, adres(voorstel), queries_max=40).words
    assert "Het team Team West bestaat niet" in gezien
    assert re.search(r"Wmo 2015: vanaf 1 jan(uari)? 2027 naar Team West in plaats van wijkteam", gezien)
    assert f"plan {plan.pk}" in gezien
    for naam in ("de Wit", "Sanne", "Lindelaan"):
        assert naam not in page(tweede, adres(voorstel)).text


def test_the_dry_run_tells_which_files_become_late_by_a_shorter_norm(page, map_, iris, tweede, de_wit, gerda):
    melding(de_wit, by=gerda, at=MAANDAG - timedelta(days=12))
    voorstel = voorgesteld(page, iris, vanaf="24-11-2026")
    gezien = page(tweede, adres(voorstel)).words
    assert "Gesprek: wordt te laat" in gezien
    ruim = voorgesteld(page, iris, vanaf="24-11-2026", vervang=[("uren = 48", "uren = 47")])
    assert "Geen enkele zaak die nu openstaat" in page(tweede, adres(ruim)).words


def test_the_dry_run_of_closing_and_of_deciding_by_letter(page, map_, iris, tweede, de_wit, gerda, amina):
    melding(de_wit, by=gerda, at=MAANDAG)
    voorstel = voorgesteld(page, iris, vervang=[('regel = "regisseur"\n', 'regel = "gezamenlijk"\n')])
    assert "twee medewerkers besluiten samen" in page(tweede, adres(voorstel)).words


def test_who_may_open_a_file_finds_the_way_there_from_the_dry_run(page, map_, iris, farid, de_wit, gerda):
    gemeld = melding(de_wit, by=gerda, at=MAANDAG)
    voorstel = voorgesteld(page, iris, vervang=[('regel = "regisseur"\n', 'regel = "slapend"\n')])
    huis = f"/huishoudens/{gemeld.dossier_id}/"
    assert huis in page(farid, adres(voorstel)).text
    assert huis not in page(iris, adres(voorstel)).text


# ------------------------------------------------------------------------------------------------------- ways in


def test_a_way_in_that_the_municipality_does_not_have_is_not_offered(page, map_, gerda):
    ingangen = (
        '[[ingang]]\nkanaal = "telefoon"\n'
        '[[ingang]]\nkanaal = "professional"\nnaam = "melding van een organisatie"\nvraagt_organisatie = true\n[budget]'
    )
    (map_ / "vanaf-2015-01-01.toml").write_text(ZONNEDAAL.replace("[budget]", ingangen, 1), encoding="utf-8")
    vergeet()
    pagina = page(gerda, "/aannemen/")
    assert pagina.tree.xpath("//select[@name='kanaal']/option/@value") == ["telefoon", "professional"]
    assert "melding van een organisatie" in pagina.words
    velden = formulier(
        pagina, "//form[@id='gesprek']", naam="Kim Bos", vraag="Hulp", antwoord="Zo.", einde="beantwoord"
    )
    assert pagina.post(velden | {"kanaal": Kanaal.INLOOP}, status=422)
    mist = pagina.post(velden | {"kanaal": Kanaal.PROFESSIONAL}, status=422)
    assert "Schrijf op welke organisatie dit meldt" in mist.words
    pagina.post(velden | {"kanaal": Kanaal.PROFESSIONAL, "organisatie": "Woonstichting De Brug"})


def test_without_such_a_line_every_way_in_is_open_and_nobody_asks_an_organisation(page, gerda):
    pagina = page(gerda, "/aannemen/")
    assert pagina.tree.xpath("//select[@name='kanaal']/option/@value") == Kanaal.values
    assert not pagina.tree.xpath("//input[@name='organisatie']")
