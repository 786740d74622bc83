"""The plan and what belongs to it: its receipt, the resident's own plan, and the team's own hours."""

from eenplan.plannen.models.eigen import EigenPlan, EigenPlanaanbod, EigenPlansoort, Hulpaanbodantwoord
from eenplan.plannen.models.ontvangst import Ontvangstwijze, Planontvangst
from eenplan.plannen.models.plan import (
    Aanbieding,
    Actie,
    Analyse,
    Doel,
    Eigenaarsoort,
    Frequentie,
    Inzet,
    Ondersteuningsplan,
    OvergeslagenTrede,
    Planauteur,
    Terugzending,
    Vaststelling,
)
from eenplan.plannen.models.uren import KWARTIEREN_PER_UUR, Urenoverschrijding, Urenregel, eerste_dag, uren

__all__ = [
    "KWARTIEREN_PER_UUR",
    "Aanbieding",
    "Actie",
    "Analyse",
    "Doel",
    "EigenPlan",
    "EigenPlanaanbod",
    "EigenPlansoort",
    "Eigenaarsoort",
    "Frequentie",
    "Hulpaanbodantwoord",
    "Inzet",
    "Ondersteuningsplan",
    "Ontvangstwijze",
    "OvergeslagenTrede",
    "Planauteur",
    "Planontvangst",
    "Terugzending",
    "Urenoverschrijding",
    "Urenregel",
    "Vaststelling",
    "eerste_dag",
    "uren",
]
