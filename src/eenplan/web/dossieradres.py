"""Which file an address is about: told from its first word and its number, for whoever watches at the door."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.db.models import Model

from eenplan.adviezen.models import Advies, Consult
from eenplan.besluiten.models import Aanvraag
from eenplan.delen.models import Deling, Informatieverzoek, Toestemming, Toestemmingsvraag
from eenplan.dossiers.models import Afsluiting, Casus, Document, Gesprek, Labelgrond, Notitie, Taak
from eenplan.evaluaties.models import Evaluatie
from eenplan.ketenpartners.models import Doelopening, Partnertaak
from eenplan.maatwerk.models import Maatwerkroute
from eenplan.meldingen.models import Contact, Crisisbericht, Melding, Terugbelverzoek, Toelating, Triage
from eenplan.metingen.models import Meting
from eenplan.netwerk.models import Overbelasting, Steunfiguur
from eenplan.overleggen.models import Genodigde, Overleg, Overlegafspraak
from eenplan.plannen.models import (
    Actie,
    Doel,
    EigenPlan,
    Inzet,
    Ondersteuningsplan,
    OvergeslagenTrede,
    Urenregel,
    Vaststelling,
)
from eenplan.privacy.models import Verzoek
from eenplan.regie.models import (
    Doorzetting,
    Eindevaluatie,
    Interventie,
    Nazorgcontact,
    Regieoverdracht,
    Schaalbesluit,
    Waakvlam,
)
from eenplan.termijnen.models import Termijn
from eenplan.toegang.models import Meewerkverzoek, Noodtoegang
from eenplan.toewijzingen.models import Toewijzing
from eenplan.veiligheid.models import Risicotaxatie, Veiligheidsplan
from eenplan.wachtlijsten.models import Wachtplek

HUISHOUDENS: Final = "huishoudens"

# The first word of an address, what its number counts, and the way from there to the number of the file.
RIJEN: Final[Mapping[str, tuple[type[Model], str]]] = {
    "aanvragen": (Aanvraag, "dossier_id"),
    "adviezen": (Advies, "dossier_id"),
    "consulten": (Consult, "dossier_id"),
    "genodigden": (Genodigde, "overleg__dossier_id"),
    "overlegafspraken": (Overlegafspraak, "overleg__dossier_id"),
    "overleggen": (Overleg, "dossier_id"),
    "acties": (Actie, "doel__plan__dossier_id"),
    "afsluitingen": (Afsluiting, "dossier_id"),
    "casussen": (Casus, "dossier_id"),
    "contacten": (Contact, "huishouden_id"),
    "crisisberichten": (Crisisbericht, "triage__dossier_id"),
    "documenten": (Document, "dossier_id"),
    "delingen": (Deling, "dossier_id"),
    "doelen": (Doel, "plan__dossier_id"),
    "eigen-plannen": (EigenPlan, "dossier_id"),
    "gesprekken": (Gesprek, "dossier_id"),
    "informatieverzoeken": (Informatieverzoek, "dossier_id"),
    "inzetten": (Inzet, "doel__plan__dossier_id"),
    "labelgronden": (Labelgrond, "dossier_id"),
    "meewerkverzoeken": (Meewerkverzoek, "dossier_id"),
    "evaluaties": (Evaluatie, "dossier_id"),
    "meldingen": (Melding, "dossier_id"),
    "metingen": (Meting, "dossier_id"),
    "noodtoegangen": (Noodtoegang, "dossier_id"),
    "notities": (Notitie, "dossier_id"),
    "overbelastingen": (Overbelasting, "dossier_id"),
    "overgeslagen": (OvergeslagenTrede, "doel__plan__dossier_id"),
    "maatwerkroutes": (Maatwerkroute, "dossier_id"),
    "openstellingen": (Doelopening, "dossier_id"),
    "partnertaken": (Partnertaak, "dossier_id"),
    "plannen": (Ondersteuningsplan, "dossier_id"),
    "risicotaxaties": (Risicotaxatie, "dossier_id"),
    "steunfiguren": (Steunfiguur, "dossier_id"),
    "taken": (Taak, "dossier_id"),
    "termijnen": (Termijn, "dossier_id"),
    "terugbelverzoeken": (Terugbelverzoek, "contact__huishouden_id"),
    "toelatingen": (Toelating, "triage__dossier_id"),
    "triages": (Triage, "dossier_id"),
    "toestemmingen": (Toestemming, "vraag__dossier_id"),
    "toestemmingsvragen": (Toestemmingsvraag, "dossier_id"),
    "toewijzingen": (Toewijzing, "dossier_id"),
    "urenregels": (Urenregel, "dossier_id"),
    "vaststellingen": (Vaststelling, "plan__dossier_id"),
    "veiligheidsplannen": (Veiligheidsplan, "dossier_id"),
    "verzoeken": (Verzoek, "dossier_id"),
    "wachtplekken": (Wachtplek, "dossier_id"),
    "regieoverdrachten": (Regieoverdracht, "dossier_id"),
    "schaalbesluiten": (Schaalbesluit, "dossier_id"),
    "interventies": (Interventie, "dossier_id"),
    "nazorgcontacten": (Nazorgcontact, "dossier_id"),
    "waakvlammen": (Waakvlam, "dossier_id"),
    "doorzettingen": (Doorzetting, "dossier_id"),
    "eindevaluaties": (Eindevaluatie, "dossier_id"),
}


def dossier_van(route: str, kwargs: Mapping[str, object]) -> int | None:
    """Give the number of the file that an address is about, or none: one question at most."""
    soort = route.partition("/")[0]
    nummer = kwargs.get("dossier_id", kwargs.get("pk"))
    if not isinstance(nummer, int):
        return None
    if soort == HUISHOUDENS or "dossier_id" in kwargs:
        return nummer
    if soort not in RIJEN:
        return None
    model, pad = RIJEN[soort]
    gevonden: int | None = model._default_manager.filter(pk=nummer).values_list(pad, flat=True).first()
    return gevonden
