"""The front door of several municipalities: every request goes, by its host name alone, to that municipality's process.

It reads nothing, keeps nothing and holds no key. An address that belongs to nobody is told so and goes nowhere.
"""

import json
import os
import socket
from collections.abc import Callable, Iterable, Iterator
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Any
from urllib.parse import quote

StartResponse = Callable[[str, list[tuple[str, str]]], object]

TABLE = "EENPLAN_FRONT_DOOR"  # host name → socket, as JSON; the web server's workers read it when they begin
BLOCK = 64 * 1024
LARGEST_BODY = 12 * 1024 * 1024  # as every municipality behind it; more is not taken into memory here either
# Headers that are about one connection, and those with which a visitor could claim to come from somewhere else.
_OF_A_CONNECTION = {"connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade"}
_CLAIMS = {"forwarded", "x-forwarded-host", "x-forwarded-port", "x-forwarded-server"}


class SocketConnection(HTTPConnection):
    """HTTP over the socket of one municipality."""

    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=60)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


def host_of(environ: dict[str, Any]) -> str:
    """Return the host name that was asked for: without its port, in small letters."""
    return str(environ.get("HTTP_HOST", "")).rsplit(":", 1)[0].rstrip(".").lower()


def application(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
    """Pass one request on (PEP 3333), or answer that nobody lives here."""
    path = json.loads(os.environ[TABLE]).get(host_of(environ))
    if path is None:
        return _plain(start_response, "421 Misdirected Request", "Onder dit webadres is geen gemeente te vinden.")
    if _length(environ) > LARGEST_BODY:
        return _plain(
            start_response, "413 Content Too Large", "Dit is groter dan 12 MB. Maak het kleiner of splits het."
        )
    try:
        connection = SocketConnection(path)
        connection.request(
            environ["REQUEST_METHOD"], _target(environ), body=_body(environ), headers=dict(_headers(environ))
        )
        answer = connection.getresponse()
    except (OSError, HTTPException):
        return _plain(start_response, "502 Bad Gateway", "Deze gemeente is even niet bereikbaar. Probeer het zo weer.")
    start_response(f"{answer.status} {answer.reason}", _kept(answer.getheaders()))
    return _stream(connection, answer)


def _target(environ: dict[str, Any]) -> str:
    path = quote(environ.get("PATH_INFO", "/").encode("latin-1"), safe="/:@!$&'()*+,;=~-._") or "/"
    return f"{path}?{environ['QUERY_STRING']}" if environ.get("QUERY_STRING") else path


def _body(environ: dict[str, Any]) -> bytes | None:
    length = _length(environ)
    return environ["wsgi.input"].read(length) if length else None


def _length(environ: dict[str, Any]) -> int:
    length = str(environ.get("CONTENT_LENGTH") or "0")
    return int(length) if length.isdecimal() else 0


def _headers(environ: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in environ.items():
        header = name.removeprefix("HTTP_").replace("_", "-").lower()
        if name.startswith("HTTP_") and header not in _OF_A_CONNECTION | _CLAIMS:
            yield header, value
    if environ.get("CONTENT_TYPE"):
        yield "content-type", environ["CONTENT_TYPE"]


def _kept(headers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in headers if name.lower() not in _OF_A_CONNECTION]


def _stream(connection: HTTPConnection, answer: HTTPResponse) -> Iterator[bytes]:
    try:
        while block := answer.read(BLOCK):
            yield block
    finally:
        connection.close()


def _plain(start_response: StartResponse, status: str, sentence: str) -> list[bytes]:
    body = sentence.encode()
    headers = {
        "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    }
    about = {"Content-Type": "text/plain; charset=utf-8", "Content-Length": str(len(body))}
    start_response(status, [*about.items(), *headers.items()])
    return [body]
