"""Every read of contacts and meldingen, each starting from what the worker may see."""

from __future__ import annotations

from django.db.models import QuerySet

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk
from eenplan.meldingen.models import Contact, Melding, Onderzoek, Terugbelverzoek
from eenplan.teams.models import Medewerker

TEAM = "dossier__huishouden__team"


def visible_to(medewerker: Medewerker, recht: Recht = Recht.MELDING_INZIEN) -> QuerySet[Melding]:
    """Give the meldingen in the worker's scope."""
    rijen = Melding.objects.select_related(
        "dossier__huishouden__adres", "dossier__huishouden__team", "persoon", "contact"
    )
    return beperk(rijen, medewerker.bereik(recht), TEAM)


def onderzoeken(medewerker: Medewerker) -> QuerySet[Onderzoek]:
    """Give the onderzoeken in the worker's scope."""
    rijen = Onderzoek.objects.select_related("dossier__huishouden", "melding__persoon")
    return beperk(rijen, medewerker.bereik(Recht.MELDING_INZIEN), TEAM)


def contacten(medewerker: Medewerker) -> QuerySet[Contact]:
    """Give the contacts this worker may work on: the own ones, and those of households in scope."""
    rijen = Contact.objects.select_related("huishouden__adres", "huishouden__team", "persoon", "verheldering")
    bereik = medewerker.bereik(Recht.CONTACT_AANNEMEN)
    if not bereik:
        return rijen.none()
    eigen = rijen.filter(aangenomen_door=medewerker)
    return rijen if bereik.overal else (eigen | rijen.filter(huishouden__team__in=bereik.team_ids))


def terugbelverzoeken(medewerker: Medewerker) -> QuerySet[Terugbelverzoek]:
    """Give the promises to call back that this worker made or must keep."""
    rijen = Terugbelverzoek.objects.select_related("contact__huishouden", "contact__persoon", "voor")
    return rijen.filter(contact__in=contacten(medewerker).values("pk")) | rijen.filter(voor=medewerker)
