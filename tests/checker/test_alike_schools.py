"""Schools whose names may be two ways to write one are told of, and counted as two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_logs import Row, judge, only, rules_told, sheet, source

from homework_check.expected import ExpectedSchool, Roster

if TYPE_CHECKING:
    from homework_check.workbook import Source


def log(school: str, folder: str = "") -> Source:
    own = source(sheet([Row(school=school)]), path=f"{school}.xlsx")
    return own._replace(folders=(folder,) if folder else ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (log("第一小学"), log("港北区第一小学")),
        (log("第一小学"), log("贵港市港北区第一小学")),
        (log("贵港市港北区第一小学"), log("第一小学", "港北区")),
        (log("第1小学"), log("第一小学")),
        (log("港北区第3中学"), log("第三中学")),
        (log("平南县实验学校"), log("实验学校")),
    ],
)
def test_names_that_may_be_of_one_school(one: Source, other: Source) -> None:
    for sources in ((one, other), (other, one)):
        report = judge(*sources)

        told = only(report, "context-mismatch")
        assert told.cause == "context-mismatch.schools"
        assert told.verdict is None
        assert {place.source for place in told.locations} == {one.path, other.path}
        assert len(report.schools) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (log("第一小学"), log("第二小学")),
        (log("第一小学"), log("第一中学")),
        (log("第一小学"), log("城关镇第一小学")),
        (log("港北区第一小学"), log("港南区第一小学")),
        (log("港北区第一小学"), log("第一小学", "港南区")),
        (log("第一小学", "港北区"), log("第一小学", "港南区")),
        (log("阳光社区小学"), log("小学")),
        (log("港北区小学"), log("港北区中心小学")),
    ],
)
def test_names_of_different_schools(one: Source, other: Source) -> None:
    assert "context-mismatch" not in rules_told(judge(one, other))


def test_a_roster_says_which_schools_there_are() -> None:
    names = ("第一小学", "港北区第一小学")
    roster = Roster("roster.csv", tuple(ExpectedSchool(None, name) for name in names))

    assert "context-mismatch" not in rules_told(judge(*map(log, names), roster=roster))


def test_each_name_is_told_of_once() -> None:
    report = judge(log("第一小学"), log("港北区第一小学"), log("第1小学"))

    told = [f for f in report.findings if f.rule == "context-mismatch"]
    assert [f.message.zh.count("第一小学") for f in told] == [4, 2]
