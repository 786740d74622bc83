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
        Overgang(S.NIEUW, S.ACTIEF, "een regisseur is aangewezen"),
        Overgang(S.NIEUW, S.GESLOTEN, "de vraag is opgelost zonder onderzoek"),
        Overgang(S.ACTIEF, S.IN_REGIE, "het plan is vastgesteld en wordt uitgevoerd"),
        Overgang(S.ACTIEF, S.GESLOTEN, "er komt geen plan"),
        Overgang(S.IN_REGIE, S.AFGESCHAALD, "de hulp is lichter geworden"),
        Overgang(S.IN_REGIE, S.NAZORG, "de doelen zijn gehaald"),
        Overgang(S.AFGESCHAALD, S.IN_REGIE, "er is weer zwaardere hulp nodig"),
        Overgang(S.AFGESCHAALD, S.NAZORG, "de hulp is klaar"),
        Overgang(S.NAZORG, S.SLAPEND, "geen vaste contacten meer, de deur staat open"),
        Overgang(S.NAZORG, S.GESLOTEN, "nazorg is klaar"),
        Overgang(S.NAZORG, S.ACTIEF, "het gaat weer minder goed"),
        Overgang(S.SLAPEND, S.ACTIEF, "nieuwe vraag, zelfde regisseur"),
        Overgang(S.SLAPEND, S.GESLOTEN, "geen nieuwe vraag"),
        Overgang(S.GESLOTEN, S.ACTIEF, "heropend na een nieuwe melding"),
    ),
)


class Gesprekstatus(models.TextChoices):
    GEPLAND = "gepland", _("gepland")
    GEVOERD = "gevoerd", _("gevoerd")
    VERVALLEN = "vervallen", _("niet doorgegaan")


GESPREK = Overgangen(
    Gesprekstatus.GEPLAND,
    (
        Overgang(Gesprekstatus.GEPLAND, Gesprekstatus.GEVOERD, "het gesprek is geweest"),
        Overgang(Gesprekstatus.GEPLAND, Gesprekstatus.VERVALLEN, "het gesprek ging niet door"),
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
        Overgang(V.CONCEPT, V.VERSTUURD, "schriftelijke weergave naar de inwoner, Wmo 2.3.2 lid 8"),
        Overgang(V.VERSTUURD, V.AKKOORD, "de inwoner is het eens"),
        Overgang(V.VERSTUURD, V.AANGEVULD, "de inwoner corrigeert of vult aan"),
        Overgang(V.VERSTUURD, V.NIET_AKKOORD, "de inwoner is het niet eens"),
        Overgang(V.AKKOORD, V.AANGEVULD, "de inwoner vult later nog iets aan"),
        Overgang(V.AKKOORD, V.NIET_AKKOORD, "de inwoner komt op het akkoord terug"),
        Overgang(V.AANGEVULD, V.AANGEVULD, "de inwoner vult nog iets aan"),
        Overgang(V.AANGEVULD, V.AKKOORD, "de inwoner is het eens, met de aanvulling erbij"),
        Overgang(V.AANGEVULD, V.NIET_AKKOORD, "de inwoner is het bij nader inzien niet eens"),
        Overgang(V.NIET_AKKOORD, V.AKKOORD, "de inwoner is het alsnog eens"),
        Overgang(V.NIET_AKKOORD, V.AANGEVULD, "de inwoner vult iets aan"),
        Overgang(V.NIET_AKKOORD, V.NIET_AKKOORD, "de inwoner licht toe waarom niet"),
    ),
)
