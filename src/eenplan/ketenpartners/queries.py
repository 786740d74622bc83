"""Every read of tasks at partners: for the team by file, for an outside helper by the own organisation."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from eenplan.access.rechten import Recht, Rol
from eenplan.access.toegang import beperk, binnen_label
from eenplan.delen.models import Samenwerking, Toestemming
from eenplan.delen.states import LOPEND, Toestemmingstatus
from eenplan.dossiers.models import Taak
from eenplan.dossiers.werktaken import herkomst
from eenplan.ketenpartners.models import Partnerantwoord, Partnermedewerker, Partnertaak
from eenplan.ketenpartners.states import TAAK_LOOPT, Partnertaakstatus
from eenplan.plannen.models import Doel
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker, Rolvervulling

TEAM = "dossier__huishouden__team"


def visible_to(medewerker: Medewerker, recht: Recht = Recht.DELING_INZIEN) -> QuerySet[Partnertaak]:
    """Give the tasks at partners in the worker's scope and labels, with household, partner and goal."""
    rijen = Partnertaak.objects.select_related(
        "dossier__huishouden__team", "partner", "doel", "uitgezet_door", "deling__samenwerking", "deling__persoon"
    )
    return beperk(rijen, medewerker.bereik(recht), TEAM, wet="wet")


def van_dossier(dossier_id: int, voor: Medewerker) -> QuerySet[Partnertaak]:
    """Give every task of a file at a partner: what is still asked first, by its last day."""
    loopt = Q(status__in=TAAK_LOOPT)
    return visible_to(voor).filter(dossier=dossier_id).annotate(loopt=loopt).order_by("-loopt", "uiterlijk", "pk")


def lopend(dossier_id: int, voor: Medewerker) -> QuerySet[Partnertaak]:
    """Give what partners still have to do for a file, as far as this worker may see."""
    rijen = Partnertaak.objects.filter(dossier=dossier_id, status__in=TAAK_LOOPT)
    return binnen_label(rijen, voor.bereik(Recht.DELING_INZIEN))


def te_laat(medewerker: Medewerker, dag: date) -> QuerySet[Partnertaak]:
    """Give the tasks in the worker's scope whose last day has gone by, per team, the oldest first."""
    rijen = visible_to(medewerker).filter(status__in=TAAK_LOOPT, uiterlijk__lt=dag)
    return rijen.prefetch_related("herinneringen").order_by(f"{TEAM}__naam", "uiterlijk", "pk")


def antwoorden(taak: Partnertaak) -> QuerySet[Partnerantwoord]:
    """Give what the partner answered, in order."""
    return taak.antwoorden.select_related("door").order_by("op", "pk")


def resultaten(doel_ids: list[int], voor: Medewerker) -> QuerySet[Partnerantwoord]:
    """Give what partners brought about for these goals, in order, with the partner's name."""
    rijen = Partnerantwoord.objects.select_related("taak__partner", "taak__doel").filter(
        status=Partnertaakstatus.GEREED, taak__doel__in=doel_ids
    )
    rijen = binnen_label(rijen, voor.bereik(Recht.DELING_INZIEN), wet="taak__wet", dossier="taak__dossier")
    return rijen.order_by("op", "pk")


def doelen_van(dossier_id: int, voor: Medewerker, recht: Recht = Recht.GEGEVENS_DELEN) -> QuerySet[Doel]:
    """Give the goals of the adopted plan of a file that this worker may see."""
    rijen = Doel.objects.select_related("plan__dossier__huishouden", "persoon").filter(
        plan__dossier=dossier_id, plan__status=Planstatus.VASTGESTELD
    )
    return binnen_label(rijen, voor.bereik(recht), dossier="plan__dossier").order_by("volgorde", "pk")


# ------------------------------------------------------------------------------------------------ outside helpers


def partner_van(medewerker: Medewerker, dag: date) -> Samenwerking | None:
    """Give the organisation an outside helper works for on this day, when its agreement holds; else none."""
    rijen = Samenwerking.objects.lopend_op(dag).filter(
        Q(medewerkers__tot__isnull=True) | Q(medewerkers__tot__gt=dag),
        medewerkers__medewerker=medewerker,
        medewerkers__vanaf__lte=dag,
    )
    return rijen.order_by("-medewerkers__vanaf").first()


def mijn_opdrachten(medewerker: Medewerker, dag: date) -> QuerySet[Partnertaak]:
    """Give the tasks of the helper's own organisation that run today, on a sharing that still holds."""
    rijen = Partnertaak.objects.select_related("uitgezet_door", "deling__samenwerking", "dossier__huishouden")
    rijen = beperk(rijen, medewerker.bereik(Recht.PARTNERTAAK_UITVOEREN), TEAM)
    partner = partner_van(medewerker, dag)
    if partner is None:
        return rijen.none()
    rijen = rijen.filter(partner=partner, status__in=TAAK_LOOPT).filter(~Exists(_toestemming_weg(dag)))
    return rijen.filter(deling__status__in=LOPEND, deling__geldig_tot__gt=dag).order_by("uiterlijk", "pk")


def _toestemming_weg(dag: date) -> QuerySet[Toestemming]:
    rijen = Toestemming.objects.filter(vraag=OuterRef("deling__vraag"))
    return rijen.exclude(status=Toestemmingstatus.GEGEVEN, geldig_tot__gt=dag)


def partnermedewerkers(medewerker: Medewerker) -> QuerySet[Partnermedewerker]:
    """Give who works or worked for which partner, by organisation; for whoever keeps the ties."""
    rijen = Partnermedewerker.objects.select_related("medewerker", "partner")
    if not medewerker.mag(Recht.PARTNERMEDEWERKER_BEHEREN):
        return rijen.none()
    return rijen.order_by("partner__naam", "medewerker__naam", "-vanaf")


def helpers(dag: date, *, zonder_partner: bool = False) -> QuerySet[Medewerker]:
    """Give the outside helpers in service on this day, by name; on request those who are tied to nobody yet."""
    rol = Rolvervulling.objects.in_dienst_op(dag).filter(rol=Rol.KETENPARTNER, medewerker=OuterRef("pk"))
    rijen = Medewerker.objects.filter(Exists(rol), is_active=True).order_by("naam", "pk")
    if zonder_partner:
        return rijen.exclude(partners__in=Partnermedewerker.objects.filter(tot__isnull=True))
    return rijen


def is_te_bekijken(taak: Partnertaak) -> bool:
    """Tell whether the answer of the partner still waits for somebody of the team to look at it."""
    if taak.status in TAAK_LOOPT:
        return False
    return Taak.objects.filter(herkomst=herkomst(taak), gedaan_op__isnull=True).exists()
