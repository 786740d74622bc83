"""The report is written together, kept by itself, and nothing typed is ever lost."""

from datetime import timedelta

from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.dossiers.actions import (
    Afspraak,
    begin_verslag,
    bewaar_verslag,
    leg_reactie_vast,
    plan_gesprek,
    verstuur_verslag,
)
from eenplan.dossiers.models import Document, Gespreksverslag
from eenplan.dossiers.onderwerpen import ONDERWERPEN
from eenplan.dossiers.queries import teksten
from eenplan.dossiers.samenvoegen import vingerafdruk
from eenplan.dossiers.states import Gesprekstatus, Verslagstatus
from personas import MAANDAG
from verhalen import melding

SELF = {"Eenplan-Bewaren": "1"}


def adres(gesprek, rest=""):
    return f"/gesprekken/{gesprek.pk}/verslag/{rest}"


def velden(seen):
    """Read the form as a browser would send it."""
    gevuld = {veld.get("name"): veld.get("value") or "" for veld in seen.tree.xpath("//main//input[@type='hidden']")}
    return gevuld | {
        veld.get("name"): (veld.text or "").removeprefix("\n") for veld in seen.tree.xpath("//main//textarea")
    }


def nu(gesprek):
    return teksten(Gespreksverslag.objects.get(gesprek=gesprek))


def test_every_subject_of_the_law_has_its_question_and_its_article(page, amina, gesprek):
    words = page(amina, adres(gesprek)).words
    for letter in "abcdefg":
        assert f"artikel 2.3.2 lid 4 onder {letter} Wmo 2015" in words
    for onderwerp in ONDERWERPEN:
        assert str(onderwerp.kop) in words
        assert str(onderwerp.vraag) in words
    assert "0 van 7 besproken" in words


def test_looking_at_the_empty_report_begins_nothing(page, amina, gesprek):
    page(amina, adres(gesprek))
    gesprek.refresh_from_db()
    assert gesprek.status == Gesprekstatus.GEPLAND
    assert not Gespreksverslag.objects.exists()


def test_the_first_save_begins_the_report_and_the_talk_was_held(page, amina, gesprek):
    seen = page(amina, adres(gesprek))
    after = seen.post(velden(seen) | {"vraag": "Ik wil rust in huis.", "c": "Oma Riet komt op dinsdag."}).follow()
    assert "Bewaard om" in after.words
    assert "1 van 7 besproken" in after.words
    gesprek.refresh_from_db()
    assert gesprek.status == Gesprekstatus.GEVOERD


def test_saving_by_itself_answers_when_and_with_the_new_edit_number(page, amina, gesprek, concept):
    seen = page(amina, adres(gesprek))
    kept = seen.post(velden(seen) | {"d": "Oma is moe."}, status=200, **SELF)
    assert kept.response["Eenplan-Bewaard"]
    assert kept.response["Eenplan-Bewerking"] == "2"
    assert kept.response.json()["voortgang"] == "3 van 7 besproken"
    assert kept.response.json()["stand_d"] == vingerafdruk("Oma is moe.")


def test_a_save_by_itself_is_no_look_at_the_file(page, amina, gesprek, concept):
    seen = page(amina, adres(gesprek))
    seen.post(velden(seen) | {"d": "Oma is moe."}, status=200, **SELF)
    assert Gebeurtenis.objects.filter(sleutel=Sleutel.VERSLAG_INGEZIEN).count() == 1


def test_emptying_a_subject_empties_it(page, amina, gesprek, concept):
    seen = page(amina, adres(gesprek))
    seen.post(velden(seen) | {"b": ""})
    assert nu(gesprek) == {"a": "Sanne is moe."}


def test_pressing_save_twice_keeps_one_text(page, amina, gesprek, concept):
    seen = page(amina, adres(gesprek))
    ingevuld = velden(seen) | {"a": "Sanne slaapt slecht."}
    seen.post(ingevuld)
    seen.post(ingevuld)
    assert nu(gesprek)["a"] == "Sanne slaapt slecht."


def test_two_writers_in_different_subjects_both_keep_their_words(page, amina, bram, gesprek, concept):
    bij_amina, bij_bram = page(amina, adres(gesprek)), page(bram, adres(gesprek))
    bij_amina.post(velden(bij_amina) | {"a": "Sanne slaapt slecht."}, status=200, **SELF)
    bij_bram.post(velden(bij_bram) | {"b": "Daan kookt ook."}, status=200, **SELF)
    assert nu(gesprek) == {"a": "Sanne slaapt slecht.", "b": "Daan kookt ook."}


def test_two_writers_in_one_subject_see_both_texts_and_lose_none(page, amina, bram, gesprek, concept):
    bij_amina, bij_bram = page(amina, adres(gesprek)), page(bram, adres(gesprek))
    bij_amina.post(velden(bij_amina) | {"a": "Tekst van Amina."})
    bram_schreef = velden(bij_bram) | {"a": "Tekst van Bram.", "e": "Het buurthuis."}
    refused = bij_bram.post(bram_schreef, status=409, **SELF)
    assert refused.response["Eenplan-Bewaard"]
    assert nu(gesprek)["a"] == "Tekst van Amina."
    assert nu(gesprek)["e"] == "Het buurthuis.", "what does not collide is kept all the same"
    shown = bij_bram.post(bram_schreef, status=409)
    assert "Tekst van Amina." in shown.words
    assert velden(shown)["a"] == "Tekst van Bram."
    assert "Laatst bewaard door" in shown.words
    shown.post(velden(shown) | {"a": "Tekst van Amina. Tekst van Bram."})
    assert nu(gesprek)["a"] == "Tekst van Amina. Tekst van Bram."


def test_a_page_that_knows_no_former_text_never_overwrites_one(page, amina, gesprek, concept):
    page(amina, adres(gesprek), data={"a": "Andere tekst."}, status=409)
    assert nu(gesprek)["a"] == "Sanne is moe."


def test_a_report_that_was_sent_meanwhile_gives_the_text_back(page, amina, gesprek, concept):
    seen = page(amina, adres(gesprek))
    verstuur_verslag(concept, b"%PDF-1.7", by=amina, at=MAANDAG)
    late = seen.post(velden(seen) | {"a": "Nog iets vergeten."}, status=422)
    assert "Dit verslag is al verstuurd" in late.words
    assert velden(late)["a"] == "Nog iets vergeten."
    assert nu(gesprek)["a"] == "Sanne is moe."


def test_what_the_caller_said_stands_beside_the_report_with_its_origin(page, amina, gerda, gesprek, de_wit):
    melding(de_wit, by=gerda, at=MAANDAG)
    seen = page(amina, adres(gesprek))
    assert "“Ik red het huishouden niet meer.”" in seen.words
    assert "melding van Sanne de Wit" in seen.words
    assert "23 nov 2026" in seen.words
    assert "Mees de Wit" in seen.words
    assert seen.tree.xpath("//button[@data-invoegen][@data-tekst='“Ik red het huishouden niet meer.”']")


def test_an_earlier_report_stands_beside_it_together_with_the_residents_remark(page, amina, dossier, de_wit, verstuurd):
    leg_reactie_vast(
        verstuurd,
        persoon=de_wit.sanne,
        soort=Verslagstatus.NIET_AKKOORD,
        tekst="Ik ben niet moe maar boos.",
        by=amina,
        at=MAANDAG,
    )
    afspraak = Afspraak("telefoon", MAANDAG + timedelta(days=9), "", (de_wit.sanne,))
    volgend = plan_gesprek(dossier, afspraak, by=amina, at=MAANDAG)
    words = page(amina, adres(volgend)).words
    assert "Daan dekt de tafel." in words
    assert "Ik ben niet moe maar boos." in words


def test_the_letter_is_shown_as_the_resident_reads_it_before_it_goes(page, amina, gesprek, concept):
    words = page(amina, adres(gesprek, "verzending/")).words
    assert "Beste Sanne de Wit," in words
    assert "Wat u nodig hebt en wat bij u past" in words
    assert "Wat we niet hebben besproken" in words
    assert "artikel 2.3.2 lid 4" not in words.split("Beste Sanne")[1], "a resident reads no articles"


def test_sending_locks_the_report_and_keeps_the_letter(page, amina, gesprek, concept, de_wit):
    seen = page(amina, adres(gesprek, "verzending/"))
    sent = seen.post({"aan": de_wit.sanne.pk}).follow()
    assert "verstuurd, wacht op reactie" in sent.words
    assert not sent.tree.xpath("//main//textarea")
    brief = Document.objects.get()
    assert bytes(brief.inhoud).startswith(b"%PDF")
    assert brief.soort == "verslag"


def test_pressing_send_twice_sends_one_letter(page, amina, gesprek, concept, de_wit):
    seen = page(amina, adres(gesprek, "verzending/"))
    seen.post({"aan": de_wit.sanne.pk})
    again = seen.post({"aan": de_wit.sanne.pk})
    assert again.response["Location"] == adres(gesprek)
    assert Document.objects.count() == 1


def test_an_empty_report_is_not_sent(page, amina, gesprek, de_wit):
    begonnen = begin_verslag(gesprek, by=amina, at=MAANDAG)
    seen = page(amina, adres(gesprek, "verzending/"))
    assert "Het verslag is nog leeg" in seen.words
    assert "nog leeg" in seen.post({"aan": de_wit.sanne.pk}, status=422).words
    begonnen.refresh_from_db()
    assert begonnen.status == Verslagstatus.CONCEPT


def test_a_text_with_tags_is_text(page, amina, gesprek, concept):
    bewaar_verslag(concept, {"f": "<b>school</b> & <script>"}, bewerking=1, by=amina, at=MAANDAG)
    seen = page(amina, adres(gesprek, "verzending/"))
    assert not seen.tree.xpath("//article//b")
    assert "<b>school</b> & <script>" in seen.tree.xpath("string(//article)")


def test_a_reaction_before_sending_leads_back_to_the_talk(page, amina, gesprek, concept):
    page(amina, adres(gesprek, "reactie/"), data={"soort": "akkoord"}).follow()
    assert not concept.reacties.exists()


def test_a_correction_needs_words(page, amina, gesprek, verstuurd, de_wit):
    seen = page(amina, adres(gesprek, "reactie/"))
    refused = seen.post({"aan": de_wit.sanne.pk, "soort": "aangevuld", "tekst": " "}, status=422)
    assert "in de woorden van de inwoner" in refused.words
    assert not verstuurd.reacties.exists()


def test_a_resident_may_come_back_to_an_earlier_answer(page, amina, gesprek, verstuurd, de_wit):
    seen = page(amina, adres(gesprek, "reactie/"))
    seen.post({"aan": de_wit.sanne.pk, "soort": "akkoord", "tekst": ""})
    after = seen.post({"aan": de_wit.sanne.pk, "soort": "aangevuld", "tekst": "Nog iets."}).follow()
    assert "is het eens met dit verslag" in after.words
    assert "Nog iets." in after.words


def test_another_team_finds_no_report(page, chantal, gesprek, concept):
    for rest in ("", "verzending/", "reactie/", "afdruk/"):
        page(chantal, adres(gesprek, rest), status=404)
    page(chantal, adres(gesprek), data={"a": "x"}, status=404)


def test_a_manager_reads_and_does_not_write(page, farid, gesprek, concept):
    seen = page(farid, adres(gesprek))
    assert "Sanne is moe." in seen.words
    assert not seen.tree.xpath("//main//textarea")
    seen.post({"a": "x"}, status=403)
    page(farid, adres(gesprek, "verzending/"), status=403)


def test_the_front_office_and_the_privacy_officer_get_no_report(page, gerda, els, gesprek, concept):
    for wie in (gerda, els):
        page(wie, adres(gesprek), status=403)


def test_reading_it_over_keeps_what_was_just_typed(page, amina, gesprek):
    seen = page(amina, adres(gesprek))
    over = seen.post(velden(seen) | {"a": "Sanne is moe.", "nalezen": "1"}).follow()
    assert "Beste Sanne de Wit," in over.words
    assert "Sanne is moe." in over.words


def test_a_draft_is_not_printed_as_if_it_was_sent(page, amina, gesprek, concept):
    led = page(amina, adres(gesprek, "afdruk/"), status=302)
    assert led.response["Location"] == adres(gesprek)


def test_what_is_sent_is_what_was_read(page, amina, bram, gesprek):
    concept = begin_verslag(gesprek, by=amina, at=MAANDAG)
    bewaar_verslag(concept, {"a": "Sanne is moe."}, bewerking=0, by=amina, at=MAANDAG)
    gelezen = page(amina, adres(gesprek, "verzending/"))
    aan = gelezen.tree.xpath("//main//input[@name='aan']/@value")[0]
    bewaar_verslag(concept, {"a": "Sanne is moe en boos."}, bewerking=1, by=bram, at=MAANDAG)
    opnieuw = gelezen.post(velden(gelezen) | {"aan": aan}, status=422)
    assert "Een collega heeft dit net gewijzigd" in opnieuw.words
    assert "moe en boos" in opnieuw.words
    assert not Document.objects.exists()
    opnieuw.post(velden(opnieuw) | {"aan": aan})
    assert Document.objects.count() == 1
