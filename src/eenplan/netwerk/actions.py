"""Everything a worker does with a network: write who supports, mark, see overload, write what was done, stop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk, NietToegestaan
from eenplan.dossiers.models import Dossier
from eenplan.dossiers.queries import regisseur_of
from eenplan.dossiers.werktaken import leg_klaar, rond_af
from eenplan.netwerk.models import Draagkracht, Overbelasting, Steunfiguur, Steunmarkering
from eenplan.personen.afscherming import werkt_in
from eenplan.personen.models import Markeringsoort, Persoon
from eenplan.teams.models import Medewerker

# Words of the task, without who it is about: a task is read more widely than the network.
WAT_OVERBELAST = "steun voor de mantelzorger bespreken (Wmo 2.3.2 lid 4 onder d)"
BINNEN = timedelta(days=14)


@dataclass(frozen=True)
class Steun:
    """What is known of somebody who supports: a resident known here or just a name, and the marks with their reason."""

    rond: Persoon
    band: str
    steun: str
    hoe_vaak: str
    werking: str
    draagkracht: str
    persoon: Persoon | None = None
    naam: str = ""
    markeringen: frozenset[str] = frozenset()
    reden: str = ""


@transaction.atomic
def leg_steun_vast(dossier: Dossier, steun: Steun, *, by: Medewerker, at: datetime) -> Steunfiguur:
    """Write down that somebody supports a member; who is overloaded becomes a task for the coordinator.

    Raises NietMogelijk when the member does not live here, or this resident is in the network already.
    """
    require(by, Recht.DOSSIER_BIJHOUDEN, dossier)
    _controleer(dossier, steun)
    try:
        with transaction.atomic():
            rij = Steunfiguur.objects.create(
                dossier=dossier, rond=steun.rond, vastgelegd_op=at, vastgelegd_door=by, **_velden(steun)
            )
    except IntegrityError:
        raise NietMogelijk(_("Deze persoon staat al in het netwerk. Wijzig die regel.")) from None
    _markeer(rij, steun, by=by, at=at)
    record(Sleutel.STEUN_VASTGELEGD, rij, by=by, at=at)
    _zie_overbelasting(rij, by=by, at=at)
    return rij


@transaction.atomic
def wijzig_steun(rij: Steunfiguur, steun: Steun, *, by: Medewerker, at: datetime) -> None:
    """Write down how it is now; whom it is around and who it is stays. Raises NietMogelijk for one that stopped."""
    require(by, Recht.DOSSIER_BIJHOUDEN, rij)
    _loopt(rij)
    _controleer(rij.dossier, steun)
    for veld, waarde in _velden(steun).items():
        if veld not in {"persoon", "naam"}:
            setattr(rij, veld, waarde)
    rij.save(update_fields=["band", "steun", "hoe_vaak", "werking", "draagkracht"])
    _markeer(rij, steun, by=by, at=at)
    record(Sleutel.STEUN_VASTGELEGD, rij, by=by, at=at)
    _zie_overbelasting(rij, by=by, at=at)


def _velden(steun: Steun) -> dict[str, object]:
    return {
        "persoon": steun.persoon,
        "naam": "" if steun.persoon else steun.naam.strip(),
        "band": steun.band,
        "steun": steun.steun,
        "hoe_vaak": steun.hoe_vaak,
        "werking": steun.werking,
        "draagkracht": steun.draagkracht,
    }


def _controleer(dossier: Dossier, steun: Steun) -> None:
    if not dossier.huishouden.leden.filter(persoon=steun.rond, tot__isnull=True).exists():
        raise NietMogelijk(_("Deze persoon woont nu niet in dit huishouden."))
    if steun.persoon is None and not steun.naam.strip():
        raise NietMogelijk(_("Kies een bekende inwoner, of vul een naam in."))
    if steun.markeringen and not steun.reden.strip():
        raise NietMogelijk(_("Schrijf op waarom dit afgeschermd of schadelijk is."))


def _markeer(rij: Steunfiguur, steun: Steun, *, by: Medewerker, at: datetime) -> None:
    """Let exactly these marks hold; each that begins or ends is a row with who and when."""
    lopend = {merk.soort: merk for merk in Steunmarkering.objects.filter(figuur=rij, tot__isnull=True)}
    if lopend.keys() == steun.markeringen and all(merk.reden == steun.reden for merk in lopend.values()):
        return
    if not werkt_in(by, rij.dossier.huishouden):
        raise NietToegestaan(_("Alleen wie in dit dossier werkt, kan hier iets afschermen."))
    blijft = {soort for soort, merk in lopend.items() if soort in steun.markeringen and merk.reden == steun.reden}
    for soort in lopend.keys() - blijft:
        lopend[soort].tot, lopend[soort].beeindigd_door = at, by
        lopend[soort].save(update_fields=["tot", "beeindigd_door"])
    Steunmarkering.objects.bulk_create(
        Steunmarkering(figuur=rij, soort=soort, reden=steun.reden, op=at, door=by)
        for soort in Markeringsoort.values
        if soort in steun.markeringen - blijft
    )


@transaction.atomic
def stop_steun(rij: Steunfiguur, *, reden: str, by: Medewerker, at: datetime) -> None:
    """Let the support end today; the row stays, and an overload that was open is closed with this reason."""
    require(by, Recht.DOSSIER_BIJHOUDEN, rij)
    _loopt(rij)
    rij.gestopt_op, rij.reden_gestopt = at.date(), reden
    rij.save(update_fields=["gestopt_op", "reden_gestopt"])
    record(Sleutel.STEUN_GESTOPT, rij, by=by, at=at)
    for overbelasting in rij.overbelastingen.filter(afgerond_op__isnull=True):
        rond_overbelasting_af(overbelasting, uitkomst=reden, by=by, at=at)


def _loopt(rij: Steunfiguur) -> None:
    if Steunfiguur.objects.select_for_update().get(pk=rij.pk).gestopt_op:
        raise NietMogelijk(_("Deze steun is al gestopt. Voeg iemand opnieuw toe als de steun weer begint."))


# ---------------------------------------------------------------------------------------------------------- overload


def _zie_overbelasting(rij: Steunfiguur, *, by: Medewerker, at: datetime) -> None:
    """Let an overload be a task for the coordinator, once as long as it is open (Wmo 2.3.2 lid 4 onder d)."""
    if rij.draagkracht != Draagkracht.OVERBELAST or rij.overbelastingen.filter(afgerond_op__isnull=True).exists():
        return
    uiterlijk = at.date() + BINNEN
    overbelasting = Overbelasting.objects.create(
        dossier=rij.dossier, figuur=rij, gezien_op=at, gezien_door=by, uiterlijk=uiterlijk
    )
    voor = regisseur_of(rij.dossier, by)
    leg_klaar(overbelasting, rij.dossier, voor=voor, wat=WAT_OVERBELAST, uiterlijk=uiterlijk, by=by, at=at)
    record(Sleutel.OVERBELASTING_GEZIEN, overbelasting, by=by, at=at)


@transaction.atomic
def rond_overbelasting_af(overbelasting: Overbelasting, *, uitkomst: str, by: Medewerker, at: datetime) -> None:
    """Close it with what was done, or why nothing was. Raises NietMogelijk without words, or when it is closed."""
    require(by, Recht.DOSSIER_BIJHOUDEN, overbelasting)
    if not uitkomst.strip():
        raise NietMogelijk(_("Schrijf op wat er is gedaan, of waarom er niets nodig was."))
    overbelasting = Overbelasting.objects.select_for_update(of=("self",)).get(pk=overbelasting.pk)
    if overbelasting.afgerond_op:
        raise NietMogelijk(_("Dit is al besproken. Ververs de pagina om te zien wat er is gedaan."))
    overbelasting.uitkomst, overbelasting.afgerond_op, overbelasting.afgerond_door = uitkomst.strip(), at, by
    overbelasting.save(update_fields=["uitkomst", "afgerond_op", "afgerond_door"])
    rond_af(overbelasting, by=by, at=at)
    record(Sleutel.OVERBELASTING_BESPROKEN, overbelasting, by=by, at=at)
