"""The macros as a reader meets them: words before colour, labels before boxes."""

from datetime import date

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import engines
from lxml import html

from eenplan.core.formulier import BasisForm
from eenplan.core.voorbeeld import Stap, Termijn

VANDAAG = date(2026, 3, 26)


class Vraagformulier(BasisForm):
    vraag = forms.CharField(label="Wat is de vraag?", help_text="In eigen woorden.", widget=forms.Textarea)
    spoed = forms.ChoiceField(label="Hoe dringend?", choices=[("n", "Niet"), ("j", "Wel")], widget=forms.RadioSelect)
    memo = forms.CharField(label="Memo", required=False)


@pytest.fixture
def draw():
    def render(call: str, **context: object):
        source = '{% import "core/componenten.html" as c %}' + call
        text = engines["jinja2"].from_string(source).render(context)
        return html.fragment_fromstring(text, create_parent=True)

    return render


def words(tree) -> str:
    return " ".join(tree.text_content().split())


@pytest.mark.parametrize(
    ("einddatum", "zin"),
    [
        (date(2026, 4, 7), "nog 12 dagen · uiterlijk di 7 april 2026"),
        (date(2026, 3, 27), "uiterlijk morgen · vr 27 maart 2026"),
        (date(2026, 3, 26), "uiterlijk vandaag · do 26 maart 2026"),
        (date(2026, 3, 23), "3 dagen te laat · uiterste dag was ma 23 maart 2026"),
    ],
)
def test_a_term_speaks(draw, einddatum, zin):
    assert words(draw("{{ c.termijn(t, vandaag) }}", t=Termijn("Onderzoek", einddatum), vandaag=VANDAAG)) == zin


def test_a_term_shows_its_steps_with_article_and_whose_norm_it_is(draw):
    stap = {"datum": date(2026, 2, 4), "reden": "melding ontvangen", "artikel": "art. 2.3.2 lid 1 Wmo 2015"}
    term = Termijn("Onderzoek", date(2026, 4, 7), [stap], is_gemeentelijk=True, waarschuwingen=["Let op."])
    tree = draw("{{ c.termijn(t, vandaag) }}", t=term, vandaag=VANDAAG)
    assert tree.xpath("normalize-space(//details/summary)") == "hoe berekend: Onderzoek"
    assert "wo 4 februari 2026" in words(tree)
    assert "art. 2.3.2 lid 1 Wmo 2015" in words(tree)
    assert "Norm van de gemeente, geen termijn uit de wet." in words(tree)
    assert "Let op." in words(tree)


def test_a_missing_stamp_is_said_in_words(draw):
    lijst = [Stap("Contact", date(2026, 2, 3)), Stap("Gesprek"), Stap("Verslag", date(2026, 3, 12)), Stap("Besluit")]
    tree = draw("{{ c.stappen(lijst) }}", lijst=[*lijst, Stap("Start")])
    assert [words(li) for li in tree.xpath("//li")] == [
        "Contact 3 feb 2026",
        "Gesprek datum ontbreekt",
        "Verslag 12 mrt 2026",
        "Besluit nu aan de beurt",
        "Start nog niet",
    ]
    assert [words(li) for li in tree.xpath("//li[@aria-current='step']")] == ["Besluit nu aan de beurt"]


@pytest.mark.parametrize("soort", ["neutraal", "bezig", "wacht", "goed", "let-op", "fout", "stop"])
def test_a_status_has_a_word_and_a_shape_that_is_not_spoken(draw, soort):
    tree = draw("{{ c.label_status('in regie', soort) }}", soort=soort)
    assert words(tree) == "in regie"
    assert tree.xpath("//svg/@aria-hidden") == ["true"]


def test_every_kind_of_status_has_its_own_shape(draw):
    soorten = ["neutraal", "bezig", "wacht", "goed", "let-op", "fout", "stop"]
    shapes = [tuple(draw("{{ c.teken(s) }}", s=s).xpath("//svg/*/@d | //svg/*/@class")) for s in soorten]
    assert len(set(shapes)) == len(soorten)


def test_a_field_has_label_hint_error_and_readers_in_that_order(draw):
    form = Vraagformulier({})
    tree = draw("{{ c.veld(form.vraag, wie='Leesbaar voor team Noord.') }}", form=form)
    [field] = tree.xpath("//textarea")
    assert words(tree.xpath("//label")[0]) == "Wat is de vraag? verplicht"
    assert tree.xpath("//label/@for") == [field.get("id")]
    assert field.get("aria-invalid") == "true"
    spoken = [words(tree.xpath("//*[@id=$id]", id=id_)[0]) for id_ in field.get("aria-describedby").split()]
    assert spoken == ["In eigen woorden.", "Dit veld is nog leeg. Vul het in.", "Leesbaar voor team Noord."]


def test_a_field_that_may_stay_empty_says_so(draw):
    tree = draw("{{ c.veld(form.memo, attrs={'hx-get': '/x/'}) }}", form=Vraagformulier())
    assert words(tree) == "Memo niet verplicht"
    assert tree.xpath("//input/@hx-get") == ["/x/"]


def test_a_group_of_choices_is_one_question(draw):
    form = Vraagformulier({"vraag": "Rust", "spoed": "j"})
    tree = draw("{{ c.radios(form.spoed, toelichting={'j': 'U belt dan nu.'}) }}", form=form)
    assert words(tree.xpath("//fieldset/legend")[0]) == "Hoe dringend? verplicht"
    assert tree.xpath("//input[@checked]/@value") == ["j"]
    [explained] = tree.xpath("//input[@aria-describedby]")
    assert words(tree.get_element_by_id(explained.get("aria-describedby"))) == "U belt dan nu."


def test_the_list_of_errors_leads_to_each_field(draw):
    form = Vraagformulier({})
    tree = draw("{{ c.foutenlijst(form) }}{{ c.veld(form.vraag) }}{{ c.veld(form.spoed) }}", form=form)
    assert words(tree.xpath("//h2")[0]) == "2 dingen kloppen nog niet"
    for link in tree.xpath("//a"):
        assert tree.get_element_by_id(link.get("href")[1:]).tag in {"textarea", "input"}


def test_a_form_without_errors_has_no_list(draw):
    form = Vraagformulier({"vraag": "Rust", "spoed": "n"})
    assert words(draw("{{ c.foutenlijst(form) }}", form=form)) == ""


def test_a_row_is_named_by_its_first_cell_and_each_cell_by_its_column(draw):
    call = "{% call c.tabel('Aanbod', k) %}{{ c.rij(k, ['De Brug', 41], adres='/brug/') }}{% endcall %}"
    tree = draw(call, k=["Aanbieder", ("Wachttijd", "getal")])
    assert words(tree.xpath("//caption")[0]) == "Aanbod"
    assert tree.xpath("//tbody/tr/th[@scope='row']/a/@href") == ["/brug/"]
    assert tree.xpath("//td[@class='ep-getal']/@data-kop") == ["Wachttijd"]


def test_an_empty_value_is_said_in_words(draw):
    tree = draw("{{ c.beschrijving([('Huisarts', ''), ('Taal', none), ('Kinderen', 0)]) }}")
    assert [words(dd) for dd in tree.xpath("//dd")] == ["niet bekend", "niet bekend", "0"]


def test_paging_says_where_you_are(draw):
    blad = Paginator(range(312), 20).page(2)
    tree = draw("{{ c.pagineren(blad, '/lijst/?soort=wmo') }}", blad=blad)
    assert "21 tot en met 40 van 312" in words(tree)
    assert tree.xpath("//a/@href") == ["/lijst/?soort=wmo&pagina=1", "/lijst/?soort=wmo&pagina=3"]


def test_one_page_needs_no_paging(draw):
    assert words(draw("{{ c.pagineren(blad, '/') }}", blad=Paginator(range(3), 20).page(1))) == ""


def test_a_chart_is_its_own_table(draw):
    tree = draw("{{ c.staven('Vragen', [('Thuis', 612, '612'), ('Opvoeden', 306, '306')]) }}")
    assert [words(tr) for tr in tree.xpath("//tbody/tr")] == ["Thuis 612", "Opvoeden 306"]
    assert tree.xpath("//rect/@width") == ["100.0%", "50.0%"]


def test_a_chart_of_nothing_does_not_divide_by_it(draw):
    draw(
        "{{ c.staven('Vragen', [('Thuis', 0, '0')]) }}{{ c.lijn('Trend', [('jan', 0, '0')]) }}{{ c.lijn('Leeg', []) }}"
    )
