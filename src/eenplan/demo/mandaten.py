"""The register of mandates of Zonnedaal: entered by the functional administrator, confirmed by a manager.

The limits were raised once, so that the register of an earlier day shows something else.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from eenplan.access.rechten import Rol
from eenplan.besluiten.mandaat_actions import (
    Mandaattekst,
    beeindig_mandaat,
    bevestig_mandaat,
    regel_waarneming,
    voer_mandaat_in,
)
from eenplan.besluiten.models import Mandaat
from eenplan.demo.kalender import Kalender, om, werkdag_vanaf, werkdag_voor
from eenplan.demo.personeel import Personeel
from eenplan.inrichting.lezen import inrichting

BACKOFFICE_EERST: Final = 200_000
BACKOFFICE: Final = 250_000
TEAMMANAGER: Final = 500_000
VERHOOGD_NA: Final = 365  # days after the first day of the history


def leg_mandaten_vast(personeel: Personeel, kalender: Kalender) -> None:
    """Fill the register from the first day of the history on, and let Daan replace the head of department next week."""
    register = _Register(personeel)
    eerst = register.lijn(_begin(kalender.begin), rol=Rol.BACKOFFICE, max_per_maand_cent=BACKOFFICE_EERST)
    register.lijn(_begin(kalender.begin), rol=Rol.MANAGER, max_per_maand_cent=TEAMMANAGER, mag_afwijken=True)
    register.lijn(_begin(kalender.begin), medewerker=personeel.hoofd, mag_afwijken=True)
    verhoogd_op = _begin(date.fromordinal(kalender.begin.toordinal() + VERHOOGD_NA))
    beeindig_mandaat(
        eerst, tot=verhoogd_op.date(), reden="Hogere grens voor de backoffice", by=personeel.ineke, at=verhoogd_op
    )
    register.lijn(verhoogd_op, rol=Rol.BACKOFFICE, max_per_maand_cent=BACKOFFICE)
    regel_waarneming(
        personeel.hoofd,
        personeel.daan,
        vanaf=kalender.over(4),
        tot=kalender.over(9),
        reden="Verlof",
        by=personeel.farid,
        at=om(kalender.gisteren, 11),
    )


def _begin(dag: date) -> datetime:
    """Give a moment before anybody decides anything on the first working day from this day on."""
    return om(werkdag_vanaf(dag), 0, 30)


class _Register:
    """Enters and confirms lines of one mandaatbesluit."""

    def __init__(self, personeel: Personeel) -> None:
        self._wie = personeel

    def lijn(self, op: datetime, **velden: Any) -> Mandaat:  # noqa: ANN401 - the fields of a Mandaattekst
        """Enter a line and have it confirmed at a moment, on which it begins to hold."""
        tekst = Mandaattekst(
            namens=inrichting().gemeente.college,
            grondslag=f"Mandaatbesluit sociaal domein {op.year}",
            grondslag_datum=werkdag_voor(op.date()),
            vanaf=op.date(),
            mag_afwijzen=True,
            **velden,
        )
        mandaat = voer_mandaat_in(tekst, by=self._wie.ineke, at=op)
        bevestig_mandaat(mandaat, by=self._wie.farid, at=op)
        return mandaat
