"""Everything of a file goes: found by the relations between the tables, deleted in one transaction, checked at once.

Raw deletes, because no rule of a room may keep a row back; the trail of events stays, without its personal detail.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection, models
from django.db.models import ForeignObjectRel, Model

from eenplan.audit.models import Gebeurtenis, Gebeurtenisdetail
from eenplan.meldingen.models import Contact
from eenplan.personen.models import (
    Adres,
    Huishouden,
    Huishoudlid,
    Omzetting,
    Omzettingregel,
    Omzettingsoort,
    Persoon,
    Zoekwoord,
)
from eenplan.privacy.kaart import BIJ_NUMMER, SOORTEN, ZONDER_INWONER
from eenplan.privacy.models import Vernietigingssoort, Vernietigingsvoorstel

Nummers = dict[type[Model], set[int]]
_BLIJFT: Final = frozenset({*ZONDER_INWONER, "audit.Gebeurtenis"})
# About residents and in no file: these go along with the resident.
_ALLEEN_VAN_PERSOON: Final = frozenset(
    {
        *(soort.model for soort in SOORTEN if not soort.dossier),
        "personen.Relatiemarkering",
        "personen.Dubbelkandidaat",
    }
)


def alles_van_huishouden(huishouden_id: int) -> Nummers:
    """Find every row of a household and its file, with the residents that no other file needs."""
    gevonden = _sluiting({Huishouden: {huishouden_id}})
    while weg := _personen_vrij(gevonden):
        _voeg_toe(gevonden, _sluiting({Persoon: weg}))
    _voeg_toe(gevonden, _sluiting({Adres: _adressen_vrij(gevonden)}))
    _voeg_nummers_toe(gevonden)
    _voeg_omzettingen_toe(gevonden)
    return gevonden


def alles_van_contact(contact_id: int) -> Nummers:
    """Find every row of a contact that never became a case."""
    return _sluiting({Contact: {contact_id}})


def tellingen(soort: str, nummer: int) -> dict[str, int]:
    """Count per kind what would go, for the page on which somebody confirms it."""
    gevonden = alles_van_contact(nummer) if soort == Vernietigingssoort.CONTACT else alles_van_huishouden(nummer)
    geteld = {str(model._meta.verbose_name_plural): len(nummers) for model, nummers in gevonden.items() if nummers}
    return dict(sorted(geteld.items()))


def verwijder(gevonden: Nummers) -> Counter[str]:
    """Delete all of it and count per kind. The caller holds the transaction; whatever still points at it raises."""
    woorden = _zoekwoorden(gevonden.get(Huishoudlid, set()))
    _sluit_sessies(_namen(gevonden))
    geteld = Counter({"details van gebeurtenissen": _wis_details(gevonden)})
    for model, nummers in gevonden.items():
        if nummers:
            geteld[str(model._meta.verbose_name_plural)] += _wis(_rijen(model).filter(pk__in=nummers))
    geteld["zoekwoorden"] = _wis_zoekwoorden(woorden)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    return +geteld


def _voeg_toe(gevonden: Nummers, erbij: Nummers) -> None:
    for model, nummers in erbij.items():
        gevonden[model] |= nummers


def _rijen(model: type[Model]) -> models.QuerySet[Model]:
    """Give every row of a table, also those that its own manager would hide."""
    return model._base_manager.all()  # noqa: SLF001 - Django's own name for the manager without a filter


def _wis(rijen: models.QuerySet[Any]) -> int:
    """Delete rows as they are, without walking their relations again."""
    aantal: int | None = rijen._raw_delete(rijen.db)  # noqa: SLF001 - the walk was done
    return aantal or 0


def _sluiting(begin: Nummers) -> Nummers:
    """Follow every relation that points at what was found, until nothing new is found."""
    gevonden: Nummers = defaultdict(set)
    nieuw = {model: set(nummers) for model, nummers in begin.items()}
    while nieuw:
        model, nummers = nieuw.popitem()
        nummers = nummers - gevonden[model]
        gevonden[model] |= nummers
        for relatie in _wijzers(model) if nummers else ():
            kind = relatie.related_model
            rijen = _rijen(kind).filter(**{f"{relatie.field.name}__in": nummers})
            if kind._meta.label in _BLIJFT:
                rijen.update(**{relatie.field.name: None})
            elif erbij := set(rijen.values_list("pk", flat=True)) - gevonden[kind]:
                nieuw.setdefault(kind, set()).update(erbij)
    return gevonden


def _wijzers(model: type[Model]) -> Iterator[ForeignObjectRel]:
    """Give every foreign key that points at this table, those of hidden and of linking tables too."""
    for relatie in model._meta.get_fields(include_hidden=True):
        if isinstance(relatie, ForeignObjectRel) and isinstance(relatie.field, models.ForeignKey):
            yield relatie


def _personen_vrij(gevonden: Nummers) -> set[int]:
    """Give the residents met on the way who belong to no other household and stand in no other file.

    Whoever is no member here and is still somebody else's relative stays as well.
    """
    vrij = _genoemd(Persoon, gevonden)
    leden = set(_rijen(Huishoudlid).filter(pk__in=gevonden[Huishoudlid]).values_list("persoon", flat=True))
    for kind, veld in _tabellen(Persoon):
        if not vrij or kind._meta.label in _BLIJFT:
            continue
        elders = _rijen(kind).filter(**{f"{veld}__in": vrij}).exclude(pk__in=gevonden[kind])
        elders_genoemd = set(elders.values_list(veld, flat=True))
        if kind._meta.label not in _ALLEEN_VAN_PERSOON:
            vrij -= elders_genoemd
        elif sum(tabel is kind for tabel, _veld in _tabellen(Persoon)) > 1:
            vrij -= elders_genoemd - leden
    return vrij


def _adressen_vrij(gevonden: Nummers) -> set[int]:
    """Give the addresses met on the way where nobody else lives or lived."""
    vrij = _genoemd(Adres, gevonden)
    for kind, veld in _tabellen(Adres):
        elders = _rijen(kind).filter(**{f"{veld}__in": vrij}).exclude(pk__in=gevonden[kind])
        vrij -= set(elders.values_list(veld, flat=True))
    return vrij


def _genoemd(doel: type[Model], gevonden: Nummers) -> set[int]:
    """Give the rows of a kind that the rows found so far point at and that were not found yet."""
    genoemd: set[int] = set()
    for kind, veld in _tabellen(doel):
        if nummers := gevonden.get(kind):
            rijen = _rijen(kind).filter(pk__in=nummers, **{f"{veld}__isnull": False})
            genoemd |= set(rijen.values_list(veld, flat=True))
    return genoemd - gevonden[doel]


def _tabellen(doel: type[Model]) -> list[tuple[type[Model], str]]:
    """Give the tables that point at this kind, each with the name of the column."""
    return [(relatie.related_model, relatie.field.name) for relatie in _wijzers(doel)]


def _voeg_nummers_toe(gevonden: Nummers) -> None:
    """Add what knows the file by its number only, and what points at that."""
    for label, kolom in BIJ_NUMMER.items():
        model = apps.get_model(label)
        rijen = _rijen(model).filter(**{f"{kolom}__in": gevonden[Huishouden]})
        if model is Vernietigingsvoorstel:
            rijen = rijen.exclude(soort=Vernietigingssoort.CONTACT)
        _voeg_toe(gevonden, _sluiting({model: set(rijen.values_list("pk", flat=True))}))


def _voeg_omzettingen_toe(gevonden: Nummers) -> None:
    """Add the journals of moves, splits and merges: they hold old values of rows that go."""
    personen = models.Q(van_id__in=gevonden[Persoon]) | models.Q(naar_id__in=gevonden[Persoon])
    huizen = models.Q(van_id__in=gevonden[Huishouden]) | models.Q(naar_id__in=gevonden[Huishouden])
    over_personen = models.Q(soort=Omzettingsoort.PERSONEN)
    geheel = Omzetting.objects.filter(over_personen & personen | ~over_personen & huizen)
    _voeg_toe(gevonden, _sluiting({Omzetting: set(geheel.values_list("pk", flat=True))}))
    regels = models.Q(pk__in=[])
    for model, nummers in gevonden.items():
        labels = [model._meta.label, model._meta.label_lower]
        regels |= models.Q(model__in=labels, rij__in=[str(nummer) for nummer in nummers])
    gevonden[Omzettingregel] |= set(Omzettingregel.objects.filter(regels).values_list("pk", flat=True))


def _wis_details(gevonden: Nummers) -> int:
    """Delete the personal detail of every event about the file or about one of the rows that go."""
    over = models.Q(dossier_id__in=gevonden.get(Huishouden, set()))
    for model, nummers in gevonden.items():
        if soort := getattr(model, "ONDERWERP", ""):
            over |= models.Q(onderwerp_soort=soort, onderwerp_id__in=nummers)
    details = Gebeurtenisdetail.objects.filter(gebeurtenis__in=Gebeurtenis.objects.filter(over).values("pk"))
    return _wis(Gebeurtenisdetail.objects.filter(pk__in=list(details.values_list("pk", flat=True))))


def _zoekwoorden(leden: Iterable[int]) -> list[str]:
    """Give the search keys of these members."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT unnest(tsvector_to_array(zoeksleutels)) FROM personen_huishoudlid WHERE id = ANY(%s)",
            [list(leden)],
        )
        return [woord for (woord,) in cursor.fetchall()]


def _wis_zoekwoorden(woorden: list[str]) -> int:
    """Delete the words by which nobody is found any more."""
    if not woorden:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT woord FROM unnest(%s::text[]) woord WHERE EXISTS (SELECT 1 FROM personen_huishoudlid"
            " WHERE zoeksleutels @@ quote_literal(woord)::tsquery)",
            [woorden],
        )
        gebruikt = {woord for (woord,) in cursor.fetchall()}
    aantal, _per_soort = Zoekwoord.objects.filter(pk__in=set(woorden) - gebruikt).delete()
    return aantal


def _namen(gevonden: Nummers) -> list[str]:
    namen = [persoon.naam for persoon in Persoon.objects.filter(pk__in=gevonden.get(Persoon, set()))]
    return namen + list(
        Huishouden.objects.filter(pk__in=gevonden.get(Huishouden, set())).values_list("naam", flat=True)
    )


def _sluit_sessies(namen: list[str]) -> None:
    """End the sessions in which one of these names is still kept, such as in a message that was not read yet."""
    geraakt = [
        sessie.pk for sessie in Session.objects.iterator() if any(naam in str(sessie.get_decoded()) for naam in namen)
    ]
    Session.objects.filter(pk__in=geraakt).delete()
