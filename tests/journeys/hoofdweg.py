"""The main job, from the call to the start of help, as its four workers do it: one function per sitting.

The journey tests check what each sitting shows; scripts/moeite.py only counts what it takes.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from journeys.hand import Hand

QUESTION = "Ik val steeds in de badkamer en krijg het huis niet meer schoon."
TALK = {
    "De vraag, in eigen woorden": "Ik wil veilig kunnen douchen en een schoon huis.",
    "Behoeften, persoonskenmerken": "Lopen gaat slecht sinds de operatie aan de heup.",
    "Eigen kracht en gebruikelijke hulp": "Koken en de was lukken nog, met rust ertussen.",
    "Mantelzorg en mensen": "De buurvrouw doet elke vrijdag boodschappen.",
    "Ondersteuning van de mantelzorger": "De buurvrouw houdt dit vol, meer kan zij niet.",
    "Algemene voorzieningen": "De was- en strijkservice is bekend, maar helpt niet bij het schoonmaken.",
    "Samenwerking met zorg": "De huisarts weet ervan en vindt overleg goed.",
    "Eigen bijdrage": "Verteld dat er een bijdrage per maand kan komen.",
}
CORRECTION = "De operatie was aan de knie, niet aan de heup."
HOPE = "Over een jaar woon ik hier nog steeds, zonder angst om te vallen."
GOAL = "Ik wil dat mijn huis schoon is zonder dat ik omval."
RESULT = "Het huis is elke week schoon en er is niemand gevallen."
RETURNED = "Schrijf erbij wat wij over drie maanden willen zien."
IMPROVED = "Na drie maanden is het huis elke week schoon en is er niemand meer gevallen."
SECOND_GOAL = "Ik wil weer naar de koffie in de buurt."
SECOND_RESULT = "Elke week een keer koffie met de buren."
REVISED = ("Het huis is elke week schoon, zonder hulp op vrijdag.", "Twee keer per week onder de mensen.")
GROUNDS = {
    "Eigen kracht": "U kookt en wast zelf. Schoonmaken lukt u nu niet.",
    "Gebruikelijke hulp": "U woont alleen. Er is niemand in huis die kan helpen.",
    "Mantelzorg": "Uw buurvrouw doet de boodschappen. Meer kan zij niet doen.",
    "Sociaal netwerk": "Uw familie woont te ver weg om elke week te komen.",
    "Algemene voorziening": "De was- en strijkservice maakt uw huis niet schoon.",
    "Passende bijdrage": "Met deze hulp blijft uw huis schoon en valt u minder snel.",
}
SUMMARY = "U krijgt hulp bij het huishouden. Een hulp maakt elke week uw huis schoon."


@dataclass(frozen=True)
class Resident:
    """Somebody new in town, as Gerda hears it on the telephone."""

    name: str
    postcode: str
    number: str = "941"

    @property
    def family(self) -> str:
        """Return how lists call the household."""
        return f"Fam. {self.name.split(maxsplit=1)[1]}"


def dutch(day: date) -> str:
    """Write a day the way people type it."""
    return day.strftime("%d-%m-%Y")


# --- Gerda ----------------------------------------------------------------------------------------------------------


def hear(gerda: Hand, resident: Resident, question: str = QUESTION) -> None:
    """Write down who calls and what is asked: four facts, nothing else."""
    gerda.type("Wie belt er?", resident.name)
    gerda.type("Postcode", resident.postcode)
    gerda.type("Huisnummer", resident.number)
    gerda.type("Wat is de vraag?", question)


def promote(gerda: Hand) -> str:
    """Make a melding of the call."""
    return gerda.press("Melding maken", exact=True)


def confirm(gerda: Hand) -> str:
    """Send the confirmation of receipt."""
    gerda.follow("Ontvangst bevestigen")
    return gerda.press("Bevestiging versturen")


# --- Amina: onderzoek -----------------------------------------------------------------------------------------------


def take_up(amina: Hand, resident: Resident) -> str:
    """Find the new melding on Mijn dag and become its coordinator."""
    return amina.press(f"Ik pak dit op: Nieuwe melding, {resident.family}")


def begin_onderzoek(amina: Hand) -> str:
    """Open the onderzoek from the household's page."""
    amina.follow("Onderzoek beginnen")
    amina.follow("Naar het onderzoek")
    return amina.press("Onderzoek beginnen")


def plan_talk(amina: Hand, resident: Resident, day: date, time: str = "09:30") -> str:
    """Plan the conversation at home."""
    amina.follow("Gesprek plannen")
    amina.tick("huisbezoek")
    amina.type("Dag", dutch(day))
    amina.type("Begintijd", time)
    amina.tick(resident.name)
    return amina.press("Gesprek plannen")


def report_talk(amina: Hand) -> None:
    """Write the report; it saves by itself while one types."""
    amina.follow("Verslag schrijven")
    for subject, text in TALK.items():
        amina.type(subject, text)


def send_report(amina: Hand) -> str:
    """Save, read once more, and send the written account."""
    amina.press("Nalezen en versturen")
    return amina.press("Versturen", exact=True)


def record_correction(amina: Hand) -> str:
    """Write down that the resident agrees, with a correction."""
    amina.follow("Reactie vastleggen")
    amina.tick("Vult aan of verbetert")
    amina.type("Wat zegt de inwoner?", CORRECTION)
    return amina.press("Reactie vastleggen")


def finish_onderzoek(amina: Hand) -> str:
    """Finish the onderzoek; its clock stops."""
    amina.follow("Melding ontvangen")
    amina.follow("Naar het onderzoek")
    amina.follow("Onderzoek afronden")
    check_safety(amina)
    return amina.press("Onderzoek afronden")


def check_safety(amina: Hand) -> None:
    """Ask after safety on the way: all is well, and there are no children to be seen."""
    amina.follow("Veiligheidscheck doen")
    for question in amina.page.locator("fieldset").all():
        amina.tick("ja" if question.get_by_label("ja", exact=True).count() else "gezien en gesproken", within=question)
    amina.press("Bewaren")


# --- Amina: plan ----------------------------------------------------------------------------------------------------


def begin_plan(amina: Hand) -> str:
    """Begin the plan on the household's page."""
    return amina.press("Plan beginnen")


def write_hope_and_analysis(amina: Hand) -> None:
    """Write where the household wants to go and what is going on, the latter taken over from the report."""
    page = amina.page
    amina.type("In hun eigen woorden", HOPE)
    saved(amina, page.locator("#perspectief"))
    amina.open("Huishouden en regelen")
    domain = page.locator("#gebied-huishouden")
    amina.field("Wat speelt er?", domain).click()
    amina.effort.clicks += 1
    amina.insert("Lopen gaat slecht")
    amina.field("Wat gaat goed?", domain).click()
    amina.effort.clicks += 1
    amina.insert("Koken en de was")
    saved(amina, domain)


def add_goal(amina: Hand, today: date, *, words: str = GOAL, result: str = RESULT) -> None:
    """Add the goal; whose it is was filled in already."""
    page = amina.page
    there = page.locator(".ep-doel").count()
    page.get_by_role("button", name="Voeg een doel toe").click()
    amina.effort.clicks += 1
    goal = page.locator(".ep-doel").nth(there)
    amina.type("Doel, in de woorden van de inwoner", words, within=goal)
    amina.type("Waaraan zien we dat het gelukt is?", result, within=goal)
    amina.choose("Leefgebied", "Huishouden en regelen", within=goal)
    amina.type("Streefdatum", dutch(today + timedelta(days=180)), within=goal)
    amina.type("Samen terugkijken op", dutch(today + timedelta(days=90)), within=goal)
    saved(amina, goal)


def climb_ladder(amina: Hand, today: date) -> str:
    """Pass over the lighter rungs with one click each, see the price, and choose the help."""
    amina.follow("Ladder: kies wat we inzetten")
    for reason in (
        "De inwoner doet op dit punt al wat hij of zij kan.",
        "De mensen om het gezin heen zijn al overbelast.",
        "Er is niemand die dit kan of wil doen.",
        "Dit is geprobeerd en niet genoeg gebleken.",
        "Hier is vakkennis voor nodig die op deze trede ontbreekt.",
    ):
        amina.press(reason)
    amina.type("Eerste dag", dutch(today + timedelta(days=14)))
    amina.type("Laatste dag", dutch(today + timedelta(days=378)))
    amina.type("Hoeveel", "3")
    with amina.page.expect_response(re.compile("/inzet/$")):
        amina.page.get_by_role("radio", name=re.compile("^Huishoudelijke ondersteuning")).first.check()
    amina.effort.clicks += 1
    amina.page.locator("#rekenblad:not(.htmx-request)").wait_for()
    return amina.words("#rekenblad")


def choose_help(amina: Hand) -> str:
    """Put in the help whose price was just shown, and go back to the plan."""
    amina.press("Zet deze hulp in")
    return amina.follow("Terug naar het plan")


def hand_in(amina: Hand) -> str:
    """Hand the plan in for adoption."""
    return amina.press("Aanbieden ter vaststelling")


def begin_version(amina: Hand, plan: str, reason: str) -> str:
    """Begin a new version of the adopted plan at this address; it starts as a copy."""
    amina.go(plan)
    amina.type("Waarom verandert het plan?", reason)
    return amina.press("Begin een nieuwe versie")


def change_goal(amina: Hand, number: int, result: str, review: date) -> str:
    """Write in another way how one sees that a goal is reached, and look back on another day."""
    goal = amina.page.locator(".ep-doel").nth(number - 1)
    amina.type("Waaraan zien we dat het gelukt is?", result, within=goal)
    amina.type("Samen terugkijken op", dutch(review), within=goal)
    return amina.press(f"Doel {number} opslaan")


# --- Farid and Amina: adoption --------------------------------------------------------------------------------------


def review(farid: Hand, resident: Resident) -> str:
    """Open the plan that waits for adoption from Mijn dag."""
    farid.follow(f"Beoordelen: Plan beoordelen, {resident.family}")
    return farid.follow("Beoordelen", within=farid.page.locator("main"))


def send_back(farid: Hand) -> str:
    """Return the plan with a reason."""
    farid.type("Wat moet er nog gebeuren?", RETURNED)
    return farid.press("Stuur terug")


def improve(amina: Hand) -> str:
    """Find the returned plan, improve what was asked, and hand it in again."""
    goal = amina.page.locator(".ep-doel").first
    amina.type("Waaraan zien we dat het gelukt is?", IMPROVED, within=goal)
    saved(amina, goal)
    return hand_in(amina)


def adopt(farid: Hand) -> str:
    """Adopt the plan."""
    return farid.press("Stel het plan vast")


# --- Amina and Daan: aanvraag, besluit, hulp ------------------------------------------------------------------------


def record_aanvraag(amina: Hand, resident: Resident) -> str:
    """Record that the resident applies for the help in the plan, as Mijn dag asks; everything is filled in."""
    amina.follow(f"Vastleggen: Aanvraag vastleggen, {resident.family}")
    return amina.press("Aanvraag vastleggen")


def prepare(daan: Hand, resident: Resident) -> str:
    """Find the application on Mijn dag and prepare the decision from the plan."""
    week = daan.page.locator("#deze-week")
    daan.open("Daarna", within=week)
    daan.follow("Besluit", within=week.locator("li").filter(has_text=resident.family))
    return daan.press("Besluit voorbereiden")


def write_grounds(daan: Hand) -> None:
    """Write the summary and a reason for each ground of the law."""
    daan.type("Samenvatting voor de inwoner", SUMMARY)
    daan.tick("toegekend")
    for ground, text in GROUNDS.items():
        daan.type(ground, text)


def try_to_decide(daan: Hand) -> str:
    """Go on without having written anything, and come back from what is missing."""
    missing = check_decision(daan)
    daan.follow("Terug naar het besluit")
    return missing


def check_decision(daan: Hand) -> str:
    """Go to the last look before the decision."""
    return daan.press("Controleren en besluiten")


def decide(daan: Hand) -> str:
    """Take the decision."""
    return daan.press("Besluit nemen en brief maken")


def allocate(daan: Hand) -> str:
    """Allocate the help to the provider of the plan."""
    daan.follow("Hulp toewijzen")
    return daan.press("Hulp toewijzen")


def report_start(daan: Hand) -> str:
    """Record that the help began today."""
    return daan.press("Start melden")


def saved(hand: Hand, part) -> None:
    """Wait until the part of the page says that it keeps what was typed."""
    part.get_by_text(re.compile(r"bewaard \d\d:\d\d")).first.wait_for()
