"""The plan that a resident or family made themselves, and that we offered to help with it (C6).

Wmo 2.3.2 lid 2: a personal plan, within seven days after the melding. Jeugdwet 1.1 and 2.1 onder g: a family plan.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from eenplan.dossiers.models import Document, Dossier, Gelabeld
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.models import Melding
from eenplan.personen.models import Persoon
from eenplan.teams.models import Medewerker


class EigenPlansoort(models.TextChoices):
    """Which plan of their own the law knows."""

    PERSOONLIJK = "persoonlijk", _("persoonlijk plan (Wmo)")
    FAMILIEGROEP = "familiegroep", _("familiegroepsplan (Jeugdwet)")

    @property
    def wet(self) -> Wet:
        return Wet.WMO if self is EigenPlansoort.PERSOONLIJK else Wet.JEUGDWET


class EigenPlan(Gelabeld):
    """What a resident or family handed in: whose, when, in words or on paper; `venster_tot_en_met` was the last day.

    A late one counts as well; without a melding, or under the Jeugdwet, there is no last day.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="eigen_plannen")
    soort = models.CharField(max_length=14, choices=EigenPlansoort.choices)
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, null=True, related_name="+")
    melding = models.ForeignKey(Melding, on_delete=models.PROTECT, null=True, related_name="+")
    ingeleverd_op = models.DateField()
    venster_tot_en_met = models.DateField(null=True)
    tekst = models.TextField(blank=True)
    document = models.OneToOneField(Document, on_delete=models.PROTECT, null=True, related_name="+")
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField()

    ONDERWERP: ClassVar[str] = "eigenplan"

    class Meta:
        verbose_name = "eigen plan"
        verbose_name_plural = "eigen plannen"
        ordering = ["ingeleverd_op", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=EigenPlansoort.values), name="eigenplan_soort"),
            models.CheckConstraint(condition=~Q(tekst="") | Q(document__isnull=False), name="eigenplan_inhoud"),
        ]

    @property
    def is_op_tijd(self) -> bool | None:
        """Tell whether it came within the seven days of the law; none when the law set no last day."""
        return None if self.venster_tot_en_met is None else self.ingeleverd_op <= self.venster_tot_en_met

    @property
    def van_wie(self) -> str:
        """Name whose plan it is as one says it: the first name, or the family."""
        return self.persoon.roepnaam if self.persoon else str(_("het gezin"))


class Hulpaanbodantwoord(models.TextChoices):
    """What they said to our offer to help make a plan of their own."""

    WIL_HULP = "wil_hulp", _("wil hulp bij het maken")
    ZELF = "zelf", _("maakt het zelf")
    GEEN_PLAN = "geen_plan", _("wil geen eigen plan maken")


class EigenPlanaanbod(Gelabeld):
    """The team told somebody of the right to make a plan of their own, and offered help with it."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="eigen_planaanboden")
    soort = models.CharField(max_length=14, choices=EigenPlansoort.choices)
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, null=True, related_name="+")
    aangeboden_op = models.DateField()
    antwoord = models.CharField(max_length=10, choices=Hulpaanbodantwoord.choices)
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField()

    ONDERWERP: ClassVar[str] = "eigenplanaanbod"

    class Meta:
        verbose_name = "aanbod van hulp bij een eigen plan"
        verbose_name_plural = "aanboden van hulp bij een eigen plan"
        ordering = ["aangeboden_op", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=EigenPlansoort.values), name="eigenplanaanbod_soort"),
            models.CheckConstraint(
                condition=Q(antwoord__in=Hulpaanbodantwoord.values), name="eigenplanaanbod_antwoord"
            ),
        ]
