"""Reads the family as it is: custody, representatives, stays, and by the law's table who decides on what.

It never guesses: custody that is not recorded, or recorded in halves, is unknown and a task.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Model, OuterRef, Prefetch, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.personen.afscherming import met_afscherming, naam_voor, naar_buiten
from eenplan.personen.models import (
    Gezag,
    Huishouden,
    Huishoudlid,
    Persoon,
    Relatie,
    Relatiesoort,
    Verblijf,
    Vertegenwoordiging,
    Wilsonbekwaamheid,
)
from eenplan.teams.models import Medewerker
from eenplan.wetgeving.gezag import beslissing, situatie_van_volwassene, soort_van_gezag
from eenplan.wetgeving.gezagsoorten import (
    Beslissers,
    Besluitsoort,
    Gezagssoort,
    Situatie,
    Vertegenwoordigersoort,
    Wie,
)
from eenplan.wetgeving.gezagstabel import UITZOEKEN
from eenplan.wetgeving.leeftijd import MEERDERJARIG, dag_van_leeftijd, leeftijd

M = TypeVar("M", bound=Model)

GEZAGSNAMEN: Final[dict[str, Promise]] = {
    Gezagssoort.OUDERS: _lazy("gezamenlijk gezag van beide ouders"),
    Gezagssoort.OUDER: _lazy("één ouder heeft het gezag"),
    Gezagssoort.OUDER_EN_ANDER: _lazy("gezamenlijk gezag van een ouder en iemand die geen ouder is"),
    Gezagssoort.VOOGD: _lazy("voogdij van één persoon"),
    Gezagssoort.VOOGDEN: _lazy("gezamenlijke voogdij van twee personen"),
    Gezagssoort.INSTELLING: _lazy("voogdij van een gecertificeerde instelling"),
    Gezagssoort.ONBEKEND: _lazy("gezag onbekend: eerst uitzoeken"),
}
VERTEGENWOORDIGERS: Final[dict[str, Promise]] = {
    Vertegenwoordigersoort.CURATOR: _lazy("curator: geld en persoonlijke zaken"),
    Vertegenwoordigersoort.BEWINDVOERDER: _lazy("bewindvoerder: alleen geldzaken"),
    Vertegenwoordigersoort.MENTOR: _lazy("mentor: alleen zorg en begeleiding"),
    Vertegenwoordigersoort.GEMACHTIGDE: _lazy("gemachtigde: alleen wat de machtiging zegt"),
}
BESLUITNAMEN: Final[dict[str, Promise]] = {
    Besluitsoort.INFORMEREN: _lazy("geïnformeerd worden"),
    Besluitsoort.HULP: _lazy("toestemming voor hulp"),
    Besluitsoort.DELEN: _lazy("toestemming om gegevens te delen"),
    Besluitsoort.INZAGE: _lazy("inzage in het dossier"),
    Besluitsoort.PLAN: _lazy("het plan ondertekenen"),
    Besluitsoort.AANVRAAG: _lazy("een aanvraag doen"),
    Besluitsoort.BEZWAAR: _lazy("bezwaar maken"),
    Besluitsoort.GELD: _lazy("geldzaken"),
}


# ------------------------------------------------------------------------------------------------- what is recorded


@dataclass(frozen=True)
class Gezagsbeeld:
    """Which custody holds on a day, and who holds it."""

    soort: Gezagssoort
    rijen: tuple[Gezag, ...] = ()

    @property
    def is_onbekend(self) -> bool:
        return self.soort is Gezagssoort.ONBEKEND

    @property
    def naam(self) -> str:
        return str(GEZAGSNAMEN[self.soort])

    @property
    def houders(self) -> list[str]:
        """Name who holds it: residents, or the institution."""
        return [rij.houder.naam if rij.houder else rij.instelling for rij in self.rijen]


def op_dag(rijen: QuerySet[M], dag: date) -> QuerySet[M]:
    """Keep the rows that hold on a day (`vanaf` till `tot`, exclusive)."""
    return rijen.filter(Q(tot__isnull=True) | Q(tot__gt=dag), vanaf__lte=dag)


def gezag_van(persoon: Persoon, dag: date) -> Gezagsbeeld:
    """Give the custody over a child on a day. What does not fit together, or died with its holder, is unknown."""
    rijen = op_dag(Gezag.objects.select_related("houder").filter(kind=persoon), dag).order_by("vanaf", "pk")
    return _gezagsbeeld(rijen, dag)


def _gezagsbeeld(rijen: Iterable[Gezag], dag: date) -> Gezagsbeeld:
    lopend = tuple(rij for rij in rijen if not _is_overleden(rij.houder, dag))
    return Gezagsbeeld(soort_van_gezag(tuple(Gezagssoort(rij.soort) for rij in lopend)), lopend)


def _is_overleden(persoon: Persoon | None, dag: date) -> bool:
    return persoon is not None and persoon.overleden_op is not None and persoon.overleden_op <= dag


def is_minderjarig(persoon: Persoon, dag: date) -> bool:
    """Tell whether somebody is under eighteen; without a birth date nobody is called a child."""
    geboren = persoon.geboortedatum
    return geboren is not None and geboren <= dag and leeftijd(geboren, op=dag) < MEERDERJARIG


def is_gezag_onbekend(persoon: Persoon, dag: date) -> bool:
    """Tell whether this is a minor of whom nobody recorded who has custody."""
    return is_minderjarig(persoon, dag) and gezag_van(persoon, dag).is_onbekend


def gezagsoorten(dag: date, kind: str = "persoon") -> ArraySubquery:
    """Say in a query which custody was recorded of the child at `kind`, one value per living holder."""
    leeft = Q(houder__overleden_op__isnull=True) | Q(houder__overleden_op__gt=dag)
    return ArraySubquery(op_dag(Gezag.objects.filter(leeft, kind=OuterRef(kind)), dag).values("soort"))


def moet_uitgezocht(persoon: Persoon, soorten: Iterable[str], dag: date) -> bool:
    """Tell whether custody of this resident must be found out, by what `gezagsoorten` gave."""
    if not is_minderjarig(persoon, dag) or _is_overleden(persoon, dag):
        return False
    return soort_van_gezag(tuple(Gezagssoort(soort) for soort in soorten)) is Gezagssoort.ONBEKEND


@dataclass(frozen=True)
class GezagOnbekend:
    """Work: find out who has custody of this child. `dossier_id` is the file in which it waits."""

    dossier_id: int
    persoon_id: int
    naam: str


def gezag_onbekend(dossier_ids: Iterable[int], dag: date) -> list[GezagOnbekend]:
    """Give the minors of these files whose custody must be found out, in two questions to the database."""
    grens = dag_van_leeftijd(dag, jaren=-MEERDERJARIG)
    leden = Huishoudlid.objects.select_related("persoon").filter(
        huishouden__in=list(dossier_ids), tot__isnull=True, persoon__geboortedatum__gt=grens,
        persoon__geboortedatum__lte=dag, persoon__overleden_op__isnull=True,
    )  # fmt: skip
    rijen = list(leden.order_by("huishouden", "persoon__geboortedatum", "pk"))
    per_kind: dict[int, list[Gezag]] = {}
    vastgelegd = op_dag(Gezag.objects.select_related("houder"), dag).filter(kind__in={rij.persoon_id for rij in rijen})
    for gezag in vastgelegd:
        per_kind.setdefault(gezag.kind_id, []).append(gezag)
    return [
        GezagOnbekend(rij.huishouden_id, rij.persoon_id, rij.persoon.naam)
        for rij in rijen
        if _gezagsbeeld(per_kind.get(rij.persoon_id, ()), dag).is_onbekend
    ]


# ------------------------------------------------------------------------------------------------------ who decides


@dataclass(frozen=True)
class WieBeslist:
    """Who is told, who consents and who signs today for one resident, with names and the law's reason."""

    besluit: Besluitsoort
    regel: Beslissers
    geinformeerd: tuple[str, ...]
    stemt_toe: tuple[str, ...]
    tekent: tuple[str, ...]
    op_verzoek: tuple[str, ...] = ()
    toestemming_van: tuple[int, ...] = ()

    @property
    def naam(self) -> str:
        return str(BESLUITNAMEN[self.besluit])

    @property
    def is_uitzoeken(self) -> bool:
        return self.regel.is_uitzoeken


@dataclass(frozen=True)
class _Beeld:
    """Everything recorded of one resident that the table needs, read once for all eight decisions."""

    persoon: Persoon
    jaren: int | None
    gezag: Gezagsbeeld
    vertegenwoordigers: tuple[Vertegenwoordiging, ...]
    onbekwaam: frozenset[str]
    ouders: tuple[Persoon, ...]

    @property
    def situatie(self) -> Situatie:
        if self.jaren is not None and self.jaren < MEERDERJARIG:
            return Situatie(self.gezag.soort.value)
        soorten = (Vertegenwoordigersoort(rij.soort) for rij in self.vertegenwoordigers)
        return situatie_van_volwassene(frozenset(soorten))

    def is_bekwaam(self, besluit: Besluitsoort) -> bool:
        """Everybody is held able to decide until somebody judged otherwise, for this decision or for all."""
        return not self.onbekwaam & {"", besluit.value}


def wie_beslist(persoon: Persoon, besluit: Besluitsoort, dag: date) -> WieBeslist:
    """Say who is told, who consents and who signs. Unknown custody, or an unknown age, is "find out first"."""
    return _antwoord(_lees(persoon, dag), besluit)


def wie_beslist_alles(persoon: Persoon, dag: date) -> list[WieBeslist]:
    """Give the answer of the table for each of the eight decisions, in five questions to the database."""
    beeld = _lees(persoon, dag)
    return [_antwoord(beeld, besluit) for besluit in Besluitsoort]


def _lees(persoon: Persoon, dag: date) -> _Beeld:
    onbekwaam = op_dag(Wilsonbekwaamheid.objects.filter(persoon=persoon), dag)
    vertegenwoordigers = Vertegenwoordiging.objects.select_related("vertegenwoordiger").filter(persoon=persoon)
    ouders = Persoon.objects.filter(pk__in=_ouderbanden().filter(naar=persoon).values("van"))
    geboren = persoon.geboortedatum
    return _Beeld(
        persoon=persoon,
        jaren=leeftijd(geboren, op=dag) if geboren and geboren <= dag else None,
        gezag=gezag_van(persoon, dag),
        vertegenwoordigers=tuple(op_dag(vertegenwoordigers, dag).order_by("vanaf", "pk")),
        onbekwaam=frozenset(onbekwaam.values_list("besluit", flat=True)),
        ouders=tuple(ouders.order_by("pk")),
    )


def _ouderbanden() -> QuerySet[Relatie]:
    """Give the ties of parents who may be told on request: a hidden or harmful one asks for a person's judgement."""
    return naar_buiten(Relatie.objects.filter(soort=Relatiesoort.OUDER_VAN))


def _antwoord(beeld: _Beeld, besluit: Besluitsoort) -> WieBeslist:
    if beeld.jaren is None:
        return WieBeslist(besluit, _GEEN_LEEFTIJD, (), (), ())
    regel = beslissing(beeld.situatie, beeld.jaren, beeld.is_bekwaam(besluit), besluit)
    return WieBeslist(
        besluit,
        regel,
        geinformeerd=_namen(beeld, regel.geinformeerd),
        stemt_toe=_namen(beeld, regel.stemt_toe),
        tekent=_namen(beeld, regel.tekent),
        op_verzoek=_namen(beeld, regel.op_verzoek),
        toestemming_van=tuple(pk for wie in regel.stemt_toe for pk in _personen(beeld, wie)),
    )


_GEEN_LEEFTIJD: Final = Beslissers(
    (), (), (), UITZOEKEN.artikelen,
    "De geboortedatum is niet bekend. Zoek die eerst op: de leeftijd bepaalt wie beslist.", is_uitzoeken=True,
)  # fmt: skip
_VAN_SOORT: Final = {
    Wie.CURATOR: Vertegenwoordigersoort.CURATOR,
    Wie.BEWINDVOERDER: Vertegenwoordigersoort.BEWINDVOERDER,
    Wie.MENTOR: Vertegenwoordigersoort.MENTOR,
    Wie.GEMACHTIGDE: Vertegenwoordigersoort.GEMACHTIGDE,
}


def _namen(beeld: _Beeld, wie: Iterable[Wie]) -> tuple[str, ...]:
    return tuple(naam for partij in wie for naam in _wie[partij](beeld))


def _als_vertegenwoordiger(soort: Vertegenwoordigersoort) -> Callable[[_Beeld], list[str]]:
    def namen(beeld: _Beeld) -> list[str]:
        rijen = [rij for rij in beeld.vertegenwoordigers if rij.soort == soort]
        return [f"{naam_van(rij)} ({soort.value})" for rij in rijen]

    return namen


def naam_van(rij: Vertegenwoordiging) -> str:
    """Name who acts for somebody: a resident or an organisation."""
    return rij.vertegenwoordiger.naam if rij.vertegenwoordiger else rij.organisatie


def _zonder_gezag(beeld: _Beeld) -> list[str]:
    met = {rij.houder_id for rij in beeld.gezag.rijen}
    return [_("{naam} (ouder zonder gezag)").format(naam=ouder.naam) for ouder in beeld.ouders if ouder.pk not in met]


_wie: Final[dict[Wie, Callable[[_Beeld], list[str]]]] = {
    Wie.ZELF: lambda beeld: [beeld.persoon.naam],
    Wie.GEZAG: lambda beeld: beeld.gezag.houders,
    Wie.OUDER_ZONDER_GEZAG: _zonder_gezag,
    Wie.NAASTE: lambda _beeld: [_("een naaste: partner, ouder, kind, broer of zus")],
} | {wie: _als_vertegenwoordiger(soort) for wie, soort in _VAN_SOORT.items()}


def _personen(beeld: _Beeld, wie: Wie) -> list[int]:
    if wie is Wie.ZELF:
        return [beeld.persoon.pk]
    if wie is Wie.GEZAG:
        return [rij.houder_id for rij in beeld.gezag.rijen if rij.houder_id]
    soort = _VAN_SOORT.get(wie)
    return [
        rij.vertegenwoordiger_id for rij in beeld.vertegenwoordigers if rij.soort == soort and rij.vertegenwoordiger_id
    ]


# ------------------------------------------------------------------------------------------------- the page of a family


@dataclass(frozen=True)
class Gezinslid:
    """A member as the page of the family shows it."""

    lid: Huishoudlid
    is_minderjarig: bool
    gezag: Gezagsbeeld
    vertegenwoordigers: tuple[Vertegenwoordiging, ...]
    onbekwaam: tuple[Wilsonbekwaamheid, ...]
    verblijf: Verblijf | None
    elders: tuple[str, ...]
    besluiten: tuple[WieBeslist, ...]

    @property
    def persoon(self) -> Persoon:
        return self.lid.persoon

    @property
    def gezag_uitzoeken(self) -> bool:
        return self.is_minderjarig and self.gezag.is_onbekend


def gezinsleden(huishouden: Huishouden, medewerker: Medewerker, dag: date) -> list[Gezinslid]:
    """Give the members of now with everything recorded of them, in a number of questions that does not grow."""
    velden = {
        "gezag": op_dag(Gezag.objects.select_related("houder"), dag).order_by("vanaf", "pk"),
        "vertegenwoordigingen": op_dag(Vertegenwoordiging.objects.select_related("vertegenwoordiger"), dag),
        "wilsonbekwaamheden": op_dag(Wilsonbekwaamheid.objects.all(), dag),
        "verblijven": Verblijf.objects.filter(tot__isnull=True),
        "relaties_van_anderen": _ouderbanden().select_related("van"),
        "lidmaatschappen": Huishoudlid.objects.filter(tot__isnull=True).exclude(huishouden=huishouden),
    }
    rijen = Huishoudlid.objects.filter(huishouden=huishouden, tot__isnull=True).select_related("persoon")
    leden = rijen.prefetch_related(*(Prefetch(f"persoon__{naam}", rij) for naam, rij in velden.items()))
    andere = _andere_huishoudens(leden)
    gesorteerd = leden.order_by(F("persoon__geboortedatum").asc(nulls_last=True), "pk")
    return [_gezinslid(lid, andere, medewerker, dag) for lid in gesorteerd]


def _andere_huishoudens(leden: QuerySet[Huishoudlid]) -> dict[int, Huishouden]:
    personen = leden.values("persoon")
    rijen = Huishouden.objects.filter(leden__persoon__in=personen, leden__tot__isnull=True).select_related("adres")
    return {rij.pk: rij for rij in met_afscherming(rijen)}


def _gezinslid(lid: Huishoudlid, andere: dict[int, Huishouden], medewerker: Medewerker, dag: date) -> Gezinslid:
    persoon = lid.persoon
    geboren = persoon.geboortedatum
    beeld = _Beeld(
        persoon=persoon,
        jaren=leeftijd(geboren, op=dag) if geboren and geboren <= dag else None,
        gezag=_gezagsbeeld(persoon.gezag.all(), dag),
        vertegenwoordigers=tuple(persoon.vertegenwoordigingen.all()),
        onbekwaam=frozenset(rij.besluit for rij in persoon.wilsonbekwaamheden.all()),
        ouders=tuple(rij.van for rij in persoon.relaties_van_anderen.all()),
    )
    verblijven = {rij.huishouden_id: rij for rij in persoon.verblijven.all()}
    elders = (andere[rij.huishouden_id] for rij in persoon.lidmaatschappen.all())
    return Gezinslid(
        lid=lid,
        is_minderjarig=is_minderjarig(persoon, dag),
        gezag=beeld.gezag,
        vertegenwoordigers=beeld.vertegenwoordigers,
        onbekwaam=tuple(persoon.wilsonbekwaamheden.all()),
        verblijf=verblijven.get(lid.huishouden_id),
        elders=tuple(naam_voor(medewerker, huis) for huis in elders),
        besluiten=tuple(_antwoord(beeld, besluit) for besluit in Besluitsoort),
    )


_RIJEN: Final[dict[str, tuple[type[Gezag | Vertegenwoordiging | Wilsonbekwaamheid | Verblijf], str]]] = {
    "gezag": (Gezag, "kind"),
    "vertegenwoordiging": (Vertegenwoordiging, "persoon"),
    "wilsonbekwaamheid": (Wilsonbekwaamheid, "persoon"),
    "verblijf": (Verblijf, "persoon"),
}


def rij_van(
    huishouden: Huishouden, soort: str, pk: int
) -> Gezag | Vertegenwoordiging | Wilsonbekwaamheid | Verblijf | None:
    """Give one recorded fact about a member of now, or none when it is about somebody else."""
    model, veld = _RIJEN[soort]
    leden = Huishoudlid.objects.filter(huishouden=huishouden, tot__isnull=True).values("persoon")
    return model._default_manager.filter(**{f"{veld}__in": leden}, pk=pk).first()
