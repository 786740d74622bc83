"""The letter as a resident's reader, and a screen reader, meets it."""

import io
from datetime import date
from time import perf_counter

import pikepdf
import pytest
from pypdf import PdfReader
from pypdf._text_extraction import mult

from eenplan.brieven.dekking import tekens_van, toonbaar
from eenplan.brieven.model import Alinea, Brief, Kader, Kop, Lijst, Tabel
from eenplan.brieven.pdf import maak_pdf, maak_plaatjes


def _brief(*delen, **anders):
    velden = {
        "titel": "Uw besluit over hulp",
        "kenmerk": "B-2026-00012",
        "datum": date(2026, 11, 22),
        "naam": "Sanne de Wit",
        "adresregels": ("Lindelaan 4", "1231 AA Zonnedaal"),
        "aanhef": "Beste Sanne de Wit,",
        "delen": delen or (Alinea("U krijgt hulp."),),
        "ondertekenaar": "Daan de Boer",
        "functie": "medewerker backoffice",
    }
    return Brief(**velden | anders)


def _tekst(pdf):
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(pdf)).pages).split())


@pytest.fixture(scope="module")
def volledig():
    return maak_pdf(
        _brief(
            Kader("In het kort", "U krijgt hulp bij het huishouden."),
            Kop("Wat u krijgt"),
            Tabel(
                "De hulp", ("Hulp", "Hoeveel"), (("Hulp bij het huishouden", "2 uur"), ("Begeleiding", "3 uur")), (1,)
            ),
            Kop("Waarom"),
            Alinea("Eerste alinea.\n\nTweede alinea.", "Wat u zelf kunt."),
            Lijst(("een punt", "nog een punt")),
            namens="college van burgemeester en wethouders van Zonnedaal",
            behandelaar="Daan de Boer",
            telefoon="14 0123",
            bijlagen=("Het plan",),
        )
    )


def test_the_pdf_is_tagged_in_dutch_with_a_title(volledig):
    with pikepdf.open(io.BytesIO(volledig)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang) == "nl-NL"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.docinfo["/Title"] == "Uw besluit over hulp"
        assert pdf.docinfo["/Author"] == "Gemeente Zonnedaal"


def test_the_pdf_says_that_it_is_accessible_and_fit_for_the_archive(volledig):
    with pikepdf.open(io.BytesIO(volledig)) as pdf, pdf.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1"
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")


def test_headings_and_table_heads_are_tagged_as_such(volledig):
    with pikepdf.open(io.BytesIO(volledig)) as pdf:
        soorten = [
            str(obj.S) for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary) and "/S" in obj and "/P" in obj
        ]
    assert soorten.count("/H1") == 1
    assert soorten.count("/H2") == 4
    assert soorten.count("/TH") == 2
    assert soorten.count("/Caption") == 1
    assert "/L" in soorten


def test_the_outline_lists_the_parts_in_order(volledig):
    def namen(onderdelen):
        for onderdeel in onderdelen:
            yield from namen(onderdeel) if isinstance(onderdeel, list) else [onderdeel.title]

    assert list(namen(PdfReader(io.BytesIO(volledig)).outline)) == [
        "Uw besluit over hulp",
        "In het kort",
        "Wat u krijgt",
        "Waarom",
        "Bijlage",
    ]


def test_the_text_reads_in_the_order_of_the_letter(volledig):
    tekst = _tekst(volledig)
    volgorde = [
        "Gemeente Zonnedaal",
        "Stadhuisplein 1",
        "Sanne de Wit Lindelaan 4 1231 AA Zonnedaal",
        "Datum 22 november 2026",
        "Ons kenmerk B-2026-00012",
        "Behandeld door Daan de Boer",
        "Beste Sanne de Wit,",
        "In het kort U krijgt hulp bij het huishouden.",
        "Wat u krijgt",
        "Hulp Hoeveel Hulp bij het huishouden 2 uur Begeleiding 3 uur",
        "Wat u zelf kunt. Eerste alinea. Tweede alinea.",
        "een punt",
        "Met vriendelijke groet, namens het college van burgemeester en wethouders van Zonnedaal,",
        "Daan de Boer medewerker backoffice",
    ]
    plekken = [tekst.find(stuk) for stuk in volgorde]
    assert -1 not in plekken, dict(zip(volgorde, plekken, strict=True))
    assert plekken == sorted(plekken)


def test_the_address_stands_in_the_window_of_the_envelope():
    """A window left on a DL or C5 envelope shows 20 to 110 mm from the left, and about 50 to 95 mm from the top."""
    gevonden = []

    def zie(tekst, cm, tm, _font, _size):
        if "Lindelaan 4" in tekst:
            gevonden.append(mult(tm, cm)[4:])

    blad = PdfReader(io.BytesIO(maak_pdf(_brief()))).pages[0]
    blad.extract_text(visitor_text=zie)
    mm = 72 / 25.4
    ((x, y),) = gevonden
    hoogte = float(blad.mediabox.height)
    y_van_boven = y / mm if y < hoogte / 3 else (hoogte - y) / mm
    assert 20 <= x / mm <= 30
    assert 50 <= y_van_boven <= 95


@pytest.mark.parametrize(
    "vijandig",
    [
        "#panic()",
        '#eval("1+1") #read("/etc/passwd") #include "x.typ"',
        "*vet* _schuin_ `code` = kop\n= Kop\n- lijst\n+ nummer\n/ term: uitleg",
        "$x^2$ @verwijzing <label> \\ ~ -- --- // commentaar /* blok */",
        "\"dubbel\" 'enkel' “rond” ‘rond’ «hoek» {krul} [blok] (haak)",
        "</script><b>&amp; %s %(naam)s {{ jinja }}",
        "https://voorbeeld.nl/#anker",
    ],
)
def test_markup_in_a_text_is_only_text(vijandig):
    tekst = _tekst(maak_pdf(_brief(Kop(vijandig), Alinea(vijandig), Kader(vijandig, vijandig), titel=vijandig)))
    verwacht = " ".join(vijandig.split())
    assert tekst.count(verwacht.split()[0]) >= 4
    assert "/etc/passwd" not in tekst or "root:" not in tekst


@pytest.mark.parametrize(
    "bijzonder",
    [
        "smile 😀 duim 👍🏽 gezin 👨‍👩‍👧",
        "中文 日本語 한국어",
        "السلام عليكم",
        "שלום",
        "नमस्ते",
        "Łukasz Çelik Şahin Ñuñez Ødegård Ελένη Юлия",
    ],
)
def test_any_script_gives_a_letter(bijzonder):
    assert maak_pdf(_brief(Alinea(bijzonder), naam=bijzonder)).startswith(b"%PDF")


def test_names_in_latin_greek_cyrillic_arabic_and_hebrew_stay_readable():
    for naam in ("Łukasz Çelik Şahin", "Ελένη", "Юлия", "السلام", "שלום"):
        assert toonbaar(naam) == naam


def test_control_and_direction_marks_are_left_out_and_unknown_shapes_are_boxed():
    assert toonbaar("a\x00b\u202ec\u200dd\ud800e\ttab") == "abcde tab"
    assert toonbaar("中文") == "□□"
    assert maak_pdf(_brief(Alinea("a\x00b\u202ec\ud800"))).startswith(b"%PDF")


def test_five_thousand_words_run_over_numbered_pages():
    pdf = maak_pdf(_brief(Alinea("woorden " * 5000)))
    bladen = PdfReader(io.BytesIO(pdf)).pages
    assert len(bladen) > 5
    assert _tekst(pdf).count("woorden") == 5000
    assert f"Pagina {len(bladen)} van {len(bladen)}" in " ".join(bladen[-1].extract_text().split())


def test_a_word_without_end_and_empty_parts_still_give_a_letter():
    leeg = _brief(Alinea(""), Lijst(()), Kader("", ""), Tabel("", ("a",), ()), Alinea("x" * 3000), adresregels=())
    assert maak_pdf(leeg).startswith(b"%PDF")


def test_the_same_letter_gives_the_same_bytes():
    assert maak_pdf(_brief()) == maak_pdf(_brief())


def test_a_letter_takes_less_than_a_tenth_of_a_second():
    maak_pdf(_brief())
    begin = perf_counter()
    maak_pdf(_brief(Alinea("Een gewone zin van een brief. " * 60)))
    assert perf_counter() - begin < 0.1


def test_pages_can_be_looked_at():
    (blad,) = maak_plaatjes(_brief())
    assert blad.startswith(b"\x89PNG")


def test_both_fonts_know_the_letters_of_dutch():
    nederlands = {ord(teken) for teken in "abcxyzABCXYZ0189éëïöüèêáóçñ€“”‘’–…"}
    assert nederlands <= tekens_van("SourceSans3-Regular.ttf")
    assert nederlands <= tekens_van("SourceSans3-Semibold.ttf")
    assert nederlands <= tekens_van("DejaVuSans.ttf")
