"""The file as it was read: which of its keys are known, whether each value fits its type, and where a fault stands."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from eenplan.inrichting.bestanden import OngeldigeInrichting

T = TypeVar("T")

# Any: a document holds values of every type.
NAMEN: dict[Any, str] = {
    str: "een tekst tussen aanhalingstekens",
    int: "een heel getal zonder aanhalingstekens",
    bool: "true of false",
    date: "een datum, geschreven als 2027-01-31 zonder aanhalingstekens",
}


class Document(dict[str, Any]):
    """A table of the file that remembers which keys were asked; what nobody asked is unknown."""

    def __init__(self, inhoud: dict[str, Any], plaats: str = "") -> None:
        super().__init__({sleutel: _verpak(waarde, _plak(plaats, sleutel)) for sleutel, waarde in inhoud.items()})
        self._plaats, self._gevraagd = plaats, set[str]()

    def __getitem__(self, sleutel: str) -> Any:  # noqa: ANN401
        self._gevraagd.add(sleutel)
        if sleutel not in self:
            raise OngeldigeInrichting(f"{_plak(self._plaats, sleutel)}: dit ontbreekt")
        return super().__getitem__(sleutel)

    def get(self, sleutel: str, anders: Any = None) -> Any:  # noqa: ANN401
        """Give the value, or the other one when the file does not say."""
        self._gevraagd.add(sleutel)
        return super().get(sleutel, anders)

    def __iter__(self) -> Iterator[str]:  # so that dict(document) asks every key
        return super().__iter__()

    def weiger_onbekend(self) -> None:
        """Raise OngeldigeInrichting for a key that nobody asked for."""
        for vreemd in self._onbekend():
            raise OngeldigeInrichting(f"{vreemd}: dit kent Eenplan niet")

    def _onbekend(self) -> Iterator[str]:
        for sleutel in self:
            waarde = super().__getitem__(sleutel)
            if sleutel not in self._gevraagd:
                yield _plak(self._plaats, sleutel)
            elif isinstance(waarde, Document):
                yield from waarde._onbekend()  # noqa: SLF001 - of its own class


def _verpak(waarde: Any, plaats: str) -> Any:  # noqa: ANN401
    return Document(waarde, plaats) if isinstance(waarde, dict) else waarde


def _plak(plaats: str, sleutel: str) -> str:
    return f"{plaats}.{sleutel}" if plaats else sleutel


def pas(waarde: Any, soort: Any, plaats: str) -> Any:  # noqa: ANN401
    """Give the value in its type (a list becomes a tuple, a table its class). Raises OngeldigeInrichting."""
    if get_origin(soort) in (Union, types.UnionType):
        echte = [deel for deel in get_args(soort) if deel is not types.NoneType]
        return None if waarde is None else pas(waarde, echte[0], plaats)
    if is_dataclass(soort) and isinstance(soort, type):
        return waarde if isinstance(waarde, soort) else maak(soort, waarde, plaats)
    if get_origin(soort) is tuple:
        return _pas_rij(waarde, get_args(soort), plaats)
    if get_origin(soort) is dict:
        return {sleutel: pas(deel, get_args(soort)[1], _plak(plaats, sleutel)) for sleutel, deel in waarde.items()}
    if type(waarde) is not soort:  # exactly: true is no number, and a moment is no day
        raise OngeldigeInrichting(f"{plaats}: hier hoort {NAMEN[soort]}")
    return waarde


def _pas_rij(waarde: Any, soorten: tuple[Any, ...], plaats: str) -> tuple[Any, ...]:  # noqa: ANN401
    if not isinstance(waarde, (list, tuple)):
        raise OngeldigeInrichting(f"{plaats}: hier hoort een lijst tussen [ en ]")
    vast = soorten if soorten[-1] is not Ellipsis else (soorten[0],) * len(waarde)
    if len(vast) != len(waarde):
        raise OngeldigeInrichting(f"{plaats}: hier horen {len(vast)} waarden")
    return tuple(
        pas(deel, soort, f"{plaats} {nummer}") for nummer, (deel, soort) in enumerate(zip(waarde, vast, strict=True), 1)
    )


def maak(soort: type[T], regel: Any, plaats: str) -> T:  # noqa: ANN401
    """Make one line of the file into its class. Raises OngeldigeInrichting for what is unknown, missing or amiss."""
    if not isinstance(regel, dict):
        raise OngeldigeInrichting(f"{plaats}: hier hoort een tabel")
    soorten = get_type_hints(soort)
    bekend = [veld.name for veld in fields(soort)]  # type: ignore[arg-type]
    if vreemd := sorted(set(regel) - set(bekend)):
        raise OngeldigeInrichting(f"{_plak(plaats, vreemd[0])}: onbekend veld{_bedoeld(vreemd[0], bekend)}")
    waarden = {naam: pas(regel[naam], soorten[naam], _plak(plaats, naam)) for naam in regel}
    try:
        return soort(**waarden)
    except TypeError as fout:
        ontbreekt = [naam for naam in re.findall(r"'(\w+)'", str(fout)) if naam in bekend]
        raise OngeldigeInrichting(f"{plaats}: {', '.join(ontbreekt) or fout} ontbreekt") from fout


def _bedoeld(vreemd: str, bekend: Sequence[str]) -> str:
    dichtbij = get_close_matches(vreemd, bekend, 1)
    return f"; bedoelt u {dichtbij[0]}?" if dichtbij else f"; hier mag staan: {', '.join(bekend)}"


def regelnummer(tekst: str, zin: str) -> int | None:
    """Find the line of the file that a sentence is about: `route 3.vanaf: …`, `bevestiging.dagen: …`, `norm: …`."""
    gelezen = re.match(r"([a-z_]+)(?: (\d+))?(?:\.([\w-]+))?", zin)
    if gelezen is None:
        return None
    tafel, nummer, sleutel = gelezen[1], int(gelezen[2] or 1), gelezen[3]
    koppen = [nr for nr, regel in enumerate(tekst.splitlines(), 1) if _kop(regel) == tafel]
    if len(koppen) < nummer:
        return None
    return _regel_in_tafel(tekst, koppen[nummer - 1], sleutel) if sleutel else koppen[nummer - 1]


def _kop(regel: str) -> str:
    gelezen = re.match(r"\s*\[{1,2}\s*([\w.-]+)\s*\]", regel)
    return gelezen[1] if gelezen else ""


def _regel_in_tafel(tekst: str, kop: int, sleutel: str) -> int:
    for nummer, regel in enumerate(tekst.splitlines()[kop:], kop + 1):
        if _kop(regel):
            break
        if re.match(rf"\s*{re.escape(sleutel)}\s*=", regel):
            return nummer
    return kop


class Proef:
    """Stands for a value of the file while the schema is made: it tells where each value comes from."""

    def __init__(self, plaats: str = "", soort: Any = None, *, nodig: bool = True) -> None:  # noqa: ANN401
        self.plaats, self.soort, self.nodig = plaats, soort, nodig

    def __getitem__(self, sleutel: str) -> Proef:
        return Proef(_plak(self.plaats, sleutel))

    def get(self, sleutel: str, anders: Any = None) -> Proef:  # noqa: ANN401 - as a dictionary has it
        """Give what stands for a value that may be left out."""
        return Proef(_plak(self.plaats, sleutel), nodig=False)

    def keys(self) -> list[str]:
        return ["*"]

    def __iter__(self) -> Iterator[Proef]:
        yield self

    def van(self, soort: Any) -> Any:  # noqa: ANN401 - stands for a value of that type
        """Say of which type it is."""
        return Proef(self.plaats, soort, nodig=self.nodig)


def passend(gelezen: T, plaatsen: dict[str, Proef]) -> T:
    """See that each field of the configuration has its type. Raises OngeldigeInrichting with the place in the file."""
    soorten = get_type_hints(type(gelezen))
    for veld in fields(gelezen):  # type: ignore[arg-type]
        waarde = pas(getattr(gelezen, veld.name), soorten[veld.name], plaatsen[veld.name].plaats)
        object.__setattr__(gelezen, veld.name, waarde)  # a list becomes a tuple, so that nobody can change it
    return gelezen


def eerste_proef(waarde: Any) -> Proef:  # noqa: ANN401 - a Proef, or a row or table of them
    """Give the place of a value; of a row that the file spreads over keys, and of a table, the one around them."""
    if isinstance(waarde, Proef):
        return waarde
    deel: Proef = next(iter(waarde.values())) if isinstance(waarde, dict) else waarde[0]
    if isinstance(waarde, tuple) and len(waarde) == 1:
        return deel
    return Proef(deel.plaats.rpartition(".")[0], nodig=deel.nodig)
