"""Events of the trail whose subject falls under a law outside a worker's labels: they are no part of that story."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Model, Q, QuerySet

from eenplan.access.rechten import Recht
from eenplan.access.toegang import gelabeld
from eenplan.adviezen.models import Advies, Consult
from eenplan.audit.models import Gebeurtenis
from eenplan.besluiten.models import Aanvraag, Besluit, Besluitverzoek
from eenplan.dossiers.models import Casus, Document, Gesprek, Gespreksverslag, Notitie, Taak
from eenplan.ketenpartners.models import Doelopening, Partnertaak
from eenplan.maatwerk.models import Maatwerkroute
from eenplan.meldingen.models import Contact, Melding, Onderzoek, Terugbelverzoek, Toelating, Triage
from eenplan.metingen.models import Meting
from eenplan.overleggen.models import Overleg, Overlegafspraak
from eenplan.plannen.models import EigenPlan, EigenPlanaanbod, Urenregel
from eenplan.regie.models import Eindevaluatie, Interventie, Nazorgcontact
from eenplan.teams.models import Medewerker
from eenplan.termijnen.models import Termijn
from eenplan.toewijzingen.models import Toewijzing
from eenplan.veiligheid.models import Risicotaxatie, Veiligheidsplan
from eenplan.wachtlijsten.models import Wachtplek

# Every subject that carries a label: where its label stands, and where its file. A test walks the models.
GELABELD: Final[dict[type[Model], tuple[str, str]]] = {
    Aanvraag: ("wet", "dossier"),
    Advies: ("wet", "dossier"),
    Consult: ("wet", "dossier"),
    Overleg: ("wet", "dossier"),
    Overlegafspraak: ("overleg__wet", "overleg__dossier"),
    Besluitverzoek: ("aanvraag__wet", "dossier"),
    Besluit: ("aanvraag__wet", "dossier"),
    Casus: ("wet", "dossier"),
    EigenPlan: ("wet", "dossier"),
    EigenPlanaanbod: ("wet", "dossier"),
    Urenregel: ("casus__wet", "dossier"),
    Contact: ("wet", "huishouden"),
    Document: ("wet", "dossier"),
    Doelopening: ("doel__wet", "dossier"),
    Maatwerkroute: ("wet", "dossier"),
    Partnertaak: ("wet", "dossier"),
    Gesprek: ("wet", "dossier"),
    Gespreksverslag: ("gesprek__wet", "dossier"),
    Melding: ("wet", "dossier"),
    Meting: ("wet", "dossier"),
    Notitie: ("wet", "dossier"),
    Onderzoek: ("melding__wet", "dossier"),
    Risicotaxatie: ("wet", "dossier"),
    Taak: ("wet", "dossier"),
    Termijn: ("wet", "dossier"),
    Terugbelverzoek: ("contact__wet", "contact__huishouden"),
    Veiligheidsplan: ("wet", "dossier"),
    Wachtplek: ("wet", "dossier"),
    Triage: ("melding__wet", "dossier"),
    Toelating: ("triage__melding__wet", "triage__dossier"),
    Toewijzing: ("regel__besluit__aanvraag__wet", "dossier"),
    Nazorgcontact: ("wet", "dossier"),
    Interventie: ("toewijzing__regel__besluit__aanvraag__wet", "dossier"),
    Eindevaluatie: ("toewijzing__regel__besluit__aanvraag__wet", "dossier"),
}


def zonder_verborgen(
    rijen: QuerySet[Gebeurtenis], voor: Medewerker, dossier_id: int | None = None
) -> QuerySet[Gebeurtenis]:
    """Leave out what happened to items this worker may not see; for a generalist nothing is asked."""
    bereik = voor.bereik(Recht.DOSSIER_INZIEN)
    if bereik.wetten is None:
        return rijen
    verborgen = Q()
    for soort, (wet, dossier) in GELABELD.items():
        onderwerpen = soort._default_manager.filter(~gelabeld(bereik, wet, dossier))
        if dossier_id is not None:
            onderwerpen = onderwerpen.filter(**{dossier: dossier_id})
        verborgen |= Q(onderwerp_soort=_naam(soort), onderwerp_id__in=onderwerpen.values("pk"))
    return rijen.exclude(verborgen)


def _naam(soort: Any) -> str:  # noqa: ANN401 - a model with a subject name
    return str(soort.ONDERWERP)
