"""Every read of the coordination, each starting from what the worker may see; who is responsible for a household."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, F, Max, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from eenplan.access.rechten import Recht, Rol, rollen_met
from eenplan.access.toegang import beperk, binnen_label
from eenplan.dossiers.models import Dossier, Regie
from eenplan.dossiers.states import Dossierstatus
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Gouderegel
from eenplan.plannen.models import Inzet
from eenplan.plannen.states import Planstatus
from eenplan.regie.models import (
    Achterwacht,
    Doorzetting,
    Eindeuitkomst,
    Eindevaluatie,
    Interventie,
    Nazorgcontact,
    Regelvink,
    Regieoverdracht,
    Schaalbesluit,
    Waakvlam,
    Waakvlamcontact,
)
from eenplan.regie.states import Overdrachtstatus
from eenplan.teams.models import Medewerker, Rolvervulling, Team
from eenplan.teams.queries import teams_van
from eenplan.toewijzingen.models import Toewijzing
from eenplan.toewijzingen.queries import visible_to as toewijzingen

TEAM = "dossier__huishouden__team"
RUST = (Dossierstatus.GESLOTEN, Dossierstatus.SLAPEND)
EEN_JAAR = timedelta(days=365)
UITKOMSTEN = dict(Eindeuitkomst.choices)


# ----------------------------------------------------------------------------------------- who is responsible, B1


def gaat_over_team(medewerker: Medewerker, team_id: int, dag: date) -> bool:
    """Tell whether a worker may coordinate households of this team on a day."""
    return _regisseurs(dag).filter(Q(team=team_id) | Q(team__isnull=True), medewerker=medewerker).exists()


def _regisseurs(dag: date) -> QuerySet[Rolvervulling]:
    return Rolvervulling.objects.in_dienst_op(dag).filter(rol__in=rollen_met(Recht.PLAN_SCHRIJVEN))


def regisseur_van(dossier: Dossier) -> Medewerker | None:
    """Give who took the coordination, or none yet."""
    regie = dossier.regies.select_related("regisseur").filter(tot__isnull=True).first()
    return regie.regisseur if regie else None


def achterwacht_van(team_id: int, dag: date) -> Medewerker | None:
    """Give who stands in for a team: the worker the manager appointed for it, or else the manager."""
    rijen = Achterwacht.objects.select_related("medewerker").filter(team=team_id, tot__isnull=True, vanaf__lte=dag)
    wacht = rijen.first()
    if wacht and wacht.medewerker.is_active and gaat_over_team(wacht.medewerker, team_id, dag):
        return wacht.medewerker
    vervulling = Rolvervulling.objects.in_dienst_op(dag).filter(rol=Rol.MANAGER, team=team_id)
    return Medewerker.objects.filter(is_active=True, pk__in=vervulling.values("medewerker")).order_by("pk").first()


@dataclass(frozen=True)
class Verantwoordelijke:
    """The one who coordinates now, and whether that is until somebody takes the household."""

    medewerker: Medewerker | None
    is_voorlopig: bool = False


def verantwoordelijke(dossier: Dossier, dag: date) -> Verantwoordelijke:
    """Give who coordinates on a day: who took it and still works here, else who stands in for the team (B1)."""
    regisseur = regisseur_van(dossier)
    if regisseur and gaat_over_team(regisseur, dossier.scope_team_id, dag):
        return Verantwoordelijke(regisseur)
    return Verantwoordelijke(achterwacht_van(dossier.scope_team_id, dag), is_voorlopig=True)


@dataclass(frozen=True)
class Periode:
    """Somebody coordinated from a day till a day (exclusive); `is_voorlopig` while nobody had taken it."""

    wie: str
    vanaf: date
    tot: date | None
    reden: str
    is_voorlopig: bool = False


def geschiedenis(dossier: Dossier) -> list[Periode]:
    """Give who coordinated on every day since the file was opened, the present one first; no day is without a name.

    Where nobody had taken the household, it is who stood in for the team then.
    """
    rijen = list(dossier.regies.select_related("regisseur").order_by("vanaf", "pk"))
    wachten = list(Achterwacht.objects.select_related("medewerker").filter(team=dossier.scope_team_id))
    perioden: list[Periode] = []
    dag: date = dossier.geopend_op
    for rij in rijen:
        if rij.vanaf > dag:
            perioden += _voorlopig(dossier, wachten, dag, rij.vanaf)
        perioden.append(Periode(rij.regisseur.naam, rij.vanaf, rij.tot, rij.reden))
        dag = max(dag, rij.tot or date.max)
    if dag < date.max and dossier.status != Dossierstatus.GESLOTEN:
        perioden += _voorlopig(dossier, wachten, dag, None)
    return perioden[::-1]


def _voorlopig(dossier: Dossier, wachten: list[Achterwacht], vanaf: date, tot: date | None) -> Iterable[Periode]:
    """Fill a gap with who stood in; before the first duty worker, and without one, that is the manager."""
    einde = tot or date.max
    for wacht in sorted(wachten, key=lambda rij: (rij.vanaf, rij.pk)):
        begin, slot = max(vanaf, wacht.vanaf), min(einde, wacht.tot or date.max)
        if begin >= slot:
            continue
        if begin > vanaf:
            yield from _manager(dossier, vanaf, begin)
        yield Periode(wacht.medewerker.naam, begin, None if slot == date.max else slot, "", is_voorlopig=True)
        vanaf = slot
    if vanaf < einde:
        yield from _manager(dossier, vanaf, tot)


def _manager(dossier: Dossier, vanaf: date, tot: date | None) -> Iterable[Periode]:
    vervulling = Rolvervulling.objects.in_dienst_op(vanaf).filter(rol=Rol.MANAGER, team=dossier.scope_team_id)
    wie = Medewerker.objects.filter(pk__in=vervulling.values("medewerker")).order_by("pk").first()
    if wie:
        yield Periode(wie.naam, vanaf, tot, "", is_voorlopig=True)


def achterwachten(medewerker: Medewerker) -> list[tuple[Team, Achterwacht | None]]:
    """Give the teams of a manager, each with who stands in now."""
    teams = list(teams_van(medewerker, Recht.DOORZETTEN))
    rijen = Achterwacht.objects.select_related("medewerker").filter(team__in=teams, tot__isnull=True)
    per_team = {rij.team_id: rij for rij in rijen}
    return [(team, per_team.get(team.pk)) for team in teams]


def mogelijke_regisseurs(dag: date, *, team_ids: Iterable[int] | None = None) -> list[tuple[Medewerker, Team]]:
    """Give who may coordinate for which team, by team and name."""
    rijen = _regisseurs(dag).filter(team__isnull=False, medewerker__is_active=True)
    if team_ids is not None:
        rijen = rijen.filter(team__in=list(team_ids))
    rijen = rijen.select_related("medewerker", "team").order_by("team__naam", "medewerker__naam")
    return [(rij.medewerker, rij.team) for rij in rijen if rij.team]


# ------------------------------------------------------------------------------------------------ one household


def visible_to(medewerker: Medewerker) -> QuerySet[Regieoverdracht]:
    """Give the handovers in the worker's scope."""
    rijen = Regieoverdracht.objects.select_related("dossier__huishouden__team", "van", "naar", "team")
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), TEAM)


def overdrachten_van(dossier_id: int) -> list[Regieoverdracht]:
    """Give the handovers of a household, the latest first."""
    rijen = Regieoverdracht.objects.select_related("van", "naar", "team", "voorgesteld_door")
    return list(rijen.filter(dossier_id=dossier_id).order_by("-voorgesteld_op", "-pk"))


@dataclass(frozen=True)
class Regelstand:
    """A golden rule and when it was last looked at; after a year it is looked at anew."""

    regel: Gouderegel
    op: date | None
    door: str

    def is_actueel(self, dag: date) -> bool:
        """Tell whether it was looked at within a year."""
        return self.op is not None and dag - self.op < EEN_JAAR


def regels_van(dossier_id: int) -> list[Regelstand]:
    """Give every golden rule of the municipality with its last tick for this household."""
    rijen = Regelvink.objects.select_related("door").filter(dossier_id=dossier_id).order_by("op", "pk")
    laatst = {rij.regel: rij for rij in rijen}
    return [
        Regelstand(regel, rij.op if (rij := laatst.get(regel.code)) else None, rij.door.naam if rij else "")
        for regel in inrichting().gouden_regels
    ]


def schaalbesluiten(medewerker: Medewerker) -> QuerySet[Schaalbesluit]:
    """Give the decisions to scale up or down in the worker's scope, the latest first."""
    rijen = Schaalbesluit.objects.select_related("dossier__huishouden__team", "door")
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), TEAM).order_by("-op", "-pk")


def interventies(medewerker: Medewerker) -> QuerySet[Interventie]:
    """Give the interventions in the worker's scope and under the worker's labels, the latest first."""
    rijen = Interventie.objects.select_related(
        "dossier__huishouden__team", "door", "toewijzing__aanbieder", "toewijzing__inzet", "toewijzing__regel__besluit"
    )
    wet = "toewijzing__regel__besluit__aanvraag__wet"
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), TEAM, wet=wet).order_by("-op", "-pk")


def doorzettingen(medewerker: Medewerker) -> QuerySet[Doorzetting]:
    """Give the decisions by authority in the worker's scope, those without effect first."""
    rijen = Doorzetting.objects.select_related("dossier__huishouden__team", "door")
    rijen = beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), TEAM)
    return rijen.order_by(F("effect_op").desc(nulls_first=True), "bekijk_op", "pk")


def lopende_hulp(medewerker: Medewerker, dossier_id: int) -> QuerySet[Toewijzing]:
    """Give the help of a household that was allocated and did not stop."""
    rijen = toewijzingen(medewerker).filter(dossier_id=dossier_id, levering__beeindiging__isnull=True)
    return rijen.order_by("pk")


# ------------------------------------------------------------------------------------------ aftercare, pilot lights


def nazorg(medewerker: Medewerker) -> QuerySet[Nazorgcontact]:
    """Give the aftercare in the worker's scope and under the worker's labels, the first due on top."""
    rijen = Nazorgcontact.objects.select_related("dossier__huishouden__team", "voor", "gehouden_door")
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), TEAM, wet="wet").order_by("uiterlijk", "pk")


def open_nazorg(dossier_id: int, medewerker: Medewerker) -> QuerySet[Nazorgcontact]:
    """Give the aftercare of a household that is still to be held, for the line on its page."""
    rijen = Nazorgcontact.objects.filter(dossier_id=dossier_id, gehouden_op__isnull=True)
    return binnen_label(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN))


def waakvlammen(medewerker: Medewerker) -> QuerySet[Waakvlam]:
    """Give the pilot lights in the worker's scope, each with its last contact, the first due on top."""
    contacten = Waakvlamcontact.objects.select_related("door").order_by("-op", "-pk")
    rijen = Waakvlam.objects.select_related("dossier__huishouden__team", "medewerker")
    rijen = rijen.annotate(laatst_op=Max("contacten__op")).prefetch_related(Prefetch("contacten", contacten))
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), TEAM).order_by("volgende_op", "pk")


# ----------------------------------------------------------------------------------------------- the end of help (E7)


def met_einde(rijen: QuerySet[Toewijzing]) -> QuerySet[Any]:  # Any: with `einde` beside its own columns
    """Add to running help its last day, as the adopted plan says it now: a newer version may have moved it."""
    zelfde = Q(pk=OuterRef("inzet")) | Q(oorsprong=OuterRef("inzet")) | Q(oorsprong=OuterRef("inzet__oorsprong"))
    nu = Inzet.objects.filter(zelfde, doel__plan__status=Planstatus.VASTGESTELD).order_by("-pk")
    return rijen.annotate(einde=Coalesce(Subquery(nu.values("tot_en_met")[:1]), F("inzet__tot_en_met")))


def eindigende_hulp(medewerker: Medewerker, dag: date) -> QuerySet[Any]:
    """Give running help that ends before a day or ended already, what nobody evaluated first; with its coordinator."""
    gedaan = Eindevaluatie.objects.filter(
        toewijzing=OuterRef("pk"), einddatum=OuterRef("einde"), geevalueerd_op__isnull=False
    )
    rijen: QuerySet[Any] = met_einde(
        toewijzingen(medewerker).filter(levering__isnull=False, levering__beeindiging__isnull=True)
    )
    grens = dag + timedelta(weeks=inrichting().coordinatie.einddatum_weken)
    regie = Regie.objects.filter(dossier=OuterRef("dossier"), tot__isnull=True)
    rijen = rijen.filter(einde__lte=grens).annotate(
        is_geevalueerd=Exists(gedaan),
        uitkomst=Subquery(gedaan.values("uitkomst")[:1]),
        eigenaar=Subquery(regie.values("regisseur__naam")[:1]),
        eigenaar_id=Subquery(regie.values("regisseur")[:1]),
    )
    return rijen.order_by("is_geevalueerd", "einde", "pk")


def einden_zonder_bewaking(dag: date) -> QuerySet[Any]:
    """Give the running help of the whole municipality whose end is in sight and has no evaluation (every night)."""
    rijen = Toewijzing.objects.select_related("dossier__huishouden", "inzet", "regel__besluit__aanvraag")
    met: QuerySet[Any] = met_einde(rijen.filter(levering__isnull=False, levering__beeindiging__isnull=True))
    bewaakt = Eindevaluatie.objects.filter(toewijzing=OuterRef("pk"), einddatum=OuterRef("einde"))
    grens = dag + timedelta(weeks=inrichting().coordinatie.einddatum_weken)
    return met.filter(~Exists(bewaakt), einde__lte=grens).order_by("einde", "pk")


def eindevaluaties(medewerker: Medewerker) -> QuerySet[Eindevaluatie]:
    """Give the evaluations before the end in the worker's scope and under the worker's labels."""
    rijen = Eindevaluatie.objects.select_related(
        "dossier__huishouden__team", "toewijzing__inzet__voorziening", "toewijzing__aanbieder", "door"
    )
    wet = "toewijzing__regel__besluit__aanvraag__wet"
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), TEAM, wet=wet)


# ---------------------------------------------------------------------------------------- the line on the household


def loopt(dossier_id: int, medewerker: Medewerker) -> QuerySet[Regieoverdracht]:
    """Give the handover of a household that waits for an answer, for the line on its page."""
    return Regieoverdracht.objects.filter(dossier_id=dossier_id, status=Overdrachtstatus.VOORGESTELD)


def te_lang_voorgesteld(op: datetime) -> QuerySet[Regieoverdracht]:
    """Give the handovers that wait longer for an answer than the municipality's norm."""
    grens = op - timedelta(days=inrichting().coordinatie.overdracht_dagen)
    return Regieoverdracht.objects.filter(status=Overdrachtstatus.VOORGESTELD, voorgesteld_op__lt=grens)
