from __future__ import annotations

import locale
import sys

import pytest

from homework_check.cli.language import find_language, system_language, take_language
from homework_check.errors import UsageError


@pytest.mark.parametrize(
    ("environment", "system", "expected"),
    [
        ({}, None, "zh"),
        ({"HOMEWORK_CHECK_LANG": "en", "LC_ALL": "zh_CN"}, None, "en"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN"}, None, "en"),
        ({"LC_ALL": "C.UTF-8", "LANG": "en_US.UTF-8"}, None, "en"),
        ({"LANG": "zh_TW.Big5"}, None, "zh"),
        ({"LANG": "de_DE.UTF-8"}, None, "en"),
        ({"LANG": "POSIX"}, "Chinese (Simplified)_China", "zh"),
        ({"LANG": ""}, "en_US", "en"),
    ],
)
def test_find_language(environment: dict[str, str], system: str | None, expected: str) -> None:
    assert find_language(environment, system) == expected


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells the language of its windows")
def test_a_system_in_no_language_tells_nothing() -> None:
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        locale.setlocale(locale.LC_CTYPE, "C")
        assert system_language() is None
    finally:
        locale.setlocale(locale.LC_CTYPE, before)


@pytest.mark.parametrize(
    ("arguments", "rest", "wanted"),
    [
        ("check x.csv", "check x.csv", None),
        ("check --lang en x.csv", "check x.csv", "en"),
        ("check --lang=zh x.csv", "check x.csv", "zh"),
        ("--lang zh check --lang en", "check", "en"),  # the last one counts, as everywhere
        ("check -- --lang en", "check -- --lang en", None),  # files of that name
    ],
)
def test_take_language(arguments: str, rest: str, wanted: str | None) -> None:
    assert take_language(arguments.split()) == (rest.split(), wanted)


@pytest.mark.parametrize("arguments", ["check --lang", "--lang fr check", "check --lang="])
def test_a_language_that_is_not_spoken(arguments: str) -> None:
    with pytest.raises(UsageError, match="--lang"):
        take_language(arguments.split())
