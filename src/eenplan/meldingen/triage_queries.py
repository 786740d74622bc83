"""Reads of triages, each starting from what the worker may see, and what a triage still asks before casework."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.openstaand import voor_regie
from eenplan.inrichting.lezen import inrichting
from eenplan.meldingen.models import Crisisbericht, Melding, Toelating, Triage, Triageuitkomst
from eenplan.meldingen.queries import TEAM
from eenplan.teams.models import Medewerker
from eenplan.teams.queries import teamgenoten


def visible_to(medewerker: Medewerker, recht: Recht = Recht.MELDING_INZIEN) -> QuerySet[Triage]:
    """Give the triages in the worker's scope."""
    rijen = Triage.objects.select_related(
        "dossier__huishouden__team", "melding__persoon", "melding__contact", "door", "toelating__samen_met"
    )
    return beperk(rijen, medewerker.bereik(recht), TEAM, wet="melding__wet")


def toelatingen(medewerker: Medewerker) -> QuerySet[Toelating]:
    """Give the admissions in the worker's scope."""
    rijen = Toelating.objects.select_related(
        "triage__dossier__huishouden__team", "triage__melding__persoon", "triage__door", "samen_met"
    )
    return beperk(rijen, medewerker.bereik(Recht.MELDING_INZIEN), f"triage__{TEAM}", wet="triage__melding__wet")


def berichten(medewerker: Medewerker) -> QuerySet[Crisisbericht]:
    """Give the messages of a crisis that this worker got."""
    rijen = Crisisbericht.objects.select_related("triage__dossier__huishouden__team", "triage__melding")
    rijen = beperk(rijen, medewerker.bereik(Recht.MELDING_INZIEN), f"triage__{TEAM}", wet="triage__melding__wet")
    return rijen.filter(aan=medewerker)


def van_melding(melding: Melding, medewerker: Medewerker) -> list[Triage]:
    """Give the triages of a melding, the one that holds first."""
    return list(visible_to(medewerker).filter(melding=melding).order_by("-op", "-pk"))


def meebeslissers(melding: Melding, medewerker: Medewerker, dag: date) -> QuerySet[Medewerker]:
    """Give the teammates who may decide along on admission."""
    return teamgenoten(melding.dossier.scope_team_id, Recht.REGIE_TOEWIJZEN, dag).exclude(pk=medewerker.pk)


@voor_regie
def toelating_nodig(dossier: Dossier, dag: date) -> Iterable[str]:
    """Where casework asks for a recorded admission, nothing goes into regie without one."""
    if inrichting().toelating(dag) is None:
        return
    gedaan = Toelating.objects.filter(triage__dossier=dossier, triage__uitkomst=Triageuitkomst.PAST, is_akkoord=True)
    if not gedaan.exists():
        yield _("Over toelating tot het team is nog niet beslist. Doe eerst de triage van de melding.")
