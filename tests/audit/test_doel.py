"""Why somebody looked is known of every event without typing: as what the worker acts, and the processing activity."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command

from eenplan.access.rechten import Rol, Toegangsoort
from eenplan.audit.actions import DOEL_LENGTE, record
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.register import als_document, eigen_modellen
from eenplan.audit.sleutels import Sleutel
from eenplan.audit.verwerkingen import VERWERKINGEN, code_van, verwerking_van, verwerking_van_kamer
from eenplan.teams.models import Dossiertoegang, Medewerker, Rolvervulling
from personas import BEGIN, MAANDAG


@pytest.mark.parametrize("sleutel", Sleutel)
def test_every_key_belongs_to_a_processing_activity(sleutel):
    assert code_van(sleutel), "give it `verwerking=`, or give the first word of the key a line in audit/verwerkingen.py"
    assert verwerking_van(sleutel) in VERWERKINGEN


def test_every_activity_says_all_that_the_law_asks():
    for rij in VERWERKINGEN:
        leeg = [naam for naam, waarde in vars(rij).items() if not waarde and naam not in {"duur", "kamers"}]
        assert not leeg, rij.code
    assert len({rij.code for rij in VERWERKINGEN}) == len(VERWERKINGEN)


def test_every_table_with_data_of_people_belongs_to_a_processing_activity():
    kamers = {model._meta.app_label for model in eigen_modellen()} - {"core", "access", "inrichting", "demo"}
    assert not [kamer for kamer in sorted(kamers) if verwerking_van_kamer(kamer) is None]


def test_the_processing_register_is_current(checkout, tmp_path):
    bestand = tmp_path / "verwerkingsregister.md"
    call_command("audit", "verwerkingsregister", str(bestand))
    geschreven = (checkout / "docs" / "verwerkingsregister.md").read_text(encoding="utf-8")
    assert bestand.read_text(encoding="utf-8") == geschreven, "run: eenplan audit verwerkingsregister"


def test_the_register_names_purpose_ground_term_and_where_it_stands():
    tekst = als_document()
    for woord in (
        "| Grond (AVG 6) |",
        "| Bewaartermijn |",
        "Wmo 5.1.1",
        "gespreksverslagen (",
        "## Logboek en toezicht",
    ):
        assert woord in tekst


def opnieuw(medewerker):
    return Medewerker.objects.get(pk=medewerker.pk)


def test_the_purpose_is_the_role_and_the_team(amina, de_wit):
    gekeken = record(Sleutel.DOSSIER_INGEZIEN, de_wit.huishouden, by=amina, at=MAANDAG)
    assert Gebeurtenis.objects.get(pk=gekeken.pk).doel == "regisseur, Team Noord 1"
    assert gekeken.verwerking == "dossier"


def test_a_worker_with_more_roles_is_named_with_all(amina, de_wit, stad):
    Rolvervulling.objects.create(medewerker=amina, rol=Rol.MANAGER, team=stad.zuid, vanaf=BEGIN)
    gekeken = record(Sleutel.DOSSIER_INGEZIEN, de_wit.huishouden, by=opnieuw(amina), at=MAANDAG)
    assert gekeken.doel == "manager wijkteam, Team Zuid 1; regisseur, Team Noord 1"


@pytest.mark.parametrize(
    ("soort", "begin"),
    [
        (Toegangsoort.NOOD, "noodtoegang: crisis ("),
        (Toegangsoort.MEEWERKEN, "meewerken op verzoek van de regisseur ("),
        (Toegangsoort.TAAK, "taak als vrijwilliger ("),
    ],
)
def test_the_purpose_in_a_file_opened_besides_the_roles_is_its_ground(chantal, de_wit, soort, begin):
    huis = de_wit.huishouden
    Dossiertoegang.objects.create(
        medewerker=chantal,
        dossier_id=huis.pk,
        soort=soort,
        grond="crisis",
        vanaf=MAANDAG - timedelta(days=400),
        tot=MAANDAG + timedelta(days=400),
    )
    chantal = opnieuw(chantal)
    assert record(Sleutel.DOSSIER_INGEZIEN, huis, by=chantal, at=MAANDAG).doel.startswith(begin)
    assert chantal.doel_bij(huis.pk + 1) == "regisseur, Team Zuid 1"


def test_what_the_caller_says_comes_before_the_role(amina, de_wit):
    gekeken = record(Sleutel.PLAN_INGEZIEN, de_wit.huishouden, by=amina, at=MAANDAG, doel="afgedrukt")
    assert gekeken.doel == "afgedrukt (regisseur, Team Noord 1)"


def test_a_purpose_too_long_for_its_column_is_cut_and_not_refused(amina, de_wit):
    assert Gebeurtenis._meta.get_field("doel").max_length == DOEL_LENGTE
    gekeken = record(Sleutel.DOSSIER_INGEZIEN, de_wit.huishouden, by=amina, at=MAANDAG, doel="x" * 500)
    assert len(Gebeurtenis.objects.get(pk=gekeken.pk).doel) == DOEL_LENGTE
