"""Work with partners: Hanna of Thuiszorg De Brug has tasks and a goal that Riet opened; and money outside the rules."""

from __future__ import annotations

from eenplan.delen.models import Samenwerking
from eenplan.demo.verhalen.verteller import Verteller
from eenplan.dossiers.models import Dossier
from eenplan.ketenpartners import actions
from eenplan.ketenpartners.deling import Deelgrond
from eenplan.ketenpartners.opening_actions import Openingsvraag, leg_antwoord_vast, schrijf_voortgang
from eenplan.ketenpartners.states import Partnertaakstatus
from eenplan.maatwerk.actions import Vraag, schrijf_zonder_namen, vraag_maatwerk
from eenplan.personen.models import Huishoudlid, Persoon
from eenplan.plannen.models import Doel


def vertel(v: Verteller) -> None:
    """Tie Hanna to her organisation, and give her and the manager something to do."""
    brug = Samenwerking.objects.get(naam="Thuiszorg De Brug")
    vars(v.wie.hanna).pop("aanstelling", None)
    actions.verbind(v.wie.hanna, brug, by=v.wie.ineke, at=v.toen(20, 9))
    dossier, riet = _riet()
    doel = Doel.objects.get(plan__dossier=dossier, plan__status="vastgesteld")
    _opdrachten(v, dossier, riet, doel=doel, brug=brug)
    vraag = Openingsvraag(doel, v.wie.hanna, riet, v.over(60))
    opening = leg_antwoord_vast(vraag, is_gegeven=True, by=v.wie.amina, at=v.toen(9, 11))
    schrijf_voortgang(
        opening, tekst="Riet kwam dinsdag zelf naar de koffieochtend.", by=v.wie.hanna, at=v.toen(2, 15)
    )  # fmt: skip
    _maatwerk(v, dossier)


def _riet() -> tuple[Dossier, Persoon]:
    lid = Huishoudlid.objects.filter(persoon__roepnaam="Riet", persoon__achternaam="Jansen").earliest("pk")
    return Dossier.objects.select_related("huishouden__team").get(pk=lid.huishouden_id), lid.persoon


def _opdrachten(v: Verteller, dossier: Dossier, riet: Persoon, *, doel: Doel, brug: Samenwerking) -> None:
    """One task was accepted and is late, one waits for an answer."""
    grond = Deelgrond(riet, "wmo", "wmo")
    laat = actions.zet_taak_uit(
        dossier, partner=brug, wat="Meedenken over een veilige trap", uiterlijk=v.toen(3).date(), doel=doel,
        gegevens="Mevrouw loopt met een stok en slaapt boven.", grond=grond, by=v.wie.amina, at=v.toen(15, 10),
    )  # fmt: skip
    actions.beantwoord(laat, naar=Partnertaakstatus.AANVAARD, by=v.wie.hanna, at=v.toen(14, 9))
    actions.zet_taak_uit(
        dossier, partner=brug, wat="Twee keer samen naar de winkel lopen", uiterlijk=v.over(8), doel=doel,
        gegevens="Mevrouw is thuis na tien uur.", grond=grond, by=v.wie.amina, at=v.toen(1, 11),
    )  # fmt: skip


def _maatwerk(v: Verteller, dossier: Dossier) -> None:
    """A small amount was paid at once and told without names; a larger one waits for Farid."""
    klein = Vraag(
        "Veilig naar boven, zonder te vallen.", "Een tweede leuning is er morgen. Een traplift duurt maanden.",
        "Een losse leuning valt onder geen regeling.", 8_950, "wonen",
    )  # fmt: skip
    betaald = vraag_maatwerk(dossier, klein, by=v.wie.amina, at=v.toen(12, 14))
    zin = "Een oudere bewoner viel bijna van de trap. Een tweede leuning viel onder geen regeling en is meteen betaald."
    schrijf_zonder_namen(betaald, zin=zin, by=v.wie.amina, at=v.toen(11, 9))
    groot = Vraag(
        "Elke week naar de koffieochtend, ook als het regent.", "Zij blijft onder de mensen en doet weer mee.",
        "De regiotaxi rijdt alleen voor een medisch doel.", 64_000, "vervoer",
    )  # fmt: skip
    vraag_maatwerk(dossier, groot, by=v.wie.amina, at=v.toen(1, 14))
