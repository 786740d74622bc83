"""Where it stands, in one sentence: the same for worker, front office and resident.

It only reads; three questions to the database, for one household or for many.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import FilteredRelation, OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from eenplan.access.aanraking import raak_aan
from eenplan.access.rechten import Recht
from eenplan.access.toegang import Bereik, binnen_label
from eenplan.besluiten.models import Aanvraag, Vorm
from eenplan.besluiten.states import Besluitstatus
from eenplan.core.opmaak import dag_en_maand
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.meldingen.models import Melding
from eenplan.meldingen.states import Meldingstatus
from eenplan.personen.models import Huishouden
from eenplan.plannen.models import Ondersteuningsplan
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker
from eenplan.termijnen.models import Termijn

Rij = Mapping[str, Any]


@dataclass(frozen=True)
class Standregel:
    """Where one question of one resident stands. `soort` is the shape that goes with it on a page."""

    dossier_id: int
    persoon: str
    wet: str
    zin: str
    soort: str
    sinds: date
    is_open: bool = True
    melding_id: int | None = None
    besluit_te_vragen: int | None = None  # the application on which a decision may be asked


@dataclass(frozen=True)
class Aanspreekpunt:
    """Whom to ask for: the coordinator, or else the team."""

    naam: str
    telefoon: str
    medewerker_id: int | None = None

    @property
    def is_regisseur(self) -> bool:
        return self.medewerker_id is not None


@dataclass(frozen=True)
class Stand:
    """Where a household stands: a sentence for each question, the newest open one first, and whom to ask for."""

    dossier_id: int
    aanspreekpunt: Aanspreekpunt
    team: str
    regels: tuple[Standregel, ...] = ()
    is_beperkt: bool = False

    @property
    def zin(self) -> str:
        """Give the sentence that matters most now."""
        if self.regels:
            return self.regels[0].zin
        if self.is_beperkt:
            return _("Er is geen vraag die u voor uw rol mag zien.")
        return _("Er is nog geen vraag van dit huishouden bekend.")

    @property
    def soort(self) -> str:
        return self.regels[0].soort if self.regels else "neutraal"

    @property
    def voorlezen(self) -> str:
        """Give everything a caller may be told: each open question, or the last one when nothing runs."""
        open_regels = [regel.zin for regel in self.regels if regel.is_open]
        return " ".join(open_regels) if open_regels else self.zin

    @property
    def open_regels(self) -> tuple[Standregel, ...]:
        return tuple(regel for regel in self.regels if regel.is_open)


def stand(dossier_id: int, *, voor: Medewerker | None = None, vandaag: date) -> Stand:
    """Give where one household stands. The caller has checked that it may be seen."""
    return stand_van([dossier_id], voor=voor, vandaag=vandaag)[dossier_id]


def stand_van(dossier_ids: Iterable[int], *, voor: Medewerker | None = None, vandaag: date) -> dict[int, Stand]:
    """Give where each household stands, in three questions to the database whatever their number.

    Only the questions whose label this worker may see; without a worker it is as the household itself reads it.
    """
    ids = sorted(set(dossier_ids))
    if not ids:
        return {}
    raak_aan(ids)
    huishoudens = {rij["pk"]: _Huishouden(rij) for rij in _huishoudens(ids)}
    bereik = voor.bereik(Recht.STAND_INZIEN) if voor else Bereik(overal=True)
    aanvragen = list(_aanvragen(ids, bereik))
    met_aanvraag = {rij["melding_id"] for rij in aanvragen}
    regels = [
        *(_van_melding(rij, huishoudens[rij["dossier_id"]], vandaag) for rij in _meldingen(ids, met_aanvraag, bereik)),
        *(_van_aanvraag(groep, huishoudens[groep[0]["dossier_id"]], vandaag) for groep in _per_aanvraag(aanvragen)),
    ]
    regels.sort(key=lambda regel: (regel.is_open, regel.sinds), reverse=True)
    return {
        pk: Stand(
            pk,
            huis.aanspreekpunt,
            huis.team,
            tuple(regel for regel in regels if regel.dossier_id == pk),
            is_beperkt=bereik.wetten is not None,
        )
        for pk, huis in huishoudens.items()
    }


# ------------------------------------------------------------------------------------------ the three questions


class _Huishouden:
    """What the sentences need to know of the household itself."""

    def __init__(self, rij: Rij) -> None:
        self.team: str = rij["team__naam"]
        self.plan: str = rij["plan"] or ""
        if rij["nu__regisseur"]:
            self.aanspreekpunt = Aanspreekpunt(
                rij["nu__regisseur__naam"],
                rij["nu__regisseur__telefoon"] or rij["team__telefoon"],
                rij["nu__regisseur"],
            )
        else:
            self.aanspreekpunt = Aanspreekpunt(self.team, rij["team__telefoon"])

    @property
    def wie(self) -> str:
        """Name who acts, at the beginning of a sentence."""
        if self.aanspreekpunt.is_regisseur:
            return self.aanspreekpunt.naam
        return _("Een medewerker van {team}").format(team=self.team)


def _huishoudens(ids: Collection[int]) -> Iterable[Rij]:
    nieuwste_plan = Ondersteuningsplan.objects.filter(dossier=OuterRef("pk")).order_by("-versie").values("status")[:1]
    return (
        Huishouden.objects.filter(pk__in=ids)
        .annotate(
            nu=FilteredRelation("dossier__regies", condition=Q(dossier__regies__tot__isnull=True)),
            plan=Subquery(nieuwste_plan),
        )
        .values(
            "pk", "team__naam", "team__telefoon", "plan",
            "nu__regisseur", "nu__regisseur__naam", "nu__regisseur__telefoon",
        )
    )  # fmt: skip


def _meldingen(ids: Collection[int], met_aanvraag: Collection[int | None], bereik: Bereik) -> Iterable[Rij]:
    """Give the meldingen; one that led to an aanvraag is told by its aanvraag."""
    rijen = (
        binnen_label(Melding.objects.filter(dossier__in=ids), bereik)
        .annotate(einde=_einde("melding", ("wmo-onderzoek", "wgs-gesprek", "wgs-spoed")))
        .values(
            "pk", "dossier_id", "wet", "status", "ontvangen_op", "afsluiting__op", "einde",
            "persoon__roepnaam", "persoon__tussenvoegsel", "persoon__achternaam",
        )
    )  # fmt: skip
    return (rij for rij in rijen if rij["pk"] not in met_aanvraag)


def _aanvragen(ids: Collection[int], bereik: Bereik) -> Iterable[Rij]:
    return (
        binnen_label(Aanvraag.objects.filter(dossier__in=ids), bereik)
        .annotate(einde=_einde("aanvraag", ("wmo-besluit", "wgs-besluit", "awb-besluit")))
        .order_by("pk", "besluit__regels__pk")
        .values(
            "pk", "dossier_id", "melding_id", "wet", "ontvangen_op", "einde",
            "persoon__roepnaam", "persoon__tussenvoegsel", "persoon__achternaam",
            "besluit__vorm", "besluit__verzoek__gevraagd_op", "verzoek__gevraagd_op",
            "besluit__status", "besluit__genomen_op", "besluit__bezwaar_tot_en_met",
            "besluit__regels__is_toegekend", "besluit__regels__inzet__omschrijving",
            "besluit__regels__inzet__voorziening__naam",
            "besluit__regels__toewijzing__toegewezen_op", "besluit__regels__toewijzing__aanbieder__naam",
            "besluit__regels__toewijzing__levering__gestart_op",
            "besluit__regels__toewijzing__levering__beeindiging__gestopt_op",
        )
    )  # fmt: skip


def _einde(soort: str, regels: tuple[str, ...]) -> Subquery:
    """Give the end date of the clock about this row."""
    klokken = Termijn.objects.filter(onderwerp_soort=soort, onderwerp_id=OuterRef("pk"), regel__in=regels)
    return Subquery(klokken.order_by("einddatum").values("einddatum")[:1])


def _per_aanvraag(rijen: list[Rij]) -> list[list[Rij]]:
    groepen: dict[int, list[Rij]] = {}
    for rij in rijen:
        groepen.setdefault(rij["pk"], []).append(rij)
    return list(groepen.values())


# ------------------------------------------------------------------------------------------------ the sentences


def _van_melding(rij: Rij, huis: _Huishouden, vandaag: date) -> Standregel:
    gesloten = rij["status"] == Meldingstatus.AFGESLOTEN
    onderzocht = rij["status"] == Meldingstatus.ONDERZOCHT
    if gesloten:
        zinnen = [_afgesloten(rij, vandaag)]
    elif onderzocht:
        zinnen = [_("Het onderzoek is klaar."), _plan(huis)]
    else:
        zinnen = [_ontvangen(rij, vandaag), *_onderzoek(rij, huis, vandaag)]
    soort = "stop" if gesloten else "wacht" if onderzocht else _op_tijd(rij["einde"], vandaag)
    return _regel(rij, zinnen, soort, is_open=not gesloten, melding_id=rij["pk"])


def _afgesloten(rij: Rij, vandaag: date) -> str:
    return _("Uw melding van {dag} is op {op} afgesloten.").format(
        dag=dag_en_maand(rij["ontvangen_op"], vandaag), op=dag_en_maand(rij["afsluiting__op"], vandaag)
    )


def _ontvangen(rij: Rij, vandaag: date) -> str:
    return _("Uw melding is op {dag} ontvangen.").format(dag=dag_en_maand(rij["ontvangen_op"], vandaag))


def _onderzoek(rij: Rij, huis: _Huishouden, vandaag: date) -> list[str]:
    bezig = rij["status"] == Meldingstatus.IN_ONDERZOEK
    wie = _("{wie} doet het onderzoek.") if bezig else _("{wie} neemt contact met u op.")
    zinnen = [wie.format(wie=huis.wie)]
    if einde := rij["einde"]:
        zinnen.append(_uiterlijk(rij["wet"], bezig=bezig, te_laat=einde < vandaag).format(
            einde=dag_en_maand(einde, vandaag)
        ))  # fmt: skip
    return zinnen


def _uiterlijk(wet: str, *, bezig: bool, te_laat: bool) -> str:
    if wet == Wet.WGS:
        return _("Het eerste gesprek had er op {einde} moeten zijn.") if te_laat else _(
            "Het eerste gesprek is uiterlijk {einde}."
        )  # fmt: skip
    if te_laat:
        return _("Het onderzoek had op {einde} klaar moeten zijn.")
    return _("Dat is uiterlijk {einde} klaar.") if bezig else _("Het onderzoek is uiterlijk {einde} klaar.")


def _plan(huis: _Huishouden) -> str:
    if huis.plan == Planstatus.AANGEBODEN:
        return _("Het plan wacht op vaststelling.")
    if huis.plan == Planstatus.VASTGESTELD:
        return _("Het plan is vastgesteld.")
    return _("{wie} maakt met u het plan.").format(wie=huis.wie)


def _van_aanvraag(groep: list[Rij], huis: _Huishouden, vandaag: date) -> Standregel:
    rij = groep[0]
    if rij["besluit__status"] != Besluitstatus.GENOMEN:
        zinnen = [
            _aanvraag(rij, vandaag),
            *([_plan(huis)] * (huis.plan == Planstatus.AANGEBODEN)),
            _besluitdag(rij, vandaag),
        ]
        return _regel(rij, zinnen, _op_tijd(rij["einde"], vandaag), melding_id=rij["melding_id"])
    hulp = [zin for regel in groep if (zin := _hulp(regel, vandaag))]
    if rij["besluit__vorm"] == Vorm.BRIEF:
        hulp = hulp or [_brief(rij, vandaag)]
    zinnen = hulp or [_besluit(rij, vandaag), _bezwaar(rij, vandaag)]
    gestopt = bool(hulp) and all(
        regel["besluit__regels__toewijzing__levering__beeindiging__gestopt_op"] for regel in groep
    )
    return _regel(rij, zinnen, "stop" if gestopt else "goed", is_open=not gestopt, melding_id=rij["melding_id"])


def _wacht_op_brief(rij: Rij) -> bool:
    """Tell whether this application will be answered by a letter (LW11)."""
    zonder = rij["verzoek__gevraagd_op"] is None and rij["besluit__status"] is None
    return zonder and inrichting().is_beschikkingsvrij(rij["wet"], rij["ontvangen_op"])


def _te_vragen(rij: Rij) -> int | None:
    """Give the application when a decision may still be asked on it."""
    na_brief = rij["besluit__vorm"] == Vorm.BRIEF and rij["besluit__verzoek__gevraagd_op"] is None
    pk: int = rij["pk"]
    return pk if na_brief or _wacht_op_brief(rij) else None


def _brief(rij: Rij, vandaag: date) -> str:
    zin = _("De brief over uw hulp is op {dag} verstuurd. U kunt altijd om een besluit vragen.")
    return zin.format(dag=dag_en_maand(rij["besluit__genomen_op"], vandaag))


def _aanvraag(rij: Rij, vandaag: date) -> str:
    if gevraagd := rij["verzoek__gevraagd_op"]:
        return _("U vroeg op {dag} om een besluit.").format(dag=dag_en_maand(gevraagd, vandaag))
    return _("Uw aanvraag is op {dag} ontvangen.").format(dag=dag_en_maand(rij["ontvangen_op"], vandaag))


def _besluitdag(rij: Rij, vandaag: date) -> str:
    if not (einde := rij["einde"]):
        return ""
    if _wacht_op_brief(rij):
        brief = (
            _("De brief had er op {einde} moeten zijn.") if einde < vandaag else _("De brief komt uiterlijk {einde}.")
        )
        return brief.format(einde=dag_en_maand(einde, vandaag))
    zin = (
        _("Het besluit had er op {einde} moeten zijn.") if einde < vandaag else _("Het besluit komt uiterlijk {einde}.")
    )
    return zin.format(einde=dag_en_maand(einde, vandaag))


def _besluit(rij: Rij, vandaag: date) -> str:
    return _("Het besluit is op {dag} verstuurd.").format(dag=dag_en_maand(rij["besluit__genomen_op"], vandaag))


def _bezwaar(rij: Rij, vandaag: date) -> str:
    tot_en_met = rij["besluit__bezwaar_tot_en_met"]
    if not tot_en_met or tot_en_met < vandaag:
        return ""
    return _("Bezwaar maken kan tot en met {dag}.").format(dag=dag_en_maand(tot_en_met, vandaag))


def _hulp(rij: Rij, vandaag: date) -> str:
    """Tell how far one granted provision is, or nothing before a provider was asked."""
    weg = "besluit__regels__toewijzing__"
    naam = rij["besluit__regels__inzet__voorziening__naam"] or rij["besluit__regels__inzet__omschrijving"]
    if gestopt := rij[f"{weg}levering__beeindiging__gestopt_op"]:
        return _("{hulp} is op {dag} gestopt.").format(hulp=naam, dag=dag_en_maand(gestopt, vandaag))
    if gestart := rij[f"{weg}levering__gestart_op"]:
        zin = _("{hulp} is op {dag} gestart.") if gestart <= vandaag else _("{hulp} start op {dag}.")
        return zin.format(hulp=naam, dag=dag_en_maand(gestart, vandaag))
    if gevraagd := rij[f"{weg}toegewezen_op"]:
        return _("{hulp} is toegekend. {aanbieder} is op {dag} gevraagd om te starten.").format(
            hulp=naam, aanbieder=rij[f"{weg}aanbieder__naam"], dag=dag_en_maand(gevraagd, vandaag)
        )
    return ""


def _op_tijd(einde: date | None, vandaag: date) -> str:
    return "let-op" if einde and einde < vandaag else "bezig"


def _regel(rij: Rij, zinnen: list[str], soort: str, *, is_open: bool = True, melding_id: int | None) -> Standregel:
    namen = (rij["persoon__roepnaam"], rij["persoon__tussenvoegsel"], rij["persoon__achternaam"])
    return Standregel(
        dossier_id=rij["dossier_id"],
        persoon=" ".join(filter(None, namen)),
        wet=str(Wet(rij["wet"]).label),
        zin=" ".join(filter(None, zinnen)),
        soort=soort,
        sinds=rij["ontvangen_op"],
        is_open=is_open,
        melding_id=melding_id,
        besluit_te_vragen=_te_vragen(rij) if "besluit__vorm" in rij else None,
    )
