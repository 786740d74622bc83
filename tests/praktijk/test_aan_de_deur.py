"""Tales from practice, played on the screens: somebody asks for help."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

import verhalen
from eenplan.core import klok
from eenplan.delen.models import Deling
from eenplan.dossiers.models import Dossier
from eenplan.meldingen.models import Contact, Melding
from eenplan.personen.models import Huishoudlid
from personas import MAANDAG
from schermen import AANNEMEN, formulier, gespreksformulier


@pytest.fixture(autouse=True)
def _op_maandag():
    with klok.reis_naar(MAANDAG.date()):
        yield


@pytest.fixture
def dossier(de_wit, gerda, amina) -> Dossier:
    return verhalen.onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG).dossier


def sanne_belt(page, gerda, de_wit, **anders):
    """Gerda finds Sanne while she types."""
    lid = Huishoudlid.objects.get(persoon=de_wit.sanne)
    pagina = page(gerda, AANNEMEN)
    return pagina.post(gespreksformulier(pagina, naam="sanne de wit", kies=lid.pk, **anders), status=200)


def test_every_week_at_the_counter_with_forms(page, gerda, de_wit):
    """Elke week aan de balie met formulieren

    Gegeven Sanne, die elke week met een stapel formulieren binnenloopt; een vrijwilliger zegt dat er meer speelt.
    Als Gerda de eerste twee keer helpt en de derde keer een melding maakt,
    Dan heeft niemand iets overgetypt: naam, adres en telefoon staan er al, met erbij waar ze vandaan komen,
    en staan de eerdere bezoeken bij het huishouden.

    Bron: Leeuwarden 2021, verhaal C10. Rijen A1 en A2.
    """
    for _week in range(2):
        balie = sanne_belt(page, gerda, de_wit, kanaal="inloop", soort="informatie")
        balie.post(
            gespreksformulier(balie, vraag="Hulp bij een formulier.", antwoord="Samen ingevuld.", einde="beantwoord")
        )
    derde = sanne_belt(page, gerda, de_wit, kanaal="inloop", soort="hulpvraag")
    melding = derde.post(gespreksformulier(derde, vraag="Ik zie door de brieven niets meer.", einde="melding")).follow()
    assert "06 12 34 56 00" in melding.words
    assert "was al bekend" in melding.words
    assert Contact.objects.filter(kanaal="inloop", huishouden=de_wit.huishouden).count() == 3
    assert Melding.objects.count() == 1


def test_many_people_call_only_to_hear_how_it_stands(page, gerda, de_wit, dossier):
    """Veel mensen bellen alleen om te horen hoe het staat

    Gegeven een melding die Amina onderzoekt.
    Als Sanne belt en Gerda haar naam typt,
    Dan staat het antwoord in een zin op het scherm, met de laatste dag erbij, en ontstaat er geen nieuwe zaak.

    Bron: Enschede 2019, P-19. Rijen A2 en B7.
    """
    gesprek = sanne_belt(page, gerda, de_wit, soort="statusvraag")
    assert "Amina Bouzid doet het onderzoek. Dat is uiterlijk 4 januari 2027 klaar." in gesprek.words
    gesprek.post(gespreksformulier(gesprek, vraag="Hoe ver is het?", einde="beantwoord"))
    assert Melding.objects.count() == 1


def test_the_worker_waits_a_day_on_purpose(page, amina, dossier):
    """Een dag wachten met opzet

    Gegeven een gezin dat vaak in paniek belt; na een dag of twee is het meestal opgelost.
    Als Amina opschrijft waarom zij wacht, en voor overmorgen een taak zet,
    Dan is het wachten een keuze die iedereen in het team kan lezen, en staat de taak overmorgen op Mijn dag.

    Bron: Leeuwarden 2021, verhaal C12. Rij C17.
    """
    notitie = "Sanne belde in paniek over school. Ik wacht bewust tot woensdag: dat gaf steeds de meeste rust."
    notities = page(amina, reverse("dossiers:notities", args=[dossier.pk]))
    notities.post(formulier(notities, tekst=notitie))
    taken = page(amina, reverse("dossiers:taken", args=[dossier.pk]))
    taken.post(formulier(taken, wat="Sanne bellen: hoe is het op school?", voor=amina.pk, uiterlijk="25-11-2026"))
    assert "Ik wacht bewust tot woensdag" in page(amina, f"/huishoudens/{dossier.pk}/").words
    with klok.reis_naar((MAANDAG + timedelta(days=2)).date()):
        assert "Sanne bellen: hoe is het op school?" in page(amina, "/mijn-dag/").words


def test_the_resident_corrects_what_was_written_down(page, amina, gerda, de_wit):
    """“Dat heb ik zo niet gezegd”

    Gegeven een verslag waarin staat dat Sanne moe is.
    Als Sanne het leest en zegt dat zij niet moe is maar boos op school, en Amina dat vastlegt,
    Dan blijft het verslag zoals het was, en staat haar opmerking ernaast, overal waar het verslag staat.

    Bron: Enschede 2019, inwoners over het gesprek. Rij B5.
    """
    lopend = verhalen.onderzoek(de_wit, frontoffice=gerda, regisseur=amina, at=MAANDAG)
    gesprek = verhalen.verslag(lopend, gezin=de_wit, by=amina, at=MAANDAG).gesprek
    page(amina, reverse("dossiers:verslag_verzending", args=[gesprek.pk])).post({"aan": de_wit.sanne.pk})
    reactie = page(amina, reverse("dossiers:verslag_reactie", args=[gesprek.pk]))
    opmerking = "Ik ben niet moe, ik ben boos op school."
    reactie.post({"aan": de_wit.sanne.pk, "soort": "niet_akkoord", "tekst": opmerking})
    gelezen = page(amina, reverse("dossiers:verslag", args=[gesprek.pk])).words
    assert "Sanne is moe en komt niet aan het huishouden toe." in gelezen
    assert opmerking in gelezen


def test_the_clinic_may_not_say_how_he_is(page, amina, els, de_wit, dossier):
    """De kliniek mag niet zeggen hoe het met hem gaat

    Gegeven een inwoner die Amina zelf naar de ggz bracht; de volgende dag mag de kliniek haar niets vertellen.
    Als Amina wil horen hoe het gaat, en het scherm zegt dat dit alleen met toestemming mag,
    Dan vraagt zij die aan de inwoner zelf, met de zin erbij dat nee zeggen niets verandert aan de hulp,
    en gaat er zonder ja niets de deur uit.

    Bron: Leeuwarden 2021, verhaal C2. Rijen F3 en F12.
    """
    kliniek = verhalen.samenwerking(
        els, at=MAANDAG, naam="Kliniek De Haven", soort="zorgverzekeraar", rol="behandelt", doelen=("zorg",),
        categorieen=("contact", "hulpvraag", "gezondheid"),
    )  # fmt: skip
    velden = {"persoon": de_wit.sanne.pk, "ander": f"{kliniek.pk}:zorg", "wet": "wmo", "stap": "kies"}
    kiezen = page(amina, f"/huishoudens/{dossier.pk}/delen/nieuw/").post(velden, status=200)
    assert "Dit mag alleen met toestemming" in kiezen.words
    vragen = kiezen.post(velden | {"richting": "in"}, url=f"/huishoudens/{dossier.pk}/toestemmingen/nieuw/", status=200)
    vraag = vragen.post(formulier(vragen, categorieen=["contact", "gezondheid"])).follow()
    assert "Kliniek De Haven" in vraag.words
    mee = {"stap": "bied_aan", "stukken_contact": [f"persoon-{de_wit.sanne.pk}"], "geldig_tot": "01-02-2027"}
    assert "Hiervoor is toestemming nodig, en die is er nu niet." in kiezen.post(velden | mee, status=200).words
    assert not Deling.objects.exists()
