"""What is already known of a household while a report is written, so that nobody asks it twice.

Higher rooms add their own source when they start (`bron`); this room knows none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from eenplan.core.opmaak import leeftijd
from eenplan.dossiers import queries
from eenplan.dossiers.models import Dossier
from eenplan.personen.queries import leden
from eenplan.teams.models import Medewerker


@dataclass(frozen=True)
class Feit:
    """One known fact: the words that may be taken over, where they come from, and since when they are known."""

    groep: str
    tekst: str
    herkomst: str
    op: date | datetime | None = None
    adres: str = ""


Bron = Callable[[Medewerker, Dossier, date], Iterable[Feit]]

_BRONNEN: Final[list[Bron]] = []


def bron(functie: Bron) -> Bron:
    """Add a source of facts; each room does so once, when the program starts.

    The source added last comes first: the higher the room, the nearer it is to what goes on now.
    """
    if functie not in _BRONNEN:
        _BRONNEN.insert(0, functie)
    return functie


def bekende_feiten(medewerker: Medewerker, dossier: Dossier, op: date) -> list[tuple[str, list[Feit]]]:
    """Give what this worker may know of the household on a day, by group, in the order of the sources."""
    groepen: dict[str, list[Feit]] = {}
    for functie in _BRONNEN:
        for feit in functie(medewerker, dossier, op):
            groepen.setdefault(feit.groep, []).append(feit)
    return list(groepen.items())


@bron
def leden_van_het_huishouden(medewerker: Medewerker, dossier: Dossier, op: date) -> Iterable[Feit]:
    """Who lives there, how old, in which role."""
    for lid in leden(dossier.huishouden):
        geboren = lid.persoon.geboortedatum
        jaren = f" ({leeftijd(geboren, op)})" if geboren else ""
        tekst = f"{lid.persoon.naam}{jaren}, {lid.get_rol_display()}"
        yield Feit(_("Wie er wonen"), tekst, _("inschrijving van het huishouden"), lid.vanaf)


@bron
def eerdere_verslagen(medewerker: Medewerker, dossier: Dossier, op: date) -> Iterable[Feit]:
    """What the latest reports say, each with every remark of the resident: the two are never shown apart."""
    for verslag in queries.verstuurde_verslagen(dossier.pk, medewerker):
        dag = verslag.gesprek.begint_op
        groep = _("Eerder besproken")
        adres = reverse("dossiers:verslag", args=[verslag.gesprek_id])
        for onderwerp, tekst in queries.geschreven(verslag):
            yield Feit(groep, tekst, _("verslag, %(kop)s") % {"kop": onderwerp.kop}, dag, adres)
        for reactie in verslag.reacties.all():
            soort = reactie.get_soort_display()
            woorden = f"{soort}: “{reactie.tekst}”" if reactie.tekst else soort
            yield Feit(
                groep, woorden, _("reactie van %(naam)s") % {"naam": reactie.persoon.naam}, reactie.ontvangen_op, adres
            )
