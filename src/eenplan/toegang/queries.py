"""Every read of who may enter one file besides the roles: break-glass, requests to be let in, tasks of volunteers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from eenplan.access.rechten import Recht, Rol, Toegangsoort
from eenplan.access.toegang import beperk
from eenplan.dossiers.models import Dossier, Regie, Taak
from eenplan.dossiers.queries import niet_vertrouwelijk
from eenplan.dossiers.states import Dossierstatus
from eenplan.personen.afscherming import afgeschermd, met_afscherming
from eenplan.personen.bsn import persoon_met_bsn
from eenplan.personen.models import Eigenpersoon, Huishoudlid, Persoon
from eenplan.teams.models import Dossiertoegang, Medewerker, Rolvervulling, Team
from eenplan.toegang.models import Meewerkverzoek, Noodbezoek, Noodtoegang, Vrijwilligerstaak

TEAM = "dossier__huishouden__team"
NAAST_DE_ROL = (Toegangsoort.NOOD, Toegangsoort.MEEWERKEN, Toegangsoort.TAAK, Toegangsoort.ONDERZOEK)


def visible_to(medewerker: Medewerker, recht: Recht = Recht.NOODTOEGANG_BEOORDELEN) -> QuerySet[Noodtoegang]:
    """Give the uses of break-glass that this worker may judge, the latest first."""
    rijen = Noodtoegang.objects.select_related("medewerker", "toegang", "beoordeeld_door", TEAM)
    return beperk(rijen, medewerker.bereik(recht), TEAM).order_by("-toegang__vanaf", "-pk")


def te_beoordelen(medewerker: Medewerker) -> QuerySet[Noodtoegang]:
    """Give the uses of break-glass that nobody judged yet and this worker may: never the own ones."""
    return visible_to(medewerker).filter(beoordeeld_op__isnull=True).exclude(medewerker=medewerker)


def bezoeken(noodtoegang: Noodtoegang) -> QuerySet[Noodbezoek]:
    """Give the routes that were asked for, in order."""
    return noodtoegang.bezoeken.order_by("op", "pk")


def eigen_noodtoegang(medewerker: Medewerker) -> QuerySet[Noodtoegang]:
    """Give the worker's own uses of break-glass."""
    return Noodtoegang.objects.select_related("toegang", "dossier__huishouden").filter(medewerker=medewerker)


def lopende_noodtoegang(medewerker: Medewerker, op: datetime) -> dict[int, Noodtoegang]:
    """Give what is open to this worker by break-glass at a moment, by file."""
    rijen = eigen_noodtoegang(medewerker).filter(toegang__vanaf__lte=op, toegang__tot__gt=op)
    return {rij.dossier_id: rij for rij in rijen.order_by("pk")}


# --------------------------------------------------------------------------------- may find is not yet may read (F1)


@dataclass(frozen=True)
class Gezocht:
    """Who is asked after: exactly this number, or exactly this surname and birth date."""

    bsn: str = ""
    achternaam: str = ""
    geboortedatum: date | None = None


@dataclass(frozen=True)
class Betrokkene:
    """The answer: that somebody is involved, and whom to call. Nothing of the household."""

    dossier_id: int
    regisseur: str
    team: str
    telefoon: str


def dossiers_van(gezocht: Gezocht) -> list[int]:
    """Give the files of the one resident who fits exactly; nothing when nobody does, or more than one."""
    personen = _personen(gezocht)
    if len(personen) != 1:
        return []
    leden = Huishoudlid.objects.filter(persoon__in=personen, tot__isnull=True, huishouden__dossier__isnull=False)
    return sorted(leden.values_list("huishouden_id", flat=True))


def personen_met(achternaam: str, geboortedatum: date) -> QuerySet[Persoon]:
    """Give the residents with exactly this surname (the prefix may be typed too) and birth date."""
    kaal = achternaam.rsplit(maxsplit=1)[-1] if achternaam.split() else ""
    rijen = Persoon.objects.filter(geboortedatum=geboortedatum)
    return rijen.filter(Q(achternaam__iexact=achternaam.strip()) | Q(achternaam__iexact=kaal, tussenvoegsel__gt=""))


def _personen(gezocht: Gezocht) -> list[Persoon]:
    if gezocht.bsn:
        persoon = persoon_met_bsn(gezocht.bsn)
        return [persoon] if persoon else []
    assert gezocht.geboortedatum  # noqa: S101 - the form asks for one of the two
    return list(personen_met(gezocht.achternaam, gezocht.geboortedatum)[:2])


def betrokkenen(medewerker: Medewerker, gezocht: Gezocht) -> list[Betrokkene]:
    """Give whom to call about this resident, from files that are not closed and not the worker's own or a relative's.

    The team of a protected address would tell where somebody lives: then only the coordinator is named.
    """
    bereik = medewerker.bereik(Recht.BETROKKENHEID_VRAGEN)
    rijen = Dossier.objects.filter(pk__in=set(dossiers_van(gezocht)) - bereik.gesloten_ids)
    rijen = rijen.exclude(status=Dossierstatus.GESLOTEN).select_related("huishouden__team")
    regies = _regies(rijen.values_list("pk", flat=True))
    return [
        _betrokkene(dossier, regies.get(dossier.pk), is_afgeschermd=dossier.is_afgeschermd)  # type: ignore[attr-defined]
        for dossier in met_afscherming(rijen).order_by("pk")
    ]


def _regies(dossier_ids: QuerySet[Dossier, int]) -> dict[int, Medewerker]:
    rijen = Regie.objects.select_related("regisseur").filter(dossier__in=dossier_ids, tot__isnull=True)
    return {rij.dossier_id: rij.regisseur for rij in rijen}


def _betrokkene(dossier: Dossier, regisseur: Medewerker | None, *, is_afgeschermd: bool) -> Betrokkene:
    team: Team = dossier.huishouden.team
    telefoon = regisseur.telefoon if regisseur else ""
    if is_afgeschermd:
        return Betrokkene(dossier.pk, regisseur.naam if regisseur else "", "", telefoon)
    return Betrokkene(dossier.pk, regisseur.naam if regisseur else "", team.naam, telefoon or team.telefoon)


def dossier_met_nummer(nummer: int) -> Dossier | None:
    """Give the file that an answer of `betrokkenen` named."""
    return Dossier.objects.select_related("huishouden__team").filter(pk=nummer).first()


# -------------------------------------------------------------------------------------- who is in besides the roles


def verzoeken(medewerker: Medewerker) -> QuerySet[Meewerkverzoek]:
    """Give the requests to be let in that this worker may answer, the oldest first."""
    rijen = Meewerkverzoek.objects.select_related("medewerker", "toegang", TEAM)
    return beperk(rijen, medewerker.bereik(Recht.MEEWERKEN_TOESTAAN), TEAM).order_by("gevraagd_op", "pk")


def wie_erin_mag(dossier: Dossier, op: datetime) -> QuerySet[Dossiertoegang]:
    """Give who may enter this file now besides the roles. That it is closed to a relative is nobody's business."""
    rijen = Dossiertoegang.objects.op(op).filter(dossier_id=dossier.pk, soort__in=NAAST_DE_ROL)
    return rijen.select_related("medewerker").order_by("tot", "pk")


def open_verzoeken_van(dossier: Dossier) -> QuerySet[Meewerkverzoek]:
    """Give the requests on a file that nobody answered."""
    rijen = dossier.meewerkverzoeken.select_related("medewerker").filter(beantwoord_op__isnull=True)
    return rijen.order_by("gevraagd_op", "pk")


def noodtoegang_van(dossier: Dossier) -> QuerySet[Noodtoegang]:
    """Give every use of break-glass on a file, the latest first."""
    rijen = dossier.noodtoegangen.select_related("medewerker", "toegang", "beoordeeld_door")
    return rijen.order_by("-toegang__vanaf", "-pk")


def eigen_toegang(medewerker: Medewerker, op: datetime) -> list[Dossiertoegang]:
    """Give what is open to this worker now besides the roles, the first to end first."""
    rijen = Dossiertoegang.objects.op(op).filter(medewerker=medewerker, soort__in=NAAST_DE_ROL)
    return list(rijen.order_by("tot", "pk"))


def rollen_van(medewerker: Medewerker, dag: date) -> QuerySet[Rolvervulling]:
    """Give the roles a worker fills on a day, each with its team."""
    return medewerker.rolvervullingen.in_dienst_op(dag).select_related("team").order_by("rol", "pk")


def is_gekoppeld(medewerker: Medewerker) -> bool:
    """Tell whether it is known which resident this worker is, so that the own files are closed."""
    return Eigenpersoon.objects.filter(medewerker=medewerker).exists()


def koppelingen() -> QuerySet[Eigenpersoon]:
    """Give which workers are linked to a resident, by name of the worker. The resident is not named."""
    return Eigenpersoon.objects.select_related("medewerker", "vastgelegd_door").order_by("medewerker__naam")


def noodtoegang_in_mijn_dossiers(medewerker: Medewerker) -> QuerySet[Noodtoegang]:
    """Give the uses of break-glass on the files I coordinate that nobody judged yet, the latest first."""
    rijen = visible_to(medewerker, Recht.MEEWERKEN_TOESTAAN).filter(beoordeeld_op__isnull=True)
    return rijen.filter(dossier__regies__regisseur=medewerker, dossier__regies__tot__isnull=True)


def verzoeken_in_mijn_dossiers(medewerker: Medewerker) -> QuerySet[Meewerkverzoek]:
    """Give the requests to be let in that wait for me: of my files, and of my team's that nobody coordinates."""
    regie = Regie.objects.filter(dossier=OuterRef("dossier"), tot__isnull=True)
    rijen = verzoeken(medewerker).filter(beantwoord_op__isnull=True)
    return rijen.filter(Exists(regie.filter(regisseur=medewerker)) | ~Exists(regie))


# ------------------------------------------------------------------------------------- volunteers and reviewers


def taken(medewerker: Medewerker) -> QuerySet[Taak]:
    """Give the open tasks that this worker may hand to a volunteer."""
    rijen = Taak.objects.select_related("dossier__huishouden__team", "voor").filter(gedaan_op__isnull=True)
    rijen = niet_vertrouwelijk(rijen)  # a volunteer never hears of it
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_BIJHOUDEN), TEAM, wet="wet")


def met_rol(rol: Rol, dag: date) -> QuerySet[Medewerker]:
    """Give the workers who fill a role on a day, by name."""
    vervulling = Rolvervulling.objects.in_dienst_op(dag).filter(rol=rol)
    return Medewerker.objects.filter(pk__in=vervulling.values("medewerker"), is_active=True).order_by("naam")


def vrijwilligers(dossier: Dossier, dag: date) -> QuerySet[Medewerker]:
    """Give the volunteers to whom a task of this file may be given: not those to whom it is closed."""
    gesloten = Dossiertoegang.objects.filter(dossier_id=dossier.pk, soort=Toegangsoort.GESLOTEN, tot__isnull=True)
    return met_rol(Rol.VRIJWILLIGER, dag).exclude(pk__in=gesloten.values("medewerker"))


def mijn_taken(vrijwilliger: Medewerker, op: datetime) -> QuerySet[Vrijwilligerstaak]:
    """Give the tasks this volunteer has now: not done, and not past the end."""
    rijen = Vrijwilligerstaak.objects.select_related("taak", "persoon", "dossier__huishouden__adres", "toegang")
    rijen = rijen.filter(vrijwilliger=vrijwilliger, taak__gedaan_op__isnull=True)
    rijen = rijen.filter(toegang__vanaf__lte=op, toegang__tot__gt=op)
    rijen = rijen.annotate(is_afgeschermd=afgeschermd("dossier"))
    return beperk(rijen, vrijwilliger.bereik(Recht.TAAK_UITVOEREN), TEAM).order_by("taak__uiterlijk", "pk")


def bij_vrijwilligers(dossier: Dossier) -> QuerySet[Vrijwilligerstaak]:
    """Give the tasks of a file that volunteers have or had, with what they wrote back, the latest first."""
    rijen = dossier.vrijwilligerstaken.select_related("taak", "vrijwilliger", "toegang")
    return rijen.order_by("-gegeven_op", "-pk")


def dossiers_voor_onderzoek(medewerker: Medewerker, nummers: list[int]) -> list[Dossier]:
    """Give the files with these numbers that this worker may open to a reviewer."""
    rijen = Dossier.objects.select_related("huishouden__team").filter(pk__in=nummers)
    return list(beperk(rijen, medewerker.bereik(Recht.ONDERZOEK_TOESTAAN), "huishouden__team").order_by("pk"))


def lopende_onderzoeken(medewerker: Medewerker, op: datetime) -> list[Dossiertoegang]:
    """Give which files this worker's teams have open to reviewers, by reviewer."""
    dossiers = beperk(Dossier.objects.all(), medewerker.bereik(Recht.ONDERZOEK_TOESTAAN), "huishouden__team")
    rijen = Dossiertoegang.objects.filter(
        soort=Toegangsoort.ONDERZOEK, tot__gt=op, dossier_id__in=dossiers.values("pk")
    )
    return list(rijen.select_related("medewerker").order_by("medewerker__naam", "dossier_id"))
