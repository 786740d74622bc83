"""Every read of plans, each starting from what the worker may see.

What takes a plan, a goal or a `dossier_id` is for a page that found it through `visible_to` first.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import (
    CharField,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Sum,
    Value,
    prefetch_related_objects,
)
from django.db.models.functions import TruncDate
from django.utils.translation import ngettext

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk, binnen_label
from eenplan.core.klok import AMSTERDAM
from eenplan.dossiers.models import Casus, Verslagonderdeel
from eenplan.dossiers.wetlabels import WETTEN, labelnaam, verborgen_wetten
from eenplan.meldingen.models import Melding
from eenplan.personen.models import Huishoudlid, Persoon
from eenplan.plannen.models import (
    Aanbieding,
    Actie,
    Doel,
    Eigenaarsoort,
    Inzet,
    Ondersteuningsplan,
    OvergeslagenTrede,
    Planauteur,
    Planontvangst,
    Terugzending,
    Vaststelling,
)
from eenplan.plannen.normtoets import delen
from eenplan.plannen.states import IN_BEWERKING, OOIT_VASTGESTELD, Planstatus
from eenplan.teams.models import Medewerker
from eenplan.teams.queries import teamgenoten

TEAM = "dossier__huishouden__team"


def visible_to(medewerker: Medewerker, recht: Recht = Recht.PLAN_INZIEN) -> QuerySet[Ondersteuningsplan]:
    """Give the plans in the worker's scope, with household and drafter.

    Who neither writes nor adopts plans of a team (the back office) sees only what was adopted there.
    """
    rijen = Ondersteuningsplan.objects.select_related(
        "dossier__huishouden__adres", "dossier__huishouden__team", "opgesteld_door"
    )
    rijen = beperk(rijen, medewerker.bereik(recht), TEAM)
    werkt_aan = [medewerker.bereik(Recht.PLAN_SCHRIJVEN), medewerker.bereik(Recht.PLAN_VASTSTELLEN)]
    if any(bereik.overal for bereik in werkt_aan):
        return rijen
    teams = frozenset().union(*(bereik.team_ids for bereik in werkt_aan))
    return rijen.filter(Q(status__in=OOIT_VASTGESTELD) | Q(**{f"{TEAM}__in": teams}))


def doelen(medewerker: Medewerker) -> QuerySet[Doel]:
    """Give the goals of the plans that the worker may see, with plan and household."""
    rijen = Doel.objects.select_related("plan__dossier__huishouden__team", "persoon", "casus")
    rijen = rijen.filter(plan__in=visible_to(medewerker).values("pk"))
    return binnen_label(rijen, medewerker.bereik(Recht.PLAN_INZIEN), dossier="plan__dossier")


def acties(medewerker: Medewerker) -> QuerySet[Actie]:
    """Give the actions of the plans that the worker may see."""
    return Actie.objects.select_related("doel__plan__dossier__huishouden").filter(doel__in=doelen(medewerker))


def inzetten(medewerker: Medewerker) -> QuerySet[Inzet]:
    """Give the help in the plans that the worker may see."""
    return Inzet.objects.select_related("doel__plan__dossier__huishouden").filter(doel__in=doelen(medewerker))


def overgeslagen_treden(medewerker: Medewerker) -> QuerySet[OvergeslagenTrede]:
    """Give the skipped rungs in the plans that the worker may see."""
    rijen = OvergeslagenTrede.objects.select_related("doel__plan__dossier__huishouden")
    return rijen.filter(doel__in=doelen(medewerker))


# ------------------------------------------------------------------------------------------------ plans of one file


def met_delen(plan: Ondersteuningsplan, voor: Medewerker | None = None) -> Ondersteuningsplan:
    """Fill the plan with its analysis, goals, actions, help and skipped rungs: five questions, whatever the size.

    Of the goals only those whose label this worker may see; all of them for nobody in particular.
    """
    prefetch_related_objects([plan], *_delen_voor(voor))
    return plan


def _delen_voor(voor: Medewerker | None) -> tuple[str | Prefetch[str], ...]:
    return delen(voor.bereik(Recht.PLAN_INZIEN)) if voor else delen()


def doelen_elders(plan: Ondersteuningsplan, voor: Medewerker) -> list[str]:
    """Say per law how many goals of this plan the worker does not see: one question, none for a generalist."""
    wetten = verborgen_wetten(voor.bereik(Recht.PLAN_INZIEN), plan.dossier_id)
    if not wetten:
        return []
    geteld = Counter(Doel.objects.filter(plan=plan, wet__in=wetten).order_by().values_list("wet", flat=True))
    return [doelzin(wet.value, geteld[wet]) for wet in WETTEN if geteld[wet]]


def doelzin(wet: str, aantal: int) -> str:
    """Say that there are goals under another law, and nothing of what they are."""
    zin = ngettext(
        "%(n)s doel onder de %(wet)s, niet zichtbaar voor uw rol",
        "%(n)s doelen onder de %(wet)s, niet zichtbaar voor uw rol",
        aantal,
    )
    return zin % {"n": aantal, "wet": labelnaam(wet)}


@dataclass(frozen=True)
class Planoverzicht:
    """The two versions of a file that matter: the adopted one, and the one being written or waiting for adoption."""

    vastgesteld: Ondersteuningsplan | None
    in_bewerking: Ondersteuningsplan | None

    @property
    def huidig(self) -> Ondersteuningsplan | None:
        """The version that holds now; before the first adoption the draft."""
        return self.vastgesteld or self.in_bewerking


def plan_overzicht(dossier_id: int, voor: Medewerker | None = None) -> Planoverzicht:
    """Give the adopted version and the one in progress, each with its goals and what hangs on them: six questions."""
    rijen = Ondersteuningsplan.objects.select_related("vaststelling__door", "opgesteld_door")
    gevonden = list(rijen.filter(dossier_id=dossier_id).exclude(status=Planstatus.VERVANGEN))
    prefetch_related_objects(gevonden, *_delen_voor(voor))
    return Planoverzicht(
        next((plan for plan in gevonden if plan.status == Planstatus.VASTGESTELD), None),
        next((plan for plan in gevonden if plan.status in IN_BEWERKING), None),
    )


def vastgesteld(dossier_id: int) -> Ondersteuningsplan | None:
    """Give the adopted version of a file, or none."""
    return Ondersteuningsplan.objects.filter(dossier_id=dossier_id, status=Planstatus.VASTGESTELD).first()


def huidig(medewerker: Medewerker, dossier_id: int) -> Ondersteuningsplan | None:
    """Give the version to open first for this worker: the one in progress, else the adopted one, else none."""
    rijen = visible_to(medewerker).filter(dossier_id=dossier_id).exclude(status=Planstatus.VERVANGEN)
    return rijen.order_by("-versie").first()


@dataclass(frozen=True)
class Versies:
    """Every version of a file's plan, newest first, and two things that are seldom there and then need a question."""

    rijen: tuple[Ondersteuningsplan, ...]
    is_teruggestuurd: bool
    heeft_casus: bool


def versies(plan: Ondersteuningsplan) -> Versies:
    """Give every version of this file's plan, with who drafted and who adopted it."""
    rijen = Ondersteuningsplan.objects.select_related("vaststelling__door", "opgesteld_door").annotate(
        is_teruggestuurd=Exists(Terugzending.objects.filter(plan=OuterRef("pk"))),
        heeft_casus=Exists(Casus.objects.filter(dossier=OuterRef("dossier"), gesloten_op__isnull=True)),
    )
    gevonden = tuple(rijen.filter(dossier_id=plan.dossier_id).order_by("-versie"))
    zelf = next(rij for rij in gevonden if rij.pk == plan.pk)
    return Versies(gevonden, zelf.is_teruggestuurd, zelf.heeft_casus)


def versies_van(medewerker: Medewerker, dossier_id: int) -> list[Ondersteuningsplan]:
    """Give the versions of a file that this worker may see, newest first, with who drafted and adopted each."""
    rijen = visible_to(medewerker).filter(dossier_id=dossier_id).select_related("vaststelling__door")
    return list(rijen.order_by("-versie"))


def met_delen_samen(plannen: list[Ondersteuningsplan], voor: Medewerker) -> None:
    """Fill several versions at once, as far as their labels are in sight: five questions for all."""
    prefetch_related_objects(plannen, *_delen_voor(voor))


def vorige_versie(plan: Ondersteuningsplan, voor: Medewerker | None = None) -> Ondersteuningsplan | None:
    """Give the last adopted version before this one, with all its parts, or none."""
    rijen = Ondersteuningsplan.objects.filter(
        dossier_id=plan.dossier_id, versie__lt=plan.versie, status__in=OOIT_VASTGESTELD
    )
    return rijen.prefetch_related(*_delen_voor(voor)).order_by("-versie").first()


def vaststellingen(medewerker: Medewerker) -> QuerySet[Vaststelling]:
    """Give the adoptions of the plans that the worker may see."""
    rijen = Vaststelling.objects.select_related("plan__dossier__huishouden__team", "door")
    return rijen.filter(plan__in=visible_to(medewerker).values("pk"))


def ontvangsten(plan: Ondersteuningsplan) -> list[Planontvangst]:
    """Give who of the household has this version, since when and how."""
    rijen = Planontvangst.objects.select_related("persoon", "vastgelegd_door")
    return list(rijen.filter(vaststelling__plan=plan))


def bewoners(plan: Ondersteuningsplan) -> list[Persoon]:
    """Give the members of the household now, the eldest first."""
    lid = Huishoudlid.objects.filter(huishouden_id=plan.dossier_id, tot__isnull=True, persoon=OuterRef("pk"))
    rijen = Persoon.objects.filter(Exists(lid), overleden_op__isnull=True)
    return list(rijen.order_by("geboortedatum", "pk"))


def terugzending(plan: Ondersteuningsplan) -> Terugzending | None:
    """Give why the plan came back, as long as it was not handed in again."""
    rijen = plan.terugzendingen.select_related("door").annotate(
        later=Exists(Aanbieding.objects.filter(plan=OuterRef("plan"), op__gt=OuterRef("op")))
    )
    return rijen.filter(later=False).order_by("-op").first()


def laatste_aanbieding(plan: Ondersteuningsplan) -> Aanbieding | None:
    """Give who handed the plan in last, and when."""
    return plan.aanbiedingen.select_related("door").order_by("-op").first()


def te_beoordelen(medewerker: Medewerker) -> QuerySet[Ondersteuningsplan]:
    """Give the plans that wait for this worker's adoption, longest waiting first; own plans excluded."""
    rijen = visible_to(medewerker, Recht.PLAN_VASTSTELLEN).filter(status=Planstatus.AANGEBODEN)
    eigen = Planauteur.objects.filter(medewerker=medewerker).values("plan")
    return rijen.exclude(opgesteld_door=medewerker).exclude(pk__in=eigen).order_by("bewaard_op")


def is_eigen_plan(plan: Ondersteuningsplan, medewerker: Medewerker) -> bool:
    """Tell whether this worker drafted the plan, wrote any part of it, or ever handed it in."""
    return plan.opgesteld_door_id == medewerker.pk or plan.auteurs.filter(medewerker=medewerker).exists()


# ------------------------------------------------------------------------------------------- what is known already


@dataclass(frozen=True)
class Gezegd:
    """Words that were written down before: about what, in which melding or talk, and when."""

    onderwerp: str
    tekst: str
    uit_melding: bool
    op: date
    bron_id: int


def gezegd(dossier_id: int, voor: Medewerker, limit: int = 30) -> list[Gezegd]:
    """Give what was said in meldingen and conversation reports, latest first: nothing is asked or typed twice."""
    bereik = voor.bereik(Recht.DOSSIER_INZIEN)
    van_verslagen = Verslagonderdeel.objects.filter(verslag__dossier_id=dossier_id)
    van_verslagen = binnen_label(van_verslagen, bereik, wet="verslag__gesprek__wet", dossier="verslag__dossier")
    verslagen = van_verslagen.values_list(
        "onderwerp",
        "tekst",
        Value("verslag", CharField()),
        TruncDate("verslag__gesprek__begint_op", tzinfo=AMSTERDAM),
        "verslag__gesprek_id",
    )
    meldingen = binnen_label(Melding.objects.filter(dossier_id=dossier_id), bereik).values_list(
        Value("melding", CharField()), "omschrijving", Value("melding", CharField()), F("ontvangen_op"), "pk"
    )
    rijen = sorted(verslagen.union(meldingen, all=True), key=lambda rij: (rij[3], rij[2] == "verslag"), reverse=True)
    return [Gezegd(onderwerp, tekst, bron == "melding", op, pk) for onderwerp, tekst, bron, op, pk in rijen[:limit]]


@dataclass(frozen=True)
class Mens:
    """Somebody who may own a goal; members of the household have a number, others are known by name."""

    naam: str
    soort: Eigenaarsoort
    persoon: Persoon | None = None

    @property
    def is_lid(self) -> bool:
        return self.soort == Eigenaarsoort.INWONER


def mensen(plan: Ondersteuningsplan, dag: date) -> list[Mens]:
    """Give the household, the people around it and the team, in that order: the resident comes first."""
    leden = Huishoudlid.objects.filter(huishouden_id=plan.dossier_id, tot__isnull=True)
    om_het_gezin = Q(relaties__naar__in=leden.values("persoon")) | Q(
        relaties_van_anderen__van__in=leden.values("persoon")
    )
    kring = (
        Persoon.objects.filter(Q(pk__in=leden.values("persoon")) | om_het_gezin, overleden_op__isnull=True)
        .annotate(is_lid=Exists(leden.filter(persoon=OuterRef("pk"))))
        .distinct()
        .order_by("-is_lid", "geboortedatum", "pk")
    )
    gevonden = [Mens(p.naam, Eigenaarsoort.INWONER if p.is_lid else Eigenaarsoort.NETWERK, p) for p in kring]
    team = teamgenoten(plan.scope_team_id, Recht.PLAN_SCHRIJVEN, dag)
    return gevonden + [Mens(collega.naam, Eigenaarsoort.MEDEWERKER) for collega in team]


def casussen(plan: Ondersteuningsplan, voor: Medewerker) -> list[Casus]:
    """Give the open cases of the file, to which a goal may belong."""
    rijen = Casus.objects.select_related("persoon").filter(dossier_id=plan.dossier_id, gesloten_op__isnull=True)
    rijen = binnen_label(rijen, voor.bereik(Recht.DOSSIER_INZIEN))
    return list(rijen.order_by("gestart_op", "pk"))


# ---------------------------------------------------------------------------------------------------- the team's money


def vastgelegd_per_maand(team_id: int, dag: date, *, zonder_dossier: int | None = None) -> int:
    """Give what adopted plans cost a team in the month of this day, in cents; help of other months is left out (C3)."""
    eerste, laatste = dag.replace(day=1), dag.replace(day=monthrange(dag.year, dag.month)[1])
    rijen = Inzet.objects.filter(
        Q(vanaf__isnull=True) | Q(vanaf__lte=laatste),
        Q(tot_en_met__isnull=True) | Q(tot_en_met__gte=eerste),
        doel__plan__status=Planstatus.VASTGESTELD,
        doel__plan__dossier__huishouden__team_id=team_id,
    ).exclude(doel__plan__dossier_id=zonder_dossier)
    return rijen.aggregate(som=Sum("kosten_per_maand_cent"))["som"] or 0
