"""Every read of a file, each starting from what the worker may see.

What takes a `dossier_id` is for a page that found the file through `visible_to` first.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from django.db.models import (
    Avg,
    Count,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    Max,
    Model,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
)
from django.utils.functional import Promise
from django.utils.translation import ngettext

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk, binnen_label
from eenplan.core.klok import AMSTERDAM
from eenplan.dossiers.models import (
    Afsluiting,
    Casus,
    Document,
    Documentverberging,
    Dossier,
    Gelabeld,
    Gesprek,
    Gespreksverslag,
    Notitie,
    Notitieverberging,
    Ondersteuningstraject,
    Regie,
    Statuswissel,
    Taak,
    Verslagreactie,
)
from eenplan.dossiers.onderwerpen import ONDERWERPEN, WETTELIJK, Gespreksonderwerp
from eenplan.dossiers.states import DOSSIER, Dossierstatus, Gesprekstatus, Verslagstatus, mag_bij
from eenplan.dossiers.werktaken import VERTROUWELIJK
from eenplan.dossiers.wetlabels import WETTEN, labelnaam, verborgen_wetten
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.models import Huishouden, Huishoudlid, Persoon
from eenplan.personen.queries import leden
from eenplan.teams.models import Medewerker
from eenplan.teams.queries import teamgenoten

TEAM = "huishouden__team"
M = TypeVar("M", bound=Model)


def visible_to(medewerker: Medewerker, recht: Recht = Recht.DOSSIER_INZIEN) -> QuerySet[Dossier]:
    """Give the files of the teams for which the worker holds the right."""
    return beperk(
        Dossier.objects.select_related("huishouden__adres", "huishouden__team"), medewerker.bereik(recht), TEAM
    )


@dataclass(frozen=True)
class NietZichtbaar:
    """How many items under one law a worker does not see; nothing of what they say."""

    wet: str
    aantal: int

    @property
    def zin(self) -> str:
        """Say it as it stands on the page."""
        zin = ngettext(
            "%(n)s stuk onder de %(wet)s: niet zichtbaar voor uw rol",
            "%(n)s stukken onder de %(wet)s: niet zichtbaar voor uw rol",
            self.aantal,
        )
        return zin % {"n": self.aantal, "wet": labelnaam(self.wet)}


def niet_zichtbaar(dossier_id: int, voor: Medewerker, *soorten: type[Gelabeld | Casus]) -> list[NietZichtbaar]:
    """Count per law what this worker does not see in the file (of these kinds): one question, none for a generalist."""
    wetten = verborgen_wetten(voor.bereik(Recht.DOSSIER_INZIEN), dossier_id)
    if not wetten:
        return []
    eerste, *rest = (
        soort._default_manager.filter(dossier_id=dossier_id, wet__in=wetten).order_by().values_list("wet")
        for soort in soorten or (Casus, Notitie, Taak, Document, Gesprek)
    )
    geteld = Counter(wet for (wet,) in eerste.union(*rest, all=True))
    return [NietZichtbaar(wet.value, geteld[wet]) for wet in WETTEN if geteld[wet]]


def _leesbaar(rijen: QuerySet[M], voor: Medewerker) -> QuerySet[M]:
    """Keep what this worker may read under its label, in a file that was found through `visible_to`."""
    return binnen_label(rijen, voor.bereik(Recht.DOSSIER_INZIEN))


# ----------------------------------------------------------------------------------------- talks and their reports


def gesprekken(medewerker: Medewerker) -> QuerySet[Gesprek]:
    """Give the conversations in the worker's scope, with file and household."""
    rijen = Gesprek.objects.select_related("dossier__huishouden__adres", "door")
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), f"dossier__{TEAM}", wet="wet")


def gesprekken_van(dossier_id: int, voor: Medewerker, limit: int | None = None) -> list[Gesprek]:
    """Give the conversations of a file, the latest first, each with its report and the resident's remarks."""
    rijen = _leesbaar(
        Gesprek.objects.select_related("door", "verslag")
        .prefetch_related("deelnemers", _reacties("verslag__reacties"))
        .filter(dossier_id=dossier_id)
        .order_by("-begint_op", "-pk"),
        voor,
    )
    return list(rijen[:limit])


def eerste_gesprek(dossier_id: int, *, vanaf: date) -> date | None:
    """Give the day of the first talk that was held with the household on this day or later, or none yet."""
    gevoerd = Gesprek.objects.filter(
        dossier_id=dossier_id, status=Gesprekstatus.GEVOERD, begint_op__gte=datetime.combine(vanaf, time(), AMSTERDAM)
    )
    begin = gevoerd.order_by("begint_op").values_list("begint_op", flat=True).first()
    return begin.astimezone(AMSTERDAM).date() if begin else None


def verslagen(medewerker: Medewerker) -> QuerySet[Gespreksverslag]:
    """Give the reports in the worker's scope, with conversation and household."""
    rijen = Gespreksverslag.objects.select_related("dossier__huishouden__adres", "gesprek__door")
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), f"dossier__{TEAM}", wet="gesprek__wet")


def verslag_van(gesprek: Gesprek) -> Gespreksverslag | None:
    """Give the report of a conversation with everything that is shown beside it, or none yet."""
    return (
        Gespreksverslag.objects.select_related("dossier__huishouden__adres", "gesprek__door", "verstuurd_aan")
        .select_related("bewaard_door")
        .prefetch_related("onderdelen", "gesprek__deelnemers", _reacties("reacties"))
        .filter(gesprek=gesprek)
        .first()
    )


def _reacties(pad: str) -> Prefetch[str]:
    return Prefetch(
        pad, Verslagreactie.objects.select_related("persoon", "vastgelegd_door").order_by("ontvangen_op", "pk")
    )


def teksten(verslag: Gespreksverslag | None) -> dict[str, str]:
    """Give the text per subject; subjects not written about are absent."""
    return {deel.onderwerp: deel.tekst for deel in verslag.onderdelen.all()} if verslag else {}


def geschreven(verslag: Gespreksverslag) -> list[tuple[Gespreksonderwerp, str]]:
    """Give the subjects that were written about, in the order of the law, with their text."""
    tekst = teksten(verslag)
    return [(onderwerp, tekst[onderwerp.code]) for onderwerp in ONDERWERPEN if onderwerp.code in tekst]


def aantal_besproken(tekst: dict[str, str]) -> int:
    """Count the subjects of the law (Wmo 2.3.2 lid 4 a–g) that were written about."""
    return sum(1 for code in WETTELIJK if tekst.get(code, "").strip())


def verstuurde_verslagen(dossier_id: int, voor: Medewerker, limit: int = 2) -> list[Gespreksverslag]:
    """Give the latest reports that went to the resident, with text and remarks."""
    rijen = binnen_label(
        Gespreksverslag.objects.select_related("gesprek__door")
        .prefetch_related("onderdelen", _reacties("reacties"))
        .filter(dossier_id=dossier_id, verstuurd_op__isnull=False)
        .order_by("-gesprek__begint_op"),
        voor.bereik(Recht.DOSSIER_INZIEN),
        wet="gesprek__wet",
    )
    return list(rijen[:limit])


@dataclass(frozen=True)
class Gehoord:
    """A member of the household, and when a worker last spoke with him or her (B1: each is heard, children too)."""

    lid: Huishoudlid
    laatst: datetime | None


def gehoord(huishouden: Huishouden) -> list[Gehoord]:
    """Give each member with the last conversation that was held with that member there."""
    gevoerd = Gesprek.objects.filter(dossier_id=huishouden.pk, status=Gesprekstatus.GEVOERD)
    laatst = dict(gevoerd.order_by().values_list("deelnemers").annotate(Max("begint_op")))
    return [Gehoord(lid, laatst.get(lid.persoon_id)) for lid in leden(huishouden)]


# ------------------------------------------------------------------------------------------- coordinator and status


def huidige_regie(dossier: Dossier) -> Regie | None:
    """Give who coordinates now, or none."""
    return dossier.regies.select_related("regisseur").filter(tot__isnull=True).first()


def regisseur_of(dossier: Dossier, anders: Medewerker) -> Medewerker:
    """Give who coordinates the file, or somebody else as long as nobody does: whose turn it is."""
    regie = huidige_regie(dossier)
    return regie.regisseur if regie else anders


def regies(dossier: Dossier) -> QuerySet[Regie]:
    """Give everybody who ever coordinated, the present one first."""
    return dossier.regies.select_related("regisseur").order_by(F("tot").desc(nulls_first=True), "-vanaf", "-pk")


@dataclass(frozen=True)
class Kandidaat:
    """A teammate who may coordinate: how many households now, and whether that was once this one."""

    medewerker: Medewerker
    lopend: int
    was_eerder: bool = False


def kandidaten(dossier: Dossier, dag: date) -> list[Kandidaat]:
    """Give the teammates who may become the coordinator, who was it last first, without the present one."""
    collegas = teamgenoten(dossier.scope_team_id, Recht.PLAN_SCHRIJVEN, dag).annotate(
        lopend=Count("regies", filter=Q(regies__tot__isnull=True)),
        eerder=Max("regies__pk", filter=Q(regies__dossier=dossier)),
    )
    huidig = dossier.regies.filter(tot__isnull=True).values("regisseur")
    rijen = collegas.exclude(pk__in=huidig).order_by(F("eerder").desc(nulls_last=True), "naam")
    return [Kandidaat(collega, collega.lopend, collega.eerder is not None) for collega in rijen]


def statuswissels(dossier: Dossier) -> QuerySet[Statuswissel]:
    """Give how the file moved from status to status, the latest first."""
    return dossier.statuswissels.select_related("door", "samen_met").order_by("-op", "-pk")


@dataclass(frozen=True)
class Stap:
    """A step that the status model and the municipality's rule allow from here."""

    naar: Dossierstatus
    reden: str | Promise


def mogelijke_stappen(dossier: Dossier, dag: date) -> list[Stap]:
    """Give the steps a worker may take from here, each with its reason; closing is an act of its own."""
    regel = inrichting().sluitregel(dag)
    return [
        Stap(Dossierstatus(stap.naar), stap.reden)
        for stap in DOSSIER.vanuit(dossier.status)
        if stap.naar != Dossierstatus.GESLOTEN and mag_bij(regel, stap.van, stap.naar)
    ]


def kan_dicht(dossier: Dossier, dag: date) -> bool:
    """Tell whether closing is the next step that table and rule allow."""
    return mag_bij(inrichting().sluitregel(dag), dossier.status, Dossierstatus.GESLOTEN)


def sluit_samen(dag: date) -> bool:
    """Tell whether closing a file takes two workers in this municipality (C12)."""
    return inrichting().sluitregel(dag) == "gezamenlijk"


def afsluitingen(medewerker: Medewerker) -> QuerySet[Afsluiting]:
    """Give the closings in the worker's scope."""
    rijen = Afsluiting.objects.select_related(
        "dossier__huishouden__team", "dossier__huishouden__adres", "opgesteld_door", "samen_met", "verteld_aan"
    )
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), f"dossier__{TEAM}")


def afsluitingen_van(dossier: Dossier) -> QuerySet[Afsluiting]:
    """Give how the file was closed before, or is about to be, the latest first."""
    return dossier.afsluitingen.select_related("opgesteld_door", "samen_met").order_by("-opgesteld_op")


# ------------------------------------------------------------------------------------------------ cases counted


def casussen(medewerker: Medewerker) -> QuerySet[Casus]:
    """Give the cases in the worker's scope."""
    rijen = Casus.objects.select_related("dossier__huishouden", "persoon")
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), f"dossier__{TEAM}", wet="wet")


def casussen_van(dossier_id: int, voor: Medewerker) -> QuerySet[Casus]:
    """Give the cases of a file, the open ones first."""
    rijen = _leesbaar(Casus.objects.select_related("persoon").filter(dossier_id=dossier_id), voor)
    return rijen.order_by(F("gesloten_op").desc(nulls_first=True), "gestart_op", "pk")


@dataclass(frozen=True)
class Telling:
    """How many there are, how many are closed, and how many days the closed ones took on average."""

    aantal: int
    gesloten: int
    gemiddeld_dagen: float | None

    @property
    def open(self) -> int:
        return self.aantal - self.gesloten


@dataclass(frozen=True)
class Tellingen:
    """Cases and trajectories, counted apart (R-01): three cases may be one trajectory."""

    casussen: Telling
    trajecten: Telling


def tellingen(
    medewerker: Medewerker,
    *,
    dossier_id: int | None = None,
    team_id: int | None = None,
    gesloten_vanaf: date | None = None,
    gesloten_tot: date | None = None,
) -> Tellingen:
    """Count cases and trajectories in the worker's scope; the period (till is exclusive) limits the closed ones."""
    bereik = medewerker.bereik(Recht.DOSSIER_INZIEN)
    periode = Q(gesloten_op__isnull=False)
    if gesloten_vanaf:
        periode &= Q(gesloten_op__gte=gesloten_vanaf)
    if gesloten_tot:
        periode &= Q(gesloten_op__lt=gesloten_tot)
    welke = Q() if dossier_id is None else Q(dossier_id=dossier_id)
    if team_id is not None:
        welke &= Q(dossier__huishouden__team_id=team_id)
    welke &= Q(gesloten_op__isnull=True) | periode
    pad = f"dossier__{TEAM}"
    return Tellingen(
        casussen=_telling(beperk(Casus.objects.filter(welke), bereik, pad, wet="wet"), periode),
        trajecten=_telling(beperk(Ondersteuningstraject.objects.filter(welke), bereik, pad), periode),
    )


def _telling(rijen: QuerySet[Casus] | QuerySet[Ondersteuningstraject], periode: Q) -> Telling:
    duur = ExpressionWrapper(F("gesloten_op") - F("gestart_op"), output_field=DurationField())
    geteld = rijen.aggregate(aantal=Count("pk"), gesloten=Count("pk", filter=periode), duur=Avg(duur, filter=periode))
    gemiddeld: timedelta | None = geteld["duur"]
    return Telling(
        geteld["aantal"], geteld["gesloten"], gemiddeld / timedelta(days=1) if gemiddeld is not None else None
    )


# ------------------------------------------------------------------------------------------ notes, tasks, documents


def notities(dossier_id: int, voor: Medewerker, limit: int | None = None) -> QuerySet[Notitie]:
    """Give the notes of a file, the latest first; a hidden one has in `verborgen` when to look again."""
    rijen = Notitie.objects.select_related("auteur").filter(dossier_id=dossier_id)
    rijen = _leesbaar(rijen, voor).annotate(verborgen=_verborgen_tot(Notitieverberging, "notitie"))
    return rijen.order_by("-geschreven_op", "-pk")[:limit]


def notities_in_bereik(medewerker: Medewerker) -> QuerySet[Notitie]:
    """Give the notes in the worker's scope."""
    rijen = Notitie.objects.select_related("dossier__huishouden", "auteur")
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), f"dossier__{TEAM}", wet="wet")


def deelbare_notities(dossier_id: int) -> QuerySet[Notitie]:
    """Give the notes that may leave the team: print, letter, export, portal, sharing. Hidden ones never do (F8)."""
    rijen = Notitie.objects.select_related("auteur").filter(dossier_id=dossier_id)
    return rijen.exclude(Exists(_verborgen(Notitieverberging, "notitie"))).order_by("-geschreven_op", "-pk")


def deelbare_documenten(dossier_id: int) -> QuerySet[Document]:
    """Give the papers that may leave the team, without their contents; hidden ones never do (F8)."""
    rijen = Document.objects.defer("inhoud").select_related("gemaakt_door").filter(dossier_id=dossier_id)
    return rijen.exclude(Exists(_verborgen(Documentverberging, "document"))).order_by("-gemaakt_op", "-pk")


def _verborgen_tot(soort: type[Notitieverberging | Documentverberging], wat: str) -> Subquery:
    return Subquery(_verborgen(soort, wat).values("herzien_op")[:1])


def verberging_van(onderdeel: Notitie | Document) -> Notitieverberging | Documentverberging | None:
    """Give why a note or paper is hidden now, or none."""
    rijen: QuerySet[Notitieverberging] | QuerySet[Documentverberging] = onderdeel.verbergingen.select_related("door")
    return rijen.filter(opgeheven_op__isnull=True).first()


def _verborgen(soort: type[Notitieverberging | Documentverberging], wat: str) -> QuerySet[Model]:
    return soort._default_manager.filter(**{wat: OuterRef("pk")}, opgeheven_op__isnull=True)


def niet_vertrouwelijk(rijen: QuerySet[Taak], voor: Medewerker | None = None) -> QuerySet[Taak]:
    """Leave out what a confidential matter asks of somebody else: for others there is no such task (ADR 0016)."""
    andermans = Q(herkomst__startswith=f"{VERTROUWELIJK}:")
    return rijen.exclude(andermans & ~Q(voor=voor) if voor else andermans)


def taken(medewerker: Medewerker) -> QuerySet[Taak]:
    """Give the tasks in the worker's scope."""
    rijen = niet_vertrouwelijk(Taak.objects.select_related("dossier__huishouden", "voor"), medewerker)
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), f"dossier__{TEAM}", wet="wet")


def taken_open(dossier_id: int, voor: Medewerker) -> QuerySet[Taak]:
    """Give what is still to be done for a file, the first due first."""
    rijen = Taak.objects.select_related("voor").filter(dossier_id=dossier_id, gedaan_op__isnull=True)
    rijen = niet_vertrouwelijk(rijen, voor)
    return _leesbaar(rijen, voor).order_by("uiterlijk", "pk")


def taken_gedaan(dossier_id: int, voor: Medewerker, limit: int = 20) -> QuerySet[Taak]:
    """Give what was done for a file, the latest first."""
    rijen = Taak.objects.select_related("voor").filter(dossier_id=dossier_id, gedaan_op__isnull=False)
    rijen = niet_vertrouwelijk(rijen, voor)
    return _leesbaar(rijen, voor).order_by("-gedaan_op", "-pk")[:limit]


def medebeslissers(dossier: Dossier, medewerker: Medewerker, dag: date) -> QuerySet[Medewerker]:
    """Give the teammates with whom this worker may decide to close the file: coordinators and the manager."""
    return teamgenoten(dossier.scope_team_id, Recht.REGIE_TOEWIJZEN, dag).exclude(pk=medewerker.pk)


def collegas(dossier: Dossier, dag: date) -> QuerySet[Medewerker]:
    """Give the teammates who may work in the file, by name."""
    return teamgenoten(dossier.scope_team_id, Recht.DOSSIER_BIJHOUDEN, dag)


def documenten(dossier_id: int, voor: Medewerker, limit: int | None = None) -> QuerySet[Document]:
    """Give the documents of a file without their contents, the latest first; `verborgen` as with the notes."""
    rijen = Document.objects.defer("inhoud").select_related("gemaakt_door").filter(dossier_id=dossier_id)
    rijen = _leesbaar(rijen, voor).annotate(verborgen=_verborgen_tot(Documentverberging, "document"))
    return rijen.order_by("-gemaakt_op", "-pk")[:limit]


def documenten_in_bereik(medewerker: Medewerker) -> QuerySet[Document]:
    """Give the documents in the worker's scope, without their contents."""
    rijen = Document.objects.defer("inhoud").select_related("dossier__huishouden")
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), f"dossier__{TEAM}", wet="wet")


def bewoners(huishouden: Huishouden) -> QuerySet[Persoon]:
    """Give the members of the household as residents, eldest first."""
    return Persoon.objects.filter(pk__in=leden(huishouden).values("persoon")).order_by("geboortedatum", "pk")


def is_concept(verslag: Gespreksverslag | None) -> bool:
    """Tell whether the report may still be written in; one that was not begun may."""
    return verslag is None or verslag.status == Verslagstatus.CONCEPT
