"""What all tests share."""

from __future__ import annotations

import gc
import signal

import pytest
from hypothesis import settings

# A shell that starts pytest in the background lets it ignore interrupts, and all it starts, too.
signal.signal(signal.SIGINT, signal.default_int_handler)

# How long an example takes tells of the machine: the first sheet of all also loads the words.
settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-expected",
        action="store_true",
        help="write expected and golden reports anew; read every difference afterwards",
    )
    parser.addoption(
        "--processes",
        action="store_true",
        help="run every command line of tests/cli as a process, which takes minutes longer",
    )


@pytest.fixture(scope="module", autouse=True)
def _no_garbage_among_what_stays() -> None:
    """Let garbage be looked for only among what the tests of a module make.

    What was there before stays to the end: the tests of all others, and what they remember.
    The program looks for garbage after every marked copy, and that took longer than the copy.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture
def update_expected(request: pytest.FixtureRequest) -> bool:
    """Whether expected and golden files are to be written anew."""
    return bool(request.config.getoption("--update-expected"))
