"""The invitation of one guest. It holds when, where and what was shared with this guest, and nothing else of the file.

A letter is always in Dutch, whatever the language of the worker's screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import override

from eenplan.brieven.model import Alinea, Brief, Deel, Kop, Lijst
from eenplan.core.klok import AMSTERDAM
from eenplan.core.opmaak import tijd
from eenplan.inrichting.lezen import inrichting
from eenplan.overleggen.models import Gedeeld, Genodigde, Overleg
from eenplan.personen.afscherming import adres_op_brief
from eenplan.teams.models import Medewerker
from eenplan.wetgeving.datums import zonder_weekdag


def uitnodiging(genodigde: Genodigde, gedeeld: Sequence[Gedeeld], *, van: Medewerker, op: date) -> Brief:
    """Give the letter to one guest, with exactly these pieces."""
    with override("nl"):
        gemeente, overleg = inrichting().gemeente, genodigde.overleg
        naam = genodigde.naam_extern or genodigde.naam
        return Brief(
            titel="Uitnodiging voor een overleg",
            kenmerk=kenmerk(overleg),
            datum=op,
            naam=genodigde.samenwerking.naam if genodigde.samenwerking else naam,
            adresregels=_adresregels(genodigde),
            aanhef=f"Beste {naam},",
            delen=(*_wanneer(overleg), *_te_lezen(genodigde, gedeeld)),
            ondertekenaar=van.naam,
            functie=van.functie,
            onderwerp="Uitnodiging",
            namens=gemeente.college,
            behandelaar=van.naam,
            telefoon=van.telefoon or gemeente.telefoon,
        )


def kenmerk(overleg: Overleg) -> str:
    """Give the reference of a consultation, without personal data."""
    return f"OV-{overleg.pk:06}"


def _adresregels(genodigde: Genodigde) -> tuple[str, ...]:
    if genodigde.samenwerking:
        return tuple(regel.strip() for regel in genodigde.samenwerking.adres.split(",") if regel.strip())
    if not genodigde.persoon_id:
        return ()
    huishouden = genodigde.overleg.dossier.huishouden
    adres = adres_op_brief(huishouden, aan=[genodigde.persoon_id], personen=[genodigde.persoon_id])
    return (str(adres), f"{adres.postcode_met_spatie} {adres.woonplaats}".strip()) if adres else ()


def _wanneer(overleg: Overleg) -> tuple[Deel, ...]:
    moment = overleg.moment.astimezone(AMSTERDAM)
    dag = zonder_weekdag(moment.date())
    return (
        Alinea(f"Wij nodigen u uit voor een overleg op {dag} om {tijd(moment)} uur. Plaats: {overleg.plaats}."),
        Alinea("Kunt u niet komen? Bel ons. U kunt ook vooraf zeggen wat u vindt."),
    )


def _te_lezen(genodigde: Genodigde, gedeeld: Sequence[Gedeeld]) -> tuple[Deel, ...]:
    delen: list[Deel] = []
    for rij in gedeeld:
        delen.append(Kop(rij.kop))
        if rij.tekst:
            delen.append(Alinea(rij.tekst))
    if gedeeld and genodigde.samenwerking:
        gronden = tuple(dict.fromkeys(f"{rij.get_grond_display()}: {rij.artikel}" for rij in gedeeld))
        delen += [
            Kop("Waarom u dit krijgt"),
            Lijst((*gronden, "Gebruik dit alleen voor dit overleg.", "Geef het niet door aan een ander.")),
        ]
    return tuple(delen)
