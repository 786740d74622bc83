"""What every page shows of the way through the program: the menu by right, and the bar of the demo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from eenplan.access.rechten import Recht
from eenplan.core import klok
from eenplan.teams.models import Medewerker


@dataclass(frozen=True)
class Menupunt:
    """One line of the menu. `toets` are the keys that lead there."""

    titel: str | Promise
    adres: str
    toets: str
    huidig: bool


_TOEGANG = (
    "/betrokkenheid/",
    "/meewerken/",
    "/noodtoegang/",
    "/noodtoegangen/",
    "/dossieronderzoeken/",
    "/eigen-dossiers/",
)

_COORDINATIE = ("/nazorg/", "/waakvlam/", "/einddata/", "/achterwacht/")

# Title, name of the address, keys, the right that shows it, and the other addresses that belong to it.
_MENU: tuple[tuple[str | Promise, str, str, Recht, tuple[str, ...]], ...] = (
    (_("Mijn dag"), "web:dag", "g d", Recht.DAG_INZIEN, ()),
    (_("Aannemen"), "web:aannemen", "g n", Recht.CONTACT_AANNEMEN, ("/contacten/",)),
    (_("Huishoudens"), "web:zoek", "g h", Recht.HUISHOUDEN_VINDEN, ("/huishoudens/",)),
    (_("Team"), "web:team", "g t", Recht.TEAM_INZIEN, ()),
    (_("Meldcodes"), "veiligheid:meldcodes", "g k", Recht.MELDCODE_INZIEN, ()),
    (_("Coördinatie"), "regie:uitzonderingen", "g y", Recht.TEAM_INZIEN, _COORDINATIE),
    (_("Meedenken"), "adviezen:consulten", "g f", Recht.CONSULT_BEANTWOORDEN, ("/casusbesprekingen/",)),
    (_("Aanbod"), "aanbod:aanbod", "g a", Recht.AANBOD_INZIEN, ()),
    (_("Wachtlijst"), "wachtlijsten:wachtlijst", "g q", Recht.WACHTLIJST_INZIEN, ("/wachtplekken/",)),
    (_("Mijn taken"), "toegang:mijn_taken", "g m", Recht.TAAK_UITVOEREN, ()),
    (_("Mijn opdrachten"), "ketenpartners:mijn_opdrachten", "g j", Recht.PARTNERTAAK_UITVOEREN, ()),
    (_("Mijn doelen"), "ketenpartners:mijn_doelen", "", Recht.EIGEN_DOELEN_INZIEN, ()),
    (_("Cijfers"), "web:cijfers", "g c", Recht.CIJFERS_INZIEN, ()),
    (_("Toegang"), "toegang:mijn_toegang", "g o", Recht.TOEGANG_INZIEN, _TOEGANG),
    (_("Dubbelen"), "personen:dubbelen", "g u", Recht.PERSONEN_SAMENVOEGEN, ()),
    (_("Mandaten"), "besluiten:mandaten", "g e", Recht.MANDAAT_INZIEN, ("/waarneming/",)),
    (_("Verzoeken van anderen"), "delen:informatieverzoeken", "g i", Recht.GEGEVENS_DELEN, ("/delingen/",)),
    (_("Samenwerkingen"), "delen:samenwerkingen", "g s", Recht.SAMENWERKING_BEHEREN, ()),
    (_("Logboek"), "audit:spoor", "g l", Recht.SPOOR_INZIEN, ()),
    (_("Verzoeken"), "privacy:verzoeken", "g v", Recht.VERZOEK_VOLGEN, ()),
    (_("Aanmelden van medewerkers"), "aanmelden:beheer", "g w", Recht.AANMELDEN_BEHEREN, ()),
    (_("Werkwijze"), "werkwijzen:overzicht", "g z", Recht.WERKWIJZE_INZIEN, ("/werkwijzevoorstellen/",)),
    (_("Medewerkers van partners"), "ketenpartners:partnermedewerkers", "g x", Recht.PARTNERMEDEWERKER_BEHEREN, ()),
    (_("Bewaren"), "privacy:bewaren", "g b", Recht.VERNIETIGING_BEHEREN, ("/voorstellen/",)),
    (
        _("Registers"),
        "registers:overzicht",
        "g r",
        Recht.REGISTERS_BIJHOUDEN,
        ("/effectbeoordelingen/", "/datalekken/"),
    ),
)


def navigatie(request: HttpRequest) -> dict[str, Any]:  # Any: the names of a template
    """Give the menu of the worker, whether there is a search box, and the day of the demo."""
    user = getattr(request, "user", None)
    medewerker = user if isinstance(user, Medewerker) else None
    return {
        "navigatie": _menu(medewerker, request.path) if medewerker else [],
        "toon_zoek": medewerker is not None and medewerker.mag(Recht.HUISHOUDEN_VINDEN),
        "noodbalk": getattr(request, "noodtoegang", None),
        "demo_dag": klok.vandaag() if settings.DEMO else None,
        "demo_verzet": settings.DEMO and klok.vandaag() != klok.echte_vandaag(),
    }


def beginpagina(medewerker: Medewerker) -> str:
    """Give the address where a worker begins: the first of the menu, for not everybody has a day to plan."""
    return next((punt.adres for punt in _menu(medewerker, "")), reverse("web:dag"))


def _menu(medewerker: Medewerker, pad: str) -> list[Menupunt]:
    punten = [(titel, reverse(naam), toets, meer) for titel, naam, toets, recht, meer in _MENU if medewerker.mag(recht)]
    return [
        Menupunt(titel, adres, toets, any(pad.startswith(begin) for begin in (adres, *meer)))
        for titel, adres, toets, meer in punten
    ]
