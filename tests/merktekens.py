"""A row of every kind in one household, and a mark of its own in every text and every file of those rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVectorField
from django.db import DatabaseError, connection, models, transaction

from adressen import LATER, rij_van_elke_soort
from eenplan.core import klok
from eenplan.delen.models import Deling
from eenplan.personen.models import Huishouden, Persoon, Zoekwoord
from eenplan.privacy.kaart import NIET_IN_UITTREKSEL, SOORTEN, ZONDER_INWONER
from personas import MAANDAG

MERK = re.compile(r"merk(\d+)x", re.IGNORECASE)
LAATSTE_FOUT: dict[str, str] = {}
ZELF_GEMAAKT = {"audit.Gebeurtenis", "privacy.Vernietigingsvoorstel"}


def van_de_inwoner() -> list[type[models.Model]]:
    """Every kind of record that may hold something about a resident, whatever the map says of it."""
    return [
        model
        for model in apps.get_models()
        if model.__module__.startswith("eenplan.") and model._meta.label not in ZONDER_INWONER
    ]


def vul(de_wit: Any, **wie: Any) -> dict[str, int]:
    """One row at least of every kind of record; what no story makes is made bare."""
    with klok.reis_naar(LATER.date()):
        rijen = rij_van_elke_soort(de_wit, **wie)
    open_ = [apps.get_model("delen.Samenwerking"), *van_de_inwoner()]
    open_ = [model for model in open_ if not model._default_manager.exists()]
    Deling.objects.update(status="aanvaard", geldig_tot=LATER.date() + timedelta(days=9))
    for _keer in range(4):  # one kind may need another first
        open_ = [model for model in open_ if model._meta.label not in ZELF_GEMAAKT and not _maak_kaal(model)]
    assert not open_, f"{LAATSTE_FOUT} make a row of {[model._meta.label for model in open_]} in `vul`"
    return rijen


def _maak_kaal(model: type[models.Model]) -> bool:
    """Make one row with something in every column that asks for it; try the optional links as well."""
    for met_links in (True, False):
        velden = {
            veld.name: _iets(veld)
            for veld in model._meta.concrete_fields
            if not isinstance(veld, models.AutoField | models.GeneratedField)
            and (met_links or not veld.null or not veld.is_relation)
            and _telt(veld)
        }
        velden |= BIJZONDER.get(model._meta.label, {})
        try:
            with transaction.atomic():
                model._default_manager.create(**{naam: waarde for naam, waarde in velden.items() if waarde is not None})
                return True
        except (DatabaseError, ValueError, TypeError) as fout:
            LAATSTE_FOUT[model._meta.label] = str(fout)[:300]
    return False


# What a constraint of the row asks for.
BIJZONDER: dict[str, dict[str, Any]] = {
    "delen.Samenwerking": {"tot": None},
    "delen.Deling": {
        "grond": "taak",
        "vraag": None,
        "geldig_tot": LATER.date() + timedelta(days=9),
        "status": "aanvaard",
    },
    "delen.Toestemmingsvraag": {},
    "ketenpartners.Partnerantwoord": {"status": "aanvaard"},
    "overleggen.Gedeeld": {"grond": "betrokkene", "vraag": None},
    "personen.Dubbelkandidaat": {"redenen": ["naam"]},
    "personen.Gezag": {"soort": "ouders", "instelling": ""},
    "personen.Vertegenwoordiging": {"organisatie": ""},
    "personen.Omzetting": {"soort": "huishoudens"},
    "privacy.Passage": {"is_vast": False},
}


def _telt(veld: Any) -> bool:
    return veld.is_relation or not veld.null or isinstance(veld, models.BinaryField)


def _iets(veld: Any) -> Any:  # noqa: PLR0911 - one line per kind of column
    """Give the plainest value that a column takes."""
    if veld.is_relation:
        return _ander(veld)
    if isinstance(veld, ArrayField):
        return [_iets(veld.base_field)]
    if veld.has_default() and not isinstance(veld, models.BinaryField):
        return veld.get_default()
    if veld.choices and not veld.blank:
        return veld.flatchoices[0][0]
    if isinstance(veld, models.BigIntegerField) and veld.name.endswith("_id"):
        return Huishouden.objects.order_by("pk").first().pk
    if isinstance(veld, models.CharField | models.TextField):
        return "" if veld.blank else "x"
    return next((waarde(veld) for soort, waarde in _WAARDEN.items() if isinstance(veld, soort)), None)


_WAARDEN: dict[type[models.Field], Any] = {
    models.DateTimeField: lambda veld: LATER + timedelta(days=veld.name in {"tot", "geldig_tot"}),
    models.DateField: lambda veld: LATER.date() + timedelta(days=veld.name in {"tot", "geldig_tot"}),
    models.BooleanField: lambda _veld: False,
    models.IntegerField: lambda _veld: 1,
    models.JSONField: lambda _veld: {},
    models.BinaryField: lambda _veld: b"x",
    SearchVectorField: lambda _veld: "",
}


def _ander(veld: Any) -> models.Model | None:
    if veld.name in {"opgegaan_in", "beeindigd_door", "ingetrokken_door", "terug_door"}:
        return None
    laatste_eerst = veld.related_model is Persoon and veld.name in {"naar", "ander", "houder", "vertegenwoordiger"}
    return veld.related_model._default_manager.order_by("-pk" if laatste_eerst else "pk").first()


def plant() -> dict[str, tuple[str, str, str]]:
    """Put a mark of its own in every text, list and file of every row; give mark → kind, row and column."""
    gepland: dict[str, tuple[str, str, str]] = {}
    for model in van_de_inwoner():
        if model._meta.label == "audit.Gebeurtenis":
            continue  # the database refuses it, and it holds no words about a resident
        for pk in list(model._base_manager.values_list("pk", flat=True)):
            for veld in model._meta.concrete_fields if model is not Zoekwoord else ():
                merk = f"merk{len(gepland)}x"
                if _plant(model, pk, veld, merk):
                    gepland[merk] = (model._meta.label, str(pk), veld.name)
                    if isinstance(veld, SearchVectorField):  # a key by which somebody is found is a word as well
                        Zoekwoord.objects.create(woord=merk, vormen=merk)
    return gepland


def _plant(model: type[models.Model], pk: object, veld: Any, merk: str) -> bool:
    waarde = _gemerkt(veld, merk)
    if waarde is None:
        return False
    try:
        with transaction.atomic():
            return bool(model._base_manager.filter(pk=pk).update(**{veld.name: waarde}))
    except DatabaseError:
        return False  # a constraint wants this column as it is, such as the one of two that must stay empty


def _gemerkt(veld: Any, merk: str) -> Any:
    if isinstance(veld, models.GeneratedField) or veld.choices or veld.is_relation:
        return None
    if isinstance(veld, models.EmailField):
        return f"{merk}@voorbeeld.nl"
    if isinstance(veld, SearchVectorField):
        return merk
    if isinstance(veld, models.CharField | models.TextField):
        return merk if (veld.max_length or 999) >= len(merk) else None
    if isinstance(veld, models.JSONField):
        return {"sleutel": merk}
    return merk.encode() if isinstance(veld, models.BinaryField) else None


def kolommen() -> Iterator[tuple[str, str, str]]:
    """Every column of every table of the database, asked of the database itself."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
            " JOIN information_schema.tables USING (table_schema, table_name)"
            " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        )
        yield from cursor.fetchall()


def overgebleven() -> list[str]:
    """Every place in the whole database where a mark can still be read."""
    gevonden = []
    for tabel, kolom, soort in kolommen():
        tekst = f"encode(\"{kolom}\", 'escape')" if soort == "bytea" else f'"{kolom}"::text'
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM \"{tabel}\" WHERE {tekst} ~* 'merk[0-9]+x'")  # noqa: S608
            if cursor.fetchone()[0]:
                gevonden.append(f"{tabel}.{kolom}")
    return gevonden


def alle_rijen() -> set[tuple[str, str]]:
    """Every row of every table, whole."""
    rijen: set[tuple[str, str]] = set()
    for tabel in {tabel for tabel, _kolom, _soort in kolommen()}:
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT to_jsonb(t)::text FROM "{tabel}" t')  # noqa: S608
            rijen |= {(tabel, rij) for (rij,) in cursor.fetchall()}
    return rijen


__all__ = ["MAANDAG", "MERK", "NIET_IN_UITTREKSEL", "SOORTEN", "alle_rijen", "overgebleven", "plant", "vul"]
