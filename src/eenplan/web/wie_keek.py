"""Who looked at this file, for its residents: a page to look at together and a letter to give along (G4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.audit.wie_keek import Blik, wie_keek
from eenplan.brieven.model import Alinea, Brief, Deel, Kop, Lijst, Tabel
from eenplan.brieven.pdf import maak_pdf
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, pagina
from eenplan.core.opmaak import datum_voluit, vastgelegd
from eenplan.dossiers import queries as dossiers
from eenplan.dossiers.models import Dossier
from eenplan.inrichting.lezen import inrichting
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van
from eenplan.web.forms import PeriodeForm
from eenplan.wetgeving.datums import zonder_weekdag

STANDAARD: Final = timedelta(days=90)
_NOODREDEN = re.compile(r"^(noodtoegang): [^(]*")


@dataclass(frozen=True)
class Bezoek:
    """One worker on one day, in the words that a resident reads."""

    wie: str
    rol: str
    waarvoor: str
    delen: tuple[str, ...]
    aantal: int


@dataclass(frozen=True)
class Dag:
    """Everybody who looked on one day."""

    dag: date
    bezoeken: list[Bezoek]


def dagen(dossier_id: int, van: date, tot: date) -> list[Dag]:
    """Give the days with who looked, the latest first; with names only where the municipality chose so."""
    met_naam = inrichting().inzage_log_namen
    blikken = wie_keek(dossier_id, van, tot)
    return [Dag(dag, [_bezoek(blik, met_naam) for blik in rij]) for dag, rij in groupby(blikken, lambda blik: blik.dag)]


def _bezoek(blik: Blik, met_naam: bool) -> Bezoek:
    # Why the glass was broken may put somebody else in danger; that it was broken is told.
    rol = _NOODREDEN.sub(r"\1 ", blik.rol) or "medewerker"
    wie = blik.naam if met_naam else rol
    return Bezoek(wie, rol, blik.waarvoor, tuple(vastgelegd(deel) for deel in blik.delen), blik.aantal)


@requires(Recht.DOSSIER_INZIEN)
@require_safe
def overzicht(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who looked in a period, as the resident may read it."""
    medewerker, nu = medewerker_van(request), klok.nu()
    dossier = get_object_or_404(dossiers.visible_to(medewerker), pk=pk)
    form = _periode(request, nu.date())
    record(Sleutel.WIE_KEEK_INGEZIEN, dossier, by=medewerker, at=nu)
    inhoud: dict[str, object] = {"dossier": dossier, "form": form, "dagen": [], "vraag": ""}
    if not form.is_valid():
        return pagina(request, "web/wie_keek.html", inhoud, status=ONVOLLEDIG)
    van, tot = form.van_tot()
    inhoud |= {"dagen": dagen(pk, van, tot), "vraag": form.als_vraag(), "met_namen": inrichting().inzage_log_namen}
    return pagina(request, "web/wie_keek.html", inhoud)


@requires(Recht.DOSSIER_INZIEN)
@require_safe
def brief(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the same as a letter, to hand over."""
    medewerker, nu = medewerker_van(request), klok.nu()
    dossier = get_object_or_404(dossiers.visible_to(medewerker), pk=pk)
    form = _periode(request, nu.date())
    if not form.is_valid():
        return pagina(request, "web/wie_keek.html", {"dossier": dossier, "form": form, "dagen": []}, status=ONVOLLEDIG)
    record(Sleutel.WIE_KEEK_BRIEF, dossier, by=medewerker, at=nu)
    van, tot = form.van_tot()
    pdf = maak_pdf(schrijf_brief(dossier, dagen(pk, van, tot), van=van, tot=tot, door=medewerker, op=nu.date()))
    antwoord = HttpResponse(pdf, content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="{_kenmerk(dossier)}.pdf"'
    return antwoord


def _periode(request: HttpRequest, vandaag: date) -> PeriodeForm:
    standaard = {"van": vandaag - STANDAARD, "tot_en_met": vandaag}
    return PeriodeForm(standaard | {naam: waarde for naam, waarde in request.GET.items() if waarde})


def _kenmerk(dossier: Dossier) -> str:
    return f"WK-{dossier.pk:06}"


def schrijf_brief(dossier: Dossier, bezocht: list[Dag], *, van: date, tot: date, door: Medewerker, op: date) -> Brief:
    """Write the letter in plain Dutch. It carries no address: handed over, it never shows where somebody lives."""
    gemeente, naam = inrichting().gemeente, dossier.huishouden.naam
    return Brief(
        titel="Wie keek in uw dossier",
        kenmerk=_kenmerk(dossier),
        datum=op,
        naam=naam,
        adresregels=(),
        aanhef=f"Beste {naam},",
        delen=tuple(_delen(bezocht, van, tot)),
        ondertekenaar=door.naam,
        functie=door.functie,
        onderwerp="Wie keek in uw dossier",
        namens=gemeente.college,
        behandelaar=door.naam,
        telefoon=door.telefoon or dossier.huishouden.team.telefoon,
    )


def _delen(bezocht: list[Dag], van: date, tot: date) -> Iterator[Deel]:
    tot_en_met = tot - timedelta(days=1)
    yield Alinea(
        f"U leest hier wie van {zonder_weekdag(van)} tot en met {zonder_weekdag(tot_en_met)} in uw dossier keek. "
        "U leest ook waarom. Elke keer dat iemand uw dossier opent, schrijft de computer dat op."
    )
    if not bezocht:
        yield Alinea("In deze tijd keek niemand in uw dossier.")
    for dag in bezocht:
        yield Kop(f"{datum_voluit(dag.dag).capitalize()} {dag.dag.year}")
        rijen = tuple((rij.wie, rij.rol, rij.waarvoor, ", ".join(rij.delen)) for rij in dag.bezoeken)
        yield Tabel("Wie er keek", ("Wie", "In welke rol", "Waarvoor", "Wat"), rijen)
    yield Kop("Wat u kunt doen")
    yield Lijst(
        (
            "Begrijpt u niet waarom iemand keek? Vraag het aan uw regisseur.",
            "Denkt u dat iemand keek die dat niet mocht? Zeg het ons. Wij zoeken het uit en u krijgt antwoord.",
            "Wilt u al uw gegevens zien? U mag er altijd om vragen.",
        )
    )
