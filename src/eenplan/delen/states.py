"""The states of a sharing, of an answer to a question for consent, and of a request for information."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgang, Overgangen


class Delingstatus(models.TextChoices):
    AANGEBODEN = "aangeboden", _("aangeboden")
    AANVAARD = "aanvaard", _("aanvaard")
    GEWEIGERD = "geweigerd", _("geweigerd")
    INGETROKKEN = "ingetrokken", _("ingetrokken")
    BEEINDIGD = "beeindigd", _("beëindigd")


D = Delingstatus
LOPEND = (D.AANGEBODEN, D.AANVAARD)
DELING = Overgangen(
    D.AANGEBODEN,
    (
        Overgang(D.AANGEBODEN, D.AANVAARD, _("de ander neemt het aanbod aan")),
        Overgang(D.AANGEBODEN, D.GEWEIGERD, _("de ander of wij willen dit niet")),
        Overgang(D.AANGEBODEN, D.INGETROKKEN, _("de grond of de noodzaak is weg")),
        Overgang(D.AANGEBODEN, D.BEEINDIGD, _("de samenwerking is beëindigd")),
        Overgang(D.AANVAARD, D.INGETROKKEN, _("de grond of de noodzaak is weg")),
        Overgang(D.AANVAARD, D.BEEINDIGD, _("het doel is bereikt of de samenwerking is beëindigd")),
    ),
)


class Toestemmingstatus(models.TextChoices):
    GEVRAAGD = "gevraagd", _("gevraagd, nog geen antwoord")
    GEGEVEN = "gegeven", _("gegeven")
    GEWEIGERD = "geweigerd", _("geweigerd")
    INGETROKKEN = "ingetrokken", _("ingetrokken")


T = Toestemmingstatus
TOESTEMMING = Overgangen(
    T.GEVRAAGD,
    (
        Overgang(T.GEVRAAGD, T.GEGEVEN, _("uit vrije wil gegeven, AVG 4 onder 11")),
        Overgang(T.GEVRAAGD, T.GEWEIGERD, _("weigeren mag altijd en heeft geen gevolgen")),
        Overgang(T.GEGEVEN, T.INGETROKKEN, _("intrekken mag altijd, AVG 7 lid 3")),
    ),
)


class Verzoekstatus(models.TextChoices):
    BEKENDHEID = "bekendheid", _("eerst: bekend of niet")
    VRAGEN = "vragen", _("vragen staan open")
    BEANTWOORD = "beantwoord", _("alle vragen zijn beantwoord")
    GESTOPT = "gestopt", _("gestopt zonder vragen")
    BEEINDIGD = "beeindigd", _("gesloten, de samenwerking is beëindigd")


V = Verzoekstatus
VERZOEK_OPEN = (V.BEKENDHEID, V.VRAGEN)
VERZOEK = Overgangen(
    V.BEKENDHEID,
    (
        Overgang(V.BEKENDHEID, V.VRAGEN, _("bekend: nu mogen de vragen worden gesteld")),
        Overgang(V.BEKENDHEID, V.GESTOPT, _("niet bekend, of niet gezegd")),
        Overgang(V.BEKENDHEID, V.BEEINDIGD, _("de samenwerking is beëindigd")),
        Overgang(V.VRAGEN, V.BEANTWOORD, _("op elke vraag is een antwoord of een weigering")),
        Overgang(V.VRAGEN, V.BEEINDIGD, _("de samenwerking is beëindigd")),
    ),
)
