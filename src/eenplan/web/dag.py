"""Mijn dag: everything one worker must do, from every room, in one order.

It composes: the questions stand in `queries`, the words in `werkregels`, the order in `volgorde`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from eenplan.access.rechten import Recht
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.queries import aantallen, begin_van
from eenplan.audit.sleutels import zin
from eenplan.besluiten import mandaat
from eenplan.core.opmaak import datum, moment, tijd
from eenplan.delen import queries as delen
from eenplan.dossiers.states import Gesprekstatus
from eenplan.plannen import queries as plannen
from eenplan.teams.models import Medewerker
from eenplan.toegang import queries as toegang
from eenplan.toewijzingen import queries as toewijzingen
from eenplan.web import queries
from eenplan.web import werkregels as regels
from eenplan.web.deuren import met_open_deuren
from eenplan.web.volgorde import Band, Gewicht, Tekst, Vak, Werk, band, einde_week, op_volgorde

HOOGSTENS = 50  # more lines than this is not a day; the team page shows all
WIJZIGINGEN = 200

Bron = Callable[[Medewerker, datetime], Iterator[Werk]]


@dataclass(frozen=True)
class Lijst:
    """One block of the page. `leeg` says what it means that there is nothing in it; `daarna` waits folded away."""

    naam: str
    titel: Tekst
    regels: list[Werk]
    leeg: Tekst = ""
    slot: Tekst = ""
    daarna: tuple[Werk, ...] = ()


@dataclass(frozen=True)
class Dag:
    """The whole page. `cijfers` are counts of the log, for whoever watches over it."""

    lijsten: list[Lijst]
    aantal_huishoudens: int | None = None
    cijfers: dict[str, int] | None = None


def stel_samen(medewerker: Medewerker, op: datetime) -> Dag:
    """Put the day of this worker together from what the rights open: one question per kind, one for the rest."""
    bronnen = [
        bron for recht, tenzij, bron in BRONNEN if medewerker.mag(recht) and not (tenzij and medewerker.mag(tenzij))
    ]
    werk = [met_open_deuren(regel, medewerker) for bron in (*bronnen, _zeldzaam) for regel in bron(medewerker, op)]
    toon = [lijst for recht, lijst in _lijsten(werk, op) if lijst.regels or (lijst.leeg and medewerker.mag(recht))]
    return Dag(
        lijsten=toon if any(medewerker.mag(recht) for recht, *_rest in (*BRONNEN, *ZELDZAAM)) else [],
        aantal_huishoudens=queries.aantal_huishoudens(medewerker) if medewerker.mag(Recht.PLAN_SCHRIJVEN) else None,
        cijfers=aantallen(op.date(), op.date()) if medewerker.mag(Recht.SPOOR_INZIEN) else None,
    )


def _lijsten(werk: list[Werk], op: datetime) -> Iterator[tuple[Recht, Lijst]]:
    """Divide the lines over the blocks, each in order; the right tells who sees a block that is empty."""
    doen = op_volgorde(_van(werk, Vak.TE_DOEN), op)
    afspraken = [regel for regel in doen if regel.gewicht is Gewicht.AFSPRAAK and regel.dag == op.date()]
    eerst = [regel for regel in doen if regel not in afspraken and _is_eerst(regel, op)]
    rest = [regel for regel in doen if regel not in afspraken and regel not in eerst]
    week = [regel for regel in rest if band(regel, op) is not Band.LATER]
    later = [regel for regel in rest if band(regel, op) is Band.LATER]
    yield (
        Recht.DAG_INZIEN,
        Lijst("eerst", _("Eerst"), eerst[:HOOGSTENS], _("Niets is te laat en niets moet vandaag af.")),
    )
    yield Recht.PLAN_SCHRIJVEN, Lijst("vandaag", _("Vandaag"), afspraken, _("U hebt vandaag geen gesprekken."))
    yield (
        Recht.DAG_INZIEN,
        Lijst(
            "deze-week",
            _("Deze week"),
            week[:HOOGSTENS],
            _("Verder moet er deze week niets af."),
            _daarna(later),
            tuple(later[:HOOGSTENS]),
        ),
    )
    yield (
        Recht.REGIE_TOEWIJZEN,
        Lijst(
            "nieuw",
            _("Nieuw in het team"),
            op_volgorde(_van(werk, Vak.NIEUW), op)[:HOOGSTENS],
            _("Elk huishouden in uw team heeft een regisseur."),
        ),
    )
    yield (
        Recht.PLAN_SCHRIJVEN,
        Lijst(
            "wacht",
            _("Wacht op anderen"),
            op_volgorde(_van(werk, Vak.WACHT), op)[:HOOGSTENS],
            _("U wacht nergens op een ander."),
        ),
    )
    yield (
        Recht.PLAN_SCHRIJVEN,
        Lijst(
            "sinds",
            _("Sinds uw laatste bezoek"),
            _van(werk, Vak.GEWIJZIGD)[:HOOGSTENS],
            _("Niemand anders heeft iets gewijzigd in uw dossiers sinds u er het laatst was."),
        ),
    )
    yield (
        Recht.CONTACT_AANNEMEN,
        Lijst("contacten", _("Uw contacten van vandaag"), _van(werk, Vak.CONTACT)[:HOOGSTENS]),
    )


def _is_eerst(regel: Werk, op: datetime) -> bool:
    return regel.is_eerst or band(regel, op) in (Band.TE_LAAT, Band.VANDAAG)


def _van(werk: list[Werk], vak: Vak) -> list[Werk]:
    return [regel for regel in werk if regel.vak is vak]


def _daarna(later: list[Werk]) -> str:
    """Say in one sentence what lies beyond this week."""
    if not later:
        return ""
    tekst = ngettext(
        "Daarna nog %(n)s ding, op %(dag)s.", "Daarna nog %(n)s dingen, het eerste op %(dag)s.", len(later)
    )
    return tekst % {"n": len(later), "dag": datum(later[0].dag)}


# ------------------------------------------------------------------------------------- where the lines come from


def _termijnen(medewerker: Medewerker, op: datetime) -> Iterator[Werk]:
    for termijn in queries.mijn_termijnen(medewerker):
        if regel := regels.termijn_regel(termijn, wie=termijn.dossier.huishouden.naam, op=op):
            yield regel


def _terugbellen(medewerker: Medewerker, op: datetime) -> Iterator[Werk]:
    for verzoek in queries.terugbellen(medewerker):
        yield regels.terugbelregel(verzoek, wie=verzoek.contact.naam, voor=medewerker)


def _taken(medewerker: Medewerker, op: datetime) -> Iterator[Werk]:
    for taak in queries.mijn_taken(medewerker):
        yield regels.taakregel(taak, wie=taak.dossier.huishouden.naam, voor=medewerker, terug="dag")


def _plannen(medewerker: Medewerker, op: datetime) -> Iterator[Werk]:
    for plan in queries.mijn_plannen(medewerker):
        if regel := regels.planregel(plan, wie=plan.dossier.huishouden.naam):
            yield regel


def _gesprekken(medewerker: Medewerker, op: datetime) -> Iterator[Werk]:
    tot = begin_van(einde_week(op.date()) + timedelta(days=1))
    for gesprek in queries.mijn_gesprekken(medewerker, op=op, tot=tot):
        huishouden = gesprek.dossier.huishouden
        if gesprek.status == Gesprekstatus.GEPLAND:
            yield regels.gesprekregel(gesprek, wie=huishouden.naam, waar=str(huishouden.adres), op=op)
        else:
            yield regels.verslagregel(gesprek, wie=huishouden.naam)


def _wachtende_hulp(medewerker: Medewerker, op: datetime) -> Iterator[Werk]:
    for toewijzing in queries.mijn_wachtende_hulp(medewerker):
        yield regels.startregel(toewijzing, wie=toewijzing.dossier.huishouden.naam)


def _meldingen(medewerker: Medewerker, op: datetime) -> Iterator[Werk]:
    """Give one line per household that waits for a coordinator, and the first steps of my own meldingen."""
    gezien: set[int] = set()
    for melding in queries.meldingen_in_team(medewerker):
        wie = melding.dossier.huishouden.naam
        if melding.is_mijn:  # type: ignore[attr-defined]  # annotated by the query
            yield regels.eerste_stap(melding, wie=wie)
        elif melding.dossier_id not in gezien:
            gezien.add(melding.dossier_id)
            yield regels.oppakregel(melding, wie=wie, door=medewerker)


def _wijzigingen(medewerker: Medewerker, op: datetime) -> Iterator[Werk]:
    """Give one line per household in which somebody else did something since the worker last looked."""
    per_dossier: dict[int, list[Gebeurtenis]] = {}
    for gebeurtenis in queries.wijzigingen_door_anderen(medewerker, op)[:WIJZIGINGEN]:
        per_dossier.setdefault(gebeurtenis.dossier_id or 0, []).append(gebeurtenis)
    for dossier_id, rijen in per_dossier.items():
        aantal = ngettext("%(n)s wijziging door een ander", "%(n)s wijzigingen door anderen", len(rijen))
        yield Werk(
            wat=aantal % {"n": len(rijen)},
            wie=str(getattr(rijen[0], "huishouden", "")),
            adres=reverse("web:huishouden", args=[dossier_id]),
            vak=Vak.GEWIJZIGD,
            waarom=_("het laatst: {wat}, {wie}, {wanneer}").format(
                wat=zin(rijen[0].sleutel), wie=rijen[0].actor_naam, wanneer=moment(rijen[0].moment)
            ),
        )


def _te_bevestigen(medewerker: Medewerker, op: datetime) -> Iterator[Werk]:
    for melding in queries.te_bevestigen(medewerker)[:HOOGSTENS]:
        yield regels.bevestigregel(melding, wie=melding.dossier.huishouden.naam)


def _contacten(medewerker: Medewerker, op: datetime) -> Iterator[Werk]:
    for contact in queries.mijn_contacten(medewerker, begin_van(op.date()))[:HOOGSTENS]:
        yield Werk(
            wat=contact.get_soort_display().capitalize(),
            wie=contact.naam,
            adres=reverse("meldingen:contact", args=[contact.pk]),
            vak=Vak.CONTACT,
            waarom=_("aangenomen om {tijd}; {afloop}").format(
                tijd=tijd(contact.ontvangen_op), afloop=contact.get_afloop_display()
            ),
        )


def _te_beoordelen(medewerker: Medewerker, op: datetime) -> Iterator[Werk]:
    for plan in plannen.te_beoordelen(medewerker)[:HOOGSTENS]:
        yield regels.beoordeelregel(plan, wie=plan.dossier.huishouden.naam)


def _zonder_regisseur(medewerker: Medewerker, op: datetime) -> Iterator[Werk]:
    for dossier in queries.zonder_regisseur(medewerker)[:HOOGSTENS]:
        yield regels.zonder_regisseur_regel(dossier, wie=dossier.huishouden.naam)


def _team_te_laat(medewerker: Medewerker, op: datetime) -> Iterator[Werk]:
    for termijn in queries.termijnen_te_laat(medewerker, op)[:HOOGSTENS]:
        if regel := regels.termijn_regel(termijn, wie=termijn.dossier.huishouden.naam, op=op):
            yield regel


def _te_beslissen(medewerker: Medewerker, op: datetime) -> Iterator[Werk]:
    for aanvraag in queries.te_beslissen(medewerker)[:HOOGSTENS]:
        yield regels.besluitregel(aanvraag, wie=aanvraag.dossier.huishouden.naam)


def _toe_te_wijzen(medewerker: Medewerker, op: datetime) -> Iterator[Werk]:
    for regel in toewijzingen.te_verdelen(medewerker)[:HOOGSTENS]:
        yield regels.toewijsregel(regel, wie=regel.besluit.dossier.huishouden.naam)


def _zeldzaam(medewerker: Medewerker, op: datetime) -> Iterator[Werk]:
    """Give what is there on few days only: one question tells which of these there are, and only those are read."""
    vragen = [(vraag(medewerker, op), regel) for recht, vraag, regel in ZELDZAAM if medewerker.mag(recht)]
    if not vragen:
        return
    er_is = Medewerker.objects.filter(pk=medewerker.pk).values_list(*(Exists(rijen) for rijen, _regel in vragen)).get()
    for (rijen, regel), is_er in zip(vragen, er_is, strict=True):
        if is_er:
            yield from (regel(rij) for rij in rijen[:HOOGSTENS])


Vraag = Callable[[Medewerker, datetime], QuerySet[Any]]
Regel = Callable[[Any], Werk]
ZELDZAAM: tuple[tuple[Recht, Vraag, Regel], ...] = (
    (
        Recht.MEEWERKEN_TOESTAAN,
        lambda medewerker, _op: toegang.noodtoegang_in_mijn_dossiers(medewerker),
        lambda rij: regels.noodregel(rij, wie=rij.dossier.huishouden.naam),
    ),
    (
        Recht.MEEWERKEN_TOESTAAN,
        lambda medewerker, _op: toegang.verzoeken_in_mijn_dossiers(medewerker),
        lambda rij: regels.meewerkregel(rij, wie=rij.dossier.huishouden.naam),
    ),
    (
        Recht.NOODTOEGANG_BEOORDELEN,
        lambda medewerker, _op: toegang.te_beoordelen(medewerker),
        regels.noodoordeelregel,
    ),
    (
        Recht.GEGEVENS_DELEN,
        lambda medewerker, op: delen.loopt_af(medewerker, op.date()),
        regels.toestemmingsregel,
    ),
    (
        Recht.BESLUIT_BEOORDELEN,
        lambda medewerker, op: mandaat.voorgelegd(medewerker, op.date()),
        lambda rij: regels.voorlegregel(rij, wie=rij.dossier.huishouden.naam),
    ),
)

# Which right opens which work, unless another right already shows it in a better place.
BRONNEN: tuple[tuple[Recht, Recht | None, Bron], ...] = (
    (Recht.PLAN_SCHRIJVEN, None, _termijnen),
    (Recht.CONTACT_AANNEMEN, None, _terugbellen),
    (Recht.DOSSIER_BIJHOUDEN, None, _taken),
    (Recht.PLAN_SCHRIJVEN, None, _plannen),
    (Recht.PLAN_SCHRIJVEN, None, _gesprekken),
    (Recht.PLAN_SCHRIJVEN, None, _wachtende_hulp),
    (Recht.PLAN_SCHRIJVEN, None, _meldingen),
    (Recht.PLAN_SCHRIJVEN, None, _wijzigingen),
    (Recht.MELDING_BEVESTIGEN, Recht.PLAN_SCHRIJVEN, _te_bevestigen),
    (Recht.CONTACT_AANNEMEN, Recht.PLAN_SCHRIJVEN, _contacten),
    (Recht.PLAN_VASTSTELLEN, None, _te_beoordelen),
    (Recht.PLAN_VASTSTELLEN, Recht.PLAN_SCHRIJVEN, _zonder_regisseur),
    (Recht.PLAN_VASTSTELLEN, None, _team_te_laat),
    (Recht.BESLUIT_NEMEN, None, _te_beslissen),
    (Recht.TOEWIJZING_BIJHOUDEN, Recht.PLAN_SCHRIJVEN, _toe_te_wijzen),
)
