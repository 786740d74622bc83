"""Who works in Zonnedaal: the cast by name, and around them as many colleagues as the published staffing gives.

Nobody has a password: in the demo one signs in by choosing a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Final, cast

from eenplan.access.rechten import Rol
from eenplan.demo import verhoudingen as v
from eenplan.demo.gebieden import BEGIN, JEUGDTEAM
from eenplan.demo.namen import NAAMGROEPEN, achternaam, voornaam
from eenplan.inrichting.keuzes import Wet
from eenplan.teams.models import Formatie, Medewerker, Rolvervulling, Team

GEMEENTE: Final = "Gemeente Zonnedaal"
STICHTING: Final = "Stichting Wijkwerk Zonnedaal"
WELZIJN: Final = "Welzijn Zonnedaal"
BUREAU: Final = "Bureau Meetlat"
NIEUWE_ONDERZOEKER: Final = "Rutger Blok"  # signed nothing yet
MINSTE_COACHES: Final = 2  # a team of one has nobody to take over
CAST: Final = (
    "amina", "bram", "chantal", "daan", "els", "farid", "gerda", "hanna", "ilse", "ineke", "koen", "saskia", "vera",
    "willem",
)  # fmt: skip
INWONERS_PER_FRONTOFFICE: Final = 20_000  # own choice: about 60 calls per worker and day (EN D-07, L950)

# Seven managers, two of them run two teams (EN 2.1, L451-452).
MANAGERS: Final = (
    ("Farid Amrani", GEMEENTE, ("Team Noord 1", "Team Noord 2")),
    ("Hilde Wolters", STICHTING, ("Team Zuid 1", "Team Zuid 2")),
    ("Ruben Scholten", STICHTING, ("Team Oost 1",)),
    ("Marjan Kemper", STICHTING, ("Team Oost 2",)),
    ("Sunil Ramlal", GEMEENTE, ("Team West 1",)),
    ("Anke Terpstra", STICHTING, ("Team West 2",)),
    ("Paul Driessen", GEMEENTE, ("Team Centrum", JEUGDTEAM)),
)
# Who works in Team Noord 1 under one law: they read that law and what belongs to the whole household, and coordinate
# nobody. Own choice.
SPECIALISTEN: Final = (
    ("Saskia Haddou", "schuldhulpverlener", Wet.WGS),
    ("Kees Verbeek", "inkomensconsulent", Wet.PARTICIPATIEWET),
    ("Loes Hartman", "jeugdwerker", Wet.JEUGDWET),
)
# Who decides above the mandate of back office and team managers; own choice.
HOOFD: Final = ("Willem Oosterhuis", "afdelingshoofd sociaal domein")


@dataclass
class Personeel:
    """Everybody at work, by what they do; workers keep their rights in memory, so acting costs no question."""

    cast: dict[str, Medewerker] = field(default_factory=dict)
    coaches: dict[str, list[Medewerker]] = field(default_factory=dict)
    managers: dict[str, Medewerker] = field(default_factory=dict)
    frontoffice: list[Medewerker] = field(default_factory=list)
    backoffice: list[Medewerker] = field(default_factory=list)
    hoofd: Medewerker = field(init=False)

    def __getattr__(self, naam: str) -> Medewerker:
        """Give a member of the cast by first name: `personeel.amina`."""
        medewerker = vars(self).get("cast", {}).get(naam)
        if medewerker is None:
            raise AttributeError(naam)
        return cast("Medewerker", medewerker)


def neem_personeel_aan(teams: dict[str, Team], *, inwoners: int, vandaag: date, rng: Random) -> None:
    """Make the workers with their roles, and the staffing of each team as the reports print it."""
    maker = _Maker(rng)
    personeel = Personeel()
    _neem_cast_aan(maker, personeel, teams)
    for naam, werkgever, onder in MANAGERS:
        manager = personeel.cast.get("farid") if naam == "Farid Amrani" else None
        if manager is None:
            manager = maker.maak(naam, "wijkteammanager", werkgever, Rol.MANAGER, *(teams[team] for team in onder))
        personeel.managers |= dict.fromkeys(onder, manager)
    nieuw = maker.maak(NIEUWE_ONDERZOEKER, "dossieronderzoeker", BUREAU, Rol.ONDERZOEKER, None)
    nieuw.rolvervullingen.update(vanaf=vandaag - timedelta(days=10))
    personeel.cast["willem"] = maker.maak(*HOOFD, GEMEENTE, Rol.MANAGER, None)
    for naam, functie, wet in SPECIALISTEN:
        specialist = maker.maak(naam, functie, GEMEENTE, Rol.REGISSEUR, teams["Team Noord 1"])
        specialist.rolvervullingen.update(wetten=[wet])
    schaal = inwoners / v.INWONERS_BIJ_FTE
    peildatum = date(vandaag.year, 1, 1)
    for team in teams.values():
        _bezet_team(maker, personeel, team, schaal, peildatum)
    _bezet_kantoor(maker, personeel, inwoners, schaal, peildatum)


def lees_personeel() -> Personeel:
    """Give everybody as they were appointed, from the database."""
    personeel = Personeel()
    rijen = Rolvervulling.objects.select_related("medewerker", "team").order_by("pk")
    iedereen: dict[int, Medewerker] = {}
    for rij in rijen:
        medewerker = iedereen.setdefault(rij.medewerker_id, rij.medewerker)
        if medewerker.gebruikersnaam in CAST:
            personeel.cast[medewerker.gebruikersnaam] = medewerker
        if rij.rol == Rol.BACKOFFICE:
            personeel.backoffice.append(medewerker)
        elif rij.rol == Rol.FRONTOFFICE:
            personeel.frontoffice.append(medewerker)
        elif rij.rol == Rol.MANAGER and rij.team:
            personeel.managers[rij.team.naam] = medewerker
        elif rij.rol == Rol.MANAGER:
            personeel.hoofd = medewerker
        elif rij.rol == Rol.REGISSEUR and rij.team and len(rij.wetten) > 1:
            personeel.coaches.setdefault(rij.team.naam, []).append(medewerker)
    return personeel


def _neem_cast_aan(maker: _Maker, personeel: Personeel, teams: dict[str, Team]) -> None:
    noord1, noord2, zuid1 = teams["Team Noord 1"], teams["Team Noord 2"], teams["Team Zuid 1"]
    personeel.cast = {
        "amina": maker.maak("Amina Bouzid", "wijkcoach", STICHTING, Rol.REGISSEUR, noord1),
        "bram": maker.maak("Bram Visser", "wijkcoach", STICHTING, Rol.REGISSEUR, noord1),
        "chantal": maker.maak("Chantal Peeters", "wijkcoach", STICHTING, Rol.REGISSEUR, zuid1),
        "daan": maker.maak("Daan Mulder", "medewerker backoffice", GEMEENTE, Rol.BACKOFFICE, None),
        "els": maker.maak("Els Hoekstra", "functionaris gegevensbescherming", GEMEENTE, Rol.PRIVACY, None),
        "farid": maker.maak("Farid Amrani", "wijkteammanager", GEMEENTE, Rol.MANAGER, noord1, noord2),
        "gerda": maker.maak("Gerda Smit", "medewerker frontoffice", GEMEENTE, Rol.FRONTOFFICE, None),
        "ineke": maker.maak("Ineke Brouwer", "functioneel beheerder", GEMEENTE, Rol.BEHEERDER, None),
        "vera": maker.maak("Vera Kuipers", "vrijwilliger", WELZIJN, Rol.VRIJWILLIGER, None),
        "koen": maker.maak("Koen Terlouw", "controller", GEMEENTE, Rol.CONTROLLER, None),
        "ilse": maker.maak("Ilse Vermaat", "dossieronderzoeker", BUREAU, Rol.ONDERZOEKER, None),
        "hanna": maker.maak("Hanna Yilmaz", "ambulant begeleider", "Thuiszorg De Brug", Rol.KETENPARTNER, None),
    }
    Rolvervulling.objects.create(medewerker=personeel.bram, rol=Rol.AANDACHTSFUNCTIONARIS, team=noord1, vanaf=BEGIN)
    personeel.coaches = {naam: [] for naam in teams}
    personeel.coaches["Team Noord 1"] = [personeel.amina, personeel.bram]
    personeel.coaches["Team Zuid 1"] = [personeel.chantal]
    personeel.backoffice = [personeel.daan]
    personeel.frontoffice = [personeel.gerda]


def _bezet_team(maker: _Maker, personeel: Personeel, team: Team, schaal: float, peildatum: date) -> None:
    """Fill a team to its fte, at least two people, and write its staffing down per employer and function."""
    aandeel = v.AANDEEL_PER_TEAM.get(team.naam, 0.0)
    fte = max(MINSTE_COACHES, sum(rij[2] for rij in v.FTE_TEAMS) * schaal * aandeel)
    som = sum(rij[2] for rij in v.FTE_TEAMS)
    Formatie.objects.bulk_create(
        Formatie(
            team=team,
            functie=functie,
            werkgever=werkgever,
            fte_honderdsten=round(100 * fte * deel / som),
            peildatum=peildatum,
        )
        for werkgever, functie, deel in v.FTE_TEAMS
    )
    coaches = personeel.coaches[team.naam]
    personeel.coaches[team.naam] = coaches + maker.maak_velen(_functies(round(fte) - len(coaches)), Rol.REGISSEUR, team)


def _functies(aantal: int) -> Iterator[tuple[str, str]]:
    """Give employer and function of so many workers, in the published proportion."""
    tegoed = [0.0 for _rij in v.FTE_TEAMS]
    som = sum(rij[2] for rij in v.FTE_TEAMS)
    for _nummer in range(max(0, aantal)):
        tegoed = [saldo + rij[2] / som for saldo, rij in zip(tegoed, v.FTE_TEAMS, strict=True)]
        hoogste = tegoed.index(max(tegoed))
        tegoed[hoogste] -= 1
        yield v.FTE_TEAMS[hoogste][0], v.FTE_TEAMS[hoogste][1]


def _bezet_kantoor(maker: _Maker, personeel: Personeel, inwoners: int, schaal: float, peildatum: date) -> None:
    Formatie.objects.bulk_create(
        Formatie(
            team=None,
            functie=functie,
            werkgever=werkgever,
            fte_honderdsten=round(100 * fte * schaal),
            peildatum=peildatum,
        )
        for werkgever, functie, fte in v.FTE_STEDELIJK
    )
    achter = max(2, round(v.FTE_STEDELIJK[0][2] * schaal)) - len(personeel.backoffice)
    voor = max(2, inwoners // INWONERS_PER_FRONTOFFICE) - len(personeel.frontoffice)
    personeel.backoffice += maker.maak_velen([(GEMEENTE, "medewerker backoffice")] * achter, Rol.BACKOFFICE, None)
    personeel.frontoffice += maker.maak_velen([(GEMEENTE, "medewerker frontoffice")] * voor, Rol.FRONTOFFICE, None)


class _Maker:
    """Makes workers with a name that nobody else in town hall has."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._namen = {HOOFD[0], *(rij[0] for rij in (*MANAGERS, *SPECIALISTEN))}
        self._gebruikersnamen: set[str] = set()

    def maak(self, naam: str, functie: str, werkgever: str, rol: Rol, *teams: Team | None) -> Medewerker:
        """Make one worker by name, with a role in each of the teams (none means the whole municipality)."""
        medewerker = self._medewerker(naam, functie, werkgever)
        medewerker.save()
        Rolvervulling.objects.bulk_create(
            Rolvervulling(medewerker=medewerker, rol=rol, team=team, vanaf=BEGIN) for team in teams
        )
        return medewerker

    def maak_velen(
        self, functies: Iterator[tuple[str, str]] | list[tuple[str, str]], rol: Rol, team: Team | None
    ) -> list[Medewerker]:
        """Make a worker for each employer and function, all in one team."""
        nieuwe = [self._medewerker(self._naam(), functie, werkgever) for werkgever, functie in functies]
        Medewerker.objects.bulk_create(nieuwe)
        Rolvervulling.objects.bulk_create(
            Rolvervulling(medewerker=medewerker, rol=rol, team=team, vanaf=BEGIN) for medewerker in nieuwe
        )
        return nieuwe

    def _medewerker(self, naam: str, functie: str, werkgever: str) -> Medewerker:
        medewerker = Medewerker(
            gebruikersnaam=self._gebruikersnaam(naam),
            naam=naam,
            functie=functie,
            werkgever=werkgever,
            telefoon=f"0123 45 67 {len(self._gebruikersnamen) % 100:02}",
        )
        medewerker.set_unusable_password()
        return medewerker

    def _naam(self) -> str:
        while True:
            groep = self._rng.choices(NAAMGROEPEN, [groep.aandeel for groep in NAAMGROEPEN])[0]
            voor = voornaam(groep, is_vrouw=self._rng.random() < 0.75, leeftijd=40, rng=self._rng)
            naam = " ".join(filter(None, (voor, *achternaam(groep, self._rng))))
            if naam not in self._namen:
                self._namen.add(naam)
                return naam

    def _gebruikersnaam(self, naam: str) -> str:
        """Give the first name, or first name and a number when a colleague was first."""
        voor = naam.split(maxsplit=1)[0].lower()
        kandidaat, nummer = voor, 1
        while kandidaat in self._gebruikersnamen:
            nummer += 1
            kandidaat = f"{voor}{nummer}"
        self._gebruikersnamen.add(kandidaat)
        return kandidaat
