"""A worker gets ready while the program does, where sources are likely to be read."""

from __future__ import annotations

import multiprocessing

import pytest

from homework_check.cli.ahead import crew


@pytest.mark.parametrize(
    ("words", "is_started"),
    [
        ("check logs", True),
        ("--lang en inspect -", True),
        ("check --help", False),
        ("inspect -h", False),
        ("--version", False),
        ("rules show R1", False),
        ("", False),
    ],
)
def test_a_worker_is_started_for_commands_that_read(words: str, *, is_started: bool) -> None:
    before = len(multiprocessing.active_children())
    with crew(words.split()) as found:
        assert (found is not None) == is_started
        assert len(multiprocessing.active_children()) == before + is_started
    assert len(multiprocessing.active_children()) == before
