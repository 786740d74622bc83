"""The JSON Schema of the configuration, made from the types: what an editor checks while one types."""

from __future__ import annotations

import json
import types
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from typing import Any, Union, get_args, get_origin, get_type_hints

from eenplan.inrichting.lezen import plaatsen
from eenplan.inrichting.model import Inrichting

_SOORTEN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
}
_ANDERS = {"werkuren": ("van", "tot")}  # one value in the program, two keys in the file


def schema() -> dict[str, Any]:
    """Give the schema of one complete file. Any: a schema is a table of tables."""
    soorten = get_type_hints(Inrichting)
    tafels: dict[str, dict[str, Any]] = {}
    verplicht: list[str] = []
    for veld, proef in plaatsen().items():
        tafel, _, sleutel = proef.plaats.partition(".")
        if proef.nodig and _is_nodig(veld) and tafel not in verplicht:
            verplicht.append(tafel)
        if veld in _ANDERS:
            tafels[tafel] = _tabel(dict.fromkeys(_ANDERS[veld], _SOORTEN[int]), [])
        elif sleutel:
            eigen = tafels.setdefault(tafel, _tabel({}, []))
            eigen["properties"][sleutel] = _SOORTEN[str] if veld == "ankers" else vorm(soorten[veld])
            eigen["required"] += [sleutel] if _is_nodig(veld) else []
        else:
            tafels[tafel] = vorm(soorten[veld])
    begin = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Inrichting van Eenplan"}
    return begin | _tabel(dict(sorted(tafels.items())), sorted(verplicht))


def _is_nodig(veld: str) -> bool:
    rij = Inrichting.__dataclass_fields__[veld]
    return rij.default is MISSING and rij.default_factory is MISSING


def _tabel(eigenschappen: dict[str, Any], verplicht: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": eigenschappen, "required": verplicht, "additionalProperties": False}


def vorm(soort: Any) -> dict[str, Any]:  # noqa: ANN401 - a type
    """Give the schema of one type."""
    if get_origin(soort) in (Union, types.UnionType):
        return vorm(next(deel for deel in get_args(soort) if deel is not types.NoneType))
    if is_dataclass(soort) and isinstance(soort, type):
        soorten = get_type_hints(soort)
        nodig = [veld.name for veld in fields(soort) if veld.default is MISSING and veld.default_factory is MISSING]
        return _tabel({veld.name: vorm(soorten[veld.name]) for veld in fields(soort)}, nodig)
    if get_origin(soort) is tuple:
        return {"type": "array", "items": vorm(get_args(soort)[0])}
    if get_origin(soort) is dict:
        return {"type": "object", "additionalProperties": vorm(get_args(soort)[1])}
    return _SOORTEN[soort]


def als_tekst() -> str:
    """Give the schema as it is kept in docs/inrichting.schema.json."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
