"""Every read of a meldcode: for who was let in by name, and who looks after all of them in a team (ADR 0016)."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk
from eenplan.dossiers.models import Dossier
from eenplan.teams.models import Medewerker
from eenplan.teams.queries import teamgenoten
from eenplan.veiligheid.models import Meldcode, Meldcodestap, Meldcodetoegang, Stap, Weging
from eenplan.veiligheid.states import Meldcodestatus

TEAM = "bij__huishouden__team"


def visible_to(medewerker: Medewerker) -> QuerySet[Meldcode]:
    """Give the meldcodes of the worker's team and access group. For anybody else they do not exist.

    Being let in by name holds only as long as the worker works for the team of the household; the own file and that
    of a relative stay closed, whatever was given.
    """
    rijen = Meldcode.objects.select_related("bij__huishouden__team", "begonnen_door").order_by("-begonnen_op", "-pk")
    op_naam = Meldcodetoegang.objects.filter(meldcode=OuterRef("pk"), medewerker=medewerker, tot__isnull=True)
    van_team = beperk(Meldcode.objects.all(), medewerker.bereik(Recht.MELDCODE_INZIEN), TEAM).values("pk")
    in_bereik = beperk(rijen, medewerker.bereik(Recht.MELDCODE_BIJHOUDEN), TEAM)
    return in_bereik.filter(Q(Exists(op_naam)) | Q(pk__in=van_team))


def van_dossier(dossier_id: int, medewerker: Medewerker) -> QuerySet[Meldcode]:
    """Give the meldcodes about this household that this worker may open."""
    return visible_to(medewerker).filter(bij=dossier_id)


def open_bij(dossier_id: int, medewerker: Medewerker) -> QuerySet[Meldcode]:
    """Give those that are not closed; for the block on the household's page of who may open them."""
    return van_dossier(dossier_id, medewerker).exclude(status=Meldcodestatus.GESLOTEN)


def stappen(meldcode: Meldcode) -> list[Meldcodestap]:
    """Give every step that was taken or left out, in the order in which it was written down."""
    return list(meldcode.stappen.select_related("door", "weging", "beslissing").order_by("geschreven_op", "pk"))


def laatste_weging(meldcode: Meldcode) -> Weging | None:
    """Give the weighing that counts: the last one, unless signals were written down after it; then one weighs again."""
    weging = meldcode.wegingen.order_by("-pk").first()
    later = weging and meldcode.stappen.filter(stap=Stap.SIGNALEN, pk__gt=weging.stap_id).exists()
    return None if later else weging


def weging_om_op_te_beslissen(meldcode: Meldcode) -> Weging | None:
    """Give the last weighing on which nothing was decided yet, or none: then one weighs first."""
    weging = laatste_weging(meldcode)
    return weging if weging and not weging.beslissingen.exists() else None


def toegangen(meldcode: Meldcode) -> list[Meldcodetoegang]:
    """Give who was let in by name, by whom and why, who is in now first."""
    return list(meldcode.toegangen.select_related("medewerker", "gegeven_door").order_by("-tot", "vanaf", "pk"))


def toe_te_laten(meldcode: Meldcode, dag: object) -> QuerySet[Medewerker]:
    """Give the teammates who may be let in and are not yet."""
    erin = meldcode.toegangen.filter(tot__isnull=True).values("medewerker")
    return teamgenoten(meldcode.scope_team_id, Recht.MELDCODE_BIJHOUDEN, dag).exclude(pk__in=erin)  # type: ignore[arg-type]


def namen_in_huis(dossier: Dossier) -> list[str]:
    """Give every name by which a member of the household would be known."""
    leden = dossier.huishouden.leden.filter(tot__isnull=True).select_related("persoon")
    return sorted({naam for lid in leden for naam in (lid.persoon.roepnaam, lid.persoon.achternaam) if naam})
