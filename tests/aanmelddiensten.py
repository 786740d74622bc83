"""Two sign-on services on this machine, over http: a real one as a process, and one that cheats in every way."""

from __future__ import annotations

import base64
import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from django.test import Client
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey, RSAKey

CLIENT = "eenplan-proef"
GEHEIM = "geheim van de proef"


class _Blijf(HTTPRedirectHandler):
    def redirect_request(self, *_arguments: object, **_names: object) -> None:
        return None


@dataclass(frozen=True)
class Antwoord:
    """What a service answered."""

    status: int
    koppen: Message
    tekst: str


def vraag(adres: str, *, velden: dict[str, str] | None = None, json_: object = None, methode: str = "") -> Antwoord:
    """Ask an address as a browser does, without following; an answer of 3xx or 4xx is an answer too."""
    data = urlencode(velden).encode() if velden is not None else json.dumps(json_).encode() if json_ else None
    koppen = {"Content-Type": "application/json"} if json_ else {}
    gevraagd = Request(adres, data=data, headers=koppen, method=methode or None)  # noqa: S310 - on this machine
    try:
        gekregen = build_opener(_Blijf, ProxyHandler({})).open(gevraagd, timeout=10)
    except HTTPError as weigering:
        gekregen = weigering
    with gekregen:
        return Antwoord(gekregen.status, gekregen.headers, gekregen.read().decode())


@contextmanager
def echte_dienst() -> Iterator[str]:
    """Run a real OpenID provider as a process of its own, and give its issuer."""
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    opdracht = [sys.executable, "-m", "oidc_provider_mock", "--port", str(poort), "--require-nonce", "true"]
    proces = subprocess.Popen(opdracht, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    uitgever = f"http://127.0.0.1:{poort}"
    try:
        _wacht_op(f"{uitgever}/.well-known/openid-configuration", proces)
        yield uitgever
    finally:
        proces.terminate()
        proces.wait(timeout=10)


def _wacht_op(adres: str, proces: subprocess.Popen[bytes]) -> None:
    pauze, uiterlijk = Event(), time.monotonic() + 30
    while time.monotonic() < uiterlijk and proces.poll() is None:
        try:
            vraag(adres)
        except URLError:
            pauze.wait(0.1)
        else:
            return
    raise AssertionError("the provider did not start")


def geef_claims(uitgever: str, kenmerk: str, **claims: object) -> None:
    """Tell the real provider who somebody is."""
    assert vraag(f"{uitgever}/users/{kenmerk}", json_=claims, methode="PUT").status < 300


def meld_aan_bij(uitgever: str, client: Client, kenmerk: str, volgende: str = "") -> Any:
    """Go to the service, sign in there as this person, and come back; gives our answer."""
    terug = heen_en_terug(client, kenmerk, volgende)
    return client.get(f"{terug.path}?{terug.query}")


def heen_en_terug(client: Client, kenmerk: str, volgende: str = "") -> Any:
    """Go to the service, sign in there, and give the address at which the browser comes back."""
    heen = client.get("/inloggen/dienst/", {"next": volgende} if volgende else {})
    assert heen.status_code == 302, heen.content.decode()
    antwoord = vraag(heen["Location"], velden={"sub": kenmerk})
    assert antwoord.status in {302, 303}, antwoord.tekst
    return urlsplit(antwoord.koppen["Location"])


# --- A service that cheats ------------------------------------------------------------------------------------------

EIGEN = RSAKey.generate_key(2048, {"kid": "een", "use": "sig"})
VREEMD = RSAKey.generate_key(2048, {"kid": "een", "use": "sig"})
GEDEELD = OctKey.import_key("geheim van de proef, lang genoeg om mee te tekenen", {"kid": "een"})


@dataclass
class BozeDienst:
    """What it answers: claims that replace good ones, the key and the algorithm with which it signs, and more."""

    uitgever: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    weg: tuple[str, ...] = ()
    sleutel: Any = field(default_factory=lambda: EIGEN)
    alg: str = "RS256"
    gegevens: dict[str, Any] = field(default_factory=dict)
    sleutels: list[dict[str, Any]] = field(default_factory=lambda: [EIGEN.as_dict(private=False)])
    vragen: list[dict[str, list[str]]] = field(default_factory=list)
    gebruikt: set[str] = field(default_factory=set)
    token: Callable[[dict[str, Any]], str] | None = None
    doorsturen: str = ""

    def metadata(self) -> dict[str, Any]:
        return {
            "issuer": self.uitgever,
            "authorization_endpoint": f"{self.uitgever}/authorize",
            "token_endpoint": f"{self.uitgever}/token",
            "jwks_uri": f"{self.uitgever}/jwks",
            "end_session_endpoint": f"{self.uitgever}/uit",
            **self.gegevens,
        }

    def geef_token(self, velden: dict[str, list[str]]) -> dict[str, Any]:
        """Give an id token for a code; the code is the nonce that was asked for, and works once."""
        self.vragen.append(velden)
        (code,) = velden["code"]
        if code in self.gebruikt:
            return {"error": "invalid_grant"}
        self.gebruikt.add(code)
        nu = int(time.time())  # noqa: TID251 - a service of its own, with its own clock
        claims = {
            "iss": self.uitgever,
            "aud": CLIENT,
            "sub": "nr-1",
            "iat": nu,
            "exp": nu + 300,
            "nonce": code,
            "roles": ["eenplan-noord-1"],
            **self.claims,
        }
        goed = {naam: waarde for naam, waarde in claims.items() if naam not in self.weg}
        if self.token:
            return {"id_token": self.token(goed), "token_type": "Bearer"}
        kop = {"alg": self.alg, "kid": "een"}
        return {"id_token": jwt.encode(kop, goed, self.sleutel, algorithms=[self.alg]), "token_type": "Bearer"}


def zonder_handtekening(claims: dict[str, Any]) -> str:
    """Give a token that says of itself that nobody signed it."""
    deel = [
        base64.urlsafe_b64encode(json.dumps(stuk).encode()).rstrip(b"=").decode() for stuk in ({"alg": "none"}, claims)
    ]
    return ".".join([*deel, ""])


def met_openbare_sleutel_als_geheim(claims: dict[str, Any]) -> str:
    """Give a token signed with the public key as if it were a shared secret."""
    openbaar = OctKey.import_key(EIGEN.as_pem(private=False))
    return jwt.encode({"alg": "HS256", "kid": "een"}, claims, openbaar, algorithms=["HS256"])


@contextmanager
def boze_dienst() -> Iterator[BozeDienst]:
    """Serve it on this machine."""
    dienst = BozeDienst()

    class Bediening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            pad = urlsplit(self.path).path
            self._geef(dienst.metadata() if pad.endswith("configuration") else {"keys": dienst.sleutels})

        def do_POST(self) -> None:
            velden = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            if dienst.doorsturen:
                self.send_response(307)
                self.send_header("Location", dienst.doorsturen)
                self.end_headers()
                return
            self._geef(dienst.geef_token(velden))

        def _geef(self, inhoud: dict[str, Any]) -> None:
            tekst = json.dumps(inhoud).encode()
            self.send_response(400 if "error" in inhoud else 200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(tekst)

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Bediening)
    dienst.uitgever = f"http://127.0.0.1:{server.server_address[1]}"
    draad = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    draad.start()
    try:
        yield dienst
    finally:
        server.shutdown()
        server.server_close()
        draad.join(timeout=10)


def instelling(uitgever: str, **meer: Any) -> dict[str, Any]:
    """Give what settings.EENPLAN_OIDC holds for this service."""
    return {"uitgever": uitgever, "client_id": CLIENT, "geheim": GEHEIM, "naam": "Zonnedaal", **meer}


ANDERE_SOORT = ECKey.generate_key("P-256", {"kid": "een", "use": "sig"})
