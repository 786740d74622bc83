"""Every read of a network, from what the worker may see. What is marked stays with who works in the file."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk
from eenplan.dossiers.models import Dossier
from eenplan.netwerk.models import Draagkracht, Overbelasting, Steunfiguur, Steunmarkering
from eenplan.netwerk.tekening import Mens, Tekening, teken
from eenplan.personen.afscherming import Band, banden_voor, naar_buiten, werkt_in
from eenplan.personen.models import Huishoudlid, Persoon, Relatie, Relatiesoort
from eenplan.teams.models import Medewerker

TEAM = "dossier__huishouden__team"


def visible_to(medewerker: Medewerker, recht: Recht = Recht.DOSSIER_INZIEN) -> QuerySet[Steunfiguur]:
    """Give who supports whom in the worker's scope, marked ones only where the worker works in that very file."""
    rijen = beperk(_rijen(), medewerker.bereik(recht), TEAM)
    hier = medewerker.bereik(Recht.DOSSIER_INZIEN)
    eigen = Q(dossier__huishouden__team__in=hier.team_ids) | Q(dossier__in=hier.dossier_ids)
    return rijen.filter(eigen | ~_is_verborgen())


def zonder_verborgen(rijen: QuerySet[Steunfiguur]) -> QuerySet[Steunfiguur]:
    """Keep what may leave the file: prints, exports, counts, shared views. Nobody who is marked, here or as a tie."""
    return rijen.exclude(_is_verborgen())


def verborgen_figuren() -> QuerySet[Steunfiguur]:
    """Give who may be in no print and no export."""
    return Steunfiguur.objects.filter(_is_verborgen())


def _is_verborgen() -> Q:
    """Say: marked itself, or the tie between the two is marked in `personen`, in either direction."""
    eigen = Steunmarkering.objects.filter(figuur=OuterRef("pk"), tot__isnull=True)
    heen = Q(van=OuterRef("rond"), naar=OuterRef("persoon")) | Q(van=OuterRef("persoon"), naar=OuterRef("rond"))
    banden = Relatie.objects.filter(heen)
    gemarkeerd = banden.exclude(pk__in=naar_buiten(Relatie.objects.all()).values("pk"))
    return Q(Exists(eigen)) | Q(Exists(gemarkeerd))


def _rijen() -> QuerySet[Steunfiguur]:
    lopend = Steunmarkering.objects.filter(tot__isnull=True).select_related("door").order_by("pk")
    rijen = Steunfiguur.objects.select_related("dossier__huishouden__team", "rond", "persoon", "vastgelegd_door")
    return rijen.prefetch_related(Prefetch("markeringen", lopend, to_attr="lopende_markeringen"))


@dataclass(frozen=True)
class Regel:
    """One line of the network: somebody of whom we know the support, or a tie of which we do not know it yet."""

    naam: str
    rond: str
    band: str
    figuur: Steunfiguur | None = None
    markeringen: tuple[str, ...] = ()
    redenen: tuple[str, ...] = ()
    paar: tuple[int, int] | None = None  # member and resident of a tie without support yet
    is_gestopt: bool = False

    @property
    def is_overbelast(self) -> bool:
        return self.figuur is not None and self.figuur.draagkracht == Draagkracht.OVERBELAST


def netwerk(dossier: Dossier, medewerker: Medewerker) -> list[Regel]:
    """Give everybody around the household whom this worker may see: support first, then ties without support yet."""
    banden = banden_voor(medewerker, dossier.huishouden)
    rijen = list(visible_to(medewerker).filter(dossier=dossier).order_by("rond", "pk"))
    return [*(_regel(rij, banden) for rij in rijen), *_zonder_steun(dossier, rijen, banden)]


def _regel(rij: Steunfiguur, banden: list[Band]) -> Regel:
    band = next((band for band in banden if {band.relatie.van_id, band.relatie.naar_id} == _paar(rij)), None)
    markeringen = [(str(m.get_soort_display()), m.reden) for m in rij.lopende_markeringen]  # type: ignore[attr-defined]
    if band is not None:
        markeringen += [(str(m.get_soort_display()), m.reden) for m in band.markeringen]
    return Regel(
        naam=rij.wie,
        rond=rij.rond.naam,
        band=rij.get_band_display(),
        figuur=rij,
        markeringen=tuple(dict.fromkeys(soort for soort, _reden in markeringen)),
        redenen=tuple(reden for _soort, reden in markeringen),
        is_gestopt=rij.gestopt_op is not None,
    )


def _paar(rij: Steunfiguur) -> set[int | None]:
    return {rij.rond_id, rij.persoon_id}


def _zonder_steun(dossier: Dossier, rijen: list[Steunfiguur], banden: list[Band]) -> list[Regel]:
    """Give the ties with somebody outside the household of which nobody wrote down the support."""
    leden = set(leden_ids(dossier.pk))
    bekend = [_paar(rij) for rij in rijen]
    regels = []
    for band in banden:
        paar = (band.relatie.van_id, band.relatie.naar_id)
        if set(paar) <= leden or set(paar) in bekend:
            continue
        buiten = band.relatie.naar if band.relatie.van_id in leden else band.relatie.van
        lid = band.relatie.van if band.relatie.van_id in leden else band.relatie.naar
        soort = str(Relatiesoort(band.relatie.soort).label)
        markeringen = tuple(dict.fromkeys(str(rij.get_soort_display()) for rij in band.markeringen))
        redenen = tuple(rij.reden for rij in band.markeringen)
        regels.append(
            Regel(buiten.naam, lid.naam, soort, None, markeringen, redenen, (lid.pk, buiten.pk)),
        )
    return regels


def leden_ids(dossier_id: int) -> list[int]:
    """Give the members of now by number, eldest first."""
    leden = Huishoudlid.objects.filter(huishouden=dossier_id, tot__isnull=True)
    return list(leden.order_by("persoon__geboortedatum", "pk").values_list("persoon_id", flat=True))


def tekening(regels: list[Regel]) -> Tekening:
    """Draw the same lines that the list shows, without who stopped."""
    mensen = [
        Mens(
            regel.naam,
            regel.figuur.hoe_vaak if regel.figuur else "",
            regel.figuur.werking if regel.figuur else "",
            regel.is_overbelast,
        )
        for regel in regels
        if not regel.is_gestopt
    ]
    return teken(mensen)


def om_af_te_drukken(dossier: Dossier) -> list[Steunfiguur]:
    """Give whom the household may read about on paper: now, and unmarked."""
    rijen = zonder_verborgen(_rijen()).filter(dossier=dossier, gestopt_op__isnull=True)
    return list(rijen.order_by("rond", "pk"))


def bekenden_buiten(dossier: Dossier, medewerker: Medewerker) -> list[Persoon]:
    """Give the residents outside the household with whom a member has a tie that this worker may read."""
    leden = set(leden_ids(dossier.pk))
    gevonden = {
        persoon.pk: persoon
        for band in banden_voor(medewerker, dossier.huishouden)
        for persoon in (band.relatie.van, band.relatie.naar)
        if persoon.pk not in leden
    }
    return sorted(gevonden.values(), key=lambda persoon: (persoon.naam, persoon.pk))


def mag_afschermen(dossier: Dossier, medewerker: Medewerker) -> bool:
    """Tell whether this worker works in this very file, and so may mark somebody and read the marks."""
    return werkt_in(medewerker, dossier.huishouden)


def soorten_van(rij: Steunfiguur) -> set[str]:
    """Give the marks that hold now."""
    return set(rij.markeringen.filter(tot__isnull=True).values_list("soort", flat=True))


def reden_van(rij: Steunfiguur) -> str:
    """Give why somebody is marked now; the words of the first mark."""
    return rij.markeringen.filter(tot__isnull=True).order_by("pk").values_list("reden", flat=True).first() or ""


def overbelastingen(medewerker: Medewerker) -> QuerySet[Overbelasting]:
    """Give who cannot go on, of those whom the worker may see."""
    rijen = Overbelasting.objects.select_related(
        "dossier__huishouden", "figuur__persoon", "figuur__rond", "gezien_door", "afgerond_door"
    )
    rijen = beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), TEAM)
    return rijen.filter(figuur__in=visible_to(medewerker).values("pk"))


def overbelast_nu(dossier_id: int, medewerker: Medewerker) -> QuerySet[Overbelasting]:
    """Give what still has to be discussed for this file; for the block on the household's page."""
    return overbelastingen(medewerker).filter(dossier=dossier_id, afgerond_op__isnull=True)


def overbelastingen_van(dossier: Dossier, medewerker: Medewerker) -> list[Overbelasting]:
    """Give every overload of this file, what is open first."""
    rijen = overbelastingen(medewerker).filter(dossier=dossier)
    return list(rijen.order_by(F("afgerond_op").desc(nulls_first=True), "-pk"))
