"""The dry run: which open cases behave differently from the day on which a version would hold. It only reads.

Numbers of files and nothing else: whoever keeps the configuration may not see whose they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Protocol

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from eenplan.besluiten.models import Aanvraag
from eenplan.besluiten.states import Besluitstatus
from eenplan.core.opmaak import datum_kort
from eenplan.dossiers.models import Casus, Dossier
from eenplan.dossiers.queries import visible_to
from eenplan.dossiers.states import Dossierstatus
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import op_proef
from eenplan.inrichting.model import Inrichting
from eenplan.meldingen.models import Afloop, Contact, Melding
from eenplan.meldingen.states import Meldingstatus
from eenplan.plannen.models import Analyse, Doel, Inzet
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker, Team
from eenplan.toewijzingen.doorlooptijd import NAMEN, Oordeel, Stap
from eenplan.toewijzingen.queries import doorlopen

WIJKTEAM = "wijkteam"
LOPENDE_PLANNEN = (Planstatus.CONCEPT, Planstatus.AANGEBODEN, Planstatus.VASTGESTELD)
Nummers = dict[int, int]  # the number of the case → the number of its file


class MetCode(Protocol):
    """A line of a list that has a code and a name."""

    @property
    def code(self) -> str: ...
    @property
    def naam(self) -> str: ...


@dataclass(frozen=True)
class Zaak:
    """One case that behaves differently: its number, its file, and whether this worker may open that file."""

    nummer: int
    dossier_id: int
    mag_openen: bool


@dataclass(frozen=True)
class Gevolg:
    """One thing that becomes different. `is_fout` is a mistake in the version itself, with no case behind it."""

    wat: str
    uitleg: str
    soort: str = ""
    nummers: tuple[tuple[int, int], ...] = ()
    is_fout: bool = False

    @property
    def aantal(self) -> int:
        return len(self.nummers)


def gevolgen(oud: Inrichting, nieuw: Inrichting, dag: date) -> list[Gevolg]:
    """Give everything we can compute, what is wrong first."""
    delen: Iterable[Callable[[Inrichting, Inrichting, date], Iterable[Gevolg]]] = (
        _teams,
        _routes,
        _normen,
        _eerste_stappen,
        _treden,
        _leefgebieden,
        _beschikkingsvrij,
        _sluiten,
        _toelating,
        _groepen,
        _ingangen,
    )
    return sorted(chain.from_iterable(deel(oud, nieuw, dag) for deel in delen), key=lambda rij: not rij.is_fout)


def zaken(gevolg: Gevolg, medewerker: Medewerker, hoogstens: int) -> list[Zaak]:
    """Give the cases of one line as far as they are shown, with which of them this worker may open."""
    rijen = gevolg.nummers[:hoogstens]
    open_ = set(visible_to(medewerker).filter(pk__in={rij[1] for rij in rijen}).values_list("pk", flat=True))
    return [Zaak(nummer, dossier_id, dossier_id in open_) for nummer, dossier_id in rijen]


def _gevolg(wat: str, uitleg: str, soort: str, nummers: Nummers) -> Iterator[Gevolg]:
    if nummers:
        yield Gevolg(wat, uitleg, soort, tuple(sorted(nummers.items())))


def _open_meldingen(**velden: object) -> QuerySet[Melding]:
    return Melding.objects.filter(**velden).exclude(status=Meldingstatus.AFGESLOTEN)


def _teams(_oud: Inrichting, nieuw: Inrichting, _dag: date) -> Iterator[Gevolg]:
    """A team that is named but does not exist: the line would do nothing."""
    genoemd = {vraag.team: _("een extra vraag") for vraag in nieuw.extra_vragen}
    genoemd |= {route.naar: _("een route") for route in nieuw.routes if route.naar != WIJKTEAM}
    genoemd |= {regel.team: _("een rol bij het aanmelden") for regel in nieuw.oidc_rollen if regel.team}
    bekend = set(Team.objects.values_list("naam", flat=True))
    for naam in sorted(genoemd.keys() - bekend):
        uitleg = _("De werkwijze noemt dit team bij {waar}. Maak het team eerst, of verbeter de naam.")
        yield Gevolg(
            _("Het team {naam} bestaat niet").format(naam=naam), uitleg.format(waar=genoemd[naam]), is_fout=True
        )


def _routes(oud: Inrichting, nieuw: Inrichting, dag: date) -> Iterator[Gevolg]:
    """A melding keeps the route of the day it came in; this counts how many would go elsewhere if it came in later."""
    begin = sorted({dag, *(route.vanaf for route in (*oud.routes, *nieuw.routes) if route.vanaf > dag)})
    for wet in Wet:
        anders = next((op for op in begin if oud.route(wet, op).naar != nieuw.route(wet, op).naar), None)
        if anders is None:
            continue
        naar, was = nieuw.route(wet, anders).naar, oud.route(wet, anders).naar
        nummers = dict(_open_meldingen(wet=wet).values_list("pk", "dossier_id"))
        wat = _("{wet}: vanaf {dag} naar {naar} in plaats van {was}").format(
            wet=wet.label, dag=datum_kort(anders), naar=naar, was=was
        )
        uitleg = _("Wat al binnen is, blijft bij het eigen team. Zo veel open meldingen zouden dan anders zijn gegaan.")
        yield Gevolg(wat, uitleg, _("melding"), tuple(sorted(nummers.items())))


def _normen(oud: Inrichting, nieuw: Inrichting, dag: date) -> Iterator[Gevolg]:
    """Ask the program itself, once with each configuration, which step of which file is late on the day."""
    if oud.normen == nieuw.normen:
        return
    dossiers = list(Dossier.objects.exclude(status=Dossierstatus.GESLOTEN).values_list("pk", flat=True))
    voor, na = (_te_laat(regels, dossiers, dag) for regels in (oud, nieuw))
    uitleg = _("Gerekend met de normen van de gemeente op {dag}; de termijnen van de wet veranderen niet.").format(
        dag=datum_kort(dag)
    )
    for stap in Stap:
        naam, was, wordt = str(NAMEN[stap]), voor.get(stap, set()), na.get(stap, set())
        erbij, eraf = ({nummer: nummer for nummer in deel} for deel in (wordt - was, was - wordt))
        yield from _gevolg(_("{stap}: wordt te laat").format(stap=naam), uitleg, _("dossier"), erbij)
        yield from _gevolg(_("{stap}: is niet meer te laat").format(stap=naam), uitleg, _("dossier"), eraf)


def _te_laat(regels: Inrichting, dossiers: list[int], dag: date) -> dict[Stap, set[int]]:
    """Give the files whose present step is late under this configuration."""
    gevonden: dict[Stap, set[int]] = {}
    with op_proef(regels):
        for dossier_id, wegen in doorlopen(dossiers, op=dag).items():
            for weg in wegen:
                if weg.nu and weg.nu.oordeel == Oordeel.TE_LAAT:
                    gevonden.setdefault(weg.nu.stap, set()).add(dossier_id)
    return gevonden


def _eerste_stappen(oud: Inrichting, nieuw: Inrichting, dag: date) -> Iterator[Gevolg]:
    """The confirmation of receipt has a norm of its own."""
    rijen = Melding.objects.filter(status=Meldingstatus.ONTVANGEN).values_list("pk", "dossier_id", "ontvangen_op")

    def laat(regels: Inrichting) -> Nummers:
        return {nr: dossier for nr, dossier, op in rijen if op + timedelta(days=regels.bevestiging_dagen) < dag}

    voor, na = laat(oud), laat(nieuw)
    uitleg = _("De norm voor de ontvangstbevestiging wordt {dagen} dagen.").format(dagen=nieuw.bevestiging_dagen)
    erbij = {nr: dossier for nr, dossier in na.items() if nr not in voor}
    eraf = {nr: dossier for nr, dossier in voor.items() if nr not in na}
    yield from _gevolg(_("Ontvangstbevestiging: wordt te laat"), uitleg, _("melding"), erbij)
    yield from _gevolg(_("Ontvangstbevestiging: is niet meer te laat"), uitleg, _("melding"), eraf)


def _treden(oud: Inrichting, nieuw: Inrichting, _dag: date) -> Iterator[Gevolg]:
    uitleg = _("Deze plannen houden de oude trede. Kies bij een nieuwe versie van het plan een trede die er is.")
    for trede in _weg(oud.treden, nieuw.treden):
        rijen = Inzet.objects.filter(trede=trede.code, doel__plan__status__in=LOPENDE_PLANNEN)
        nummers = dict(rijen.values_list("doel__plan_id", "doel__plan__dossier_id"))
        yield from _gevolg(_("De trede {naam} vervalt").format(naam=trede.naam), uitleg, _("plan"), nummers)


def _leefgebieden(oud: Inrichting, nieuw: Inrichting, _dag: date) -> Iterator[Gevolg]:
    uitleg = _("Wat hierover is geschreven blijft staan, maar staat bij een volgende versie niet meer op de lijst.")
    for gebied in _weg(oud.leefgebieden, nieuw.leefgebieden):
        in_plan = Q(plan__status__in=LOPENDE_PLANNEN, leefgebied=gebied.code)
        nummers = dict(
            chain(
                Doel.objects.filter(in_plan).values_list("plan_id", "plan__dossier_id"),
                Analyse.objects.filter(in_plan).values_list("plan_id", "plan__dossier_id"),
            )
        )
        wat = _("Het leefgebied {naam} vervalt").format(naam=gebied.naam)
        yield from _gevolg(wat, uitleg, _("plan"), nummers)
        casussen = Casus.objects.filter(leefgebied=gebied.code, gesloten_op__isnull=True)
        yield from _gevolg(wat, uitleg, _("casus"), dict(casussen.values_list("pk", "dossier_id")))


def _weg(oud: Iterable[MetCode], nieuw: Iterable[MetCode]) -> list[MetCode]:
    """Give the lines whose code is no longer there."""
    blijft = {rij.code for rij in nieuw}
    return [rij for rij in oud if rij.code not in blijft]


def _beschikkingsvrij(oud: Inrichting, nieuw: Inrichting, _dag: date) -> Iterator[Gevolg]:
    """An application is judged by the day it came in, so only a line that reaches back touches what is open now."""
    rijen = Aanvraag.objects.exclude(besluit__status=Besluitstatus.GENOMEN)
    brief: Nummers = {}
    besluit: Nummers = {}
    for nummer, dossier_id, wet, op in rijen.values_list("pk", "dossier_id", "wet", "ontvangen_op"):
        voor, na = oud.is_beschikkingsvrij(wet, op), nieuw.is_beschikkingsvrij(wet, op)
        if voor != na:
            (brief if na else besluit)[nummer] = dossier_id
    uitleg = _("De regel kijkt naar de dag waarop de aanvraag binnenkwam. De inwoner mag altijd om een besluit vragen.")
    yield from _gevolg(_("Krijgt een brief in plaats van een besluit"), uitleg, _("aanvraag"), brief)
    yield from _gevolg(_("Krijgt weer een besluit in plaats van een brief"), uitleg, _("aanvraag"), besluit)


def _sluiten(oud: Inrichting, nieuw: Inrichting, dag: date) -> Iterator[Gevolg]:
    regels = {
        "regisseur": _("de regisseur sluit het dossier"),
        "gezamenlijk": _("twee medewerkers besluiten samen dat het dossier sluit"),
        "slapend": _("een dossier sluit niet, het wordt slapend"),
    }
    was, wordt = oud.sluitregel(dag), nieuw.sluitregel(dag)
    if was != wordt:
        rijen = Dossier.objects.exclude(status=Dossierstatus.GESLOTEN).values_list("pk", "pk")
        uitleg = _("Nu: {was}.").format(was=regels[was])
        yield Gevolg(_("Voortaan: {wordt}").format(wordt=regels[wordt]), uitleg, _("dossier"), tuple(sorted(rijen)))


def _toelating(oud: Inrichting, nieuw: Inrichting, dag: date) -> Iterator[Gevolg]:
    was, wordt = oud.toelating(dag), nieuw.toelating(dag)
    if was == wordt or (was and wordt and (was.leefgebieden, was.samen) == (wordt.leefgebieden, wordt.samen)):
        return
    rijen = _open_meldingen(status__in=(Meldingstatus.ONTVANGEN, Meldingstatus.BEVESTIGD))
    nummers = dict(rijen.values_list("pk", "dossier_id"))
    if wordt is None:
        wat = _("Er is geen besluit over toelating meer nodig")
    else:
        wat = _("Toelating vraagt ten minste {aantal} leefgebieden").format(aantal=wordt.leefgebieden)
    yield Gevolg(wat, _("Zo veel meldingen zijn nog niet in onderzoek."), _("melding"), tuple(sorted(nummers.items())))


def _groepen(oud: Inrichting, nieuw: Inrichting, _dag: date) -> Iterator[Gevolg]:
    uitleg = _("Bij deze meldingen blijft de oude groep als code staan; de aanpak staat er niet meer bij.")
    for groep in _weg(oud.klantgroepen, nieuw.klantgroepen):
        rijen = _open_meldingen(contact__verheldering__klantgroep=groep.code)
        nummers = dict(rijen.values_list("pk", "dossier_id"))
        yield from _gevolg(_("De groep {naam} vervalt").format(naam=groep.naam), uitleg, _("melding"), nummers)


def _ingangen(oud: Inrichting, nieuw: Inrichting, _dag: date) -> Iterator[Gevolg]:
    """Whoever ends a call that is still open chooses a way in that is left."""
    for kanaal in _kanalen(oud) - _kanalen(nieuw):
        rijen = Contact.objects.filter(kanaal=kanaal, afloop=Afloop.OPEN).values_list("pk", "huishouden_id")
        nummers = {nummer: dossier_id or 0 for nummer, dossier_id in rijen}
        wat = _("De ingang {kanaal} wordt niet meer aangeboden").format(kanaal=oud.kanaal_naam(kanaal))
        yield Gevolg(
            wat,
            _("Wie een open contact afrondt, kiest dan een ingang die er nog is."),
            _("contact"),
            tuple(sorted(nummers.items())),
        )


def _kanalen(regels: Inrichting) -> set[str]:
    return set(regels.kanalen)
