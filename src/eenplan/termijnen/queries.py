"""Every read of clocks, each starting from what the worker may see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk, binnen_label
from eenplan.teams.models import Medewerker
from eenplan.termijnen.beeld import Termijnbeeld, beeld_van
from eenplan.termijnen.berekening import bereken
from eenplan.termijnen.models import Opschorting, Termijn
from eenplan.wetgeving import termijnen as wet
from eenplan.wetgeving.termijnen import TermijnFout, mag_opschorten, mag_verdagen, zoek_regel
from eenplan.wetgeving.termijnregels import Termijnregel


def visible_to(medewerker: Medewerker, recht: Recht = Recht.TERMIJN_BIJHOUDEN) -> QuerySet[Termijn]:
    """Give the clocks in the worker's scope, with household."""
    rijen = Termijn.objects.select_related("dossier__huishouden")
    return beperk(rijen, medewerker.bereik(recht), "dossier__huishouden__team", wet="wet")


def lopend(dossier_id: int, voor: Medewerker) -> QuerySet[Termijn]:
    """Give the running clocks of a file, the first to fall due first."""
    rijen = Termijn.objects.filter(dossier_id=dossier_id, voltooid_op__isnull=True)
    return binnen_label(rijen, voor.bereik(Recht.DOSSIER_INZIEN)).order_by("einddatum", "pk")


EIGEN_NORM = "dit is een norm van de gemeente zelf"


@dataclass(frozen=True)
class Mogelijkheden:
    """What the law lets a worker do with this clock; where it does not, `_waarom_niet` says why in a sentence."""

    regel: Termijnregel | None
    opschorten: bool
    verdagen: bool
    hervatten: Opschorting | None

    @property
    def opschorten_waarom_niet(self) -> str:
        if self.regel is None:
            return EIGEN_NORM
        return "" if mag_opschorten(self.regel.code) else self.regel.opschorting.reden

    @property
    def verdagen_waarom_niet(self) -> str:
        if self.regel is None:
            return EIGEN_NORM
        return "" if self.regel.verdaging.artikel else self.regel.verdaging.reden


def mogelijkheden(termijn: Termijn, vandaag: date) -> Mogelijkheden:
    """Give what can be done now: a clock that stands still is resumed first, one that is over is not extended."""
    if not termijn.is_wettelijk:
        return Mogelijkheden(regel=None, opschorten=False, verdagen=False, hervatten=None)
    loopt = termijn.voltooid_op is None
    open_staand = termijn.opschortingen.filter(tot_en_met__isnull=True).first() if loopt else None
    return Mogelijkheden(
        regel=zoek_regel(termijn.regel),
        opschorten=loopt and open_staand is None and mag_opschorten(termijn.regel),
        verdagen=loopt and vandaag <= termijn.einddatum and mag_verdagen(termijn.regel, weken=1),
        hervatten=open_staand,
    )


@dataclass(frozen=True)
class Voorbeeld:
    """What the end date would become, or the sentence of the law why not."""

    beeld: Termijnbeeld | None
    bezwaar: str = ""


def voorbeeld_opschorting(
    termijn: Termijn, *, van: date | None, tot_en_met: date | None, vandaag: date
) -> Voorbeeld | None:
    """Tell what a suspension would do; without an end it is measured until today. Without a beginning nothing."""
    if van is None:
        return None
    laatste = tot_en_met or max(van, vandaag)
    return _voorbeeld(lambda: bereken(termijn, vandaag=vandaag, erbij=[wet.Opschorting(van, laatste)]))


def voorbeeld_hervatting(termijn: Termijn, *, tot_en_met: date | None, vandaag: date) -> Voorbeeld | None:
    """Tell what the end date becomes when the clock stood still through this day."""
    if tot_en_met is None:
        return None
    return _voorbeeld(lambda: bereken(termijn, vandaag=vandaag, tot_en_met=tot_en_met))


def voorbeeld_verdaging(termijn: Termijn, *, weken: int | None, vandaag: date) -> Voorbeeld | None:
    """Tell what more weeks would do."""
    if weken is None:
        return None
    return _voorbeeld(lambda: bereken(termijn, vandaag=vandaag, weken_erbij=weken))


def _voorbeeld(reken: Callable[[], wet.Termijn]) -> Voorbeeld:
    try:
        return Voorbeeld(beeld_van(reken()))
    except TermijnFout as fout:
        return Voorbeeld(None, str(fout))
