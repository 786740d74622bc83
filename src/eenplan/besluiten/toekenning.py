"""Help without a decision (LW11): a plain letter grants what the adopted plan says, until somebody asks for a decision.

A letter never refuses. Whoever asks gets a decision, with the clock of the law and the right to object.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.besluiten.actions import beslistermijn, neem_aanvraag_aan, vastgesteld_plan
from eenplan.besluiten.models import Aanvraag, Besluit, Besluitregel, Besluitverzoek, Vorm
from eenplan.besluiten.queries import antwoordvorm, kan_besluit_vragen, planregels
from eenplan.besluiten.states import Besluitstatus
from eenplan.besluiten.toekenningsbrief import toekenningsbrief
from eenplan.brieven.leesbaarheid import score
from eenplan.brieven.model import Brief
from eenplan.brieven.pdf import maak_pdf
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk
from eenplan.core.transitions import transition
from eenplan.dossiers.actions import Stuk, voeg_document_toe
from eenplan.dossiers.models import Documentsoort
from eenplan.dossiers.werktaken import rond_af
from eenplan.inrichting.keuzes import Wet
from eenplan.teams.models import Medewerker
from eenplan.termijnen.actions import voltooi_termijn


@transaction.atomic
def stuur_toekenningsbrief(
    aanvraag: Aanvraag, *, by: Medewerker, at: datetime, zet: Callable[[Brief], bytes] = maak_pdf
) -> Besluit:
    """Answer the application with a letter that grants every line of the adopted plan; the help can start.

    Raises NietMogelijk where the law of this application or the resident asks a decision, and when there is nothing to
    grant: a letter cannot refuse (Awb 1:3).
    """
    require(by, Recht.TOEKENNING_STUREN, aanvraag)
    Aanvraag.objects.select_for_update().get(pk=aanvraag.pk)
    if Besluit.objects.filter(aanvraag=aanvraag).exists():
        raise IntussenGewijzigd(_("Op deze aanvraag is al een antwoord gemaakt."))
    if antwoordvorm(aanvraag) != Vorm.BRIEF:
        raise NietMogelijk(_("Op deze aanvraag volgt een besluit. Een brief is hier niet genoeg."))
    plan = vastgesteld_plan(aanvraag)
    regels = list(planregels(aanvraag, plan).select_related("voorziening", "contract__aanbieder", "doel"))
    if not regels:
        raise NietMogelijk(_("Een brief kan niet weigeren. In het plan staat geen hulp: neem een besluit."))
    brief = Besluit.objects.create(
        dossier=aanvraag.dossier,
        aanvraag=aanvraag,
        plan=plan,
        vorm=Vorm.BRIEF,
        opgesteld_door=by,
        begonnen_op=at,
        bewaard_op=at,
        genomen_op=at.date(),
        genomen_door=by,
    )
    Besluitregel.objects.bulk_create(Besluitregel(besluit=brief, inzet=inzet) for inzet in regels)
    tekst = toekenningsbrief(brief, regels, dag=at.date(), ondertekenaar=by)
    stuk = Stuk(Documentsoort.OVERIG, "Brief over uw hulp", zet(tekst), wet=brief.wet)
    brief.document = voeg_document_toe(brief.dossier, stuk, by=by, at=at)
    brief.leesbaarheid = score(tekst.tekst).getal
    brief.save(update_fields=["document", "leesbaarheid"])
    transition(brief, to=Besluitstatus.GENOMEN)
    voltooi_termijn(beslistermijn(aanvraag.wet), aanvraag, by=by, at=at)
    rond_af(aanvraag, by=by, at=at)
    record(Sleutel.TOEKENNING_VERSTUURD, brief, by=by, at=at)
    return brief


@transaction.atomic
def vraag_besluit(
    aanvraag: Aanvraag, *, gevraagd_op: date, gevraagd_door: str, by: Medewerker, at: datetime
) -> Besluitverzoek:
    """The resident asks for a decision: before the letter its clock runs on, after it a new one starts that day.

    Asked twice is asked once. Raises NietMogelijk when a decision is already on its way.
    """
    require(by, Recht.BESLUIT_VRAGEN, aanvraag)
    Aanvraag.objects.select_for_update().get(pk=aanvraag.pk)
    brief = Besluit.objects.filter(aanvraag=aanvraag).first()
    if eerder := Besluitverzoek.objects.filter(brief=brief).first() if brief else None:
        return eerder
    if not kan_besluit_vragen(aanvraag):
        raise NietMogelijk(_("Op deze aanvraag komt al een besluit. Vragen is niet nodig."))
    _klopt(aanvraag, brief, gevraagd_op=gevraagd_op, gevraagd_door=gevraagd_door, at=at)
    beslis_op = _nieuwe_aanvraag(aanvraag, gevraagd_op, by=by, at=at) if brief else aanvraag
    verzoek = Besluitverzoek.objects.create(
        dossier=aanvraag.dossier,
        aanvraag=beslis_op,
        brief=brief,
        gevraagd_op=gevraagd_op,
        gevraagd_door=gevraagd_door.strip(),
        door=by,
        op=at,
    )
    rond_af(aanvraag, by=by, at=at)
    record(Sleutel.BESLUIT_GEVRAAGD, verzoek, by=by, at=at, toelichting=verzoek.gevraagd_door)
    return verzoek


def _klopt(aanvraag: Aanvraag, brief: Besluit | None, *, gevraagd_op: date, gevraagd_door: str, at: datetime) -> None:
    begin = brief.genomen_op if brief and brief.genomen_op else aanvraag.ontvangen_op
    if not begin <= gevraagd_op <= at.date():
        raise NietMogelijk(_("Die dag kan niet: kies een dag na de brief of de aanvraag, en niet in de toekomst."))
    if not gevraagd_door.strip():
        raise NietMogelijk(_("Schrijf op wie om het besluit vroeg."))


def _nieuwe_aanvraag(aanvraag: Aanvraag, dag: date, *, by: Medewerker, at: datetime) -> Aanvraag:
    """What is asked after the letter is an application of its own day, with its own clock (Awb 1:3, 4:13)."""
    return neem_aanvraag_aan(
        aanvraag.dossier,
        persoon=aanvraag.persoon,
        wet=Wet(aanvraag.wet),
        ontvangen_op=dag,
        melding=aanvraag.melding,
        by=by,
        at=at,
    )
