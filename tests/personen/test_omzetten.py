"""Move, split, merge and taking back: what a worker did by mistake leaves no trace in the data."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.core import serializers

from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.dossiers.models import Dossier
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.bsn import bewaar_bsn, bsn_van
from eenplan.personen.models import (
    Huishouden,
    Huishoudlid,
    Huishoudrol,
    Omzetting,
    Persoon,
    Relatie,
    Relatiesoort,
)
from eenplan.personen.omzetten import (
    NieuwAdres,
    Verdeling,
    maak_ongedaan,
    splits_huishouden,
    verhuis_huishouden,
    voeg_huishoudens_samen,
    voeg_personen_samen,
)
from eenplan.personen.queries import zoek
from personas import MAANDAG
from verhalen import melding, vastgesteld_plan

LATER = MAANDAG + timedelta(days=10)
# The journal itself, the trail, learned words, and the number under a new salt.
BUITEN = {"Omzetting", "Omzettingregel", "Zoekwoord", "Burgerservicenummer", "Session", "Dossiertoegang"}


def alles():
    """Return every row of every table, as text, except the trail and what only remembers."""
    modellen = [
        model
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("eenplan.") and model._meta.app_label != "audit" and model.__name__ not in BUITEN
    ]
    return {
        model._meta.label: serializers.serialize("json", model._default_manager.order_by("pk")) for model in modellen
    }


@pytest.fixture
def dubbel(de_wit, gerda):
    """Sanne once more, under another spelling at another address, with a son who is registered twice as well."""
    huishouden = schrijf_huishouden_in(
        NieuwHuishouden(
            straat="Beukenweg",
            huisnummer=12,
            postcode="1231AA",
            leden=(
                NieuwPersoon("Sanna", "Wit", Huishoudrol.OUDER, geboortedatum=date(1988, 3, 14), email="s@wit.nl"),
                NieuwPersoon("Lot", "Wit", Huishoudrol.KIND, geboortedatum=date(2024, 1, 2)),
            ),
            relaties=((0, 1, "ouder_van"),),
        ),
        by=gerda,
        at=MAANDAG,
    )
    return huishouden.leden.get(persoon__roepnaam="Sanna").persoon


def test_merging_two_registrations_and_undoing_it_restores_every_row(de_wit, dubbel, amina, farid, daan, gerda):
    vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    melding(de_wit, by=gerda, at=MAANDAG)
    Relatie.objects.create(van=dubbel, naar=de_wit.mees, soort=Relatiesoort.OUDER_VAN)  # the same tie, twice
    voor = alles()
    omzetting = voeg_personen_samen(
        de_wit.sanne, dubbel, van_links={"roepnaam", "tussenvoegsel"}, reden="Dezelfde persoon", by=daan, at=LATER
    )
    assert alles() != voor
    dubbel.refresh_from_db()
    assert (dubbel.naam, dubbel.email) == ("Sanne de Wit", "s@wit.nl")
    assert dubbel.meldingen.exists()
    assert not de_wit.sanne.meldingen.exists()
    assert bsn_van(dubbel) == "999900006"
    assert bsn_van(de_wit.sanne) == ""
    maak_ongedaan(omzetting, by=daan, at=LATER)
    assert alles() == voor
    assert bsn_van(de_wit.sanne) == "999900006"


def test_an_adopted_plan_keeps_the_person_it_was_written_for(de_wit, dubbel, amina, farid, daan):
    plan = vastgesteld_plan(de_wit, regisseur=amina, manager=farid, at=MAANDAG)
    omzetting = voeg_personen_samen(de_wit.sanne, dubbel, van_links=(), reden="Dubbel", by=daan, at=LATER)
    assert plan.doelen.get().persoon == de_wit.sanne
    assert omzetting.regels.filter(daad="gebleven", model="plannen.Doel").count() == 1


def test_two_numbers_are_two_people(de_wit, dubbel, daan):
    bewaar_bsn(dubbel, "999993653")
    with pytest.raises(NietMogelijk, match="elk een eigen burgerservicenummer"):
        voeg_personen_samen(de_wit.sanne, dubbel, van_links=(), reden="Dubbel", by=daan, at=LATER)
    assert not Omzetting.objects.exists()


def test_parent_and_child_are_two_people(de_wit, daan):
    with pytest.raises(NietMogelijk, match="relatie met elkaar"):
        voeg_personen_samen(de_wit.sanne, de_wit.mees, van_links=(), reden="Dubbel", by=daan, at=LATER)


def test_only_the_back_office_merges_persons(de_wit, dubbel, amina):
    with pytest.raises(NietToegestaan):
        voeg_personen_samen(de_wit.sanne, dubbel, van_links=(), reden="Dubbel", by=amina, at=LATER)


def test_undo_is_refused_once_something_was_added_that_may_belong_to_either(de_wit, dubbel, daan, gerda):
    omzetting = voeg_personen_samen(dubbel, de_wit.sanne, van_links=(), reden="Dubbel", by=daan, at=LATER)
    melding(de_wit, by=gerda, at=LATER)
    voor = alles()
    with pytest.raises(NietMogelijk, match="1 × melding"):
        maak_ongedaan(omzetting, by=daan, at=LATER)
    assert alles() == voor


def test_undo_is_refused_once_a_moved_row_was_changed(de_wit, dubbel, daan):
    omzetting = voeg_personen_samen(dubbel, de_wit.sanne, van_links={"roepnaam"}, reden="Dubbel", by=daan, at=LATER)
    Persoon.objects.filter(pk=de_wit.sanne.pk).update(roepnaam="Susanne")
    with pytest.raises(NietMogelijk, match="persoon is daarna gewijzigd"):
        maak_ongedaan(omzetting, by=daan, at=LATER)


def test_merges_are_taken_back_in_the_order_opposite_to_how_they_were_made(de_wit, dubbel, daan, gerda):
    eerste = voeg_personen_samen(dubbel, de_wit.sanne, van_links=(), reden="Dubbel", by=daan, at=LATER)
    verhuis_huishouden(de_wit.huishouden, NieuwAdres("1232AA", 9), reden="Verhuisd", by=gerda, at=LATER)
    with pytest.raises(NietMogelijk, match="Maak eerst dat laatste ongedaan"):
        maak_ongedaan(eerste, by=daan, at=LATER)
    maak_ongedaan(Omzetting.objects.latest("pk"), by=gerda, at=LATER)
    maak_ongedaan(eerste, by=daan, at=LATER)


def test_a_household_that_moves_takes_its_file_to_the_team_of_the_address(de_wit, amina, chantal, gerda):
    voor = alles()
    omzetting = verhuis_huishouden(
        de_wit.huishouden, NieuwAdres("1232AA", 9, straat="Kade"), reden="Verhuisd", by=gerda, at=LATER
    )
    huishouden = Huishouden.objects.get(pk=de_wit.huishouden.pk)
    assert huishouden.team.naam == "Team Zuid 1"
    assert not zoek(amina, "sanne wit", vandaag=LATER.date()).treffers
    assert zoek(chantal, "sanne kade", vandaag=LATER.date()).treffers
    maak_ongedaan(omzetting, by=gerda, at=LATER)
    assert alles() == voor


def test_outside_the_municipality_a_household_does_not_move(de_wit, gerda):
    with pytest.raises(NietMogelijk, match="niet in onze gemeente"):
        verhuis_huishouden(de_wit.huishouden, NieuwAdres("9999ZZ", 1), reden="Weg", by=gerda, at=LATER)


def test_when_parents_separate_a_child_may_live_in_both_households(de_wit, gerda, amina):
    voor = alles()
    verdeling = Verdeling(gaat=frozenset({de_wit.sanne.pk}), in_beide=frozenset({de_wit.mees.pk}))
    omzetting = splits_huishouden(
        de_wit.huishouden, verdeling, NieuwAdres("1231AA", 77, straat="Kade"), reden="Gescheiden", by=amina, at=LATER
    )
    nieuw = Huishouden.objects.get(pk=omzetting.naar_id)
    wie = lambda huis: sorted(lid.persoon.roepnaam for lid in huis.leden.filter(tot=None))  # noqa: E731 - read as a word
    assert wie(nieuw) == ["Mees", "Sanne"]
    assert wie(de_wit.huishouden) == ["Daan", "Mees"]
    maak_ongedaan(omzetting, by=amina, at=LATER)
    assert alles() == voor


def test_a_split_in_which_everybody_leaves_is_a_move(de_wit, amina):
    iedereen = frozenset({de_wit.sanne.pk, de_wit.daan.pk, de_wit.mees.pk})
    with pytest.raises(NietMogelijk, match="Verhuis dan het hele huishouden"):
        splits_huishouden(
            de_wit.huishouden, Verdeling(iedereen), NieuwAdres("1231AA", 7), reden="Weg", by=amina, at=LATER
        )


def test_a_split_is_not_undone_once_the_new_household_has_a_file(de_wit, amina, gerda):
    verdeling = Verdeling(gaat=frozenset({de_wit.sanne.pk}))
    omzetting = splits_huishouden(
        de_wit.huishouden, verdeling, NieuwAdres("1231AA", 77), reden="Weg", by=amina, at=LATER
    )
    Dossier.objects.create(huishouden_id=omzetting.naar_id, geopend_op=LATER.date())
    voor = alles()
    with pytest.raises(NietMogelijk, match="op huishouden is verder gewerkt"):
        maak_ongedaan(omzetting, by=amina, at=LATER)
    assert alles() == voor


def test_merged_households_become_one_and_the_empty_one_points_there(de_wit, dubbel, gerda):
    ander = Huishoudlid.objects.get(persoon=dubbel).huishouden
    voor = alles()
    omzetting = voeg_huishoudens_samen(ander, de_wit.huishouden, reden="Samen", by=gerda, at=LATER)
    ander.refresh_from_db()
    assert ander.opgegaan_in == de_wit.huishouden
    assert de_wit.huishouden.leden.filter(tot=None).count() == 5
    assert not ander.leden.filter(tot=None).exists()
    maak_ongedaan(omzetting, by=gerda, at=LATER)
    assert alles() == voor


def test_a_team_does_not_move_a_household_of_another_team(de_wit, chantal):
    with pytest.raises(NietToegestaan):
        verhuis_huishouden(de_wit.huishouden, NieuwAdres("1232AA", 9), reden="Weg", by=chantal, at=LATER)


def test_what_points_at_a_resident_is_found_in_every_room():
    from eenplan.personen.journaal import verwijzingen

    gevonden = {f"{veld.model.__name__}.{veld.name}" for veld in verwijzingen()}
    assert {"Casus.persoon", "Gesprek_deelnemers.persoon", "Melding.persoon", "Doel.persoon"} <= gevonden
