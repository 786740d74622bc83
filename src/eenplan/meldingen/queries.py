"""Every read of contacts and meldingen, each starting from what the worker may see."""

from __future__ import annotations

from datetime import date, datetime, time

from django.db.models import Q, QuerySet

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk, binnen_label
from eenplan.core.klok import AMSTERDAM
from eenplan.meldingen.models import Afloop, Contact, Melding, Onderzoek, Terugbelverzoek
from eenplan.teams.models import Medewerker
from eenplan.termijnen.models import Termijn

TEAM = "dossier__huishouden__team"
KANS_VAN_DE_INWONER = "wmo-persoonlijk-plan"


def visible_to(medewerker: Medewerker, recht: Recht = Recht.MELDING_INZIEN) -> QuerySet[Melding]:
    """Give the meldingen in the worker's scope."""
    rijen = Melding.objects.select_related(
        "dossier__huishouden__adres", "dossier__huishouden__team", "persoon", "contact"
    )
    return beperk(rijen, medewerker.bereik(recht), TEAM, wet="wet")


def met_alles(medewerker: Medewerker) -> QuerySet[Melding]:
    """Give the meldingen in scope with all that their page shows of the call, the letter and the end."""
    return visible_to(medewerker).select_related(
        "contact__aangenomen_door", "contact__verheldering", "bevestiging__door", "afsluiting__door", "onderzoek"
    )


def klokken(melding: Melding) -> list[Termijn]:
    """Give the clocks about this melding, the first to end first."""
    over = Termijn.objects.filter(onderwerp_soort=Melding.ONDERWERP, onderwerp_id=melding.pk)
    return list(over.order_by("einddatum", "pk"))


def is_kans_voorbij(termijn: Termijn, dag: date) -> bool:
    """Tell whether this was the resident's chance to hand in a plan, and it has passed: nobody is late (lid 2)."""
    return termijn.regel == KANS_VAN_DE_INWONER and termijn.voltooid_op is None and termijn.einddatum < dag


def loopt(termijn: Termijn, dag: date) -> bool:
    """Tell whether somebody still has to do something for this clock."""
    return termijn.voltooid_op is None and not is_kans_voorbij(termijn, dag)


def onderzoeken(medewerker: Medewerker) -> QuerySet[Onderzoek]:
    """Give the onderzoeken in the worker's scope."""
    rijen = Onderzoek.objects.select_related("dossier__huishouden", "melding__persoon")
    return beperk(rijen, medewerker.bereik(Recht.MELDING_INZIEN), TEAM, wet="melding__wet")


def contacten(medewerker: Medewerker) -> QuerySet[Contact]:
    """Give the contacts this worker may work on: the own ones, and those of households in scope."""
    rijen = Contact.objects.select_related("huishouden__adres", "huishouden__team", "persoon", "verheldering")
    bereik = medewerker.bereik(Recht.CONTACT_AANNEMEN)
    if not bereik:
        return rijen.none()
    binnen = (
        rijen
        if bereik.overal
        else rijen.filter(Q(aangenomen_door=medewerker) | Q(huishouden__team__in=bereik.team_ids))
    )
    return binnen_label(binnen.exclude(huishouden__in=bereik.gesloten_ids), bereik, dossier="huishouden")


def laatste_contacten(medewerker: Medewerker, huishouden_id: int, *, aantal: int = 3) -> list[Contact]:
    """Give the last contacts of a household, latest first."""
    rijen = contacten(medewerker).select_related("aangenomen_door").filter(huishouden=huishouden_id)
    return list(rijen.order_by("-ontvangen_op")[:aantal])


def open_gesprekken(medewerker: Medewerker, dag: date) -> list[Contact]:
    """Give the calls that this worker took today and did not end yet, in the order in which they came."""
    vanaf = datetime.combine(dag, time(), AMSTERDAM)
    rijen = Contact.objects.filter(aangenomen_door=medewerker, ontvangen_op__gte=vanaf, afloop=Afloop.OPEN)
    rijen = rijen.exclude(huishouden__in=medewerker.bereik(Recht.CONTACT_AANNEMEN).gesloten_ids)
    return list(rijen.order_by("ontvangen_op"))


def terugbelverzoeken(medewerker: Medewerker) -> QuerySet[Terugbelverzoek]:
    """Give the promises to call back that this worker made or must keep."""
    rijen = Terugbelverzoek.objects.select_related(
        "contact__huishouden__team", "contact__persoon", "contact__aangenomen_door", "voor"
    )
    bereik = medewerker.bereik(Recht.CONTACT_AANNEMEN)
    mijn = rijen.filter(voor=medewerker).exclude(contact__huishouden__in=bereik.gesloten_ids)
    mijn = binnen_label(mijn, bereik, wet="contact__wet", dossier="contact__huishouden")
    return rijen.filter(contact__in=contacten(medewerker).values("pk")) | mijn
