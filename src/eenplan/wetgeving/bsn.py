"""Het burgerservicenummer: de elfproef en de vorm van negen cijfers. Een afgekeurd nummer komt nergens terug."""

from datetime import date
from typing import Final

from eenplan.wetgeving.regels import artikel

GEWICHTEN: Final = (9, 8, 7, 6, 5, 4, 3, 2, -1)
NULLEN: Final = "000000000"  # slaagt voor de elfproef maar is geen nummer van een mens
TESTREEKS: Final = "9999"  # de openbare testgevallen van BRP en iStandaarden gebruiken deze reeks
_STELSEL_2015: Final = date(2015, 1, 1)


class BsnFout(ValueError):  # noqa: N818 - a Dutch noun says it
    """Geen geldig burgerservicenummer; de boodschap noemt het nummer nooit."""


@artikel("Wmo 2015", "5.2.9", vanaf=_STELSEL_2015)
@artikel("Jeugdwet", "7.2.1", vanaf=_STELSEL_2015)
def is_bsn(nummer: str) -> bool:
    """Of dit acht of negen cijfers zijn die aan de elfproef voldoen, en niet allemaal nul."""
    if not (nummer.isascii() and nummer.isdigit() and len(nummer) in (8, 9)):
        return False
    cijfers = nummer.zfill(9)
    som = sum(gewicht * int(cijfer) for gewicht, cijfer in zip(GEWICHTEN, cijfers, strict=True))
    return cijfers != NULLEN and som % 11 == 0


@artikel("Wmo 2015", "5.2.9", vanaf=_STELSEL_2015)
@artikel("Jeugdwet", "7.2.1", vanaf=_STELSEL_2015)
def bsn(invoer: str) -> str:
    """Het nummer in negen cijfers; spaties, punten en streepjes uit de invoer vallen weg."""
    nummer = "".join(teken for teken in invoer if teken not in " .-\u00a0")
    if not is_bsn(nummer):
        raise BsnFout("Dit is geen geldig burgerservicenummer: vul de negen cijfers nog eens in.")
    return nummer.zfill(9)


@artikel("Wmo 2015", "5.2.9", vanaf=_STELSEL_2015)
def is_testbsn(nummer: str) -> bool:
    """Of dit een nummer uit de testreeks 9999… is; zo'n nummer hoort niet bij een inwoner."""
    return is_bsn(nummer) and nummer.zfill(9).startswith(TESTREEKS)
