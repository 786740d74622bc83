"""The municipality's configuration as frozen types, read from one file and checked whole.

A municipality changes the file, not the code.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from eenplan.inrichting.keuzes import Kanaal
from eenplan.inrichting.meetlat import SETS, VRAGEN, Ervaringsvraag, Leefgebiedset


@dataclass(frozen=True)
class Gemeente:
    """Who the municipality is, as its letters say it. `huiskleur` is the accent of its letters.

    `meldpunt` is where anybody may report a weakness: an address that begins with https: or mailto:.
    """

    naam: str
    college: str
    adres: str
    postcode_plaats: str
    telefoon: str
    website: str
    bezwaar_adres: str
    clientondersteuning: str
    clientondersteuning_telefoon: str
    huiskleur: str = "#0f4c4a"
    meldpunt: str = ""


@dataclass(frozen=True)
class Route:
    """Where a question under a law goes, from a day (inclusive) till a day (exclusive)."""

    wet: str
    vanaf: date
    naar: str
    reden: str
    tot: date | None = None

    def geldt(self, wet: str, dag: date) -> bool:
        """Tell whether this line is about the law and the day."""
        return self.wet in (wet, "*") and self.vanaf <= dag and (self.tot is None or dag < self.tot)


@dataclass(frozen=True)
class Verordening:
    """A term that the council set by by-law, in weeks, for what starts in a period (`tot` exclusive)."""

    regel: str
    weken: int
    vanaf: date
    tot: date | None = None

    def geldt(self, regel: str, dag: date) -> bool:
        """Tell whether this line is about the term and the day on which it starts."""
        return self.regel == regel and self.vanaf <= dag and (self.tot is None or dag < self.tot)


@dataclass(frozen=True)
class Klantgroep:
    """A group of residents and the approach that fits it by default."""

    code: str
    naam: str
    aanpak: str


@dataclass(frozen=True)
class ExtraVraag:
    """A question in the intake script that one team asks besides."""

    code: str
    team: str
    vraag: str


@dataclass(frozen=True)
class Leefgebied:
    code: str
    naam: str


@dataclass(frozen=True)
class Trede:
    """A rung of the ladder of solutions."""

    code: str
    naam: str


@dataclass(frozen=True)
class Doorloopnorm:
    """Within how many days after the first contact a step must be reached: the municipality's own norm.

    A line may hold for one law, one provision (its code) or one urgency only; the most precise line wins.
    """

    stap: str
    dagen: int
    wet: str = ""
    voorziening: str = ""
    urgentie: str = ""

    def past(self, wet: str, voorziening: str, urgentie: str) -> bool:
        """Tell whether this line holds for the case."""
        eigen = ((self.wet, wet), (self.voorziening, voorziening), (self.urgentie, urgentie))
        return all(norm in ("", geval) for norm, geval in eigen)

    @property
    def precisie(self) -> int:
        """Count how many things this line is particular about."""
        return sum(map(bool, (self.wet, self.voorziening, self.urgentie)))


@dataclass(frozen=True)
class Instructiestap:
    """A step of the privacy onboarding that every worker takes (F6)."""

    code: str
    naam: str
    uitleg: str


@dataclass(frozen=True)
class Bewaarregel:
    """How many years a kind of record is kept by the municipality's own norm, from which event, and where that stands.

    `soort` is a law for which the law itself sets no term, or `contact`, `klacht` or `toegangslog`.
    """

    soort: str
    naam: str
    start: str
    jaren: int
    vindplaats: str


@dataclass(frozen=True)
class Opvalnorm:
    """From how many on something in the log is worth a question, per rule (see the room `audit`).

    `maal_gewoonlijk` makes it relative: only when it is also so many times what this worker usually does in a day.
    """

    regel: str
    vanaf: int
    maal_gewoonlijk: int = 0


@dataclass(frozen=True)
class OidcRol:
    """Which role, and in which team, a value in the claims of the sign-on service gives (F9)."""

    waarde: str
    rol: str
    team: str = ""


@dataclass(frozen=True)
class Triagecriterium:
    """Something a worker may tick at the triage of a melding, and which outcome it points to (A8)."""

    code: str
    tekst: str
    uitkomst: str


@dataclass(frozen=True)
class Crisisstap:
    """What is done at once in a crisis, in this order: who is called, on which number (A8)."""

    code: str
    tekst: str
    wie: str = ""
    telefoon: str = ""


@dataclass(frozen=True)
class Toelating:
    """From a day on, casework needs problems on so many life domains, and perhaps two workers who agree (A8)."""

    vanaf: date
    leefgebieden: int = 2
    samen: bool = True
    tot: date | None = None

    def geldt(self, dag: date) -> bool:
        """Tell whether this line holds on the day."""
        return self.vanaf <= dag and (self.tot is None or dag < self.tot)


@dataclass(frozen=True)
class Sluitregel:
    """How a file ends from a day on (C12): `regisseur`, `gezamenlijk` (two decide), or `slapend` (it never closes)."""

    regel: str
    vanaf: date
    tot: date | None = None

    def geldt(self, dag: date) -> bool:
        """Tell whether this line holds on the day."""
        return self.vanaf <= dag and (self.tot is None or dag < self.tot)


@dataclass(frozen=True)
class Beschikkingsvrij:
    """Under this law an application received in this period is answered by a letter; a decision on request (D10)."""

    wet: str
    vanaf: date
    tot: date | None = None

    def geldt(self, wet: str, dag: date) -> bool:
        """Tell whether this line is about the law and the day of the application."""
        return self.wet == wet and self.vanaf <= dag and (self.tot is None or dag < self.tot)


@dataclass(frozen=True)
class Gouderegel:
    """A golden rule of coordination, ticked at a handover and every year (B1). The municipality words its own."""

    code: str
    tekst: str


@dataclass(frozen=True)
class Schaalniveau:
    """How heavy the help around a household may be, the lightest first (C10)."""

    code: str
    naam: str


@dataclass(frozen=True)
class Nazorgregel:
    """How help is followed up after it stopped (C8): not at all, once after some days, or every few weeks for months.

    `voor` is the code of a provision, or `hulpmiddel`, `dienst` or `huishouden` (a file that was scaled down).
    """

    voor: str
    na_dagen: int = 0
    elke_weken: int = 0
    maanden: int = 0

    def dagen(self, vanaf: date) -> list[date]:
        """Give the days on which somebody asks how it goes; none when this help needs none."""
        weken = range(self.elke_weken, round(self.maanden * 52 / 12) + 1, self.elke_weken) if self.elke_weken else ()
        eenmalig = [vanaf + timedelta(days=self.na_dagen)] if self.na_dagen else []
        return sorted({*eenmalig, *(vanaf + timedelta(weeks=week) for week in weken)})


@dataclass(frozen=True)
class Coordinatienormen:
    """When something of the coordination counts as late, and how far ahead an end is announced (C11, C21, E7)."""

    waakvlam_weken: int = 13
    einddatum_weken: int = 8
    overdracht_dagen: int = 7
    plan_dagen: int = 56
    plan_antwoord_dagen: int = 14


@dataclass(frozen=True)
class Maatwerkregels:
    """How much the tailor-made route pays at once, per household and per team a year, and how often it is tested (C14).

    Of every `toets_een_op` payments of a team one is put before somebody else afterwards.
    """

    drempel_cent: int = 50_000
    teamjaar_cent: int = 2_500_000
    toets_een_op: int = 5


@dataclass(frozen=True)
class Besluitregel:
    """How a consultation comes to a decision (C9), under the name that the municipality uses."""

    code: str
    naam: str


@dataclass(frozen=True)
class Escalatietrap:
    """Who is asked when an advice stays without answer, and within how many days that one answers (C15)."""

    wie: str
    dagen: int


@dataclass(frozen=True)
class Deskundigheid:
    """An expertise that may be consulted, who holds it (names with which they sign in), and within how many hours."""

    code: str
    naam: str
    wie: tuple[str, ...] = ()
    uren: int = 72
    spoed_uren: int = 24


@dataclass(frozen=True)
class Ingang:
    """A way in that this municipality has: the channel, its own name for it, and whether it asks which organisation.

    Without any line every channel is open.
    """

    kanaal: str
    naam: str = ""
    vraagt_organisatie: bool = False


@dataclass(frozen=True)
class Veiligheidsvraag:
    """A plain question of the check on basic care and safety at intake (C18); yes means that all is well."""

    code: str
    vraag: str


@dataclass(frozen=True)
class Inrichting:
    """Everything one municipality chose."""

    gemeente: Gemeente
    routes: tuple[Route, ...]
    klantgroepen: tuple[Klantgroep, ...]
    aanpakken: dict[str, str]
    extra_vragen: tuple[ExtraVraag, ...]
    leefgebieden: tuple[Leefgebied, ...]
    treden: tuple[Trede, ...]
    redenen_overslaan: tuple[str, ...]
    normen: tuple[Doorloopnorm, ...]
    bevestiging_dagen: int
    spoed_uren: int
    zwaarte_per_fte: int
    teambudget_per_maand_cent: int
    terugbellen_binnen_uren: int
    capaciteit_vers_dagen: int
    bewaarregels: tuple[Bewaarregel, ...] = ()
    noodtoegang_uren: int = 4
    betrokkenheid_zichtbaar: bool = False
    meewerken_dagen: int = 90
    toestemming_dagen: int = 365
    informatieverzoek_dagen: int = 14
    verordeningen: tuple[Verordening, ...] = ()
    instructiestappen: tuple[Instructiestap, ...] = ()
    instructie_dagen: int = 30

    # What the resident reads of a worker who looked: the name, or only role and team.
    inzage_log_namen: bool = True
    opvalnormen: tuple[Opvalnorm, ...] = ()
    werkuren: tuple[int, int] = (7, 20)
    oidc_rollen: tuple[OidcRol, ...] = ()

    # Measuring per life domain (B3) and asking residents how the help was (G5).
    leefgebiedsets: tuple[Leefgebiedset, ...] = SETS
    ankers: dict[str, str] = field(default_factory=dict)
    meten_maanden: int = 3
    ervaringsvragen: tuple[Ervaringsvraag, ...] = VRAGEN
    ervaringen_vanaf: int = 5
    plan_ontvangst_dagen: int = 14
    eigen_inzet_uren: int = 8
    triagecriteria: tuple[Triagecriterium, ...] = ()
    crisisstappen: tuple[Crisisstap, ...] = ()
    toelatingen: tuple[Toelating, ...] = ()
    sluitregels: tuple[Sluitregel, ...] = ()
    beschikkingsvrij: tuple[Beschikkingsvrij, ...] = ()

    gouden_regels: tuple[Gouderegel, ...] = ()
    schaalniveaus: tuple[Schaalniveau, ...] = ()
    nazorgregels: tuple[Nazorgregel, ...] = ()
    coordinatie: Coordinatienormen = Coordinatienormen()
    maatwerk: Maatwerkregels = Maatwerkregels()
    besluitregels: tuple[Besluitregel, ...] = (
        Besluitregel("consensus", "consensus"),
        Besluitregel("regisseur", "de regisseur beslist"),
        Besluitregel("meerderheid", "meerderheid"),
    )
    advies_dagen: int = 14
    escalatietrappen: tuple[Escalatietrap, ...] = ()
    deskundigheden: tuple[Deskundigheid, ...] = ()

    ingangen: tuple[Ingang, ...] = ()
    woorden: dict[str, str] = field(default_factory=dict)
    veiligheidsvragen: tuple[Veiligheidsvraag, ...] = (
        Veiligheidsvraag("veilig", "Voelt iedereen zich veilig thuis?"),
        Veiligheidsvraag("basiszorg", "Is er genoeg eten, kleding, slaap en medische zorg voor iedereen?"),
    )

    def route(self, wet: str, dag: date) -> Route:
        """Give the first line that fits. The check on reading guarantees that there is one for every law."""
        return next(route for route in self.routes if route.geldt(wet, dag))

    def weken_bij_verordening(self, regel: str, dag: date) -> int | None:
        """Give the length that the council set for a term starting on this day, or none: then the law's own holds."""
        return next((rij.weken for rij in self.verordeningen if rij.geldt(regel, dag)), None)

    def aanpak_van(self, klantgroep: str) -> str:
        """Give the code of the approach that the group sets, or nothing for an unknown group."""
        return next((groep.aanpak for groep in self.klantgroepen if groep.code == klantgroep), "")

    def leefgebied_naam(self, code: str) -> str:
        """Give the name on the screen; an old code that was dropped shows as itself."""
        return next((gebied.naam for gebied in self.leefgebieden if gebied.code == code), code)

    def leefgebiedset(self, code: str) -> Leefgebiedset | None:
        """Give a set of life domains, or none for an old one that was dropped."""
        return next((rij for rij in self.leefgebiedsets if rij.code == code), None)

    def trede_naam(self, code: str) -> str:
        """Give the name on the screen; an old code that was dropped shows as itself."""
        return next((trede.naam for trede in self.treden if trede.code == code), code)

    def treden_voor(self, code: str) -> tuple[Trede, ...]:
        """Give the rungs that are lighter than this one, lightest first."""
        codes = [trede.code for trede in self.treden]
        return self.treden[: codes.index(code)] if code in codes else ()

    def normdagen(self, stap: str, *, wet: str = "", voorziening: str = "", urgentie: str = "") -> int | None:
        """Give the municipality's norm for a step, the most precise line first, or none when it set none."""
        passend = [norm for norm in self.normen if norm.stap == stap and norm.past(wet, voorziening, urgentie)]
        return max(passend, key=lambda norm: norm.precisie).dagen if passend else None

    def bewaarregel(self, soort: str) -> Bewaarregel | None:
        """Give the municipality's own norm for a kind of record, or none when it set none: then it is kept."""
        return next((regel for regel in self.bewaarregels if regel.soort == soort), None)

    def toelating(self, dag: date) -> Toelating | None:
        """Give what casework asks from this day on, or none: then the worker's own triage is enough."""
        return next((rij for rij in self.toelatingen if rij.geldt(dag)), None)

    def sluitregel(self, dag: date) -> str:
        """Give how a file ends on this day; without a line the coordinator closes it."""
        return next((rij.regel for rij in self.sluitregels if rij.geldt(dag)), "regisseur")

    def besluitregel_naam(self, code: str) -> str:
        """Give the name on the screen; an old code that was dropped shows as itself."""
        return next((regel.naam for regel in self.besluitregels if regel.code == code), code)

    def deskundigheid(self, code: str) -> Deskundigheid:
        """Give an expertise; an old code that was dropped is held by nobody and shows as itself."""
        return next((rij for rij in self.deskundigheden if rij.code == code), Deskundigheid(code, code))

    def is_beschikkingsvrij(self, wet: str, dag: date) -> bool:
        """Tell whether an application under this law, received on this day, is answered by a letter."""
        return any(rij.geldt(wet, dag) for rij in self.beschikkingsvrij)

    def nazorgregel(self, *voor: str) -> Nazorgregel | None:
        """Give the first line for any of these, the most precise one named first; none means no aftercare."""
        per_soort = {regel.voor: regel for regel in self.nazorgregels}
        return next((per_soort[naam] for naam in voor if naam in per_soort), None)

    def schaalniveau_naam(self, code: str) -> str:
        """Give the name on the screen; an old code that was dropped shows as itself."""
        return next((niveau.naam for niveau in self.schaalniveaus if niveau.code == code), code)

    @property
    def kanalen(self) -> tuple[str, ...]:
        """Give the ways in that are open, in the municipality's own order."""
        return tuple(ingang.kanaal for ingang in self.ingangen) or tuple(Kanaal.values)

    def kanaal_naam(self, kanaal: str) -> str:
        """Give the municipality's own name for a way in, or the usual one."""
        eigen = next((ingang.naam for ingang in self.ingangen if ingang.kanaal == kanaal), "")
        return eigen or str(Kanaal(kanaal).label)

    def organisatie_gevraagd(self, kanaal: str) -> bool:
        """Tell whether a question that comes in this way names the organisation that sends it."""
        return any(ingang.kanaal == kanaal and ingang.vraagt_organisatie for ingang in self.ingangen)
