"""What is done with a place on the waiting list: give it, look again, end it. The owner's next look is a task."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.aanbod.models import Aanbieder, Voorziening
from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk
from eenplan.core.opmaak import datum_kort, vastgelegd
from eenplan.dossiers.actions import vereis_label
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.werktaken import leg_klaar, rond_af
from eenplan.inrichting.keuzes import Wet
from eenplan.personen.models import Persoon
from eenplan.teams.models import Medewerker
from eenplan.wachtlijsten.models import Einde, Wachtherziening, Wachtplek


@dataclass(frozen=True)
class Zorg:
    """Who looks after somebody who waits: the owner, what is done meanwhile, who does what, and the next look."""

    eigenaar: Medewerker
    overbrugging: str
    afspraak: str
    herzien_op: date


@transaction.atomic
def zet_op_wachtlijst(
    dossier: Dossier,
    *,
    waarvoor: str,
    zorg: Zorg,
    sinds: date,
    persoon: Persoon | None = None,
    voorziening: Voorziening | None = None,
    aanbieder: Aanbieder | None = None,
    wet: str = Wet.GEEN,
    by: Medewerker,
    at: datetime,
) -> Wachtplek:
    """Let somebody wait, never without an owner and something to bridge the time; the next look is the owner's task.

    The same place asked for twice is one place. Raises NietMogelijk for an owner outside the team, a day that does not
    fit, or no agreement with the provider.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    vereis_label(by, dossier, wet)
    Dossier.objects.select_for_update().get(pk=dossier.pk)
    if sinds > at.date():
        raise NietMogelijk(_("Het wachten is nog niet begonnen. Kies vandaag of een eerdere dag."))
    _controleer(dossier, zorg, wet, bij_ander=bool(voorziening or aanbieder), at=at)
    wat = {"waarvoor": waarvoor, "persoon": persoon, "voorziening": voorziening, "aanbieder": aanbieder}
    if staat_er := Wachtplek.objects.filter(dossier=dossier, beeindigd_op__isnull=True, sinds=sinds, **wat).first():
        return staat_er
    wachtplek = Wachtplek.objects.create(
        dossier=dossier,
        **wat,
        **_velden(zorg),
        sinds=sinds,
        wet=wet,
        geplaatst_op=at,
        geplaatst_door=by,
    )
    record(Sleutel.WACHTPLEK_GEGEVEN, wachtplek, by=by, at=at, toelichting=waarvoor)
    _leg_herziening_klaar(wachtplek, by=by, at=at)
    return wachtplek


@transaction.atomic
def herzie(wachtplek: Wachtplek, *, bevinding: str, zorg: Zorg, gezien: int, by: Medewerker, at: datetime) -> None:
    """Write down what was found on looking again, and who looks after it till the next time.

    `gezien` is how many earlier looks the worker saw. Raises IntussenGewijzigd when a colleague looked meanwhile,
    NietMogelijk when the wait is over or something does not fit.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, wachtplek)
    vers = _open(wachtplek)
    if vers.herzieningen.count() != gezien:
        raise IntussenGewijzigd(
            _("Een collega heeft hier net naar gekeken. Uw tekst staat er nog; lees eerst wat de collega schreef.")
        )
    bij_ander = bool(vers.voorziening_id or vers.aanbieder_id)
    _controleer(vers.dossier, zorg, vers.wet, bij_ander=bij_ander, at=at)
    Wachtherziening.objects.create(wachtplek=vers, op=at, door=by, bevinding=bevinding, volgende_op=zorg.herzien_op)
    for veld, waarde in _velden(zorg).items():
        setattr(vers, veld, waarde)
    vers.save(update_fields=list(_velden(zorg)))
    record(Sleutel.WACHTPLEK_HERZIEN, vers, by=by, at=at, toelichting=bevinding)
    _leg_herziening_klaar(vers, by=by, at=at)


@transaction.atomic
def beeindig(
    wachtplek: Wachtplek, *, einde: Einde, op: date, toelichting: str = "", by: Medewerker, at: datetime
) -> None:
    """End the wait with its reason; nobody needs to look again. Raises NietMogelijk when it ended before."""
    require(by, Recht.DOSSIER_BIJHOUDEN, wachtplek)
    vers = _open(wachtplek)
    if not vers.sinds <= op <= at.date():
        raise NietMogelijk(_("Kies een dag vanaf {sinds} tot en met vandaag.").format(sinds=datum_kort(vers.sinds)))
    if einde == Einde.ANDERS and not toelichting:
        raise NietMogelijk(_("Schrijf in één zin waarom het wachten stopt."))
    vers.beeindigd_op, vers.einde, vers.einde_toelichting = op, einde, toelichting
    vers.save(update_fields=["beeindigd_op", "einde", "einde_toelichting"])
    zin = ": ".join(filter(None, (vastgelegd(einde.label), toelichting)))
    record(Sleutel.WACHTPLEK_BEEINDIGD, vers, by=by, at=at, toelichting=zin)
    rond_af(vers, by=by, at=at)


def _open(wachtplek: Wachtplek) -> Wachtplek:
    """Give the place as it is now, held until the act is done."""
    vers = Wachtplek.objects.select_for_update(of=("self",)).select_related("dossier__huishouden").get(pk=wachtplek.pk)
    if vers.beeindigd_op is not None:
        raise NietMogelijk(_("Dit wachten is al beëindigd. Ververs de pagina om te zien waarom."))
    return vers


def _controleer(dossier: Dossier, zorg: Zorg, wet: str, *, bij_ander: bool, at: datetime) -> None:
    bereik = zorg.eigenaar.bereik(Recht.DOSSIER_BIJHOUDEN)
    if not bereik.omvat(dossier) or not bereik.ziet(dossier.pk, wet):
        raise NietMogelijk(
            _("Deze collega werkt niet in dit dossier of niet onder dit label. Kies een andere eigenaar.")
        )
    if not zorg.overbrugging.strip():
        raise NietMogelijk(_("Schrijf op wat er in de tussentijd gebeurt."))
    if bij_ander and not zorg.afspraak.strip():
        raise NietMogelijk(_("Schrijf op wat u met de aanbieder afsprak: wie doet wat tijdens het wachten?"))
    if zorg.herzien_op <= at.date():
        raise NietMogelijk(_("De dag om opnieuw te kijken moet nog komen. Kies een dag na vandaag."))


def _velden(zorg: Zorg) -> dict[str, object]:
    return {veld.name: getattr(zorg, veld.name) for veld in fields(zorg)}


def _leg_herziening_klaar(wachtplek: Wachtplek, *, by: Medewerker, at: datetime) -> None:
    leg_klaar(
        wachtplek,
        wachtplek.dossier,
        voor=wachtplek.eigenaar,
        wat=f"Wachtlijst, kijk opnieuw: {wachtplek.waarvoor}"[:200],
        uiterlijk=wachtplek.herzien_op,
        wet=wachtplek.wet,
        by=by,
        at=at,
    )
