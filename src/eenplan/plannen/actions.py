"""Write the household's plan, hand it in, adopt it or send it back. An adopted version never changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeVar

from django.db import IntegrityError, models, transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.aanbod.models import Contract, Voorziening
from eenplan.aanbod.queries import tarief_op
from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record, record_eens_per_dag
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk, NietToegestaan, Onvolledig
from eenplan.core.opmaak import vastgelegd
from eenplan.core.transitions import transition
from eenplan.dossiers.actions import neem_in_regie
from eenplan.dossiers.models import Casus, Dossier
from eenplan.dossiers.queries import regisseur_of
from eenplan.dossiers.werktaken import leg_klaar, rond_af
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.models import Persoon
from eenplan.plannen.models import (
    Aanbieding,
    Actie,
    Analyse,
    Doel,
    Frequentie,
    Inzet,
    Ondersteuningsplan,
    OvergeslagenTrede,
    Planauteur,
    Terugzending,
    Vaststelling,
)
from eenplan.plannen.normtoets import normtoets
from eenplan.plannen.queries import is_eigen_plan
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker

R = TypeVar("R", bound=models.Model)

# How often a unit recurs, and how many months that makes; for showing a monthly price only.
PER_MAAND: dict[str, Decimal] = {
    Frequentie.WEEK: Decimal(52) / 12,
    Frequentie.VIER_WEKEN: Decimal(13) / 12,
    Frequentie.MAAND: Decimal(1),
    Frequentie.EENMALIG: Decimal(0),
}


# ------------------------------------------------------------------------------------------------- a new version


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
                reden_nieuwe_versie=reden.strip(),
            )
    except IntegrityError as fout:
        raise IntussenGewijzigd(_("Er is al een plan in bewerking. Schrijf daarin verder.")) from fout
    if vorige:
        _neem_over(vorige, plan)
    _noteer_auteur(plan, by=by, at=at)
    record(Sleutel.PLAN_BEGONNEN, plan, by=by, at=at, toelichting=plan.reden_nieuwe_versie)
    return plan


def _neem_over(vorige: Ondersteuningsplan, nieuw: Ondersteuningsplan) -> None:
    """Copy everything of the adopted version, so that only what changes is typed."""
    Analyse.objects.bulk_create(_kopie(rij, plan=nieuw, bewerking=0) for rij in vorige.analyses.all())
    for doel in vorige.doelen.all():
        kopie = _kopie(doel, plan=nieuw, vorige=doel, bewerking=0)
        kopie.save()
        Actie.objects.bulk_create(_kopie(rij, doel=kopie) for rij in doel.acties.all())
        Inzet.objects.bulk_create(
            _kopie(rij, doel=kopie, vorige=rij, oorsprong_id=rij.oorsprong_id or rij.pk) for rij in doel.inzetten.all()
        )
        OvergeslagenTrede.objects.bulk_create(_kopie(rij, doel=kopie, bewerking=0) for rij in doel.overgeslagen.all())


def _kopie(rij: R, **anders: object) -> R:
    over = (veld for veld in rij._meta.concrete_fields if not veld.primary_key and veld.name not in anders)
    return type(rij)(**({veld.attname: getattr(rij, veld.attname) for veld in over} | anders))


# ------------------------------------------------------------------------------------------ saving part by part


def _open_voor_schrijven(
    plan: Ondersteuningsplan, *, bewerking: int, by: Medewerker, doel: Doel | None = None
) -> Ondersteuningsplan:
    """Give the plan as it is now, its row locked so that saves queue: the right is there, and it is still a draft.

    The right holds for the label of the goal as well. `bewerking` is the number of the last save that this worker saw;
    one the plan never had is refused.
    """
    require(by, Recht.PLAN_SCHRIJVEN, doel or plan)
    vers = Ondersteuningsplan.objects.select_for_update().get(pk=plan.pk)
    vereis_concept(vers)
    if bewerking > vers.bewerking:
        raise IntussenGewijzigd
    return vers


def vereis_concept(plan: Ondersteuningsplan) -> None:
    """Return only for a draft. Raises NietMogelijk for a version that waits, was adopted or was replaced."""
    if plan.status != Planstatus.CONCEPT:
        raise NietMogelijk(_("Dit plan is geen concept meer. Begin een nieuwe versie om iets te veranderen."))


def _nummer(plan: Ondersteuningsplan, vers: Ondersteuningsplan, *, by: Medewerker, at: datetime) -> int:
    """Number this save and leave its trace; the part that changed keeps the number."""
    plan.bewerking, plan.bewaard_op = vers.bewerking + 1, at
    plan.save(update_fields=["bewerking", "bewaard_op"])
    _noteer_auteur(plan, by=by, at=at)
    _noteer_wijziging(plan, by=by, at=at)
    return plan.bewerking


def _noteer_auteur(plan: Ondersteuningsplan, *, by: Medewerker, at: datetime) -> None:
    """Keep who wrote a part of this version, whichever: an author decides nothing about it (EN N-09)."""
    Planauteur.objects.bulk_create([Planauteur(plan=plan, medewerker=by, sinds=at)], ignore_conflicts=True)


def _noteer_wijziging(plan: Ondersteuningsplan, *, by: Medewerker, at: datetime) -> None:
    """Record once per worker and day that the plan was changed: a line for every autosave would hide the rest."""
    record_eens_per_dag(Sleutel.PLAN_GEWIJZIGD, plan, by=by, at=at)


@transaction.atomic
def bewaar_perspectief(
    plan: Ondersteuningsplan, perspectief: str, *, bewerking: int, by: Medewerker, at: datetime
) -> None:
    """Save where the household wants to go. Raises IntussenGewijzigd when somebody else changed these words first."""
    vers = _open_voor_schrijven(plan, bewerking=bewerking, by=by)
    if perspectief == vers.perspectief:
        return
    if vers.perspectief_bewerking > bewerking:
        raise IntussenGewijzigd
    plan.perspectief, plan.perspectief_bewerking = perspectief, _nummer(plan, vers, by=by, at=at)
    plan.save(update_fields=["perspectief", "perspectief_bewerking"])


@dataclass(frozen=True)
class Leefgebiedtekst:
    """What is going on in a life domain, and what goes well."""

    situatie: str
    kracht: str = ""

    def __bool__(self) -> bool:
        return bool(self.situatie.strip() or self.kracht.strip())


@transaction.atomic
def bewaar_analyse(
    plan: Ondersteuningsplan, teksten: Mapping[str, Leefgebiedtekst], *, bewerking: int, by: Medewerker, at: datetime
) -> None:
    """Save the life domains given; an emptied domain stays as an empty one, one not given stays as it was.

    Raises IntussenGewijzigd when somebody else changed one of these domains first; then nothing is saved.
    """
    vers = _open_voor_schrijven(plan, bewerking=bewerking, by=by)
    huidig = {rij.leefgebied: rij for rij in vers.analyses.filter(leefgebied__in=teksten)}
    nieuw = {code: tekst for code, tekst in teksten.items() if _is_anders(huidig.get(code), tekst)}
    if any(code in huidig and huidig[code].bewerking > bewerking for code in nieuw):
        raise IntussenGewijzigd
    if not nieuw:
        return
    nummer = _nummer(plan, vers, by=by, at=at)
    for code, tekst in nieuw.items():
        Analyse.objects.update_or_create(plan=plan, leefgebied=code, defaults={**vars(tekst), "bewerking": nummer})


def _is_anders(rij: Analyse | None, tekst: Leefgebiedtekst) -> bool:
    return (rij.situatie, rij.kracht) != (tekst.situatie, tekst.kracht) if rij else bool(tekst)


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
    wet: str = ""

    def gelabeld(self, doel: Doel | None) -> Doeltekst:
        """Give the text with its label: as chosen, else that of its case, else the one the goal has.

        A goal with help under a law never belongs to no law.
        """
        label = self.wet or (self.casus.wet if self.casus else "") or (doel.wet if doel else Wet.GEEN)
        hulp = doel.inzetten.exclude(voorziening__wet=Wet.GEEN) if doel and doel.pk and label == Wet.GEEN else None
        van_hulp = hulp.values_list("voorziening__wet", flat=True).first() if hulp is not None else None
        return replace(self, wet=van_hulp or label)


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
    """Add a goal to the draft, or change the one given.

    Raises IntussenGewijzigd when somebody else changed or removed this goal first.
    """
    vers = _open_voor_schrijven(plan, bewerking=bewerking, by=by, doel=doel)
    tekst = tekst.gelabeld(doel)
    _onder_eigen_label(plan, tekst.wet, by=by)
    if doel is None:
        hoogste = vers.doelen.aggregate(hoogste=Max("volgorde"))["hoogste"] or 0
        doel = Doel(plan=plan, volgorde=hoogste + 1)
    else:
        doel = _huidig_doel(vers, doel)
        if vars(tekst) == {veld: getattr(doel, veld) for veld in vars(tekst)}:
            return doel
        if doel.bewerking > bewerking:
            raise IntussenGewijzigd
    for veld, waarde in vars(tekst).items():
        setattr(doel, veld, waarde)
    doel.bewerking = _nummer(plan, vers, by=by, at=at)
    doel.save()
    return doel


def _onder_eigen_label(plan: Ondersteuningsplan, wet: str, *, by: Medewerker) -> None:
    if not by.bereik(Recht.PLAN_SCHRIJVEN).ziet(plan.dossier_id, wet):
        raise NietMogelijk(_("Dit valt onder een wet waarvoor u niet werkt. Vraag een collega die dat wel doet."))


def _huidig_doel(vers: Ondersteuningsplan, doel: Doel) -> Doel:
    try:
        return vers.doelen.select_related("persoon", "casus").get(pk=doel.pk)
    except Doel.DoesNotExist as fout:
        raise IntussenGewijzigd(
            _("Een collega heeft dit doel net weggehaald. Voeg het zo nodig opnieuw toe.")
        ) from fout


@transaction.atomic
def verwijder_doel(doel: Doel, *, bewerking: int, by: Medewerker, at: datetime) -> None:
    """Take a goal out of the draft, with what hangs on it. Raises IntussenGewijzigd when it was changed meanwhile."""
    vers = _open_voor_schrijven(doel.plan, bewerking=bewerking, by=by, doel=doel)
    if _huidig_doel(vers, doel).bewerking > bewerking:
        raise IntussenGewijzigd(_("Een collega heeft dit doel net gewijzigd. Lees het nog eens voor u het weghaalt."))
    _nummer(doel.plan, vers, by=by, at=at)
    doel.delete()


@transaction.atomic
def voeg_actie_toe(
    doel: Doel, *, wat: str, wie: str, uiterlijk: date | None, bewerking: int, by: Medewerker, at: datetime
) -> Actie:
    """Write down who does what towards the goal. Adding takes nobody's words away."""
    vers = _open_voor_schrijven(doel.plan, bewerking=bewerking, by=by, doel=doel)
    huidig = _huidig_doel(vers, doel)
    _nummer(doel.plan, vers, by=by, at=at)
    return Actie.objects.create(doel=huidig, wat=wat, wie=wie, uiterlijk=uiterlijk)


@transaction.atomic
def verwijder_actie(actie: Actie, *, bewerking: int, by: Medewerker, at: datetime) -> None:
    """Take an action out of the draft."""
    vers = _open_voor_schrijven(actie.doel.plan, bewerking=bewerking, by=by, doel=actie.doel)
    _nummer(actie.doel.plan, vers, by=by, at=at)
    actie.delete()


# ------------------------------------------------------------------------------------------------------ the ladder


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

    @property
    def wet(self) -> str:
        return self.voorziening.wet if self.voorziening else Wet.GEEN


@transaction.atomic
def kies_inzet(doel: Doel, keuze: Keuze, *, bewerking: int, by: Medewerker, at: datetime) -> Inzet:
    """Put help in for a goal, with the price on its first day written beside it. The rung is then no longer skipped.

    A goal without a label takes that of the help. Raises NietMogelijk when the choice contradicts the catalogue, the
    contract has no tariff on the first day, or the worker does not work under its law.
    """
    vers = _open_voor_schrijven(doel.plan, bewerking=bewerking, by=by, doel=doel)
    _controleer(keuze)
    _onder_eigen_label(doel.plan, keuze.wet, by=by)
    prijs = _prijs(keuze, keuze.vanaf or at.date())
    huidig = _huidig_doel(vers, doel)
    _nummer(doel.plan, vers, by=by, at=at)
    huidig.overgeslagen.filter(trede=keuze.trede).delete()
    if huidig.wet == Wet.GEEN and keuze.wet != Wet.GEEN:
        huidig.wet = doel.wet = keuze.wet
        huidig.save(update_fields=["wet"])
    return Inzet.objects.create(
        doel=huidig,
        prijs_cent=prijs,
        kosten_per_maand_cent=kosten_per_maand(prijs, keuze.aantal, keuze.frequentie),
        **vars(keuze),
    )


def _op_de_ladder(code: str) -> None:
    if code not in {trede.code for trede in inrichting().treden}:
        raise NietMogelijk(_("Deze trede staat niet op de ladder van de gemeente. Kies een andere trede."))


def _controleer(keuze: Keuze) -> None:
    voorziening, contract = keuze.voorziening, keuze.contract
    _op_de_ladder(keuze.trede)
    if not keuze.omschrijving.strip():
        raise NietMogelijk(_("Schrijf in één zin op wat er wordt ingezet."))
    if voorziening and voorziening.trede != keuze.trede:
        raise NietMogelijk(_("Deze voorziening hoort op een andere trede van de ladder."))
    if contract and (voorziening is None or contract.voorziening_id != voorziening.pk):
        raise NietMogelijk(_("Deze aanbieder geeft deze voorziening niet. Kies een andere aanbieder."))
    if contract and (not keuze.aantal or keuze.aantal < 0 or keuze.frequentie not in PER_MAAND):
        raise NietMogelijk(_("Vul in hoeveel hulp het is en hoe vaak, bijvoorbeeld 3 uur per week."))
    if keuze.vanaf and keuze.tot_en_met and keuze.tot_en_met < keuze.vanaf:
        raise NietMogelijk(_("De laatste dag ligt voor de eerste dag. Kies een latere laatste dag."))


def _prijs(keuze: Keuze, dag: date) -> int | None:
    if keuze.contract is None:
        return None
    tarief = tarief_op(keuze.contract, dag) if loopt(keuze.contract, dag) else None
    if tarief is None:
        raise NietMogelijk(_("Deze aanbieder heeft op de begindatum geen tarief. Kies een andere aanbieder of datum."))
    return tarief.bedrag_cent


def loopt(contract: Contract, dag: date) -> bool:
    """Tell whether the contract holds on the day: `tot` is exclusive."""
    return contract.vanaf <= dag and (contract.tot is None or dag < contract.tot)


def kosten_per_maand(prijs_cent: int | None, aantal: Decimal | None, frequentie: str) -> int | None:
    """Give what the help costs in an average month, in whole cents; one-off help has no monthly cost."""
    if prijs_cent is None or aantal is None or frequentie not in PER_MAAND:
        return None
    return int((prijs_cent * aantal * PER_MAAND[frequentie]).quantize(Decimal(1), ROUND_HALF_UP))


@transaction.atomic
def verwijder_inzet(inzet: Inzet, *, bewerking: int, by: Medewerker, at: datetime) -> None:
    """Take help out of the draft."""
    vers = _open_voor_schrijven(inzet.doel.plan, bewerking=bewerking, by=by, doel=inzet.doel)
    _nummer(inzet.doel.plan, vers, by=by, at=at)
    inzet.delete()


@transaction.atomic
def sla_trede_over(
    doel: Doel, *, trede: str, reden: str, bewerking: int, by: Medewerker, at: datetime
) -> OvergeslagenTrede:
    """Say why a lighter rung is not enough for this goal.

    Raises IntussenGewijzigd when somebody else gave another reason first.
    """
    vers = _open_voor_schrijven(doel.plan, bewerking=bewerking, by=by, doel=doel)
    _op_de_ladder(trede)
    if not reden.strip():
        raise NietMogelijk(_("Kies of schrijf een reden."))
    huidig = _huidig_doel(vers, doel)
    if huidig.inzetten.filter(trede=trede).exists():
        raise NietMogelijk(_("Op deze trede wordt al iets ingezet. Haal dat eerst weg."))
    rij = huidig.overgeslagen.filter(trede=trede).first() or OvergeslagenTrede(doel=huidig, trede=trede)
    if rij.pk and rij.reden != reden and rij.bewerking > bewerking:
        raise IntussenGewijzigd
    rij.reden, rij.bewerking = reden.strip(), _nummer(doel.plan, vers, by=by, at=at)
    rij.save()
    return rij


@transaction.atomic
def sla_treden_over(
    doel: Doel, redenen: Mapping[str, str], *, bewerking: int, by: Medewerker, at: datetime
) -> list[OvergeslagenTrede]:
    """Say at once why each of these rungs is not enough for a goal that has no reasons for them yet.

    Raises NietMogelijk when a reason is empty, or something is put in on one of the rungs already.
    """
    vers = _open_voor_schrijven(doel.plan, bewerking=bewerking, by=by, doel=doel)
    if not all(reden.strip() for reden in redenen.values()):
        raise NietMogelijk(_("Kies of schrijf een reden."))
    huidig = _huidig_doel(vers, doel)
    if huidig.inzetten.filter(trede__in=redenen).exists():
        raise NietMogelijk(_("Op deze trede wordt al iets ingezet. Haal dat eerst weg."))
    nummer = _nummer(doel.plan, vers, by=by, at=at)
    return OvergeslagenTrede.objects.bulk_create(
        OvergeslagenTrede(doel=huidig, trede=trede, reden=reden.strip(), bewerking=nummer)
        for trede, reden in redenen.items()
    )


@transaction.atomic
def betrek_trede_weer(overgeslagen: OvergeslagenTrede, *, bewerking: int, by: Medewerker, at: datetime) -> None:
    """Look at a skipped rung again: its reason goes.

    Raises IntussenGewijzigd when somebody wrote that reason after edit number `bewerking`.
    """
    plan = overgeslagen.doel.plan
    vers = _open_voor_schrijven(plan, bewerking=bewerking, by=by, doel=overgeslagen.doel)
    overgeslagen.refresh_from_db(fields=["bewerking"])
    if overgeslagen.bewerking > bewerking:
        raise IntussenGewijzigd(_("Een collega schreef hier net een reden. Lees die eerst."))
    _nummer(plan, vers, by=by, at=at)
    overgeslagen.delete()


# ------------------------------------------------------------------------------------------- handing in and adopting


@transaction.atomic
def bied_plan_aan(plan: Ondersteuningsplan, *, by: Medewerker, at: datetime) -> Aanbieding:
    """Hand the plan in for adoption. Raises Onvolledig with every sentence of the norm check."""
    require(by, Recht.PLAN_SCHRIJVEN, plan)
    # Locked, so that nobody saves something incomplete between the check and the new status.
    vers = Ondersteuningsplan.objects.select_for_update().get(pk=plan.pk)
    if vers.status == Planstatus.CONCEPT and (gemist := normtoets(vers, by.bereik(Recht.PLAN_SCHRIJVEN))):
        raise Onvolledig([gemis.zin for gemis in gemist])
    transition(plan, to=Planstatus.AANGEBODEN)
    _noteer_auteur(plan, by=by, at=at)
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
    """Take a handed-in plan back to change something; only who wrote it or handed it in may."""
    require(by, Recht.PLAN_SCHRIJVEN, plan)
    if not is_eigen_plan(plan, by):
        raise NietToegestaan(_("Alleen wie het plan schreef of aanbood, kan het terugnemen. Vraag anders uw manager."))
    transition(plan, to=Planstatus.CONCEPT)
    record(Sleutel.PLAN_TERUGGENOMEN, plan, by=by, at=at)


def _ziet_alle_doelen(plan: Ondersteuningsplan, by: Medewerker) -> None:
    bereik = by.bereik(Recht.PLAN_VASTSTELLEN)
    if bereik.wetten is not None and not all(bereik.ziet(plan.dossier_id, doel.wet) for doel in plan.doelen.all()):
        raise NietToegestaan(_("U ziet niet alle doelen van dit plan. Een collega die ze ziet, stelt het vast."))


@transaction.atomic
def stel_plan_vast(
    plan: Ondersteuningsplan, *, by: Medewerker, at: datetime, gelezen: int | None = None
) -> Vaststelling:
    """Adopt the plan and lock it; the former version is replaced and an active file is in regie from then on.

    Nobody adopts a plan of which they wrote a part or that they handed in (EN N-09).
    Raises IntussenGewijzigd when it was taken back and changed after edit number `gelezen`.
    """
    require(by, Recht.PLAN_VASTSTELLEN, plan)
    vers = Ondersteuningsplan.objects.select_for_update().get(pk=plan.pk)
    if gelezen not in (None, vers.bewerking):
        raise IntussenGewijzigd
    if is_eigen_plan(plan, by):
        raise NietToegestaan(_("U hebt dit plan zelf geschreven. Een ander stelt het vast."))
    _ziet_alle_doelen(plan, by)
    for vorige in plan.dossier.plannen.filter(status=Planstatus.VASTGESTELD).select_related("vaststelling"):
        transition(vorige, to=Planstatus.VERVANGEN)
        rond_af(vorige.vaststelling, by=by, at=at)
    transition(plan, to=Planstatus.VASTGESTELD)
    neem_in_regie(plan.dossier, reden=vastgelegd(_lazy("het plan is vastgesteld")), by=by, at=at)
    record(Sleutel.PLAN_VASTGESTELD, plan, by=by, at=at)
    vaststelling = Vaststelling.objects.create(plan=plan, op=at, door=by)
    _vraag_ontvangst(vaststelling, by=by, at=at)
    return vaststelling


def _vraag_ontvangst(vaststelling: Vaststelling, *, by: Medewerker, at: datetime) -> None:
    """Let the coordinator, or else the drafter, see that the household has the plan, in the municipality's days."""
    plan = vaststelling.plan
    leg_klaar(
        vaststelling,
        plan.dossier,
        voor=regisseur_of(plan.dossier, plan.opgesteld_door),
        wat=vastgelegd(_lazy("Ontvangst van het plan vastleggen")),
        uiterlijk=at.date() + timedelta(days=inrichting().plan_ontvangst_dagen),
        recht=Recht.PLAN_VASTSTELLEN,
        by=by,
        at=at,
    )
