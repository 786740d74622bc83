"""The demo's register of collaborations says with whom Zonnedaal shares, and remembers what ended."""

from eenplan.delen import queries
from eenplan.demo.kalender import Kalender
from eenplan.demo.personeel import Personeel
from eenplan.demo.samenwerkingen import leg_samenwerkingen_vast
from personas import MAANDAG


def test_the_register_is_full_and_one_agreement_has_ended(els):
    leg_samenwerkingen_vast(Personeel(cast={"els": els}), Kalender(MAANDAG.date()))
    lopend = queries.lopende_samenwerkingen(MAANDAG.date())
    assert lopend.count() == queries.samenwerkingen().count() - 1 == 7
    for samenwerking in lopend:
        for doel in samenwerking.doelen:
            assert any(
                queries.grond_van(samenwerking, herkomst=wet, doel=doel).mag
                for wet in ("wmo", "jeugdwet", "participatiewet", "wgs")
            ), f"{samenwerking} may never get anything"
