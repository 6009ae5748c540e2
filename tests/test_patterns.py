"""Patterns that are compiled late are the same as those compiled at once."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import homework_check
from homework_check.patterns import late_pattern


def test_a_late_pattern_does_what_a_pattern_does() -> None:
    late = late_pattern(r"(?P<day>\d+)日", re.ASCII)

    assert late.pattern == r"(?P<day>\d+)日"
    assert late.sub(r"\g<day>", "4日") == "4"
    assert [match["day"] for match in late.finditer("4日、5日")] == ["4", "5"]
    assert (late.flags, late.groupindex) == (re.ASCII, {"day": 1})


def test_a_wrong_one_is_told_at_its_first_use() -> None:
    wrong = late_pattern("(")

    with pytest.raises(re.error, match="unterminated"):
        wrong.search("")


def test_every_late_pattern_of_the_program_can_be_compiled() -> None:
    late = [
        value
        for module in walk_packages(homework_check.__path__, "homework_check.")
        if not module.name.endswith("__main__")
        for value in vars(import_module(module.name)).values()
        if type(value) is type(late_pattern(""))
    ]

    assert len(late) > 100
    assert all(re.compile(value.pattern) for value in late)
