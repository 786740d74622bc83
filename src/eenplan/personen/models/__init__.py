"""Residents, households, families and what happened to them: everything that room `personen` keeps."""

from eenplan.personen.models.afscherming import (
    Adresafscherming,
    Eigenpersoon,
    Markeringsoort,
    Relatiemarkering,
)
from eenplan.personen.models.gezin import (
    Gezag,
    Verblijf,
    Vertegenwoordiging,
    Wilsonbekwaamheid,
)
from eenplan.personen.models.inwoners import (
    Adres,
    Burgerservicenummer,
    Geslacht,
    Huishouden,
    Huishoudlid,
    Huishoudrol,
    Persoon,
    Relatie,
    Relatiesoort,
    Zoekwoord,
)
from eenplan.personen.models.omzettingen import (
    Daad,
    Dubbelkandidaat,
    Omzetting,
    Omzettingregel,
    Omzettingsoort,
)

__all__ = [
    "Adres",
    "Adresafscherming",
    "Burgerservicenummer",
    "Daad",
    "Dubbelkandidaat",
    "Eigenpersoon",
    "Geslacht",
    "Gezag",
    "Huishouden",
    "Huishoudlid",
    "Huishoudrol",
    "Markeringsoort",
    "Omzetting",
    "Omzettingregel",
    "Omzettingsoort",
    "Persoon",
    "Relatie",
    "Relatiemarkering",
    "Relatiesoort",
    "Verblijf",
    "Vertegenwoordiging",
    "Wilsonbekwaamheid",
    "Zoekwoord",
]
