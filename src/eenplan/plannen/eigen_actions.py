"""Take in the plan that a resident or family made, note that we offered help with it, and take over its words (C6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk
from eenplan.core.opmaak import vastgelegd
from eenplan.dossiers.actions import Stuk, ontvang_document, vereis_label
from eenplan.dossiers.models import Dossier
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.meldingen.models import Melding
from eenplan.personen.models import Persoon
from eenplan.plannen.actions import Doeltekst, Leefgebiedtekst, bewaar_analyse, bewaar_doel
from eenplan.plannen.models import (
    Doel,
    Eigenaarsoort,
    EigenPlan,
    EigenPlanaanbod,
    EigenPlansoort,
    Hulpaanbodantwoord,
    Ondersteuningsplan,
)
from eenplan.teams.models import Medewerker
from eenplan.termijnen.actions import voltooi_termijn
from eenplan.wetgeving.termijnen import einddatum_persoonlijk_plan

WMO_VENSTER = "wmo-persoonlijk-plan"


@dataclass(frozen=True)
class Ingeleverd:
    """A plan as it came in: whose (nobody in particular: the family's), when, in words or on paper or both."""

    soort: EigenPlansoort
    persoon: Persoon | None
    op: date
    tekst: str = ""
    stuk: Stuk | None = None


@transaction.atomic
def lever_eigen_plan_in(dossier: Dossier, ingeleverd: Ingeleverd, *, by: Medewerker, at: datetime) -> EigenPlan:
    """Keep a plan that was handed in; a personal plan within seven days of the melding closes that window.

    A late one counts as well and is only noted as late (Wmo 2.3.2 lid 2 and 5). Raises NietMogelijk for a day to come,
    for a personal plan of nobody, and for one without words and paper.
    """
    require(by, Recht.PLAN_SCHRIJVEN, dossier)
    wet = ingeleverd.soort.wet
    vereis_label(by, dossier, wet)
    _controleer(ingeleverd, at.date())
    melding = _melding_bij(dossier, ingeleverd)
    gemaakt = EigenPlan.objects.create(
        dossier=dossier,
        soort=ingeleverd.soort,
        persoon=ingeleverd.persoon,
        melding=melding,
        ingeleverd_op=ingeleverd.op,
        venster_tot_en_met=einddatum_persoonlijk_plan(melding.ontvangen_op).einddatum if melding else None,
        tekst=ingeleverd.tekst.strip(),
        document=ontvang_document(dossier, ingeleverd.stuk, by=by, at=at) if ingeleverd.stuk else None,
        wet=wet,
        vastgelegd_door=by,
        vastgelegd_op=at,
    )
    if melding and gemaakt.is_op_tijd:
        voltooi_termijn(WMO_VENSTER, melding, by=by, at=at, op=ingeleverd.op)
    record(Sleutel.EIGENPLAN_INGELEVERD, gemaakt, by=by, at=at, toelichting=vastgelegd(gemaakt.get_soort_display()))
    return gemaakt


def _controleer(ingeleverd: Ingeleverd, vandaag: date) -> None:
    if ingeleverd.op > vandaag:
        raise NietMogelijk(_("De dag waarop het plan kwam, ligt in de toekomst. Kies vandaag of een eerdere dag."))
    if ingeleverd.soort == EigenPlansoort.PERSOONLIJK and ingeleverd.persoon is None:
        raise NietMogelijk(_("Een persoonlijk plan is van één inwoner. Kies van wie."))
    if not ingeleverd.tekst.strip() and ingeleverd.stuk is None:
        raise NietMogelijk(_("Schrijf de woorden van het plan over, of voeg het papier toe."))


def _melding_bij(dossier: Dossier, ingeleverd: Ingeleverd) -> Melding | None:
    """Give the last Wmo melding of this resident before the plan came; the Jeugdwet knows no such window."""
    if ingeleverd.soort != EigenPlansoort.PERSOONLIJK:
        return None
    rijen = Melding.objects.filter(dossier=dossier, wet=Wet.WMO, ontvangen_op__lte=ingeleverd.op)
    return rijen.filter(persoon=ingeleverd.persoon).order_by("-ontvangen_op", "-pk").first()


@dataclass(frozen=True)
class Hulpaanbod:
    """To whom we offered help with which plan, when, and what they said."""

    soort: EigenPlansoort
    persoon: Persoon | None
    op: date
    antwoord: str


@transaction.atomic
def noteer_hulpaanbod(dossier: Dossier, aanbod: Hulpaanbod, *, by: Medewerker, at: datetime) -> EigenPlanaanbod:
    """Keep that the team told of the right to an own plan and offered help to make it (Wmo 2.3.2 lid 2, Jw 4.1.2).

    Raises NietMogelijk for a day to come.
    """
    require(by, Recht.PLAN_SCHRIJVEN, dossier)
    vereis_label(by, dossier, aanbod.soort.wet)
    if aanbod.op > at.date():
        raise NietMogelijk(_("De dag van het aanbod ligt in de toekomst. Kies vandaag of een eerdere dag."))
    gemaakt = EigenPlanaanbod.objects.create(
        dossier=dossier,
        soort=aanbod.soort,
        persoon=aanbod.persoon,
        aangeboden_op=aanbod.op,
        antwoord=aanbod.antwoord,
        wet=aanbod.soort.wet,
        vastgelegd_door=by,
        vastgelegd_op=at,
    )
    zin = vastgelegd(Hulpaanbodantwoord(aanbod.antwoord).label)
    record(Sleutel.EIGENPLAN_AANGEBODEN, gemaakt, by=by, at=at, toelichting=zin)
    return gemaakt


@transaction.atomic
def maak_doel_uit(eigen: EigenPlan, stuk: str, *, plan: Ondersteuningsplan, by: Medewerker, at: datetime) -> Doel:
    """Add a goal in the very words of the own plan, under its label; the goal keeps where the words come from."""
    vereis_label(by, eigen.dossier, eigen.wet)
    persoon = eigen.persoon
    tekst = Doeltekst(
        eigen_woorden=stuk,
        persoon=persoon,
        eigenaar=persoon.naam if persoon else "",
        eigenaar_soort=Eigenaarsoort.INWONER if persoon else "",
        wet=eigen.wet,
    )
    doel = bewaar_doel(plan, tekst, bewerking=plan.bewerking, by=by, at=at)
    doel.uit_eigen_plan = eigen
    doel.save(update_fields=["uit_eigen_plan"])
    return doel


@transaction.atomic
def zet_in_analyse(
    eigen: EigenPlan, stuk: str, *, leefgebied: str, plan: Ondersteuningsplan, by: Medewerker, at: datetime
) -> None:
    """Put words of the own plan below what stands in a life domain already; nobody's words go.

    Taking the same words over twice changes nothing. Raises NietMogelijk for a life domain the municipality lacks.
    """
    vereis_label(by, eigen.dossier, eigen.wet)
    if leefgebied not in {gebied.code for gebied in inrichting().leefgebieden}:
        raise NietMogelijk(_("Kies het leefgebied waar deze woorden bij horen."))
    vers = Ondersteuningsplan.objects.select_for_update().get(pk=plan.pk)
    rij = vers.analyses.filter(leefgebied=leefgebied).first()
    nu, kracht = (rij.situatie, rij.kracht) if rij else ("", "")
    if stuk in nu:
        return
    tekst = Leefgebiedtekst(f"{nu}\n{stuk}".strip(), kracht)
    bewaar_analyse(vers, {leefgebied: tekst}, bewerking=vers.bewerking, by=by, at=at)
    vers.analyses.filter(leefgebied=leefgebied).update(uit_eigen_plan=eigen)
