"""The letters of the demo: real ones for the stories, and for bulk history one letter made beforehand.

Setting half a million letters would take a day and fill a disk; nobody opens them.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final

from eenplan.brieven.model import Brief
from eenplan.brieven.pdf import maak_pdf
from eenplan.dossiers.brief import verslagbrief
from eenplan.dossiers.models import Gespreksverslag
from eenplan.meldingen.brief import bevestigingsbrief
from eenplan.meldingen.models import Melding
from eenplan.meldingen.queries import klokken
from eenplan.personen.models import Persoon
from eenplan.teams.models import Medewerker


class Post:
    """Sets each letter as it would be sent."""

    def zet(self, brief: Brief) -> bytes:
        """Give the letter as PDF."""
        return maak_pdf(brief)

    def bevestiging(self, melding: Melding, *, op: date, van: Medewerker) -> bytes:
        """Give the confirmation of receipt."""
        return self.zet(bevestigingsbrief(melding, klokken=klokken(melding), van=van, op=op))

    def verslag(self, verslag: Gespreksverslag, *, aan: Persoon, van: Medewerker, op: date) -> bytes:
        """Give the conversation report as the resident gets it."""
        return self.zet(verslagbrief(verslag, aan=aan, van=van, op=op))


class Bulkpost(Post):
    """Gives the same letter every time, without composing another."""

    def zet(self, brief: Brief) -> bytes:
        return _vaste_brief()

    def bevestiging(self, melding: Melding, *, op: date, van: Medewerker) -> bytes:
        return _vaste_brief()

    def verslag(self, verslag: Gespreksverslag, *, aan: Persoon, van: Medewerker, op: date) -> bytes:
        return _vaste_brief()


_REGELS: Final = (
    "Deze brief hoort bij een verzonnen dossier van de oefengemeente Zonnedaal.",
    "De tekst is niet bewaard: van elke brief een echte maken kost te veel tijd en ruimte.",
    "Echte brieven staan bij de gezinnen De Wit, Yilmaz en El Idrissi, in Team Noord 1.",
)


@cache
def _vaste_brief() -> bytes:
    """Write a PDF of one page by hand, in less than a kilobyte: it is stored a few times for every household."""
    tekst = " ".join(f"({regel}) Tj T*" for regel in _REGELS)
    inhoud = f"BT /F1 11 Tf 16 TL 60 760 Td {tekst} ET"
    delen = (
        "<< /Type /Catalog /Pages 2 0 R /Lang (nl-NL) >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>> >> >>",
        f"<< /Length {len(inhoud)} >>\nstream\n{inhoud}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    pdf, plaatsen = "%PDF-1.4\n", []
    for nummer, deel in enumerate(delen, 1):
        plaatsen.append(len(pdf))
        pdf += f"{nummer} 0 obj\n{deel}\nendobj\n"
    tabel = "".join(f"{plaats:010} 00000 n \n" for plaats in plaatsen)
    kop = f"xref\n0 {len(delen) + 1}\n0000000000 65535 f \n{tabel}trailer\n"
    return f"{pdf}{kop}<< /Size {len(delen) + 1} /Root 1 0 R >>\nstartxref\n{len(pdf)}\n%%EOF\n".encode("latin-1")
