"""The coordination of one household: all of it on one page, and a page for each thing a coordinator may do."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import pagina
from eenplan.delen.queries import lopende_samenwerkingen
from eenplan.dossiers import queries as dossiers
from eenplan.inrichting.lezen import inrichting
from eenplan.regie import actions, overdracht, queries
from eenplan.regie.blad import GET_EN_POST, Blad, dossier_voor, gegevens, toon
from eenplan.regie.forms import DoorzettingForm, InterventieForm, OverdrachtForm, RegelsForm, SchaalForm, WaakvlamForm

DRIE_MAANDEN = timedelta(days=91)


@require_safe
@requires(Recht.DOSSIER_INZIEN)
def coordinatie(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show who coordinates and everything a coordinator keeps in sight for this household."""
    medewerker, dossier = dossier_voor(request, dossier_id, Recht.DOSSIER_INZIEN)
    vandaag = klok.vandaag()
    record(Sleutel.COORDINATIE_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    context = {
        "dossier": dossier,
        "nu": queries.verantwoordelijke(dossier, vandaag),
        "overdrachten": queries.overdrachten_van(dossier.pk),
        "regels": queries.regels_van(dossier.pk),
        "schaal": list(queries.schaalbesluiten(medewerker).filter(dossier=dossier)),
        "interventies": list(queries.interventies(medewerker).filter(dossier=dossier)),
        "nazorg": list(queries.nazorg(medewerker).filter(dossier=dossier)),
        "waakvlammen": list(queries.waakvlammen(medewerker).filter(dossier=dossier)),
        "doorzettingen": list(queries.doorzettingen(medewerker).filter(dossier=dossier)),
        "niveau": inrichting().schaalniveau_naam,
        "vandaag": vandaag,
        "mag_regie": medewerker.bereik(Recht.REGIE_TOEWIJZEN).omvat(dossier),
        "mag_bijhouden": medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(dossier),
        "mag_doorzetten": medewerker.bereik(Recht.DOORZETTEN).omvat(dossier),
    }
    return pagina(request, "regie/coordinatie.html", context)


@require_safe
@requires(Recht.DOSSIER_INZIEN)
def geschiedenis(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Show who coordinated on every day since the file was opened, and how it passed on."""
    medewerker, dossier = dossier_voor(request, dossier_id, Recht.DOSSIER_INZIEN)
    record(Sleutel.COORDINATIE_INGEZIEN, dossier, by=medewerker, at=klok.nu())
    context = {
        "dossier": dossier,
        "perioden": queries.geschiedenis(dossier),
        "overdrachten": queries.overdrachten_van(dossier.pk),
    }
    return pagina(request, "regie/geschiedenis.html", context)


@requires(Recht.REGIE_TOEWIJZEN)
@require_http_methods(GET_EN_POST)
def overdracht_nieuw(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Ask a colleague, of this team or another, to take over; with what is agreed and the rules that hold."""
    medewerker, dossier = dossier_voor(request, dossier_id, Recht.REGIE_TOEWIJZEN)
    form = OverdrachtForm(
        gegevens(request),
        mensen=queries.mogelijke_regisseurs(klok.vandaag()),
        eigen_team=dossier.scope_team_id,
        regels=inrichting().gouden_regels,
    )
    blad = Blad(
        dossier,
        _("Overdracht voorstellen"),
        _("Stel voor"),
        _("Het voorstel is verstuurd. Tot uw collega ja zegt, verandert er niets."),
        _("Kiest u iemand van een ander team, dan gaat het huishouden na het akkoord naar dat team."),
    )

    def doe() -> None:
        overdracht.stel_overdracht_voor(dossier, **form.feiten(), by=medewerker, at=klok.nu())

    gehoord = dossiers.gehoord(dossier.huishouden)
    return toon(request, blad, form, doe, template="regie/overdracht.html", gehoord=gehoord)


@requires(Recht.REGIE_TOEWIJZEN)
@require_http_methods(GET_EN_POST)
def regels(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Go through the golden rules of coordination, with who was heard beside them."""
    medewerker, dossier = dossier_voor(request, dossier_id, Recht.REGIE_TOEWIJZEN)
    form = RegelsForm(gegevens(request), regels=inrichting().gouden_regels)
    titel, klaar = _("Regels voor coördinatie nalopen"), _("Vastgelegd wat er vandaag klopt.")
    blad = Blad(dossier, titel, _("Leg vast"), klaar, _("Vink aan wat klopt. Wat niet klopt, is werk voor deze week."))

    def doe() -> None:
        overdracht.vink_regels_af(dossier, form.cleaned_data["regels"], by=medewerker, at=klok.nu())

    gehoord = dossiers.gehoord(dossier.huishouden)
    return toon(request, blad, form, doe, template="regie/overdracht.html", gehoord=gehoord)


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def schaal(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Make the help around the household heavier or lighter."""
    medewerker, dossier = dossier_voor(request, dossier_id, Recht.DOSSIER_BIJHOUDEN)
    niveaus = inrichting().schaalniveaus
    laatst = queries.schaalbesluiten(medewerker).filter(dossier=dossier).first()
    begin = {
        "van": laatst.naar if laatst else (niveaus[0].code if niveaus else ""),
        "bekijk_op": klok.vandaag() + DRIE_MAANDEN,
    }
    form = SchaalForm(gegevens(request), niveaus=niveaus, initial=begin)
    blad = Blad(dossier, _("Op- of afschalen"), _("Leg dit besluit vast"), _("Het besluit is vastgelegd."))

    def doe() -> None:
        actions.besluit_schaal(dossier, **form.cleaned_data, by=medewerker, at=klok.nu())

    return toon(request, blad, form, doe)


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def ingrijpen(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Step into help that runs."""
    medewerker, dossier = dossier_voor(request, dossier_id, Recht.DOSSIER_BIJHOUDEN)
    hulp = list(queries.lopende_hulp(medewerker, dossier.pk).filter(levering__isnull=False))
    partners = list(lopende_samenwerkingen(klok.vandaag()))
    namen = {rij.aanbieder.naam for rij in hulp}
    zelfde = next((str(rij.pk) for rij in partners if rij.naam in namen), "")
    form = InterventieForm(gegevens(request), partners=partners, initial={"partner": zelfde})
    form.bied_aan(hulp, [f"{rij.inzet.omschrijving} ({rij.aanbieder.naam})" for rij in hulp])
    uitleg = "" if hulp else _("Er loopt nu geen hulp waarin u kunt ingrijpen.")
    blad = Blad(dossier, _("Ingrijpen in hulp"), _("Leg vast en vraag het"), _("Het ingrijpen is vastgelegd."), uitleg)

    def doe() -> None:
        feiten = form.feiten()
        actions.grijp_in(feiten.pop("toewijzing"), **feiten, by=medewerker, at=klok.nu())

    return toon(request, blad, form, doe)


@requires(Recht.DOSSIER_BIJHOUDEN)
@require_http_methods(GET_EN_POST)
def waakvlam_nieuw(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Keep in touch with the household every so many weeks, help or no help."""
    medewerker, dossier = dossier_voor(request, dossier_id, Recht.DOSSIER_BIJHOUDEN)
    collegas = list(dossiers.collegas(dossier, klok.vandaag()))
    begin = {"weken": inrichting().coordinatie.waakvlam_weken, "medewerker": medewerker.pk}
    form = WaakvlamForm(gegevens(request), initial=begin)
    form.bied_aan(collegas, [wie.naam for wie in collegas])
    blad = Blad(dossier, _("Waakvlam aanzetten"), _("Zet de waakvlam aan"), _("De waakvlam brandt."))

    def doe() -> None:
        actions.zet_waakvlam_aan(dossier, **form.feiten(), by=medewerker, at=klok.nu())

    return toon(request, blad, form, doe)


@requires(Recht.DOORZETTEN)
@require_http_methods(GET_EN_POST)
def gezag(request: HttpRequest, dossier_id: int) -> HttpResponse:
    """Decide by authority, when agreement fails."""
    medewerker, dossier = dossier_voor(request, dossier_id, Recht.DOORZETTEN)
    form = DoorzettingForm(gegevens(request), initial={"bekijk_op": klok.vandaag() + timedelta(days=14)})
    uitleg = _("Doorzettingsmacht: u besluit, als overleg niet helpt. Later legt u vast wat het deed.")
    blad = Blad(dossier, _("Besluiten met gezag"), _("Leg dit besluit vast"), _("Het besluit is vastgelegd."), uitleg)

    def doe() -> None:
        actions.zet_door(dossier, **form.cleaned_data, by=medewerker, at=klok.nu())

    return toon(request, blad, form, doe)
