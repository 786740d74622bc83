"""What a coordinator does around one household: aftercare, scaling, stepping in, pilot lights, authority, ends.

Whatever waits for somebody is a task through `werktaken`. How the coordination passes on stands in `overdracht`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk
from eenplan.core.opmaak import vastgelegd
from eenplan.delen.keuzes import Categorie, Deeldoel
from eenplan.delen.models import Samenwerking
from eenplan.dossiers.actions import maak_taak
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.werktaken import leg_klaar, rond_af
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.inrichting.model import Nazorgregel
from eenplan.ketenpartners.actions import Deelgrond, zet_taak_uit
from eenplan.ketenpartners.models import Partnertaak
from eenplan.plannen.actions import begin_plan
from eenplan.plannen.models import Ondersteuningsplan
from eenplan.regie.models import (
    Doorzetting,
    Eindeuitkomst,
    Eindevaluatie,
    Interventie,
    Nazorgcontact,
    Nazorguitkomst,
    Schaalbesluit,
    Waakvlam,
    Waakvlamcontact,
)
from eenplan.regie.queries import einden_zonder_bewaking, verantwoordelijke
from eenplan.teams.models import Medewerker
from eenplan.toewijzingen.models import Toewijzing

# Somebody in the back office may note that help stops; what follows from it is theirs to set going.
STOP_RECHT: Final = Recht.TOEWIJZING_BIJHOUDEN
LENGTE: Final = 200  # of the words of a task
# What a provider needs the data for, by the law under which the help was granted.
DEELDOEL: Final = {
    Wet.WMO: Deeldoel.WMO.value,
    Wet.JEUGDWET: Deeldoel.JEUGDHULP.value,
    Wet.PARTICIPATIEWET: Deeldoel.INKOMEN.value,
    Wet.WGS: Deeldoel.SCHULDHULP.value,
}


# -------------------------------------------------------------------------------------------------- aftercare, C8


def nazorgregel_voor(toewijzing: Toewijzing) -> Nazorgregel | None:
    """Give how this help is followed up: by its own code, else by whether it is a thing or a service."""
    voorziening = toewijzing.inzet.voorziening
    if voorziening is None:
        return None
    return inrichting().nazorgregel(voorziening.code, "dienst" if voorziening.is_dienst else "hulpmiddel")


@transaction.atomic
def plan_nazorg(toewijzing: Toewijzing, *, by: Medewerker, at: datetime) -> list[Nazorgcontact]:
    """Plan the aftercare of help that stopped, as its kind asks; a stair lift gets none.

    Planned before, it changes nothing. The task is the coordinator's. Raises NietMogelijk while the help runs.
    """
    require(by, STOP_RECHT, toewijzing)
    einde = getattr(getattr(toewijzing, "levering", None), "beeindiging", None)
    if einde is None:
        raise NietMogelijk(_("Deze hulp loopt nog. Nazorg begint als zij stopt."))
    regel = nazorgregel_voor(toewijzing)
    dagen = regel.dagen(einde.gestopt_op) if regel else []
    wat = vastgelegd(_lazy("Nazorg: {hulp}"), hulp=toewijzing.inzet.omschrijving)
    gepland = _Gepland(toewijzing.dossier, wat, toewijzing.wet, toewijzing)
    return _plan(gepland, dagen, recht=STOP_RECHT, by=by, at=at)


@transaction.atomic
def plan_nazorg_huishouden(dossier: Dossier, *, by: Medewerker, at: datetime) -> list[Nazorgcontact]:
    """Plan the aftercare of a household whose help became lighter, once while it waits."""
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    if dossier.nazorgcontacten.filter(toewijzing__isnull=True, gehouden_op__isnull=True).exists():
        return []
    regel = inrichting().nazorgregel("huishouden")
    gepland = _Gepland(dossier, vastgelegd(_lazy("Nazorg: hoe gaat het in dit huishouden?")), Wet.GEEN, None)
    return _plan(gepland, regel.dagen(at.date()) if regel else [], recht=Recht.DOSSIER_BIJHOUDEN, by=by, at=at)


@dataclass(frozen=True)
class _Gepland:
    dossier: Dossier
    wat: str
    wet: str
    toewijzing: Toewijzing | None


def _plan(wat: _Gepland, dagen: list[date], *, recht: Recht, by: Medewerker, at: datetime) -> list[Nazorgcontact]:
    Dossier.objects.select_for_update().get(pk=wat.dossier.pk)
    if wat.toewijzing and wat.toewijzing.nazorgcontacten.exists():
        return []
    voor = verantwoordelijke(wat.dossier, at.date()).medewerker or by
    contacten = [
        Nazorgcontact.objects.create(
            dossier=wat.dossier, toewijzing=wat.toewijzing, wat=wat.wat[:160], voor=voor, uiterlijk=dag, wet=wat.wet
        )
        for dag in dagen
    ]
    if contacten:
        record(Sleutel.NAZORG_GEPLAND, contacten[0], by=by, at=at, toelichting=wat.wat)
        _leg_nazorg_klaar(contacten[0], recht=recht, by=by, at=at)
    return contacten


def _leg_nazorg_klaar(contact: Nazorgcontact, *, recht: Recht, by: Medewerker, at: datetime) -> None:
    """Put one contact of a row on the list at a time; the next one comes when this one was held."""
    leg_klaar(
        contact,
        contact.dossier,
        voor=contact.voor,
        wat=contact.wat,
        uiterlijk=contact.uiterlijk,
        wet=contact.wet,
        recht=recht,
        by=by,
        at=at,
    )


@transaction.atomic
def houd_nazorg(contact: Nazorgcontact, *, uitkomst: str, verslag: str, op: date, by: Medewerker, at: datetime) -> None:
    """Keep how it goes. A relapse asks what was done, is a task for tomorrow, and the next contacts stay planned.

    Raises NietMogelijk for a contact held before, a day in the future, and a relapse without words.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, contact)
    if op > at.date():
        raise NietMogelijk(_("Deze dag ligt in de toekomst. Vul in wanneer u het huishouden sprak."))
    if uitkomst == Nazorguitkomst.TERUGVAL and not verslag.strip():
        raise NietMogelijk(_("Schrijf op wat er aan de hand is en wat u hebt gedaan."))
    _schrijf_eens(contact, "gehouden_op", gehouden_op=op, gehouden_door=by, uitkomst=uitkomst, verslag=verslag.strip())
    rond_af(contact, by=by, at=at)
    record(Sleutel.NAZORG_GEHOUDEN, contact, by=by, at=at, toelichting=vastgelegd(Nazorguitkomst(uitkomst).label))
    if uitkomst == Nazorguitkomst.TERUGVAL:
        wat = vastgelegd(_lazy("Terugval na hulp: bespreek of er een melding komt"))
        voor = verantwoordelijke(contact.dossier, at.date()).medewerker or by
        morgen = at.date() + timedelta(days=1)
        maak_taak(contact.dossier, voor=voor, wat=wat, uiterlijk=morgen, wet=contact.wet, by=by, at=at)
    _volgende_nazorg(contact, stopt=uitkomst == Nazorguitkomst.NIET_BEREIKT, op=op, by=by, at=at)


def _volgende_nazorg(contact: Nazorgcontact, *, stopt: bool, op: date, by: Medewerker, at: datetime) -> None:
    if contact.toewijzing_id is None:
        return
    rest = Nazorgcontact.objects.filter(toewijzing=contact.toewijzing_id, gehouden_op__isnull=True)
    if stopt:
        rest.update(gehouden_op=op, gehouden_door=by, uitkomst=Nazorguitkomst.NIET_BEREIKT)
    elif volgende := rest.order_by("uiterlijk").first():
        _leg_nazorg_klaar(volgende, recht=Recht.DOSSIER_BIJHOUDEN, by=by, at=at)


def _schrijf_eens(
    rij: Nazorgcontact | Schaalbesluit | Interventie | Doorzetting | Eindevaluatie, dag: str, **feiten: object
) -> None:
    """Write the outcome of a row once; who comes second is told so. `dag` is the column that was empty until then."""
    if not type(rij)._default_manager.filter(pk=rij.pk, **{f"{dag}__isnull": True}).update(**feiten):
        raise IntussenGewijzigd(_("Een collega heeft dit al vastgelegd. Ververs de pagina."))
    for veld, waarde in feiten.items():
        setattr(rij, veld, waarde)


# ----------------------------------------------------------------------------------------- scale up and down (C10)


@transaction.atomic
def besluit_schaal(
    dossier: Dossier, *, van: str, naar: str, grond: str, bekijk_op: date, by: Medewerker, at: datetime
) -> Schaalbesluit:
    """Make the help around a household heavier or lighter, on a ground, with a day on which its effect is looked at.

    Lighter help begins the aftercare of the household. Raises NietMogelijk for the same or an unknown level, and for a
    day that has passed.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    volgorde = [niveau.code for niveau in inrichting().schaalniveaus]
    if van not in volgorde or naar not in volgorde or van == naar:
        raise NietMogelijk(_("Kies twee verschillende niveaus."))
    _in_de_toekomst(bekijk_op, at)
    zwaarder = volgorde.index(naar) > volgorde.index(van)
    besluit = Schaalbesluit.objects.create(
        dossier=dossier,
        van=van,
        naar=naar,
        is_zwaarder=zwaarder,
        grond=grond.strip(),
        op=at.date(),
        door=by,
        bekijk_op=bekijk_op,
    )
    record(Sleutel.SCHAAL_BESLOTEN, besluit, by=by, at=at, toelichting=inrichting().schaalniveau_naam(naar))
    wat = vastgelegd(_lazy("Kijken wat het opschalen deed") if zwaarder else _lazy("Kijken wat het afschalen deed"))
    _laat_bekijken(besluit, wat, by=by, at=at)
    if not zwaarder:
        plan_nazorg_huishouden(dossier, by=by, at=at)
    return besluit


def _in_de_toekomst(dag: date, at: datetime) -> None:
    if dag <= at.date():
        raise NietMogelijk(_("Kies een dag in de toekomst."))


def _laat_bekijken(rij: Schaalbesluit | Doorzetting, wat: str, *, by: Medewerker, at: datetime) -> None:
    """Ask whoever is responsible to look at the effect on the day that was chosen."""
    voor = verantwoordelijke(rij.dossier, at.date()).medewerker or by
    leg_klaar(rij, rij.dossier, voor=voor, wat=wat, uiterlijk=rij.bekijk_op, recht=Recht.REGIE_TOEWIJZEN, by=by, at=at)


@transaction.atomic
def leg_schaaleffect_vast(besluit: Schaalbesluit, *, effect: str, by: Medewerker, at: datetime) -> None:
    """Keep what the heavier or lighter help brought; once."""
    require(by, Recht.REGIE_TOEWIJZEN, besluit)
    _schrijf_eens(besluit, "effect_op", effect=_met_woorden(effect), effect_op=at.date())
    rond_af(besluit, by=by, at=at)
    record(Sleutel.SCHAAL_EFFECT, besluit, by=by, at=at)


def _met_woorden(tekst: str) -> str:
    if not tekst.strip():
        raise NietMogelijk(_("Schrijf op wat het bracht, ook als er niets veranderde."))
    return tekst.strip()


@transaction.atomic
def grijp_in(
    toewijzing: Toewijzing,
    *,
    wat: str,
    waarom: str,
    uiterlijk: date,
    partner: Samenwerking | None = None,
    by: Medewerker,
    at: datetime,
) -> Interventie:
    """Step into help that runs: what the provider must change, why, before when; the coordinator looks what came of it.

    With a partner it goes out as a task on the ground of the sharing; why stays with us. Raises NietMogelijk for help
    that did not start or stopped, for a day that has passed, and when the partner may not be told.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, toewijzing)
    loopt = getattr(toewijzing, "levering", None)
    if loopt is None or getattr(loopt, "beeindiging", None) is not None:
        raise NietMogelijk(_("Deze hulp loopt niet. Ingrijpen kan alleen in hulp die loopt."))
    _in_de_toekomst(uiterlijk, at)
    interventie = Interventie.objects.create(
        dossier=toewijzing.dossier,
        toewijzing=toewijzing,
        wat=wat.strip(),
        waarom=waarom.strip(),
        uiterlijk=uiterlijk,
        op=at.date(),
        door=by,
        partnertaak=_taak_voor_aanbieder(toewijzing, partner, wat, uiterlijk, by=by, at=at) if partner else None,
    )
    record(Sleutel.INTERVENTIE_GEDAAN, interventie, by=by, at=at, toelichting=toewijzing.aanbieder.naam)
    leg_klaar(
        interventie,
        toewijzing.dossier,
        voor=verantwoordelijke(toewijzing.dossier, at.date()).medewerker or by,
        wat=vastgelegd(_lazy("Nagaan wat {aanbieder} veranderde"), aanbieder=toewijzing.aanbieder.naam)[:LENGTE],
        uiterlijk=uiterlijk,
        wet=toewijzing.wet,
        by=by,
        at=at,
    )
    return interventie


def _taak_voor_aanbieder(
    toewijzing: Toewijzing, partner: Samenwerking, wat: str, uiterlijk: date, *, by: Medewerker, at: datetime
) -> Partnertaak:
    persoon, wet = toewijzing.regel.besluit.aanvraag.persoon, Wet(toewijzing.wet)
    grond = Deelgrond(persoon, wet, DEELDOEL.get(wet, Deeldoel.WELZIJN.value), (Categorie.VOORZIENINGEN.value,))
    return zet_taak_uit(
        toewijzing.dossier, partner=partner, wat=wat.strip()[:LENGTE], uiterlijk=uiterlijk, grond=grond, by=by, at=at
    )


@transaction.atomic
def leg_interventie_uitkomst_vast(interventie: Interventie, *, uitkomst: str, by: Medewerker, at: datetime) -> None:
    """Keep what stepping in brought; once."""
    require(by, Recht.DOSSIER_BIJHOUDEN, interventie)
    _schrijf_eens(interventie, "uitkomst_op", uitkomst=_met_woorden(uitkomst), uitkomst_op=at.date())
    rond_af(interventie, by=by, at=at)
    record(Sleutel.INTERVENTIE_UITKOMST, interventie, by=by, at=at)


# ------------------------------------------------------------------------------------------------ pilot lights (C11)


@transaction.atomic
def zet_waakvlam_aan(
    dossier: Dossier, *, medewerker: Medewerker, waarom: str, weken: int, by: Medewerker, at: datetime
) -> Waakvlam:
    """Let a worker get in touch every so many weeks, whatever the status of the file.

    Raises NietMogelijk when a light burns already, or the worker may not see the file.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    if not medewerker.bereik(Recht.DOSSIER_BIJHOUDEN).omvat(dossier):
        raise NietMogelijk(_("Deze medewerker werkt niet in dit dossier. Kies een ander."))
    vandaag = at.date()
    try:
        with transaction.atomic():
            vlam = Waakvlam.objects.create(
                dossier=dossier,
                medewerker=medewerker,
                waarom=waarom.strip(),
                weken=weken,
                begonnen_op=vandaag,
                volgende_op=vandaag + timedelta(weeks=weken),
            )
    except IntegrityError as fout:
        raise IntussenGewijzigd(_("Bij dit huishouden brandt al een waakvlam.")) from fout
    record(Sleutel.WAAKVLAM_AAN, vlam, by=by, at=at, toelichting=vlam.waarom)
    _leg_vlam_klaar(vlam, by=by, at=at)
    return vlam


def _leg_vlam_klaar(vlam: Waakvlam, *, by: Medewerker, at: datetime) -> None:
    leg_klaar(
        vlam,
        vlam.dossier,
        voor=vlam.medewerker,
        wat=vastgelegd(_lazy("Waakvlam: even contact")),
        uiterlijk=vlam.volgende_op,
        by=by,
        at=at,
    )


@transaction.atomic
def leg_waakvlamcontact_vast(vlam: Waakvlam, *, hoe: str, op: date, by: Medewerker, at: datetime) -> Waakvlamcontact:
    """Keep that there was contact; the next day moves on from it. A second one on the same day is the same contact.

    Raises NietMogelijk when the light is out, or for a day in the future or before it was lit.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, vlam)
    vlam = Waakvlam.objects.select_for_update().get(pk=vlam.pk)
    if vlam.beeindigd_op:
        raise NietMogelijk(_("Deze waakvlam is uit. Zet een nieuwe aan als u contact wilt houden."))
    if not vlam.begonnen_op <= op <= at.date():
        raise NietMogelijk(_("Vul de dag in waarop u contact had: niet in de toekomst, en niet voor het begin."))
    is_laatste = not vlam.contacten.filter(op__gte=op).exists()
    contact, is_nieuw = Waakvlamcontact.objects.get_or_create(
        waakvlam=vlam, op=op, defaults={"door": by, "hoe": hoe.strip()}
    )
    if is_nieuw:
        record(Sleutel.WAAKVLAM_CONTACT, vlam, by=by, at=at)
    if is_laatste:
        vlam.volgende_op = vlam.volgende_na(op)
        vlam.save(update_fields=["volgende_op"])
        _leg_vlam_klaar(vlam, by=by, at=at)
    return contact


@transaction.atomic
def doe_waakvlam_uit(vlam: Waakvlam, *, reden: str, by: Medewerker, at: datetime) -> None:
    """End the light with a reason; its task goes. Raises NietMogelijk without a reason, and when it is out already."""
    require(by, Recht.DOSSIER_BIJHOUDEN, vlam)
    if not reden.strip():
        raise NietMogelijk(_("Schrijf op waarom er geen vast contact meer nodig is."))
    uit = Waakvlam.objects.filter(pk=vlam.pk, beeindigd_op__isnull=True)
    if not uit.update(beeindigd_op=at.date(), reden_einde=reden.strip()):
        raise IntussenGewijzigd(_("Deze waakvlam is al uit. Ververs de pagina."))
    rond_af(vlam, by=by, at=at)
    record(Sleutel.WAAKVLAM_UIT, vlam, by=by, at=at, toelichting=reden.strip())


# ------------------------------------------------------------------------------------------- authority, C21


@transaction.atomic
def zet_door(
    dossier: Dossier, *, wat: str, grond: str, aan_wie: str, bekijk_op: date, by: Medewerker, at: datetime
) -> Doorzetting:
    """Decide by authority when agreement fails: what, on which mandate, towards whom; its effect is looked at later."""
    require(by, Recht.DOORZETTEN, dossier)
    _in_de_toekomst(bekijk_op, at)
    besluit = Doorzetting.objects.create(
        dossier=dossier,
        wat=wat.strip(),
        grond=grond.strip(),
        aan_wie=aan_wie.strip(),
        op=at.date(),
        door=by,
        bekijk_op=bekijk_op,
    )
    record(Sleutel.DOORGEZET, besluit, by=by, at=at, toelichting=besluit.aan_wie)
    _laat_bekijken(besluit, vastgelegd(_lazy("Kijken wat het besluit met gezag deed")), by=by, at=at)
    return besluit


@transaction.atomic
def leg_doorzettingseffect_vast(besluit: Doorzetting, *, effect: str, by: Medewerker, at: datetime) -> None:
    """Keep what the decision by authority brought; once."""
    require(by, Recht.REGIE_TOEWIJZEN, besluit)
    _schrijf_eens(besluit, "effect_op", effect=_met_woorden(effect), effect_op=at.date())
    rond_af(besluit, by=by, at=at)
    record(Sleutel.DOORZETTING_EFFECT, besluit, by=by, at=at)


# -------------------------------------------------------------------------------------------- before help ends (E7)


@transaction.atomic
def bewaak_einde(
    toewijzing: Toewijzing, einddatum: date, *, recht: Recht = Recht.DOSSIER_BIJHOUDEN, by: Medewerker, at: datetime
) -> Eindevaluatie:
    """Have an evaluation before this end, with a task for who is responsible; there is one per end."""
    require(by, recht, toewijzing)
    evaluatie, _nieuw = Eindevaluatie.objects.get_or_create(
        toewijzing=toewijzing, einddatum=einddatum, defaults={"dossier": toewijzing.dossier}
    )
    if evaluatie.geevalueerd_op is None:
        leg_klaar(
            evaluatie,
            toewijzing.dossier,
            voor=verantwoordelijke(toewijzing.dossier, at.date()).medewerker or by,
            wat=vastgelegd(_lazy("Evalueren voor het einde: {hulp}"), hulp=toewijzing.inzet.omschrijving)[:LENGTE],
            uiterlijk=einddatum,
            wet=toewijzing.wet,
            recht=recht,
            by=by,
            at=at,
        )
    return evaluatie


@transaction.atomic
def evalueer(
    toewijzing: Toewijzing, einddatum: date, *, uitkomst: str, toelichting: str, by: Medewerker, at: datetime
) -> Ondersteuningsplan | None:
    """Keep how help is judged before it ends. To go on or become lighter is a new version of the plan, which is given.

    Stopping leaves a task to note the end. Raises NietMogelijk without words, and when it was evaluated before.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, toewijzing)
    if not toelichting.strip():
        raise NietMogelijk(_("Schrijf kort op hoe de hulp werkt en wat het huishouden ervan vindt."))
    evaluatie = bewaak_einde(toewijzing, einddatum, by=by, at=at)
    feiten = {"geevalueerd_op": at.date(), "door": by, "uitkomst": uitkomst, "toelichting": toelichting.strip()}
    _schrijf_eens(evaluatie, "geevalueerd_op", **feiten)
    rond_af(evaluatie, by=by, at=at)
    naam = vastgelegd(Eindeuitkomst(uitkomst).label)
    record(Sleutel.HULP_GEEVALUEERD, evaluatie, by=by, at=at, toelichting=naam)
    if uitkomst == Eindeuitkomst.STOPPEN:
        _laat_einde_melden(toewijzing, einddatum, by=by, at=at)
        return None
    return _herzie_plan(toewijzing, naam, by=by, at=at)


def _laat_einde_melden(toewijzing: Toewijzing, einddatum: date, *, by: Medewerker, at: datetime) -> None:
    voor = verantwoordelijke(toewijzing.dossier, at.date()).medewerker or by
    wat = vastgelegd(_lazy("Einde melden: {hulp}"), hulp=toewijzing.inzet.omschrijving)[:LENGTE]
    maak_taak(
        toewijzing.dossier,
        voor=voor,
        wat=wat,
        uiterlijk=max(einddatum, at.date()),
        wet=toewijzing.wet,
        by=by,
        at=at,
    )


def _herzie_plan(toewijzing: Toewijzing, naam: str, *, by: Medewerker, at: datetime) -> Ondersteuningsplan:
    """Give the version that is being written, or begin one."""
    reden = f"{naam}: {toewijzing.inzet.omschrijving}"[:LENGTE]
    lopend = toewijzing.dossier.plannen.exclude(vaststelling__isnull=False).order_by("-versie").first()
    return lopend or begin_plan(toewijzing.dossier, reden=reden, by=by, at=at)


# ----------------------------------------------------------------------------------------------------- every night


@dataclass(frozen=True)
class Nacht:
    """How much the night found that somebody would have forgotten."""

    nazorg: int
    einden: int


def loop_na(*, at: datetime) -> Nacht:
    """Plan the aftercare that nobody planned and have every end in sight evaluated, as who is responsible."""
    return Nacht(sum(1 for _rij in _gemiste_nazorg(at)), sum(1 for _rij in _komende_einden(at)))


def _gemiste_nazorg(at: datetime) -> Iterator[Nazorgcontact]:
    rijen = Toewijzing.objects.select_related(
        "dossier__huishouden", "inzet__voorziening", "levering__beeindiging", "regel__besluit__aanvraag"
    ).filter(levering__beeindiging__isnull=False, nazorgcontacten__isnull=True)
    for toewijzing in rijen.order_by("pk"):
        regel = nazorgregel_voor(toewijzing)
        gestopt_op = toewijzing.levering.beeindiging.gestopt_op
        wie = _wie_mag(toewijzing.dossier, STOP_RECHT, at)
        if wie and regel and any(dag >= at.date() for dag in regel.dagen(gestopt_op)):
            yield from plan_nazorg(toewijzing, by=wie, at=at)


def _komende_einden(at: datetime) -> Iterator[Eindevaluatie]:
    for toewijzing in einden_zonder_bewaking(at.date()):
        if wie := _wie_mag(toewijzing.dossier, Recht.REGIE_TOEWIJZEN, at):
            yield bewaak_einde(toewijzing, toewijzing.einde, recht=Recht.REGIE_TOEWIJZEN, by=wie, at=at)


def _wie_mag(dossier: Dossier, recht: Recht, at: datetime) -> Medewerker | None:
    wie = verantwoordelijke(dossier, at.date()).medewerker
    return wie if wie and wie.bereik(recht).omvat(dossier) else None
