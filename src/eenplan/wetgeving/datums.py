"""Datums in gewoon Nederlands en het optellen van maanden. Kent geen termijnen en geen klok."""

from calendar import monthrange
from datetime import date

DAGNAMEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDNAMEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def zonder_weekdag(dag: date) -> str:
    """`7 april 2026`."""
    return f"{dag.day} {MAANDNAMEN[dag.month - 1]} {dag.year}"


def voluit(dag: date) -> str:
    """`dinsdag 7 april 2026`: met de weekdag erbij ziet een lezer een fout eerder."""
    return f"{DAGNAMEN[dag.weekday()]} {zonder_weekdag(dag)}"


def plus_maanden(dag: date, aantal: int) -> date:
    """Dezelfde dag zoveel maanden later; bestaat die dag niet, dan de laatste dag van de maand."""
    jaren, maand_index = divmod(dag.month - 1 + aantal, 12)
    jaar, maand = dag.year + jaren, maand_index + 1
    if jaar > date.max.year:
        raise OverflowError("het jaar valt buiten de kalender")
    return date(jaar, maand, min(dag.day, monthrange(jaar, maand)[1]))


def opsomming(delen: list[str]) -> str:
    """`a, b en c`."""
    return delen[0] if len(delen) == 1 else f"{', '.join(delen[:-1])} en {delen[-1]}"
