"""Every read of weighty advice and consults, each starting from what the worker may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median
from typing import Final

from django.db.models import Count, Q, QuerySet

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk, binnen_label
from eenplan.adviezen.models import Advies, Adviesantwoord, Consult, Escalatie
from eenplan.adviezen.states import Adviesstatus, Consultstatus
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Deskundigheid, Escalatietrap
from eenplan.plannen.models import Ondersteuningsplan
from eenplan.plannen.queries import vastgesteld
from eenplan.teams.models import Medewerker

TEAM: Final = "dossier__huishouden__team"


# ------------------------------------------------------------------------------------------------ weighty advice


def visible_to(medewerker: Medewerker, recht: Recht = Recht.DOSSIER_INZIEN) -> QuerySet[Advies]:
    """Give the weighty advices in the worker's scope and labels."""
    rijen = Advies.objects.select_related("dossier__huishouden__team", "persoon", "aan", "geschreven_door", "plan")
    return beperk(rijen, medewerker.bereik(recht), TEAM, wet="wet")


def adviezen_van(dossier_id: int, voor: Medewerker) -> QuerySet[Advies]:
    """Give the weighty advices of a file, the latest first."""
    rijen = Advies.objects.select_related("persoon", "aan").filter(dossier=dossier_id)
    return binnen_label(rijen, voor.bereik(Recht.DOSSIER_INZIEN)).order_by("-geschreven_op", "-pk")


def wachtend(dossier_id: int, voor: Medewerker) -> QuerySet[Advies]:
    """Give the advices of a file that wait for an answer, for the household's page."""
    return visible_to(voor).filter(dossier=dossier_id, status=Adviesstatus.VERZONDEN)


def te_laat(medewerker: Medewerker, dag: date) -> QuerySet[Advies]:
    """Give the advices in scope whose answer should have been there, the oldest first."""
    rijen = visible_to(medewerker).filter(status=Adviesstatus.VERZONDEN, antwoord_uiterlijk__lt=dag)
    return rijen.order_by("antwoord_uiterlijk", "pk")


def lijst(medewerker: Medewerker, organisatie: int | None = None) -> QuerySet[Advies]:
    """Give the advices in scope that went out, what waits longest first; of one organisation when asked."""
    rijen = visible_to(medewerker).filter(status__in=[Adviesstatus.VERZONDEN, Adviesstatus.BEANTWOORD])
    if organisatie is not None:
        rijen = rijen.filter(aan=organisatie)
    return rijen.order_by("-status", "antwoord_uiterlijk", "pk")


def escalaties(advies: Advies) -> list[Escalatie]:
    """Give how an advice was put to somebody higher, the first level first."""
    return list(advies.escalaties.select_related("door"))


def open_escalaties(medewerker: Medewerker) -> QuerySet[Escalatie]:
    """Give the escalations in scope that nobody wrote the effect of yet."""
    rijen = Escalatie.objects.select_related("advies__dossier__huishouden__team")
    zichtbaar = visible_to(medewerker, Recht.DOSSIER_BIJHOUDEN).values("pk")
    return rijen.filter(advies__in=zichtbaar, gesloten_op__isnull=True)


def volgende_trap(gedaan: int) -> Escalatietrap | None:
    """Give whom to ask next, after so many levels; none when the municipality has no more."""
    trappen = inrichting().escalatietrappen[:3]
    return trappen[gedaan] if gedaan < len(trappen) else None


def plan_van(dossier_id: int) -> Ondersteuningsplan | None:
    """Give the adopted plan on which an advice rests, or none."""
    return vastgesteld(dossier_id)


@dataclass(frozen=True)
class Opvolging:
    """What one organisation did with our advices."""

    organisatie: str
    pk: int
    overgenomen: int
    gewijzigd: int
    niet: int
    wacht: int


def opvolging(medewerker: Medewerker) -> list[Opvolging]:
    """Count per organisation what became of the advices in the worker's figures: one question."""
    rijen = beperk(Advies.objects.all(), medewerker.bereik(Recht.CIJFERS_INZIEN), TEAM, wet="wet")
    geteld = rijen.values("aan__naam", "aan_id").annotate(
        overgenomen=Count("pk", filter=Q(antwoord=Adviesantwoord.OVERGENOMEN)),
        gewijzigd=Count("pk", filter=Q(antwoord=Adviesantwoord.GEWIJZIGD)),
        niet=Count("pk", filter=Q(antwoord=Adviesantwoord.NIET)),
        wacht=Count("pk", filter=Q(status=Adviesstatus.VERZONDEN)),
    )
    namen = ("aan__naam", "aan_id", "overgenomen", "gewijzigd", "niet", "wacht")
    return [Opvolging(*rij) for rij in geteld.order_by("aan__naam", "aan_id").values_list(*namen)]


# ------------------------------------------------------------------------------------------------------ consults


def consulten(medewerker: Medewerker, recht: Recht = Recht.DOSSIER_INZIEN) -> QuerySet[Consult]:
    """Give the consults that the worker's team asked, about a file in scope or about none."""
    bereik = medewerker.bereik(recht)
    met_dossier = beperk(Consult.objects.filter(dossier__isnull=False), bereik, TEAM, wet="wet").values("pk")
    los = Q(gevraagd_door=medewerker) | Q(team__in=bereik.team_ids)
    rijen = Consult.objects.select_related("dossier__huishouden__team", "gevraagd_door", "beantwoord_door", "partner")
    return rijen.filter(Q(pk__in=met_dossier) | Q(los, dossier__isnull=True))


def consulten_van(dossier_id: int, voor: Medewerker) -> QuerySet[Consult]:
    """Give the consults about a file, the latest first."""
    rijen = Consult.objects.select_related("gevraagd_door", "beantwoord_door", "partner").filter(dossier=dossier_id)
    return binnen_label(rijen, voor.bereik(Recht.DOSSIER_INZIEN)).order_by("-gevraagd_op", "-pk")


def wachtende_consulten(dossier_id: int, voor: Medewerker) -> QuerySet[Consult]:
    """Give the consults about a file that wait for an answer, for the household's page."""
    return consulten_van(dossier_id, voor).filter(status=Consultstatus.GEVRAAGD)


def eigen_deskundigheden(medewerker: Medewerker) -> list[Deskundigheid]:
    """Give the expertises that this worker holds."""
    return [rij for rij in inrichting().deskundigheden if medewerker.gebruikersnaam in rij.wie]


def voor_deskundige(medewerker: Medewerker) -> QuerySet[Consult]:
    """Give the consults put to the expertise of this worker, except about the own family."""
    bereik = medewerker.bereik(Recht.CONSULT_BEANTWOORDEN)
    if not bereik:
        return Consult.objects.none()
    codes = [rij.code for rij in eigen_deskundigheden(medewerker)]
    rijen = Consult.objects.filter(deskundigheid__in=codes, partner__isnull=True)
    return rijen.filter(Q(dossier__isnull=True) | ~Q(dossier__in=bereik.gesloten_ids)).order_by("uiterlijk", "pk")


@dataclass(frozen=True)
class Vraagstuk:
    """A consult as a specialist without the file reads it: nothing that leads to the file. Not even its number."""

    pk: int
    vraag: str
    deskundigheid: str
    is_spoed: bool
    gevraagd_op: datetime
    uiterlijk: datetime
    stand: str
    is_open: bool
    is_te_laat: bool
    advies: str
    beantwoord_op: datetime | None
    door: str


def vraagstuk(consult: Consult, nu: datetime) -> Vraagstuk:
    """Give a consult without the way back to its file."""
    wie = consult.beantwoord_door.naam if consult.beantwoord_door else ""
    return Vraagstuk(
        consult.pk,
        consult.vraag,
        consult.deskundigheid_naam,
        consult.is_spoed,
        consult.gevraagd_op,
        consult.uiterlijk,
        consult.get_status_display(),
        consult.status == Consultstatus.GEVRAAGD,
        consult.is_te_laat(nu),
        consult.advies,
        consult.beantwoord_op,
        wie if consult.partner_id is None else str(consult.partner),
    )


@dataclass(frozen=True)
class Antwoordtijd:
    """How long one expertise takes to answer, in hours, and how many answers came (or stay out) too late."""

    code: str
    naam: str
    gevraagd: int
    beantwoord: int
    mediaan_uren: float | None
    te_laat: int

    @property
    def procent_te_laat(self) -> int:
        return round(100 * self.te_laat / self.gevraagd)


def antwoordtijden(medewerker: Medewerker, nu: datetime) -> list[Antwoordtijd]:
    """Give the answer time per expertise of what the teams in the worker's figures asked: one question."""
    bereik = medewerker.bereik(Recht.CIJFERS_INZIEN)
    rijen = Consult.objects.exclude(status=Consultstatus.INGETROKKEN).order_by("deskundigheid", "pk")
    rijen = rijen if bereik.overal else rijen.filter(team__in=bereik.team_ids)
    per_code: dict[str, list[Consult]] = {}
    for rij in rijen:
        per_code.setdefault(rij.deskundigheid, []).append(rij)
    return [_antwoordtijd(code, groep, nu) for code, groep in per_code.items()]


def _antwoordtijd(code: str, groep: Iterable[Consult], nu: datetime) -> Antwoordtijd:
    groep = list(groep)
    uren = [rij.duur.total_seconds() / 3600 for rij in groep if rij.duur]
    te_laat_ = sum(rij.is_te_laat(nu) for rij in groep)
    naam = inrichting().deskundigheid(code).naam
    return Antwoordtijd(code, naam, len(groep), len(uren), median(uren) if uren else None, te_laat_)
