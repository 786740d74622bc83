"""The page of one household: everything its rooms know, read in a fixed number of questions.

Most questions are the rooms' own; the words for work are in `werkregels`, the story is in `verhaal`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery, Window
from django.db.models.functions import Coalesce, JSONObject
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk, binnen_label
from eenplan.audit import queries as audit
from eenplan.core.opmaak import leeftijd
from eenplan.dossiers import queries as dossiers
from eenplan.dossiers.models import Casus, Document, Dossier, Gesprek, Ondersteuningstraject, Taak
from eenplan.dossiers.states import Gesprekstatus, Verslagstatus
from eenplan.meldingen.models import Contact, Melding
from eenplan.meldingen.states import Meldingstatus
from eenplan.personen.afscherming import met_afscherming, zonder_verborgen
from eenplan.personen.gezin import gezagsoorten, moet_uitgezocht
from eenplan.personen.models import Huishouden, Huishoudlid, Persoon, Relatie, Relatiesoort
from eenplan.personen.queries import leden
from eenplan.plannen import queries as plannen
from eenplan.plannen.models import Doel, Eigenaarsoort, Ondersteuningsplan
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker
from eenplan.termijnen.beeld import Termijnbeeld, beeld
from eenplan.termijnen.models import Termijn
from eenplan.termijnen.queries import lopend
from eenplan.toewijzingen import queries as toewijzingen
from eenplan.toewijzingen.doorlooptijd import Doorloop
from eenplan.toewijzingen.models import Toewijzing
from eenplan.web import queries, vertrouwen
from eenplan.web import werkregels as regels
from eenplan.web.blokken import Blok, blokken
from eenplan.web.deuren import met_open_deuren
from eenplan.web.stand import Stand, stand
from eenplan.web.vertrouwen import Vertrouwen
from eenplan.web.volgorde import Werk, op_volgorde

LAATSTE = 5
CONTACTEN = 100  # every contact that still matters; older ones stand in the story


@dataclass(frozen=True)
class Kop:
    """The head of the page."""

    dossier: Dossier
    regisseur_id: int | None
    regisseur_naam: str | None
    regisseur_sinds: date | None
    is_afgeschermd: bool
    aantal_trajecten: int
    traject_sinds: date | None
    vorig_bezoek: datetime | None

    @property
    def huishouden(self) -> Huishouden:
        return self.dossier.huishouden


@dataclass(frozen=True)
class Bewoner:
    """A member of the household, with the ties that matter and when somebody last spoke with this member."""

    naam: str
    rol: str
    leeftijd: int | None
    banden: tuple[str, ...]
    laatst_gesproken: datetime | None
    telefoon: str
    gezag_uitzoeken: bool

    @property
    def kenmerken(self) -> list[str]:
        """Say in a few words who this is."""
        jaren = [ngettext("%(n)s jaar", "%(n)s jaar", self.leeftijd) % {"n": self.leeftijd}] if self.leeftijd else []
        return [*jaren, *([self.rol] if self.rol else []), *self.banden]


@dataclass(frozen=True)
class Lopend:
    """A running clock with the address of its own page."""

    termijn: Termijn
    beeld: Termijnbeeld
    is_van_inwoner: bool


@dataclass(frozen=True)
class Doelbeeld:
    """A goal as the household page shows it: whose words, whose goal, and when we look again."""

    eigen_woorden: str
    resultaat: str
    eigenaar: str
    eigenaar_soort: str
    wie: str
    evaluatie_op: date | None


@dataclass(frozen=True)
class Versie:
    """A version of the plan that counts now, with its goals."""

    plan: Ondersteuningsplan

    @property
    def doelen(self) -> list[Doelbeeld]:
        return [_doel(rij) for rij in self.plan.doelrijen]  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Beeld:
    """Everything on the page but the story."""

    stand: Stand
    bewoners: list[Bewoner]
    plannen: list[Versie]
    hulp: list[Toewijzing]
    termijnen: list[Lopend]
    casussen: list[Casus]
    taken: list[Taak]
    documenten: list[Document]
    contacten: list[Contact]
    gesprekken: list[Gesprek]
    wegen: list[Doorloop]
    elders: list[dossiers.NietZichtbaar]
    vertrouwen: Vertrouwen
    blokken: list[Blok]
    nu: list[Werk]

    @property
    def plan(self) -> Versie | None:
        """Give the adopted version."""
        return next((versie for versie in self.plannen if versie.plan.status == Planstatus.VASTGESTELD), None)

    @property
    def concept(self) -> Versie | None:
        """Give the version in the making."""
        return next((versie for versie in self.plannen if versie.plan.status != Planstatus.VASTGESTELD), None)

    @property
    def open_casussen(self) -> list[Casus]:
        return [casus for casus in self.casussen if casus.gesloten_op is None]

    @property
    def lopende_hulp(self) -> list[Toewijzing]:
        """Give what runs or is about to; help that ended is in the story."""
        return [rij for rij in self.hulp if not _is_gestopt(rij)]

    @property
    def kosten_per_maand_cent(self) -> int:
        """Add up what the help that really runs costs per month."""
        lopende = (rij for rij in self.lopende_hulp if hasattr(rij, "levering"))
        return sum(rij.inzet.kosten_per_maand_cent or 0 for rij in lopende)

    @property
    def aantal_documenten(self) -> int:
        return self.documenten[0].totaal if self.documenten else 0  # type: ignore[attr-defined]

    @property
    def meldingen(self) -> list[Melding]:
        return _meldingen(self.contacten)


def vind(medewerker: Medewerker, pk: int, op: datetime) -> Kop | None:
    """Give the head of a file the worker may see: coordinator, trajectories and the worker's own last visit.

    A visit is a day: what changed since yesterday stays new all through today.
    """
    trajecten = Ondersteuningstraject.objects.filter(dossier=OuterRef("pk"))
    bezoek = audit.laatste_inzage(medewerker.pk, voor_moment=audit.begin_van(op.date()))
    geteld = trajecten.order_by().values("dossier").annotate(aantal=Count("pk")).values("aantal")
    rij = (
        met_afscherming(dossiers.visible_to(medewerker).filter(pk=pk))
        .annotate(
            **vertrouwen.vraagt(medewerker, op.date()),
            nu=FilteredRelation("regies", condition=Q(regies__tot__isnull=True)),
            regisseur_id=F("nu__regisseur"),
            regisseur_naam=F("nu__regisseur__naam"),
            regisseur_sinds=F("nu__vanaf"),
            aantal_trajecten=Coalesce(Subquery(geteld[:1]), 0),
            traject_sinds=Subquery(trajecten.filter(gesloten_op__isnull=True).values("gestart_op")[:1]),
            vorig_bezoek=Subquery(audit.laatst_bezocht(bezoek.filter(dossier_id=OuterRef("pk")))),
        )
        .first()
    )
    return Kop(rij, **{veld.name: getattr(rij, veld.name) for veld in fields(Kop)[1:]}) if rij else None


def lees(kop: Kop, medewerker: Medewerker, op: datetime) -> Beeld:
    """Read every section of the page, in a number of questions that does not grow with the file."""
    delen = _delen(kop.dossier, medewerker, op)
    return Beeld(nu=_nu(kop, medewerker, op, delen), **delen)


def _delen(dossier: Dossier, medewerker: Medewerker, op: datetime) -> dict[str, Any]:  # Any: the fields of Beeld
    pk = dossier.pk
    return {
        "stand": stand(pk, voor=medewerker, vandaag=op.date()),
        "bewoners": _bewoners(dossier, op.date()),
        "plannen": [Versie(plan) for plan in _plannen(medewerker).filter(dossier=pk)],
        "hulp": list(toewijzingen.visible_to(medewerker).filter(dossier=pk).order_by("toegewezen_op", "pk")),
        "termijnen": _lopend(pk, medewerker, op.date()),
        "casussen": list(dossiers.casussen_van(pk, medewerker)),
        "taken": list(dossiers.taken_open(pk, medewerker)),
        "documenten": list(dossiers.documenten(pk, medewerker).annotate(totaal=Window(Count("pk")))[:LAATSTE]),
        "contacten": list(_contacten(medewerker).filter(huishouden=pk)[:CONTACTEN]),
        "gesprekken": list(_gesprekken(medewerker).filter(dossier=pk)),
        "wegen": toewijzingen.wegen_van(medewerker, pk, op=op.date()),
        "elders": dossiers.niet_zichtbaar(pk, medewerker),
        "vertrouwen": vertrouwen.lees(dossier, medewerker),
        "blokken": blokken(dossier, medewerker),
    }


# ------------------------------------------------------------------------------------------------ the questions


def _lopend(pk: int, medewerker: Medewerker, vandaag: date) -> list[Lopend]:
    """Give the running clocks; a day of the resident that passed asks nothing of anybody any more."""
    rijen = [Lopend(rij, beeld(rij), rij.regel in regels.VAN_DE_INWONER) for rij in lopend(pk, medewerker)]
    return [rij for rij in rijen if not (rij.is_van_inwoner and rij.termijn.einddatum < vandaag)]


def _plannen(medewerker: Medewerker) -> QuerySet[Ondersteuningsplan]:
    """Give the versions that count now, with their goals: one question."""
    doelen = binnen_label(
        Doel.objects.filter(plan=OuterRef("pk")), medewerker.bereik(Recht.PLAN_INZIEN), dossier="plan__dossier"
    ).order_by("volgorde", "pk")
    velden = ("eigen_woorden", "resultaat", "eigenaar", "eigenaar_soort", "evaluatie_op")
    rijen = plannen.visible_to(medewerker).select_related("vaststelling").exclude(status=Planstatus.VERVANGEN)
    rij = JSONObject(wie="persoon__roepnaam", **{veld: veld for veld in velden})
    return queries.met_stand(rijen).annotate(doelrijen=ArraySubquery(doelen.values(rij=rij)))


def _doel(rij: dict[str, Any]) -> Doelbeeld:  # Any: one row of JSON
    evaluatie = rij["evaluatie_op"]
    soort = Eigenaarsoort(rij["eigenaar_soort"]).label if rij["eigenaar_soort"] else ""
    return Doelbeeld(
        eigen_woorden=rij["eigen_woorden"],
        resultaat=rij["resultaat"],
        eigenaar=rij["eigenaar"],
        eigenaar_soort=str(soort),
        wie=rij["wie"] or "",
        evaluatie_op=date.fromisoformat(evaluatie) if evaluatie else None,
    )


def _contacten(medewerker: Medewerker) -> QuerySet[Contact]:
    """Give the contacts in scope with what became of each, newest first."""
    rijen = Contact.objects.select_related(
        "melding__persoon", "melding__onderzoek", "terugbelverzoek__voor", "aangenomen_door"
    )
    return beperk(rijen, medewerker.bereik(Recht.MELDING_INZIEN), "huishouden__team", wet="wet").order_by(
        "-ontvangen_op", "-pk"
    )


def _gesprekken(medewerker: Medewerker) -> QuerySet[Gesprek]:
    """Give the talks with their reports, the latest first."""
    return dossiers.gesprekken(medewerker).select_related("verslag").order_by("-begint_op", "-pk")


def _bewoners(dossier: Dossier, vandaag: date) -> list[Bewoner]:
    """Give the members, the eldest first, with their ties and the last talk with each: one question."""
    banden = zonder_verborgen(
        Relatie.objects.filter(Q(van=OuterRef("persoon")) | Q(naar=OuterRef("persoon"))), dossier=dossier.pk
    ).order_by("pk")
    gevoerd = Gesprek.objects.filter(
        deelnemers=OuterRef("persoon"), dossier=OuterRef("huishouden"), status=Gesprekstatus.GEVOERD
    )
    rijen = leden(dossier.huishouden).annotate(
        gezagsoorten=gezagsoorten(vandaag),
        laatst_gesproken=Subquery(gevoerd.order_by("-begint_op").values("begint_op")[:1]),
        banden=ArraySubquery(banden.values(band=JSONObject(soort="soort", **_naam_van("van"), **_naam_van("naar")))),
    )
    thuis = {lid.persoon_id for lid in rijen}
    return [_bewoner(lid, thuis, vandaag) for lid in rijen]


def _naam_van(kant: str) -> dict[str, str]:
    velden = ("roepnaam", "tussenvoegsel", "achternaam")
    return {kant: f"{kant}_id"} | {f"{kant}_{veld}": f"{kant}__{veld}" for veld in velden}


def _bewoner(lid: Huishoudlid, thuis: set[int], vandaag: date) -> Bewoner:
    persoon: Persoon = lid.persoon
    banden = tuple(_banden(persoon.pk, getattr(lid, "banden", []), thuis))
    is_gezegd = any(band.startswith(lid.get_rol_display()) for band in banden)  # “ouder van …” says ouder
    return Bewoner(
        naam=persoon.naam,
        rol="" if is_gezegd else lid.get_rol_display(),
        leeftijd=leeftijd(persoon.geboortedatum, vandaag) if persoon.geboortedatum else None,
        banden=banden,
        laatst_gesproken=getattr(lid, "laatst_gesproken", None),
        telefoon=persoon.telefoon,
        gezag_uitzoeken=moet_uitgezocht(persoon, getattr(lid, "gezagsoorten", ()), vandaag),
    )


# What a tie is called from the one side and from the other.
_HEEN = {
    Relatiesoort.OUDER_VAN: lambda: _("ouder van {naam}"),
    Relatiesoort.PARTNER_VAN: lambda: _("partner van {naam}"),
    Relatiesoort.MANTELZORGER_VAN: lambda: _("mantelzorger van {naam}"),
    Relatiesoort.FAMILIE_VAN: lambda: _("familie van {naam}"),
    Relatiesoort.VRIEND_VAN: lambda: _("bevriend met {naam}"),
    Relatiesoort.BUUR_VAN: lambda: _("buur van {naam}"),
    Relatiesoort.HULPVERLENER_VAN: lambda: _("hulpverlener van {naam}"),
}
_TERUG = {
    Relatiesoort.OUDER_VAN: lambda: _("kind van {naam}"),
    Relatiesoort.PARTNER_VAN: lambda: _("partner van {naam}"),
    Relatiesoort.MANTELZORGER_VAN: lambda: _("krijgt mantelzorg van {naam}"),
    Relatiesoort.FAMILIE_VAN: lambda: _("familie van {naam}"),
    Relatiesoort.VRIEND_VAN: lambda: _("bevriend met {naam}"),
    Relatiesoort.BUUR_VAN: lambda: _("buur van {naam}"),
    Relatiesoort.HULPVERLENER_VAN: lambda: _("krijgt hulp van {naam}"),
}


def _banden(persoon_id: int, banden: list[dict[str, Any]], thuis: set[int]) -> Iterator[str]:
    """Say each tie from this member's side; a parent's line already names the children at home."""
    per_zin: dict[str, list[str]] = {}
    for band in banden:
        heen = band["van"] == persoon_id
        if not heen and band["soort"] == Relatiesoort.OUDER_VAN and band["van"] in thuis:
            continue
        zin = (_HEEN if heen else _TERUG)[Relatiesoort(band["soort"])]()
        per_zin.setdefault(zin, []).append(_naam(band, "naar" if heen else "van", thuis))
    for zin, namen in per_zin.items():
        yield zin.format(naam=_(" en ").join([", ".join(namen[:-1]), namen[-1]] if namen[1:] else namen))


def _naam(band: dict[str, Any], kant: str, thuis: set[int]) -> str:
    """Give the first name of somebody at home, the whole name of anybody else."""
    if band[kant] in thuis:
        return str(band[f"{kant}_roepnaam"])
    delen = (band[f"{kant}_{veld}"] for veld in ("roepnaam", "tussenvoegsel", "achternaam"))
    return _("{naam} (woont elders)").format(naam=" ".join(deel for deel in delen if deel))


def _meldingen(contacten: list[Contact]) -> list[Melding]:
    return [contact.melding for contact in contacten if hasattr(contact, "melding")]


def _is_gestopt(toewijzing: Toewijzing) -> bool:
    return hasattr(toewijzing, "levering") and hasattr(toewijzing.levering, "beeindiging")


# ------------------------------------------------------------------------------------------- what must happen now


def _nu(kop: Kop, medewerker: Medewerker, op: datetime, delen: dict[str, Any]) -> list[Werk]:  # Any: see Beeld
    werk = [
        *_regie(kop, medewerker),
        *_gezag(delen["bewoners"], kop.dossier, medewerker),
        *_klokken(delen["termijnen"], op),
        *_van_contacten(delen["contacten"], medewerker),
        *_van_gesprekken(delen["gesprekken"], kop.dossier, op),
        *_van_plannen(delen["plannen"], medewerker),
        *_van_hulp(delen["hulp"]),
        *(regels.taakregel(taak, wie="", voor=medewerker, terug="huishouden") for taak in delen["taken"]),
    ]
    return op_volgorde((met_open_deuren(regel, medewerker) for regel in werk), op)


def _regie(kop: Kop, medewerker: Medewerker) -> Iterator[Werk]:
    dossier, bereik = kop.dossier, medewerker.bereik(Recht.REGIE_TOEWIJZEN)
    if kop.regisseur_id is None and dossier.status not in queries.RUST and bereik.omvat(dossier):
        door = medewerker if medewerker.mag(Recht.PLAN_SCHRIJVEN) else None
        yield regels.zonder_regisseur_regel(dossier, wie="", door=door)


def _gezag(bewoners: list[Bewoner], dossier: Dossier, medewerker: Medewerker) -> Iterator[Werk]:
    if medewerker.bereik(Recht.GEZIN_BIJHOUDEN).omvat(dossier):
        yield from (regels.gezagregel(dossier, wie=wie.naam) for wie in bewoners if wie.gezag_uitzoeken)


def _klokken(lopende: list[Lopend], op: datetime) -> Iterator[Werk]:
    for rij in lopende:
        if regel := regels.termijn_regel(rij.termijn, wie="", op=op, is_huishouden=True):
            yield regel


def _van_contacten(contacten: list[Contact], medewerker: Medewerker) -> Iterator[Werk]:
    for contact in contacten:
        verzoek = getattr(contact, "terugbelverzoek", None)
        if verzoek and verzoek.teruggebeld_op is None:
            yield regels.terugbelregel(verzoek, wie=contact.naam, voor=medewerker)
    for melding in _meldingen(contacten):
        if melding.status in (Meldingstatus.ONTVANGEN, Meldingstatus.BEVESTIGD):
            yield regels.eerste_stap(melding, wie=melding.persoon.naam)


def _van_gesprekken(gesprekken: list[Gesprek], dossier: Dossier, op: datetime) -> Iterator[Werk]:
    for gesprek in gesprekken:
        verslag = getattr(gesprek, "verslag", None)
        if gesprek.status == Gesprekstatus.GEPLAND:
            yield regels.gesprekregel(gesprek, wie=gesprek.door.naam, waar=str(dossier.huishouden.adres), op=op)
        elif verslag and verslag.status in (Verslagstatus.CONCEPT, Verslagstatus.VERSTUURD):
            yield regels.verslagregel(gesprek, wie="")


def _van_plannen(versies: list[Versie], medewerker: Medewerker) -> Iterator[Werk]:
    for versie in versies:
        plan = versie.plan
        beoordeelt = medewerker.mag(Recht.PLAN_VASTSTELLEN) and plan.opgesteld_door_id != medewerker.pk
        if plan.status == Planstatus.AANGEBODEN and beoordeelt:
            yield regels.beoordeelregel(plan, wie="")
        elif regel := regels.planregel(plan, wie=""):
            yield regel


def _van_hulp(hulp: list[Toewijzing]) -> Iterator[Werk]:
    for toewijzing in hulp:
        if not hasattr(toewijzing, "levering"):
            yield regels.startregel(toewijzing, wie="")
