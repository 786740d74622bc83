"""Who may take a decision: which line of the register covers it, or why none does and who may instead (Awb 10:3).

It reads and computes; what it found is written down by the actions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from eenplan.access.rechten import ROL_NAMEN, Recht, Rol
from eenplan.access.toegang import beperk
from eenplan.besluiten.models import Aanvraag, Besluit, Mandaat, Uitkomst, Voorlegging, Waarneming
from eenplan.besluiten.queries import TEAM, regels_van
from eenplan.besluiten.states import Besluitstatus
from eenplan.besluiten.tekst import Besluittekst
from eenplan.core.opmaak import bedrag
from eenplan.inrichting.keuzes import Wet
from eenplan.plannen.models import Frequentie, Inzet
from eenplan.plannen.queries import is_eigen_plan
from eenplan.teams.models import Medewerker, Rolvervulling
from eenplan.wetgeving.datums import zonder_weekdag


@dataclass(frozen=True)
class Zaak:
    """What a mandate is measured against: law, help, money, outcome, and who adopted the plan."""

    wet: str
    team_id: int
    voorzieningen: frozenset[int | None]
    per_maand_cent: int | None
    wijst_af: bool
    wijkt_af: bool
    vaststeller_id: int | None


@dataclass(frozen=True)
class Bevoegdheid:
    """The line that covers the decision, perhaps as deputy; or why there is none, and the lines that would do."""

    mandaat: Mandaat | None = None
    waarneming: Waarneming | None = None
    waarom_niet: str = ""
    bevoegd: tuple[Mandaat, ...] = ()

    def __bool__(self) -> bool:
        return self.mandaat is not None

    @property
    def namens(self) -> str:
        """Give on whose behalf and on what ground, as the letter says it after “namens het”; always in Dutch."""
        if self.mandaat is None:
            return ""
        grond = f"{self.mandaat.namens}, krachtens mandaat van {zonder_weekdag(self.mandaat.grondslag_datum)}"
        if self.waarneming is None:
            return grond
        afwezige = self.waarneming.afwezige
        return f"{grond}, bij afwezigheid van {afwezige.naam}, {afwezige.functie}"


def bepaal_mandaat(
    besluit: Besluit,
    medewerker: Medewerker,
    dag: date,
    *,
    regels: Sequence[Inzet] | None = None,
    tekst: Besluittekst | None = None,
) -> Bevoegdheid:
    """Give the line by which this worker may take this decision on this day, or why none covers it and who does.

    One's own mandate comes before that of somebody who is away. `regels` are the decision's lines when they are known,
    `tekst` is what is typed and not yet kept.
    """
    if besluit.aanvraag.wet in (Wet.PARTICIPATIEWET, Wet.GEEN):
        return Bevoegdheid(waarom_niet=_("Over werk en uitkering beslist Werk en Inkomen, nooit het team."))
    if is_eigen_plan(besluit.plan, medewerker):
        return Bevoegdheid(waarom_niet=_("U hebt het plan geschreven. Een collega neemt het besluit."))
    zaak = _zaak(besluit, regels_van(besluit) if regels is None else regels, tekst)
    lijnen = in_kracht(dag)
    past = [lijn for lijn in lijnen if not _bezwaar(lijn, zaak, medewerker.pk)]
    eigen = [lijn for lijn in lijnen if _houdt(lijn, medewerker, zaak)]
    if lijn := next((lijn for lijn in past if lijn in eigen), None):
        return Bevoegdheid(lijn)
    for waarneming in waarnemingen_van(medewerker, dag):
        # What the absent one may not decide, such as on a plan adopted by themselves, the deputy may not either.
        ook = (lijn for lijn in past if not _bezwaar(lijn, zaak, waarneming.afwezige_id))
        if lijn := next((lijn for lijn in ook if _houdt(lijn, waarneming.afwezige, zaak)), None):
            return Bevoegdheid(lijn, waarneming)
    bevoegd = tuple(lijn for lijn in lijnen if not _bezwaar(lijn, zaak, lijn.medewerker_id) and lijn not in eigen)
    return Bevoegdheid(waarom_niet=_waarom_niet(eigen, zaak, medewerker, bevoegd), bevoegd=bevoegd)


def in_kracht(dag: date) -> list[Mandaat]:
    """Give the lines in force on a day, the narrowest first; a sub-mandate falls with the one it came from."""
    rijen = Mandaat.objects.op(dag).select_related("medewerker", "voorziening", "bevestiging__door", "einde")
    gevonden = {rij.pk: rij for rij in rijen}

    def staat(rij: Mandaat) -> bool:
        boven = rij.ondermandaat_van_id
        return boven is None or (boven in gevonden and staat(gevonden[boven]))

    return sorted(filter(staat, gevonden.values()), key=_ruimte)


def _ruimte(lijn: Mandaat) -> tuple[bool, int, bool, bool, int]:
    """Order lines from narrow to wide: the amount first, then what a named worker or a single law leaves over."""
    hoogste = lijn.max_per_maand_cent
    return (hoogste is None, hoogste or 0, lijn.medewerker_id is not None, not lijn.wet, lijn.pk)


def waarnemingen_van(medewerker: Medewerker, dag: date) -> list[Waarneming]:
    """Give for whom this worker acts on a day."""
    rijen = Waarneming.objects.op(dag).filter(waarnemer=medewerker).select_related("afwezige")
    return list(rijen.order_by("vanaf", "pk"))


def _zaak(besluit: Besluit, regels: Sequence[Inzet], tekst: Besluittekst | None) -> Zaak:
    uitkomst = tekst.uitkomst if tekst else besluit.uitkomst
    afwijking = tekst.afwijking if tekst else besluit.afwijking
    vaststelling = getattr(besluit.plan, "vaststelling", None)
    return Zaak(
        wet=besluit.aanvraag.wet,
        team_id=besluit.scope_team_id,
        voorzieningen=frozenset(inzet.voorziening_id for inzet in regels),
        per_maand_cent=per_maand(regels),
        wijst_af=uitkomst != Uitkomst.TOEGEKEND,
        wijkt_af=bool(afwijking.strip()),
        vaststeller_id=vaststelling.door_id if vaststelling else None,
    )


def per_maand(regels: Iterable[Inzet]) -> int | None:
    """Give what the help costs a month, one-off help counted whole; none when some of it has no price yet."""
    bedragen = [_bedrag(inzet) for inzet in regels]
    bekend = [bedrag for bedrag in bedragen if bedrag is not None]
    return sum(bekend) if len(bekend) == len(bedragen) else None


def _bedrag(inzet: Inzet) -> int | None:
    if inzet.frequentie == Frequentie.EENMALIG and inzet.prijs_cent is not None and inzet.aantal is not None:
        return round(inzet.prijs_cent * inzet.aantal)
    return inzet.kosten_per_maand_cent


# --------------------------------------------------------------------------------------------- does a line cover it


def _houdt(lijn: Mandaat, medewerker: Medewerker, zaak: Zaak) -> bool:
    """Tell whether this worker holds the line here: by name, or by a role that reaches this team."""
    if lijn.medewerker_id is not None:
        return lijn.medewerker_id == medewerker.pk
    return any(rol == lijn.rol and team_id in (None, zaak.team_id) for rol, team_id in medewerker.vervullingen)


def _bezwaar(lijn: Mandaat, zaak: Zaak, medewerker_id: int | None) -> str:
    """Say why this line does not cover the decision for this worker, or nothing when it does."""
    eerste = next((zin for klopt_niet, zin in _toetsen(lijn, zaak, medewerker_id) if klopt_niet), "")
    return str(eerste)


def _toetsen(lijn: Mandaat, zaak: Zaak, medewerker_id: int | None) -> Iterable[tuple[bool, str]]:
    """Give every test in the order in which its failure is told: the law first, the person last."""
    yield bool(lijn.wet) and lijn.wet != zaak.wet, _wet_zin(zaak.wet)
    yield (
        lijn.voorziening_id is not None and zaak.voorzieningen != {lijn.voorziening_id},
        _("uw mandaat geldt alleen voor {hulp}").format(hulp=lijn.voorziening),
    )
    yield zaak.wijst_af and not lijn.mag_afwijzen, _("uw mandaat geldt niet voor een afwijzing")
    yield zaak.wijkt_af and not lijn.mag_afwijken, _("uw mandaat geldt niet bij afwijken van de beleidsregels")
    hoogste = lijn.max_per_maand_cent
    yield (
        hoogste is not None and zaak.per_maand_cent is None,
        _("de kosten per maand zijn niet bekend, en uw mandaat heeft een grens"),
    )
    yield (
        hoogste is not None and (zaak.per_maand_cent or 0) > hoogste,
        _("boven uw mandaat: {kosten} per maand").format(kosten=bedrag(zaak.per_maand_cent)),
    )
    yield (
        zaak.vaststeller_id is not None and zaak.vaststeller_id == medewerker_id and not lijn.mag_na_vaststellen,
        _("u hebt het plan vastgesteld, dan beslist een ander"),
    )


def _wet_zin(wet: str) -> str:
    return _("u hebt geen mandaat voor de wet {wet}").format(wet=Wet(wet).label)


def _waarom_niet(eigen: list[Mandaat], zaak: Zaak, medewerker: Medewerker, bevoegd: Sequence[Mandaat]) -> str:
    """Give one sentence: what stands in the way of the widest own line, and who may."""
    onder_de_wet = [lijn for lijn in eigen if lijn.wet in ("", zaak.wet)]
    waarom = _bezwaar(onder_de_wet[-1], zaak, medewerker.pk) if onder_de_wet else _wet_zin(zaak.wet)
    if not bevoegd:
        slot = _("niemand heeft hiervoor mandaat. Vraag de functioneel beheerder om het register aan te vullen")
        return _zin(f"{waarom}; {slot}")
    wie = ", ".join(dict.fromkeys(houder(lijn, met_grens=True) for lijn in bevoegd))
    return _zin(_("{waarom}; bevoegd: {wie}").format(waarom=waarom, wie=wie))


def _zin(tekst: str) -> str:
    return f"{tekst[0].upper()}{tekst[1:]}."


def houder(lijn: Mandaat, *, met_grens: bool = False) -> str:
    """Name who holds a line: the role, or the worker with the function; and up to which amount."""
    naam = f"{lijn.medewerker.naam} ({lijn.medewerker.functie})" if lijn.medewerker else str(ROL_NAMEN[Rol(lijn.rol)])
    if not met_grens or lijn.max_per_maand_cent is None:
        return naam
    return _("{wie} tot {bedrag}").format(wie=naam, bedrag=bedrag(lijn.max_per_maand_cent))


# ------------------------------------------------------------------------------------------------- put to the worker


def voorgelegd(medewerker: Medewerker, dag: date) -> QuerySet[Besluit]:
    """Give the decisions that wait for this worker by an own mandate or as deputy, longest waiting first.

    One question; whether the mandate still covers it, the page tells.
    """
    afwezigen = Waarneming.objects.op(dag).filter(waarnemer=medewerker).values("afwezige")
    hun_rollen = Rolvervulling.objects.in_dienst_op(dag).filter(medewerker__in=afwezigen).values("rol")
    eigen = Q(mandaat__rol__in=[rol.value for rol, _team in medewerker.vervullingen]) | Q(
        mandaat__medewerker=medewerker
    )
    als_waarnemer = Q(mandaat__medewerker__in=afwezigen) | Q(mandaat__rol__in=hun_rollen)
    rijen = Besluit.objects.filter(
        status=Besluitstatus.VOORGELEGD, voorleggingen__in=_open().filter(eigen | als_waarnemer)
    ).select_related("aanvraag", "dossier__huishouden", "opgesteld_door")
    return beperk(rijen, medewerker.bereik(Recht.BESLUIT_BEOORDELEN), TEAM).order_by("voorleggingen__op", "pk")


def _open() -> QuerySet[Voorlegging]:
    return Voorlegging.objects.filter(terug_op__isnull=True)


def laatste_voorlegging(besluit: Besluit) -> Voorlegging | None:
    """Give to whom the decision was put last and why, and when it came back."""
    rijen = besluit.voorleggingen.select_related("mandaat__medewerker", "door", "terug_door")
    return rijen.order_by("-op", "-pk").first()


def te_beoordelen(medewerker: Medewerker) -> QuerySet[Aanvraag]:
    """Give the applications whose decision was put to somebody, in the files where this worker may judge one."""
    rijen = Aanvraag.objects.select_related(
        "dossier__huishouden__adres", "dossier__huishouden__team", "persoon", "besluit__plan"
    ).filter(besluit__status=Besluitstatus.VOORGELEGD)
    return beperk(rijen, medewerker.bereik(Recht.BESLUIT_BEOORDELEN), TEAM)
