"""One line of work from each kind of row: the words, the date that counts and the one thing to do.

Shared by Mijn dag (many households) and the page of one household. It reads no database and no clock.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from eenplan.access.rechten import Recht
from eenplan.audit.queries import begin_van
from eenplan.besluiten.models import Aanvraag, Besluit, Besluitregel
from eenplan.besluiten.states import Besluitstatus
from eenplan.core.opmaak import datum_kort, moment
from eenplan.core.vertaling import vertaald
from eenplan.delen.models import Toestemming
from eenplan.dossiers.models import Dossier, Gesprek, Taak
from eenplan.dossiers.states import Verslagstatus
from eenplan.inrichting.lezen import inrichting
from eenplan.meldingen.models import Melding, Terugbelverzoek
from eenplan.meldingen.states import Meldingstatus
from eenplan.plannen.models import Ondersteuningsplan
from eenplan.plannen.states import Planstatus
from eenplan.teams.models import Medewerker
from eenplan.termijnen.beeld import beeld, beeld_van
from eenplan.termijnen.models import Termijn
from eenplan.toegang.models import Meewerkverzoek, Noodtoegang
from eenplan.toewijzingen.models import Toewijzing
from eenplan.web.volgorde import Gewicht, Vak, Werk
from eenplan.wetgeving.afleiding import Termijn as Afgeleid

# These days belong to the resident: when they pass, no worker is late.
VAN_DE_INWONER = frozenset({"wmo-persoonlijk-plan", "awb-bezwaar"})


def termijn_regel(termijn: Termijn, *, wie: str, op: datetime, is_huishouden: bool = False) -> Werk | None:
    """Give the line of a running clock; none when it was the resident's and the resident let it pass, and may.

    A decision is waited for until its last day: then somebody must ask. The page of the household itself
    (`is_huishouden`) shows the derivation elsewhere.
    """
    if termijn.regel in VAN_DE_INWONER and termijn.einddatum < op.date():
        return None
    eigen = reverse("termijnen:termijn", args=[termijn.pk])
    waarom = _waarom_wachten(termijn, op)
    return Werk(
        wat=vertaald(termijn.naam),
        wie=wie,
        adres=eigen,
        gewicht=Gewicht.WET if termijn.is_wettelijk else Gewicht.WERK,
        vak=Vak.WACHT if waarom else Vak.TE_DOEN,
        uiterlijk=termijn.einddatum,
        waarom=waarom,
        actie=_("Openen"),
        actie_adres=eigen if is_huishouden else reverse("web:huishouden", args=[termijn.dossier_id]),
        termijn=None if is_huishouden else beeld(termijn),
        nummer=termijn.pk,
    )


def _waarom_wachten(termijn: Termijn, op: datetime) -> str:
    if termijn.regel in VAN_DE_INWONER:
        return _("De inwoner mag dit nog doen.")
    if termijn.onderwerp_soort == Aanvraag.ONDERWERP and termijn.einddatum > op.date():
        return _("De backoffice beslist.")
    return ""


def terugbelregel(verzoek: Terugbelverzoek, *, wie: str, voor: Medewerker) -> Werk:
    """Give the line of a promise to call back: to do for whoever must call, to wait for anybody else."""
    is_mijn = verzoek.voor_id == voor.pk
    adres, nummer = reverse("meldingen:terugbelverzoek", args=[verzoek.pk]), verzoek.contact.telefoon
    beloofd = _("beloofd, bel {nummer}").format(nummer=nummer) if nummer else _("beloofd")
    return Werk(
        wat=_("Terugbellen"),
        wie=wie,
        adres=adres,
        gewicht=Gewicht.BELOFTE,
        vak=Vak.TE_DOEN if is_mijn else Vak.WACHT,
        uiterlijk=verzoek.beloofd_op,
        waarom=beloofd if is_mijn else _("{naam} belt terug").format(naam=verzoek.voor.naam),
        actie=_("Bellen") if is_mijn else _("Openen"),
        actie_adres=adres,
        nummer=verzoek.pk,
    )


def taakregel(taak: Taak, *, wie: str, voor: Medewerker, terug: str) -> Werk:
    """Give the line of an open task; only the worker whose task it is ticks it off from here, and stays `terug`.

    A task that a fact brought along opens that fact: there one writes down how it went.
    """
    is_mijn, bron = taak.voor_id == voor.pk, taak.bron
    tik_af = is_mijn and not taak.herkomst
    return Werk(
        wat=taak.titel,
        wie=wie,
        adres=bron or reverse("dossiers:taken", args=[taak.dossier_id]),
        vak=Vak.TE_DOEN if is_mijn else Vak.WACHT,
        uiterlijk=taak.uiterlijk,
        waarom=_("uw taak") if is_mijn else _("taak van {naam}").format(naam=taak.voor.naam),
        actie=_("Gedaan") if tik_af else _("Openen") if bron else "",
        actie_adres=reverse("dossiers:taak_gedaan", args=[taak.pk]) if tik_af else bron,
        formulier=(("terug", terug),) if tik_af else None,
        nummer=taak.pk,
    )


def noodregel(noodtoegang: Noodtoegang, *, wie: str) -> Werk:
    """Give the coordinator's line of a use of break-glass: who was in the file, and why."""
    adres = reverse("toegang:toegang", args=[noodtoegang.dossier_id])
    return Werk(
        wat=_("Noodtoegang tot dit dossier"),
        wie=wie,
        adres=adres,
        is_eerst=True,
        waarom=_("{naam}, {wanneer}: {reden}").format(
            naam=noodtoegang.medewerker.naam,
            wanneer=moment(noodtoegang.vanaf),
            reden=noodtoegang.get_reden_display(),
        ),
        nummer=noodtoegang.pk,
    )


def noodoordeelregel(noodtoegang: Noodtoegang) -> Werk:
    """Give the judge's line of a use of break-glass: the number of the file, never whose it is."""
    adres = reverse("toegang:noodtoegang", args=[noodtoegang.pk])
    return Werk(
        wat=_("Noodtoegang beoordelen"),
        wie=_("dossier {nummer}").format(nummer=noodtoegang.dossier_id),
        adres=adres,
        is_eerst=True,
        waarom=_("{naam}, {wanneer}").format(naam=noodtoegang.medewerker.naam, wanneer=moment(noodtoegang.vanaf)),
        actie=_("Beoordelen"),
        actie_adres=adres,
        nummer=noodtoegang.pk,
    )


def meewerkregel(verzoek: Meewerkverzoek, *, wie: str) -> Werk:
    """Give the line of a colleague of another team who asks to be let in."""
    adres = reverse("toegang:meewerkverzoek", args=[verzoek.pk])
    return Werk(
        wat=_("Verzoek om mee te werken"),
        wie=wie,
        adres=adres,
        is_eerst=True,
        waarom=_("{naam} vraagt of hij of zij in het dossier mag").format(naam=verzoek.medewerker.naam),
        actie=_("Antwoorden"),
        actie_adres=adres,
        nummer=verzoek.pk,
    )


def planregel(plan: Ondersteuningsplan, *, wie: str) -> Werk | None:
    """Give the line of a plan: to finish, sent back, waiting for adoption, or adopted with help nobody applied for.

    An adopted plan on which nothing is left to do gives no line.
    """
    if plan.status == Planstatus.VASTGESTELD:
        return _aanvraagregel(plan, wie=wie) if getattr(plan, "wacht_op_aanvraag", False) else None
    wacht = plan.status == Planstatus.AANGEBODEN
    aangeboden, terug = getattr(plan, "laatst_aangeboden", None), getattr(plan, "laatst_teruggestuurd", None)
    if wacht:
        wat, waarom, dag = _("Plan wacht op vaststelling"), _("aangeboden op {dag}"), aangeboden
    elif terug:
        wat, waarom, dag = _("Plan is teruggestuurd"), _("op {dag}, met een reden"), terug
    else:
        wat, waarom, dag = _("Plan afmaken"), _("laatst opgeslagen op {dag}"), plan.bewaard_op
    adres = reverse("plannen:plan", args=[plan.pk])
    return Werk(
        wat=wat,
        wie=wie,
        adres=adres,
        vak=Vak.WACHT if wacht else Vak.TE_DOEN,
        is_eerst=not wacht and terug is not None,
        waarom=waarom.format(dag=datum_kort(dag)),
        actie=_("Openen"),
        actie_adres=adres,
        nummer=plan.pk,
    )


def _aanvraagregel(plan: Ondersteuningsplan, *, wie: str) -> Werk:
    return Werk(
        wat=_("Aanvraag vastleggen"),
        wie=wie,
        adres=reverse("plannen:plan", args=[plan.pk]),
        is_eerst=True,
        waarom=_("het plan is vastgesteld; zonder aanvraag komt er geen besluit over de hulp"),
        actie=_("Vastleggen"),
        actie_adres=reverse("besluiten:aanvraag_nieuw", args=[plan.dossier_id]),
        nummer=plan.pk,
    )


def beoordeelregel(plan: Ondersteuningsplan, *, wie: str) -> Werk:
    """Give the line of a plan for whoever adopts it."""
    adres = reverse("plannen:plan", args=[plan.pk])
    return Werk(
        wat=_("Plan beoordelen"),
        wie=wie,
        adres=adres,
        is_eerst=True,
        waarom=_("opgesteld door {naam}, wacht sinds {dag}").format(
            naam=plan.opgesteld_door.naam, dag=datum_kort(plan.bewaard_op)
        ),
        actie=_("Beoordelen"),
        actie_adres=adres,
        nummer=plan.pk,
    )


def gesprekregel(gesprek: Gesprek, *, wie: str, waar: str, op: datetime) -> Werk:
    """Give the line of a planned talk; one that should have been held asks whether it was."""
    voorbij = gesprek.begint_op < begin_van(op.date())
    vorig = getattr(gesprek, "vorig_verslag", None)
    return Werk(
        wat=_("Leg vast of dit gesprek doorging") if voorbij else gesprek.get_soort_display().capitalize(),
        wie=wie,
        adres=reverse("dossiers:gesprek", args=[gesprek.pk]),
        gewicht=Gewicht.AFSPRAAK,
        uiterlijk=gesprek.begint_op,
        waarom=gesprek.plaats or waar,
        bijlage=(_("verslag van de vorige keer"), reverse("dossiers:verslag", args=[vorig])) if vorig else None,
        actie=_("Verslag"),
        actie_adres=reverse("dossiers:verslag", args=[gesprek.pk]),
        recht=Recht.DOSSIER_BIJHOUDEN,
        nummer=gesprek.pk,
    )


def verslagregel(gesprek: Gesprek, *, wie: str) -> Werk:
    """Give the line of a report: to finish, or waiting for what the resident says of it."""
    verslag = gesprek.verslag
    adres = reverse("dossiers:verslag", args=[gesprek.pk])
    if verslag.status == Verslagstatus.VERSTUURD:
        zin = _("verslag verstuurd op {dag}, de inwoner reageerde nog niet")
        return Werk(
            wat=_("Reactie van de inwoner"),
            wie=wie,
            adres=adres,
            vak=Vak.WACHT,
            waarom=zin.format(dag=datum_kort(verslag.verstuurd_op)),
            actie=_("Reactie vastleggen"),
            actie_adres=reverse("dossiers:verslag_reactie", args=[gesprek.pk]),
            nummer=gesprek.pk,
        )
    return Werk(
        wat=_("Gespreksverslag afmaken"),
        wie=wie,
        adres=adres,
        waarom=_("gesprek van {dag}").format(dag=datum_kort(gesprek.begint_op)),
        actie=_("Verder schrijven"),
        actie_adres=adres,
        recht=Recht.DOSSIER_BIJHOUDEN,
        nummer=gesprek.pk,
    )


def startregel(toewijzing: Toewijzing, *, wie: str) -> Werk:
    """Give the line of help that was allocated and did not start; the day is the municipality's norm."""
    norm = startnorm()
    waarom = _("toegewezen aan {aanbieder} op {dag}").format(
        aanbieder=toewijzing.aanbieder.naam, dag=datum_kort(toewijzing.toegewezen_op)
    )
    return Werk(
        wat=_("Start van {hulp}").format(hulp=toewijzing.inzet.omschrijving),
        wie=wie,
        adres=reverse("web:huishouden", args=[toewijzing.dossier_id]),
        vak=Vak.WACHT,
        uiterlijk=toewijzing.toegewezen_op + timedelta(days=norm) if norm is not None else None,
        waarom=waarom if norm is None else _("{waarom}; norm van de gemeente").format(waarom=waarom),
        actie=_("Start vastleggen"),
        actie_adres=reverse("toewijzingen:levering", args=[toewijzing.pk]),
        nummer=toewijzing.pk,
    )


def startnorm() -> int | None:
    """Give how many days the municipality allows between allocation and start, or none without those norms."""
    start, toewijzing = inrichting().normdagen("start"), inrichting().normdagen("toewijzing")
    return None if start is None or toewijzing is None else start - toewijzing


def oppakregel(melding: Melding, *, wie: str, door: Medewerker) -> Werk:
    """Give the line of a melding whose household nobody coordinates: one press appoints this worker."""
    return Werk(
        wat=_("Spoed: nieuwe melding") if melding.is_spoed else _("Nieuwe melding"),
        wie=wie,
        adres=reverse("meldingen:melding", args=[melding.pk]),
        gewicht=Gewicht.WET if melding.is_spoed else Gewicht.BELOFTE,
        vak=Vak.NIEUW,
        uiterlijk=_gesprek_voor(melding),
        is_eerst=melding.is_spoed,
        waarom=_("{wet}, ontvangen op {dag}; norm van de gemeente voor het eerste gesprek").format(
            wet=melding.get_wet_display(), dag=datum_kort(melding.ontvangen_op)
        ),
        actie=_("Ik pak dit op"),
        actie_adres=reverse("dossiers:regie", args=[melding.dossier_id]),
        formulier=oppakken(door),
        nummer=melding.pk,
    )


def oppakken(door: Medewerker) -> tuple[tuple[str, str], ...]:
    """Give the fields with which a worker makes itself the coordinator."""
    return (("regisseur", str(door.pk)), ("reden", _("zelf opgepakt")), ("terug", "huishouden"))


def eerste_stap(melding: Melding, *, wie: str) -> Werk:
    """Give the line of a melding that is not yet in onderzoek."""
    if melding.status == Meldingstatus.ONTVANGEN:
        return bevestigregel(melding, wie=wie)
    return Werk(
        wat=_("Onderzoek beginnen"),
        wie=wie,
        adres=reverse("meldingen:melding", args=[melding.pk]),
        uiterlijk=_gesprek_voor(melding),
        waarom=_("{wet}, ontvangen op {dag}; norm van de gemeente voor het eerste gesprek").format(
            wet=melding.get_wet_display(), dag=datum_kort(melding.ontvangen_op)
        ),
        actie=_("Openen"),
        actie_adres=reverse("meldingen:melding", args=[melding.pk]),
        nummer=melding.pk,
    )


def bevestigregel(melding: Melding, *, wie: str) -> Werk:
    """Give the line of a melding whose receipt was not yet confirmed."""
    return Werk(
        wat=_("Ontvangst bevestigen"),
        wie=wie,
        adres=reverse("meldingen:melding", args=[melding.pk]),
        gewicht=Gewicht.BELOFTE,
        uiterlijk=melding.ontvangen_op + timedelta(days=inrichting().bevestiging_dagen),
        waarom=_("melding van {dag}; norm van de gemeente").format(dag=datum_kort(melding.ontvangen_op)),
        actie=_("Bevestigen"),
        actie_adres=reverse("meldingen:bevestiging", args=[melding.pk]),
        nummer=melding.pk,
    )


def _gesprek_voor(melding: Melding) -> date | datetime | None:
    """Give before when somebody must have spoken with the resident, by the municipality's own norm."""
    if melding.is_spoed:
        return melding.contact.ontvangen_op + timedelta(hours=inrichting().spoed_uren)
    norm = inrichting().normdagen("gesprek")
    return None if norm is None else melding.ontvangen_op + timedelta(days=norm)


def zonder_regisseur_regel(dossier: Dossier, *, wie: str, door: Medewerker | None = None) -> Werk:
    """Give the line of a file that nobody coordinates: take it (`door`), or appoint somebody."""
    return Werk(
        wat=_("Er is geen regisseur"),
        wie=wie,
        adres=reverse("web:huishouden", args=[dossier.pk]),
        gewicht=Gewicht.BELOFTE,
        vak=Vak.NIEUW,
        is_eerst=True,
        waarom=_("dossier open sinds {dag}").format(dag=datum_kort(dossier.geopend_op)),
        actie=_("Ik pak dit op") if door else _("Aanwijzen"),
        actie_adres=reverse("dossiers:regie", args=[dossier.pk]),
        recht=Recht.REGIE_TOEWIJZEN,
        formulier=oppakken(door) if door else None,
        nummer=dossier.pk,
    )


def gezagregel(dossier: Dossier, *, wie: str) -> Werk:
    """Give the line of a child of whom nobody knows who has custody: find out, never guess (B13)."""
    adres = reverse("personen:gezin", args=[dossier.pk])
    return Werk(
        wat=_("Uitzoeken wie het gezag heeft"),
        wie=wie,
        adres=adres,
        waarom=_("anders weet niemand wie toestemming geeft"),
        actie=_("Vastleggen"),
        actie_adres=adres,
        nummer=dossier.pk,
    )


def besluitregel(aanvraag: Aanvraag, *, wie: str) -> Werk:
    """Give the line of an application that waits for a decision, with its clock when the query brought it."""
    afleiding = getattr(aanvraag, "termijn_afleiding", None)
    ligt_voor = getattr(getattr(aanvraag, "besluit", None), "status", "") == Besluitstatus.VOORGELEGD
    adres = reverse("besluiten:besluit", args=[aanvraag.pk])
    return Werk(
        wat=_("Besluit {wet}").format(wet=aanvraag.get_wet_display()),
        wie=wie,
        adres=adres,
        gewicht=Gewicht.WET,
        uiterlijk=getattr(aanvraag, "uiterlijk", None),
        waarom=(_("aanvraag van {dag}; voorgelegd") if ligt_voor else _("aanvraag van {dag}")).format(
            dag=datum_kort(aanvraag.ontvangen_op)
        ),
        actie=_("Openen") if ligt_voor else _("Beslissen"),
        actie_adres=adres,
        termijn=beeld_van(Afgeleid.from_dict(afleiding)) if afleiding else None,
        nummer=aanvraag.pk,
    )


def voorlegregel(besluit: Besluit, *, wie: str) -> Werk:
    """Give the line of a decision that was put to this worker, who holds the mandate."""
    adres = reverse("besluiten:beoordeling", args=[besluit.aanvraag_id])
    return Werk(
        wat=_("Besluit beoordelen"),
        wie=wie,
        adres=adres,
        is_eerst=True,
        waarom=_("{wet}, opgesteld door {naam}; u hebt het mandaat").format(
            wet=besluit.aanvraag.get_wet_display(), naam=besluit.opgesteld_door.naam
        ),
        actie=_("Beoordelen"),
        actie_adres=adres,
        nummer=besluit.pk,
    )


def toewijsregel(regel: Besluitregel, *, wie: str) -> Werk:
    """Give the line of granted help that no provider was asked for yet."""
    adres = reverse("toewijzingen:toewijzing", args=[regel.besluit.aanvraag_id])
    zin = _("toegekend op {dag}, nog niet toegewezen")
    return Werk(
        wat=_("{hulp} toewijzen").format(hulp=regel.inzet.omschrijving),
        wie=wie,
        adres=adres,
        is_eerst=True,
        waarom=zin.format(dag=datum_kort(regel.besluit.genomen_op)),
        actie=_("Toewijzen"),
        actie_adres=adres,
        nummer=regel.pk,
    )


def toestemmingsregel(toestemming: Toestemming) -> Werk:
    """Give the line of consent that ends soon: ask it anew, or let the sharing end with it."""
    vraag = toestemming.vraag
    adres = reverse("delen:vraag", args=[vraag.pk])
    return Werk(
        wat=_("Toestemming loopt af"),
        wie=vraag.dossier.huishouden.naam,
        adres=adres,
        uiterlijk=toestemming.geldig_tot,
        waarom=_("voor {ander}; daarna gaat er niets meer uit").format(ander=vraag.samenwerking.naam),
        actie=_("Openen"),
        actie_adres=adres,
        nummer=toestemming.pk,
    )
