"""Every write of tasks at partners: set out on a ground, answered, reminded of and withdrawn."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.core.transitions import transition
from eenplan.delen.models import Deling, Samenwerking
from eenplan.delen.queries import waarom_niet
from eenplan.dossiers.actions import DUBBEL
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.queries import regisseur_of
from eenplan.dossiers.werktaken import leg_klaar, rond_af
from eenplan.ketenpartners.deling import Deelgrond, begin_deling, noem_onderdeel, volg
from eenplan.ketenpartners.models import Partnerantwoord, Partnerherinnering, Partnermedewerker, Partnertaak
from eenplan.ketenpartners.queries import helpers, partner_van
from eenplan.ketenpartners.states import TAAK_LOOPT, Partnertaakstatus
from eenplan.plannen.models import Doel
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker

__all__ = ["Deelgrond", "zet_taak_uit"]

BEKIJKEN: Final = timedelta(days=3)  # so soon somebody looks at what a partner answered
_SLEUTEL: Final = {
    Partnertaakstatus.AANVAARD: Sleutel.PARTNERTAAK_AANVAARD,
    Partnertaakstatus.GEWEIGERD: Sleutel.PARTNERTAAK_GEWEIGERD,
    Partnertaakstatus.GEREED: Sleutel.PARTNERTAAK_GEREED,
    Partnertaakstatus.TERUGGEGEVEN: Sleutel.PARTNERTAAK_TERUGGEGEVEN,
}


@transaction.atomic
def zet_taak_uit(
    dossier: Dossier,
    *,
    partner: Samenwerking,
    wat: str,
    uiterlijk: date,
    doel: Doel | None = None,
    gegevens: str = "",
    grond: Deelgrond | None = None,
    by: Medewerker,
    at: datetime,
) -> Partnertaak:
    """Ask a partner to do something before a day, with just the information needed; sent twice it is one task.

    It goes out as a sharing: raises NietMogelijk without a legal task or consent that holds (Wmo 5.1.1, AVG 6), for a
    day gone by, and for a goal that is not in the adopted plan of this file.
    """
    require(by, Recht.GEGEVENS_DELEN, dossier)
    if grond is None:
        raise NietMogelijk(_("Zonder grond gaat er niets naar een partner. Kies over wie het gaat, en waarvoor."))
    if uiterlijk < at.date():
        raise NietMogelijk(_("Kies vandaag of een latere dag als uiterste dag."))
    _hoort_bij(doel, dossier)
    Dossier.objects.select_for_update().get(pk=dossier.pk)
    gelijk = Partnertaak.objects.filter(dossier=dossier, partner=partner, wat=wat, uiterlijk=uiterlijk)
    if dubbel := gelijk.filter(uitgezet_op__gt=at - DUBBEL).first():
        return dubbel
    taak = Partnertaak.objects.create(
        dossier=dossier,
        partner=partner,
        deling=begin_deling(dossier, partner, grond, uiterlijk=uiterlijk, by=by, at=at),
        wet=grond.wet,
        doel=doel,
        wat=wat,
        gegevens=gegevens.strip(),
        uiterlijk=uiterlijk,
        uitgezet_op=at,
        uitgezet_door=by,
    )
    noem_onderdeel(taak)
    record(Sleutel.PARTNERTAAK_UITGEZET, taak, by=by, at=at, toelichting=_naam(taak))
    _taak_voor_regisseur(taak, wat=_("Naloop: {naam}").format(naam=_naam(taak)), uiterlijk=uiterlijk, by=by, at=at)
    return taak


def _hoort_bij(doel: Doel | None, dossier: Dossier) -> None:
    if doel and (doel.plan.dossier_id != dossier.pk or doel.plan.status != Planstatus.VASTGESTELD):
        raise NietMogelijk(_("Dit doel staat niet in het vastgestelde plan van dit huishouden. Kies een ander doel."))


def _naam(taak: Partnertaak) -> str:
    return f"{taak.partner.naam}: {taak.wat}"


def _taak_voor_regisseur(taak: Partnertaak, *, wat: str, uiterlijk: date, by: Medewerker, at: datetime) -> None:
    """Have the coordinator look after it; without one, whoever set the task out."""
    leg_klaar(
        taak,
        taak.dossier,
        voor=regisseur_of(taak.dossier, taak.uitgezet_door),
        wat=wat[:200],
        uiterlijk=uiterlijk,
        wet=taak.wet,
        recht=Recht.PARTNERTAAK_UITVOEREN if is_helper(taak, by, at.date()) else Recht.GEGEVENS_DELEN,
        by=by,
        at=at,
    )


def is_helper(taak: Partnertaak, medewerker: Medewerker, dag: date) -> bool:
    """Tell whether this is an outside helper who works for the partner that has the task."""
    partner = partner_van(medewerker, dag) if medewerker.bereik(Recht.PARTNERTAAK_UITVOEREN).omvat(taak) else None
    return partner is not None and partner.pk == taak.partner_id


@transaction.atomic
def beantwoord(
    taak: Partnertaak, *, naar: Partnertaakstatus, tekst: str = "", gehoord_van: str = "", by: Medewerker, at: datetime
) -> Partnerantwoord:
    """Keep what the partner answered; the sharing follows, and the coordinator has a task to look at it.

    The partner answers, or a worker who heard it by telephone and says from whom. Raises NietMogelijk without the
    reason or result, and when nothing may go to the partner any more.
    """
    helpt = is_helper(taak, by, at.date())
    if not helpt:
        require(by, Recht.GEGEVENS_DELEN, taak)
    tekst, gehoord_van = tekst.strip(), "" if helpt else gehoord_van.strip()
    _is_volledig(naar, tekst, gehoord_van, helpt=helpt)
    if helpt or naar == Partnertaakstatus.AANVAARD:
        _mag_nog_uit(taak, at.date())
    transition(taak, to=naar)
    antwoord = Partnerantwoord.objects.create(
        taak=taak, status=naar, tekst=tekst, gehoord_van=gehoord_van, op=at, door=by
    )  # fmt: skip
    volg(taak, reden=tekst, by=by, at=at)
    record(_SLEUTEL[naar], taak, by=by, at=at, toelichting=f"{_naam(taak)}{': ' if tekst else ''}{tekst}")
    if naar != Partnertaakstatus.AANVAARD:
        wat = _("{stand} door partner, bekijk dit: {naam}").format(stand=taak.get_status_display(), naam=_naam(taak))
        _taak_voor_regisseur(taak, wat=wat, uiterlijk=at.date() + BEKIJKEN, by=by, at=at)
    return antwoord


def _is_volledig(naar: Partnertaakstatus, tekst: str, gehoord_van: str, *, helpt: bool) -> None:
    if naar not in _SLEUTEL:
        raise NietMogelijk(_("Kies wat de partner antwoordt."))
    if naar == Partnertaakstatus.GEREED and not tekst:
        raise NietMogelijk(_("Schrijf op wat het resultaat is. Dat komt bij het doel te staan."))
    if naar != Partnertaakstatus.AANVAARD and not tekst:
        raise NietMogelijk(_("Schrijf op waarom. De regisseur zoekt dan een andere weg."))
    if not helpt and not gehoord_van:
        raise NietMogelijk(_("Schrijf op wie u bij de partner sprak: u legt dit namens de partner vast."))


def _mag_nog_uit(taak: Partnertaak, dag: date) -> None:
    rijen = Deling.objects.select_related("samenwerking", "persoon", "vraag__persoon")
    if beletsel := waarom_niet(rijen.get(pk=taak.deling_id), dag):
        raise NietMogelijk(beletsel)


@transaction.atomic
def herinner(taak: Partnertaak, *, by: Medewerker, at: datetime) -> None:
    """Keep that the partner was reminded of a late task; twice on a day is once. Raises NietMogelijk when not late."""
    require(by, Recht.GEGEVENS_DELEN, taak)
    nu = Partnertaak.objects.select_for_update().get(pk=taak.pk)
    if nu.status not in TAAK_LOOPT or nu.uiterlijk >= at.date():
        raise NietMogelijk(_("Deze opdracht is niet te laat. Herinneren is niet nodig."))
    if nu.herinneringen.filter(op__date=at.date()).exists():
        return
    Partnerherinnering.objects.create(taak=nu, op=at, door=by)
    record(Sleutel.PARTNERTAAK_HERINNERD, taak, by=by, at=at, toelichting=_naam(taak))


@transaction.atomic
def trek_in(taak: Partnertaak, *, reden: str, by: Medewerker, at: datetime) -> None:
    """Take back a task that the partner did not accept yet; nothing of it is to be seen there from now on."""
    require(by, Recht.GEGEVENS_DELEN, taak)
    transition(taak, to=Partnertaakstatus.INGETROKKEN)
    volg(taak, reden=reden, by=by, at=at)
    record(Sleutel.PARTNERTAAK_INGETROKKEN, taak, by=by, at=at, toelichting=f"{_naam(taak)}: {reden}")
    rond_af(taak, by=by, at=at)


@transaction.atomic
def heb_gezien(taak: Partnertaak, *, by: Medewerker, at: datetime) -> None:
    """Close the coordinator's task: somebody looked at what the partner answered. Twice is once."""
    require(by, Recht.GEGEVENS_DELEN, taak)
    if taak.status in TAAK_LOOPT:
        raise NietMogelijk(_("De partner is nog bezig. De naloop blijft staan."))
    rond_af(taak, by=by, at=at)


# ------------------------------------------------------------------------------------------------ outside helpers


@transaction.atomic
def verbind(medewerker: Medewerker, partner: Samenwerking, *, by: Medewerker, at: datetime) -> Partnermedewerker:
    """Tie an outside helper to the one organisation he or she works for, from today; doing it twice is once.

    Raises NietMogelijk for somebody without that role, and when the helper works for another organisation still.
    """
    require(by, Recht.PARTNERMEDEWERKER_BEHEREN)
    if medewerker.pk == by.pk:
        raise NietToegestaan(_("Uw eigen account verbindt een collega."))
    Medewerker.objects.select_for_update().get(pk=medewerker.pk)
    if not helpers(at.date()).filter(pk=medewerker.pk).exists():
        raise NietMogelijk(_("Deze medewerker heeft niet de rol “hulpverlener van een partner”."))
    nu = Partnermedewerker.objects.filter(medewerker=medewerker, tot__isnull=True).first()
    if nu and nu.partner_id != partner.pk:
        raise NietMogelijk(_("Deze medewerker werkt al voor een andere partner. Beëindig dat eerst."))
    if nu:
        return nu
    gemaakt = Partnermedewerker.objects.create(
        medewerker=medewerker, partner=partner, vanaf=at.date(), vastgelegd_door=by
    )  # fmt: skip
    record(Sleutel.PARTNERMEDEWERKER_VASTGELEGD, gemaakt, by=by, at=at)
    return gemaakt


@transaction.atomic
def maak_los(verbonden: Partnermedewerker, *, by: Medewerker, at: datetime) -> None:
    """End the tie today: from this moment the helper sees nothing any more. Doing it twice is once."""
    require(by, Recht.PARTNERMEDEWERKER_BEHEREN)
    if Partnermedewerker.objects.filter(pk=verbonden.pk, tot__isnull=True).update(tot=at.date()):
        record(Sleutel.PARTNERMEDEWERKER_BEEINDIGD, verbonden, by=by, at=at)
