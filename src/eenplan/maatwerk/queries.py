"""Every read of tailor-made payments: of a household, of what waits for a judgement, the precedents of all teams."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.contrib.postgres.search import SearchQuery
from django.db.models import Max, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk, binnen_label
from eenplan.core.opmaak import bedrag, getal
from eenplan.dossiers.models import Dossier
from eenplan.inrichting.lezen import inrichting
from eenplan.maatwerk.models import Kenmerk, Maatwerkroute, Precedent
from eenplan.maatwerk.states import Maatwerkstatus
from eenplan.teams.models import Medewerker

TEAM = "dossier__huishouden__team"
GRENZEN: Final = (10_000, 25_000, 50_000, 100_000, 250_000)  # in cents: how precisely a precedent tells the amount
MAXIMUM: Final = 100


def visible_to(medewerker: Medewerker, recht: Recht = Recht.MAATWERK_INZIEN) -> QuerySet[Maatwerkroute]:
    """Give the tailor-made routes in the worker's scope and labels, with decision, test and precedent."""
    rijen = Maatwerkroute.objects.select_related(
        "dossier__huishouden__team", "team", "gevraagd_door", "besluit__door", "toets__beoordeeld_door", "precedent"
    )
    return beperk(rijen, medewerker.bereik(recht), TEAM, wet="wet")


def van_dossier(dossier_id: int, voor: Medewerker) -> QuerySet[Maatwerkroute]:
    """Give the routes of a file, the latest first."""
    return visible_to(voor).filter(dossier=dossier_id).order_by("-gevraagd_op", "-pk")


def wachtend(dossier_id: int, voor: Medewerker) -> QuerySet[Maatwerkroute]:
    """Give what waits for a decision in a file, as far as this worker may see."""
    rijen = Maatwerkroute.objects.filter(dossier=dossier_id, status=Maatwerkstatus.GEVRAAGD)
    return binnen_label(rijen, voor.bereik(Recht.MAATWERK_INZIEN))


def te_beslissen(medewerker: Medewerker) -> QuerySet[Maatwerkroute]:
    """Give what waits for this worker's decision, the oldest first: never what the worker asked for."""
    rijen = visible_to(medewerker, Recht.MAATWERK_BEOORDELEN).filter(status=Maatwerkstatus.GEVRAAGD)
    return rijen.exclude(gevraagd_door=medewerker).order_by("gevraagd_op", "pk")


def te_toetsen(medewerker: Medewerker) -> QuerySet[Maatwerkroute]:
    """Give the payments in the sample that nobody judged yet and this worker may, the oldest first."""
    rijen = visible_to(medewerker, Recht.MAATWERK_BEOORDELEN).filter(
        toets__isnull=False, toets__beoordeeld_op__isnull=True
    )
    return rijen.exclude(gevraagd_door=medewerker).order_by("toets__gekozen_op", "pk")


# ------------------------------------------------------------------------------------------------- what may be paid


@dataclass(frozen=True)
class Ruimte:
    """How much can be paid at once today: for this household, and from the money of the team; both of this year."""

    huishouden_cent: int
    team_cent: int

    @property
    def cent(self) -> int:
        return max(0, min(self.huishouden_cent, self.team_cent))

    def waarom_niet(self, kosten_cent: int) -> str:
        """Say why this amount is not paid at once; empty when it is."""
        if kosten_cent > self.huishouden_cent:
            zin = _("Dit is meer dan wat meteen kan voor dit huishouden: nog {bedrag} dit jaar.")
            return zin.format(bedrag=bedrag(max(0, self.huishouden_cent)))
        if kosten_cent > self.team_cent:
            return _("Het jaarbudget van het team voor meteen betalen is op: nog {bedrag}.").format(
                bedrag=bedrag(max(0, self.team_cent))
            )
        return ""


def ruimte(dossier: Dossier, dag: date) -> Ruimte:
    """Give what can still be paid at once: two amounts of the municipality, less what was paid at once this year."""
    regels, meteen = inrichting().maatwerk, Maatwerkroute.objects.filter(jaar=dag.year, is_meteen=True)
    geteld = meteen.aggregate(
        hier=Sum("kosten_cent", filter=Q(dossier=dossier.pk)),
        team=Sum("kosten_cent", filter=Q(team=dossier.huishouden.team_id)),
    )
    return Ruimte(regels.drempel_cent - (geteld["hier"] or 0), regels.teamjaar_cent - (geteld["team"] or 0))


def volgend_nummer(team_id: int, jaar: int) -> int:
    """Give the number of the next payment at once of this team in this year; the caller holds the team."""
    hoogste = Maatwerkroute.objects.filter(team=team_id, jaar=jaar).aggregate(hoogste=Max("volgnummer"))["hoogste"]
    return (hoogste or 0) + 1


# ------------------------------------------------------------------------------------------------------- precedents


@dataclass(frozen=True)
class Voorbeeld:
    """A case of any team as everybody may read it: nothing that tells whose it is."""

    zin: str
    kenmerk: str
    jaar: int
    hoeveel: str
    stand: str


def precedenten(medewerker: Medewerker, woorden: str = "", kenmerk: str = "") -> list[Voorbeeld]:
    """Give the precedents of all teams that hold these words, the latest first: only the anonymous words count."""
    if not medewerker.mag(Recht.MAATWERK_INZIEN):
        return []
    rijen = Precedent.objects.exclude(route__status=Maatwerkstatus.GEVRAAGD)
    if woorden.strip():
        rijen = rijen.filter(woorden=SearchQuery(woorden, config="dutch", search_type="websearch"))
    if kenmerk:
        rijen = rijen.filter(route__kenmerk=kenmerk)
    gevonden = rijen.order_by("-route__jaar", "-pk").values_list(
        "zin", "route__kenmerk", "route__jaar", "route__kosten_cent", "route__status"
    )
    return [
        Voorbeeld(zin, str(Kenmerk(soort).label), jaar, bedragklasse(cent), str(Maatwerkstatus(stand).label))
        for zin, soort, jaar, cent, stand in gevonden[:MAXIMUM]
    ]


def bedragklasse(cent: int) -> str:
    """Say roughly how much it was, so that the amount points at nobody."""
    vorige = 0
    for grens in GRENZEN:
        if cent <= grens:
            return _("€ {van} tot en met € {tot}").format(van=getal(vorige // 100), tot=getal(grens // 100))
        vorige = grens
    return _("meer dan € {van}").format(van=getal(vorige // 100))
