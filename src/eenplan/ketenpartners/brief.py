"""The list of opened goals on paper, for the resident to keep. Why something was closed for safety is not on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import override

from eenplan.brieven.model import Alinea, Brief, Deel, Kader, Kop, Lijst
from eenplan.dossiers.models import Dossier
from eenplan.inrichting.lezen import inrichting
from eenplan.ketenpartners.opening_queries import Openstelling
from eenplan.personen.afscherming import adres_op_brief
from eenplan.teams.models import Medewerker
from eenplan.wetgeving.datums import zonder_weekdag


def openingsbrief(dossier: Dossier, rijen: Sequence[Openstelling], *, van: Medewerker, op: date) -> Brief:
    """Give who may see which goal, who might before, and how to withdraw."""
    with override("nl"):
        gemeente, huishouden = inrichting().gemeente, dossier.huishouden
        thuis = list(huishouden.leden.filter(tot__isnull=True).values_list("persoon", flat=True))
        adres = adres_op_brief(huishouden, aan=thuis, personen=thuis)
        return Brief(
            titel="Wie een doel van uw plan mag zien",
            kenmerk=f"OD-{dossier.pk:06}",
            datum=op,
            naam=huishouden.naam,
            adresregels=(str(adres), f"{adres.postcode_met_spatie} {adres.woonplaats}".strip()) if adres else (),
            aanhef="Beste bewoners,",
            delen=(*_nu(rijen), *_eerder(rijen)),
            ondertekenaar=van.naam,
            functie=van.functie,
            onderwerp="Uw plan",
            namens=gemeente.college,
            behandelaar=van.naam,
            telefoon=van.telefoon or huishouden.team.telefoon or gemeente.telefoon,
        )


def _nu(rijen: Sequence[Openstelling]) -> tuple[Deel, ...]:
    open_ = [_regel(rij) for rij in rijen if rij.is_open]
    kort = Kader(
        "In het kort",
        "U bepaalt wie een doel van uw plan mag zien. U kunt dat elke dag stoppen. Zegt u nee? Dan verandert er niets "
        "aan de hulp die u krijgt of vraagt.",
    )
    if not open_:
        return (kort, Alinea("Er is nu geen doel open voor een hulpverlener van buiten."))
    return (kort, Kop("Nu open"), Lijst(tuple(open_)))


def _eerder(rijen: Sequence[Openstelling]) -> tuple[Deel, ...]:
    voorbij = [_regel(rij) for rij in rijen if not rij.is_open]
    return (Kop("Voorbij, geweigerd of gestopt"), Lijst(tuple(voorbij))) if voorbij else ()


def _regel(rij: Openstelling) -> str:
    wat = rij.doel.eigen_woorden.strip() or rij.doel.resultaat.strip()
    opening = rij.opening
    laatste = zonder_weekdag(opening.tot_en_met)
    if rij.is_open:
        return f"{opening.helper.naam} ({opening.helper.werkgever}): “{wat}”, tot en met {laatste}."
    return f"{opening.helper.naam} ({opening.helper.werkgever}): “{wat}”, {waarom(rij)}."


def waarom(rij: Openstelling) -> str:
    """Say in words why it is not open."""
    if rij.opening.status != "open":
        return str(rij.opening.get_status_display())
    return "de tijd is voorbij" if rij.staat_in_plan else "het doel staat niet meer in het plan"
