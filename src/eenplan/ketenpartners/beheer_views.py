"""Who works for which partner: kept by the functional administrator, who sees no file."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from eenplan.access.rechten import Recht
from eenplan.access.toegang import requires
from eenplan.core import klok
from eenplan.core.antwoord import ONVOLLEDIG, naar, pagina
from eenplan.core.errors import NietMogelijk
from eenplan.delen.queries import lopende_samenwerkingen
from eenplan.delen.views import GET_EN_POST
from eenplan.ketenpartners import actions, queries
from eenplan.ketenpartners.forms import VerbindForm
from eenplan.teams.sessie import medewerker_van


@requires(Recht.PARTNERMEDEWERKER_BEHEREN)
@require_http_methods(GET_EN_POST)
def partnermedewerkers(request: HttpRequest) -> HttpResponse:
    """Show who works for which partner; a POST ties an outside helper to an organisation."""
    medewerker, dag = medewerker_van(request), klok.vandaag()
    form = VerbindForm(
        request.POST if request.method == "POST" else None,
        helpers=queries.helpers(dag, zonder_partner=True),
        partners=lopende_samenwerkingen(dag),
    )
    if form.is_bound and form.is_valid():
        try:
            actions.verbind(**form.cleaned_data, by=medewerker, at=klok.nu())
        except NietMogelijk as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("De hulpverlener ziet nu de opdrachten van deze partner."))
            return naar(request, reverse("ketenpartners:partnermedewerkers"))
    context = {"rijen": queries.partnermedewerkers(medewerker), "form": form}
    status = ONVOLLEDIG if form.is_bound else 200
    return pagina(request, "ketenpartners/partnermedewerkers.html", context, status=status)


@requires(Recht.PARTNERMEDEWERKER_BEHEREN)
@require_POST
def partnermedewerker_einde(request: HttpRequest, pk: int) -> HttpResponse:
    """End the tie of a helper today."""
    medewerker = medewerker_van(request)
    verbonden = get_object_or_404(queries.partnermedewerkers(medewerker), pk=pk)
    actions.maak_los(verbonden, by=medewerker, at=klok.nu())
    messages.success(request, _("Losgemaakt. Deze hulpverlener ziet niets meer."))
    return naar(request, reverse("ketenpartners:partnermedewerkers"))
