"""What kind of file somebody really handed in: read from its first bytes, never from its name.

Only kinds that a file needs; a text document with macros is not one of them.
"""

from __future__ import annotations

import io
import zipfile
from typing import Final

PDF: Final = "application/pdf"
JPEG: Final = "image/jpeg"
PNG: Final = "image/png"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEKST: Final = "text/plain; charset=utf-8"

# Under which ending a document is handed out; its name holds no personal data.
EINDE: Final = {PDF: "pdf", JPEG: "jpg", PNG: "png", DOCX: "docx", TEKST: "txt"}
MAX_OMVANG: Final = 10 * 1024 * 1024

_BEGIN: Final = ((b"%PDF-", PDF), (b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG))
_TEKST_MAG: Final = frozenset("\t\n\r\f")


def bestandssoort(inhoud: bytes) -> str:
    """Give the kind of file, or nothing when it is none that may enter the file of a household."""
    for begin, soort in _BEGIN:
        if inhoud.startswith(begin):
            return soort
    if inhoud.startswith(b"PK\x03\x04"):
        return DOCX if _is_docx(inhoud) else ""
    return TEKST if _is_tekst(inhoud) else ""


def _is_docx(inhoud: bytes) -> bool:
    try:
        namen = set(zipfile.ZipFile(io.BytesIO(inhoud)).namelist())
    except (zipfile.BadZipFile, NotImplementedError):
        return False
    heeft_macro = any(naam.lower().endswith("vbaproject.bin") for naam in namen)
    return {"[Content_Types].xml", "word/document.xml"} <= namen and not heeft_macro


def _is_tekst(inhoud: bytes) -> bool:
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return bool(tekst.strip()) and all(teken in _TEKST_MAG or ord(teken) >= 32 for teken in tekst)
