"""What the page of a draft shows: each part with its form, what was said before, and what is still missing.

It reads and arranges; the views decide which form comes back with errors.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from eenplan.dossiers.onderwerpen import PER_CODE
from eenplan.inrichting.lezen import inrichting
from eenplan.plannen import queries
from eenplan.plannen.eigen_queries import eigen_plannen, stukken
from eenplan.plannen.forms import ActieForm, AnalyseForm, Deelform, DoelForm, PerspectiefForm, VersieForm
from eenplan.plannen.ladder import Sport, ladder, plankosten
from eenplan.plannen.models import Analyse, Doel, EigenPlan, Ondersteuningsplan
from eenplan.plannen.normtoets import Gemis, normtoets
from eenplan.plannen.queries import Gezegd
from eenplan.teams.models import Medewerker


@dataclass(frozen=True)
class Terug:
    """A form that came back: to which part it belongs, and what a colleague saved there meanwhile."""

    plek: str
    form: Deelform
    botsing: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Gebiedblok:
    """One life domain on the page."""

    code: str
    naam: str
    form: AnalyseForm
    is_leeg: bool
    uit: EigenPlan | None = None
    botsing: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Doelblok:
    """One goal on the page, with its actions and its ladder."""

    nummer: int
    doel: Doel
    form: DoelForm
    actie_form: ActieForm
    sporten: list[Sport]
    botsing: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Bekend:
    """What was said before, with where it was said: ready to be put in the text."""

    kop: str
    tekst: str
    gezegd: Gezegd


@dataclass(frozen=True)
class Schrijfpagina:
    """Everything the page of a draft needs."""

    plan: Ondersteuningsplan
    voor: Medewerker
    dag: date
    terug: Terug | None = None
    mensen: list[queries.Mens] = field(init=False)
    versies: queries.Versies = field(init=False)
    gemist: list[Gemis] = field(init=False)

    def __post_init__(self) -> None:
        queries.met_delen(self.plan, self.voor)
        object.__setattr__(self, "mensen", queries.mensen(self.plan, self.dag))
        object.__setattr__(self, "versies", queries.versies(self.plan))
        object.__setattr__(self, "gemist", normtoets(self.plan))

    def context(self) -> dict[str, Any]:
        """Give the names that the template uses."""
        plan = self.plan
        return {
            "plan": plan,
            "perspectief": self._terug("perspectief") or PerspectiefForm.van(plan),
            "perspectief_botsing": self._botsing("perspectief"),
            "gebieden": self._gebieden(),
            "doelblokken": self.doelblokken(),
            "nieuw_blok": None,
            "mensen": self.mensen,
            "bekend": self._bekend(),
            "eigen_plannen": [
                (rij, stukken(rij)) for rij in eigen_plannen(self.plan.dossier_id, self.voor) if stukken(rij)
            ],
            "vandaag": self.dag,
            "leefgebieden": inrichting().leefgebieden,
            "gemist": self.gemist,
            "kosten": plankosten(plan),
            "terugzending": queries.terugzending(plan) if self.versies.is_teruggestuurd else None,
            "versies": self.versies.rijen,
            "versie_form": VersieForm(versies=self.versies.rijen),
            "terug": self.terug,
            "elders": queries.doelen_elders(plan, self.voor),
        }

    def _terug(self, plek: str) -> Deelform | None:
        return self.terug.form if self.terug and self.terug.plek == plek else None

    def _botsing(self, plek: str) -> tuple[tuple[str, str], ...]:
        return self.terug.botsing if self.terug and self.terug.plek == plek else ()

    def _gebieden(self) -> list[Gebiedblok]:
        rijen: dict[str, Analyse] = {rij.leefgebied: rij for rij in self.plan.analyses.all()}
        return [self._gebied(gebied.code, gebied.naam, rijen.get(gebied.code)) for gebied in inrichting().leefgebieden]

    def _gebied(self, code: str, naam: str, rij: Analyse | None) -> Gebiedblok:
        terug = self._terug(code)
        form = terug if isinstance(terug, AnalyseForm) else AnalyseForm.van(self.plan, code, rij)
        is_leeg = terug is None and not (rij and (rij.situatie.strip() or rij.kracht.strip()))
        return Gebiedblok(code, naam, form, is_leeg, rij.uit_eigen_plan if rij else None, self._botsing(code))

    def doelblokken(self) -> list[Doelblok]:
        """Give every goal in order."""
        casussen = queries.casussen(self.plan, self.voor) if self.versies.heeft_casus else []
        return [self._doel(nummer, doel, casussen) for nummer, doel in enumerate(self.plan.doelen.all(), 1)]

    def _doel(self, nummer: int, doel: Doel, casussen: list[Any]) -> Doelblok:
        terug, bewerking = self._terug(f"doel-{doel.pk}"), self.plan.bewerking
        form = DoelForm(doel, self.mensen, casussen, bewerking=bewerking)
        actie_form = ActieForm(merk=f"actie{doel.pk}", bewerking=bewerking)
        return Doelblok(
            nummer,
            doel,
            terug if isinstance(terug, DoelForm) else form,
            terug if isinstance(terug, ActieForm) else actie_form,
            ladder(doel),
            self._botsing(f"doel-{doel.pk}"),
        )

    def _bekend(self) -> list[Bekend]:
        return [
            Bekend(onderwerpkop(stuk), stuk.tekst, stuk) for stuk in queries.gezegd(self.plan.dossier_id, self.voor)
        ]


def onderwerpkop(stuk: Gezegd) -> str:
    """Name what earlier words were about."""
    onderwerp = PER_CODE.get("vraag" if stuk.uit_melding else stuk.onderwerp)
    return str(onderwerp.kop) if onderwerp else stuk.onderwerp
