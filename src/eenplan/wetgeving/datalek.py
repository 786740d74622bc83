"""Binnen hoeveel uur een datalek gemeld moet zijn. Het zijn klokuren: ook weekend en feestdag tellen."""

from datetime import UTC, date, datetime, timedelta
from typing import Final

from eenplan.wetgeving.regels import artikel

MELDTERMIJN: Final = timedelta(hours=72)
_AVG: Final = date(2018, 5, 25)


@artikel("AVG", "33 lid 1", vanaf=_AVG)
def uiterste_melding(kennisname: datetime) -> datetime:
    """Het moment waarop 72 uur na de kennisname voorbij zijn. Later melden mag alleen met de reden erbij.

    Voor `kennisname` met een tijdzone tellen echte uren, ook over de zomertijd heen.
    """
    if kennisname.tzinfo is None:
        raise ValueError("De kennisname heeft een tijdzone nodig.")
    return (kennisname.astimezone(UTC) + MELDTERMIJN).astimezone(kennisname.tzinfo)
