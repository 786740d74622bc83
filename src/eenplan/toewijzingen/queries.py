"""Every read of allocations and deliveries, each starting from what the worker may see; and the line of time stamps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import TruncDay
from django.utils.translation import gettext as _

from eenplan.aanbod.models import Aanbieder, Voorzieningsoort
from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk
from eenplan.besluiten.models import Aanvraag, Besluitregel, Vorm
from eenplan.besluiten.queries import zonder_brief
from eenplan.besluiten.states import Besluitstatus
from eenplan.core.klok import AMSTERDAM
from eenplan.dossiers.models import Gesprek
from eenplan.dossiers.states import Gesprekstatus
from eenplan.inrichting.lezen import inrichting
from eenplan.meldingen.models import Melding
from eenplan.meldingen.states import Meldingstatus
from eenplan.plannen.models import Aanbieding, Inzet, Ondersteuningsplan
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker
from eenplan.toewijzingen.doorlooptijd import ZONDER_MAATWERK, Doorloop, Stap, doorloop
from eenplan.toewijzingen.models import Toewijzing

TEAM = "dossier__huishouden__team"


def visible_to(medewerker: Medewerker, recht: Recht = Recht.BESLUIT_INZIEN) -> QuerySet[Toewijzing]:
    """Give the allocations in the worker's scope, with what is known of start and end."""
    rijen = Toewijzing.objects.select_related(
        "dossier__huishouden__team",
        "inzet__voorziening",
        "aanbieder",
        "levering__beeindiging",
        "regel__besluit__aanvraag__persoon",
    )
    return beperk(rijen, medewerker.bereik(recht), TEAM, wet="regel__besluit__aanvraag__wet")


def regels_van(aanvraag: Aanvraag) -> QuerySet[Besluitregel]:
    """Give the granted lines of a decision or letter, each with its allocation; what a letter granted stands there."""
    rijen = zonder_brief(Besluitregel.objects.filter(besluit__aanvraag=aanvraag, is_toegekend=True))
    return rijen.select_related(
        "besluit",
        "inzet__voorziening",
        "inzet__doel",
        "inzet__contract__aanbieder",
        "toewijzing__aanbieder",
        "toewijzing__levering__beeindiging",
    ).order_by("pk")


def aanbieders_voor(inzet: Inzet, dag: date) -> QuerySet[Aanbieder]:
    """Give who has a contract for this help on its first day, the one of the plan included when it still has."""
    begin = max(inzet.vanaf or dag, dag)
    lopend = Q(contracten__tot__isnull=True) | Q(contracten__tot__gt=begin)
    rijen = Aanbieder.objects.filter(lopend, contracten__voorziening=inzet.voorziening_id, contracten__vanaf__lte=begin)
    return rijen.distinct().order_by("naam")


def te_verdelen(medewerker: Medewerker) -> QuerySet[Besluitregel]:
    """Give the granted help that nobody was asked for yet, longest decided first."""
    rijen = Besluitregel.objects.select_related(
        "inzet__voorziening", "besluit__aanvraag__persoon", "besluit__dossier__huishouden"
    )
    rijen = rijen.filter(besluit__status=Besluitstatus.GENOMEN, is_toegekend=True, toewijzing__isnull=True)
    rijen = zonder_brief(rijen)
    bereik = medewerker.bereik(Recht.TOEWIJZING_BIJHOUDEN)
    rijen = beperk(rijen, bereik, f"besluit__{TEAM}", wet="besluit__aanvraag__wet")
    return rijen.order_by("besluit__genomen_op", "pk")


def wacht_op_start(medewerker: Medewerker) -> QuerySet[Toewijzing]:
    """Give the help that was allocated and did not start, longest waiting first."""
    rijen = visible_to(medewerker, Recht.TOEWIJZING_BIJHOUDEN).filter(levering__isnull=True)
    return rijen.order_by("toegewezen_op", "pk")


@dataclass(frozen=True)
class Hulp:
    """The help that runs in a household, and what it costs in an average month."""

    rijen: tuple[Toewijzing, ...]
    per_maand_cent: int


def lopende_hulp(medewerker: Medewerker, dossier_id: int) -> Hulp:
    """Give the help of one household that started and did not stop."""
    rijen = visible_to(medewerker).filter(
        dossier_id=dossier_id, levering__isnull=False, levering__beeindiging__isnull=True
    )
    som = rijen.aggregate(som=Sum("inzet__kosten_per_maand_cent"))["som"] or 0
    return Hulp(tuple(rijen.order_by("levering__gestart_op", "pk")), som)


# ------------------------------------------------------------------------------------------------ time stamps (E4)

Rij = dict[str, Any]  # Any: one row of .values(), with the types of its columns


def doorlopen(dossier_ids: Iterable[int], *, op: date) -> dict[int, list[Doorloop]]:
    """Give per file the ways its requests went, newest first: one per paid provision, and one per melding without.

    Two questions, whatever the number of files. A closed melding shows only the steps it made.
    """
    ids = list(dossier_ids)
    meldingen = _per_dossier(_meldingen(ids))
    planregels = _per_dossier(_planregels(ids))
    return {pk: _wegen(meldingen[pk], planregels[pk], op=op) for pk in ids}


def wegen_van(medewerker: Medewerker, dossier_id: int, *, op: date) -> list[Doorloop]:
    """Give the ways of one file under the labels that this worker may see, newest first."""
    bereik = medewerker.bereik(Recht.DOSSIER_INZIEN)
    return [weg for weg in doorlopen([dossier_id], op=op)[dossier_id] if bereik.ziet(dossier_id, weg.wet)]


def laatste_doorloop(dossier_id: int, *, op: date) -> Doorloop | None:
    """Give the newest way of one file, or none when nobody asked anything yet."""
    return next(iter(doorlopen([dossier_id], op=op)[dossier_id]), None)


def _per_dossier(rijen: Iterable[Rij]) -> defaultdict[int, list[Rij]]:
    per: defaultdict[int, list[Rij]] = defaultdict(list)
    for rij in rijen:
        per[rij["dossier_id"]].append(rij)
    return per


def _meldingen(ids: Sequence[int]) -> Iterable[Rij]:
    # By day, as all steps: somebody at the counter is talked with before the call is written down.
    gevoerd = Gesprek.objects.filter(
        dossier=OuterRef("dossier"), status=Gesprekstatus.GEVOERD, begint_op__gte=OuterRef("dag")
    )
    dag = TruncDay("contact__ontvangen_op", tzinfo=AMSTERDAM)
    rijen = (
        Melding.objects.filter(dossier_id__in=ids)
        .annotate(dag=dag)
        .annotate(gesprek=Subquery(gevoerd.order_by("begint_op").values("begint_op")[:1]))
    )
    kolommen = (
        "pk",
        "dossier_id",
        "persoon_id",
        "wet",
        "status",
        "contact__ontvangen_op",
        "contact__urgentie",
        "gesprek",
    )
    return cast("Iterable[Rij]", rijen.order_by("-ontvangen_op", "-pk").values(*kolommen))


_I = "doelen__inzetten__"
_B = f"{_I}besluitregels__"
_T = f"{_B}toewijzing__"


def _planregels(ids: Sequence[int]) -> Iterable[Rij]:
    """Give every version of every plan with its lines, and what became of them."""
    aangeboden = Aanbieding.objects.filter(plan=OuterRef("pk")).order_by("op").values("op")[:1]
    rijen = Ondersteuningsplan.objects.filter(dossier_id__in=ids).annotate(aangeboden=Subquery(aangeboden))
    kolommen = (
        "pk",
        "dossier_id",
        "status",
        "aangeboden",
        "begonnen_op",
        "vaststelling__op",
        "doelen__persoon_id",
        f"{_I}pk",
        f"{_I}vorige_id",
        f"{_I}voorziening__naam",
        f"{_I}voorziening__code",
        f"{_I}voorziening__soort",
        f"{_I}voorziening__wet",
        f"{_B}besluit__genomen_op",
        f"{_B}besluit__vorm",
        f"{_B}besluit__aanvraag__melding_id",
        f"{_T}toegewezen_op",
        f"{_T}levering__gestart_op",
        f"{_T}levering__reden_vertraging",
    )
    return cast("Iterable[Rij]", rijen.order_by("versie", f"{_I}pk").values(*kolommen))


def _wegen(meldingen: list[Rij], planregels: list[Rij], *, op: date) -> list[Doorloop]:
    wegen: list[tuple[int, Doorloop]] = []
    gebruikt: set[int] = set()
    for hulp in _ketens(planregels):
        melding = _melding_van(hulp, meldingen)
        gebruikt.add(melding["pk"] if melding else 0)
        wegen.append((melding["pk"] if melding else 0, _weg_van_hulp(hulp, melding, op=op)))
    rest = [melding for melding in meldingen if melding["pk"] not in gebruikt]
    wegen += [(melding["pk"], _weg_van_melding(melding, planregels, op=op)) for melding in rest]
    return [weg for _nummer, weg in sorted(wegen, key=lambda paar: -paar[0])]


def _ketens(planregels: list[Rij]) -> list[list[Rij]]:
    """Put the same help in successive versions of the plan together; only help that needs a decision counts.

    Help that was dropped from the plan before anybody decided on it is no way at all.
    """
    ketens: dict[int, list[Rij]] = {}
    begin: dict[int, int] = {}
    for rij in planregels:
        if rij[f"{_I}voorziening__soort"] == Voorzieningsoort.MAATWERK:
            nummer: int = rij[f"{_I}pk"]
            begin[nummer] = begin.get(rij[f"{_I}vorige_id"], nummer)
            ketens.setdefault(begin[nummer], []).append(rij)
    return [keten for keten in ketens.values() if any(map(_telt, keten))]


def _telt(rij: Rij) -> bool:
    return rij["status"] != Planstatus.VERVANGEN or rij[f"{_B}besluit__genomen_op"] is not None


def _melding_van(hulp: list[Rij], meldingen: list[Rij]) -> Rij | None:
    """Give the melding that the application named; else the first of the same law, of the same person when known."""
    genoemd = {rij[f"{_B}besluit__aanvraag__melding_id"] for rij in hulp}
    oudste_eerst = meldingen[::-1]
    wet, personen = hulp[0][f"{_I}voorziening__wet"], {rij["doelen__persoon_id"] for rij in hulp}
    return (
        next((rij for rij in oudste_eerst if rij["pk"] in genoemd), None)
        or next((rij for rij in oudste_eerst if rij["wet"] == wet and rij["persoon_id"] in personen), None)
        or next((rij for rij in oudste_eerst if rij["wet"] == wet), None)
    )


def _weg_van_hulp(hulp: list[Rij], melding: Rij | None, *, op: date) -> Doorloop:
    eerste = hulp[0]
    wet, code = eerste[f"{_I}voorziening__wet"], eerste[f"{_I}voorziening__code"]
    stempels = _stempels_van_melding(melding) | {
        Stap.PLAN: _eerste(hulp, "aangeboden"),
        Stap.VASTSTELLING: _eerste(hulp, "vaststelling__op"),
        Stap.BESLUIT: _eerste(hulp, f"{_B}besluit__genomen_op"),
        Stap.TOEWIJZING: _eerste(hulp, f"{_T}toegewezen_op"),
        Stap.START: _eerste(hulp, f"{_T}levering__gestart_op"),
    }
    urgentie = melding["contact__urgentie"] if melding else ""
    redenen = (rij[f"{_T}levering__reden_vertraging"] for rij in hulp)
    return doorloop(
        stempels,
        norm=lambda stap: inrichting().normdagen(stap, wet=wet, voorziening=code, urgentie=urgentie),
        op=op,
        namen={Stap.BESLUIT: _("Brief over de hulp")} if _met_brief(hulp) else {},
        hulp=eerste[f"{_I}voorziening__naam"],
        wet=wet,
        dossier_id=eerste["dossier_id"],
        reden_vertraging=next((reden for reden in redenen if reden), ""),
    )


def _met_brief(hulp: list[Rij]) -> bool:
    """Tell whether the help was granted first by a letter: its day counts as that of the decision."""
    dagen = [(rij[f"{_B}besluit__genomen_op"], rij[f"{_B}besluit__vorm"]) for rij in hulp]
    gegeven = [(dag, vorm) for dag, vorm in dagen if dag]
    return bool(gegeven) and min(gegeven)[1] == Vorm.BRIEF


def _weg_van_melding(melding: Rij, planregels: list[Rij], *, op: date) -> Doorloop:
    """A melding that (so far) leads to no paid help ends with the plan; a closed one with what was done."""
    begin = melding["contact__ontvangen_op"]
    later = [rij for rij in planregels if rij["begonnen_op"] >= begin]
    stempels = _stempels_van_melding(melding) | {
        Stap.PLAN: _eerste(later, "aangeboden"),
        Stap.VASTSTELLING: _eerste(later, "vaststelling__op"),
    }
    stappen: tuple[Stap, ...] = ZONDER_MAATWERK
    if melding["status"] == Meldingstatus.AFGESLOTEN:
        stappen = tuple(stap for stap in stappen if stempels[stap])
    wet, urgentie = melding["wet"], melding["contact__urgentie"]
    return doorloop(
        stempels,
        norm=lambda stap: inrichting().normdagen(stap, wet=wet, urgentie=urgentie),
        op=op,
        stappen=stappen,
        wet=wet,
        dossier_id=melding["dossier_id"],
    )


def _stempels_van_melding(melding: Rij | None) -> dict[Stap, date | None]:
    if melding is None:
        return {Stap.CONTACT: None, Stap.GESPREK: None}
    return {Stap.CONTACT: _dag(melding["contact__ontvangen_op"]), Stap.GESPREK: _dag(melding["gesprek"])}


def _eerste(rijen: Iterable[Rij], kolom: str) -> date | None:
    return min((dag for rij in rijen if (dag := _dag(rij[kolom]))), default=None)


def _dag(moment: date | datetime | None) -> date | None:
    return moment.astimezone(AMSTERDAM).date() if isinstance(moment, datetime) else moment
