"""Reads of sessions, second factors and ties to the sign-on service. No content of any file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from eenplan.aanmelden.models import Aanmeldkoppeling, Aanmeldpoging, Codeapp, Herstelcode, Passkey, Sessie
from eenplan.access.rechten import Recht
from eenplan.teams.models import Medewerker, Rolvervulling


@dataclass(frozen=True)
class Factoren:
    """The second factors of a worker."""

    codeapp: Codeapp | None
    passkeys: tuple[Passkey, ...]
    herstelcodes: int

    def __bool__(self) -> bool:
        return self.codeapp is not None or bool(self.passkeys)

    @property
    def aantal(self) -> int:
        """Count them; codes on paper do not count, they are for when the rest is lost."""
        return len(self.passkeys) + (self.codeapp is not None)


def factoren_van(medewerker: Medewerker) -> Factoren:
    """Give the second factors of a worker."""
    return Factoren(
        codeapp=Codeapp.objects.filter(medewerker=medewerker).first(),
        passkeys=tuple(Passkey.objects.filter(medewerker=medewerker).order_by("sinds", "pk")),
        herstelcodes=Herstelcode.objects.filter(medewerker=medewerker, gebruikt_op__isnull=True).count(),
    )


def lopende_sessies(medewerker: Medewerker, *, at: datetime) -> QuerySet[Sessie]:
    """Give the sessions of a worker that still open a page, the last used first."""
    stil, duur = at - timedelta(minutes=settings.SESSIE_STIL_MINUTEN), at - timedelta(hours=settings.SESSIE_UREN)
    rijen = Sessie.objects.filter(medewerker=medewerker, tot__isnull=True, gezien_op__gt=stil, sinds__gt=duur)
    return rijen.order_by("-gezien_op", "-pk")


def koppeling_van(medewerker: Medewerker) -> Aanmeldkoppeling | None:
    """Give the tie of a worker to the sign-on service, or none."""
    return Aanmeldkoppeling.objects.filter(medewerker=medewerker).first()


def gekoppelde(uitgever: str, kenmerk: str) -> Medewerker | None:
    """Give the worker whom the sign-on service means, by its own number; also one who left."""
    return Medewerker.objects.filter(koppeling__uitgever=uitgever, koppeling__kenmerk=kenmerk).first()


def pogingen(*, at: datetime, adres: str = "", medewerker: Medewerker | None = None) -> int:
    """Count what failed in the last quarter of an hour, from one address or for one worker."""
    recent = Aanmeldpoging.objects.filter(op__gt=at - timedelta(minutes=15), op__lte=at)
    return recent.filter(medewerker=medewerker).count() if medewerker else recent.filter(adres=adres).count()


def te_beheren(by: Medewerker, *, at: datetime) -> QuerySet[Medewerker]:
    """Give the workers whose way of signing in this worker looks after, by name, with what there is of it."""
    if not by.mag(Recht.AANMELDEN_BEHEREN):
        return Medewerker.objects.none()
    lopend = Q(sessies__tot__isnull=True, sessies__gezien_op__gt=at - timedelta(minutes=settings.SESSIE_STIL_MINUTEN))
    return Medewerker.objects.annotate(
        aantal_sessies=Count("sessies", filter=lopend, distinct=True),
        heeft_codeapp=Exists(Codeapp.objects.filter(medewerker=OuterRef("pk"))),
        heeft_passkey=Exists(Passkey.objects.filter(medewerker=OuterRef("pk"))),
        heeft_koppeling=Exists(Aanmeldkoppeling.objects.filter(medewerker=OuterRef("pk"))),
        heeft_rol=Exists(Rolvervulling.objects.in_dienst_op(at.date()).filter(medewerker=OuterRef("pk"))),
    ).order_by("naam", "pk")
