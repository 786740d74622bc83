"""First names and surnames by background, as heard in a Dutch town. No combination means an existing person."""

# ruff: noqa: E501 - lists of names
from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final


def _lijst(tekst: str) -> tuple[str, ...]:
    return tuple(woord.strip() for woord in tekst.split(","))


@dataclass(frozen=True, eq=False)
class Naamgroep:
    """Names that go together. A surname may begin with a tussenvoegsel, set apart by a slash."""

    aandeel: float
    vrouwen: tuple[str, ...]
    mannen: tuple[str, ...]
    oudere_vrouwen: tuple[str, ...]
    oudere_mannen: tuple[str, ...]
    achternamen: tuple[str, ...]


NEDERLANDS: Final = Naamgroep(
    0.72,
    _lijst(
        "Sanne, Lotte, Eva, Iris, Anouk, Femke, Maud, Roos, Julia, Emma, Sophie, Lisa, Nina, Fleur, Noor, Kim, "
        "Linda, Marloes, Esther, Wendy, Mirjam, Chantal, Petra, Saskia, Ilse, Manon, Sara, Tess, Vera, Yvonne, Renske, Jolanda"
    ),
    _lijst(
        "Daan, Bram, Sem, Lucas, Thijs, Ruben, Jesse, Tim, Niels, Jeroen, Mark, Dennis, Stefan, Martijn, Bas, Rick, "
        "Wouter, Koen, Joost, Sander, Erik, Marco, Rob, Peter, Jasper, Milan, Finn, Luuk, Teun, Gijs, Pim, Mees"
    ),
    _lijst(
        "Annie, Riet, Corrie, Jannie, Truus, Ria, Gerda, Willy, Bep, Nel, Toos, Greet, Mien, Wil, Joke, Tineke, Hennie, "
        "Els, Dinie, Marijke, Anneke, Thea, Sjaan, Lenie"
    ),
    _lijst(
        "Henk, Piet, Jan, Gerrit, Cor, Wim, Kees, Dick, Joop, Ben, Arie, Herman, Bert, Theo, Frans, Jaap, Leo, Harrie, "
        "Ton, Hans, Rinus, Koos, Nico, Fred"
    ),
    _lijst(
        "/Jansen, de/Vries, van/Dijk, /Bakker, /Visser, /Smit, /Meijer, de/Boer, /Mulder, de/Groot, /Bos, /Vos, "
        "/Peters, /Hendriks, van/Leeuwen, /Dekker, /Brouwer, de/Wit, /Dijkstra, /Smits, de/Graaf, van der/Meer, van der/Linden, "
        "/Kok, /Jacobs, de/Haan, /Vermeulen, van den/Berg, van der/Veen, van den/Broek, de/Bruijn, van der/Heijden, "
        "/Schouten, van/Beek, /Willems, van/Vliet, /Hoekstra, /Koster, /Verhoeven, /Prins, /Blom, /Huisman, /Peeters, "
        "de/Jonge, /Kuipers, van/Wijk, /Post, /Kramer, van den/Heuvel, /Scholten, van/Dam, /Timmermans, /Postma, "
        "/Gerritsen, /Martens, /Wolters, /Evers, /Sanders, van/Loon, /Molenaar, /Veenstra, /Boersma, /Hermans, /Maas, "
        "/Driessen, van/Rijn, /Groen, /Rutten, /Schipper, /Pol, /Ketelaar, /Wessels, /Kuiper, /Slot, /Bosch, /Kemper"
    ),
)
FRIES: Final = Naamgroep(
    0.05,
    _lijst("Femke, Sjoukje, Anke, Hiske, Nynke, Jeltje, Fenna, Wiepkje, Baukje, Froukje, Silke, Maaike"),
    _lijst("Sjoerd, Hidde, Jelle, Wytze, Sietse, Fokke, Tjeerd, Douwe, Rinse, Folkert, Ids, Jitse"),
    _lijst("Aukje, Tjitske, Grietje, Sietske, Jikke, Trijntje, Hiltje, Akke"),
    _lijst("Auke, Klaas, Hessel, Oane, Tjibbe, Wiebe, Anne, Eeltsje"),
    _lijst(
        "/Postma, /Hoekstra, /Dijkstra, /Terpstra, /Wiersma, /Sikkema, /Bouma, /Hofstra, /Zijlstra, /Algra, /Boonstra, "
        "/Rijpma, /Elzinga, /Sinnema, /Feenstra, /Wijnja"
    ),
)
TURKS: Final = Naamgroep(
    0.055,
    _lijst("Elif, Zeynep, Ayşe, Merve, Esra, Büşra, Hatice, Sevgi, Derya, Nur, Selin, Gül"),
    _lijst("Emre, Mehmet, Murat, Yusuf, Can, Kerem, Hakan, Serkan, Burak, Ömer, Deniz, Ali"),
    _lijst("Fatma, Emine, Hacer, Zeliha, Meryem, Saniye, Havva, Döne"),
    _lijst("Hasan, Hüseyin, Mustafa, İbrahim, Osman, Ramazan, Veli, Kemal"),
    _lijst(
        "/Yılmaz, /Kaya, /Demir, /Şahin, /Çelik, /Yıldız, /Aydın, /Öztürk, /Arslan, /Doğan, /Kılıç, /Aslan, /Çetin, "
        "/Koç, /Kurt, /Özdemir"
    ),
)
MAROKKAANS: Final = Naamgroep(
    0.05,
    _lijst("Fatima, Samira, Naima, Salma, Yasmina, Hanane, Nora, Siham, Ikram, Lina, Amal, Soukaina"),
    _lijst("Mohammed, Younes, Bilal, Karim, Rachid, Anas, Ilias, Hamza, Said, Nabil, Ayoub, Zakaria"),
    _lijst("Aicha, Khadija, Malika, Zohra, Rahma, Mimount, Fadma, Habiba"),
    _lijst("Ahmed, Abdellah, Driss, Lahcen, Hassan, Moustafa, Brahim, Allal"),
    _lijst(
        "El/Idrissi, /Bouzid, /Amrani, El/Amrani, /Benali, /Bouali, /Azzouzi, El/Khattabi, /Haddou, /Chaoui, /Tahiri, "
        "/Ouali, El/Mansouri, /Zaoui, /Rahmani, /Bennani"
    ),
)
SURINAAMS: Final = Naamgroep(
    0.04,
    _lijst("Shanti, Priya, Sharon, Chantal, Jennifer, Reshma, Melissa, Indra, Anushka, Giovanca, Naomi, Denise"),
    _lijst("Ricardo, Jurgen, Dennis, Ruben, Vinod, Ravi, Winston, Clyde, Jermaine, Andy, Kenneth, Sunil"),
    _lijst("Johanna, Hilda, Soekinah, Marlene, Irma, Lilian, Wilma, Sylvia"),
    _lijst("Hendrik, Iwan, Ramon, Frits, Eddy, Soewarto, Harold, Rudi"),
    _lijst(
        "/Ramdin, /Bhagwandin, /Pinas, /Baldewsingh, /Vriesde, /Kartosen, /Jadnanansing, /Blijd, /Sno, /Wijdenbosch, "
        "/Ramlal, /Doelwijt, /Cairo, /Soekhai"
    ),
)
POOLS: Final = Naamgroep(
    0.045,
    _lijst("Agnieszka, Katarzyna, Małgorzata, Joanna, Ewa, Magdalena, Paulina, Zofia, Natalia, Aleksandra"),
    _lijst("Piotr, Krzysztof, Tomasz, Paweł, Marcin, Jakub, Michał, Kamil, Wojciech, Łukasz"),
    _lijst("Danuta, Halina, Barbara, Krystyna, Jadwiga"),
    _lijst("Stanisław, Jerzy, Zbigniew, Ryszard, Kazimierz"),
    _lijst(
        "/Kowalski, /Nowak, /Wiśniewski, /Wójcik, /Kamiński, /Lewandowski, /Zieliński, /Szymański, /Woźniak, /Mazur, "
        "/Krawczyk, /Wrona"
    ),
)
SYRISCH: Final = Naamgroep(
    0.04,
    _lijst("Rania, Hala, Nour, Dima, Rasha, Maya, Yara, Lubna, Rima, Sham"),
    _lijst("Omar, Khaled, Anas, Samer, Bassel, Tarek, Majd, Fadi, Ammar, Yazan"),
    _lijst("Hanan, Souad, Amira, Wafa, Nawal"),
    _lijst("Mahmoud, Adnan, Ghassan, Nabil, Walid"),
    _lijst("/Haddad, Al/Ahmad, /Khoury, /Darwish, Al/Masri, /Nassar, /Kabbani, /Hamdan, Al/Hariri, /Saleh, /Barakat"),
)
NAAMGROEPEN: Final = (NEDERLANDS, FRIES, TURKS, MAROKKAANS, SURINAAMS, POOLS, SYRISCH)


def voornaam(groep: Naamgroep, *, is_vrouw: bool, leeftijd: int, rng: Random) -> str:
    """Give a first name that was given to children of that time."""
    if leeftijd >= 62:
        return rng.choice(groep.oudere_vrouwen if is_vrouw else groep.oudere_mannen)
    return rng.choice(groep.vrouwen if is_vrouw else groep.mannen)


def achternaam(groep: Naamgroep, rng: Random) -> tuple[str, str]:
    """Give a tussenvoegsel (or nothing) and a surname."""
    voor, naam = rng.choice(groep.achternamen).split("/")
    return voor, naam


def verbogen(naam: str, *, is_vrouw: bool, groep: Naamgroep) -> str:
    """Give the surname as this person bears it: a Polish woman is Kowalska where her husband is Kowalski."""
    return f"{naam[:-1]}a" if groep is POOLS and is_vrouw and naam.endswith("ski") else naam
