"""Triage of a melding (UT13): too light, fits or too heavy, how urgent, on which criteria, and the crisis path.

Whatever the outcome, the resident keeps the right to apply (Wmo 2.3.2 lid 9): a triage ends a melding, never a right.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk, NietToegestaan, Onvolledig
from eenplan.core.opmaak import vastgelegd
from eenplan.dossiers.queries import huidige_regie
from eenplan.dossiers.werktaken import leg_klaar, rond_af
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Toelating as Toelatingsregel
from eenplan.meldingen.actions import sluit_melding
from eenplan.meldingen.models import (
    Crisisbericht,
    Crisishandeling,
    Melding,
    Toelating,
    Triage,
    Triageuitkomst,
    Triageurgentie,
)
from eenplan.meldingen.states import Meldingstatus
from eenplan.teams.models import Medewerker
from eenplan.teams.queries import teamgenoten


@dataclass(frozen=True)
class Weging:
    """What a worker made of a melding."""

    uitkomst: str
    urgentie: str = Triageurgentie.GEWOON
    criteria: tuple[str, ...] = ()
    eigen_kijk: str = ""
    verteld: str = ""
    overgedragen_aan: str = ""
    bijrol: str = ""
    coordinatie: str = ""
    leefgebieden: tuple[str, ...] = ()
    grond: str = ""
    samen_met: Medewerker | None = None


@transaction.atomic
def beslis_triage(melding: Melding, weging: Weging, *, by: Medewerker, at: datetime) -> Triage:
    """Keep the triage and do what follows from it; an earlier one stays. Raises Onvolledig with what lacks."""
    require(by, Recht.ONDERZOEK_DOEN, melding)
    melding.status = Melding.objects.select_for_update().get(pk=melding.pk).status
    if melding.status == Meldingstatus.AFGESLOTEN:
        raise NietMogelijk(_("Deze melding is afgesloten. Neem voor een nieuwe vraag een nieuwe melding aan."))
    regel = inrichting().toelating(at.date()) if weging.uitkomst == Triageuitkomst.PAST else None
    if zinnen := [*_ontbreekt(weging), *(_ontbreekt_voor_toelating(melding, weging, regel, by=by) if regel else ())]:
        raise Onvolledig(zinnen)
    for eerder in melding.triages.all():
        _vervalt(eerder, by=by, at=at)
    triage = _bewaar(melding, weging, by=by, at=at)
    if regel:
        _vraag_toelating(triage, weging, regel, by=by, at=at)
    if weging.urgentie != Triageurgentie.GEWOON:
        _sla_alarm(triage, by=by, at=at)
    if reden := _einde(weging):
        sluit_melding(melding, reden=reden[:200], by=by, at=at)
    return triage


def _ontbreekt(weging: Weging) -> list[str]:
    zinnen = []
    if not weging.criteria and not weging.eigen_kijk.strip():
        zinnen.append(_("Kies waarom u dit vindt, of schrijf het zelf op."))
    if weging.uitkomst != Triageuitkomst.PAST and not weging.verteld.strip():
        zinnen.append(_("Schrijf op wat u de inwoner hebt verteld en waar die terechtkan."))
    if weging.uitkomst == Triageuitkomst.TE_ZWAAR and not weging.overgedragen_aan.strip():
        zinnen.append(_("Schrijf op wie het overneemt: de organisatie of de specialist."))
    if weging.bijrol.strip() and not weging.coordinatie.strip():
        zinnen.append(_("Het team blijft iets doen. Schrijf op wie coördineert."))
    if weging.uitkomst == Triageuitkomst.TE_LICHT and weging.urgentie != Triageurgentie.GEWOON:
        zinnen.append(_("Een vraag met spoed of crisis is niet te licht. Kies een andere uitkomst."))
    return zinnen


def _ontbreekt_voor_toelating(melding: Melding, weging: Weging, regel: Toelatingsregel, *, by: Medewerker) -> list[str]:
    zinnen = []
    if len(set(weging.leefgebieden)) < regel.leefgebieden:
        zinnen.append(
            _("In deze gemeente helpt het team bij problemen op ten minste {aantal} leefgebieden. Kies ze.").format(
                aantal=regel.leefgebieden
            )
        )
    if not weging.grond.strip():
        zinnen.append(_("Schrijf op waarom dit huishouden hulp van het team krijgt."))
    ander = weging.samen_met
    if regel.samen and (ander is None or ander == by or not ander.bereik(Recht.MELDING_INZIEN).omvat(melding)):
        zinnen.append(_("In deze gemeente beslissen twee collega’s over toelating. Kies een collega van het team."))
    return zinnen


def _bewaar(melding: Melding, weging: Weging, *, by: Medewerker, at: datetime) -> Triage:
    teksten = {rij.code: rij.tekst for rij in inrichting().triagecriteria}
    triage = Triage.objects.create(
        dossier=melding.dossier,
        melding=melding,
        uitkomst=weging.uitkomst,
        urgentie=weging.urgentie,
        criteria=[teksten[code] for code in weging.criteria if code in teksten],
        eigen_kijk=weging.eigen_kijk.strip(),
        verteld=weging.verteld.strip(),
        overgedragen_aan=weging.overgedragen_aan.strip(),
        bijrol=weging.bijrol.strip(),
        coordinatie=weging.coordinatie.strip(),
        door=by,
        op=at,
    )
    wat = vastgelegd(Triageuitkomst(triage.uitkomst).label)
    record(Sleutel.TRIAGE_GEDAAN, triage, by=by, at=at, toelichting=wat)
    return triage


def _einde(weging: Weging) -> str:
    """Give why the melding ends here, or nothing when the team goes on (perhaps in a side role)."""
    if weging.uitkomst == Triageuitkomst.TE_LICHT:
        return f"Geen hulp van het team nodig: {weging.verteld.strip()}"
    if weging.uitkomst == Triageuitkomst.TE_ZWAAR and not weging.bijrol.strip():
        return f"Overgedragen aan {weging.overgedragen_aan.strip()}."
    return ""


def _vervalt(eerder: Triage, *, by: Medewerker, at: datetime) -> None:
    """An earlier triage asks nothing more of anybody."""
    rond_af(eerder, by=by, at=at)
    for bericht in eerder.berichten.filter(gelezen_op__isnull=True):
        rond_af(bericht, by=by, at=at)
    if toelating := Toelating.objects.filter(triage=eerder).first():
        rond_af(toelating, by=by, at=at)


# ------------------------------------------------------------------------------------------------------ admission


def _vraag_toelating(triage: Triage, weging: Weging, regel: Toelatingsregel, *, by: Medewerker, at: datetime) -> None:
    alleen = not regel.samen
    toelating = Toelating.objects.create(
        triage=triage,
        leefgebieden=sorted(set(weging.leefgebieden)),
        grond=weging.grond.strip(),
        samen_met=None if alleen else weging.samen_met,
        is_akkoord=True if alleen else None,
        besloten_op=at if alleen else None,
    )
    if weging.samen_met and not alleen:
        leg_klaar(
            toelating,
            triage.dossier,
            voor=weging.samen_met,
            wat=vastgelegd(_lazy("Beslis mee over toelating tot het team")),
            uiterlijk=(at + timedelta(days=7)).date(),
            wet=triage.wet,
            recht=Recht.ONDERZOEK_DOEN,
            by=by,
            at=at,
        )


@transaction.atomic
def beslis_toelating(toelating: Toelating, *, is_akkoord: bool, reden: str, by: Medewerker, at: datetime) -> None:
    """The second worker agrees in person, or says why not. Raises NietToegestaan for anybody else."""
    require(by, Recht.MELDING_INZIEN, toelating.triage)
    if by.pk != toelating.samen_met_id:
        raise NietToegestaan(_("Over deze toelating beslist de collega die is gevraagd."))
    toelating.refresh_from_db(from_queryset=Toelating.objects.select_for_update(of=("self",)))
    if toelating.besloten_op:
        raise IntussenGewijzigd(_("Over deze toelating is al beslist."))
    if not is_akkoord and not reden.strip():
        raise NietMogelijk(_("Schrijf op waarom u het niet eens bent, zodat uw collega verder kan."))
    toelating.is_akkoord, toelating.besloten_op, toelating.reden = is_akkoord, at, reden.strip()
    toelating.save(update_fields=["is_akkoord", "besloten_op", "reden"])
    rond_af(toelating, by=by, at=at)
    wat = _lazy("toegelaten tot het team") if is_akkoord else _lazy("niet toegelaten tot het team")
    record(Sleutel.TOELATING_BESLOTEN, toelating.triage, by=by, at=at, toelichting=vastgelegd(wat))


# --------------------------------------------------------------------------------------------- urgency and crisis


def _sla_alarm(triage: Triage, *, by: Medewerker, at: datetime) -> None:
    """Give the coordinator a task for today (urgent: within the municipality's hours), and tell who must know."""
    regie = huidige_regie(triage.dossier)
    crisis = triage.urgentie == Triageurgentie.CRISIS
    wie = regie.regisseur if regie else by
    wat = _lazy("Crisis: doe nu de eerste stappen") if crisis else _lazy("Spoed: regel dat er snel hulp is")
    einde = at if crisis else at + timedelta(hours=inrichting().spoed_uren)
    _leg_taak(triage, triage, voor=wie, wat=vastgelegd(wat), uiterlijk=einde, by=by, at=at)
    if not crisis:
        return
    managers = teamgenoten(triage.dossier.scope_team_id, Recht.PLAN_VASTSTELLEN, at.date())
    for aan in {*managers, *([wie] if regie else [])} - {by}:
        bericht = Crisisbericht.objects.create(triage=triage, aan=aan)
        _leg_taak(
            bericht, triage, voor=aan, wat=vastgelegd(_lazy("Lees: er is een crisis")), uiterlijk=at, by=by, at=at
        )


def _leg_taak(
    feit: Triage | Crisisbericht, triage: Triage, *, voor: Medewerker, wat: str, uiterlijk: datetime, by: Medewerker,
    at: datetime,
) -> None:  # fmt: skip
    leg_klaar(
        feit,
        triage.dossier,
        voor=voor,
        wat=wat,
        uiterlijk=uiterlijk.date(),
        wet=triage.wet,
        recht=Recht.ONDERZOEK_DOEN,
        by=by,
        at=at,
    )


@transaction.atomic
def leg_handeling_vast(
    triage: Triage, *, stap: str, gesproken: str, om: datetime, afspraak: str, by: Medewerker, at: datetime
) -> Crisishandeling:
    """Keep a step that was taken: with whom was spoken, at what time, what was agreed."""
    require(by, Recht.ONDERZOEK_DOEN, triage)
    if triage.urgentie != Triageurgentie.CRISIS:
        raise NietMogelijk(_("Deze melding is geen crisis. Doe eerst een nieuwe triage."))
    if om > at:
        raise NietMogelijk(_("Dit tijdstip ligt in de toekomst. Schrijf op wat al is gedaan."))
    dubbel = triage.handelingen.filter(stap=stap, gesproken=gesproken, om=om, afspraak=afspraak).first()
    if dubbel:
        return dubbel
    gedaan = Crisishandeling.objects.create(
        triage=triage, stap=stap, gesproken=gesproken, om=om, afspraak=afspraak, door=by
    )
    record(Sleutel.CRISIS_HANDELING, triage, by=by, at=at, toelichting=gesproken)
    return gedaan


@transaction.atomic
def wend_af(triage: Triage, *, hoe: str, by: Medewerker, at: datetime) -> None:
    """Say that the urgent part is over and how; the task of today is done."""
    require(by, Recht.ONDERZOEK_DOEN, triage)
    triage.refresh_from_db(from_queryset=Triage.objects.select_for_update(of=("self",)))
    if triage.urgentie == Triageurgentie.GEWOON or triage.afgewend_op:
        raise NietMogelijk(_("Hier is nu geen spoed of crisis."))
    triage.afgewend_op, triage.afgewend_hoe = at, hoe.strip()
    triage.save(update_fields=["afgewend_op", "afgewend_hoe"])
    rond_af(triage, by=by, at=at)
    record(Sleutel.CRISIS_AFGEWEND, triage, by=by, at=at, toelichting=hoe.strip())


@transaction.atomic
def lees_bericht(bericht: Crisisbericht, *, by: Medewerker, at: datetime) -> None:
    """The one who was told has read it."""
    if by.pk == bericht.aan_id and bericht.gelezen_op is None:
        bericht.gelezen_op = at
        bericht.save(update_fields=["gelezen_op"])
        rond_af(bericht, by=by, at=at)
