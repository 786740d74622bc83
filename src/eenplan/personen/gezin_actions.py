"""What a worker keeps of a family: custody, representatives, stays, ability, ties with their marks, a hidden address.

Nothing is overwritten: what ends keeps its row with its last day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk
from eenplan.personen.actions import leer_woorden, zoeksleutels
from eenplan.personen.afscherming import werkt_in, zonder_verborgen
from eenplan.personen.eigen import werk_gesloten_bij
from eenplan.personen.gezin import is_minderjarig
from eenplan.personen.models import (
    Adresafscherming,
    Gezag,
    Huishouden,
    Huishoudlid,
    Markeringsoort,
    Persoon,
    Relatie,
    Relatiemarkering,
    Relatiesoort,
    Verblijf,
    Vertegenwoordiging,
    Wilsonbekwaamheid,
)
from eenplan.teams.models import Medewerker
from eenplan.wetgeving.gezagsoorten import GEDEELD, Gezagssoort, Situatie, Vertegenwoordigersoort

Rij = Gezag | Vertegenwoordiging | Wilsonbekwaamheid | Verblijf
_SLEUTEL: Final[dict[type, Sleutel]] = {
    Gezag: Sleutel.GEZAG_VASTGELEGD,
    Vertegenwoordiging: Sleutel.VERTEGENWOORDIGING_VASTGELEGD,
    Wilsonbekwaamheid: Sleutel.WILSBEKWAAMHEID_VASTGELEGD,
    Verblijf: Sleutel.VERBLIJF_VASTGELEGD,
}
VEERTIEN: Final = 14  # nights


@dataclass(frozen=True)
class Gezagsopgave:
    """Custody as it was shown: by residents, or by an institution, since when and by what evidence."""

    soort: Gezagssoort
    vanaf: date
    bron: str
    houders: tuple[Persoon, ...] = ()
    instelling: str = ""


@dataclass(frozen=True)
class Wie:
    """Somebody who acts for an adult: a resident, or an organisation by name."""

    persoon: Persoon | None = None
    organisatie: str = ""


# ------------------------------------------------------------------------------------------------------------- custody


@transaction.atomic
def leg_gezag_vast(
    huishouden: Huishouden, kind: Persoon, opgave: Gezagsopgave, *, by: Medewerker, at: datetime
) -> list[Gezag]:
    """Record who has custody of a child from a day on; what held before ends that day (BW 1:245).

    Raises NietMogelijk when the holders do not fit the kind of custody.
    """
    require(by, Recht.GEZIN_BIJHOUDEN, huishouden)
    _is_lid(huishouden, kind)
    if not is_minderjarig(kind, opgave.vanaf):
        raise NietMogelijk(_("Gezag geldt alleen voor wie op die dag jonger is dan achttien jaar."))
    _passen_houders(kind, opgave)
    lopend = Gezag.objects.filter(kind=kind, tot__isnull=True)
    if lopend.filter(vanaf__gt=opgave.vanaf).exists():
        raise NietMogelijk(_("Er is al gezag vastgelegd dat later begint. Beëindig dat eerst."))
    lopend.update(tot=opgave.vanaf)
    rijen = Gezag.objects.bulk_create(
        Gezag(
            kind=kind, soort=opgave.soort, houder=houder, instelling=opgave.instelling if houder is None else "",
            vanaf=opgave.vanaf, bron=opgave.bron, vastgelegd_door=by,
        )
        for houder in opgave.houders or (None,)
    )  # fmt: skip
    record(Sleutel.GEZAG_VASTGELEGD, huishouden, by=by, at=at)
    return rijen


def _passen_houders(kind: Persoon, opgave: Gezagsopgave) -> None:
    if opgave.soort is Gezagssoort.INSTELLING:
        if opgave.houders or not opgave.instelling:
            raise NietMogelijk(_("Vul de naam van de gecertificeerde instelling in, en kies geen personen."))
        return
    nodig = 2 if Situatie(opgave.soort.value) in GEDEELD else 1
    if len(set(opgave.houders)) != nodig or opgave.instelling:
        raise NietMogelijk(
            _("Bij dit gezag horen precies {n} personen en geen instelling.").format(n=nodig)
            if nodig > 1
            else _("Bij dit gezag hoort precies één persoon en geen instelling.")
        )
    if any(houder == kind or is_minderjarig(houder, opgave.vanaf) for houder in opgave.houders):
        raise NietMogelijk(_("Wie zelf jonger is dan achttien jaar, heeft geen gezag (artikel 1:246 BW)."))


# ----------------------------------------------------------------------------------- representatives, ability and stays


@transaction.atomic
def leg_vertegenwoordiging_vast(
    huishouden: Huishouden,
    persoon: Persoon,
    soort: Vertegenwoordigersoort,
    wie: Wie,
    *,
    vanaf: date,
    tot: date | None = None,
    reikwijdte: str = "",
    bron: str,
    by: Medewerker,
    at: datetime,
) -> Vertegenwoordiging:
    """Record who acts for an adult, in what and till when. A mandate says what it is for."""
    require(by, Recht.GEZIN_BIJHOUDEN, huishouden)
    _is_lid(huishouden, persoon)
    if is_minderjarig(persoon, vanaf):
        raise NietMogelijk(_("Een kind heeft geen curator, bewindvoerder of mentor. Leg het gezag vast."))
    if (wie.persoon is None) == (not wie.organisatie) or wie.persoon == persoon:
        raise NietMogelijk(_("Kies een andere persoon, of vul de naam van een organisatie in. Niet allebei."))
    if soort is Vertegenwoordigersoort.GEMACHTIGDE and not reikwijdte:
        raise NietMogelijk(_("Schrijf op waarvoor de machtiging geldt."))
    rij = Vertegenwoordiging.objects.create(
        persoon=persoon, soort=soort, vertegenwoordiger=wie.persoon, organisatie=wie.organisatie,
        reikwijdte=reikwijdte, vanaf=vanaf, tot=_na(vanaf, tot), bron=bron, vastgelegd_door=by,
    )  # fmt: skip
    record(Sleutel.VERTEGENWOORDIGING_VASTGELEGD, huishouden, by=by, at=at)
    return rij


@transaction.atomic
def leg_wilsonbekwaamheid_vast(
    huishouden: Huishouden,
    persoon: Persoon,
    *,
    besluit: str,
    beoordeeld_door: str,
    vanaf: date,
    by: Medewerker,
    at: datetime,
) -> Wilsonbekwaamheid:
    """Record that an expert judged that somebody cannot weigh this decision, or none (`besluit` empty)."""
    require(by, Recht.GEZIN_BIJHOUDEN, huishouden)
    _is_lid(huishouden, persoon)
    rij = Wilsonbekwaamheid.objects.create(
        persoon=persoon, besluit=besluit, beoordeeld_door=beoordeeld_door, vanaf=vanaf, vastgelegd_door=by
    )
    record(Sleutel.WILSBEKWAAMHEID_VASTGELEGD, huishouden, by=by, at=at)
    return rij


@transaction.atomic
def leg_verblijf_vast(
    huishouden: Huishouden,
    persoon: Persoon,
    *,
    nachten: int,
    afspraak: str,
    vanaf: date,
    by: Medewerker,
    at: datetime,
) -> Verblijf:
    """Record how many nights of two weeks a child is in this household; an earlier arrangement ends that day.

    Raises NietMogelijk when the nights in two households come to more than fourteen.
    """
    require(by, Recht.GEZIN_BIJHOUDEN, huishouden)
    _is_lid(huishouden, persoon)
    lopend = Verblijf.objects.filter(persoon=persoon, tot__isnull=True)
    elders = sum(lopend.exclude(huishouden=huishouden).values_list("nachten", flat=True))
    if nachten + elders > VEERTIEN:
        raise NietMogelijk(_("Samen met het andere huishouden is dit meer dan veertien nachten in twee weken."))
    hier = lopend.filter(huishouden=huishouden)
    if hier.filter(vanaf__gt=vanaf).exists():
        raise NietMogelijk(_("Er is al een verblijf vastgelegd dat later begint. Beëindig dat eerst."))
    hier.update(tot=vanaf)
    rij = Verblijf.objects.create(
        persoon=persoon, huishouden=huishouden, nachten=nachten, afspraak=afspraak, vanaf=vanaf, vastgelegd_door=by
    )
    record(Sleutel.VERBLIJF_VASTGELEGD, huishouden, by=by, at=at)
    return rij


@transaction.atomic
def beeindig(rij: Rij, huishouden: Huishouden, *, tot: date, by: Medewerker, at: datetime) -> None:
    """Let custody, a representative, a judgement or a stay end on a day (exclusive); the row stays."""
    require(by, Recht.GEZIN_BIJHOUDEN, huishouden)
    if tot < rij.vanaf:
        raise NietMogelijk(_("De laatste dag ligt vóór de eerste dag. Kies een latere dag."))
    if type(rij)._default_manager.filter(pk=rij.pk, tot__isnull=True).update(tot=tot) == 0:
        raise NietMogelijk(_("Dit is al beëindigd."))
    rij.tot = tot
    record(_SLEUTEL[type(rij)], huishouden, by=by, at=at)


# ----------------------------------------------------------------------------------------------------------------- ties


@transaction.atomic
def leg_relatie_vast(
    huishouden: Huishouden, van: Persoon, naar: Persoon, soort: Relatiesoort, *, by: Medewerker, at: datetime
) -> Relatie:
    """Record a tie of a member of this household. Raises NietMogelijk when it is known, or with oneself."""
    require(by, Recht.GEZIN_BIJHOUDEN, huishouden)
    if van == naar:
        raise NietMogelijk(_("Kies twee verschillende personen."))
    if not huishouden.leden.filter(persoon__in=(van, naar), tot__isnull=True).exists():
        raise NietMogelijk(_("Een van de twee moet in dit huishouden wonen."))
    try:
        with transaction.atomic():
            rij = Relatie.objects.create(van=van, naar=naar, soort=soort)
    except IntegrityError:
        # The same sentence whether this file shows the tie or not: a refusal must not tell that it exists.
        raise NietMogelijk(_("Deze relatie kan hier niet worden vastgelegd.")) from None
    werk_gesloten_bij({van.pk, naar.pk}, at=at)
    record(Sleutel.RELATIE_VASTGELEGD, huishouden, by=by, at=at)
    return rij


@transaction.atomic
def leg_band_vast(
    huishouden: Huishouden,
    lid: Persoon,
    ander: Persoon | tuple[str, str, str],
    soort: Relatiesoort,
    *,
    heen: bool,
    geboortedatum: date | None = None,
    by: Medewerker,
    at: datetime,
) -> Relatie:
    """Record a tie of a member with somebody known, or with somebody who is entered by name (first, prefix, surname).

    `heen` says that the member is the first of the two.
    """
    require(by, Recht.GEZIN_BIJHOUDEN, huishouden)
    _is_lid(huishouden, lid)
    if not isinstance(ander, Persoon):
        roepnaam, tussenvoegsel, achternaam = ander
        ander = Persoon.objects.create(
            roepnaam=roepnaam, voornamen=roepnaam, tussenvoegsel=tussenvoegsel, achternaam=achternaam,
            geboortedatum=geboortedatum,
        )  # fmt: skip
    van, naar = (lid, ander) if heen else (ander, lid)
    return leg_relatie_vast(huishouden, van, naar, soort, by=by, at=at)


@transaction.atomic
def verwijder_relatie(relatie: Relatie, huishouden: Huishouden, *, by: Medewerker, at: datetime) -> None:
    """Take away a tie that was wrong or ended. Raises NietMogelijk while a mark, of now or before, hangs on it."""
    require(by, Recht.GEZIN_BIJHOUDEN, huishouden)
    if relatie.markeringen.exists():
        raise NietMogelijk(_("Deze relatie is of was afgeschermd en blijft daarom bewaard."))
    personen = {relatie.van_id, relatie.naar_id}
    relatie.delete()
    werk_gesloten_bij(personen, at=at)
    record(Sleutel.RELATIE_VASTGELEGD, huishouden, by=by, at=at)


@transaction.atomic
def markeer_relatie(
    relatie: Relatie,
    huishouden: Huishouden,
    *,
    soort: Markeringsoort,
    beschermt: Persoon,
    reden: str,
    by: Medewerker,
    at: datetime,
) -> Relatiemarkering:
    """Mark a tie as hidden or harmful, to protect a member of this household. From now on only this file shows it.

    Raises NietMogelijk when the protected person does not live here or the mark is there already.
    """
    require(by, Recht.GEZIN_BIJHOUDEN, huishouden)
    _moet_hier_werken(by, huishouden)
    if beschermt.pk not in (relatie.van_id, relatie.naar_id):
        raise NietMogelijk(_("Kies een van de twee personen van deze relatie."))
    _is_lid(huishouden, beschermt)
    try:
        with transaction.atomic():
            rij = Relatiemarkering.objects.create(
                relatie=relatie, soort=soort, beschermt=beschermt, reden=reden, op=at, door=by
            )
    except IntegrityError:
        raise NietMogelijk(_("Deze relatie is al zo gemarkeerd.")) from None
    record(Sleutel.RELATIE_GEMARKEERD, huishouden, by=by, at=at)
    return rij


@transaction.atomic
def beeindig_markering(markering: Relatiemarkering, huishouden: Huishouden, *, by: Medewerker, at: datetime) -> None:
    """End a mark; the row stays with who ended it."""
    require(by, Recht.GEZIN_BIJHOUDEN, huishouden)
    _moet_hier_werken(by, huishouden)
    lopend = Relatiemarkering.objects.filter(pk=markering.pk, tot__isnull=True)
    if lopend.update(tot=at, beeindigd_door=by) == 0:
        raise NietMogelijk(_("Dit is al beëindigd."))
    record(Sleutel.RELATIE_GEMARKEERD, huishouden, by=by, at=at)


def te_markeren(huishouden: Huishouden) -> list[Relatie]:
    """Give the ties of this file that may be marked."""
    leden = Huishoudlid.objects.filter(huishouden=huishouden, tot__isnull=True).values("persoon")
    rijen = Relatie.objects.select_related("van", "naar").filter(van__in=leden) | Relatie.objects.select_related(
        "van", "naar"
    ).filter(naar__in=leden)
    return list(zonder_verborgen(rijen, dossier=huishouden.pk).order_by("pk"))


# -------------------------------------------------------------------------------------------------------------- address


@transaction.atomic
def scherm_adres_af(huishouden: Huishouden, *, reden: str, by: Medewerker, at: datetime) -> Adresafscherming:
    """Protect the address from today: nobody finds or reads it any more but who works in this file."""
    require(by, Recht.GEZIN_BIJHOUDEN, huishouden)
    _moet_hier_werken(by, huishouden)
    if huishouden.afschermingen.filter(tot__isnull=True).exists():
        raise NietMogelijk(_("Dit adres is al afgeschermd."))
    rij = Adresafscherming.objects.create(huishouden=huishouden, vanaf=at.date(), reden=reden, door=by)
    _schrijf_sleutels(huishouden, straat="")
    vars(huishouden).pop("is_afgeschermd", None)
    record(Sleutel.ADRES_AFGESCHERMD, huishouden, by=by, at=at)
    return rij


@transaction.atomic
def beeindig_afscherming(huishouden: Huishouden, *, by: Medewerker, at: datetime) -> None:
    """End the protection: the address is found and read again."""
    require(by, Recht.GEZIN_BIJHOUDEN, huishouden)
    _moet_hier_werken(by, huishouden)
    if huishouden.afschermingen.filter(tot__isnull=True).update(tot=at.date()) == 0:
        raise NietMogelijk(_("Dit adres is niet afgeschermd."))
    _schrijf_sleutels(huishouden, straat=huishouden.adres.straat)
    vars(huishouden).pop("is_afgeschermd", None)
    record(Sleutel.ADRES_AFGESCHERMD, huishouden, by=by, at=at)


def _schrijf_sleutels(huishouden: Huishouden, *, straat: str) -> None:
    """Let the members be found by their street, or no longer."""
    for lid in huishouden.leden.select_related("persoon").filter(tot__isnull=True):
        sleutels = zoeksleutels(lid.persoon, straat)
        leer_woorden(sleutels)
        Huishoudlid.objects.filter(pk=lid.pk).update(zoeksleutels=" ".join(sorted(sleutels)))


# --------------------------------------------------------------------------------------------------------------- shared


def _is_lid(huishouden: Huishouden, persoon: Persoon) -> None:
    if not huishouden.leden.filter(persoon=persoon, tot__isnull=True).exists():
        raise NietMogelijk(_("Deze persoon woont nu niet in dit huishouden."))


def _moet_hier_werken(by: Medewerker, huishouden: Huishouden) -> None:
    if not werkt_in(by, huishouden):
        raise NietMogelijk(_("Alleen wie in dit dossier werkt, kan hier iets afschermen."))


def _na(vanaf: date, tot: date | None) -> date | None:
    if tot is not None and tot <= vanaf:
        raise NietMogelijk(_("De laatste dag ligt vóór de eerste dag. Kies een latere dag."))
    return tot
