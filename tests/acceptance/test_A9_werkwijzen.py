"""A9: the intake is configuration: Enschede, Leeuwarden, Zaanstad and the Utrecht prototypes side by side."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from eenplan.core import klok
from eenplan.dossiers.actions import wijs_regisseur_aan
from eenplan.dossiers.models import Afsluiting, Dossier, Regie
from eenplan.dossiers.states import Dossierstatus
from eenplan.inrichting.lezen import inrichting, inrichting_op
from eenplan.meldingen.models import Contact, Melding, Toelating
from eenplan.teams.models import Team
from personas import MAANDAG
from schermen import gespreksformulier
from werkwijzenproef import SLUITING, VARIANTEN, als_in

VANDAAG = MAANDAG.date()
OP_NAAM = {variant.naam: variant for variant in VARIANTEN}


@pytest.fixture(autouse=True)
def _maandag():
    with klok.reis_naar(VANDAAG):
        yield


@pytest.fixture(params=VARIANTEN, ids=[variant.bestand for variant in VARIANTEN])
def variant(request, settings, tmp_path):
    with als_in(request.param, settings, tmp_path):
        yield request.param


def neem_aan(page, gerda, de_wit, variant, *, status=302, **anders):
    """Take the question in as this municipality does, and make it a melding."""
    begin = page(gerda, f"/aannemen/?huishouden={de_wit.huishouden.pk}")
    extra = {"organisatie": variant.organisatie} if variant.organisatie else {}
    velden = gespreksformulier(begin, vraag="Het wordt mij te veel.", kanaal=variant.kanaal, einde="melding", wet="wmo")
    return begin.post(velden | extra | anders, status=status)


def triage(page, wie, melding, variant, samen_met):
    velden = {"uitkomst": "past", "urgentie": "gewoon", "criteria": ["meer_gebieden"]}
    if variant.leefgebieden:
        velden |= {"leefgebieden": list(variant.leefgebieden), "grond": "Het gezin redt het niet alleen."}
        velden |= {"samen_met": samen_met.pk} if variant.samen_toegelaten else {}
    return page(wie, reverse("meldingen:triage", args=[melding.pk])).post(velden)


def naar_regie(page, wie, dossier, status=302):
    adres = reverse("dossiers:status", args=[dossier.pk])
    return page(wie, adres).post({"naar": Dossierstatus.IN_REGIE, "reden": "Er is een plan."}, status=status)


def rond_af(page, wie, melding, dossier):
    """Solve the question without an application, and scale the help down."""
    page(wie, reverse("meldingen:afsluiting", args=[melding.pk])).post({"reden": "De zus helpt voortaan."})
    for naar in ("afgeschaald", "nazorg"):
        page(wie, reverse("dossiers:status", args=[dossier.pk])).post({"naar": naar, "reden": "Het gaat goed."})


def sluit(page, wie, dossier, de_wit, status=302, **anders):
    velden = SLUITING | {"aan": de_wit.sanne.pk, "verteld_op": "23-11-2026"} | anders
    return page(wie, reverse("dossiers:sluiting", args=[dossier.pk])).post(velden, status=status)


def test_each_municipality_offers_its_own_ways_in_and_speaks_its_own_words(page, variant, gerda, amina):
    keuzes = page(gerda, "/aannemen/").tree.xpath("//select[@name='kanaal']/option/@value")
    assert variant.kanaal in keuzes
    assert variant.niet not in keuzes
    assert tuple(keuzes) == inrichting().kanalen
    team = page(amina, "/team/").words
    assert variant.woord in team.lower()
    assert "regisseur" not in team.lower()


def test_a_way_in_that_is_not_there_is_refused_and_an_organisation_names_itself(page, variant, gerda, de_wit):
    neem_aan(page, gerda, de_wit, variant, kanaal=variant.niet, status=422)
    if variant.organisatie:
        zonder = neem_aan(page, gerda, de_wit, variant, organisatie="", status=422)
        assert "Schrijf op welke organisatie dit meldt" in zonder.words
    assert not Melding.objects.exists()
    neem_aan(page, gerda, de_wit, variant)
    assert Contact.objects.get().organisatie == variant.organisatie
    gezien = page(gerda, f"/meldingen/{Melding.objects.get().pk}/").words
    assert variant.organisatie in gezien
    assert inrichting().kanaal_naam(variant.kanaal) in gezien


def test_from_contact_to_the_end_as_each_municipality_does_it(page, variant, gerda, amina, farid, de_wit):
    """Gegeven een vraag, als zij binnenkomt zoals het hier gaat, dan loopt zij tot het einde dat hier hoort."""
    neem_aan(page, gerda, de_wit, variant)
    melding, dossier = Melding.objects.get(), Dossier.objects.get()
    wijs_regisseur_aan(dossier, regisseur=amina, by=amina, at=MAANDAG)
    if variant.leefgebieden:
        geweigerd = naar_regie(page, amina, dossier, status=422)
        assert "toelating" in geweigerd.words.lower()
    triage(page, amina, melding, variant, farid)
    if variant.samen_toegelaten:
        naar_regie(page, amina, dossier, status=422)
        page(farid, reverse("meldingen:toelating", args=[Toelating.objects.get().pk])).post({"antwoord": "ja"})
    naar_regie(page, amina, dossier)
    rond_af(page, amina, melding, dossier)
    {"gezamenlijk": _samen_dicht, "slapend": _slapend, "regisseur": _zelf_dicht}[variant.einde](
        page, amina, farid, dossier, de_wit
    )


def _samen_dicht(page, amina, farid, dossier, de_wit):
    sluit(page, amina, dossier, de_wit, samen_met=farid.pk)
    assert Dossier.objects.get().status == Dossierstatus.NAZORG
    page(farid, reverse("dossiers:afsluiting", args=[Afsluiting.objects.get().pk])).post({"eens": "ja"})
    assert Dossier.objects.get().status == Dossierstatus.GESLOTEN


def _zelf_dicht(page, amina, _farid, dossier, de_wit):
    sluit(page, amina, dossier, de_wit)
    assert Dossier.objects.get().status == Dossierstatus.GESLOTEN


def _slapend(page, amina, _farid, dossier, de_wit):
    """Leeuwarden: closing is refused; the file goes dormant and wakes with the same worker."""
    assert "sluit u geen dossier" in sluit(page, amina, dossier, de_wit, status=422).words
    page(amina, reverse("dossiers:status", args=[dossier.pk])).post({"naar": "slapend", "reden": "Het gaat goed."})
    assert Dossier.objects.get().status == Dossierstatus.SLAPEND
    assert Regie.objects.get(tot=None).regisseur == amina


def test_all_stand_side_by_side_in_one_program(page, settings, tmp_path, gerda):
    """Zes werkwijzen om en om, twee rondes lang: elke pagina is van de gemeente die haar vroeg, nooit van de vorige."""
    for variant in VARIANTEN * 2:
        with als_in(variant, settings, tmp_path):
            assert inrichting().gemeente.naam.startswith(variant.naam)
            keuzes = page(gerda, "/aannemen/").tree.xpath("//select[@name='kanaal']/option/@value")
            assert tuple(keuzes) == inrichting().kanalen
    assert inrichting().gemeente.naam == "Zonnedaal"


def test_leeuwarden_changes_on_the_day_and_not_before(settings, tmp_path):
    """Gegeven drie versies, als de dag verschuift, dan veranderen de jeugdroute en de brief, elk op hun eigen dag."""
    with als_in(OP_NAAM["Leeuwarden"], settings, tmp_path):
        oud, jeugd, brief = (inrichting_op(date(jaar, 1, 1)) for jaar in (2019, 2020, 2021))
        assert oud.route("jeugdwet", date(2019, 12, 31)).naar == "wijkteam"
        assert jeugd.route("jeugdwet", date(2020, 1, 1)).naar == "Jeugd Expert Team"
        assert not jeugd.is_beschikkingsvrij("wmo", date(2020, 12, 31))
        assert brief.is_beschikkingsvrij("wmo", date(2021, 1, 1))
        assert not brief.is_beschikkingsvrij("wmo", date(2020, 12, 31))
        assert {regels.sluitregel(date(2022, 1, 1)) for regels in (oud, jeugd, brief)} == {"slapend"}


@pytest.mark.parametrize(
    ("dag", "team"), [(date(2019, 12, 31), "Team Noord 1"), (date(2020, 1, 1), "Jeugd Expert Team")]
)
def test_leeuwarden_a_youth_question_goes_where_the_version_of_its_day_says(
    page, settings, tmp_path, gerda, de_wit, dag, team
):
    Team.objects.create(naam="Jeugd Expert Team")
    leeuwarden = OP_NAAM["Leeuwarden"]
    with als_in(leeuwarden, settings, tmp_path), klok.reis_naar(dag):
        neem_aan(page, gerda, de_wit, leeuwarden, wet="jeugdwet")
    assert Melding.objects.get().dossier.huishouden.team.naam == team


def test_leeuwarden_a_call_of_the_old_year_keeps_its_route_when_it_is_taken_up_later(
    page, settings, tmp_path, gerda, de_wit
):
    """The rule looks at the day of the case: what came in on 31 December goes the way of 31 December."""
    Team.objects.create(naam="Jeugd Expert Team")
    leeuwarden, oudjaar = OP_NAAM["Leeuwarden"], date(2019, 12, 31)
    with als_in(leeuwarden, settings, tmp_path):
        with klok.reis_naar(oudjaar):
            neem_aan(page, gerda, de_wit, leeuwarden, einde="bewaar")
        with klok.reis_naar(oudjaar + timedelta(days=2)):
            verder = page(gerda, f"/aannemen/?contact={Contact.objects.get().pk}")
            verder.post(gespreksformulier(verder, einde="melding", wet="jeugdwet"), url="/aannemen/")
    assert Melding.objects.get().dossier.huishouden.team.naam == "Team Noord 1"
