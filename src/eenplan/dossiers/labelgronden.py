"""Let a worker see what falls under another law in one file: ask, grant on a ground, refuse, withdraw.

Two people: who asks never grants. Consent only where the law asks for it, and help never waits for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht, Toegangsoort
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.core.vertaling import vertaald
from eenplan.dossiers.models import Dossier, Labelgrond, Labelgrondsoort
from eenplan.inrichting.keuzes import Wet
from eenplan.personen.gezin import WieBeslist, wie_beslist
from eenplan.personen.models import Persoon
from eenplan.teams.models import Dossiertoegang, Medewerker
from eenplan.wetgeving.gezagsoorten import Besluitsoort
from eenplan.wetgeving.grondslag import Grondslag, Herkomst
from eenplan.wetgeving.wetlabel import grond_voor_label

LANGST: Final = timedelta(days=366)  # a ground is looked at again every year


def grond_van(vraag: Labelgrond) -> Grondslag:
    """Give the ground that the law asks for this request."""
    return grond_voor_label(gebruik=Herkomst(vraag.gebruik), van=Herkomst(vraag.wet))


@transaction.atomic
def vraag_label(dossier: Dossier, *, wet: str, gebruik: str, doel: str, by: Medewerker, at: datetime) -> Labelgrond:
    """Ask to see what falls under another law; the same question twice is one question.

    Raises NietMogelijk for a law the worker sees already, or one he does not work under himself.
    """
    require(by, Recht.DOSSIER_INZIEN, dossier)
    bereik = by.bereik(Recht.DOSSIER_INZIEN)
    if wet == Wet.GEEN or bereik.ziet(dossier.pk, wet):
        raise NietMogelijk(_("Wat onder deze wet valt, ziet u al."))
    if gebruik not in (bereik.wetten or ()):
        raise NietMogelijk(_("Kies een wet waarvoor u zelf werkt. Daarvoor hebt u de gegevens nodig."))
    if not doel.strip():
        raise NietMogelijk(_("Schrijf op waarvoor u dit nodig hebt."))
    Dossier.objects.select_for_update().get(pk=dossier.pk)
    open_vraag = dossier.labelgronden.filter(medewerker=by, wet=wet, op__isnull=True, afgewezen_op__isnull=True)
    if bestaand := open_vraag.first():
        return bestaand
    vraag = Labelgrond.objects.create(
        dossier=dossier, medewerker=by, wet=wet, gebruik=gebruik, doel=doel.strip(), gevraagd_op=at
    )
    record(Sleutel.LABELGROND_GEVRAAGD, vraag, by=by, at=at, toelichting=doel, doel=doel)
    return vraag


@dataclass(frozen=True)
class Toekenning:
    """Until when, and on what: a reason, or the residents about whose data consent was received."""

    tot_en_met: date
    reden: str = ""
    over: tuple[Persoon, ...] = ()


@transaction.atomic
def geef_label(vraag: Labelgrond, toekenning: Toekenning, *, by: Medewerker, at: datetime) -> Labelgrond:
    """Open the label for the worker who asked, on the ground of the law, until a day at most a year away.

    Raises NietToegestaan for an own request or a granter without this label, NietMogelijk when the ground lacks.
    """
    vereis_beslisser(vraag, by=by)
    vers = Labelgrond.objects.select_for_update(of=("self",)).get(pk=vraag.pk)
    if vers.op or vers.afgewezen_op:
        raise NietMogelijk(_("Over deze vraag is al beslist."))
    tot = _einde(toekenning.tot_en_met, at)
    grond = grond_van(vers)
    if not grond.mag:
        raise NietMogelijk(vertaald(grond.uitleg))
    namen = _toestemming(vers, toekenning, at.date()) if grond.vraagt_toestemming else ()
    if not grond.vraagt_toestemming and not toekenning.reden.strip():
        raise NietMogelijk(_("Schrijf op waarom dit nodig is voor de taak uit de wet."))
    soort = Labelgrondsoort.TOESTEMMING if grond.vraagt_toestemming else Labelgrondsoort.UITZONDERING
    vers.toegang = Dossiertoegang.objects.create(
        medewerker=vers.medewerker,
        dossier_id=vers.dossier_id,
        soort=Toegangsoort.WETLABEL,
        wet=vers.wet,
        grond=f"{soort.value}: {grond.vindplaats}"[:200],
        vanaf=at,
        tot=tot,
    )
    vers.soort, vers.vindplaats, vers.reden = soort, grond.vindplaats, toekenning.reden.strip()
    vers.toestemming_van, vers.toegekend_door, vers.op, vers.tot = ", ".join(namen)[:300], by, at, tot
    vers.save()
    if grond.vraagt_toestemming:
        vers.gegeven_door.set(_gevers(toekenning.over, at.date()))
    record(Sleutel.LABELGROND_GEGEVEN, vers, by=by, at=at, toelichting=vers.medewerker.naam, doel=vers.doel)
    return vers


def _einde(tot_en_met: date, at: datetime) -> datetime:
    if not at.date() <= tot_en_met <= at.date() + LANGST:
        raise NietMogelijk(_("Kies een einddag vanaf vandaag, hooguit een jaar verder."))
    return datetime.combine(tot_en_met + timedelta(days=1), time(), at.tzinfo)


def _toestemming(vraag: Labelgrond, toekenning: Toekenning, dag: date) -> tuple[str, ...]:
    """Give the names of all who consented; everybody whose data fall under this label has a say."""
    wiens = {casus.persoon_id for casus in vraag.dossier.casussen.filter(wet=vraag.wet)}
    gevraagd = {persoon.pk for persoon in toekenning.over}
    if not gevraagd or wiens - gevraagd:
        raise NietMogelijk(_("Vink aan over wie de gegevens gaan en van wie u toestemming hebt gekregen."))
    namen: dict[str, None] = {}
    for persoon in toekenning.over:
        namen |= dict.fromkeys(wie_moet(persoon, dag))
    return tuple(namen)


def wie_moet(persoon: Persoon, dag: date) -> tuple[str, ...]:
    """Name everybody whose consent counts for the data of this resident (Jeugdwet 7.3.4, 7.3.5; BW 1:245).

    Raises NietMogelijk when custody or representation must be found out first.
    """
    beslist = _beslist(persoon, dag)
    if beslist.is_uitzoeken or not beslist.stemt_toe:
        raise NietMogelijk(vertaald(beslist.regel.reden))
    return beslist.stemt_toe


def _beslist(persoon: Persoon, dag: date) -> WieBeslist:
    return wie_beslist(persoon, Besluitsoort.DELEN, dag)


def _gevers(over: tuple[Persoon, ...], dag: date) -> set[int]:
    return {pk for persoon in over for pk in _beslist(persoon, dag).toestemming_van}


@transaction.atomic
def wijs_label_af(vraag: Labelgrond, *, reden: str, by: Medewerker, at: datetime) -> None:
    """Refuse the request, with the reason."""
    vereis_beslisser(vraag, by=by)
    if not reden.strip():
        raise NietMogelijk(_("Schrijf op waarom u dit niet toestaat."))
    gedaan = Labelgrond.objects.filter(pk=vraag.pk, op__isnull=True, afgewezen_op__isnull=True).update(
        afgewezen_op=at, afgewezen_door=by, reden=reden.strip()
    )
    if not gedaan:
        raise NietMogelijk(_("Over deze vraag is al beslist."))
    record(Sleutel.LABELGROND_AFGEWEZEN, vraag, by=by, at=at, toelichting=reden)


@transaction.atomic
def trek_label_in(grond: Labelgrond, *, by: Medewerker, at: datetime) -> None:
    """End it at once: consent was withdrawn, or it is no longer needed. Withdrawing twice changes nothing.

    Who got it, the coordinator and the manager may; a withdrawal is never refused because of help that runs.
    """
    if by.pk != grond.medewerker_id:
        vereis_beslisser(grond, by=by)
    if Labelgrond.objects.filter(pk=grond.pk, op__isnull=False, ingetrokken_op__isnull=True).update(
        ingetrokken_op=at, ingetrokken_door=by
    ):
        Dossiertoegang.objects.filter(
            pk__in=Labelgrond.objects.filter(pk=grond.pk).values("toegang"), tot__gt=at
        ).update(tot=at)
        record(Sleutel.LABELGROND_INGETROKKEN, grond, by=by, at=at, toelichting=grond.medewerker.naam)


def vereis_beslisser(vraag: Labelgrond, *, by: Medewerker) -> None:
    """Return only for who may decide on this request. Raises NietToegestaan otherwise."""
    if vraag.medewerker_id == by.pk:
        raise NietToegestaan(_("U hebt dit zelf gevraagd. Een ander beslist erover."))
    if not mag_beslissen(vraag, by=by):
        raise NietToegestaan(_("De regisseur van dit huishouden of een manager beslist hierover."))


def mag_beslissen(vraag: Labelgrond, *, by: Medewerker) -> bool:
    """Tell whether this is the coordinator of this household or a manager, who sees this label and did not ask."""
    ziet = by.bereik(Recht.DOSSIER_INZIEN).ziet(vraag.dossier_id, vraag.wet)
    return ziet and vraag.medewerker_id != by.pk and beslist_hier(vraag.dossier, by=by)


def beslist_hier(dossier: Dossier, *, by: Medewerker) -> bool:
    """Tell whether this worker coordinates this household now, or is a manager of its team."""
    if by.bereik(Recht.PLAN_VASTSTELLEN).omvat(dossier):
        return True
    is_regisseur = dossier.regies.filter(regisseur=by, tot__isnull=True).exists()
    return is_regisseur and by.bereik(Recht.REGIE_TOEWIJZEN).omvat(dossier)
