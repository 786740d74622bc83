"""From the nightly list to the certificate: found by a rule, proposed by one human, approved by another, destroyed.

Nobody can undo it. A restored copy is cleaned by the certificates (`vernietig_opnieuw`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import Actor, record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk
from eenplan.core.klok import AMSTERDAM
from eenplan.dossiers.models import Dossier
from eenplan.meldingen.models import Contact
from eenplan.privacy import bewaren
from eenplan.privacy.bewaren import Bewaarbeeld
from eenplan.privacy.models import Bewaarplicht, Vernietigingssoort, Vernietigingsverklaring, Vernietigingsvoorstel
from eenplan.privacy.vernietigen import alles_van_contact, alles_van_huishouden, verwijder
from eenplan.teams.models import Medewerker

NIEMAND: Final = "nachtelijke controle"


@dataclass(frozen=True)
class Machine:
    """The program itself, when no worker is signed in."""

    naam: str
    pk: int | None = None

    def doel_bij(self, dossier_id: int | None) -> str:
        """Give why it looks in a file: it does not look, it cleans up."""
        return "vernietigen wat al vernietigd was"


# ---------------------------------------------------------------------------------------------------- the list


@transaction.atomic
def maak_lijst(*, vandaag: date, at: datetime) -> tuple[int, int]:
    """Name every file whose last term has passed and drop what no longer belongs there; count both.

    Names only: without a human who proposes and another who approves nothing is destroyed.
    """
    nieuw = sum(_noem(*kandidaat, at=at) for kandidaat in _kandidaten(vandaag))
    weg = [rij.pk for rij in Vernietigingsvoorstel.objects.all() if waarom_niet(rij, vandaag=vandaag)]
    aantal, _per_soort = Vernietigingsvoorstel.objects.filter(pk__in=weg).delete()
    return nieuw, aantal


def _kandidaten(vandaag: date) -> Iterator[tuple[str, int, Bewaarbeeld]]:
    for dossier in bewaren.dossiers_om_te_wegen(vandaag).iterator():
        beeld = bewaren.bewaarbeeld(dossier, vandaag=vandaag)
        if beeld.is_voorbij(vandaag) and not bewaren.beletsels(dossier.pk, vandaag=vandaag):
            yield Vernietigingssoort.DOSSIER, dossier.pk, beeld
    for contact in bewaren.contacten_om_te_wegen().iterator():
        beeld = bewaren.bewaarbeeld_contact(contact)
        if beeld.is_voorbij(vandaag):
            yield Vernietigingssoort.CONTACT, contact.pk, beeld


def _noem(soort: str, nummer: int, beeld: Bewaarbeeld, *, at: datetime) -> int:
    laatste = beeld.laatste
    if laatste is None:
        return 0
    _rij, is_nieuw = Vernietigingsvoorstel.objects.get_or_create(
        soort=soort,
        nummer=nummer,
        defaults={
            "grondslag": f"{laatste.naam}: {laatste.vindplaats}",
            "afleiding": beeld.as_list(),
            "vernietigen_vanaf": laatste.vernietigen_vanaf,
            "gevonden_op": at,
        },
    )
    return int(is_nieuw)


def waarom_niet(voorstel: Vernietigingsvoorstel, *, vandaag: date) -> list[str]:
    """Give why this may not be destroyed now; empty when it may."""
    if voorstel.soort == Vernietigingssoort.CONTACT:
        contact = bewaren.contacten_om_te_wegen().filter(pk=voorstel.nummer).first()
        voorbij = contact and bewaren.bewaarbeeld_contact(contact).is_voorbij(vandaag)
        return [] if voorbij else [_("Dit contact hoort inmiddels bij een zaak, of de termijn is nog niet voorbij.")]
    dossier = Dossier.objects.filter(pk=voorstel.nummer).first()
    if dossier is None:
        return [_("Dit dossier bestaat niet meer.")]
    redenen = bewaren.beletsels(dossier.pk, vandaag=vandaag)
    if voorstel.verzoek_id is None:
        weegbaar = bewaren.dossiers_om_te_wegen(vandaag).filter(pk=dossier.pk).exists()
        if not (weegbaar and bewaren.bewaarbeeld(dossier, vandaag=vandaag).is_voorbij(vandaag)):
            redenen.append(_("De bewaartermijn is niet voorbij, of het dossier is weer open."))
    return redenen


# ------------------------------------------------------------------------------------------- hold, propose, approve


@transaction.atomic
def houd_vast(
    dossier_id: int, *, reden: str, vanaf: date, tot: date | None, by: Medewerker, at: datetime
) -> Bewaarplicht:
    """Forbid to destroy a file from a day till a day (exclusive); it leaves the list at once.

    Raises NietMogelijk when there is no such file, or the hold ends before it begins.
    """
    require(by, Recht.VERNIETIGING_BEHEREN)
    if not Dossier.objects.filter(pk=dossier_id).exists():
        raise NietMogelijk(_("Er is geen dossier met dit nummer. Controleer het nummer."))
    if tot and tot <= vanaf:
        raise NietMogelijk(_("De bewaarplicht eindigt voordat zij begint. Controleer de datums."))
    plicht = Bewaarplicht.objects.create(dossier_id=dossier_id, reden=reden, vanaf=vanaf, tot=tot, door=by)
    Vernietigingsvoorstel.objects.filter(soort=Vernietigingssoort.DOSSIER, nummer=dossier_id).delete()
    record(Sleutel.BEWAARPLICHT_OPGELEGD, plicht, by=by, at=at, toelichting=reden)
    return plicht


@transaction.atomic
def hef_bewaarplicht_op(plicht: Bewaarplicht, *, by: Medewerker, at: datetime) -> None:
    """End a hold today; one that began today never was."""
    require(by, Recht.VERNIETIGING_BEHEREN)
    if plicht.vanaf >= at.date():
        record(Sleutel.BEWAARPLICHT_OPGEHEVEN, plicht, by=by, at=at)
        plicht.delete()
        return
    plicht.tot = at.date()
    plicht.save(update_fields=["tot"])
    record(Sleutel.BEWAARPLICHT_OPGEHEVEN, plicht, by=by, at=at)


@transaction.atomic
def stel_voor(voorstel: Vernietigingsvoorstel, *, by: Medewerker, at: datetime) -> None:
    """Let a human propose what the nightly run named. Raises NietMogelijk when something keeps it back."""
    require(by, Recht.VERNIETIGING_BEHEREN)
    _vergrendel(voorstel)
    if voorstel.voorgesteld_door_id:
        raise NietMogelijk(_("Een collega heeft dit al voorgesteld."))
    if redenen := waarom_niet(voorstel, vandaag=at.date()):
        raise NietMogelijk(" ".join(redenen))
    voorstel.voorgesteld_door, voorstel.voorgesteld_op = by, at
    voorstel.save(update_fields=["voorgesteld_door", "voorgesteld_op"])
    record(Sleutel.VERNIETIGING_VOORGESTELD, voorstel, by=by, at=at)


@transaction.atomic
def keur_goed_en_vernietig(voorstel: Vernietigingsvoorstel, *, by: Medewerker, at: datetime) -> Vernietigingsverklaring:
    """Destroy what somebody else proposed and leave the certificate; nothing else of it remains.

    Raises NietMogelijk when nobody proposed it, the proposer approves, or something keeps it back.
    """
    require(by, Recht.VERNIETIGING_BEHEREN)
    _vergrendel(voorstel)
    if voorstel.voorgesteld_door is None:
        raise NietMogelijk(_("Niemand heeft dit nog voorgesteld. Stel het eerst voor; een collega keurt het goed."))
    if voorstel.voorgesteld_door_id == by.pk:
        raise NietMogelijk(_("U hebt dit zelf voorgesteld. Een collega moet het goedkeuren."))
    if redenen := waarom_niet(voorstel, vandaag=at.date()):
        raise NietMogelijk(" ".join(redenen))
    opdracht = Opdracht(
        soort=voorstel.soort,
        nummer=voorstel.nummer,
        grondslag=voorstel.grondslag,
        afleiding=voorstel.afleiding,
        voorgesteld_door=_wie(voorstel.voorgesteld_door),
        goedgekeurd_door=_wie(by),
    )
    return _voer_uit(opdracht, by=by, at=at)


def _vergrendel(voorstel: Vernietigingsvoorstel) -> None:
    nu = Vernietigingsvoorstel.objects.select_for_update(of=("self",)).filter(pk=voorstel.pk).first()
    if nu is None:
        raise NietMogelijk(_("Dit voorstel is er niet meer. Ververs de lijst."))
    voorstel.voorgesteld_door = nu.voorgesteld_door


def _wie(medewerker: Medewerker) -> str:
    return f"{medewerker.naam} (medewerker {medewerker.pk})"


# ------------------------------------------------------------------------------------------------- destruction


@dataclass(frozen=True)
class Opdracht:
    """What is destroyed, on which ground, and which two humans decided it."""

    soort: str
    nummer: int
    grondslag: str
    afleiding: list[dict[str, str]]
    voorgesteld_door: str
    goedgekeurd_door: str


def _voer_uit(opdracht: Opdracht, *, by: Actor, at: datetime) -> Vernietigingsverklaring:
    """Destroy and certify; the caller holds the transaction."""
    if opdracht.soort == Vernietigingssoort.CONTACT:
        contact = Contact.objects.select_for_update(of=("self",)).get(pk=opdracht.nummer)
        begonnen = contact.ontvangen_op.astimezone(AMSTERDAM).date()
        gevonden = alles_van_contact(contact.pk)
        gevonden[Vernietigingsvoorstel] = _voorstellen(opdracht)
    else:
        dossier = Dossier.objects.select_for_update().get(pk=opdracht.nummer)
        begonnen = dossier.geopend_op
        gevonden = alles_van_huishouden(dossier.pk)
    tellingen = dict(sorted(verwijder(gevonden).items()))
    verklaring = _certificeer(opdracht, begonnen_op=begonnen, tellingen=tellingen, at=at)
    record(Sleutel.VERNIETIGD, verklaring, by=by, at=at)
    return verklaring


def _voorstellen(opdracht: Opdracht) -> set[int]:
    rijen = Vernietigingsvoorstel.objects.filter(soort=opdracht.soort, nummer=opdracht.nummer)
    return set(rijen.values_list("pk", flat=True))


def _certificeer(
    opdracht: Opdracht, *, begonnen_op: date, tellingen: dict[str, int], at: datetime
) -> Vernietigingsverklaring:
    laatste = Vernietigingsverklaring.objects.select_for_update().order_by("-pk").first()
    verklaring = Vernietigingsverklaring(
        soort=opdracht.soort,
        nummer=opdracht.nummer,
        begonnen_op=begonnen_op,
        grondslag=opdracht.grondslag[:200],
        afleiding=opdracht.afleiding,
        tellingen=tellingen,
        vernietigd_op=at,
        voorgesteld_door=opdracht.voorgesteld_door,
        goedgekeurd_door=opdracht.goedgekeurd_door,
        vorige_afdruk=laatste.afdruk if laatste else "",
    )
    verklaring.afdruk = afdruk(verklaring)
    verklaring.save()
    return verklaring


def als_regel(verklaring: Vernietigingsverklaring) -> dict[str, Any]:
    """Give a certificate as plain data: what the register of destructions outside the database holds."""
    return {
        "soort": verklaring.soort,
        "nummer": verklaring.nummer,
        "begonnen_op": verklaring.begonnen_op.isoformat() if verklaring.begonnen_op else None,
        "grondslag": verklaring.grondslag,
        "afleiding": verklaring.afleiding,
        "tellingen": verklaring.tellingen,
        "vernietigd_op": verklaring.vernietigd_op.astimezone(AMSTERDAM).isoformat(),
        "voorgesteld_door": verklaring.voorgesteld_door,
        "goedgekeurd_door": verklaring.goedgekeurd_door,
        "vorige_afdruk": verklaring.vorige_afdruk,
    }


def afdruk(verklaring: Vernietigingsverklaring) -> str:
    """Give the print of a certificate together with the one before it."""
    tekst = json.dumps(als_regel(verklaring), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(tekst.encode()).hexdigest()


def gebroken_schakels() -> list[int]:
    """Give the numbers of certificates that do not fit their print or the certificate before them."""
    vorige, gebroken = "", []
    for verklaring in Vernietigingsverklaring.objects.order_by("pk").iterator():
        if verklaring.afdruk != afdruk(verklaring) or verklaring.vorige_afdruk != vorige:
            gebroken.append(verklaring.pk)
        vorige = verklaring.afdruk
    return gebroken


# --------------------------------------------------------------------------------------- after a copy was put back


def vernietig_opnieuw(regels: Iterable[dict[str, Any]], *, at: datetime) -> int:
    """Destroy again what certificates list and a restored copy brought back; count it.

    A file counts as the same one only when its number and the day it began are those of the certificate.
    """
    bekend = [als_regel(verklaring) for verklaring in Vernietigingsverklaring.objects.order_by("pk")]
    gedaan = 0
    for regel in [*bekend, *regels]:
        with transaction.atomic():
            if _is_terug(regel):
                grondslag = regel["grondslag"].removeprefix(OPNIEUW)
                _voer_uit(
                    Opdracht(
                        soort=regel["soort"],
                        nummer=regel["nummer"],
                        grondslag=f"{OPNIEUW}{grondslag}",
                        afleiding=regel["afleiding"],
                        voorgesteld_door=regel["voorgesteld_door"],
                        goedgekeurd_door=regel["goedgekeurd_door"],
                    ),
                    by=Machine("herstel van een kopie"),
                    at=at,
                )
                gedaan += 1
    return gedaan


OPNIEUW: Final = "Opnieuw na het terugzetten van een kopie. "


def _is_terug(regel: dict[str, Any]) -> bool:
    begonnen: date | None = None
    if regel["soort"] == Vernietigingssoort.CONTACT:
        if contact := Contact.objects.filter(pk=regel["nummer"]).first():
            begonnen = contact.ontvangen_op.astimezone(AMSTERDAM).date()
    elif dossier := Dossier.objects.filter(pk=regel["nummer"]).first():
        begonnen = dossier.geopend_op
    return begonnen is not None and begonnen.isoformat() == regel["begonnen_op"]
