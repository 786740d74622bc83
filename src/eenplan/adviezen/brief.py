"""The letter of a weighty advice to another organisation. A letter is always in Dutch."""

from __future__ import annotations

from django.utils.translation import override

from eenplan.adviezen.models import Advies
from eenplan.brieven.model import Alinea, Brief, Deel, Kader, Kop
from eenplan.inrichting.lezen import inrichting
from eenplan.teams.models import Medewerker
from eenplan.wetgeving.datums import zonder_weekdag


def adviesbrief(advies: Advies, *, van: Medewerker) -> Brief:
    """Give the letter of an advice that has its days: what we advise, why, and before when we hope to hear."""
    with override("nl"):
        gemeente, ander = inrichting().gemeente, advies.aan
        assert advies.verzonden_op  # noqa: S101 - the action sets it before
        return Brief(
            titel=f"Zwaarwegend advies over {advies.persoon.naam}",
            kenmerk=kenmerk(advies),
            datum=advies.verzonden_op,
            naam=ander.naam,
            adresregels=tuple(regel.strip() for regel in ander.adres.split(",") if regel.strip()),
            aanhef=f"Beste {ander.contactpersoon},",
            delen=_inhoud(advies),
            ondertekenaar=van.naam,
            functie=van.functie,
            onderwerp="Zwaarwegend advies",
            namens=gemeente.college,
            behandelaar=van.naam,
            telefoon=van.telefoon or gemeente.telefoon,
        )


def kenmerk(advies: Advies) -> str:
    """Give the reference of an advice, without personal data."""
    return f"ZA-{advies.pk:06}"


def _inhoud(advies: Advies) -> tuple[Deel, ...]:
    assert advies.antwoord_uiterlijk  # noqa: S101 - the action sets it before
    persoon = advies.persoon
    geboren = f", geboren op {zonder_weekdag(persoon.geboortedatum)}" if persoon.geboortedatum else ""
    toets = "voldoet aan" if not advies.normtoets else "voldoet nog niet helemaal aan"
    return (
        Alinea(f"Dit advies gaat over {persoon.naam}{geboren}."),
        Kader("Ons advies", advies.advies),
        Kop("Waarom"),
        Alinea(advies.motivering),
        Alinea(f"Dit advies rust op het plan van het huishouden. Dat plan is vastgesteld en {toets} onze normen."),
        Kop("Wij horen graag wat u doet"),
        Alinea(
            f"Laat ons uiterlijk {zonder_weekdag(advies.antwoord_uiterlijk)} weten of u dit advies overneemt. "
            "Wijkt u af? Schrijf dan op waarom."
        ),
        Alinea("Gebruik deze gegevens alleen hiervoor. Geef ze niet door aan een ander."),
    )
