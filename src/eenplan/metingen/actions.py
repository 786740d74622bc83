"""What is done with measurements: measure somebody, or put a measurement right. Each keeps its own reminder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk
from eenplan.core.opmaak import vastgelegd
from eenplan.dossiers.actions import vereis_label
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.queries import regisseur_of
from eenplan.dossiers.werktaken import leg_klaar, rond_af
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.metingen.models import Meting, Moment, Score
from eenplan.metingen.queries import opnieuw_op
from eenplan.personen.models import Persoon
from eenplan.teams.models import Medewerker


@dataclass(frozen=True)
class Uitkomst:
    """How it stands in one life domain, and the mark the resident gives."""

    niveau: int | None = None
    reden: str = ""
    cijfer: int | None = None

    @property
    def is_besproken(self) -> bool:
        return self.niveau is not None or self.cijfer is not None


@transaction.atomic
def meet(
    dossier: Dossier,
    *,
    persoon: Persoon,
    leefgebiedset: str,
    moment: Moment,
    dag: date,
    uitkomsten: Mapping[str, Uitkomst],
    wet: str = Wet.GEEN,
    vervangt: Meting | None = None,
    by: Medewerker,
    at: datetime,
) -> Meting:
    """Keep how somebody does on a day; the next measurement becomes a task, unless this was the last one.

    Raises NietMogelijk for a day to come, a set that is unknown, nothing discussed, or a second measurement that day.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    vereis_label(by, dossier, wet)
    Dossier.objects.select_for_update().get(pk=dossier.pk)  # two at once become one after the other
    eerdere = Meting.objects.filter(
        dossier=dossier, persoon=persoon, leefgebiedset=leefgebiedset, vervangen_door__isnull=True
    )
    besproken = {domein: uitkomst for domein, uitkomst in uitkomsten.items() if uitkomst.is_besproken}
    _controleer(dossier, persoon, leefgebiedset, dag, besproken, op=at.date())
    if vervangt is None and eerdere.filter(dag=dag).exists():
        raise NietMogelijk(
            _("Van deze dag is er al een meting. Kies een andere dag, of verbeter de meting die er staat.")
        )
    if vervangt is not None and not eerdere.filter(pk=vervangt.pk).exists():
        raise IntussenGewijzigd(_("Een collega heeft deze meting net verbeterd. Ververs de pagina."))
    meting = Meting.objects.create(
        dossier=dossier,
        persoon=persoon,
        leefgebiedset=leefgebiedset,
        moment=moment,
        dag=dag,
        wet=wet,
        door=by,
        vastgelegd_op=at,
        vervangt=vervangt,
    )
    Score.objects.bulk_create(
        Score(meting=meting, domein=domein, niveau=rij.niveau, reden=rij.reden, cijfer=rij.cijfer)
        for domein, rij in besproken.items()
    )
    record(Sleutel.METING_GEDAAN, meting, by=by, at=at, toelichting=_zin(meting))
    _plan_volgende(meting, [*eerdere.exclude(pk=meting.pk), *([vervangt] if vervangt else [])], by=by, at=at)
    return meting


def _controleer(
    dossier: Dossier, persoon: Persoon, code: str, dag: date, besproken: Mapping[str, Uitkomst], *, op: date
) -> None:
    gekozen = inrichting().leefgebiedset(code)
    if gekozen is None or besproken.keys() - {domein.code for domein in gekozen.domeinen}:
        raise NietMogelijk(_("Deze leefgebieden horen niet meer bij de inrichting. Begin de meting opnieuw."))
    if not dossier.huishouden.leden.filter(persoon=persoon).exists():
        raise NietMogelijk(_("Deze persoon hoort niet bij dit huishouden."))
    if dag > op:
        raise NietMogelijk(_("Deze dag moet nog komen. Vul de dag in waarop u het besprak."))
    if not besproken:
        raise NietMogelijk(_("Er is nog niets ingevuld. Kies bij ten minste één leefgebied een niveau of een cijfer."))


def _zin(meting: Meting) -> str:
    wanneer = vastgelegd(Moment(meting.moment).label)
    return f"{meting.persoon.naam}, {wanneer}" + (" (verbeterd)" if meting.vervangt_id else "")


def _plan_volgende(meting: Meting, eerdere: list[Meting], *, by: Medewerker, at: datetime) -> None:
    """Have one reminder for this person and set, hanging on the measurement of the latest day."""
    geldend = [rij for rij in eerdere if rij.pk != meting.vervangt_id]
    jongste = max([*geldend, meting], key=lambda rij: (rij.dag, rij.pk))
    for rij in eerdere:
        if rij.pk != jongste.pk:
            rond_af(rij, by=by, at=at)
    volgende = opnieuw_op(jongste)
    if volgende is None:
        rond_af(jongste, by=by, at=at)
        return
    wie = regisseur_of(meting.dossier, by)
    leg_klaar(
        jongste,
        meting.dossier,
        voor=wie if wie.bereik(Recht.DOSSIER_INZIEN).ziet(meting.dossier_id, jongste.wet) else by,
        wat=_herinnering(jongste.persoon),
        uiterlijk=volgende,
        wet=jongste.wet,
        by=by,
        at=at,
    )


def _herinnering(persoon: Persoon) -> str:
    return f"Opnieuw meten: hoe gaat het met {persoon.naam}?"[:200]
