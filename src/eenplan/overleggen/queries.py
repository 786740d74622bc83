"""Every read of consultations, each starting from what the worker may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk, binnen_label
from eenplan.delen.models import Samenwerking
from eenplan.delen.queries import beoordeel as beoordeel_delen
from eenplan.delen.queries import lopende_samenwerkingen
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.queries import bewoners, collegas
from eenplan.overleggen.models import (
    Agendapunt,
    Casusbespreking,
    Gedeeld,
    Gedeeldgrond,
    Genodigde,
    Optie,
    Overleg,
    Overlegafspraak,
)
from eenplan.overleggen.states import Afspraakstatus, Overlegstatus
from eenplan.personen.models import Persoon
from eenplan.teams.models import Medewerker

TEAM: Final = "dossier__huishouden__team"
NASLEEP: Final = timedelta(days=90)  # an agreement that was not kept stays on the list of exceptions this long


def visible_to(medewerker: Medewerker, recht: Recht = Recht.DOSSIER_INZIEN) -> QuerySet[Overleg]:
    """Give the consultations in the worker's scope and labels."""
    rijen = Overleg.objects.select_related("dossier__huishouden__team", "gemaakt_door")
    return beperk(rijen, medewerker.bereik(recht), TEAM, wet="wet")


def overleggen_van(dossier_id: int, voor: Medewerker) -> QuerySet[Overleg]:
    """Give the consultations of a file, the latest first, each with how many agreements run."""
    rijen = binnen_label(Overleg.objects.filter(dossier=dossier_id), voor.bereik(Recht.DOSSIER_INZIEN))
    lopend = Count("afspraken", filter=Q(afspraken__status=Afspraakstatus.OPEN))
    return rijen.annotate(lopend=lopend).order_by("-moment", "-pk")


def gepland(dossier_id: int, voor: Medewerker) -> QuerySet[Overleg]:
    """Give the consultations of a file that are still to be held, for the household's page."""
    return visible_to(voor).filter(dossier=dossier_id, status=Overlegstatus.GEPLAND)


def genodigden(medewerker: Medewerker, recht: Recht = Recht.DOSSIER_INZIEN) -> QuerySet[Genodigde]:
    """Give the guests of the consultations in the worker's scope and labels."""
    rijen = Genodigde.objects.select_related(
        "overleg__dossier__huishouden__team", "medewerker", "persoon", "samenwerking"
    )
    return beperk(rijen, medewerker.bereik(recht), f"overleg__{TEAM}", wet="overleg__wet")


def afspraken(medewerker: Medewerker, recht: Recht = Recht.DOSSIER_INZIEN) -> QuerySet[Overlegafspraak]:
    """Give the agreements in the worker's scope and labels, what is due first on top."""
    rijen = Overlegafspraak.objects.select_related("overleg__dossier__huishouden__team", "medewerker", "persoon")
    return beperk(rijen, medewerker.bereik(recht), f"overleg__{TEAM}", wet="overleg__wet").order_by("uiterlijk", "pk")


def niet_nagekomen(medewerker: Medewerker, dag: date, recht: Recht = Recht.DOSSIER_INZIEN) -> QuerySet[Overlegafspraak]:
    """Give the agreements in the worker's scope whose day went by without word, or that were lately not kept."""
    laat = Q(status=Afspraakstatus.OPEN, uiterlijk__lt=dag)
    pas = Q(status=Afspraakstatus.NIET_NAGEKOMEN, afgehandeld_op__date__gte=dag - NASLEEP)
    return afspraken(medewerker, recht).filter(laat | pas)


# ---------------------------------------------------------------------------------------------- one consultation


@dataclass(frozen=True)
class Blad:
    """One consultation with everything on its page."""

    overleg: Overleg
    punten: list[Agendapunt]
    genodigden: list[Genodigde]
    afspraken: list[Overlegafspraak]

    @property
    def eigen(self) -> dict[int, Genodigde]:
        """The invited workers by their number, so that each finds the own place."""
        return {rij.medewerker_id: rij for rij in self.genodigden if rij.medewerker_id}


def blad(overleg: Overleg) -> Blad:
    """Read the page of a consultation that was found through `visible_to`: five questions."""
    gedeeld = Prefetch("gedeeld", Gedeeld.objects.select_related("persoon", "door"))
    gasten = overleg.genodigden.select_related("medewerker", "persoon", "samenwerking").prefetch_related(gedeeld)
    return Blad(
        overleg,
        list(overleg.punten.prefetch_related("opties")),
        list(gasten),
        list(overleg.afspraken.select_related("medewerker", "persoon", "afgehandeld_door")),
    )


def opties(overleg: Overleg) -> QuerySet[Optie]:
    """Give every option of a consultation that was found through `visible_to`."""
    return Optie.objects.select_related("punt__overleg__dossier__huishouden").filter(punt__overleg=overleg)


@dataclass(frozen=True)
class Keuzes:
    """Who may be invited or may promise something, by what the form offers."""

    collegas: list[Medewerker]
    bewoners: list[Persoon]
    partners: list[Samenwerking]


def keuzes(dossier: Dossier, dag: date) -> Keuzes:
    """Give who may be invited: the team, the household, and the organisations we have an agreement with."""
    return Keuzes(list(collegas(dossier, dag)), list(bewoners(dossier.huishouden)), list(lopende_samenwerkingen(dag)))


def nog_te_lezen(genodigde: Genodigde, dag: date) -> list[Gedeeld]:
    """Give what was shared with this guest and may still go on this day: its ground is asked anew."""
    rijen = genodigde.gedeeld.select_related("persoon", "vraag")
    return [rij for rij in rijen if not waarom_niet(genodigde, rij, dag)]


def waarom_niet(genodigde: Genodigde, rij: Gedeeld, dag: date) -> str:
    """Say why this may not go any more on this day; empty when it may."""
    if rij.grond == Gedeeldgrond.BETROKKENE:
        return ""
    if genodigde.samenwerking is None or rij.persoon is None:
        return _("Deze gast hoort bij geen organisatie waarmee wij samenwerken.")
    oordeel = beoordeel_delen(
        rij.persoon,
        genodigde.samenwerking,
        dossier_id=genodigde.dossier_id,
        herkomst=rij.wet,
        doel=rij.doel,
        dag=dag,
    )
    if not oordeel.mag:
        return oordeel.beletsel
    return "" if rij.categorie in oordeel.categorieen else _("Dit soort gegevens mag niet meer mee.")


# ---------------------------------------------------------------------------------------------- cases without names


@dataclass(frozen=True)
class Anoniem:
    """A case as any colleague reads it: nothing that leads to the file. Not even its number."""

    kenmerk: int
    vraag: str
    situatie: str
    status: str
    stand: str
    op: datetime
    adviezen: list[tuple[str, str, datetime]]


def besprekingen(medewerker: Medewerker) -> QuerySet[Casusbespreking]:
    """Give the cases without names that this worker may read: of every team, but not of the own family."""
    bereik = medewerker.bereik(Recht.CASUSBESPREKING_LEZEN)
    if not bereik:
        return Casusbespreking.objects.none()
    rijen = Casusbespreking.objects.prefetch_related("adviezen__door")
    return rijen.exclude(dossier__in=bereik.gesloten_ids)


def besprekingen_van(dossier_id: int, voor: Medewerker) -> QuerySet[Casusbespreking]:
    """Give the cases that were put from this file; for who works in it."""
    rijen = Casusbespreking.objects.annotate(aantal=Count("adviezen"))
    return beperk(rijen.filter(dossier=dossier_id), voor.bereik(Recht.DOSSIER_BIJHOUDEN), TEAM)


def eigen_besprekingen(medewerker: Medewerker) -> QuerySet[Casusbespreking]:
    """Give the cases that were put from the files this worker may write in."""
    return beperk(Casusbespreking.objects.all(), medewerker.bereik(Recht.DOSSIER_BIJHOUDEN), TEAM)


def anoniem(rij: Casusbespreking) -> Anoniem:
    """Give a case without the way back to its file."""
    adviezen = [(advies.door.naam, advies.tekst, advies.op) for advies in rij.adviezen.all()]
    return Anoniem(rij.kenmerk, rij.vraag, rij.situatie, rij.status, rij.get_status_display(), rij.op, adviezen)
