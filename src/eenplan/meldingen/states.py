"""The states of a melding, each step with its article or reason."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from eenplan.core.transitions import Overgang, Overgangen


class Meldingstatus(models.TextChoices):
    """From report to the written account; most reports end without an aanvraag."""

    ONTVANGEN = "ontvangen", _("ontvangen")
    BEVESTIGD = "bevestigd", _("ontvangst bevestigd")
    IN_ONDERZOEK = "in_onderzoek", _("in onderzoek")
    ONDERZOCHT = "onderzocht", _("onderzoek afgerond")
    AFGESLOTEN = "afgesloten", _("afgesloten zonder aanvraag")


S = Meldingstatus
MELDING = Overgangen(
    S.ONTVANGEN,
    (
        Overgang(S.ONTVANGEN, S.BEVESTIGD, "ontvangst bevestigd, Wmo 2.3.2 lid 1"),
        Overgang(S.ONTVANGEN, S.AFGESLOTEN, "ingetrokken of opgelost voor de bevestiging"),
        Overgang(S.BEVESTIGD, S.IN_ONDERZOEK, "onderzoek begint, Wmo 2.3.2 lid 1"),
        Overgang(S.BEVESTIGD, S.AFGESLOTEN, "ingetrokken of opgelost met eigen kracht"),
        Overgang(S.IN_ONDERZOEK, S.ONDERZOCHT, "weergave van het onderzoek is verstuurd, Wmo 2.3.2 lid 8"),
        Overgang(S.IN_ONDERZOEK, S.AFGESLOTEN, "ingetrokken of opgelost tijdens het onderzoek"),
        Overgang(S.ONDERZOCHT, S.AFGESLOTEN, "er komt geen aanvraag"),
    ),
)
