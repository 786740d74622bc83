"""A9 in a browser: each of the six ways of working from the first question to its own end, in its own words."""

from __future__ import annotations

import pytest
from django.conf import settings as instellingen
from django.test import Client

from eenplan.core import klok
from eenplan.core.opmaak import datum_invoer
from eenplan.dossiers.actions import wijs_regisseur_aan
from eenplan.dossiers.models import Afsluiting, Dossier
from eenplan.dossiers.states import Dossierstatus
from eenplan.inrichting.lezen import inrichting
from eenplan.meldingen.models import Contact, Melding, Toelating
from werkwijzenproef import SLUITING, VARIANTEN, als_in

PASSWORD_BACKEND = "eenplan.teams.aanmelding.Aanmelding"
pytestmark = pytest.mark.usefixtures("spoor_mag_leeg")


@pytest.fixture(params=VARIANTEN, ids=[variant.bestand for variant in VARIANTEN])
def variant(request, settings, tmp_path):
    with als_in(request.param, settings, tmp_path):
        yield request.param


@pytest.fixture
def blad(browser, live_server):
    """Return a function that opens a browser in which somebody is signed in."""
    open_ = []

    def van(medewerker):
        klant = Client()
        klant.force_login(medewerker, backend=PASSWORD_BACKEND)
        context = browser.new_context(base_url=live_server.url, locale="nl", reduced_motion="reduce")
        context.set_default_timeout(30_000)
        naam = instellingen.SESSION_COOKIE_NAME
        context.add_cookies([{"name": naam, "value": klant.cookies[naam].value, "url": live_server.url}])
        open_.append(context)
        return context.new_page()

    yield van
    for context in open_:
        context.close()


def vul(blad, pad="", *, knop, **velden):
    """Fill the fields of a form as a worker does, and press a button by its words."""
    if pad:
        blad.goto(pad)
    for naam, waarden in velden.items():
        for waarde in waarden if isinstance(waarden, list | tuple) else [waarden]:
            veld = blad.locator(f"main [name='{naam}']")
            soort = veld.first.evaluate("veld => veld.type")
            if soort in {"radio", "checkbox"}:
                blad.locator(f"main [name='{naam}'][value='{waarde}']").check()
            elif soort == "select-one":
                veld.select_option(str(waarde))
            else:
                veld.fill(str(waarde))
    with blad.expect_response(lambda antwoord: antwoord.request.method == "POST"):
        blad.locator("main").get_by_role("button", name=knop, exact=True).click()
    blad.wait_for_load_state()


def test_a_question_walks_to_its_end_as_the_municipality_does_it(variant, blad, gerda, amina, farid, de_wit):
    """Gegeven een vraag, als zij binnenkomt en wordt opgepakt zoals hier, dan eindigt zij zoals hier."""
    balie = blad(gerda)
    _neem_aan(balie, variant, de_wit)
    melding, dossier = Melding.objects.get(), Dossier.objects.get()
    assert Contact.objects.get().organisatie == variant.organisatie
    wijs_regisseur_aan(dossier, regisseur=amina, by=amina, at=klok.nu())
    regie = blad(amina)
    regie.goto("/team/")
    woorden = regie.locator("main").inner_text().lower()
    assert variant.woord in woorden
    assert "regisseur" not in woorden
    _laat_toe(regie, blad, variant, melding, farid)
    status = f"/huishoudens/{dossier.pk}/status/"
    vul(regie, status, naar="in_regie", reden="Er is een plan.", knop="Status wijzigen")
    vul(regie, f"/meldingen/{melding.pk}/afsluiting/", reden="De zus helpt voortaan.", knop="Melding afsluiten")
    for naar in ("afgeschaald", "nazorg"):
        vul(regie, status, naar=naar, reden="Het gaat goed.", knop="Status wijzigen")
    _eindig(regie, blad, variant, dossier, de_wit, farid)


def _neem_aan(balie, variant, de_wit):
    """The ways in are those of the municipality; a report by an organisation is refused until it says which."""
    balie.goto(f"/aannemen/?huishouden={de_wit.huishouden.pk}")
    keuzes = balie.locator("select[name='kanaal'] option").all_inner_texts()
    assert keuzes == [inrichting().kanaal_naam(kanaal) for kanaal in inrichting().kanalen]
    vul(balie, vraag="Het wordt mij te veel.", kanaal=variant.kanaal, wet="wmo", knop="Melding maken")
    if variant.organisatie:
        assert "Schrijf op welke organisatie dit meldt." in balie.locator("main").inner_text()
        assert not Melding.objects.exists()
        vul(balie, organisatie=variant.organisatie, knop="Melding maken")
    balie.wait_for_url("**/meldingen/**")
    gezien = balie.locator("main").inner_text()
    assert inrichting().kanaal_naam(variant.kanaal) in gezien
    assert variant.organisatie in gezien


def _laat_toe(regie, blad, variant, melding, farid):
    extra = {"leefgebieden": variant.leefgebieden, "grond": "Het gezin redt het niet."} if variant.leefgebieden else {}
    extra |= {"samen_met": farid.pk} if variant.samen_toegelaten else {}
    vul(
        regie,
        f"/meldingen/{melding.pk}/triage/",
        uitkomst="past",
        urgentie="gewoon",
        criteria="meer_gebieden",
        **extra,
        knop="Triage vastleggen",
    )
    if variant.samen_toegelaten:
        toelating = f"/toelatingen/{Toelating.objects.get().pk}/"
        vul(blad(farid), toelating, antwoord="ja", knop="Beslissing vastleggen")
        regie.goto(toelating)
        assert "toegelaten" in regie.locator("main").inner_text()


def _eindig(regie, blad, variant, dossier, de_wit, farid):
    if variant.einde == "slapend":
        status = f"/huishoudens/{dossier.pk}/status/"
        regie.goto(status)
        assert "Dossier sluiten" not in regie.locator("main").inner_text()
        vul(regie, status, naar="slapend", reden="Het gaat goed.", knop="Status wijzigen")
        assert Dossier.objects.get().status == Dossierstatus.SLAPEND
        return
    velden = SLUITING | {"aan": de_wit.sanne.pk, "verteld_op": datum_invoer(klok.vandaag())}
    sluiting = f"/huishoudens/{dossier.pk}/sluiting/"
    if variant.einde == "gezamenlijk":
        vul(regie, sluiting, **velden, samen_met=farid.pk, knop="Vraag uw collega om mee te beslissen")
        assert Dossier.objects.get().status == Dossierstatus.NAZORG
        eens = f"/afsluitingen/{Afsluiting.objects.get().pk}/"
        vul(blad(farid), eens, knop="Ik ben het eens: sluit het dossier")
    else:
        vul(regie, sluiting, **velden, knop="Dossier sluiten")
    assert Dossier.objects.get().status == Dossierstatus.GESLOTEN
