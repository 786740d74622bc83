"""Whose consent counts today for sharing about one resident: the table of custody and age, with names.

It guesses nobody: unknown custody, or nobody appointed, is a refusal with what to do first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from eenplan.core.errors import NietMogelijk
from eenplan.core.vertaling import vertaald
from eenplan.delen.keuzes import Hoedanigheid
from eenplan.personen.gezin import WieBeslist, wie_beslist
from eenplan.personen.models import Persoon
from eenplan.wetgeving.gezagsoorten import Besluitsoort, Wie


@dataclass(frozen=True)
class Gever:
    """Somebody whose consent is needed; an organisation that decides has a name and no person."""

    naam: str
    hoedanigheid: Hoedanigheid
    persoon: Persoon | None = None


@dataclass(frozen=True)
class Gevers:
    """All whose consent is needed together, and the reason the law gives."""

    allen: tuple[Gever, ...]
    reden: str


def gevers(persoon: Persoon, dag: date) -> Gevers:
    """Give everybody who must consent on this day. Raises NietMogelijk when that must be found out first."""
    beslist = wie_beslist(persoon, Besluitsoort.DELEN, dag)
    partijen = beslist.regel.stemt_toe
    if beslist.is_uitzoeken or not partijen:
        raise NietMogelijk(vertaald(beslist.regel.reden))
    if Wie.NAASTE in partijen:
        raise NietMogelijk(
            _(
                "Deze inwoner kan dit niet zelf wegen en heeft geen benoemde vertegenwoordiger. Zonder mentor of "
                "curator kan niemand toestemming geven; bespreek of mentorschap nodig is."
            )
        )
    zelf = [Gever(persoon.naam, Hoedanigheid.ZELF, persoon)] if Wie.ZELF in partijen else []
    if zelf and Wie.GEZAG not in partijen:
        return Gevers(tuple(zelf), vertaald(beslist.regel.reden))  # who can decide decides, whoever else may as well
    return Gevers((*zelf, *_namens(persoon, beslist)), vertaald(beslist.regel.reden))


def _namens(persoon: Persoon, beslist: WieBeslist) -> list[Gever]:
    """Give who decides for, or along with, the resident: holders of custody, or the representative."""
    als = Hoedanigheid.GEZAG if Wie.GEZAG in beslist.regel.stemt_toe else Hoedanigheid.VERTEGENWOORDIGER
    nummers = [pk for pk in beslist.toestemming_van if pk != persoon.pk]
    mensen = Persoon.objects.in_bulk(nummers)
    gevonden = [Gever(mensen[pk].naam, als, mensen[pk]) for pk in nummers]
    begin = tuple(gever.naam for gever in gevonden)
    over = beslist.stemt_toe[1:] if Wie.ZELF in beslist.regel.stemt_toe else beslist.stemt_toe
    return gevonden + [Gever(naam, als) for naam in over if not begin or not naam.startswith(begin)]
