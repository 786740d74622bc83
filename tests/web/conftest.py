"""Every test here lives on the working Monday on which the stories start."""

from collections.abc import Iterator

import pytest

from eenplan.core import klok
from personas import MAANDAG


@pytest.fixture(autouse=True)
def _maandag() -> Iterator[None]:
    with klok.reis_naar(MAANDAG.date()):
        yield
