"""Opening a goal of the plan to an outside helper, what the helper writes there, and what closes it.

The resident grants, refuses and withdraws; the coordinator may close it when somebody's safety asks for that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.core.opmaak import datum
from eenplan.core.transitions import transition
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.queries import huidige_regie
from eenplan.inrichting.lezen import inrichting
from eenplan.ketenpartners.models import Afvinking, Doelopening, Veiligheidssluiting, Voortgang
from eenplan.ketenpartners.opening_queries import MijnDoel, mijn_acties, mijn_doel, wie_opent, wortels
from eenplan.ketenpartners.queries import partner_van
from eenplan.ketenpartners.states import Openingstatus
from eenplan.personen.models import Persoon
from eenplan.personen.queries import leden
from eenplan.plannen.models import Actie, Doel
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker


@dataclass(frozen=True)
class Openingsvraag:
    """Which goal, to which helper, who of the household answers, and till when (exclusive).

    `allen_akkoord` says that everybody else whose consent counts agrees as well.
    """

    doel: Doel
    helper: Medewerker
    inwoner: Persoon
    tot: date
    allen_akkoord: bool = False


@transaction.atomic
def leg_antwoord_vast(vraag: Openingsvraag, *, is_gegeven: bool, by: Medewerker, at: datetime) -> Doelopening:
    """Record what the resident answered to “may this helper see this goal?”: open till a day, or refused.

    Raises NietMogelijk for a goal outside the adopted plan, a helper without a partner, somebody whose consent does not
    count for this goal (Jeugdwet 7.3.11, Wmo 5.1.1), and when it is open to this helper already.
    """
    require(by, Recht.GEGEVENS_DELEN, vraag.doel)
    dossier = Dossier.objects.select_for_update(of=("self",)).get(pk=vraag.doel.dossier_id)
    if vraag.doel.plan.status != Planstatus.VASTGESTELD:
        raise NietMogelijk(_("Alleen een doel van het vastgestelde plan kan worden opengesteld."))
    if not leden(dossier.huishouden).filter(persoon=vraag.inwoner).exists():
        raise NietMogelijk(_("Deze inwoner hoort niet bij dit huishouden."))
    ook = _mag_open(vraag, dossier, at.date()) if is_gegeven else ""
    opening = Doelopening.objects.create(
        dossier=dossier,
        doel=vraag.doel,
        helper=vraag.helper,
        verleend_door=vraag.inwoner,
        ook_akkoord=ook,
        vanaf=at.date(),
        tot=vraag.tot if is_gegeven else at.date() + timedelta(days=1),
        vastgelegd_op=at,
        vastgelegd_door=by,
    )
    transition(opening, to=Openingstatus.OPEN if is_gegeven else Openingstatus.GEWEIGERD)
    sleutel = Sleutel.DOELOPENING_VERLEEND if is_gegeven else Sleutel.DOELOPENING_GEWEIGERD
    record(sleutel, opening, by=by, at=at, toelichting=f"{vraag.inwoner.roepnaam}: {vraag.helper.naam}")
    return opening


def _mag_open(vraag: Openingsvraag, dossier: Dossier, dag: date) -> str:
    """Give the names of the others who agreed; raises NietMogelijk when it cannot be opened like this."""
    laatste = dag + timedelta(days=inrichting().toestemming_dagen)
    if not dag < vraag.tot <= laatste:
        raise NietMogelijk(_("Kies een laatste dag na vandaag en vóór {dag}.").format(dag=datum(laatste)))
    gesloten = vraag.helper.bereik(Recht.EIGEN_DOELEN_INZIEN).gesloten_ids
    if partner_van(vraag.helper, dag) is None or dossier.pk in gesloten:
        raise NietMogelijk(_("Deze hulpverlener kan dit doel niet krijgen. Kies een ander."))
    if _is_open(vraag, dossier, dag):
        raise NietMogelijk(_("Dit doel staat al open voor deze hulpverlener. Trek dat eerst in."))
    wie = wie_opent(vraag.doel, dag)
    if vraag.inwoner.pk not in {persoon.pk for persoon in wie.personen}:
        namen = ", ".join(wie.samen) or ", ".join(persoon.naam for persoon in wie.personen)
        raise NietMogelijk(_("Voor dit doel geeft een ander toegang: {namen}.").format(namen=namen or _("niemand")))
    anderen = [naam for naam in wie.samen if naam != vraag.inwoner.naam]
    if anderen and not vraag.allen_akkoord:
        zin = _("Ook {namen} moet het goed vinden. Vraag dat, en zet dan het vinkje.")
        raise NietMogelijk(zin.format(namen=", ".join(anderen)))
    return ", ".join(anderen)[:300]


def _is_open(vraag: Openingsvraag, dossier: Dossier, dag: date) -> bool:
    wortel = wortels([dossier.pk])
    open_nu = Doelopening.objects.filter(dossier=dossier, helper=vraag.helper, status=Openingstatus.OPEN, tot__gt=dag)
    return any(wortel.get(pk) == wortel.get(vraag.doel.pk) for pk in open_nu.values_list("doel", flat=True))


@transaction.atomic
def trek_in(opening: Doelopening, *, by: Medewerker, at: datetime) -> None:
    """Record that the resident withdraws: it is closed at once (AVG 7 lid 3)."""
    require(by, Recht.GEGEVENS_DELEN, opening)
    _beeindig(opening, to=Openingstatus.INGETROKKEN, by=by, at=at)
    record(Sleutel.DOELOPENING_INGETROKKEN, opening, by=by, at=at, toelichting=opening.helper.naam)


@transaction.atomic
def sluit_om_veiligheid(opening: Doelopening, *, reden: str, by: Medewerker, at: datetime) -> None:
    """Close it at once for somebody's safety, with a reason that the resident's page and the trail do not show.

    Raises NietToegestaan for anybody but the coordinator; without one, a worker of the team does it.
    """
    require(by, Recht.GEGEVENS_DELEN, opening)
    regie = huidige_regie(opening.dossier)
    if regie and regie.regisseur_id != by.pk:
        raise NietToegestaan(_("De regisseur van dit huishouden sluit een doel om veiligheid."))
    if not reden.strip():
        raise NietMogelijk(_("Schrijf op waarom. Alleen het team leest dat."))
    _beeindig(opening, to=Openingstatus.GESLOTEN, by=by, at=at)
    Veiligheidssluiting.objects.create(opening=opening, reden=reden.strip(), op=at, door=by)
    record(Sleutel.DOELOPENING_GESLOTEN, opening, by=by, at=at, toelichting=opening.helper.naam)


def _beeindig(opening: Doelopening, *, to: Openingstatus, by: Medewerker, at: datetime) -> None:
    Doelopening.objects.filter(pk=opening.pk).update(beeindigd_op=at, beeindigd_door=by)
    transition(opening, to=to)
    opening.beeindigd_op, opening.beeindigd_door = at, by


# ------------------------------------------------------------------------------------------- what the helper writes


def _mijn(opening: Doelopening, by: Medewerker, dag: date) -> MijnDoel:
    """Give the goal when it is open to this helper today. Raises NietToegestaan otherwise."""
    gevonden = mijn_doel(by, opening.pk, dag)
    if gevonden is None:
        raise NietToegestaan(_("Dit doel is voor u niet (meer) open."))
    return gevonden


@transaction.atomic
def schrijf_voortgang(opening: Doelopening, *, tekst: str, by: Medewerker, at: datetime) -> Voortgang:
    """Write a dated line about how the goal goes; the same line sent twice on a day is one."""
    _mijn(opening, by, at.date())
    if not tekst.strip():
        raise NietMogelijk(_("Schrijf op hoe het gaat met dit doel."))
    Doelopening.objects.select_for_update().get(pk=opening.pk)
    dubbel = opening.voortgang.filter(tekst=tekst.strip(), door=by, op__date=at.date()).first()
    if dubbel:
        return dubbel
    geschreven = Voortgang.objects.create(opening=opening, tekst=tekst.strip(), op=at, door=by)
    record(Sleutel.OPENGESTELD_DOEL_VOORTGANG, opening, by=by, at=at, toelichting=tekst.strip()[:200])
    return geschreven


@transaction.atomic
def vink_af(opening: Doelopening, actie: Actie, *, is_gedaan: bool, by: Medewerker, at: datetime) -> None:
    """Tick an own action off, or take that back; twice is once. Raises NietToegestaan for somebody else's action."""
    mijn = _mijn(opening, by, at.date())
    regel = next((een for een in mijn_acties(mijn, by) if een.actie.pk == actie.pk and een.is_eigen), None)
    if regel is None:
        raise NietToegestaan(_("U vinkt alleen uw eigen acties af."))
    if regel.is_gedaan == is_gedaan:
        return
    if is_gedaan:
        Afvinking.objects.create(opening=opening, actie=actie, op=at, door=by)
    else:
        Afvinking.objects.filter(opening=opening, actie__wat=actie.wat, terug_op__isnull=True).update(terug_op=at)
    stand = "gedaan" if is_gedaan else "toch niet gedaan"
    record(Sleutel.OPENGESTELD_DOEL_ACTIE, opening, by=by, at=at, toelichting=f"{actie.wat}: {stand}")
