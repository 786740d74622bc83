"""The questions people ask, in their own words, and what the conversation, the plan and the decision then say.

Texts are data of the demo: always Dutch, about nobody. `{naam}` is the resident it is about, `{beller}` who called.
"""

# ruff: noqa: E501 - a table of sentences reads best with one on a line
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from eenplan.inrichting.keuzes import Wet


@dataclass(frozen=True)
class Product:
    """A product of the catalogue with the amount that is usual."""

    code: str
    aantal: tuple[int, ...]
    frequentie: str


@dataclass(frozen=True)
class Hulpvraag:
    """One kind of question with everything that is said and written about it. `wie` says about which member it is."""

    code: str
    wet: Wet
    wie: str
    leefgebied: str
    klantgroep: str
    probleem: str
    producten: tuple[Product, ...]
    vragen: tuple[str, ...]
    achter: str
    behoefte: tuple[str, ...]
    eigen: tuple[str, ...]
    netwerk: tuple[str, ...]
    kracht: tuple[str, ...]
    doelen: tuple[str, ...]
    resultaat: str
    lichter: str
    lichte_hulp: tuple[str, ...] = field(default=())


HUISHOUDEN: Final = Hulpvraag(
    "huishouden", Wet.WMO, "oudste", "huishouden", "ouder_wordend", "Het huishouden lukt niet meer",
    (Product("HO-01", (2, 3, 3, 4), "week"), Product("HO-02", (3, 4), "week")),
    (
        "Het huishouden lukt me niet meer. Bukken en tillen gaat niet en het bed verschonen al helemaal niet.",
        "Ik ben geopereerd aan mijn heup en krijg het huis niet schoon. Kan ik hulp krijgen?",
        "Mijn moeder redt de grote schoonmaak niet meer. Ik woon te ver weg om elke week te komen.",
        "Sinds mijn man is overleden, groeit het huis me boven het hoofd.",
    ),
    "Zelfstandig thuis blijven wonen, ook nu het lichaam minder meewerkt.",
    (
        "{naam} kan niet meer stofzuigen, dweilen en bedden verschonen. Lichte klussen gaan nog goed.",
        "{naam} heeft artrose in handen en rug. Na een half uur staan moet {naam} een uur rusten.",
    ),
    (
        "{naam} kookt zelf, doet de afwas en houdt het aanrecht bij. De was lukt als iemand de mand tilt.",
        "{naam} stoft af op ooghoogte en doet met de rollator kleine boodschappen.",
    ),
    (
        "Een dochter komt eens in de twee weken en doet dan de ramen. Vaker lukt niet naast haar werk.",
        "De buurvrouw neemt boodschappen mee. Schoonmaken vraagt {naam} haar niet.",
        "Er zijn geen kinderen. Een nicht belt elke zondag.",
    ),
    ("{naam} weet precies hoe het huis erbij hoort te staan.", "{naam} blijft in beweging en kookt nog elke dag."),
    (
        "Ik wil in een schoon huis wonen zonder dat ik de rest van de week gebroken ben.",
        "Ik wil hier blijven wonen en bezoek kunnen ontvangen zonder me te schamen.",
    ),
    "Het huis is elke week schoon en {naam} heeft tijd en kracht over voor andere dingen.",
    "De zware taken gaan niet, ook niet met hulpmiddelen.",
)  # fmt: skip

BEGELEIDING: Final = Hulpvraag(
    "begeleiding", Wet.WMO, "volwassene", "zelfzorg", "enkelvoudig", "De dag en de post op orde houden lukt niet",
    (Product("BG-01", (2, 2, 3), "week"), Product("BG-02", (2, 3), "week"), Product("BG-03", (3,), "week")),
    (
        "Ik krijg mijn dag niet op gang. De post ligt ongeopend en ik durf de telefoon niet op te nemen.",
        "Mijn zoon is ziek in zijn hoofd en woont sinds kort alleen. Ik ben bang dat het misgaat.",
        "Na mijn opname moet ik alles weer zelf doen en dat gaat me niet lukken.",
    ),
    "Weer vertrouwen krijgen dat het zelf lukt, met iemand die meekijkt.",
    (
        "{naam} is snel overprikkeld. Plannen lukt niet: afspraken worden vergeten en rekeningen blijven liggen.",
        "{naam} slaapt slecht en komt soms dagen de deur niet uit. Alles wat moet, voelt als een berg.",
    ),
    (
        "{naam} wast en kleedt zich zelf en kookt eenvoudig. Met een lijstje op de koelkast lukt meer.",
        "{naam} kan goed vertellen wat wel en niet werkt en houdt een agenda bij als iemand meekijkt.",
    ),
    (
        "Moeder helpt met geld, maar dat geeft vaak ruzie. Zij wil weer gewoon moeder zijn.",
        "Er is één vriend die elke week langskomt. Verder is het netwerk klein.",
    ),
    ("{naam} vraagt zelf om hulp en komt afspraken na.", "{naam} tekent graag en wordt daar rustig van."),
    (
        "Ik wil dat mijn dag een begin en een einde heeft en dat de post geen angst meer geeft.",
        "Ik wil mijn eigen zaken regelen zonder dat mijn moeder alles moet doen.",
    ),
    "{naam} opent wekelijks de post, betaalt de vaste lasten op tijd en heeft een vaste dagindeling.",
    "Daarvoor is meer en langer hulp nodig dan hier kan.",
)  # fmt: skip

DAGBESTEDING: Final = Hulpvraag(
    "dagbesteding", Wet.WMO, "oudste", "dag", "enkelvoudig", "Geen zinvolle dag, en wie thuis zorgt raakt op",
    (Product("DB-01", (2, 4, 4, 6), "week"), Product("DB-02", (4, 6), "week")),
    (
        "Mijn man vergeet steeds meer. Ik kan hem geen moment alleen laten en ik ben op.",
        "Ik zit de hele dag thuis naar de muur te kijken. Ik wil iets om voor op te staan.",
        "Werken lukt niet meer na mijn hersenbloeding. Is er een plek waar ik wel iets kan doen?",
    ),
    "Iets betekenen buitenshuis, en lucht voor wie thuis zorgt.",
    (
        "{naam} raakt in de loop van de dag de draad kwijt en wordt dan onrustig.",
        "{naam} is snel moe en kan geen vast werk aan, maar wil graag met de handen bezig zijn.",
    ),
    (
        "{naam} staat zelf op en smeert een boterham. Alleen thuis zijn kan een uur, niet langer.",
        "{naam} kan met de bus als de route bekend is.",
    ),
    ("De partner zorgt dag en nacht en slaapt slecht.", "Een broer neemt {naam} op zaterdag mee naar buiten."),
    ("{naam} geniet van muziek en van de tuin.", "{naam} heeft veertig jaar in de bouw gewerkt en is handig."),
    ("Ik wil weer ergens verwacht worden.", "Ik wil onder de mensen zijn en iets maken waar een ander wat aan heeft."),
    "{naam} gaat elke week met plezier naar de groep en de partner heeft vaste uren voor zichzelf.",
    "Een inloop zonder begeleiding is te druk en te los.",
)  # fmt: skip

HULPMIDDEL: Final = Hulpvraag(
    "hulpmiddel", Wet.WMO, "oudste", "meedoen", "enkelvoudig", "Te ver lopen lukt niet meer",
    (
        Product("HM-01", (1,), "maand"), Product("HM-02", (1,), "maand"), Product("HM-03", (1,), "maand"),
        Product("WV-01", (1,), "eenmalig"), Product("WV-02", (1,), "eenmalig"), Product("WV-03", (1,), "eenmalig"),
    ),
    (
        "Ik kom de deur niet meer uit. Na vijftig meter moet ik zitten.",
        "De trap lukt niet meer en mijn bed staat boven.",
        "Ik ben in de badkamer gevallen. De douche heeft een hoge rand.",
        "Met een rolstoel kan ik weer naar de markt. Hoe vraag ik die aan?",
    ),
    "Zelf kunnen gaan en staan, in huis en in de buurt.",
    (
        "{naam} loopt met een rollator en is na vijftig meter buiten adem.",
        "{naam} heeft weinig kracht in de benen. Traplopen en instappen zijn gevaarlijk.",
    ),
    ("{naam} doet alles zelf wat op één verdieping kan.", "{naam} beweegt elke ochtend een kwartier met de televisie mee."),
    ("Een zoon rijdt naar het ziekenhuis. Voor de rest wil {naam} niemand lastigvallen.", "De buren houden een oogje in het zeil."),
    ("{naam} heeft veel kennissen in de buurt.", "{naam} weet wat er te doen is en wil erbij zijn."),
    ("Ik wil zelf naar de winkel en naar mijn zus.", "Ik wil veilig naar boven en weer naar beneden."),
    "{naam} komt veilig waar {naam} zijn wil, zonder hulp van anderen.",
    "Een rollator of hulp van een ander lost dit niet op.",
)  # fmt: skip

VERVOER: Final = Hulpvraag(
    "vervoer", Wet.WMO, "oudste", "meedoen", "enkelvoudig", "Met bus en regiotaxi gaat het niet",
    (Product("VV-02", (8, 12), "maand"), Product("VV-01", (16,), "maand")),
    (
        "De regiotaxi rijdt te veel om. Ik kan niet zo lang zitten.",
        "Mijn vader ziet bijna niets meer en durft niet alleen te reizen.",
    ),
    "Mensen blijven zien en zelf naar afspraken kunnen.",
    ("{naam} kan niet langer dan twintig minuten zitten.", "{naam} raakt in de war als een rit anders loopt."),
    ("{naam} belt zelf om een rit te boeken.",),
    ("Familie rijdt als zij kan, maar werkt overdag.",),
    ("{naam} heeft een vaste kaartclub en gaat daar graag heen.",),
    ("Ik wil naar de kaartclub en naar de dokter zonder dat iemand vrij moet nemen.",),
    "{naam} gaat elke week op eigen houtje ergens naartoe.",
    "De regiotaxi en vrijwilligers zijn geprobeerd en werken niet.",
)  # fmt: skip

VERBLIJF: Final = Hulpvraag(
    "verblijf", Wet.WMO, "volwassene", "wonen", "meervoudig", "Alleen wonen zonder hulp in de buurt gaat niet",
    (Product("KV-01", (2,), "vier_weken"), Product("BW-01", (28,), "vier_weken")),
    (
        "Ik kan zo niet verder zorgen voor mijn man. Ik moet er eens een weekend uit.",
        "Mijn dochter kan niet alleen wonen, maar zij is te goed voor een instelling.",
    ),
    "Een veilige plek om te wonen, en rust voor wie zorgt.",
    ("{naam} heeft dag en nacht iemand in de buurt nodig.", "{naam} raakt in paniek als de avond valt."),
    ("{naam} doet overdag veel zelf, met een vast schema.",),
    ("De familie zorgt al jaren en is aan het eind van haar kracht.",),
    ("{naam} is gehecht aan vaste mensen en gewoonten.",),
    ("Ik wil ergens wonen waar ik iemand kan roepen.", "Ik wil thuis blijven, en mijn vrouw moet kunnen slapen."),
    "{naam} woont veilig en de familie houdt het vol.",
    "Er moet dag en nacht iemand bereikbaar zijn.",
)  # fmt: skip

OPVOEDEN: Final = Hulpvraag(
    "opvoeden", Wet.JEUGDWET, "kind", "opvoeden", "gezin", "Druk en boos gedrag thuis en op school",
    (Product("JA-01", (2, 2, 3), "week"), Product("JA-02", (4,), "week"), Product("JA-04", (2,), "week")),
    (
        "School belt elke week. Hij slaat andere kinderen en thuis luistert hij ook niet.",
        "Mijn dochter wil niet meer naar school. We hebben elke ochtend ruzie.",
        "Sinds de scheiding is hij zichzelf niet meer. Hij plast weer in bed.",
        "De leerkracht zegt dat ons kind niet meekomt en ons advies is om hulp te zoeken.",
    ),
    "Rust in huis en een kind dat weer met plezier naar school gaat.",
    (
        "{naam} wordt snel boos en kan daarna moeilijk stoppen. Ouders weten niet meer wat werkt.",
        "{naam} slaapt slecht, heeft vaak buikpijn en durft niet naar school.",
    ),
    (
        "Ouders houden vaste bedtijden aan en lezen elke avond voor.",
        "{naam} kan goed vertellen wat er door hem of haar heen gaat als het rustig is.",
    ),
    (
        "Opa en oma passen elke woensdag op en willen meedenken.",
        "De tante van {naam} woont om de hoek en neemt {naam} soms een dag mee.",
    ),
    ("{naam} is dol op voetbal en heeft daar twee vrienden.", "Het gezin eet elke avond samen."),
    (
        "Wij willen weer gezellig eten zonder geschreeuw.",
        "Ik wil weer naar school kunnen zonder buikpijn.",
    ),
    "{naam} gaat vier weken achter elkaar naar school en thuis is er hooguit één keer per week ruzie.",
    "De cursus en het spreekuur zijn gevolgd en waren niet genoeg.",
)  # fmt: skip

JEUGD_PSYCHISCH: Final = Hulpvraag(
    "jeugd_psychisch", Wet.JEUGDWET, "kind", "psychisch", "gezin", "Somber en angstig",
    (Product("JG-01", (1, 1, 2), "week"), Product("JG-02", (1,), "week")),
    (
        "Onze dochter is zo somber dat zij nergens meer zin in heeft. De huisarts zegt dat we hier moeten zijn.",
        "Hij zit alleen nog op zijn kamer en praat niet meer met ons.",
        "Lezen lukt maar niet, terwijl hij niet dom is. School heeft al van alles gedaan.",
    ),
    "Weten wat er aan de hand is, en dat het weer beter wordt.",
    ("{naam} is somber, eet slecht en ziet geen vrienden meer.", "{naam} loopt op school vast en vindt zichzelf dom."),
    ("{naam} schrijft in een dagboek en wil daaruit voorlezen.", "Ouders zijn er elke dag na school voor {naam}."),
    ("De mentor van school houdt contact en denkt mee.",),
    ("{naam} maakt muziek en wil daarmee verder.", "{naam} heeft één goede vriendin."),
    ("Ik wil me weer gewoon voelen.", "Ik wil dat mijn hoofd stil is."),
    "{naam} ziet elke week een vriend, gaat naar school en slaapt weer door.",
    "Praten met ouders, mentor en jeugdarts was niet genoeg.",
)  # fmt: skip

PLEEGZORG: Final = Hulpvraag(
    "pleegzorg", Wet.JEUGDWET, "kind", "opvoeden", "meervoudig", "Thuis wonen kan een tijd niet",
    (Product("JV-01", (28,), "vier_weken"), Product("JV-02", (28,), "vier_weken")),
    (
        "Ik word opgenomen en er is niemand die langer dan een week op mijn kind kan passen.",
        "Het gaat thuis niet meer. Mijn zus wil haar nemen, maar hoe moet dat dan?",
    ),
    "Een veilige plek voor het kind, zo dicht mogelijk bij huis en school.",
    ("{naam} heeft rust, vaste regels en aandacht nodig. Moeder kan dat nu niet geven.",),
    ("Moeder belt {naam} elke avond en is er op vaste dagen bij.",),
    ("Een zus van moeder wil pleegouder worden. De school kan hetzelfde blijven.",),
    ("{naam} is vriendelijk en maakt snel contact.",),
    ("Ik wil bij mijn tante wonen en mama vaak zien.",),
    "{naam} woont rustig in het pleeggezin, gaat naar de eigen school en ziet moeder elke week.",
    "Dag en nacht opvang is nodig.",
)  # fmt: skip

BESCHERMING: Final = Hulpvraag(
    "bescherming", Wet.JEUGDWET, "kind", "veiligheid", "meervoudig", "De rechter heeft een maatregel uitgesproken",
    (Product("JB-01", (1,), "maand"),),
    (
        "Vanuit de gecertificeerde instelling: de rechter heeft een ondertoezichtstelling uitgesproken.",
        "Vanuit Veilig Thuis: overdracht na onderzoek, graag regie door het wijkteam op de andere gebieden.",
    ),
    "Veiligheid voor het kind, en ouders die weer zelf verder kunnen.",
    ("Ouders maken veel ruzie waar {naam} bij is. {naam} is bang en waakzaam.",),
    ("Beide ouders willen dat het ophoudt en werken mee.",),
    ("Oma vangt {naam} op als het misgaat.",),
    ("{naam} heeft een hechte band met oma.",),
    ("Ik wil dat jullie ophouden met schreeuwen.",),
    "Drie maanden zonder ruzie waar {naam} bij is; de jeugdbeschermer ziet het gezin elke twee weken.",
    "De rechter heeft anders beslist.",
)  # fmt: skip

BIJSTAND: Final = Hulpvraag(
    "bijstand", Wet.PARTICIPATIEWET, "volwassene", "geld", "enkelvoudig", "Geen inkomen na het einde van de WW",
    (Product("PW-01", (1,), "maand"), Product("PW-01", (1,), "maand"), Product("PW-02", (1,), "eenmalig")),
    (
        "Mijn WW stopt deze maand en ik heb nog geen ander werk.",
        "Ik ben bij mijn man weg en heb geen geld voor boodschappen.",
        "De wasmachine is stuk en ik kan geen nieuwe betalen.",
        "Ik heb een brief over mijn uitkering gekregen en snap niet wat ik moet doen.",
    ),
    "Rond kunnen komen en rust om naar de toekomst te kijken.",
    ("{naam} heeft geen inkomen meer en leeft van geleend geld.", "{naam} spreekt de taal nog niet goed genoeg voor formulieren."),
    ("{naam} zoekt elke week naar werk en houdt de uitgaven bij in een schrift.",),
    ("Een broer heeft twee keer geld geleend. Dat kan niet nog eens.",),
    ("{naam} heeft jaren in de horeca gewerkt en is gewend aan aanpakken.",),
    ("Ik wil mijn rekeningen kunnen betalen en weer werk vinden.",),
    "{naam} heeft een vast inkomen en betaalt huur, stroom en zorg op tijd.",
    "Zonder inkomen helpt budgetteren niet.",
)  # fmt: skip

WERK: Final = Hulpvraag(
    "werk", Wet.PARTICIPATIEWET, "volwassene", "werk", "enkelvoudig", "Aan het werk komen lukt niet zonder hulp",
    (Product("PW-03", (1,), "maand"), Product("PW-04", (1,), "maand")),
    (
        "Ik wil wel werken, maar niemand neemt mij aan met mijn rug.",
        "Ik zit al drie jaar thuis en weet niet meer hoe ik moet beginnen.",
    ),
    "Weer meedoen en iets bijdragen.",
    ("{naam} is lang zonder werk en durft niet meer te solliciteren.",),
    ("{naam} staat elke dag om acht uur op en helpt bij de voetbalclub.",),
    ("De voorzitter van de voetbalclub wil referent zijn.",),
    ("{naam} is stipt en wordt door iedereen gemist als hij of zij er niet is.",),
    ("Ik wil een baan waar ze op mij rekenen.",),
    "{naam} werkt binnen een halfjaar twintig uur per week op een plek die past.",
    "Solliciteren op eigen kracht is een jaar geprobeerd.",
)  # fmt: skip

SCHULDEN: Final = Hulpvraag(
    "schulden", Wet.WGS, "volwassene", "geld", "schulden", "Schulden en dreigende achterstand in de huur",
    (Product("SH-02", (1,), "maand"), Product("SH-01", (1,), "maand")),
    (
        "Ik heb twee maanden huur niet betaald en nu dreigen ze met de rechter.",
        "De stapel brieven durf ik niet meer open te maken. Er wordt ook loon ingehouden.",
        "De zorgverzekering is opgezegd en ik heb elke maand een incassobureau aan de deur.",
    ),
    "Weer zonder angst de brievenbus openen, en in het huis kunnen blijven.",
    ("{naam} heeft negen schuldeisers en weet niet hoeveel het samen is.", "{naam} heeft wisselende diensten en daardoor elke maand ander loon."),
    ("{naam} heeft alle brieven in één doos gedaan en wil openheid geven.",),
    ("Een zus weet ervan en wil bij de gesprekken zijn.",),
    ("{naam} werkt en wil niets liever dan alles terugbetalen.",),
    ("Ik wil weten waar ik aan toe ben en niet meer bang zijn voor de bel.",),
    "De vaste lasten worden elke maand betaald en er komt geen nieuwe schuld bij.",
    "De schulden zijn te groot om zonder regeling op te lossen.",
)  # fmt: skip

EENZAAM: Final = Hulpvraag(
    "eenzaam", Wet.WMO, "oudste", "netwerk", "zelfredzaam", "Weinig mensen om zich heen", (),
    (
        "Ik spreek soms dagen niemand. De dokter zei dat ik u moest bellen.",
        "Mijn vader zit maar alleen sinds moeder er niet meer is.",
    ),
    "Weer onder de mensen zijn.",
    ("{naam} is gezond en zelfstandig, maar de dagen duren lang.",),
    ("{naam} fietst en kan overal heen.",), ("Kinderen bellen elke week, maar wonen ver weg.",),
    ("{naam} kan goed koken en deelt graag uit.",), ("Ik wil elke week iemand spreken die mij kent.",),
    "{naam} gaat elke week naar de eettafel en heeft een maatje.", "",
    ("AV-10", "AV-01", "VW-01"),
)  # fmt: skip
PAPIEREN: Final = Hulpvraag(
    "papieren", Wet.WMO, "volwassene", "geld", "zelfredzaam", "Vastlopen in brieven en formulieren", (),
    (
        "Ik krijg steeds brieven die ik niet begrijp. Kan iemand met mij meekijken?",
        "Mijn toeslag klopt niet en aan de telefoon word ik van hot naar her gestuurd.",
    ),
    "Snappen wat er van mij gevraagd wordt.",
    ("{naam} leest niet makkelijk en stelt brieven uit.",), ("{naam} bewaart alles netjes in een map.",),
    ("Een buurman helpt soms, maar wil niet alles weten.",), ("{naam} vraagt op tijd om hulp.",),
    ("Ik wil mijn post zelf kunnen afhandelen.",),
    "{naam} gaat zelf met de post naar het adviespunt.", "", ("AV-03", "LH-03", "AV-04"),
)  # fmt: skip
OPVOEDVRAAG: Final = Hulpvraag(
    "opvoedvraag", Wet.JEUGDWET, "kind", "opvoeden", "gezin", "Vragen over opvoeden", (),
    (
        "Onze peuter slaapt niet door en wij ook niet meer. Wat kunnen wij doen?",
        "Mijn zoon van dertien zit de hele nacht te gamen. Hoe pak ik dat aan?",
    ),
    "Weer weten wat goed is voor het kind.",
    ("{naam} gaat laat naar bed en is overdag moe.",), ("Ouders praten er samen over en trekken één lijn.",),
    ("Een vriendin met oudere kinderen denkt mee.",), ("Ouders zijn het eens en willen leren.",),
    ("Wij willen dat iedereen in huis weer slaapt.",),
    "{naam} ligt vijf avonden per week op tijd in bed.", "", ("AV-06", "LH-02", "AV-07"),
)  # fmt: skip

WMO_VRAGEN: Final = {
    "huishouden": HUISHOUDEN,
    "begeleiding": BEGELEIDING,
    "dagbesteding": DAGBESTEDING,
    "hulpmiddel": HULPMIDDEL,
    "vervoer": VERVOER,
    "verblijf": VERBLIJF,
}
LICHTE_VRAGEN: Final = (EENZAAM, PAPIEREN, OPVOEDVRAAG)

INFORMATIEVRAGEN: Final = (
    ("Waar kan ik een gehandicaptenparkeerkaart aanvragen?", "Bij Burgerzaken. Ik heb het adres en de openingstijden gegeven."),
    ("Is er in de buurt een plek waar mijn moeder kan eten?", "De open eettafel, elke woensdag. Folder gemaild."),
    ("Hoe kom ik aan een maatje voor mijn buurman?", "Doorverbonden met Humanitas Zonnedaal."),
    ("Mijn huisarts zegt dat ik bij u moet zijn voor een verwijzing.", "Uitgelegd dat de huisarts zelf kan verwijzen."),
    ("Wanneer is het opvoedspreekuur?", "Elke dinsdag van 9 tot 11 uur, zonder afspraak."),
    ("Kan ik ergens leren rondkomen met mijn geld?", "De budgetcursus begint elke maand. Aangemeld via de Stadsbank."),
)  # fmt: skip
STATUSVRAGEN: Final = (
    ("Ik heb vorige week gebeld. Weet u al wanneer er iemand komt?", "De melding is binnen; de regisseur belt voor een afspraak."),
    ("Wanneer krijg ik mijn plan?", "Het plan is in de maak. Uitgelegd hoe lang dat meestal duurt."),
    ("Ik wacht al weken op de hulp. Hoe staat het ermee?", "De aanbieder heeft nog geen plek. Regisseur laat het weten."),
    ("Is mijn aanvraag goed binnengekomen?", "Ja, met de datum waarop uiterlijk een besluit volgt."),
    ("Hebben jullie mijn brief ontvangen?", "Ja, de brief zit in het dossier."),
)  # fmt: skip
SLUITREDENEN: Final = (
    "Opgelost met hulp van familie en de buurt.",
    "De inwoner gaat naar het Formulieren Adviespunt en wil nu verder niets.",
    "Teruggetrokken door de inwoner: het gaat weer beter.",
    "De algemene voorziening is genoeg.",
    "De inwoner heeft een maatje en de koffieochtend, dat volstaat.",
    "De inwoner wacht liever af en belt zelf als het niet gaat.",
)
AFLOPEN: Final = (
    "Het doel is gehaald, de hulp gaat door zonder regisseur.",
    "Gaat goed, geen vaste contacten meer nodig.",
    "De voorziening is geplaatst en werkt.",
    "Volgens plan afgesloten.",
)
NOTITIES: Final = (
    "Gebeld. Het gaat wat beter dan vorige week. Volgende week weer contact.",
    "Geen gehoor, voicemail ingesproken en een kaartje in de bus gedaan.",
    "Kort gesproken bij de deur. Is moe, maar blij dat er iets gebeurt.",
    "Met toestemming overlegd met de huisarts. Geen nieuwe zorgen.",
    "Vroeg of de afspraak verzet kan worden naar de middag. Gedaan.",
    "Aanbieder gesproken: begin is gepland, vaste hulp is bekend.",
    "Evaluatie met het gezin: twee van de drie afspraken zijn gelukt.",
)
TAKEN: Final = (
    "Bellen hoe het gaat",
    "Terugkoppeling vragen aan de aanbieder",
    "Evaluatie plannen",
    "Toestemming voor overleg met school laten tekenen",
    "Nagaan of de hulp is begonnen",
    "Afspraak maken met de woningcorporatie",
)
TERUGSTUURREDENEN: Final = (
    "Het doel is nog niet te meten. Beschrijf waaraan het gezin merkt dat het gelukt is.",
    "Waarom is hulp uit de buurt niet genoeg? Dat staat er nog te kort.",
    "Ik mis de stem van het kind. Kun je dat aanvullen?",
)
