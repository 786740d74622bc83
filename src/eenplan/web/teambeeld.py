"""How a team stands: real counts, each with the rows behind it. It counts work, it does not rank people."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.access.rechten import Recht
from eenplan.core.opmaak import datum_kort
from eenplan.core.vertaling import vertaald
from eenplan.dossiers.models import Casus, Ondersteuningstraject, Regie, Taak
from eenplan.dossiers.queries import Tellingen, niet_vertrouwelijk, tellingen
from eenplan.plannen import queries as plannen
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker, Team
from eenplan.teams.queries import teamgenoten
from eenplan.termijnen import queries as termijnen
from eenplan.termijnen.models import Termijn
from eenplan.toewijzingen import queries as toewijzingen
from eenplan.web import queries
from eenplan.web.volgorde import Tekst
from eenplan.web.werkregels import VAN_DE_INWONER, startnorm

HOOGSTENS = 100  # rows of one list; the count above it is of all


@dataclass(frozen=True)
class Rij:
    """One household in a list: why it is there, and since or before when."""

    naam: str
    adres: str
    wat: Tekst
    wanneer: date | None
    wie: str = ""


@dataclass(frozen=True)
class Onderdeel:
    """One question about the team: how many, and which."""

    code: str
    vraag: Tekst
    aantal: int
    toelichting: str
    kop_wat: Tekst
    kop_wanneer: Tekst
    rijen: Callable[[], Iterable[Rij]]


@dataclass(frozen=True)
class Teambeeld:
    """The whole page. `gekozen` is the list that is open."""

    team: Team
    medewerkers: list[Medewerker]
    tellingen: Tellingen
    onderdelen: list[Onderdeel]
    gekozen: Onderdeel | None
    rijen: list[Rij]


def stel_samen(team: Team, medewerker: Medewerker, op: datetime, *, toon: str, collega: str) -> Teambeeld:
    """Count the work of one team and open one list: that of a question (`toon`) or of a colleague."""
    gesloten = medewerker.bereik(Recht.TEAM_INZIEN).gesloten_ids
    collegas = list(_werklast(team, op, gesloten))
    vragen = [maak(team, medewerker, op) for maak in (_zonder_regisseur, _plannen, _wacht_op_start, _te_laat)]
    gekozen = next((vraag for vraag in vragen if vraag.code == toon), None)
    wie = next((rij for rij in collegas if str(rij.pk) == collega), None)
    if gekozen is None and wie is not None:
        gekozen = _van_collega(team, wie, gesloten)
    return Teambeeld(
        team=team,
        medewerkers=collegas,
        tellingen=tellingen(medewerker, team_id=team.pk, gesloten_vanaf=date(op.year, 1, 1)),
        onderdelen=vragen,
        gekozen=gekozen,
        rijen=list(gekozen.rijen()) if gekozen else [],
    )


# ------------------------------------------------------------------------------------------------ work per worker


def _werklast(team: Team, op: datetime, gesloten: frozenset[int]) -> QuerySet[Medewerker]:
    """Give the coordinators of the team with what each has in hand, without files closed to who looks: one question."""
    lopend = Regie.objects.filter(tot__isnull=True, dossier__huishouden__team=team).exclude(dossier__in=gesloten)
    eigen = lopend.filter(regisseur=OuterRef("pk"))
    dossier = lopend.filter(regisseur=OuterRef(OuterRef("pk"))).values("dossier")
    te_laat = Termijn.objects.filter(voltooid_op__isnull=True, einddatum__lt=op.date()).exclude(
        regel__in=VAN_DE_INWONER
    )
    taken = niet_vertrouwelijk(Taak.objects.filter(voor=OuterRef("pk"), gedaan_op__isnull=True))
    taken = taken.filter(uiterlijk__lt=op.date())
    return teamgenoten(team.pk, Recht.PLAN_SCHRIJVEN, op.date()).annotate(
        huishoudens=_aantal(eigen),
        casussen=_aantal(Casus.objects.filter(dossier__in=dossier, gesloten_op__isnull=True)),
        trajecten=_aantal(Ondersteuningstraject.objects.filter(dossier__in=dossier, gesloten_op__isnull=True)),
        termijnen_te_laat=_aantal(te_laat.filter(dossier__in=dossier)),
        taken_te_laat=_aantal(taken.filter(dossier__huishouden__team=team).exclude(dossier__in=gesloten)),
    )


def _aantal(
    rijen: QuerySet[Regie] | QuerySet[Casus] | QuerySet[Ondersteuningstraject] | QuerySet[Termijn] | QuerySet[Taak],
) -> Coalesce:
    """Count rows inside a larger question."""
    geteld = rijen.order_by().annotate(een=F("pk") - F("pk")).values("een").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(geteld[:1]), 0)


def _van_collega(team: Team, collega: Medewerker, gesloten: frozenset[int]) -> Onderdeel:
    regies = Regie.objects.select_related("dossier__huishouden").filter(
        regisseur=collega, tot__isnull=True, dossier__huishouden__team=team
    )
    regies = regies.exclude(dossier__in=gesloten)

    def rijen() -> Iterable[Rij]:
        for regie in regies.order_by("vanaf", "pk")[:HOOGSTENS]:
            dossier = regie.dossier
            yield Rij(dossier.huishouden.naam, _pagina(dossier.pk), dossier.get_status_display(), regie.vanaf)

    vraag = _("Huishoudens van {naam}").format(naam=collega.naam)
    aantal: int = collega.huishoudens  # type: ignore[attr-defined]
    return Onderdeel("collega", vraag, aantal, "", _lazy("Status"), _lazy("Regisseur sinds"), rijen)


# ---------------------------------------------------------------------------------------------------- the questions


def _zonder_regisseur(team: Team, medewerker: Medewerker, op: datetime) -> Onderdeel:
    dossiers = queries.zonder_regisseur(medewerker).filter(huishouden__team=team)

    def rijen() -> Iterable[Rij]:
        for dossier in dossiers[:HOOGSTENS]:
            yield Rij(dossier.huishouden.naam, _pagina(dossier.pk), dossier.get_status_display(), dossier.geopend_op)

    vraag = _("Welke huishoudens hebben geen regisseur?")
    return Onderdeel(
        "zonder-regisseur", vraag, dossiers.count(), "", _lazy("Status"), _lazy("Dossier open sinds"), rijen
    )


def _plannen(team: Team, medewerker: Medewerker, op: datetime) -> Onderdeel:
    wachtend = plannen.visible_to(medewerker).filter(status=Planstatus.AANGEBODEN, dossier__huishouden__team=team)

    def rijen() -> Iterable[Rij]:
        for plan in wachtend.order_by("bewaard_op", "pk")[:HOOGSTENS]:
            adres = reverse("plannen:plan", args=[plan.pk])
            versie = _("plan, versie {versie}").format(versie=plan.versie)
            yield Rij(plan.dossier.huishouden.naam, adres, versie, plan.bewaard_op.date(), plan.opgesteld_door.naam)

    vraag = _("Welke plannen wachten op vaststelling?")
    return Onderdeel("plannen", vraag, wachtend.count(), "", _lazy("Plan"), _lazy("Wacht sinds"), rijen)


def _wacht_op_start(team: Team, medewerker: Medewerker, op: datetime) -> Onderdeel:
    wachtend = toewijzingen.visible_to(medewerker).filter(dossier__huishouden__team=team, levering__isnull=True)
    norm = startnorm()

    def rijen() -> Iterable[Rij]:
        for rij in wachtend.order_by("toegewezen_op", "pk")[:HOOGSTENS]:
            wat = f"{rij.inzet.omschrijving}, {rij.aanbieder.naam}"
            yield Rij(rij.dossier.huishouden.naam, _pagina(rij.dossier_id), wat, rij.toegewezen_op)

    toelichting = ""
    if norm is not None:
        grens = op.date() - timedelta(days=norm)
        toelichting = _("waarvan {n} langer dan de norm van {norm} dagen").format(
            n=wachtend.filter(toegewezen_op__lt=grens).count(), norm=norm
        )
    vraag = _("Wie wacht op de start van de hulp?")
    return Onderdeel(
        "wacht-op-start", vraag, wachtend.count(), toelichting, _lazy("Hulp"), _lazy("Toegewezen op"), rijen
    )


def _te_laat(team: Team, medewerker: Medewerker, op: datetime) -> Onderdeel:
    verlopen = termijnen.visible_to(medewerker).exclude(regel__in=VAN_DE_INWONER)
    verlopen = verlopen.filter(
        voltooid_op__isnull=True, einddatum__lt=op.date(), dossier__huishouden__team=team
    ).order_by("einddatum", "pk")

    def rijen() -> Iterable[Rij]:
        for termijn in verlopen[:HOOGSTENS]:
            yield Rij(
                termijn.dossier.huishouden.naam, _pagina(termijn.dossier_id), vertaald(termijn.naam), termijn.einddatum
            )

    langst = verlopen.first()
    toelichting = _("de oudste sinds {dag}").format(dag=datum_kort(langst.einddatum)) if langst else ""
    vraag = _("Welke termijnen zijn verstreken?")
    return Onderdeel(
        "te-laat", vraag, verlopen.count(), toelichting, _lazy("Termijn"), _lazy("Uiterste dag was"), rijen
    )


def _pagina(dossier_id: int) -> str:
    return reverse("web:huishouden", args=[dossier_id])
