"""The organisations that Zonnedaal shares with, as the privacy officer recorded them; one agreement has ended."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from eenplan.delen.actions import NieuweSamenwerking, beeindig_samenwerking, leg_samenwerking_vast
from eenplan.demo.kalender import Kalender, om, werkdag_vanaf
from eenplan.demo.personeel import Personeel

_TAAK, _TOESTEMMING = "artikel 6 lid 1 onder e", "artikel 6 lid 1 onder a"


class _Partner(NamedTuple):
    """One line of the register."""

    naam: str
    soort: str
    rol: str
    artikel_avg: str
    artikel_nationaal: str
    doelen: tuple[str, ...]
    categorieen: tuple[str, ...]


_PARTNERS: Final = (
    _Partner("Thuiszorg De Brug", "aanbieder", "geeft hulp in huis en begeleiding", _TAAK, "artikel 5.2.1 Wmo 2015",
     ("wmo",), ("contact", "hulpvraag", "plan", "voorzieningen")),
    _Partner("Jeugdhulp Zonnestraal", "aanbieder", "geeft jeugdhulp", _TAAK, "artikel 7.4.0 Jeugdwet",
     ("jeugdhulp",), ("contact", "hulpvraag", "plan", "voorzieningen", "gezondheid", "veiligheid")),
    _Partner("Werk en Inkomen Zonnedaal", "werk_en_inkomen", "beslist over uitkering en werk", _TAAK,
     "artikel 64 Participatiewet", ("inkomen", "schuldhulp"), ("contact", "plan", "financien")),
    _Partner("Woningbouw Zonnedaal", "schuldeiser", "treft regelingen voor huurschuld", _TAAK, "artikel 8 Wgs",
     ("schuldhulp",), ("contact", "financien")),
    _Partner("Zilveren Zorg", "zorgverzekeraar", "betaalt zorg uit de zorgverzekering", _TOESTEMMING,
     "artikel 5.1.1 lid 5 Wmo 2015", ("zorg",), ("contact", "hulpvraag", "gezondheid")),
    _Partner("Basisschool De Regenboog", "onderwijs", "geeft onderwijs en denkt mee over een kind", _TOESTEMMING,
     "artikel 7.3.11 Jeugdwet", ("onderwijs",), ("contact", "plan")),
    _Partner("Veilig Thuis Zonnedaal", "veilig_thuis", "onderzoekt een vermoeden van geweld of mishandeling", _TAAK,
     "artikel 5.2.6 Wmo 2015", ("veiligheid",), ("contact", "hulpvraag", "veiligheid")),
)  # fmt: skip


_OUD: Final = _Partner(
    "Buurtmaatjes Noord", "overig", "koppelt vrijwilligers aan bewoners", _TOESTEMMING, "geen wet, met toestemming",
    ("welzijn",), ("contact", "hulpvraag"),
)  # fmt: skip


def leg_samenwerkingen_vast(personeel: Personeel, kalender: Kalender) -> None:
    """Fill the register from the first day of the history on."""
    begin = werkdag_vanaf(kalender.begin)
    for nummer, partner in enumerate(_PARTNERS, 1):
        leg_samenwerking_vast(_overeenkomst(partner, nummer, begin), by=personeel.els, at=om(begin, 10))
    oud = _overeenkomst(_OUD, len(_PARTNERS) + 1, begin)
    samenwerking = leg_samenwerking_vast(oud, by=personeel.els, at=om(begin, 10))
    einde = werkdag_vanaf(begin + timedelta(days=180))
    beeindig_samenwerking(samenwerking, tot=einde, reden="De subsidie is gestopt.", by=personeel.els, at=om(einde, 10))


def _overeenkomst(partner: _Partner, nummer: int, vanaf: date) -> NieuweSamenwerking:
    return NieuweSamenwerking(
        **partner._asdict(),
        overeenkomst=f"OV-{vanaf.year}-{nummer:02}",
        contactpersoon="Servicebureau samenwerking",
        adres=f"Postbus {100 + nummer}, 1230 AC Zonnedaal",
        vanaf=vanaf,
    )
