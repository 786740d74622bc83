"""What goes out with a task is a sharing of its own: on a ground, till a day, and it ends with the task."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.utils.translation import gettext as _

from eenplan.audit.actions import record
from eenplan.audit.sleutels import Sleutel
from eenplan.core.errors import NietMogelijk
from eenplan.core.opmaak import datum
from eenplan.delen import queries
from eenplan.delen.actions import Weg, mag_delen, verplaats
from eenplan.delen.keuzes import Categorie, namen
from eenplan.delen.models import Deling, Delingonderdeel, Samenwerking, Wie
from eenplan.delen.states import LOPEND, Delingstatus
from eenplan.dossiers.models import Dossier
from eenplan.ketenpartners.models import Partnertaak
from eenplan.ketenpartners.states import Partnertaakstatus
from eenplan.personen.models import Persoon
from eenplan.teams.models import Medewerker

NALOOP: Final = timedelta(days=31)  # a result may come late: so long after the last day the partner can still answer

_STAND: Final = {
    Partnertaakstatus.AANVAARD: (Delingstatus.AANVAARD, Sleutel.DELING_AANVAARD),
    Partnertaakstatus.GEWEIGERD: (Delingstatus.GEWEIGERD, Sleutel.DELING_GEWEIGERD),
    Partnertaakstatus.GEREED: (Delingstatus.BEEINDIGD, Sleutel.DELING_BEEINDIGD),
    Partnertaakstatus.TERUGGEGEVEN: (Delingstatus.BEEINDIGD, Sleutel.DELING_BEEINDIGD),
    Partnertaakstatus.INGETROKKEN: (Delingstatus.INGETROKKEN, Sleutel.DELING_INGETROKKEN),
}


@dataclass(frozen=True)
class Deelgrond:
    """About whom something goes out, under which law, for which purpose (`Deeldoel`), and which kinds of data."""

    persoon: Persoon
    wet: str
    doel: str
    categorieen: tuple[str, ...] = (Categorie.HULPVRAAG.value,)


def begin_deling(
    dossier: Dossier, partner: Samenwerking, grond: Deelgrond, *, uiterlijk: date, by: Medewerker, at: datetime
) -> Deling:
    """Offer what goes along with a task, on the legal task or the consent that holds today.

    Raises NietMogelijk without such a ground, for kinds of data the agreement does not name, and for a last day on
    which the ground no longer holds.
    """
    weg = Weg(grond.persoon, partner, grond.wet, grond.doel)
    mag_delen(dossier, weg, by=by)
    partner.tot = Samenwerking.objects.select_for_update().get(pk=partner.pk).tot
    oordeel = queries.beoordeel(
        grond.persoon, partner, dossier_id=dossier.pk, herkomst=grond.wet, doel=grond.doel, dag=at.date()
    )
    if not oordeel.mag:
        raise NietMogelijk(oordeel.beletsel)
    _past(grond, oordeel, uiterlijk)
    deling = Deling.objects.create(
        dossier=dossier,
        persoon=grond.persoon,
        samenwerking=partner,
        wet=grond.wet,
        doel=grond.doel,
        grond=oordeel.grond.soort.value,
        artikel=oordeel.artikel,
        vraag=oordeel.vraag,
        categorieen=[code for code in Categorie.values if code in grond.categorieen],
        aangeboden_op=at,
        door=by,
        geldig_tot=min(oordeel.laatste_tot, uiterlijk + NALOOP),
    )
    naam = f"{partner.naam}: opdracht over {grond.persoon.roepnaam}"
    record(Sleutel.DELING_AANGEBODEN, deling, by=by, at=at, toelichting=naam)
    return deling


def _past(grond: Deelgrond, oordeel: queries.Beoordeling, uiterlijk: date) -> None:
    if not grond.categorieen:
        raise NietMogelijk(_("Kies welke soort gegevens meegaat."))
    if teveel := [code for code in grond.categorieen if code not in oordeel.categorieen]:
        wat = ", ".join(namen(Categorie, teveel))
        raise NietMogelijk(_("Dit valt buiten de afspraken met deze organisatie: {wat}.").format(wat=wat))
    if uiterlijk >= oordeel.laatste_tot:
        zin = _("Kies een eerdere uiterste dag: de grond om dit te delen geldt tot {dag}.")
        raise NietMogelijk(zin.format(dag=datum(oordeel.laatste_tot)))


def noem_onderdeel(taak: Partnertaak) -> None:
    """Keep in the sharing that this task is what went."""
    Delingonderdeel.objects.create(
        deling=taak.deling,
        categorie=taak.deling.categorieen[0],
        soort=Partnertaak.ONDERWERP,
        nummer=taak.pk,
        titel=f"Opdracht: {taak.wat}"[:200],
    )


def volg(taak: Partnertaak, *, reden: str, by: Medewerker, at: datetime) -> None:
    """Let the sharing go where the task went; one that ended already stays as it is."""
    deling = Deling.objects.select_for_update(of=("self",)).select_related("samenwerking", "vraag__persoon").get(
        pk=taak.deling_id
    )  # fmt: skip
    status, sleutel = _STAND[Partnertaakstatus(taak.status)]
    if deling.status not in LOPEND or deling.status == status:
        return
    if not deling.OVERGANGEN.mag(deling.status, status):  # the sharing was accepted by itself before the task was
        status, sleutel = Delingstatus.BEEINDIGD, Sleutel.DELING_BEEINDIGD
    if status == Delingstatus.AANVAARD:
        verplaats(deling, to=status, gewijzigd_op=at)
    else:
        door = Wie.ANDER if status == Delingstatus.GEWEIGERD else ""
        kort = (reden or "de opdracht is klaar")[:200]
        verplaats(deling, to=status, gewijzigd_op=at, reden=kort, geweigerd_door=door)
    record(sleutel, deling, by=by, at=at, toelichting=f"{deling.samenwerking.naam}: opdracht {taak.pk}")
