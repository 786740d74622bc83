"""On which ground a worker sees what falls under another law: every pair of laws, with the article."""

import pytest

from eenplan.wetgeving.grondslag import Grondsoort, Herkomst
from eenplan.wetgeving.wetlabel import grond_voor_label

H = Herkomst
WMO_LID_4 = "artikel 5.1.1 lid 4 Wmo 2015"
GEHEIM = "artikel 7.3.11 lid 1 Jeugdwet"


@pytest.mark.artikel("AVG", "6")
@pytest.mark.artikel("Wmo 2015", "5.1.1")
@pytest.mark.artikel("Jeugdwet", "7.3.11")
@pytest.mark.artikel("Jeugdwet", "7.4.0")
@pytest.mark.artikel("Participatiewet", "64")
@pytest.mark.artikel("Wgs", "8")
@pytest.mark.parametrize(
    ("gebruik", "van", "soort", "plek"),
    [
        (H.WMO, H.JEUGDWET, Grondsoort.TOESTEMMING, WMO_LID_4),
        (H.WMO, H.PARTICIPATIEWET, Grondsoort.TOESTEMMING, WMO_LID_4),
        (H.WMO, H.WGS, Grondsoort.TOESTEMMING, WMO_LID_4),
        (H.WGS, H.JEUGDWET, Grondsoort.TOESTEMMING, GEHEIM),
        (H.PARTICIPATIEWET, H.JEUGDWET, Grondsoort.TOESTEMMING, GEHEIM),
        (H.WGS, H.WMO, Grondsoort.TAAK, "artikel 8 Wgs"),
        (H.WGS, H.PARTICIPATIEWET, Grondsoort.TAAK, "artikel 8 Wgs"),
        (H.PARTICIPATIEWET, H.WMO, Grondsoort.TAAK, "artikel 64 Participatiewet"),
        (H.PARTICIPATIEWET, H.WGS, Grondsoort.TAAK, "artikel 64 Participatiewet"),
        (H.JEUGDWET, H.WMO, Grondsoort.TAAK, "artikel 7.4.0 Jeugdwet"),
        (H.JEUGDWET, H.WGS, Grondsoort.TAAK, "artikel 7.4.0 Jeugdwet"),
        (H.JEUGDWET, H.PARTICIPATIEWET, Grondsoort.TAAK, "artikel 7.4.0 Jeugdwet"),
    ],
)
def test_each_pair_of_laws_has_one_ground(gebruik, van, soort, plek):
    grond = grond_voor_label(gebruik=gebruik, van=van)
    assert grond.soort is soort
    assert plek in grond.vindplaats


@pytest.mark.parametrize("wet", list(Herkomst))
def test_the_own_law_and_no_law_give_no_ground(wet):
    assert not grond_voor_label(gebruik=wet, van=wet).mag
    assert not grond_voor_label(gebruik=H.GEEN, van=wet).mag
    assert not grond_voor_label(gebruik=wet, van=H.GEEN).mag
