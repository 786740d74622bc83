"""Which ties and which addresses may be shown, to whom and where: the one place that decides (B4, F8).

A tie that the other may not know of stands only in the file of whoever it protects. A protected address is known only
to who works in that file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, TypeVar, cast

from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.access.rechten import Recht
from eenplan.personen.models import (
    Adres,
    Adresafscherming,
    Huishouden,
    Huishoudlid,
    Markeringsoort,
    Relatie,
    Relatiemarkering,
    Relatiesoort,
)
from eenplan.teams.models import Medewerker

M = TypeVar("M", bound=Model)
AFGESCHERMD: Final[Promise] = _lazy("adres afgeschermd")


# --------------------------------------------------------------------------------------------------------- who may


def werkt_in(medewerker: Medewerker | None, huishouden: Huishouden) -> bool:
    """Tell whether the worker works in this very file: by the own team, or let in by name; not by a town-wide role."""
    if medewerker is None:
        return False
    bereik = medewerker.bereik(Recht.DOSSIER_INZIEN)
    if huishouden.pk in bereik.gesloten_ids:
        return False
    return huishouden.team_id in bereik.team_ids or huishouden.pk in bereik.dossier_ids


# ------------------------------------------------------------------------------------------------------- addresses


def afgeschermd(pad: str = "pk") -> Exists:
    """Say in a query whether the household at `pad` has a protected address."""
    return Exists(Adresafscherming.objects.filter(huishouden=OuterRef(pad), tot__isnull=True))


def met_afscherming(rijen: QuerySet[M], pad: str = "pk") -> QuerySet[M]:
    """Let each row carry `is_afgeschermd`, so that a list asks nothing more."""
    return cast("QuerySet[M]", rijen.annotate(is_afgeschermd=afgeschermd(pad)))


def is_afgeschermd(huishouden: Huishouden) -> bool:
    """Tell whether the address of a household is protected; a household of `met_afscherming` knows it already."""
    bekend: bool | None = getattr(huishouden, "is_afgeschermd", None)
    if bekend is None:
        bekend = Adresafscherming.objects.filter(huishouden=huishouden, tot__isnull=True).exists()
        vars(huishouden)["is_afgeschermd"] = bekend
    return bekend


def mag_adres_zien(medewerker: Medewerker | None, huishouden: Huishouden) -> bool:
    """Tell whether the address may be shown to this worker; nobody in particular sees only what is not protected."""
    return not is_afgeschermd(huishouden) or werkt_in(medewerker, huishouden)


def mag_noemen(medewerker: Medewerker, huishouden: Huishouden) -> bool:
    """Tell whether a household that something was shared with may be named, with its team: the team of a protected one
    tells where it lives, and of the own family nothing is shown."""
    bereik = medewerker.bereik(Recht.HUISHOUDEN_VINDEN)
    if huishouden.pk in bereik.gesloten_ids:
        return False
    return bereik.omvat(huishouden) or mag_adres_zien(medewerker, huishouden)


def adres_voor(medewerker: Medewerker | None, huishouden: Huishouden) -> str:
    """Give the address as this worker may read it: street and number, or that it is protected."""
    return str(huishouden.adres) if mag_adres_zien(medewerker, huishouden) else str(AFGESCHERMD)


def adres_of_niets(medewerker: Medewerker | None, huishouden: Huishouden) -> Adres | None:
    """Give the address itself where it may be used, such as to fill in a form."""
    return huishouden.adres if mag_adres_zien(medewerker, huishouden) else None


def adres_op_brief(huishouden: Huishouden, *, aan: Iterable[int], personen: Iterable[int]) -> Adres | None:
    """Give the address for a letter: always when it goes only to members of the household itself (`aan` within
    `personen`, their numbers), else only when it is not protected."""
    if set(aan) <= set(personen):
        return huishouden.adres
    return None if is_afgeschermd(huishouden) else huishouden.adres


def op_scherm(medewerker: Medewerker, huishouden: Huishouden, adresregels: tuple[str, ...]) -> tuple[str, ...]:
    """Give the address lines of a letter as this worker may read them beside a form; the letter itself keeps them."""
    return adresregels if mag_adres_zien(medewerker, huishouden) else (str(AFGESCHERMD),)


def naam_voor(medewerker: Medewerker | None, huishouden: Huishouden) -> str:
    """Give the name of another household, such as the second home of a child; a protected one has no name elsewhere."""
    return huishouden.naam if mag_adres_zien(medewerker, huishouden) else _("een afgeschermd huishouden")


# ------------------------------------------------------------------------------------------------------------ ties


@dataclass(frozen=True)
class Band:
    """A tie as one file may show it; marks only where they protect a member of that file."""

    relatie: Relatie
    markeringen: tuple[Relatiemarkering, ...] = field(default=())

    @property
    def is_geheim(self) -> bool:
        return any(rij.soort == Markeringsoort.GEHEIM for rij in self.markeringen)

    @property
    def is_schadelijk(self) -> bool:
        return any(rij.soort == Markeringsoort.SCHADELIJK for rij in self.markeringen)

    def zin(self) -> str:
        """Say the tie in one line."""
        return _("{van}: {soort} {naar}").format(
            van=self.relatie.van.naam, soort=Relatiesoort(self.relatie.soort).label, naar=self.relatie.naar.naam
        )


def zonder_verborgen(rijen: QuerySet[Relatie], *, dossier: int) -> QuerySet[Relatie]:
    """Keep the ties that this file may show: none that protects somebody who lives elsewhere. Asks nothing itself."""
    hier = Huishoudlid.objects.filter(huishouden=dossier, persoon=OuterRef("beschermt"), tot__isnull=True)
    elders = _lopend(Markeringsoort.GEHEIM).exclude(Exists(hier)).values("relatie")
    return rijen.exclude(pk__in=elders)


def zichtbare_relaties(medewerker: Medewerker | None, huishouden: Huishouden) -> QuerySet[Relatie]:
    """Give the ties of the members of now that this worker may read in this file."""
    leden = Huishoudlid.objects.filter(huishouden=huishouden, tot__isnull=True).values("persoon")
    rijen = Relatie.objects.select_related("van", "naar").filter(Q(van__in=leden) | Q(naar__in=leden))
    if not werkt_in(medewerker, huishouden):
        return naar_buiten(rijen).order_by("pk")
    return zonder_verborgen(rijen, dossier=huishouden.pk).order_by("pk")


def banden_voor(medewerker: Medewerker | None, huishouden: Huishouden) -> list[Band]:
    """Give the ties this worker may read in this file, each with its marks: two questions to the database."""
    rijen = list(zichtbare_relaties(medewerker, huishouden))
    if not werkt_in(medewerker, huishouden):
        return [Band(rij) for rij in rijen]
    hier = Huishoudlid.objects.filter(huishouden=huishouden, tot__isnull=True).values("persoon")
    per_relatie: dict[int, list[Relatiemarkering]] = {}
    markeringen = _lopend().filter(relatie__in=[rij.pk for rij in rijen], beschermt__in=hier)
    for markering in markeringen.select_related("beschermt", "door").order_by("pk"):
        per_relatie.setdefault(markering.relatie_id, []).append(markering)
    return [Band(rij, tuple(per_relatie.get(rij.pk, ()))) for rij in rijen]


def naar_buiten(rijen: QuerySet[Relatie]) -> QuerySet[Relatie]:
    """Keep the ties that may leave the file: letters, prints, exports, counts, shared views. No marked one at all."""
    return rijen.exclude(pk__in=_lopend().values("relatie"))


def _lopend(soort: str = "") -> QuerySet[Relatiemarkering]:
    rijen = Relatiemarkering.objects.filter(tot__isnull=True)
    return rijen.filter(soort=soort) if soort else rijen


def markeringen_van(huishouden: Huishouden) -> QuerySet[Relatiemarkering]:
    """Give every mark, also an ended one, that protects a member of now; for the page where it is put and ended."""
    leden = Huishoudlid.objects.filter(huishouden=huishouden, tot__isnull=True).values("persoon")
    rijen = Relatiemarkering.objects.select_related("relatie__van", "relatie__naar", "beschermt", "door")
    return rijen.filter(beschermt__in=leden).order_by(F("tot").asc(nulls_first=True), "-op")
