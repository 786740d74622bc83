"""The map of personal data is whole: every kind of record is on it once, and every path on it leads somewhere."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import models

from eenplan.privacy.kaart import (
    BIJ_NUMMER,
    KOLOMMEN_ZONDER_INHOUD,
    NIET_IN_UITTREKSEL,
    SOORTEN,
    ZONDER_INWONER,
    op_de_kaart,
)

EIGEN = {model._meta.label: model for model in apps.get_models() if model.__module__.startswith("eenplan.")}


def test_every_kind_of_record_is_declared_once():
    vergeten = EIGEN.keys() - op_de_kaart()
    assert not vergeten, f"declare in privacy/kaart.py: {sorted(vergeten)}"
    dood = op_de_kaart() - EIGEN.keys()
    assert not dood, f"take out of privacy/kaart.py: {sorted(dood)}"
    dubbel = len(SOORTEN) + len(NIET_IN_UITTREKSEL) + len(ZONDER_INWONER) - len(op_de_kaart())
    assert not dubbel


@pytest.mark.django_db
@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.model)
def test_every_path_on_the_map_leads_to_a_number(soort):
    assert soort.dossier or soort.persoon
    for pad in filter(None, (soort.dossier, *soort.persoon)):
        assert list(soort.klasse._default_manager.filter(**{pad: 0})) == []


def test_every_column_that_is_left_out_exists():
    for kolom in KOLOMMEN_ZONDER_INHOUD:
        model, _, veld = kolom.rpartition(".")
        assert EIGEN[model]._meta.get_field(veld)


@pytest.mark.parametrize("model", EIGEN.values(), ids=EIGEN.keys())
def test_a_record_that_knows_a_file_by_number_only_is_found_by_that_number(model):
    los = [
        veld.name
        for veld in model._meta.concrete_fields
        if isinstance(veld, models.IntegerField) and veld.name in {"dossier_id", "huishouden_id", "persoon_id"}
    ]
    bekend = {"audit.Gebeurtenis": "dossier_id"} | BIJ_NUMMER
    assert not los or bekend.get(model._meta.label) in los


@pytest.mark.parametrize("label", sorted(ZONDER_INWONER))
def test_what_is_said_to_hold_no_resident_points_at_none(label):
    wijst = [
        veld.name
        for veld in EIGEN[label]._meta.concrete_fields
        if veld.is_relation and veld.related_model._meta.label not in ZONDER_INWONER
    ]
    assert not wijst
