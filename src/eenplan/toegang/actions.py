"""Opening one file to one worker besides the roles, and what ends it: each with a reason and till when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht, Rol, Toegangsoort
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk, NietToegestaan, Onvolledig
from eenplan.core.klok import AMSTERDAM
from eenplan.core.opmaak import vastgelegd
from eenplan.dossiers.actions import rond_taak_af
from eenplan.dossiers.models import Dossier, Taak
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.models import Persoon
from eenplan.teams.models import Dossiertoegang, Geheimhoudingsverklaring, Medewerker
from eenplan.toegang.models import Meewerkverzoek, Noodbezoek, Noodreden, Noodtoegang, Oordeel, Vrijwilligerstaak
from eenplan.toegang.queries import Betrokkene, lopende_noodtoegang, vrijwilligers, wie_erin_mag


def leg_vraag_vast(gevonden: Sequence[Betrokkene], *, by: Medewerker, at: datetime) -> None:
    """Keep that somebody asked who is involved: found or not, and of which file, never a name."""
    for betrokkene in gevonden:
        record(Sleutel.BETROKKENHEID_GEVONDEN, _Nummer(betrokkene.dossier_id), by=by, at=at)
    if not gevonden:
        record(Sleutel.BETROKKENHEID_NIET_GEVONDEN, None, by=by, at=at)


class _Nummer:
    """A file of which only the number is known."""

    ONDERWERP = "dossier"

    def __init__(self, nummer: int) -> None:
        self.pk = self.dossier_id = nummer


# ---------------------------------------------------------------------------------------------- break-glass (F2)


@transaction.atomic
def open_noodtoegang(dossier: Dossier, *, reden: str, toelichting: str, by: Medewerker, at: datetime) -> Noodtoegang:
    """Open one file to one worker, to read, for the hours the municipality set; it waits for somebody else's judgement.

    Raises Onvolledig without a reason or its words, NietToegestaan for the own file or that of a relative, and
    NietMogelijk when the file is open already.
    """
    require(by, Recht.NOODTOEGANG_VRAGEN)
    _is_niet_gesloten(dossier, by)
    _is_volledig(reden, toelichting)
    Medewerker.objects.select_for_update().get(pk=by.pk)
    if lopend := lopende_noodtoegang(by, at).get(dossier.pk):
        return lopend
    if by.bereik(Recht.DOSSIER_INZIEN).omvat(dossier):
        raise NietMogelijk(_("Dit dossier is voor u al open. Zoek het op bij Huishoudens."))
    toegang = _geef(by, dossier, Toegangsoort.NOOD, grond=reden, vanaf=at, tot=_na(at, inrichting().noodtoegang_uren))
    noodtoegang = Noodtoegang.objects.create(
        dossier=dossier, medewerker=by, toegang=toegang, reden=reden, toelichting=toelichting.strip()
    )
    record(
        Sleutel.NOODTOEGANG_GEOPEND,
        noodtoegang,
        by=by,
        at=at,
        toelichting=vastgelegd(Noodreden(reden).label),
        doel=noodtoegang.doel,
    )
    return noodtoegang


def _is_volledig(reden: str, toelichting: str) -> None:
    zinnen = []
    if reden not in Noodreden.values:
        zinnen.append(_("Kies de reden waarom het niet kan wachten."))
    if not toelichting.strip():
        zinnen.append(_("Schrijf in een paar woorden waarom u het dossier nu moet zien."))
    if zinnen:
        raise Onvolledig(zinnen)


def _is_niet_gesloten(dossier: Dossier, medewerker: Medewerker) -> None:
    """Own files and those of relatives stay closed, whatever the reason (F1)."""
    if any(soort is Toegangsoort.GESLOTEN and nummer == dossier.pk for soort, nummer, _wet in medewerker.toegangen):
        raise NietToegestaan(
            _("Dit dossier blijft voor deze medewerker gesloten: het is een eigen dossier of dat van een naaste.")
        )


def _na(moment: datetime, uren: int) -> datetime:
    """Count real hours, also in the night in which the clock is changed."""
    return (moment.astimezone(UTC) + timedelta(hours=uren)).astimezone(AMSTERDAM)


def _geef(
    medewerker: Medewerker, dossier: Dossier, soort: Toegangsoort, *, grond: str, vanaf: datetime, tot: datetime
) -> Dossiertoegang:
    medewerker.__dict__.pop("aanstelling", None)  # what was known of the open files is no longer true
    return Dossiertoegang.objects.create(
        medewerker=medewerker, dossier_id=dossier.pk, soort=soort, grond=grond[:200], vanaf=vanaf, tot=tot
    )


def leg_bezoek_vast(noodtoegang: Noodtoegang, *, methode: str, adres: str, by: Medewerker, at: datetime) -> None:
    """Keep one request on a file that is open by break-glass: its route for the judge, the event for the trail."""
    Noodbezoek.objects.create(noodtoegang=noodtoegang, op=at, methode=methode[:8], adres=adres[:200])
    record(Sleutel.NOODTOEGANG_GEBRUIKT, noodtoegang, by=by, at=at, doel=noodtoegang.doel)


@transaction.atomic
def sluit_noodtoegang(noodtoegang: Noodtoegang, *, by: Medewerker, at: datetime) -> None:
    """Close the file again before its hours are over; only the one who opened it does so. Twice is once."""
    if noodtoegang.medewerker_id != by.pk:
        raise NietToegestaan(_("Alleen wie de noodtoegang gebruikt, sluit hem eerder."))
    noodtoegang = _vergrendeld(noodtoegang)
    if noodtoegang.gesloten_op is None and noodtoegang.tot > at:
        _beeindig(noodtoegang.toegang, at=at)
        noodtoegang.gesloten_op = at
        noodtoegang.save(update_fields=["gesloten_op"])
        record(Sleutel.NOODTOEGANG_GESLOTEN, noodtoegang, by=by, at=at, doel=noodtoegang.doel)


def _vergrendeld(noodtoegang: Noodtoegang) -> Noodtoegang:
    rijen = Noodtoegang.objects.select_for_update(of=("self",)).select_related("toegang", "dossier__huishouden__team")
    return rijen.get(pk=noodtoegang.pk)


def _beeindig(toegang: Dossiertoegang, *, at: datetime) -> None:
    toegang.tot = max(at, toegang.vanaf)
    toegang.save(update_fields=["tot"])


@transaction.atomic
def beoordeel_noodtoegang(
    noodtoegang: Noodtoegang, *, oordeel: Oordeel, toelichting: str, by: Medewerker, at: datetime
) -> None:
    """Say whether breaking the glass was right, and why; then it leaves the list.

    Raises NietToegestaan for whoever used it, NietMogelijk without words, IntussenGewijzigd when it was judged already.
    """
    require(by, Recht.NOODTOEGANG_BEOORDELEN, noodtoegang)
    if noodtoegang.medewerker_id == by.pk:
        raise NietToegestaan(_("U gebruikte deze noodtoegang zelf. Een ander beoordeelt hem."))
    if not toelichting.strip():
        raise NietMogelijk(_("Schrijf op waarom u dit zo beoordeelt."))
    noodtoegang = _vergrendeld(noodtoegang)
    if noodtoegang.beoordeeld_op:
        raise IntussenGewijzigd(_("Een collega heeft deze noodtoegang al beoordeeld. Ververs de pagina."))
    noodtoegang.oordeel, noodtoegang.oordeel_toelichting = oordeel, toelichting.strip()
    noodtoegang.beoordeeld_door, noodtoegang.beoordeeld_op = by, at
    noodtoegang.save(update_fields=["oordeel", "oordeel_toelichting", "beoordeeld_door", "beoordeeld_op"])
    record(Sleutel.NOODTOEGANG_BEOORDEELD, noodtoegang, by=by, at=at, toelichting=vastgelegd(oordeel.label))


# ---------------------------------------------------------------------- asked along by the coordinator


@transaction.atomic
def vraag_mee_te_werken(dossier: Dossier, *, vraag: str, by: Medewerker, at: datetime) -> Meewerkverzoek:
    """Ask the coordinator to be let in. Asking again while nobody answered keeps the first request."""
    require(by, Recht.BETROKKENHEID_VRAGEN)
    _is_niet_gesloten(dossier, by)
    if not vraag.strip():
        raise NietMogelijk(_("Schrijf op waarvoor u het dossier nodig hebt. De regisseur beslist daarmee."))
    if by.bereik(Recht.DOSSIER_INZIEN).omvat(dossier):
        raise NietMogelijk(_("Dit dossier is voor u al open. Zoek het op bij Huishoudens."))
    Dossier.objects.select_for_update().get(pk=dossier.pk)
    lopend = Meewerkverzoek.objects.filter(dossier=dossier, medewerker=by, beantwoord_op__isnull=True).first()
    if lopend:
        return lopend
    verzoek = Meewerkverzoek.objects.create(dossier=dossier, medewerker=by, vraag=vraag.strip(), gevraagd_op=at)
    record(Sleutel.MEEWERKEN_GEVRAAGD, verzoek, by=by, at=at, toelichting=by.naam)
    return verzoek


@transaction.atomic
def sta_meewerken_toe(verzoek: Meewerkverzoek, *, dagen: int, grond: str, by: Medewerker, at: datetime) -> None:
    """Let the worker in for some days, with a ground (soort meewerken).

    Raises NietToegestaan for anybody but the coordinator, NietMogelijk for more days than the municipality allows.
    """
    verzoek = _te_beantwoorden(verzoek, by)
    hoogstens = inrichting().meewerken_dagen
    if not 1 <= dagen <= hoogstens:
        raise NietMogelijk(_("Kies een aantal dagen van 1 tot en met {dagen}.").format(dagen=hoogstens))
    if not grond.strip():
        raise NietMogelijk(_("Schrijf op waarom deze collega in het dossier mag. Dat leest de inwoner ook."))
    _is_niet_gesloten(verzoek.dossier, verzoek.medewerker)
    verzoek.toegang = _geef(
        verzoek.medewerker,
        verzoek.dossier,
        Toegangsoort.MEEWERKEN,
        grond=grond.strip(),
        vanaf=at,
        tot=_na(at, 24 * dagen),
    )
    _beantwoord(verzoek, grond, by=by, at=at)
    record(Sleutel.MEEWERKEN_TOEGESTAAN, verzoek, by=by, at=at, toelichting=verzoek.medewerker.naam)


@transaction.atomic
def weiger_meewerken(verzoek: Meewerkverzoek, *, reden: str, by: Medewerker, at: datetime) -> None:
    """Do not let the worker in, and say why. Raises as `sta_meewerken_toe`."""
    verzoek = _te_beantwoorden(verzoek, by)
    if not reden.strip():
        raise NietMogelijk(_("Schrijf op waarom niet. Uw collega leest dat."))
    _beantwoord(verzoek, reden, by=by, at=at)
    record(Sleutel.MEEWERKEN_GEWEIGERD, verzoek, by=by, at=at, toelichting=verzoek.medewerker.naam)


def _te_beantwoorden(verzoek: Meewerkverzoek, by: Medewerker) -> Meewerkverzoek:
    require(by, Recht.MEEWERKEN_TOESTAAN, verzoek)
    rijen = Meewerkverzoek.objects.select_for_update(of=("self",)).select_related("medewerker", "dossier__huishouden")
    verzoek = rijen.get(pk=verzoek.pk)
    _is_regisseur(verzoek.dossier, by)
    if verzoek.beantwoord_op:
        raise IntussenGewijzigd(_("Dit verzoek is al beantwoord. Ververs de pagina."))
    return verzoek


def _is_regisseur(dossier: Dossier, by: Medewerker) -> None:
    """The coordinator decides who is let in; without one, a regisseur of the team does."""
    regie = dossier.regies.filter(tot__isnull=True).first()
    if regie and regie.regisseur_id != by.pk:
        raise NietToegestaan(_("De regisseur van dit huishouden beslist wie er in het dossier mag."))


def _beantwoord(verzoek: Meewerkverzoek, antwoord: str, *, by: Medewerker, at: datetime) -> None:
    verzoek.antwoord, verzoek.beantwoord_door, verzoek.beantwoord_op = antwoord.strip(), by, at
    verzoek.save(update_fields=["antwoord", "beantwoord_door", "beantwoord_op", "toegang"])


@transaction.atomic
def trek_toegang_in(dossier: Dossier, toegang_id: int, *, reden: str, by: Medewerker, at: datetime) -> None:
    """End what was granted (being let in, or a volunteer's task) before its time, with a reason.

    Break-glass is judged and a review is ended by who granted it: neither is ended here.
    """
    require(by, Recht.MEEWERKEN_TOESTAAN, dossier)
    _is_regisseur(dossier, by)
    if not reden.strip():
        raise NietMogelijk(_("Schrijf op waarom u de toegang intrekt."))
    in_te_trekken = (Toegangsoort.MEEWERKEN, Toegangsoort.TAAK)
    toegang = wie_erin_mag(dossier, at).filter(soort__in=in_te_trekken, pk=toegang_id).first()
    if toegang is None:
        raise NietMogelijk(_("Deze toegang is al voorbij. Ververs de pagina."))
    _beeindig(toegang, at=at)
    record(
        Sleutel.TOEGANG_INGETROKKEN, dossier, by=by, at=at, toelichting=f"{toegang.medewerker.naam}: {reden.strip()}"
    )


# ---------------------------------------------------------------------- volunteers


@transaction.atomic
def geef_aan_vrijwilliger(
    taak: Taak,
    *,
    vrijwilliger: Medewerker,
    persoon: Persoon,
    tot: datetime,
    met_telefoon: bool = True,
    by: Medewerker,
    at: datetime,
) -> Vrijwilligerstaak:
    """Put an open task about one person in the hands of a volunteer till a moment (exclusive); it opens nothing else.

    Raises NietMogelijk for a task that is done, somebody who is no volunteer or to whom the file is closed, or a
    moment that has passed.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, taak)
    _kan_gegeven(taak, vrijwilliger, tot, persoon, at)
    Taak.objects.select_for_update().get(pk=taak.pk)
    if taak.vrijwilligerstaken.filter(toegang__tot__gt=at).exists():
        raise NietMogelijk(_("Deze taak is al bij een vrijwilliger. Trek die eerst in bij Toegang tot dit dossier."))
    toegang = _geef(vrijwilliger, taak.dossier, Toegangsoort.TAAK, grond=taak.wat, vanaf=at, tot=tot)
    gegeven = Vrijwilligerstaak.objects.create(
        dossier=taak.dossier,
        taak=taak,
        vrijwilliger=vrijwilliger,
        persoon=persoon,
        is_telefoon_zichtbaar=met_telefoon,
        gegeven_door=by,
        gegeven_op=at,
        toegang=toegang,
    )
    record(Sleutel.TAAK_AAN_VRIJWILLIGER, taak, by=by, at=at, toelichting=f"{taak.wat}: {vrijwilliger.naam}")
    return gegeven


def _kan_gegeven(taak: Taak, vrijwilliger: Medewerker, tot: datetime, persoon: Persoon, at: datetime) -> None:
    if taak.gedaan_op:
        raise NietMogelijk(_("Deze taak is al gedaan."))
    if tot <= at:
        raise NietMogelijk(_("De laatste dag ligt in het verleden. Kies een latere dag."))
    if not vrijwilligers(taak.dossier, at.date()).filter(pk=vrijwilliger.pk).exists():
        raise NietMogelijk(_("Deze medewerker kan deze taak niet krijgen. Kies een vrijwilliger uit de lijst."))
    if not taak.dossier.huishouden.leden.filter(persoon=persoon, tot__isnull=True).exists():
        raise NietMogelijk(_("Deze inwoner hoort niet bij dit huishouden."))


@transaction.atomic
def meld_terug(gegeven: Vrijwilligerstaak, *, bericht: str, is_gedaan: bool, by: Medewerker, at: datetime) -> None:
    """Keep the volunteer's short message in the file; a task that is done leaves the volunteer's list at once."""
    require(by, Recht.TAAK_UITVOEREN, gegeven)
    if gegeven.vrijwilliger_id != by.pk:
        raise NietToegestaan(_("Deze taak is van een andere vrijwilliger."))
    if not is_gedaan and not bericht.strip():
        raise NietMogelijk(_("Schrijf een bericht, of zet een vinkje bij gedaan."))
    gegeven.bericht, gegeven.bericht_op = bericht.strip(), at
    gegeven.save(update_fields=["bericht", "bericht_op"])
    woorden = " · ".join(filter(None, (gegeven.taak.wat, gegeven.bericht)))
    record(Sleutel.TAAK_TERUGGEMELD, gegeven.taak, by=by, at=at, toelichting=woorden)
    if is_gedaan:
        rond_taak_af(gegeven.taak, recht=Recht.TAAK_UITVOEREN, by=by, at=at)
        _beeindig(gegeven.toegang, at=at)


# ---------------------------------------------------------------------------------------------- reviewers


@transaction.atomic
def open_voor_onderzoek(
    dossiers: Sequence[Dossier], *, onderzoeker: Medewerker, vanaf: datetime, tot: datetime, grond: str,
    by: Medewerker, at: datetime,
) -> None:  # fmt: skip
    """Open a named list of files to a reviewer, to read, for a period; it holds only under a signed statement.

    Raises NietMogelijk for somebody who is no reviewer or signed no statement, for a wrong period, and for a file that
    is closed to the reviewer.
    """
    for dossier in dossiers:
        require(by, Recht.ONDERZOEK_TOESTAAN, dossier)
        _is_niet_gesloten(dossier, onderzoeker)
    _kan_onderzoeken(onderzoeker, at)
    if not dossiers or not grond.strip():
        raise NietMogelijk(_("Noem de dossiers en schrijf op waarvoor het onderzoek is."))
    if tot <= max(vanaf, at):
        raise NietMogelijk(_("De laatste dag ligt voor de eerste, of is al voorbij. Kies een latere dag."))
    for dossier in dossiers:
        _geef(onderzoeker, dossier, Toegangsoort.ONDERZOEK, grond=grond.strip(), vanaf=vanaf, tot=tot)
        record(Sleutel.ONDERZOEK_TOEGESTAAN, dossier, by=by, at=at, toelichting=onderzoeker.naam)


def _kan_onderzoeken(onderzoeker: Medewerker, at: datetime) -> None:
    if not any(rol is Rol.ONDERZOEKER for rol, _team in onderzoeker.vervullingen):
        raise NietMogelijk(_("Deze medewerker is geen dossieronderzoeker. De functioneel beheerder geeft die rol."))
    verklaring = Geheimhoudingsverklaring.objects.filter(
        medewerker=onderzoeker, getekend_op__lte=at.date(), geldig_tot__gt=at.date()
    )
    if not verklaring.exists():
        raise NietMogelijk(
            _("Deze onderzoeker heeft geen geldige geheimhoudingsverklaring. Laat die eerst tekenen en vastleggen.")
        )
