"""Every item of a file carries the label of its law, or says here why it belongs to the household as a whole."""

import pytest
from django.apps import apps
from django.db import models

from eenplan.dossiers.models import Dossier
from eenplan.plannen.models import Ondersteuningsplan
from eenplan.web.wetlabels import GELABELD

# What hangs on a file or a plan and has no label, each with the reason.
HELE_HUISHOUDEN = {
    "Casusbespreking": "put to colleagues without names: it tells nothing of one member",
    "Dossier": "the file itself",
    "Statuswissel": "where the file stands, without contents",
    "Afsluiting": "how the help of the whole household ended",
    "Regie": "who coordinates is known to everybody who works in the file",
    "Ondersteuningstraject": "counts a period, without contents",
    "Ondersteuningsplan": "one plan per household; its goals carry the label",
    "Analyse": "the plan's picture of a life domain, written for the whole household",
    "Aanbieding": "who handed the one plan in",
    "Terugzending": "why the one plan came back",
    "Vaststelling": "who adopted the one plan",
    "Planauteur": "who wrote in the one plan",
    "Evaluatie": "looks back at the one plan; what it says of each goal carries that goal's label",
    "Ervaring": "what the resident says of the help as a whole",
    "Noodtoegang": "who broke the glass, without contents",
    "Meewerkverzoek": "who asked to be let in, without contents",
    "Toegangsverzoek": "who asked to be let in, without contents",
    "Vrijwilligerstaak": "opens one task to a volunteer; the task carries the label",
    "Labelgrond": "about a label itself",
    "Steunfiguur": "the people around the whole household",
    "Overbelasting": "about somebody around the whole household",
    "Veiligheidscheck": "everybody in the household must be safe, whatever the law",
    "OvergeslagenCheck": "that nobody asked after safety, and why",
    "Meldcode": "open by name only, under no law in particular (ADR 0016)",
    "Regieoverdracht": "who coordinates is known to everybody who works in the file",
    "Regelvink": "that a rule of coordination was looked at, without contents",
    "Schaalbesluit": "how heavy the help around the whole household is",
    "Waakvlam": "somebody keeps in touch with the whole household",
    "Doorzetting": "a decision about the coordination of the whole household",
    "Omzetting": "a move or a merger of the whole household",
}


def _delen():
    """Every model of ours that points at a file or a plan."""
    for model in apps.get_models():
        if model.__module__.startswith("eenplan."):
            wijst = {veld.related_model for veld in model._meta.get_fields() if isinstance(veld, models.ForeignKey)}
            if wijst & {Dossier, Ondersteuningsplan} or model is Dossier:
                yield model


# These rooms hold what goes out or comes in with a ground of its own, or what the law says about all of a file.
MET_EIGEN_GROND = {"delen", "privacy"}


@pytest.mark.parametrize("model", list(_delen()), ids=lambda model: model.__name__)
def test_every_part_of_a_file_has_a_label_or_a_reason(model):
    heeft_label = hasattr(model, "wet")
    reden = HELE_HUISHOUDEN.get(model.__name__) or model._meta.app_label in MET_EIGEN_GROND
    assert heeft_label or reden, f"{model.__name__} points at a file: give it a label (Gelabeld) or a reason here"


def test_what_needs_no_label_has_none():
    delen = {model.__name__: model for model in _delen()}
    dubbel = [
        naam for naam in HELE_HUISHOUDEN if naam in delen and hasattr(delen[naam], "wet") and naam != "Labelgrond"
    ]
    assert not dubbel


def test_the_story_knows_every_labelled_subject():
    onbekend = [
        model.__name__
        for model in _delen()
        if hasattr(model, "wet")
        and hasattr(model, "ONDERWERP")
        and model not in GELABELD
        and model.__name__ not in HELE_HUISHOUDEN
        and model._meta.app_label not in MET_EIGEN_GROND
    ]
    assert not onbekend, f"add to web/wetlabels.GELABELD: {onbekend}"
