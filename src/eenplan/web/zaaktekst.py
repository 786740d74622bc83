"""Words in the case text: notes and meldingen of the files a worker may read, in one question to the database."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.contrib.postgres.search import SearchHeadline, SearchQuery
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import TruncDate
from django.utils.translation import gettext as _

from eenplan.access.aanraking import raak_aan
from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk
from eenplan.core.klok import AMSTERDAM
from eenplan.dossiers.models import Notitie
from eenplan.meldingen.models import Melding
from eenplan.teams.models import Medewerker

AANTAL: Final = 5
KORTSTE_WOORD: Final = 4  # shorter words are in every note
BEGIN, EINDE = "\u0002", "\u0003"  # marks that no text holds, so that a snippet needs no HTML of its own
TEAM: Final = "dossier__huishouden__team"


@dataclass(frozen=True)
class Tekstvondst:
    """A place in a file where the words stand. `stukken` are (text, is it a word that was sought)."""

    dossier_id: int
    huishouden: str
    soort: str
    op: date
    stukken: tuple[tuple[str, bool], ...]
    melding_id: int | None = None


def zoek_in_zaaktekst(medewerker: Medewerker, tekst: str) -> list[Tekstvondst]:
    """Find the words in notes and meldingen, the latest first; nothing outside the files one may read."""
    bereik = medewerker.bereik(Recht.DOSSIER_INZIEN)
    vraag = _vraag(tekst)
    if not bereik or vraag is None:
        return []
    notities = Notitie.objects.annotate(op=TruncDate("geschreven_op", tzinfo=AMSTERDAM))
    meldingen = Melding.objects.annotate(op=F("ontvangen_op"))
    notities = beperk(notities.filter(woorden=vraag), bereik, TEAM, wet="wet")
    meldingen = beperk(meldingen.filter(woorden=vraag), bereik, TEAM, wet="wet")
    rijen = _rijen(notities, "tekst", "notitie", vraag).union(
        _rijen(meldingen, "omschrijving", "melding", vraag), all=True
    )
    vondsten = [_vondst(rij) for rij in rijen.order_by("-op", "-pk")[:AANTAL]]
    raak_aan(vondst.dossier_id for vondst in vondsten)
    return vondsten


def _vraag(tekst: str) -> SearchQuery | None:
    """Ask for all words; the last one may still be half typed. Numbers and short words are for finding people."""
    woorden = [woord for woord in re.findall(r"[^\W\d_]+", tekst) if len(woord) >= KORTSTE_WOORD]
    if not woorden:
        return None
    return SearchQuery(" & ".join([*woorden[:-1], f"{woorden[-1]}:*"]), config="dutch", search_type="raw")


def _rijen(rijen: QuerySet, veld: str, soort: str, vraag: SearchQuery) -> QuerySet:  # type: ignore[type-arg]
    """Give the latest places with their snippet; cutting the snippet is dear, so only for what is shown."""
    fragment = SearchHeadline(veld, vraag, config="dutch", start_sel=BEGIN, stop_sel=EINDE, max_words=28, min_words=16)
    rijen = rijen.order_by("-op", "-pk").annotate(soort=Value(soort, CharField()), fragment=fragment)
    return rijen.values("pk", "op", "soort", "fragment", "dossier_id", naam=F("dossier__huishouden__naam"))[:AANTAL]


def _vondst(rij: dict[str, object]) -> Tekstvondst:
    is_melding = rij["soort"] == "melding"
    return Tekstvondst(
        dossier_id=int(str(rij["dossier_id"])),
        huishouden=str(rij["naam"]),
        soort=_("Melding") if is_melding else _("Notitie"),
        op=rij["op"],  # type: ignore[arg-type]
        stukken=_stukken(str(rij["fragment"])),
        melding_id=int(str(rij["pk"])) if is_melding else None,
    )


def _stukken(fragment: str) -> tuple[tuple[str, bool], ...]:
    delen: list[tuple[str, bool]] = []
    for deel in fragment.split(BEGIN):
        gezocht, einde, rest = deel.partition(EINDE)
        delen += [(gezocht, True), (rest, False)] if einde else [(deel, False)]
    return tuple((tekst, is_gezocht) for tekst, is_gezocht in delen if tekst)
