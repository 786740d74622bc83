"""Every write of a consultation: plan it, invite, share for it, weigh, hold it, and follow up what was agreed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk
from eenplan.core.transitions import transition
from eenplan.delen.actions import Weg, mag_delen
from eenplan.delen.models import Samenwerking
from eenplan.delen.queries import beoordeel
from eenplan.dossiers.actions import vereis_label
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.queries import collegas, regisseur_of
from eenplan.dossiers.werktaken import leg_klaar, rond_af
from eenplan.overleggen.models import (
    Afspraakeigenaar,
    Agendapunt,
    Gedeeld,
    Gedeeldgrond,
    Genodigde,
    Optie,
    Overleg,
    Overlegafspraak,
)
from eenplan.overleggen.states import Afspraakstatus, Overlegstatus
from eenplan.personen.afscherming import is_afgeschermd
from eenplan.personen.herkenbaar import Kenmerksoort, herkenbaar_in
from eenplan.personen.models import Persoon
from eenplan.personen.queries import leden
from eenplan.teams.models import Medewerker

EIGEN_GROND = "artikel 5 lid 1 onder a AVG"  # the household hears what is spoken of about itself
VERRAADT_ADRES = frozenset({Kenmerksoort.ADRES.value, Kenmerksoort.POSTCODE.value, Kenmerksoort.TELEFOON.value})


@dataclass(frozen=True)
class NieuwOverleg:
    """What is fixed when a consultation is planned."""

    soort: str
    moment: datetime
    plaats: str
    besluitregel: str
    wet: str


@transaction.atomic
def plan_overleg(dossier: Dossier, nieuw: NieuwOverleg, *, by: Medewerker, at: datetime) -> Overleg:
    """Plan a consultation for this household, with how it will decide. The same one sent twice is one."""
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    vereis_label(by, dossier, nieuw.wet)
    Dossier.objects.select_for_update().get(pk=dossier.pk)
    gelijk = {"dossier": dossier, "soort": nieuw.soort, "moment": nieuw.moment, "status": Overlegstatus.GEPLAND}
    if dubbel := Overleg.objects.filter(**gelijk, gemaakt_door=by).first():
        return dubbel
    overleg = Overleg.objects.create(dossier=dossier, gemaakt_door=by, gemaakt_op=at, **vars(nieuw))
    record(Sleutel.OVERLEG_GEPLAND, overleg, by=by, at=at)
    return overleg


def _houd_open(overleg: Overleg, *, by: Medewerker) -> None:
    """Hold the right, and the consultation as it is now, while it may still change."""
    require(by, Recht.DOSSIER_BIJHOUDEN, overleg)
    overleg.status = Overleg.objects.select_for_update().get(pk=overleg.pk).status
    if not overleg.is_open:
        raise NietMogelijk(_("Dit overleg is al geweest of vervallen. Plan zo nodig een nieuw overleg."))


@transaction.atomic
def zet_op_agenda(overleg: Overleg, *, titel: str, toelichting: str, by: Medewerker, at: datetime) -> Agendapunt:
    """Add a point to speak about."""
    _houd_open(overleg, by=by)
    punt = Agendapunt.objects.create(overleg=overleg, titel=titel, toelichting=toelichting)
    record(Sleutel.OVERLEG_GEWIJZIGD, overleg, by=by, at=at)
    return punt


@transaction.atomic
def weeg_optie(punt: Agendapunt, *, wat: str, voor: str, tegen: str, by: Medewerker, at: datetime) -> Optie:
    """Write down a way to go on, with what speaks for it and against it."""
    _houd_open(punt.overleg, by=by)
    optie = Optie.objects.create(punt=punt, wat=wat, voor=voor, tegen=tegen)
    record(Sleutel.OVERLEG_GEWIJZIGD, punt.overleg, by=by, at=at)
    return optie


@transaction.atomic
def kies_optie(optie: Optie, *, by: Medewerker, at: datetime) -> None:
    """Make this the way that was chosen at its point; another choice there is taken back."""
    overleg = optie.punt.overleg
    _houd_open(overleg, by=by)
    Optie.objects.filter(punt=optie.punt_id, is_gekozen=True).update(is_gekozen=False)
    optie.is_gekozen = True
    optie.save(update_fields=["is_gekozen"])
    record(Sleutel.OVERLEG_GEWIJZIGD, overleg, by=by, at=at)


# ------------------------------------------------------------------------------------------------------------ guests


@dataclass(frozen=True)
class Gast:
    """Who is invited: exactly one of worker, resident, or a name within an organisation."""

    medewerker: Medewerker | None = None
    persoon: Persoon | None = None
    samenwerking: Samenwerking | None = None
    naam_extern: str = ""


@transaction.atomic
def nodig_uit(overleg: Overleg, gast: Gast, *, by: Medewerker, at: datetime) -> Genodigde:
    """Invite a worker who may see the file, a member of the household, or somebody of an organisation we work with.

    Raises NietMogelijk for anybody else, and for somebody who was invited already.
    """
    _houd_open(overleg, by=by)
    _past_bij(overleg, gast, at.date())
    if gast.samenwerking and overleg.genodigden.filter(**vars(gast)).exists():
        raise NietMogelijk(_("Deze gast is al uitgenodigd."))
    try:
        with transaction.atomic():
            genodigde = Genodigde.objects.create(overleg=overleg, **vars(gast))
    except IntegrityError:
        raise NietMogelijk(_("Deze gast is al uitgenodigd.")) from None
    record(Sleutel.OVERLEG_GENODIGD, overleg, by=by, at=at, toelichting=genodigde.naam)
    return genodigde


def _past_bij(overleg: Overleg, gast: Gast, dag: date) -> None:
    dossier = overleg.dossier
    if gast.medewerker and not gast.medewerker.bereik(Recht.DOSSIER_INZIEN).omvat(overleg):
        raise NietMogelijk(_("Deze collega ziet dit dossier niet. Laat hem of haar eerst meewerken."))
    if gast.persoon and not leden(dossier.huishouden).filter(persoon=gast.persoon).exists():
        raise NietMogelijk(_("Deze inwoner hoort niet bij dit huishouden."))
    if gast.samenwerking and not gast.samenwerking.loopt_op(dag):
        raise NietMogelijk(_("Met deze organisatie loopt geen samenwerking."))


@transaction.atomic
def geef_zienswijze(genodigde: Genodigde, *, tekst: str, by: Medewerker, at: datetime) -> None:
    """Keep what a guest thinks beforehand: a worker's own words, or what a guest from outside told us."""
    _houd_open(genodigde.overleg, by=by)
    if genodigde.medewerker and genodigde.medewerker != by:
        raise NietMogelijk(_("Alleen deze collega zelf geeft hier een zienswijze."))
    genodigde.zienswijze, genodigde.zienswijze_op = tekst, at
    genodigde.save(update_fields=["zienswijze", "zienswijze_op"])
    record(Sleutel.OVERLEG_GEWIJZIGD, genodigde.overleg, by=by, at=at)


@dataclass(frozen=True)
class TeDelen:
    """What a guest from outside would get to read: a point of the agenda or a text, about whom, and what for."""

    punt: Agendapunt | None
    tekst: str
    persoon: Persoon | None = None
    wet: str = ""
    doel: str = ""
    categorie: str = ""


@transaction.atomic
def deel_voor_overleg(genodigde: Genodigde, iets: TeDelen, *, by: Medewerker, at: datetime) -> Gedeeld:
    """Let a guest without the file read this, for this consultation only, on the ground that the law gives.

    It is kept as it is now. Raises NietMogelijk without a ground, and where it would tell a protected address.
    """
    overleg = genodigde.overleg
    _houd_open(overleg, by=by)
    if genodigde.medewerker:
        raise NietMogelijk(_("Een collega leest dit overleg in het dossier. Deel alleen met wie dat niet kan."))
    kop, tekst = _inhoud(overleg, iets)
    huishouden = overleg.dossier.huishouden
    if is_afgeschermd(huishouden) and VERRAADT_ADRES & set(herkenbaar_in(f"{kop}\n{tekst}", huishouden)):
        raise NietMogelijk(_("Het adres van dit huishouden is afgeschermd. Haal adres en telefoon uit de tekst."))
    velden = _eigen_grond() if genodigde.persoon else _grond(genodigde, iets, by=by, dag=at.date())
    rij = Gedeeld.objects.create(genodigde=genodigde, punt=iets.punt, kop=kop, tekst=tekst, door=by, op=at, **velden)
    record(Sleutel.OVERLEG_GEDEELD, overleg, by=by, at=at, toelichting=f"{genodigde.naam}: {kop}")
    return rij


def _inhoud(overleg: Overleg, iets: TeDelen) -> tuple[str, str]:
    """Give heading and words as they will stand in the paper."""
    if iets.punt is None:
        if not iets.tekst.strip():
            raise NietMogelijk(_("Kies een agendapunt of schrijf een tekst."))
        return "Voor dit overleg", iets.tekst.strip()
    if iets.punt.overleg_id != overleg.pk:
        raise NietMogelijk(_("Dit agendapunt hoort niet bij dit overleg."))
    return iets.punt.titel, "\n\n".join(deel for deel in (iets.punt.toelichting, iets.tekst.strip()) if deel)


def _eigen_grond() -> dict[str, Any]:  # Any: columns of several types
    return {"grond": Gedeeldgrond.BETROKKENE, "artikel": EIGEN_GROND}


def _grond(genodigde: Genodigde, iets: TeDelen, *, by: Medewerker, dag: date) -> dict[str, Any]:  # Any: columns
    """Give the ground by the rules of sharing. Raises NietMogelijk when there is none."""
    overleg, ander = genodigde.overleg, genodigde.samenwerking
    if ander is None or iets.persoon is None or not iets.doel or not iets.categorie:
        raise NietMogelijk(_("Kies over wie dit gaat, waarvoor, en welk soort gegevens het is."))
    weg = Weg(iets.persoon, ander, iets.wet, iets.doel)
    mag_delen(overleg.dossier, weg, by=by)
    oordeel = beoordeel(iets.persoon, ander, dossier_id=overleg.dossier_id, herkomst=iets.wet, doel=iets.doel, dag=dag)
    if not oordeel.mag:
        raise NietMogelijk(oordeel.beletsel)
    if iets.categorie not in oordeel.categorieen:
        raise NietMogelijk(_("Dit soort gegevens valt buiten de afspraken of de toestemming."))
    return {
        "grond": oordeel.grond.soort.value,
        "artikel": oordeel.artikel,
        "vraag": oordeel.vraag,
        "persoon": iets.persoon,
        "wet": iets.wet,
        "doel": iets.doel,
        "categorie": iets.categorie,
    }


# ----------------------------------------------------------------------------------------------- holding and ending


@dataclass(frozen=True)
class Afloop:
    """How the consultation went. Without the resident there must be a reason; minutes are free."""

    inwoner_aanwezig: bool
    reden_zonder_inwoner: str = ""
    aanwezigen: Collection[int] = ()
    verslag: str = ""


@transaction.atomic
def houd_overleg(overleg: Overleg, afloop: Afloop, *, by: Medewerker, at: datetime) -> None:
    """Record that the consultation was held, and whether the resident was there.

    Raises NietMogelijk before its moment, or without the resident and without a reason.
    """
    _houd_open(overleg, by=by)
    if overleg.moment > at:
        raise NietMogelijk(_("Dit overleg moet nog komen. Rond het af als het is geweest."))
    if not afloop.inwoner_aanwezig and not afloop.reden_zonder_inwoner.strip():
        raise NietMogelijk(_("Schrijf op waarom de inwoner er niet bij was."))
    for genodigde in overleg.genodigden.all():
        genodigde.is_aanwezig = genodigde.pk in afloop.aanwezigen
        genodigde.save(update_fields=["is_aanwezig"])
    reden = "" if afloop.inwoner_aanwezig else afloop.reden_zonder_inwoner.strip()
    transition(
        overleg,
        to=Overlegstatus.GEHOUDEN,
        inwoner_aanwezig=afloop.inwoner_aanwezig,
        reden_zonder_inwoner=reden,
        verslag=afloop.verslag.strip(),
    )
    record(Sleutel.OVERLEG_GEHOUDEN, overleg, by=by, at=at, toelichting=reden)


@transaction.atomic
def laat_overleg_vervallen(overleg: Overleg, *, reden: str, by: Medewerker, at: datetime) -> None:
    """Cancel a planned consultation, and say why. What was agreed beforehand stays."""
    _houd_open(overleg, by=by)
    transition(overleg, to=Overlegstatus.VERVALLEN, reden_vervallen=reden)
    record(Sleutel.OVERLEG_VERVALLEN, overleg, by=by, at=at, toelichting=reden)


# -------------------------------------------------------------------------------------------------------- agreements


@dataclass(frozen=True)
class Belofte:
    """What was agreed: what, who and before which day."""

    wat: str
    eigenaar_soort: str
    uiterlijk: date
    medewerker: Medewerker | None = None
    persoon: Persoon | None = None
    eigenaar_naam: str = ""


@transaction.atomic
def maak_afspraak(overleg: Overleg, belofte: Belofte, *, by: Medewerker, at: datetime) -> Overlegafspraak:
    """Record an agreement with its owner and its day; it is a task of that worker, or of who coordinates.

    Raises NietMogelijk without an owner, for a day gone by, and at a consultation that was cancelled.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, overleg)
    if Overleg.objects.select_for_update().get(pk=overleg.pk).status == Overlegstatus.VERVALLEN:
        raise NietMogelijk(_("Dit overleg is vervallen. Leg afspraken vast bij een overleg dat is gehouden."))
    if belofte.uiterlijk < at.date():
        raise NietMogelijk(_("Kies vandaag of een latere dag."))
    _heeft_eigenaar(overleg, belofte, at.date())
    afspraak = Overlegafspraak.objects.create(overleg=overleg, gemaakt_op=at, gemaakt_door=by, **vars(belofte))
    record(Sleutel.OVERLEG_AFSPRAAK, afspraak, by=by, at=at, toelichting=f"{afspraak.wie}: {afspraak.wat}")
    _leg_taak_klaar(afspraak, by=by, at=at)
    return afspraak


def _heeft_eigenaar(overleg: Overleg, belofte: Belofte, dag: date) -> None:
    eigenaar = {
        Afspraakeigenaar.MEDEWERKER.value: belofte.medewerker,
        Afspraakeigenaar.INWONER.value: belofte.persoon,
    }.get(belofte.eigenaar_soort, belofte.eigenaar_naam.strip())
    if not eigenaar:
        raise NietMogelijk(_("Een afspraak heeft een eigenaar. Kies of schrijf op wie dit doet."))
    if isinstance(eigenaar, Medewerker) and eigenaar not in collegas(overleg.dossier, dag):
        raise NietMogelijk(_("Deze collega werkt niet in dit dossier. Kies een collega van het team."))
    if isinstance(eigenaar, Persoon) and not leden(overleg.dossier.huishouden).filter(persoon=eigenaar).exists():
        raise NietMogelijk(_("Deze inwoner hoort niet bij dit huishouden."))


def _leg_taak_klaar(afspraak: Overlegafspraak, *, by: Medewerker, at: datetime) -> None:
    dossier = afspraak.overleg.dossier
    voor, wat = afspraak.medewerker, afspraak.wat
    if voor is None:
        voor = regisseur_of(dossier, by)
        wat = f"Vraag na bij {afspraak.wie}: {afspraak.wat}"
    leg_klaar(afspraak, dossier, voor=voor, wat=wat[:200], uiterlijk=afspraak.uiterlijk, wet=afspraak.wet, by=by, at=at)


@transaction.atomic
def handel_afspraak_af(
    afspraak: Overlegafspraak, *, naar: Afspraakstatus, reden: str, by: Medewerker, at: datetime
) -> None:
    """Record that an agreement was kept, or not and why; its task is done with it."""
    require(by, Recht.DOSSIER_BIJHOUDEN, afspraak)
    if naar == Afspraakstatus.NIET_NAGEKOMEN and not reden.strip():
        raise NietMogelijk(_("Schrijf op waarom het niet is gebeurd."))
    transition(afspraak, to=naar, reden=reden.strip(), afgehandeld_op=at, afgehandeld_door=by)
    rond_af(afspraak, by=by, at=at)
    wat = f"{afspraak.wie}: {afspraak.wat}"
    record(Sleutel.OVERLEG_AFSPRAAK_AFGEHANDELD, afspraak, by=by, at=at, toelichting=f"{wat} – {naar.value}")
