"""What else there is for this household: one line per room, counted in one question for all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, DateField, Min, QuerySet, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from eenplan.access.rechten import Recht
from eenplan.adviezen import queries as adviezen
from eenplan.core import klok
from eenplan.dossiers.models import Dossier
from eenplan.evaluaties import queries as evaluaties
from eenplan.ketenpartners import opening_queries as openingen
from eenplan.ketenpartners import queries as ketenpartners
from eenplan.maatwerk import queries as maatwerk
from eenplan.metingen import queries as metingen
from eenplan.netwerk import queries as netwerk
from eenplan.overleggen import queries as overleggen
from eenplan.plannen import eigen_queries, uren_queries
from eenplan.regie import queries as regie
from eenplan.teams.models import Medewerker
from eenplan.veiligheid import meldcode_queries
from eenplan.veiligheid import queries as veiligheid
from eenplan.wachtlijsten import queries as wachtlijsten
from eenplan.web.volgorde import Tekst


@dataclass(frozen=True)
class Bron:
    """A room with something to show for a household.

    `rijen` gives what counts now for this file, within what the worker may see; `dag` is the field of its first day.
    `pagina` takes the number of the file.
    """

    titel: Tekst
    pagina: str
    recht: Recht
    rijen: Callable[[int, Medewerker], QuerySet[Any]]  # Any: each room its own rows
    dag: str = ""


def _doelen_open(dossier_id: int, voor: Medewerker) -> QuerySet[Any]:
    return openingen.nu_open(dossier_id, voor, klok.vandaag())


BRONNEN: tuple[Bron, ...] = (
    Bron(_("Overleggen"), "overleggen:overleggen", Recht.DOSSIER_INZIEN, overleggen.gepland, "moment"),
    Bron(
        _("Adviezen zonder antwoord"),
        "adviezen:adviezen",
        Recht.DOSSIER_INZIEN,
        adviezen.wachtend,
        "antwoord_uiterlijk",
    ),
    Bron(
        _("Consulten zonder antwoord"),
        "adviezen:consulten_huishouden",
        Recht.DOSSIER_INZIEN,
        adviezen.wachtende_consulten,
        "uiterlijk",
    ),
    Bron(_("Eigen plan"), "plannen:eigen_plan", Recht.DOSSIER_INZIEN, eigen_queries.eigen_plannen, "ingeleverd_op"),
    Bron(
        _("Eigen inzet boven het maximum"),
        "plannen:eigen_inzet",
        Recht.DOSSIER_INZIEN,
        uren_queries.overschrijdingen,
        "maand",
    ),
    Bron(_("Maatwerk"), "maatwerk:maatwerk", Recht.MAATWERK_INZIEN, maatwerk.wachtend, "gevraagd_op"),
    Bron(_("Opdrachten aan partners"), "ketenpartners:taken", Recht.DELING_INZIEN, ketenpartners.lopend, "uiterlijk"),
    Bron(_("Wie een doel mag zien"), "ketenpartners:openstellingen", Recht.DELING_INZIEN, _doelen_open, "tot"),
    Bron(_("Netwerk: overbelast"), "netwerk:netwerk", Recht.DOSSIER_INZIEN, netwerk.overbelast_nu, "uiterlijk"),
    Bron(_("Coördinatie: nazorg"), "regie:coordinatie", Recht.DOSSIER_INZIEN, regie.open_nazorg, "uiterlijk"),
    Bron(_("Veiligheid"), "veiligheid:veiligheid", Recht.DOSSIER_INZIEN, veiligheid.te_herzien, "herzien_op"),
    Bron(_("Meldcode"), "veiligheid:bij_huishouden", Recht.MELDCODE_BIJHOUDEN, meldcode_queries.open_bij, "volgen_op"),
    Bron(_("Metingen per leefgebied"), "metingen:metingen", Recht.DOSSIER_INZIEN, metingen.te_herhalen),
    Bron(_("Terugkijken op doelen"), "evaluaties:evaluatie", Recht.PLAN_INZIEN, evaluaties.te_evalueren, "volgende"),
    Bron(_("Wat de inwoner ervan vindt"), "evaluaties:ervaringen", Recht.DOSSIER_INZIEN, evaluaties.ervaringen),
    Bron(_("Wachten"), "wachtlijsten:wachten", Recht.DOSSIER_INZIEN, wachtlijsten.wachtend, "herzien_op"),
)


@dataclass(frozen=True)
class Blok:
    """One line on the page: how much there is, and the first day that counts."""

    titel: Tekst
    adres: str
    aantal: int
    eerste_dag: date | None


def blokken(dossier: Dossier, voor: Medewerker) -> list[Blok]:
    """Give the line of every room that this worker may open for this file: one question for all."""
    bronnen = [bron for bron in BRONNEN if voor.bereik(bron.recht).omvat(dossier)]
    if not bronnen:
        return []
    eerste, *overige = (_telling(nummer, bron, dossier.pk, voor) for nummer, bron in enumerate(bronnen))
    geteld = {nummer: (aantal, dag) for nummer, aantal, dag in eerste.union(*overige, all=True)}
    return [
        Blok(bron.titel, reverse(bron.pagina, args=[dossier.pk]), *geteld.get(nummer, (0, None)))
        for nummer, bron in enumerate(bronnen)
    ]


def _telling(nummer: int, bron: Bron, dossier_id: int, voor: Medewerker) -> QuerySet[Any, Any]:
    """Count the rows of one room and find their first day, as one row."""
    rijen: QuerySet[Any, Any] = bron.rijen(dossier_id, voor).order_by().annotate(bron=Value(nummer))
    dag = Cast(Min(bron.dag), DateField()) if bron.dag else Value(None, output_field=DateField())
    telling: QuerySet[Any, Any] = (
        rijen.values("bron").annotate(aantal=Count("pk"), eerste=dag).values_list("bron", "aantal", "eerste")
    )
    return telling
