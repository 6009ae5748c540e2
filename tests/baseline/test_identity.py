"""What is fixed, left and new, told by what findings are about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

import pytest
from compared_reports import comparison_of, counts, reasons, since
from small_logs import PRIMARY, USUAL, Row, judge, pack_named, sheet, source, unreadable

from homework_check.baseline.identity import Names
from homework_check.expected import ExpectedSchool, Roster
from homework_check.model import School
from homework_check.rules.kinds import LimitRule
from homework_check.settings import Assumption, Period, Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.report import Report
    from homework_check.rules.pack import RulePack
    from homework_check.workbook import Source

FRIDAY = "2023-09-08"
WEEK = Settings(period=Period(date(2023, 9, 4), date(2023, 9, 8)))
NEXT_WEEK = Settings(period=Period(date(2023, 9, 11), date(2023, 9, 15)))
MARKED = (*USUAL, "marked")
WITHOUT_FORM = tuple(column for column in USUAL if column != "form")
BOTH = Roster("名册.xlsx", (ExpectedSchool(None, "第一小学"), ExpectedSchool(None, "第二小学")))
OVER, OTHER = Row(minutes=70), Row(cls="5班")


def log(*rows: Row, path: str = "log.xlsx", columns: Sequence[str] = USUAL) -> Source:
    return source(sheet(rows, columns=columns), path=path)


class Case(NamedTuple):
    """Sources then and now, and how many are new, left, fixed and not compared, with reasons."""

    then: Sequence[Source]
    now: Sequence[Source]
    counts: tuple[int, int, int, int]
    reasons: Sequence[str] = ()


CASES = {
    "nothing changed": Case([log(OVER)], [log(OVER)], (0, 1, 0, 0)),
    "fixed": Case([log(OVER)], [log(Row())], (0, 0, 1, 0)),
    "new": Case([log(Row())], [log(OVER)], (1, 0, 0, 0)),
    "another amount": Case([log(OVER)], [log(Row(minutes=65))], (0, 1, 0, 0)),
    "other rows": Case([log(OVER)], [log(OTHER, OTHER, OVER)], (0, 1, 0, 0)),
    "another file": Case([log(OVER)], [log(OVER, path="改.csv")], (0, 1, 0, 0)),
    "another folder": Case(
        [log(OVER, path="一/a.csv"), log(OTHER, path="一/b.csv")],
        [log(Row(), path="二/a.csv"), log(OTHER, path="二/b.csv")],
        (0, 0, 1, 0),
    ),
    "another subject": Case(
        [log(Row(grade="一年级"))], [log(Row(grade="一年级"), Row("数学", grade="一年级"))],
        (0, 1, 0, 0),
    ),
    "another day": Case(
        [log(OVER, Row(day=FRIDAY))], [log(Row(), Row(minutes=70, day=FRIDAY))], (1, 0, 1, 0)
    ),
    "another class": Case([log(OVER, OTHER)], [log(Row(), OTHER._replace(minutes=70))],
                          (1, 0, 1, 0)),
    "a class in other words": Case(
        [log(Row(minutes=70, cls="（2）班"))], [log(Row(minutes=70, cls="二班"))], (0, 1, 0, 0)
    ),
    "a school with blanks": Case(
        [log(OVER)], [log(Row(minutes=70, school="第一 小学"))], (0, 1, 0, 0)
    ),
    "another school": Case(
        [log(OVER)], [log(Row(minutes=70, school="第二小学"))], (1, 0, 0, 1), ["no-report"]
    ),
    "without a school": Case(
        [log(Row(school="", minutes=70), path="a.csv")],
        [log(Row(school="", minutes=70), path="b.csv")],
        (0, 1, 0, 0),
    ),
    "several without a school": Case(
        [log(Row(school="", minutes=70), path=f"{name}/{name}.csv") for name in "ab"],
        [log(Row(school="", minutes=70), path="c/a.csv"), log(Row(school=""), path="d/b.csv")],
        (0, 1, 1, 0),
    ),
    "an open one that is over": Case([log(Row(minutes=""))], [log(OVER)], (0, 1, 0, 0)),
    "one that is open": Case([log(OVER)], [log(Row(minutes=""))], (0, 1, 0, 0)),
    "what was blank is filled in": Case([log(Row(minutes=""))], [log(Row())], (0, 0, 1, 0)),
    "one blank of two": Case(
        [log(Row(minutes=""), Row("数学", minutes=""))], [log(Row(), Row("数学", minutes=""))],
        (0, 1, 0, 0),
    ),
    "a class that is not there": Case(
        [log(OVER, OTHER)], [log(OTHER)], (0, 0, 0, 1), ["no-report"]
    ),
    "a day that is not there": Case(
        [log(OVER, Row(day=FRIDAY))], [log(Row(day=FRIDAY))], (0, 0, 0, 1), ["no-report"]
    ),
    "a day that is left blank": Case(
        [log(OVER)], [log(Row(content="", minutes="", form=""))], (0, 1, 0, 0)
    ),
    "a day without homework": Case([log(OVER)], [log(Row(content="无", minutes=""))],
                                   (0, 0, 1, 0)),
    "a file that is not read": Case(
        [log(OVER, path="a.csv"), log(OTHER, path="b.csv")],
        [unreadable("a.csv"), log(Row(), OTHER, path="b.csv")],
        (1, 0, 0, 1), ["no-source"],
    ),
    "a file of one subject is not there": Case(
        [log(Row(minutes=40), path="语文.csv"), log(Row("数学", minutes=40), path="数学.csv")],
        [log(Row(minutes=40), path="语文.csv")],
        (0, 0, 0, 1), ["no-source"],
    ),
    "files put together": Case(
        [log(Row(minutes=40), path="语文.csv"), log(Row("数学", minutes=40), path="数学.csv")],
        [log(Row(minutes=30), Row("数学", minutes=30), path="全部.csv")],
        (0, 0, 1, 0),
    ),
    "a row that lost its date": Case(
        [log(Row(minutes=40), Row("数学", minutes=40))],
        [log(Row(minutes=40), Row("数学", minutes=40, day="某天"))],
        (1, 0, 0, 1), ["unread"],
    ),
    "a row of another grade that has no date": Case(
        [log(OVER, Row(grade="四年级"))], [log(Row(), Row(grade="四年级", day="某天"))],
        (1, 0, 1, 0),
    ),
    "a file that can be read now": Case(
        [unreadable("a.csv"), log(OTHER, path="b.csv")],
        [log(Row(), path="a.csv"), log(OTHER, path="b.csv")],
        (0, 0, 1, 0),
    ),
    "a file that was not read is not there": Case(
        [unreadable("a.csv"), log(OTHER, path="b.csv")], [log(OTHER, path="b.csv")],
        (0, 0, 0, 1), ["no-source"],
    ),
    "an unread file beside another": Case(
        [unreadable("a.csv"), log(OTHER, path="b.csv")],
        [unreadable("a.csv"), unreadable("c.csv"), log(OTHER, path="b.csv")],
        (1, 1, 0, 0),
    ),
    "marked now": Case(
        [log(Row(marked="否"), Row("数学", marked="是"), columns=MARKED)],
        [log(Row(marked="是"), Row("数学", marked="是"), columns=MARKED)],
        (0, 0, 1, 0),
    ),
    "other entries not marked": Case(
        [log(Row(marked="否"), Row("数学", marked="是"), columns=MARKED)],
        [log(Row(marked="是"), Row("数学", marked="否"), columns=MARKED)],
        (0, 1, 0, 0),
    ),
    "fewer entries are marked": Case(
        [log(Row(marked="否"), Row("数学", marked="是"), columns=MARKED)],
        [log(Row("数学", marked="是"), columns=MARKED)],
        (0, 0, 0, 1), ["no-report"],
    ),
    "the column is not there": Case(
        [log(Row(marked="否"), columns=MARKED)], [log(Row())], (0, 0, 0, 1), ["not-judged"]
    ),
    "a column that was missing": Case(
        [log(OVER, columns=WITHOUT_FORM)], [log(Row())], (0, 0, 2, 0)
    ),
    "a column that is missing": Case([log(Row())], [log(OVER, columns=WITHOUT_FORM)],
                                     (2, 0, 0, 0)),
    "no log now": Case([log(OVER)], [source(sheet([], columns=()))], (1, 0, 0, 1),
                       ["no-source"]),
    "no day in common": Case(
        [log(OVER)], [log(Row(day="2023-09-12", minutes=70))], (1, 0, 0, 1), ["outside-period"]
    ),
    "no day in common, not marked": Case(
        [log(Row(marked="否"), columns=MARKED)],
        [log(Row(marked="否", day="2023-09-12"), columns=MARKED)],
        (1, 0, 0, 1), ["outside-period"],
    ),
}  # fmt: skip


def compared(case: Case) -> Report:
    return since(judge(*case.then), judge(*case.now))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_findings_are_since_an_earlier_report(case: Case) -> None:
    report = compared(case)
    assert (counts(report), reasons(report)) == (case.counts, list(case.reasons))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_nothing_else_of_the_report_changes(case: Case) -> None:
    plain, report = judge(*case.now), compared(case)
    assert report.verdict == plain.verdict
    assert report.exit_code("warning") == plain.exit_code("warning")
    assert all(finding.change for finding in report.findings)
    assert [f.message for f in report.findings] == [f.message for f in plain.findings]


def test_what_an_item_was_is_known() -> None:
    (open_,) = since(judge(log(Row(minutes=75))), judge(log(OVER))).findings
    assert open_.change is not None
    assert (open_.change.state, open_.change.verdict, open_.change.measured) == (
        "left", "broken", 75,
    )  # fmt: skip


def test_schools_of_one_name_are_told_apart_by_their_counties() -> None:
    one, other, alone = School("港北区", "一小"), School("覃塘区", "一小"), School("港北区", "二小")
    both = Names([one, other, alone], [one])
    assert both.of(one) != both.of(other)
    assert both.of(alone) == both.of(School(None, "二 小"))
    each = Names([one], [other])
    assert each.of(one) == each.of(other)


def test_a_county_that_only_one_report_knows_is_no_matter() -> None:
    county = Settings(assumptions=(Assumption("county", "港北区"),))
    then, now = judge(log(OVER)), judge(log(OVER), settings=county)
    assert counts(since(then, now)) == counts(since(now, then)) == (0, 1, 0, 0)


def test_days_outside_the_period_are_not_compared() -> None:
    then = judge(log(OVER, Row(minutes=70, day="2023-09-12")))
    report = since(then, judge(log(Row(), Row(day="2023-09-12")), settings=WEEK))
    assert (len(comparison_of(report).fixed), reasons(report)) == (1, ["outside-period"])


def test_days_without_a_report_are_compared_one_by_one() -> None:
    then = judge(log(Row(), Row(day=FRIDAY)), settings=WEEK)
    now = judge(log(Row(), Row(day=FRIDAY), Row(day="2023-09-07")), settings=WEEK)
    assert counts(since(then, now)) == (0, 1, 0, 0)
    days = ["2023-09-04", "2023-09-06", "2023-09-07"]
    filled = judge(log(Row(), Row(day=FRIDAY), *(Row(day=day) for day in days)), settings=WEEK)
    assert counts(since(then, filled)) == (0, 0, 1, 0)
    assert reasons(since(then, judge(log(Row(), Row(day=FRIDAY))))) == ["no-report"]


def of_unit(unit: Literal["subject-day", "class-week"]) -> RulePack:
    rule = next(rule for rule in pack_named().rules if rule.id == PRIMARY)
    assert isinstance(rule, LimitRule)
    return replace(pack_named(), rules=(replace(rule, unit=unit, at_most=40),))


@pytest.mark.parametrize("unit", ["subject-day", "class-week"])
def test_rules_of_other_units_are_compared(unit: Literal["subject-day", "class-week"]) -> None:
    pack = of_unit(unit)
    then = judge(log(Row(minutes=50), Row(cls="5班", minutes=50)), pack=pack)
    nothing, less, elsewhere = (
        judge(log(row, Row(cls="5班", minutes=50)), pack=pack)
        for row in (Row(minutes=50), Row(minutes=30), Row(minutes=30, day=FRIDAY))
    )
    assert counts(since(then, nothing)) == (0, 2, 0, 0)
    assert counts(since(then, less)) == (0, 1, 1, 0)
    assert reasons(since(then, elsewhere)) == ["no-report"]


def test_weeks_are_told_apart() -> None:
    pack = of_unit("class-week")
    both = [Row(minutes=50), Row(minutes=50, day="2023-09-12")]
    then, now = (judge(log(*rows), pack=pack) for rows in (both, [both[0], Row(day="2023-09-12")]))
    assert counts(since(then, now)) == (0, 1, 1, 0)


def test_a_school_that_had_sent_nothing_has_sent_something() -> None:
    then = judge(log(Row()), roster=BOTH)
    now = judge(log(Row(), Row(school="第二小学")), roster=BOTH)
    assert counts(since(then, then)) == (0, 1, 0, 0)
    assert counts(since(then, now)) == (0, 0, 1, 0)


def test_an_unreadable_file_of_a_school_is_replaced_by_another() -> None:
    then = judge(log(Row()), unreadable("第二小学.pdf"), roster=BOTH)
    now = judge(log(Row()), log(Row(school="第二小学"), path="第二小学.xlsx"), roster=BOTH)
    assert counts(since(then, now)) == (0, 0, 1, 0)


def test_assumptions_that_differ_are_told() -> None:
    written = Settings(assumptions=(Assumption("form", "written"),))
    then = judge(log(OVER, columns=WITHOUT_FORM))
    now = judge(log(OVER, columns=WITHOUT_FORM), settings=written)
    assert comparison_of(since(then, now)).assumed == ((), ("form=written",))
    assert comparison_of(since(now, then)).assumed == (("form=written",), ())


def test_days_that_are_all_others_are_told() -> None:
    then, now = judge(log(OVER), settings=WEEK), judge(log(Row()), settings=NEXT_WEEK)
    assert comparison_of(since(then, now)).apart == (date(2023, 9, 4), date(2023, 9, 8))
    assert comparison_of(since(then, then)).apart is None
