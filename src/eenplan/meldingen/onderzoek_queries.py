"""Reads for the pages of the onderzoek: which talks belong to it, and what still keeps it from being finished."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from eenplan.core.klok import AMSTERDAM
from eenplan.core.opmaak import datum
from eenplan.dossiers import queries as dossiers
from eenplan.dossiers.models import Gesprek, Gespreksverslag
from eenplan.dossiers.states import Gesprekstatus, Verslagstatus
from eenplan.meldingen.models import Melding, Onderzoek
from eenplan.teams.models import Medewerker
from eenplan.termijnen.models import Termijn
from eenplan.veiligheid import queries as veiligheid


@dataclass(frozen=True)
class Onderdeel:
    """A talk of the household, whether it is part of this onderzoek, and how far its report is."""

    gesprek: Gesprek
    hoort_erbij: bool

    @property
    def verslag(self) -> Gespreksverslag | None:
        return getattr(self.gesprek, "verslag", None)

    @property
    def is_verstuurd(self) -> bool:
        return self.verslag is not None and self.verslag.verstuurd_op is not None

    @property
    def wacht_op_reactie(self) -> bool:
        return self.verslag is not None and self.verslag.status == Verslagstatus.VERSTUURD


def onderzoek_van(melding: Melding) -> Onderzoek | None:
    """Give the onderzoek after this melding, or none yet."""
    return Onderzoek.objects.filter(melding=melding).first()


def onderdelen(melding: Melding, onderzoek: Onderzoek | None, voor: Medewerker) -> list[Onderdeel]:
    """Give the talks that belong to the onderzoek, and those since the melding that could; cancelled ones do not."""
    eigen = set(onderzoek.gesprekken.values_list("pk", flat=True)) if onderzoek else set()
    mogelijk = (
        gesprek
        for gesprek in dossiers.gesprekken_van(melding.dossier_id, voor)
        if gesprek.status != Gesprekstatus.VERVALLEN
        and (gesprek.pk in eigen or gesprek.begint_op.astimezone(AMSTERDAM).date() >= melding.ontvangen_op)
    )
    return [Onderdeel(gesprek, gesprek.pk in eigen) for gesprek in mogelijk]


def mist_veiligheid(melding: Melding) -> list[str]:
    """Say in a sentence that safety was not asked after since the melding, when that is so (C18)."""
    if veiligheid.is_gevraagd(melding.dossier_id, melding.ontvangen_op):
        return []
    return [_("Doe eerst de veiligheidscheck, of schrijf op waarom u die overslaat.")]


def bezwaren(delen: list[Onderdeel]) -> list[str]:
    """Say in sentences what must be done before the onderzoek can be finished."""
    if any(deel.is_verstuurd for deel in delen):
        return []
    return [_("Stuur eerst het gespreksverslag naar de inwoner. Dat is de weergave van het onderzoek.")]


def aandacht(melding: Melding, delen: list[Onderdeel], vandaag: date) -> list[str]:
    """Say what a careful worker looks at before finishing; none of it is forbidden."""
    zinnen = []
    if any(deel.wacht_op_reactie for deel in delen):
        zinnen.append(_("De inwoner heeft nog niet op het verslag gereageerd."))
    if any(deel.verslag and not deel.is_verstuurd for deel in delen):
        zinnen.append(_("Er is nog een verslag in concept."))
    plan = Termijn.objects.filter(
        regel="wmo-persoonlijk-plan",
        onderwerp_soort=melding.ONDERWERP,
        onderwerp_id=melding.pk,
        einddatum__gte=vandaag,
    ).first()
    if plan:
        zin = _("De inwoner kan tot en met %(dag)s nog een persoonlijk plan inleveren (artikel 2.3.2 lid 2 Wmo 2015).")
        zinnen.append(zin % {"dag": datum(plan.einddatum)})
    return zinnen
