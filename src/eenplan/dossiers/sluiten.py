"""Closing a file (UT12): nobody closes without telling the resident, whom to call later, and what was reached.

The municipality's rule says who decides: the coordinator, two workers who each do so in person, or nobody (C12).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.brieven.model import Brief
from eenplan.brieven.pdf import maak_pdf
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk, NietToegestaan, Onvolledig
from eenplan.core.opmaak import vastgelegd
from eenplan.dossiers.actions import Stuk, voeg_document_toe, wissel_status
from eenplan.dossiers.models import Afsluiting, Documentsoort, Dossier
from eenplan.dossiers.openstaand import wat_doorloopt, wat_openstaat
from eenplan.dossiers.queries import huidige_regie
from eenplan.dossiers.sluitbrief import afsluitbrief
from eenplan.dossiers.states import Dossierstatus
from eenplan.dossiers.werktaken import leg_klaar, rond_af
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.models import Persoon
from eenplan.teams.models import Medewerker

Zetter = Callable[[Brief], bytes]
# Within how many days the second worker answers.
MEEBESLISSEN: Final = timedelta(days=7)
_LEEG: Final = {
    "reden": _lazy("Schrijf op waarom het dossier sluit."),
    "blijft_contact": _lazy("Schrijf op wie de inwoner later kan bellen."),
    "bereikt_inwoner": _lazy("Schrijf op wat er is bereikt, in de woorden van de inwoner."),
    "bereikt_medewerker": _lazy("Schrijf op wat er volgens u is bereikt."),
}


@dataclass(frozen=True)
class Afronding:
    """What must be known before a file closes."""

    reden: str
    verteld_aan: Persoon
    verteld_op: date
    verteld_hoe: str
    blijft_contact: str
    bereikt_inwoner: str
    bereikt_medewerker: str
    zicht_op_hulp: str = ""


@transaction.atomic
def sluit_dossier(
    dossier: Dossier,
    afronding: Afronding,
    *,
    by: Medewerker,
    at: datetime,
    samen_met: Medewerker | None = None,
    zet: Zetter = maak_pdf,
) -> Afsluiting:
    """Close the file with what was told and reached; where two decide, ask the colleague and leave it open.

    Raises Onvolledig with what is missing or still open, NietMogelijk when status or rule forbid it.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    _mag_sluiten(dossier, by=by, at=at)
    _is_volledig(dossier, afronding, at=at)
    afsluiting = Afsluiting(dossier=dossier, opgesteld_door=by, opgesteld_op=at, **vars(afronding))
    if inrichting().sluitregel(at.date()) != "gezamenlijk":
        return _voltooi(afsluiting, by=by, at=at, zet=zet)
    if samen_met is None or samen_met == by or not samen_met.bereik(Recht.REGIE_TOEWIJZEN).omvat(dossier):
        raise NietMogelijk(_("In deze gemeente sluit u een dossier samen. Kies een collega van het team."))
    if dossier.afsluitingen.filter(gesloten_op__isnull=True, teruggegeven_op__isnull=True).exists():
        raise IntussenGewijzigd(_("Er is al gevraagd om dit dossier samen te sluiten."))
    for eerder in dossier.afsluitingen.filter(teruggegeven_op__isnull=False):
        rond_af(eerder, by=by, at=at)
    afsluiting.samen_met = samen_met
    afsluiting.save()
    wat = vastgelegd(_lazy("Beslis mee over het sluiten van dit dossier"))
    leg_klaar(afsluiting, dossier, voor=samen_met, wat=wat, uiterlijk=(at + MEEBESLISSEN).date(), by=by, at=at)
    record(Sleutel.AFSLUITING_GEVRAAGD, afsluiting, by=by, at=at, toelichting=samen_met.naam)
    return afsluiting


@transaction.atomic
def stem_in(afsluiting: Afsluiting, *, by: Medewerker, at: datetime, zet: Zetter = maak_pdf) -> None:
    """The second worker agrees in person: now the file closes. Raises NietToegestaan for anybody else."""
    require(by, Recht.DOSSIER_INZIEN, afsluiting)
    if by.pk != afsluiting.samen_met_id:
        raise NietToegestaan(_("Over dit sluiten beslist de collega die is gevraagd."))
    _is_open(afsluiting)
    _mag_sluiten(afsluiting.dossier, by=by, at=at)
    rond_af(afsluiting, by=by, at=at)
    _voltooi(afsluiting, by=by, at=at, zet=zet)


@transaction.atomic
def geef_terug(afsluiting: Afsluiting, *, reden: str, by: Medewerker, at: datetime) -> None:
    """Do not close: the file stays as it is, and who wanted to close reads why. Either of the two may."""
    require(by, Recht.DOSSIER_INZIEN, afsluiting)
    if by.pk not in (afsluiting.samen_met_id, afsluiting.opgesteld_door_id):
        raise NietToegestaan(_("Over dit sluiten beslist de collega die is gevraagd."))
    _is_open(afsluiting)
    if not reden.strip():
        raise NietMogelijk(_("Schrijf op waarom het dossier open blijft."))
    afsluiting.teruggegeven_op, afsluiting.teruggegeven_reden = at, reden.strip()
    afsluiting.save(update_fields=["teruggegeven_op", "teruggegeven_reden"])
    rond_af(afsluiting, by=by, at=at)
    if by.pk != afsluiting.opgesteld_door_id:
        leg_klaar(
            afsluiting,
            afsluiting.dossier,
            voor=afsluiting.opgesteld_door,
            wat=vastgelegd(_lazy("Het dossier blijft open: lees waarom")),
            uiterlijk=(at + MEEBESLISSEN).date(),
            recht=Recht.DOSSIER_INZIEN,
            by=by,
            at=at,
        )
    record(Sleutel.AFSLUITING_TERUG, afsluiting, by=by, at=at, toelichting=reden.strip())


@transaction.atomic
def lees_terug(afsluiting: Afsluiting, *, by: Medewerker, at: datetime) -> None:
    """Who wanted to close has read why not: that task is done."""
    if afsluiting.teruggegeven_op and by.pk == afsluiting.opgesteld_door_id:
        rond_af(afsluiting, by=by, at=at)


def _mag_sluiten(dossier: Dossier, *, by: Medewerker, at: datetime) -> None:
    """Status and rule allow it, nothing is open, and where the coordinator closes, this is the coordinator."""
    dossier.status = Dossier.objects.select_for_update().get(pk=dossier.pk).status  # nobody opens a case meanwhile
    regel = inrichting().sluitregel(at.date())
    if regel == "slapend":
        raise NietMogelijk(_("In deze gemeente sluit u geen dossier. Kies de status ‘slapend’."))
    if not dossier.OVERGANGEN.mag(dossier.status, Dossierstatus.GESLOTEN):
        raise NietMogelijk(_("Vanuit deze status kan het dossier nog niet dicht. Breng het eerst naar nazorg."))
    regie = huidige_regie(dossier)
    if regel == "regisseur" and regie and regie.regisseur_id != by.pk:
        raise NietMogelijk(
            _("De regisseur sluit het dossier. Vraag {naam}, of neem eerst de regie over.").format(
                naam=regie.regisseur.naam
            )
        )
    if zinnen := wat_openstaat(dossier):
        raise Onvolledig(zinnen)


def _is_volledig(dossier: Dossier, afronding: Afronding, *, at: datetime) -> None:
    zinnen = [str(zin) for veld, zin in _LEEG.items() if not str(getattr(afronding, veld)).strip()]
    if afronding.verteld_op > at.date():
        zinnen.append(_("Vertel het eerst aan de inwoner. De dag daarvan kan niet in de toekomst liggen."))
    if not afronding.zicht_op_hulp.strip() and (hulp := wat_doorloopt(dossier)):
        zinnen += [*hulp, _("Meld dat de hulp stopt, of schrijf op wie er zicht op houdt.")]
    if zinnen:
        raise Onvolledig(zinnen)


def _is_open(afsluiting: Afsluiting) -> None:
    afsluiting.refresh_from_db(from_queryset=Afsluiting.objects.select_for_update(of=("self",)))
    if not afsluiting.is_open:
        raise IntussenGewijzigd(_("Over dit sluiten is al beslist."))


def _voltooi(afsluiting: Afsluiting, *, by: Medewerker, at: datetime, zet: Zetter) -> Afsluiting:
    """Close file, trajectory and coordination, and keep the letter that tells it."""
    dossier = afsluiting.dossier
    brief = afsluitbrief(afsluiting, van=afsluiting.opgesteld_door, op=at.date())
    stuk = Stuk(Documentsoort.OVERIG, "Brief bij het sluiten van het dossier", zet(brief))
    afsluiting.document = voeg_document_toe(dossier, stuk, by=by, at=at)
    afsluiting.gesloten_op = at
    afsluiting.save()
    ander = afsluiting.opgesteld_door if afsluiting.samen_met_id else None
    wissel_status(dossier, to=Dossierstatus.GESLOTEN, reden=afsluiting.reden, by=by, at=at, samen_met=ander)
    dossier.trajecten.filter(gesloten_op__isnull=True).update(gesloten_op=at.date())
    dossier.regies.filter(tot__isnull=True).update(tot=at.date())
    record(Sleutel.DOSSIER_AFGESLOTEN, afsluiting, by=by, at=at)
    return afsluiting
