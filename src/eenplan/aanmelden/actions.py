"""What happens around signing in: sessions begin and end, factors come and go, roles follow the sign-on service."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from eenplan.aanmelden import codes, queries
from eenplan.aanmelden.models import (
    Aanmeldkoppeling,
    Aanmeldpoging,
    Codeapp,
    Einde,
    Herstelcode,
    Passkey,
    Sessie,
    Wijze,
)
from eenplan.aanmelden.toestel import toestel
from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk
from eenplan.core.versleuteling import Onleesbaar, ontsleutel, versleutel
from eenplan.inrichting.lezen import inrichting
from eenplan.teams.models import Medewerker, Rolvervulling
from eenplan.teams.queries import team_met_naam

MEESTE_PASSKEYS: Final = 10
BEWAAR_POGINGEN: Final = timedelta(days=1)


@dataclass(frozen=True)
class Onbekende:
    """Whoever tried to sign in and could not prove who it was."""

    pk: int | None = None
    naam: str = "onbekend"

    def doel_bij(self, dossier_id: int | None) -> str:
        """Give no purpose: nobody was let in."""
        return ""


# --- Sessions -------------------------------------------------------------------------------------------------------


def begin_sessie(medewerker: Medewerker, *, sleutel: str, wijze: Wijze, user_agent: str, at: datetime) -> None:
    """Keep that a worker is signed in on a device."""
    Sessie.objects.create(
        medewerker=medewerker,
        sleutel=sleutel,
        toestel=toestel(user_agent)[:80],
        wijze=wijze,
        sinds=at,
        gezien_op=at,
    )


def zie_sessie(sleutel: str, *, at: datetime) -> None:
    """Keep that a session is in use."""
    Sessie.objects.filter(sleutel=sleutel, tot__isnull=True).update(gezien_op=at)


def sluit_sessie(sleutel: str, einde: Einde, *, at: datetime) -> None:
    """Keep that a session ended; the caller throws the session itself away."""
    Sessie.objects.filter(sleutel=sleutel, tot__isnull=True).update(tot=at, einde=einde)


@transaction.atomic
def beeindig_sessies(
    van: Medewerker, *, einde: Einde, by: Medewerker, at: datetime, alleen: Iterable[int] = (), behalve: str = ""
) -> int:
    """End these sessions of a worker, or all but one; their next page asks to sign in. Gives how many there were."""
    if by != van:
        require(by, Recht.AANMELDEN_BEHEREN)
    rijen = Sessie.objects.filter(medewerker=van, tot__isnull=True).exclude(sleutel=behalve)
    if gekozen := list(alleen):
        rijen = rijen.filter(pk__in=gekozen)
    Session.objects.filter(session_key__in=list(rijen.values_list("sleutel", flat=True))).delete()
    aantal = rijen.update(tot=at, einde=einde)
    if aantal:
        record(Sleutel.SESSIES_BEEINDIGD, van, by=by, at=at)
    return aantal


def meld_mislukt(adres: str, medewerker: Medewerker | None, *, at: datetime) -> None:
    """Keep that somebody could not sign in: for the brake, for a day, and in the trail, without what was typed."""
    Aanmeldpoging.objects.filter(op__lt=at - BEWAAR_POGINGEN).delete()
    Aanmeldpoging.objects.create(adres=adres, medewerker=medewerker, op=at)
    record(Sleutel.AANMELDEN_MISLUKT, medewerker, by=Onbekende(), at=at)


# --- Second factors -------------------------------------------------------------------------------------------------


@transaction.atomic
def stel_codeapp_in(medewerker: Medewerker, *, geheim: str, code: str, at: datetime) -> None:
    """Keep the app that just gave a right code, in place of an earlier one. Raises NietMogelijk."""
    stap = codes.stap_van(geheim, code, at=at, na=0)
    if stap is None:
        raise NietMogelijk(_("Deze code klopt niet. Wacht op de volgende code in de app en vul die in."))
    Codeapp.objects.update_or_create(
        medewerker=medewerker,
        defaults={"geheim": versleutel(geheim, plaats=_plaats(medewerker)), "laatste_stap": stap, "sinds": at},
    )
    record(Sleutel.FACTOR_INGESTELD, medewerker, by=medewerker, at=at)


@transaction.atomic
def voeg_passkey_toe(
    medewerker: Medewerker, *, naam: str, antwoord: str, host: str, onthoud: dict[str, object], at: datetime
) -> None:
    """Keep the key that a device just made. Raises NietMogelijk."""
    from eenplan.aanmelden import passkeys  # noqa: PLC0415 - it takes time to load, and few pages need it

    try:
        kenmerk, publiek, teller = passkeys.nieuwe(antwoord, host=host, onthoud=onthoud)
    except passkeys.PasskeyGeweigerd:
        raise NietMogelijk(_("De passkey is niet gemaakt. Probeer het opnieuw.")) from None
    if Passkey.objects.filter(medewerker=medewerker).count() >= MEESTE_PASSKEYS:
        raise NietMogelijk(_("U hebt al veel passkeys. Haal eerst een passkey weg die u niet meer gebruikt."))
    try:
        with transaction.atomic():
            Passkey.objects.create(
                medewerker=medewerker, naam=naam, kenmerk=kenmerk, publiek=publiek, teller=teller, sinds=at
            )
    except IntegrityError:
        raise NietMogelijk(_("Deze passkey kennen wij al.")) from None
    record(Sleutel.FACTOR_INGESTELD, medewerker, by=medewerker, at=at)


@transaction.atomic
def controleer_code(medewerker: Medewerker, ingevuld: str, *, at: datetime) -> Wijze | None:
    """Tell whether a code of the app, or one on paper, is right; either is used up by it."""
    kaal = "".join(teken for teken in ingevuld if teken.isalnum())
    if len(kaal) == codes.CIJFERS and kaal.isascii() and kaal.isdigit():
        return Wijze.CODE if _gebruik_stap(medewerker, kaal, at=at) else None
    open_ = Herstelcode.objects.filter(medewerker=medewerker, afdruk=codes.afdruk(kaal), gebruikt_op__isnull=True)
    if kaal and open_.update(gebruikt_op=at):
        record(Sleutel.HERSTELCODE_GEBRUIKT, medewerker, by=medewerker, at=at)
        return Wijze.HERSTELCODE
    return None


def _gebruik_stap(medewerker: Medewerker, code: str, *, at: datetime) -> bool:
    """Use a code up: of two who send the same one, one is let in."""
    app = Codeapp.objects.select_for_update().filter(medewerker=medewerker).first()
    if app is None:
        return False
    stap = codes.stap_van(ontsleutel(app.geheim, plaats=_plaats(medewerker)), code, at=at, na=app.laatste_stap)
    if stap is None:
        return False
    app.laatste_stap = stap
    app.save(update_fields=["laatste_stap"])
    return True


@transaction.atomic
def controleer_passkey(
    medewerker: Medewerker, antwoord: str, *, host: str, onthoud: dict[str, object], at: datetime
) -> Wijze | None:
    """Tell whether one of the keys of the worker signed our question; a counter that runs back means a copied key."""
    from eenplan.aanmelden import passkeys  # noqa: PLC0415 - it takes time to load, and few pages need it

    rijen = {rij.kenmerk: rij for rij in Passkey.objects.select_for_update().filter(medewerker=medewerker)}
    bekend = [bytes(rij.publiek) for rij in rijen.values()]
    try:
        kenmerk, teller = passkeys.bewezen(antwoord, host=host, onthoud=onthoud, bekend=bekend)
    except passkeys.PasskeyGeweigerd:
        return None
    rij = rijen[kenmerk]
    if (teller or rij.teller) and teller <= rij.teller:
        return None
    rij.teller, rij.gebruikt_op = teller, at
    rij.save(update_fields=["teller", "gebruikt_op"])
    return Wijze.PASSKEY


@transaction.atomic
def maak_herstelcodes(medewerker: Medewerker, *, at: datetime) -> list[str]:
    """Give new codes for on paper, shown this once; the old ones no longer work."""
    nieuw = codes.nieuwe_herstelcodes()
    Herstelcode.objects.filter(medewerker=medewerker).delete()
    Herstelcode.objects.bulk_create(Herstelcode(medewerker=medewerker, afdruk=codes.afdruk(een)) for een in nieuw)
    record(Sleutel.HERSTELCODES_GEMAAKT, medewerker, by=medewerker, at=at)
    return nieuw


@transaction.atomic
def haal_factor_weg(medewerker: Medewerker, *, passkey: int | None, at: datetime) -> None:
    """Take one's own app or one passkey away; the last one stays. Raises NietMogelijk."""
    if queries.factoren_van(medewerker).aantal < 2:
        raise NietMogelijk(_("Dit is uw enige tweede stap. Voeg eerst een andere toe en haal deze daarna weg."))
    if passkey is None:
        Codeapp.objects.filter(medewerker=medewerker).delete()
    else:
        Passkey.objects.filter(medewerker=medewerker, pk=passkey).delete()
    record(Sleutel.FACTOR_WEG, medewerker, by=medewerker, at=at)


@transaction.atomic
def wis_factoren(van: Medewerker, *, reden: str, by: Medewerker, at: datetime) -> None:
    """Take every second factor of a worker away and end the sessions; at the next sign-in a new one is asked (F9)."""
    require(by, Recht.AANMELDEN_BEHEREN)
    if by == van:
        raise NietMogelijk(_("Uw eigen tweede stap haalt een andere beheerder weg."))
    for soort in (Codeapp, Passkey, Herstelcode):
        soort._default_manager.filter(medewerker=van).delete()
    beeindig_sessies(van, einde=Einde.BEHEERDER, by=by, at=at)
    record(Sleutel.FACTOR_WEG, van, by=by, at=at, toelichting=reden)


def lees_geheim(medewerker: Medewerker, bewaard: str) -> str:
    """Give back the secret of an app that is being set up, or nothing when it is not this worker's."""
    try:
        return ontsleutel(bewaard, plaats=_plaats(medewerker))
    except Onleesbaar:
        return ""


def verberg_geheim(medewerker: Medewerker, geheim: str) -> str:
    """Give the secret of an app that is being set up as the session may keep it."""
    return versleutel(geheim, plaats=_plaats(medewerker))


def _plaats(medewerker: Medewerker) -> str:
    return f"codeapp:{medewerker.pk}"


# --- The password ---------------------------------------------------------------------------------------------------


@transaction.atomic
def wijzig_wachtwoord(medewerker: Medewerker, nieuw: str, *, sleutel: str, at: datetime) -> None:
    """Change one's own password; every other session ends."""
    medewerker.set_password(nieuw)
    medewerker.save(update_fields=["password"])
    beeindig_sessies(medewerker, einde=Einde.WACHTWOORD, by=medewerker, at=at, behalve=sleutel)
    record(Sleutel.WACHTWOORD_GEWIJZIGD, medewerker, by=medewerker, at=at)


def volg_sessie(oud: str, nieuw: str) -> None:
    """Keep the row of a session whose key was changed."""
    Sessie.objects.filter(sleutel=oud).update(sleutel=nieuw)


# --- The sign-on service --------------------------------------------------------------------------------------------


@transaction.atomic
def koppel(van: Medewerker, *, uitgever: str, kenmerk: str, by: Medewerker, at: datetime) -> None:
    """Keep by which number the sign-on service knows a worker, or no longer any. Raises NietMogelijk."""
    require(by, Recht.AANMELDEN_BEHEREN)
    Aanmeldkoppeling.objects.filter(medewerker=van).delete()
    if kenmerk:
        try:
            with transaction.atomic():
                Aanmeldkoppeling.objects.create(medewerker=van, uitgever=uitgever, kenmerk=kenmerk)
        except IntegrityError:
            raise NietMogelijk(_("Dit kenmerk hoort al bij een andere medewerker.")) from None
    beeindig_sessies(van, einde=Einde.BEHEERDER, by=by, at=at)
    record(Sleutel.KOPPELING_GEWIJZIGD, van, by=by, at=at)


@transaction.atomic
def maak_medewerker(gebruikersnaam: str, *, naam: str, uitgever: str, kenmerk: str, at: datetime) -> Medewerker | None:
    """Make a worker whom the sign-on service knows and we do not. A name that is taken is never taken over."""
    if not gebruikersnaam or Medewerker.objects.filter(gebruikersnaam=gebruikersnaam).exists():
        return None
    medewerker = Medewerker.objects.create_user(
        gebruikersnaam=gebruikersnaam, naam=naam, functie=_("nog niet ingevuld"), werkgever=settings.GEMEENTE
    )
    Aanmeldkoppeling.objects.create(medewerker=medewerker, uitgever=uitgever, kenmerk=kenmerk)
    record(Sleutel.MEDEWERKER_GEMAAKT, medewerker, by=medewerker, at=at)
    return medewerker


@transaction.atomic
def volg_rollen(medewerker: Medewerker, waarden: frozenset[str], *, at: datetime) -> None:
    """Let the roles of a worker be what the sign-on service says, from today; a secondment stays as it was agreed.

    Without lines `[[oidc_rol]]` the municipality keeps roles itself, and nothing changes here.
    """
    if not inrichting().oidc_rollen:
        return
    gewenst = set(_gewenste_rollen(waarden))
    lopend = Rolvervulling.objects.in_dienst_op(at.date()).filter(medewerker=medewerker, is_detachering=False)
    heeft = {(rij.rol, rij.team_id): rij for rij in lopend.select_for_update()}
    for sleutel in heeft.keys() - gewenst:
        _beeindig_rol(heeft[sleutel], at=at)
    for rol, team_id in sorted(gewenst - heeft.keys(), key=str):
        Rolvervulling.objects.filter(
            medewerker=medewerker, rol=rol, team=team_id, tot__isnull=True, vanaf__gt=at.date()
        ).delete()
        Rolvervulling.objects.create(medewerker=medewerker, rol=rol, team_id=team_id, vanaf=at.date())
        record(Sleutel.ROL_GEGEVEN, medewerker, by=medewerker, at=at, toelichting=rol)
    medewerker.__dict__.pop("aanstelling", None)


def _gewenste_rollen(waarden: frozenset[str]) -> Iterator[tuple[str, int | None]]:
    """Give role and team of each line that fits; a line with a team that does not exist gives nothing."""
    for regel in inrichting().oidc_rollen:
        team = team_met_naam(regel.team) if regel.team else None
        if regel.waarde in waarden and (team or not regel.team):
            yield regel.rol, team.pk if team else None


def _beeindig_rol(vervulling: Rolvervulling, *, at: datetime) -> None:
    """End a role today: it no longer holds on the day in `tot`. One that began today never was."""
    if vervulling.vanaf >= at.date():
        vervulling.delete()
    else:
        vervulling.tot = at.date()
        vervulling.save(update_fields=["tot"])
    wie = vervulling.medewerker
    record(Sleutel.ROL_BEEINDIGD, wie, by=wie, at=at, toelichting=vervulling.rol)
