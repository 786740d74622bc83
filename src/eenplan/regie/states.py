"""The states of a handover of the coordination, each step with its reason."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgang, Overgangen


class Overdrachtstatus(models.TextChoices):
    """Where a handover stands; until it is accepted the old coordinator stays."""

    VOORGESTELD = "voorgesteld", _("wacht op antwoord")
    AANVAARD = "aanvaard", _("aanvaard")
    GEWEIGERD = "geweigerd", _("geweigerd")
    INGETROKKEN = "ingetrokken", _("ingetrokken")


S = Overdrachtstatus
OVERDRACHT = Overgangen(
    S.VOORGESTELD,
    (
        Overgang(S.VOORGESTELD, S.AANVAARD, _("de nieuwe regisseur neemt de regie over")),
        Overgang(S.VOORGESTELD, S.GEWEIGERD, _("de gevraagde collega kan het niet doen, met een reden")),
        Overgang(S.VOORGESTELD, S.INGETROKKEN, _("het voorstel is van de baan, of de manager wees iemand aan")),
    ),
)
