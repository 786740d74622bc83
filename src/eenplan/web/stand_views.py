"""Where a household stands, for whoever may know that and no more: no contents of the file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core import klok
from eenplan.core.antwoord import pagina
from eenplan.meldingen.queries import laatste_contacten
from eenplan.personen import queries as personen
from eenplan.personen.afscherming import adres_of_niets
from eenplan.teams.sessie import medewerker_van
from eenplan.web.stand import stand as bepaal_stand


@requires(Recht.STAND_INZIEN)
@require_safe
def stand(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the sentence for each question, whom to ask for, and the last contacts."""
    medewerker, nu = medewerker_van(request), klok.nu()
    huishouden = get_object_or_404(personen.visible_to(medewerker, Recht.STAND_INZIEN), pk=pk)
    record(Sleutel.STAND_INGEZIEN, huishouden, by=medewerker, at=nu)
    context = {
        "huishouden": huishouden,
        "woonadres": adres_of_niets(medewerker, huishouden),
        "leden": personen.leden(huishouden),
        "stand": bepaal_stand(pk, voor=medewerker, vandaag=nu.date()),
        "contacten": laatste_contacten(medewerker, pk),
        "vandaag": nu.date(),
        "mag_aannemen": medewerker.mag(Recht.CONTACT_AANNEMEN),
        "mag_melding": medewerker.bereik(Recht.MELDING_INZIEN).omvat(huishouden),
        "mag_vragen": medewerker.bereik(Recht.BESLUIT_VRAGEN).omvat(huishouden),
        "mag_dossier": medewerker.bereik(Recht.DOSSIER_INZIEN).omvat(huishouden),
    }
    return pagina(request, "web/stand.html", context)
