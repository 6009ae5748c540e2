"""Limits as other places may write them: every way to select, count and gather entries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest
from small_logs import PRIMARY, USUAL, Row, judge, pack_named, sheet, source

from homework_check.model import Form, Place, Verdict
from homework_check.rules.base import Select
from homework_check.rules.kinds import LimitRule

if TYPE_CHECKING:
    from homework_check.report import Finding
    from homework_check.rules.pack import RulePack

SELECTS = {
    "any": Select(),
    "form": Select(form=(Form.WRITTEN,)),
    "place": Select(place=(Place.HOME,)),
    "choice": Select(choice=("required",)),
    "all three": Select((Form.WRITTEN,), (Place.HOME,), ("required",)),
}
WAYS = [
    way
    for way in product(
        ("class-day", "subject-day", "class-week"), ("entries", "minutes", "days"), SELECTS
    )
    if way[1] != "days" or way[0] == "class-week"
]
UNCLEAR = [
    Row("语文", "", form="", place="", content="第1题", day="2023-09-05"),
    Row("数学", 30, form="", place="", content="第2题", day="2023-09-06"),
]


def pack_with(unit: str, counted: str, select: Select, at_most: float) -> RulePack:
    pack = pack_named()
    rule = next(rule for rule in pack.rules if rule.id == PRIMARY)
    assert isinstance(rule, LimitRule)
    changed = {"unit": unit, "counted": counted, "select": select, "at_most": at_most}
    return replace(pack, rules=(replace(rule, **changed),))  # type: ignore[arg-type]


def found(unit: str, counted: str, select: str, at_most: float) -> list[Finding]:
    pack = pack_with(unit, counted, SELECTS[select], at_most)
    report = judge(source(sheet(UNCLEAR, columns=USUAL)), pack=pack)
    return [finding for finding in report.findings if finding.rule == PRIMARY]


@pytest.mark.parametrize(("unit", "counted", "select"), WAYS)
def test_every_open_unit_says_why(unit: str, counted: str, select: str) -> None:
    told = found(unit, counted, select, 0.5)
    assert told
    for finding in told:
        for text in (finding.message, finding.hint):
            assert text.zh
            assert text.en
            assert "{" not in text.zh + text.en


@pytest.mark.parametrize("counted", ["entries", "minutes"])
def test_what_may_be_optional_is_open(counted: str) -> None:
    *_, last = found("class-day", counted, "choice", 0.5)
    assert last.verdict is Verdict.UNDECIDED
    assert "必做" in last.message.zh + last.hint.zh


def test_a_week_is_named_as_one() -> None:
    (finding,) = found("class-week", "days", "any", 0.5)
    assert finding.verdict is Verdict.BROKEN
    assert "9月4日这一周" in finding.message.zh
    assert "week of 4 Sep" in finding.message.en
    assert (finding.date, finding.dates) == (None, (date(2023, 9, 5), date(2023, 9, 6)))
