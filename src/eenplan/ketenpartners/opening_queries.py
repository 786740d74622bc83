"""Every read of opened goals: the list of a household for the worker, and what an outside helper sees of it.

A goal keeps its identity through the versions of a plan by its root: the goal with which it began.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import CharField, F, Prefetch, QuerySet, Value

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk, binnen_label
from eenplan.delen.gevers import gevers
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.states import Dossierstatus
from eenplan.ketenpartners.models import Afvinking, Doelopening, Partnerantwoord, Veiligheidssluiting, Voortgang
from eenplan.ketenpartners.queries import TEAM, partner_van
from eenplan.ketenpartners.states import Openingstatus, Partnertaakstatus
from eenplan.personen.models import Persoon
from eenplan.personen.queries import leden
from eenplan.plannen.models import Actie, Doel
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker
from eenplan.wetgeving.leeftijd import leeftijd

ZELF_VANAF = 16  # of a goal of the whole household, whoever may decide about care alone


def visible_to(medewerker: Medewerker, recht: Recht = Recht.DELING_INZIEN) -> QuerySet[Doelopening]:
    """Give the openings in the worker's scope and labels, with goal, helper and resident."""
    rijen = Doelopening.objects.select_related(
        "dossier__huishouden__team", "doel", "helper", "verleend_door", "beeindigd_door", "vastgelegd_door"
    )
    return beperk(rijen, medewerker.bereik(recht), TEAM, wet="doel__wet")


def nu_open(dossier_id: int, voor: Medewerker, dag: date) -> QuerySet[Doelopening]:
    """Give what is open on this day in a file, as far as this worker may see."""
    rijen = Doelopening.objects.filter(dossier=dossier_id, **_geldt(dag))
    return binnen_label(rijen, voor.bereik(Recht.DELING_INZIEN), wet="doel__wet")


def _geldt(dag: date) -> dict[str, object]:
    return {"status": Openingstatus.OPEN, "vanaf__lte": dag, "tot__gt": dag}


# ------------------------------------------------------------------------------- a goal through the versions of a plan


def wortels(dossier_ids: Collection[int]) -> dict[int, int]:
    """Give of every goal of these files the goal with which it began: one question, whatever the versions."""
    rijen = Doel.objects.filter(plan__dossier__in=dossier_ids).values_list("pk", "vorige_id")
    vorige = dict(rijen)
    wortel: dict[int, int] = {}
    for pk in sorted(vorige):  # a goal is always younger than the one it continues
        ouder = vorige[pk]
        wortel[pk] = wortel.get(ouder, ouder) if ouder else pk
    return wortel


class Levend:
    """The goals as they stand in the adopted plans of these files, with their actions: three questions."""

    def __init__(self, dossier_ids: Collection[int]) -> None:
        rijen = Doel.objects.filter(plan__dossier__in=dossier_ids, plan__status=Planstatus.VASTGESTELD)
        self._wortel = wortels(dossier_ids)
        doelen = rijen.prefetch_related(Prefetch("acties", Actie.objects.order_by("pk")))
        self._doelen = {self._wortel[doel.pk]: doel for doel in doelen}

    def nu(self, doel_id: int) -> Doel | None:
        """Give the same goal as it stands now, or none when it left the plan."""
        return self._doelen.get(self._wortel.get(doel_id, 0))


@dataclass(frozen=True)
class Openstelling:
    """One opening on the list: whether the helper sees the goal today, and the goal as it stands now."""

    opening: Doelopening
    doel: Doel
    is_open: bool
    staat_in_plan: bool


def lijst(dossier_id: int, voor: Medewerker, dag: date) -> list[Openstelling]:
    """Give every opening of a file, those that hold first: four questions, whatever the number."""
    rijen = list(visible_to(voor).filter(dossier=dossier_id).order_by("-vastgelegd_op", "-pk"))
    levend = Levend([dossier_id])
    gevonden = []
    for rij in rijen:
        nu = levend.nu(rij.doel_id)
        geldt = rij.status == Openingstatus.OPEN and rij.vanaf <= dag < rij.tot
        gevonden.append(Openstelling(rij, nu or rij.doel, geldt and nu is not None, nu is not None))
    return sorted(gevonden, key=lambda een: not een.is_open)


# ----------------------------------------------------------------------------------------- what an outside helper sees


@dataclass(frozen=True)
class MijnActie:
    """One action of an opened goal. Who does it is said only when it is the helper."""

    actie: Actie
    is_eigen: bool
    is_gedaan: bool


@dataclass(frozen=True)
class MijnDoel:
    """An opened goal as the helper sees it: the goal as it stands in the adopted plan, and the own actions."""

    opening: Doelopening
    doel: Doel
    partner: str


def mijn_doelen(medewerker: Medewerker, dag: date) -> list[MijnDoel]:
    """Give the goals that are open to this outside helper today; what ended, lapsed or left the plan is not there."""
    rijen = Doelopening.objects.select_related("verleend_door", "vastgelegd_door", "dossier__huishouden__team")
    rijen = beperk(rijen, medewerker.bereik(Recht.EIGEN_DOELEN_INZIEN), TEAM)
    partner = partner_van(medewerker, dag)
    if partner is None:
        return []
    rijen = rijen.exclude(dossier__status=Dossierstatus.GESLOTEN).filter(helper=medewerker, **_geldt(dag))
    openingen = list(rijen.order_by("tot", "pk"))
    levend = Levend({rij.dossier_id for rij in openingen})
    paren = ((rij, levend.nu(rij.doel_id)) for rij in openingen)
    return [MijnDoel(rij, doel, partner.naam) for rij, doel in paren if doel is not None]


def mijn_doel(medewerker: Medewerker, opening_id: int, dag: date) -> MijnDoel | None:
    """Give one of the goals that are open to this outside helper today, or none."""
    return next((een for een in mijn_doelen(medewerker, dag) if een.opening.pk == opening_id), None)


def mijn_acties(mijn: MijnDoel, medewerker: Medewerker) -> list[MijnActie]:
    """Give the actions of an opened goal, and which of them are the helper's own: by name, or by organisation."""
    namen = {medewerker.naam.casefold(), mijn.partner.casefold()}
    rijen = Afvinking.objects.filter(opening=mijn.opening, terug_op__isnull=True)
    gedaan = set(rijen.values_list("actie__wat", flat=True))  # an action is copied with its words to a new version
    acties = mijn.doel.acties.all()
    return [MijnActie(actie, actie.wie.strip().casefold() in namen, actie.wat in gedaan) for actie in acties]


def voortgang(opening: Doelopening) -> QuerySet[Voortgang]:
    """Give what was written about an opened goal, the latest first."""
    return opening.voortgang.select_related("door").order_by("-op", "-pk")


# --------------------------------------------------------------------------------------------------------- who grants


@dataclass(frozen=True)
class Wie:
    """Who of the household may open this goal; with more than one, all of them must agree."""

    personen: tuple[Persoon, ...]
    samen: tuple[str, ...]


def wie_opent(doel: Doel, dag: date) -> Wie:
    """Say whose consent counts for this goal. Raises NietMogelijk when that must be found out first.

    Of a goal of the whole household any member of sixteen and older may open it.
    """
    if doel.persoon:
        allen = gevers(doel.persoon, dag).allen
        return Wie(tuple(gever.persoon for gever in allen if gever.persoon), tuple(gever.naam for gever in allen))
    rijen = leden(doel.plan.dossier.huishouden).select_related("persoon")
    oud = [rij.persoon for rij in rijen if _mag_zelf(rij.persoon, dag)]
    return Wie(tuple(oud), ())


def _mag_zelf(persoon: Persoon, dag: date) -> bool:
    return persoon.geboortedatum is not None and leeftijd(persoon.geboortedatum, op=dag) >= ZELF_VANAF


def helperkeuzes(helpers: QuerySet[Medewerker], dag: date) -> list[tuple[Medewerker, str]]:
    """Give the helpers who work for a partner on this day, with its name: one question."""
    rijen = helpers.filter(partners__vanaf__lte=dag, partners__tot__isnull=True).annotate(
        partnernaam=F("partners__partner__naam"), einde=F("partners__partner__tot")
    )
    return [(rij, rij.partnernaam) for rij in rijen if rij.einde is None or rij.einde > dag]


# ------------------------------------------------------------------------------------------- beneath a goal of the plan


def bij_doelen(dossier: Dossier, voor: Medewerker) -> list[tuple[int, str, str, str, datetime, int]]:
    """Give what partners brought about and helpers wrote, of all goals of a file: one question.

    Each with goal, kind (`resultaat`, `voortgang`), whose it is, the words, the moment, and the number of its page.
    """
    bereik = voor.bereik(Recht.DELING_INZIEN)
    if not bereik.omvat(dossier):
        return []
    klaar = Partnerantwoord.objects.filter(
        taak__dossier=dossier, taak__doel__isnull=False, status=Partnertaakstatus.GEREED
    )
    klaar = binnen_label(klaar, bereik, wet="taak__wet", dossier="taak__dossier")
    gang = Voortgang.objects.filter(opening__dossier=dossier)
    gang = binnen_label(gang, bereik, wet="opening__doel__wet", dossier="opening__dossier")
    soort = {naam: Value(naam, CharField()) for naam in ("resultaat", "voortgang")}
    een = klaar.values_list("taak__doel", soort["resultaat"], "taak__partner__naam", "tekst", "op", "taak")
    ander = gang.values_list("opening__doel", soort["voortgang"], "door__naam", "tekst", "op", "opening")
    return sorted(een.union(ander, all=True), key=lambda rij: rij[4])


def stand(opening: Doelopening, dag: date) -> Openstelling:
    """Say of one opening whether the helper sees the goal on this day."""
    doel = Levend([opening.dossier_id]).nu(opening.doel_id)
    geldt = opening.status == Openingstatus.OPEN and opening.vanaf <= dag < opening.tot
    return Openstelling(opening, doel or opening.doel, geldt and doel is not None, doel is not None)


def sluiting(opening: Doelopening) -> Veiligheidssluiting | None:
    """Give why it was closed for safety: for the team only."""
    return Veiligheidssluiting.objects.select_related("door").filter(opening=opening).first()
