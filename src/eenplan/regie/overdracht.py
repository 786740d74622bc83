"""The coordination passes on with agreement (B1): propose, accept, refuse; the golden rules; who stands in."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Final

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from eenplan.access.rechten import Recht, Toegangsoort
from eenplan.access.toegang import require
from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import IntussenGewijzigd, NietMogelijk, NietToegestaan
from eenplan.core.opmaak import vastgelegd
from eenplan.core.transitions import transition
from eenplan.dossiers.actions import draag_regie_over
from eenplan.dossiers.models import Dossier, Taak
from eenplan.dossiers.werktaken import leg_klaar, rond_af
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.models import Huishouden
from eenplan.regie.models import Achterwacht, Regelvink, Regieoverdracht
from eenplan.regie.queries import gaat_over_team, regisseur_van
from eenplan.regie.states import Overdrachtstatus
from eenplan.teams.models import Dossiertoegang, Medewerker, Team

LEESDAGEN: Final = 30  # as long may a worker of another team read what was proposed


@transaction.atomic
def stel_overdracht_voor(
    dossier: Dossier,
    *,
    naar: Medewerker,
    afspraken: str,
    by: Medewerker,
    at: datetime,
    team: Team | None = None,
    regels: Collection[str] = (),
) -> Regieoverdracht:
    """Ask a colleague to take over, with what is agreed; the present coordinator stays until the colleague accepts.

    With `team` the household goes to that team then. Raises NietMogelijk when nobody coordinates, when the agreement is
    empty, when the colleague coordinates already or does not work for the team, and while another proposal is open.
    """
    require(by, Recht.REGIE_TOEWIJZEN, dossier)
    van = _huidige(dossier)
    if not afspraken.strip():
        raise NietMogelijk(_("Schrijf op wat u afspreekt: wat loopt er, wie weet ervan, wat moet er het eerst."))
    if van.pk == naar.pk:
        raise NietMogelijk(_("Deze medewerker is al regisseur van dit huishouden."))
    doelteam = team.pk if team else dossier.scope_team_id
    if not gaat_over_team(naar, doelteam, at.date()):
        raise NietMogelijk(_("Deze medewerker is geen regisseur in het team dat u koos. Kies een ander."))
    toegang = None if doelteam == dossier.scope_team_id else _laat_lezen(dossier, naar, at)
    try:
        with transaction.atomic():
            voorstel = Regieoverdracht.objects.create(
                dossier=dossier,
                van=van,
                naar=naar,
                team=team if toegang else None,
                afspraken=afspraken.strip(),
                voorgesteld_op=at,
                voorgesteld_door=by,
                toegang=toegang,
            )
    except IntegrityError as fout:
        raise IntussenGewijzigd(_("Er ligt al een voorstel voor een overdracht. Trek dat eerst in.")) from fout
    vink_regels_af(dossier, regels, by=by, at=at)
    record(Sleutel.REGIE_VOORGESTELD, voorstel, by=by, at=at, toelichting=naar.naam)
    _vraag_antwoord(voorstel, by=by, at=at)
    return voorstel


def _huidige(dossier: Dossier) -> Medewerker:
    Dossier.objects.select_for_update().get(pk=dossier.pk)
    van = regisseur_van(dossier)
    if van is None:
        raise NietMogelijk(_("Dit huishouden heeft nog geen regisseur. Wijs eerst een regisseur aan."))
    return van


def _laat_lezen(dossier: Dossier, naar: Medewerker, at: datetime) -> Dossiertoegang:
    """Let somebody of another team into the file, so that who is asked knows what to answer."""
    if dossier.pk in naar.bereik(Recht.DOSSIER_INZIEN).gesloten_ids:
        raise NietMogelijk(_("Deze medewerker mag dit dossier niet zien. Kies een ander."))
    return Dossiertoegang.objects.create(
        medewerker=naar,
        dossier_id=dossier.pk,
        soort=Toegangsoort.MEEWERKEN,
        grond=_("gevraagd om de regie over te nemen"),
        vanaf=at,
        tot=at + timedelta(days=LEESDAGEN),
    )


def wie_antwoordt(voorstel: Regieoverdracht) -> Medewerker:
    """Give who must agree: the one who is asked, or the present coordinator when somebody asks to take over."""
    return voorstel.van if voorstel.voorgesteld_door_id == voorstel.naar_id else voorstel.naar


def _vraag_antwoord(voorstel: Regieoverdracht, *, by: Medewerker, at: datetime) -> None:
    wie = voorstel.naar.naam
    eigen = voorstel.voorgesteld_door_id == voorstel.naar_id
    leg_klaar(
        voorstel,
        voorstel.dossier,
        voor=wie_antwoordt(voorstel),
        wat=vastgelegd(_lazy("Antwoorden: {naam} wil de regie overnemen"), naam=wie)
        if eigen
        else vastgelegd(_lazy("Regie overnemen of niet")),
        uiterlijk=at.date() + timedelta(days=inrichting().coordinatie.overdracht_dagen),
        recht=Recht.REGIE_TOEWIJZEN,
        by=by,
        at=at,
    )


@transaction.atomic
def aanvaard_overdracht(voorstel: Regieoverdracht, *, by: Medewerker, at: datetime) -> None:
    """The new coordinator begins today and the old one ends; open tasks that facts of this file ask move along.

    Raises NietToegestaan for anybody but the one who is asked, NietMogelijk when it was answered before.
    """
    _mag_antwoorden(voorstel, by)
    if _huidige(voorstel.dossier).pk != voorstel.van_id:
        raise NietMogelijk(_("Intussen is er een andere regisseur. Trek dit voorstel in en maak een nieuw."))
    transition(voorstel, to=Overdrachtstatus.AANVAARD)
    _beantwoord(voorstel, "", by=by, at=at)
    dossier = _naar_team(voorstel, by=by, at=at) if voorstel.team_id else voorstel.dossier
    nieuwe = Medewerker.objects.get(pk=voorstel.naar_id)
    draag_regie_over(dossier, regisseur=nieuwe, by=by, at=at, reden=_("overdracht met akkoord"))
    neem_taken_over(dossier, van=voorstel.van, naar=nieuwe)


def _naar_team(voorstel: Regieoverdracht, *, by: Medewerker, at: datetime) -> Dossier:
    """Let the household go to the team that was agreed; both teams can read that it did."""
    huishouden = Huishouden.objects.select_related("team").get(pk=voorstel.dossier_id)
    oud = huishouden.team.naam
    huishouden.team = Team.objects.get(gevraagd__pk=voorstel.pk)
    huishouden.save(update_fields=["team"])
    weg = _("van {oud} naar {nieuw}").format(oud=oud, nieuw=huishouden.team.naam)
    record(Sleutel.HUISHOUDEN_ONTVANGEN, huishouden, by=by, at=at, toelichting=weg)
    return Dossier.objects.select_related("huishouden__team").get(pk=voorstel.dossier_id)


def neem_taken_over(dossier: Dossier, *, van: Medewerker, naar: Medewerker) -> int:
    """Move the open tasks that a fact asks of the former coordinator; what was made by hand stays."""
    open_ = Taak.objects.filter(dossier=dossier, voor=van, gedaan_op__isnull=True).exclude(herkomst="")
    return open_.update(voor=naar)


@transaction.atomic
def weiger_overdracht(voorstel: Regieoverdracht, *, reden: str, by: Medewerker, at: datetime) -> None:
    """Say no with a reason; the present coordinator stays. Raises as `aanvaard_overdracht`, and without a reason."""
    _mag_antwoorden(voorstel, by)
    if not reden.strip():
        raise NietMogelijk(_("Schrijf op waarom u de regie niet overneemt. Uw collega leest dat."))
    transition(voorstel, to=Overdrachtstatus.GEWEIGERD)
    _beantwoord(voorstel, reden, by=by, at=at)
    record(Sleutel.REGIE_GEWEIGERD, voorstel, by=by, at=at, toelichting=reden.strip())


@transaction.atomic
def trek_overdracht_in(voorstel: Regieoverdracht, *, reden: str, by: Medewerker, at: datetime) -> None:
    """Take the proposal back. Raises NietMogelijk when it was answered before."""
    require(by, Recht.REGIE_TOEWIJZEN, voorstel)
    transition(voorstel, to=Overdrachtstatus.INGETROKKEN)
    _beantwoord(voorstel, reden, by=by, at=at)
    record(Sleutel.REGIE_INGETROKKEN, voorstel, by=by, at=at, toelichting=reden.strip())


def _mag_antwoorden(voorstel: Regieoverdracht, by: Medewerker) -> None:
    if wie_antwoordt(voorstel).pk != by.pk:
        raise NietToegestaan(_("Alleen de collega aan wie het gevraagd is, antwoordt op dit voorstel."))


def _beantwoord(voorstel: Regieoverdracht, reden: str, *, by: Medewerker, at: datetime) -> None:
    voorstel.beantwoord_op, voorstel.reden = at, reden.strip()
    voorstel.save(update_fields=["beantwoord_op", "reden"])
    if voorstel.toegang_id:
        Dossiertoegang.objects.filter(pk=voorstel.toegang_id, tot__gt=at).update(tot=at)
    rond_af(voorstel, by=by, at=at)


@transaction.atomic
def vertel_inwoner(voorstel: Regieoverdracht, *, op: date, by: Medewerker, at: datetime) -> None:
    """Keep on which day the household was told who coordinates now. Raises NietMogelijk before it was accepted."""
    require(by, Recht.DOSSIER_BIJHOUDEN, voorstel)
    if voorstel.status != Overdrachtstatus.AANVAARD or voorstel.beantwoord_op is None:
        raise NietMogelijk(_("De overdracht is nog niet aanvaard. Vertel het huishouden het daarna."))
    if op > at.date():
        raise NietMogelijk(_("Deze dag ligt in de toekomst. Vul in wanneer u het vertelde."))
    voorstel.inwoner_ingelicht_op = op
    voorstel.save(update_fields=["inwoner_ingelicht_op"])
    record(Sleutel.REGIE_INWONER_INGELICHT, voorstel, by=by, at=at)


@transaction.atomic
def vink_regels_af(dossier: Dossier, regels: Collection[str], *, by: Medewerker, at: datetime) -> None:
    """Keep which golden rules were looked at today and hold; a rule ticked twice on a day is one tick."""
    require(by, Recht.REGIE_TOEWIJZEN, dossier)
    bekend = {regel.code for regel in inrichting().gouden_regels}
    if onbekend := set(regels) - bekend:
        raise NietMogelijk(_("Deze regel staat niet meer op de lijst: {regel}.").format(regel=", ".join(onbekend)))
    vinken = [Regelvink(dossier=dossier, regel=regel, op=at.date(), door=by) for regel in sorted(regels)]
    Regelvink.objects.bulk_create(vinken, ignore_conflicts=True)
    if vinken:
        record(Sleutel.GOUDEN_REGELS, dossier, by=by, at=at, toelichting=f"{len(vinken)} / {len(bekend)}")


@transaction.atomic
def wijs_achterwacht_aan(team: Team, *, medewerker: Medewerker, by: Medewerker, at: datetime) -> Achterwacht:
    """Let this worker coordinate whatever nobody in the team took yet, from today; the former one ends today."""
    require(by, Recht.DOORZETTEN, team)
    if not gaat_over_team(medewerker, team.pk, at.date()):
        raise NietMogelijk(_("Deze medewerker is geen regisseur in dit team."))
    Team.objects.select_for_update().get(pk=team.pk)
    Achterwacht.objects.filter(team=team, tot__isnull=True).update(tot=at.date())
    wacht = Achterwacht.objects.create(team=team, medewerker=medewerker, vanaf=at.date(), aangewezen_door=by)
    record(Sleutel.ACHTERWACHT_AANGEWEZEN, wacht, by=by, at=at)
    return wacht
