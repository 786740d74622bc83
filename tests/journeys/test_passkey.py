"""A passkey in a real browser: made on the worker's own page, asked for at the next sign-in, and no axe finding."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

WACHTWOORD = "vier paarden in de regen"


@pytest.fixture(scope="module")
def bram_met_wachtwoord(server: str, worker_id: str) -> None:
    """Give Bram a password; in the demo nobody has one."""
    script = (
        "from eenplan.teams.models import Medewerker\n"
        "bram = Medewerker.objects.get(gebruikersnaam='bram')\n"
        f"bram.set_password({WACHTWOORD!r})\nbram.save()\n"
    )
    elders = {} if os.environ.get("EENPLAN_JOURNEYS_AT") else {"EENPLAN_DB": f"eenplan_journeys_{worker_id}"}
    omgeving = os.environ | elders | {"DJANGO_SETTINGS_MODULE": "eenplan.project.settings"}
    opdracht = [sys.executable, "-m", "eenplan.project.cli", "shell", "-c", script]
    subprocess.run(opdracht, env=omgeving, check=True, capture_output=True, timeout=60)


def geef_sleutel(page: Page) -> None:
    """Put a security key in this browser that says yes to whatever it is asked."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    opties = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": opties})


def naar_tweede_stap(page: Page) -> None:
    page.goto("/inloggen/")
    page.get_by_label("Gebruikersnaam").fill("bram")
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()


def test_bram_makes_a_passkey_and_signs_in_with_it_and_nobody_else_does(
    browser_page: Callable[..., Page], bram_met_wachtwoord: None, check_axe: Callable[[Page], None]
) -> None:
    page = browser_page(None)
    geef_sleutel(page)
    naar_tweede_stap(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("Bram|Goede|Maandag|dag", re.IGNORECASE))

    page.goto("/mijn-beveiliging/passkey/")
    check_axe(page)
    page.get_by_label("Naam van deze passkey").fill("werklaptop")
    page.get_by_label("Uw wachtwoord").fill(WACHTWOORD)
    page.get_by_role("button", name="Passkey maken").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw herstelcodes")
    check_axe(page)
    page.get_by_role("link", name="Ik heb ze bewaard").click()
    expect(page.get_by_text("Passkey: werklaptop")).to_be_visible()
    check_axe(page)

    for adres in ("/mijn-sessies/", "/mijn-beveiliging/app/", "/mijn-beveiliging/wachtwoord/"):
        page.goto(adres)
        check_axe(page)

    page.context.clear_cookies()
    naar_tweede_stap(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Tweede stap van inloggen")
    check_axe(page)
    page.get_by_role("button", name="Verder met een passkey").press("Enter")
    page.wait_for_url("**/mijn-dag/")

    page.goto("/mijn-sessies/")
    expect(page.get_by_text("wachtwoord en een passkey")).to_be_visible()

    elders = browser_page(None)
    geef_sleutel(elders)
    naar_tweede_stap(elders)
    elders.get_by_role("button", name="Verder met een passkey").click()
    expect(elders.locator("[data-passkey-bericht]")).to_contain_text("geen bevestiging")
    expect(elders.get_by_text("we versturen dit")).to_have_count(0)
