"""A real browser on a real server with its own small municipality: whole stories, and axe on every page."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, sync_playwright

from eenplan.project import database

HERE = Path(__file__).parent
CHROMIUM = "/usr/bin/chromium"
# No sandbox: it needs user namespaces, which build machines and containers often lack. The rest: call nobody.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RESIDENTS = 1000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def server(worker_id: str) -> Iterator[str]:
    """Serve a new municipality, always the same one, and return its address.

    With EENPLAN_JOURNEYS_AT=http://localhost:8000 the journeys visit a demo that runs already: quick while writing one.
    """
    if running := os.environ.get("EENPLAN_JOURNEYS_AT"):
        yield running
        return
    database.start()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "eenplan.project.cli",
            "demo",
            "--opnieuw",
            f"--poort={port}",
            f"--inwoners={RESIDENTS}",
            "--processen=1",
        ],
        env=os.environ
        | {"EENPLAN_DB": f"eenplan_journeys_{worker_id}", "DJANGO_SETTINGS_MODULE": "eenplan.project.settings"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout
    said = []
    for line in process.stdout:
        said.append(line)
        if "Eenplan draait op" in line:
            break
    else:
        pytest.fail("the server did not start:\n" + "".join(said[-30:]))
    yield f"http://localhost:{port}"
    process.terminate()
    process.communicate(timeout=30)
    database.drop_database(f"eenplan_journeys_{worker_id}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Debian's Chromium, started once."""
    # Playwright keeps an event loop in this thread, which Django takes for an async program.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


class Watch:
    """Hears what a browser complains about: faults of scripts, blocked content, calls to other addresses."""

    def __init__(self, context: BrowserContext, server: str) -> None:
        self.complaints: list[str] = []
        self._server = server
        context.route(lambda url: not url.startswith((server, "data:")), self._outside)
        context.on("weberror", lambda fault: self.complaints.append(f"script: {fault.error}"))
        context.on("console", self._said)

    def _outside(self, route: Route) -> None:
        self.complaints.append(f"called outside: {route.request.url}")
        route.abort()

    def _said(self, message: ConsoleMessage) -> None:
        # An answer of 4xx is a refusal under test, and says so on its page; htmx calls its own replacing of a question
        # by a newer one an error.
        expected = ("Failed to load resource", "Response Status Error Code 4", "htmx:sendAbort", "htmx:afterRequest")
        if message.type == "error" and not message.text.startswith(expected):
            self.complaints.append(f"console: {message.text}")


@pytest.fixture
def browser_page(browser: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a browser of somebody's own.

    browser_page("Amina") signs in with her button on the front page; browser_page(None) is a visitor. Options: width,
    language ("nl" or "en"), and whatever a Playwright context takes (java_script_enabled=False, color_scheme="dark").
    """
    opened: list[tuple[BrowserContext, Watch]] = []

    def open_page(persona: str | None, *, width: int = 1280, language: str = "nl", **options: Any) -> Page:
        context = browser.new_context(
            base_url=server,
            viewport={"width": width, "height": 900},
            locale=language,
            reduced_motion="reduce",
            **options,
        )
        context.set_default_timeout(15_000)
        context.add_cookies([{"name": "eenplan_taal", "value": language, "url": server}])
        opened.append((context, Watch(context, server)))
        page = context.new_page()
        page.goto("/")
        if persona:
            with page.expect_navigation():
                page.get_by_role("button", name=re.compile(rf"\b{persona}\b")).click()
        return page

    yield open_page
    complaints = [complaint for _, watch in opened for complaint in watch.complaints]
    for context, _ in opened:
        context.close()
    assert not complaints


@pytest.fixture(scope="session")
def check_axe() -> Callable[[Page], None]:
    """Return a function that lets axe look at the page as it is now, and fails on every finding."""
    source = (HERE / "axe.min.js").read_text(encoding="utf-8")

    def check(page: Page) -> None:
        page.evaluate(source)
        options = {"runOnly": AXE_TAGS, "resultTypes": ["violations"]}
        found = page.evaluate("options => axe.run(document, options)", options)["violations"]
        faults = [f"{fault['id']}: {fault['help']}: {node['html'][:160]}" for fault in found for node in fault["nodes"]]
        assert not faults, f"{page.url}\n- " + "\n- ".join(faults)

    return check


@pytest.fixture(scope="session")
def picture(checkout: Path) -> Callable[[Page, str], None]:
    """Return a function that keeps a picture of the page for the manual, in var/pictures."""
    folder = checkout / "var" / "pictures"

    def take(page: Page, name: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / f"{name}.png", full_page=True)

    return take
