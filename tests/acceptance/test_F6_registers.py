"""F6: impact assessments, breaches, statements and instruction have an owner and a day; late is seen, and bites."""

from datetime import timedelta

import pytest

from eenplan.access.rechten import Rol, Toegangsoort
from eenplan.core import klok
from eenplan.registers.models import Datalek, Effectbeoordeling
from eenplan.teams.models import Dossiertoegang, Medewerker, Rolvervulling
from personas import BEGIN, MAANDAG
from verhalen import melding

DAG = MAANDAG.date()


@pytest.fixture(autouse=True)
def _maandag():
    with klok.reis_naar(DAG):
        yield


@pytest.fixture
def ilse(stad):
    """A reviewer from outside."""
    medewerker = Medewerker.objects.create_user(
        gebruikersnaam="ilse", naam="Ilse Kramer", functie="onderzoeker", werkgever="Rekenkamer"
    )
    Rolvervulling.objects.create(
        medewerker=medewerker,
        rol=Rol.ONDERZOEKER,
        team=None,
        vanaf=BEGIN,
        is_detachering=True,
        tot=DAG.replace(year=2028),
    )
    return medewerker


def te_laat(page, els):
    """Give the words of what is late in the registers."""
    (deel,) = page(els, "/registers/").tree.xpath("//*[@id='te-laat']")
    return " ".join(deel.text_content().split())


def verklaar(page, els, wie, geldig_tot="01-12-2027", **meer):
    """Els keeps a signed statement."""
    velden = {"medewerker": wie.pk, "getekend_op": "20-11-2026", "geldig_tot": geldig_tot}
    return page(els, "/registers/verklaringen/", data=velden, **meer)


def test_a_reviewer_without_a_statement_opens_no_file_and_with_one_only_the_given_file(page, els, ilse, de_wit, gerda):
    dossier = melding(de_wit, by=gerda, at=MAANDAG).dossier
    adres = f"/huishoudens/{dossier.pk}/"
    Dossiertoegang.objects.create(
        medewerker=ilse,
        dossier_id=dossier.pk,
        soort=Toegangsoort.ONDERZOEK,
        grond="Onderzoek rekenkamer",
        vanaf=MAANDAG - timedelta(days=3),
        tot=MAANDAG + timedelta(days=90),
    )
    page(ilse, adres, status=403)
    verklaar(page, els, ilse)
    page(Medewerker.objects.get(pk=ilse.pk), adres)
    page(
        Medewerker.objects.get(pk=ilse.pk),
        f"/huishoudens/{dossier.pk}/notities/",
        data={"tekst": "Ik was hier."},
        status=403,
    )
    with klok.reis_naar(DAG.replace(year=2027, month=12, day=1)):
        page(Medewerker.objects.get(pk=ilse.pk), adres, status=403)


def test_who_misses_a_statement_is_late_on_the_first_page(page, els, ilse):
    zin = "ziet geen dossiers als onderzoeker"
    assert zin in te_laat(page, els)
    verklaar(page, els, ilse)
    assert zin not in te_laat(page, els)


def test_nobody_keeps_the_own_statement(page, els):
    assert "Uw eigen verklaring legt een collega vast." in verklaar(page, els, els, status=422).words


def test_a_statement_for_an_impossible_period_is_refused_and_keeps_what_was_typed(page, els, ilse):
    terug = verklaar(page, els, ilse, geldig_tot="19-11-2026", status=422)
    assert "Controleer de datums" in terug.words
    assert "19-11-2026" in terug.text


def lek(page, wie, dag="20-11-2026", tijd="16:30"):
    velden = {"wat": "Brief naar het verkeerde adres.", "soorten_gegevens": "naam, adres", "dag": dag, "tijd": tijd}
    page(wie, "/datalek-melden/", data=velden)
    return Datalek.objects.latest("pk")


def test_every_worker_reports_a_breach_and_the_clock_of_72_hours_runs_through_the_weekend(page, gerda, els):
    gemeld = lek(page, gerda)
    assert "23 nov 2026 16:30" in page(els, "/registers/datalekken/").words
    page(gerda, f"/datalekken/{gemeld.pk}/", status=403)


def test_a_breach_that_waits_too_long_is_late(page, gerda, els):
    lek(page, gerda, dag="19-11-2026", tijd="08:00")
    assert "Datalek" in te_laat(page, els)


def test_a_breach_of_tomorrow_is_refused(page, gerda):
    velden = {"wat": "x", "soorten_gegevens": "naam", "dag": "24-11-2026", "tijd": "09:00"}
    assert "in de toekomst" in page(gerda, "/datalek-melden/", data=velden, status=422).words


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({}, "Schrijf op wanneer de inwoners zijn ingelicht"),
        ({"reden_niet_ingelicht": "De brief kwam ongeopend terug."}, ""),
        ({"betrokkenen_ingelicht_op": "23-11-2026"}, ""),
    ],
)
def test_a_reported_breach_says_what_the_residents_were_told(page, gerda, els, velden, zin):
    gemeld = lek(page, gerda, dag="22-11-2026")
    data = {"afweging": "Risico voor één gezin.", "naar": "gemeld"} | velden
    antwoord = page(els, f"/datalekken/{gemeld.pk}/", data=data, status=422 if zin else 302)
    gemeld.refresh_from_db()
    assert zin in antwoord.words
    assert (gemeld.gemeld_op is None) == bool(zin)


def test_a_late_report_needs_its_reason_and_closing_needs_measures(page, gerda, els):
    gemeld = lek(page, gerda, dag="16-11-2026")
    data = {"afweging": "Risico.", "naar": "gemeld", "reden_niet_ingelicht": "Ongeopend terug."}
    assert "72 uur zijn voorbij" in page(els, f"/datalekken/{gemeld.pk}/", data=data, status=422).words
    page(els, f"/datalekken/{gemeld.pk}/", data=data | {"reden_te_laat": "Pas maandag ontdekt door de post."})
    dicht = data | {"naar": "afgehandeld"}
    assert "maatregelen" in page(els, f"/datalekken/{gemeld.pk}/", data=dicht, status=422).words
    page(els, f"/datalekken/{gemeld.pk}/", data=dicht | {"maatregelen": "Adressen gecontroleerd."})
    gemeld.refresh_from_db()
    assert gemeld.status == "afgehandeld"
    page(els, f"/datalekken/{gemeld.pk}/", data=data, status=422)


def test_an_impact_assessment_is_adopted_only_with_measures_and_advice_and_comes_back(page, els):
    velden = {
        "titel": "Eén dossier per huishouden",
        "eigenaar": els.pk,
        "risicos": "Te breed zicht.",
        "uiterlijk": "01-12-2026",
    }
    page(els, "/registers/effectbeoordelingen/", data=velden)
    rij = Effectbeoordeling.objects.get()
    adres = f"/effectbeoordelingen/{rij.pk}/"
    inhoud = {"risicos": "Te breed zicht.", "uiterlijk": "01-12-2027"}
    page(els, adres, data=inhoud | {"naar": "advies"})
    assert "advies van de functionaris" in page(els, adres, data=inhoud | {"naar": "vastgesteld"}, status=422).words
    page(els, adres, data=inhoud | {"naar": "vastgesteld", "maatregelen": "Wetlabels.", "advies": "Akkoord."})
    assert "Eén dossier" not in te_laat(page, els)
    with klok.reis_naar(DAG.replace(year=2027, month=12, day=2)):
        assert "Eén dossier" in te_laat(page, els)


def test_a_new_worker_takes_the_steps_and_is_late_when_not(page, els, stad):
    nieuw = Medewerker.objects.create_user(
        gebruikersnaam="nora", naam="Nora Kuiper", functie="wijkcoach", werkgever="Stichting Buurt"
    )
    Rolvervulling.objects.create(medewerker=nieuw, rol=Rol.REGISSEUR, team=stad.noord, vanaf=DAG - timedelta(days=31))
    assert "Nora Kuiper" in te_laat(page, els)
    for stap in ("geheimhouding", "wetlabels", "datalek"):
        page(nieuw, "/mijn-instructie/", data={"stap": stap})
    assert "U hebt alles gedaan." in page(nieuw, "/mijn-instructie/").words
    assert "Nora Kuiper" not in te_laat(page, els)
    page(nieuw, "/mijn-instructie/", data={"stap": "bestaat niet"}, status=409)


def test_the_registers_are_for_the_privacy_officer_alone(page, amina, farid, els):
    for adres in ("/registers/", "/registers/datalekken/", "/registers/verklaringen/", "/registers/instructies/"):
        page(amina, adres, status=403)
        page(farid, adres, status=403)
        page(els, adres, queries_max=14)
