"""From what was collected to what goes out: withheld passages are replaced, then paper, data and letters in one file.

Pure: it decides nothing. Whatever was not judged "show" is withheld.
"""

from __future__ import annotations

import copy
import io
import json
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, Final

from eenplan.brieven.model import Brief
from eenplan.privacy.brief import WEGGELATEN
from eenplan.privacy.models import Passage
from eenplan.privacy.verzamelen import BIJLAGE

Pdf = Callable[[Brief], bytes]
EINDE: Final = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "text/plain": "txt",
}


def zonder_anderen(inhoud: dict[str, Any], passages: Iterable[Passage]) -> dict[str, Any]:
    """Give the extract with every withheld passage replaced, and every withheld paper left out."""
    weg: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.is_vast or passage.is_tonen is not True:
            weg[passage.onderdeel, passage.rij].append(passage)
    schoon = copy.deepcopy(inhoud)
    for onderdeel in schoon["onderdelen"]:
        for rij in onderdeel["rijen"]:
            rij["velden"] = _zonder(rij["velden"], weg.get((onderdeel["soort"], rij["rij"]), []))
    schoon["bijlagen"] = [stuk for stuk in schoon["bijlagen"] if (BIJLAGE, str(stuk["document"])) not in weg]
    return schoon


def _zonder(velden: list[list[str]], weg: list[Passage]) -> list[list[str]]:
    if any(not passage.veld for passage in weg):
        return [["weggelaten", "Dit onderdeel", WEGGELATEN]]
    nieuw = []
    for naam, kop, waarde in velden:
        stukken = [passage for passage in weg if passage.veld == naam]
        nieuw.append([naam, kop, _weg_uit(waarde, stukken)])
    return nieuw


def _weg_uit(waarde: str, stukken: list[Passage]) -> str:
    """Replace from the back, so that what comes before keeps its place; stretches that touch are one."""
    randen: list[list[int]] = []
    for stuk in sorted(stukken, key=lambda stuk: stuk.begin):
        if randen and stuk.begin <= randen[-1][1]:
            randen[-1][1] = max(randen[-1][1], stuk.einde)
        else:
            randen.append([stuk.begin, stuk.einde])
    for begin, einde in reversed(randen):
        regel = "\n" if waarde[begin:einde].endswith("\n") else ""
        ruimte = " " if begin and not waarde[begin - 1].isspace() else ""
        waarde = f"{waarde[:begin]}{ruimte}{WEGGELATEN}{regel}{waarde[einde:]}"
    return waarde


def als_json(gegevens: dict[str, Any]) -> bytes:
    """Give the extract as data that another program can read (AVG 15 lid 3)."""
    onderdelen = [
        {
            "onderdeel": onderdeel["kop"],
            "gegevens": [{kop: waarde for _naam, kop, waarde in rij["velden"]} for rij in onderdeel["rijen"]],
        }
        for onderdeel in gegevens["onderdelen"]
    ]
    inhoud = {
        "naam": gegevens["naam"],
        "verzameld_op": gegevens["verzameld_op"],
        "onderdelen": onderdelen,
        "bijlagen": [{"nummer": stuk["nummer"], "titel": stuk["titel"]} for stuk in gegevens["bijlagen"]],
    }
    return json.dumps(inhoud, ensure_ascii=False, indent=2).encode()


def pak_in(paper: bytes, data: bytes, stukken: Iterable[tuple[int, str, bytes]]) -> bytes:
    """Put paper, data and letters in one file; their names hold numbers only."""
    bestand = io.BytesIO()
    with zipfile.ZipFile(bestand, "w", zipfile.ZIP_DEFLATED) as pak:
        pak.writestr("gegevens.pdf", paper)
        pak.writestr("gegevens.json", data)
        for nummer, soort, inhoud in stukken:
            pak.writestr(f"bijlagen/{nummer:03}.{EINDE.get(soort, 'bin')}", inhoud)
    return bestand.getvalue()
