"""Write down the hours that the team itself puts in for a case; above the month's maximum with a reason (C7, LW9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.core.opmaak import getal
from eenplan.dossiers.models import Casus
from eenplan.inrichting.lezen import inrichting
from eenplan.plannen.models import KWARTIEREN_PER_UUR, Urenoverschrijding, Urenregel, eerste_dag, uren
from eenplan.teams.models import Medewerker

MEESTE_OP_EEN_DAG = 24 * KWARTIEREN_PER_UUR


class RedenGevraagd(NietMogelijk):
    """The month would go above the maximum, and nobody said why yet."""


@dataclass(frozen=True)
class Inspanning:
    """What a worker did on a day for a case, and why that is more than the guard allows when it is."""

    dag: date
    aantal_uren: Decimal
    wat: str
    reden: str = ""

    @property
    def kwartieren(self) -> Decimal:
        return self.aantal_uren * KWARTIEREN_PER_UUR


@transaction.atomic
def schrijf_uren(casus: Casus, inspanning: Inspanning, *, by: Medewerker, at: datetime) -> Urenregel:
    """Keep the hours of one day. The line that takes the calendar month above the maximum asks for a reason, once.

    Raises RedenGevraagd without it, and NietMogelijk for a part of a quarter, a day to come or one outside the case.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, casus)
    _controleer(casus, inspanning, at.date())
    # Locked, so that two workers who write at the same time do not each see the month without the other.
    vers = Casus.objects.select_for_update().get(pk=casus.pk)
    totaal = kwartieren_in_maand(vers, inspanning.dag) + int(inspanning.kwartieren)
    if totaal > inrichting().eigen_inzet_uren * KWARTIEREN_PER_UUR:
        _verantwoord(vers, inspanning, totaal, by=by, at=at)
    regel = Urenregel.objects.create(
        dossier_id=vers.dossier_id,
        casus=vers,
        dag=inspanning.dag,
        kwartieren=int(inspanning.kwartieren),
        medewerker=by,
        wat=inspanning.wat.strip(),
        geschreven_op=at,
    )
    record(Sleutel.UREN_GESCHREVEN, regel, by=by, at=at, toelichting=regel.wat)
    return regel


def kwartieren_in_maand(casus: Casus, dag: date) -> int:
    """Count the quarters of an hour that a case took in the calendar month of this day."""
    rijen = casus.urenregels.filter(dag__year=dag.year, dag__month=dag.month)
    return rijen.aggregate(som=Sum("kwartieren"))["som"] or 0


def _controleer(casus: Casus, inspanning: Inspanning, vandaag: date) -> None:
    if inspanning.dag > vandaag:
        raise NietMogelijk(_("Deze dag ligt in de toekomst. Schrijf uren op als ze gemaakt zijn."))
    if inspanning.dag < casus.gestart_op or (casus.gesloten_op and inspanning.dag > casus.gesloten_op):
        raise NietMogelijk(_("Deze dag valt buiten de casus. Kies een dag waarop de casus liep."))
    if inspanning.kwartieren != int(inspanning.kwartieren) or not 0 < inspanning.kwartieren <= MEESTE_OP_EEN_DAG:
        raise NietMogelijk(_("Schrijf de tijd in kwartieren: 0,25, 0,5, 0,75, 1 en zo verder."))


def _verantwoord(casus: Casus, inspanning: Inspanning, totaal: int, *, by: Medewerker, at: datetime) -> None:
    """Keep why this month goes above the maximum; it is asked once per case and month."""
    maand = eerste_dag(inspanning.dag)
    if casus.urenoverschrijdingen.filter(maand=maand).exists():
        return
    if not inspanning.reden.strip():
        zin = _("Deze casus komt in deze maand op {uren} uur. Dat is meer dan {maximum} uur: schrijf op waarom.")
        raise RedenGevraagd(zin.format(uren=getal(float(uren(totaal)), 2), maximum=inrichting().eigen_inzet_uren))
    reden = inspanning.reden.strip()
    Urenoverschrijding.objects.create(casus=casus, maand=maand, reden=reden, door=by, op=at)
    record(Sleutel.UREN_BOVEN_MAXIMUM, casus, by=by, at=at, toelichting=reden)


@transaction.atomic
def haal_uren_weg(regel: Urenregel, *, by: Medewerker, at: datetime) -> None:
    """Take a line out that was written by mistake; only who wrote it may."""
    require(by, Recht.DOSSIER_BIJHOUDEN, regel)
    if regel.medewerker_id != by.pk:
        raise NietToegestaan(_("Deze uren schreef een collega. Vraag die om de regel weg te halen."))
    record(Sleutel.UREN_WEGGEHAALD, regel, by=by, at=at, toelichting=regel.wat)
    regel.delete()
