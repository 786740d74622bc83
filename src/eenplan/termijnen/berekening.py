"""From the rows of a clock to its end date: what happened to it goes to the room `wetgeving`, which knows the law."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from eenplan.inrichting.lezen import inrichting_op
from eenplan.termijnen.models import Termijn
from eenplan.wetgeving import termijnen as wet


def bereken(
    termijn: Termijn,
    *,
    vandaag: date,
    erbij: Sequence[wet.Opschorting] = (),
    tot_en_met: date | None = None,
    weken_erbij: int = 0,
) -> wet.Termijn:
    """Derive the clock from its rows, and from what a worker considers adding. Writes nothing; may raise TermijnFout.

    A suspension without an end counts until today, or through `tot_en_met` when the worker considers ending it there.
    A norm of the municipality stays as it was reckoned on the first day.
    """
    if not termijn.is_wettelijk:
        return wet.Termijn.from_dict(termijn.afleiding)
    tot_nu = tot_en_met or vandaag
    opschortingen = [
        wet.Opschorting(rij.van, rij.tot_en_met or max(rij.van, tot_nu), rij.reden)
        for rij in termijn.opschortingen.all()
    ]
    weken = sum(verdaging.weken for verdaging in termijn.verdagingen.all()) + weken_erbij
    return wet.bereken(
        termijn.regel,
        termijn.start,
        opschortingen=[*opschortingen, *erbij],
        verdaging_weken=weken,
        verordening_weken=inrichting_op(termijn.start).weken_bij_verordening(termijn.regel, termijn.start),
    )
