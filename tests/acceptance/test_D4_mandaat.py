"""D4: who may decide what, up to which amount, on whose behalf, since when; above mandate goes to who may."""

import io
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from django.db.utils import IntegrityError
from pypdf import PdfReader

from eenplan.access.rechten import Rol
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.besluiten.actions import leg_besluit_voor, neem_besluit, ontvang_aanvraag
from eenplan.besluiten.mandaat import bepaal_mandaat, voorgelegd
from eenplan.besluiten.mandaat_actions import (
    Mandaattekst,
    beeindig_mandaat,
    bevestig_mandaat,
    regel_waarneming,
    voer_mandaat_in,
)
from eenplan.besluiten.models import Besluit, Mandaat, Mandaatbevestiging, Waarneming
from eenplan.besluiten.states import Besluitstatus
from eenplan.besluiten.tekst import Besluittekst
from eenplan.core import klok
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.inrichting.keuzes import Wet
from eenplan.plannen.models import Frequentie
from eenplan.teams.models import Medewerker, Rolvervulling
from personas import BEGIN, MAANDAG
from schermen import formulier
from verhalen import GEWONE_TEKST, aanvraag, voorbereid_besluit

DAG = timedelta(days=1)
BESLUITDAG = MAANDAG + 10 * DAG  # Thursday 3 December 2026
VANAF = BESLUITDAG.date()
MAANDKOSTEN = 39650  # three hours of € 30,50 a week
COLLEGE = "college van burgemeester en wethouders van Zonnedaal"


@pytest.fixture
def ineke(stad):
    return _erbij("Ineke Brouwer", "functioneel beheerder", Rol.BEHEERDER, None)


@pytest.fixture
def hilde(stad):
    """A second manager of Noord, who adopted nothing."""
    return _erbij("Hilde Wolters", "wijkteammanager", Rol.MANAGER, stad.noord)


@pytest.fixture
def willem(stad):
    return _erbij("Willem Oosterhuis", "afdelingshoofd", Rol.MANAGER, None)


def _erbij(naam, functie, rol, team):
    medewerker = Medewerker.objects.create_user(
        gebruikersnaam=naam.split()[0].lower(), naam=naam, functie=functie, werkgever="Gemeente Zonnedaal"
    )
    Rolvervulling.objects.create(medewerker=medewerker, rol=rol, team=team, vanaf=BEGIN)
    return medewerker


@pytest.fixture
def leeg(daan, ineke):
    """The register in which nothing holds any more from the first Monday on."""
    beeindig_mandaat(Mandaat.objects.get(), tot=MAANDAG.date(), reden="Nieuw besluit", by=ineke, at=MAANDAG - DAG)


@pytest.fixture
def register(leeg, ineke, farid, willem):
    """Return a function that enters a line, confirmed by somebody else."""

    def voer_in(*, at=MAANDAG, bevestigd=True, **velden):
        vast = {
            "namens": COLLEGE,
            "grondslag": "Mandaatbesluit 2026",
            "grondslag_datum": MAANDAG.date(),
            "vanaf": MAANDAG.date(),
        }
        lijn = voer_mandaat_in(Mandaattekst(**vast | velden), by=ineke, at=at)
        if bevestigd:
            bevestig_mandaat(lijn, by=farid, at=at)
        return lijn

    return voer_in


@pytest.fixture
def gedaan(de_wit, gerda, amina, farid):
    return aanvraag(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, at=MAANDAG)


@pytest.fixture
def besluit(gedaan, daan):
    return voorbereid_besluit(gedaan, by=daan, at=BESLUITDAG)


@pytest.fixture
def _op_besluitdag():
    with klok.reis_naar(BESLUITDAG.date()):
        yield


def _brieftekst(besluit):
    lezer = PdfReader(io.BytesIO(bytes(besluit.document.inhoud)))
    return " ".join(" ".join(blad.extract_text() for blad in lezer.pages).split())


# ------------------------------------------------------------------------------------------------- above the mandate


@pytest.mark.usefixtures("_op_besluitdag")
def test_above_the_mandate_the_page_names_who_may_and_puts_it_there(page, besluit, register, daan, hilde, willem):
    register(rol=Rol.BACKOFFICE, max_per_maand_cent=30000)
    register(rol=Rol.MANAGER, max_per_maand_cent=250000)
    register(medewerker=willem)
    adres = f"/aanvragen/{besluit.aanvraag_id}/besluit/"
    blad = page(daan, f"{adres}bekendmaking/")
    assert "Boven uw mandaat: € 396,50 per maand" in blad.words
    assert "bevoegd: manager wijkteam tot € 2.500,00, Willem Oosterhuis (afdelingshoofd)." in blad.words
    assert "Besluit nemen en brief maken" not in blad.words, "no button that cannot work"
    blad.post({}, status=403)
    (knop,) = blad.tree.xpath("//button[contains(., 'Leg voor aan manager wijkteam')]")
    na = blad.post(formulier(blad) | {"aan": knop.get("value")}, url=f"{adres}voorlegging/").follow()
    assert "voorgelegd aan manager wijkteam" in na.words
    assert "Dit besluit is voorgelegd" in na.words
    assert "voorgelegd" in page(daan, "/mijn-dag/").words
    assert Besluit.objects.get().status == Besluitstatus.VOORGELEGD
    assert "Besluit beoordelen" in page(hilde, "/mijn-dag/").words
    beoordeling = page(hilde, f"{adres}beoordeling/")
    assert "Boven uw mandaat" in beoordeling.words, "the reason it came here"
    genomen = beoordeling.post(formulier(beoordeling, "(//main//form)[1]")).follow()
    zin = f"Namens het {COLLEGE}, krachtens mandaat van 23 november 2026, Hilde Wolters, wijkteammanager"
    assert zin in genomen.words
    assert "Besluit beoordelen" not in page(hilde, "/mijn-dag/").words
    assert Besluit.objects.get().genomen_door == hilde


@pytest.mark.usefixtures("_op_besluitdag")
def test_what_was_put_to_somebody_comes_back_with_a_reason(page, besluit, register, daan, hilde):
    register(rol=Rol.BACKOFFICE, max_per_maand_cent=30000)
    lijn = register(rol=Rol.MANAGER)
    leg_besluit_voor(besluit, aan=lijn, by=daan, at=klok.nu())
    adres = f"/aanvragen/{besluit.aanvraag_id}/besluit/"
    page(hilde, f"{adres}terugzending/", data={"reden": ""}, status=422)
    page(hilde, f"{adres}terugzending/", data={"reden": "Noem de zus van Sanne."})
    terug = page(daan, adres)
    assert "Dit besluit kwam terug" in terug.words
    assert "Noem de zus van Sanne." in terug.words
    assert Besluit.objects.get().status == Besluitstatus.VOORBEREID
    assert not voorgelegd(hilde, BESLUITDAG.date()).exists()
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.BESLUIT_TERUG).count() == 1


@pytest.mark.usefixtures("_op_besluitdag")
def test_who_prepared_it_takes_it_back_to_change_something(page, besluit, register, daan):
    register(rol=Rol.BACKOFFICE, max_per_maand_cent=30000)
    leg_besluit_voor(besluit, aan=register(rol=Rol.MANAGER), by=daan, at=klok.nu())
    adres = f"/aanvragen/{besluit.aanvraag_id}/besluit/"
    blad = page(daan, adres)
    assert "Controleren en besluiten" not in blad.words, "what lies with another is not changed"
    blad.post(formulier(blad), url=f"{adres}terugzending/")
    assert "Controleren en besluiten" in page(daan, adres).words


def test_the_unmandated_cannot_take_it_nor_choose_a_mandate_that_does_not_reach(besluit, register, daan, farid, amina):
    register(rol=Rol.BACKOFFICE, max_per_maand_cent=30000)
    laag = register(rol=Rol.MANAGER, max_per_maand_cent=35000)
    with pytest.raises(NietToegestaan, match=r"Boven uw mandaat.*niemand heeft hiervoor mandaat"):
        neem_besluit(besluit, by=daan, at=BESLUITDAG)
    with pytest.raises(NietMogelijk, match="geldt niet voor dit besluit"):
        leg_besluit_voor(besluit, aan=laag, by=daan, at=BESLUITDAG)
    leg_besluit_voor(besluit, aan=register(rol=Rol.MANAGER), by=daan, at=BESLUITDAG)
    for niet in (daan, amina):
        with pytest.raises(NietToegestaan):
            neem_besluit(besluit, by=niet, at=BESLUITDAG)
    assert Besluit.objects.get().status == Besluitstatus.VOORGELEGD


def test_who_adopted_the_plan_formalises_it_only_where_the_register_says_so(besluit, register, daan, farid, hilde):
    register(rol=Rol.BACKOFFICE, max_per_maand_cent=30000)
    lijn = register(rol=Rol.MANAGER)
    leg_besluit_voor(besluit, aan=lijn, by=daan, at=BESLUITDAG)
    with pytest.raises(NietToegestaan, match="U hebt het plan vastgesteld"):
        neem_besluit(besluit, by=farid, at=BESLUITDAG)
    assert bepaal_mandaat(besluit, hilde, BESLUITDAG.date())
    register(rol=Rol.MANAGER, mag_na_vaststellen=True)
    assert neem_besluit(besluit, by=farid, at=BESLUITDAG).genomen_door == farid


def test_a_manager_of_another_team_does_not_find_what_was_put_to_the_managers(
    page, besluit, register, daan, chantal, stad
):
    register(rol=Rol.BACKOFFICE, max_per_maand_cent=30000)
    leg_besluit_voor(besluit, aan=register(rol=Rol.MANAGER), by=daan, at=BESLUITDAG)
    Rolvervulling.objects.create(medewerker=chantal, rol=Rol.MANAGER, team=stad.zuid, vanaf=BEGIN)
    with klok.reis_naar(BESLUITDAG.date()):
        page(chantal, f"/aanvragen/{besluit.aanvraag_id}/besluit/beoordeling/", status=404)
        assert "Besluit beoordelen" not in page(chantal, "/mijn-dag/").words


# --------------------------------------------------------------------------------------------- what a line does cover


@pytest.mark.parametrize(
    ("velden", "waarom"),
    [
        ({"wet": Wet.JEUGDWET}, "U hebt geen mandaat voor de wet Wmo 2015"),
        ({"max_per_maand_cent": MAANDKOSTEN - 1}, "Boven uw mandaat: €\u00a0396,50 per maand"),
        ({"vanaf": BESLUITDAG.date() + DAG}, "U hebt geen mandaat"),
        ({"tot": BESLUITDAG.date()}, "U hebt geen mandaat"),
        ({"bevestigd": False}, "U hebt geen mandaat"),
    ],
    ids=["other law", "too much", "not yet", "expired", "not confirmed"],
)
def test_a_line_that_does_not_fit_covers_nothing(besluit, register, daan, velden, waarom):
    register(rol=Rol.BACKOFFICE, **velden)
    gevonden = bepaal_mandaat(besluit, daan, BESLUITDAG.date())
    assert not gevonden
    assert gevonden.waarom_niet.startswith(waarom)
    with pytest.raises(NietToegestaan):
        neem_besluit(besluit, by=daan, at=BESLUITDAG)


@pytest.mark.parametrize(
    "velden",
    [
        {},
        {"wet": Wet.WMO},
        {"max_per_maand_cent": MAANDKOSTEN},
        {"vanaf": BESLUITDAG.date()},
        {"tot": BESLUITDAG.date() + DAG},
    ],
    ids=["everything", "this law", "to the cent", "from today", "till tomorrow"],
)
def test_a_line_that_fits_covers_the_decision(besluit, register, daan, velden):
    lijn = register(rol=Rol.BACKOFFICE, **velden)
    assert neem_besluit(besluit, by=daan, at=BESLUITDAG).mandaat == lijn


def test_one_off_help_counts_whole_and_help_without_a_price_is_never_below_a_limit(besluit, register, daan):
    register(rol=Rol.BACKOFFICE, max_per_maand_cent=100000)
    inzet = besluit.regels.get().inzet
    inzet.frequentie, inzet.prijs_cent, inzet.aantal = Frequentie.EENMALIG, 300000, Decimal(1)
    inzet.kosten_per_maand_cent = 0
    assert "€\u00a03.000" in bepaal_mandaat(besluit, daan, VANAF, regels=[inzet]).waarom_niet
    inzet.frequentie, inzet.prijs_cent, inzet.kosten_per_maand_cent = "", None, None
    assert "niet bekend" in bepaal_mandaat(besluit, daan, VANAF, regels=[inzet]).waarom_niet


def test_refusing_and_deviating_each_take_a_mandate_that_says_so(besluit, register, daan):
    register(rol=Rol.BACKOFFICE)
    gewoon = Besluittekst("U krijgt hulp.", "toegekend", GEWONE_TEKST)
    dag = BESLUITDAG.date()
    assert bepaal_mandaat(besluit, daan, dag, tekst=gewoon)
    deels = Besluittekst("U krijgt een deel.", "deels", GEWONE_TEKST)
    assert "niet voor een afwijzing" in bepaal_mandaat(besluit, daan, dag, tekst=deels).waarom_niet
    anders = Besluittekst("U krijgt hulp.", "toegekend", GEWONE_TEKST, "De regels pakken hier verkeerd uit.")
    assert "afwijken van de beleidsregels" in bepaal_mandaat(besluit, daan, dag, tekst=anders).waarom_niet
    register(rol=Rol.BACKOFFICE, mag_afwijzen=True, mag_afwijken=True)
    assert bepaal_mandaat(besluit, daan, dag, tekst=deels)
    assert bepaal_mandaat(besluit, daan, dag, tekst=anders)


def test_a_line_for_one_provision_covers_that_provision_only(besluit, register, daan):
    hulp = besluit.regels.get().inzet.voorziening
    lijn = register(rol=Rol.BACKOFFICE, wet=Wet.WMO, voorziening=hulp)
    assert bepaal_mandaat(besluit, daan, BESLUITDAG.date()).mandaat == lijn
    besluit.regels.all().delete()
    assert not bepaal_mandaat(besluit, daan, BESLUITDAG.date()), "nothing to say about other help"


def test_work_and_income_is_never_within_a_mandate(besluit, register, daan, ineke):
    register(rol=Rol.BACKOFFICE, mag_afwijzen=True)
    with pytest.raises(NietMogelijk, match="Werk en Inkomen"):
        register(rol=Rol.BACKOFFICE, wet=Wet.PARTICIPATIEWET)
    with pytest.raises(IntegrityError), transaction.atomic():
        Mandaat.objects.create(
            rol=Rol.BACKOFFICE, wet=Wet.PARTICIPATIEWET, namens=COLLEGE, grondslag="-", grondslag_datum=BEGIN,
            vanaf=BEGIN, ingevoerd_door=ineke, ingevoerd_op=MAANDAG,
        )  # fmt: skip
    besluit.aanvraag.wet = Wet.PARTICIPATIEWET
    assert "Werk en Inkomen" in bepaal_mandaat(besluit, daan, BESLUITDAG.date()).waarom_niet


# --------------------------------------------------------------------------------------------------- the text stays


@pytest.mark.usefixtures("_op_besluitdag")
def test_letter_and_screen_keep_the_ground_of_the_day_after_the_register_changed(
    page, besluit, register, daan, ineke, farid
):
    lijn = register(rol=Rol.BACKOFFICE)
    neem_besluit(besluit, by=daan, at=BESLUITDAG)
    grond = f"Namens het {COLLEGE}, krachtens mandaat van 23 november 2026, Daan Mulder, medewerker backoffice"
    assert besluit.mandaatgrond == grond
    brief = _brieftekst(besluit)
    assert f"namens het {COLLEGE}, krachtens mandaat van 23 november 2026," in brief
    assert "Daan Mulder medewerker backoffice" in brief
    beeindig_mandaat(lijn, tot=BESLUITDAG.date() + DAG, reden="Nieuw", by=ineke, at=BESLUITDAG)
    later = register(
        rol=Rol.BACKOFFICE, namens="dagelijks bestuur", grondslag_datum=VANAF, vanaf=VANAF + DAG, at=BESLUITDAG
    )  # fmt: skip
    Medewerker.objects.filter(pk=daan.pk).update(functie="adviseur")
    with klok.reis_naar(BESLUITDAG.date() + 5 * DAG):
        blad = page(daan, f"/aanvragen/{besluit.aanvraag_id}/besluit/")
    assert grond in blad.words
    assert "dagelijks bestuur" not in blad.words
    besluit.refresh_from_db()
    assert _brieftekst(besluit) == brief
    for poging in (
        lambda: Besluit.objects.update(mandaatgrond="Iets anders"),
        lambda: Besluit.objects.update(mandaat=later),
        lambda: Mandaat.objects.update(namens="iemand anders"),
        lambda: Mandaatbevestiging.objects.all().delete(),
    ):
        with pytest.raises(IntegrityError, match=r"never changed|does not change"), transaction.atomic():
            poging()


def test_the_register_of_a_day_is_the_register_of_that_day_for_ever(page, register, ineke, willem):
    oud = register(rol=Rol.BACKOFFICE, max_per_maand_cent=150000)
    beeindig_mandaat(oud, tot=BESLUITDAG.date(), reden="Hoger", by=ineke, at=BESLUITDAG)
    register(rol=Rol.BACKOFFICE, max_per_maand_cent=200000, vanaf=BESLUITDAG.date(), at=BESLUITDAG)
    with klok.reis_naar(BESLUITDAG.date() + 30 * DAG):
        toen = page(ineke, "/mandaten/?op=01-12-2026")
        nu = page(ineke, "/mandaten/")
        niets = page(ineke, "/mandaten/?op=01-01-2014")
    assert "tot € 1.500" in toen.words
    assert "tot € 2.000" not in toen.words
    assert "tot € 2.000" in nu.words
    assert "Er geldt geen enkel mandaat" in niets.words


# ------------------------------------------------------------------------------------------------- keeping the register


def test_a_line_is_entered_by_one_and_confirmed_by_another_through_the_screens(page, leeg, ineke, farid, daan):
    with klok.reis_naar(MAANDAG.date()):
        blad = page(ineke, "/mandaten/nieuw/")
        velden = {
            "houder": f"rol:{Rol.BACKOFFICE}", "wet": "wmo", "max_per_maand_cent": "1.500", "mag_afwijzen": "on",
            "grondslag": "Mandaatbesluit 2026", "grondslag_datum": "01-11-2026",
        }  # fmt: skip
        na = blad.post(formulier(blad) | velden).follow()
        assert "Wacht op bevestiging" in na.words
        lijn = Mandaat.objects.latest("pk")
        assert (lijn.max_per_maand_cent, lijn.namens, lijn.mag_afwijzen) == (150000, COLLEGE, True)
        assert not Mandaat.objects.op(MAANDAG.date()).exists(), "not before a second pair of eyes"
        page(ineke, f"/mandaten/{lijn.pk}/bevestiging/", status=403)
        page(daan, f"/mandaten/{lijn.pk}/bevestiging/", status=403)
        bevestigen = page(farid, f"/mandaten/{lijn.pk}/bevestiging/")
        assert "Mandaatbesluit 2026" in bevestigen.words
        register = bevestigen.post(formulier(bevestigen)).follow()
        assert "tot € 1.500,00, ook afwijzen" in register.words
        assert list(Mandaat.objects.op(MAANDAG.date())) == [lijn]
        einde = page(ineke, f"/mandaten/{lijn.pk}/einde/")
        einde.post(formulier(einde) | {"tot": "22-11-2026", "reden": "Fout"}, status=422)
        einde.post(formulier(einde) | {"reden": "Nieuw besluit"})
        assert not Mandaat.objects.op(MAANDAG.date()).exists()


def test_nobody_confirms_an_own_line(register, farid, stad, ineke):
    voor_farid = register(medewerker=farid, bevestigd=False)
    with pytest.raises(NietToegestaan, match="voor uzelf"):
        bevestig_mandaat(voor_farid, by=farid, at=MAANDAG)
    Rolvervulling.objects.create(medewerker=ineke, rol=Rol.MANAGER, team=stad.noord, vanaf=BEGIN)
    ineke = Medewerker.objects.get(pk=ineke.pk)
    with pytest.raises(NietToegestaan, match="zelf in"):
        bevestig_mandaat(voor_farid, by=ineke, at=MAANDAG)


def test_only_who_keeps_the_register_enters_lines(leeg, daan, farid, amina):
    tekst = Mandaattekst(COLLEGE, "Mandaatbesluit", MAANDAG.date(), MAANDAG.date(), rol=Rol.BACKOFFICE)
    for niet in (daan, farid, amina):
        with pytest.raises(NietToegestaan):
            voer_mandaat_in(tekst, by=niet, at=MAANDAG)


def test_a_sub_mandate_is_no_wider_than_its_source_and_falls_with_it(besluit, register, ineke, daan, willem):
    bron = register(medewerker=willem, wet=Wet.WMO, max_per_maand_cent=100000)
    with pytest.raises(NietMogelijk, match="niet ruimer"):
        register(rol=Rol.BACKOFFICE, wet=Wet.WMO, max_per_maand_cent=200000, ondermandaat_van=bron)
    onder = register(rol=Rol.BACKOFFICE, wet=Wet.WMO, max_per_maand_cent=50000, ondermandaat_van=bron)
    assert bepaal_mandaat(besluit, daan, BESLUITDAG.date()).mandaat == onder
    beeindig_mandaat(bron, tot=BESLUITDAG.date(), reden="Ingetrokken", by=ineke, at=BESLUITDAG)
    assert not bepaal_mandaat(besluit, daan, BESLUITDAG.date())


# ----------------------------------------------------------------------------------------- absence and replacement


def _waarneming(afwezige, waarnemer, by, *, vanaf=VANAF, dagen=7, at=BESLUITDAG):
    return regel_waarneming(afwezige, waarnemer, vanaf=vanaf, tot=vanaf + dagen * DAG, reden="Vakantie", by=by, at=at)


@pytest.mark.usefixtures("_op_besluitdag")
def test_the_deputy_decides_with_the_mandate_of_the_absent_one_and_the_letter_says_so(
    page, besluit, register, daan, hilde, willem, farid
):
    register(rol=Rol.BACKOFFICE, max_per_maand_cent=30000)
    lijn = register(medewerker=willem)
    leg_besluit_voor(besluit, aan=lijn, by=daan, at=BESLUITDAG)
    adres = f"/aanvragen/{besluit.aanvraag_id}/besluit/beoordeling/"
    with pytest.raises(NietToegestaan):
        neem_besluit(besluit, by=daan, at=BESLUITDAG)
    _waarneming(willem, daan, farid)
    assert "Besluit beoordelen" in page(daan, "/mijn-dag/").words
    blad = page(daan, adres)
    blad.post(formulier(blad, "(//main//form)[1]"))
    besluit.refresh_from_db()
    assert besluit.mandaatgrond == (
        f"Namens het {COLLEGE}, krachtens mandaat van 23 november 2026, bij afwezigheid van Willem Oosterhuis, "
        "afdelingshoofd, Daan Mulder, medewerker backoffice"
    )
    assert "bij afwezigheid van Willem Oosterhuis, afdelingshoofd" in _brieftekst(besluit)
    assert besluit.waarneming == Waarneming.objects.get()


def test_a_replacement_ends_and_gives_nothing_before_it_begins(besluit, register, daan, willem, farid):
    register(medewerker=willem)
    _waarneming(willem, daan, farid, vanaf=BESLUITDAG.date() + DAG, dagen=2)
    uitkomsten = [bool(bepaal_mandaat(besluit, daan, BESLUITDAG.date() + na * DAG)) for na in range(4)]
    assert uitkomsten == [False, True, True, False]


def test_a_deputy_of_a_deputy_is_refused(register, daan, willem, farid, hilde):
    willem2 = _erbij("Joke Terpstra", "directeur", Rol.MANAGER, None)
    _waarneming(willem, daan, farid)
    with pytest.raises(NietMogelijk, match="neemt in die tijd zelf waar"):
        _waarneming(daan, willem2, farid)
    with pytest.raises(NietMogelijk, match="zelf afwezig"):
        _waarneming(willem2, willem, farid)
    with pytest.raises(NietMogelijk, match="al een waarnemer"):
        _waarneming(willem, willem2, farid)
    _waarneming(daan, willem2, farid, vanaf=BESLUITDAG.date() + 7 * DAG)


def test_nobody_appoints_the_own_deputyship_and_a_deputy_reaches_the_same_files(register, daan, willem, farid, hilde):
    with pytest.raises(NietToegestaan, match="uzelf"):
        _waarneming(willem, farid, farid)
    with pytest.raises(NietMogelijk, match="niet bij dezelfde dossiers"):
        _waarneming(willem, hilde, farid)
    with pytest.raises(NietToegestaan):
        _waarneming(willem, daan, daan)


def test_a_deputy_decides_nothing_on_an_own_plan_nor_for_who_adopted_it(besluit, register, daan, farid, hilde, willem):
    register(rol=Rol.MANAGER)
    _waarneming(farid, daan, hilde)
    gevonden = bepaal_mandaat(besluit, daan, BESLUITDAG.date())
    assert not gevonden, "Farid adopted this plan: he may not, and nobody may in his place"
    besluit.plan.auteurs.create(medewerker=willem, sinds=BESLUITDAG)
    assert "U hebt het plan geschreven" in bepaal_mandaat(besluit, willem, BESLUITDAG.date()).waarom_niet


@pytest.mark.usefixtures("_op_besluitdag")
def test_a_manager_arranges_and_ends_a_replacement_through_the_screens(page, register, daan, willem, farid):
    blad = page(farid, "/waarneming/")
    velden = {
        "afwezige": willem.pk,
        "waarnemer": daan.pk,
        "vanaf": "04-12-2026",
        "tot": "11-12-2026",
        "reden": "Verlof",
    }
    na = blad.post(formulier(blad) | velden).follow()
    assert "Willem Oosterhuis" in na.words
    assert "straks" in na.words
    rij = Waarneming.objects.get()
    einde = page(farid, f"/waarneming/{rij.pk}/einde/")
    einde.post(formulier(einde) | {"per": "05-12-2026"})
    rij.refresh_from_db()
    assert (rij.beeindigd_per.day, rij.beeindigd_door) == (5, farid)
    assert "Waarneming regelen" not in page(daan, "/waarneming/").words


def test_the_register_asks_the_same_few_questions_however_long_it_is(page, register, ineke):
    for _keer in range(12):
        register(rol=Rol.BACKOFFICE, wet=Wet.WMO)
    with klok.reis_naar(BESLUITDAG.date()):
        page(ineke, "/mandaten/", queries_max=8)


def test_an_application_can_still_be_refused_as_a_whole(gedaan, de_wit, register, daan, amina):
    lijn = register(rol=Rol.BACKOFFICE, max_per_maand_cent=0, mag_afwijzen=True)
    jeugd = ontvang_aanvraag(
        gedaan.dossier, persoon=de_wit.mees, wet=Wet.JEUGDWET, ontvangen_op=BESLUITDAG.date(), melding=None, by=amina,
        at=BESLUITDAG,
    )  # fmt: skip
    besluit = voorbereid_besluit(jeugd, by=daan, at=BESLUITDAG)
    assert bepaal_mandaat(besluit, daan, BESLUITDAG.date()).mandaat == lijn
