"""Every write of sharing: agreements, consent asked and answered, data offered, handed out and withdrawn.

Whatever has no ground is refused here in a sentence, and by the database as well.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from eenplan.access.rechten import Recht
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.brieven.pdf import maak_pdf
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk, NietToegestaan, Onvolledig
from eenplan.core.opmaak import datum
from eenplan.core.vertaling import vertaald
from eenplan.delen import queries
from eenplan.delen.brief import verstrekkingsbrief
from eenplan.delen.bronnen import Deelbaar
from eenplan.delen.gevers import gevers
from eenplan.delen.keuzes import Categorie, Grondsoort, Richting, Wijze, namen
from eenplan.delen.models import (
    Deling,
    Delingonderdeel,
    Informatieverzoek,
    Samenwerking,
    Toestemming,
    Toestemmingsvraag,
    Verstrekking,
    Wie,
)
from eenplan.delen.states import LOPEND, VERZOEK_OPEN, Delingstatus, Toestemmingstatus, Verzoekstatus
from eenplan.dossiers.actions import Stuk, voeg_document_toe
from eenplan.dossiers.models import Documentsoort, Dossier
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.models import Persoon
from eenplan.personen.queries import leden
from eenplan.teams.models import Medewerker
from eenplan.termijnen.actions import voltooi_termijn
from eenplan.wetgeving import grondslag as wet

TERMIJN = "informatieverzoek"


def verplaats(rij: Toestemming | Deling | Informatieverzoek, *, to: str, **velden: object) -> None:
    """Move a row to a state together with what that state demands: the database keeps no end without its reason.

    Raises NietMogelijk when the table forbids it, IntussenGewijzigd when somebody else moved the row first.
    """
    if not rij.OVERGANGEN.mag(rij.status, to):
        raise NietMogelijk(_("Dit kan niet meer: de stand is nu “{stand}”.").format(stand=rij.get_status_display()))
    soort = type(rij)
    if not soort._default_manager.filter(pk=rij.pk, status=rij.status).update(status=to, **velden):
        raise IntussenGewijzigd(_("Een collega was u voor. Bekijk eerst hoe het nu staat."))
    for veld, waarde in ({"status": to} | velden).items():
        setattr(rij, veld, waarde)


# --------------------------------------------------------------------------------------------------- collaborations


@dataclass(frozen=True)
class NieuweSamenwerking:
    """What the privacy officer records of an agreement."""

    naam: str
    soort: str
    rol: str
    artikel_avg: str
    artikel_nationaal: str
    doelen: tuple[str, ...]
    categorieen: tuple[str, ...]
    overeenkomst: str
    contactpersoon: str
    adres: str
    vanaf: date


@transaction.atomic
def leg_samenwerking_vast(nieuw: NieuweSamenwerking, *, by: Medewerker, at: datetime) -> Samenwerking:
    """Record an agreement with a partner (AVG 5 lid 2).

    Raises Onvolledig when a purpose or a kind of data does not belong to such an organisation.
    """
    require(by, Recht.SAMENWERKING_BEHEREN)
    soort = wet.Partnersoort(nieuw.soort)
    zinnen = []
    if set(nieuw.doelen) - {doel.value for doel in wet.mogelijke_doelen(soort)}:
        zinnen.append(_("Een van de doelen past niet bij het werk van zo’n organisatie. Haal dat doel weg."))
    if teveel := set(nieuw.categorieen) - {code.value for code in wet.hoogste_categorieen(soort)}:
        zinnen.append(
            _("Zo’n organisatie heeft dit niet nodig: {wat}. Haal het weg (artikel 5 AVG).").format(
                wat=", ".join(namen(Categorie, sorted(teveel)))
            )
        )
    if zinnen:
        raise Onvolledig(zinnen)
    velden = vars(nieuw) | {"doelen": list(nieuw.doelen), "categorieen": list(nieuw.categorieen)}
    samenwerking = Samenwerking.objects.create(**velden, vastgelegd_door=by)
    record(Sleutel.SAMENWERKING_VASTGELEGD, samenwerking, by=by, at=at)
    return samenwerking


@transaction.atomic
def beeindig_samenwerking(samenwerking: Samenwerking, *, tot: date, reden: str, by: Medewerker, at: datetime) -> None:
    """End an agreement; from that day (exclusive) every sharing and asking under it is closed.

    An end of today closes them at once, each with its own line in its file. Raises NietMogelijk for a day gone by.
    """
    require(by, Recht.SAMENWERKING_BEHEREN)
    nu = Samenwerking.objects.select_for_update().get(pk=samenwerking.pk)
    if nu.tot is not None:
        raise NietMogelijk(_("Deze samenwerking heeft al een einde. Leg voor nieuwe afspraken een nieuwe vast."))
    if tot < max(at.date(), nu.vanaf):
        raise NietMogelijk(_("Kies vandaag of een latere dag: wat al is gedeeld, draait niet terug."))
    samenwerking.tot, samenwerking.reden_einde, samenwerking.beeindigd_door = tot, reden, by
    samenwerking.save(update_fields=["tot", "reden_einde", "beeindigd_door"])
    record(Sleutel.SAMENWERKING_BEEINDIGD, samenwerking, by=by, at=at)
    if tot == at.date():
        _sluit_alles(samenwerking, by=by, at=at)


def _sluit_alles(samenwerking: Samenwerking, *, by: Medewerker, at: datetime) -> None:
    reden = "de samenwerking is beëindigd"
    for deling in samenwerking.delingen.select_for_update().filter(status__in=LOPEND):
        _wissel(deling, to=Delingstatus.BEEINDIGD, reden=reden, sleutel=Sleutel.DELING_BEEINDIGD, by=by, at=at)
    for verzoek in samenwerking.informatieverzoeken.select_for_update().filter(status__in=VERZOEK_OPEN):
        sluit_verzoek(verzoek, to=Verzoekstatus.BEEINDIGD, reden=reden, by=by, at=at)


def sluit_verzoek(verzoek: Informatieverzoek, *, to: Verzoekstatus, reden: str, by: Medewerker, at: datetime) -> None:
    """Close a request and stop its clock; the calling action holds the right and the transaction."""
    verplaats(verzoek, to=to)
    if verzoek.dossier is not None:
        voltooi_termijn(TERMIJN, verzoek, by=by, at=at)  # type: ignore[arg-type]  # the file is there
    record(Sleutel.INFORMATIE_GESLOTEN, verzoek, by=by, at=at, toelichting=f"{verzoek.samenwerking.naam}: {reden}")


# ---------------------------------------------------------------------------------------------------------- consent


@dataclass(frozen=True)
class Weg:
    """One way that data can go: of whom, with which partner, under which law, for what, and in which direction."""

    persoon: Persoon
    samenwerking: Samenwerking
    herkomst: str
    doel: str
    richting: str = Richting.UIT

    @property
    def feiten(self) -> dict[str, Any]:  # Any: values of model fields
        """Give what every row about this way holds of it."""
        return {
            "persoon": self.persoon,
            "samenwerking": self.samenwerking,
            "wet": self.herkomst,
            "doel": self.doel,
        }


def mag_delen(dossier: Dossier, weg: Weg, *, by: Medewerker) -> None:
    """Hold the right for this file and this label, about somebody who lives there now."""
    require(by, Recht.GEGEVENS_DELEN, dossier)
    if not by.bereik(Recht.GEGEVENS_DELEN).ziet(dossier.pk, weg.herkomst):
        raise NietToegestaan(_("Gegevens onder deze wet horen niet bij uw werk in dit dossier."))
    if not leden(dossier.huishouden).filter(persoon=weg.persoon).exists():
        raise NietMogelijk(_("Deze inwoner hoort niet bij dit huishouden."))


def _beoordeel(dossier: Dossier, weg: Weg, dag: date) -> queries.Beoordeling:
    return queries.beoordeel(
        weg.persoon,
        weg.samenwerking,
        dossier_id=dossier.pk,
        herkomst=weg.herkomst,
        doel=weg.doel,
        dag=dag,
        richting=weg.richting,
    )


@transaction.atomic
def vraag_toestemming(
    dossier: Dossier, weg: Weg, *, categorieen: Collection[str], by: Medewerker, at: datetime
) -> Toestemmingsvraag:
    """Ask everybody whose consent counts (Wmo 5.1.1 lid 4 and 5, Jeugdwet 7.3.11): one row each, not answered yet.

    Raises NietMogelijk where another ground holds or none can, when custody must be found out first, and when the
    kinds of data are more than the agreement names.
    """
    mag_delen(dossier, weg, by=by)
    if bezwaar := queries.bezwaar_tegen(weg.samenwerking, doel=weg.doel, dag=at.date()):
        raise NietMogelijk(bezwaar)
    grond = queries.grond_van(weg.samenwerking, herkomst=weg.herkomst, doel=weg.doel, richting=weg.richting)
    _alleen_als_grond(grond)
    _binnen(categorieen, queries.mogelijke_categorieen(weg.samenwerking))
    nodig = gevers(weg.persoon, at.date())
    vraag = Toestemmingsvraag.objects.create(
        dossier=dossier,
        richting=weg.richting,
        **weg.feiten,
        categorieen=[code for code in Categorie.values if code in categorieen],
        artikel=grond.vindplaats,
        gevraagd_door=by,
        gevraagd_op=at,
    )
    Toestemming.objects.bulk_create(
        Toestemming(vraag=vraag, gever=gever.persoon, gever_naam=gever.naam, hoedanigheid=gever.hoedanigheid)
        for gever in nodig.allen
    )
    wie = f"{weg.samenwerking.naam}, over {weg.persoon.roepnaam}"
    record(Sleutel.TOESTEMMING_GEVRAAGD, vraag, by=by, at=at, toelichting=wie)
    return vraag


def _alleen_als_grond(grond: wet.Grondslag) -> None:
    if grond.vraagt_toestemming:
        return
    if grond.mag:
        zin = _("Hier geldt al een grond: {artikel}. Vraag geen toestemming, want nee zeggen zou niets veranderen.")
        raise NietMogelijk(zin.format(artikel=vertaald(grond.vindplaats)))
    raise NietMogelijk(_("Dit mag ook met toestemming niet. {waarom}").format(waarom=vertaald(grond.uitleg)))


def _binnen(categorieen: Collection[str], mag: Collection[str]) -> None:
    if not categorieen:
        raise NietMogelijk(_("Kies ten minste één soort gegevens."))
    if teveel := [code for code in categorieen if code not in mag]:
        raise NietMogelijk(
            _("Dit valt buiten de afspraken met deze organisatie: {wat}.").format(
                wat=", ".join(namen(Categorie, teveel))
            )
        )


@dataclass(frozen=True)
class Antwoord:
    """What somebody answered: given or refused, on which day, how, and till when it holds (exclusive)."""

    is_gegeven: bool
    wijze: str
    op: date
    aantekening: str = ""
    geldig_tot: date | None = None


@transaction.atomic
def leg_antwoord_vast(toestemming: Toestemming, antwoord: Antwoord, *, by: Medewerker, at: datetime) -> None:
    """Record an answer. A refusal is kept as well and changes nothing else in the file (AVG 7 lid 4).

    Raises NietMogelijk for a day to come, an oral answer without a note, or a period longer than the municipality sets.
    """
    require(by, Recht.GEGEVENS_DELEN, toestemming)
    if antwoord.op > at.date() or antwoord.op < toestemming.vraag.gevraagd_op.date():
        raise NietMogelijk(_("De dag van het antwoord ligt tussen de vraag en vandaag. Controleer de datum."))
    if antwoord.wijze == Wijze.MONDELING and not antwoord.aantekening.strip():
        raise NietMogelijk(_("Schrijf bij een mondeling antwoord op wat er is gezegd, en tegen wie."))
    verplaats(
        toestemming,
        to=Toestemmingstatus.GEGEVEN if antwoord.is_gegeven else Toestemmingstatus.GEWEIGERD,
        wijze=antwoord.wijze,
        aantekening=antwoord.aantekening.strip(),
        antwoord_op=antwoord.op,
        vastgelegd_door=by,
        geldig_tot=_geldig_tot(antwoord) if antwoord.is_gegeven else None,
    )
    sleutel = Sleutel.TOESTEMMING_GEGEVEN if antwoord.is_gegeven else Sleutel.TOESTEMMING_GEWEIGERD
    record(sleutel, toestemming, by=by, at=at, toelichting=_wie_waarover(toestemming))


def _geldig_tot(antwoord: Antwoord) -> date:
    langst = antwoord.op + timedelta(days=inrichting().toestemming_dagen)
    tot = antwoord.geldig_tot or langst
    if not antwoord.op < tot <= langst:
        zin = _("Toestemming geldt na de dag van het antwoord en uiterlijk tot {dag}. Kies een dag daartussen.")
        raise NietMogelijk(zin.format(dag=datum(langst)))
    return tot


def _wie_waarover(toestemming: Toestemming) -> str:
    vraag = toestemming.vraag
    return f"{toestemming.gever_naam}: {vraag.samenwerking.naam}, over {vraag.persoon.roepnaam}"


@transaction.atomic
def trek_toestemming_in(toestemming: Toestemming, *, by: Medewerker, at: datetime) -> None:
    """Withdraw consent at once (AVG 7 lid 3): every sharing that rests on it ends in the same act.

    What went out before stays lawful and on record.
    """
    require(by, Recht.GEGEVENS_DELEN, toestemming)
    verplaats(toestemming, to=Toestemmingstatus.INGETROKKEN, ingetrokken_op=at, ingetrokken_door=by)
    record(Sleutel.TOESTEMMING_INGETROKKEN, toestemming, by=by, at=at, toelichting=_wie_waarover(toestemming))
    for deling in toestemming.vraag.delingen.select_for_update().filter(status__in=LOPEND):
        reden = "de toestemming is ingetrokken"
        _wissel(deling, to=Delingstatus.INGETROKKEN, reden=reden, sleutel=Sleutel.DELING_INGETROKKEN, by=by, at=at)


# ---------------------------------------------------------------------------------------------------------- sharing


@transaction.atomic
def bied_aan(
    dossier: Dossier, weg: Weg, *, stukken: Collection[str], geldig_tot: date, by: Medewerker, at: datetime
) -> Deling:
    """Offer these pieces to the partner, on the ground that the law gives; `stukken` are the codes of the form.

    Raises NietMogelijk without a ground or consent that holds, for a piece that may not go, or for too long a time.
    """
    mag_delen(dossier, weg, by=by)
    _houd_vast(weg.samenwerking)
    oordeel = _beoordeel(dossier, weg, at.date())
    if not oordeel.mag:
        raise NietMogelijk(oordeel.beletsel)
    if not at.date() < geldig_tot <= oordeel.laatste_tot:
        zin = _("Kies een laatste dag na vandaag en niet later dan {dag}.")
        raise NietMogelijk(zin.format(dag=datum(oordeel.laatste_tot)))
    gekozen = _kies(dossier, weg, oordeel, stukken, at.date())
    codes = {stuk.categorie for stuk in gekozen}
    deling = Deling.objects.create(
        dossier=dossier,
        **weg.feiten,
        grond=oordeel.grond.soort.value,
        artikel=oordeel.artikel,
        vraag=oordeel.vraag,
        categorieen=[code for code in Categorie.values if code in codes],
        aangeboden_op=at,
        door=by,
        geldig_tot=geldig_tot,
    )
    _bewaar_onderdelen(deling, gekozen)
    record(Sleutel.DELING_AANGEBODEN, deling, by=by, at=at, toelichting=_aan_wie(deling))
    return deling


def _houd_vast(samenwerking: Samenwerking) -> None:
    """Wait for whoever ends this agreement now, and read it as it is."""
    nu = Samenwerking.objects.select_for_update().get(pk=samenwerking.pk)
    samenwerking.tot = nu.tot


def _kies(
    dossier: Dossier, weg: Weg, oordeel: queries.Beoordeling, stukken: Collection[str], dag: date
) -> list[Deelbaar]:
    with override("nl"):  # the titles are kept, whatever the language of the screen
        mag = queries.te_kiezen(
            dossier, weg.persoon, herkomst=weg.herkomst, categorieen=oordeel.categorieen, dag=dag
        )  # fmt: skip
    gekozen = [stuk for stuk in mag if stuk.code in stukken]
    if len(gekozen) != len(set(stukken)):
        raise NietMogelijk(_("Een van de stukken mag niet mee of is er niet meer. Kies opnieuw."))
    if not gekozen:
        raise NietMogelijk(_("Kies ten minste één ding om te delen."))
    return gekozen


def _bewaar_onderdelen(deling: Deling, gekozen: Iterable[Deelbaar]) -> None:
    Delingonderdeel.objects.bulk_create(
        Delingonderdeel(
            deling=deling, categorie=stuk.categorie, soort=stuk.soort, nummer=stuk.nummer, titel=stuk.titel[:200]
        )
        for stuk in gekozen
    )


def _aan_wie(deling: Deling) -> str:
    with override("nl"):
        wat = ", ".join(namen(Categorie, deling.categorieen))
    return f"{deling.samenwerking.naam}: {wat} van {deling.persoon.roepnaam}"


@transaction.atomic
def weiger_delen(dossier: Dossier, weg: Weg, *, reden: str, by: Medewerker, at: datetime) -> Deling:
    """Record that we refuse to share, with the reason; this needs no ground, and gives nothing."""
    mag_delen(dossier, weg, by=by)
    grond = queries.grond_van(weg.samenwerking, herkomst=weg.herkomst, doel=weg.doel)
    deling = Deling.objects.create(
        dossier=dossier,
        **weg.feiten,
        grond=Grondsoort.GEEN,
        artikel=grond.vindplaats,
        categorieen=[],
        status=Delingstatus.GEWEIGERD,
        geweigerd_door=Wie.WIJ,
        reden=reden,
        aangeboden_op=at,
        door=by,
    )
    naam = f"{weg.samenwerking.naam}, over {weg.persoon.roepnaam}: {reden}"
    record(Sleutel.DELING_GEWEIGERD, deling, by=by, at=at, toelichting=naam)
    return deling


@transaction.atomic
def aanvaard(deling: Deling, *, by: Medewerker, at: datetime) -> None:
    """Record that the partner accepts the offer. Raises NietMogelijk when nothing may go out any more."""
    require(by, Recht.GEGEVENS_DELEN, deling)
    if beletsel := queries.waarom_niet(_houd_deling_vast(deling), at.date()):
        raise NietMogelijk(beletsel)
    verplaats(deling, to=Delingstatus.AANVAARD, gewijzigd_op=at)
    record(Sleutel.DELING_AANVAARD, deling, by=by, at=at, toelichting=_aan_wie(deling))


@transaction.atomic
def weiger_aanbod(deling: Deling, *, door: Wie, reden: str, by: Medewerker, at: datetime) -> None:
    """Record that the partner, or we on second thoughts, refused what was offered, and why."""
    require(by, Recht.GEGEVENS_DELEN, deling)
    _wissel(
        deling, to=Delingstatus.GEWEIGERD, reden=reden, sleutel=Sleutel.DELING_GEWEIGERD, by=by, at=at, door=door
    )  # fmt: skip


@transaction.atomic
def trek_deling_in(deling: Deling, *, by: Medewerker, at: datetime, reden: str = "") -> None:
    """Withdraw a sharing at once: nothing more goes out under it."""
    require(by, Recht.GEGEVENS_DELEN, deling)
    waarom = reden or "ingetrokken door het team"
    _wissel(deling, to=Delingstatus.INGETROKKEN, reden=waarom, sleutel=Sleutel.DELING_INGETROKKEN, by=by, at=at)


@transaction.atomic
def beeindig_deling(deling: Deling, *, reden: str, by: Medewerker, at: datetime) -> None:
    """End a sharing whose purpose was reached."""
    require(by, Recht.GEGEVENS_DELEN, deling)
    _wissel(deling, to=Delingstatus.BEEINDIGD, reden=reden, sleutel=Sleutel.DELING_BEEINDIGD, by=by, at=at)


def _wissel(
    deling: Deling, *, to: Delingstatus, reden: str, sleutel: Sleutel, by: Medewerker, at: datetime, door: str = ""
) -> None:
    """Move the sharing on, with its reason and its line in the file."""
    verplaats(deling, to=to, reden=reden, gewijzigd_op=at, geweigerd_door=door)
    record(sleutel, deling, by=by, at=at, toelichting=f"{_aan_wie(deling)}: {reden}")


@transaction.atomic
def verstrek(deling: Deling, *, by: Medewerker, at: datetime) -> Verstrekking:
    """Hand out exactly what was chosen and may still go, as one paper that stays in the file.

    Raises NietMogelijk before the partner accepted, and after expiry, withdrawal or the end of the collaboration.
    """
    require(by, Recht.GEGEVENS_DELEN, deling)
    nu = _houd_deling_vast(deling)
    if beletsel := queries.waarom_niet(nu, at.date()):
        raise NietMogelijk(beletsel)
    if nu.status != Delingstatus.AANVAARD:
        raise NietMogelijk(_("De ander heeft het aanbod nog niet aangenomen. Leg dat eerst vast."))
    stukken = queries.gekozen(nu, at.date())
    if not stukken:
        raise NietMogelijk(_("Van wat is gekozen, mag nu niets meer mee. Deel zo nodig opnieuw."))
    brief = verstrekkingsbrief(nu, stukken, van=by, op=at.date())
    titel = f"Gegevens voor {nu.samenwerking.naam}"[:160]
    stuk = Stuk(Documentsoort.OVERIG, titel, maak_pdf(brief), wet=nu.wet)
    document = voeg_document_toe(nu.dossier, stuk, by=by, at=at)
    verstrekking = Verstrekking.objects.create(deling=nu, document=document, op=at, door=by)
    record(Sleutel.DELING_VERSTREKT, nu, by=by, at=at, toelichting=_aan_wie(nu))
    return verstrekking


def _houd_deling_vast(deling: Deling) -> Deling:
    """Give the sharing as it is now; whoever withdraws or ends anything under it waits until this act is done.

    Locks in the order of those acts: agreement, consent, sharing.
    """
    _houd_vast(deling.samenwerking)
    list(Toestemming.objects.select_for_update().filter(vraag=deling.vraag_id).order_by("pk"))
    rijen = Deling.objects.select_for_update(of=("self",)).select_related("samenwerking", "vraag__persoon", "persoon")
    return rijen.get(pk=deling.pk)
