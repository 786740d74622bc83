"""Street names as a Dutch town has them: one theme per neighbourhood, every name once."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Final
from zlib import crc32


def _woorden(tekst: str) -> tuple[str, ...]:
    return tuple(tekst.split())


# Stems that take any ending; each theme belongs to a neighbourhood.
THEMAS: Final = (
    _woorden(
        "Linden Berken Eiken Beuken Kastanje Iepen Esdoorn Wilgen Populieren Acacia Olmen Hazelaar Vlier Lijsterbes "
        "Meidoorn Sering Notelaar Plataan Taxus Larix Moerbei Palm Cipres Elzen"
    ),
    _woorden(
        "Merel Spreeuwen Reiger Leeuweriken Kievit Zwaluw Koekoek Nachtegaal Fazanten Vinken Lijster Ooievaar Valken "
        "Buizerd Grutto Roodborst Mezen Kwikstaart Wulpen Uilen Snip Patrijs Karekiet Wielewaal"
    ),
    _woorden(
        "Rozen Tulpen Anjer Dahlia Lelie Narcis Hyacint Viooltjes Begonia Iris Fresia Zonnebloem Margriet Krokus "
        "Azalea Camelia Primula Asters Lavendel Klaproos Korenbloem Sleutelbloem Orchidee Magnolia"
    ),
    _woorden(
        "Mozart Beethoven Bach Chopin Brahms Verdi Sweelinck Haydn Schubert Vivaldi Händel Liszt Mahler Diepenbrock "
        "Röntgen Andriessen Wagenaar Grieg Sibelius Ravel Debussy Bartók Dvořák Puccini"
    ),
    _woorden(
        "Rembrandt Vermeer Hals Steen Ruysdael Potter Mesdag Israëls Breitner Maris Jongkind Toorop Mondriaan Appel "
        "Hobbema Cuyp Bol Lievens Fabritius Metsu Dou Asselijn Weissenbruch Bosboom"
    ),
    _woorden(
        "Maas Waal Rijn IJssel Linge Dommel Dinkel Vecht Eem Berkel Regge Amstel Zaan Schie Rotte Gouwe Mark Aa Roer "
        "Geul Tjonger Linde Hunze Dollard"
    ),
    _woorden(
        "Korenmolen Windas Wieken Molenaars Graan Tarwe Rogge Haver Gerst Klaver Vlas Boekweit Maalderij Bakkers Zeis "
        "Ploeg Eg Oogst Schoven Dors Hooi Akker Weide Bongerd Koren"
    ),
    _woorden(
        "Tromp Ruyter Piet-Hein Evertsen Barentsz Heemskerk Tasman Houtman Witte-de-With Kortenaer Banckert Bontekoe "
        "Linschoten Hudson Brouwer Matelieff Compagnie Kompas Anker Zeil Roer Boeg Mast Kiel"
    ),
    _woorden(
        "Vondel Hooft Cats Bredero Multatuli Couperus Gezelle Kloos Gorter Marsman Nijhoff Achterberg Bloem Vasalis "
        "Slauerhoff Beets Potgieter Bilderdijk Perk Emants Elsschot Boon Haverschmidt Staring"
    ),
    _woorden(
        "Smids Wevers Timmerlieden Kuipers Metselaars Pottenbakkers Glasblazers Leerlooiers Zadelmakers Touwslagers "
        "Klompen Wagenmakers Blauwververs Papiermakers Drukkers Letterzetters Spinners Kaarders Lakenkopers Wol Katoen "
        "Zijde Damast Fluweel"
    ),
    _woorden(
        "Mercurius Venus Mars Jupiter Saturnus Uranus Neptunus Poolster Orion Sirius Pegasus Cassiopeia Andromeda "
        "Perseus Ster Maan Zonne Komeet Meteoor Horizon Zenit Planeten Melkweg Kosmos"
    ),
    _woorden(
        "Vos Das Hazen Herten Reeën Eekhoorn Egel Wezel Otter Bever Marter Hermelijn Konijnen Bunzing Lynx Eland Wolf "
        "Muskus Salamander Kikker Libel Vlinder Bijen Krekel"
    ),
    _woorden(
        "Tijm Salie Rozemarijn Munt Kamille Basilicum Dille Kervel Bieslook Peterselie Venkel Marjolein Laurier Anijs "
        "Komijn Koriander Gember Saffraan Citroen Kruiden Oregano Lavas Bernagie Verveine"
    ),
    _woorden(
        "Wilhelmina Juliana Beatrix Emma Sophia Anna-Paulowna Willem Maurits Hendrik Bernhard Irene Margriet Marijke "
        "Amalia Alexia Ariane Oranje Nassau Frederik Louise Koningin Prinsen Kroon Stadhouders"
    ),
    _woorden(
        "Kerk School Markt Dorps Molen Station Post Brink Torens Poort Wal Gracht Singel Kade Haven Brug Sluis "
        "Raadhuis Hof Klooster Kapel Pastorie Zand Kruis"
    ),
    _woorden(
        "Drenthe Gelderland Zeeland Limburg Brabant Friesland Groningen Overijssel Utrecht Flevo Veluwe Achterhoek "
        "Salland Twente Betuwe Kempen Peel Walcheren Texel Terschelling Ameland Vlieland Schouwen Goeree"
    ),
)
UITGANGEN: Final = ("laan", "straat", "weg", "hof", "plein", "pad", "dreef", "plantsoen", "gaarde", "erf")
VOORVOEGSELS: Final = ("", "Oude ", "Nieuwe ", "Korte ", "Lange ", "Achter-", "Noorder", "Zuider", "Ooster", "Wester")
EERSTE_STRAAT: Final = "Lindelaan"


class Straatnamen:
    """Street names theme by theme, dealt out over the parts of the town, so that no two parts share one."""

    def __init__(self, rng: Random, *, deel: int, delen: int) -> None:
        self._rng = rng
        self._deel = deel
        self._delen = delen
        self._gegeven = {EERSTE_STRAAT}
        self._bronnen = {thema: self._namen(thema) for thema in range(len(THEMAS))}

    def nieuwe(self, thema: int) -> str:
        """Give a street of the theme that the town does not have yet."""
        return next(self._bronnen[thema % len(THEMAS)])

    def _namen(self, thema: int) -> Iterator[str]:
        for voorvoegsel in VOORVOEGSELS:
            ronde = [_straatnaam(voorvoegsel, stam, uitgang) for uitgang in UITGANGEN for stam in THEMAS[thema]]
            self._rng.shuffle(ronde)
            for naam in ronde:
                if crc32(naam.encode()) % self._delen == self._deel and naam not in self._gegeven:
                    self._gegeven.add(naam)
                    yield naam


def _straatnaam(voorvoegsel: str, stam: str, uitgang: str) -> str:
    los = not voorvoegsel or voorvoegsel.endswith(" ")
    # A name in its own right keeps its capital after a dash and after "Oude"; glued to Noorder it loses it.
    kern = stam if los or voorvoegsel.endswith("-") else stam.lower()
    return f"{voorvoegsel}{kern}{uitgang}"
