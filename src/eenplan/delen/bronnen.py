"""What there is to share of one resident, piece by piece. Higher rooms add a source when they start; notes never go.

A piece that is hidden, protected or under another law is not offered at all, so it cannot be chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from eenplan.core.klok import AMSTERDAM
from eenplan.delen.keuzes import Categorie
from eenplan.dossiers.models import Casus, Documentsoort, Dossier
from eenplan.dossiers.queries import deelbare_documenten
from eenplan.personen.afscherming import afgeschermd
from eenplan.personen.models import Huishoudlid, Persoon
from eenplan.wetgeving.datums import zonder_weekdag


@dataclass(frozen=True)
class Uitvraag:
    """Of which resident, in which file, under which one law, on which day."""

    dossier: Dossier
    persoon: Persoon
    wet: str
    dag: date


@dataclass(frozen=True)
class Deelbaar:
    """One piece that may be chosen, with the lines that then stand in the letter."""

    categorie: str
    soort: str
    nummer: int
    titel: str
    regels: tuple[str, ...]

    @property
    def code(self) -> str:
        """How the form names this piece."""
        return f"{self.soort}-{self.nummer}"


Bron = Callable[[Uitvraag], Iterable[Deelbaar]]

_BRONNEN: Final[list[Bron]] = []

# To which kind of data a domain of life belongs; what is not named here belongs to the plan.
PER_LEEFGEBIED: Final = {
    "geld": Categorie.FINANCIEN,
    "lichaam": Categorie.GEZONDHEID,
    "psychisch": Categorie.GEZONDHEID,
    "middelen": Categorie.GEZONDHEID,
    "veiligheid": Categorie.VEILIGHEID,
    "justitie": Categorie.VEILIGHEID,
}
# Only letters of our own: a paper that came from elsewhere is for its maker to give, a report is of who was there.
_PER_DOCUMENT: Final = {
    Documentsoort.PLAN.value: Categorie.PLAN,
    Documentsoort.BESCHIKKING.value: Categorie.VOORZIENINGEN,
    Documentsoort.BEVESTIGING.value: Categorie.HULPVRAAG,
}


def bron(functie: Bron) -> Bron:
    """Add a source of pieces; each room does so once, when the program starts."""
    if functie not in _BRONNEN:
        _BRONNEN.append(functie)
    return functie


def deelbaar(uitvraag: Uitvraag) -> list[Deelbaar]:
    """Give every piece that may be chosen, in the order of the closed list of kinds."""
    orde = {code: nummer for nummer, code in enumerate(Categorie.values)}
    alles = [stuk for functie in _BRONNEN for stuk in functie(uitvraag)]
    return sorted(alles, key=lambda stuk: orde[stuk.categorie])


@bron
def naam_en_adres(uitvraag: Uitvraag) -> Iterable[Deelbaar]:
    """Who it is and how to reach him or her; where one address is protected, no address or number goes at all."""
    persoon = uitvraag.persoon
    regels = [persoon.naam]
    if persoon.geboortedatum:
        regels.append(f"geboren op {zonder_weekdag(persoon.geboortedatum)}")
    leden = Huishoudlid.objects.filter(persoon=persoon, tot__isnull=True).select_related("huishouden__adres")
    thuis = list(leden.annotate(is_geheim=afgeschermd("huishouden")).order_by("pk"))
    if not any(lid.is_geheim for lid in thuis):
        adressen = [lid.huishouden.adres for lid in thuis if lid.huishouden_id == uitvraag.dossier.pk]
        regels += [f"{adres}, {adres.postcode_met_spatie} {adres.woonplaats}".strip() for adres in adressen]
        regels += [nummer for nummer in (persoon.telefoon, persoon.email) if nummer]
    yield Deelbaar(Categorie.CONTACT, "persoon", persoon.pk, _("Naam en bereikbaarheid"), tuple(regels))


@bron
def problemen(uitvraag: Uitvraag) -> Iterable[Deelbaar]:
    """The open cases of this resident under the chosen law."""
    rijen = Casus.objects.filter(
        dossier=uitvraag.dossier, persoon=uitvraag.persoon, wet=uitvraag.wet, gesloten_op__isnull=True
    )
    for casus in rijen.order_by("pk"):
        categorie = PER_LEEFGEBIED.get(casus.leefgebied, Categorie.HULPVRAAG)
        titel = _("Probleem: {probleem}").format(probleem=casus.probleem)
        yield Deelbaar(categorie, "casus", casus.pk, titel, (casus.probleem,))


@bron
def eigen_brieven(uitvraag: Uitvraag) -> Iterable[Deelbaar]:
    """Our own letters under the chosen law that nobody hid; they go along on paper."""
    rijen = deelbare_documenten(uitvraag.dossier.pk).filter(wet=uitvraag.wet, soort__in=_PER_DOCUMENT)
    for document in rijen.defer("inhoud"):
        dag = zonder_weekdag(document.gemaakt_op.astimezone(AMSTERDAM).date())
        titel = _("Brief: {titel}, {dag}").format(dag=dag, titel=document.titel)
        yield Deelbaar(_PER_DOCUMENT[document.soort], "document", document.pk, titel, (f"{document.titel}, {dag}",))
