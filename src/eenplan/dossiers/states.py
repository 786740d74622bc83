"""The states of a file and of a conversation report, each step with its reason."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgang, Overgangen


class Dossierstatus(models.TextChoices):
    """Where the household stands with the team (G32-9)."""

    NIEUW = "nieuw", _("nieuw")
    ACTIEF = "actief", _("actief")
    IN_REGIE = "in_regie", _("in regie")
    AFGESCHAALD = "afgeschaald", _("afgeschaald")
    NAZORG = "nazorg", _("nazorg")
    SLAPEND = "slapend", _("slapend")
    GESLOTEN = "gesloten", _("gesloten")


S = Dossierstatus
DOSSIER = Overgangen(
    S.NIEUW,
    (
        Overgang(S.NIEUW, S.ACTIEF, _("een regisseur is aangewezen")),
        Overgang(S.NIEUW, S.GESLOTEN, _("de vraag is opgelost zonder onderzoek")),
        Overgang(S.NIEUW, S.SLAPEND, _("de vraag is opgelost, de deur staat open")),
        Overgang(S.ACTIEF, S.IN_REGIE, _("het plan is vastgesteld en wordt uitgevoerd")),
        Overgang(S.ACTIEF, S.GESLOTEN, _("er komt geen plan")),
        Overgang(S.ACTIEF, S.SLAPEND, _("er komt geen plan, de deur staat open")),
        Overgang(S.IN_REGIE, S.AFGESCHAALD, _("de hulp is lichter geworden")),
        Overgang(S.IN_REGIE, S.NAZORG, _("de doelen zijn gehaald")),
        Overgang(S.AFGESCHAALD, S.IN_REGIE, _("er is weer zwaardere hulp nodig")),
        Overgang(S.AFGESCHAALD, S.NAZORG, _("de hulp is klaar")),
        Overgang(S.AFGESCHAALD, S.SLAPEND, _("de hulp is klaar, de deur staat open")),
        Overgang(S.NAZORG, S.SLAPEND, _("geen vaste contacten meer, de deur staat open")),
        Overgang(S.NAZORG, S.GESLOTEN, _("nazorg is klaar")),
        Overgang(S.NAZORG, S.ACTIEF, _("het gaat weer minder goed")),
        Overgang(S.SLAPEND, S.ACTIEF, _("nieuwe vraag, zelfde regisseur")),
        Overgang(S.SLAPEND, S.GESLOTEN, _("geen nieuwe vraag")),
        Overgang(S.GESLOTEN, S.ACTIEF, _("heropend na een nieuwe melding")),
    ),
)


# These steps are only for a municipality where a file never closes; closing is only for the others (C12).
ALLEEN_SLAPEND = frozenset({(S.NIEUW, S.SLAPEND), (S.ACTIEF, S.SLAPEND), (S.AFGESCHAALD, S.SLAPEND)})


def mag_bij(sluitregel: str, van: str, naar: str) -> bool:
    """Tell whether the table and the municipality's rule for the end of a file both allow the step."""
    if sluitregel == "slapend":
        return DOSSIER.mag(van, naar) and naar != S.GESLOTEN
    return DOSSIER.mag(van, naar) and (van, naar) not in ALLEEN_SLAPEND


class Gesprekstatus(models.TextChoices):
    GEPLAND = "gepland", _("gepland")
    GEVOERD = "gevoerd", _("gevoerd")
    VERVALLEN = "vervallen", _("niet doorgegaan")


GESPREK = Overgangen(
    Gesprekstatus.GEPLAND,
    (
        Overgang(Gesprekstatus.GEPLAND, Gesprekstatus.GEVOERD, _("het gesprek is geweest")),
        Overgang(Gesprekstatus.GEPLAND, Gesprekstatus.VERVALLEN, _("het gesprek ging niet door")),
    ),
)


class Verslagstatus(models.TextChoices):
    """A sent report is never rewritten: a correction stands beside it (EN R-09)."""

    CONCEPT = "concept", _("concept")
    VERSTUURD = "verstuurd", _("verstuurd, wacht op reactie")
    AKKOORD = "akkoord", _("inwoner is akkoord")
    AANGEVULD = "aangevuld", _("inwoner heeft gecorrigeerd")
    NIET_AKKOORD = "niet_akkoord", _("inwoner is het niet eens")


V = Verslagstatus
VERSLAG = Overgangen(
    V.CONCEPT,
    (
        Overgang(V.CONCEPT, V.VERSTUURD, _("schriftelijke weergave naar de inwoner, Wmo 2.3.2 lid 8")),
        Overgang(V.VERSTUURD, V.AKKOORD, _("de inwoner is het eens")),
        Overgang(V.VERSTUURD, V.AANGEVULD, _("de inwoner corrigeert of vult aan")),
        Overgang(V.VERSTUURD, V.NIET_AKKOORD, _("de inwoner is het niet eens")),
        Overgang(V.AKKOORD, V.AANGEVULD, _("de inwoner vult later nog iets aan")),
        Overgang(V.AKKOORD, V.NIET_AKKOORD, _("de inwoner komt op het akkoord terug")),
        Overgang(V.AANGEVULD, V.AANGEVULD, _("de inwoner vult nog iets aan")),
        Overgang(V.AANGEVULD, V.AKKOORD, _("de inwoner is het eens, met de aanvulling erbij")),
        Overgang(V.AANGEVULD, V.NIET_AKKOORD, _("de inwoner is het bij nader inzien niet eens")),
        Overgang(V.NIET_AKKOORD, V.AKKOORD, _("de inwoner is het alsnog eens")),
        Overgang(V.NIET_AKKOORD, V.AANGEVULD, _("de inwoner vult iets aan")),
        Overgang(V.NIET_AKKOORD, V.NIET_AKKOORD, _("de inwoner licht toe waarom niet")),
    ),
)
