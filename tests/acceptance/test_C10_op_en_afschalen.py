"""C10: scale up and down, step into help that runs, and pass a household on with a coordination agreement."""

from datetime import date, timedelta

import pytest

from eenplan.core.errors import NietMogelijk
from eenplan.core.klok import reis_naar
from eenplan.dossiers.models import Regie, Taak
from eenplan.ketenpartners.models import Partnertaak
from eenplan.personen.models import Huishouden
from eenplan.regie.actions import grijp_in
from eenplan.regie.models import Interventie, Regieoverdracht, Schaalbesluit
from eenplan.regie.overdracht import stel_overdracht_voor
from eenplan.teams.models import Dossiertoegang
from personas import MAANDAG
from verhalen import lopende_hulp, samenwerking

DAG = timedelta(days=1)
VANDAAG = MAANDAG.date() + 30 * DAG


@pytest.fixture
def hulp(de_wit, gerda, amina, farid, daan):
    return lopende_hulp(de_wit, frontoffice=gerda, regisseur=amina, manager=farid, backoffice=daan)


def test_c10_scaling_up_says_why_and_later_what_it_did(page, hulp, amina):
    """Gegeven een huishouden bij het wijkteam, als Amina opschaalt naar het topteam,

    dan staat er waarom en sinds wanneer, en komt er een dag waarop zij opschrijft wat het deed.
    """
    huis = f"/huishoudens/{hulp.dossier_id}/coordinatie/"
    with reis_naar(VANDAAG):
        blad = page(amina, f"{huis}schaal/")
        besluit = {"van": "team", "naar": "team", "grond": "Drie hulpverleners.", "bekijk_op": "01-03-2027"}
        assert "twee verschillende niveaus" in blad.post(besluit, status=422).words
        assert "Drie hulpverleners." in blad.post(besluit | {"bekijk_op": "gisteren"}, status=422).text
        gelukt = blad.post(besluit | {"naar": "topteam"}).follow()
        assert "Opgeschaald naar topteam" in gelukt.words
    rij = Schaalbesluit.objects.get()
    assert (rij.is_zwaarder, rij.op, rij.door) == (True, VANDAAG, amina)
    with reis_naar(date(2027, 3, 1)):
        assert "Kijken wat het opschalen deed" in page(amina, "/mijn-dag/").words
        blad = page(amina, f"/schaalbesluiten/{rij.pk}/")
        blad.post({"effect": "Er is rust: nog maar twee hulpverleners."})
        assert "al vastgelegd" in blad.post({"effect": "Iets anders."}, status=422).words
        assert "Er is rust" in page(amina, huis).words
        assert page(amina, f"{huis}schaal/").tree.xpath("//select[@name='van']/option[@selected]/@value") == ["topteam"]


def test_c10_the_coordinator_steps_into_help_that_runs_and_the_provider_gets_a_task_with_a_term(page, hulp, amina, els):
    partner = samenwerking(els, at=MAANDAG, naam=hulp.aanbieder.naam)
    with reis_naar(VANDAAG):
        blad = page(amina, f"/huishoudens/{hulp.dossier_id}/coordinatie/ingrijpen/", queries_max=15)
        assert blad.tree.xpath("//select[@name='partner']/option[@selected]/@value") == [str(partner.pk)]
        vraag = {"toewijzing": hulp.pk, "wat": "Elke week dezelfde hulp.", "waarom": "Daan raakt van slag."}
        blad.post(vraag | {"uiterlijk": "15-01-2027", "partner": partner.pk})
    taak = Partnertaak.objects.get()
    assert (taak.partner, taak.wat, taak.uiterlijk) == (partner, "Elke week dezelfde hulp.", date(2027, 1, 15))
    assert "Daan raakt van slag" not in f"{taak.wat} {taak.gegevens}", "why stays with the team"
    ingreep = Interventie.objects.get()
    assert ingreep.partnertaak == taak
    with reis_naar(date(2027, 1, 14)):
        assert "Nagaan wat Thuishulp Zonnedaal veranderde" in page(amina, "/mijn-dag/").words
        page(amina, f"/interventies/{ingreep.pk}/").post({"uitkomst": "Er komt nu één vaste hulp."})
        assert "Er komt nu één vaste hulp." in page(amina, f"/interventies/{ingreep.pk}/").words
    assert not Taak.objects.filter(herkomst=f"interventie:{ingreep.pk}", gedaan_op=None).exists()


def test_c10_nobody_steps_into_help_that_does_not_run(hulp, amina, daan):
    hulp.levering.delete()
    hulp.refresh_from_db()
    with pytest.raises(NietMogelijk, match="loopt niet"):
        grijp_in(hulp, wat="x", waarom="y", uiterlijk=VANDAAG, by=amina, at=MAANDAG)


def test_c10_a_household_passes_to_another_team_only_with_a_coordinator_and_an_agreement(
    page, hulp, stad, amina, chantal
):
    """Gegeven een huishouden van Team Noord 1 dat bij Team Zuid 1 hoort.

    Als Amina het overdraagt, dan kiest zij wie daar regisseur wordt en schrijft zij op wat zij afspreken.
    Chantal leest het dossier en zegt ja; dan pas gaat het huishouden naar Team Zuid 1.
    """
    huis = f"/huishoudens/{hulp.dossier_id}/"
    with reis_naar(VANDAAG):
        page(chantal, huis, status=404)
        blad = page(amina, f"{huis}coordinatie/overdracht/")
        (zuid,) = blad.tree.xpath("//select[@name='naar']/option[contains(text(), 'Chantal')]/@value")
        assert "Dit veld is nog leeg" in blad.post({"naar": zuid, "afspraken": ""}, status=422).words
        assert "Kies een antwoord" in blad.post({"naar": "", "afspraken": "Rustig."}, status=422).words
        blad.post({"naar": zuid, "afspraken": "Chantal belt vrijdag. School weet ervan."})
        assert Huishouden.objects.get().team == stad.noord
        voorstel = Regieoverdracht.objects.get()
        chantal = type(chantal).objects.get(pk=chantal.pk)
        assert "Regie overnemen of niet" in page(chantal, "/mijn-dag/").words
        page(chantal, huis)
        assert "Team Zuid 1" in page(chantal, f"/regieoverdrachten/{voorstel.pk}/").words
        page(chantal, f"/regieoverdrachten/{voorstel.pk}/").post({"antwoord": "ja"}).follow()
    assert Huishouden.objects.get().team == stad.zuid
    assert Regie.objects.get(dossier=hulp.dossier_id, tot=None).regisseur == chantal
    assert not Dossiertoegang.objects.filter(tot__gt=MAANDAG + 31 * DAG).exists(), "she needs no opening any more"
    with reis_naar(VANDAAG):
        page(chantal, huis)
        page(amina, huis, status=404)


def test_c10_who_refuses_sees_the_file_no_more(page, hulp, stad, amina, chantal):
    stel_overdracht_voor(
        hulp.dossier, naar=chantal, team=stad.zuid, afspraken="Rustig.", by=amina, at=MAANDAG + 30 * DAG
    )
    chantal = type(chantal).objects.get(pk=chantal.pk)
    with reis_naar(VANDAAG + DAG):
        blad = page(chantal, f"/regieoverdrachten/{Regieoverdracht.objects.get().pk}/")
        blad.post({"antwoord": "nee", "reden": "Zij wonen in Noord."}).follow()
        page(chantal, f"/huishoudens/{hulp.dossier_id}/", status=404)
    assert Huishouden.objects.get().team == stad.noord


def test_c10_without_an_agreement_nothing_passes_on(hulp, stad, amina, chantal, bram):
    with pytest.raises(NietMogelijk, match="wat u afspreekt"):
        stel_overdracht_voor(hulp.dossier, naar=chantal, team=stad.zuid, afspraken=" ", by=amina, at=MAANDAG)
    with pytest.raises(NietMogelijk, match="geen regisseur in het team"):
        stel_overdracht_voor(hulp.dossier, naar=bram, team=stad.zuid, afspraken="Rustig.", by=amina, at=MAANDAG)
