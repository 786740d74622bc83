"""Every read of a file, each starting from what the worker may see."""

from __future__ import annotations

from django.db.models import QuerySet

from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk
from eenplan.dossiers.models import Dossier, Gesprek, Gespreksverslag, Regie, Taak
from eenplan.teams.models import Medewerker

TEAM = "huishouden__team"


def visible_to(medewerker: Medewerker, recht: Recht = Recht.DOSSIER_INZIEN) -> QuerySet[Dossier]:
    """Give the files of the teams for which the worker holds the right."""
    return beperk(
        Dossier.objects.select_related("huishouden__adres", "huishouden__team"), medewerker.bereik(recht), TEAM
    )


def gesprekken(medewerker: Medewerker) -> QuerySet[Gesprek]:
    """Give the conversations in the worker's scope, with file and household."""
    rijen = Gesprek.objects.select_related("dossier__huishouden", "door")
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), f"dossier__{TEAM}")


def verslagen(medewerker: Medewerker) -> QuerySet[Gespreksverslag]:
    """Give the reports in the worker's scope, with conversation and household."""
    rijen = Gespreksverslag.objects.select_related("dossier__huishouden__adres", "gesprek__door")
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), f"dossier__{TEAM}")


def taken(medewerker: Medewerker) -> QuerySet[Taak]:
    """Give the tasks in the worker's scope."""
    rijen = Taak.objects.select_related("dossier__huishouden", "voor")
    return beperk(rijen, medewerker.bereik(Recht.DOSSIER_INZIEN), f"dossier__{TEAM}")


def huidige_regie(dossier: Dossier) -> Regie | None:
    """Give who coordinates now, or none."""
    return dossier.regies.select_related("regisseur").filter(tot__isnull=True).first()
