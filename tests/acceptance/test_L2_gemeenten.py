"""L2: two municipalities in one installation, and every way we could think of to get from one into the other."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from threading import Event
from urllib.parse import urlencode

import psycopg
import pytest

from eenplan.project.environment import InstellingOntbreekt
from eenplan.project.municipalities import read

pytestmark = pytest.mark.journey  # real processes: run beside the browser journeys

WACHTWOORD = "een zin die niemand raadt 7"
AN, BEA = "zonnedaal.test", "maandorp.test"
MAAK = """
from datetime import date
from eenplan.aanmelden import codes
from eenplan.aanmelden.actions import maak_herstelcodes, stel_codeapp_in
from eenplan.access.rechten import Rol
from eenplan.core import klok
from eenplan.personen.actions import NieuwHuishouden, NieuwPersoon, schrijf_huishouden_in
from eenplan.personen.models import Persoon
from eenplan.teams.models import *
team = Team.objects.create(naam="Team {naam}")
wijk = Gebied.objects.create(code="WK1", naam="{naam}wijk", soort="wijk")
buurt = Gebied.objects.create(code="BU1", naam="{naam}buurt", soort="buurt", binnen=wijk)
Werkgebied.objects.create(team=team, gebied=wijk, vanaf=date(2015, 1, 1))
Postcodegebied.objects.create(postcode="1231AA", buurt=buurt)
wie = Medewerker.objects.create_user("{gebruiker}", "{wachtwoord}", naam="Loket", functie="loket", werkgever="{naam}")
Rolvervulling.objects.create(medewerker=wie, rol=Rol.FRONTOFFICE, team=None, vanaf=date(2015, 1, 1))
gezin = NieuwHuishouden(straat="Lindelaan", huisnummer=4, postcode="1231AA", woonplaats="{naam}",
    leden=(NieuwPersoon("Geheim{naam}", "Achternaam{naam}", bsn="999900006"),))
schrijf_huishouden_in(gezin, by=wie, at=klok.nu())
geheim = codes.nieuw_geheim()
stel_codeapp_in(wie, geheim=geheim, code=codes.code(geheim, int(klok.nu().timestamp()) // codes.STAP), at=klok.nu())
print(*maak_herstelcodes(wie, at=klok.nu()))
"""


def _vrije_poort() -> int:
    with socket.socket() as vraag:
        vraag.bind(("127.0.0.1", 0))
        return int(vraag.getsockname()[1])


def _woorden(tekst: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", tekst).split())[:900]


@dataclass
class Bezoek:
    """A browser in small: it keeps cookies, and may be told to lie about them or about the host."""

    poort: int
    host: str
    koekjes: dict[str, str] = field(default_factory=dict)
    herstelcodes: list[str] = field(default_factory=list)

    def __call__(self, pad: str, data: dict[str, str] | None = None, *, status: int = 200, **koppen: str) -> str:
        verbinding = HTTPConnection("127.0.0.1", self.poort, timeout=30)
        eigen = {
            "Host": self.host,
            "X-Forwarded-Proto": "https",
            "Referer": f"https://{self.host}/",
            "Cookie": "; ".join(f"{naam}={waarde}" for naam, waarde in self.koekjes.items()),
        }
        inhoud = None if data is None else urlencode(data)
        soort = {} if data is None else {"Content-Type": "application/x-www-form-urlencoded"}
        verbinding.request("GET" if data is None else "POST", pad, inhoud, eigen | soort | koppen)
        antwoord = verbinding.getresponse()
        for naam, waarde in antwoord.getheaders():
            if naam.lower() == "set-cookie":
                sleutel, _, rest = waarde.partition("=")
                self.koekjes[sleutel] = rest.partition(";")[0]
        tekst = antwoord.read().decode()
        verbinding.close()
        assert antwoord.status == status, f"{self.host}{pad}: {antwoord.status}\n{_woorden(tekst)}"
        return tekst

    def meld_aan(self, gebruiker: str, *, status: int = 302) -> str:
        """Sign in with the password and a code on paper, as the forms do."""
        tekst = self._stuur("/inloggen/", {"gebruikersnaam": gebruiker, "password": WACHTWOORD}, status)
        if status == 302:
            self._stuur("/inloggen/tweede-stap/", {"code": self.herstelcodes.pop()}, 302)
        return tekst

    def _stuur(self, pad: str, velden: dict[str, str], status: int) -> str:
        merk = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self(pad))
        assert merk
        return self(pad, {"csrfmiddlewaretoken": merk[1], **velden}, status=status)


@dataclass(frozen=True)
class Installatie:
    """What runs: the port of the front door, and the folder of each municipality."""

    poort: int
    mappen: dict[str, Path]
    omgevingen: dict[str, dict[str, str]]
    herstelcodes: dict[str, list[str]]

    def bij(self, host: str) -> Bezoek:
        return Bezoek(self.poort, host, herstelcodes=self.herstelcodes[host])

    def opdracht(self, host: str, *argumenten: str, **meer: str) -> subprocess.CompletedProcess[str]:
        return _opdracht(self.omgevingen[host] | meer, *argumenten)


def _opdracht(omgeving: dict[str, str], *argumenten: str) -> subprocess.CompletedProcess[str]:
    schoon = {naam: os.environ[naam] for naam in ("PATH", "HOME") if naam in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "eenplan.project.cli", *argumenten],
        env=schoon | {"PYTHONPATH": os.pathsep.join(sys.path)} | omgeving,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


def _inrichting(checkout: Path, map_: Path, naam: str) -> Path:
    voorbeeld = (checkout / "src/eenplan/inrichting/gemeenten/zonnedaal.toml").read_text(encoding="utf-8")
    bestand = map_ / "inrichting.toml"
    bestand.write_text(voorbeeld.replace('naam = "Zonnedaal"', f'naam = "{naam}"', 1), encoding="utf-8")
    return bestand


@pytest.fixture(scope="module")
def draait():
    """Two municipalities, each with a resident of the same number and a worker of the own front office."""
    checkout = Path(__file__).parents[2]
    basis = Path(tempfile.mkdtemp(prefix="gemeenten-", dir="/tmp"))
    basis.chmod(0o755)  # PostgreSQL runs as another system user when the tests run as root
    regels, mappen, omgevingen, herstelcodes = [], {}, {}, {}
    for naam, host in (("Zonnedaal", AN), ("Maandorp", BEA)):
        map_ = basis / naam.lower()
        map_.mkdir()
        sleutel = _opdracht({}, "bsn", "sleutel", "eerste").stdout.strip()
        omgeving = {
            "SECRET_KEY": f"een lang geheim van {naam} dat nergens anders staat, 1234567890",
            "EENPLAN_INRICHTING": str(_inrichting(checkout, map_, naam)),
            "EENPLAN_VAR": str(map_ / "var"),
            "EENPLAN_BSN_KEYS": sleutel,
            "EENPLAN_AUDIT_KEY": f"sleutel van het logboek van {naam} 1234567890",
            "BEHIND_PROXY": "1",
            "WORKERS": "1",
        }
        regels.append(f'[[gemeente]]\nnaam = "{naam}"\nhosts = ["{host}"]\n[gemeente.instellingen]')
        regels += [f"{sleutelnaam} = '''{waarde}'''" for sleutelnaam, waarde in omgeving.items()]
        mappen[host] = map_ / "var"
        omgevingen[host] = omgeving | {"ALLOWED_HOSTS": host}
        klaar = _opdracht(omgevingen[host], "migrate", "--verbosity=0")
        assert klaar.returncode == 0, klaar.stderr
        maak = MAAK.format(naam=naam, gebruiker=f"loket-{naam.lower()}", wachtwoord=WACHTWOORD)
        klaar = _opdracht(omgevingen[host], "shell", "--no-imports", "-c", maak)
        assert klaar.returncode == 0, klaar.stderr
        herstelcodes[host] = klaar.stdout.split()
    bestand = basis / "gemeenten.toml"
    bestand.write_text("\n".join(regels), encoding="utf-8")
    poort = _vrije_poort()
    draaiend = subprocess.Popen(
        [sys.executable, "-m", "eenplan.project.cli", "gemeenten", str(bestand), "--poort", str(poort)],
        env={naam: os.environ[naam] for naam in ("PATH", "HOME") if naam in os.environ}
        | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    installatie = Installatie(poort, mappen, omgevingen, herstelcodes)
    try:
        _wacht(installatie)
        yield installatie
    finally:
        draaiend.terminate()
        draaiend.wait(timeout=60)
        shutil.rmtree(basis, ignore_errors=True)


def _wacht(installatie: Installatie) -> None:
    """Wait until both answer; a process that never does fails here, with its own log."""
    einde = time.monotonic() + 90
    for host in installatie.mappen:
        while True:
            try:
                installatie.bij(host)("/health")
                break
            except (OSError, AssertionError):
                log = installatie.mappen[host] / "eenplan.log"
                assert time.monotonic() < einde, log.read_text() if log.exists() else "no log"
                Event().wait(0.2)


def test_each_shows_itself_under_its_own_name(draait):
    assert "Zonnedaal" in draait.bij(AN)("/inloggen/")
    assert "Maandorp" in draait.bij(BEA)("/inloggen/")


def test_a_worker_of_the_one_cannot_sign_in_at_the_other(draait):
    draait.bij(AN).meld_aan("loket-zonnedaal")
    draait.bij(BEA).meld_aan("loket-zonnedaal", status=422)


def test_a_session_of_the_one_is_nothing_at_the_other(draait):
    bij_an = draait.bij(AN)
    bij_an.meld_aan("loket-zonnedaal")
    vreemd = Bezoek(draait.poort, BEA, dict(bij_an.koekjes))
    vreemd("/huishoudens/1/stand/", status=302)
    assert "GeheimZonnedaal" in bij_an("/huishoudens/1/stand/")


def test_the_same_address_shows_each_its_own_resident_only(draait):
    for host, gebruiker, eigen, ander in (
        (AN, "loket-zonnedaal", "GeheimZonnedaal", "GeheimMaandorp"),
        (BEA, "loket-maandorp", "GeheimMaandorp", "GeheimZonnedaal"),
    ):
        bezoek = draait.bij(host)
        bezoek.meld_aan(gebruiker)
        for _keer in range(3):  # a second answer could come from a cache
            gezien = bezoek("/huishoudens/1/stand/")
            assert eigen in gezien
            assert ander not in gezien


@pytest.mark.parametrize(
    "koppen",
    [
        {"X-Forwarded-Host": BEA},
        {"Forwarded": f"host={BEA}"},
        {"X-Forwarded-Server": BEA},
        {"X-Original-Host": BEA},
        {"X-Host": BEA},
    ],
)
def test_claiming_another_host_in_a_header_changes_nothing(draait, koppen):
    tekst = draait.bij(AN)("/inloggen/", **koppen)
    assert "Zonnedaal" in tekst
    assert "Maandorp" not in tekst


@pytest.mark.parametrize(
    "host", ["elders.test", "", "zonnedaal.test.kwaad.test", "127.0.0.1", "zonnedaal.test@maandorp.test"]
)
def test_a_host_of_nobody_goes_nowhere(draait, host):
    assert "geen gemeente" in Bezoek(draait.poort, host)("/inloggen/", status=421)


def test_a_second_host_on_a_kept_connection_goes_to_the_second_municipality(draait):
    namen = []
    with closing(HTTPConnection("127.0.0.1", draait.poort, timeout=30)) as verbinding:
        for host in (AN, BEA, AN):
            verbinding.request("GET", "/inloggen/", headers={"Host": host, "X-Forwarded-Proto": "https"})
            namen.append("Zonnedaal" if "Zonnedaal" in verbinding.getresponse().read().decode() else "Maandorp")
    assert namen == ["Zonnedaal", "Maandorp", "Zonnedaal"]


def test_a_whole_address_in_the_request_line_does_not_lead_elsewhere(draait):
    with socket.create_connection(("127.0.0.1", draait.poort), timeout=30) as lijn:
        lijn.sendall(f"GET http://{BEA}/inloggen/ HTTP/1.1\r\nHost: {AN}\r\nConnection: close\r\n\r\n".encode())
        antwoord = b"".join(iter(lambda: lijn.recv(65536), b""))
    assert not (b"Maandorp" in antwoord and b"Zonnedaal" in antwoord)
    assert b"GeheimMaandorp" not in antwoord


VERSTOPT = f"GET /health HTTP/1.1\r\nHost: {BEA}\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n"


@pytest.mark.parametrize(
    "lengtes",
    [
        f"Content-Length: {len(VERSTOPT) + 5}\r\nTransfer-Encoding: chunked",
        f"Transfer-Encoding: chunked\r\nContent-Length: {len(VERSTOPT) + 5}",
        f"Content-Length: 5\r\nContent-Length: {len(VERSTOPT) + 5}",
        f"Content-Length: {len(VERSTOPT) + 5}\r\nTransfer-Encoding: xchunked",
        f"Content-Length: {len(VERSTOPT) + 5}\r\nTransfer-Encoding : chunked",
    ],
)
def test_a_request_with_two_lengths_hides_no_second_request(draait, lengtes):
    """Front door and process agree on where a request ends: as many answers outside as requests inside."""
    voor = _verzoeken(draait)
    kop = f"POST /inloggen/ HTTP/1.1\r\nHost: {AN}\r\nX-Forwarded-Proto: https\r\n{lengtes}\r\n\r\n0\r\n\r\n"
    with socket.create_connection(("127.0.0.1", draait.poort), timeout=30) as lijn:
        lijn.sendall((kop + VERSTOPT).encode())
        lijn.shutdown(socket.SHUT_WR)
        antwoord = b"".join(iter(lambda: lijn.recv(65536), b""))
    # What the front door refuses by itself never comes inside.
    binnen = antwoord.count(b"HTTP/1.1 ") - antwoord.count(b"HTTP/1.1 400")
    assert _verzoeken(draait) - voor == binnen


def _verzoeken(draait) -> int:
    return sum((map_ / "eenplan.log").read_text().count('"event": "request"') for map_ in draait.mappen.values())


def test_a_form_token_of_the_one_is_refused_by_the_other(draait):
    bij_an = draait.bij(AN)
    merk = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', bij_an("/inloggen/"))
    vreemd = draait.bij(BEA)
    vreemd("/inloggen/")
    velden = {"csrfmiddlewaretoken": merk[1], "gebruikersnaam": "loket-maandorp", "password": WACHTWOORD}
    vreemd("/inloggen/", velden, status=403)


def test_the_process_itself_refuses_the_other_host_too(draait):
    """Whoever reaches the socket of the one past the front door is still asked for the right name."""
    from eenplan.project.frontdoor import SocketConnection

    with closing(SocketConnection(str(draait.mappen[AN] / "eenplan.sock"))) as verbinding:
        verbinding.request("GET", "/inloggen/", headers={"Host": BEA, "X-Forwarded-Proto": "https"})
        with verbinding.getresponse() as antwoord:
            assert antwoord.status == 400


def test_the_socket_opens_for_its_own_system_user_only(draait):
    for map_ in draait.mappen.values():
        assert (map_ / "eenplan.sock").stat().st_mode & 0o077 == 0


def test_each_has_a_database_and_a_folder_of_its_own(draait):
    mappen = list(draait.mappen.values())
    assert mappen[0] != mappen[1]
    for host, eigen, ander in ((AN, "GeheimZonnedaal", b"GeheimMaandorp"), (BEA, "GeheimMaandorp", b"GeheimZonnedaal")):
        uitvoer = draait.opdracht(
            host,
            "shell",
            "--no-imports",
            "-c",
            "from eenplan.personen.models import Persoon; print(*Persoon.objects.values_list('roepnaam', flat=True))",
        ).stdout
        assert uitvoer.split() == [eigen]
        for bestand in draait.mappen[host].rglob("*"):
            if bestand.is_file() and not bestand.is_socket():
                assert ander not in bestand.read_bytes(), bestand


def test_a_number_of_the_one_cannot_be_read_with_the_keys_of_the_other(draait):
    lees = (
        "from eenplan.personen.bsn import bsn_van; from eenplan.personen.models import Persoon;"
        "print(bsn_van(Persoon.objects.get()))"
    )
    assert draait.opdracht(AN, "shell", "--no-imports", "-c", lees).stdout.strip() == "999900006"
    vreemd = {"EENPLAN_BSN_KEYS": draait.omgevingen[BEA]["EENPLAN_BSN_KEYS"]}
    mislukt = draait.opdracht(AN, "shell", "--no-imports", "-c", lees, **vreemd)
    assert "999900006" not in mislukt.stdout + mislukt.stderr
    assert mislukt.returncode != 0


def test_the_logs_are_apart_and_name_nobody(draait):
    for host, gebruiker in ((AN, "loket-zonnedaal"), (BEA, "loket-maandorp")):
        bezoek = draait.bij(host)
        bezoek.meld_aan(gebruiker)
        bezoek("/huishoudens/1/stand/")
    logs = {host: (map_ / "eenplan.log").read_text() for host, map_ in draait.mappen.items()}
    assert all("huishoudens/<int:pk>/stand/" in log for log in logs.values())
    assert BEA not in logs[AN]
    assert AN not in logs[BEA]
    assert "Geheim" not in "".join(logs.values())
    assert all((map_ / "eenplan.log").stat().st_mode & 0o077 == 0 for map_ in draait.mappen.values())


def test_a_copy_of_the_one_holds_nothing_of_the_other(draait, tmp_path):
    kopie = tmp_path / "kopie"
    gelukt = draait.opdracht(AN, "backup", str(kopie))
    assert gelukt.returncode == 0, gelukt.stderr
    assert b"GeheimMaandorp" not in kopie.read_bytes()


@pytest.mark.parametrize(
    "gedeeld", ["SECRET_KEY", "EENPLAN_VAR", "EENPLAN_BSN_KEYS", "EENPLAN_AUDIT_KEY", "DATABASE_URL"]
)
def test_two_that_would_share_something_do_not_start(tmp_path, gedeeld):
    delen = []
    for naam in ("a", "b"):
        eigen = {
            "SECRET_KEY": f"s{naam}",
            "EENPLAN_INRICHTING": f"i{naam}",
            "EENPLAN_VAR": f"v{naam}",
            "EENPLAN_BSN_KEYS": f"k{naam}",
        } | {gedeeld: "dezelfde"}
        instellingen = "\n".join(f'{sleutel} = "{waarde}"' for sleutel, waarde in eigen.items())
        delen.append(f'[[gemeente]]\nnaam = "{naam}"\nhosts = ["{naam}.test"]\n[gemeente.instellingen]\n{instellingen}')
    bestand = tmp_path / "gemeenten.toml"
    bestand.write_text("\n".join(delen))
    with pytest.raises(InstellingOntbreekt, match=f"a en b delen {gedeeld}"):
        read(bestand)


def test_two_with_one_web_address_do_not_start(tmp_path):
    bestand = tmp_path / "gemeenten.toml"
    deel = '[[gemeente]]\nnaam = "{0}"\nhosts = ["zelfde.test"]\n[gemeente.instellingen]\n'
    bestand.write_text("".join(deel.format(naam) for naam in "ab"))
    with pytest.raises(InstellingOntbreekt, match=r"zelfde\.test staat er twee keer in"):
        read(bestand)


def test_the_database_of_the_one_takes_no_connection_from_the_other(draait):
    """Each brings its own PostgreSQL: no host, port or role leads from one to the other."""
    from eenplan.project.postgres import Postgres

    adressen = [Postgres(map_ / "postgres").address for map_ in draait.mappen.values()]
    assert adressen[0] != adressen[1]
    for adres, eigen in zip(adressen, ("GeheimZonnedaal", "GeheimMaandorp"), strict=True):
        with psycopg.connect(adres, dbname="eenplan") as verbinding:
            assert verbinding.execute("SELECT roepnaam FROM personen_persoon").fetchall() == [(eigen,)]
