"""Everything that the page of a decision shows, gathered once: it reads and computes, and writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from eenplan.access.rechten import Recht
from eenplan.besluiten import queries
from eenplan.besluiten.brief import KOPPEN, beschikking, hulpregel
from eenplan.besluiten.forms import BesluitForm, begin
from eenplan.besluiten.gronden import Grond
from eenplan.besluiten.mandaat import Bevoegdheid, bepaal_mandaat, houder, laatste_voorlegging
from eenplan.besluiten.models import Aanvraag, Besluit, Mandaat, Voorlegging, Vorm
from eenplan.besluiten.states import Besluitstatus
from eenplan.besluiten.tekst import Besluittekst, Gemis, ontbreekt
from eenplan.brieven.leesbaarheid import Leesbaarheid, score
from eenplan.brieven.model import Brief
from eenplan.core.formulier import Veld
from eenplan.core.opmaak import datums_in
from eenplan.core.vertaling import vertaald
from eenplan.personen.afscherming import op_scherm
from eenplan.plannen.models import Inzet, Ondersteuningsplan
from eenplan.plannen.queries import vastgesteld
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker
from eenplan.termijnen.beeld import Termijnbeeld, beeld, beeld_van
from eenplan.wetgeving.termijnen import einddatum_bezwaar


@dataclass(frozen=True)
class Grondveld:
    """One ground to write, with what the plan already says about it."""

    grond: Grond
    veld: Veld
    uit_het_plan: list[tuple[str, str]]


@dataclass(frozen=True)
class Opzet:
    """A decision that was prepared: the plan's lines, the form, what is missing, and the letter as it stands."""

    plan_is_vervangen: bool
    bevoegdheid: Bevoegdheid
    voorlegging: Voorlegging | None
    regels: tuple[tuple[str, ...], ...]
    form: BesluitForm
    gronden: tuple[Grondveld, ...]
    gemist: list[Gemis]
    brief: Brief
    leesbaarheid: Leesbaarheid
    eigen_tekst: Leesbaarheid
    bezwaar: Termijnbeeld

    @property
    def voor_te_leggen(self) -> list[tuple[Mandaat, str]]:
        """Give to whom the decision may be put, each with its name."""
        return [(lijn, houder(lijn, met_grens=True)) for lijn in self.bevoegdheid.bevoegd]

    @property
    def ligt_bij(self) -> str:
        """Name to whom the decision was put."""
        return houder(self.voorlegging.mandaat) if self.voorlegging else ""

    @property
    def artikelen(self) -> str:
        """Name the sources that ask for these grounds."""
        return ", ".join(dict.fromkeys(rij.grond.artikel for rij in self.gronden))


@dataclass(frozen=True)
class Blad:
    """The page of one application: where it stands, and its decision once that was prepared."""

    aanvraag: Aanvraag
    besluit: Besluit | None
    plan: Ondersteuningsplan | None
    vandaag: date
    klok: Termijnbeeld | None
    mag_beslissen: bool
    mag_dossier: bool
    opzet: Opzet | None

    @property
    def koppen(self) -> list[str]:
        """Give the heads of the table of help, in the language of the page."""
        return [str(kop) for kop in KOPPEN]

    @property
    def met_brief(self) -> bool:
        """Tell whether this application is answered by a letter, as long as nobody prepares a decision."""
        return self.besluit is None and queries.antwoordvorm(self.aanvraag) == Vorm.BRIEF

    @property
    def is_genomen(self) -> bool:
        return self.besluit is not None and self.besluit.status == Besluitstatus.GENOMEN

    @property
    def is_voorgelegd(self) -> bool:
        return self.besluit is not None and self.besluit.status == Besluitstatus.VOORGELEGD

    @property
    def kan_schrijven(self) -> bool:
        """Tell whether this worker may write here now."""
        in_voorbereiding = self.besluit is not None and self.besluit.status == Besluitstatus.VOORBEREID
        return in_voorbereiding and self.mag_beslissen

    @property
    def kan_beoordelen(self) -> bool:
        """Tell whether this was put to somebody and this worker may take it."""
        return self.is_voorgelegd and self.opzet is not None and bool(self.opzet.bevoegdheid)


def maak_blad(
    aanvraag: Aanvraag,
    besluit: Besluit | None,
    *,
    medewerker: Medewerker,
    vandaag: date,
    form: BesluitForm | None = None,
) -> Blad:
    """Gather the page; `form` is what was typed, when something was."""
    klok = queries.klok_van(aanvraag)
    return Blad(
        aanvraag=aanvraag,
        besluit=besluit,
        plan=besluit.plan if besluit else vastgesteld(aanvraag.dossier_id),
        vandaag=vandaag,
        klok=beeld(klok) if klok else None,
        mag_beslissen=medewerker.bereik(Recht.BESLUIT_NEMEN).omvat(aanvraag),
        mag_dossier=medewerker.mag(Recht.DOSSIER_INZIEN),
        opzet=_opzet(besluit, form, medewerker=medewerker, vandaag=vandaag) if besluit else None,
    )


def _opzet(besluit: Besluit, form: BesluitForm | None, *, medewerker: Medewerker, vandaag: date) -> Opzet:
    regels = queries.regels_van(besluit)
    heeft_regels = bool(regels)
    tekst = form.tekst if form else queries.tekst_van(besluit)
    form = form or BesluitForm(
        initial=begin(tekst, besluit.bewerking), wet=besluit.aanvraag.wet, heeft_regels=heeft_regels
    )
    dag = besluit.genomen_op or vandaag
    bevoegdheid = _bevoegdheid(besluit, regels, tekst, medewerker=medewerker, dag=dag)
    ondertekenaar = besluit.genomen_door or medewerker
    namens = besluit.namens or bevoegdheid.namens
    brief = beschikking(besluit, tekst, regels, dag=dag, ondertekenaar=ondertekenaar, namens=namens)
    return Opzet(
        plan_is_vervangen=_is_achterhaald(besluit, regels),
        bevoegdheid=bevoegdheid,
        voorlegging=laatste_voorlegging(besluit) if besluit.status != Besluitstatus.GENOMEN else None,
        regels=tuple(tuple(datums_in(vertaald(cel)) for cel in hulpregel(inzet)) for inzet in regels),
        form=form,
        gronden=_grondvelden(besluit, regels, form),
        gemist=ontbreekt(besluit, tekst, heeft_regels=heeft_regels),
        brief=replace(brief, adresregels=op_scherm(medewerker, besluit.dossier.huishouden, brief.adresregels)),
        leesbaarheid=score(brief.tekst),
        eigen_tekst=score(tekst.geschreven),
        bezwaar=beeld_van(einddatum_bezwaar(dag)),
    )


def _bevoegdheid(
    besluit: Besluit, regels: Sequence[Inzet], tekst: Besluittekst, *, medewerker: Medewerker, dag: date
) -> Bevoegdheid:
    """Give whether this worker may take the decision as it stands on the page; nothing once it was taken."""
    beoordeelt = medewerker.bereik(Recht.BESLUIT_BEOORDELEN).omvat(besluit)
    if besluit.status == Besluitstatus.GENOMEN or not beoordeelt:
        return Bevoegdheid()
    return bepaal_mandaat(besluit, medewerker, dag, regels=regels, tekst=tekst)


def _is_achterhaald(besluit: Besluit, regels: Sequence[Inzet]) -> bool:
    """Tell whether the lines must be taken over anew: another plan was adopted, or one was granted elsewhere."""
    if besluit.plan.status != Planstatus.VASTGESTELD or besluit.status == Besluitstatus.GENOMEN:
        return besluit.plan.status != Planstatus.VASTGESTELD
    return not queries.toegekend(besluit.dossier_id, voor=besluit.aanvraag).isdisjoint(inzet.pk for inzet in regels)


def _grondvelden(besluit: Besluit, regels: Sequence[Inzet], form: BesluitForm) -> tuple[Grondveld, ...]:
    bekend = queries.uit_het_plan(besluit, regels)
    return tuple(Grondveld(grond, form.grondveld(grond.code), bekend[grond.code]) for grond in form.gronden)
