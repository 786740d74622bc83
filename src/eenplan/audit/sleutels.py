"""The closed vocabulary of the trail: every key with its sentence and what may be erased of it.

Keys outlive wording and renames: never reuse or rename one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Wissen(StrEnum):
    """What happens to the personal detail of an event when the file is destroyed."""

    GEEN_DETAIL = "geen detail"  # the event holds no personal detail at all
    DETAIL_WEG = "detail weg"  # the detail row is deleted, the event itself stays


class Sleutel(StrEnum):
    """Everything that can happen to a file, in the order of the work."""

    AANGEMELD = "sessie:aangemeld"
    AFGEMELD = "sessie:afgemeld"
    AANMELDEN_MISLUKT = "sessie:mislukt"
    SESSIES_BEEINDIGD = "sessie:beeindigd"
    FACTOR_INGESTELD = "account:factor_ingesteld"
    FACTOR_WEG = "account:factor_weg"
    HERSTELCODES_GEMAAKT = "account:herstelcodes"
    HERSTELCODE_GEBRUIKT = "account:herstelcode_gebruikt"
    WACHTWOORD_GEWIJZIGD = "account:wachtwoord"
    KOPPELING_GEWIJZIGD = "account:koppeling"
    MEDEWERKER_GEMAAKT = "medewerker:gemaakt"
    ROL_GEGEVEN = "medewerker:rol_gegeven"
    ROL_BEEINDIGD = "medewerker:rol_beeindigd"
    GEZOCHT = "personen:gezocht"
    HUISHOUDEN_INGESCHREVEN = "huishouden:ingeschreven"
    HUISHOUDEN_VERHUISD = "huishouden:verhuisd"
    HUISHOUDEN_ONTVANGEN = "huishouden:ontvangen"
    HUISHOUDEN_GESPLITST = "huishouden:gesplitst"
    HUISHOUDENS_SAMENGEVOEGD = "huishouden:samengevoegd"
    PERSONEN_SAMENGEVOEGD = "persoon:samengevoegd"
    OMZETTING_ONGEDAAN = "omzetting:ongedaan"
    DUBBEL_AFGEWEZEN = "dubbelen:afgewezen"
    DUBBELEN_INGEZIEN = "dubbelen:ingezien"
    GEZIN_INGEZIEN = "gezin:ingezien"
    GEZAG_VASTGELEGD = "gezin:gezag"
    VERTEGENWOORDIGING_VASTGELEGD = "gezin:vertegenwoordiging"
    VERBLIJF_VASTGELEGD = "gezin:verblijf"
    WILSBEKWAAMHEID_VASTGELEGD = "gezin:wilsbekwaamheid"
    RELATIE_VASTGELEGD = "gezin:relatie"
    RELATIE_GEMARKEERD = "gezin:markering"
    ADRES_AFGESCHERMD = "gezin:adres"
    EIGENPERSOON_VASTGELEGD = "medewerker:eigenpersoon"
    CONTACT_AANGENOMEN = "contact:aangenomen"
    CONTACT_BEANTWOORD = "contact:beantwoord"
    CONTACT_TERUGBELLEN = "contact:terugbellen"
    CONTACT_TERUGGEBELD = "contact:teruggebeld"
    CONTACT_INGEZIEN = "contact:ingezien"
    STAND_INGEZIEN = "stand:ingezien"
    MELDING_ONTVANGEN = "melding:ontvangen"
    MELDING_BEVESTIGD = "melding:bevestigd"
    MELDING_INGEZIEN = "melding:ingezien"
    MELDING_AFGESLOTEN = "melding:afgesloten"
    TRIAGE_GEDAAN = "triage:gedaan"
    TOELATING_BESLOTEN = "triage:toelating"
    CRISIS_HANDELING = "triage:crisishandeling"
    CRISIS_AFGEWEND = "triage:afgewend"
    DOSSIER_GEOPEND = "dossier:geopend"
    DOSSIER_INGEZIEN = "dossier:ingezien"
    DOSSIER_STATUS = "dossier:status"
    DOSSIER_HEROPEND = "dossier:heropend"
    DOSSIER_AFGESLOTEN = "afsluiting:gesloten"
    AFSLUITING_GEVRAAGD = "afsluiting:gevraagd"
    AFSLUITING_TERUG = "afsluiting:teruggegeven"
    REGIE_GESTART = "regie:gestart"
    REGIE_OVERGEDRAGEN = "regie:overgedragen"
    REGIE_VERVALLEN = "regie:vervallen"
    COORDINATIE_INGEZIEN = "regie:coordinatie_ingezien"
    COORDINATIELIJST_INGEZIEN = "regie:lijst_ingezien"
    REGIE_VOORGESTELD = "regie:voorgesteld"
    REGIE_GEWEIGERD = "regie:geweigerd"
    REGIE_INGETROKKEN = "regie:ingetrokken"
    REGIE_INWONER_INGELICHT = "regie:inwoner_ingelicht"
    GOUDEN_REGELS = "regie:gouden_regels"
    NAZORG_GEPLAND = "regie:nazorg_gepland"
    NAZORG_GEHOUDEN = "regie:nazorg_gehouden"
    SCHAAL_BESLOTEN = "regie:schaalbesluit"
    SCHAAL_EFFECT = "regie:schaaleffect"
    INTERVENTIE_GEDAAN = "regie:interventie"
    INTERVENTIE_UITKOMST = "regie:interventie_uitkomst"
    WAAKVLAM_AAN = "regie:waakvlam_aan"
    WAAKVLAM_CONTACT = "regie:waakvlam_contact"
    WAAKVLAM_UIT = "regie:waakvlam_uit"
    DOORGEZET = "regie:doorzetting"
    DOORZETTING_EFFECT = "regie:doorzetting_effect"
    HULP_GEEVALUEERD = "regie:hulp_geevalueerd"
    ACHTERWACHT_AANGEWEZEN = "regie:achterwacht"
    CASUS_GEOPEND = "casus:geopend"
    CASUS_GESLOTEN = "casus:gesloten"
    NOTITIE_GESCHREVEN = "notitie:geschreven"
    NOTITIE_VERBORGEN = "notitie:verborgen"
    NOTITIE_GETOOND = "notitie:getoond"
    TAAK_GEMAAKT = "taak:gemaakt"
    TAAK_GEDAAN = "taak:gedaan"
    DOCUMENT_TOEGEVOEGD = "document:toegevoegd"
    DOCUMENT_VERBORGEN = "document:verborgen"
    DOCUMENT_GETOOND = "document:getoond"
    LABELGROND_GEVRAAGD = "labelgrond:gevraagd"
    LABELGROND_GEGEVEN = "labelgrond:gegeven"
    LABELGROND_AFGEWEZEN = "labelgrond:afgewezen"
    LABELGROND_INGETROKKEN = "labelgrond:ingetrokken"
    DOCUMENT_INGEZIEN = "document:ingezien"
    ONDERZOEK_GESTART = "onderzoek:gestart"
    ONDERZOEK_AFGEROND = "onderzoek:afgerond"
    GESPREK_GEPLAND = "gesprek:gepland"
    GESPREK_GEVOERD = "gesprek:gevoerd"
    GESPREK_VERVALLEN = "gesprek:vervallen"
    VERSLAG_BEGONNEN = "verslag:begonnen"
    VERSLAG_INGEZIEN = "verslag:ingezien"
    VERSLAG_VERSTUURD = "verslag:verstuurd"
    VERSLAG_REACTIE = "verslag:reactie"
    TERMIJN_GESTART = "termijn:gestart"
    TERMIJN_OPGESCHORT = "termijn:opgeschort"
    TERMIJN_VERDAAGD = "termijn:verdaagd"
    TERMIJN_VOLTOOID = "termijn:voltooid"
    PLAN_BEGONNEN = "plan:begonnen"
    PLAN_INGEZIEN = "plan:ingezien"
    PLAN_GEWIJZIGD = "plan:gewijzigd"
    PLAN_AANGEBODEN = "plan:aangeboden"
    PLAN_TERUGGESTUURD = "plan:teruggestuurd"
    PLAN_TERUGGENOMEN = "plan:teruggenomen"
    PLAN_VASTGESTELD = "plan:vastgesteld"
    PLAN_ONTVANGEN = "plan:ontvangen"
    EIGENPLAN_INGELEVERD = "plan:eigen_ingeleverd"
    EIGENPLAN_AANGEBODEN = "plan:eigen_aangeboden"
    EIGENPLAN_INGEZIEN = "plan:eigen_ingezien"
    UREN_GESCHREVEN = "uren:geschreven"
    UREN_WEGGEHAALD = "uren:weggehaald"
    UREN_BOVEN_MAXIMUM = "uren:boven_maximum"
    UREN_INGEZIEN = "uren:ingezien"
    AANVRAAG_ONTVANGEN = "aanvraag:ontvangen"
    BESLUIT_VOORBEREID = "besluit:voorbereid"
    BESLUIT_INGEZIEN = "besluit:ingezien"
    BESLUIT_VOORGELEGD = "besluit:voorgelegd"
    BESLUIT_TERUG = "besluit:terug"
    TOEKENNING_VERSTUURD = "besluit:brief"
    BESLUIT_GEVRAAGD = "besluit:gevraagd"
    BESLUIT_GENOMEN = "besluit:genomen"
    MANDAAT_INGEVOERD = "mandaat:ingevoerd"
    MANDAAT_BEVESTIGD = "mandaat:bevestigd"
    MANDAAT_BEEINDIGD = "mandaat:beeindigd"
    WAARNEMING_GEREGELD = "waarneming:geregeld"
    WAARNEMING_BEEINDIGD = "waarneming:beeindigd"
    TOEWIJZING_GEDAAN = "toewijzing:gedaan"
    HULP_GESTART = "hulp:gestart"
    HULP_GESTOPT = "hulp:gestopt"
    BETROKKENHEID_GEVONDEN = "betrokkenheid:gevonden"
    BETROKKENHEID_NIET_GEVONDEN = "betrokkenheid:niet-gevonden"
    NOODTOEGANG_GEOPEND = "noodtoegang:geopend"
    NOODTOEGANG_GEBRUIKT = "noodtoegang:gebruikt"
    NOODTOEGANG_GESLOTEN = "noodtoegang:gesloten"
    NOODTOEGANG_BEOORDEELD = "noodtoegang:beoordeeld"
    MEEWERKEN_GEVRAAGD = "toegang:gevraagd"
    MEEWERKEN_TOEGESTAAN = "toegang:toegestaan"
    MEEWERKEN_GEWEIGERD = "toegang:geweigerd"
    TOEGANG_INGETROKKEN = "toegang:ingetrokken"
    ONDERZOEK_TOEGESTAAN = "toegang:onderzoek"
    TAAK_AAN_VRIJWILLIGER = "taak:vrijwilliger"
    TAAK_TERUGGEMELD = "taak:teruggemeld"
    TAAK_INGEZIEN = "taak:ingezien"
    MAATWERK_INGEZIEN = "maatwerk:ingezien"
    MAATWERK_GEVRAAGD = "maatwerk:gevraagd"
    MAATWERK_BETAALD = "maatwerk:betaald"
    MAATWERK_AFGEWEZEN = "maatwerk:afgewezen"
    MAATWERK_GETOETST = "maatwerk:getoetst"
    MAATWERK_PRECEDENT = "maatwerk:precedent"
    PARTNERMEDEWERKER_VASTGELEGD = "partner:medewerker"
    PARTNERMEDEWERKER_BEEINDIGD = "partner:medewerker_einde"
    PARTNERTAAK_INGEZIEN = "partnertaak:ingezien"
    PARTNERTAAK_UITGEZET = "partnertaak:uitgezet"
    PARTNERTAAK_AANVAARD = "partnertaak:aanvaard"
    PARTNERTAAK_GEWEIGERD = "partnertaak:geweigerd"
    PARTNERTAAK_GEREED = "partnertaak:gereed"
    PARTNERTAAK_TERUGGEGEVEN = "partnertaak:teruggegeven"
    PARTNERTAAK_INGETROKKEN = "partnertaak:ingetrokken"
    PARTNERTAAK_HERINNERD = "partnertaak:herinnerd"
    DOELOPENING_INGEZIEN = "doelopening:ingezien"
    DOELOPENING_VERLEEND = "doelopening:verleend"
    DOELOPENING_GEWEIGERD = "doelopening:geweigerd"
    DOELOPENING_INGETROKKEN = "doelopening:ingetrokken"
    DOELOPENING_GESLOTEN = "doelopening:gesloten"
    OPENGESTELD_DOEL_INGEZIEN = "doelopening:bekeken"
    OPENGESTELD_DOEL_VOORTGANG = "doelopening:voortgang"
    OPENGESTELD_DOEL_ACTIE = "doelopening:actie"
    CIJFERS_INGEZIEN = "cijfers:ingezien"
    SAMENWERKING_VASTGELEGD = "samenwerking:vastgelegd"
    SAMENWERKING_BEEINDIGD = "samenwerking:beeindigd"
    TOESTEMMING_GEVRAAGD = "toestemming:gevraagd"
    TOESTEMMING_GEGEVEN = "toestemming:gegeven"
    TOESTEMMING_GEWEIGERD = "toestemming:geweigerd"
    TOESTEMMING_INGETROKKEN = "toestemming:ingetrokken"
    DELING_INGEZIEN = "deling:ingezien"
    DELING_AANGEBODEN = "deling:aangeboden"
    DELING_AANVAARD = "deling:aanvaard"
    DELING_GEWEIGERD = "deling:geweigerd"
    DELING_INGETROKKEN = "deling:ingetrokken"
    DELING_BEEINDIGD = "deling:beeindigd"
    DELING_VERSTREKT = "deling:verstrekt"
    INFORMATIE_INGEZIEN = "informatieverzoek:ingezien"
    INFORMATIE_GEVRAAGD = "informatieverzoek:gevraagd"
    INFORMATIE_BEKENDHEID = "informatieverzoek:bekendheid"
    INFORMATIE_VRAAG = "informatieverzoek:vraag"
    INFORMATIE_BEANTWOORD = "informatieverzoek:beantwoord"
    INFORMATIE_GEWEIGERD = "informatieverzoek:geweigerd"
    INFORMATIE_GESLOTEN = "informatieverzoek:gesloten"
    OVERLEG_INGEZIEN = "overleg:ingezien"
    OVERLEG_GEPLAND = "overleg:gepland"
    OVERLEG_GEWIJZIGD = "overleg:gewijzigd"
    OVERLEG_GENODIGD = "overleg:genodigd"
    OVERLEG_GEDEELD = "overleg:gedeeld"
    OVERLEG_UITNODIGING = "overleg:uitnodiging"
    OVERLEG_GEHOUDEN = "overleg:gehouden"
    OVERLEG_VERVALLEN = "overleg:vervallen"
    OVERLEG_AFSPRAAK = "overleg:afspraak"
    OVERLEG_AFSPRAAK_AFGEHANDELD = "overleg:afspraak_afgehandeld"
    CASUSBESPREKING_BEGONNEN = "casusbespreking:begonnen"
    CASUSBESPREKING_GELEZEN = "casusbespreking:gelezen"
    CASUSBESPREKING_ADVIES = "casusbespreking:advies"
    CASUSBESPREKING_AFGEROND = "casusbespreking:afgerond"
    ADVIES_INGEZIEN = "advies:ingezien"
    ADVIES_GESCHREVEN = "advies:geschreven"
    ADVIES_VERZONDEN = "advies:verzonden"
    ADVIES_BEANTWOORD = "advies:beantwoord"
    ADVIES_GEESCALEERD = "advies:geescaleerd"
    ADVIES_EFFECT = "advies:effect"
    ADVIES_INGETROKKEN = "advies:ingetrokken"
    CONSULT_INGEZIEN = "consult:ingezien"
    CONSULT_GEVRAAGD = "consult:gevraagd"
    CONSULT_BEANTWOORD = "consult:beantwoord"
    CONSULT_INGETROKKEN = "consult:ingetrokken"
    SPOOR_INGEZIEN = "spoor:ingezien"
    SPOOR_UITGEVOERD = "spoor:uitgevoerd"
    OPVALLEND_INGEZIEN = "spoor:opvallend"
    OPVALLEND_BEOORDEELD = "spoor:beoordeeld"
    WIE_KEEK_INGEZIEN = "wiekeek:ingezien"
    WIE_KEEK_BRIEF = "wiekeek:brief"
    FORMULIER_INGEZIEN = "formulier:ingezien"
    VERZOEK_ONTVANGEN = "verzoek:ontvangen"
    VERZOEK_INGEZIEN = "verzoek:ingezien"
    VERZOEK_IN_BEHANDELING = "verzoek:in-behandeling"
    VERZOEK_BEANTWOORD = "verzoek:beantwoord"
    VERZOEK_INGETROKKEN = "verzoek:ingetrokken"
    VERZOEKEN_GEVOLGD = "verzoek:gevolgd"
    UITTREKSEL_VERZAMELD = "uittreksel:verzameld"
    UITTREKSEL_VRIJGEGEVEN = "uittreksel:vrijgegeven"
    BEPERKING_BEEINDIGD = "beperking:beeindigd"
    BEWAARPLICHT_OPGELEGD = "bewaarplicht:opgelegd"
    BEWAARPLICHT_OPGEHEVEN = "bewaarplicht:opgeheven"
    BEWAARLIJST_INGEZIEN = "bewaarlijst:ingezien"
    VERNIETIGING_VOORGESTELD = "vernietiging:voorgesteld"
    VERNIETIGD = "vernietiging:gedaan"
    VOORZIENING_VASTGELEGD = "aanbod:voorziening"
    AANBIEDER_VASTGELEGD = "aanbod:aanbieder"
    CONTRACT_GESLOTEN = "aanbod:contract"
    TARIEF_VASTGELEGD = "aanbod:tarief"
    CAPACITEIT_GEMELD = "aanbod:capaciteit"
    METING_GEDAAN = "meting:gedaan"
    EVALUATIE_GEHOUDEN = "evaluatie:gehouden"
    ERVARING_GEVRAAGD = "ervaring:gevraagd"
    WACHTPLEK_GEGEVEN = "wachtplek:gegeven"
    WACHTPLEK_HERZIEN = "wachtplek:herzien"
    WACHTPLEK_BEEINDIGD = "wachtplek:beeindigd"
    WACHTLIJST_INGEZIEN = "wachtlijst:ingezien"
    EFFECTBEOORDELING_BEGONNEN = "registers:effectbeoordeling"
    EFFECTBEOORDELING_GEWIJZIGD = "registers:effectbeoordeling_gewijzigd"
    DATALEK_GEMELD = "registers:datalek"
    DATALEK_BEOORDEELD = "registers:datalek_beoordeeld"
    GEHEIMHOUDING_GETEKEND = "registers:geheimhouding"
    INSTRUCTIE_GEDAAN = "registers:instructie"
    WERKWIJZE_VOORGESTELD = "werkwijze:voorgesteld"
    WERKWIJZE_VRIJGEGEVEN = "werkwijze:vrijgegeven"
    WERKWIJZE_TERUGGEGEVEN = "werkwijze:teruggegeven"
    WERKWIJZE_INGETROKKEN = "werkwijze:ingetrokken"
    NETWERK_INGEZIEN = "netwerk:ingezien"
    STEUN_VASTGELEGD = "netwerk:steun"
    STEUN_GESTOPT = "netwerk:gestopt"
    OVERBELASTING_GEZIEN = "netwerk:overbelasting"
    OVERBELASTING_BESPROKEN = "netwerk:besproken"
    VEILIGHEID_INGEZIEN = "veiligheid:ingezien"
    VEILIGHEIDSCHECK_GEDAAN = "veiligheid:check"
    VEILIGHEIDSCHECK_OVERGESLAGEN = "veiligheid:overgeslagen"
    RISICO_GETAXEERD = "veiligheid:risico"
    VEILIGHEIDSPLAN_GEMAAKT = "veiligheid:plan"
    MELDCODE_INGEZIEN = "vertrouwelijk:ingezien"
    MELDCODE_BEGONNEN = "vertrouwelijk:begonnen"
    MELDCODE_BIJGEWERKT = "vertrouwelijk:bijgewerkt"
    MELDCODE_TOEGANG = "vertrouwelijk:toegang"


@dataclass(frozen=True)
class Betekenis:
    """The sentence the trail shows (without personal detail), whether it is a look, and its erasure."""

    zin: str | Promise
    wissen: Wissen = Wissen.DETAIL_WEG
    is_inzage: bool = False
    verwerking: str = ""  # the processing activity; empty means that of the first word of the key
    is_vernietiging: bool = False  # after this event the details of the file may be gone
    niet_voor_inwoner: bool = False  # left out of what the resident reads about who looked


def _inzage(zin: str | Promise) -> Betekenis:
    return Betekenis(zin, Wissen.GEEN_DETAIL, is_inzage=True)


BETEKENIS: dict[Sleutel, Betekenis] = {
    Sleutel.AANGEMELD: Betekenis(_("aangemeld"), Wissen.GEEN_DETAIL),
    Sleutel.AFGEMELD: Betekenis(_("afgemeld"), Wissen.GEEN_DETAIL),
    Sleutel.AANMELDEN_MISLUKT: Betekenis(_("aanmelden mislukt"), Wissen.GEEN_DETAIL),
    Sleutel.SESSIES_BEEINDIGD: Betekenis(_("sessies beëindigd"), Wissen.GEEN_DETAIL),
    Sleutel.FACTOR_INGESTELD: Betekenis(_("tweede stap ingesteld"), Wissen.GEEN_DETAIL),
    Sleutel.FACTOR_WEG: Betekenis(_("tweede stap weggehaald")),
    Sleutel.HERSTELCODES_GEMAAKT: Betekenis(_("herstelcodes gemaakt"), Wissen.GEEN_DETAIL),
    Sleutel.HERSTELCODE_GEBRUIKT: Betekenis(_("herstelcode gebruikt"), Wissen.GEEN_DETAIL),
    Sleutel.WACHTWOORD_GEWIJZIGD: Betekenis(_("wachtwoord gewijzigd"), Wissen.GEEN_DETAIL),
    Sleutel.KOPPELING_GEWIJZIGD: Betekenis(_("koppeling met de aanmelddienst gewijzigd"), Wissen.GEEN_DETAIL),
    Sleutel.MEDEWERKER_GEMAAKT: Betekenis(_("medewerker gemaakt door de aanmelddienst"), Wissen.GEEN_DETAIL),
    Sleutel.ROL_GEGEVEN: Betekenis(_("rol gegeven door de aanmelddienst")),
    Sleutel.ROL_BEEINDIGD: Betekenis(_("rol beëindigd door de aanmelddienst")),
    Sleutel.GEZOCHT: _inzage(_("gezocht in personen")),
    Sleutel.HUISHOUDEN_INGESCHREVEN: Betekenis(_("huishouden ingeschreven"), Wissen.GEEN_DETAIL),
    Sleutel.HUISHOUDEN_VERHUISD: Betekenis(_("huishouden verhuisd")),
    Sleutel.HUISHOUDEN_ONTVANGEN: Betekenis(_("huishouden verhuisd naar ons team")),
    Sleutel.HUISHOUDEN_GESPLITST: Betekenis(_("huishouden gesplitst"), Wissen.GEEN_DETAIL),
    Sleutel.HUISHOUDENS_SAMENGEVOEGD: Betekenis(_("huishoudens samengevoegd"), Wissen.GEEN_DETAIL),
    Sleutel.PERSONEN_SAMENGEVOEGD: Betekenis(_("dubbele personen samengevoegd"), Wissen.GEEN_DETAIL),
    Sleutel.OMZETTING_ONGEDAAN: Betekenis(
        _("verhuizing, splitsing of samenvoeging ongedaan gemaakt"), Wissen.GEEN_DETAIL
    ),
    Sleutel.DUBBEL_AFGEWEZEN: Betekenis(_("vastgelegd dat twee personen niet dezelfde zijn"), Wissen.GEEN_DETAIL),
    Sleutel.DUBBELEN_INGEZIEN: _inzage(_("dubbele personen bekeken")),
    Sleutel.GEZIN_INGEZIEN: _inzage(_("gezin, gezag en vertegenwoordiging bekeken")),
    Sleutel.GEZAG_VASTGELEGD: Betekenis(_("gezag vastgelegd of beëindigd"), Wissen.GEEN_DETAIL),
    Sleutel.VERTEGENWOORDIGING_VASTGELEGD: Betekenis(
        _("vertegenwoordiging vastgelegd of beëindigd"), Wissen.GEEN_DETAIL
    ),
    Sleutel.VERBLIJF_VASTGELEGD: Betekenis(
        _("verblijf in een tweede huishouden vastgelegd of beëindigd"), Wissen.GEEN_DETAIL
    ),
    Sleutel.WILSBEKWAAMHEID_VASTGELEGD: Betekenis(_("wilsbekwaamheid vastgelegd"), Wissen.GEEN_DETAIL),
    Sleutel.RELATIE_VASTGELEGD: Betekenis(_("relatie vastgelegd of beëindigd"), Wissen.GEEN_DETAIL),
    Sleutel.RELATIE_GEMARKEERD: Betekenis(
        _("relatie afgeschermd, of de afscherming beëindigd"), Wissen.GEEN_DETAIL, niet_voor_inwoner=True
    ),
    Sleutel.ADRES_AFGESCHERMD: Betekenis(
        _("adres afgeschermd, of de afscherming beëindigd"), Wissen.GEEN_DETAIL, niet_voor_inwoner=True
    ),
    Sleutel.EIGENPERSOON_VASTGELEGD: Betekenis(
        _("medewerker als inwoner aangewezen of losgemaakt"), Wissen.GEEN_DETAIL
    ),
    Sleutel.CONTACT_AANGENOMEN: Betekenis(_("contact aangenomen")),
    Sleutel.CONTACT_BEANTWOORD: Betekenis(_("vraag beantwoord")),
    Sleutel.CONTACT_TERUGBELLEN: Betekenis(_("terugbellen afgesproken")),
    Sleutel.CONTACT_TERUGGEBELD: Betekenis(_("teruggebeld")),
    Sleutel.CONTACT_INGEZIEN: _inzage(_("contact bekeken")),
    Sleutel.STAND_INGEZIEN: _inzage(_("stand van zaken bekeken")),
    Sleutel.MELDING_ONTVANGEN: Betekenis(_("melding ontvangen")),
    Sleutel.MELDING_BEVESTIGD: Betekenis(_("ontvangst van de melding bevestigd")),
    Sleutel.MELDING_INGEZIEN: _inzage(_("melding bekeken")),
    Sleutel.MELDING_AFGESLOTEN: Betekenis(_("melding afgesloten")),
    Sleutel.TRIAGE_GEDAAN: Betekenis(_("triage van de melding gedaan")),
    Sleutel.TOELATING_BESLOTEN: Betekenis(_("beslist over toelating tot het team")),
    Sleutel.CRISIS_HANDELING: Betekenis(_("stap gezet in een crisis")),
    Sleutel.CRISIS_AFGEWEND: Betekenis(_("spoed of crisis voorbij")),
    Sleutel.DOSSIER_GEOPEND: Betekenis(_("dossier geopend"), Wissen.GEEN_DETAIL),
    Sleutel.DOSSIER_INGEZIEN: _inzage(_("dossier bekeken")),
    Sleutel.DOSSIER_STATUS: Betekenis(_("status van het dossier gewijzigd")),
    Sleutel.DOSSIER_HEROPEND: Betekenis(_("dossier heropend")),
    Sleutel.DOSSIER_AFGESLOTEN: Betekenis(_("dossier gesloten, met brief aan de inwoner")),
    Sleutel.AFSLUITING_GEVRAAGD: Betekenis(_("collega gevraagd om mee te beslissen over sluiten")),
    Sleutel.AFSLUITING_TERUG: Betekenis(_("besloten dat het dossier open blijft")),
    Sleutel.REGIE_GESTART: Betekenis(_("regisseur aangewezen")),
    Sleutel.REGIE_OVERGEDRAGEN: Betekenis(_("regie overgedragen")),
    Sleutel.REGIE_VERVALLEN: Betekenis(_("regie vervallen: de regisseur werkt hier niet meer")),
    Sleutel.COORDINATIE_INGEZIEN: _inzage(_("coördinatie bekeken")),
    Sleutel.COORDINATIELIJST_INGEZIEN: _inzage(_("lijst van de coördinatie bekeken")),
    Sleutel.REGIE_VOORGESTELD: Betekenis(_("overdracht van de regie voorgesteld")),
    Sleutel.REGIE_GEWEIGERD: Betekenis(_("overdracht van de regie geweigerd")),
    Sleutel.REGIE_INGETROKKEN: Betekenis(_("overdracht van de regie ingetrokken")),
    Sleutel.REGIE_INWONER_INGELICHT: Betekenis(_("inwoner ingelicht over de nieuwe regisseur")),
    Sleutel.GOUDEN_REGELS: Betekenis(_("regels voor coördinatie nagelopen")),
    Sleutel.NAZORG_GEPLAND: Betekenis(_("nazorg gepland")),
    Sleutel.NAZORG_GEHOUDEN: Betekenis(_("nazorg gehouden")),
    Sleutel.SCHAAL_BESLOTEN: Betekenis(_("hulp op- of afgeschaald")),
    Sleutel.SCHAAL_EFFECT: Betekenis(_("effect van op- of afschalen vastgelegd")),
    Sleutel.INTERVENTIE_GEDAAN: Betekenis(_("ingegrepen in hulp die loopt")),
    Sleutel.INTERVENTIE_UITKOMST: Betekenis(_("uitkomst van het ingrijpen vastgelegd")),
    Sleutel.WAAKVLAM_AAN: Betekenis(_("waakvlam aangezet")),
    Sleutel.WAAKVLAM_CONTACT: Betekenis(_("waakvlamcontact gehad")),
    Sleutel.WAAKVLAM_UIT: Betekenis(_("waakvlam uitgezet")),
    Sleutel.DOORGEZET: Betekenis(_("met gezag besloten")),
    Sleutel.DOORZETTING_EFFECT: Betekenis(_("effect van een besluit met gezag vastgelegd")),
    Sleutel.HULP_GEEVALUEERD: Betekenis(_("hulp geëvalueerd voor het einde")),
    Sleutel.ACHTERWACHT_AANGEWEZEN: Betekenis(_("achterwacht van het team aangewezen"), Wissen.GEEN_DETAIL),
    Sleutel.CASUS_GEOPEND: Betekenis(_("casus geopend")),
    Sleutel.CASUS_GESLOTEN: Betekenis(_("casus gesloten")),
    Sleutel.NOTITIE_GESCHREVEN: Betekenis(_("notitie geschreven")),
    Sleutel.NOTITIE_VERBORGEN: Betekenis(_("notitie verborgen voor het huishouden"), niet_voor_inwoner=True),
    Sleutel.NOTITIE_GETOOND: Betekenis(_("notitie weer zichtbaar voor het huishouden")),
    Sleutel.TAAK_GEMAAKT: Betekenis(_("taak gemaakt")),
    Sleutel.TAAK_GEDAAN: Betekenis(_("taak gedaan")),
    Sleutel.DOCUMENT_TOEGEVOEGD: Betekenis(_("document toegevoegd")),
    Sleutel.DOCUMENT_VERBORGEN: Betekenis(_("document verborgen voor het huishouden"), niet_voor_inwoner=True),
    Sleutel.DOCUMENT_GETOOND: Betekenis(_("document weer zichtbaar voor het huishouden")),
    Sleutel.LABELGROND_GEVRAAGD: Betekenis(_("inzage onder een andere wet gevraagd")),
    Sleutel.LABELGROND_GEGEVEN: Betekenis(_("inzage onder een andere wet gegeven")),
    Sleutel.LABELGROND_AFGEWEZEN: Betekenis(_("inzage onder een andere wet afgewezen")),
    Sleutel.LABELGROND_INGETROKKEN: Betekenis(_("inzage onder een andere wet ingetrokken")),
    Sleutel.DOCUMENT_INGEZIEN: _inzage(_("document bekeken")),
    Sleutel.ONDERZOEK_GESTART: Betekenis(_("onderzoek gestart"), Wissen.GEEN_DETAIL),
    Sleutel.ONDERZOEK_AFGEROND: Betekenis(_("onderzoek afgerond"), Wissen.GEEN_DETAIL),
    Sleutel.GESPREK_GEPLAND: Betekenis(_("gesprek gepland")),
    Sleutel.GESPREK_GEVOERD: Betekenis(_("gesprek gevoerd")),
    Sleutel.GESPREK_VERVALLEN: Betekenis(_("gesprek vervallen")),
    Sleutel.VERSLAG_BEGONNEN: Betekenis(_("gespreksverslag begonnen"), Wissen.GEEN_DETAIL),
    Sleutel.VERSLAG_INGEZIEN: _inzage(_("gespreksverslag bekeken")),
    Sleutel.VERSLAG_VERSTUURD: Betekenis(_("gespreksverslag verstuurd")),
    Sleutel.VERSLAG_REACTIE: Betekenis(_("reactie op het gespreksverslag ontvangen")),
    Sleutel.TERMIJN_GESTART: Betekenis(_("termijn begonnen")),
    Sleutel.TERMIJN_OPGESCHORT: Betekenis(_("termijn opgeschort")),
    Sleutel.TERMIJN_VERDAAGD: Betekenis(_("termijn verdaagd")),
    Sleutel.TERMIJN_VOLTOOID: Betekenis(_("termijn voltooid")),
    Sleutel.PLAN_BEGONNEN: Betekenis(_("plan begonnen")),
    Sleutel.PLAN_INGEZIEN: _inzage(_("plan bekeken")),
    Sleutel.PLAN_GEWIJZIGD: Betekenis(_("plan gewijzigd"), Wissen.GEEN_DETAIL),
    Sleutel.PLAN_AANGEBODEN: Betekenis(_("plan ter goedkeuring aangeboden")),
    Sleutel.PLAN_TERUGGESTUURD: Betekenis(_("plan teruggestuurd")),
    Sleutel.PLAN_TERUGGENOMEN: Betekenis(_("plan teruggenomen door de opsteller"), Wissen.GEEN_DETAIL),
    Sleutel.PLAN_VASTGESTELD: Betekenis(_("plan vastgesteld")),
    Sleutel.PLAN_ONTVANGEN: Betekenis(_("ontvangst van het plan vastgelegd")),
    Sleutel.EIGENPLAN_INGELEVERD: Betekenis(_("eigen plan ingeleverd")),
    Sleutel.EIGENPLAN_AANGEBODEN: Betekenis(_("hulp bij een eigen plan aangeboden")),
    Sleutel.EIGENPLAN_INGEZIEN: _inzage(_("eigen plan bekeken")),
    Sleutel.UREN_GESCHREVEN: Betekenis(_("eigen inzet van het team opgeschreven")),
    Sleutel.UREN_WEGGEHAALD: Betekenis(_("eigen inzet van het team weggehaald")),
    Sleutel.UREN_BOVEN_MAXIMUM: Betekenis(_("eigen inzet boven het maximum van de maand")),
    Sleutel.UREN_INGEZIEN: _inzage(_("eigen inzet van het team bekeken")),
    Sleutel.AANVRAAG_ONTVANGEN: Betekenis(_("aanvraag ontvangen")),
    Sleutel.BESLUIT_VOORBEREID: Betekenis(_("besluit voorbereid"), Wissen.GEEN_DETAIL),
    Sleutel.BESLUIT_INGEZIEN: _inzage(_("besluit bekeken")),
    Sleutel.BESLUIT_VOORGELEGD: Betekenis(_("besluit voorgelegd aan wie het mandaat heeft")),
    Sleutel.BESLUIT_TERUG: Betekenis(_("voorgelegd besluit terug naar de opsteller")),
    Sleutel.MANDAAT_INGEVOERD: Betekenis(_("mandaat ingevoerd"), Wissen.GEEN_DETAIL),
    Sleutel.MANDAAT_BEVESTIGD: Betekenis(_("mandaat bevestigd"), Wissen.GEEN_DETAIL),
    Sleutel.MANDAAT_BEEINDIGD: Betekenis(_("mandaat beëindigd"), Wissen.GEEN_DETAIL),
    Sleutel.WAARNEMING_GEREGELD: Betekenis(_("waarneming geregeld"), Wissen.GEEN_DETAIL),
    Sleutel.WAARNEMING_BEEINDIGD: Betekenis(_("waarneming beëindigd"), Wissen.GEEN_DETAIL),
    Sleutel.TOEKENNING_VERSTUURD: Betekenis(_("hulp toegezegd met een brief"), Wissen.GEEN_DETAIL),
    Sleutel.BESLUIT_GEVRAAGD: Betekenis(_("om een besluit gevraagd")),
    Sleutel.BESLUIT_GENOMEN: Betekenis(_("besluit genomen en verzonden")),
    Sleutel.TOEWIJZING_GEDAAN: Betekenis(_("hulp toegewezen")),
    Sleutel.HULP_GESTART: Betekenis(_("hulp gestart")),
    Sleutel.HULP_GESTOPT: Betekenis(_("hulp gestopt")),
    Sleutel.BETROKKENHEID_GEVONDEN: _inzage(_("gevraagd wie betrokken is: gevonden")),
    Sleutel.BETROKKENHEID_NIET_GEVONDEN: _inzage(_("gevraagd wie betrokken is: niet gevonden")),
    Sleutel.NOODTOEGANG_GEOPEND: Betekenis(_("noodtoegang geopend")),
    Sleutel.NOODTOEGANG_GEBRUIKT: _inzage(_("bekeken met noodtoegang")),
    Sleutel.NOODTOEGANG_GESLOTEN: Betekenis(_("noodtoegang eerder gesloten"), Wissen.GEEN_DETAIL),
    Sleutel.NOODTOEGANG_BEOORDEELD: Betekenis(_("noodtoegang beoordeeld")),
    Sleutel.MEEWERKEN_GEVRAAGD: Betekenis(_("gevraagd om mee te werken")),
    Sleutel.MEEWERKEN_TOEGESTAAN: Betekenis(_("collega van een ander team toegelaten")),
    Sleutel.MEEWERKEN_GEWEIGERD: Betekenis(_("collega van een ander team niet toegelaten")),
    Sleutel.TOEGANG_INGETROKKEN: Betekenis(_("toegang ingetrokken")),
    Sleutel.ONDERZOEK_TOEGESTAAN: Betekenis(_("dossier opengezet voor een onderzoeker")),
    Sleutel.TAAK_AAN_VRIJWILLIGER: Betekenis(_("taak aan een vrijwilliger gegeven")),
    Sleutel.TAAK_TERUGGEMELD: Betekenis(_("bericht van de vrijwilliger")),
    Sleutel.TAAK_INGEZIEN: _inzage(_("taak bekeken door een vrijwilliger")),
    Sleutel.MAATWERK_INGEZIEN: _inzage(_("maatwerk bekeken")),
    Sleutel.MAATWERK_GEVRAAGD: Betekenis(_("maatwerk gevraagd")),
    Sleutel.MAATWERK_BETAALD: Betekenis(_("maatwerk betaald")),
    Sleutel.MAATWERK_AFGEWEZEN: Betekenis(_("maatwerk afgewezen")),
    Sleutel.MAATWERK_GETOETST: Betekenis(_("maatwerk achteraf getoetst")),
    Sleutel.MAATWERK_PRECEDENT: Betekenis(_("maatwerk zonder namen opgeschreven"), Wissen.GEEN_DETAIL),
    Sleutel.PARTNERMEDEWERKER_VASTGELEGD: Betekenis(_("medewerker aan een partner verbonden"), Wissen.GEEN_DETAIL),
    Sleutel.PARTNERMEDEWERKER_BEEINDIGD: Betekenis(_("medewerker van een partner losgemaakt"), Wissen.GEEN_DETAIL),
    Sleutel.PARTNERTAAK_INGEZIEN: _inzage(_("opdracht aan een partner bekeken")),
    Sleutel.PARTNERTAAK_UITGEZET: Betekenis(_("opdracht aan een partner uitgezet")),
    Sleutel.PARTNERTAAK_AANVAARD: Betekenis(_("opdracht aanvaard door de partner")),
    Sleutel.PARTNERTAAK_GEWEIGERD: Betekenis(_("opdracht geweigerd door de partner")),
    Sleutel.PARTNERTAAK_GEREED: Betekenis(_("resultaat van een opdracht gemeld")),
    Sleutel.PARTNERTAAK_TERUGGEGEVEN: Betekenis(_("opdracht teruggegeven door de partner")),
    Sleutel.PARTNERTAAK_INGETROKKEN: Betekenis(_("opdracht aan een partner ingetrokken")),
    Sleutel.PARTNERTAAK_HERINNERD: Betekenis(_("partner herinnerd aan een opdracht")),
    Sleutel.DOELOPENING_INGEZIEN: _inzage(_("lijst van opengestelde doelen bekeken")),
    Sleutel.DOELOPENING_VERLEEND: Betekenis(_("doel opengesteld voor een hulpverlener van buiten")),
    Sleutel.DOELOPENING_GEWEIGERD: Betekenis(_("openstellen van een doel geweigerd door de inwoner")),
    Sleutel.DOELOPENING_INGETROKKEN: Betekenis(_("opengesteld doel ingetrokken door de inwoner")),
    Sleutel.DOELOPENING_GESLOTEN: Betekenis(_("opengesteld doel gesloten door de regisseur")),
    Sleutel.OPENGESTELD_DOEL_INGEZIEN: _inzage(_("opengesteld doel bekeken door een hulpverlener van buiten")),
    Sleutel.OPENGESTELD_DOEL_VOORTGANG: Betekenis(_("voortgang geschreven bij een opengesteld doel")),
    Sleutel.OPENGESTELD_DOEL_ACTIE: Betekenis(_("actie afgevinkt bij een opengesteld doel")),
    Sleutel.CIJFERS_INGEZIEN: _inzage(_("cijfers bekeken")),
    Sleutel.SAMENWERKING_VASTGELEGD: Betekenis(_("samenwerking vastgelegd"), Wissen.GEEN_DETAIL),
    Sleutel.SAMENWERKING_BEEINDIGD: Betekenis(_("samenwerking beëindigd"), Wissen.GEEN_DETAIL),
    Sleutel.TOESTEMMING_GEVRAAGD: Betekenis(_("toestemming gevraagd")),
    Sleutel.TOESTEMMING_GEGEVEN: Betekenis(_("toestemming gegeven")),
    Sleutel.TOESTEMMING_GEWEIGERD: Betekenis(_("toestemming geweigerd")),
    Sleutel.TOESTEMMING_INGETROKKEN: Betekenis(_("toestemming ingetrokken")),
    Sleutel.DELING_INGEZIEN: _inzage(_("wat is gedeeld bekeken")),
    Sleutel.DELING_AANGEBODEN: Betekenis(_("gegevens aangeboden aan een ander")),
    Sleutel.DELING_AANVAARD: Betekenis(_("aangeboden gegevens aanvaard")),
    Sleutel.DELING_GEWEIGERD: Betekenis(_("delen van gegevens geweigerd")),
    Sleutel.DELING_INGETROKKEN: Betekenis(_("delen van gegevens ingetrokken")),
    Sleutel.DELING_BEEINDIGD: Betekenis(_("delen van gegevens beëindigd")),
    Sleutel.DELING_VERSTREKT: Betekenis(_("gegevens verstrekt aan een ander")),
    Sleutel.INFORMATIE_INGEZIEN: _inzage(_("informatieverzoek bekeken")),
    Sleutel.INFORMATIE_GEVRAAGD: Betekenis(_("informatieverzoek vastgelegd")),
    Sleutel.INFORMATIE_BEKENDHEID: Betekenis(_("gezegd of de inwoner bekend is")),
    Sleutel.INFORMATIE_VRAAG: Betekenis(_("vraag van een informatieverzoek vastgelegd")),
    Sleutel.INFORMATIE_BEANTWOORD: Betekenis(_("vraag van een informatieverzoek beantwoord")),
    Sleutel.INFORMATIE_GEWEIGERD: Betekenis(_("vraag van een informatieverzoek geweigerd")),
    Sleutel.INFORMATIE_GESLOTEN: Betekenis(_("informatieverzoek gesloten")),
    Sleutel.OVERLEG_INGEZIEN: _inzage(_("overleg bekeken")),
    Sleutel.OVERLEG_GEPLAND: Betekenis(_("overleg gepland"), Wissen.GEEN_DETAIL),
    Sleutel.OVERLEG_GEWIJZIGD: Betekenis(
        _("agenda, optie of zienswijze van een overleg vastgelegd"), Wissen.GEEN_DETAIL
    ),
    Sleutel.OVERLEG_GENODIGD: Betekenis(_("iemand uitgenodigd voor een overleg")),
    Sleutel.OVERLEG_GEDEELD: Betekenis(_("iets gedeeld met een gast van een overleg")),
    Sleutel.OVERLEG_UITNODIGING: _inzage(_("uitnodiging voor een overleg gemaakt")),
    Sleutel.OVERLEG_GEHOUDEN: Betekenis(_("overleg gehouden")),
    Sleutel.OVERLEG_VERVALLEN: Betekenis(_("overleg vervallen")),
    Sleutel.OVERLEG_AFSPRAAK: Betekenis(_("afspraak gemaakt in een overleg")),
    Sleutel.OVERLEG_AFSPRAAK_AFGEHANDELD: Betekenis(_("afspraak van een overleg afgehandeld")),
    Sleutel.CASUSBESPREKING_BEGONNEN: Betekenis(_("casus zonder namen voorgelegd aan collega’s"), Wissen.GEEN_DETAIL),
    Sleutel.CASUSBESPREKING_GELEZEN: _inzage(_("casussen zonder namen bekeken")),
    Sleutel.CASUSBESPREKING_ADVIES: Betekenis(_("advies gegeven op een casus zonder namen"), Wissen.GEEN_DETAIL),
    Sleutel.CASUSBESPREKING_AFGEROND: Betekenis(
        _("bespreking van een casus zonder namen afgerond"), Wissen.GEEN_DETAIL
    ),
    Sleutel.ADVIES_INGEZIEN: _inzage(_("zwaarwegend advies bekeken")),
    Sleutel.ADVIES_GESCHREVEN: Betekenis(_("zwaarwegend advies geschreven")),
    Sleutel.ADVIES_VERZONDEN: Betekenis(_("zwaarwegend advies verzonden")),
    Sleutel.ADVIES_BEANTWOORD: Betekenis(_("antwoord op een zwaarwegend advies vastgelegd")),
    Sleutel.ADVIES_GEESCALEERD: Betekenis(_("zwaarwegend advies hoger voorgelegd")),
    Sleutel.ADVIES_EFFECT: Betekenis(_("vastgelegd wat hoger voorleggen opleverde")),
    Sleutel.ADVIES_INGETROKKEN: Betekenis(_("zwaarwegend advies ingetrokken")),
    Sleutel.CONSULT_INGEZIEN: _inzage(_("consult bekeken")),
    Sleutel.CONSULT_GEVRAAGD: Betekenis(_("advies gevraagd aan een deskundige"), Wissen.GEEN_DETAIL),
    Sleutel.CONSULT_BEANTWOORD: Betekenis(_("advies van een deskundige ontvangen"), Wissen.GEEN_DETAIL),
    Sleutel.CONSULT_INGETROKKEN: Betekenis(_("vraag aan een deskundige ingetrokken"), Wissen.GEEN_DETAIL),
    Sleutel.SPOOR_INGEZIEN: _inzage(_("logboek bekeken")),
    Sleutel.SPOOR_UITGEVOERD: _inzage(_("logboek opgeslagen als bestand")),
    Sleutel.OPVALLEND_INGEZIEN: _inzage(_("opvallende inzage bekeken")),
    Sleutel.OPVALLEND_BEOORDEELD: Betekenis(_("opvallende inzage beoordeeld"), Wissen.GEEN_DETAIL),
    Sleutel.WIE_KEEK_INGEZIEN: _inzage(_("overzicht van wie keek bekeken")),
    Sleutel.WIE_KEEK_BRIEF: _inzage(_("brief over wie keek gemaakt")),
    Sleutel.FORMULIER_INGEZIEN: _inzage(_("formulier met fouten opnieuw bekeken")),
    Sleutel.VERZOEK_ONTVANGEN: Betekenis(_("verzoek van de inwoner ontvangen")),
    Sleutel.VERZOEK_INGEZIEN: _inzage(_("verzoek van de inwoner bekeken")),
    Sleutel.VERZOEK_IN_BEHANDELING: Betekenis(_("verzoek van de inwoner in behandeling genomen"), Wissen.GEEN_DETAIL),
    Sleutel.VERZOEK_BEANTWOORD: Betekenis(_("verzoek van de inwoner beantwoord")),
    Sleutel.VERZOEK_INGETROKKEN: Betekenis(_("verzoek van de inwoner ingetrokken")),
    Sleutel.VERZOEKEN_GEVOLGD: _inzage(_("lijst van verzoeken bekeken")),
    Sleutel.UITTREKSEL_VERZAMELD: Betekenis(_("gegevens verzameld voor inzage"), Wissen.GEEN_DETAIL),
    Sleutel.UITTREKSEL_VRIJGEGEVEN: Betekenis(_("gegevens aan de inwoner gegeven"), Wissen.GEEN_DETAIL),
    Sleutel.BEPERKING_BEEINDIGD: Betekenis(_("beperking van het gebruik beëindigd")),
    Sleutel.BEWAARPLICHT_OPGELEGD: Betekenis(_("bewaarplicht opgelegd")),
    Sleutel.BEWAARPLICHT_OPGEHEVEN: Betekenis(_("bewaarplicht opgeheven"), Wissen.GEEN_DETAIL),
    Sleutel.BEWAARLIJST_INGEZIEN: _inzage(_("lijst van te vernietigen dossiers bekeken")),
    Sleutel.VERNIETIGING_VOORGESTELD: Betekenis(_("vernietiging voorgesteld"), Wissen.GEEN_DETAIL),
    Sleutel.VERNIETIGD: Betekenis(_("vernietigd"), Wissen.GEEN_DETAIL, is_vernietiging=True),
    Sleutel.VOORZIENING_VASTGELEGD: Betekenis(_("voorziening vastgelegd"), Wissen.GEEN_DETAIL),
    Sleutel.AANBIEDER_VASTGELEGD: Betekenis(_("aanbieder vastgelegd"), Wissen.GEEN_DETAIL),
    Sleutel.CONTRACT_GESLOTEN: Betekenis(_("contract met een aanbieder vastgelegd"), Wissen.GEEN_DETAIL),
    Sleutel.TARIEF_VASTGELEGD: Betekenis(_("tarief vastgelegd"), Wissen.GEEN_DETAIL),
    Sleutel.CAPACITEIT_GEMELD: Betekenis(_("plaatsen en wachttijd gemeld"), Wissen.GEEN_DETAIL),
    Sleutel.METING_GEDAAN: Betekenis(_("gemeten hoe het gaat per leefgebied")),
    Sleutel.EVALUATIE_GEHOUDEN: Betekenis(_("teruggekeken op het plan")),
    Sleutel.ERVARING_GEVRAAGD: Betekenis(_("de inwoner gevraagd hoe de hulp was"), Wissen.GEEN_DETAIL),
    Sleutel.WACHTPLEK_GEGEVEN: Betekenis(_("op de wachtlijst gezet")),
    Sleutel.WACHTPLEK_HERZIEN: Betekenis(_("opnieuw gekeken naar het wachten")),
    Sleutel.WACHTPLEK_BEEINDIGD: Betekenis(_("van de wachtlijst gehaald")),
    Sleutel.WACHTLIJST_INGEZIEN: _inzage(_("wachtlijst bekeken")),
    Sleutel.EFFECTBEOORDELING_BEGONNEN: Betekenis(_("effectbeoordeling begonnen"), Wissen.GEEN_DETAIL),
    Sleutel.EFFECTBEOORDELING_GEWIJZIGD: Betekenis(_("effectbeoordeling gewijzigd"), Wissen.GEEN_DETAIL),
    Sleutel.WERKWIJZE_VOORGESTELD: Betekenis(_("nieuwe werkwijze voorgesteld"), Wissen.GEEN_DETAIL),
    Sleutel.WERKWIJZE_VRIJGEGEVEN: Betekenis(_("nieuwe werkwijze vrijgegeven"), Wissen.GEEN_DETAIL),
    Sleutel.WERKWIJZE_TERUGGEGEVEN: Betekenis(_("voorstel voor de werkwijze teruggegeven"), Wissen.GEEN_DETAIL),
    Sleutel.WERKWIJZE_INGETROKKEN: Betekenis(_("voorstel voor de werkwijze ingetrokken"), Wissen.GEEN_DETAIL),
    Sleutel.DATALEK_GEMELD: Betekenis(_("datalek ingevoerd"), Wissen.GEEN_DETAIL),
    Sleutel.DATALEK_BEOORDEELD: Betekenis(_("datalek beoordeeld"), Wissen.GEEN_DETAIL),
    Sleutel.GEHEIMHOUDING_GETEKEND: Betekenis(_("verklaring van geheimhouding vastgelegd"), Wissen.GEEN_DETAIL),
    Sleutel.INSTRUCTIE_GEDAAN: Betekenis(_("stap van de instructie over privacy afgerond"), Wissen.GEEN_DETAIL),
    Sleutel.NETWERK_INGEZIEN: _inzage(_("netwerk bekeken")),
    Sleutel.STEUN_VASTGELEGD: Betekenis(_("steun in het netwerk vastgelegd"), Wissen.GEEN_DETAIL),
    Sleutel.STEUN_GESTOPT: Betekenis(_("steun in het netwerk gestopt"), Wissen.GEEN_DETAIL),
    Sleutel.OVERBELASTING_GEZIEN: Betekenis(_("overbelasting van een naaste gezien"), Wissen.GEEN_DETAIL),
    Sleutel.OVERBELASTING_BESPROKEN: Betekenis(_("steun voor een naaste besproken"), Wissen.GEEN_DETAIL),
    Sleutel.VEILIGHEID_INGEZIEN: _inzage(_("veiligheid bekeken")),
    Sleutel.VEILIGHEIDSCHECK_GEDAAN: Betekenis(_("veiligheidscheck gedaan"), Wissen.GEEN_DETAIL),
    Sleutel.VEILIGHEIDSCHECK_OVERGESLAGEN: Betekenis(_("veiligheidscheck overgeslagen"), Wissen.GEEN_DETAIL),
    Sleutel.RISICO_GETAXEERD: Betekenis(_("risico getaxeerd"), Wissen.GEEN_DETAIL),
    Sleutel.VEILIGHEIDSPLAN_GEMAAKT: Betekenis(_("veiligheidsplan gemaakt"), Wissen.GEEN_DETAIL),
    # Neutral words and no file: that there is a meldcode is for its own access group only (ADR 0016).
    Sleutel.MELDCODE_INGEZIEN: Betekenis(
        _("vertrouwelijk stuk bekeken"), Wissen.GEEN_DETAIL, is_inzage=True, niet_voor_inwoner=True
    ),
    Sleutel.MELDCODE_BEGONNEN: Betekenis(_("vertrouwelijk stuk begonnen"), Wissen.GEEN_DETAIL, niet_voor_inwoner=True),
    Sleutel.MELDCODE_BIJGEWERKT: Betekenis(
        _("vertrouwelijk stuk bijgewerkt"), Wissen.GEEN_DETAIL, niet_voor_inwoner=True
    ),
    Sleutel.MELDCODE_TOEGANG: Betekenis(
        _("toegang tot een vertrouwelijk stuk gegeven of ingetrokken"), Wissen.GEEN_DETAIL, niet_voor_inwoner=True
    ),
}


def zin(sleutel: str) -> str | Promise:
    """Give the sentence of a stored key. A key that a later version dropped shows as itself: the trail outlives it."""
    return BETEKENIS[Sleutel(sleutel)].zin if sleutel in set(Sleutel) else sleutel


# What an event can be about, by the name with which its model calls itself (`ONDERWERP`).
ONDERWERPEN: dict[str, str | Promise] = {
    "aanbieder": _("aanbieder"),
    "advies": _("zwaarwegend advies"),
    "casusbespreking": _("casusbespreking zonder namen"),
    "consult": _("consult"),
    "overleg": _("overleg"),
    "overlegafspraak": _("afspraak van een overleg"),
    "aanvraag": _("aanvraag"),
    "besluit": _("besluit"),
    "casus": _("casus"),
    "contact": _("contact"),
    "crisisbericht": _("bericht over een crisis"),
    "contract": _("contract"),
    "afsluiting": _("afsluiting van het dossier"),
    "deling": _("deling"),
    "document": _("document"),
    "datalek": _("datalek"),
    "dossier": _("dossier"),
    "ervaring": _("ervaring van de inwoner"),
    "evaluatie": _("evaluatie van het plan"),
    "meting": _("meting"),
    "wachtplek": _("plek op de wachtlijst"),
    "effectbeoordeling": _("effectbeoordeling"),
    "werkwijzevoorstel": _("voorstel voor de werkwijze"),
    "geheimhoudingsverklaring": _("geheimhoudingsverklaring"),
    "instructie": _("instructie over privacy"),
    "genodigde": _("genodigde van een overleg"),
    "gesprek": _("gesprek"),
    "gespreksverslag": _("gespreksverslag"),
    "huishouden": _("huishouden"),
    "informatieverzoek": _("informatieverzoek"),
    "labelgrond": _("grond voor een wetlabel"),
    "mandaat": _("mandaat"),
    "medewerker": _("medewerker"),
    "meewerkverzoek": _("verzoek om mee te werken"),
    "melding": _("melding"),
    "noodtoegang": _("noodtoegang"),
    "notitie": _("notitie"),
    "omzetting": _("verhuizing of samenvoeging"),
    "onderzoek": _("onderzoek"),
    "persoon": _("persoon"),
    "plan": _("plan"),
    "planontvangst": _("ontvangst van een plan"),
    "eigenplan": _("eigen plan"),
    "eigenplanaanbod": _("aanbod van hulp bij een eigen plan"),
    "urenregel": _("eigen inzet"),
    "vaststelling": _("vaststelling van een plan"),
    "maatwerkroute": _("maatwerk"),
    "maatwerktoets": _("toets van maatwerk"),
    "opvallend": _("opvallende inzage"),
    "partnermedewerker": _("medewerker van een partner"),
    "partnertaak": _("opdracht aan een partner"),
    "doelopening": _("opengesteld doel"),
    "samenwerking": _("samenwerking"),
    "spoor": _("logboek"),
    "taak": _("taak"),
    "termijn": _("termijn"),
    "terugbelverzoek": _("terugbelverzoek"),
    "toelating": _("toelating tot het team"),
    "toestemming": _("toestemming"),
    "toestemmingsvraag": _("vraag om toestemming"),
    "toewijzing": _("toewijzing"),
    "besluitverzoek": _("verzoek om een besluit"),
    "bewaarplicht": _("bewaarplicht"),
    "beperking": _("beperking"),
    "bewaarlijst": _("lijst van te vernietigen dossiers"),
    "triage": _("triage"),
    "verklaring": _("verklaring van de inwoner"),
    "vernietigingsvoorstel": _("voorstel tot vernietiging"),
    "vernietigingsverklaring": _("verklaring van vernietiging"),
    "verzoek": _("verzoek van de inwoner"),
    "verzoekenlijst": _("lijst van verzoeken"),
    "steunfiguur": _("netwerk"),
    "overbelasting": _("netwerk"),
    "veiligheidscheck": _("veiligheid"),
    "overgeslagen_check": _("veiligheid"),
    "risicotaxatie": _("veiligheid"),
    "veiligheidsplan": _("veiligheid"),
    "vertrouwelijk": _("vertrouwelijk stuk"),
    "voorziening": _("voorziening"),
    "waarneming": _("waarneming"),
    "achterwacht": _("achterwacht"),
    "regieoverdracht": _("overdracht van de regie"),
    "nazorgcontact": _("nazorg"),
    "schaalbesluit": _("op- of afschalen"),
    "interventie": _("ingrijpen in hulp"),
    "waakvlam": _("waakvlam"),
    "doorzetting": _("besluit met gezag"),
    "eindevaluatie": _("evaluatie voor het einde"),
}


def onderdeel(soort: str) -> str | Promise:
    """Give the name of a kind of subject for the screen; one that a later version dropped shows as itself."""
    return ONDERWERPEN.get(soort, soort)
