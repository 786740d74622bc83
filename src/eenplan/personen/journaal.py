"""Writes down every row that a move, split or merge changes, so that it can be taken back exactly.

It knows no field of the work: it walks all keys that point at a resident, of whatever room, and imports none of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from django.apps import apps
from django.db import DatabaseError, IntegrityError, models, transaction
from django.db.models import ProtectedError, RestrictedError
from django.utils.translation import gettext as _
from psycopg.errors import CheckViolation, UniqueViolation

from eenplan.core.errors import NietMogelijk
from eenplan.personen.models import (
    Burgerservicenummer,
    Daad,
    Dubbelkandidaat,
    Gezag,
    Huishoudlid,
    Omzetting,
    Omzettingregel,
    Persoon,
    Relatie,
    Verblijf,
)

Veld: TypeAlias = "models.Field[Any, Any]"
Waarden = dict[str, str | None]
# The number has its own door (bsn.py); candidates are computed again.
BUITEN_DE_WANDELING: Final = (Burgerservicenummer, Dubbelkandidaat)
# Of two alike one is enough; of anything else two that collide are a question for a person.
VAN_TWEE_EEN: Final = (Relatie, Huishoudlid, Gezag, Verblijf)


class Journaal:
    """The rows of one omzetting, in the order in which they happened. The caller holds the transaction."""

    def __init__(self, omzetting: Omzetting) -> None:
        self._omzetting = omzetting

    def wijzig(self, rij: models.Model, **velden: object) -> None:
        """Give fields of a row a new value and keep the old one; what stays the same is not written."""
        for naam, waarde in velden.items():
            veld = _veld(rij, naam)
            oud = _tekst(veld, rij)
            setattr(rij, veld.attname, waarde.pk if isinstance(waarde, models.Model) else waarde)
            nieuw = _tekst(veld, rij)
            if oud == nieuw:
                continue
            _beheer(rij).filter(pk=rij.pk).update(**{veld.attname: getattr(rij, veld.attname)})
            self._schrijf(Daad.GEWIJZIGD, rij, veld=veld.attname, oud=oud, nieuw=_nu(rij, veld))

    def maak(self, rij: models.Model) -> None:
        """Insert a new row; undoing takes it away again when nothing was built on it."""
        rij.save(force_insert=True)
        self._schrijf(Daad.GEMAAKT, rij, nieuw=_waarden(rij))

    def verwijder(self, rij: models.Model) -> None:
        """Take a row away and keep all of it. Raises NietMogelijk when something hangs on it."""
        self._schrijf(Daad.VERWIJDERD, rij, oud=_waarden(rij))
        try:
            _beheer(rij).filter(pk=rij.pk).delete()
        except (ProtectedError, RestrictedError):
            raise NietMogelijk(
                _(
                    "Dit kan niet: een dubbele {soort} heeft zelf gegevens, zoals een afscherming. Beëindig die eerst."
                ).format(soort=rij._meta.verbose_name)
            ) from None

    def blijft(self, rij: models.Model, veld: Veld) -> None:
        """Keep that a row was left as it is, because it may no longer change (an adopted plan)."""
        self._schrijf(Daad.GEBLEVEN, rij, veld=veld.attname, oud=_tekst(veld, rij))

    def stand(self, veld: Veld, persoon: Persoon) -> None:
        """Keep which rows point at this resident now: what comes later cannot be told apart."""
        sleutels = [str(pk) for pk in _wijst_naar(veld, persoon).values_list("pk", flat=True)]
        self._regel(Daad.STAND, veld.model._meta.label, str(persoon.pk), veld.attname, nieuw=sleutels)

    def _schrijf(
        self, daad: Daad, rij: models.Model, *, veld: str = "", oud: object = None, nieuw: object = None
    ) -> None:
        self._regel(daad, rij._meta.label, str(rij.pk), veld, oud=oud, nieuw=nieuw)

    def _regel(self, daad: Daad, model: str, rij: str, veld: str, *, oud: object = None, nieuw: object = None) -> None:
        Omzettingregel.objects.create(
            omzetting=self._omzetting, daad=daad, model=model, rij=rij, veld=veld, oud=oud, nieuw=nieuw
        )


# ---------------------------------------------------------------------------------------------------- moving a person


def verwijzingen() -> Iterator[Veld]:
    """Give every column of every room that points at a resident, also the hidden ones of lists of residents."""
    for relatie in Persoon._meta.get_fields(include_hidden=True):
        if isinstance(relatie, models.ManyToOneRel) and relatie.related_model not in BUITEN_DE_WANDELING:
            yield relatie.field


def verhang(journaal: Journaal, *, van: Persoon, naar: Persoon) -> None:
    """Let everything that points at the one resident point at the other. Raises NietMogelijk at a real collision."""
    for veld in verwijzingen():
        for rij in _wijst_naar(veld, van).order_by("pk"):
            _verhang_rij(journaal, veld, rij, naar)


def leg_stand_vast(journaal: Journaal, persoon: Persoon) -> None:
    """Keep everything that points at a resident when all is done."""
    for veld in verwijzingen():
        journaal.stand(veld, persoon)


def _wijst_naar(veld: Veld, persoon: Persoon) -> models.QuerySet[models.Model]:
    return veld.model._default_manager.filter(**{veld.attname: persoon.pk})


def _verhang_rij(journaal: Journaal, veld: Veld, rij: models.Model, naar: Persoon) -> None:
    oud = getattr(rij, veld.attname)
    try:
        with transaction.atomic():
            journaal.wijzig(rij, **{veld.name: naar})
    except DatabaseError as fout:
        setattr(rij, veld.attname, oud)
        if isinstance(fout.__cause__, (UniqueViolation, CheckViolation)):
            _los_botsing_op(journaal, veld, rij, naar)
        else:  # a trigger refuses: what was adopted stays as it was written
            journaal.blijft(rij, veld)


def _los_botsing_op(journaal: Journaal, veld: Veld, rij: models.Model, naar: Persoon) -> None:
    """Keep one of two alike. A tie of the two with each other was a tie of somebody with oneself, and goes."""
    model = type(rij)
    if not model._meta.auto_created and model not in VAN_TWEE_EEN:
        raise NietMogelijk(
            _("Samenvoegen kan niet: beide personen hebben een eigen {soort}. Beëindig er eerst één.").format(
                soort=model._meta.verbose_name
            )
        )
    if isinstance(rij, Relatie):
        _behoud_markeringen(journaal, veld, rij, naar)
    elif isinstance(rij, Gezag):
        _zelfde_gezag(veld, rij, naar)
    elif isinstance(rij, Huishoudlid):
        blijft = Huishoudlid.objects.get(huishouden=rij.huishouden, persoon=naar, tot__isnull=True)
        journaal.wijzig(blijft, vanaf=min(rij.vanaf, blijft.vanaf))
    journaal.verwijder(rij)


def _behoud_markeringen(journaal: Journaal, veld: Veld, rij: Relatie, naar: Persoon) -> None:
    einden = {"van": rij.van_id, "naar": rij.naar_id, veld.name: naar.pk}
    blijft = Relatie.objects.filter(**einden, soort=rij.soort).first()
    for markering in rij.markeringen.all() if blijft else ():
        try:
            with transaction.atomic():
                journaal.wijzig(markering, relatie=blijft)
        except IntegrityError:
            raise NietMogelijk(
                _("Samenvoegen kan niet: bij allebei is dezelfde relatie afgeschermd. Beëindig er eerst één.")
            ) from None


def _zelfde_gezag(veld: Veld, rij: Gezag, naar: Persoon) -> None:
    einden = {"kind": rij.kind_id, "houder": rij.houder_id, veld.name: naar.pk}
    if not Gezag.objects.filter(**einden, tot__isnull=True, soort=rij.soort).exists():
        raise NietMogelijk(
            _("Samenvoegen kan niet: bij de twee personen staat verschillend gezag. Zoek eerst uit wat klopt.")
        )


# --------------------------------------------------------------------------------------------------------- taking back


def draai_terug(omzetting: Omzetting) -> None:
    """Put every row back as it was, the last one first. Raises NietMogelijk, and changes nothing, when it cannot."""
    regels = list(omzetting.regels.order_by("-pk"))
    _weiger_later_werk(omzetting, regels)
    _weiger_nieuwe_gegevens(regels)
    for regel in regels:
        if regel.daad == Daad.GEWIJZIGD:
            _zet_terug(regel)
        elif regel.daad == Daad.GEMAAKT:
            _haal_weg(regel)
        elif regel.daad == Daad.VERWIJDERD:
            _zet_neer(regel)


def _weiger_later_werk(omzetting: Omzetting, regels: list[Omzettingregel]) -> None:
    """Refuse while a later omzetting rests on the same rows: take that one back first."""
    eigen = {(regel.model, regel.rij) for regel in regels}
    later = Omzettingregel.objects.filter(omzetting__pk__gt=omzetting.pk, omzetting__ongedaan_op__isnull=True)
    if any(paar in eigen for paar in later.exclude(daad=Daad.STAND).values_list("model", "rij").iterator()):
        raise NietMogelijk(_("Hierna is er nog iets omgezet met dezelfde gegevens. Maak eerst dat laatste ongedaan."))


def _weiger_nieuwe_gegevens(regels: list[Omzettingregel]) -> None:
    """Refuse when something was added since: nobody can tell to which of the two it belongs."""
    nieuw: Counter[str] = Counter()
    for regel in regels:
        if regel.daad == Daad.STAND:
            model = apps.get_model(regel.model)
            nu = model._default_manager.filter(**{regel.veld: regel.rij}).values_list("pk", flat=True)
            if aantal := len({str(pk) for pk in nu} - set(regel.nieuw or ())):
                nieuw[str(model._meta.verbose_name)] += aantal
    if nieuw:
        wat = ", ".join(f"{aantal} × {soort}" for soort, aantal in sorted(nieuw.items()))
        raise NietMogelijk(
            _(
                "Dit kan niet meer ongedaan: er zijn daarna gegevens bijgekomen ({wat}). "
                "Niemand kan zien bij wie die horen."
            ).format(wat=wat)
        )


def _zet_terug(regel: Omzettingregel) -> None:
    rij = _vind(regel)
    veld = _veld(rij, regel.veld)
    if _tekst(veld, rij) != regel.nieuw:
        raise _intussen_anders(rij)
    oud = None if regel.oud is None else veld.to_python(regel.oud)
    _beheer(rij).filter(pk=rij.pk).update(**{veld.attname: oud})


def _haal_weg(regel: Omzettingregel) -> None:
    rij = _vind(regel)
    if _waarden(rij) != regel.nieuw:
        raise _intussen_anders(rij)
    try:
        with transaction.atomic():
            _beheer(rij).filter(pk=rij.pk).delete()
    except (ProtectedError, RestrictedError):
        raise NietMogelijk(
            _("Dit kan niet meer ongedaan: op {soort} is verder gewerkt. Verplaats dat eerst.").format(
                soort=rij._meta.verbose_name
            )
        ) from None


def _zet_neer(regel: Omzettingregel) -> None:
    model = apps.get_model(regel.model)
    velden = {veld.attname: veld for veld in _kolommen(model)}
    waarden = {
        naam: None if tekst is None else velden[naam].to_python(tekst) for naam, tekst in (regel.oud or {}).items()
    }
    model(**waarden).save(force_insert=True)


def _vind(regel: Omzettingregel) -> models.Model:
    rij: models.Model | None = apps.get_model(regel.model)._default_manager.filter(pk=regel.rij).first()
    if rij is None:
        raise NietMogelijk(_("Dit kan niet meer ongedaan: een van de gegevens bestaat niet meer."))
    return rij


def _intussen_anders(rij: models.Model) -> NietMogelijk:
    return NietMogelijk(
        _("Dit kan niet meer ongedaan: {soort} is daarna gewijzigd.").format(soort=rij._meta.verbose_name)
    )


# -------------------------------------------------------------------------------------------------------- rows as text


def _kolommen(model: type[models.Model]) -> list[Veld]:
    return [veld for veld in model._meta.concrete_fields if not getattr(veld, "generated", False)]


def _veld(rij: models.Model, naam: str) -> Veld:
    return next(veld for veld in rij._meta.concrete_fields if naam in (veld.name, veld.attname))


def _tekst(veld: Veld, rij: models.Model) -> str | None:
    return None if veld.value_from_object(rij) is None else veld.value_to_string(rij)


def _nu(rij: models.Model, veld: Veld) -> str | None:
    """Read a value back as the database keeps it: an index of words is stored in its own order."""
    bewaard = _beheer(rij).get(pk=rij.pk)
    return _tekst(veld, bewaard)


def _waarden(rij: models.Model) -> Waarden:
    bewaard = _beheer(rij).get(pk=rij.pk)
    return {veld.attname: _tekst(veld, bewaard) for veld in _kolommen(type(rij))}


def _beheer(rij: models.Model) -> models.Manager[Any]:
    return type(rij)._default_manager
