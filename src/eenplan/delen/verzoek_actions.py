"""Requests for information, out and in: first whether the resident is known, then stated questions one by one.

Only a running collaboration may ask or be asked, only for its purposes, and only on a ground.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk
from eenplan.core.vertaling import vertaald
from eenplan.delen import queries
from eenplan.delen.actions import TERMIJN, Weg, mag_delen, sluit_verzoek, verplaats
from eenplan.delen.keuzes import Bekendheid, Grondsoort, Richting
from eenplan.delen.models import Informatieverzoek, Informatievraag, Samenwerking
from eenplan.delen.states import VERZOEK_OPEN, Verzoekstatus
from eenplan.dossiers.models import Dossier
from eenplan.inrichting.lezen import inrichting
from eenplan.teams.models import Medewerker
from eenplan.termijnen.actions import start_norm
from eenplan.wetgeving.lengte import Eenheid, Lengte
from eenplan.wetgeving.normen import Norm


def antwoordnorm() -> Norm:
    """Give the municipality's own norm for answering a request."""
    return Norm(
        code=TERMIJN,
        naam="Antwoord op een informatieverzoek",
        vindplaats="inrichting van de gemeente",
        start="de dag waarop het verzoek is gedaan",
        lengte=Lengte(inrichting().informatieverzoek_dagen, Eenheid.DAGEN),
        volgt_termijnenwet=True,
    )


@dataclass(frozen=True)
class Verzoek:
    """What is asked for: in which role, why it is needed, and on which day it was asked."""

    rol: str
    noodzaak: str
    ontvangen_op: date


@transaction.atomic
def leg_verzoek_vast(
    dossier: Dossier, weg: Weg, verzoek: Verzoek, *, by: Medewerker, at: datetime
) -> Informatieverzoek:
    """Record a request about a resident and start its clock. `weg.richting` says who asks whom.

    Raises NietMogelijk when the collaboration does not carry it, and, when we ask, without a ground.
    """
    mag_delen(dossier, weg, by=by)
    if verzoek.ontvangen_op > at.date():
        raise NietMogelijk(_("Een verzoek kan niet van een latere dag zijn. Controleer de datum."))
    oordeel = beoordeel_verzoek(dossier, weg, at.date())
    if bezwaar := queries.bezwaar_tegen(weg.samenwerking, doel=weg.doel, dag=at.date()):
        raise NietMogelijk(bezwaar)
    if weg.richting == Richting.UIT and not oordeel.mag:
        raise NietMogelijk(oordeel.beletsel)
    rij = Informatieverzoek.objects.create(
        dossier=dossier,
        richting=weg.richting,
        **weg.feiten,
        rol=verzoek.rol,
        noodzaak=verzoek.noodzaak,
        grond=oordeel.grond.soort.value,
        artikel=oordeel.artikel,
        vraag=oordeel.vraag,
        ontvangen_op=verzoek.ontvangen_op,
        vastgelegd_op=at,
        door=by,
    )
    start_norm(antwoordnorm(), rij, start=verzoek.ontvangen_op, by=by, at=at)  # type: ignore[arg-type]  # has a file
    record(Sleutel.INFORMATIE_GEVRAAGD, rij, by=by, at=at, toelichting=_kort(rij))
    return rij


def beoordeel_verzoek(dossier: Dossier, weg: Weg, dag: date) -> queries.Beoordeling:
    """Give the ground of a request: to ask is to collect, to be asked is to share; the consent is of that direction."""
    stroom = Richting.IN if weg.richting == Richting.UIT else Richting.UIT
    return queries.beoordeel(
        weg.persoon,
        weg.samenwerking,
        dossier_id=dossier.pk,
        herkomst=weg.herkomst,
        doel=weg.doel,
        dag=dag,
        richting=stroom,
    )


def _kort(verzoek: Informatieverzoek) -> str:
    wie = f", over {verzoek.persoon.roepnaam}" if verzoek.persoon else ""
    wat = "wij vragen" if verzoek.richting == Richting.UIT else "vraag van"
    return f"{wat} {verzoek.samenwerking.naam}{wie}"


@transaction.atomic
def leg_onbekende_vast(
    samenwerking: Samenwerking, verzoek: Verzoek, *, doel: str, by: Medewerker, at: datetime
) -> Informatieverzoek:
    """Record that a partner asked about somebody who is not with us. No name is kept (AVG 5 lid 1 onder c)."""
    require(by, Recht.GEGEVENS_DELEN)
    if bezwaar := queries.bezwaar_tegen(samenwerking, doel=doel, dag=at.date()):
        raise NietMogelijk(bezwaar)
    rij = Informatieverzoek.objects.create(
        samenwerking=samenwerking,
        richting=Richting.IN,
        doel=doel,
        rol=verzoek.rol,
        noodzaak=verzoek.noodzaak,
        grond=Grondsoort.GEEN,
        artikel="artikel 5 AVG",
        bekend=Bekendheid.NEE,
        status=Verzoekstatus.GESTOPT,
        ontvangen_op=verzoek.ontvangen_op,
        vastgelegd_op=at,
        door=by,
    )
    record(Sleutel.INFORMATIE_GEVRAAGD, rij, by=by, at=at, toelichting=_kort(rij))
    return rij


@transaction.atomic
def zeg_bekendheid(verzoek: Informatieverzoek, *, bekend: Bekendheid, by: Medewerker, at: datetime) -> None:
    """Record the answer to “do you know this person?”; only a yes leads on to questions.

    That somebody is known to us is itself told only on a ground. Raises NietMogelijk otherwise.
    """
    require(by, Recht.GEGEVENS_DELEN, verzoek)
    _loopt(verzoek, at.date())
    if bekend == Bekendheid.OPEN:
        raise NietMogelijk(_("Kies een antwoord."))
    if verzoek.richting == Richting.IN and bekend != Bekendheid.NIET_GEZEGD:
        _mag_antwoorden(verzoek, at.date())
    if bekend == Bekendheid.JA:
        verplaats(verzoek, to=Verzoekstatus.VRAGEN, bekend=bekend)
    else:
        Informatieverzoek.objects.filter(pk=verzoek.pk, bekend=Bekendheid.OPEN).update(bekend=bekend)
        verzoek.bekend = bekend
        sluit_verzoek(verzoek, to=Verzoekstatus.GESTOPT, reden=f"bekend: {_zonder_taal(bekend)}", by=by, at=at)
    record(Sleutel.INFORMATIE_BEKENDHEID, verzoek, by=by, at=at, toelichting=_zonder_taal(bekend))


def _zonder_taal(bekend: Bekendheid) -> str:
    return {Bekendheid.JA: "ja", Bekendheid.NEE: "nee"}.get(bekend, "niet gezegd")


def _loopt(verzoek: Informatieverzoek, dag: date) -> None:
    """Hold the agreement: an ended one closes every asking at once."""
    nu = Samenwerking.objects.select_for_update().get(pk=verzoek.samenwerking_id)
    if bezwaar := queries.bezwaar_tegen(nu, doel=verzoek.doel, dag=dag):
        raise NietMogelijk(bezwaar)
    if verzoek.status not in VERZOEK_OPEN:
        raise NietMogelijk(_("Dit verzoek is al gesloten."))


def _mag_antwoorden(verzoek: Informatieverzoek, dag: date) -> queries.Beoordeling:
    oordeel = oordeel_over(verzoek, dag)
    if not oordeel.mag:
        raise NietMogelijk(
            _("U mag hier niets zeggen: {waarom} Kies “dat zeggen wij niet”, of weiger met een reden.").format(
                waarom=oordeel.beletsel
            )
        )
    return oordeel


def oordeel_over(verzoek: Informatieverzoek, dag: date) -> queries.Beoordeling:
    """Give what the law says today about this request; a consent that was withdrawn since no longer carries it."""
    if verzoek.dossier is None or verzoek.persoon is None:
        raise NietMogelijk(_("Van wie wij niet kennen, valt niets te zeggen."))
    weg = Weg(verzoek.persoon, verzoek.samenwerking, verzoek.wet, verzoek.doel, verzoek.richting)
    return beoordeel_verzoek(verzoek.dossier, weg, dag)


@transaction.atomic
def stel_vraag(
    verzoek: Informatieverzoek, *, categorie: str, tekst: str, by: Medewerker, at: datetime
) -> Informatievraag:
    """Add one stated question. Raises NietMogelijk before “known”, or for data that the agreement does not name."""
    require(by, Recht.GEGEVENS_DELEN, verzoek)
    _loopt(verzoek, at.date())
    if verzoek.status != Verzoekstatus.VRAGEN:
        raise NietMogelijk(_("Eerst moet bekend zijn of de ander deze inwoner kent. Daarna stelt u vragen."))
    if verzoek.richting == Richting.UIT and (beletsel := oordeel_over(verzoek, at.date()).beletsel):
        raise NietMogelijk(beletsel)
    if categorie not in queries.mogelijke_categorieen(verzoek.samenwerking):
        raise NietMogelijk(_("Over dit soort gegevens gaan de afspraken met deze organisatie niet."))
    vraag = Informatievraag.objects.create(verzoek=verzoek, categorie=categorie, tekst=tekst)
    record(Sleutel.INFORMATIE_VRAAG, verzoek, by=by, at=at, toelichting=verzoek.samenwerking.naam)
    return vraag


@transaction.atomic
def beantwoord(
    vraag: Informatievraag, *, by: Medewerker, at: datetime, antwoord: str = "", weigering: str = ""
) -> None:
    """Answer one question, or refuse it with a reason; the last one closes the request and its clock.

    An answer of ours goes out, so it needs its ground today; a refusal never does.
    """
    verzoek = vraag.verzoek
    require(by, Recht.GEGEVENS_DELEN, verzoek)
    _loopt(verzoek, at.date())
    if bool(antwoord.strip()) == bool(weigering.strip()):
        raise NietMogelijk(_("Schrijf het antwoord op, of de reden waarom er geen antwoord komt: één van de twee."))
    if antwoord.strip() and verzoek.richting == Richting.IN:
        _mag_dit_antwoord(vraag, at.date())
    gelukt = Informatievraag.objects.filter(pk=vraag.pk, beantwoord_op__isnull=True).update(
        antwoord=antwoord.strip(), weigering=weigering.strip(), beantwoord_op=at, beantwoord_door=by
    )
    if not gelukt:
        raise NietMogelijk(_("Op deze vraag is al geantwoord. Een antwoord verandert niet meer."))
    sleutel = Sleutel.INFORMATIE_GEWEIGERD if weigering.strip() else Sleutel.INFORMATIE_BEANTWOORD
    record(sleutel, verzoek, by=by, at=at, toelichting=verzoek.samenwerking.naam)
    if not verzoek.vragen.filter(beantwoord_op__isnull=True).exists():
        sluit_verzoek(verzoek, to=Verzoekstatus.BEANTWOORD, reden="alle vragen zijn beantwoord", by=by, at=at)


def _mag_dit_antwoord(vraag: Informatievraag, dag: date) -> None:
    oordeel = _mag_antwoorden(vraag.verzoek, dag)
    if vraag.categorie not in oordeel.categorieen:
        zin = _("Over dit soort gegevens mag u niets zeggen. {waarom}")
        raise NietMogelijk(zin.format(waarom=vertaald(oordeel.grond.uitleg)))
