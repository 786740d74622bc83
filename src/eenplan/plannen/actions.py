"""Write the household's plan, hand it in, adopt it or send it back. An adopted version never changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from eenplan.aanbod.models import Contract, Tarief, Voorziening
from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk, NietToegestaan, Onvolledig
from eenplan.core.transitions import transition
from eenplan.dossiers.models import Casus, Dossier
from eenplan.personen.models import Persoon
from eenplan.plannen.models import (
    Aanbieding,
    Actie,
    Analyse,
    Doel,
    Inzet,
    Ondersteuningsplan,
    OvergeslagenTrede,
    Terugzending,
    Vaststelling,
)
from eenplan.plannen.normtoets import normtoets
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker

# How often a unit recurs, and how many months that makes; for showing a monthly price only.
PER_MAAND: dict[str, Decimal] = {
    "week": Decimal(52) / 12,
    "vier_weken": Decimal(13) / 12,
    "maand": Decimal(1),
    "eenmalig": Decimal(0),
}


@transaction.atomic
def begin_plan(dossier: Dossier, *, by: Medewerker, at: datetime, reden: str = "") -> Ondersteuningsplan:
    """Start a draft, or a new version that begins as a copy of the adopted one (then with a reason).

    Raises NietMogelijk while another version is being written.
    """
    require(by, Recht.PLAN_SCHRIJVEN, dossier)
    vorige = dossier.plannen.filter(status=Planstatus.VASTGESTELD).first()
    if vorige and not reden.strip():
        raise NietMogelijk(_("Schrijf op waarom het plan verandert. Dat staat straks bij de nieuwe versie."))
    hoogste = dossier.plannen.aggregate(hoogste=Max("versie"))["hoogste"] or 0
    try:
        with transaction.atomic():
            plan = Ondersteuningsplan.objects.create(
                dossier=dossier,
                versie=hoogste + 1,
                opgesteld_door=by,
                begonnen_op=at,
                bewaard_op=at,
                perspectief=vorige.perspectief if vorige else "",
                reden_nieuwe_versie=reden,
            )
    except IntegrityError as fout:
        raise IntussenGewijzigd(_("Er is al een plan in bewerking. Schrijf daarin verder.")) from fout
    if vorige:
        _neem_over(vorige, plan)
    record(Sleutel.PLAN_BEGONNEN, plan, by=by, at=at)
    return plan


def _neem_over(vorige: Ondersteuningsplan, nieuw: Ondersteuningsplan) -> None:
    """Copy everything of the adopted version, so that only what changes is typed."""
    Analyse.objects.bulk_create(
        Analyse(plan=nieuw, leefgebied=rij.leefgebied, situatie=rij.situatie, kracht=rij.kracht)
        for rij in vorige.analyses.all()
    )
    for doel in vorige.doelen.all():
        onderdelen = (list(doel.acties.all()), list(doel.inzetten.all()), list(doel.overgeslagen.all()))
        doel.pk, doel.plan = None, nieuw
        doel.save()
        for onderdeel in (deel for groep in onderdelen for deel in groep):
            onderdeel.pk, onderdeel.doel = None, doel
            onderdeel.save()


def _open_voor_schrijven(plan: Ondersteuningsplan, *, bewerking: int, by: Medewerker, at: datetime) -> None:
    """Let one save through: the right, still a draft, and nobody saved after edit number `bewerking`."""
    require(by, Recht.PLAN_SCHRIJVEN, plan)
    if plan.status != Planstatus.CONCEPT:
        raise NietMogelijk(_("Dit plan is geen concept meer. Begin een nieuwe versie om iets te veranderen."))
    gelukt = Ondersteuningsplan.objects.filter(pk=plan.pk, bewerking=bewerking, status=Planstatus.CONCEPT).update(
        bewerking=bewerking + 1, bewaard_op=at
    )
    if not gelukt:
        raise IntussenGewijzigd
    plan.bewerking, plan.bewaard_op = bewerking + 1, at


@transaction.atomic
def bewaar_perspectief(
    plan: Ondersteuningsplan, perspectief: str, *, bewerking: int, by: Medewerker, at: datetime
) -> None:
    """Save where the household wants to go. Raises IntussenGewijzigd when somebody else saved first."""
    _open_voor_schrijven(plan, bewerking=bewerking, by=by, at=at)
    plan.perspectief = perspectief
    plan.save(update_fields=["perspectief"])


@dataclass(frozen=True)
class Leefgebiedtekst:
    """What is going on in a life domain, and what goes well."""

    situatie: str
    kracht: str = ""


@transaction.atomic
def bewaar_analyse(
    plan: Ondersteuningsplan, teksten: Mapping[str, Leefgebiedtekst], *, bewerking: int, by: Medewerker, at: datetime
) -> None:
    """Save the life domains given; an emptied domain disappears, one not given stays as it was."""
    _open_voor_schrijven(plan, bewerking=bewerking, by=by, at=at)
    for leefgebied, tekst in teksten.items():
        if tekst.situatie.strip() or tekst.kracht.strip():
            Analyse.objects.update_or_create(
                plan=plan, leefgebied=leefgebied, defaults={"situatie": tekst.situatie, "kracht": tekst.kracht}
            )
        else:
            Analyse.objects.filter(plan=plan, leefgebied=leefgebied).delete()


@dataclass(frozen=True)
class Doeltekst:
    """A goal as far as it was written down; only adoption asks for all of it."""

    eigen_woorden: str
    resultaat: str = ""
    eigenaar_soort: str = ""
    eigenaar: str = ""
    leefgebied: str = ""
    persoon: Persoon | None = None
    casus: Casus | None = None
    streefdatum: date | None = None
    evaluatie_op: date | None = None


@transaction.atomic
def bewaar_doel(
    plan: Ondersteuningsplan,
    tekst: Doeltekst,
    *,
    doel: Doel | None = None,
    bewerking: int,
    by: Medewerker,
    at: datetime,
) -> Doel:
    """Add a goal to the draft, or change the one given."""
    _open_voor_schrijven(plan, bewerking=bewerking, by=by, at=at)
    if doel is None:
        hoogste = plan.doelen.aggregate(hoogste=Max("volgorde"))["hoogste"] or 0
        doel = Doel(plan=plan, volgorde=hoogste + 1)
    for veld, waarde in vars(tekst).items():
        setattr(doel, veld, waarde)
    doel.save()
    return doel


@transaction.atomic
def verwijder_doel(doel: Doel, *, bewerking: int, by: Medewerker, at: datetime) -> None:
    """Take a goal out of the draft, with what hangs on it."""
    _open_voor_schrijven(doel.plan, bewerking=bewerking, by=by, at=at)
    doel.delete()


@transaction.atomic
def voeg_actie_toe(
    doel: Doel, *, wat: str, wie: str, uiterlijk: date | None, bewerking: int, by: Medewerker, at: datetime
) -> Actie:
    """Write down who does what towards the goal."""
    _open_voor_schrijven(doel.plan, bewerking=bewerking, by=by, at=at)
    return Actie.objects.create(doel=doel, wat=wat, wie=wie, uiterlijk=uiterlijk)


@dataclass(frozen=True)
class Keuze:
    """What is put in on one rung of the ladder. Only paid help has a contract, an amount and a frequency."""

    trede: str
    omschrijving: str
    voorziening: Voorziening | None = None
    contract: Contract | None = None
    aantal: Decimal | None = None
    frequentie: str = ""
    vanaf: date | None = None
    tot_en_met: date | None = None


@transaction.atomic
def kies_inzet(doel: Doel, keuze: Keuze, *, bewerking: int, by: Medewerker, at: datetime) -> Inzet:
    """Put help in for a goal, with the price of today written beside it.

    Raises NietMogelijk when the chosen contract has no tariff on the first day of the help.
    """
    _open_voor_schrijven(doel.plan, bewerking=bewerking, by=by, at=at)
    prijs = _prijs(keuze, keuze.vanaf or at.date())
    return Inzet.objects.create(
        doel=doel,
        prijs_cent=prijs,
        kosten_per_maand_cent=kosten_per_maand(prijs, keuze.aantal, keuze.frequentie),
        **vars(keuze),
    )


def _prijs(keuze: Keuze, dag: date) -> int | None:
    if keuze.contract is None:
        return None
    tarief = Tarief.objects.filter(contract=keuze.contract, vanaf__lte=dag).order_by("-vanaf").first()
    if tarief is None or (tarief.tot and tarief.tot <= dag):
        raise NietMogelijk(_("Deze aanbieder heeft op de begindatum geen tarief. Kies een andere aanbieder of datum."))
    return tarief.bedrag_cent


def kosten_per_maand(prijs_cent: int | None, aantal: Decimal | None, frequentie: str) -> int | None:
    """Give what the help costs in an average month, in whole cents; one-off help has no monthly cost."""
    if prijs_cent is None or aantal is None or frequentie not in PER_MAAND:
        return None
    return int((prijs_cent * aantal * PER_MAAND[frequentie]).quantize(Decimal(1), ROUND_HALF_UP))


@transaction.atomic
def verwijder_inzet(inzet: Inzet, *, bewerking: int, by: Medewerker, at: datetime) -> None:
    """Take help out of the draft."""
    _open_voor_schrijven(inzet.doel.plan, bewerking=bewerking, by=by, at=at)
    inzet.delete()


@transaction.atomic
def sla_trede_over(
    doel: Doel, *, trede: str, reden: str, bewerking: int, by: Medewerker, at: datetime
) -> OvergeslagenTrede:
    """Say why a lighter rung is not enough for this goal."""
    _open_voor_schrijven(doel.plan, bewerking=bewerking, by=by, at=at)
    if not reden.strip():
        raise NietMogelijk(_("Kies of schrijf een reden."))
    rij, _is_nieuw = OvergeslagenTrede.objects.update_or_create(doel=doel, trede=trede, defaults={"reden": reden})
    return rij


@transaction.atomic
def bied_plan_aan(plan: Ondersteuningsplan, *, by: Medewerker, at: datetime) -> Aanbieding:
    """Hand the plan in for adoption. Raises Onvolledig with every sentence of the norm check."""
    require(by, Recht.PLAN_SCHRIJVEN, plan)
    if gemist := normtoets(plan):
        raise Onvolledig([gemis.zin for gemis in gemist])
    transition(plan, to=Planstatus.AANGEBODEN)
    record(Sleutel.PLAN_AANGEBODEN, plan, by=by, at=at)
    return Aanbieding.objects.create(plan=plan, op=at, door=by)


@transaction.atomic
def stuur_plan_terug(plan: Ondersteuningsplan, *, reden: str, by: Medewerker, at: datetime) -> Terugzending:
    """Return the plan to its drafter with a reason."""
    require(by, Recht.PLAN_VASTSTELLEN, plan)
    if not reden.strip():
        raise NietMogelijk(_("Schrijf op wat er nog moet gebeuren, zodat de opsteller verder kan."))
    transition(plan, to=Planstatus.CONCEPT)
    record(Sleutel.PLAN_TERUGGESTUURD, plan, by=by, at=at, toelichting=reden)
    return Terugzending.objects.create(plan=plan, reden=reden, op=at, door=by)


@transaction.atomic
def neem_plan_terug(plan: Ondersteuningsplan, *, by: Medewerker, at: datetime) -> None:
    """The drafter takes a handed-in plan back to change something."""
    require(by, Recht.PLAN_SCHRIJVEN, plan)
    transition(plan, to=Planstatus.CONCEPT)
    record(Sleutel.PLAN_TERUGGESTUURD, plan, by=by, at=at, toelichting=_("teruggenomen door de opsteller"))


@transaction.atomic
def stel_plan_vast(plan: Ondersteuningsplan, *, by: Medewerker, at: datetime) -> Vaststelling:
    """Adopt the plan and lock it; the former version is replaced. Nobody adopts an own plan (EN N-09)."""
    require(by, Recht.PLAN_VASTSTELLEN, plan)
    if plan.opgesteld_door_id == by.pk or plan.aanbiedingen.filter(door=by).exists():
        raise NietToegestaan(_("U hebt dit plan zelf geschreven. Een ander stelt het vast."))
    for vorige in plan.dossier.plannen.filter(status=Planstatus.VASTGESTELD):
        transition(vorige, to=Planstatus.VERVANGEN)
    transition(plan, to=Planstatus.VASTGESTELD)
    record(Sleutel.PLAN_VASTGESTELD, plan, by=by, at=at)
    return Vaststelling.objects.create(plan=plan, op=at, door=by)
