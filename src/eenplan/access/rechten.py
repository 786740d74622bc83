"""Rights and roles as one table. Code asks for rights, never for roles.

A right reads `room:object:act`. Where a role is filled (which team) is a fact of the room `teams`.
"""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Recht(StrEnum):
    """Everything a worker may be allowed to do, in alphabetical order of its text."""

    AANBOD_BEHEREN = "aanbod:aanbod:beheren"
    AANBOD_INZIEN = "aanbod:aanbod:inzien"
    EIGEN_AANMELDING = "aanmelden:eigen:bijhouden"
    AANMELDEN_BEHEREN = "aanmelden:medewerker:beheren"
    SPOOR_INZIEN = "audit:spoor:inzien"
    AANVRAAG_ONTVANGEN = "besluiten:aanvraag:ontvangen"
    BESLUIT_BEOORDELEN = "besluiten:besluit:beoordelen"
    BESLUIT_INZIEN = "besluiten:besluit:inzien"
    BESLUIT_NEMEN = "besluiten:besluit:nemen"
    BESLUIT_VRAGEN = "besluiten:besluit:vragen"
    TOEKENNING_STUREN = "besluiten:toekenning:sturen"
    MANDAAT_BEHEREN = "besluiten:mandaat:beheren"
    MANDAAT_BEVESTIGEN = "besluiten:mandaat:bevestigen"
    MANDAAT_INZIEN = "besluiten:mandaat:inzien"
    WAARNEMING_REGELEN = "besluiten:waarneming:regelen"
    GEGEVENS_DELEN = "delen:deling:doen"
    DELING_INZIEN = "delen:deling:inzien"
    SAMENWERKING_BEHEREN = "delen:samenwerking:beheren"
    DOSSIER_BIJHOUDEN = "dossiers:dossier:bijhouden"
    DOSSIER_INZIEN = "dossiers:dossier:inzien"
    REGIE_TOEWIJZEN = "dossiers:regie:toewijzen"
    CONSULT_BEANTWOORDEN = "adviezen:consult:beantwoorden"
    CASUSBESPREKING_LEZEN = "overleggen:casusbespreking:lezen"
    CONTACT_AANNEMEN = "meldingen:contact:aannemen"
    EIGEN_DOELEN_INZIEN = "ketenpartners:doel:inzien"
    PARTNERMEDEWERKER_BEHEREN = "ketenpartners:medewerker:beheren"
    PARTNERTAAK_UITVOEREN = "ketenpartners:taak:uitvoeren"
    MAATWERK_AANVRAGEN = "maatwerk:route:aanvragen"
    MAATWERK_BEOORDELEN = "maatwerk:route:beoordelen"
    MAATWERK_INZIEN = "maatwerk:route:inzien"
    MELDING_BEVESTIGEN = "meldingen:melding:bevestigen"
    MELDING_INZIEN = "meldingen:melding:inzien"
    ONDERZOEK_DOEN = "meldingen:onderzoek:doen"
    GEZIN_BIJHOUDEN = "personen:gezin:bijhouden"
    HUISHOUDEN_VERHUIZEN = "personen:huishouden:verhuizen"
    HUISHOUDEN_VINDEN = "personen:huishouden:vinden"
    PERSONEN_SAMENVOEGEN = "personen:persoon:samenvoegen"
    PLAN_INZIEN = "plannen:plan:inzien"
    PLAN_SCHRIJVEN = "plannen:plan:schrijven"
    PLAN_VASTSTELLEN = "plannen:plan:vaststellen"
    MELDCODE_BIJHOUDEN = "veiligheid:meldcode:bijhouden"
    MELDCODE_INZIEN = "veiligheid:meldcode:inzien"
    VERNIETIGING_BEHEREN = "privacy:vernietiging:beheren"
    VERZOEK_BEHANDELEN = "privacy:verzoek:behandelen"
    VERZOEK_VOLGEN = "privacy:verzoek:volgen"
    CIJFERS_INZIEN = "web:cijfers:inzien"
    DATALEK_MELDEN = "registers:datalek:melden"
    DOORZETTEN = "regie:doorzetting:nemen"
    REGISTERS_BIJHOUDEN = "registers:register:bijhouden"
    BETROKKENHEID_VRAGEN = "toegang:betrokkenheid:vragen"
    EIGEN_DOSSIER_KOPPELEN = "toegang:eigen:koppelen"
    TOEGANG_INZIEN = "toegang:eigen:inzien"
    MEEWERKEN_TOESTAAN = "toegang:meewerken:toestaan"
    NOODTOEGANG_BEOORDELEN = "toegang:noodtoegang:beoordelen"
    NOODTOEGANG_VRAGEN = "toegang:noodtoegang:vragen"
    ONDERZOEK_TOESTAAN = "toegang:onderzoek:toestaan"
    TAAK_UITVOEREN = "toegang:taak:uitvoeren"
    TERMIJN_BIJHOUDEN = "termijnen:termijn:bijhouden"
    TOEWIJZING_BIJHOUDEN = "toewijzingen:toewijzing:bijhouden"
    WACHTLIJST_INZIEN = "wachtlijsten:lijst:inzien"
    DAG_INZIEN = "web:dag:inzien"
    STAND_INZIEN = "web:stand:inzien"
    TEAM_INZIEN = "web:team:inzien"
    WERKWIJZE_INZIEN = "werkwijzen:werkwijze:inzien"
    WERKWIJZE_VOORSTELLEN = "werkwijzen:werkwijze:voorstellen"
    WERKWIJZE_VRIJGEVEN = "werkwijzen:werkwijze:vrijgeven"


class Rol(StrEnum):
    """What a worker is appointed to do, for one team or for the whole municipality."""

    REGISSEUR = "regisseur"
    MANAGER = "manager"
    BACKOFFICE = "backoffice"
    FRONTOFFICE = "frontoffice"
    PRIVACY = "privacy"
    BEHEERDER = "beheerder"
    VRIJWILLIGER = "vrijwilliger"
    CONTROLLER = "controller"
    ONDERZOEKER = "onderzoeker"
    AANDACHTSFUNCTIONARIS = "aandacht"
    KETENPARTNER = "ketenpartner"


ROL_NAMEN = {
    Rol.REGISSEUR: _("regisseur"),
    Rol.MANAGER: _("manager wijkteam"),
    Rol.BACKOFFICE: _("medewerker backoffice"),
    Rol.FRONTOFFICE: _("medewerker frontoffice"),
    Rol.PRIVACY: _("functionaris gegevensbescherming"),
    Rol.BEHEERDER: _("functioneel beheerder"),
    Rol.VRIJWILLIGER: _("vrijwilliger"),
    Rol.CONTROLLER: _("controller"),
    Rol.ONDERZOEKER: _("dossieronderzoeker"),
    Rol.AANDACHTSFUNCTIONARIS: _("aandachtsfunctionaris huiselijk geweld"),
    Rol.KETENPARTNER: _("hulpverlener van een partner"),
}

# Advising (regisseur), adopting (manager) and formalising (back office) are kept apart: Enschede report, R-06.
ROL_RECHTEN: dict[Rol, frozenset[Recht]] = {
    Rol.REGISSEUR: frozenset(
        {
            Recht.MAATWERK_AANVRAGEN,
            Recht.MAATWERK_INZIEN,
            Recht.BESLUIT_VRAGEN,
            Recht.TOEKENNING_STUREN,
            Recht.CASUSBESPREKING_LEZEN,
            Recht.CONSULT_BEANTWOORDEN,
            Recht.WACHTLIJST_INZIEN,
            Recht.DELING_INZIEN,
            Recht.GEGEVENS_DELEN,
            Recht.GEZIN_BIJHOUDEN,
            Recht.HUISHOUDEN_VERHUIZEN,
            Recht.BETROKKENHEID_VRAGEN,
            Recht.MEEWERKEN_TOESTAAN,
            Recht.NOODTOEGANG_VRAGEN,
            Recht.TOEGANG_INZIEN,
            Recht.AANBOD_INZIEN,
            Recht.AANVRAAG_ONTVANGEN,
            Recht.BESLUIT_INZIEN,
            Recht.DOSSIER_BIJHOUDEN,
            Recht.DOSSIER_INZIEN,
            Recht.CONTACT_AANNEMEN,
            Recht.MELDING_BEVESTIGEN,
            Recht.MELDING_INZIEN,
            Recht.ONDERZOEK_DOEN,
            Recht.HUISHOUDEN_VINDEN,
            Recht.MELDCODE_BIJHOUDEN,
            Recht.PLAN_INZIEN,
            Recht.PLAN_SCHRIJVEN,
            Recht.REGIE_TOEWIJZEN,
            Recht.STAND_INZIEN,
            Recht.TERMIJN_BIJHOUDEN,
            Recht.TOEWIJZING_BIJHOUDEN,
            Recht.VERZOEK_BEHANDELEN,
            Recht.DAG_INZIEN,
            Recht.TEAM_INZIEN,
        }
    ),
    Rol.MANAGER: frozenset(
        {
            Recht.MAATWERK_BEOORDELEN,
            Recht.MAATWERK_INZIEN,
            Recht.CONSULT_BEANTWOORDEN,
            Recht.WACHTLIJST_INZIEN,
            Recht.DOORZETTEN,
            Recht.DELING_INZIEN,
            Recht.BETROKKENHEID_VRAGEN,
            Recht.NOODTOEGANG_BEOORDELEN,
            Recht.NOODTOEGANG_VRAGEN,
            Recht.ONDERZOEK_TOESTAAN,
            Recht.TOEGANG_INZIEN,
            Recht.CIJFERS_INZIEN,
            Recht.AANBOD_INZIEN,
            Recht.BESLUIT_BEOORDELEN,
            Recht.BESLUIT_INZIEN,
            Recht.MANDAAT_BEVESTIGEN,
            Recht.MANDAAT_INZIEN,
            Recht.WAARNEMING_REGELEN,
            Recht.DOSSIER_INZIEN,
            Recht.MELDING_INZIEN,
            Recht.HUISHOUDEN_VINDEN,
            Recht.PLAN_INZIEN,
            Recht.PLAN_VASTSTELLEN,
            Recht.REGIE_TOEWIJZEN,
            Recht.STAND_INZIEN,
            Recht.TERMIJN_BIJHOUDEN,
            Recht.DAG_INZIEN,
            Recht.TEAM_INZIEN,
            Recht.WERKWIJZE_INZIEN,
            Recht.WERKWIJZE_VRIJGEVEN,
        }
    ),
    Rol.BACKOFFICE: frozenset(
        {
            Recht.BESLUIT_VRAGEN,
            Recht.TOEKENNING_STUREN,
            Recht.CONSULT_BEANTWOORDEN,
            Recht.HUISHOUDEN_VERHUIZEN,
            Recht.PERSONEN_SAMENVOEGEN,
            Recht.TOEGANG_INZIEN,
            Recht.AANBOD_INZIEN,
            Recht.AANVRAAG_ONTVANGEN,
            Recht.BESLUIT_BEOORDELEN,
            Recht.BESLUIT_INZIEN,
            Recht.MANDAAT_INZIEN,
            Recht.BESLUIT_NEMEN,
            Recht.HUISHOUDEN_VINDEN,
            Recht.PLAN_INZIEN,
            Recht.STAND_INZIEN,
            Recht.TERMIJN_BIJHOUDEN,
            Recht.TOEWIJZING_BIJHOUDEN,
            Recht.VERZOEK_BEHANDELEN,
            Recht.DAG_INZIEN,
        }
    ),
    Rol.FRONTOFFICE: frozenset(
        {
            Recht.BESLUIT_VRAGEN,
            Recht.HUISHOUDEN_VERHUIZEN,
            Recht.TOEGANG_INZIEN,
            Recht.CONTACT_AANNEMEN,
            Recht.MELDING_BEVESTIGEN,
            Recht.MELDING_INZIEN,
            Recht.HUISHOUDEN_VINDEN,
            Recht.STAND_INZIEN,
            Recht.DAG_INZIEN,
        }
    ),
    Rol.PRIVACY: frozenset(
        {
            Recht.SAMENWERKING_BEHEREN,
            Recht.REGISTERS_BIJHOUDEN,
            Recht.SPOOR_INZIEN,
            Recht.DAG_INZIEN,
            Recht.NOODTOEGANG_BEOORDELEN,
            Recht.TOEGANG_INZIEN,
            Recht.VERNIETIGING_BEHEREN,
            Recht.VERZOEK_VOLGEN,
        }
    ),
    Rol.BEHEERDER: frozenset(
        {
            Recht.AANMELDEN_BEHEREN,
            Recht.AANBOD_BEHEREN,
            Recht.AANBOD_INZIEN,
            Recht.DAG_INZIEN,
            Recht.EIGEN_DOSSIER_KOPPELEN,
            Recht.MANDAAT_BEHEREN,
            Recht.MANDAAT_INZIEN,
            Recht.PARTNERMEDEWERKER_BEHEREN,
            Recht.TOEGANG_INZIEN,
            Recht.VERNIETIGING_BEHEREN,
            Recht.WERKWIJZE_INZIEN,
            Recht.WERKWIJZE_VOORSTELLEN,
            Recht.WERKWIJZE_VRIJGEVEN,
        }
    ),
    # Looks after every meldcode of a team (MELDCODE_INZIEN); a regisseur keeps those that are open by name (ADR 0016).
    Rol.AANDACHTSFUNCTIONARIS: frozenset(
        {
            Recht.DAG_INZIEN,
            Recht.HUISHOUDEN_VINDEN,
            Recht.MELDCODE_BIJHOUDEN,
            Recht.MELDCODE_INZIEN,
            Recht.TOEGANG_INZIEN,
        }
    ),
    # These three see no file by their role: a volunteer and a reviewer are let in file by file (see TOEGANG_RECHTEN).
    Rol.VRIJWILLIGER: frozenset({Recht.TAAK_UITVOEREN, Recht.TOEGANG_INZIEN}),
    Rol.CONTROLLER: frozenset({Recht.CIJFERS_INZIEN, Recht.TOEGANG_INZIEN}),
    Rol.ONDERZOEKER: frozenset({Recht.DAG_INZIEN, Recht.TOEGANG_INZIEN}),
    # An outside helper sees no file either: only the tasks of the own organisation and the goals a resident opened.
    Rol.KETENPARTNER: frozenset({Recht.PARTNERTAAK_UITVOEREN, Recht.EIGEN_DOELEN_INZIEN, Recht.TOEGANG_INZIEN}),
}


# Whatever the role: who sees that something went wrong with data says so at once, and looks after the own sign-in.
VAN_IEDEREEN = frozenset({Recht.DATALEK_MELDEN, Recht.EIGEN_AANMELDING})
ROL_RECHTEN = {rol: rechten | VAN_IEDEREEN for rol, rechten in ROL_RECHTEN.items()}


class Toegangsoort(StrEnum):
    """Why one file is open, or closed, to one worker, whatever the roles say."""

    GESLOTEN = "gesloten"  # one's own file or that of a relative
    NOOD = "nood"  # break-glass
    MEEWERKEN = "meewerken"  # asked along by the coordinator
    TAAK = "taak"  # a volunteer's task
    ONDERZOEK = "onderzoek"  # a reviewer, bound by a statement
    WETLABEL = "wetlabel"  # a ground to see what falls under another law


_LEZEN = frozenset(
    {
        Recht.DAG_INZIEN,
        Recht.BESLUIT_INZIEN,
        Recht.DELING_INZIEN,
        Recht.DOSSIER_INZIEN,
        Recht.HUISHOUDEN_VINDEN,
        Recht.MELDING_INZIEN,
        Recht.PLAN_INZIEN,
        Recht.STAND_INZIEN,
    }
)
TOEGANG_RECHTEN: dict[Toegangsoort, frozenset[Recht]] = {
    Toegangsoort.GESLOTEN: frozenset(),
    Toegangsoort.NOOD: _LEZEN,
    Toegangsoort.MEEWERKEN: _LEZEN | {Recht.DOSSIER_BIJHOUDEN},
    Toegangsoort.TAAK: frozenset({Recht.TAAK_UITVOEREN}),
    Toegangsoort.ONDERZOEK: frozenset({Recht.DOSSIER_INZIEN, Recht.MELDING_INZIEN, Recht.PLAN_INZIEN}),
    Toegangsoort.WETLABEL: frozenset(),
}


# What the trail keeps as the purpose of whoever is in a file by such an access. The words of a task stay out of it.
DOEL_VAN_TOEGANG = {
    Toegangsoort.NOOD: "noodtoegang",
    Toegangsoort.MEEWERKEN: "meewerken op verzoek van de regisseur",
    Toegangsoort.TAAK: "taak als vrijwilliger",
    Toegangsoort.ONDERZOEK: "dossieronderzoek onder geheimhouding",
}


def rollen_met(recht: Recht) -> frozenset[Rol]:
    """Give the roles that hold this right."""
    return frozenset(rol for rol, rechten in ROL_RECHTEN.items() if recht in rechten)
