"""Writes what was measured into docs/benchmarks.md: each measurement has a section of its own, replaced whole."""

import os
import platform
import re
from datetime import date
from pathlib import Path

import django
import psycopg

DOCUMENT = Path(__file__).parents[1] / "docs" / "benchmarks.md"


def write_section(name: str, lines: list[str]) -> None:
    """Replace the lines between the two comments with this name."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    text = DOCUMENT.read_text(encoding="utf-8")
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    DOCUMENT.write_text("\n".join([before + begin, *lines, end + after]), encoding="utf-8")


def table(heads: list[str], rows: list[list[str]]) -> list[str]:
    """Return a table; every column but the first holds numbers."""
    rule = ["---", *("---:" for _ in heads[1:])]
    return ["| " + " | ".join(cells) + " |" for cells in [heads, rule, *rows]]


def number(value: float, decimals: int = 0) -> str:
    """Write a number with a space between thousands."""
    return f"{value:,.{decimals}f}".replace(",", " ")


def machine(day: date, connection: psycopg.Connection | None = None) -> str:
    """Say on what, with what and when was measured."""
    info = Path("/proc/cpuinfo").read_text(encoding="utf-8") if Path("/proc/cpuinfo").exists() else ""
    model = re.search(r"model name\s*: (.+)", info)
    parts = [
        f"{os.cpu_count()} cores" + (f" ({model[1].strip()})" if model else ""),
        platform.system(),
        f"Python {platform.python_version()}",
        f"Django {django.get_version()}",
    ]
    if connection:
        parts.append(f"PostgreSQL {connection.info.server_version // 10000}.{connection.info.server_version % 10000}")
    return f"Measured on {day.isoformat()}: {', '.join(parts)}."
