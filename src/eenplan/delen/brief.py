"""The two papers of sharing: the question for consent as the resident reads it, and what goes to the partner.

A letter is always in Dutch, whatever the language of the worker's screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import override

from eenplan.brieven.model import Alinea, Brief, Deel, Kader, Kop, Lijst
from eenplan.delen.bronnen import Deelbaar
from eenplan.delen.keuzes import Categorie, Deeldoel, Grondsoort, Richting, namen
from eenplan.delen.models import Deling, Toestemmingsvraag
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.afscherming import adres_op_brief
from eenplan.teams.models import Medewerker
from eenplan.wetgeving.datums import opsomming, zonder_weekdag

# The sentence that stands on the form, in the letter and in the test: consent is never a condition.
GEEN_VOORWAARDE = "Zegt u nee? Dan verandert er niets aan de hulp die u krijgt of vraagt."


def toestemmingsbrief(vraag: Toestemmingsvraag, *, van: Medewerker, op: date) -> Brief:
    """Give the question for consent, with room for the answer of everybody whose consent counts."""
    with override("nl"):
        gemeente, huishouden = inrichting().gemeente, vraag.dossier.huishouden
        gevers = list(vraag.toestemmingen.all())
        namen_ = opsomming([rij.gever_naam for rij in gevers])
        ontvangers = [rij.gever_id for rij in gevers if rij.gever_id]
        thuis = list(huishouden.leden.filter(tot__isnull=True).values_list("persoon", flat=True))
        allen_thuis = len(ontvangers) == len(gevers)
        adres = adres_op_brief(huishouden, aan=ontvangers if allen_thuis else [0], personen=thuis)
        return Brief(
            titel="Mogen wij gegevens delen?" if vraag.richting == Richting.UIT else "Mogen wij gegevens opvragen?",
            kenmerk=kenmerk_vraag(vraag),
            datum=op,
            naam=namen_,
            adresregels=(str(adres), f"{adres.postcode_met_spatie} {adres.woonplaats}".strip()) if adres else (),
            aanhef=f"Beste {namen_},",
            delen=(*_vraag(vraag), *_vrij(vraag), *_antwoord(vraag)),
            ondertekenaar=van.naam,
            functie=van.functie,
            onderwerp="Uw toestemming",
            namens=gemeente.college,
            behandelaar=van.naam,
            telefoon=van.telefoon or huishouden.team.telefoon or gemeente.telefoon,
        )


def kenmerk_vraag(vraag: Toestemmingsvraag) -> str:
    """Give the reference of a question for consent, without personal data."""
    return f"TS-{vraag.pk:06}"


def _vraag(vraag: Toestemmingsvraag) -> tuple[Deel, ...]:
    ander = vraag.samenwerking.naam
    zin = (
        f"Wij willen gegevens geven aan {ander}. Dat mag alleen als u het goed vindt."
        if vraag.richting == Richting.UIT
        else f"Wij willen gegevens vragen aan {ander}. Dat mag alleen als u het goed vindt."
    )
    return (
        Kader("In het kort", f"{zin} {GEEN_VOORWAARDE}"),
        Kop("Wat willen wij delen?" if vraag.richting == Richting.UIT else "Wat willen wij vragen?"),
        Alinea(f"Het gaat om gegevens over {vraag.persoon.naam}:"),
        Lijst(tuple(namen(Categorie, vraag.categorieen))),
        Kop("Waarvoor?"),
        Alinea(f"{ander} is voor ons: {vraag.samenwerking.rol}. Het doel is: {_doel(vraag.doel)}."),
        Alinea(f"Wij vragen uw toestemming volgens {vraag.artikel}."),
    )


def _doel(doel: str) -> str:
    return str(Deeldoel(doel).label)


def _vrij(vraag: Toestemmingsvraag) -> tuple[Deel, ...]:
    jaar = inrichting().toestemming_dagen
    return (
        Kop("U kiest zelf"),
        Lijst(
            (
                GEEN_VOORWAARDE,
                "U mag uw toestemming altijd weer intrekken. Bel of mail ons, u hoeft niet te zeggen waarom.",
                "Na het intrekken geven wij niets meer door. Wat al is gedeeld, blijft gedeeld.",
                f"Uw toestemming stopt vanzelf na hooguit {jaar} dagen.",
                "U mag zien wat wij hebben gedeeld, en met wie.",
            )
        ),
    )


def _antwoord(vraag: Toestemmingsvraag) -> tuple[Deel, ...]:
    delen: list[Deel] = [Kop("Uw antwoord")]
    if vraag.toestemmingen.all().count() > 1:
        delen.append(Alinea("Wij hebben het antwoord nodig van iedereen die hieronder staat."))
    delen += [
        Kader(
            rij.gever_naam,
            "Ja, ik vind dit goed   /   Nee, ik vind dit niet goed\n\nDatum:\n\nHandtekening:",
        )
        for rij in vraag.toestemmingen.all()
    ]
    return tuple(delen)


def verstrekkingsbrief(deling: Deling, stukken: Sequence[Deelbaar], *, van: Medewerker, op: date) -> Brief:
    """Give exactly these pieces, under the name of their kind, with ground, purpose and last day."""
    with override("nl"):
        gemeente, ander = inrichting().gemeente, deling.samenwerking
        brieven = tuple(stuk.regels[0] for stuk in stukken if stuk.soort == "document")
        return Brief(
            titel=f"Gegevens over {deling.persoon.naam}",
            kenmerk=kenmerk_deling(deling),
            datum=op,
            naam=ander.naam,
            adresregels=tuple(regel.strip() for regel in ander.adres.split(",") if regel.strip()),
            aanhef=f"Beste {ander.contactpersoon},",
            delen=(*_waarom(deling), *_inhoud(stukken)),
            ondertekenaar=van.naam,
            functie=van.functie,
            onderwerp="Gegevens die wij delen",
            bijlagen=brieven,
            namens=gemeente.college,
            behandelaar=van.naam,
            telefoon=van.telefoon or gemeente.telefoon,
        )


def kenmerk_deling(deling: Deling) -> str:
    """Give the reference of a sharing, without personal data."""
    return f"DL-{deling.pk:06}"


def _waarom(deling: Deling) -> tuple[Deel, ...]:
    tot = zonder_weekdag(deling.geldig_tot) if deling.geldig_tot else ""
    grond = (
        f"Wij delen dit met toestemming, volgens {deling.artikel}."
        if deling.grond == Grondsoort.TOESTEMMING
        else f"Wij delen dit omdat de wet ons die taak geeft: {deling.artikel}."
    )
    return (
        Kader("Waarvoor u dit krijgt", f"Het doel is: {_doel(deling.doel)}. {grond}"),
        Lijst(
            (
                "Gebruik deze gegevens alleen voor dit doel.",
                f"Wij delen tot {tot}. Daarna of na intrekking vragen wij u deze gegevens niet meer te gebruiken.",
                "Geef ze niet door aan een ander.",
            )
        ),
    )


def _inhoud(stukken: Sequence[Deelbaar]) -> tuple[Deel, ...]:
    delen: list[Deel] = []
    for categorie in Categorie:
        van_deze = [stuk for stuk in stukken if stuk.categorie == categorie]
        if not van_deze:
            continue
        delen.append(Kop(str(categorie.label).capitalize()))
        delen.append(Lijst(tuple(regel for stuk in van_deze for regel in stuk.regels)))
    return tuple(delen)
