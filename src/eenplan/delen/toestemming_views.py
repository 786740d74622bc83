"""The pages of consent: the register per resident, the question, its letter, the answers and the withdrawal."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require, requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.brieven.pdf import maak_pdf
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.delen import actions, queries
from eenplan.delen.brief import GEEN_VOORWAARDE, toestemmingsbrief
from eenplan.delen.forms import AntwoordForm, ToestemmingWegForm, VraagForm
from eenplan.delen.gevers import gevers
from eenplan.delen.keuzes import Categorie, namen
from eenplan.delen.models import Toestemmingsvraag
from eenplan.delen.states import Toestemmingstatus
from eenplan.delen.views import GET_EN_POST, dossier_van, keuzes_voor, mag_delen
from eenplan.dossiers.models import Dossier
from eenplan.teams.models import Medewerker
from eenplan.teams.sessie import medewerker_van


@requires(Recht.DELING_INZIEN)
@require_safe
def register(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show every question for consent per resident, with every answer: given, refused and withdrawn."""
    medewerker, dossier = dossier_van(request, dossier_id, Recht.DELING_INZIEN)
    record(Sleutel.DELING_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    vragen = queries.vragen_van(dossier.pk, medewerker)
    context = {
        "dossier": dossier,
        "per_persoon": _per_persoon(vragen),
        "mag_delen": mag_delen(medewerker, dossier),
        "vandaag": klok.vandaag(),
    }
    return pagina(request, "delen/toestemmingen.html", context)


def _per_persoon(vragen: list[Toestemmingsvraag]) -> list[tuple[str, list[tuple[Toestemmingsvraag, list[str]]]]]:
    groepen: dict[int, tuple[str, list[tuple[Toestemmingsvraag, list[str]]]]] = {}
    for vraag in vragen:
        groep = groepen.setdefault(vraag.persoon_id, (vraag.persoon.naam, []))
        groep[1].append((vraag, namen(Categorie, vraag.categorieen)))
    return list(groepen.values())


@requires(Recht.GEGEVENS_DELEN)
@require_http_methods(GET_EN_POST)
def nieuw(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Ask for consent, only where the law makes consent the ground; elsewhere say which ground holds."""
    medewerker, dossier = dossier_van(request, dossier_id, Recht.GEGEVENS_DELEN)
    keuzes = keuzes_voor(medewerker, dossier)
    if request.method != "POST":
        record(Sleutel.DELING_INGEZIEN, dossier, by=medewerker, at=klok.nu())
        return _toon_weg(request, dossier, ToestemmingWegForm(**keuzes))
    form = ToestemmingWegForm(request.POST, **keuzes)
    if not form.is_valid():
        return _toon_weg(request, dossier, form, status=ONVOLLEDIG)
    weg = form.weg(form.cleaned_data["richting"])
    categorieen = queries.mogelijke_categorieen(weg.samenwerking)
    if request.POST.get("stap") != "vraag":
        return _toon_vraag(request, dossier, form, VraagForm(categorieen=categorieen))
    vraagform = VraagForm(request.POST, categorieen=categorieen)
    if vraagform.is_valid():
        try:
            gekozen = vraagform.cleaned_data["categorieen"]
            vraag = actions.vraag_toestemming(dossier, weg, categorieen=gekozen, by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            vraagform.add_error(None, fout.zin)
        else:
            messages.success(request, _("De vraag staat klaar. Print de brief of vraag het in een gesprek."))
            return naar(request, reverse("delen:vraag", args=[vraag.pk]))
    return _toon_vraag(request, dossier, form, vraagform, status=ONVOLLEDIG)


def _toon_weg(request: HttpRequest, dossier: Dossier, form: ToestemmingWegForm, *, status: int = 200) -> HttpResponse:
    context = {"dossier": dossier, "form": form}
    return pagina(request, "delen/toestemming_nieuw.html", context, status=status)


def _toon_vraag(
    request: HttpRequest, dossier: Dossier, form: ToestemmingWegForm, vraagform: VraagForm, *, status: int = 200
) -> HttpResponse:
    """Show the ground first; the form itself only when consent is the ground and it is known who gives it."""
    weg = form.weg(form.cleaned_data["richting"])
    grond = queries.grond_van(weg.samenwerking, herkomst=weg.herkomst, doel=weg.doel, richting=weg.richting)
    nodig, uitzoeken = None, ""
    if grond.vraagt_toestemming:
        try:
            nodig = gevers(weg.persoon, klok.vandaag())
        except NietMogelijk as fout:
            uitzoeken = fout.zin
    context: dict[str, Any] = {
        "dossier": dossier,
        "form": form,
        "vraagform": vraagform,
        "weg": weg,
        "grond": grond,
        "nodig": nodig,
        "uitzoeken": uitzoeken,
        "geen_voorwaarde": GEEN_VOORWAARDE,
    }
    return pagina(request, "delen/toestemming_vragen.html", context, status=status)


def _vraag(request: HttpRequest, pk: int, recht: Recht) -> tuple[Medewerker, Toestemmingsvraag]:
    medewerker = medewerker_van(request)
    return medewerker, get_object_or_404(queries.vragen(medewerker, recht), pk=pk)


@requires(Recht.DELING_INZIEN)
@require_http_methods(GET_EN_POST)
def vraag(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one question with the answer of each; a POST records an answer."""
    medewerker, gevonden = _vraag(request, pk, Recht.DELING_INZIEN)
    if request.method != "POST":
        record(Sleutel.DELING_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
        return _toon_antwoorden(request, gevonden, medewerker)
    require(medewerker, Recht.GEGEVENS_DELEN, gevonden)
    nummer = request.POST.get("toestemming", "")
    toestemming = next((rij for rij in gevonden.toestemmingen.all() if str(rij.pk) == nummer), None)
    if toestemming is None:
        raise Http404
    form = AntwoordForm(request.POST, auto_id=f"id_%s_{toestemming.pk}")
    if form.is_valid():
        try:
            actions.leg_antwoord_vast(toestemming, form.antwoord_gegeven(), by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Het antwoord is vastgelegd."))
            return naar(request, reverse("delen:vraag", args=[pk]))
    return _toon_antwoorden(request, gevonden, medewerker, gestuurd={toestemming.pk: form}, status=ONVOLLEDIG)


def _toon_antwoorden(
    request: HttpRequest,
    gevonden: Toestemmingsvraag,
    medewerker: Medewerker,
    *,
    gestuurd: dict[int, AntwoordForm] | None = None,
    status: int = 200,
) -> HttpResponse:
    forms = gestuurd or {}
    mag = medewerker.bereik(Recht.GEGEVENS_DELEN).omvat(gevonden)
    rijen = [
        (
            rij,
            forms.get(rij.pk) or AntwoordForm(initial={"op": klok.vandaag()}, auto_id=f"id_%s_{rij.pk}")
            if mag and rij.status == Toestemmingstatus.GEVRAAGD
            else None,
        )
        for rij in gevonden.toestemmingen.all()
    ]
    context = {
        "vraag": gevonden,
        "rijen": rijen,
        "gestuurd": next(iter(forms.values()), None),
        "soorten": namen(Categorie, gevonden.categorieen),
        "beletsel": queries.waarom_geen_toestemming(gevonden, klok.vandaag()),
        "mag_delen": mag,
        "geen_voorwaarde": GEEN_VOORWAARDE,
    }
    return pagina(request, "delen/toestemming.html", context, status=status)


@requires(Recht.GEGEVENS_DELEN)
@require_safe
def brief(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the letter that asks for consent, to print or to read at the table."""
    medewerker, gevonden = _vraag(request, pk, Recht.GEGEVENS_DELEN)
    record(Sleutel.DELING_INGEZIEN, gevonden, by=medewerker, at=klok.nu())
    pdf = maak_pdf(toestemmingsbrief(gevonden, van=medewerker, op=klok.vandaag()))
    antwoord = HttpResponse(pdf, content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="toestemming-{gevonden.pk}.pdf"'
    return antwoord


@requires(Recht.GEGEVENS_DELEN)
@require_POST
def intrekking(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw consent with one press: what rests on it stops at once."""
    medewerker = medewerker_van(request)
    gevonden = get_object_or_404(queries.toestemmingen(medewerker), pk=pk)
    actions.trek_toestemming_in(gevonden, by=medewerker, at=klok.nu())
    messages.success(request, _("De toestemming is ingetrokken. Er gaat niets meer uit."))
    return naar(request, reverse("delen:toestemmingen", args=[gevonden.dossier_id]))
