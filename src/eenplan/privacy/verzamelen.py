"""Everything the administration holds about one resident, as plain data, with what is about somebody else marked.

Walks the map of personal data. What is hidden from the household or from this resident is never collected at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.db import models
from django.db.models import Model, Q
from django.utils.translation import gettext as _
from django.utils.translation import override

from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import zin
from eenplan.core.klok import AMSTERDAM
from eenplan.dossiers.models import Document, Documentverberging, Notitie, Notitieverberging, Taak
from eenplan.dossiers.werktaken import VERTROUWELIJK
from eenplan.netwerk.models import Overbelasting, Steunfiguur
from eenplan.netwerk.queries import verborgen_figuren
from eenplan.personen.afscherming import naar_buiten
from eenplan.personen.bsn import bsn_van
from eenplan.personen.models import (
    Adres,
    Adresafscherming,
    Burgerservicenummer,
    Huishoudlid,
    Markeringsoort,
    Persoon,
    Relatie,
    Relatiemarkering,
)
from eenplan.privacy.anderen import Iemand, Vondst, Zoeker
from eenplan.privacy.kaart import KOLOMMEN_ZONDER_INHOUD, SOORTEN, ZONDER_INWONER, Soort, Van
from eenplan.privacy.models import Passage
from eenplan.teams.models import Medewerker
from eenplan.veiligheid.models import Risicotaxatie, Veiligheidsplan

LOGBOEK: Final = "logboek"
BIJLAGE: Final = "bijlage"
# Columns in which a worker wrote who somebody is; anybody but the resident is somebody else.
NAAMVELDEN: Final = frozenset(
    {"naam", "namens", "anderen", "eigenaar", "wie", "vrager_naam", "vrager_adres", "gever_naam"}
)
_VAN_ZICHZELF: Final = frozenset({"personen.Persoon", "personen.Burgerservicenummer"})
_MET_NAAM: Final[dict[str, tuple[str, ...]]] = {"meldingen.Contact": ("telefoon",)}


@dataclass
class Uitkomst:
    """The extract as plain data, and the marks that a worker has to judge."""

    inhoud: dict[str, Any]
    passages: list[Passage] = field(default_factory=list)


def verzamel(persoon: Persoon, *, at: datetime) -> Uitkomst:
    """Collect everything about the resident, from every file of a household the resident belongs or belonged to."""
    with override("nl"):
        return _Verzameling(persoon, at).doe()


class _Verzameling:
    """One walk over the map, for one resident."""

    def __init__(self, persoon: Persoon, at: datetime) -> None:
        self.persoon, self.at = persoon, at
        leden = Huishoudlid.objects.filter(persoon=persoon)
        self.nu_lid = set(leden.filter(tot__isnull=True).values_list("huishouden_id", flat=True))
        # Who left a household learns nothing more of it once its address is protected.
        beschermd = Adresafscherming.objects.filter(tot__isnull=True).values_list("huishouden_id", flat=True)
        self.dossiers = set(leden.values_list("huishouden_id", flat=True)) - (set(beschermd) - self.nu_lid)
        self.zoeker = Zoeker(_iemand(persoon), list(_anderen(persoon, self.dossiers)))
        self.verborgen = _verborgen(self.dossiers)
        self.passages: list[Passage] = []

    def doe(self) -> Uitkomst:
        onderdelen = [deel for soort in SOORTEN if (deel := self._onderdeel(soort))["rijen"]]
        inhoud = {
            "naam": self.persoon.naam,
            "verzameld_op": self.at.isoformat(),
            "onderdelen": [*onderdelen, self._logboek()],
            "bijlagen": list(self._bijlagen()),
        }
        for nummer, passage in enumerate(self.passages):
            passage.volgorde = nummer
        return Uitkomst(inhoud, self.passages)

    # ------------------------------------------------------------------------------------------------- the records

    def _onderdeel(self, soort: Soort) -> dict[str, Any]:
        rijen = [self._rij(soort, rij) for rij in self._rijen(soort)]
        return {"soort": soort.model, "kop": str(soort.kop), "rijen": rijen}

    def _rijen(self, soort: Soort) -> Iterable[Model]:
        eigen = Q(pk__in=[])
        for pad in soort.persoon:
            eigen |= Q(**{pad: self.persoon.pk})
        if soort.dossier:
            eigen |= Q(**{f"{soort.dossier}__in": self.dossiers})
        rijen = soort.klasse._default_manager.filter(eigen)
        if soort.klasse is Relatie:
            rijen = rijen.filter(pk__in=naar_buiten(Relatie.objects.all()).values("pk"))
        verborgen = self.verborgen.get(soort.klasse, frozenset())
        velden = soort.klasse._meta.concrete_fields
        zwaar = [veld.name for veld in velden if isinstance(veld, models.BinaryField)]
        namen = [veld.name for veld in velden if veld.is_relation and not is_machine(veld)]
        rijen = rijen.exclude(pk__in=verborgen).order_by("pk").distinct().defer(*zwaar)
        return rijen.select_related(*namen) if namen else rijen

    def _rij(self, soort: Soort, rij: Model) -> dict[str, Any]:
        velden = list(_velden(soort, rij))
        if over := self._hele_rij_over(soort, rij):
            self._merk(soort.model, rij.pk, "", _als_tekst(velden), Vondst(0, 0, *over))
        else:
            self._merk_velden(soort, rij, velden)
        return {"rij": str(rij.pk), "velden": [[naam, kop, waarde] for naam, kop, waarde in velden]}

    def _hele_rij_over(self, soort: Soort, rij: Model) -> tuple[str, str] | None:
        """Say about whom a whole record is, when not about the resident or the household the resident lives in."""
        personen = [_waarde(rij, pad) for pad in soort.persoon]
        if personen and self.persoon.pk in personen:
            return None
        if any(personen):
            ander = Persoon.objects.filter(pk__in=[pk for pk in personen if pk]).first()
            return (ander.naam if ander else _("iemand anders")), _("dit gaat over een ander")
        if soort.van is Van.PERSOON and soort.persoon:
            return None if self._van_nu(soort, rij) else (_("een ander huishouden"), _("u woont daar niet meer"))
        if soort.dossier and not self._van_nu(soort, rij):
            return _("een huishouden waar deze inwoner niet meer bij hoort"), _("geen lid van dit huishouden meer")
        return None

    def _van_nu(self, soort: Soort, rij: Model) -> bool:
        if isinstance(rij, Adres):
            return rij.huishoudens.filter(pk__in=self.nu_lid).exists()
        return not soort.dossier or _waarde(rij, soort.dossier) in self.nu_lid | {None}

    def _merk_velden(self, soort: Soort, rij: Model, velden: list[tuple[str, str, str]]) -> None:
        if soort.model in _VAN_ZICHZELF:
            return
        namen = {naam: waarde for naam, _kop, waarde in velden}
        vreemd = [naam for naam in NAAMVELDEN & namen.keys() if namen[naam] and self.zoeker.is_ander(namen[naam])]
        if vreemd:
            vreemd += [naam for naam in _MET_NAAM.get(soort.model, ()) if namen.get(naam)]
        for naam, _kop, waarde in velden:
            if naam in vreemd:
                self._merk(soort.model, rij.pk, naam, waarde, Vondst(0, len(waarde), waarde, _("een ingevulde naam")))
            elif naam.startswith(PERSOONVELD):
                if waarde != self.persoon.naam:
                    vondst = Vondst(0, len(waarde), waarde, _("de naam van een andere inwoner"))
                    self._merk(soort.model, rij.pk, naam, waarde, vondst)
            elif not naam.startswith(MEDEWERKERVELD):
                self._merk_tekst(soort.model, rij.pk, naam, waarde)

    def _merk_tekst(self, onderdeel: str, rij: object, veld: str, waarde: str) -> None:
        for vondst in self.zoeker.in_tekst(waarde):
            self._merk(onderdeel, rij, veld, waarde[vondst.begin : vondst.einde], vondst)

    def _merk(self, onderdeel: str, rij: object, veld: str, tekst: str, vondst: Vondst) -> None:
        self.passages.append(
            Passage(
                onderdeel=onderdeel,
                rij=str(rij),
                veld=veld,
                begin=vondst.begin,
                einde=vondst.einde,
                tekst=tekst,
                over=vondst.over[:200],
                gevonden_aan=vondst.aan[:120],
                is_vast=vondst.is_vast,
                is_tonen=False if vondst.is_vast else None,
            )
        )

    # ------------------------------------------------------------------------------------------ the log, the papers

    def _logboek(self) -> dict[str, Any]:
        """Give who looked and who changed what, and when."""
        gebeurtenissen = Gebeurtenis.objects.filter(dossier_id__in=self.dossiers).select_related("detail")
        rijen = [self._logregel(rij) for rij in gebeurtenissen.order_by("moment", "pk")]
        return {"soort": LOGBOEK, "kop": _("Wie uw dossier bekeek of veranderde"), "rijen": rijen}

    def _logregel(self, rij: Gebeurtenis) -> dict[str, Any]:
        detail = "" if self._is_verborgen(rij) else getattr(getattr(rij, "detail", None), "toelichting", "")
        velden = [
            ["moment", _("Wanneer"), _tijdstip(rij.moment)],
            ["wie", _("Wie"), rij.actor_naam],
            ["wat", _("Wat"), str(zin(rij.sleutel))],
            ["doel", _("Waarom"), rij.doel],
            ["toelichting", _("Toelichting"), detail],
        ]
        velden = [veld for veld in velden if veld[2]]
        for naam, _kop, waarde in velden:
            if naam in {"doel", "toelichting"}:
                self._merk_tekst(LOGBOEK, rij.pk, naam, waarde)
        return {"rij": str(rij.pk), "velden": velden}

    def _is_verborgen(self, rij: Gebeurtenis) -> bool:
        return any(
            rij.onderwerp_soort == getattr(soort, "ONDERWERP", "") and rij.onderwerp_id in nummers
            for soort, nummers in self.verborgen.items()
        )

    def _bijlagen(self) -> Iterator[dict[str, Any]]:
        """Give every paper that may go along; what stands in it a worker has to judge by reading it."""
        papieren = Document.objects.filter(dossier_id__in=self.dossiers).exclude(pk__in=self.verborgen[Document])
        for nummer, stuk in enumerate(papieren.defer("inhoud").order_by("gemaakt_op", "pk"), 1):
            self._merk(
                BIJLAGE,
                stuk.pk,
                BIJLAGE,
                stuk.titel,
                Vondst(0, 0, _("misschien een ander"), _("een stuk leest u zelf")),
            )
            yield {"document": stuk.pk, "nummer": nummer, "titel": stuk.titel, "soort": stuk.get_soort_display()}


# ------------------------------------------------------------------------------------------------------ the fields

PERSOONVELD: Final = "persoon:"
MEDEWERKERVELD: Final = "medewerker:"
VERWIJZING: Final = "bij:"


def _velden(soort: Soort, rij: Model) -> Iterator[tuple[str, str, str]]:
    """Give name, heading and value of every column with content; what only links tables is left out."""
    if isinstance(rij, Burgerservicenummer):
        yield "nummer", _("Nummer"), bsn_van(rij.persoon)
        return
    for veld in rij._meta.concrete_fields:
        if f"{soort.model}.{veld.name}" in KOLOMMEN_ZONDER_INHOUD or is_machine(veld):
            continue
        naam, waarde = _veldwaarde(rij, veld)
        if waarde:
            yield naam, _kop(veld), waarde
    for veel in rij._meta.many_to_many:
        for nummer, ander in enumerate(getattr(rij, veel.name).all()):
            if isinstance(ander, Persoon):
                yield f"{PERSOONVELD}{veel.name}:{nummer}", _kop(veel), ander.naam


def is_machine(veld: models.Field[Any, Any]) -> bool:
    """Tell whether a column holds no words or facts: a number of a row, a search key, a stored file."""
    if isinstance(veld, models.ForeignKey):
        return veld.related_model._meta.label not in {*ZONDER_INWONER, "personen.Persoon"}
    soorten = (models.AutoField, models.BinaryField, models.UUIDField, models.GeneratedField)
    return veld.primary_key or isinstance(veld, soorten) or veld.get_internal_type() == "SearchVectorField"


def _veldwaarde(rij: Model, veld: models.Field[Any, Any]) -> tuple[str, str]:
    waarde = getattr(rij, veld.name)
    if isinstance(waarde, Persoon):
        return f"{PERSOONVELD}{veld.name}", waarde.naam
    if isinstance(waarde, Medewerker):
        return f"{MEDEWERKERVELD}{veld.name}", f"{waarde.naam}, {waarde.functie}"
    if isinstance(waarde, Model):
        # What has no name of its own is a row of machinery.
        return f"{VERWIJZING}{veld.name}", "" if type(waarde).__str__ is Model.__str__ else str(waarde)
    if veld.choices and not isinstance(waarde, list):
        return veld.name, str(dict(veld.flatchoices).get(waarde, waarde) or "")
    return veld.name, _schrijf(waarde)


def _schrijf(waarde: object) -> str:  # noqa: PLR0911 - one line per kind of value
    match waarde:
        case None:
            return ""
        case bool():
            return _("ja") if waarde else _("nee")
        case datetime():
            return _tijdstip(waarde)
        case date():
            return waarde.isoformat()
        case dict():
            return "\n".join(f"{naam}: {tekst}" for naam, deel in waarde.items() if (tekst := _schrijf(deel)))
        case list() | tuple():
            return "\n".join(tekst for deel in waarde if (tekst := _schrijf(deel)))
        case _:
            return str(waarde)


def _tijdstip(moment: datetime) -> str:
    return moment.astimezone(AMSTERDAM).strftime("%Y-%m-%d %H:%M")


def _kop(veld: models.Field[Any, Any]) -> str:
    naam = str(veld.verbose_name)
    return naam[:1].upper() + naam[1:]


def _als_tekst(velden: list[tuple[str, str, str]]) -> str:
    return "\n".join(f"{kop}: {waarde}" for _naam, kop, waarde in velden)


def _waarde(rij: Any, pad: str) -> Any:  # noqa: ANN401 - a path through any rows
    for deel in pad.split("__"):
        if rij is None:
            return None
        rij = getattr(rij, deel)
    return rij


# ----------------------------------------------------------------------------------------- the others, the hidden


def _iemand(persoon: Persoon, *, is_geheim: bool = False, adres: str = "") -> Iemand:
    return Iemand(
        naam=persoon.naam,
        namen=(persoon.roepnaam, persoon.voornamen, persoon.achternaam),
        geboren=persoon.geboortedatum,
        telefoon=persoon.telefoon,
        email=persoon.email,
        adres=adres,
        is_geheim=is_geheim,
    )


def _anderen(persoon: Persoon, dossiers: set[int]) -> Iterator[Iemand]:
    """Give everybody known around the resident: members, relatives of members, and who stands in the files."""
    leden = set(Huishoudlid.objects.filter(huishouden__in=dossiers).values_list("persoon_id", flat=True))
    banden = Relatie.objects.filter(Q(van__in=leden | {persoon.pk}) | Q(naar__in=leden | {persoon.pk}))
    nummers = leden | {pk for paar in banden.values_list("van_id", "naar_id") for pk in paar}
    nummers |= _genoemd(dossiers)
    geheim = _geheim_voor(persoon)
    adressen = _adressen(nummers, dossiers)
    for ander in Persoon.objects.filter(pk__in=nummers - {persoon.pk}).order_by("pk"):
        adres, is_beschermd = adressen.get(ander.pk, ("", False))
        yield _iemand(ander, is_geheim=ander.pk in geheim, adres="" if is_beschermd else adres)
        if is_beschermd:
            yield Iemand(naam=ander.naam, adres=adres, is_geheim=True)


def _genoemd(dossiers: set[int]) -> set[int]:
    """Give every resident whom a record of these files points at."""
    gevonden: set[int] = set()
    for soort in SOORTEN:
        for veld in soort.klasse._meta.concrete_fields:
            if soort.dossier and veld.related_model is Persoon:
                rijen = soort.klasse._default_manager.filter(**{f"{soort.dossier}__in": dossiers})
                gevonden |= set(rijen.order_by().values_list(veld.attname, flat=True).distinct())
    return gevonden - {None}


def _geheim_voor(persoon: Persoon) -> set[int]:
    """Give the people who are protected from this resident: their tie must not be known to the other side."""
    rijen = Relatiemarkering.objects.filter(soort=Markeringsoort.GEHEIM, tot__isnull=True)
    rijen = rijen.filter(Q(relatie__van=persoon) | Q(relatie__naar=persoon)).exclude(beschermt=persoon)
    return set(rijen.values_list("beschermt_id", flat=True))


def _adressen(personen: set[int], dossiers: set[int]) -> dict[int, tuple[str, bool]]:
    """Give where others live now, outside these households, and whether that address is protected."""
    leden = Huishoudlid.objects.filter(persoon__in=personen, tot__isnull=True).exclude(huishouden__in=dossiers)
    beschermd = set(Adresafscherming.objects.filter(tot__isnull=True).values_list("huishouden_id", flat=True))
    return {
        lid.persoon_id: (str(lid.huishouden.adres), lid.huishouden_id in beschermd)
        for lid in leden.select_related("huishouden__adres")
    }


def _verborgen(dossiers: set[int]) -> dict[type[Model], frozenset[int]]:
    """Give the notes and papers that are hidden from the household: they are in no extract."""
    notities = Notitieverberging.objects.filter(notitie__dossier__in=dossiers, opgeheven_op__isnull=True)
    papieren = Documentverberging.objects.filter(document__dossier__in=dossiers, opgeheven_op__isnull=True)
    return {
        Notitie: frozenset(notities.values_list("notitie_id", flat=True)),
        Document: frozenset(papieren.values_list("document_id", flat=True)),
        **_afgeschermd(dossiers),
    }


def _afgeschermd(dossiers: set[int]) -> dict[type[Model], frozenset[int]]:
    """Give who may be in no extract as support, what about safety is kept from the household, and the tasks of both."""
    steun = frozenset(verborgen_figuren().filter(dossier__in=dossiers).values_list("pk", flat=True))
    zwaar = Overbelasting.objects.filter(figuur__in=steun).values_list("pk", flat=True)
    taken = Q(herkomst__startswith=f"{VERTROUWELIJK}:") | Q(herkomst__in=[f"overbelasting:{pk}" for pk in zwaar])
    gevonden: dict[type[Model], frozenset[int]] = {Steunfiguur: steun, Overbelasting: frozenset(zwaar)}
    for soort in (Risicotaxatie, Veiligheidsplan):
        rijen = soort._default_manager.filter(dossier__in=dossiers).exclude(reden_verborgen="")
        gevonden[soort] = frozenset(rijen.values_list("pk", flat=True))
        taken |= Q(herkomst__in=[f"{soort.ONDERWERP}:{pk}" for pk in gevonden[soort]])
    gevonden[Taak] = frozenset(Taak.objects.filter(taken, dossier__in=dossiers).values_list("pk", flat=True))
    return gevonden
