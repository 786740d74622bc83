"""Every read of applications and decisions, each starting from what the worker may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from eenplan.aanbod.models import Voorzieningsoort
from eenplan.access.rechten import Recht
from eenplan.access.toegang import beperk, binnen_label
from eenplan.besluiten.gronden import Grond, Tekst, gronden_voor
from eenplan.besluiten.models import Aanvraag, Besluit, Besluitregel, Vorm
from eenplan.besluiten.states import Besluitstatus
from eenplan.besluiten.tekst import Besluittekst
from eenplan.core.opmaak import datum
from eenplan.dossiers.models import Document, Dossier
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.meldingen.models import Melding
from eenplan.meldingen.states import Meldingstatus
from eenplan.personen.models import Persoon
from eenplan.personen.queries import leden as leden_van
from eenplan.plannen.models import Inzet, Ondersteuningsplan, OvergeslagenTrede
from eenplan.teams.models import Medewerker
from eenplan.termijnen.models import Termijn
from eenplan.wetgeving.termijnen import einddatum_onderzoek, mag_aanvraag_indienen

TEAM = "dossier__huishouden__team"
GEEN_AANVRAAG = (Wet.PARTICIPATIEWET, Wet.GEEN)  # decided elsewhere, or open to everybody


def visible_to(medewerker: Medewerker, recht: Recht = Recht.BESLUIT_INZIEN) -> QuerySet[Aanvraag]:
    """Give the applications in the worker's scope, with applicant, household and decision."""
    rijen = Aanvraag.objects.select_related(
        "dossier__huishouden__adres",
        "dossier__huishouden__team",
        "persoon",
        "melding",
        "besluit__plan",
        "verzoek__brief",
    )
    return beperk(rijen, medewerker.bereik(recht), TEAM, wet="wet")


def open_aanvragen(medewerker: Medewerker) -> QuerySet[Aanvraag]:
    """Give the applications without a decision on which this worker may decide, the first to fall due first.

    `uiterlijk` is the last day of the running clock.
    """
    rijen = zonder_antwoord(visible_to(medewerker, Recht.BESLUIT_NEMEN)).exclude(wacht_op_brief())
    klok = Termijn.objects.filter(
        onderwerp_soort=Aanvraag.ONDERWERP, onderwerp_id=OuterRef("pk"), voltooid_op__isnull=True
    )
    return rijen.annotate(uiterlijk=Subquery(klok.values("einddatum")[:1])).order_by("uiterlijk", "pk")


def antwoordvorm(aanvraag: Aanvraag) -> Vorm:
    """Say how an application is answered by default: by a letter where the municipality chose so, unless one asked."""
    vrij = inrichting().is_beschikkingsvrij(aanvraag.wet, aanvraag.ontvangen_op)
    return Vorm.BRIEF if vrij and not hasattr(aanvraag, "verzoek") else Vorm.BESCHIKKING


def wacht_op_brief() -> Q:
    """Keep the applications that a letter will answer: nobody asked for a decision and nobody prepares one."""
    lijnen = Q(pk__in=[])
    for lijn in inrichting().beschikkingsvrij:
        tot = Q(ontvangen_op__lt=lijn.tot) if lijn.tot else Q()
        lijnen |= Q(wet=lijn.wet, ontvangen_op__gte=lijn.vanaf) & tot
    return lijnen & Q(verzoek__isnull=True, besluit__isnull=True)


def kan_besluit_vragen(aanvraag: Aanvraag) -> bool:
    """Tell whether the resident may still ask for a decision instead of, or after, the letter."""
    besluit = getattr(aanvraag, "besluit", None)
    if besluit is None:
        return antwoordvorm(aanvraag) == Vorm.BRIEF
    return besluit.vorm == Vorm.BRIEF and not hasattr(besluit, "verzoek")


def zonder_brief(rijen: QuerySet[Besluitregel]) -> QuerySet[Besluitregel]:
    """Leave out the lines of a decision that confirm a letter: that help was promised, and allocated, there."""
    eerder = Besluitregel.objects.filter(besluit__verzoek__aanvraag=OuterRef("besluit__aanvraag"))
    eerder = eerder.annotate(begin=Coalesce("inzet__oorsprong", "inzet")).filter(begin=OuterRef("begin"))
    return rijen.annotate(begin=Coalesce("inzet__oorsprong", "inzet")).exclude(Exists(eerder))


def zonder_antwoord(rijen: QuerySet[Aanvraag]) -> QuerySet[Aanvraag]:
    """Keep the applications on which nobody decided yet."""
    return rijen.exclude(besluit__status=Besluitstatus.GENOMEN)


def dossiers(medewerker: Medewerker) -> QuerySet[Dossier]:
    """Give the files for which this worker may receive an application."""
    rijen = Dossier.objects.select_related("huishouden__adres", "huishouden__team")
    return beperk(rijen, medewerker.bereik(Recht.AANVRAAG_ONTVANGEN), "huishouden__team")


def meldingen_zonder_aanvraag(dossier: Dossier, voor: Medewerker) -> list[Melding]:
    """Give the meldingen on which an application may still follow, newest first."""
    door_triage = Q(triages__isnull=False)  # a triage ends a melding, never the right to apply (Wmo 2.3.2 lid 9)
    rijen = dossier.meldingen.filter(aanvragen__isnull=True)
    rijen = rijen.filter(~Q(status=Meldingstatus.AFGESLOTEN) | door_triage).distinct()
    rijen = binnen_label(rijen, voor.bereik(Recht.AANVRAAG_ONTVANGEN))
    rijen = rijen.exclude(wet__in=GEEN_AANVRAAG).select_related("persoon", "onderzoek")
    return list(rijen.order_by("-ontvangen_op", "-pk"))


@dataclass(frozen=True)
class MogelijkeAanvraag:
    """A melding on which an application may follow: whether it already can, and why (not)."""

    melding: Melding
    kan: bool
    uitleg: str


def mogelijke_aanvragen(dossier: Dossier, op: date, voor: Medewerker) -> list[MogelijkeAanvraag]:
    """Give the meldingen without an application and whether the law lets one follow on this day (Wmo 2.3.2 lid 9)."""
    return [_mogelijk(melding, op) for melding in meldingen_zonder_aanvraag(dossier, voor)]


def _mogelijk(melding: Melding, op: date) -> MogelijkeAanvraag:
    onderzoek = getattr(melding, "onderzoek", None)
    afgerond_op = onderzoek.afgerond_op if onderzoek else None
    if afgerond_op:
        return MogelijkeAanvraag(melding, True, _("Onderzoek afgerond op {dag}.").format(dag=datum(afgerond_op)))
    if melding.wet != Wet.WMO:
        return MogelijkeAanvraag(melding, True, _("Deze wet vraagt geen onderzoek vooraf."))
    einde = datum(einddatum_onderzoek(melding.ontvangen_op).einddatum)
    if mag_aanvraag_indienen(melding.ontvangen_op, op=op, is_onderzoek_gedaan=False):
        return MogelijkeAanvraag(
            melding, True, _("De zes weken voor het onderzoek zijn voorbij sinds {dag}.").format(dag=einde)
        )
    return MogelijkeAanvraag(
        melding, False, _("Kan nog niet: het onderzoek loopt, tot en met {dag}.").format(dag=einde)
    )


def leden(dossier: Dossier) -> list[Persoon]:
    """Give who lives in the household now, eldest first."""
    return [lid.persoon for lid in leden_van(dossier.huishouden)]


def besluit_van(aanvraag: Aanvraag) -> Besluit | None:
    """Give the decision on an application with its plan, or none when nobody prepared one."""
    rijen = Besluit.objects.select_related(
        "plan__vaststelling",
        "mandaat",
        "aanvraag__persoon",
        "aanvraag__verzoek",
        "dossier__huishouden__adres",
        "dossier__huishouden__team",
        "genomen_door",
    )
    return rijen.filter(aanvraag=aanvraag).first()


def verschillen(besluit: Besluit, getypt: Besluittekst) -> list[tuple[Tekst, str]]:
    """Give per part what is kept now where it differs from what was typed."""
    nu = tekst_van(besluit)
    namen: dict[str, Tekst] = {grond.code: grond.naam for grond in gronden_voor(besluit.aanvraag.wet)}
    anders: list[tuple[Tekst, str]] = [
        (naam, nu.gronden.get(code, ""))
        for code, naam in namen.items()
        if nu.gronden.get(code) != getypt.gronden.get(code)
    ]
    if nu.afwijking != getypt.afwijking:
        anders.append((_("Afwijken van de beleidsregels"), nu.afwijking))
    if nu.samenvatting != getypt.samenvatting:
        anders.insert(0, (_("Samenvatting voor de inwoner"), nu.samenvatting))
    return anders


def klok_van(aanvraag: Aanvraag) -> Termijn | None:
    """Give the clock of the decision, running or stopped."""
    return Termijn.objects.filter(onderwerp_soort=Aanvraag.ONDERWERP, onderwerp_id=aanvraag.pk).first()


def planregels(aanvraag: Aanvraag, plan: Ondersteuningsplan) -> QuerySet[Inzet]:
    """Give the maatwerk lines of this plan for this person and law that no earlier decision granted.

    A goal of the whole household counts for whoever applied.
    """
    rijen = Inzet.objects.filter(
        Q(doel__persoon=aanvraag.persoon_id) | Q(doel__persoon__isnull=True),
        doel__plan=plan,
        voorziening__soort=Voorzieningsoort.MAATWERK,
        voorziening__wet=aanvraag.wet,
    )
    gehad = toegekend(aanvraag.dossier_id, voor=aanvraag)
    return rijen.exclude(pk__in=gehad).order_by("doel__volgorde", "pk")


def toegekend(dossier_id: int, *, voor: Aanvraag | None = None) -> set[int]:
    """Give the lines of help that were granted, in every version of the plan that holds them unchanged.

    `voor` is the application being decided: the letter on which it asks a decision does not count.
    """
    regels = Besluitregel.objects.filter(
        besluit__dossier=dossier_id, besluit__status=Besluitstatus.GENOMEN, is_toegekend=True
    )
    if voor is not None:
        regels = regels.exclude(besluit__in=Besluit.objects.filter(verzoek__aanvraag=voor))
    begin = Coalesce("inzet__oorsprong", "inzet")
    wortels = regels.annotate(begin=begin).values("begin")
    rijen = Inzet.objects.filter(Q(pk__in=wortels) | Q(oorsprong__in=wortels), doel__plan__dossier=dossier_id)
    return set(rijen.values_list("pk", flat=True))


def regels_van(besluit: Besluit) -> list[Inzet]:
    """Give the lines of the plan that this decision is about, with everything the letter says of them."""
    rijen = besluit.regels.select_related("inzet__voorziening", "inzet__contract__aanbieder", "inzet__doel")
    return [regel.inzet for regel in rijen]


def tekst_van(besluit: Besluit) -> Besluittekst:
    """Give what was written so far."""
    gronden = {rij.grond: rij.tekst for rij in besluit.overwegingen.all()}
    return Besluittekst(besluit.samenvatting, besluit.uitkomst, gronden, besluit.afwijking)


def uit_het_plan(besluit: Besluit, regels: Sequence[Inzet]) -> dict[str, list[tuple[str, str]]]:
    """Give per ground what the plan already says about it (where, and what), so that nobody types it twice."""
    doelen = {inzet.doel_id: inzet.doel for inzet in regels}
    per_trede: dict[str, list[str]] = {}
    for rij in OvergeslagenTrede.objects.filter(doel__in=doelen).order_by("doel__volgorde", "pk"):
        per_trede.setdefault(rij.trede, []).append(rij.reden)
    gronden = gronden_voor(besluit.aanvraag.wet)
    gevonden = {grond.code: _redenen(grond, per_trede) for grond in gronden}
    resultaten = dict.fromkeys(doel.resultaat for doel in doelen.values() if doel.resultaat)
    gevonden[gronden[-1].code] += [(_("Doel"), resultaat) for resultaat in resultaten]
    return gevonden


def _redenen(grond: Grond, per_trede: dict[str, list[str]]) -> list[tuple[str, str]]:
    namen = inrichting()
    alle = ((namen.trede_naam(trede), reden) for trede in grond.treden for reden in per_trede.get(trede, []))
    return list(dict.fromkeys(alle))


def verzonden_brief(besluit: Besluit) -> Document | None:
    """Give the letter as it was sent, with its contents."""
    return Document.objects.get(pk=besluit.document_id) if besluit.document_id else None
