"""The pages that join rooms: Mijn dag, one household, the team."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import pagina, wil_fragment
from eenplan.dossiers.forms import NotitieForm
from eenplan.dossiers.models import Dossier
from eenplan.personen import queries as personen
from eenplan.teams.models import Medewerker
from eenplan.teams.queries import teams_van
from eenplan.teams.sessie import medewerker_van
from eenplan.web import dag as mijn_dag
from eenplan.web import huishouden as beeld
from eenplan.web import teambeeld, verhaal
from eenplan.web.volgorde import Tekst


@requires(Recht.DAG_INZIEN)
@require_safe
def dag(request: HttpRequest) -> HttpResponse:
    """Show everything this worker must do, in the order in which it must happen."""
    medewerker, nu = medewerker_van(request), klok.nu()
    inhoud = {"dag": mijn_dag.stel_samen(medewerker, nu), "vandaag": nu.date(), "medewerker": medewerker}
    return pagina(request, "web/dag.html", inhoud)


@requires(Recht.DOSSIER_INZIEN, Recht.STAND_INZIEN)
@require_safe
def huishouden(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell the household's story on one page; who may only know where it stands is led there."""
    medewerker, nu = medewerker_van(request), klok.nu()
    if not medewerker.mag(Recht.DOSSIER_INZIEN):
        return redirect("web:stand", pk)
    kop = beeld.vind(medewerker, pk, nu)
    if kop is None:
        get_object_or_404(personen.visible_to(medewerker), pk=pk)
        return redirect("web:stand", pk)  # a household that never had a file
    verteld = verhaal.lees(
        pk,
        soort=request.GET.get("soort", ""),
        na=_nummer(request.GET.get("na", "")),
        voor=medewerker,
        vorig_bezoek=kop.vorig_bezoek,
    )
    inhoud: dict[str, object] = {"kop": kop, "dossier": kop.dossier, "verhaal": verteld}
    if wil_fragment(request):
        return pagina(request, "web/huishouden.html", inhoud, fragment="ouder")
    record(Sleutel.DOSSIER_INGEZIEN, kop.dossier, by=medewerker, at=nu)
    inhoud |= {
        "beeld": beeld.lees(kop, medewerker, nu),
        "filters": _filters(pk, verteld.soort),
        "vandaag": nu.date(),
        "form": NotitieForm(),
        "mag": _mag(medewerker, kop.dossier),
    }
    return pagina(request, "web/huishouden.html", inhoud)


def _filters(pk: int, gekozen: str) -> list[tuple[Tekst, str, bool]]:
    """Give the kinds of the story to choose from; the main lines when nothing was chosen."""
    hier = reverse("web:huishouden", args=[pk])
    soorten = [(naam, code) for code, (naam, _delen) in verhaal.SOORTEN.items()]
    keuzes = [*soorten, (_("alles"), verhaal.ALLES)]
    return [
        (_("hoofdlijn"), f"{hier}#verhaal", not gekozen),
        *((naam, f"{hier}?soort={code}#verhaal", code == gekozen) for naam, code in keuzes),
    ]


def _mag(medewerker: Medewerker, dossier: Dossier) -> dict[str, bool]:
    """Say which acts the page offers; the acts themselves ask again."""
    rechten = {
        "bijhouden": Recht.DOSSIER_BIJHOUDEN,
        "plan_schrijven": Recht.PLAN_SCHRIJVEN,
        "aanvraag": Recht.AANVRAAG_ONTVANGEN,
        "toewijzen": Recht.TOEWIJZING_BIJHOUDEN,
        "regie": Recht.REGIE_TOEWIJZEN,
        "contact": Recht.CONTACT_AANNEMEN,
    }
    return {naam: medewerker.bereik(recht).omvat(dossier) for naam, recht in rechten.items()}


def _nummer(tekst: str) -> int | None:
    return int(tekst) if tekst.isdecimal() and len(tekst) < 19 else None


@requires(Recht.TEAM_INZIEN)
@require_safe
def team(request: HttpRequest) -> HttpResponse:
    """Show how a team stands, and the rows behind one of its counts."""
    medewerker, nu = medewerker_van(request), klok.nu()
    teams = list(teams_van(medewerker, Recht.TEAM_INZIEN))
    keuze = request.GET.get("team", "")
    gekozen = next((rij for rij in teams if str(rij.pk) == keuze), None) if keuze else (teams[0] if teams else None)
    if gekozen is None:
        raise Http404
    samen = teambeeld.stel_samen(
        gekozen, medewerker, nu, toon=request.GET.get("toon", ""), collega=request.GET.get("collega", "")
    )
    hier = reverse("web:team")
    keuzes = [(rij.naam, f"{hier}?team={rij.pk}", rij.pk == gekozen.pk) for rij in teams]
    return pagina(request, "web/team.html", {"teams": keuzes, "beeld": samen, "vandaag": nu.date()})
