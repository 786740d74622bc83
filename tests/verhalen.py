"""Short stories for tests, told through the real actions: a call, a melding, a talk, a plan, a decision."""

from __future__ import annotations

from datetime import datetime, timedelta

from eenplan.dossiers.actions import Afspraak, begin_verslag, bewaar_verslag, plan_gesprek, verstuur_verslag, wijs_regisseur_aan
from eenplan.dossiers.models import Gespreksverslag
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.actions import (
    Gespreksvraag,
    bevestig_ontvangst,
    maak_melding,
    neem_contact_aan,
    rond_onderzoek_af,
    start_onderzoek,
    voeg_gesprek_toe,
)
from eenplan.meldingen.models import Contact, Melding, Onderzoek
from eenplan.teams.models import Medewerker
from personas import Gezin

BRIEF = b"%PDF-1.7 test"


def contact(gezin: Gezin, *, by: Medewerker, at: datetime, vraag: str = "Ik red het huishouden niet meer.") -> Contact:
    """Sanne calls with a request for help."""
    gehoord = Gespreksvraag(naam="Sanne de Wit", vraag=vraag, persoon=gezin.sanne, huishouden=gezin.huishouden)
    return neem_contact_aan(gehoord, by=by, at=at)


def melding(gezin: Gezin, *, by: Medewerker, at: datetime, wet: Wet = Wet.WMO) -> Melding:
    """The call became a melding."""
    return maak_melding(contact(gezin, by=by, at=at), wet=wet, by=by, at=at)


def onderzoek(gezin: Gezin, *, frontoffice: Medewerker, regisseur: Medewerker, at: datetime) -> Onderzoek:
    """The melding was confirmed the same day, a coordinator appointed and the onderzoek opened."""
    gemeld = melding(gezin, by=frontoffice, at=at)
    bevestig_ontvangst(gemeld, BRIEF, by=frontoffice, at=at)
    wijs_regisseur_aan(gemeld.dossier, regisseur=regisseur, by=regisseur, at=at)
    return start_onderzoek(gemeld, by=regisseur, at=at)


def verslag(lopend: Onderzoek, *, gezin: Gezin, by: Medewerker, at: datetime) -> Gespreksverslag:
    """A home visit was held a day later and its report is being written."""
    op = at + timedelta(days=1)
    afspraak = Afspraak("huisbezoek", op, "Lindelaan 4", (gezin.sanne,))
    gesprek = plan_gesprek(lopend.dossier, afspraak, by=by, at=at)
    voeg_gesprek_toe(lopend, gesprek, by=by, at=at)
    concept = begin_verslag(gesprek, by=by, at=op)
    bewaar_verslag(concept, {"a": "Sanne is moe en komt niet aan het huishouden toe."}, bewerking=0, by=by, at=op)
    return concept


def afgerond_onderzoek(gezin: Gezin, *, frontoffice: Medewerker, regisseur: Medewerker, at: datetime) -> Onderzoek:
    """The written account went out and the onderzoek was finished, two days after the call."""
    lopend = onderzoek(gezin, frontoffice=frontoffice, regisseur=regisseur, at=at)
    concept = verslag(lopend, gezin=gezin, by=regisseur, at=at)
    later = at + timedelta(days=2)
    verstuur_verslag(concept, BRIEF, by=regisseur, at=later)
    rond_onderzoek_af(lopend, by=regisseur, at=later)
    return lopend
