"""Everything a worker does to a file: open it, coordinate, note, plan, talk, report, close."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, TypeVar

from django.db import IntegrityError, transaction
from django.db.models import F, Model, QuerySet
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk, NietToegestaan, Onvolledig
from eenplan.core.opmaak import vastgelegd
from eenplan.core.transitions import transition
from eenplan.dossiers.gevoerd import verwerk_gevoerd
from eenplan.dossiers.models import (
    Casus,
    Document,
    Documentsoort,
    Dossier,
    Gesprek,
    Gespreksverslag,
    Notitie,
    Ondersteuningstraject,
    Regie,
    Statuswissel,
    Taak,
    Verslagonderdeel,
    Verslagreactie,
)
from eenplan.dossiers.openstaand import wat_regie_belet
from eenplan.dossiers.samenvoegen import Ingediend, Samenvoeging, schoon, voeg_samen
from eenplan.dossiers.states import Dossierstatus, Gesprekstatus, Verslagstatus, mag_bij
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.models import Huishouden, Persoon
from eenplan.teams.models import Medewerker

SLUIT = (Dossierstatus.GESLOTEN, Dossierstatus.SLAPEND)

# The same note, task or talk within this time is one that was sent twice.
DUBBEL: Final = timedelta(minutes=1)

M = TypeVar("M", bound=Model)


@transaction.atomic
def open_dossier(huishouden: Huishouden, *, by: Medewerker, at: datetime) -> Dossier:
    """Give the household's file; make it when there is none, and wake it when it sleeps or was closed.

    A file that slept wakes with its own coordinator. Trajectories, plans and closings of before stay.
    """
    dossier, is_nieuw = Dossier.objects.get_or_create(huishouden=huishouden, defaults={"geopend_op": at.date()})
    if is_nieuw:
        Ondersteuningstraject.objects.create(dossier=dossier, gestart_op=at.date())
        record(Sleutel.DOSSIER_GEOPEND, dossier, by=by, at=at)
    elif dossier.status in SLUIT:
        sliep = dossier.status == Dossierstatus.SLAPEND
        wissel_status(dossier, to=Dossierstatus.ACTIEF, reden="heropend na een nieuwe melding", by=by, at=at)
        Ondersteuningstraject.objects.get_or_create(
            dossier=dossier, gesloten_op=None, defaults={"gestart_op": at.date()}
        )
        record(Sleutel.DOSSIER_HEROPEND, dossier, by=by, at=at)
        if sliep:
            _zelfde_regisseur(dossier, by=by, at=at)
    return dossier


def _zelfde_regisseur(dossier: Dossier, *, by: Medewerker, at: datetime) -> None:
    """Let the last coordinator go on at once (LW); one who works here no more makes place, and the team sees it."""
    laatste = dossier.regies.select_related("regisseur").order_by(F("tot").desc(nulls_first=True), "-pk").first()
    if laatste is None:
        return
    wie = laatste.regisseur
    if wie.is_active and wie.bereik(Recht.PLAN_SCHRIJVEN).omvat(dossier):
        if laatste.tot is not None:
            Regie.objects.create(dossier=dossier, regisseur=wie, vanaf=at.date(), reden="kent het huishouden")
            record(Sleutel.REGIE_GESTART, dossier, by=by, at=at, toelichting=wie.naam)
    elif laatste.tot is None:
        laatste.tot = max(at.date(), laatste.vanaf)
        laatste.save(update_fields=["tot"])
        record(Sleutel.REGIE_VERVALLEN, dossier, by=by, at=at, toelichting=wie.naam)


@transaction.atomic
def wijzig_status(dossier: Dossier, *, to: Dossierstatus, reden: str, by: Medewerker, at: datetime) -> None:
    """Move the file along the status model, with the reason on record. A file that goes dormant keeps its coordinator.

    Raises NietMogelijk when the table or the municipality's rule forbids the step, and for closing: that is an act of
    its own (`sluiten.sluit_dossier`).
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    sluitregel = inrichting().sluitregel(at.date())
    if to == Dossierstatus.GESLOTEN and sluitregel == "slapend":
        raise NietMogelijk(_("In deze gemeente sluit u geen dossier. Kies de status ‘slapend’."))
    if to == Dossierstatus.GESLOTEN:
        raise NietMogelijk(
            _("Een dossier sluit u met een afsluiting: wat is verteld, wat is bereikt en wie te bellen.")
        )
    if dossier.OVERGANGEN.mag(dossier.status, to) and not mag_bij(sluitregel, dossier.status, to):
        raise NietMogelijk(_("In deze gemeente gaat deze stap anders. Kies een andere status."))
    if to == Dossierstatus.IN_REGIE and (zinnen := wat_regie_belet(dossier, at.date())):
        raise Onvolledig(zinnen)
    wissel_status(dossier, to=to, reden=reden, by=by, at=at)


def wissel_status(
    dossier: Dossier,
    *,
    to: Dossierstatus,
    reden: str,
    by: Medewerker,
    at: datetime,
    samen_met: Medewerker | None = None,
) -> None:
    """Move the file and keep when, by whom and why; the calling action holds right and transaction."""
    van = dossier.status
    transition(dossier, to=to)
    Statuswissel.objects.create(dossier=dossier, van=van, naar=to, reden=reden, op=at, door=by, samen_met=samen_met)
    record(Sleutel.DOSSIER_STATUS, dossier, by=by, at=at, toelichting=f"{vastgelegd(to.label)}: {reden}")


def neem_in_regie(dossier: Dossier, *, reden: str, by: Medewerker, at: datetime) -> None:
    """Move an active file on when its plan or its help begins; any other status stays.

    The calling action holds the right; a file read long ago is looked at anew.
    """
    dossier.status = Dossier.objects.select_for_update().get(pk=dossier.pk).status
    if dossier.status == Dossierstatus.ACTIEF and not wat_regie_belet(dossier, at.date()):
        wissel_status(dossier, to=Dossierstatus.IN_REGIE, reden=reden, by=by, at=at)


@transaction.atomic
def wijs_regisseur_aan(
    dossier: Dossier, *, regisseur: Medewerker, by: Medewerker, at: datetime, reden: str = ""
) -> Regie:
    """Make this worker the one coordinator from today; a former one stays in the history.

    Raises NietMogelijk when the worker does not work for the household's team or already coordinates; and when somebody
    who still works for the team coordinates, unless the manager decides: colleagues agree on a handover (room `regie`).
    """
    require(by, Recht.REGIE_TOEWIJZEN, dossier)
    if not mag_zonder_akkoord(dossier, by):
        raise NietMogelijk(_("Dit huishouden heeft al een regisseur. Stel een overdracht voor."))
    return draag_regie_over(dossier, regisseur=regisseur, by=by, at=at, reden=reden)


def mag_zonder_akkoord(dossier: Dossier, by: Medewerker) -> bool:
    """Tell whether this worker may appoint without a handover: nobody coordinates any more, or the manager decides."""
    huidige = dossier.regies.select_related("regisseur").filter(tot__isnull=True).first()
    if huidige is None or by.bereik(Recht.DOORZETTEN).omvat(dossier):
        return True
    return not huidige.regisseur.bereik(Recht.PLAN_SCHRIJVEN).omvat(dossier)


@transaction.atomic
def draag_regie_over(
    dossier: Dossier, *, regisseur: Medewerker, by: Medewerker, at: datetime, reden: str = ""
) -> Regie:
    """End the running coordination and begin the new one on the same day. The calling action holds the right.

    Raises NietMogelijk when the worker does not work for the household's team, or already coordinates.
    """
    if not regisseur.bereik(Recht.PLAN_SCHRIJVEN).omvat(dossier):
        raise NietMogelijk(_("Deze medewerker werkt niet in het team van dit huishouden."))
    vorige = dossier.regies.select_for_update().filter(tot__isnull=True).first()
    if vorige and vorige.regisseur_id == regisseur.pk:
        raise NietMogelijk(_("Deze medewerker is al regisseur van dit huishouden."))
    if vorige:
        vorige.tot = at.date()
        vorige.save(update_fields=["tot"])
    try:
        with transaction.atomic():
            regie = Regie.objects.create(dossier=dossier, regisseur=regisseur, vanaf=at.date(), reden=reden)
    except IntegrityError as fout:
        raise IntussenGewijzigd(_("Een collega heeft net een regisseur aangewezen.")) from fout
    if dossier.status == Dossierstatus.NIEUW:
        wissel_status(dossier, to=Dossierstatus.ACTIEF, reden="regisseur aangewezen", by=by, at=at)
    sleutel = Sleutel.REGIE_OVERGEDRAGEN if vorige else Sleutel.REGIE_GESTART
    record(sleutel, dossier, by=by, at=at, toelichting=regisseur.naam)
    return regie


@transaction.atomic
def open_casus(
    dossier: Dossier, *, persoon: Persoon, wet: Wet, leefgebied: str, probleem: str, by: Medewerker, at: datetime
) -> Casus:
    """Put one problem of one member on the running trajectory; one that runs already is given back."""
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    vereis_label(by, dossier, wet)
    gelijk = Casus.objects.filter(persoon=persoon, wet=wet, probleem=probleem, gesloten_op=None)
    if dubbel := _dubbel(dossier, gelijk):
        return dubbel
    traject = dossier.trajecten.filter(gesloten_op__isnull=True).first()
    if traject is None:
        raise NietMogelijk(_("Dit dossier is gesloten. Heropen het met een nieuwe melding."))
    casus = Casus.objects.create(
        dossier=dossier,
        traject=traject,
        persoon=persoon,
        wet=wet,
        leefgebied=leefgebied,
        probleem=probleem,
        gestart_op=at.date(),
    )
    record(Sleutel.CASUS_GEOPEND, casus, by=by, at=at, toelichting=probleem)
    return casus


@transaction.atomic
def sluit_casus(casus: Casus, *, afloop: str, by: Medewerker, at: datetime) -> None:
    """Close the case with its outcome; the trajectory runs on until the file closes."""
    require(by, Recht.DOSSIER_BIJHOUDEN, casus)
    casus.gesloten_op = Casus.objects.select_for_update().get(pk=casus.pk).gesloten_op
    if casus.gesloten_op:
        raise NietMogelijk(_("Deze casus is al gesloten."))
    casus.gesloten_op, casus.afloop = at.date(), afloop
    casus.save(update_fields=["gesloten_op", "afloop"])
    record(Sleutel.CASUS_GESLOTEN, casus, by=by, at=at, toelichting=afloop)


@transaction.atomic
def schrijf_notitie(dossier: Dossier, *, tekst: str, wet: str = Wet.GEEN, by: Medewerker, at: datetime) -> Notitie:
    """Add a note that nobody can change afterwards; the same note sent twice is one note."""
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    vereis_label(by, dossier, wet)
    dubbel = _dubbel(dossier, Notitie.objects.filter(auteur=by, tekst=tekst, geschreven_op__gt=at - DUBBEL))
    if dubbel:
        return dubbel
    notitie = Notitie.objects.create(dossier=dossier, auteur=by, geschreven_op=at, tekst=tekst, wet=wet)
    record(Sleutel.NOTITIE_GESCHREVEN, notitie, by=by, at=at)
    return notitie


def vereis_label(by: Medewerker, dossier: Dossier, wet: str) -> None:
    """Return only when this worker may work under this label in this file. Raises NietToegestaan otherwise."""
    if not by.bereik(Recht.DOSSIER_BIJHOUDEN).ziet(dossier.pk, wet):
        raise NietToegestaan(_("Dit label hoort niet bij uw rol. Kies een label waaronder u werkt."))


def _dubbel(dossier: Dossier, rijen: QuerySet[M]) -> M | None:
    """Give the row that an earlier copy of this act made; a second copy waits here until the first is done."""
    Dossier.objects.select_for_update().get(pk=dossier.pk)
    return rijen.filter(dossier=dossier).order_by("pk").first()


@transaction.atomic
def maak_taak(
    dossier: Dossier,
    *,
    voor: Medewerker,
    wat: str,
    uiterlijk: date,
    wet: str = Wet.GEEN,
    by: Medewerker,
    at: datetime,
) -> Taak:
    """Give a worker something to do for this household before a day; the same task sent twice is one task.

    Raises NietMogelijk when the one it is for does not work under this label.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    vereis_label(by, dossier, wet)
    if not voor.bereik(Recht.DOSSIER_INZIEN).ziet(dossier.pk, wet):
        raise NietMogelijk(_("Deze collega werkt niet onder dit label. Kies een andere collega of een ander label."))
    gelijk = Taak.objects.filter(voor=voor, wat=wat, uiterlijk=uiterlijk, gedaan_op=None, gemaakt_op__gt=at - DUBBEL)
    if dubbel := _dubbel(dossier, gelijk):
        return dubbel
    taak = Taak.objects.create(dossier=dossier, voor=voor, wat=wat, uiterlijk=uiterlijk, gemaakt_op=at, wet=wet)
    record(Sleutel.TAAK_GEMAAKT, taak, by=by, at=at, toelichting=wat)
    return taak


@transaction.atomic
def rond_taak_af(taak: Taak, *, recht: Recht = Recht.DOSSIER_BIJHOUDEN, by: Medewerker, at: datetime) -> None:
    """Mark the task as done; doing it twice changes nothing. A volunteer has a right of his or her own to do so."""
    require(by, recht, taak)
    if taak.herkomst:
        raise NietMogelijk(_("Deze taak hoort bij iets in het dossier. Leg daar vast hoe het ging, dan is zij gedaan."))
    if taak.gedaan_op is None:
        taak.gedaan_op = at
        taak.save(update_fields=["gedaan_op"])
        record(Sleutel.TAAK_GEDAAN, taak, by=by, at=at, toelichting=taak.wat)


@dataclass(frozen=True)
class Stuk:
    """The contents of a document that enters the file."""

    soort: Documentsoort
    titel: str
    inhoud: bytes
    inhoudstype: str = "application/pdf"
    wet: str = Wet.GEEN


def voeg_document_toe(dossier: Dossier, stuk: Stuk, *, by: Medewerker, at: datetime) -> Document:
    """Store the document in the file. The calling action holds the right and the transaction."""
    document = Document.objects.create(
        dossier=dossier,
        soort=stuk.soort,
        titel=stuk.titel,
        inhoud=stuk.inhoud,
        inhoudstype=stuk.inhoudstype,
        omvang=len(stuk.inhoud),
        sha256=hashlib.sha256(stuk.inhoud).hexdigest(),
        gemaakt_op=at,
        gemaakt_door=by,
        wet=stuk.wet,
    )
    record(Sleutel.DOCUMENT_TOEGEVOEGD, document, by=by, at=at, toelichting=stuk.titel)
    return document


@transaction.atomic
def ontvang_document(dossier: Dossier, stuk: Stuk, *, by: Medewerker, at: datetime) -> Document:
    """Keep a paper that came in. Raises NietMogelijk when the very same file is in this file already."""
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    vereis_label(by, dossier, stuk.wet)
    zelfde = Document.objects.defer("inhoud").filter(sha256=hashlib.sha256(stuk.inhoud).hexdigest())
    if bekend := _dubbel(dossier, zelfde):
        if not by.bereik(Recht.DOSSIER_INZIEN).omvat(bekend):
            raise NietMogelijk(_("Dit bestand zit al in het dossier, onder een wet die bij uw rol niet zichtbaar is."))
        raise NietMogelijk(_("Dit bestand zit al in het dossier, als ‘{titel}’.").format(titel=bekend.titel))
    return voeg_document_toe(dossier, stuk, by=by, at=at)


@dataclass(frozen=True)
class Afspraak:
    """When, where and with whom a conversation is planned."""

    soort: str
    begint_op: datetime
    plaats: str
    deelnemers: tuple[Persoon, ...]
    anderen: str = ""
    wet: str = Wet.GEEN


@transaction.atomic
def plan_gesprek(dossier: Dossier, afspraak: Afspraak, *, by: Medewerker, at: datetime) -> Gesprek:
    """Plan a conversation in the worker's own diary; the same one sent twice is one conversation."""
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    vereis_label(by, dossier, afspraak.wet)
    gelijk = Gesprek.objects.filter(
        door=by, begint_op=afspraak.begint_op, soort=afspraak.soort, status=Gesprekstatus.GEPLAND
    )
    if dubbel := _dubbel(dossier, gelijk):
        return dubbel
    gesprek = Gesprek.objects.create(
        dossier=dossier,
        soort=afspraak.soort,
        begint_op=afspraak.begint_op,
        plaats=afspraak.plaats,
        anderen=afspraak.anderen,
        door=by,
        wet=afspraak.wet,
    )
    gesprek.deelnemers.add(*afspraak.deelnemers)
    record(Sleutel.GESPREK_GEPLAND, gesprek, by=by, at=at)
    return gesprek


@transaction.atomic
def laat_gesprek_vervallen(gesprek: Gesprek, *, reden: str, by: Medewerker, at: datetime) -> None:
    """Record that the conversation did not take place, and why."""
    require(by, Recht.DOSSIER_BIJHOUDEN, gesprek)
    transition(gesprek, to=Gesprekstatus.VERVALLEN)
    gesprek.reden_vervallen = reden
    gesprek.save(update_fields=["reden_vervallen"])
    record(Sleutel.GESPREK_VERVALLEN, gesprek, by=by, at=at, toelichting=reden)


@transaction.atomic
def begin_verslag(gesprek: Gesprek, *, by: Medewerker, at: datetime) -> Gespreksverslag:
    """Start (or give back) the report of a conversation; starting one means that the conversation was held.

    Raises NietMogelijk for a conversation that did not take place.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, gesprek)
    if gesprek.status == Gesprekstatus.VERVALLEN:
        raise NietMogelijk(_("Dit gesprek is niet doorgegaan. Plan een nieuw gesprek en schrijf daar het verslag bij."))
    verslag, is_nieuw = Gespreksverslag.objects.get_or_create(
        gesprek=gesprek, defaults={"dossier": gesprek.dossier, "begonnen_op": at, "bewaard_op": at}
    )
    if is_nieuw:
        if gesprek.status == Gesprekstatus.GEPLAND:
            transition(gesprek, to=Gesprekstatus.GEVOERD)
            record(Sleutel.GESPREK_GEVOERD, gesprek, by=by, at=at)
            verwerk_gevoerd(gesprek, by=by, at=at)
        record(Sleutel.VERSLAG_BEGONNEN, verslag, by=by, at=at)
    return verslag


@transaction.atomic
def bewaar_verslag(
    verslag: Gespreksverslag, onderdelen: Mapping[str, str], *, bewerking: int, by: Medewerker, at: datetime
) -> int:
    """Save the subjects given and answer the new edit number; subjects not given keep their text.

    Raises IntussenGewijzigd when somebody saved after edit number `bewerking`, NietMogelijk when the report was sent.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, verslag)
    if verslag.status != Verslagstatus.CONCEPT:
        raise NietMogelijk(_("Dit verslag is al verstuurd. Een correctie komt ernaast te staan, als reactie."))
    _volgende_bewerking(verslag, bewerking=bewerking, by=by, at=at)
    geschreven = {onderwerp: kort for onderwerp, tekst in onderdelen.items() if (kort := schoon(tekst))}
    Verslagonderdeel.objects.bulk_create(
        (Verslagonderdeel(verslag=verslag, onderwerp=onderwerp, tekst=kort) for onderwerp, kort in geschreven.items()),
        update_conflicts=True,
        unique_fields=["verslag", "onderwerp"],
        update_fields=["tekst"],
    )
    if gewist := onderdelen.keys() - geschreven.keys():
        verslag.onderdelen.filter(onderwerp__in=gewist).delete()
    return verslag.bewerking


def _volgende_bewerking(verslag: Gespreksverslag, *, bewerking: int, by: Medewerker, at: datetime) -> None:
    gelukt = Gespreksverslag.objects.filter(pk=verslag.pk, bewerking=bewerking, status=Verslagstatus.CONCEPT).update(
        bewerking=bewerking + 1, bewaard_op=at, bewaard_door=by
    )
    if not gelukt:
        raise IntussenGewijzigd
    verslag.bewerking, verslag.bewaard_op, verslag.bewaard_door = bewerking + 1, at, by


@transaction.atomic
def bewaar_verslag_samen(
    verslag: Gespreksverslag, ingediend: Mapping[str, Ingediend], *, by: Medewerker, at: datetime
) -> Samenvoeging:
    """Save what this editor changed beside what others changed since; subjects that both changed come back unsaved.

    Raises NietMogelijk when the report was sent meanwhile.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, verslag)
    nu = Gespreksverslag.objects.select_for_update().get(pk=verslag.pk)
    verslag.bewerking, verslag.status, verslag.bewaard_op = nu.bewerking, nu.status, nu.bewaard_op
    samen = voeg_samen({deel.onderwerp: deel.tekst for deel in nu.onderdelen.all()}, ingediend)
    if samen.te_bewaren or nu.status != Verslagstatus.CONCEPT:
        bewaar_verslag(verslag, samen.te_bewaren, bewerking=nu.bewerking, by=by, at=at)
    return samen


@transaction.atomic
def verstuur_verslag(
    verslag: Gespreksverslag,
    brief: bytes,
    *,
    by: Medewerker,
    at: datetime,
    aan: Persoon | None = None,
    gelezen: int | None = None,
) -> Document:
    """Send the written account to the resident and lock it (Wmo 2.3.2 lid 8). `brief` is its PDF.

    Raises NietMogelijk when nothing was written yet, IntussenGewijzigd when a colleague saved after edit `gelezen`.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, verslag)
    nu = Gespreksverslag.objects.select_for_update().get(pk=verslag.pk)
    if gelezen not in (None, nu.bewerking):
        raise IntussenGewijzigd
    if not verslag.onderdelen.exists():
        raise NietMogelijk(_("Het verslag is nog leeg. Schrijf eerst op wat er is besproken."))
    transition(verslag, to=Verslagstatus.VERSTUURD)
    record(Sleutel.VERSLAG_VERSTUURD, verslag, by=by, at=at)
    stuk = Stuk(Documentsoort.VERSLAG, "Gespreksverslag", brief, wet=verslag.wet)
    document = voeg_document_toe(verslag.dossier, stuk, by=by, at=at)
    verslag.verstuurd_op, verslag.verstuurd_aan, verslag.document = at, aan, document
    verslag.save(update_fields=["verstuurd_op", "verstuurd_aan", "document"])
    return document


@transaction.atomic
def leg_reactie_vast(
    verslag: Gespreksverslag, *, persoon: Persoon, soort: Verslagstatus, tekst: str, by: Medewerker, at: datetime
) -> Verslagreactie:
    """Keep what the resident answered beside the report; the report itself stays as it was sent.

    Raises NietMogelijk when a correction or disagreement comes without words.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, verslag)
    if soort != Verslagstatus.AKKOORD and not tekst.strip():
        raise NietMogelijk(_("Schrijf op wat de inwoner anders ziet, in de woorden van de inwoner."))
    transition(verslag, to=soort)
    reactie = Verslagreactie.objects.create(
        verslag=verslag, persoon=persoon, soort=soort, tekst=tekst, ontvangen_op=at, vastgelegd_door=by
    )
    record(Sleutel.VERSLAG_REACTIE, verslag, by=by, at=at, toelichting=vastgelegd(soort.label))
    return reactie
