"""From a call to a finished onderzoek: take in, answer, call back, promote to a melding, confirm, examine, close."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk
from eenplan.core.opmaak import vastgelegd
from eenplan.core.transitions import transition
from eenplan.dossiers.actions import Stuk, open_dossier, voeg_document_toe
from eenplan.dossiers.gevoerd import na_gesprek
from eenplan.dossiers.models import Document, Documentsoort, Dossier, Gesprek, Gespreksverslag
from eenplan.dossiers.queries import eerste_gesprek
from eenplan.dossiers.states import Dossierstatus
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting, inrichting_op
from eenplan.meldingen.models import (
    Afloop,
    Afsluiting,
    Contact,
    Contactsoort,
    Kanaal,
    Melding,
    Onderzoek,
    Ontvangstbevestiging,
    Terugbelverzoek,
    Triage,
    Urgentie,
    Vraagverheldering,
)
from eenplan.meldingen.states import Meldingstatus
from eenplan.personen.actions import NieuwHuishouden, schrijf_huishouden_in
from eenplan.personen.models import Huishouden, Persoon
from eenplan.teams.models import Medewerker, Team
from eenplan.teams.queries import team_met_naam
from eenplan.termijnen.actions import start_termijn, voltooi_termijn
from eenplan.veiligheid import queries as veiligheid
from eenplan.wetgeving.datums import zonder_weekdag

# Which clocks start with a melding. The Jeugdwet and the Participatiewet know no term for a melding.
TERMIJNEN_BIJ_MELDING: dict[str, tuple[str, ...]] = {
    Wet.WMO: ("wmo-onderzoek", "wmo-persoonlijk-plan"),
    Wet.WGS: ("wgs-gesprek",),
}
# A threatening situation (eviction, cut off from gas, water or power): Wgs 4 lid 2.
TERMIJNEN_BIJ_SPOED: dict[str, tuple[str, ...]] = {Wet.WGS: ("wgs-spoed",)}
NOG_TE_DOEN = (Afloop.OPEN, Afloop.TERUGBELLEN)


@dataclass(frozen=True)
class Verheldering:
    """The answers to the intake script, as far as they came up."""

    vraag_achter_de_vraag: str = ""
    is_meervoudig: bool | None = None
    klantgroep: str = ""
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Gespreksvraag:
    """What the front office heard: who, what, how urgent. Only `naam` and `vraag` are needed.

    `sleutel` is the number of the form: the same number is the same call.
    """

    naam: str
    vraag: str
    soort: Contactsoort = Contactsoort.HULPVRAAG
    kanaal: Kanaal = Kanaal.TELEFOON
    urgentie: Urgentie = Urgentie.GEWOON
    telefoon: str = ""
    namens: str = ""
    organisatie: str = ""
    persoon: Persoon | None = None
    huishouden: Huishouden | None = None
    verheldering: Verheldering = field(default_factory=Verheldering)
    sleutel: UUID | None = None

    @property
    def velden(self) -> dict[str, Any]:  # Any: columns of several types
        """Give what is written in the row of the contact."""
        return {
            "kanaal": self.kanaal,
            "soort": self.soort,
            "naam": self.naam,
            "telefoon": self.telefoon,
            "namens": self.namens,
            "organisatie": self.organisatie,
            "persoon": self.persoon,
            "huishouden": self.huishouden,
            "vraag": self.vraag,
            "urgentie": self.urgentie,
        }


@transaction.atomic
def neem_contact_aan(gehoord: Gespreksvraag, *, by: Medewerker, at: datetime) -> Contact:
    """Keep a contact, of a known or a still unknown resident; it opens nothing.

    A call that was already kept gets what was heard since, unless it has ended. Raises NietMogelijk for a call of
    somebody else.
    """
    require(by, Recht.CONTACT_AANNEMEN)
    contact, is_nieuw = Contact.objects.select_for_update(of=("self",)).get_or_create(
        sleutel=gehoord.sleutel or uuid4(), defaults={**gehoord.velden, "ontvangen_op": at, "aangenomen_door": by}
    )
    if contact.aangenomen_door_id != by.pk:
        raise NietMogelijk(_("Dit contact heeft een collega aangenomen. Neem een nieuw contact aan."))
    if is_nieuw:
        record(
            Sleutel.CONTACT_AANGENOMEN, contact, by=by, at=at, toelichting=vastgelegd(Contactsoort(contact.soort).label)
        )
    elif contact.afloop not in NOG_TE_DOEN:
        return contact
    else:
        Contact.objects.filter(pk=contact.pk).update(**gehoord.velden)
        contact.refresh_from_db()
    _verhelder(contact, gehoord.verheldering)
    return contact


def _verhelder(contact: Contact, helder: Verheldering) -> None:
    """Keep the answers to the intake script; the group sets the approach (A4)."""
    Vraagverheldering.objects.update_or_create(
        contact=contact,
        defaults={
            "vraag_achter_de_vraag": helder.vraag_achter_de_vraag,
            "is_meervoudig": helder.is_meervoudig,
            "klantgroep": helder.klantgroep,
            "aanpak": inrichting().aanpak_van(helder.klantgroep),
            "extra": helder.extra,
        },
    )


@transaction.atomic
def handel_af_met_antwoord(gehoord: Gespreksvraag, *, antwoord: str, by: Medewerker, at: datetime) -> Contact:
    """Keep the contact and end it with an answer. Sending the same form twice changes nothing."""
    contact = neem_contact_aan(gehoord, by=by, at=at)
    if contact.afloop != Afloop.BEANTWOORD:
        beantwoord(contact, antwoord=antwoord, by=by, at=at)
    return contact


@transaction.atomic
def handel_af_met_melding(
    gehoord: Gespreksvraag, *, wet: Wet, nieuw: NieuwHuishouden | None = None, by: Medewerker, at: datetime
) -> Melding:
    """Keep the contact and promote it to a melding; a resident nobody knew yet is registered from what was heard.

    Sending the same form twice gives the same melding.
    """
    contact = neem_contact_aan(gehoord, by=by, at=at)
    if contact.afloop == Afloop.MELDING:
        return contact.melding
    if contact.huishouden is None and nieuw is not None:
        huishouden = schrijf_huishouden_in(nieuw, by=by, at=at)
        lid = huishouden.leden.select_related("persoon").get()
        koppel_huishouden(contact, huishouden=huishouden, persoon=lid.persoon, by=by)
    return maak_melding(contact, wet=wet, by=by, at=at)


@transaction.atomic
def handel_af_met_terugbellen(
    gehoord: Gespreksvraag, *, voor: Medewerker, beloofd_op: datetime, by: Medewerker, at: datetime
) -> Terugbelverzoek:
    """Keep the contact and promise to call back. Sending the same form twice makes one promise."""
    contact = neem_contact_aan(gehoord, by=by, at=at)
    if contact.afloop == Afloop.TERUGBELLEN:
        return contact.terugbelverzoek
    return beloof_terugbellen(contact, voor=voor, beloofd_op=beloofd_op, by=by, at=at)


@transaction.atomic
def koppel_huishouden(contact: Contact, *, huishouden: Huishouden, persoon: Persoon, by: Medewerker) -> None:
    """Say who the caller turned out to be, as long as the contact is open."""
    require(by, Recht.CONTACT_AANNEMEN)
    if contact.afloop not in NOG_TE_DOEN:
        raise NietMogelijk(_("Dit contact is al afgerond. Neem een nieuw contact aan."))
    contact.huishouden, contact.persoon = huishouden, persoon
    contact.save(update_fields=["huishouden", "persoon"])


@transaction.atomic
def beantwoord(contact: Contact, *, antwoord: str, by: Medewerker, at: datetime) -> None:
    """End the contact with an answer: no melding, no file."""
    require(by, Recht.CONTACT_AANNEMEN)
    _is_open(contact)
    contact.antwoord, contact.afloop = antwoord, Afloop.BEANTWOORD
    contact.save(update_fields=["antwoord", "afloop"])
    record(Sleutel.CONTACT_BEANTWOORD, contact, by=by, at=at)


@transaction.atomic
def beloof_terugbellen(
    contact: Contact, *, voor: Medewerker, beloofd_op: datetime, by: Medewerker, at: datetime
) -> Terugbelverzoek:
    """Promise that this worker calls back before a moment."""
    require(by, Recht.CONTACT_AANNEMEN)
    _is_open(contact)
    contact.afloop = Afloop.TERUGBELLEN
    contact.save(update_fields=["afloop"])
    team_id = contact.huishouden.team_id if contact.huishouden else None
    verzoek = Terugbelverzoek.objects.create(contact=contact, team_id=team_id, voor=voor, beloofd_op=beloofd_op)
    record(Sleutel.CONTACT_TERUGBELLEN, contact, by=by, at=at, toelichting=voor.naam)
    return verzoek


@transaction.atomic
def bel_terug(verzoek: Terugbelverzoek, *, uitkomst: str, by: Medewerker, at: datetime) -> None:
    """Record that the promise was kept, by whoever called."""
    require(by, Recht.CONTACT_AANNEMEN)
    verzoek.teruggebeld_op = Terugbelverzoek.objects.select_for_update().get(pk=verzoek.pk).teruggebeld_op
    if verzoek.teruggebeld_op:
        raise NietMogelijk(_("Er is al teruggebeld."))
    verzoek.teruggebeld_op, verzoek.uitkomst = at, uitkomst
    verzoek.save(update_fields=["teruggebeld_op", "uitkomst"])
    record(Sleutel.CONTACT_TERUGGEBELD, verzoek.contact, by=by, at=at, toelichting=uitkomst)


def _is_open(contact: Contact) -> None:
    if contact.afloop != Afloop.OPEN:
        raise NietMogelijk(_("Dit contact is al afgerond. Neem een nieuw contact aan."))


@transaction.atomic
def maak_melding(contact: Contact, *, wet: Wet, by: Medewerker, at: datetime) -> Melding:
    """Promote a contact to a melding with everything that was said; nothing is typed again.

    The address decides the team, unless a dated route says otherwise and the household is not yet being helped.
    Starts the clocks of the law. Raises NietMogelijk for a status question or a resident not yet found.
    """
    require(by, Recht.CONTACT_AANNEMEN)
    contact.afloop = Contact.objects.select_for_update().get(pk=contact.pk).afloop  # a second press waits here
    if contact.afloop not in NOG_TE_DOEN:
        raise NietMogelijk(_("Van dit contact is al een melding gemaakt, of het is al beantwoord."))
    if contact.soort == Contactsoort.STATUSVRAAG:
        raise NietMogelijk(_("Een vraag waar het staat wordt geen melding. Kies eerst ‘vraag om hulp’."))
    if contact.huishouden is None or contact.persoon is None:
        raise NietMogelijk(_("Kies eerst voor wie de hulp is. Zoek de inwoner of vul het adres in."))
    ontvangen_op = contact.ontvangen_op.astimezone(at.tzinfo).date()
    route = _leid_naar_team(contact.huishouden, wet, ontvangen_op)
    dossier = open_dossier(contact.huishouden, by=by, at=at)
    contact.afloop, contact.wet = Afloop.MELDING, wet
    contact.save(update_fields=["afloop", "wet"])
    melding = Melding.objects.create(
        dossier=dossier,
        contact=contact,
        persoon=contact.persoon,
        wet=wet,
        omschrijving=contact.vraag,
        ontvangen_op=ontvangen_op,
        is_spoed=contact.urgentie == Urgentie.SPOED,
        route=route,
    )
    record(Sleutel.MELDING_ONTVANGEN, melding, by=by, at=at, toelichting=contact.persoon.naam)
    for regel in _klokken(melding):
        start_termijn(regel, melding, start=ontvangen_op, by=by, at=at)
    _eerste_gesprek_telt(melding, by=by, at=at)  # a letter opened late may find that the talk was already held
    return melding


def mag_melding_worden(contact: Contact) -> bool:
    """Tell whether `maak_melding` would take this contact."""
    bekend = contact.huishouden_id is not None and contact.persoon_id is not None
    return bekend and contact.afloop in NOG_TE_DOEN and contact.soort != Contactsoort.STATUSVRAAG


def _klokken(melding: Melding) -> tuple[str, ...]:
    gewoon = TERMIJNEN_BIJ_MELDING.get(melding.wet, ())
    return TERMIJNEN_BIJ_SPOED.get(melding.wet, gewoon) if melding.is_spoed else gewoon


def _leid_naar_team(huishouden: Huishouden, wet: Wet, dag: date) -> str:
    """Apply the dated route (A3) and answer its reason. A household that is already helped keeps its team."""
    if Dossier.objects.filter(huishouden=huishouden).exclude(status=Dossierstatus.GESLOTEN).exists():
        return "Het huishouden heeft al hulp; het eigen team blijft."
    route = inrichting_op(dag).route(wet, dag)
    team: Team | None = None if route.naar == "wijkteam" else team_met_naam(route.naar)
    if team is not None:
        huishouden.team = team
        huishouden.save(update_fields=["team"])
    return route.reden


@transaction.atomic
def bevestig_ontvangst(melding: Melding, brief: bytes, *, by: Medewerker, at: datetime) -> Ontvangstbevestiging:
    """Send the confirmation of receipt with free support and personal plan mentioned (Wmo 2.3.2 lid 1–3)."""
    require(by, Recht.MELDING_BEVESTIGEN, melding)
    transition(melding, to=Meldingstatus.BEVESTIGD)
    stuk = Stuk(Documentsoort.BEVESTIGING, "Ontvangstbevestiging", brief, wet=melding.wet)
    document = voeg_document_toe(melding.dossier, stuk, by=by, at=at)
    bevestiging = Ontvangstbevestiging.objects.create(
        melding=melding, verstuurd_op=at.date(), document=document, door=by
    )
    record(Sleutel.MELDING_BEVESTIGD, melding, by=by, at=at)
    return bevestiging


@transaction.atomic
def start_onderzoek(melding: Melding, *, by: Medewerker, at: datetime) -> Onderzoek:
    """Open the onderzoek; its clock already runs since the melding (Wmo 2.3.2 lid 1).

    Only after the confirmation, which tells of the independent support (Wmo 2.3.2 lid 3).
    """
    require(by, Recht.ONDERZOEK_DOEN, melding)
    transition(melding, to=Meldingstatus.IN_ONDERZOEK)
    onderzoek = Onderzoek.objects.create(dossier=melding.dossier, melding=melding, gestart_op=at.date())
    record(Sleutel.ONDERZOEK_GESTART, onderzoek, by=by, at=at)
    return onderzoek


@transaction.atomic
def voeg_gesprek_toe(onderzoek: Onderzoek, gesprek: Gesprek, *, by: Medewerker, at: datetime) -> None:
    """Count a conversation of the same file as part of the onderzoek."""
    require(by, Recht.ONDERZOEK_DOEN, onderzoek)
    if gesprek.dossier_id != onderzoek.dossier_id:
        raise NietMogelijk(_("Dit gesprek hoort bij een ander huishouden."))
    _neem_label_over(onderzoek, gesprek)
    onderzoek.gesprekken.add(gesprek)


def _neem_label_over(onderzoek: Onderzoek, gesprek: Gesprek) -> None:
    """Give a talk without a label, and its report, that of the melding; one of several onderzoeken stays as it is."""
    if gesprek.wet == Wet.GEEN and not gesprek.onderzoeken.exists():
        gesprek.wet = onderzoek.wet
        gesprek.save(update_fields=["wet"])
        Document.objects.filter(pk__in=Gespreksverslag.objects.filter(gesprek=gesprek).values("document")).update(
            wet=onderzoek.wet
        )


def _eerste_gesprek_telt(melding: Melding, *, by: Medewerker, at: datetime) -> None:
    """Stop the clock of the first talk about debts on the day the household was spoken with (Wgs 4 lid 1 and 2).

    Whether somebody counted the talk as part of the onderzoek makes no difference.
    """
    if melding.wet == Wet.WGS and (dag := eerste_gesprek(melding.dossier_id, vanaf=melding.ontvangen_op)):
        for regel in ("wgs-gesprek", "wgs-spoed"):
            voltooi_termijn(regel, melding, by=by, at=at, op=dag)


@na_gesprek
def gesprek_over_schulden(gesprek: Gesprek, by: Medewerker, at: datetime) -> None:
    """A talk was held: every melding about debts of this household that waited for it has had its first talk."""
    for melding in gesprek.dossier.meldingen.filter(wet=Wet.WGS).exclude(status=Meldingstatus.AFGESLOTEN):
        _eerste_gesprek_telt(melding, by=by, at=at)


@transaction.atomic
def rond_onderzoek_af(onderzoek: Onderzoek, *, by: Medewerker, at: datetime) -> None:
    """Finish the onderzoek when its written account has gone out, and stop its clock (Wmo 2.3.2 lid 8).

    Raises NietMogelijk when no report was sent, and when safety was not asked after nor the reason why not was given.
    """
    require(by, Recht.ONDERZOEK_DOEN, onderzoek)
    if not onderzoek.gesprekken.filter(verslag__verstuurd_op__isnull=False).exists():
        raise NietMogelijk(_("Stuur eerst het gespreksverslag naar de inwoner. Dat is de weergave van het onderzoek."))
    if not veiligheid.is_gevraagd(onderzoek.dossier_id, onderzoek.melding.ontvangen_op):
        raise NietMogelijk(_("Doe eerst de veiligheidscheck, of schrijf op waarom u die overslaat."))
    transition(onderzoek.melding, to=Meldingstatus.ONDERZOCHT)
    onderzoek.afgerond_op = at.date()
    onderzoek.save(update_fields=["afgerond_op"])
    _stop_klokken(onderzoek.melding, by=by, at=at)
    record(Sleutel.ONDERZOEK_AFGEROND, onderzoek, by=by, at=at)


@transaction.atomic
def sluit_melding(melding: Melding, *, reden: str, by: Medewerker, at: datetime) -> None:
    """End the melding without an aanvraag and say how it was solved; most meldingen end here.

    Raises NietMogelijk once an aanvraag followed: that one must be decided on (Awb 4:13).
    """
    require(by, Recht.ONDERZOEK_DOEN, melding)
    melding.aanvraag_op = Melding.objects.select_for_update().get(pk=melding.pk).aanvraag_op
    if melding.aanvraag_op:
        raise NietMogelijk(
            _("Op deze melding volgde op {dag} een aanvraag. Die eindigt met een besluit, niet met afsluiten.").format(
                dag=zonder_weekdag(melding.aanvraag_op)
            )
        )
    transition(melding, to=Meldingstatus.AFGESLOTEN)
    Afsluiting.objects.create(melding=melding, reden=reden, op=at, door=by)
    _stop_klokken(melding, by=by, at=at)
    record(Sleutel.MELDING_AFGESLOTEN, melding, by=by, at=at, toelichting=reden)


def noteer_aanvraag(melding: Melding, *, ontvangen_op: date) -> None:
    """Note that an aanvraag followed, so that nobody ends the melding without one. The calling action holds the right.

    Raises NietMogelijk for a melding that was closed, unless a triage did so: that takes no right to apply away.
    """
    dicht = Melding.objects.select_for_update().get(pk=melding.pk).status == Meldingstatus.AFGESLOTEN
    if dicht and not Triage.objects.filter(melding=melding).exists():
        raise NietMogelijk(_("Deze melding is afgesloten. Neem voor een nieuwe vraag een nieuwe melding aan."))
    melding.aanvraag_op = melding.aanvraag_op or ontvangen_op
    melding.save(update_fields=["aanvraag_op"])


def _stop_klokken(melding: Melding, *, by: Medewerker, at: datetime) -> None:
    for regel in _klokken(melding):
        voltooi_termijn(regel, melding, by=by, at=at)
