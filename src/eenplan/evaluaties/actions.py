"""What is done on looking back: evaluate the goals of the plan, and ask the resident how the help was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk
from eenplan.dossiers.actions import DUBBEL
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.queries import regisseur_of
from eenplan.dossiers.werktaken import leg_klaar, rond_af
from eenplan.evaluaties.models import (
    GAAT_DOOR,
    Aanleiding,
    Bereikt,
    Doelevaluatie,
    Ervaring,
    Ervaringsantwoord,
    Evaluatie,
    Vervolg,
    Wijze,
)
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.models import Persoon
from eenplan.plannen.models import Doel, Ondersteuningsplan
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker


@dataclass(frozen=True)
class Terugblik:
    """When it was, who was there, and what goes on."""

    dag: date
    aanwezig: tuple[Persoon, ...] = ()
    anderen: str = ""
    hoe_verder: str = ""


@dataclass(frozen=True)
class Doeluitkomst:
    """How far one goal came, in one sentence, and what happens with it."""

    bereikt: Bereikt
    zin: str
    vervolg: Vervolg
    volgende_op: date | None = None


@transaction.atomic
def evalueer(
    plan: Ondersteuningsplan,
    terugblik: Terugblik,
    uitkomsten: Mapping[Doel, Doeluitkomst],
    *,
    by: Medewerker,
    at: datetime,
) -> Evaluatie:
    """Keep how far the goals came; the first day on which one is looked at again is the coordinator's task.

    The same words sent twice are one evaluation.
    The plan itself does not change: an adopted version is locked. Raises NietMogelijk when the plan was not adopted,
    nothing was looked at, or a day does not fit.
    """
    require(by, Recht.PLAN_SCHRIJVEN, plan)
    plan = (
        Ondersteuningsplan.objects.select_for_update(of=("self",)).select_related("dossier__huishouden").get(pk=plan.pk)
    )
    _controleer(plan, terugblik, uitkomsten, op=at.date())
    for doel in uitkomsten:
        require(by, Recht.PLAN_SCHRIJVEN, doel)
    if dubbel := _al_bewaard(plan, terugblik, uitkomsten, by=by, at=at):
        return dubbel
    evaluatie = Evaluatie.objects.create(
        dossier=plan.dossier,
        plan=plan,
        dag=terugblik.dag,
        anderen=terugblik.anderen,
        hoe_verder=terugblik.hoe_verder,
        door=by,
        vastgelegd_op=at,
    )
    evaluatie.aanwezig.set(terugblik.aanwezig)
    Doelevaluatie.objects.bulk_create(
        Doelevaluatie(
            evaluatie=evaluatie,
            doel=doel,
            bereikt=rij.bereikt,
            zin=rij.zin,
            vervolg=rij.vervolg,
            volgende_op=rij.volgende_op if rij.vervolg in GAAT_DOOR else None,
        )
        for doel, rij in uitkomsten.items()
    )
    record(Sleutel.EVALUATIE_GEHOUDEN, evaluatie, by=by, at=at, toelichting=terugblik.hoe_verder)
    _plan_volgende(evaluatie, by=by, at=at)
    return evaluatie


def _al_bewaard(
    plan: Ondersteuningsplan,
    terugblik: Terugblik,
    uitkomsten: Mapping[Doel, Doeluitkomst],
    *,
    by: Medewerker,
    at: datetime,
) -> Evaluatie | None:
    """Give the evaluation that an earlier copy of this act made; the plan is held, so a second waits for the first."""
    laatste = plan.evaluaties.filter(
        door=by, dag=terugblik.dag, hoe_verder=terugblik.hoe_verder, vastgelegd_op__gt=at - DUBBEL
    ).last()
    if laatste is None:
        return None
    bewaard = {rij.doel_id: (rij.bereikt, rij.zin, rij.vervolg) for rij in laatste.doelen.all()}
    gestuurd = {doel.pk: (rij.bereikt, rij.zin, rij.vervolg) for doel, rij in uitkomsten.items()}
    return laatste if bewaard == gestuurd else None


def _controleer(
    plan: Ondersteuningsplan, terugblik: Terugblik, uitkomsten: Mapping[Doel, Doeluitkomst], *, op: date
) -> None:
    if plan.status != Planstatus.VASTGESTELD:
        raise NietMogelijk(_("Terugkijken kan op een plan dat is vastgesteld en nog geldt. Open het plan van nu."))
    if terugblik.dag > op:
        raise NietMogelijk(_("Deze dag moet nog komen. Vul de dag in waarop u samen terugkeek."))
    if not uitkomsten:
        raise NietMogelijk(_("Kies bij ten minste één doel hoe ver het kwam."))
    if any(doel.plan_id != plan.pk for doel in uitkomsten):
        raise NietMogelijk(_("Er is intussen een nieuwe versie van het plan. Ververs de pagina."))
    for rij in uitkomsten.values():
        if rij.vervolg in GAAT_DOOR and (rij.volgende_op is None or rij.volgende_op <= terugblik.dag):
            raise NietMogelijk(_("Kies bij elk doel dat doorgaat een dag na deze evaluatie om weer terug te kijken."))


def _plan_volgende(evaluatie: Evaluatie, *, by: Medewerker, at: datetime) -> None:
    """Have one task for the next time, on the first day that any goal of the plan asks for."""
    for eerdere in Evaluatie.objects.filter(dossier=evaluatie.dossier_id).exclude(pk=evaluatie.pk):
        rond_af(eerdere, by=by, at=at)
    rijen = Doelevaluatie.objects.filter(evaluatie__plan=evaluatie.plan_id).order_by("evaluatie__dag", "pk")
    laatste: dict[int, date | None] = dict(rijen.values_list("doel_id", "volgende_op"))
    dagen = [dag for dag in laatste.values() if dag is not None]
    if not dagen:
        return
    leg_klaar(
        evaluatie,
        evaluatie.dossier,
        voor=regisseur_of(evaluatie.dossier, by),
        wat="Samen terugkijken op het plan",
        uiterlijk=min(dagen),
        recht=Recht.PLAN_SCHRIJVEN,
        by=by,
        at=at,
    )


@dataclass(frozen=True)
class Gevraagd:
    """Of whom, when, and who typed."""

    persoon: Persoon
    aanleiding: Aanleiding
    wijze: Wijze
    dag: date


@transaction.atomic
def leg_ervaring_vast(
    dossier: Dossier, gevraagd: Gevraagd, antwoorden: Mapping[str, int | str], *, by: Medewerker, at: datetime
) -> Ervaring:
    """Keep what a resident says of the help, or that the resident does not want to; apart from any judgement of ours.

    Raises NietMogelijk when somebody answered today already, nothing was answered, or a question is not ours.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    Dossier.objects.select_for_update().get(pk=dossier.pk)
    vragen = {vraag.code: vraag for vraag in inrichting().ervaringsvragen}
    gegeven = {code: antwoord for code, antwoord in antwoorden.items() if antwoord not in ("", None)}
    if gevraagd.wijze == Wijze.WIL_NIET:
        gegeven = {}
    elif not gegeven:
        raise NietMogelijk(_("Er is nog niets ingevuld. Geef ten minste één antwoord, of kies dat u dit niet wilt."))
    if gegeven.keys() - vragen.keys():
        raise NietMogelijk(_("Deze vragen zijn intussen veranderd. Ververs de pagina."))
    if dossier.ervaringen.filter(persoon=gevraagd.persoon, dag=gevraagd.dag).exists():
        raise NietMogelijk(_("Vandaag is dit al aan deze inwoner gevraagd."))
    ervaring = Ervaring.objects.create(
        dossier=dossier,
        team_id=dossier.scope_team_id,
        persoon=gevraagd.persoon,
        aanleiding=gevraagd.aanleiding,
        wijze=gevraagd.wijze,
        dag=gevraagd.dag,
        vastgelegd_op=at,
        vastgelegd_door=by,
    )
    Ervaringsantwoord.objects.bulk_create(
        Ervaringsantwoord(
            ervaring=ervaring,
            vraag=code,
            waarde=None if vragen[code].is_open else int(antwoord),
            tekst=str(antwoord) if vragen[code].is_open else "",
        )
        for code, antwoord in gegeven.items()
    )
    record(Sleutel.ERVARING_GEVRAAGD, ervaring, by=by, at=at)
    return ervaring
