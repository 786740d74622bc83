"""The letter that closes a file: why, what was reached, and whom to call when there is a question again."""

from __future__ import annotations

from datetime import date

from django.utils.translation import override

from eenplan.brieven.model import Alinea, Brief, Deel, Kader, Kop
from eenplan.dossiers.models import Afsluiting, Hoeverteld
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.models import Huishouden
from eenplan.teams.models import Medewerker
from eenplan.wetgeving.datums import zonder_weekdag

_HOE = {
    Hoeverteld.GESPREK: "Wij spraken daarover op {dag}.",
    Hoeverteld.TELEFOON: "Wij belden daarover op {dag}.",
    Hoeverteld.BRIEF: "Wij schreven u daarover op {dag}.",
}


def afsluitbrief(afsluiting: Afsluiting, *, van: Medewerker, op: date) -> Brief:
    """Give the letter as the resident who was told reads it."""
    with override("nl"):
        huishouden, gemeente = afsluiting.dossier.huishouden, inrichting().gemeente
        verteld = _HOE[Hoeverteld(afsluiting.verteld_hoe)].format(dag=zonder_weekdag(afsluiting.verteld_op))
        return Brief(
            titel="Wij sluiten uw dossier",
            kenmerk=f"DS-{afsluiting.dossier_id:06}",
            datum=op,
            naam=afsluiting.verteld_aan.naam,
            adresregels=_adresregels(huishouden),
            aanhef=f"Beste {afsluiting.verteld_aan.naam},",
            delen=(
                Kader("In het kort", f"Onze hulp is klaar. {verteld} U kunt altijd weer bij ons terecht."),
                Kop("Waarom wij stoppen"),
                Alinea(afsluiting.reden),
                Kop("Wat er is bereikt"),
                Alinea(afsluiting.bereikt_inwoner, "U zei daarover:"),
                Alinea(afsluiting.bereikt_medewerker, "Wij zien:"),
                Kop("Hebt u later weer een vraag?"),
                Alinea(f"Bel dan {afsluiting.blijft_contact}. U hoeft niet opnieuw alles te vertellen."),
                *_hulp(afsluiting),
                Kop("Wat er met uw gegevens gebeurt"),
                Alinea(
                    "Wij bewaren uw dossier zo lang als de wet vraagt. U mag het altijd lezen. "
                    f"{gemeente.clientondersteuning} denkt gratis met u mee: {gemeente.clientondersteuning_telefoon}."
                ),
            ),
            ondertekenaar=van.naam,
            functie=van.functie,
            onderwerp="het einde van onze hulp",
            namens=gemeente.college,
            behandelaar=van.naam,
            telefoon=van.telefoon or huishouden.team.telefoon,
        )


def _hulp(afsluiting: Afsluiting) -> tuple[Deel, ...]:
    if not afsluiting.zicht_op_hulp:
        return ()
    return (Kop("De hulp die u hebt"), Alinea(f"Uw hulp loopt door. Daar let op: {afsluiting.zicht_op_hulp}."))


def _adresregels(huishouden: Huishouden) -> tuple[str, ...]:
    adres = huishouden.adres
    return (str(adres), f"{adres.postcode[:4]} {adres.postcode[4:]} {adres.woonplaats}".strip())
