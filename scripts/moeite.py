"""Count what the main job takes, by doing it in a browser: keys, clicks, pages, and facts typed twice.

The same story as tests/journeys/test_hoofdweg.py, on a municipality of its own; the table goes to docs/benchmarks.md.
"""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from document import machine, number, table, write_section
from playwright.sync_api import Browser, sync_playwright

from eenplan.core import klok
from eenplan.project import database
from journeys import hoofdweg
from journeys.conftest import ARGUMENTS, CHROMIUM
from journeys.hand import Effort, Hand, Ledger
from journeys.hoofdweg import Resident

DATABASE = "eenplan_moeite"
RESIDENT = Resident("Fenna Zandstrook", "1231AA")
MOST_MANDATORY = 4


def main() -> int:
    """Do the job and write down what it took; fail when a fact had to be typed twice."""
    ledger = Ledger()
    with demo() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        mandatory, first, revision = do_the_job(browser, address, ledger)
        browser.close()
    lines = report(ledger, mandatory, [first, revision])
    print("\n".join(lines))
    write_section("effort", lines)
    return bool(ledger.typed_twice) or mandatory > MOST_MANDATORY or revision.keystrokes >= first.keystrokes


def do_the_job(browser: Browser, address: str, ledger: Ledger) -> tuple[int, Effort, Effort]:
    """Go from the call to the start of help.

    Return how many fields the call makes mandatory, what the first version of the plan took, and what a revision of
    two goals took when the help had begun.
    """
    today = klok.vandaag()

    def hand(persona: str, ledger: Ledger = ledger) -> Hand:
        page = browser.new_context(base_url=address, locale="nl").new_page()
        page.goto("/")
        page.get_by_role("button", name=re.compile(rf"\b{persona}\b")).click()
        page.get_by_role("heading", level=1).wait_for()
        return Hand(page, persona, ledger)

    gerda = hand("Gerda")
    mandatory = gerda.page.locator("main").get_by_text("verplicht", exact=True).count()
    hoofdweg.hear(gerda, RESIDENT)
    hoofdweg.promote(gerda)
    hoofdweg.confirm(gerda)

    amina = hand("Amina")
    hoofdweg.take_up(amina, RESIDENT)
    hoofdweg.begin_onderzoek(amina)
    hoofdweg.plan_talk(amina, RESIDENT, today)
    hoofdweg.report_talk(amina)
    hoofdweg.send_report(amina)
    hoofdweg.record_correction(amina)
    amina.follow(RESIDENT.family)
    hoofdweg.finish_onderzoek(amina)
    amina.follow(RESIDENT.family)
    before = replace(amina.effort)
    hoofdweg.begin_plan(amina)
    hoofdweg.write_hope_and_analysis(amina)
    hoofdweg.add_goal(amina, today)
    hoofdweg.climb_ladder(amina, today)
    hoofdweg.choose_help(amina)
    hoofdweg.hand_in(amina)
    first, plan = since(before, amina.effort, "first version, one goal"), amina.page.url

    farid = hand("Farid")
    hoofdweg.review(farid, RESIDENT)
    hoofdweg.adopt(farid)
    amina.go("/mijn-dag/")
    hoofdweg.record_aanvraag(amina, RESIDENT)

    daan = hand("Daan")
    hoofdweg.prepare(daan, RESIDENT)
    hoofdweg.write_grounds(daan)
    hoofdweg.check_decision(daan)
    hoofdweg.decide(daan)
    hoofdweg.allocate(daan)
    hoofdweg.report_start(daan)
    return mandatory, first, revise(hand, plan)


def revise(hand: Callable[..., Hand], plan: str) -> Effort:
    """Give the plan a second goal, adopt it, and return what it takes to change both goals in the next version."""
    today = klok.vandaag()
    amina, farid = hand("Amina", Ledger()), hand("Farid", Ledger())
    hoofdweg.begin_version(amina, plan, "Fenna wil ook weer onder de mensen komen.")
    hoofdweg.add_goal(amina, today, words=hoofdweg.SECOND_GOAL, result=hoofdweg.SECOND_RESULT)
    amina.press("Doel 2 opslaan")
    hoofdweg.hand_in(amina)
    second = amina.page.url
    farid.go("/mijn-dag/")
    hoofdweg.review(farid, RESIDENT)
    hoofdweg.adopt(farid)
    before = replace(amina.effort)
    hoofdweg.begin_version(amina, second, "Het lopen gaat beter.")
    for place, result in enumerate(hoofdweg.REVISED, 1):
        hoofdweg.change_goal(amina, place, result, today + timedelta(days=180))
    hoofdweg.hand_in(amina)
    return since(before, amina.effort, "revision, two goals changed")


def since(before: Effort, now: Effort, name: str) -> Effort:
    """Return what was done between two moments, under a name."""
    counted = (field.name for field in fields(Effort) if field.name != "role")
    return Effort(name, **{count: getattr(now, count) - getattr(before, count) for count in counted})


def report(ledger: Ledger, mandatory: int, plans: list[Effort]) -> list[str]:
    """Return the tables, one line per role and one per way of writing the plan, and what they say in a sentence."""
    efforts = list(ledger.efforts.values())
    names = ["keystrokes", "fields", "clicks", "pages"]
    rows = [
        [label, *(number(value) for value in values)]
        for label, values in [
            *((effort.role, [getattr(effort, name) for name in names]) for effort in efforts),
            ("Together", [sum(getattr(effort, name) for effort in efforts) for name in names]),
        ]
    ]
    return [
        f"{machine(klok.vandaag())} Mandatory fields of a call: {mandatory}.",
        f"Facts typed twice: {len(ledger.typed_twice)}.",
        "",
        *table(["Who", "keystrokes", "fields", "clicks", "pages"], rows),
        "",
        *table(
            ["Amina writes the plan", *names],
            [[plan.role, *(number(getattr(plan, name)) for name in names)] for plan in plans],
        ),
        *(["", *(f"- typed twice: {fact}" for fact in ledger.typed_twice)] if ledger.typed_twice else []),
    ]


@contextmanager
def demo() -> Iterator[str]:
    """Serve a new municipality, and remove it afterwards."""
    database.start()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "eenplan.project.cli", "demo", "--opnieuw"),
            *(f"--poort={port}", "--inwoners=1000", "--processen=1"),
        ],
        env=os.environ | {"EENPLAN_DB": DATABASE},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout  # noqa: S101 - it was asked for above
    try:
        if not any("Eenplan draait op" in line for line in server.stdout):
            raise SystemExit("the demo did not start")
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.communicate()
        database.drop_database(DATABASE)


if __name__ == "__main__":
    sys.exit(main())
