"""What a conversation report is about: the subjects of the Wmo, with the question to ask and why.

`kop` and `vraag` speak to the worker; `kop_in_brief` is the heading the resident reads, always in Dutch.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Tekst = str | _StrPromise


@dataclass(frozen=True)
class Gespreksonderwerp:
    """One heading of the report; `letter` is the letter of Wmo 2.3.2 lid 4, or nothing."""

    code: str
    kop: Tekst
    vraag: Tekst
    waarom: Tekst
    artikel: str
    kop_in_brief: str

    @property
    def is_wettelijk(self) -> bool:
        """Tell whether the law names this subject itself."""
        return len(self.code) == 1


def _lid_4(letter: str) -> str:
    return f"artikel 2.3.2 lid 4 onder {letter} Wmo 2015"


ONDERWERPEN: Final = (
    Gespreksonderwerp(
        "vraag",
        _("De vraag, in eigen woorden"),
        _("Wat wil de inwoner dat er verandert? Schrijf het op zoals het is gezegd."),
        _(
            "Het onderzoek begint bij wat de inwoner zelf vraagt. Wie zijn eigen woorden terugleest, ziet of hij "
            "goed is begrepen."
        ),
        "artikel 2.3.2 lid 1 Wmo 2015",
        "Uw vraag",
    ),
    Gespreksonderwerp(
        "a",
        _("Behoeften, persoonskenmerken en voorkeuren"),
        _("Wat lukt niet of niet meer, wat is voor deze persoon belangrijk, en hoe wil hij of zij het zelf?"),
        _("Hulp moet passen bij wie iemand is. Zo weet iedereen later nog waarom deze hulp is gekozen."),
        _lid_4("a"),
        "Wat u nodig hebt en wat bij u past",
    ),
    Gespreksonderwerp(
        "b",
        _("Eigen kracht en gebruikelijke hulp"),
        _("Wat kan iemand zelf, eventueel met een handigheid of hulpmiddel, en wat doen huisgenoten voor elkaar?"),
        _("De gemeente vult aan wat iemand zelf en met huisgenoten niet redt. Dat moet eerst in beeld zijn."),
        _lid_4("b"),
        "Wat u zelf en met uw huisgenoten kunt",
    ),
    Gespreksonderwerp(
        "c",
        _("Mantelzorg en mensen om het huishouden heen"),
        _("Wie helpt er nu al, wie zou kunnen helpen, en wat kan of wil diegene echt?"),
        _("Mantelzorg is niet af te dwingen. Schrijf op wat mensen zelf zeggen te kunnen doen."),
        _lid_4("c"),
        "Mensen die u helpen",
    ),
    Gespreksonderwerp(
        "d",
        _("Ondersteuning van de mantelzorger"),
        _("Kan wie nu helpt het volhouden? Wat zou het lichter maken?"),
        _("Een mantelzorger heeft recht op een eigen vraag. Valt hij uit, dan valt ook de hulp weg."),
        _lid_4("d"),
        "Steun voor wie u helpt",
    ),
    Gespreksonderwerp(
        "e",
        _("Algemene voorzieningen en maatschappelijk nuttige activiteiten"),
        _("Wat in de buurt kan helpen, of waar kan iemand zelf iets betekenen?"),
        _("Wat voor iedereen open is, helpt vaak het snelst, en meedoen helpt op zichzelf."),
        _lid_4("e"),
        "Wat er in de buurt is, en wat u daar kunt doen",
    ),
    Gespreksonderwerp(
        "f",
        _("Samenwerking met zorg, onderwijs, wonen, werk en inkomen"),
        _("Welke andere hulpverleners zijn er, en met wie moeten we het samen doen? Vindt de inwoner dat goed?"),
        _("Eén gezin, één plan: hulp van anderen moet op elkaar passen en niet langs elkaar heen lopen."),
        _lid_4("f"),
        "Samen met anderen",
    ),
    Gespreksonderwerp(
        "g",
        _("Eigen bijdrage"),
        _("Is verteld wat de hulp de inwoner kan kosten?"),
        _("Niemand mag achteraf schrikken van een rekening. De inwoner hoort vooraf welke bijdrage er komt."),
        _lid_4("g"),
        "Wat hulp u kan kosten",
    ),
    Gespreksonderwerp(
        "afspraken",
        _("Afspraken"),
        _("Wie doet wat en voor wanneer, en wanneer spreken we elkaar weer?"),
        _("De uitkomst van het gesprek staat op papier, zodat iedereen hetzelfde verwacht."),
        "artikel 2.3.2 lid 8 Wmo 2015",
        "Wat we hebben afgesproken",
    ),
)
PER_CODE: Final = {onderwerp.code: onderwerp for onderwerp in ONDERWERPEN}
WETTELIJK: Final = tuple(onderwerp.code for onderwerp in ONDERWERPEN if onderwerp.is_wettelijk)
