"""Every read of the trail: the log without content for the privacy officer, and the timeline of one file.

Whether a worker may see a file is decided by the room that asks; the trail itself knows no teams.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from eenplan.audit.models import Gebeurtenis, Zegel
from eenplan.audit.sleutels import Sleutel
from eenplan.core.klok import AMSTERDAM


class Spoorsoort(models.TextChoices):
    """The kinds of events that the privacy officer tells apart."""

    INZAGE = "inzage", _("inzage")
    ZOEKEN = "zoeken", _("zoeken in personen")
    WIJZIGING = "wijziging", _("wijzigingen")
    SESSIE = "sessie", _("aan- en afmelden")


_SESSIE = (Sleutel.AANGEMELD, Sleutel.AFGEMELD)
_WELKE = {
    Spoorsoort.INZAGE: Q(is_inzage=True) & ~Q(sleutel=Sleutel.GEZOCHT),
    Spoorsoort.ZOEKEN: Q(sleutel=Sleutel.GEZOCHT),
    Spoorsoort.WIJZIGING: Q(is_inzage=False) & ~Q(sleutel__in=_SESSIE),
    Spoorsoort.SESSIE: Q(sleutel__in=_SESSIE),
}


@dataclass(frozen=True)
class Spoorvraag:
    """What the privacy officer looks for. It is itself a subject of the trail: looking is recorded."""

    medewerker_id: int | None = None
    dossier_id: int | None = None
    van: date | None = None
    tot_en_met: date | None = None
    soort: Spoorsoort | None = None

    ONDERWERP = "spoor"
    pk = None


def spoor(vraag: Spoorvraag) -> QuerySet[Gebeurtenis]:
    """Give the events that fit, newest first, without their personal detail."""
    rijen = Gebeurtenis.objects.order_by("-moment", "-pk")
    if vraag.medewerker_id is not None:
        rijen = rijen.filter(actor_id=vraag.medewerker_id)
    if vraag.dossier_id is not None:
        rijen = rijen.filter(dossier_id=vraag.dossier_id)
    if vraag.soort is not None:
        rijen = rijen.filter(_WELKE[vraag.soort])
    if vraag.van is not None:
        rijen = rijen.filter(moment__gte=begin_van(vraag.van))
    if vraag.tot_en_met is not None:
        rijen = rijen.filter(moment__lt=begin_van(vraag.tot_en_met + timedelta(days=1)))
    return rijen


def voor(rijen: QuerySet[Gebeurtenis], sleutel: int | None) -> QuerySet[Gebeurtenis]:
    """Go on after the event with this number: a page by key costs the same however far one reads."""
    if sleutel is None:
        return rijen
    moment = Gebeurtenis.objects.filter(pk=sleutel).values("moment")[:1]
    return rijen.filter(Q(moment__lt=moment) | Q(moment=moment, pk__lt=sleutel))


def tijdlijn(dossier_id: int) -> QuerySet[Gebeurtenis]:
    """Give what happened in a file, newest first, with the words the file may show. Looks are left out."""
    rijen = Gebeurtenis.objects.filter(dossier_id=dossier_id, is_inzage=False).select_related("detail")
    return rijen.order_by("-moment", "-pk")


def laatste_inzage(medewerker_id: int, *, voor_moment: datetime | None = None) -> QuerySet[Gebeurtenis]:
    """Give the worker's looks at files as a whole, optionally only those before a moment."""
    rijen = Gebeurtenis.objects.filter(actor_id=medewerker_id, sleutel=Sleutel.DOSSIER_INGEZIEN)
    return rijen if voor_moment is None else rijen.filter(moment__lt=voor_moment)


def laatst_bezocht(rijen: QuerySet[Gebeurtenis]) -> QuerySet[Gebeurtenis, datetime]:
    """Narrow looks down to the one moment of the last, for use as a subquery."""
    return rijen.order_by("-moment").values_list("moment", flat=True)[:1]


def actoren() -> list[tuple[int, str]]:
    """Give number and name of everybody who can be in the trail, by name. Their room lies above this one."""
    return list(get_user_model()._default_manager.order_by("naam", "pk").values_list("pk", "naam"))


def niet_verzegeld() -> int:
    """Count the events that wait for a seal; a large number tells that nobody seals."""
    laatste = Zegel.objects.order_by("-nummer").values_list("laatste_id", flat=True).first()
    rijen = Gebeurtenis.objects.all() if laatste is None else Gebeurtenis.objects.filter(pk__gt=laatste)
    return rijen.count()


def aantallen(van: date, tot_en_met: date) -> dict[str, int]:
    """Count looks, changes and searches in a period."""
    rijen = spoor(Spoorvraag(van=van, tot_en_met=tot_en_met)).order_by()
    return rijen.aggregate(
        inzagen=Count("pk", filter=_WELKE[Spoorsoort.INZAGE]),
        wijzigingen=Count("pk", filter=_WELKE[Spoorsoort.WIJZIGING]),
        zoekacties=Count("pk", filter=_WELKE[Spoorsoort.ZOEKEN]),
        dossiers=Count("dossier_id", distinct=True, filter=_WELKE[Spoorsoort.INZAGE]),
    )


def begin_van(dag: date) -> datetime:
    """Give the first moment of a day in Amsterdam."""
    return datetime.combine(dag, time.min, tzinfo=AMSTERDAM)
