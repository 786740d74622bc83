"""A town for tests: built once for a module, inside a transaction that is rolled back afterwards."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from random import Random

import psycopg
from django.db import connection, transaction
from psycopg.conninfo import make_conninfo

from eenplan.demo.opbouw import bouw
from eenplan.project import database

MAANDAG = date(2026, 11, 23)
NO_HOUSEKEEPING = """
    DO $$ DECLARE name regclass; BEGIN
        FOR name IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace LOOP
            EXECUTE format('LOCK TABLE %s IN SHARE UPDATE EXCLUSIVE MODE', name);
        END LOOP;
    END $$
"""
SEED = 7


def dobbelstenen(getal: int) -> Random:
    """Give dice that always fall the same."""
    return Random(getal)


def maak_schoon() -> None:
    """Begin with clean tables, and keep the database's own housekeeping out till this transaction ends.

    It would find the tables of this one transaction empty, and the planner would believe that; and rows that fill old
    holes stand in another order than they came. Cleaning goes by a connection of its own: no transaction may clean.
    """
    hier = make_conninfo(database.address(), dbname=connection.settings_dict["NAME"])
    with psycopg.connect(hier, autocommit=True) as eigen:
        eigen.execute("VACUUM (SKIP_LOCKED)")
    with connection.cursor() as cursor:
        cursor.execute(NO_HOUSEKEEPING)


@contextmanager
def gebouwd(inwoners: int, *, vandaag: date = MAANDAG) -> Iterator[None]:
    """Have a town of this size inside the block, and nothing after it."""
    with transaction.atomic():
        maak_schoon()
        bouw(inwoners=inwoners, seed=SEED, voortgang=lambda *_stap: None, vandaag=vandaag)
        try:
            yield
        finally:
            transaction.set_rollback(True)


# What the town is, apart from the numbers that the database gives out.
INHOUD = (
    "SELECT naam, telefoon FROM teams_team",
    "SELECT naam, functie, werkgever FROM teams_medewerker",
    "SELECT bedrag_cent, vanaf, tot FROM aanbod_tarief",
    "SELECT naam FROM aanbod_aanbieder",
    "SELECT roepnaam, achternaam, geboortedatum, telefoon, email FROM personen_persoon",
    "SELECT straat, huisnummer, postcode FROM personen_adres",
    "SELECT zoeksleutel FROM personen_burgerservicenummer",
    "SELECT sleutel, moment, actor_naam FROM audit_gebeurtenis",
    "SELECT tekst FROM dossiers_notitie",
    "SELECT eigen_woorden, resultaat, evaluatie_op FROM plannen_doel",
    "SELECT gestart_op, reden_vertraging FROM toewijzingen_levering",
)


def vingerafdruk() -> str:
    """Give one number for all that the town holds."""
    som = hashlib.sha256()
    with connection.cursor() as cursor:
        for vraag in INHOUD:
            cursor.execute(vraag)
            for rij in sorted(map(repr, cursor.fetchall())):
                som.update(rij.encode())
    return som.hexdigest()
