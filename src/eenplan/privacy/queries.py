"""Every read of requests, statements, restrictions and the list of destruction.

`verklaringen` and `is_beperkt` are for every room above that shows a file or decides in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, F, OuterRef, Q, QuerySet, Subquery, Value, When

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk
from eenplan.dossiers.models import Dossier
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Bewaarregel
from eenplan.personen.models import Huishoudlid, Persoon
from eenplan.privacy import bewaren
from eenplan.privacy.models import (
    Beperking,
    Bewaarplicht,
    Passage,
    Uittreksel,
    Verklaring,
    Vernietigingsverklaring,
    Vernietigingsvoorstel,
    Verzoek,
)
from eenplan.privacy.states import OPEN
from eenplan.teams.models import Medewerker
from eenplan.termijnen.models import Termijn

TEAM = "dossier__huishouden__team"


def visible_to(medewerker: Medewerker, recht: Recht = Recht.VERZOEK_BEHANDELEN) -> QuerySet[Verzoek]:
    """Give the requests in the worker's scope, with resident and household."""
    rijen = Verzoek.objects.select_related("persoon", "dossier__huishouden__adres", "dossier__huishouden__team")
    return beperk(rijen, medewerker.bereik(recht), TEAM)


def dossiers(medewerker: Medewerker) -> QuerySet[Dossier]:
    """Give the files in which the worker may take in a request."""
    rijen = Dossier.objects.select_related("huishouden__adres", "huishouden__team")
    return beperk(rijen, medewerker.bereik(Recht.VERZOEK_BEHANDELEN), "huishouden__team")


def bewoners(dossier: Dossier) -> QuerySet[Persoon]:
    """Give everybody who belongs or belonged to the household: each may ask."""
    leden = Huishoudlid.objects.filter(huishouden=dossier.pk).values("persoon")
    return Persoon.objects.filter(pk__in=leden).order_by("geboortedatum", "pk")


def verzoeken(dossier_id: int) -> QuerySet[Verzoek]:
    """Give the requests of a file, the open ones first, each with the last day of its clock."""
    rijen = _met_termijn(Verzoek.objects.select_related("persoon").filter(dossier_id=dossier_id))
    return rijen.order_by(_open_eerst(), "-ontvangen_op", "-pk")


def klok_van(verzoek: Verzoek) -> Termijn | None:
    """Give the clock of a request."""
    return Termijn.objects.filter(onderwerp_soort=Verzoek.ONDERWERP, onderwerp_id=verzoek.pk).first()


def uittreksel_van(verzoek: Verzoek) -> Uittreksel | None:
    """Give what was collected for an access request, without the file itself."""
    return Uittreksel.objects.defer("bestand").select_related("verzoek", "verzameld_door").filter(pk=verzoek.pk).first()


def bestand_van(verzoek: Verzoek) -> bytes | None:
    """Give the file for the resident, once it was released."""
    gevonden = Uittreksel.objects.filter(pk=verzoek.pk, vrijgegeven_op__isnull=False).first()
    return bytes(gevonden.bestand) if gevonden and gevonden.bestand else None


@dataclass(frozen=True)
class Beoordeling:
    """How far the judging of an extract is."""

    passages: list[Passage]

    @property
    def te_doen(self) -> list[Passage]:
        return [passage for passage in self.passages if passage.is_tonen is None]

    @property
    def gedaan(self) -> int:
        return len(self.passages) - len(self.te_doen)


def beoordeling(uittreksel: Uittreksel) -> Beoordeling:
    """Give the passages that a worker judges, in the order of the extract; what must stay secret is not among them."""
    return Beoordeling(list(uittreksel.passages.filter(is_vast=False)))


def vaste_passages(uittreksel: Uittreksel) -> QuerySet[Passage]:
    """Give what is withheld without anybody choosing; the worker who judges does not read it either."""
    return uittreksel.passages.filter(is_vast=True)


# -------------------------------------------------------------------------------------------- for every room above


def verklaringen(dossier_id: int) -> QuerySet[Verklaring]:
    """Give the residents' own statements: they belong wherever the file is shown, printed or exported."""
    rijen = Verklaring.objects.select_related("persoon").filter(dossier_id=dossier_id)
    return rijen.order_by("-toegevoegd_op", "-pk")


def beperkingen(dossier_id: int, dag: date) -> QuerySet[Beperking]:
    """Give the restrictions that hold in a file on a day, with the resident each is about."""
    return bewaren.lopende_beperkingen(dag).select_related("persoon").filter(dossier_id=dossier_id)


def is_beperkt(dossier_id: int, dag: date) -> bool:
    """Tell whether the data may be kept but not newly shared or used in a decision (AVG 18 lid 2)."""
    return beperkingen(dossier_id, dag).exists()


# --------------------------------------------------------------------------- for the privacy officer: never content


@dataclass(frozen=True)
class Verzoekregel:
    """One request without its content: kind, file number, when it came, when it is due, how it ended."""

    verzoek: Verzoek
    uiterlijk: date | None
    is_te_laat: bool


def volglijst(*, vandaag: date, alleen_open: bool) -> list[Verzoekregel]:
    """Give every request without content, the open ones first, the first due first."""
    rijen = _met_termijn(Verzoek.objects.defer("tekst", "reden", "vrager_naam", "vrager_adres"))
    if alleen_open:
        rijen = rijen.filter(status__in=OPEN)
    return [_regel(rij, vandaag) for rij in rijen.order_by(_open_eerst(), F("uiterlijk").asc(nulls_last=True), "pk")]


def _regel(verzoek: Verzoek, vandaag: date) -> Verzoekregel:
    uiterlijk: date | None = getattr(verzoek, "uiterlijk", None)
    laatste = verzoek.geantwoord_op or vandaag
    loopt_of_beantwoord = verzoek.status in OPEN or verzoek.geantwoord_op is not None
    return Verzoekregel(verzoek, uiterlijk, bool(uiterlijk and loopt_of_beantwoord and laatste > uiterlijk))


def tellingen(*, vandaag: date) -> dict[str, int]:
    """Count the open requests and those past their last day."""
    rijen = _met_termijn(Verzoek.objects.filter(status__in=OPEN))
    return rijen.aggregate(open=Count("pk"), te_laat=Count("pk", filter=Q(uiterlijk__lt=vandaag)))


def _met_termijn(rijen: QuerySet[Verzoek]) -> QuerySet[Verzoek]:
    klok = Termijn.objects.filter(onderwerp_soort=Verzoek.ONDERWERP, onderwerp_id=OuterRef("pk")).values("einddatum")
    return rijen.annotate(uiterlijk=Subquery(klok[:1]))


def _open_eerst() -> Case:
    return Case(When(status__in=OPEN, then=Value(0)), default=Value(1))


# ------------------------------------------------------------------------------------------------------ retention


def voorstellen() -> QuerySet[Vernietigingsvoorstel]:
    """Give what may be destroyed, proposed ones first. Numbers and rules, no content."""
    rijen = Vernietigingsvoorstel.objects.select_related("voorgesteld_door")
    return rijen.order_by(F("voorgesteld_op").desc(nulls_last=True), "vernietigen_vanaf", "pk")


def bewaarplichten(dag: date) -> QuerySet[Bewaarplicht]:
    """Give the holds of today."""
    return bewaren.lopende_bewaarplichten(dag).select_related("door").order_by("dossier_id", "pk")


def verklaringen_van_vernietiging() -> QuerySet[Vernietigingsverklaring]:
    """Give the certificates, in the order in which they were made."""
    return Vernietigingsverklaring.objects.order_by("pk")


def laatste_verklaringen(hoeveel: int = 20) -> Iterable[Vernietigingsverklaring]:
    """Give the last certificates, the latest first."""
    return Vernietigingsverklaring.objects.order_by("-pk")[:hoeveel]


def bewaarregels() -> tuple[Bewaarregel, ...]:
    """Give the municipality's own norms."""
    return inrichting().bewaarregels


@dataclass(frozen=True)
class Lijst:
    """What the privacy officer looked at, for the trail: a list, not a row."""

    ONDERWERP: str = "bewaarlijst"
    pk: int | None = None
