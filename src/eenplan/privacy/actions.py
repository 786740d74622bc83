"""Everything a worker does with a request of a resident: take it in, make sure who asks, collect, judge, answer.

Destruction itself is in vernietiging.py.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.brieven.model import Brief
from eenplan.brieven.pdf import maak_pdf
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.core.opmaak import vastgelegd
from eenplan.core.transitions import transition
from eenplan.core.vertaling import vertaald
from eenplan.dossiers.actions import Stuk, voeg_document_toe
from eenplan.dossiers.models import Document, Documentsoort, Dossier
from eenplan.personen.gezin import gezag_van
from eenplan.personen.models import Huishoudlid, Persoon
from eenplan.personen.zoeksleutels import klank, woorden
from eenplan.privacy import bewaren
from eenplan.privacy.brief import Antwoord, antwoordbrief, kenmerk, uittrekselbrief
from eenplan.privacy.models import (
    Beperking,
    Identiteit,
    Passage,
    Uittreksel,
    Verklaring,
    Vernietigingssoort,
    Vernietigingsvoorstel,
    Verzoek,
    Verzoeksoort,
    Vragersoort,
)
from eenplan.privacy.states import BEANTWOORD, OPEN, Verzoekstatus
from eenplan.privacy.uittreksel import als_json, pak_in, zonder_anderen
from eenplan.privacy.verzamelen import verzamel
from eenplan.teams.models import Medewerker
from eenplan.termijnen.actions import start_termijn, voltooi_termijn
from eenplan.wetgeving.inwonerrechten import Vrager, mag_verzoek_doen

_REGEL: Final = {Verzoeksoort.VERNIETIGING.value: "wmo-vernietiging"}
AVG_REGEL: Final = "avg-verzoek"


@dataclass(frozen=True)
class Gevraagd:
    """A request as it came in. Name and address of the one who asks only when that is not the resident."""

    soort: str
    persoon: Persoon
    ontvangen_op: date
    kanaal: str
    tekst: str
    vrager: str = Vragersoort.ZELF
    vrager_naam: str = ""
    vrager_adres: str = ""


@transaction.atomic
def neem_verzoek_op(dossier: Dossier, gevraagd: Gevraagd, *, by: Medewerker, at: datetime) -> Verzoek:
    """Record the request and start its clock (AVG 12 lid 3, Wmo 5.3.5); the same request sent twice is one.

    Raises NietMogelijk when the resident stands in no file here, or this person may not ask (Wmo 5.3.2).
    """
    require(by, Recht.VERZOEK_BEHANDELEN, dossier)
    if not Huishoudlid.objects.filter(huishouden=dossier.pk, persoon=gevraagd.persoon).exists():
        raise NietMogelijk(_("Deze inwoner hoort niet bij dit huishouden."))
    if gevraagd.ontvangen_op > at.date():
        raise NietMogelijk(_("Deze dag moet nog komen. Vul de dag in waarop het verzoek is ontvangen."))
    _mag_vragen(gevraagd)
    Dossier.objects.select_for_update().get(pk=dossier.pk)
    gelijk = {naam: getattr(gevraagd, naam) for naam in ("soort", "persoon", "ontvangen_op", "vrager", "tekst")}
    if dubbel := Verzoek.objects.filter(dossier=dossier, status__in=OPEN, **gelijk).first():
        return dubbel
    verzoek = Verzoek.objects.create(dossier=dossier, **vars(gevraagd), vastgelegd_op=at, vastgelegd_door=by)
    start_termijn(regel_van(verzoek), verzoek, start=gevraagd.ontvangen_op, by=by, at=at)
    record(Sleutel.VERZOEK_ONTVANGEN, verzoek, by=by, at=at, toelichting=vastgelegd(Verzoeksoort(verzoek.soort).label))
    return verzoek


def regel_van(verzoek: Verzoek) -> str:
    """Name the rule of the clock of a request."""
    return _REGEL.get(verzoek.soort, AVG_REGEL)


def _mag_vragen(gevraagd: Gevraagd) -> None:
    """Refuse who may not ask: by age, and a parent who by the file has no custody or of whom that is unknown."""
    persoon, dag = gevraagd.persoon, gevraagd.ontvangen_op
    if persoon.geboortedatum is None:
        if gevraagd.vrager == Vragersoort.OUDER:
            raise NietMogelijk(
                _("De geboortedatum is niet bekend. Zoek die eerst op: de leeftijd bepaalt wie mag vragen.")
            )
    elif not (antwoord := mag_verzoek_doen(persoon.geboortedatum, Vrager(gevraagd.vrager), op=dag)).mag:
        raise NietMogelijk(f"{vertaald(antwoord.uitleg)} ({vertaald(antwoord.vindplaats)})")
    if gevraagd.vrager == Vragersoort.ZELF:
        return
    if not gevraagd.vrager_naam or not gevraagd.vrager_adres:
        raise NietMogelijk(_("Vul naam en adres in van wie het vraagt: daar gaat het antwoord heen."))
    if gevraagd.vrager == Vragersoort.OUDER:
        _heeft_gezag(gevraagd, dag)


def _heeft_gezag(gevraagd: Gevraagd, dag: date) -> None:
    gezag = gezag_van(gevraagd.persoon, dag)
    if gezag.is_onbekend:
        raise NietMogelijk(_("Het gezag is niet bekend. Zoek dat eerst uit in het gezagsregister en leg het vast."))
    if not any(_klinkt_als(gevraagd.vrager_naam, houder) for houder in gezag.houders):
        raise NietMogelijk(_("Deze ouder heeft volgens het dossier geen gezag. Zonder gezag geen inzage of verzoek."))


def _klinkt_als(een: str, ander: str) -> bool:
    return [klank(woord) for woord in woorden(een)] == [klank(woord) for woord in woorden(ander)]


@transaction.atomic
def neem_in_behandeling(verzoek: Verzoek, *, identiteit: str, by: Medewerker, at: datetime) -> None:
    """Record how it was made sure who asks, and begin (AVG 12 lid 6). Somebody else's papers must have been seen."""
    require(by, Recht.VERZOEK_BEHANDELEN, verzoek)
    if identiteit == Identiteit.NOG_NIET:
        raise NietMogelijk(_("Stel eerst vast wie het vraagt."))
    if verzoek.vrager != Vragersoort.ZELF and identiteit != Identiteit.GEZAG:
        raise NietMogelijk(_("Een ander vraagt dit. Controleer ook het gezag of de machtiging."))
    transition(verzoek, to=Verzoekstatus.IN_BEHANDELING)
    verzoek.identiteit = identiteit
    verzoek.save(update_fields=["identiteit"])
    record(Sleutel.VERZOEK_IN_BEHANDELING, verzoek, by=by, at=at)


@transaction.atomic
def trek_in(verzoek: Verzoek, *, by: Medewerker, at: datetime) -> None:
    """End a request because the resident no longer wants it; the clock stops."""
    require(by, Recht.VERZOEK_BEHANDELEN, verzoek)
    transition(verzoek, to=Verzoekstatus.INGETROKKEN)
    Passage.objects.filter(uittreksel=verzoek.pk).delete()
    Uittreksel.objects.filter(pk=verzoek.pk).delete()
    voltooi_termijn(regel_van(verzoek), verzoek, by=by, at=at)
    record(Sleutel.VERZOEK_INGETROKKEN, verzoek, by=by, at=at)


# --------------------------------------------------------------------------------------------------- the answer


@transaction.atomic
def beantwoord(
    verzoek: Verzoek, antwoord: Antwoord, *, by: Medewerker, at: datetime, zet: Callable[[Brief], bytes] = maak_pdf
) -> Verzoek:
    """Answer with a letter; what was decided takes effect, and the clock stops.

    Raises NietMogelijk when the reason lacks, nothing was collected yet, or the law forbids what was decided.
    """
    require(by, Recht.VERZOEK_BEHANDELEN, verzoek)
    _mag_zo(verzoek, antwoord, dag=at.date())
    _voer_uit(verzoek, antwoord, by=by, at=at)
    brief = antwoordbrief(verzoek, antwoord, dag=at.date(), ondertekenaar=by)
    stuk = Stuk(Documentsoort.OVERIG, "Antwoord op een verzoek over gegevens", zet(brief))
    verzoek.document = voeg_document_toe(verzoek.dossier, stuk, by=by, at=at)
    verzoek.artikel, verzoek.reden = antwoord.artikel, antwoord.reden
    verzoek.geantwoord_op, verzoek.geantwoord_door = at.date(), by
    verzoek.save(update_fields=["artikel", "reden", "geantwoord_op", "geantwoord_door", "document"])
    transition(verzoek, to=antwoord.uitkomst)
    voltooi_termijn(regel_van(verzoek), verzoek, by=by, at=at)
    record(Sleutel.VERZOEK_BEANTWOORD, verzoek, by=by, at=at, toelichting=vastgelegd(verzoek.get_status_display()))
    return verzoek


def _mag_zo(verzoek: Verzoek, antwoord: Antwoord, *, dag: date) -> None:
    verzoek.status = Verzoek.objects.select_for_update().get(pk=verzoek.pk).status
    if verzoek.status != Verzoekstatus.IN_BEHANDELING:
        zin = _("Antwoord geven kan alleen zolang het verzoek in behandeling is. De status is nu ‘{status}’.")
        raise NietMogelijk(zin.format(status=verzoek.get_status_display()))
    if antwoord.uitkomst not in BEANTWOORD or not antwoord.reden.strip() or not antwoord.artikel.strip():
        raise NietMogelijk(_("Kies een uitkomst en schrijf waarom, met het artikel waarop het rust."))
    geeft = antwoord.uitkomst != Verzoekstatus.AFGEWEZEN
    if verzoek.soort == Verzoeksoort.INZAGE and geeft and not _is_vrijgegeven(verzoek):
        raise NietMogelijk(_("Verzamel eerst de gegevens, beoordeel wat over een ander gaat en geef ze vrij."))
    if verzoek.soort == Verzoeksoort.VERNIETIGING and geeft:
        if antwoord.uitkomst == Verzoekstatus.DEELS:
            raise NietMogelijk(_("Eenplan vernietigt alleen een heel dossier. Wijs toe of wijs af, en schrijf waarom."))
        if redenen := uitzonderingen(verzoek, dag=dag):
            raise NietMogelijk(" ".join(redenen))


def _is_vrijgegeven(verzoek: Verzoek) -> bool:
    return Uittreksel.objects.filter(pk=verzoek.pk, vrijgegeven_op__isnull=False).exists()


def uitzonderingen(verzoek: Verzoek, *, dag: date) -> list[str]:
    """Give the legal reasons that stand in the way of destroying the file on request (Wmo 5.3.5, Jeugdwet 7.3.9)."""
    redenen = bewaren.beletsels(verzoek.dossier_id, vandaag=dag)
    anderen = Huishoudlid.objects.filter(huishouden=verzoek.dossier_id).exclude(persoon=verzoek.persoon)
    if anderen.exists():
        redenen.append(
            _("In dit dossier staan ook gegevens van anderen. Hun belang bij bewaren gaat voor (Wmo 2015, 5.3.5).")
        )
    return redenen


def _voer_uit(verzoek: Verzoek, antwoord: Antwoord, *, by: Medewerker, at: datetime) -> None:
    """Let the decision take effect; the caller holds the transaction."""
    bij = {"dossier": verzoek.dossier, "persoon": verzoek.persoon, "verzoek": verzoek}
    soort, wijst_toe = verzoek.soort, antwoord.uitkomst != Verzoekstatus.AFGEWEZEN
    if soort == Verzoeksoort.RECTIFICATIE and antwoord.verklaring and antwoord.uitkomst != Verzoekstatus.TOEGEWEZEN:
        Verklaring.objects.create(**bij, gaat_over=antwoord.gaat_over, tekst=antwoord.verklaring, toegevoegd_op=at)
    if soort == Verzoeksoort.BEPERKING and wijst_toe:
        Beperking.objects.create(**bij, vanaf=at.date())
    if soort == Verzoeksoort.VERNIETIGING and wijst_toe:
        Vernietigingsvoorstel.objects.update_or_create(
            soort=Vernietigingssoort.DOSSIER,
            nummer=verzoek.dossier_id,
            defaults={
                "grondslag": f"Verzoek van de inwoner {kenmerk(verzoek)}: {antwoord.artikel}"[:200],
                "afleiding": [],
                "vernietigen_vanaf": at.date(),
                "gevonden_op": at,
                "verzoek": verzoek,
                "voorgesteld_door": by,
                "voorgesteld_op": at,
            },
        )


@transaction.atomic
def beeindig_beperking(beperking: Beperking, *, reden: str, by: Medewerker, at: datetime) -> None:
    """End a restriction today, after the resident was told (AVG 18 lid 3)."""
    require(by, Recht.VERZOEK_BEHANDELEN, beperking)
    if beperking.tot:
        raise NietMogelijk(_("Deze beperking is al beëindigd."))
    beperking.tot, beperking.reden_einde = at.date(), reden
    beperking.save(update_fields=["tot", "reden_einde"])
    record(Sleutel.BEPERKING_BEEINDIGD, beperking, by=by, at=at, toelichting=reden)


# --------------------------------------------------------------------------------------------------- the extract


@transaction.atomic
def verzamel_uittreksel(verzoek: Verzoek, *, by: Medewerker, at: datetime) -> Uittreksel:
    """Collect everything about the resident and mark what is about somebody else; an earlier draft is replaced.

    Raises NietToegestaan when the worker may not see every file and every law that it comes from.
    """
    require(by, Recht.VERZOEK_BEHANDELEN, verzoek)
    if verzoek.soort != Verzoeksoort.INZAGE or verzoek.status != Verzoekstatus.IN_BEHANDELING:
        raise NietMogelijk(_("Verzamelen kan alleen bij een verzoek om inzage dat in behandeling is."))
    _ziet_alles(verzoek, by)
    Passage.objects.filter(uittreksel=verzoek.pk).delete()
    Uittreksel.objects.filter(pk=verzoek.pk).delete()
    gevonden = verzamel(verzoek.persoon, at=at)
    uittreksel = Uittreksel.objects.create(verzoek=verzoek, inhoud=gevonden.inhoud, verzameld_op=at, verzameld_door=by)
    for passage in gevonden.passages:
        passage.uittreksel = uittreksel
    Passage.objects.bulk_create(gevonden.passages)
    record(Sleutel.UITTREKSEL_VERZAMELD, verzoek, by=by, at=at)
    return uittreksel


def _ziet_alles(verzoek: Verzoek, by: Medewerker) -> None:
    bereik = by.bereik(Recht.VERZOEK_BEHANDELEN)
    lid_van = Huishoudlid.objects.filter(persoon=verzoek.persoon).values("huishouden")
    for dossier in Dossier.objects.filter(pk__in=lid_van).select_related("huishouden"):
        labels = bewaren.wetten(dossier.pk)
        if not bereik.omvat(dossier) or not all(bereik.ziet(dossier.pk, wet) for wet in labels):
            raise NietToegestaan(
                _("Deze inwoner staat ook in een dossier of onder een wet die u niet ziet. Geef dit aan de backoffice.")
            )


@transaction.atomic
def beoordeel(uittreksel: Uittreksel, keuzes: Mapping[int, tuple[bool, str]], *, by: Medewerker, at: datetime) -> None:
    """Keep or withhold passages, each withheld one with its reason. What must stay secret cannot be shown."""
    require(by, Recht.VERZOEK_BEHANDELEN, uittreksel.verzoek)
    _is_concept(uittreksel)
    passages = list(uittreksel.passages.filter(pk__in=keuzes, is_vast=False))
    for passage in passages:
        passage.is_tonen, passage.reden = keuzes[passage.pk]
        if not passage.is_tonen and not passage.reden.strip():
            raise NietMogelijk(_("Kies bij alles wat u weglaat een reden."))
        passage.beoordeeld_op, passage.beoordeeld_door = at, by
    Passage.objects.bulk_update(passages, ["is_tonen", "reden", "beoordeeld_op", "beoordeeld_door"])


@transaction.atomic
def merk_zelf(uittreksel: Uittreksel, woorden_: str, *, reden: str, by: Medewerker, at: datetime) -> int:
    """Withhold every value that holds these words and that the search did not find; count them."""
    require(by, Recht.VERZOEK_BEHANDELEN, uittreksel.verzoek)
    _is_concept(uittreksel)
    volgorde = uittreksel.passages.count()
    nieuw = [
        Passage(
            uittreksel=uittreksel,
            volgorde=volgorde,
            onderdeel=onderdeel["soort"],
            rij=rij["rij"],
            veld=naam,
            begin=begin,
            einde=begin + len(woorden_),
            tekst=waarde[begin : begin + len(woorden_)],
            over=_("door u aangewezen"),
            gevonden_aan=_("door een medewerker aangewezen"),
            is_tonen=False,
            reden=reden,
            beoordeeld_op=at,
            beoordeeld_door=by,
        )
        for onderdeel in uittreksel.inhoud["onderdelen"]
        for rij in onderdeel["rijen"]
        for naam, _kop, waarde in rij["velden"]
        for begin in _plaatsen(waarde, woorden_)
    ]
    Passage.objects.bulk_create(nieuw)
    return len(nieuw)


def _plaatsen(waarde: str, woorden_: str) -> list[int]:
    plaatsen, begin = [], waarde.casefold().find(woorden_.casefold())
    while begin >= 0:
        plaatsen.append(begin)
        begin = waarde.casefold().find(woorden_.casefold(), begin + len(woorden_))
    return plaatsen


@transaction.atomic
def geef_vrij(
    uittreksel: Uittreksel, *, by: Medewerker, at: datetime, zet: Callable[[Brief], bytes] = maak_pdf
) -> None:
    """Make the file for the resident and forget what was collected; what was withheld is kept nowhere a second time.

    Raises NietMogelijk while a passage was not judged.
    """
    require(by, Recht.VERZOEK_BEHANDELEN, uittreksel.verzoek)
    _is_concept(uittreksel)
    _ziet_alles(uittreksel.verzoek, by)
    if uittreksel.passages.filter(is_tonen__isnull=True).exists():
        raise NietMogelijk(_("Nog niet alles is beoordeeld. Kies bij elke passage: laten staan of weglaten."))
    gegevens = zonder_anderen(uittreksel.inhoud, uittreksel.passages.all())
    brief = uittrekselbrief(uittreksel, gegevens, dag=at.date(), door=by)
    uittreksel.bestand = pak_in(zet(brief), als_json(gegevens), _stukken(gegevens["bijlagen"]))
    uittreksel.sha256 = hashlib.sha256(uittreksel.bestand).hexdigest()
    uittreksel.inhoud, uittreksel.vrijgegeven_op, uittreksel.vrijgegeven_door = {}, at, by
    uittreksel.save()
    uittreksel.passages.exclude(tekst="").update(tekst="", over="")
    record(Sleutel.UITTREKSEL_VRIJGEGEVEN, uittreksel.verzoek, by=by, at=at)


def _stukken(bijlagen: list[dict[str, int]]) -> list[tuple[int, str, bytes]]:
    nummers = {stuk["document"]: stuk["nummer"] for stuk in bijlagen}
    rijen = Document.objects.filter(pk__in=nummers).order_by("pk")
    return [(nummers[rij.pk], rij.inhoudstype, bytes(rij.inhoud)) for rij in rijen]


def _is_concept(uittreksel: Uittreksel) -> None:
    nu = Uittreksel.objects.select_for_update().get(pk=uittreksel.pk)
    if nu.vrijgegeven_op:
        raise NietMogelijk(_("Deze gegevens zijn al vrijgegeven. Er valt niets meer te beoordelen."))
