"""Take the pictures of the manual: the same town, the same day and the same stories, seen by the cast.

Run it as `.venv/bin/python scripts/beelden.py`. It serves a municipality of its own and writes docs/beeld/*.png; with
EENPLAN_BEELDEN_AT=http://localhost:8000 it looks at a demo that runs already.
"""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from eenplan.project import database

CHECKOUT = Path(__file__).resolve().parents[1]
FOLDER = CHECKOUT / "docs" / "beeld"
NAME = "eenplan_beelden"
DAY = "2026-11-23"  # a working Monday
RESIDENTS = 1500
DESK, TALL, PHONE = (1440, 960), (1440, 1400), (390, 844)
LARGEST = 250_000


def main() -> int:
    """Take every picture; return 1 when one is too heavy for a repository."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with server() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        )
        for name, persona, size, walk in PICTURES:
            with seat(browser, address, persona, size) as page:
                walk(page)
                page.wait_for_load_state("networkidle")
                page.screenshot(path=FOLDER / f"{name}.png")
            print(f"{name}.png  {(FOLDER / f'{name}.png').stat().st_size // 1000} kB")
        browser.close()
    heavy = [picture.name for picture in FOLDER.glob("*.png") if picture.stat().st_size > LARGEST]
    if heavy:
        print(f"Too heavy: {', '.join(heavy)}", file=sys.stderr)
    return bool(heavy)


@contextmanager
def server() -> Iterator[str]:
    """Serve a new municipality on a free port and take it away again."""
    if running := os.environ.get("EENPLAN_BEELDEN_AT"):
        yield running
        return
    database.start()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["demo", "--opnieuw", f"--poort={port}", f"--inwoners={RESIDENTS}", "--processen=1"]
    process = subprocess.Popen(
        [sys.executable, "-m", "eenplan.project.cli", *command],
        env=os.environ | {"EENPLAN_DB": NAME, "EENPLAN_VANDAAG": DAY},
        stdout=subprocess.PIPE,
        text=True,
    )
    if not any("Eenplan draait op" in line for line in process.stdout or ()):
        raise SystemExit("The demo did not start.")
    try:
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)
        database.drop_database(NAME)


@contextmanager
def seat(browser: Browser, address: str, persona: str, size: tuple[int, int]) -> Iterator[Page]:
    """Sit down as a member of the cast, in front of a desk screen or with a phone."""
    width, height = size
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": height},
        locale="nl",
        color_scheme="light",
        reduced_motion="reduce",
        has_touch=size == PHONE,
    )
    page = context.new_page()
    page.goto("/")
    page.get_by_role("button", name=re.compile(rf"\b{persona}\b")).click()
    page.get_by_role("heading", level=1).wait_for()
    yield page
    context.close()


# --- Where each picture is taken ------------------------------------------------------------------------------------


def my_day(page: Page) -> None:
    page.goto("/mijn-dag/")


def household(page: Page) -> None:
    page.goto("/zoeken/")
    page.get_by_label("Wie of wat zoekt u?").fill("bouali lindelaan")
    page.get_by_role("link", name=re.compile("Fam. Bouali")).first.click()
    page.get_by_role("heading", level=1, name="Fam. Bouali").wait_for()


def call(page: Page) -> None:
    page.goto("/aannemen/")
    page.get_by_label("Wie belt er?").press_sequentially("sane de wit")
    page.get_by_role("heading", name="Is het een van hen?").wait_for()
    page.get_by_label("Wat is de vraag?").fill("Ik krijg de huur niet meer betaald en slaap er slecht van.")


def report(page: Page) -> None:
    page.goto("/mijn-dag/")
    page.get_by_role("link", name=re.compile("^Gespreksverslag afmaken")).first.click()
    page.get_by_role("heading", name="Wat we al weten").wait_for()


def draft_plan(page: Page) -> None:
    page.goto("/mijn-dag/")
    page.get_by_role("link", name=re.compile("^Plan is teruggestuurd")).first.click()
    page.locator("#normtoets").get_by_role("heading", name="Normtoets").wait_for()


def ladder(page: Page) -> None:
    draft_plan(page)
    page.get_by_role("link", name="Ladder: kies wat we inzetten").first.click()
    page.get_by_role("heading", level=1, name=re.compile("^Ladder")).wait_for()


def team(page: Page) -> None:
    page.goto("/team/")


def decision(page: Page) -> None:
    page.goto("/mijn-dag/")
    page.get_by_role("link", name=re.compile("^Besluit Wmo")).first.click()
    prepare = page.get_by_role("button", name="Besluit voorbereiden")
    if prepare.count():
        prepare.click()
    page.get_by_label("Samenvatting voor de inwoner").fill(
        "U krijgt vier dagdelen per week dagbesteding, meer dan een jaar lang."
    )
    page.get_by_text(re.compile("^bewaard|^opgeslagen")).first.wait_for()


def trail(page: Page) -> None:
    page.goto("/logboek/")


def broken_glass(page: Page) -> None:
    page.goto("/noodtoegangen/")
    page.get_by_role("table").get_by_role("link").first.click()
    page.get_by_role("heading", level=1, name="Noodtoegang beoordelen").wait_for()


def family(page: Page) -> None:
    household(page)
    page.goto(re.sub(r"(/huishoudens/\d+/).*", r"\1gezin/", page.url))
    page.get_by_text("Wie beslist voor Salma Bouali?").click()


PICTURES: tuple[tuple[str, str, tuple[int, int], Callable[[Page], None]], ...] = (
    ("huishouden", "Amina", TALL, household),
    ("dag", "Amina", DESK, my_day),
    ("aannemen", "Gerda", DESK, call),
    ("verslag", "Amina", DESK, report),
    ("plan", "Amina", TALL, draft_plan),
    ("ladder", "Amina", DESK, ladder),
    ("team", "Farid", DESK, team),
    ("besluit", "Daan", DESK, decision),
    ("logboek", "Els", DESK, trail),
    ("noodtoegang", "Els", DESK, broken_glass),
    ("gezin", "Amina", TALL, family),
    ("dag-telefoon", "Amina", PHONE, my_day),
    ("huishouden-telefoon", "Amina", PHONE, household),
)

if __name__ == "__main__":
    sys.exit(main())
