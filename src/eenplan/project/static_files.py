"""What goes along with every file of ours: style, script, letters and pictures."""

from collections.abc import MutableMapping


def static_headers(headers: MutableMapping[str, str], _path: str, _url: str) -> None:
    """Let a file of ours be used by our own pages only, and run nothing when somebody opens it by itself."""
    headers["Content-Security-Policy"] = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
