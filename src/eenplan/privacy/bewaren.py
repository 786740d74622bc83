"""How long a file must be kept: every law and norm that its records fall under, each with its start and its end.

Dates only; it destroys nothing. The longest term wins, and what has no rule is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

from django.db.models import DateField, Exists, Max, Model, OuterRef, QuerySet
from django.utils.translation import gettext as _

from eenplan.core.klok import AMSTERDAM
from eenplan.dossiers.models import Dossier, Statuswissel
from eenplan.dossiers.states import Dossierstatus
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Bewaarregel
from eenplan.meldingen.models import Contact, Melding
from eenplan.privacy.kaart import SOORTEN, Soort
from eenplan.privacy.models import Beperking, Bewaarplicht, Verzoek
from eenplan.privacy.states import OPEN
from eenplan.termijnen.models import Termijn
from eenplan.toewijzingen.models import Levering
from eenplan.wetgeving.bewaartermijn import JAREN_WMO, Bewaartermijn, bewaartermijn_jeugd, bewaartermijn_wmo
from eenplan.wetgeving.datums import plus_maanden
from eenplan.wetgeving.lengte import Eenheid, Lengte
from eenplan.wetgeving.normen import Bewaarnorm, bewaartermijn_norm

# Rooms whose dates say nothing about the last change in the file itself.
_ZEGT_NIETS: Final = frozenset({"personen", "teams", "privacy", "toegang", "registers", "audit"})
# Columns that look ahead: a day that was planned is no day on which something was recorded.
_VOORUIT: Final = frozenset(
    (
        "einddatum", "streefdatum", "evaluatie_op", "uiterlijk", "geldig_tot", "tot", "tot_en_met",
        "bezwaar_tot_en_met", "herzien_op", "beloofd_op",
    )
)  # fmt: skip


_LABELS: Final = frozenset(Wet.values)
_WETTELIJK: Final = Bewaarregel(Wet.WMO.value, "Wmo", "", JAREN_WMO.aantal, "")  # the shortest term that a law sets


@dataclass(frozen=True)
class Bewaarbeeld:
    """What a file must be kept for, and whether all of it is over. `zonder_regel`: laws for which no norm was set."""

    termijnen: tuple[Bewaartermijn, ...]
    zonder_regel: tuple[str, ...] = ()

    @property
    def laatste(self) -> Bewaartermijn | None:
        return max(self.termijnen, key=lambda termijn: termijn.tot_en_met, default=None)

    def is_voorbij(self, vandaag: date) -> bool:
        """Tell whether every term has passed; a file without any term is kept."""
        return bool(self.laatste and not self.zonder_regel and self.laatste.vernietigen_vanaf <= vandaag)

    def as_list(self) -> list[dict[str, str]]:
        """Give the derivation as it is kept: which rule, which event, which start, until when."""
        return [
            {
                "naam": termijn.naam,
                "vindplaats": termijn.vindplaats,
                "bron": termijn.bron.value,
                "gebeurtenis": termijn.gebeurtenis,
                "start": termijn.start.isoformat(),
                "tot_en_met": termijn.tot_en_met.isoformat(),
            }
            for termijn in self.termijnen
        ]


def norm(soort: str, start: date) -> Bewaartermijn | None:
    """Give the term by the municipality's own norm, or none when it set none."""
    regel = inrichting().bewaarregel(soort)
    if regel is None:
        return None
    return bewaartermijn_norm(
        Bewaarnorm(regel.naam, regel.vindplaats, regel.start, Lengte(regel.jaren, Eenheid.JAREN)), start
    )


def bewaarbeeld(dossier: Dossier, *, vandaag: date) -> Bewaarbeeld:
    """Derive every term of a file from its own records: the laws that occur in it, its last day, the day it closed."""
    laatste = laatste_dag(dossier, vandaag=vandaag)
    gesloten = dossier.trajecten.aggregate(op=Max("gesloten_op"))["op"] or laatste
    termijnen: list[Bewaartermijn] = []
    zonder: list[str] = []
    for wet in sorted(wetten(dossier.pk) or {Wet.GEEN.value}):
        if wet == Wet.WMO:
            termijnen.append(bewaartermijn_wmo(laatste))
        elif wet == Wet.JEUGDWET:
            termijnen.append(bewaartermijn_jeugd(laatste))
        elif termijn := norm(wet, gesloten):
            termijnen.append(termijn)
        else:
            zonder.append(wet)
    return Bewaarbeeld(tuple(termijnen), tuple(zonder))


def bewaarbeeld_contact(contact: Contact) -> Bewaarbeeld:
    """Derive the term of a contact that never became a case."""
    termijn = norm("contact", contact.ontvangen_op.astimezone(AMSTERDAM).date())
    return Bewaarbeeld((termijn,)) if termijn else Bewaarbeeld((), ("contact",))


def wetten(dossier_id: int) -> set[str]:
    """Give every law that occurs in a file, in whatever record carries a label."""
    gevonden: set[str] = set()
    for soort in _van_dossiers():
        if any(veld.name == "wet" for veld in soort.klasse._meta.concrete_fields):
            gevonden |= set(_rijen(soort, dossier_id).order_by().values_list("wet", flat=True).distinct())
    # What falls under no law in particular adds nothing beside a law.
    return {wet for wet in gevonden if wet} - ({Wet.GEEN.value} if len(gevonden) > 1 else set())


def laatste_dag(dossier: Dossier, *, vandaag: date) -> date:
    """Give the last day, not after today, that stands anywhere in a file: nothing was recorded after it."""
    dagen = [dossier.geopend_op]
    for soort in _van_dossiers():
        kolommen = (veld for veld in soort.klasse._meta.concrete_fields if isinstance(veld, DateField))
        velden = [veld.name for veld in kolommen if veld.name not in _VOORUIT]
        dagen.extend(min(waarde, vandaag) for waarde in _dagen(_rijen(soort, dossier.pk), velden))
    return max(dagen)


def _dagen(rijen: QuerySet[Model], velden: list[str]) -> Iterator[date]:
    laatste: dict[str, Any] = (
        rijen.order_by().aggregate(**{f"d_{veld}": Max(veld) for veld in velden}) if velden else {}
    )
    for waarde in laatste.values():
        if isinstance(waarde, datetime):
            yield waarde.astimezone(AMSTERDAM).date()
        elif waarde is not None:
            yield waarde


def _van_dossiers() -> Iterable[Soort]:
    return (soort for soort in SOORTEN if soort.dossier and soort.model.split(".")[0] not in _ZEGT_NIETS)


def _rijen(soort: Soort, dossier_id: int) -> QuerySet[Model]:
    return soort.klasse._default_manager.filter(**{soort.dossier: dossier_id})


# ------------------------------------------------------------------------------------------ what may not go yet


def beletsels(dossier_id: int, *, vandaag: date) -> list[str]:
    """Give, in sentences without content, what forbids to destroy a file today."""
    mogelijk = (
        (houdt_vast(dossier_id, vandaag), _("Er is een bewaarplicht opgelegd.")),
        (
            Levering.objects.filter(toewijzing__dossier=dossier_id, beeindiging__isnull=True).exists(),
            _("Er loopt nog hulp, of er is niet vastgelegd dat de hulp is gestopt."),
        ),
        (
            Termijn.objects.filter(dossier_id=dossier_id, voltooid_op__isnull=True, einddatum__gte=vandaag).exists(),
            _("Er loopt nog een termijn."),
        ),
        (
            lopende_beperkingen(vandaag).filter(dossier_id=dossier_id).exists(),
            _("Het gebruik is beperkt: de inwoner heeft de gegevens misschien nog nodig (artikel 18 AVG)."),
        ),
    )
    return [zin for geldt, zin in mogelijk if geldt]


def houdt_vast(dossier_id: int, vandaag: date) -> bool:
    """Tell whether a legal hold lies on the file today."""
    rijen = lopende_bewaarplichten(vandaag).filter(dossier_id=dossier_id)
    return rijen.exists()


def lopende_bewaarplichten(vandaag: date) -> QuerySet[Bewaarplicht]:
    """Give the holds of today."""
    return Bewaarplicht.objects.filter(vanaf__lte=vandaag).exclude(tot__lte=vandaag)


def lopende_beperkingen(vandaag: date) -> QuerySet[Beperking]:
    """Give the restrictions of today (AVG 18)."""
    return Beperking.objects.filter(vanaf__lte=vandaag).exclude(tot__lte=vandaag)


# ------------------------------------------------------------------------------------------------ the nightly list


def dossiers_om_te_wegen(vandaag: date) -> QuerySet[Dossier]:
    """Give the closed files without an open request that did not move within the shortest of all terms."""
    open_verzoek = Verzoek.objects.filter(dossier=OuterRef("pk"), status__in=OPEN)
    jaren = min(regel.jaren for regel in (*inrichting().bewaarregels, _WETTELIJK) if regel.soort in _LABELS)
    grens = datetime.combine(plus_maanden(vandaag, -12 * jaren), time.min, tzinfo=AMSTERDAM)
    onlangs = Statuswissel.objects.filter(dossier=OuterRef("pk"), op__gte=grens)
    rijen = Dossier.objects.filter(~Exists(open_verzoek), ~Exists(onlangs), status=Dossierstatus.GESLOTEN)
    return rijen.order_by("pk")


def contacten_om_te_wegen() -> QuerySet[Contact]:
    """Give the contacts that became no melding and belong to no file."""
    melding = Melding.objects.filter(contact=OuterRef("pk"))
    return Contact.objects.filter(~Exists(melding), huishouden__dossier__isnull=True).order_by("pk")
