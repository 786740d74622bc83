"""Every write of a weighty advice: written on the plan, sent on a ground, answered, put to somebody higher."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.adviezen import queries
from eenplan.adviezen.brief import adviesbrief
from eenplan.adviezen.models import Advies, Adviesantwoord, Escalatie
from eenplan.adviezen.states import Adviesstatus
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.brieven.pdf import maak_pdf
from eenplan.core.errors import NietMogelijk
from eenplan.core.transitions import transition
from eenplan.delen.actions import Weg, mag_delen
from eenplan.delen.keuzes import Categorie
from eenplan.delen.models import Samenwerking
from eenplan.delen.queries import Beoordeling, beoordeel
from eenplan.dossiers.actions import Stuk, voeg_document_toe
from eenplan.dossiers.models import Documentsoort, Dossier
from eenplan.dossiers.queries import regisseur_of
from eenplan.dossiers.werktaken import leg_klaar, rond_af
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.models import Persoon
from eenplan.plannen.normtoets import normtoets
from eenplan.teams.models import Medewerker


@dataclass(frozen=True)
class NieuwAdvies:
    """What an advice says, about whom, to which organisation and what for."""

    persoon: Persoon
    aan: Samenwerking
    wet: str
    doel: str
    advies: str
    motivering: str


@transaction.atomic
def schrijf_advies(dossier: Dossier, nieuw: NieuwAdvies, *, by: Medewerker, at: datetime) -> Advies:
    """Write a weighty advice as a draft, resting on the adopted plan.

    Raises NietMogelijk without an adopted plan, and where the law gives no ground to tell this to that organisation.
    """
    require(by, Recht.GEGEVENS_DELEN, dossier)
    plan = queries.plan_van(dossier.pk)
    if plan is None:
        raise NietMogelijk(_("Een zwaarwegend advies rust op een vastgesteld plan. Laat het plan eerst vaststellen."))
    weg = Weg(nieuw.persoon, nieuw.aan, nieuw.wet, nieuw.doel)
    mag_delen(dossier, weg, by=by)
    _beoordeel(dossier.pk, weg, at.date())
    advies = Advies.objects.create(dossier=dossier, plan=plan, geschreven_door=by, geschreven_op=at, **vars(nieuw))
    record(Sleutel.ADVIES_GESCHREVEN, advies, by=by, at=at, toelichting=nieuw.aan.naam)
    return advies


def _beoordeel(dossier_id: int, weg: Weg, dag: date) -> Beoordeling:
    """Give the ground by the rules of sharing. Raises NietMogelijk when there is none."""
    oordeel = beoordeel(
        weg.persoon, weg.samenwerking, dossier_id=dossier_id, herkomst=weg.herkomst, doel=weg.doel, dag=dag
    )
    if not oordeel.mag:
        raise NietMogelijk(oordeel.beletsel)
    if Categorie.PLAN not in oordeel.categorieen:
        raise NietMogelijk(_("De afspraken of de toestemming gaan niet over het plan. Pas dat eerst aan."))
    return oordeel


@transaction.atomic
def verstuur_advies(advies: Advies, *, by: Medewerker, at: datetime) -> None:
    """Send the advice as a letter that stays in the file; the answer is due after the days the municipality sets.

    The norm check of the plan is kept as it was. Raises NietMogelijk when its ground is gone or the plan was replaced.
    """
    require(by, Recht.GEGEVENS_DELEN, advies)
    dag = at.date()
    if queries.plan_van(advies.dossier_id) != advies.plan:
        raise NietMogelijk(_("Er is intussen een nieuw plan. Trek dit advies in en schrijf het opnieuw."))
    oordeel = _beoordeel(advies.dossier_id, Weg(advies.persoon, advies.aan, advies.wet, advies.doel), dag)
    with override("nl"):
        gemist = [gemis.zin[:300] for gemis in normtoets(advies.plan)]
    advies.verzonden_op, advies.antwoord_uiterlijk = dag, dag + timedelta(days=inrichting().advies_dagen)
    advies.normtoets = gemist
    stuk = Stuk(Documentsoort.OVERIG, "Zwaarwegend advies", maak_pdf(adviesbrief(advies, van=by)), wet=advies.wet)
    document = voeg_document_toe(advies.dossier, stuk, by=by, at=at)
    transition(
        advies,
        to=Adviesstatus.VERZONDEN,
        verzonden_op=dag,
        antwoord_uiterlijk=advies.antwoord_uiterlijk,
        normtoets=gemist,
        grond=oordeel.grond.soort.value,
        artikel=oordeel.artikel,
        toestemming=oordeel.vraag,
        brief=document,
    )
    record(Sleutel.ADVIES_VERZONDEN, advies, by=by, at=at, toelichting=advies.aan.naam)
    _leg_taak_klaar(advies, advies.antwoord_uiterlijk, by=by, at=at)


def _leg_taak_klaar(advies: Advies, uiterlijk: date, *, by: Medewerker, at: datetime) -> None:
    wat = f"Vraag {advies.aan.naam} om antwoord op ons advies"[:200]
    voor = regisseur_of(advies.dossier, by)
    leg_klaar(advies, advies.dossier, voor=voor, wat=wat, uiterlijk=uiterlijk, wet=advies.wet, by=by, at=at)


@transaction.atomic
def leg_antwoord_vast(
    advies: Advies, *, antwoord: Adviesantwoord, reden: str, op: date, by: Medewerker, at: datetime
) -> None:
    """Record what the organisation does with the advice; task and escalations end with it (C15).

    Raises NietMogelijk when it deviates without a reason, and for a day before sending or to come.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, advies)
    if antwoord != Adviesantwoord.OVERGENOMEN and not reden.strip():
        raise NietMogelijk(_("Schrijf op waarom de ander afwijkt. Vraag daarnaar als het er niet bij staat."))
    if not (advies.verzonden_op or op) <= op <= at.date():
        raise NietMogelijk(_("De dag van het antwoord ligt tussen het verzenden en vandaag."))
    transition(
        advies, to=Adviesstatus.BEANTWOORD, antwoord=antwoord.value, antwoord_reden=reden.strip(), antwoord_op=op
    )
    effect = f"beantwoord: {antwoord.value}"
    advies.escalaties.filter(gesloten_op__isnull=True, effect="").update(effect=effect)
    advies.escalaties.filter(gesloten_op__isnull=True).update(gesloten_op=at.date())
    rond_af(advies, by=by, at=at)
    record(Sleutel.ADVIES_BEANTWOORD, advies, by=by, at=at, toelichting=f"{advies.aan.naam}: {antwoord.value}")


@transaction.atomic
def escaleer(advies: Advies, *, aan: str, grond: str, by: Medewerker, at: datetime) -> Escalatie:
    """Put an advice without answer to the next level, with the ground; its task moves to the new day.

    Raises NietMogelijk when there is no next level, or nobody wrote what the level before brought.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, advies)
    advies.status = Advies.objects.select_for_update().get(pk=advies.pk).status
    if advies.status != Adviesstatus.VERZONDEN:
        raise NietMogelijk(_("Alleen een advies dat op antwoord wacht, kan hoger worden voorgelegd."))
    gedaan = queries.escalaties(advies)
    if any(rij.gesloten_op is None for rij in gedaan):
        raise NietMogelijk(_("Schrijf eerst op wat het vorige niveau opleverde."))
    trap = queries.volgende_trap(len(gedaan))
    if trap is None:
        raise NietMogelijk(_("Er is geen hoger niveau ingericht."))
    uiterlijk = at.date() + timedelta(days=trap.dagen)
    velden = {"aan": aan.strip() or trap.wie, "grond": grond, "op": at.date(), "uiterlijk": uiterlijk, "door": by}
    escalatie = Escalatie.objects.create(advies=advies, niveau=len(gedaan) + 1, **velden)
    _leg_taak_klaar(advies, uiterlijk, by=by, at=at)
    record(Sleutel.ADVIES_GEESCALEERD, advies, by=by, at=at, toelichting=f"{escalatie.aan}: {grond}")
    return escalatie


@transaction.atomic
def leg_effect_vast(escalatie: Escalatie, *, effect: str, by: Medewerker, at: datetime) -> None:
    """Record what a level brought; after that the next one is open."""
    require(by, Recht.DOSSIER_BIJHOUDEN, escalatie.advies)
    if Escalatie.objects.filter(pk=escalatie.pk, gesloten_op=None).update(effect=effect, gesloten_op=at.date()) == 0:
        raise NietMogelijk(_("Hiervan is al vastgelegd wat het opleverde."))
    record(Sleutel.ADVIES_EFFECT, escalatie.advies, by=by, at=at, toelichting=effect)


@transaction.atomic
def trek_advies_in(advies: Advies, *, reden: str, by: Medewerker, at: datetime) -> None:
    """Take back an advice that is not needed any more, and say why; its task ends with it."""
    require(by, Recht.DOSSIER_BIJHOUDEN, advies)
    transition(advies, to=Adviesstatus.INGETROKKEN, reden_ingetrokken=reden)
    advies.escalaties.filter(gesloten_op__isnull=True).update(effect="advies ingetrokken", gesloten_op=at.date())
    rond_af(advies, by=by, at=at)
    record(Sleutel.ADVIES_INGETROKKEN, advies, by=by, at=at, toelichting=reden)
