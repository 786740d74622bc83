"""Reads that join rooms, for Mijn dag and the team: each starts from the room's own `visible_to`.

Every function is one question to the database, whatever the number of rows.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Exists, JSONField, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from eenplan.aanbod.models import Voorzieningsoort
from eenplan.access.rechten import Recht
from eenplan.audit import queries as audit
from eenplan.audit.models import Gebeurtenis
from eenplan.besluiten import queries as besluiten
from eenplan.besluiten.models import Aanvraag, Besluitregel
from eenplan.besluiten.states import Besluitstatus
from eenplan.dossiers import queries as dossiers
from eenplan.dossiers.models import Dossier, Gesprek, Gespreksverslag, Regie, Taak
from eenplan.dossiers.states import Dossierstatus, Gesprekstatus, Verslagstatus
from eenplan.meldingen import queries as meldingen
from eenplan.meldingen.models import Contact, Melding, Terugbelverzoek
from eenplan.meldingen.states import Meldingstatus
from eenplan.personen.models import Huishouden
from eenplan.plannen import queries as plannen
from eenplan.plannen.models import Inzet, Ondersteuningsplan
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker
from eenplan.termijnen import queries as termijnen
from eenplan.termijnen.models import Termijn
from eenplan.toewijzingen import queries as toewijzingen
from eenplan.toewijzingen.models import Toewijzing
from eenplan.web.werkregels import VAN_DE_INWONER
from eenplan.web.wetlabels import zonder_verborgen

RUST = (Dossierstatus.GESLOTEN, Dossierstatus.SLAPEND)
TERUGKIJKEN = timedelta(days=30)
REACTIETIJD = timedelta(weeks=8)  # later a reaction may still come, but nobody waits for it


def mijn(medewerker: Medewerker, pad: str = "dossier__") -> Q:
    """Say: of the households that this worker coordinates now."""
    return Q(**{f"{pad}regies__regisseur": medewerker, f"{pad}regies__tot__isnull": True})


def aantal_huishoudens(medewerker: Medewerker) -> int:
    """Count the households that this worker coordinates now, without those closed to the worker."""
    return _eigen_regies(medewerker).count()


def _eigen_regies(medewerker: Medewerker) -> QuerySet[Regie]:
    rijen = Regie.objects.filter(regisseur=medewerker, tot__isnull=True)
    return rijen.exclude(dossier__in=medewerker.bereik(Recht.DOSSIER_INZIEN).gesloten_ids)


def mijn_termijnen(medewerker: Medewerker) -> QuerySet[Termijn]:
    """Give the running clocks of my households."""
    return termijnen.visible_to(medewerker).filter(mijn(medewerker), voltooid_op__isnull=True)


def termijnen_te_laat(medewerker: Medewerker, op: datetime) -> QuerySet[Termijn]:
    """Give the clocks of the teams of a manager that ran out, longest ago first."""
    rijen = termijnen.visible_to(medewerker, Recht.PLAN_VASTSTELLEN).exclude(regel__in=VAN_DE_INWONER)
    return rijen.filter(voltooid_op__isnull=True, einddatum__lt=op.date()).order_by("einddatum", "pk")


def terugbellen(medewerker: Medewerker) -> QuerySet[Terugbelverzoek]:
    """Give the promises to call back that are still open: mine to keep, and those I made for somebody else."""
    rijen = meldingen.terugbelverzoeken(medewerker).filter(teruggebeld_op__isnull=True)
    return rijen.filter(Q(voor=medewerker) | Q(contact__aangenomen_door=medewerker)).distinct()


def mijn_taken(medewerker: Medewerker) -> QuerySet[Taak]:
    """Give my open tasks."""
    return dossiers.taken(medewerker).filter(voor=medewerker, gedaan_op__isnull=True)


def mijn_plannen(medewerker: Medewerker) -> QuerySet[Ondersteuningsplan]:
    """Give the plans of my households on which something is still to be done, see `met_stand`."""
    rijen = met_stand(plannen.visible_to(medewerker)).filter(mijn(medewerker))
    in_de_maak = Q(status__in=[Planstatus.CONCEPT, Planstatus.AANGEBODEN])
    return rijen.filter(in_de_maak | Q(status=Planstatus.VASTGESTELD, wacht_op_aanvraag=True))


def met_stand(rijen: QuerySet[Ondersteuningsplan]) -> QuerySet[Ondersteuningsplan]:
    """Add when each plan was last handed in and sent back, and whether help in it waits for an application."""
    lopend = Aanvraag.objects.filter(dossier=OuterRef("doel__plan__dossier"), wet=OuterRef("voorziening__wet")).exclude(
        besluit__status=Besluitstatus.GENOMEN
    )
    # The same help in every version of the plan: the line itself, the one it began with, and the copies between.
    zelfde = (("inzet", "pk"), ("inzet", "oorsprong"), ("inzet__oorsprong", "oorsprong"))
    gevraagd = [Exists(Besluitregel.objects.filter(**{bij: OuterRef(van)})) for bij, van in zelfde]
    ongevraagd = Inzet.objects.filter(
        ~Exists(lopend),
        *(~eerder for eerder in gevraagd),
        doel__plan=OuterRef("pk"),
        voorziening__soort=Voorzieningsoort.MAATWERK,
    )
    ongevraagd = ongevraagd.exclude(voorziening__wet__in=besluiten.GEEN_AANVRAAG)
    return rijen.annotate(
        laatst_aangeboden=Max("aanbiedingen__op"),
        laatst_teruggestuurd=Max("terugzendingen__op"),
        wacht_op_aanvraag=Exists(ongevraagd),
    )


def mijn_gesprekken(medewerker: Medewerker, *, op: datetime, tot: datetime) -> QuerySet[Gesprek]:
    """Give my planned talks until a moment, and the talks whose report is not yet finished or not yet answered.

    Each carries the number of the talk before it that has a report.
    """
    gepland = Q(door=medewerker, status=Gesprekstatus.GEPLAND, begint_op__lt=tot)
    lopend = Q(verslag__status=Verslagstatus.CONCEPT)
    lopend |= Q(verslag__status=Verslagstatus.VERSTUURD, verslag__verstuurd_op__gte=op - REACTIETIJD)
    vorige = Gespreksverslag.objects.filter(dossier=OuterRef("dossier"), gesprek__begint_op__lt=OuterRef("begint_op"))
    rijen = dossiers.gesprekken(medewerker).select_related("dossier__huishouden__adres", "verslag")
    rijen = rijen.filter(gepland | (lopend & (Q(door=medewerker) | mijn(medewerker)))).distinct()
    return rijen.annotate(vorig_verslag=Subquery(vorige.order_by("-gesprek__begint_op").values("gesprek")[:1]))


def mijn_wachtende_hulp(medewerker: Medewerker) -> QuerySet[Toewijzing]:
    """Give the help of my households that was allocated and has not started."""
    return toewijzingen.visible_to(medewerker).filter(mijn(medewerker), levering__isnull=True)


def meldingen_in_team(medewerker: Medewerker) -> QuerySet[Melding]:
    """Give the open meldingen that nobody coordinates yet, and mine that are not yet in onderzoek; oldest first."""
    regie = Regie.objects.filter(dossier=OuterRef("dossier"), tot__isnull=True)
    rijen = meldingen.visible_to(medewerker, Recht.ONDERZOEK_DOEN).annotate(
        heeft_regisseur=Exists(regie), is_mijn=Exists(regie.filter(regisseur=medewerker))
    )
    # A closed file has no coordinator either, and its meldingen need none.
    open_ = ~Q(status=Meldingstatus.AFGESLOTEN) & ~Q(dossier__status__in=RUST) & Q(heeft_regisseur=False)
    begin = Q(status__in=[Meldingstatus.ONTVANGEN, Meldingstatus.BEVESTIGD], is_mijn=True)
    return rijen.filter(open_ | begin).order_by("-is_spoed", "ontvangen_op", "pk")


def te_bevestigen(medewerker: Medewerker) -> QuerySet[Melding]:
    """Give the meldingen whose receipt was not yet confirmed, oldest first."""
    rijen = meldingen.visible_to(medewerker, Recht.MELDING_BEVESTIGEN).filter(status=Meldingstatus.ONTVANGEN)
    return rijen.order_by("ontvangen_op", "pk")


def mijn_contacten(medewerker: Medewerker, vanaf: datetime) -> QuerySet[Contact]:
    """Give the contacts that I took since a moment, newest first."""
    rijen = meldingen.contacten(medewerker).filter(aangenomen_door=medewerker, ontvangen_op__gte=vanaf)
    return rijen.order_by("-ontvangen_op")


def wijzigingen_door_anderen(medewerker: Medewerker, op: datetime) -> QuerySet[Gebeurtenis]:
    """Give what others did in my files after my own last look at each, newest first, with the household's name."""
    eigen = _eigen_regies(medewerker).values("dossier")
    gezien = audit.laatst_bezocht(audit.laatste_inzage(medewerker.pk).filter(dossier_id=OuterRef("dossier_id")))
    naam = Huishouden.objects.filter(pk=OuterRef("dossier_id")).values("naam")[:1]
    begin = op - TERUGKIJKEN
    rijen = Gebeurtenis.objects.filter(dossier_id__in=eigen, is_inzage=False, moment__gte=begin)
    rijen = zonder_verborgen(rijen, medewerker)
    rijen = rijen.exclude(actor_id=medewerker.pk).annotate(huishouden=Subquery(naam))
    return rijen.filter(moment__gt=Coalesce(Subquery(gezien), begin)).order_by("-moment", "-pk")


def zonder_regisseur(medewerker: Medewerker, recht: Recht = Recht.TEAM_INZIEN) -> QuerySet[Dossier]:
    """Give the files in the teams of the worker that nobody coordinates, longest open first."""
    regie = Regie.objects.filter(dossier=OuterRef("pk"), tot__isnull=True)
    rijen = dossiers.visible_to(medewerker, recht).exclude(status__in=RUST).filter(~Exists(regie))
    return rijen.order_by("geopend_op", "pk")


def te_beslissen(medewerker: Medewerker) -> QuerySet[Aanvraag]:
    """Give the applications without a decision, the first to fall due first, with the derivation of the last day."""
    klok = Termijn.objects.filter(
        onderwerp_soort=Aanvraag.ONDERWERP, onderwerp_id=OuterRef("pk"), voltooid_op__isnull=True
    )
    afleiding = Subquery(klok.values("afleiding")[:1], output_field=JSONField())
    return besluiten.open_aanvragen(medewerker).annotate(termijn_afleiding=afleiding)
