"""A worker gets ready while the program does, where sources are likely to be read."""

from __future__ import annotations

import multiprocessing

import pytest

from homework_check.cli.ahead import crew
from homework_check.one_source import cores


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


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("check logs -j 2", 2),
        ("check -j2 logs", 2),
        ("--jobs=2 check", 2),
        ("check --jobs 1 logs", 1),
        ("check logs -j 0", cores()),
        ("check logs -j 99", cores()),
        ("check logs -j", 1),
        ("check 2-j 2班", 1),
        ("check logs --jobs many", 1),
    ],
)
def test_as_many_are_started_as_the_words_ask_for(words: str, asked: int) -> None:
    before = len(multiprocessing.active_children())
    with crew(words.split()):
        assert len(multiprocessing.active_children()) - before == min(asked, cores(), 4)
