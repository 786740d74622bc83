"""Consultation and advice around Riet: one to come, one held with an agreement that is late, and who thinks along."""

from __future__ import annotations

from typing import Any

from eenplan.adviezen import actions as adviezen
from eenplan.adviezen.actions import NieuwAdvies
from eenplan.adviezen.consult_actions import Consultvraag, vraag_consult
from eenplan.delen.models import Samenwerking
from eenplan.demo.verhalen.verteller import Verteller
from eenplan.dossiers.models import Dossier
from eenplan.overleggen import actions
from eenplan.overleggen.actions import Afloop, Belofte, Gast, NieuwOverleg, TeDelen
from eenplan.overleggen.bespreking_actions import adviseer, leg_anoniem_voor
from eenplan.personen.models import Huishoudlid, Persoon


def vertel(v: Verteller) -> None:
    """Tell what was spoken of, what was agreed, and what still waits for an answer."""
    lid = Huishoudlid.objects.filter(persoon__roepnaam="Riet", persoon__achternaam="Jansen").earliest("pk")
    dossier = Dossier.objects.select_related("huishouden__team").get(pk=lid.huishouden_id)
    brug = Samenwerking.objects.get(naam="Thuiszorg De Brug")
    _geweest(v, dossier, lid.persoon)
    _straks(v, dossier, lid.persoon, brug)
    advies = NieuwAdvies(
        lid.persoon, brug, "wmo", "wmo", "Geef elke week dezelfde hulp, op een vaste ochtend.",
        "Mevrouw raakt in de war van wisselende gezichten.",
    )  # fmt: skip
    geschreven = adviezen.schrijf_advies(dossier, advies, by=v.wie.amina, at=v.toen(15, 10))
    adviezen.verstuur_advies(geschreven, by=v.wie.amina, at=v.toen(15, 11))
    _meedenken(v, dossier)


def _geweest(v: Verteller, dossier: Dossier, riet: Persoon) -> None:
    """Riet was there; the general practitioner would be called, and nobody said whether that happened."""
    nieuw = NieuwOverleg("rondetafel", v.toen(10, 13), "Bij de bewoner aan tafel", "consensus", "geen")
    overleg = actions.plan_overleg(dossier, nieuw, by=v.wie.amina, at=v.toen(14, 9))
    gast = actions.nodig_uit(overleg, Gast(persoon=riet), by=v.wie.amina, at=v.toen(14, 9))
    afloop = Afloop(inwoner_aanwezig=True, aanwezigen=(gast.pk,), verslag="Riet wil zelf naar de koffieochtend.")
    actions.houd_overleg(overleg, afloop, by=v.wie.amina, at=v.toen(10, 15))
    buurvrouw = Belofte("Samen naar de koffieochtend", "netwerk", v.toen(2).date(), eigenaar_naam="de buurvrouw")
    actions.maak_afspraak(overleg, buurvrouw, by=v.wie.amina, at=v.toen(10, 15))


def _straks(v: Verteller, dossier: Dossier, riet: Persoon, brug: Samenwerking) -> None:
    """A consultation to come, with two options and a guest from outside who reads one point."""
    nieuw = NieuwOverleg("mdo", v.straks(4, 10), "Wijkcentrum De Spil", "regisseur", "geen")
    overleg = actions.plan_overleg(dossier, nieuw, by=v.wie.amina, at=v.toen(3, 9))
    wie: dict[str, Any] = {"by": v.wie.amina, "at": v.toen(3, 10)}
    punt = actions.zet_op_agenda(overleg, titel="Veilig de trap op", toelichting="Hoe blijft de trap te doen?", **wie)
    actions.weeg_optie(punt, wat="Beneden slapen", voor="Geen trap meer", tegen="Riet wil haar eigen bed", **wie)
    actions.weeg_optie(punt, wat="Tweede leuning", voor="Snel en goedkoop", tegen="Helpt maar tijdelijk", **wie)
    for gast in (Gast(persoon=riet), Gast(medewerker=v.wie.bram)):
        actions.nodig_uit(overleg, gast, **wie)
    hanna = actions.nodig_uit(overleg, Gast(samenwerking=brug, naam_extern="Hanna Kok"), **wie)
    mee = TeDelen(punt, "", persoon=riet, wet="wmo", doel="wmo", categorie="plan")
    actions.deel_voor_overleg(hanna, mee, **wie)


def _meedenken(v: Verteller, dossier: Dossier) -> None:
    """A case without names with one advice, and a question that waits for Daan."""
    casus = leg_anoniem_voor(
        dossier, vraag="Hoe houdt een oudere bewoner moed?",
        situatie="Iemand van boven de tachtig komt nauwelijks buiten en wil geen hulp van vreemden.",
        by=v.wie.amina, at=v.toen(6, 9),
    )  # fmt: skip
    adviseer(casus, tekst="Begin met één vast gezicht, en ga samen naar buiten.", by=v.wie.chantal, at=v.toen(5, 14))
    vraag = Consultvraag("Kan een kleine schuld bij de zorgverzekeraar in termijnen?", "schulden")
    vraag_consult(dossier, vraag, by=v.wie.amina, at=v.toen(1, 15))
