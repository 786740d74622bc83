"""The stories of the cast, told by hand: what Amina, Bram, Chantal, Farid, Daan and Gerda find on their desks."""

from __future__ import annotations

from eenplan.demo.stad import Stad
from eenplan.demo.verhalen import (
    bakker,
    balie,
    bouali,
    de_groot,
    de_wit,
    el_idrissi,
    haddad,
    hendriks,
    jansen,
    kowalski,
    nieuwe_gezinnen,
    overleg,
    partners,
    post,
    postma,
    ramdin,
    van_dijk,
    vertrouwen,
    warsame,
    yilmaz,
)
from eenplan.demo.verhalen.verteller import Verteller

# In the order of the houses on Lindelaan; De Wit lives on number 4.
VERHALEN = (
    bakker,
    yilmaz,
    el_idrissi,
    de_wit,
    jansen,
    bouali,
    de_groot,
    warsame,
    kowalski,
    hendriks,
    ramdin,
    van_dijk,
    postma,
    post,
    haddad,
    balie,
    nieuwe_gezinnen,
    vertrouwen,
    partners,
    overleg,
)


def vertel(stad: Stad) -> None:
    """Tell every story."""
    verteller = Verteller(stad)
    for verhaal in VERHALEN:
        verhaal.vertel(verteller)
