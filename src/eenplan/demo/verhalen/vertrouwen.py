"""What may be seen, shared, asked and judged: what Els, Ilse, Vera and whoever must answer find today."""

from __future__ import annotations

from datetime import timedelta

from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.delen import actions as delen
from eenplan.delen import verzoek_actions
from eenplan.delen.keuzes import Richting, Wijze
from eenplan.delen.models import Samenwerking
from eenplan.delen.queries import te_kiezen
from eenplan.demo.gezag import ontvang_gezag
from eenplan.demo.kalender import om
from eenplan.demo.personeel import NIEUWE_ONDERZOEKER
from eenplan.demo.verhalen.verteller import Verteller
from eenplan.dossiers.actions import maak_taak
from eenplan.dossiers.models import Dossier
from eenplan.inrichting.keuzes import Wet
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.gezin_actions import Wie, leg_vertegenwoordiging_vast
from eenplan.personen.models import Huishouden, Huishoudlid, Persoon
from eenplan.privacy import actions as privacy
from eenplan.privacy.brief import Antwoord
from eenplan.privacy.models import Identiteit, Verzoekkanaal, Verzoeksoort
from eenplan.privacy.states import Verzoekstatus
from eenplan.registers import actions as registers
from eenplan.registers.states import Beoordelingstatus
from eenplan.teams.models import Medewerker
from eenplan.toegang import actions as toegang
from eenplan.toegang.models import Noodreden
from eenplan.wetgeving.gezagsoorten import Vertegenwoordigersoort

GEZAG_UITZOEKEN = "Fam. Ramdin"  # of these two children nobody looked up yet who has custody


def vertel(v: Verteller) -> None:
    """Tell everything that somebody has to look at, judge or answer."""
    ontvang_gezag(Huishouden.objects.exclude(naam=GEZAG_UITZOEKEN), by=v.wie.gerda)
    _toegang(v)
    _vrijwilliger(v)
    _schuldhulp(v)
    _onderzoekers(v)
    _toestemming(v)
    _vraag_van_buiten(v)
    _verzoeken(v)
    _registers(v)


def _bewoner(naam: str) -> tuple[Dossier, Persoon]:
    """Give a member of a story's family with the file: the stories come before the rest of the town."""
    roepnaam, *_tussen, achternaam = naam.split()
    lid = Huishoudlid.objects.filter(persoon__roepnaam=roepnaam, persoon__achternaam=achternaam).earliest("pk")
    return Dossier.objects.select_related("huishouden__team").get(pk=lid.huishouden_id), lid.persoon


# ------------------------------------------------------------------------------------------------------ who is let in


def _toegang(v: Verteller) -> None:
    """Chantal broke the glass last night and asked Amina along another day; nobody judged or answered yet."""
    chantal, avond = v.wie.chantal, v.toen(1, 21, 40)
    dossier, _abdi = _bewoner("Abdi Warsame")
    nood = toegang.open_noodtoegang(
        dossier,
        reden=Noodreden.CRISIS,
        toelichting="De politie belde: meneer staat op straat en zegt dat zijn vriend hem bedreigt.",
        by=chantal,
        at=avond,
    )
    for minuut, route in ((1, "huishoudens/…/"), (3, "huishoudens/…/notities/"), (6, "gesprekken/…/verslag/")):
        moment = avond + timedelta(minutes=minuut)
        toegang.leg_bezoek_vast(nood, methode="GET", adres=f"/{route}", by=chantal, at=moment)
    record(Sleutel.DOSSIER_INGEZIEN, dossier, by=chantal, at=avond + timedelta(minutes=1), doel=nood.doel)
    toegang.vraag_mee_te_werken(
        _bewoner("Naima Bouali")[0],
        vraag="De zus van Naima woont in Zuid en is bij mij bekend. Zij past nu elke dag op Hamza.",
        by=chantal,
        at=v.toen(2, 11),
    )


def _vrijwilliger(v: Verteller) -> None:
    """Vera goes along with Riet to the coffee morning, and knows no more of her than that takes."""
    dossier, riet = _bewoner("Riet Jansen")
    taak = maak_taak(
        dossier, voor=v.wie.amina, wat="Met Riet mee naar de koffieochtend, dinsdag om tien uur", uiterlijk=v.over(3),
        wet=Wet.WMO, by=v.wie.amina, at=v.toen(3, 10),
    )  # fmt: skip
    toegang.geef_aan_vrijwilliger(
        taak, vrijwilliger=v.wie.vera, persoon=riet, tot=om(v.over(20), 0), by=v.wie.amina, at=v.toen(3, 10, 5)
    )


def _schuldhulp(v: Verteller) -> None:
    """Saskia has work in a file of which the rest is not hers to see."""
    dossier, _sanne = _bewoner("Sanne de Wit")
    maak_taak(
        dossier, voor=v.wie.saskia, wat="Met Sanne een overzicht van alle schulden maken", uiterlijk=v.over(2),
        wet=Wet.WGS, by=v.wie.amina, at=v.toen(4, 14),
    )  # fmt: skip


def _onderzoekers(v: Verteller) -> None:
    """Ilse signed and may read three files of Noord; her colleague Rutger signed nothing and sees nothing."""
    _laat_tekenen(v, v.wie.ilse, dagen_geleden=15)
    vars(v.wie.ilse).pop("aanstelling", None)
    toegang.open_voor_onderzoek(
        [_bewoner(naam)[0] for naam in ("Naima Bouali", "Hidde Postma", "Riet Jansen")],
        onderzoeker=v.wie.ilse,
        vanaf=v.toen(10, 9),
        tot=om(v.over(30), 0),
        grond="Jaarlijks onderzoek: staat de inwoner centraal in het plan?",
        by=v.wie.farid,
        at=v.toen(10, 9),
    )


# ------------------------------------------------------------------------------------------- what goes to somebody else


def _toestemming(v: Verteller) -> None:
    """School may know of Ilias, for his mother said yes; Salma is fourteen and said no about herself."""
    amina = v.wie.amina
    school = Samenwerking.objects.get(naam="Basisschool De Regenboog")
    dossier, ilias = _bewoner("Ilias Bouali")
    weg = delen.Weg(ilias, school, Wet.JEUGDWET, "onderwijs")
    vraag = delen.vraag_toestemming(dossier, weg, categorieen=("contact", "plan"), by=amina, at=v.toen(90, 10))
    for toestemming in vraag.toestemmingen.all():
        ja = delen.Antwoord(True, Wijze.SCHRIFTELIJK, v.kalender.geleden(88))
        delen.leg_antwoord_vast(toestemming, ja, by=amina, at=v.toen(88, 10))
    stukken = [
        stuk.code
        for stuk in te_kiezen(dossier, ilias, herkomst=Wet.JEUGDWET, categorieen=("plan",), dag=v.kalender.geleden(87))
    ]
    deling = delen.bied_aan(dossier, weg, stukken=stukken, geldig_tot=v.over(60), by=amina, at=v.toen(87, 9))
    delen.aanvaard(deling, by=amina, at=v.toen(85, 9))
    delen.verstrek(deling, by=amina, at=v.toen(85, 9, 10))
    _, salma = _bewoner("Salma Bouali")
    vraag = delen.vraag_toestemming(
        dossier,
        delen.Weg(salma, Samenwerking.objects.get(naam="Zilveren Zorg"), Wet.JEUGDWET, "zorg"),
        categorieen=("contact", "gezondheid"),
        by=amina,
        at=v.toen(6, 10),
    )
    for toestemming in vraag.toestemmingen.all():
        is_salma = toestemming.gever_id == salma.pk
        gezegd = "“Dat is van mij. De verzekering hoeft dat niet te weten.”" if is_salma else "Naima vindt het goed."
        antwoord = delen.Antwoord(not is_salma, Wijze.MONDELING, v.kalender.geleden(5), gezegd)
        delen.leg_antwoord_vast(toestemming, antwoord, by=amina, at=v.toen(5, 16))


def _vraag_van_buiten(v: Verteller) -> None:
    """The housing corporation asks whether Sanne gets help with her debts, before it goes to court."""
    dossier, sanne = _bewoner("Sanne de Wit")
    weg = delen.Weg(sanne, Samenwerking.objects.get(naam="Woningbouw Zonnedaal"), Wet.WGS, "schuldhulp", Richting.IN)
    gevraagd = verzoek_actions.Verzoek(
        "verhuurder", "Als er schuldhulp loopt, wachten wij met de dagvaarding.", v.kalender.geleden(2)
    )
    verzoek_actions.leg_verzoek_vast(dossier, weg, gevraagd, by=v.wie.amina, at=v.toen(2, 14))
    dossier, naima = _bewoner("Naima Bouali")
    leg_vertegenwoordiging_vast(
        dossier.huishouden,
        naima,
        Vertegenwoordigersoort.BEWINDVOERDER,
        Wie(organisatie="Bewindvoering De Balans"),
        vanaf=v.kalender.geleden(300),
        bron="beschikking van de kantonrechter, gezien",
        by=v.wie.amina,
        at=v.toen(118, 10),
    )


# ------------------------------------------------------------------------------------------- what the resident may ask


def _verzoeken(v: Verteller) -> None:
    """Samira asked what is known of her: half-way. Truus wanted a sentence changed and got her own beside it."""
    dossier, samira = _bewoner("Samira El Idrissi")
    inzage = privacy.neem_verzoek_op(
        dossier,
        privacy.Gevraagd(
            Verzoeksoort.INZAGE, samira, v.kalender.geleden(9), Verzoekkanaal.EMAIL,
            "Ik wil graag alles zien wat u over mij hebt opgeschreven.",
        ),
        by=v.wie.amina,
        at=v.toen(9, 10),
    )  # fmt: skip
    privacy.neem_in_behandeling(inzage, identiteit=Identiteit.LEGITIMATIE, by=v.wie.amina, at=v.toen(7, 10))
    privacy.verzamel_uittreksel(inzage, by=v.wie.amina, at=v.toen(2, 9))
    dossier, truus = _bewoner("Truus Hendriks")
    rectificatie = privacy.neem_verzoek_op(
        dossier,
        privacy.Gevraagd(
            Verzoeksoort.RECTIFICATIE, truus, v.kalender.geleden(30), Verzoekkanaal.BRIEF,
            "In het verslag staat dat Rob het er wel bij kan doen. Dat heb ik nooit gezegd. Haal het weg.",
        ),
        by=v.wie.bram,
        at=v.toen(30, 10),
    )  # fmt: skip
    privacy.neem_in_behandeling(rectificatie, identiteit=Identiteit.BEKEND, by=v.wie.bram, at=v.toen(29, 9))
    antwoord = Antwoord(
        Verzoekstatus.AFGEWEZEN,
        "artikel 16 AVG",
        "Uw zoon zei dit zelf in het gesprek, en zo staat het er ook. Wij veranderen niet wat iemand heeft gezegd. "
        "Uw eigen verklaring staat er nu naast.",
        verklaring="Rob zei dat om mij gerust te stellen. Hij werkt vier dagen en is ’s avonds op. Dat wist iedereen.",
        gaat_over="Gespreksverslag, wat de zoon kan doen",
    )
    privacy.beantwoord(rectificatie, antwoord, by=v.wie.bram, at=v.toen(20, 11))


# -------------------------------------------------------------------------------------------------------- the registers


def _registers(v: Verteller) -> None:
    """Els keeps two assessments, a breach of yesterday afternoon, and who was instructed."""
    els = v.wie.els
    plan = registers.begin_effectbeoordeling(
        "Eén plan per huishouden", eigenaar=els, risicos="Wie het hele gezin ziet, ziet ook wat niet voor hem is.",
        uiterlijk=v.over(200), by=els, at=v.toen(60, 10),
    )  # fmt: skip
    registers.werk_effectbeoordeling_bij(
        plan, naar=Beoordelingstatus.ADVIES, risicos=plan.risicos,
        maatregelen="Elk stuk hoort bij een wet; wat onder een andere wet valt, vraagt een grond.", advies="",
        uiterlijk=plan.uiterlijk, by=els, at=v.toen(20, 10),
    )  # fmt: skip
    registers.begin_effectbeoordeling(
        "Vrijwilligers met een taak in een dossier", eigenaar=els,
        risicos="Een vrijwilliger is vaak ook buur. Hoeveel mag hij weten?", uiterlijk=v.over(15), by=els,
        at=v.toen(5, 10),
    )  # fmt: skip
    # Somebody notices at the weekend as well: 72 hours do not wait for Monday.
    ontdekt = om(v.kalender.vandaag - timedelta(days=1), 16)
    registers.meld_datalek(
        "Een brief over hulp in huis kwam bij de buren aan en is daar geopend.",
        soorten_gegevens="naam, adres en het besluit", aantal_betrokkenen=1, kennisname=ontdekt, by=v.wie.amina,
        at=ontdekt + timedelta(minutes=20),
    )  # fmt: skip
    _werkt_in(v)


def _werkt_in(v: Verteller) -> None:
    """Everybody signed for secrecy and took the instruction; Bram and Chantal did not finish, Rutger did not begin."""
    stappen = [stap.code for stap in inrichting().instructiestappen]
    aantal = {v.wie.bram.pk: 2, v.wie.chantal.pk: 1}
    for medewerker in Medewerker.objects.exclude(naam=NIEUWE_ONDERZOEKER).order_by("pk"):
        for stap in stappen[: aantal.get(medewerker.pk, len(stappen))]:
            registers.rond_stap_af(medewerker, stap, by=medewerker, at=v.toen(30, 9))
        if medewerker.pk not in (v.wie.els.pk, v.wie.ilse.pk):
            _laat_tekenen(v, medewerker, dagen_geleden=30)


def _laat_tekenen(v: Verteller, medewerker: Medewerker, *, dagen_geleden: int) -> None:
    dag = v.kalender.geleden(dagen_geleden)
    registers.leg_verklaring_vast(
        medewerker, getekend_op=dag, geldig_tot=dag + timedelta(days=730), by=v.wie.els, at=v.toen(dagen_geleden, 10)
    )
