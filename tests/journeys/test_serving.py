"""The server as many browsers at once meet it."""

from contextlib import ExitStack, closing
from http.client import HTTPConnection
from urllib.parse import urlsplit

BROWSERS = 60
CONNECTIONS_EACH = 6


def test_browsers_that_stay_open_keep_nobody_out(server):
    host = urlsplit(server).netloc
    with ExitStack() as open_tabs:
        for _ in range(BROWSERS * CONNECTIONS_EACH):
            connection = open_tabs.enter_context(closing(HTTPConnection(host, timeout=10)))
            connection.request("HEAD", "/inloggen/")
            assert connection.getresponse().status == 200
