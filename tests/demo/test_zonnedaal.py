"""A generated town of 3,000: it meets the published proportions, holds no future, and gives everybody work."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from statistics import median

import pytest
from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q

from demo.dorp import MAANDAG, gebouwd
from eenplan.aanbod.models import Contract, Tarief, Voorziening
from eenplan.audit.models import Gebeurtenis
from eenplan.audit.sleutels import Sleutel
from eenplan.besluiten.models import Aanvraag, Besluit
from eenplan.core.klok import AMSTERDAM
from eenplan.delen.models import Deling, Informatieverzoek, Toestemming
from eenplan.demo import verhoudingen as v
from eenplan.dossiers.models import Dossier, Gesprek, Gespreksverslag, Regie, Statuswissel, Taak
from eenplan.dossiers.states import Dossierstatus, Gesprekstatus, Verslagstatus
from eenplan.meldingen.models import Contact, Contactsoort, Melding, Terugbelverzoek
from eenplan.personen.bsn import bsn_van
from eenplan.personen.models import (
    Adresafscherming,
    Dubbelkandidaat,
    Gezag,
    Huishouden,
    Huishoudlid,
    Persoon,
    Relatie,
    Relatiemarkering,
    Verblijf,
)
from eenplan.plannen.models import Inzet, Ondersteuningsplan, Terugzending
from eenplan.plannen.states import Planstatus
from eenplan.privacy.models import Verklaring, Verzoek
from eenplan.registers.models import Datalek, Effectbeoordeling
from eenplan.teams.models import Dossiertoegang, Formatie, Medewerker, Rolvervulling, Team, Werkgebied
from eenplan.teams.queries import ligging
from eenplan.termijnen.models import Termijn
from eenplan.toegang.models import Noodtoegang
from eenplan.toewijzingen.models import Levering, Toewijzing
from eenplan.wetgeving.bsn import is_testbsn
from eenplan.wetgeving.feestdagen import is_werkdag

INWONERS = 3_000


@pytest.fixture(scope="module", autouse=True)
def _dorp(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), gebouwd(INWONERS):
        yield


pytestmark = pytest.mark.django_db


def huishoudens() -> int:
    return Huishouden.objects.count()


def loopt() -> models.QuerySet[Inzet]:
    """Help that was allocated and did not end, and income on which Werk en Inkomen decided."""
    toegewezen = Toewijzing.objects.filter(inzet=OuterRef("pk"), levering__beeindiging__isnull=True)
    inkomen = Q(voorziening__wet="participatiewet", doel__plan__status=Planstatus.VASTGESTELD)
    return Inzet.objects.filter(Q(voorziening__soort="maatwerk") & (Exists(toegewezen) | inkomen))


def met_voorziening(*wetten: str) -> set[int]:
    return set(loopt().filter(voorziening__wet__in=wetten).values_list("doel__plan__dossier_id", flat=True))


# --- size and shape ------------------------------------------------------------------------


def test_the_town_has_exactly_the_residents_that_were_asked_for():
    assert Persoon.objects.count() == INWONERS


def test_nine_teams_serve_five_districts_and_one_area_moved_two_years_ago():
    assert Team.objects.exclude(stadsdeel=None).values("stadsdeel__naam").distinct().count() == 5
    assert Team.objects.exclude(stadsdeel=None).count() == 9
    assert Team.objects.filter(naam="Jeugdteam").exists()
    verhuisd = Werkgebied.objects.get(tot__isnull=False)
    assert (verhuisd.team.naam, verhuisd.tot) == ("Team Noord 1", date(2024, 1, 1))


def test_the_team_of_an_address_follows_the_day():
    postcode = Werkgebied.objects.get(tot__isnull=False).gebied.delen.first().postcodes.first().postcode
    assert ligging(postcode, date(2023, 12, 31)).team.naam == "Team Noord 1"
    assert ligging(postcode, date(2024, 1, 1)).team.naam == "Team Noord 2"


def test_every_team_has_coaches_of_two_employers_and_a_manager():
    for team in Team.objects.exclude(stadsdeel=None):
        rollen = Counter(Rolvervulling.objects.filter(team=team).values_list("rol", flat=True))
        assert rollen["regisseur"] >= 2, team
        assert rollen["manager"] == 1, team
    assert Formatie.objects.values("werkgever").distinct().count() == 2


def test_seven_managers_of_whom_farid_runs_two_teams():
    managers = Rolvervulling.objects.filter(rol="manager", team__isnull=False).exclude(team__naam="Jeugdteam")
    assert managers.values("medewerker").distinct().count() == 7
    farid = managers.filter(medewerker__gebruikersnaam="farid").order_by("team__naam")
    assert [rij.team.naam for rij in farid] == ["Team Noord 1", "Team Noord 2"]


def test_nobody_can_sign_in_with_a_password():
    assert not any(medewerker.has_usable_password() for medewerker in Medewerker.objects.all())


def test_every_citizen_number_is_a_test_number_and_belongs_to_one_person():
    nummers = {bsn_van(persoon) for persoon in Persoon.objects.filter(bsn__isnull=False)}
    assert len(nummers) == INWONERS - 1, "one woman stands in the administration twice, once without a number"
    assert all(is_testbsn(nummer) for nummer in nummers)


def test_telephone_and_mail_lead_to_nobody():
    nummers = Persoon.objects.exclude(telefoon="").values_list("telefoon", flat=True)
    assert all(nummer.startswith(("06 9", "0123 ")) for nummer in nummers)
    assert not Persoon.objects.exclude(email="").exclude(email__endswith=".example").exists()


def test_families_hang_together():
    kinderen = Huishoudlid.objects.filter(rol="kind")
    ouders = Relatie.objects.filter(naar=OuterRef("persoon"), soort="ouder_van")
    assert not kinderen.exclude(Exists(ouders)).exists()
    apart = Relatie.objects.filter(soort="ouder_van", van__lidmaatschappen__rol="alleenstaand")
    assert apart.exists(), "some parents live apart from their children"
    te_jong = Relatie.objects.filter(
        soort="ouder_van", van__geboortedatum__gt=F("naar__geboortedatum") - timedelta(5800)
    )
    assert not te_jong.exists()


def test_of_nearly_every_child_is_known_who_has_custody():
    kinderen = Huishoudlid.objects.filter(rol="kind", tot__isnull=True)
    gezag = Gezag.objects.filter(kind=OuterRef("persoon"), tot__isnull=True)
    bekend = kinderen.filter(Exists(gezag)).count() / kinderen.count()
    assert 0.95 <= bekend < 1
    samen = Gezag.objects.filter(soort="ouders").values("kind").annotate(houders=Count("pk"))
    assert {rij["houders"] for rij in samen} == {2}


def test_streets_and_postcodes_fit_together():
    per_postcode = Huishouden.objects.values("adres__postcode")
    per_postcode = per_postcode.annotate(straten=Count("adres__straat", distinct=True))
    assert all(rij["straten"] == 1 for rij in per_postcode)
    dubbel = Huishouden.objects.values("adres__straat", "adres__huisnummer").annotate(n=Count("pk")).filter(n__gt=1)
    assert not dubbel.exists()


# --- published proportions ------------------------------------------------------------------------


def test_as_many_households_have_a_provision_as_in_enschede():
    aandeel = len(met_voorziening("wmo", "jeugdwet", "participatiewet", "wgs")) / huishoudens()
    assert aandeel == pytest.approx(v.HUISHOUDENS_MET_VOORZIENING, abs=0.015)


@pytest.mark.parametrize("wetten", v.WETTEN, ids="+".join)
def test_each_combination_of_laws_has_its_published_share(wetten):
    andere = {"wmo", "jeugdwet", "participatiewet"} - set(wetten)
    alleen = set.intersection(*(met_voorziening(wet) for wet in wetten)) - met_voorziening(*andere)
    assert len(alleen) / huishoudens() == pytest.approx(v.WETTEN[wetten], abs=0.012)


def test_households_are_composed_as_in_leeuwarden():
    leden = Huishouden.objects.annotate(
        kinderen=Count("leden", filter=Q(leden__rol="kind")), ouders=Count("leden", filter=Q(leden__rol="ouder"))
    )
    aandelen = {
        "eenouder": (leden.filter(kinderen__gt=0, ouders=1).count(), v.EENOUDER),
        "met kinderen": (leden.filter(kinderen__gt=0, ouders=2).count(), v.PAAR_MET_KINDEREN),
        "alleen": (leden.filter(leden__rol="alleenstaand").count(), v.ALLEENSTAAND),
    }
    for naam, (aantal, aandeel) in aandelen.items():
        assert aantal / huishoudens() == pytest.approx(aandeel, abs=0.02), naam


def test_the_plan_comes_four_to_six_weeks_after_the_first_contact():
    eerste = Melding.objects.filter(dossier=OuterRef("dossier"))
    wachttijden = []
    for plan in Ondersteuningsplan.objects.filter(versie=1).select_related("dossier").filter(Exists(eerste)):
        begin = plan.dossier.meldingen.filter(ontvangen_op__lte=plan.begonnen_op).latest("ontvangen_op").ontvangen_op
        wachttijden.append((plan.begonnen_op.astimezone(AMSTERDAM).date() - begin).days)
    assert 28 <= median(wachttijden) <= 42


def test_help_starts_too_late_less_and_less_often():
    def te_laat(van: int, tot: int) -> float:
        dagen = [
            (levering.gestart_op - levering.toewijzing.toegewezen_op).days
            for levering in Levering.objects.select_related("toewijzing")
            if van < (MAANDAG - levering.toewijzing.toegewezen_op).days <= tot
        ]
        return sum(aantal > 14 for aantal in dagen) / len(dagen)

    assert te_laat(500, 730) == pytest.approx(v.START_TE_LAAT_BEGIN, abs=0.15)
    assert te_laat(0, 250) == pytest.approx(v.START_TE_LAAT_EIND, abs=0.15)


# --- a history that is not too tidy ------------------------------------------------------------------------


def test_the_history_has_refusals_reopenings_missing_stamps_and_kept_and_broken_promises():
    assert Besluit.objects.filter(uitkomst="afgewezen").exists()
    assert Statuswissel.objects.filter(van=Dossierstatus.GESLOTEN, naar=Dossierstatus.ACTIEF).count() > 1
    oud = MAANDAG - timedelta(days=120)
    assert Toewijzing.objects.filter(levering__isnull=True, toegewezen_op__lt=oud).exists()
    assert Terugbelverzoek.objects.filter(teruggebeld_op__lte=F("beloofd_op")).exists()
    assert Terugbelverzoek.objects.filter(teruggebeld_op__gt=F("beloofd_op")).exists()
    assert Terugzending.objects.exists()
    assert Gesprek.objects.filter(status=Gesprekstatus.VERVALLEN).exists()
    assert Levering.objects.exclude(reden_vertraging="").exists()


def test_many_calls_only_ask_where_things_stand():
    statusvragen = Contact.objects.filter(soort=Contactsoort.STATUSVRAAG)
    assert statusvragen.count() > 50
    assert not Melding.objects.filter(contact__in=statusvragen).exists()


ALLOWED_AHEAD = {
    "Deling.geldig_tot",
    "Dossiertoegang.tot",
    "Effectbeoordeling.uiterlijk",
    "Geheimhoudingsverklaring.geldig_tot",
    "Toestemming.geldig_tot",
    "Waarneming.tot",
    "Waarneming.vanaf",
    "Gesprek.begint_op",
    "Taak.uiterlijk",
    "Terugbelverzoek.beloofd_op",
    "Termijn.einddatum",
    "Besluit.bezwaar_tot_en_met",
    "Doel.streefdatum",
    "Doel.evaluatie_op",
    "Inzet.vanaf",
    "Inzet.tot_en_met",
    "Nazorgcontact.uiterlijk",
    "Schaalbesluit.bekijk_op",
    "Waakvlam.volgende_op",
    "Session.expire_date",
}


def test_nothing_was_recorded_in_the_future():
    ahead = []
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if not isinstance(field, models.DateField) or str(field).split(".", 1)[1].count("."):
                continue
            latest = model._default_manager.aggregate(latest=models.Max(field.name))["latest"]
            if isinstance(latest, datetime):
                latest = latest.astimezone(AMSTERDAM).date()
            if latest and latest >= MAANDAG:
                ahead.append(f"{model.__name__}.{field.name}")
    assert set(ahead) <= ALLOWED_AHEAD


def test_what_lies_ahead_of_a_conversation_is_still_planned():
    begin = datetime(2026, 11, 23, tzinfo=AMSTERDAM)
    assert set(Gesprek.objects.filter(begint_op__gte=begin).values_list("status", flat=True)) == {"gepland"}
    # Of yesterday's last conversation the report may still have to be begun.
    gisteren = datetime(2026, 11, 20, tzinfo=AMSTERDAM)
    assert not Gesprek.objects.filter(begint_op__lt=gisteren, status=Gesprekstatus.GEPLAND).exists()


def test_offices_worked_on_working_days_only():
    # A breach is reported when it is noticed: 72 hours do not wait for Monday.
    gedaan = Gebeurtenis.objects.exclude(sleutel=Sleutel.DATALEK_GEMELD).values_list("moment", flat=True)
    dagen = {moment.astimezone(AMSTERDAM).date() for moment in gedaan}
    assert [dag for dag in dagen if not is_werkdag(dag)] == []


def test_every_event_of_a_file_comes_after_its_opening():
    eerder = Dossier.objects.filter(meldingen__ontvangen_op__lt=F("geopend_op"))
    assert not eerder.exists()
    assert not Gespreksverslag.objects.filter(verstuurd_op__lt=F("gesprek__begint_op")).exists()
    assert not Besluit.objects.filter(genomen_op__lt=F("aanvraag__ontvangen_op")).exists()


# --- the catalogue ------------------------------------------------------------------------


def test_the_catalogue_covers_every_law_and_the_lower_rungs():
    assert Voorziening.objects.count() >= 60
    assert set(Voorziening.objects.values_list("wet", flat=True)) == {
        "wmo",
        "jeugdwet",
        "participatiewet",
        "wgs",
        "geen",
    }
    assert set(Voorziening.objects.values_list("trede", flat=True)) == {
        "vrijwilliger",
        "algemeen",
        "lichte_hulp",
        "maatwerk",
    }


def test_paid_help_had_another_price_before_january():
    duur = Contract.objects.filter(voorziening__soort="maatwerk").annotate(prijzen=Count("tarieven"))
    assert not duur.filter(prijzen__lt=2).exists()
    assert Tarief.objects.filter(vanaf=date(2026, 1, 1), contract__in=duur).count() == duur.count()


def test_prices_in_plans_are_the_prices_of_their_first_day():
    inzet = Inzet.objects.filter(voorziening__soort="maatwerk").select_related("contract").first()
    tarief = inzet.contract.tarieven.filter(vanaf__lte=inzet.vanaf).latest("vanaf")
    assert inzet.prijs_cent == tarief.bedrag_cent


# --- the cast -----------------------------------------------------------


def medewerker(naam: str) -> Medewerker:
    return Medewerker.objects.get(gebruikersnaam=naam)


def test_amina_has_a_full_day():
    amina = medewerker("amina")
    vandaag = (datetime(2026, 11, 23, tzinfo=AMSTERDAM), datetime(2026, 11, 24, tzinfo=AMSTERDAM))
    mijn = Dossier.objects.filter(regies__regisseur=amina, regies__tot__isnull=True)
    assert 20 <= mijn.count() <= 36
    assert Gesprek.objects.filter(door=amina, begint_op__range=vandaag).count() >= 2
    assert Taak.objects.filter(voor=amina, gedaan_op=None, uiterlijk__lt=MAANDAG).exists()
    assert Taak.objects.filter(voor=amina, gedaan_op=None, uiterlijk=MAANDAG).exists()
    assert Terugbelverzoek.objects.filter(voor=amina, teruggebeld_op=None).exists()
    assert Gespreksverslag.objects.filter(dossier__in=mijn, status=Verslagstatus.VERSTUURD).exists()
    assert Terugzending.objects.filter(plan__dossier__in=mijn, plan__status=Planstatus.CONCEPT).exists()


def test_every_other_member_of_the_cast_has_work():
    for naam in ("bram", "chantal"):
        assert Regie.objects.filter(regisseur=medewerker(naam), tot__isnull=True).count() >= 3, naam
    wacht = Ondersteuningsplan.objects.filter(
        status=Planstatus.AANGEBODEN, dossier__huishouden__team__naam="Team Noord 1"
    )
    assert wacht.exclude(opgesteld_door=medewerker("farid")).exists()
    assert Aanvraag.objects.filter(besluit__isnull=True).exists(), "Daan has decisions to take"
    assert Contact.objects.filter(aangenomen_door=medewerker("gerda"), afloop="open").exists()
    assert Gebeurtenis.objects.filter(actor_id=medewerker("amina").pk).exists(), "Els has a trail to look at"
    assert Persoon.objects.filter(roepnaam="Hidde", achternaam="Postma").exists()


def test_the_decision_of_yilmaz_is_due_today():
    termijn = Termijn.objects.get(regel="wmo-besluit", dossier__huishouden__naam="Fam. Yılmaz", voltooid_op=None)
    assert termijn.einddatum == MAANDAG


def test_sanne_still_has_to_say_whether_the_report_is_right():
    de_wit = Huishouden.objects.get(naam="Fam. de Wit", adres__straat="Lindelaan", adres__huisnummer=4)
    verslag = Gespreksverslag.objects.get(dossier=de_wit.pk)
    assert verslag.status == Verslagstatus.VERSTUURD
    assert not verslag.reacties.exists()


def test_chantal_works_where_amina_sees_nothing():
    haddads = Huishouden.objects.filter(naam="Fam. Haddad", dossier__regies__regisseur=medewerker("chantal"))
    verhaal = haddads.earliest("pk")  # the stories come before the rest of the town
    assert verhaal.team.naam == "Team Zuid 1"
    assert Ondersteuningsplan.objects.get(dossier=verhaal.pk).status == Planstatus.CONCEPT


# --- what may be seen, shared and asked ---------------------------------------


def test_els_has_a_broken_glass_a_breach_and_an_assessment_to_judge():
    nood = Noodtoegang.objects.get(medewerker=medewerker("chantal"), beoordeeld_op=None)
    assert nood.bezoeken.count() == 3
    assert Datalek.objects.get(status="open").kennisname < datetime(2026, 11, 23, tzinfo=AMSTERDAM)
    assert set(Effectbeoordeling.objects.values_list("status", flat=True)) == {"concept", "advies"}


def test_somebody_said_yes_somebody_said_no_and_somebody_waits_for_an_answer():
    assert Deling.objects.get(status="aanvaard", partnertaak=None).verstrekkingen.exists()
    geweigerd = Toestemming.objects.get(status="geweigerd")
    assert geweigerd.gever.roepnaam == "Salma"
    assert Informatieverzoek.objects.get(richting="in").bekend == "open"


def test_residents_asked_to_see_and_to_correct():
    assert Verzoek.objects.get(soort="inzage").uittreksel.vrijgegeven_op is None
    assert "om mij gerust te stellen" in Verklaring.objects.get(verzoek__status="afgewezen").tekst


def test_families_are_protected_live_in_two_homes_or_stand_in_the_books_twice():
    assert Adresafscherming.objects.get(tot=None).huishouden.naam == "Fam. Aydin"
    assert Relatiemarkering.objects.filter(tot=None).count() == 2
    assert sorted(Verblijf.objects.filter(tot=None).values_list("nachten", flat=True)) == [5, 9]
    assert Dubbelkandidaat.objects.filter(een__achternaam="Benali", ander__achternaam="Benali").exists()


def test_single_files_are_open_to_a_volunteer_and_a_reviewer_and_closed_to_bram():
    toegang = Dossiertoegang.objects.values_list("medewerker__gebruikersnaam", "soort")
    geteld = Counter(toegang)
    assert geteld["vera", "taak"] == 1
    assert geteld["ilse", "onderzoek"] == 3
    assert geteld["bram", "gesloten"] == 1


def test_a_decision_above_the_mandate_waits_for_the_head_of_department():
    besluit = Besluit.objects.get(dossier__huishouden__naam="Fam. Vos", status="voorgelegd")
    assert besluit.voorleggingen.get().mandaat.medewerker == medewerker("willem")
