"""Measure every kind of page in the demo's municipality, as different workers, and print the slowest first.

It follows links from the front page, one page per kind, so a new page is measured without being named here.
"""

import os
import re
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

os.environ.setdefault("EENPLAN_DEMO", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eenplan.project.settings")

import django
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from eenplan.project import database

PERSONAS = ["Amina", "Daan", "Els", "Farid", "Gerda"]
VISITS = 20
FEELS_INSTANT_MS = 150


@dataclass(frozen=True)
class Measure:
    """How long one kind of page takes one kind of worker."""

    persona: str
    page: str
    median_ms: float
    p95_ms: float
    queries: int
    kilobytes: float


def main() -> int:
    """Print the table; fail when a page no longer feels instant."""
    database.start()
    django.setup()
    measures = [measure for persona in PERSONAS for measure in measure_pages(persona)]
    measures.sort(key=lambda measure: -measure.median_ms)
    print(f"{'ms':>7} {'p95':>7} {'queries':>8} {'kB':>7}  who     page")
    for m in measures:
        print(f"{m.median_ms:7.1f} {m.p95_ms:7.1f} {m.queries:8} {m.kilobytes:7.1f}  {m.persona:<7} {m.page}")
    slow = [m for m in measures if m.median_ms > FEELS_INSTANT_MS]
    print(f"{len(measures)} pages, {len(slow)} above {FEELS_INSTANT_MS} ms")
    return bool(slow)


def measure_pages(persona: str) -> Iterator[Measure]:
    """Visit one page of every kind that this worker can reach."""
    client = sign_in(persona)
    waiting, seen = ["/"], set()
    while waiting:
        url = waiting.pop(0)
        shape = re.sub(r"\d+", "…", url.split("?")[0].split("#")[0])
        if shape in seen or shape.startswith("/static/"):
            continue
        seen.add(shape)
        response = client.get(url, follow=True)
        if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
            waiting += html.fromstring(response.content).xpath("//a[starts-with(@href, '/')]/@href")
            yield measure(client, persona, url, shape)


def measure(client: Client, persona: str, url: str, shape: str) -> Measure:
    """Visit a page often enough to know its median and its tail."""
    with CaptureQueriesContext(connection) as asked:
        size = len(client.get(url, follow=True).content)
    times = sorted(visit(client, url) for _ in range(VISITS))
    return Measure(persona, shape, statistics.median(times), times[int(VISITS * 0.95) - 1], len(asked), size / 1024)


def visit(client: Client, url: str) -> float:
    started = time.perf_counter()
    client.get(url, follow=True)
    return (time.perf_counter() - started) * 1000


def sign_in(persona: str) -> Client:
    """Press the button with this name on the demo's front page."""
    client = Client(headers={"host": "localhost"})
    page = html.fromstring(client.get("/", follow=True).content)
    [button] = page.xpath(f"//form//button[contains(normalize-space(.), '{persona}')]")[:1]
    [form] = button.xpath("ancestor::form")
    fields = {field.get("name"): field.get("value", "") for field in form.xpath(".//input[@name]")}
    if button.get("name"):
        fields[button.get("name")] = button.get("value", "")
    client.post(form.get("action") or "/", fields)
    return client


if __name__ == "__main__":
    sys.exit(main())
