"""Every read of measurements, each starting from what the worker may see.

What takes a `dossier_id` is for a page that found the file through `visible_to` of the files first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk, binnen_label
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.meetlat import Domein, Leefgebiedset
from eenplan.metingen.models import Meting, Moment, Score
from eenplan.personen.models import Persoon
from eenplan.teams.models import Medewerker
from eenplan.wetgeving.datums import plus_maanden

TEAM = "dossier__huishouden__team"


def visible_to(medewerker: Medewerker, recht: Recht = Recht.DOSSIER_INZIEN) -> QuerySet[Meting]:
    """Give the measurements in the worker's scope, with file, resident and who measured."""
    rijen = Meting.objects.select_related("dossier__huishouden__team", "persoon", "door")
    return beperk(rijen, medewerker.bereik(recht), TEAM, wet="wet")


def geldend(dossier_id: int, voor: Medewerker) -> QuerySet[Meting]:
    """Give the measurements of a file that were not replaced by a correction, under the labels of this worker."""
    rijen = Meting.objects.filter(dossier_id=dossier_id, vervangen_door__isnull=True)
    return binnen_label(rijen, voor.bereik(Recht.DOSSIER_INZIEN))


def laatste(dossier_id: int, persoon: Persoon, leefgebiedset: str, voor: Medewerker) -> Meting | None:
    """Give the last measurement of somebody on a set, with its scores, or none yet."""
    rijen = geldend(dossier_id, voor).filter(persoon=persoon, leefgebiedset=leefgebiedset)
    return rijen.prefetch_related("scores").order_by("-dag", "-pk").first()


def scores_van(meting: Meting | None) -> dict[str, Score]:
    """Give the scores of a measurement by life domain."""
    return {score.domein: score for score in meting.scores.all()} if meting else {}


def opvolger(meting: Meting) -> Meting | None:
    """Give the measurement that put this one right, or none."""
    return Meting.objects.filter(vervangt=meting).first()


def opnieuw_op(meting: Meting) -> date | None:
    """Give the day before which is measured again; none after the last measurement of the help (B3)."""
    return None if meting.moment == Moment.EIND else plus_maanden(meting.dag, inrichting().meten_maanden)


@dataclass(frozen=True)
class Reeks:
    """All measurements of one person on one set, the first one first."""

    persoon: Persoon
    leefgebiedset: Leefgebiedset
    metingen: tuple[Meting, ...]

    @property
    def begin(self) -> Meting:
        return self.metingen[0]

    @property
    def laatste(self) -> Meting:
        return self.metingen[-1]

    @property
    def opnieuw_op(self) -> date | None:
        return opnieuw_op(self.laatste)

    def niveaus(self, meting: Meting) -> list[int | None]:
        """Give the level per life domain in the order of the set; none where it was not discussed."""
        per_domein = scores_van(meting)
        return [getattr(per_domein.get(domein.code), "niveau", None) for domein in self.leefgebiedset.domeinen]

    def verloop(self, domein: str) -> list[tuple[date, Score | None]]:
        """Give how it went in one life domain, measurement by measurement."""
        return [(meting.dag, scores_van(meting).get(domein)) for meting in self.metingen]


def reeksen(dossier_id: int, voor: Medewerker) -> list[Reeks]:
    """Give what was measured in a household, person by person and set by set: two questions, whatever the size."""
    rijen = geldend(dossier_id, voor).select_related("persoon", "door").prefetch_related("scores")
    groepen: dict[tuple[int, str], list[Meting]] = {}
    for meting in rijen.order_by("persoon__geboortedatum", "persoon", "leefgebiedset", "dag", "pk"):
        groepen.setdefault((meting.persoon_id, meting.leefgebiedset), []).append(meting)
    return [Reeks(groep[0].persoon, set_van(groep), tuple(groep)) for groep in groepen.values()]


def set_van(groep: list[Meting]) -> Leefgebiedset:
    """Give the set as it is now; of one that the municipality dropped, what was measured still shows."""
    code = groep[0].leefgebiedset
    gemeten = dict.fromkeys(score.domein for meting in groep for score in meting.scores.all())
    oud = Leefgebiedset(code, code, tuple(Domein(domein, domein) for domein in gemeten))
    return inrichting().leefgebiedset(code) or oud


def te_herhalen(dossier_id: int, voor: Medewerker) -> QuerySet[Meting]:
    """Give the last measurement of each person on each set: what the household's page counts."""
    rijen = geldend(dossier_id, voor)
    laatste_per = rijen.order_by("persoon", "leefgebiedset", "-dag", "-pk").distinct("persoon", "leefgebiedset")
    return Meting.objects.filter(pk__in=laatste_per.values("pk"))
