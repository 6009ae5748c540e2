from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sample_reports import FIRST_SCHOOL, SAMPLES, TUESDAY, at, log, reading, report, school
from sample_reports import undecided as undecided_day
from small_logs import Row, judge, sheet, source

from homework_check.model import Severity, Verdict
from homework_check.reporters.parts import divide, worst_first

if TYPE_CHECKING:
    from homework_check.report import Finding, Report

UNIT = undecided_day(FIRST_SCHOOL, 3, "2", TUESDAY, "form", 80, [at("H12", "数学", 80)])


def of(*findings: Finding) -> Report:
    return report(
        [school(FIRST_SCHOOL, Verdict.UNDECIDED, (0, 0, 1), (0, 0, 0))], findings, [log()]
    )


@pytest.mark.parametrize(
    ("cell", "same_day", "about"),
    [
        ("H12", True, ["unit"]),
        ("F12", True, ["unit"]),
        ("F12", False, ["unit", "alike"]),
        ("F13", True, ["unit", "alike"]),
    ],
)
def test_a_reading_finding_in_the_rows_of_an_open_unit_is_its_reason(
    cell: str, same_day: bool, about: list[str]  # noqa: FBT001
) -> None:  # fmt: skip
    flaw = reading("unread-form", "", [at(cell)], FIRST_SCHOOL, value="班队")
    flaw = replace(flaw, date=TUESDAY if same_day else TUESDAY.replace(day=6))
    items = divide(of(UNIT, flaw)).open
    assert [item.about for item in items] == about
    assert bool(items[0].reasons) is ("alike" not in about)


def test_no_finding_gets_lost() -> None:
    for make in SAMPLES.values():
        made = make()
        parts = divide(made)
        shown = {id(f) for f in parts.todo}
        shown |= {id(f) for item in parts.open for f in (*item.findings, *item.reasons)}
        shown |= {id(f) for group in (*parts.reminders, *parts.data) for f in group}
        lost = [f.rule for f in made.findings if id(f) not in shown]
        assert set(lost) <= {"missing-field"}


def test_what_is_of_no_school_comes_last() -> None:
    stray = reading("unreadable-source", "damaged", [at("A1")], None, file="a.xlsx")
    unreported = replace(
        UNIT, rule="unreported-class-day", cause="unreported", severity=Severity.WARNING
    )
    items = divide(of(stray, unreported)).open
    assert [item.school for item in items] == [FIRST_SCHOOL, None]


def test_a_missing_column_is_told_once() -> None:
    (item,) = divide(SAMPLES["no-minutes"]()).open
    assert (item.about, item.field, len(item.findings)) == ("column", "minutes", 4)


def test_the_worst_school_comes_first() -> None:
    names = [result.school.name for result in worst_first(SAMPLES["district"]().schools)]
    assert names[:3] == ["第三小学", "第一小学", None]


def test_schools_that_are_alike_are_ordered_as_they_are_numbered() -> None:
    names = [f"第{n}小学" for n in (1, 2, 9, 10)]
    report = judge(source(sheet([Row(school=name) for name in reversed(names)])))
    assert [result.school.name for result in worst_first(report.schools)] == names
