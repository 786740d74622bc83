"""Families around whom something must be kept apart: a hidden address, two homes, a colleague, two registrations."""

from __future__ import annotations

from dataclasses import replace

from eenplan.besluiten.actions import bereid_besluit_voor, bewaar_besluit, leg_besluit_voor
from eenplan.besluiten.mandaat import bepaal_mandaat
from eenplan.besluiten.tekst import Besluittekst
from eenplan.demo.verhalen.verteller import ALLEEN, KIND, MAN, OUDER, PARTNER, VROUW, Verteller, ouders_van
from eenplan.demo.zaak import Doelplan, Zaak
from eenplan.dossiers.models import Casus
from eenplan.dossiers.states import Verslagstatus
from eenplan.inrichting.keuzes import Wet
from eenplan.meldingen.models import Melding
from eenplan.personen import gezin_actions
from eenplan.personen.dubbelen import werk_kandidaten_bij
from eenplan.personen.eigen import koppel_medewerker
from eenplan.personen.models import Huishouden, Markeringsoort, Persoon, Relatiesoort
from eenplan.personen.omzetten import NieuwAdres, Verdeling, splits_huishouden
from eenplan.wetgeving.gezagsoorten import Gezagssoort


def vertel(v: Verteller) -> None:
    """Tell each of them until this morning."""
    _aydin(v)
    _vermeer(v)
    _vos(v)
    _dubbel_ingeschreven(v)
    _visser(v)


def _begin(v: Verteller, zaak: Zaak, persoon: Persoon, vraag: str, wet: Wet, *, geleden: int) -> Melding:
    """Somebody asks, the coordinator is named, and the study begins: three days."""
    melding = zaak.vraagt(persoon, vraag, wet=wet, om=v.toen(geleden, 10), door=v.wie.gerda)
    zaak.bevestig(melding, om=v.toen(geleden - 1, 9), door=v.wie.gerda)
    zaak.wijs_aan(om=v.toen(geleden - 1, 13), door=v.wie.farid)
    zaak.start_onderzoek(melding, om=v.toen(geleden - 2, 9))
    return melding


def _aydin(v: Verteller) -> None:
    """Tell of a mother and her daughter who left a violent man; he lives in Zuid and must not find them."""
    zaak = v.gezin(
        v.mens("Derya Aydin", 33, OUDER, VROUW),
        v.mens("Melis Aydin", 6, KIND, VROUW, telefoon=False),
        regisseur=v.wie.amina,
        relaties=ouders_van((0,), (1,)),
    )
    vader = v.gezin(v.mens("Serkan Polat", 37, ALLEEN, MAN), regisseur=v.wie.chantal, team="Team Zuid 1").leden[0]
    derya, melis = zaak.leden
    _begin(
        v, zaak, derya, "Ik ben met mijn dochter weggegaan bij mijn man. Hij mag niet weten waar wij wonen.", Wet.WMO,
        geleden=18,
    )  # fmt: skip
    amina, huis = v.wie.amina, zaak.huishouden
    alleen = gezin_actions.Gezagsopgave(
        Gezagssoort.OUDER, v.kalender.geleden(60), "uitspraak van de rechtbank, gezien", (derya,)
    )
    gezin_actions.leg_gezag_vast(huis, melis, alleen, by=amina, at=v.toen(16, 8, 50))
    gezin_actions.scherm_adres_af(
        huis, reden="Huiselijk geweld; de vader zoekt hen. Afgesproken met Veilig Thuis.", by=amina, at=v.toen(16, 9)
    )
    for van, naar, soort, beschermt in (
        (vader, melis, Relatiesoort.OUDER_VAN, melis),
        (derya, vader, Relatiesoort.PARTNER_VAN, derya),
    ):
        band = gezin_actions.leg_relatie_vast(huis, van, naar, soort, by=amina, at=v.toen(16, 9, 10))
        gezin_actions.markeer_relatie(
            band, huis, soort=Markeringsoort.GEHEIM, beschermt=beschermt, reden="Hij mag niet weten dat zij hier zijn.",
            by=amina, at=v.toen(16, 9, 20),
        )  # fmt: skip
    zaak.noteer("Derya belt alleen zelf, met een ander nummer. Nooit post sturen zonder te bellen.", om=v.toen(16, 10))
    zaak.taak("Met Derya bespreken of Melis naar een nieuwe school kan", uiterlijk=v.over(2), om=v.toen(9, 10))


def _vermeer(v: Verteller) -> None:
    """Tell of parents who separated: their daughter lives in two households, and both parents hold custody."""
    zaak = v.gezin(
        v.mens("Anouk Vermeer", 39, OUDER, VROUW),
        v.mens("Joris Blom", 41, OUDER, MAN),
        v.mens("Fenna Blom", 8, KIND, VROUW, telefoon=False),
        regisseur=v.wie.amina,
        relaties=ouders_van((0, 1), (2,)),
    )
    _anouk, joris, fenna = zaak.leden
    _begin(v, zaak, fenna, "Wij gaan uit elkaar. Fenna slaapt slecht en wil niet kiezen.", Wet.JEUGDWET, geleden=70)
    plek = v.volgend_adres()
    omzetting = splits_huishouden(
        zaak.huishouden,
        Verdeling(frozenset({joris.pk}), in_beide=frozenset({fenna.pk})),
        NieuwAdres(plek.postcode, plek.huisnummer, straat=plek.straat, woonplaats=zaak.huishouden.adres.woonplaats),
        reden="Ouders zijn uit elkaar. Fenna woont bij allebei.",
        by=v.wie.amina,
        at=v.toen(40, 9),
    )
    tweede = Huishouden.objects.get(pk=omzetting.naar_id)
    for huis, nachten in ((zaak.huishouden, 9), (tweede, 5)):
        gezin_actions.leg_verblijf_vast(
            huis, fenna, nachten=nachten, afspraak="Ouderschapsplan: vrijdag tot en met dinsdag bij vader, om de week.",
            vanaf=v.kalender.geleden(40), by=v.wie.amina, at=v.toen(40, 9, 30),
        )  # fmt: skip
    zaak.noteer("Fenna zegt: “Ik heb nu twee bedden en dat is goed.” Ouders overleggen per app.", om=v.toen(12, 15))
    zaak.plan_gesprek(v.straks(3, 15), om=v.toen(12, 15, 10), wie=tuple(zaak.leden))


def _vos(v: Verteller) -> None:
    """Tell of a decision that costs more than the back office may decide; it was put to the head of department."""
    zaak = v.gezin(v.mens("Hans Vos", 47, ALLEEN, MAN), regisseur=v.wie.bram)
    (hans,) = zaak.leden
    melding = _begin(v, zaak, hans, "Na de kliniek durf ik niet alleen te wonen.", Wet.WMO, geleden=50)
    casus = zaak.open_casus(
        hans, wet=Wet.WMO, leefgebied="wonen", probleem="Kan nog niet alleen wonen", om=v.toen(48, 9)
    )
    gesprek = zaak.plan_gesprek(v.toen(44, 10), om=v.toen(48, 9, 10))
    verslag = zaak.schrijf_verslag(gesprek, {"vraag": "“Ik wil een deur die dicht kan, en iemand in de buurt.”"},
                                   om=v.toen(44, 12))  # fmt: skip
    zaak.verstuur(verslag, om=v.toen(42, 9))
    zaak.reageert(verslag, Verslagstatus.AKKOORD, om=v.toen(38, 9))
    zaak.rond_onderzoek_af(om=v.toen(37, 9))
    zaak.begin_plan("Weer op mezelf wonen, met hulp dichtbij.", {"wonen": ("Alleen wonen ging mis.", "Kookt graag.")},
                    om=v.toen(30, 9))  # fmt: skip
    zaak.voeg_doel_toe(_beschut_wonen(v, hans, casus), om=v.toen(30, 10))
    zaak.bied_aan(om=v.toen(12, 9))
    zaak.stel_vast(om=v.toen(8, 9), door=v.wie.farid)
    aanvraag = zaak.vraagt_aan(melding, om=v.toen(6, 9))
    besluit = bereid_besluit_voor(aanvraag, by=v.wie.daan, at=v.toen(4, 10))
    tekst = Besluittekst("U krijgt een plek in beschut wonen, het hele etmaal.", besluit.uitkomst, _GRONDEN)
    bewaar_besluit(besluit, tekst, bewerking=besluit.bewerking, by=v.wie.daan, at=v.toen(4, 10, 30))
    lijn = bepaal_mandaat(besluit, v.wie.daan, v.kalender.geleden(3)).bevoegd[-1]
    leg_besluit_voor(besluit, aan=lijn, by=v.wie.daan, at=v.toen(3, 9))


_GRONDEN = {
    "eigen_kracht": "U kookt en doet zelf boodschappen. ’s Nachts alleen zijn lukt u nog niet.",
    "gebruikelijke_hulp": "U woont alleen.",
    "mantelzorg": "Uw zus komt op zondag. Meer kan zij niet doen.",
    "netwerk": "Vrienden van vroeger helpen u niet bij dit doel.",
    "algemene_voorziening": "De inloop is overdag open en helpt ’s nachts niet.",
    "passende_bijdrage": "Met een eigen kamer en hulp dichtbij leert u weer alleen te wonen.",
}
_REDENEN = {
    "eigen_kracht": "Hans doet overdag alles zelf; de nachten gaan mis.",
    "netwerk": "Zijn zus heeft een gezin en woont een uur rijden weg.",
    "vrijwilliger": "Nachtelijke onrust vraagt u niet van een vrijwilliger.",
    "algemeen": "De inloop sluit om tien uur.",
    "lichte_hulp": "Het team is er ’s nachts niet.",
}


def _beschut_wonen(v: Verteller, hans: Persoon, casus: Casus) -> Doelplan:
    return Doelplan(
        persoon=hans,
        leefgebied="wonen",
        woorden="Ik wil weer slapen zonder bang te zijn.",
        resultaat="Hans woont een jaar zonder opname en slaapt ten minste vijf nachten per week door.",
        hulp="Beschut wonen door RIBW Zonnedaal",
        evaluatie_op=v.over(60),
        contract=v.contract("BW-01", "RIBW Zonnedaal"),
        aantal=7,
        frequentie="week",
        vanaf=v.over(10),
        tot_en_met=v.over(250),
        redenen=_REDENEN,
        casus=casus,
    )


def _dubbel_ingeschreven(v: Verteller) -> None:
    """Tell of a woman who stands in the administration twice: her first name was misheard on the telephone."""
    eerste = v.mens("Fatima Benali", 52, ALLEEN, VROUW, jarig=(4, 11))
    v.gezin(eerste, regisseur=v.wie.bram)
    v.gezin(replace(eerste, roepnaam="Fatma", bsn="", telefoon=""), regisseur=v.wie.bram)
    werk_kandidaten_bij(at=v.toen(1, 7))


def _visser(v: Verteller) -> None:
    """Tell of Bram's own family, who live in Noord: their file is closed to him, and he is told no more than that."""
    zaak = v.gezin(
        v.mens("Bram Visser", 36, PARTNER, MAN),
        v.mens("Iris Visser", 35, PARTNER, VROUW),
        regisseur=v.wie.amina,
        relaties=((0, 1, "partner_van"),),
    )
    bram, iris = zaak.leden
    _begin(v, zaak, iris, "Ik zorg voor mijn moeder en het wordt te veel.", Wet.WMO, geleden=25)
    koppel_medewerker(v.wie.bram, bram, by=v.wie.ineke, at=v.toen(24, 9))
    vars(v.wie.bram).pop("aanstelling", None)  # from now on his file is closed to him
    zaak.taak("Iris bellen over de mantelzorgmakelaar", uiterlijk=v.over(4), om=v.toen(20, 9))
