"""What goes wrong in the coordination while nobody says so (C21): each kind is one question, whatever the number.

Who is in turn is part of every line: an exception without a name is nobody's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import Case, Exists, F, Max, Min, OuterRef, Q, QuerySet, Subquery, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from eenplan.access.rechten import Recht, rollen_met
from eenplan.access.toegang import beperk, binnen_label
from eenplan.core.klok import AMSTERDAM
from eenplan.dossiers.models import Dossier, Regie
from eenplan.dossiers.states import Dossierstatus
from eenplan.evaluaties.models import Doelevaluatie
from eenplan.inrichting.lezen import inrichting
from eenplan.ketenpartners import queries as ketenpartners
from eenplan.overleggen import queries as overleggen
from eenplan.plannen.models import Doel, Ondersteuningsplan
from eenplan.plannen.states import OOIT_VASTGESTELD, Planstatus
from eenplan.regie.models import Doorzetting, Nazorgcontact, Waakvlam
from eenplan.regie.queries import RUST, TEAM, te_lang_voorgesteld
from eenplan.teams.models import Medewerker, Rolvervulling

HOOGSTENS: Final = 200  # of one kind; a longer list asks for another remedy than a list
MANAGER: Final = _("manager van het team")
ACHTERWACHT: Final = _("achterwacht van het team")


@dataclass(frozen=True)
class Uitzondering:
    """One thing that does not go as agreed: what, of which household, since when, whose turn, and where to go."""

    soort: str
    wat: str | Promise
    dossier_id: int
    huishouden: str
    sinds: date
    aan_zet: str | Promise
    adresnaam: str
    nummer: int


Bron = Callable[[Medewerker, datetime], Iterable[Uitzondering]]

# The kinds in the order of the page, each with what it is called there.
SOORTEN: Final[dict[str, str | Promise]] = {
    "regie": _("Geen regisseur die er is"),
    "plan": _("Plannen die stilstaan"),
    "evaluatie": _("Terugkijken dat niet gebeurde"),
    "afspraak": _("Afspraken die niet zijn nagekomen"),
    "contact": _("Contact dat uitbleef"),
    "gezag": _("Besluiten met gezag waarvan het effect nog niet is bekeken"),
}


def uitzonderingen(medewerker: Medewerker, op: datetime) -> list[Uitzondering]:
    """Give every exception in the worker's scope, the longest running first: one question per kind."""
    return sorted((rij for bron in BRONNEN for rij in bron(medewerker, op)), key=lambda rij: (rij.sinds, rij.nummer))


def _dossiers(medewerker: Medewerker) -> QuerySet[Dossier]:
    rijen = Dossier.objects.select_related("huishouden").exclude(status__in=RUST)
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), "huishouden__team")


def _regisseurnaam(dossier: str) -> Subquery:
    """Give who coordinates the file of a row."""
    regie = Regie.objects.filter(dossier=OuterRef(dossier), tot__isnull=True)
    return Subquery(regie.values("regisseur__naam")[:1])


def _zonder_regisseur(medewerker: Medewerker, op: datetime) -> Iterator[Uitzondering]:
    """Nobody took the household, or who did no longer works for its team: moved, left, another role."""
    regie = Regie.objects.filter(dossier=OuterRef("pk"), tot__isnull=True)
    in_dienst = Rolvervulling.objects.in_dienst_op(op.date()).filter(
        Q(team__isnull=True) | Q(team=OuterRef("huishouden__team")),
        rol__in=rollen_met(Recht.PLAN_SCHRIJVEN),
        medewerker=OuterRef("wie"),
    )
    rijen = _dossiers(medewerker).annotate(wie=Subquery(regie.values("regisseur")[:1]))
    for dossier in rijen.filter(~Exists(in_dienst)).order_by("geopend_op", "pk")[:HOOGSTENS]:
        wat = _("De regisseur werkt niet meer in dit team") if dossier.wie else _("Niemand nam de regie")
        yield _rij(
            "regie", wat, dossier, sinds=dossier.geopend_op, wie=ACHTERWACHT, naar=("dossiers:regie", dossier.pk)
        )


def _rij(
    soort: str,
    wat: str | Promise,
    dossier: Dossier,
    *,
    sinds: date,
    wie: str | Promise | None,
    naar: tuple[str, int],
) -> Uitzondering:
    return Uitzondering(soort, wat, dossier.pk, dossier.huishouden.naam, sinds, wie or ACHTERWACHT, *naar)


def _zonder_plan(medewerker: Medewerker, op: datetime) -> Iterator[Uitzondering]:
    """No plan was adopted within the municipality's norm after the trajectory began."""
    grens = op.date() - timedelta(days=inrichting().coordinatie.plan_dagen)
    plan = Ondersteuningsplan.objects.filter(dossier=OuterRef("pk"), status__in=OOIT_VASTGESTELD)
    rijen = _dossiers(medewerker).filter(status__in=[Dossierstatus.ACTIEF, Dossierstatus.IN_REGIE])
    rijen = rijen.annotate(
        begin=Min("trajecten__gestart_op", filter=Q(trajecten__gesloten_op__isnull=True)), wie=_regisseurnaam("pk")
    )
    for dossier in rijen.filter(~Exists(plan), begin__lt=grens).order_by("begin", "pk")[:HOOGSTENS]:
        begin: date = dossier.begin
        yield _rij(
            "plan",
            _("Er is nog geen vastgesteld plan"),
            dossier,
            sinds=begin,
            wie=dossier.wie,
            naar=("web:huishouden", dossier.pk),
        )


def _plannen(medewerker: Medewerker) -> QuerySet[Ondersteuningsplan]:
    rijen = Ondersteuningsplan.objects.select_related("dossier__huishouden")
    return beperk(rijen, medewerker.bereik(Recht.PLAN_INZIEN), TEAM)


def _onbeantwoord_plan(medewerker: Medewerker, op: datetime) -> Iterator[Uitzondering]:
    """A plan was handed in, and nobody adopted it or sent it back within the norm."""
    grens = op - timedelta(days=inrichting().coordinatie.plan_antwoord_dagen)
    rijen = _plannen(medewerker).filter(status=Planstatus.AANGEBODEN).annotate(sinds=Max("aanbiedingen__op"))
    for plan in rijen.filter(sinds__lt=grens).order_by("sinds", "pk")[:HOOGSTENS]:
        sinds = plan.sinds.astimezone(AMSTERDAM).date()
        yield _rij(
            "plan",
            _("Aangeboden plan wacht op antwoord"),
            plan.dossier,
            sinds=sinds,
            wie=MANAGER,
            naar=("plannen:plan", plan.pk),
        )


def _evaluatie_voorbij(medewerker: Medewerker, op: datetime) -> Iterator[Uitzondering]:
    """The day on which a goal of the adopted plan would be looked at has passed: one line per plan."""
    gezien = Doelevaluatie.objects.filter(doel=OuterRef("pk")).order_by("-evaluatie__dag", "-pk")
    volgende = Case(When(Exists(gezien), then=Subquery(gezien.values("volgende_op")[:1])), default=F("evaluatie_op"))
    doelen: QuerySet[Any] = Doel.objects.filter(plan=OuterRef("pk")).annotate(volgende=volgende)
    doelen = doelen.filter(volgende__lt=op.date())
    doelen = binnen_label(doelen, medewerker.bereik(Recht.PLAN_INZIEN), dossier="plan__dossier").order_by("volgende")
    rijen = _plannen(medewerker).filter(status=Planstatus.VASTGESTELD).exclude(dossier__status__in=RUST)
    rijen = rijen.annotate(sinds=Subquery(doelen.values("volgende")[:1]), wie=_regisseurnaam("dossier"))
    for plan in rijen.filter(sinds__isnull=False).order_by("sinds", "pk")[:HOOGSTENS]:
        yield _rij(
            "evaluatie",
            _("De dag om terug te kijken is voorbij"),
            plan.dossier,
            sinds=plan.sinds,
            wie=plan.wie,
            naar=("plannen:plan", plan.pk),
        )


def _overdracht_zonder_antwoord(medewerker: Medewerker, op: datetime) -> Iterator[Uitzondering]:
    """Somebody was asked to coordinate and did not answer."""
    rijen = te_lang_voorgesteld(op).select_related("dossier__huishouden", "naar")
    rijen = beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), TEAM)
    for rij in rijen.order_by("voorgesteld_op")[:HOOGSTENS]:
        sinds = rij.voorgesteld_op.astimezone(AMSTERDAM).date()
        wat = _("Voorstel om de regie over te nemen wacht op antwoord")
        yield _rij("afspraak", wat, rij.dossier, sinds=sinds, wie=rij.naar.naam, naar=("regie:regieoverdracht", rij.pk))


def _nazorg_te_laat(medewerker: Medewerker, op: datetime) -> Iterator[Uitzondering]:
    """Nobody asked how it goes after help stopped."""
    rijen = Nazorgcontact.objects.select_related("dossier__huishouden", "voor").filter(gehouden_op__isnull=True)
    rijen = beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), TEAM, wet="wet")
    for rij in rijen.filter(uiterlijk__lt=op.date()).order_by("uiterlijk", "pk")[:HOOGSTENS]:
        wat = _("Nazorg is te laat")
        yield _rij(
            "contact", wat, rij.dossier, sinds=rij.uiterlijk, wie=rij.voor.naam, naar=("regie:nazorgcontact", rij.pk)
        )


def _waakvlam_te_laat(medewerker: Medewerker, op: datetime) -> Iterator[Uitzondering]:
    """The pilot light went without contact past its day."""
    rijen = Waakvlam.objects.select_related("dossier__huishouden", "medewerker").filter(beeindigd_op__isnull=True)
    rijen = beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), TEAM).filter(volgende_op__lt=op.date())
    for rij in rijen.order_by("volgende_op", "pk")[:HOOGSTENS]:
        wat = _("Waakvlam is te laat")
        yield _rij(
            "contact", wat, rij.dossier, sinds=rij.volgende_op, wie=rij.medewerker.naam, naar=("regie:waakvlam", rij.pk)
        )


def _effect_onbekeken(medewerker: Medewerker, op: datetime) -> Iterator[Uitzondering]:
    """Somebody decided by authority, and nobody looked at what it did on the day that was agreed."""
    rijen = Doorzetting.objects.select_related("dossier__huishouden").filter(effect_op__isnull=True)
    rijen = beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), TEAM).annotate(wie=_regisseurnaam("dossier"))
    for rij in rijen.filter(bekijk_op__lt=op.date()).order_by("bekijk_op", "pk")[:HOOGSTENS]:
        wat = _("Het effect is nog niet bekeken")
        yield _rij("gezag", wat, rij.dossier, sinds=rij.bekijk_op, wie=rij.wie, naar=("regie:doorzetting", rij.pk))


def _afspraak_niet_nagekomen(medewerker: Medewerker, op: datetime) -> Iterator[Uitzondering]:
    """An agreement of a consultation was not kept, or its day went by without word."""
    rijen = overleggen.niet_nagekomen(medewerker, op.date()).select_related("overleg__dossier__huishouden")
    for rij in rijen.annotate(wie_regie=_regisseurnaam("overleg__dossier"))[:HOOGSTENS]:
        wat = _("Afspraak uit een overleg is niet nagekomen")
        dossier, wie = rij.overleg.dossier, rij.medewerker.naam if rij.medewerker else rij.wie_regie
        yield _rij("afspraak", wat, dossier, sinds=rij.uiterlijk, wie=wie, naar=("overleggen:afspraak", rij.pk))


def _partner_te_laat(medewerker: Medewerker, op: datetime) -> Iterator[Uitzondering]:
    """A partner did not do in time what it took on."""
    rijen = ketenpartners.te_laat(medewerker, op.date()).prefetch_related(None)
    for taak in rijen[:HOOGSTENS]:
        wat = _("Taak bij een partner is te laat")
        yield _rij(
            "afspraak",
            wat,
            taak.dossier,
            sinds=taak.uiterlijk,
            wie=taak.partner.naam,
            naar=("ketenpartners:partnertaak", taak.pk),
        )


BRONNEN: Final[tuple[Bron, ...]] = (
    _zonder_regisseur,
    _zonder_plan,
    _onbeantwoord_plan,
    _evaluatie_voorbij,
    _overdracht_zonder_antwoord,
    _afspraak_niet_nagekomen,
    _partner_te_laat,
    _nazorg_te_laat,
    _waakvlam_te_laat,
    _effect_onbekeken,
)
