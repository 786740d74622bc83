"""Gerda's own desk: a call that is still open, and a promise that she made herself."""

from __future__ import annotations

from eenplan.demo.testnummers import mobiel
from eenplan.demo.verhalen.verteller import Verteller
from eenplan.meldingen.actions import Gespreksvraag, handel_af_met_terugbellen, neem_contact_aan
from eenplan.meldingen.models import Contactsoort, Kanaal


def vertel(v: Verteller) -> None:
    """Tell what was left on the desk yesterday."""
    rng = v.stad.opdracht.dobbelstenen("balie")
    neem_contact_aan(
        Gespreksvraag(
            naam="Een buurvrouw uit de Berkenhof",
            vraag="De gordijnen bij mijn buurman zijn al drie dagen dicht. Ik wil mijn naam er niet bij hebben.",
            telefoon=mobiel(rng),
        ),
        by=v.wie.gerda,
        at=v.toen(1, 16, 20),
    )
    handel_af_met_terugbellen(
        Gespreksvraag(
            naam="Karin Prins",
            vraag="Kan ik ergens terecht met vragen over mantelzorg voor mijn vader? Hij woont in een andere gemeente.",
            soort=Contactsoort.INFORMATIE,
            kanaal=Kanaal.EMAIL,
            telefoon=mobiel(rng),
        ),
        voor=v.wie.gerda,
        beloofd_op=v.straks(0, 11, 30),
        by=v.wie.gerda,
        at=v.toen(1, 14),
    )
