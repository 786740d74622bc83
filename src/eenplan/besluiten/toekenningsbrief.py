"""The letter that grants help without a decision: what, from whom, from when, and how to get a decision after all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import override

from eenplan.besluiten.brief import KOPPEN, adresregels, betekent, geadresseerde, hulpregel, kenmerk, vragen
from eenplan.besluiten.models import Besluit
from eenplan.brieven.model import Alinea, Brief, Kader, Kop, Tabel
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.plannen.models import Inzet
from eenplan.teams.models import Medewerker
from eenplan.wetgeving.datums import zonder_weekdag


def toekenningsbrief(brief: Besluit, regels: Sequence[Inzet], *, dag: date, ondertekenaar: Medewerker) -> Brief:
    """Give the letter that is sent on this day."""
    with override("nl"):
        huishouden, gemeente = brief.dossier.huishouden, inrichting().gemeente
        naam, aanhef = geadresseerde(brief.aanvraag.persoon, dag)
        telefoon = ondertekenaar.telefoon or huishouden.team.telefoon or gemeente.telefoon
        wet = Wet(brief.aanvraag.wet).label
        return Brief(
            titel="Brief over uw hulp",
            kenmerk=kenmerk(brief),
            datum=dag,
            naam=naam,
            adresregels=adresregels(huishouden),
            aanhef=aanhef,
            delen=(
                Kader("In het kort", "U krijgt de hulp die in uw plan staat. De hulp kan meteen beginnen."),
                Kop("Wat u krijgt"),
                Tabel("De hulp uit uw plan", tuple(map(str, KOPPEN)), tuple(hulpregel(inzet) for inzet in regels)),
                *betekent(brief, regels),
                Kop("Wilt u een besluit?"),
                Alinea(
                    "Deze brief is geen besluit. Dat is nu niet nodig, want u krijgt de hulp. Wilt u toch een besluit? "
                    f"Vraag het ons. Bel {telefoon} of schrijf ons. Zet erbij: kenmerk {kenmerk(brief)}. "
                    "Dan krijgt u een besluit, binnen de tijd die de wet noemt. "
                    "Bent u het met het besluit niet eens? Dan kunt u bezwaar maken."
                ),
                *vragen(brief, gemeente),
            ),
            ondertekenaar=ondertekenaar.naam,
            functie=ondertekenaar.functie,
            onderwerp=f"uw aanvraag van {zonder_weekdag(brief.aanvraag.ontvangen_op)} voor hulp ({wet})",
            namens=gemeente.college,
            behandelaar=ondertekenaar.naam,
            telefoon=telefoon,
        )
