"""The sign-on service of the municipality (OpenID Connect): the protocol, and nothing of our own rows.

Authorization code flow with PKCE; every fact of the id token is checked here. Refuses anything it does not know.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from django.conf import settings

# What a provider may sign with. Never `none`, and never a shared secret: whoever knows it could sign for everybody.
ALGORITMEN: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
WACHTTIJD: Final = 10  # seconds for one answer of the service
LANGSTE_ANTWOORD: Final = 1_000_000
SPELING: Final = 60  # seconds that two clocks may differ
GELDIG: Final = 600  # seconds between our question and the way back


class DienstGeweigerd(Exception):  # noqa: N818 - a refusal, not a fault of the program
    """The answer of the service is not what it should be. `reden` is a short word for the log, without a person."""

    def __init__(self, reden: str) -> None:
        super().__init__(reden)
        self.reden = reden


@dataclass(frozen=True)
class Dienst:
    """How to reach the service and what to make of its claims; see docs/handleiding/beheer.md."""

    uitgever: str
    client_id: str
    geheim: str
    naam: str = "de gemeente"
    rollen_claim: str = "roles"
    naam_claim: str = "preferred_username"
    onbekende_maken: bool = False
    acr: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gang:
    """One way out and back: what must be the same when the browser returns. Used once."""

    state: str
    nonce: str
    verifier: str
    begonnen: int

    def bewaar(self) -> dict[str, Any]:
        """Give it as the session keeps it."""
        return asdict(self)

    @classmethod
    def lees(cls, bewaard: object) -> Gang | None:
        """Read what `bewaar` gave; anything else is no way at all."""
        return cls(**bewaard) if isinstance(bewaard, dict) and set(bewaard) == set(cls.__annotations__) else None


def dienst() -> Dienst | None:
    """Give the service of this municipality, or none when it has none."""
    return Dienst(**settings.EENPLAN_OIDC) if settings.EENPLAN_OIDC else None


def nieuwe_gang(*, at: datetime) -> Gang:
    """Begin a way out with fresh chance."""
    return Gang(
        state=secrets.token_urlsafe(32),
        nonce=secrets.token_urlsafe(32),
        verifier=secrets.token_urlsafe(64),
        begonnen=int(at.timestamp()),
    )


def adres_heen(bij: Dienst, gang: Gang, *, terug: str) -> str:
    """Give where the browser goes to sign in. Raises DienstGeweigerd."""
    uitdaging = base64.urlsafe_b64encode(hashlib.sha256(gang.verifier.encode()).digest()).rstrip(b"=").decode()
    vraag = {
        "response_type": "code",
        "client_id": bij.client_id,
        "redirect_uri": terug,
        "scope": "openid profile",
        "state": gang.state,
        "nonce": gang.nonce,
        "code_challenge": uitdaging,
        "code_challenge_method": "S256",
    }
    if bij.acr:
        vraag["acr_values"] = " ".join(bij.acr)
    adres = _gegevens(bij)["authorization_endpoint"]
    return f"{adres}{'&' if '?' in adres else '?'}{urlencode(vraag)}"


def verklaring(
    bij: Dienst, gang: Gang, antwoord: Mapping[str, str], *, terug: str, at: datetime
) -> tuple[dict[str, Any], str]:
    """Give the claims of whoever came back, and the id token they stand in. Raises DienstGeweigerd.

    The order matters: nothing is sent to the service before the answer is known to belong to our own question.
    """
    nu = int(at.timestamp())
    if not hmac.compare_digest(antwoord.get("state", "").encode(), gang.state.encode()):
        raise DienstGeweigerd("state")
    if not 0 <= nu - gang.begonnen <= GELDIG:
        raise DienstGeweigerd("te laat")
    if antwoord.get("iss", bij.uitgever) != bij.uitgever:
        raise DienstGeweigerd("andere uitgever")
    if "error" in antwoord or not antwoord.get("code"):
        raise DienstGeweigerd("geen code")
    gegevens = _gegevens(bij)
    token = _wissel_code(bij, gegevens, code=antwoord["code"], verifier=gang.verifier, terug=terug)
    id_token = token.get("id_token")
    if not isinstance(id_token, str):
        raise DienstGeweigerd("geen id-token")
    claims = _lees_token(id_token, _haal(gegevens["jwks_uri"], bij))
    _controleer(claims, bij, nonce=gang.nonce, nu=nu)
    return claims, id_token


def adres_uit(bij: Dienst, *, id_token: str, terug: str) -> str | None:
    """Give where the browser signs out of the service too, or none when the service cannot or does not answer."""
    try:
        adres = _gegevens(bij).get("end_session_endpoint")
    except DienstGeweigerd:
        return None
    if not adres:
        return None
    vraag = {"client_id": bij.client_id, "post_logout_redirect_uri": terug}
    if id_token:
        vraag["id_token_hint"] = id_token
    return f"{adres}{'&' if '?' in adres else '?'}{urlencode(vraag)}"


def rolwaarden(claims: Mapping[str, Any], claim: str) -> frozenset[str]:
    """Give the values of the claim that holds the roles; a dot leads into a claim within a claim."""
    waarde: Any = claims.get(claim)
    if waarde is None:
        waarde = claims
        for deel in claim.split("."):
            waarde = waarde.get(deel) if isinstance(waarde, dict) else None
    if isinstance(waarde, str):
        waarde = [waarde]
    return frozenset(deel for deel in waarde if isinstance(deel, str)) if isinstance(waarde, list) else frozenset()


# --- The protocol ---------------------------------------------------------------------------------------------------


def _controleer(claims: dict[str, Any], bij: Dienst, *, nonce: str, nu: int) -> None:
    """Check what OpenID Connect Core 3.1.3.7 asks of an id token. Raises DienstGeweigerd."""
    voor = claims.get("aud")
    voor = [voor] if isinstance(voor, str) else voor
    partij = claims.get("azp", bij.client_id if isinstance(voor, list) and len(voor) == 1 else None)
    eisen = {
        "uitgever": claims.get("iss") == bij.uitgever,
        "ontvanger": isinstance(voor, list) and bij.client_id in voor and partij == bij.client_id,
        "verlopen": _getal(claims, "exp") > nu - SPELING,
        "uit de toekomst": max(_getal(claims, "iat", nu + 2 * SPELING), _getal(claims, "nbf")) <= nu + SPELING,
        "nonce": hmac.compare_digest(str(claims.get("nonce", "")).encode(), nonce.encode()),
        "zonder kenmerk": isinstance(claims.get("sub"), str) and 0 < len(claims["sub"]) <= 255,
        "te licht aangemeld": not bij.acr or claims.get("acr") in bij.acr,
    }
    for reden, klopt in eisen.items():
        if not klopt:
            raise DienstGeweigerd(reden)


def _getal(claims: Mapping[str, Any], naam: str, anders: int = 0) -> float:
    waarde = claims.get(naam, anders)
    return waarde if isinstance(waarde, int | float) and not isinstance(waarde, bool) else anders


def _lees_token(id_token: str, sleutels: dict[str, Any]) -> dict[str, Any]:
    """Give the claims of a token that one of these keys signed."""
    # Here, because it takes time to load and only whoever comes back from the service needs it.
    from joserfc import jwt  # noqa: PLC0415
    from joserfc.errors import JoseError  # noqa: PLC0415
    from joserfc.jwk import KeySet  # noqa: PLC0415

    try:
        # Public keys only: a shared secret among them would let the token choose how it is checked.
        openbaar = [rij for rij in sleutels["keys"] if rij.get("kty") in {"RSA", "EC", "OKP"} and "d" not in rij]
        ring = KeySet.import_key_set({"keys": [rij for rij in openbaar if rij.get("use", "sig") == "sig"]})
        return dict(jwt.decode(id_token, ring, algorithms=list(ALGORITMEN)).claims)
    except (JoseError, ValueError, KeyError, TypeError, AttributeError) as fout:
        raise DienstGeweigerd("handtekening") from fout


def _wissel_code(bij: Dienst, gegevens: dict[str, Any], *, code: str, verifier: str, terug: str) -> dict[str, Any]:
    velden = {"grant_type": "authorization_code", "code": code, "redirect_uri": terug, "code_verifier": verifier}
    koppen = {"Content-Type": "application/x-www-form-urlencoded"}
    manieren = gegevens.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    if "client_secret_basic" in manieren:
        paar = f"{quote(bij.client_id, safe='')}:{quote(bij.geheim, safe='')}"
        koppen["Authorization"] = f"Basic {base64.b64encode(paar.encode()).decode()}"
    else:
        velden |= {"client_id": bij.client_id, "client_secret": bij.geheim}
    return _haal(gegevens["token_endpoint"], bij, data=urlencode(velden).encode(), koppen=koppen)


def _gegevens(bij: Dienst) -> dict[str, Any]:
    """Fetch what the service says of itself; asked anew each time, so that a changed key or address works at once."""
    gegevens = _haal(f"{bij.uitgever.rstrip('/')}/.well-known/openid-configuration", bij)
    adressen = [gegevens.get(naam) for naam in ("authorization_endpoint", "token_endpoint", "jwks_uri")]
    if gegevens.get("issuer") != bij.uitgever or not all(isinstance(adres, str) for adres in adressen):
        raise DienstGeweigerd("gegevens van de dienst")
    for adres in (*adressen, gegevens.get("end_session_endpoint") or bij.uitgever):
        _zelfde_veiligheid(str(adres), bij)
    return gegevens


def _zelfde_veiligheid(adres: str, bij: Dienst) -> None:
    """Follow the service nowhere that is less safe than its own address."""
    if urlsplit(adres).scheme not in {"https", urlsplit(bij.uitgever).scheme}:
        raise DienstGeweigerd("onveilig adres")


class _NietVerder(HTTPRedirectHandler):
    """A service that sends our secret on to another address is not followed."""

    def redirect_request(self, *_arguments: object, **_names: object) -> None:
        return None


def _haal(
    adres: str, bij: Dienst, *, data: bytes | None = None, koppen: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Fetch one JSON object. Raises DienstGeweigerd."""
    _zelfde_veiligheid(adres, bij)
    vraag = Request(adres, data=data, headers={"Accept": "application/json", **(koppen or {})})  # noqa: S310 - checked
    try:
        with _opener(adres).open(vraag, timeout=WACHTTIJD) as antwoord:
            gelezen = json.loads(antwoord.read(LANGSTE_ANTWOORD))
    except (URLError, OSError, ValueError) as fout:
        if isinstance(fout, HTTPError):
            fout.close()
        raise DienstGeweigerd("geen antwoord") from fout
    if not isinstance(gelezen, dict):
        raise DienstGeweigerd("geen antwoord")
    return gelezen


def _opener(adres: str) -> OpenerDirector:
    """Ask directly when the service is on this machine, else as the environment says."""
    eigen = [ProxyHandler({})] if urlsplit(adres).hostname in {"127.0.0.1", "localhost"} else []
    return build_opener(_NietVerder, *eigen)
