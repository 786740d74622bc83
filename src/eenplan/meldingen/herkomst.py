"""Every fact of a melding with where it came from, so that nobody asks it twice (B6)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from eenplan.core.opmaak import datum_kort, moment
from eenplan.inrichting.lezen import inrichting
from eenplan.meldingen.models import Contact, Kanaal, Melding, Vraagverheldering
from eenplan.personen.afscherming import AFGESCHERMD, is_afgeschermd


@dataclass(frozen=True)
class Feit:
    """One thing we know, and who told it when."""

    naam: str
    waarde: str
    herkomst: str


def gesprek(contact: Contact) -> str:
    """Name the call in words: "telefoongesprek met Gerda, 3 nov 2026 10:12"."""
    soorten = {
        Kanaal.TELEFOON: _("telefoongesprek met {wie}, {moment}"),
        Kanaal.INLOOP: _("gesprek aan de balie met {wie}, {moment}"),
        Kanaal.POST: _("brief, gelezen door {wie}, {moment}"),
        Kanaal.EMAIL: _("e-mail, gelezen door {wie}, {moment}"),
        Kanaal.ONLINE: _("online bericht, gelezen door {wie}, {moment}"),
        Kanaal.PROFESSIONAL: _("gesprek van een professional met {wie}, {moment}"),
        Kanaal.NAASTE: _("gesprek van een naaste met {wie}, {moment}"),
        Kanaal.RECHTSTREEKS: _("gesprek met {wie}, {moment}"),
    }
    wie = contact.aangenomen_door.naam.split()[0]
    return soorten[Kanaal(contact.kanaal)].format(wie=wie, moment=moment(contact.ontvangen_op))


def feiten(melding: Melding) -> list[Feit]:
    """Give everything that is known of a melding, each with its source; what was not told is left out."""
    contact = melding.contact
    bron = gesprek(contact)
    wie = contact.aangenomen_door.naam.split()[0]
    alle = [
        Feit(_("Voor wie"), _voor_wie(melding), _bron_van_adres(melding, bron)),
        Feit(_("Adres"), _adres(melding), _bron_van_adres(melding, bron)),
        Feit(_("Wie belde"), contact.naam, bron),
        Feit(_("Belde voor"), contact.namens, bron),
        Feit(_("Telefoonnummer"), contact.telefoon, bron),
        Feit(_("Hoe het binnenkwam"), inrichting().kanaal_naam(contact.kanaal), bron),
        Feit(_("Welke organisatie"), contact.organisatie, bron),
        Feit(_("Hoe dringend"), contact.get_urgentie_display(), bron),
        *_verheldering(getattr(contact, "verheldering", None), bron),
        Feit(_("Wet"), melding.get_wet_display(), _("gekozen door {wie}").format(wie=wie)),
        Feit(_("Welk team"), melding.dossier.huishouden.team.naam, melding.route),
    ]
    return [feit for feit in alle if feit.waarde]


def _voor_wie(melding: Melding) -> str:
    geboren = melding.persoon.geboortedatum
    return f"{melding.persoon.naam}, {datum_kort(geboren)}" if geboren else melding.persoon.naam


def _adres(melding: Melding) -> str:
    if is_afgeschermd(melding.dossier.huishouden):
        return str(AFGESCHERMD)
    adres = melding.dossier.huishouden.adres
    if not adres.straat:
        return _("{adres} (straat nog niet bekend)").format(adres=adres)
    return f"{adres}, {adres.postcode_met_spatie} {adres.woonplaats}".strip()


def _bron_van_adres(melding: Melding, bron: str) -> str:
    """A household registered during a call has no street yet; any other was known before."""
    return _("was al bekend") if melding.dossier.huishouden.adres.straat else bron


def _verheldering(helder: Vraagverheldering | None, bron: str) -> list[Feit]:
    if helder is None:
        return []
    regels = inrichting()
    groep = next((groep.naam for groep in regels.klantgroepen if groep.code == helder.klantgroep), helder.klantgroep)
    keuzes: dict[bool | None, str] = {True: _("ja, meer dingen"), False: _("nee, één ding")}
    meervoudig = keuzes.get(helder.is_meervoudig, "")
    vragen = {vraag.code: vraag.vraag for vraag in regels.extra_vragen}
    return [
        Feit(_("De vraag achter de vraag"), helder.vraag_achter_de_vraag, bron),
        Feit(_("Speelt er meer tegelijk"), meervoudig, bron),
        Feit(_("Groep"), groep, bron),
        Feit(_("Aanpak"), regels.aanpakken.get(helder.aanpak, ""), _("volgt uit de groep")),
        *(Feit(vragen.get(code, code), antwoord, bron) for code, antwoord in helder.extra.items()),
    ]
