"""Op welke grond een medewerker in het team iets ziet dat onder een andere wet valt. Kent geen personen.

Toestemming alleen waar de wet haar vraagt; elders een reden die past bij een taak uit de wet.
"""

from datetime import date
from typing import Final

from eenplan.wetgeving.grondslag import Grondslag, Grondsoort, Herkomst
from eenplan.wetgeving.regels import artikel

_AVG: Final = date(2018, 5, 25)
_DECENTRALISATIE: Final = date(2015, 1, 1)
_WGS: Final = date(2021, 1, 1)
_ANDERE_WET: Final = frozenset({Herkomst.JEUGDWET, Herkomst.PARTICIPATIEWET, Herkomst.WGS})
_TAAK: Final = {
    Herkomst.JEUGDWET: ("artikel 7.4.0 Jeugdwet", "Voor de toegang tot jeugdhulp mag dit als het nodig is."),
    Herkomst.PARTICIPATIEWET: ("artikel 64 Participatiewet", "Voor werk en inkomen mag dit als het nodig is."),
    Herkomst.WGS: ("artikel 8 Wgs", "Voor schuldhulp mag dit als het nodig is."),
}


@artikel("AVG", "6", vanaf=_AVG)
@artikel("Wmo 2015", "5.1.1", vanaf=_DECENTRALISATIE)
@artikel("Jeugdwet", "7.3.11", vanaf=_DECENTRALISATIE)
@artikel("Jeugdwet", "7.4.0", vanaf=_DECENTRALISATIE)
@artikel("Participatiewet", "64", vanaf=_DECENTRALISATIE)
@artikel("Wgs", "8", vanaf=_WGS)
def grond_voor_label(*, gebruik: Herkomst, van: Herkomst) -> Grondslag:
    """De grond waarop wie onder `gebruik` werkt iets ziet dat onder de wet `van` valt.

    De Wmo gebruikt gegevens uit een andere wet alleen met toestemming; wie jeugdhulp geeft, houdt geheim wat hij weet.
    """
    if van is Herkomst.GEEN or gebruik in (van, Herkomst.GEEN):
        return Grondslag(Grondsoort.GEEN, "artikel 6 AVG", "Kies de wet waarvoor u dit nodig hebt.")
    if gebruik is Herkomst.WMO and van in _ANDERE_WET:
        uitleg = "Gegevens uit een andere wet gebruikt de Wmo alleen met toestemming."
        return Grondslag(Grondsoort.TOESTEMMING, "artikel 5.1.1 lid 4 Wmo 2015", uitleg)
    if van is Herkomst.JEUGDWET:
        uitleg = "Wie jeugdhulp geeft, houdt geheim wat hij weet: alleen met toestemming."
        return Grondslag(Grondsoort.TOESTEMMING, "artikel 7.3.11 lid 1 Jeugdwet", uitleg)
    plek, uitleg = _TAAK[gebruik]
    return Grondslag(Grondsoort.TAAK, f"artikel 6 lid 1 onder e AVG, {plek}", f"{uitleg} Schrijf op waarom.")
