"""Keep the register of mandates and replacements: enter, confirm with a second pair of eyes, end. Nothing is edited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from eenplan.aanbod.models import Voorziening
from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.besluiten.models import Mandaat, Mandaatbevestiging, Mandaateinde, Waarneming
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk, NietToegestaan
from eenplan.inrichting.keuzes import Wet
from eenplan.teams.models import Medewerker


@dataclass(frozen=True)
class Mandaattekst:
    """What a mandaatbesluit says in one line; without law, provision or amount it sets no such limit."""

    namens: str
    grondslag: str
    grondslag_datum: date
    vanaf: date
    tot: date | None = None
    rol: str = ""
    medewerker: Medewerker | None = None
    wet: str = ""
    voorziening: Voorziening | None = None
    max_per_maand_cent: int | None = None
    mag_afwijzen: bool = False
    mag_afwijken: bool = False
    mag_na_vaststellen: bool = False
    ondermandaat_van: Mandaat | None = None


@transaction.atomic
def voer_mandaat_in(tekst: Mandaattekst, *, by: Medewerker, at: datetime) -> Mandaat:
    """Enter a line; it is in force only after a manager confirmed it.

    Raises NietMogelijk for work and income, for a line without a holder, and for a sub-mandate wider than its source.
    """
    require(by, Recht.MANDAAT_BEHEREN)
    _klopt(tekst)
    mandaat = Mandaat.objects.create(**vars(tekst), ingevoerd_door=by, ingevoerd_op=at)
    record(Sleutel.MANDAAT_INGEVOERD, mandaat, by=by, at=at)
    return mandaat


def _klopt(tekst: Mandaattekst) -> None:
    if bool(tekst.rol) == (tekst.medewerker is not None):
        raise NietMogelijk(_("Kies wie het mandaat krijgt: een rol of één medewerker."))
    hulp_wet = tekst.voorziening.wet if tekst.voorziening else ""
    if Wet.PARTICIPATIEWET in (tekst.wet, hulp_wet):
        raise NietMogelijk(_("Over werk en uitkering beslist Werk en Inkomen. Daarvoor krijgt het team geen mandaat."))
    if tekst.wet and hulp_wet and hulp_wet != tekst.wet:
        raise NietMogelijk(_("Deze voorziening valt onder een andere wet. Kies de wet van de voorziening."))
    if tekst.tot and tekst.tot <= tekst.vanaf:
        raise NietMogelijk(_("Het mandaat eindigt voordat het begint. Controleer de datums."))
    if tekst.grondslag_datum > tekst.vanaf:
        raise NietMogelijk(_("Het mandaat kan niet beginnen voor de dag van het mandaatbesluit."))
    if tekst.ondermandaat_van and (waarom := _ruimer(tekst, tekst.ondermandaat_van)):
        raise NietMogelijk(waarom)


def _ruimer(tekst: Mandaattekst, bron: Mandaat) -> str:
    """Say where a sub-mandate goes beyond the mandate that it comes from, or nothing (Awb 10:9)."""
    grens, eigen = bron.max_per_maand_cent, tekst.max_per_maand_cent
    breder = (
        bool(bron.wet) and tekst.wet != bron.wet,
        bron.voorziening_id is not None and (tekst.voorziening is None or tekst.voorziening.pk != bron.voorziening_id),
        grens is not None and (eigen is None or eigen > grens),
        tekst.mag_afwijzen and not bron.mag_afwijzen,
        tekst.mag_afwijken and not bron.mag_afwijken,
        tekst.mag_na_vaststellen and not bron.mag_na_vaststellen,
        tekst.vanaf < bron.vanaf,
    )
    if any(breder):
        return _("Een ondermandaat kan niet ruimer zijn dan het mandaat waar het uit komt. Maak het kleiner.")
    return ""


@transaction.atomic
def bevestig_mandaat(mandaat: Mandaat, *, by: Medewerker, at: datetime) -> Mandaatbevestiging:
    """Confirm a line that somebody else entered; from now on it is in force.

    Raises NietToegestaan for who entered it and for who gets the mandate by name.
    """
    require(by, Recht.MANDAAT_BEVESTIGEN)
    if mandaat.ingevoerd_door_id == by.pk:
        raise NietToegestaan(_("U voerde dit mandaat zelf in. Een ander bevestigt het."))
    if mandaat.medewerker_id == by.pk:
        raise NietToegestaan(_("Dit mandaat is voor uzelf. Een andere manager bevestigt het."))
    if Mandaateinde.objects.filter(mandaat=mandaat).exists():
        raise NietMogelijk(_("Dit mandaat is ingetrokken. Laat het opnieuw invoeren."))
    try:
        with transaction.atomic():
            bevestiging = Mandaatbevestiging.objects.create(mandaat=mandaat, door=by, op=at)
    except IntegrityError as fout:
        raise IntussenGewijzigd(_("Een collega heeft dit mandaat al bevestigd.")) from fout
    record(Sleutel.MANDAAT_BEVESTIGD, mandaat, by=by, at=at)
    return bevestiging


@transaction.atomic
def beeindig_mandaat(mandaat: Mandaat, *, tot: date, reden: str, by: Medewerker, at: datetime) -> Mandaateinde:
    """Let a line end on a day (exclusive), today at the earliest: what it covered before stays covered (Awb 10:8).

    Raises NietMogelijk without a reason and for a day in the past.
    """
    require(by, Recht.MANDAAT_BEHEREN)
    if not reden.strip():
        raise NietMogelijk(_("Schrijf op waarom het mandaat eindigt."))
    if tot < at.date():
        raise NietMogelijk(_("Een mandaat eindigt op zijn vroegst vandaag. Wat eerder is besloten, blijft gelden."))
    if mandaat.tot and tot > mandaat.tot:
        raise NietMogelijk(_("Dit mandaat eindigt al eerder. Voer een nieuw mandaat in om het langer te laten gelden."))
    try:
        with transaction.atomic():
            einde = Mandaateinde.objects.create(mandaat=mandaat, tot=tot, reden=reden.strip(), door=by, op=at)
    except IntegrityError as fout:
        raise IntussenGewijzigd(_("Een collega heeft dit mandaat al beëindigd.")) from fout
    record(Sleutel.MANDAAT_BEEINDIGD, mandaat, by=by, at=at)
    return einde


# ----------------------------------------------------------------------------------------- absence and replacement


@transaction.atomic
def regel_waarneming(
    afwezige: Medewerker, waarnemer: Medewerker, *, vanaf: date, tot: date, reden: str, by: Medewerker, at: datetime
) -> Waarneming:
    """Let somebody act with the mandate of a worker who is away, till a day (exclusive).

    Raises NietMogelijk when that makes a chain of deputies, when the deputy cannot reach the same files, and for a
    period in the past; NietToegestaan for who would replace another on their own say.
    """
    require(by, Recht.WAARNEMING_REGELEN)
    if waarnemer.pk == by.pk:
        raise NietToegestaan(_("U kunt uzelf niet als waarnemer aanwijzen. Vraag een andere manager."))
    Medewerker.objects.select_for_update().filter(pk__in=[afwezige.pk, waarnemer.pk]).order_by("pk").first()
    _periode_klopt(vanaf, tot, reden, vandaag=at.date())
    _geen_keten(afwezige, waarnemer, vanaf=vanaf, tot=tot)
    _bereikt_hetzelfde(afwezige, waarnemer)
    waarneming = Waarneming.objects.create(
        afwezige=afwezige,
        waarnemer=waarnemer,
        vanaf=vanaf,
        tot=tot,
        reden=reden.strip(),
        geregeld_door=by,
        geregeld_op=at,
    )
    record(Sleutel.WAARNEMING_GEREGELD, waarneming, by=by, at=at)
    return waarneming


def _periode_klopt(vanaf: date, tot: date, reden: str, *, vandaag: date) -> None:
    if not reden.strip():
        raise NietMogelijk(_("Schrijf op waarom er waarneming nodig is, bijvoorbeeld vakantie."))
    if vanaf < vandaag:
        raise NietMogelijk(_("Waarneming begint op zijn vroegst vandaag. Kies een latere eerste dag."))
    if tot <= vanaf:
        raise NietMogelijk(_("De waarneming eindigt voordat zij begint. Controleer de datums."))


def _geen_keten(afwezige: Medewerker, waarnemer: Medewerker, *, vanaf: date, tot: date) -> None:
    """One deputy at a time, and never a deputy of a deputy: a mandate is lent once (Awb 10:3)."""
    if afwezige.pk == waarnemer.pk:
        raise NietMogelijk(_("Kies een ander als waarnemer."))
    gelijk = Waarneming.objects.overlapt(vanaf, tot)
    if gelijk.filter(afwezige=afwezige).exists():
        raise NietMogelijk(_("Voor deze medewerker is in die tijd al een waarnemer. Beëindig die eerst."))
    if gelijk.filter(afwezige=waarnemer).exists():
        raise NietMogelijk(_("Deze waarnemer is zelf afwezig in die tijd. Kies een ander."))
    if gelijk.filter(waarnemer=afwezige).exists():
        raise NietMogelijk(
            _("{naam} neemt in die tijd zelf waar voor een ander. Regel daarvoor eerst een andere waarnemer.").format(
                naam=afwezige.naam
            )
        )


def _bereikt_hetzelfde(afwezige: Medewerker, waarnemer: Medewerker) -> None:
    """A replacement opens no files: the deputy must reach by an own role what the absent one decides on."""
    hun, eigen = afwezige.bereik(Recht.BESLUIT_BEOORDELEN), waarnemer.bereik(Recht.BESLUIT_BEOORDELEN)
    if not hun:
        raise NietMogelijk(_("{naam} neemt geen besluiten. Waarneming is dan niet nodig.").format(naam=afwezige.naam))
    if not eigen.overal and (hun.overal or not hun.team_ids <= eigen.team_ids):
        raise NietMogelijk(
            _("{naam} kan niet bij dezelfde dossiers. Kies een collega met een rol voor dezelfde teams.").format(
                naam=waarnemer.naam
            )
        )


@transaction.atomic
def beeindig_waarneming(waarneming: Waarneming, *, per: date, by: Medewerker, at: datetime) -> None:
    """Let a replacement end earlier, on a day (exclusive), today at the earliest."""
    require(by, Recht.WAARNEMING_REGELEN)
    nu = Waarneming.objects.select_for_update().get(pk=waarneming.pk)
    if nu.beeindigd_per:
        raise IntussenGewijzigd(_("Een collega heeft deze waarneming al beëindigd."))
    if not at.date() <= per < nu.tot:
        raise NietMogelijk(_("Kies een dag van vandaag af, en voor het einde dat al was afgesproken."))
    waarneming.beeindigd_per, waarneming.beeindigd_door = per, by
    waarneming.save(update_fields=["beeindigd_per", "beeindigd_door"])
    record(Sleutel.WAARNEMING_BEEINDIGD, waarneming, by=by, at=at)
