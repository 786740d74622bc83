"""The sign-on service of the municipality (OpenID Connect), as the environment describes it."""

from typing import Any
from urllib.parse import urlsplit

from eenplan.project.environment import InstellingOntbreekt, flag, names, required, text

PREFIX = "EENPLAN_OIDC_"


def oidc_settings(*, production: bool) -> dict[str, Any] | None:
    """Return what the room `aanmelden` needs to know of the service, or nothing when no issuer is named."""
    issuer = text(f"{PREFIX}ISSUER")
    if not issuer:
        return None
    if production and urlsplit(issuer).scheme != "https":
        raise InstellingOntbreekt(f"{PREFIX}ISSUER begint niet met https: zo'n aanmelddienst is niet veilig.")
    return {
        "uitgever": issuer,
        "client_id": required(f"{PREFIX}CLIENT_ID"),
        "geheim": required(f"{PREFIX}CLIENT_SECRET"),
        "naam": text(f"{PREFIX}LABEL", "de gemeente"),
        "rollen_claim": text(f"{PREFIX}ROLES_CLAIM", "roles"),
        "naam_claim": text(f"{PREFIX}NAME_CLAIM", "preferred_username"),
        "onbekende_maken": flag(f"{PREFIX}CREATE_UNKNOWN"),
        "acr": tuple(names(f"{PREFIX}ACR")),
    }
