"""The conversation report: write it together, send it, keep the resident's answer beside it."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require, requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.brieven.leesbaarheid import score
from eenplan.brieven.pdf import maak_pdf
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, bewaard, is_bewaarpoging, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.core.opmaak import tijd
from eenplan.dossiers import actions, queries
from eenplan.dossiers.bestandssoort import PDF
from eenplan.dossiers.brief import kenmerk, verslagbrief
from eenplan.dossiers.feiten import bekende_feiten
from eenplan.dossiers.forms import ReactieForm, VerslagForm, VerzendForm
from eenplan.dossiers.models import Gesprek, Gespreksverslag
from eenplan.dossiers.onderwerpen import ONDERWERPEN, PER_CODE, WETTELIJK
from eenplan.dossiers.samenvoegen import Samenvoeging, schoon, vingerafdruk
from eenplan.dossiers.states import Gesprekstatus, Verslagstatus
from eenplan.personen.models import Persoon
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van

GET_EN_POST = ["GET", "HEAD", "POST"]
BOTSING = 409


@requires(Recht.DOSSIER_INZIEN)
@require_http_methods(GET_EN_POST)
def verslag(request: HttpRequest, pk: int) -> HttpResponse:
    """Write in the report while it is a concept; afterwards read it with the resident's remarks."""
    medewerker, gesprek, gevonden = _verslag(request, pk)
    if request.method == "POST":
        require(medewerker, Recht.DOSSIER_BIJHOUDEN, gesprek)
        return _bewaar(request, medewerker, gesprek)
    record(Sleutel.VERSLAG_INGEZIEN, gevonden or gesprek, by=medewerker, at=klok.nu())
    mag_schrijven = medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(gesprek)
    if queries.is_concept(gevonden) and mag_schrijven and gesprek.status != Gesprekstatus.VERVALLEN:
        form = VerslagForm.van(queries.teksten(gevonden))
        return _toon_schrijven(request, medewerker, gesprek, gevonden, form)
    if gevonden is None:
        return redirect("dossiers:gesprek", pk)
    return _toon_lezen(request, gesprek, gevonden, mag_bijhouden=mag_schrijven)


def _verslag(request: HttpRequest, pk: int) -> tuple[Medewerker, Gesprek, Gespreksverslag | None]:
    medewerker = medewerker_van(request)
    gesprek = get_object_or_404(queries.gesprekken(medewerker), pk=pk)
    return medewerker, gesprek, queries.verslag_van(gesprek)


def _bewaar(request: HttpRequest, medewerker: Medewerker, gesprek: Gesprek) -> HttpResponse:
    """Keep what this writer changed; whatever cannot be kept comes back on the screen, never lost."""
    form, at = VerslagForm(request.POST), klok.nu()
    if not form.is_valid():
        return _toon_schrijven(request, medewerker, gesprek, queries.verslag_van(gesprek), form, status=ONVOLLEDIG)
    try:
        concept = actions.begin_verslag(gesprek, by=medewerker, at=at)
        samen = actions.bewaar_verslag_samen(concept, form.ingediend(), by=medewerker, at=at)
    except NietMogelijk as fout:
        form.add_error(None, fout.zin)
        return _toon_schrijven(request, medewerker, gesprek, queries.verslag_van(gesprek), form, status=ONVOLLEDIG)
    vers = queries.verslag_van(gesprek)
    if is_bewaarpoging(request):
        return _antwoord(vers, form, samen, at=at)
    if samen.botsingen:
        return _toon_botsing(request, medewerker, gesprek, vers, samen)
    if "nalezen" in request.POST:
        return naar(request, reverse("dossiers:verslag_verzending", args=[gesprek.pk]))
    messages.success(request, _("Bewaard om %(tijd)s.") % {"tijd": tijd(at)})
    return naar(request, reverse("dossiers:verslag", args=[gesprek.pk]))


def _antwoord(vers: Gespreksverslag | None, form: VerslagForm, samen: Samenvoeging, *, at: datetime) -> HttpResponse:
    """Tell the page what is kept, so that its next save is measured from there."""
    teksten = queries.teksten(vers)
    velden = {"voortgang": _voortgang(teksten)} | {
        f"stand_{code}": vingerafdruk(teksten.get(code, ""))
        for code, stuk in form.ingediend().items()
        if code in samen.te_bewaren or schoon(stuk.tekst) == teksten.get(code, "")
    }
    bewerking = vers.bewerking if vers else 0
    return bewaard(at=at, bewerking=bewerking, velden=velden, status=BOTSING if samen.botsingen else 200)


def _voortgang(teksten: dict[str, str]) -> str:
    besproken = queries.aantal_besproken(teksten)
    return _("%(besproken)s van %(totaal)s besproken") % {"besproken": besproken, "totaal": len(WETTELIJK)}


def _toon_botsing(
    request: HttpRequest,
    medewerker: Medewerker,
    gesprek: Gesprek,
    vers: Gespreksverslag | None,
    samen: Samenvoeging,
) -> HttpResponse:
    """Show both texts of each subject that two people changed; saving once more keeps the worker's choice."""
    bewaarde = queries.teksten(vers)
    getypt = bewaarde | {botsing.onderwerp: botsing.ingediend for botsing in samen.botsingen}
    opnieuw = VerslagForm.opnieuw(getypt, bewaarde)
    botsingen = {botsing.onderwerp: botsing.bewaard for botsing in samen.botsingen}
    return _toon_schrijven(request, medewerker, gesprek, vers, opnieuw, botsingen=botsingen, status=BOTSING)


def _toon_schrijven(
    request: HttpRequest,
    medewerker: Medewerker,
    gesprek: Gesprek,
    vers: Gespreksverslag | None,
    form: VerslagForm,
    *,
    botsingen: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    teksten = queries.teksten(vers)
    context = {
        "gesprek": gesprek,
        "verslag": vers,
        "form": form,
        "onderwerpen": ONDERWERPEN,
        "bewerking": vers.bewerking if vers else 0,
        "botsingen": botsingen or {},
        "botsing_koppen": [PER_CODE[code].kop for code in botsingen or {}],
        "besproken": queries.aantal_besproken(teksten),
        "totaal": len(WETTELIJK),
        "voortgang": _voortgang(teksten),
        "feiten": bekende_feiten(medewerker, gesprek.dossier, klok.vandaag()),
        "is_concept": queries.is_concept(vers),
    }
    return pagina(request, "dossiers/verslag.html", context, status=status)


def _toon_lezen(request: HttpRequest, gesprek: Gesprek, vers: Gespreksverslag, *, mag_bijhouden: bool) -> HttpResponse:
    context = {
        "gesprek": gesprek,
        "verslag": vers,
        "onderdelen": queries.geschreven(vers),
        "mag_bijhouden": mag_bijhouden,
        "is_concept": queries.is_concept(vers),
    }
    return pagina(request, "dossiers/verslag_lezen.html", context)


# ------------------------------------------------------------------------------------------------------- sending


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def verzending(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the letter as the resident will read it; a POST sends it and locks the report (Wmo 2.3.2 lid 8)."""
    medewerker, gesprek, vers = _verslag(request, pk)
    require(medewerker, Recht.DOSSIER_BIJHOUDEN, gesprek)
    if vers is None or not queries.is_concept(vers):
        return naar(request, reverse("dossiers:verslag", args=[pk]))  # a second press finds the report sent
    personen = _ontvangers(gesprek)
    if request.method != "POST":
        record(Sleutel.VERSLAG_INGEZIEN, vers, by=medewerker, at=klok.nu())
        form = VerzendForm(personen=personen, initial={"aan": str(personen[0].pk)})
        return _toon_verzending(request, medewerker, gesprek, vers, form)
    form = VerzendForm(request.POST, personen=personen)
    if form.is_valid():
        at = klok.nu()
        brief = verslagbrief(vers, aan=form.persoon, van=medewerker, op=at.date())
        try:
            actions.verstuur_verslag(
                vers, maak_pdf(brief), aan=form.persoon, by=medewerker, at=at, gelezen=form.gelezen or vers.bewerking
            )
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Het verslag is verstuurd. Leg hier vast wat de inwoner ervan vindt."))
            return naar(request, reverse("dossiers:verslag", args=[pk]))
    return _toon_verzending(request, medewerker, gesprek, vers, form, status=ONVOLLEDIG)


def _ontvangers(gesprek: Gesprek) -> list[Persoon]:
    """Give who was there, eldest first; a talk with nobody of the household is sent to a member of it."""
    aanwezig = list(gesprek.deelnemers.order_by("geboortedatum", "pk"))
    return aanwezig or list(queries.bewoners(gesprek.dossier.huishouden))


def _toon_verzending(
    request: HttpRequest,
    medewerker: Medewerker,
    gesprek: Gesprek,
    vers: Gespreksverslag,
    form: VerzendForm,
    *,
    status: int = 200,
) -> HttpResponse:
    brief = verslagbrief(vers, aan=_ontvangers(gesprek)[0], van=medewerker, op=klok.vandaag())
    context = {
        "gesprek": gesprek,
        "verslag": vers,
        "form": form,
        "brief": brief,
        "leesbaarheid": score("\n\n".join(tekst for _onderwerp, tekst in queries.geschreven(vers))),
        "is_leeg": not queries.geschreven(vers),
    }
    return pagina(request, "dossiers/verslag_verzending.html", context, status=status)


# ------------------------------------------------------------------------------------------------------ reaction


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def reactie(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what the resident answered; report and answer stay together."""
    medewerker, gesprek, vers = _verslag(request, pk)
    require(medewerker, Recht.DOSSIER_BIJHOUDEN, gesprek)
    if vers is None or queries.is_concept(vers):
        messages.warning(request, _("Stuur het verslag eerst naar de inwoner. Daarna legt u de reactie vast."))
        return naar(request, reverse("dossiers:gesprek", args=[pk]))
    personen = _ontvangers(gesprek)
    if request.method != "POST":
        record(Sleutel.VERSLAG_INGEZIEN, vers, by=medewerker, at=klok.nu())
        begin = {"aan": str(vers.verstuurd_aan_id or personen[0].pk)}
        return _toon_reactie(request, gesprek, vers, ReactieForm(personen=personen, initial=begin))
    form = ReactieForm(request.POST, personen=personen)
    if form.is_valid():
        try:
            actions.leg_reactie_vast(
                vers,
                persoon=form.persoon,
                soort=Verslagstatus(form.cleaned_data["soort"]),
                tekst=form.cleaned_data["tekst"],
                by=medewerker,
                at=klok.nu(),
            )
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("De reactie staat bij het verslag."))
            return naar(request, reverse("dossiers:verslag", args=[pk]))
    return _toon_reactie(request, gesprek, vers, form, status=ONVOLLEDIG)


def _toon_reactie(
    request: HttpRequest, gesprek: Gesprek, vers: Gespreksverslag, form: ReactieForm, *, status: int = 200
) -> HttpResponse:
    context = {"gesprek": gesprek, "verslag": vers, "onderdelen": queries.geschreven(vers), "form": form}
    return pagina(request, "dossiers/verslag_reactie.html", context, status=status)


@requires(Recht.DOSSIER_INZIEN)
@require_safe
def afdruk(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the report as PDF as it stands now: the words that were sent, then every remark of the resident.

    A draft is not printed: paper that was never sent looks as if it was.
    """
    medewerker, gesprek, vers = _verslag(request, pk)
    if vers is None or vers.verstuurd_op is None:
        return redirect("dossiers:verslag", pk)
    record(Sleutel.VERSLAG_INGEZIEN, vers, by=medewerker, at=klok.nu())
    op = vers.verstuurd_op.astimezone(klok.AMSTERDAM).date()
    aan = vers.verstuurd_aan or _ontvangers(gesprek)[0]
    antwoord = HttpResponse(maak_pdf(verslagbrief(vers, aan=aan, van=gesprek.door, op=op)), content_type=PDF)
    antwoord["Content-Disposition"] = f'attachment; filename="{kenmerk(gesprek)}.pdf"'
    return antwoord
