"""Help is delivered: ask a provider for a result, note when the help starts and when it stops."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.aanbod.models import Aanbieder, Contract
from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.besluiten.models import Besluitregel, Uitkomst
from eenplan.besluiten.queries import zonder_brief
from eenplan.besluiten.states import Besluitstatus
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk
from eenplan.core.opmaak import vastgelegd
from eenplan.dossiers.actions import neem_in_regie
from eenplan.inrichting.keuzes import Wet
from eenplan.plannen.models import Inzet
from eenplan.teams.models import Medewerker
from eenplan.toewijzingen.gestopt import verwerk_gestopt
from eenplan.toewijzingen.models import Beeindiging, Levering, Toewijzing
from eenplan.wetgeving.datums import zonder_weekdag


@transaction.atomic
def wijs_toe(regel: Besluitregel, *, aanbieder: Aanbieder, by: Medewerker, at: datetime) -> Toewijzing:
    """Ask the provider for the result of the goal; no hours are asked for (EN18).

    Raises NietMogelijk before the decision, for work and income (granted elsewhere), or when the provider has no
    contract for this help on the first day.
    """
    besluit = regel.besluit
    require(by, Recht.TOEWIJZING_BIJHOUDEN, besluit)
    if regel.inzet.voorziening and regel.inzet.voorziening.wet == Wet.PARTICIPATIEWET:
        raise NietMogelijk(_("Werk en Inkomen regelt werk en uitkering. Het team wijst die hulp niet toe."))
    if besluit.status != Besluitstatus.GENOMEN or not regel.is_toegekend:
        raise NietMogelijk(_("Er is nog geen besluit dat deze hulp toekent. Neem eerst het besluit."))
    if not zonder_brief(Besluitregel.objects.filter(pk=regel.pk)).exists():
        raise NietMogelijk(_("Deze hulp is al toegezegd in een brief. Wijs haar toe bij die brief."))
    if Besluitregel.objects.filter(
        pk=regel.pk,
        besluit__verzoek__aanvraag__besluit__uitkomst=Uitkomst.AFGEWEZEN,
        besluit__verzoek__aanvraag__besluit__status=Besluitstatus.GENOMEN,
    ).exists():
        raise NietMogelijk(_("Na deze brief is de hulp met een besluit afgewezen."))
    _heeft_contract(aanbieder, regel.inzet, at.date())
    try:
        with transaction.atomic():
            toewijzing = Toewijzing.objects.create(
                dossier=besluit.dossier,
                regel=regel,
                inzet=regel.inzet,
                aanbieder=aanbieder,
                beoogd_resultaat=regel.inzet.doel.resultaat,
                toegewezen_op=at.date(),
                door=by,
            )
    except IntegrityError as fout:
        raise IntussenGewijzigd(_("Deze hulp is al toegewezen. Ververs de pagina om te zien aan wie.")) from fout
    record(Sleutel.TOEWIJZING_GEDAAN, toewijzing, by=by, at=at, toelichting=aanbieder.naam)
    return toewijzing


def _heeft_contract(aanbieder: Aanbieder, inzet: Inzet, dag: date) -> None:
    begin = max(inzet.vanaf or dag, dag)
    lopend = Contract.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=begin), aanbieder=aanbieder, voorziening=inzet.voorziening, vanaf__lte=begin
    )
    if not lopend.exists():
        raise NietMogelijk(
            _("{aanbieder} heeft op {dag} geen contract voor deze hulp. Kies een andere aanbieder.").format(
                aanbieder=aanbieder.naam, dag=zonder_weekdag(begin)
            )
        )


@transaction.atomic
def meld_start(
    toewijzing: Toewijzing, *, gestart_op: date, by: Medewerker, at: datetime, reden_vertraging: str = ""
) -> Levering:
    """Note that the help really started; an active file is in regie from then on.

    Raises NietMogelijk for a day in the future or before the decision, and for a second start.
    """
    require(by, Recht.TOEWIJZING_BIJHOUDEN, toewijzing)
    if gestart_op > at.date():
        raise NietMogelijk(_("De hulp kan niet in de toekomst gestart zijn. Meld de start op de dag zelf of erna."))
    genomen_op = toewijzing.regel.besluit.genomen_op
    if genomen_op is None or gestart_op < genomen_op:
        raise NietMogelijk(_("De hulp kan niet gestart zijn voor het besluit. Controleer de datum."))
    try:
        with transaction.atomic():
            levering = Levering.objects.create(
                toewijzing=toewijzing,
                gestart_op=gestart_op,
                reden_vertraging=reden_vertraging,
                gemeld_op=at,
                gemeld_door=by,
            )
    except IntegrityError as fout:
        raise IntussenGewijzigd(_("De start van deze hulp is al gemeld.")) from fout
    neem_in_regie(toewijzing.dossier, reden=vastgelegd(_lazy("de hulp is gestart")), by=by, at=at)
    record(Sleutel.HULP_GESTART, toewijzing, by=by, at=at, toelichting=toewijzing.aanbieder.naam)
    return levering


@transaction.atomic
def meld_stop(levering: Levering, *, gestopt_op: date, reden: str, by: Medewerker, at: datetime) -> Beeindiging:
    """Note that the help stopped, and why. Raises NietMogelijk for a day before the start, and for a second end."""
    toewijzing = levering.toewijzing
    require(by, Recht.TOEWIJZING_BIJHOUDEN, toewijzing)
    if not reden.strip():
        raise NietMogelijk(_("Schrijf op waarom de hulp stopt."))
    if gestopt_op < levering.gestart_op:
        raise NietMogelijk(_("De hulp kan niet stoppen voordat zij begon. Controleer de datum."))
    if gestopt_op > at.date():
        raise NietMogelijk(_("Meld het einde op de dag zelf of erna; de hulp loopt nu nog."))
    try:
        with transaction.atomic():
            einde = Beeindiging.objects.create(
                levering=levering, gestopt_op=gestopt_op, reden=reden.strip(), gemeld_op=at, gemeld_door=by
            )
    except IntegrityError as fout:
        raise IntussenGewijzigd(_("Het einde van deze hulp is al gemeld.")) from fout
    record(Sleutel.HULP_GESTOPT, toewijzing, by=by, at=at, toelichting=einde.reden)
    verwerk_gestopt(toewijzing, by=by, at=at)
    return einde
