"""The closed lists of sharing with their names for the screen; the lists themselves stand in the law."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from eenplan.wetgeving import grondslag as wet


class Partnersoort(models.TextChoices):
    """What kind of organisation the other is."""

    WERK_EN_INKOMEN = wet.Partnersoort.WERK_EN_INKOMEN.value, _("werk en inkomen")
    ZORGVERZEKERAAR = wet.Partnersoort.ZORGVERZEKERAAR.value, _("zorgverzekeraar")
    SCHULDEISER = wet.Partnersoort.SCHULDEISER.value, _("schuldeiser")
    AANBIEDER = wet.Partnersoort.AANBIEDER.value, _("aanbieder van hulp")
    ONDERWIJS = wet.Partnersoort.ONDERWIJS.value, _("school of onderwijs")
    HUISARTS_GGD = wet.Partnersoort.HUISARTS_GGD.value, _("huisarts of GGD")
    VEILIG_THUIS = wet.Partnersoort.VEILIG_THUIS.value, _("Veilig Thuis")
    POLITIE = wet.Partnersoort.POLITIE.value, _("politie")
    ONDERZOEK_STATISTIEK = wet.Partnersoort.ONDERZOEK_STATISTIEK.value, _("onderzoeker of statistiek")
    OVERIG = wet.Partnersoort.OVERIG.value, _("andere organisatie")


class Deeldoel(models.TextChoices):
    """What the other uses the data for."""

    WMO = wet.Deeldoel.WMO.value, _("ondersteuning thuis en meedoen (Wmo)")
    JEUGDHULP = wet.Deeldoel.JEUGDHULP.value, _("jeugdhulp")
    INKOMEN = wet.Deeldoel.INKOMEN.value, _("werk en uitkering")
    SCHULDHULP = wet.Deeldoel.SCHULDHULP.value, _("hulp bij schulden")
    ZORG = wet.Deeldoel.ZORG.value, _("zorg en behandeling")
    ONDERWIJS = wet.Deeldoel.ONDERWIJS.value, _("leren en naar school gaan")
    VEILIGHEID = wet.Deeldoel.VEILIGHEID.value, _("veiligheid bij geweld of mishandeling")
    STATISTIEK = wet.Deeldoel.STATISTIEK.value, _("statistiek die de wet vraagt")
    ONDERZOEK = wet.Deeldoel.ONDERZOEK.value, _("wetenschappelijk onderzoek")
    WELZIJN = wet.Deeldoel.WELZIJN.value, _("welzijn en hulp die voor iedereen open is")


class Categorie(models.TextChoices):
    """The kinds of data that may go."""

    CONTACT = wet.Categorie.CONTACT.value, _("contactgegevens")
    HULPVRAAG = wet.Categorie.HULPVRAAG.value, _("hulpvraag")
    PLAN = wet.Categorie.PLAN.value, _("plan en eigen doelen")
    VOORZIENINGEN = wet.Categorie.VOORZIENINGEN.value, _("hulp die loopt")
    FINANCIEN = wet.Categorie.FINANCIEN.value, _("geld en schulden")
    GEZONDHEID = wet.Categorie.GEZONDHEID.value, _("gezondheid")
    VEILIGHEID = wet.Categorie.VEILIGHEID.value, _("veiligheid")


class Grondsoort(models.TextChoices):
    """On what ground something goes out."""

    TAAK = wet.Grondsoort.TAAK.value, _("taak uit de wet")
    TOESTEMMING = wet.Grondsoort.TOESTEMMING.value, _("toestemming")
    GEEN = wet.Grondsoort.GEEN.value, _("niet toegestaan")


class Richting(models.TextChoices):
    """Whether we give, or ask."""

    UIT = "uit", _("wij aan de ander")
    IN = "in", _("de ander aan ons")


class Wijze(models.TextChoices):
    """How an answer to the question for consent was given."""

    MONDELING = "mondeling", _("mondeling, met aantekening")
    SCHRIFTELIJK = "schriftelijk", _("schriftelijk")


class Hoedanigheid(models.TextChoices):
    """As whom somebody consents."""

    ZELF = "zelf", _("de inwoner zelf")
    GEZAG = "gezag", _("ouder met gezag of voogd")
    VERTEGENWOORDIGER = "vertegenwoordiger", _("vertegenwoordiger")


class Bekendheid(models.TextChoices):
    """The answer to “do you know this person?”."""

    OPEN = "open", _("nog niet beantwoord")
    JA = "ja", _("ja, bekend")
    NEE = "nee", _("nee, niet bekend")
    NIET_GEZEGD = "niet_gezegd", _("dat zeggen wij niet")


def namen(keuzes: type[models.TextChoices], codes: list[str]) -> list[str]:
    """Give the names of these codes in the order of the list; a code that was dropped shows as itself."""
    per_code = dict(keuzes.choices)
    bekend = [str(naam) for code, naam in keuzes.choices if code in codes]
    return bekend + [code for code in codes if code not in per_code]
