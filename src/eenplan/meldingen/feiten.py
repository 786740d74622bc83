"""What the household told when it called: shown beside the conversation report, so that nobody asks it twice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from eenplan.dossiers.feiten import Feit, bron
from eenplan.dossiers.models import Dossier
from eenplan.inrichting.lezen import inrichting
from eenplan.meldingen.models import Vraagverheldering
from eenplan.meldingen.queries import visible_to
from eenplan.teams.models import Medewerker


@bron
def uit_het_eerste_contact(medewerker: Medewerker, dossier: Dossier, op: date) -> Iterable[Feit]:
    """The question in the caller's words and every answer to the intake script, the latest melding first."""
    rijen = visible_to(medewerker).filter(dossier=dossier).select_related("contact__verheldering")
    for melding in rijen.order_by("-ontvangen_op", "-pk"):
        adres = reverse("meldingen:melding", args=[melding.pk])
        herkomst = _("melding van %(naam)s") % {"naam": melding.persoon.naam}
        groep = _("Bij de melding verteld")
        yield Feit(groep, f"“{melding.omschrijving}”", herkomst, melding.ontvangen_op, adres)
        verheldering: Vraagverheldering | None = getattr(melding.contact, "verheldering", None)
        for tekst in _antwoorden(verheldering) if verheldering else ():
            yield Feit(groep, tekst, herkomst, melding.ontvangen_op, adres)


def _antwoorden(verheldering: Vraagverheldering) -> Iterable[str]:
    if verheldering.vraag_achter_de_vraag:
        yield verheldering.vraag_achter_de_vraag
    if verheldering.is_meervoudig is not None:
        yield _("Er spelen meer vragen tegelijk.") if verheldering.is_meervoudig else _("Het gaat om één vraag.")
    vragen = {vraag.code: vraag.vraag for vraag in inrichting().extra_vragen}
    for code, antwoord in verheldering.extra.items():
        if antwoord:
            yield f"{vragen.get(code, code)} {antwoord}"
