"""The share of each rung of the ladder in what was chosen, per team and period; a figure opens its rows (C2).

Who may not open the rows of a team reads shares only, and none of a group small enough to know somebody by.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, pagina
from eenplan.core.formulier import BasisForm, Datumveld
from eenplan.core.opmaak import getal
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Trede
from eenplan.plannen import verdeling_queries
from eenplan.teams.models import Medewerker, Team
from eenplan.teams.queries import teams_van
from eenplan.teams.sessie import medewerker_van
from eenplan.web.cijfers import KLEINSTE_GROEP, aantal

MEESTE_RIJEN: Final = 200


class PeriodeForm(BasisForm):
    """From which day till which day plans were adopted, both included."""

    vanaf = Datumveld(label=_lazy("Vanaf"))
    tot_en_met = Datumveld(label=_lazy("Tot en met"))

    def clean(self) -> dict[str, date]:
        gevuld: dict[str, date] = super().clean() or {}
        if {"vanaf", "tot_en_met"} <= gevuld.keys() and gevuld["tot_en_met"] < gevuld["vanaf"]:
            self.add_error("tot_en_met", _("De laatste dag ligt voor de eerste. Kies een latere dag."))
        return gevuld


@dataclass(frozen=True)
class Cel:
    """One figure: the share, how many that are, and where its rows stand for who may open them."""

    aandeel: str
    aantal: str = ""
    adres: str = ""


@dataclass(frozen=True)
class Teamregel:
    """One team: the share of each rung, and how much was chosen in all."""

    team: str
    cellen: list[Cel]
    totaal: str


def _periode(request: HttpRequest) -> tuple[PeriodeForm, date, date]:
    """Give the form and the period to show: what was asked for when it can be read, else this year till today."""
    vandaag = klok.vandaag()
    standaard = {"vanaf": vandaag.replace(month=1, day=1), "tot_en_met": vandaag}
    form = PeriodeForm(request.GET if "vanaf" in request.GET else None, initial=standaard)
    gekozen = form.cleaned_data if form.is_bound and form.is_valid() else standaard
    return form, gekozen["vanaf"], gekozen["tot_en_met"]


@requires(Recht.CIJFERS_INZIEN)
@require_safe
def ladder(request: HttpRequest) -> HttpResponse:
    """Show the share of each rung per team, in the municipality's order of the ladder."""
    medewerker = medewerker_van(request)
    form, vanaf, tot_en_met = _periode(request)
    record(Sleutel.CIJFERS_INGEZIEN, None, by=medewerker, at=klok.nu())
    geteld = verdeling_queries.per_team_en_trede(medewerker, vanaf, tot_en_met)
    treden = verdeling_queries.treden(geteld)
    periode = {"vanaf": f"{vanaf:%d-%m-%Y}", "tot_en_met": f"{tot_en_met:%d-%m-%Y}"}
    context = {
        "form": form,
        "vanaf": vanaf,
        "tot_en_met": tot_en_met,
        "treden": treden,
        "rijen": [
            _regel(team, geteld[team.pk], treden, periode if _mag_openen(medewerker, team) else None)
            for team in teams_van(medewerker, Recht.CIJFERS_INZIEN)
        ],
        "kleinste": KLEINSTE_GROEP,
    }
    return pagina(request, "web/ladder_cijfers.html", context, status=ONVOLLEDIG if form.errors else 200)


def _mag_openen(medewerker: Medewerker, team: Team) -> bool:
    """Tell whether this worker may open every plan of the team, so that a figure tells nothing new."""
    bereik = medewerker.bereik(Recht.PLAN_INZIEN)
    return bereik.wetten is None and (bereik.overal or team.pk in bereik.team_ids)


def _regel(team: Team, telling: Counter[str], treden: list[Trede], periode: dict[str, str] | None) -> Teamregel:
    totaal = telling.total()
    if periode is None:
        te_klein = onherleidbaar(telling, [trede.code for trede in treden])
        cellen = [_aandeel_alleen(telling[trede.code], totaal, trede.code in te_klein) for trede in treden]
        return Teamregel(team.naam, cellen, aantal(totaal))
    cellen = [
        Cel(
            _procent(telling[trede.code], totaal) if totaal else getal(0),
            getal(telling[trede.code]),
            f"{reverse('web:ladder_rijen')}?{urlencode({'team': team.pk, 'trede': trede.code} | periode)}",
        )
        for trede in treden
    ]
    return Teamregel(team.naam, cellen, getal(totaal))


def _procent(deel: int, geheel: int) -> str:
    return _("{procent} %").format(procent=getal(round(100 * deel / geheel)))


def _aandeel_alleen(deel: int, geheel: int, te_klein: bool) -> Cel:
    return Cel(_("minder dan {n}").format(n=KLEINSTE_GROEP) if te_klein else _procent(deel, geheel))


def onherleidbaar(telling: Counter[str], codes: list[str]) -> set[str]:
    """Give the rungs that get no figure: the small ones, and one more when the rest would give a small one away."""
    klein = {code for code in codes if telling[code] < KLEINSTE_GROEP}
    groot = sorted((code for code in codes if code not in klein), key=lambda code: telling[code])
    if groot and 0 < sum(telling[code] for code in klein) < KLEINSTE_GROEP:
        klein.add(groot[0])
    return klein


@requires(Recht.CIJFERS_INZIEN)
@require_safe
def ladder_rijen(request: HttpRequest) -> HttpResponse:
    """Show the choices behind one figure, each with the way to its plan; only for who may open those plans."""
    medewerker = medewerker_van(request)
    if "team" not in request.GET:
        return redirect("web:ladder")
    team = get_object_or_404(teams_van(medewerker, Recht.PLAN_INZIEN), pk=_nummer(request.GET["team"]))
    if not _mag_openen(medewerker, team):
        raise Http404
    _form, vanaf, tot_en_met = _periode(request)
    trede = request.GET.get("trede", "")
    rijen = list(verdeling_queries.keuzes(medewerker, team.pk, trede, vanaf, tot_en_met)[: MEESTE_RIJEN + 1])
    record(Sleutel.CIJFERS_INGEZIEN, None, by=medewerker, at=klok.nu())
    context = {
        "team": team,
        "trede": inrichting().trede_naam(trede),
        "vanaf": vanaf,
        "tot_en_met": tot_en_met,
        "rijen": rijen[:MEESTE_RIJEN],
        "is_afgekapt": len(rijen) > MEESTE_RIJEN,
        "periode": urlencode({"vanaf": f"{vanaf:%d-%m-%Y}", "tot_en_met": f"{tot_en_met:%d-%m-%Y}"}),
    }
    return pagina(request, "web/ladder_rijen.html", context)


def _nummer(tekst: str) -> int:
    return int(tekst) if tekst.isdecimal() and len(tekst) < 19 else 0
