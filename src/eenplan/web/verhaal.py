"""The story of a household: what happened in the file, newest first, in pages by key.

Built from the trail, with the words of notes beside it. Looks at the file are not part of the story.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db.models import Case, Exists, OuterRef, QuerySet, Subquery, TextField, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.audit import queries as audit
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.paginas import pagina_van
from eenplan.audit.sleutels import Sleutel, zin
from eenplan.core.vertaling import vertaald
from eenplan.dossiers.models import Notitie, Notitieverberging
from eenplan.teams.models import Medewerker
from eenplan.web.deuren import opent
from eenplan.web.volgorde import Tekst
from eenplan.web.wetlabels import zonder_verborgen

PER_BLAD = 50

# The kinds a reader filters on, each with the parts of the trail it covers.
SOORTEN: Mapping[str, tuple[Tekst, tuple[str, ...]]] = {
    "gesprekken": (_lazy("gesprekken"), ("gesprek", "verslag")),
    "notities": (_lazy("notities"), ("notitie",)),
    "meldingen": (_lazy("meldingen en contact"), ("contact", "melding", "onderzoek")),
    "plan": (_lazy("plan"), ("plan", "partnertaak", "doelopening")),
    "besluiten": (_lazy("besluiten en hulp"), ("aanvraag", "besluit", "toewijzing", "hulp")),
    "termijnen": (_lazy("termijnen"), ("termijn",)),
    "dossier": (_lazy("regie, casussen en taken"), ("huishouden", "dossier", "regie", "casus", "taak", "document")),
}

# Bookkeeping that says nothing to who wants to know how it went; `alles` shows it too.
_BIJZAAK = frozenset(
    {
        Sleutel.HUISHOUDEN_INGESCHREVEN,
        Sleutel.DOSSIER_GEOPEND,
        Sleutel.TERMIJN_GESTART,
        Sleutel.TERMIJN_VOLTOOID,
        Sleutel.VERSLAG_BEGONNEN,
    }
)
ALLES = "alles"

# What an act is called when it left several events: the first of these kinds names it, the others stand under it.
_NAAMGEVEND = (
    "hulp",
    "toewijzing",
    "besluit",
    "aanvraag",
    "partnertaak",
    "doelopening",
    "plan",
    "verslag",
    "gesprek",
    "onderzoek",
    "melding",
    "regie",
    "casus",
    "taak",
    "notitie",
    "contact",
)


@dataclass(frozen=True)
class Gevolg:
    """What else the same act left behind: the letter beside the decision, the call beside the melding."""

    titel: str
    tekst: str
    adres: str = ""


@dataclass(frozen=True)
class Verhaalregel:
    """One act as the timeline draws it, with what else it left behind."""

    op: datetime
    titel: Tekst
    tekst: str
    wie: str
    soort: Tekst
    adres: str = ""
    is_nieuw: bool = False
    ook: tuple[Gevolg, ...] = ()


@dataclass(frozen=True)
class Verhaal:
    """A page of the story. `meer` is the number of the last event when there are older ones."""

    regels: list[Verhaalregel]
    meer: int | None
    soort: str = ""

    @property
    def nieuwe(self) -> list[Verhaalregel]:
        """Give what is new to the worker."""
        return [regel for regel in self.regels if regel.is_nieuw]

    @property
    def is_vol_nieuw(self) -> bool:
        """Tell whether everything on this page is new, so that there may be more than was counted."""
        return self.meer is not None and all(regel.is_nieuw for regel in self.regels)


def lees(
    dossier_id: int, *, soort: str = "", na: int | None = None, voor: Medewerker, vorig_bezoek: datetime | None
) -> Verhaal:
    """Give the newest events (of one kind, or after one event): one question, whatever the length of the file."""
    notitie = Notitie.objects.filter(pk=OuterRef("onderwerp_id"), dossier=dossier_id).values("tekst")[:1]
    verborgen = Notitieverberging.objects.filter(notitie=OuterRef("onderwerp_id"), opgeheven_op__isnull=True)
    tijdlijn = zonder_verborgen(audit.tijdlijn(dossier_id), voor, dossier_id)
    rijen = audit.voor(tijdlijn, na).annotate(
        notitie=Case(
            When(sleutel=Sleutel.NOTITIE_GESCHREVEN, then=Subquery(notitie)),
            default=Value(""),
            output_field=TextField(),
        ),
        is_verborgen=Case(
            When(sleutel=Sleutel.NOTITIE_GESCHREVEN, then=Exists(verborgen)),
            default=Value(False),
        ),
    )
    gelezen = list(_van_soort(rijen, soort)[: PER_BLAD + 1])
    blad = gelezen[:PER_BLAD]
    return Verhaal(
        regels=[_regel(groep, voor, vorig_bezoek) for groep in _samen(blad)],
        meer=blad[-1].pk if len(gelezen) > PER_BLAD else None,
        soort=soort if soort in (*SOORTEN, ALLES) else "",
    )


def _van_soort(rijen: QuerySet[Gebeurtenis], soort: str) -> QuerySet[Gebeurtenis]:
    """Keep the events of one kind; without a kind the main lines."""
    if soort == ALLES:
        return rijen
    return rijen.filter(sleutel__in=_sleutels(soort)) if soort in SOORTEN else rijen.exclude(sleutel__in=_BIJZAAK)


def _samen(blad: Sequence[Gebeurtenis]) -> list[list[Gebeurtenis]]:
    """Put what one worker did in one act together: a decision, its letter and its clock are one line."""
    daden = groupby(blad, key=lambda rij: (rij.moment, rij.actor_id))
    return [list(daad) for _moment, daad in daden]


def is_nieuw(rij: Gebeurtenis, medewerker_id: int, vorig_bezoek: datetime | None) -> bool:
    """Tell whether somebody else did this after the worker's last visit; on a first visit nothing is called new."""
    return vorig_bezoek is not None and rij.moment > vorig_bezoek and rij.actor_id != medewerker_id


def _sleutels(soort: str) -> list[Sleutel]:
    _naam, delen = SOORTEN[soort]
    return [sleutel for sleutel in Sleutel if sleutel.split(":")[0] in delen]


def _regel(daad: list[Gebeurtenis], voor: Medewerker, vorig_bezoek: datetime | None) -> Verhaalregel:
    per_sleutel: dict[str, list[Gebeurtenis]] = {}
    for rij in reversed(daad):
        per_sleutel.setdefault(rij.sleutel, []).append(rij)
    eerste, *overige = (_gevolg(groep, voor) for groep in sorted(per_sleutel.values(), key=_rang))
    nieuw = is_nieuw(daad[0], voor.pk, vorig_bezoek)
    return Verhaalregel(
        op=daad[0].moment,
        titel=eerste.titel,
        tekst=eerste.tekst,
        wie=daad[0].actor_naam,
        soort=_("nieuw voor u") if nieuw else "",
        adres=eerste.adres,
        is_nieuw=nieuw,
        ook=tuple(overige),
    )


def _rang(groep: list[Gebeurtenis]) -> int:
    soort = groep[0].sleutel.split(":")[0]
    return _NAAMGEVEND.index(soort) if soort in _NAAMGEVEND else len(_NAAMGEVEND)


def _gevolg(groep: list[Gebeurtenis], voor: Medewerker) -> Gevolg:
    """Say one kind of event; three cases opened at once are one sentence."""
    titel = str(zin(groep[0].sleutel))
    return Gevolg(
        titel=titel[:1].upper() + titel[1:],
        tekst=" · ".join(tekst for rij in groep if (tekst := _tekst(rij))),
        adres=_adres(groep[0], voor) if len(groep) == 1 else "",
    )


def _tekst(rij: Gebeurtenis) -> str:
    if getattr(rij, "is_verborgen", False):
        return _("Verborgen voor het huishouden: {tekst}").format(tekst=getattr(rij, "notitie", ""))
    detail = getattr(rij, "detail", None)
    return getattr(rij, "notitie", "") or (vertaald(detail.toelichting) if detail else "")


def _adres(rij: Gebeurtenis, voor: Medewerker) -> str:
    adres = pagina_van(rij.onderwerp_soort, rij.onderwerp_id)
    return adres if adres and opent(voor, adres) else ""
