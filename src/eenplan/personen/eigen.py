"""A worker is a resident too: the files of the own family are closed to the worker, and stay so as families change.

It only writes rows of Dossiertoegang that this module itself made; the room `toegang` shows them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht, Toegangsoort
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.personen.models import Eigenpersoon, Huishoudlid, Persoon, Relatie, Relatiesoort
from eenplan.teams.models import Dossiertoegang, Medewerker

GROND: Final = "eigen dossier, of dat van familie of een huisgenoot"
VER_FAMILIE: Final = 2  # degrees; a partner counts as oneself, and so does the partner's family
_GRAAD: Final = {Relatiesoort.PARTNER_VAN: 0, Relatiesoort.OUDER_VAN: 1, Relatiesoort.FAMILIE_VAN: 2}


@transaction.atomic
def koppel_medewerker(medewerker: Medewerker, persoon: Persoon, *, by: Medewerker, at: datetime) -> Eigenpersoon:
    """Keep which resident a worker is: from now on those files are closed to the worker. Anyone may say so of oneself.

    Raises NietMogelijk when the worker is linked to another resident.
    """
    if by.pk != medewerker.pk:
        require(by, Recht.EIGEN_DOSSIER_KOPPELEN)
    if Eigenpersoon.objects.filter(medewerker=medewerker).exclude(persoon=persoon).exists():
        raise NietMogelijk(_("Deze medewerker is al aan een inwoner gekoppeld. Maak eerst die koppeling los."))
    eigen, is_nieuw = Eigenpersoon.objects.get_or_create(
        medewerker=medewerker, defaults={"persoon": persoon, "vastgelegd_door": by, "op": at}
    )
    if is_nieuw:
        record(Sleutel.EIGENPERSOON_VASTGELEGD, medewerker, by=by, at=at)
    _werk_bij([eigen], at=at)
    return eigen


@transaction.atomic
def ontkoppel_medewerker(medewerker: Medewerker, *, by: Medewerker, at: datetime) -> None:
    """Take the link away and open what was closed by it. Nobody opens the own files."""
    require(by, Recht.EIGEN_DOSSIER_KOPPELEN)
    if by.pk == medewerker.pk:
        raise NietToegestaan(_("U kunt uw eigen koppeling niet losmaken. Vraag het een collega."))
    if Eigenpersoon.objects.filter(medewerker=medewerker).delete()[0]:
        _sluit_precies(medewerker, set(), at=at)
        record(Sleutel.EIGENPERSOON_VASTGELEGD, medewerker, by=by, at=at)


def werk_gesloten_bij(persoon_ids: Iterable[int], *, at: datetime) -> None:
    """Recompute which files are closed to whom, after memberships or ties of these residents changed.

    The caller holds the transaction, and names everybody whose household or tie changed.
    """
    if not Eigenpersoon.objects.exists():
        return
    gewijzigd = set(persoon_ids)
    huishoudens = _huishoudens_van(gewijzigd)
    gesloten = Dossiertoegang.objects.filter(
        soort=Toegangsoort.GESLOTEN, grond=GROND, tot__isnull=True, dossier_id__in=huishoudens
    )
    huisgenoten = Huishoudlid.objects.filter(huishouden__in=huishoudens, tot__isnull=True)
    in_de_buurt = naasten(gewijzigd | set(huisgenoten.values_list("persoon_id", flat=True)))
    geraakt = Eigenpersoon.objects.filter(
        Q(persoon__in=in_de_buurt) | Q(medewerker__in=gesloten.values("medewerker"))
    ).select_related("medewerker")
    _werk_bij(geraakt, at=at)


def naasten(persoon_ids: Collection[int]) -> set[int]:
    """Give these residents with partners, parents and children up to two degrees: brothers, sisters, grandparents."""
    afstand = dict.fromkeys(persoon_ids, 0)
    rand = set(persoon_ids)
    while rand:
        volgende: set[int] = set()
        for een, ander, stap in _banden(rand):
            ver = afstand[een] + stap
            if ver <= VER_FAMILIE and ver < afstand.get(ander, VER_FAMILIE + 1):
                afstand[ander] = ver
                volgende.add(ander)
        rand = volgende
    return set(afstand)


def gesloten_voor(persoon_id: int) -> set[int]:
    """Give the files that are closed to a worker who is this resident.

    Every household, of now or ever, of the resident, of the family, and of whoever shares the household now.
    """
    nu = Huishoudlid.objects.filter(tot__isnull=True)
    thuis = nu.filter(huishouden__in=nu.filter(persoon=persoon_id).values("huishouden"))
    return _huishoudens_van(naasten({persoon_id}) | set(thuis.values_list("persoon_id", flat=True)))


def _banden(rand: set[int]) -> Iterable[tuple[int, int, int]]:
    rijen = Relatie.objects.filter(Q(van__in=rand) | Q(naar__in=rand), soort__in=list(_GRAAD))
    for van, naar, soort in rijen.values_list("van_id", "naar_id", "soort"):
        stap = _GRAAD[Relatiesoort(soort)]
        yield from ((een, ander, stap) for een, ander in ((van, naar), (naar, van)) if een in rand)


def _huishoudens_van(persoon_ids: set[int]) -> set[int]:
    leden = Huishoudlid.objects.filter(persoon__in=persoon_ids)
    return set(leden.values_list("huishouden_id", flat=True))


def _werk_bij(eigen: Iterable[Eigenpersoon], *, at: datetime) -> None:
    for rij in eigen:
        _sluit_precies(rij.medewerker, gesloten_voor(rij.persoon_id), at=at)


def _sluit_precies(medewerker: Medewerker, dossier_ids: set[int], *, at: datetime) -> None:
    """Close these files and open the others that were closed for this reason."""
    lopend = Dossiertoegang.objects.filter(
        medewerker=medewerker, soort=Toegangsoort.GESLOTEN, grond=GROND, tot__isnull=True
    )
    lopend.exclude(dossier_id__in=dossier_ids).update(tot=at)
    al_dicht = set(lopend.values_list("dossier_id", flat=True))
    Dossiertoegang.objects.bulk_create(
        Dossiertoegang(medewerker=medewerker, dossier_id=dossier_id, soort=Toegangsoort.GESLOTEN, grond=GROND, vanaf=at)
        for dossier_id in sorted(dossier_ids - al_dicht)
    )
