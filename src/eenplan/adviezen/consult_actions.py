"""Every write of a consult: asked without names, answered by who holds the expertise, or taken back (C16)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.adviezen import queries
from eenplan.adviezen.models import Consult
from eenplan.adviezen.states import Consultstatus
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.core.transitions import transition
from eenplan.delen.models import Samenwerking
from eenplan.dossiers.actions import vereis_label
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.werktaken import leg_klaar, rond_af
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.herkenbaar import Kenmerken, eis_zonder_namen, soorten_in
from eenplan.teams.models import Medewerker


@dataclass(frozen=True)
class Consultvraag:
    """What is asked of whom: an expertise of our own, or an organisation we work with."""

    vraag: str
    deskundigheid: str
    is_spoed: bool = False
    partner: Samenwerking | None = None
    wet: str = Wet.GEEN


@transaction.atomic
def vraag_consult(dossier: Dossier | None, nieuw: Consultvraag, *, by: Medewerker, at: datetime) -> Consult:
    """Ask a specialist, about a file or about none; the moment of the answer follows from the expertise, urgent sooner.

    The question goes out alone, so it must be without names. Raises NietMogelijk otherwise, or when nobody can answer.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    _zonder_namen(dossier, nieuw.vraag)
    if dossier:
        vereis_label(by, dossier, nieuw.wet)
    deskundig = inrichting().deskundigheid(nieuw.deskundigheid)
    if nieuw.partner is None and not deskundig.wie:
        raise NietMogelijk(_("Hiervoor is geen eigen deskundige. Kies een organisatie waarmee wij samenwerken."))
    if nieuw.partner and not nieuw.partner.loopt_op(at.date()):
        raise NietMogelijk(_("Met deze organisatie loopt geen samenwerking."))
    uren = deskundig.spoed_uren if nieuw.is_spoed else deskundig.uren
    team_id = dossier.scope_team_id if dossier else next(iter(by.bereik(Recht.DOSSIER_BIJHOUDEN).team_ids), None)
    consult = Consult.objects.create(
        dossier=dossier,
        team_id=team_id,
        gevraagd_door=by,
        gevraagd_op=at,
        uiterlijk=at + timedelta(hours=uren),
        **vars(nieuw),
    )
    record(Sleutel.CONSULT_GEVRAAGD, consult, by=by, at=at)
    if dossier:
        wat = f"Vraag het advies na over: {deskundig.naam}"
        leg_klaar(consult, dossier, voor=by, wat=wat, uiterlijk=consult.uiterlijk.date(), wet=nieuw.wet, by=by, at=at)
    return consult


def _zonder_namen(dossier: Dossier | None, tekst: str) -> None:
    if dossier:
        eis_zonder_namen([tekst], dossier.huishouden)
    elif soorten_in(tekst, Kenmerken()):
        raise NietMogelijk(_("Schrijf geen postcodes, nummers of e-mailadressen in de vraag."))


def mag_beantwoorden(consult: Consult, medewerker: Medewerker) -> bool:
    """Tell whether this worker answers: who holds the expertise, or for an organisation who may write in the file."""
    if consult.partner_id is None:
        return queries.voor_deskundige(medewerker).filter(pk=consult.pk).exists()
    return queries.consulten(medewerker, Recht.DOSSIER_BIJHOUDEN).filter(pk=consult.pk).exists()


@transaction.atomic
def beantwoord_consult(consult: Consult, *, advies: str, by: Medewerker, at: datetime) -> None:
    """Give the advice, with its moment. The task of who asked ends with it.

    Of a specialist the text is not compared with the household: a refusal would tell who it is.
    """
    if not mag_beantwoorden(consult, by):
        raise NietToegestaan(_("Alleen wie deze deskundigheid heeft, beantwoordt deze vraag."))
    if soorten_in(advies, Kenmerken()):
        raise NietMogelijk(_("Schrijf geen postcodes, nummers of e-mailadressen in een advies."))
    transition(consult, to=Consultstatus.BEANTWOORD, advies=advies, beantwoord_op=at, beantwoord_door=by)
    record(Sleutel.CONSULT_BEANTWOORD, consult, by=by, at=at)
    rond_af(consult, by=by, at=at)


@transaction.atomic
def trek_consult_in(consult: Consult, *, by: Medewerker, at: datetime) -> None:
    """Take a question back that is not needed any more."""
    require(by, Recht.DOSSIER_BIJHOUDEN, consult)
    transition(consult, to=Consultstatus.INGETROKKEN)
    record(Sleutel.CONSULT_INGETROKKEN, consult, by=by, at=at)
    rond_af(consult, by=by, at=at)
