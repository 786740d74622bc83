"""The sign-on service of the municipality (OpenID Connect), as the environment describes it."""

from typing import Any
from urllib.parse import urlsplit

from eenplan.project.environment import InstellingOntbreekt, flag, names, required, text


def oidc_settings(*, production: bool) -> dict[str, Any] | None:
    """Return what the room `aanmelden` needs to know of the service, or nothing when no issuer is named."""
    issuer = text("EENPLAN_OIDC_ISSUER")
    if not issuer:
        return None
    if production and urlsplit(issuer).scheme != "https":
        raise InstellingOntbreekt("EENPLAN_OIDC_ISSUER begint niet met https: zo'n aanmelddienst is niet veilig.")
    return {
        "uitgever": issuer,
        "client_id": required("EENPLAN_OIDC_CLIENT_ID"),
        "geheim": required("EENPLAN_OIDC_CLIENT_SECRET"),
        "naam": text("EENPLAN_OIDC_LABEL", "de gemeente"),
        "rollen_claim": text("EENPLAN_OIDC_ROLES_CLAIM", "roles"),
        "naam_claim": text("EENPLAN_OIDC_NAME_CLAIM", "preferred_username"),
        "onbekende_maken": flag("EENPLAN_OIDC_CREATE_UNKNOWN"),
        "acr": tuple(names("EENPLAN_OIDC_ACR")),
    }
