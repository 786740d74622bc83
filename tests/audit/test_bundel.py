"""Many acts at once leave the same trail as one by one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction

from eenplan.audit.actions import gebundeld, record, record_eens_per_dag
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from personas import MAANDAG


def test_bundled_events_are_written_at_the_end_in_their_order(amina, de_wit):
    with transaction.atomic(), gebundeld():
        record(Sleutel.DOSSIER_GEOPEND, de_wit.huishouden, by=amina, at=MAANDAG)
        record(Sleutel.NOTITIE_GESCHREVEN, de_wit.huishouden, by=amina, at=MAANDAG, toelichting="kort")
        assert not Gebeurtenis.objects.filter(actor_id=amina.pk).exists()
    rijen = Gebeurtenis.objects.filter(actor_id=amina.pk).order_by("pk")
    assert [rij.sleutel for rij in rijen] == [Sleutel.DOSSIER_GEOPEND, Sleutel.NOTITIE_GESCHREVEN]
    assert rijen[1].detail.toelichting == "kort"


def test_a_bundle_that_fails_leaves_no_trace(amina, de_wit):
    def mislukt():
        with transaction.atomic(), gebundeld():
            record(Sleutel.DOSSIER_GEOPEND, de_wit.huishouden, by=amina, at=MAANDAG)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        mislukt()
    assert not Gebeurtenis.objects.filter(actor_id=amina.pk).exists()
    record(Sleutel.DOSSIER_GEOPEND, de_wit.huishouden, by=amina, at=MAANDAG)
    assert Gebeurtenis.objects.filter(actor_id=amina.pk).count() == 1


@pytest.mark.parametrize("is_gebundeld", [False, True])
def test_an_event_of_which_one_a_day_is_enough_is_written_once_a_day(amina, de_wit, is_gebundeld):
    def bewaar_vaak():
        for minuten in (0, 5, 9):
            op = MAANDAG + timedelta(minutes=minuten)
            record_eens_per_dag(Sleutel.PLAN_GEWIJZIGD, de_wit.huishouden, by=amina, at=op)
        record_eens_per_dag(Sleutel.PLAN_GEWIJZIGD, de_wit.huishouden, by=amina, at=MAANDAG + timedelta(days=1))

    if is_gebundeld:
        with transaction.atomic(), gebundeld():
            bewaar_vaak()
    else:
        bewaar_vaak()
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.PLAN_GEWIJZIGD).count() == 2
