"""The plan on paper, in plain Dutch: where to, what, who and when, for all or for one of them. It shows no prices.

A letter is always in Dutch, whatever the language of the worker's screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import override

from eenplan.brieven.model import Alinea, Brief, Deel, Kader, Kop, Lijst, Tabel
from eenplan.core.klok import AMSTERDAM
from eenplan.inrichting.lezen import inrichting
from eenplan.personen.models import Huishouden, Persoon
from eenplan.plannen.models import Actie, Doel, Inzet, Ondersteuningsplan
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker
from eenplan.veiligheid.models import Veiligheidsplan
from eenplan.wetgeving.datums import zonder_weekdag

_STAND = {
    Planstatus.CONCEPT: "Dit is een concept. Er kan nog van alles veranderen. Leest u mee of het klopt?",
    Planstatus.AANGEBODEN: "Dit plan is nog niet vastgesteld. Er kan nog iets veranderen.",
    Planstatus.VERVANGEN: "Dit is een oude versie. Er is een nieuwer plan.",
}
_HOE_VAAK = {"week": "per week", "vier_weken": "per vier weken", "maand": "per maand", "eenmalig": "één keer"}


def planbrief(
    plan: Ondersteuningsplan,
    *,
    bewoners: Sequence[Persoon],
    van: Medewerker,
    op: date,
    is_deel: bool = False,
    voor: Persoon | None = None,
    veiligheidsplan: Veiligheidsplan | None = None,
) -> Brief:
    """Give the plan as a letter to the household, or to one member with the own part only.

    The plan comes with its parts; `is_deel` when not with all goals.
    """
    with override("nl"):
        huishouden, gemeente = plan.dossier.huishouden, inrichting().gemeente
        naam = voor.naam if voor else bewoners[0].naam if bewoners else huishouden.naam
        doelen = genummerd(plan, voor)
        return Brief(
            titel="Uw deel van het plan" if voor else "Ons plan",
            kenmerk=kenmerk(plan),
            datum=op,
            naam=naam,
            adresregels=_adresregels(huishouden),
            aanhef=f"Beste {naam},",
            delen=(
                *_inleiding(plan, is_deel=is_deel, voor=voor),
                *(_zelf(plan, voor) if voor else _analyse(plan)),
                *(deel for nummer, doel in doelen for deel in _doel(nummer, doel)),
                *_hulp([doel for _nummer, doel in doelen]),
                *_einde([doel for _nummer, doel in doelen]),
                *_veiligheid(None if voor else veiligheidsplan),
                *_vervolg(plan),
            ),
            ondertekenaar=van.naam,
            functie=van.functie,
            onderwerp=f"Plan van {huishouden.naam}, versie {plan.versie}",
            namens=gemeente.college,
            behandelaar=van.naam,
            telefoon=van.telefoon or huishouden.team.telefoon,
        )


def genummerd(plan: Ondersteuningsplan, voor: Persoon | None = None) -> list[tuple[int, Doel]]:
    """Give the goals with their number in the plan: all, or those of one member and of the household as a whole.

    What goes well or wrong per life domain is about everybody at once, so it stands in nobody's own part.
    """
    doelen = list(enumerate(plan.doelen.all(), 1))
    if voor is None:
        return doelen
    return [(nr, doel) for nr, doel in doelen if doel.persoon_id in (None, voor.pk) or doel.eigenaar == voor.naam]


def eigen_acties(plan: Ondersteuningsplan, voor: Persoon) -> list[Actie]:
    """Give what this member does, whoever the goal is about."""
    namen = {voor.naam.casefold(), voor.roepnaam.casefold()}
    return [actie for doel in plan.doelen.all() for actie in doel.acties.all() if actie.wie.casefold() in namen]


def _zelf(plan: Ondersteuningsplan, voor: Persoon) -> tuple[Deel, ...]:
    acties = eigen_acties(plan, voor)
    if not acties:
        return (Kop("Wat u zelf doet"), Alinea("U hoeft nu zelf niets te doen."))
    rijen = tuple((rij.wat, zonder_weekdag(rij.uiterlijk) if rij.uiterlijk else "") for rij in acties)
    return (Kop("Wat u zelf doet"), Tabel("Wat u zelf doet", ("Wat", "Voor wanneer"), rijen))


def kenmerk(plan: Ondersteuningsplan) -> str:
    """Give the reference of a version, without personal data."""
    return f"PL-{plan.pk:06}-{plan.versie}"


def _adresregels(huishouden: Huishouden) -> tuple[str, ...]:
    adres = huishouden.adres
    return (str(adres), f"{adres.postcode[:4]} {adres.postcode[4:]} {adres.woonplaats}".strip())


def _inleiding(plan: Ondersteuningsplan, *, is_deel: bool, voor: Persoon | None) -> tuple[Deel, ...]:
    delen: list[Deel] = [Alinea("Samen met u hebben we dit plan gemaakt. U leest wat u wilt bereiken en wie wat doet.")]
    if voor:
        delen.append(Alinea("Dit is uw deel van het plan. U leest wat over u gaat, en wat voor iedereen thuis geldt."))
    if is_deel:
        delen.append(Alinea("Dit is een deel van uw plan. Over de andere doelen praat een collega met u."))
    if zin := _stand(plan):
        delen.append(Alinea(zin))
    if plan.reden_nieuwe_versie:
        delen.append(Alinea(f"Waarom er een nieuwe versie is: {plan.reden_nieuwe_versie}"))
    if plan.perspectief.strip():
        delen.append(Kader("Waar u naartoe wilt", plan.perspectief))
    return tuple(delen)


def _stand(plan: Ondersteuningsplan) -> str:
    if plan.status == Planstatus.VASTGESTELD:
        return f"Dit plan is vastgesteld op {zonder_weekdag(plan.vaststelling.op.astimezone(AMSTERDAM).date())}."
    return _STAND[Planstatus(plan.status)]


def _analyse(plan: Ondersteuningsplan) -> tuple[Deel, ...]:
    rijen = {rij.leefgebied: rij for rij in plan.analyses.all()}
    delen: list[Deel] = []
    for gebied in inrichting().leefgebieden:
        rij = rijen.get(gebied.code)
        teksten = [tekst for tekst in (rij.situatie, rij.kracht) if tekst.strip()] if rij else []
        if teksten:
            delen.append(Alinea("\n".join(teksten), aanloop=gebied.naam))
    return (Kop("Hoe het nu gaat"), *delen) if delen else ()


def _doel(nummer: int, doel: Doel) -> tuple[Deel, ...]:
    delen: list[Deel] = [Kop(f"Doel {nummer}"), Kader("In uw woorden", doel.eigen_woorden or "Nog niet opgeschreven.")]
    feiten = [("Het is gelukt als", doel.resultaat), ("Dit doel is van", doel.eigenaar)]
    dagen = (
        ("Dat willen we halen voor", doel.streefdatum),
        ("We kijken samen terug op", doel.evaluatie_op),
    )
    regels = [f"{kop}: {waarde}" for kop, waarde in feiten if waarde.strip()]
    regels.append(" ".join(f"{kop}: {zonder_weekdag(dag)}." for kop, dag in dagen if dag))
    regels += [_wie_doet_wat(rij) for rij in doel.acties.all()]
    delen.append(Lijst(tuple(filter(None, regels))))
    return tuple(delen)


def _wie_doet_wat(actie: Actie) -> str:
    """Say in one sentence who does what before when."""
    return f"{actie.wie} {actie.wat}{f', voor {zonder_weekdag(actie.uiterlijk)}' if actie.uiterlijk else ''}."


def _hulp(doelen: list[Doel]) -> tuple[Deel, ...]:
    rijen = tuple(
        (inzet.omschrijving, _hoeveel(inzet), _wanneer(inzet)) for doel in doelen for inzet in doel.inzetten.all()
    )
    if not rijen:
        return ()
    return (Kop("Wat we inzetten"), Tabel("Wat we inzetten", ("Wat", "Hoeveel", "Wanneer"), rijen))


def _hoeveel(inzet: Inzet) -> str:
    if inzet.aantal is None:
        return ""
    aantal = f"{inzet.aantal.normalize():f}".replace(".", ",")
    eenheid = inzet.voorziening.eenheid if inzet.voorziening else ""
    return f"{aantal} {eenheid} {_HOE_VAAK.get(inzet.frequentie, '')}".strip()


def _wanneer(inzet: Inzet) -> str:
    if inzet.vanaf is None:
        return ""
    einde = f" tot en met {zonder_weekdag(inzet.tot_en_met)}" if inzet.tot_en_met else ""
    return f"vanaf {zonder_weekdag(inzet.vanaf)}{einde}"


def _einde(doelen: list[Doel]) -> tuple[Deel, ...]:
    """Say when we expect to be done, or when we talk about that."""
    einden = [inzet.tot_en_met for doel in doelen for inzet in doel.inzetten.all() if inzet.tot_en_met]
    einden += [doel.streefdatum for doel in doelen if doel.streefdatum]
    terugkijken = [doel.evaluatie_op for doel in doelen if doel.evaluatie_op]
    if einden:
        zin = f"We denken dat we klaar zijn op {zonder_weekdag(max(einden))}. Voor die tijd praten we met u."
    elif terugkijken:
        dag = zonder_weekdag(min(terugkijken))
        zin = f"Er is nog geen dag waarop we klaar zijn. We praten daarover op {dag}."
    else:
        return ()
    return (Kop("Wanneer we klaar zijn"), Alinea(zin))


def _veiligheid(afspraken: Veiligheidsplan | None) -> tuple[Deel, ...]:
    """Give what was agreed for when it goes wrong, where label and hiding let it be on this paper (C18)."""
    if afspraken is None:
        return ()
    paren = (
        ("Waaraan we merken dat het misgaat", afspraken.signalen),
        ("Wat we dan doen", afspraken.als_het_misgaat),
        ("Wie belt wie", afspraken.wie_belt_wie),
        ("Een veilige plek", afspraken.veilige_plek),
        ("Wie let op de afspraken", afspraken.wie_let_op),
    )
    return (
        Kop("Ons veiligheidsplan"),
        Alinea(f"Gemaakt met {afspraken.met_wie}. We bekijken het opnieuw op {zonder_weekdag(afspraken.herzien_op)}."),
        *(Alinea(tekst, aanloop=naam) for naam, tekst in paren if tekst.strip()),
    )


def _vervolg(plan: Ondersteuningsplan) -> tuple[Deel, ...]:
    gemeente, team = inrichting().gemeente, plan.dossier.huishouden.team
    return (
        Kop("Klopt er iets niet?"),
        Alinea(
            f"Bel ons gerust: {team.naam}, {team.telefoon or gemeente.telefoon}. We passen het plan samen met u aan."
        ),
        Alinea(
            f"Wilt u dat iemand met u meedenkt? {gemeente.clientondersteuning} helpt u gratis: "
            f"{gemeente.clientondersteuning_telefoon}."
        ),
    )
