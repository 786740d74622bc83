"""The states of a task in a partner's hands, and of a goal opened to an outside helper."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgang, Overgangen


class Partnertaakstatus(models.TextChoices):
    UITGEZET = "uitgezet", _("uitgezet, nog geen antwoord")
    AANVAARD = "aanvaard", _("aanvaard")
    GEWEIGERD = "geweigerd", _("geweigerd")
    GEREED = "gereed", _("gereed")
    TERUGGEGEVEN = "teruggegeven", _("teruggegeven")
    INGETROKKEN = "ingetrokken", _("ingetrokken")


P = Partnertaakstatus
TAAK_LOOPT = (P.UITGEZET, P.AANVAARD)
PARTNERTAAK = Overgangen(
    P.UITGEZET,
    (
        Overgang(P.UITGEZET, P.AANVAARD, _("de partner neemt de opdracht aan")),
        Overgang(P.UITGEZET, P.GEWEIGERD, _("de partner weigert, met een reden")),
        Overgang(P.UITGEZET, P.INGETROKKEN, _("wij hebben de opdracht niet meer nodig, of de grond is weg")),
        Overgang(P.AANVAARD, P.GEREED, _("de partner meldt het resultaat")),
        Overgang(P.AANVAARD, P.TERUGGEGEVEN, _("het lukt de partner toch niet, met een reden")),
    ),
)


class Openingstatus(models.TextChoices):
    GEVRAAGD = "gevraagd", _("gevraagd aan de inwoner")
    OPEN = "open", _("open")
    GEWEIGERD = "geweigerd", _("geweigerd door de inwoner")
    INGETROKKEN = "ingetrokken", _("ingetrokken door de inwoner")
    GESLOTEN = "gesloten", _("gesloten door de regisseur")


O = Openingstatus  # noqa: E741 - the first letter, as in every table of states
OPENING = Overgangen(
    O.GEVRAAGD,
    (
        Overgang(O.GEVRAAGD, O.OPEN, _("de inwoner geeft toegang, uit vrije wil")),
        Overgang(O.GEVRAAGD, O.GEWEIGERD, _("weigeren mag altijd en heeft geen gevolgen")),
        Overgang(O.OPEN, O.INGETROKKEN, _("intrekken mag altijd, AVG 7 lid 3")),
        Overgang(O.OPEN, O.GESLOTEN, _("de veiligheid van iemand gaat voor")),
    ),
)
