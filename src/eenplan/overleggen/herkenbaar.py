"""Which people and organisations around a file may not stand in a text without names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from eenplan.delen.models import Deling, Informatieverzoek, Toestemmingsvraag
from eenplan.netwerk.models import Steunfiguur
from eenplan.overleggen.models import Genodigde
from eenplan.personen.herkenbaar import Kenmerksoort, bron
from eenplan.plannen.models import Inzet

# Who somebody is to the household, which an anonymous text may well say.
ROLWOORDEN: Final = frozenset(
    (
        *("moeder", "vader", "mama", "papa", "ouders", "oma", "opa", "oom", "tante", "neef", "nicht", "broer", "zus"),
        *("zoon", "dochter", "kind", "partner", "vriend", "vriendin", "buur", "buren", "buurman", "buurvrouw"),
        *("collega", "school", "juf", "meester", "mw", "mevrouw", "meneer"),
    )
)


@bron
def steunfiguren(dossier_id: int) -> Iterable[tuple[Kenmerksoort, str]]:
    """Who supports somebody here, now or before: residents known to us, and the names among the words of others."""
    rijen = Steunfiguur.objects.filter(dossier=dossier_id)
    for naam, roepnaam, achternaam in rijen.values_list("naam", "persoon__roepnaam", "persoon__achternaam"):
        for woord in f"{naam} {roepnaam or ''} {achternaam or ''}".split():
            if woord[:1].isupper() and woord.casefold() not in ROLWOORDEN:
                yield Kenmerksoort.NAAM, woord


@bron
def partners(dossier_id: int) -> Iterable[tuple[Kenmerksoort, str]]:
    """Everybody with whom something of this file was shared, asked or spoken of."""
    velden = ("samenwerking__naam", "samenwerking__contactpersoon")
    soorten = (Deling, Informatieverzoek, Toestemmingsvraag)
    for soort in soorten:
        for naam, contact in soort._default_manager.filter(dossier=dossier_id).values_list(*velden).distinct():
            yield Kenmerksoort.ORGANISATIE, naam
            yield Kenmerksoort.NAAM, contact
    gasten = Genodigde.objects.filter(overleg__dossier=dossier_id, samenwerking__isnull=False)
    for naam, gast in gasten.values_list("samenwerking__naam", "naam_extern"):
        yield Kenmerksoort.ORGANISATIE, naam
        yield Kenmerksoort.NAAM, gast


@bron
def aanbieders(dossier_id: int) -> Iterable[tuple[Kenmerksoort, str]]:
    """Who gives help that stands in any version of the plan."""
    rijen = Inzet.objects.filter(doel__plan__dossier=dossier_id, contract__isnull=False)
    for naam in rijen.values_list("contract__aanbieder__naam", flat=True).distinct():
        yield Kenmerksoort.ORGANISATIE, naam
