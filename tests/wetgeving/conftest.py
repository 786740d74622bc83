"""The mark with which a test of the law names the article it covers; `docs/wetgeving.md` is made from it."""

import pytest
from hypothesis import settings

# A busy machine is not a wrong answer: no time limit per example.
settings.register_profile("eenplan", deadline=None)
settings.load_profile("eenplan")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "artikel(wet, nummer): this test covers that article of the law")
