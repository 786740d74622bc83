"""From application to decision: receive it, prepare it from the adopted plan, write the reasons, take it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.besluiten.brief import beschikking
from eenplan.besluiten.gronden import gronden_voor
from eenplan.besluiten.mandaat import Bevoegdheid, bepaal_mandaat, houder
from eenplan.besluiten.models import Aanvraag, Besluit, Besluitregel, Mandaat, Overweging, Uitkomst, Voorlegging, Vorm
from eenplan.besluiten.queries import antwoordvorm, klok_van, planregels, regels_van, tekst_van, toegekend
from eenplan.besluiten.states import Besluitstatus
from eenplan.besluiten.tekst import Besluittekst, ontbreekt
from eenplan.brieven.leesbaarheid import score
from eenplan.brieven.model import Brief
from eenplan.brieven.pdf import maak_pdf
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk, NietToegestaan, Onvolledig
from eenplan.core.opmaak import vastgelegd
from eenplan.core.transitions import transition
from eenplan.dossiers.actions import Stuk, voeg_document_toe
from eenplan.dossiers.gevoerd import na_gesprek
from eenplan.dossiers.models import Documentsoort, Dossier, Gesprek
from eenplan.dossiers.queries import eerste_gesprek, huidige_regie
from eenplan.dossiers.werktaken import leg_klaar, rond_af
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.actions import noteer_aanvraag
from eenplan.meldingen.models import Melding
from eenplan.personen.models import Persoon
from eenplan.plannen.models import Inzet, Ondersteuningsplan
from eenplan.plannen.queries import vastgesteld
from eenplan.teams.models import Medewerker
from eenplan.termijnen.actions import start_termijn, voltooi_termijn
from eenplan.wetgeving.datums import voluit
from eenplan.wetgeving.termijnen import einddatum_bezwaar, einddatum_onderzoek, mag_aanvraag_indienen

# What is written on the day of the decision and never after.
GENOMEN: Final = (
    "bezwaar_tot_en_met",
    "genomen_op",
    "genomen_door",
    "mandaat",
    "waarneming",
    "namens",
    "mandaatgrond",
    "leesbaarheid",
    "document",
)


def beslistermijn(wet: str) -> str:
    """Give the clock for a decision under this law: Wmo 2.3.5 lid 2, Wgs 4a, and otherwise Awb 4:13."""
    return {Wet.WMO: "wmo-besluit", Wet.WGS: "wgs-besluit"}.get(Wet(wet), "awb-besluit")


@transaction.atomic
def ontvang_aanvraag(
    dossier: Dossier,
    *,
    persoon: Persoon,
    wet: Wet,
    ontvangen_op: date,
    melding: Melding | None,
    by: Medewerker,
    at: datetime,
) -> Aanvraag:
    """Keep an application and start its clock; where a letter answers it, the coordinator gets that as a task (LW11).

    Raises NietMogelijk under the Wmo before the onderzoek is done or its six weeks have passed (2.3.2 lid 9), and for
    help on which this team does not decide.
    """
    require(by, Recht.AANVRAAG_ONTVANGEN, dossier)
    aanvraag = neem_aanvraag_aan(
        dossier, persoon=persoon, wet=wet, ontvangen_op=ontvangen_op, melding=melding, by=by, at=at
    )
    if antwoordvorm(aanvraag) == Vorm.BRIEF:
        _leg_brief_klaar(aanvraag, by=by, at=at)
    return aanvraag


def _leg_brief_klaar(aanvraag: Aanvraag, *, by: Medewerker, at: datetime) -> None:
    regie, klok = huidige_regie(aanvraag.dossier), klok_van(aanvraag)
    leg_klaar(
        aanvraag,
        aanvraag.dossier,
        voor=regie.regisseur if regie else by,
        wat=vastgelegd(_lazy("Stuur de brief over de hulp")),
        uiterlijk=klok.einddatum if klok else at.date(),
        wet=aanvraag.wet,
        recht=Recht.AANVRAAG_ONTVANGEN,
        by=by,
        at=at,
    )


def neem_aanvraag_aan(
    dossier: Dossier,
    *,
    persoon: Persoon,
    wet: Wet,
    ontvangen_op: date,
    melding: Melding | None,
    by: Medewerker,
    at: datetime,
) -> Aanvraag:
    """Keep an application and start its clock; the calling action holds right and transaction."""
    _is_voor_het_team(wet)
    if ontvangen_op > at.date():
        raise NietMogelijk(_("De aanvraag kan niet in de toekomst zijn ontvangen. Controleer de datum."))
    _hoort_bij(dossier, persoon, wet, melding)
    if wet == Wet.WMO:
        _na_onderzoek(melding, ontvangen_op)
    Dossier.objects.select_for_update().get(pk=dossier.pk)
    lopend = dossier.aanvragen.filter(persoon=persoon, wet=wet).exclude(besluit__status=Besluitstatus.GENOMEN)
    if lopend.exists():
        raise NietMogelijk(
            _("Er loopt al een aanvraag van deze inwoner onder deze wet. Neem daarop eerst het besluit.")
        )
    aanvraag = Aanvraag.objects.create(
        dossier=dossier, melding=melding, persoon=persoon, wet=wet, ontvangen_op=ontvangen_op
    )
    if melding:
        noteer_aanvraag(melding, ontvangen_op=ontvangen_op)
    _start_beslistermijn(aanvraag, by=by, at=at)
    record(Sleutel.AANVRAAG_ONTVANGEN, aanvraag, by=by, at=at, toelichting=f"{persoon.naam}, {vastgelegd(wet.label)}")
    return aanvraag


def _start_beslistermijn(aanvraag: Aanvraag, *, by: Medewerker, at: datetime) -> None:
    """Start the clock of the decision; for debt help it counts from the first talk, and waits for it (Wgs 4a)."""
    start: date | None = aanvraag.ontvangen_op
    if aanvraag.wet == Wet.WGS:
        gevraagd_op = aanvraag.melding.ontvangen_op if aanvraag.melding else aanvraag.ontvangen_op
        start = eerste_gesprek(aanvraag.dossier_id, vanaf=gevraagd_op)
    if start:
        start_termijn(beslistermijn(aanvraag.wet), aanvraag, start=start, by=by, at=at)


@na_gesprek
def gesprek_over_schulden(gesprek: Gesprek, by: Medewerker, at: datetime) -> None:
    """The first talk was held after the application came in: from now on the decision has its last day (Wgs 4a)."""
    open_ = gesprek.dossier.aanvragen.filter(wet=Wet.WGS).exclude(besluit__status=Besluitstatus.GENOMEN)
    for aanvraag in open_.select_related("melding"):
        if klok_van(aanvraag) is None:
            _start_beslistermijn(aanvraag, by=by, at=at)


def _is_voor_het_team(wet: str) -> None:
    """Work and income is decided elsewhere (Awb 2:3: the application is sent on)."""
    if wet == Wet.PARTICIPATIEWET:
        raise NietMogelijk(
            _("Werk en Inkomen beslist over werk en uitkering. Stuur de aanvraag door en zeg dat tegen de inwoner.")
        )
    if wet == Wet.GEEN:
        raise NietMogelijk(_("Voor vrij toegankelijke hulp is geen aanvraag nodig. De inwoner kan er zo terecht."))


def _hoort_bij(dossier: Dossier, persoon: Persoon, wet: str, melding: Melding | None) -> None:
    if not dossier.huishouden.leden.filter(persoon=persoon).exists():
        raise NietMogelijk(_("Deze inwoner hoort niet bij dit huishouden."))
    if melding and (melding.dossier_id, melding.persoon_id, melding.wet) != (dossier.pk, persoon.pk, wet):
        raise NietMogelijk(_("Deze melding gaat over een andere inwoner of een andere wet. Kies de juiste melding."))


def _na_onderzoek(melding: Melding | None, ontvangen_op: date) -> None:
    """Wmo 2.3.2 lid 9: no application before the onderzoek, unless its six weeks have passed."""
    if melding is None:
        raise NietMogelijk(
            _("Een aanvraag voor de Wmo volgt op een melding. Kies bij welke melding deze aanvraag hoort.")
        )
    onderzoek = getattr(melding, "onderzoek", None)
    afgerond_op = onderzoek.afgerond_op if onderzoek else None
    is_gedaan = afgerond_op is not None and afgerond_op <= ontvangen_op
    if not mag_aanvraag_indienen(melding.ontvangen_op, op=ontvangen_op, is_onderzoek_gedaan=is_gedaan):
        einde = voluit(einddatum_onderzoek(melding.ontvangen_op).einddatum)
        raise NietMogelijk(
            _("Het onderzoek was toen nog niet klaar. Een aanvraag kan erna, of na {dag} (Wmo 2.3.2 lid 9).").format(
                dag=einde
            )
        )


@transaction.atomic
def bereid_besluit_voor(aanvraag: Aanvraag, *, by: Medewerker, at: datetime) -> Besluit:
    """Start (or give back) the decision: it points at the lines of the adopted plan and copies nothing.

    Raises NietMogelijk without an adopted plan.
    """
    require(by, Recht.BESLUIT_NEMEN, aanvraag)
    _is_voor_het_team(aanvraag.wet)
    Aanvraag.objects.select_for_update().get(pk=aanvraag.pk)
    if besluit := Besluit.objects.filter(aanvraag=aanvraag).first():
        return besluit
    plan = vastgesteld_plan(aanvraag)
    besluit = Besluit.objects.create(
        dossier=aanvraag.dossier,
        aanvraag=aanvraag,
        plan=plan,
        opgesteld_door=by,
        begonnen_op=at,
        bewaard_op=at,
    )
    _neem_regels_over(besluit)
    Overweging.objects.bulk_create(
        Overweging(besluit=besluit, grond=grond.code) for grond in gronden_voor(aanvraag.wet)
    )
    record(Sleutel.BESLUIT_VOORBEREID, besluit, by=by, at=at)
    return besluit


def vastgesteld_plan(aanvraag: Aanvraag) -> Ondersteuningsplan:
    """Give the adopted plan from which the application is answered. Raises NietMogelijk without one."""
    plan = vastgesteld(aanvraag.dossier_id)
    if plan is None:
        raise NietMogelijk(
            _("Er is nog geen vastgesteld plan. Een besluit volgt uit het plan; laat het eerst vaststellen.")
        )
    return plan


def _neem_regels_over(besluit: Besluit) -> None:
    """Point at the plan's lines of this person and law; without any, the application can only be refused."""
    regels = [Besluitregel(besluit=besluit, inzet=inzet) for inzet in planregels(besluit.aanvraag, besluit.plan)]
    Besluitregel.objects.bulk_create(regels)
    besluit.uitkomst = Uitkomst.TOEGEKEND if regels else Uitkomst.AFGEWEZEN
    besluit.save(update_fields=["uitkomst"])


@transaction.atomic
def volg_nieuw_plan(besluit: Besluit, *, by: Medewerker, at: datetime) -> None:
    """Let a prepared decision follow the version that is adopted now; the reasons written stay."""
    require(by, Recht.BESLUIT_NEMEN, besluit)
    _is_in_voorbereiding(besluit)
    besluit.plan = vastgesteld_plan(besluit.aanvraag)
    besluit.save(update_fields=["plan"])
    besluit.regels.all().delete()
    _neem_regels_over(besluit)
    _volgende_bewerking(besluit, bewerking=besluit.bewerking, at=at)
    record(Sleutel.BESLUIT_VOORBEREID, besluit, by=by, at=at)


@transaction.atomic
def bewaar_besluit(besluit: Besluit, tekst: Besluittekst, *, bewerking: int, by: Medewerker, at: datetime) -> int:
    """Save summary, outcome and grounds as far as written, and answer the new edit number.

    Raises IntussenGewijzigd when somebody saved after edit number `bewerking`, NietMogelijk once it was taken.
    """
    require(by, Recht.BESLUIT_NEMEN, besluit)
    _is_in_voorbereiding(besluit)
    _volgende_bewerking(besluit, bewerking=bewerking, at=at)
    besluit.samenvatting, besluit.uitkomst = tekst.samenvatting.strip(), tekst.uitkomst
    besluit.afwijking = tekst.afwijking.strip()
    besluit.save(update_fields=["samenvatting", "uitkomst", "afwijking"])
    Overweging.objects.bulk_create(
        (Overweging(besluit=besluit, grond=grond, tekst=woorden.strip()) for grond, woorden in tekst.gronden.items()),
        update_conflicts=True,
        unique_fields=["besluit", "grond"],
        update_fields=["tekst"],
    )
    return besluit.bewerking


def _is_in_voorbereiding(besluit: Besluit) -> None:
    if besluit.status == Besluitstatus.VOORGELEGD:
        raise NietMogelijk(_("Dit besluit is voorgelegd. Haal het eerst terug als u iets wilt veranderen."))
    _is_niet_genomen(besluit)


def _is_niet_genomen(besluit: Besluit) -> None:
    if besluit.status == Besluitstatus.GENOMEN:
        raise NietMogelijk(_("Dit besluit is al genomen en verzonden. Er verandert niets meer aan."))


def _volgende_bewerking(besluit: Besluit, *, bewerking: int, at: datetime) -> None:
    gelukt = Besluit.objects.filter(pk=besluit.pk, bewerking=bewerking, status=Besluitstatus.VOORBEREID).update(
        bewerking=bewerking + 1, bewaard_op=at
    )
    if not gelukt:
        raise IntussenGewijzigd
    besluit.bewerking, besluit.bewaard_op = bewerking + 1, at


@transaction.atomic
def leg_besluit_voor(
    besluit: Besluit, *, aan: Mandaat, by: Medewerker, at: datetime, gelezen: int | None = None
) -> Voorlegging:
    """Put a prepared decision to who holds this mandate, because the worker's own does not reach (Awb 10:3).

    Raises Onvolledig with what is missing, NietMogelijk when the worker may take it or this mandate does not cover it.
    """
    require(by, Recht.BESLUIT_NEMEN, besluit)
    _lees_opnieuw(besluit)
    _is_in_voorbereiding(besluit)
    if gelezen not in (None, besluit.bewerking):
        raise IntussenGewijzigd
    _is_voor_het_team(besluit.aanvraag.wet)
    regels = regels_van(besluit)
    _is_volledig(besluit, regels)
    bevoegdheid = bepaal_mandaat(besluit, by, at.date(), regels=regels)
    if bevoegdheid:
        raise NietMogelijk(_("U mag dit besluit zelf nemen. Voorleggen is niet nodig."))
    if aan not in bevoegdheid.bevoegd:
        raise NietMogelijk(_("Dit mandaat geldt niet voor dit besluit. Kies een ander uit de lijst."))
    transition(besluit, to=Besluitstatus.VOORGELEGD)
    record(Sleutel.BESLUIT_VOORGELEGD, besluit, by=by, at=at, toelichting=vastgelegd(houder(aan)))
    return Voorlegging.objects.create(besluit=besluit, mandaat=aan, reden=bevoegdheid.waarom_niet[:400], door=by, op=at)


@transaction.atomic
def stuur_besluit_terug(besluit: Besluit, *, reden: str, by: Medewerker, at: datetime) -> None:
    """Give a decision that was put to somebody back to who prepared it, with a reason; the preparer may take it back.

    Raises NietToegestaan for whoever neither prepares decisions nor may take this one.
    """
    require(by, Recht.BESLUIT_BEOORDELEN, besluit)
    _lees_opnieuw(besluit)
    if besluit.status != Besluitstatus.VOORGELEGD:
        raise NietMogelijk(_("Dit besluit ligt nergens voor. Ververs de pagina om de laatste stand te zien."))
    if not reden.strip():
        raise NietMogelijk(_("Schrijf op wat er nog moet gebeuren, zodat de opsteller verder kan."))
    mag_schrijven = by.bereik(Recht.BESLUIT_NEMEN).omvat(besluit)
    if not mag_schrijven and not (bevoegdheid := bepaal_mandaat(besluit, by, at.date())):
        raise NietToegestaan(bevoegdheid.waarom_niet)
    transition(besluit, to=Besluitstatus.VOORBEREID)
    besluit.voorleggingen.filter(terug_op__isnull=True).update(terug_op=at, terug_door=by, terug_reden=reden.strip())
    record(Sleutel.BESLUIT_TERUG, besluit, by=by, at=at, toelichting=reden.strip())


@transaction.atomic
def neem_besluit(
    besluit: Besluit,
    *,
    by: Medewerker,
    at: datetime,
    gelezen: int | None = None,
    zet: Callable[[Brief], bytes] = maak_pdf,
) -> Besluit:
    """Take the decision and make it known today: letter in the file, term of decision stopped, objection term started.

    `zet` sets the letter; an import of old decisions passes what was sent then.
    Awb 3:41, 3:45, 3:46, 10:10. Raises Onvolledig with what is missing, NietToegestaan without a mandate that covers
    it (with who does) and for who wrote the plan, and IntussenGewijzigd when a colleague saved after `gelezen`.
    """
    require(by, Recht.BESLUIT_BEOORDELEN, besluit)
    _lees_opnieuw(besluit)
    _is_niet_genomen(besluit)
    if besluit.status == Besluitstatus.VOORBEREID:
        require(by, Recht.BESLUIT_NEMEN, besluit)
    if gelezen not in (None, besluit.bewerking):
        raise IntussenGewijzigd
    _is_voor_het_team(besluit.aanvraag.wet)
    regels = regels_van(besluit)
    # Two applications may hold the same line of a whole household: the second to be decided does not grant it again.
    Dossier.objects.select_for_update().get(pk=besluit.dossier_id)
    if toegekend(besluit.dossier_id, voor=besluit.aanvraag) & {inzet.pk for inzet in regels}:
        raise IntussenGewijzigd
    tekst = _is_volledig(besluit, regels)
    bevoegdheid = bepaal_mandaat(besluit, by, at.date(), regels=regels)
    if not bevoegdheid:
        raise NietToegestaan(bevoegdheid.waarom_niet)
    dag = at.date()
    besluit.bezwaar_tot_en_met = einddatum_bezwaar(dag).einddatum
    besluit.genomen_op, besluit.genomen_door = dag, by
    _krachtens(besluit, bevoegdheid, by)
    _maak_brief(besluit, tekst, regels, zet=zet, by=by, at=at)
    besluit.save(update_fields=GENOMEN)
    transition(besluit, to=Besluitstatus.GENOMEN)
    voltooi_termijn(beslistermijn(besluit.aanvraag.wet), besluit.aanvraag, by=by, at=at)
    start_termijn("awb-bezwaar", besluit, start=dag, by=by, at=at)
    rond_af(besluit.aanvraag, by=by, at=at)
    record(Sleutel.BESLUIT_GENOMEN, besluit, by=by, at=at, toelichting=vastgelegd(Uitkomst(besluit.uitkomst).label))
    return besluit


def _lees_opnieuw(besluit: Besluit) -> None:
    """Lock the decision and read it anew in one question, with all that the letter says of the household."""
    besluit.refresh_from_db(
        from_queryset=Besluit.objects.select_for_update(of=("self",)).select_related(
            "aanvraag__persoon", "plan__vaststelling", "dossier__huishouden__adres", "dossier__huishouden__team"
        )
    )


def _is_volledig(besluit: Besluit, regels: Sequence[Inzet]) -> Besluittekst:
    tekst = tekst_van(besluit)
    if gemist := ontbreekt(besluit, tekst, heeft_regels=bool(regels)):
        raise Onvolledig([gemis.zin for gemis in gemist])
    return tekst


def _krachtens(besluit: Besluit, bevoegdheid: Bevoegdheid, by: Medewerker) -> None:
    """Keep on what ground it was decided, in the words of the letter: a later register changes nothing (Awb 10:10)."""
    besluit.mandaat, besluit.waarneming = bevoegdheid.mandaat, bevoegdheid.waarneming
    besluit.namens = bevoegdheid.namens
    besluit.mandaatgrond = f"Namens het {bevoegdheid.namens}, {by.naam}, {by.functie}"


def _maak_brief(
    besluit: Besluit,
    tekst: Besluittekst,
    regels: Sequence[Inzet],
    *,
    zet: Callable[[Brief], bytes],
    by: Medewerker,
    at: datetime,
) -> None:
    """Make the letter once, keep it as sent, and keep how well it reads."""
    brief = beschikking(besluit, tekst, regels, dag=at.date(), ondertekenaar=by, namens=besluit.namens)
    stuk = Stuk(Documentsoort.BESCHIKKING, "Besluit op uw aanvraag", zet(brief), wet=besluit.wet)
    besluit.document = voeg_document_toe(besluit.dossier, stuk, by=by, at=at)
    besluit.leesbaarheid = score(brief.tekst).getal
