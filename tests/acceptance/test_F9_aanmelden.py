"""F9: signing in by the municipality's service or with a second step; sessions one can end; the BSN unreadable.

The attack list stands in tests/project/test_aanvallen.py, the passkey in tests/journeys/test_passkey.py.
"""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client

from aanmeldproef import WACHTWOORD
from eenplan.aanmelden import codes
from eenplan.aanmelden.models import Aanmeldkoppeling
from eenplan.audit.models import Gebeurtenis
from eenplan.core import klok
from eenplan.personen.bsn import persoon_met_bsn

BSN = "999900006"


@pytest.fixture(autouse=True)
def _echt(geen_demo: None) -> None:
    """Outside the demo, as a municipality works."""


def test_amina_signs_in_with_two_steps_sees_her_devices_and_signs_one_out(page, met_wachtwoord):
    eerst = page(None, "/inloggen/", data={"gebruikersnaam": "amina", "password": WACHTWOORD, "next": "/team/"})
    instellen = eerst.follow()
    geheim = "".join(instellen.tree.xpath("//main//code/text()")).replace(" ", "")
    stap = int(klok.echt_nu().timestamp()) // codes.STAP
    klaar = instellen.post({"code": codes.code(geheim, stap)}, status=200)
    papier = klaar.tree.xpath("//main//code/text()")
    assert klaar.tree.xpath("//main//a[contains(., 'bewaard')]/@href") == ["/team/"]

    tweede = page(None, "/inloggen/", data={"gebruikersnaam": "amina", "password": WACHTWOORD}).follow()
    binnen = tweede.post({"code": papier[0]})
    lijst = page(binnen.client, "/mijn-sessies/")
    assert len(lijst.tree.xpath("//tbody/tr")) == 2
    page(binnen.client, "/mijn-sessies/einde/", data={})
    page(klaar.client, "/mijn-dag/", status=302)
    page(binnen.client, "/mijn-dag/")
    sporen = set(Gebeurtenis.objects.values_list("sleutel", flat=True))
    assert {"sessie:aangemeld", "sessie:beeindigd", "account:factor_ingesteld"} <= sporen


def test_a_worker_of_the_service_gets_the_role_of_today_and_loses_it_there_first(page, boos, amina):
    client = Client()
    heen = client.get("/inloggen/dienst/")
    velden = dict(deel.split("=", 1) for deel in heen["Location"].partition("?")[2].split("&"))
    page(client, f"/inloggen/dienst/terug/?state={velden['state']}&code={velden['nonce']}", status=302)
    page(client, "/mijn-dag/")
    boos.claims = {"roles": []}
    later = Client()
    velden = dict(
        deel.split("=", 1) for deel in later.get("/inloggen/dienst/")["Location"].partition("?")[2].split("&")
    )
    page(later, f"/inloggen/dienst/terug/?state={velden['state']}&code={velden['nonce']}", status=403)
    page(client, "/mijn-dag/", status=302)
    assert Aanmeldkoppeling.objects.get().medewerker == amina


def test_the_national_number_is_found_exactly_and_read_nowhere(de_wit):
    assert persoon_met_bsn(BSN) == de_wit.sanne
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(b::text, '') FROM personen_burgerservicenummer b")
        assert BSN not in cursor.fetchone()[0]


def test_gerda_still_finds_a_resident_by_the_number(page, gerda, de_wit, settings):
    settings.DEMO = True
    gevonden = page(gerda, "/zoeken/", data={"zoek": BSN}, status=200)
    assert "Sanne de Wit" in gevonden.words
