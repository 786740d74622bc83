"""The closed vocabulary of the trail: every key has its sentence and its erasure, and is used somewhere."""

from pathlib import Path

import pytest
from django.apps import apps

import eenplan
from eenplan.audit.sleutels import BETEKENIS, ONDERWERPEN, Sleutel, Wissen, onderdeel, zin

BRON = Path(eenplan.__file__).parent


def test_every_key_has_a_meaning():
    assert set(BETEKENIS) == set(Sleutel)


@pytest.mark.parametrize("sleutel", Sleutel)
def test_every_key_has_a_sentence_and_an_erasure(sleutel):
    betekenis = BETEKENIS[sleutel]
    assert str(betekenis.zin)[0].islower(), "it follows a name: “Amina Bouzid: dossier bekeken”"
    assert not str(betekenis.zin).endswith(".")
    assert isinstance(betekenis.wissen, Wissen)


@pytest.mark.parametrize("sleutel", Sleutel)
def test_a_look_holds_no_detail_to_erase(sleutel):
    betekenis = BETEKENIS[sleutel]
    assert betekenis.wissen is Wissen.GEEN_DETAIL or not betekenis.is_inzage


def test_every_key_is_written_somewhere():
    code = "\n".join(bestand.read_text() for bestand in BRON.rglob("*.py") if bestand != BRON / "audit" / "sleutels.py")
    ongebruikt = [sleutel.name for sleutel in Sleutel if f"Sleutel.{sleutel.name}" not in code]
    assert not ongebruikt


def test_no_two_keys_are_the_same_text():
    assert len({sleutel.value for sleutel in Sleutel}) == len(list(Sleutel))


def test_a_key_of_a_former_version_shows_as_itself():
    assert zin("vroeger:gebeurd") == "vroeger:gebeurd"


def test_whatever_an_event_can_be_about_has_a_name_for_the_screen():
    kinds = {model.ONDERWERP for model in apps.get_models() if hasattr(model, "ONDERWERP")}
    assert kinds <= ONDERWERPEN.keys()
    assert onderdeel("van een latere versie") == "van een latere versie"
