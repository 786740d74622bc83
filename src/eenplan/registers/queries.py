"""Every read of the registers. They hold no file and no resident, so scope is the right itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import F, Max, Min, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht, Rol
from eenplan.core.klok import AMSTERDAM
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Instructiestap
from eenplan.registers.models import Datalek, Effectbeoordeling
from eenplan.registers.states import Beoordelingstatus, Datalekstatus
from eenplan.teams.models import Medewerker, Rolvervulling

BINNENKORT = timedelta(days=30)


def visible_to(medewerker: Medewerker) -> QuerySet[Effectbeoordeling]:
    """Give the impact assessments, what is due first on top."""
    rijen = Effectbeoordeling.objects.select_related("eigenaar").order_by("uiterlijk", "pk")
    return rijen if medewerker.mag(Recht.REGISTERS_BIJHOUDEN) else rijen.none()


def datalekken(medewerker: Medewerker) -> QuerySet[Datalek]:
    """Give the breaches, what is still open first, then the latest."""
    rijen = Datalek.objects.select_related("eigenaar").order_by(
        F("afgehandeld_op").desc(nulls_first=True), "-kennisname"
    )
    return rijen if medewerker.mag(Recht.REGISTERS_BIJHOUDEN) else rijen.none()


@dataclass(frozen=True)
class Verklaring:
    """Whose statement holds till when; `soort` says how urgent that is."""

    medewerker: Medewerker
    geldig_tot: date | None
    is_onderzoeker: bool

    def geldt(self, dag: date) -> bool:
        """Tell whether the statement holds on a day."""
        return self.geldig_tot is not None and self.geldig_tot > dag

    def loopt_af(self, dag: date) -> bool:
        """Tell whether it holds, but ends within a month."""
        return self.geldig_tot is not None and dag < self.geldig_tot <= dag + BINNENKORT


def verklaringen(dag: date) -> list[Verklaring]:
    """Give every worker in service with the last statement, who has none or an old one first."""
    in_dienst = Rolvervulling.objects.in_dienst_op(dag).values("medewerker")
    rijen = (
        Medewerker.objects.filter(pk__in=in_dienst, is_active=True)
        .annotate(
            geldig_tot=Max("geheimhoudingsverklaringen__geldig_tot"),
            rollen=ArrayAgg("rolvervullingen__rol", distinct=True, default=[]),
        )
        .order_by(F("geldig_tot").asc(nulls_first=True), "naam")
    )
    return [Verklaring(rij, rij.geldig_tot, Rol.ONDERZOEKER in rij.rollen) for rij in rijen]


@dataclass(frozen=True)
class Inwerking:
    """How far one worker is with the privacy onboarding, and by when it must be done."""

    medewerker: Medewerker
    begonnen: date
    gedaan: dict[str, date]
    uiterlijk: date

    @property
    def ontbreekt(self) -> list[Instructiestap]:
        return [stap for stap in inrichting().instructiestappen if stap.code not in self.gedaan]

    def is_te_laat(self, dag: date) -> bool:
        """Tell whether a step is missing after the last day."""
        return bool(self.ontbreekt) and dag > self.uiterlijk


def inwerkingen(dag: date, wie: Iterable[Medewerker] | None = None) -> list[Inwerking]:
    """Give the onboarding of every worker in service (or of these), the last day that comes first on top."""
    dienst = Rolvervulling.objects.in_dienst_op(dag)
    rijen = Medewerker.objects.filter(pk__in=dienst.values("medewerker"), is_active=True)
    if wie is not None:
        rijen = rijen.filter(pk__in=[iemand.pk for iemand in wie])
    rijen = rijen.annotate(begonnen=Min("rolvervullingen__vanaf")).prefetch_related("instructies").order_by("naam")
    termijn = timedelta(days=inrichting().instructie_dagen)
    gevonden = [
        Inwerking(
            rij, rij.begonnen, {stap.stap: stap.gedaan_op for stap in rij.instructies.all()}, rij.begonnen + termijn
        )
        for rij in rijen
    ]
    return sorted(gevonden, key=lambda rij: (not rij.ontbreekt, rij.uiterlijk, rij.medewerker.naam))


def inwerking_van(medewerker: Medewerker, dag: date) -> Inwerking | None:
    """Give the onboarding of one worker, or none for who is not in service."""
    return next(iter(inwerkingen(dag, [medewerker])), None)


def collegas() -> QuerySet[Medewerker]:
    """Give who may own an assessment or a breach, by name."""
    return Medewerker.objects.filter(is_active=True).order_by("naam")


@dataclass(frozen=True)
class Achterstand:
    """One thing in a register that is past its day, or nearly."""

    wat: str
    wie: str
    uiterlijk: date | datetime
    soort: str | Promise
    adresnaam: str
    pk: int | None = None


def achterstanden(nu: datetime, inwerken: Iterable[Inwerking]) -> list[Achterstand]:
    """Give everything in the registers that is late, the oldest first: what the privacy officer must chase.

    `inwerken` is what `inwerkingen` gave for this day, so that a page reads it once.
    """
    dag = nu.date()
    laat = (
        *_late_beoordelingen(nu),
        *_late_datalekken(nu),
        *_late_instructies(inwerken, dag),
        *_zonder_verklaring(dag),
    )
    return sorted(laat, key=_dag_van)


def _dag_van(rij: Achterstand) -> tuple[date, str]:
    dag = rij.uiterlijk.astimezone(AMSTERDAM).date() if isinstance(rij.uiterlijk, datetime) else rij.uiterlijk
    return (dag, rij.wat)


def _late_beoordelingen(nu: datetime) -> Iterable[Achterstand]:
    rijen = Effectbeoordeling.objects.select_related("eigenaar").filter(uiterlijk__lt=nu.date())
    for rij in rijen:
        soort = _("herziening") if rij.status == Beoordelingstatus.VASTGESTELD else _("effectbeoordeling")
        yield Achterstand(rij.titel, rij.eigenaar.naam, rij.uiterlijk, soort, "registers:effectbeoordeling", rij.pk)


def _late_datalekken(nu: datetime) -> Iterable[Achterstand]:
    for rij in Datalek.objects.select_related("eigenaar").filter(status=Datalekstatus.OPEN):
        if rij.uiterlijk < nu:
            wat = _("Datalek {nummer}: nog niet gemeld of beoordeeld").format(nummer=rij.pk)
            yield Achterstand(wat, rij.eigenaar.naam, rij.uiterlijk, _("datalek"), "registers:datalek", rij.pk)


def _late_instructies(inwerken: Iterable[Inwerking], dag: date) -> Iterable[Achterstand]:
    for rij in inwerken:
        if rij.is_te_laat(dag):
            wat = ", ".join(stap.naam for stap in rij.ontbreekt)
            yield Achterstand(wat, rij.medewerker.naam, rij.uiterlijk, _("instructie"), "registers:instructies")


def _zonder_verklaring(dag: date) -> Iterable[Achterstand]:
    """Give whose statement ended, and the reviewers in service who never signed one."""
    onderzoekers = Rolvervulling.objects.in_dienst_op(dag).filter(rol=Rol.ONDERZOEKER).values("medewerker")
    rijen = (
        Medewerker.objects.filter(is_active=True)
        .annotate(geldig_tot=Max("geheimhoudingsverklaringen__geldig_tot"))
        .filter(Q(geldig_tot__lte=dag) | Q(geldig_tot__isnull=True, pk__in=onderzoekers))
    )
    wat = _("Geen geldige verklaring: deze medewerker ziet geen dossiers als onderzoeker")
    for rij in rijen.order_by("naam"):
        yield Achterstand(wat, rij.naam, rij.geldig_tot or dag, _("geheimhouding"), "registers:verklaringen")
