"""Passkeys (WebAuthn) by way of the fido2 library: the question for the browser, and whether its answer is right."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.conf import settings
from fido2.server import Fido2Server
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

LANGSTE_ANTWOORD: Final = 20_000
Vraag = tuple[dict[str, Any], dict[str, Any]]  # the question for the browser, and what judges its answer


class PasskeyGeweigerd(Exception):  # noqa: N818 - a refusal, not a fault of the program
    """The answer of a browser does not fit our question."""


def vraag_om_nieuwe(*, host: str, pk: int, gebruikersnaam: str, bekend: Iterable[bytes]) -> Vraag:
    """Ask a device to make a key for this worker, other than the ones it has."""
    wie = PublicKeyCredentialUserEntity(id=str(pk).encode(), name=gebruikersnaam, display_name=gebruikersnaam)
    vraag, onthoud = _server(host).register_begin(
        wie,
        credentials=[AttestedCredentialData(publiek) for publiek in bekend],
        resident_key_requirement=ResidentKeyRequirement.DISCOURAGED,
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    return _kaal(vraag), onthoud


def nieuwe(antwoord: str, *, host: str, onthoud: dict[str, Any]) -> tuple[str, bytes, int]:
    """Give the name, public half and counter of the key that was made. Raises PasskeyGeweigerd."""
    try:
        gemaakt = _server(host).register_complete(onthoud, _lees(antwoord))
    except Exception as fout:
        raise PasskeyGeweigerd from fout
    if gemaakt.credential_data is None:
        raise PasskeyGeweigerd
    return websafe_encode(gemaakt.credential_data.credential_id), bytes(gemaakt.credential_data), gemaakt.counter


def vraag_om_bewijs(*, host: str, bekend: Iterable[bytes]) -> Vraag:
    """Ask one of these keys to sign."""
    sleutels = [AttestedCredentialData(publiek) for publiek in bekend]
    vraag, onthoud = _server(host).authenticate_begin(sleutels, user_verification=UserVerificationRequirement.PREFERRED)
    return _kaal(vraag), onthoud


def bewezen(antwoord: str, *, host: str, onthoud: dict[str, Any], bekend: Iterable[bytes]) -> tuple[str, int]:
    """Give the name and the counter of the key that signed our question. Raises PasskeyGeweigerd."""
    try:
        ruw = _lees(antwoord)
        sleutel = _server(host).authenticate_complete(onthoud, [AttestedCredentialData(p) for p in bekend], ruw)
        teller = AuthenticationResponse.from_dict(ruw).response.authenticator_data.counter
    except Exception as fout:
        raise PasskeyGeweigerd from fout
    return websafe_encode(sleutel.credential_id), teller


def _kaal(vraag: Mapping[str, Any]) -> dict[str, Any]:
    """Give the question in plain lists and texts, as a page can hold it."""
    gelezen: dict[str, Any] = json.loads(json.dumps(dict(vraag)["publicKey"], default=dict))
    return gelezen


def _lees(antwoord: str) -> dict[str, Any]:
    if len(antwoord) > LANGSTE_ANTWOORD:
        raise ValueError
    gelezen: dict[str, Any] = json.loads(antwoord)
    return gelezen


def _server(host: str) -> Fido2Server:
    """Stand for this address only: a key made here works nowhere else, and a key made elsewhere not here."""
    naam = host.partition(":")[0]
    return Fido2Server(PublicKeyCredentialRpEntity(id=naam, name=f"Eenplan {settings.GEMEENTE}"))
