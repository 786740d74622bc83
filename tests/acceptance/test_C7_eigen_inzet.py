"""C7: the team's own light support per case is guarded: 8.0 hours in a month pass, 8.25 ask a reason and are listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from eenplan.access.rechten import Rol
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.dossiers.actions import open_casus, open_dossier
from eenplan.dossiers.models import Casus
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.plannen import uren_actions
from eenplan.plannen.models import Urenoverschrijding, Urenregel
from eenplan.plannen.uren_actions import Inspanning, schrijf_uren
from eenplan.teams.models import Medewerker, Rolvervulling
from page import Page
from personas import BEGIN, MAANDAG, Gezin

Bezoek = Callable[..., Page]
DAG = MAANDAG + timedelta(days=7)  # 30 November, so that both the month and its end are near


@pytest.fixture(autouse=True)
def _eind_november() -> Iterator[None]:
    with klok.reis_naar(DAG.date()):
        yield


@pytest.fixture
def casus(amina: Medewerker, de_wit: Gezin) -> Casus:
    dossier = open_dossier(de_wit.huishouden, by=amina, at=MAANDAG)
    return open_casus(
        dossier,
        persoon=de_wit.sanne,
        wet=Wet.WMO,
        leefgebied="huishouden",
        probleem="Komt niet rond met het huishouden",
        by=amina,
        at=MAANDAG,
    )


def adres(casus: Casus) -> str:
    return reverse("plannen:eigen_inzet", args=[casus.dossier_id])


def uren(casus: Casus, aantal: str, **anders: object) -> dict[str, object]:
    return {"casus": casus.pk, "dag": "24-11-2026", "aantal": aantal, "wat": "Samen de post geopend"} | anders


def test_eight_hours_pass_and_a_quarter_more_asks_a_reason(page: Bezoek, amina: Medewerker, casus: Casus) -> None:
    """Gegeven 8 uur in november. Als Amina een kwartier erbij schrijft zonder reden, dan wordt dat geweigerd."""
    pagina = page(amina, adres(casus), queries_max=15)
    vol = pagina.post(uren(casus, "8")).follow(queries_max=15)
    assert "8,00 van 8 uur" in vol.words
    assert not vol.tree.xpath("//main//*[contains(@class, 'ep-status--let-op')]")
    geweigerd = vol.post(uren(casus, "0,25"), url=adres(casus), status=422)
    assert "Deze casus komt in deze maand op 8,25 uur. Dat is meer dan 8 uur: schrijf op waarom." in geweigerd.words
    assert geweigerd.tree.xpath("//input[@name='wat']/@value") == ["Samen de post geopend"]
    assert Urenregel.objects.count() == 1
    met_reden = vol.post(uren(casus, "0,25", reden="De huur moest deze week rond."), url=adres(casus)).follow()
    assert "8,25 van 8 uur" in met_reden.words
    assert "boven het maximum De huur moest deze week rond. Amina Bouzid, 30 nov 2026" in met_reden.words


def test_the_reason_is_asked_once_a_month_and_again_in_the_next(casus: Casus, amina: Medewerker) -> None:
    wie = {"by": amina, "at": DAG}
    eerste = Inspanning(MAANDAG.date(), Decimal("8.25"), "Bellen", "Er dreigde uitzetting.")
    schrijf_uren(casus, eerste, **wie)
    schrijf_uren(casus, Inspanning(DAG.date(), Decimal(1), "Nog eens gebeld"), **wie)
    later = {"by": amina, "at": DAG + timedelta(days=5)}
    with pytest.raises(uren_actions.RedenGevraagd):
        schrijf_uren(casus, Inspanning(date(2026, 12, 3), Decimal("8.25"), "Bellen"), **later)
    assert Urenoverschrijding.objects.get().maand == date(2026, 11, 1)
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.UREN_BOVEN_MAXIMUM).count() == 1


def test_each_case_has_its_own_hours(casus: Casus, amina: Medewerker, de_wit: Gezin) -> None:
    ander = open_casus(
        casus.dossier,
        persoon=de_wit.daan,
        wet=Wet.JEUGDWET,
        leefgebied="opvoeden",
        probleem="Slaapt slecht",
        by=amina,
        at=MAANDAG,
    )
    for een in (casus, ander):
        schrijf_uren(een, Inspanning(DAG.date(), Decimal(8), "Bellen"), by=amina, at=DAG)
    assert not Urenoverschrijding.objects.exists()


def test_manager_and_worker_find_what_went_above_the_maximum(
    page: Bezoek, amina: Medewerker, bram: Medewerker, farid: Medewerker, chantal: Medewerker, casus: Casus
) -> None:
    lijst = reverse("plannen:eigen_inzet_team")
    schrijf_uren(casus, Inspanning(DAG.date(), Decimal(8), "Bellen"), by=bram, at=DAG)
    assert "In deze maand bleef elke casus onder het maximum." in page(farid, lijst).words
    te_veel = Inspanning(DAG.date(), Decimal("0.25"), "Bellen", "Er is nog geen hulp.")
    schrijf_uren(casus, te_veel, by=amina, at=DAG)
    for wie in (farid, amina):
        gezien = page(wie, lijst, queries_max=15)
        assert "Sanne: Komt niet rond met het huishouden 8,25 Amina Bouzid, Bram Visser Er is nog geen hulp." in (
            gezien.words
        )
        assert gezien.tree.xpath("//main//a[contains(@href, $pad)]", pad=adres(casus))
    assert "Komt niet rond" not in page(chantal, lijst).words
    assert "Komt niet rond" not in page(farid, lijst + "?maand=2026-10").words
    naar_de_lijst = page(farid, "/team/").tree.xpath("//main//a/@href")
    assert lijst in naar_de_lijst


def test_the_list_asks_as_many_questions_for_many_cases(
    page: Bezoek, amina: Medewerker, farid: Medewerker, casus: Casus, de_wit: Gezin
) -> None:
    for nummer in range(12):
        een = open_casus(
            casus.dossier,
            persoon=de_wit.sanne,
            wet=Wet.WMO,
            leefgebied="geld",
            probleem=f"Zorg {nummer}",
            by=amina,
            at=MAANDAG,
        )
        schrijf_uren(een, Inspanning(DAG.date(), Decimal(9), "Bellen", "Veel te doen."), by=amina, at=DAG)
    assert "Zorg 11" in page(farid, reverse("plannen:eigen_inzet_team"), queries_max=15).words
    page(farid, adres(casus), queries_max=15)


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"dag": "01-12-2026"}, "Deze dag ligt in de toekomst."),
        ({"dag": "22-11-2026"}, "Deze dag valt buiten de casus."),
        ({"aantal": "0,3"}, "Schrijf de tijd in kwartieren"),
        ({"aantal": "0"}, "Dit getal is te laag."),
        ({"aantal": "25"}, "Dit getal is te hoog."),
        ({"aantal": "veel"}, "Vul een getal in"),
        ({"wat": " "}, "Dit veld is nog leeg."),
        ({"casus": "0"}, "Dit antwoord staat niet meer in de lijst."),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    page: Bezoek, amina: Medewerker, casus: Casus, anders: dict[str, str], zin: str
) -> None:
    invoer = uren(casus, "1") | anders
    assert zin in page(amina, adres(casus)).post(invoer, status=422).words
    assert not Urenregel.objects.exists()


def test_a_slip_of_the_pen_is_taken_out_by_who_wrote_it(
    page: Bezoek, amina: Medewerker, bram: Medewerker, casus: Casus
) -> None:
    regel = schrijf_uren(casus, Inspanning(DAG.date(), Decimal(2), "Bellen"), by=amina, at=DAG)
    weg = reverse("plannen:uren_weg", args=[regel.pk])
    assert "Weghalen" not in page(bram, adres(casus)).words
    page(bram, weg, data={}, status=403)
    terug = page(amina, weg, data={}, status=302).follow()
    assert "In deze maand schreef niemand uren op." in terug.words
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.UREN_WEGGEHAALD).count() == 1


def test_the_maximum_is_the_municipality_s(casus: Casus, amina: Medewerker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uren_actions, "inrichting", lambda: replace(inrichting(), eigen_inzet_uren=4))
    schrijf_uren(casus, Inspanning(DAG.date(), Decimal(4), "Bellen"), by=amina, at=DAG)
    with pytest.raises(uren_actions.RedenGevraagd, match="meer dan 4 uur"):
        schrijf_uren(casus, Inspanning(DAG.date(), Decimal("0.25"), "Bellen"), by=amina, at=DAG)


def test_another_team_a_reader_and_another_label_write_nothing(
    page: Bezoek, chantal: Medewerker, farid: Medewerker, bram: Medewerker, casus: Casus, stad
) -> None:
    page(chantal, adres(casus), status=404)
    assert "Uren opschrijven" not in page(farid, adres(casus)).words
    page(farid, adres(casus), data=uren(casus, "1"), status=403)
    Rolvervulling.objects.filter(medewerker=bram).delete()
    Rolvervulling.objects.create(medewerker=bram, rol=Rol.REGISSEUR, team=stad.noord, vanaf=BEGIN, wetten=["jeugdwet"])
    jeugd = Medewerker.objects.get(pk=bram.pk)
    gezien = page(jeugd, adres(casus))
    assert "Komt niet rond" not in gezien.words
    assert "1 stuk onder de Wmo" in gezien.words
    page(jeugd, adres(casus), data=uren(casus, "1"), status=422)
    assert not Urenregel.objects.exists()
