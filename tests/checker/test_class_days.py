"""What belongs to a class-day: classes, whole grades, school systems, days, periods."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from small_logs import (
    JUNIOR,
    PRIMARY,
    USUAL,
    Row,
    judge,
    judge_rows,
    only,
    pack_named,
    rules_told,
    sheet,
    source,
    verdicts,
)

from homework_check.model import Severity, Verdict
from homework_check.settings import Period, SchoolSystem, Settings

if TYPE_CHECKING:
    from homework_check.workbook import Source

KEPT, BROKEN, UNDECIDED = Verdict.KEPT, Verdict.BROKEN, Verdict.UNDECIDED
SPLIT = (Row("语文", 40), Row("数学", 30))


@pytest.mark.parametrize(
    "sources",
    [
        pytest.param([source(sheet(SPLIT))], id="one sheet"),
        pytest.param([source(sheet(SPLIT[:1], name="语文"), sheet(SPLIT[1:], name="数学"))],
                     id="two sheets"),
        pytest.param([source(sheet(SPLIT[:1]), path="a.xlsx"),
                      source(sheet(SPLIT[1:]), path="b.xlsx")], id="two sources"),
    ],
)  # fmt: skip
def test_a_class_day_is_summed_over_sheets_and_sources(sources: list[Source]) -> None:
    report = judge(*sources)
    assert verdicts(report, PRIMARY) == {BROKEN: 1}
    assert only(report, PRIMARY).measured == 70


def test_two_schools_are_never_added_up() -> None:
    report = judge_rows(Row("语文", 40), Row("数学", 30, school="第二小学"))
    assert verdicts(report, PRIMARY) == {KEPT: 2}


@pytest.mark.parametrize(
    ("classes", "named"),
    [
        (["1班", "2班", "全年级"], {"1": 70, "2": 70}),
        (["1班", "2班", "各班"], {"1": 70, "2": 70}),
        (["1班", "2班", "1-2班"], {"1": 70, "2": 70}),
        (["1班", "2班", "1、2班"], {"1": 70, "2": 70}),
        (["全年级", "全体", "各班"], {None: 110}),
    ],
)
def test_entries_of_a_whole_grade_count_for_each_class(
    classes: list[str], named: dict[str | None, int]
) -> None:
    homework = zip(("语文", "数学", "英语"), (40, 40, 30), classes, strict=True)
    report = judge_rows(*(Row(subject, m, cls=name) for subject, m, name in homework))
    assert {f.class_name: f.measured for f in report.findings if f.rule == PRIMARY} == named


def test_without_a_class_column_the_grade_is_one_class() -> None:
    report = judge_rows(*SPLIT, columns=[c for c in USUAL if c != "cls"])
    assert only(report, PRIMARY).class_name is None


@pytest.mark.parametrize(
    ("grade", "system", "rule"),
    [
        ("六年级", SchoolSystem.SIX_THREE, PRIMARY),
        ("六年级", SchoolSystem.FIVE_FOUR, JUNIOR),
        ("六年级", SchoolSystem.FIVE_FOUR_PREPARATORY, JUNIOR),
        ("初一", SchoolSystem.FIVE_FOUR, JUNIOR),
        ("五年级", SchoolSystem.FIVE_FOUR, PRIMARY),
    ],
)
def test_the_school_system_says_which_limit_holds(
    grade: str, system: SchoolSystem, rule: str
) -> None:
    log = source(sheet([Row("语文", 80, grade=grade)]))
    report = judge(log, settings=Settings(school_system=system))
    assert verdicts(report, rule) == {KEPT if rule == JUNIOR else BROKEN: 1}
    assert len(report.tallies) == 1


def test_senior_grades_have_no_limit_and_are_counted() -> None:
    report = judge_rows(Row(), Row("语文", 200, grade="高一"))
    assert report.basis.senior_entries == 1
    assert verdicts(report, PRIMARY) == {KEPT: 1}
    assert report.verdict is KEPT


@pytest.mark.parametrize(
    ("day", "content", "minutes", "verdict"),
    [
        pytest.param("2023-09-09", "练习", 80, None, id="Saturday"),
        pytest.param("2023-10-02", "练习", 80, None, id="public holiday"),
        pytest.param("2026-10-10", "练习", 80, BROKEN, id="makeup Saturday"),
        pytest.param("2027-10-04", "练习", 80, BROKEN, id="Monday of a year without a calendar"),
        pytest.param("2027-10-09", "练习", 80, None, id="Saturday of a year without a calendar"),
        pytest.param("2023-07-09", "练习", 20, None, id="Sunday, 9 July"),
        pytest.param("2023-07-10", "练习", 20, UNDECIDED, id="10 July"),
        pytest.param("2023-08-31", "练习", 80, UNDECIDED, id="31 August, over"),
        pytest.param("2023-09-01", "练习", 20, KEPT, id="1 September"),
        pytest.param("2023-09-08", "周末作业：练习", 60, KEPT, id="weekend work within a day's"),
        pytest.param("2023-09-08", "周末作业：练习", 61, UNDECIDED, id="weekend work over it"),
        pytest.param("2023-09-07", "周末作业：练习", 61, BROKEN, id="not before days off"),
        pytest.param("2023-09-28", "国庆作业", 300, UNDECIDED, id="before the holiday"),
        pytest.param("2023-09-08", "练习", 61, BROKEN, id="an ordinary Friday"),
    ],
)
def test_school_days(day: str, content: str, minutes: int, verdict: Verdict | None) -> None:
    report = judge_rows(Row("语文", minutes, day=day, content=content))
    assert verdicts(report, PRIMARY) == {verdict: 1}


def test_work_for_the_weekend_beside_too_much_for_friday_is_broken() -> None:
    friday = Row("数学", 61, day="2023-09-08")
    report = judge_rows(friday, friday._replace(subject="语文", content="周末：日记"))
    assert (only(report, PRIMARY).measured, only(report, PRIMARY).greatest) == (61, 122)


def test_vacations_are_not_judged() -> None:
    report = judge_rows(Row("语文", 90, day="2023-07-12"), title="2023年暑假作业登记表")
    assert verdicts(report, PRIMARY) == {None: 1}
    assert report.verdict is UNDECIDED


def test_what_is_special_about_the_days_is_told() -> None:
    report = judge_rows(Row(day="2026-10-10"), Row(day="2027-10-04"))
    assert report.basis.makeup_days == (date(2026, 10, 10),)
    assert report.basis.unknown_years == (2027,)


def test_entries_outside_the_period_are_not_judged() -> None:
    log = source(sheet([Row(), Row("语文", 90, day="2023-09-12")]))
    settings = Settings(period=Period.week_of(date(2023, 9, 6)))
    report = judge(log, settings=settings)
    assert verdicts(report, PRIMARY) == {KEPT: 1}
    finding = only(report, "outside-period")
    assert (finding.severity, finding.verdict, finding.count) == (Severity.INFO, None, 1)
    assert [at.cell for at in finding.locations] == ["I3"]
    assert report.basis.period == settings.period


def test_of_many_entries_outside_the_period_the_first_of_each_day_is_told() -> None:
    days = [f"2023-09-{day}" for day in (12, 13) for _ in range(30)]
    log = source(sheet([Row(), *(Row(day=day) for day in days)]))
    finding = only(judge(log, settings=Settings(period=Period.week_of(date(2023, 9, 6)))),
                   "outside-period")  # fmt: skip
    assert (finding.count, finding.dates) == (60, (date(2023, 9, 12), date(2023, 9, 13)))
    assert [at.cell for at in finding.locations] == ["I3", "I33"]
    assert "I3:I62" in finding.message.zh


@pytest.mark.parametrize(
    ("day", "counted"), [("2021-07-23", False), ("2023-09-05", True), ("2023-09-06", False)]
)
def test_entries_outside_the_packs_dates_are_not_judged(day: str, counted: bool) -> None:  # noqa: FBT001  a column of the table
    pack = replace(pack_named(), valid_to=date(2023, 9, 5))
    report = judge(source(sheet([Row(day=day)])), pack=pack)
    assert report.verdict is (KEPT if counted else UNDECIDED)
    told = [[at.cell for at in f.locations] for f in report.findings if f.rule == "outside-period"]
    assert told == ([] if counted else [["I2"]])


HOMELESS = {
    "unread-grade": Row("语文", 90, grade="大班"),
    "unread-class": Row("语文", 90, cls="??"),
    "unread-date": Row("语文", 90, day="昨天"),
}


@pytest.mark.parametrize("rule", HOMELESS)
@pytest.mark.parametrize("blank", [False, True])
def test_an_entry_of_no_class_day_blocks(rule: str, blank: bool) -> None:  # noqa: FBT001  both ways
    row = HOMELESS[rule]
    if blank:
        row = row._replace(**{{"unread-class": "cls", "unread-date": "day"}.get(rule, "grade"): ""})
        row = row._replace(school="第二小学")
    report = judge_rows(row, Row("数学")) if blank else judge_rows(Row("数学"), row)
    finding = only(report, rule)
    assert (finding.severity, finding.verdict) == (Severity.WARNING, UNDECIDED)
    assert report.verdict is UNDECIDED
    assert verdicts(report, PRIMARY) == {KEPT: 1}


@pytest.mark.parametrize("field", ["grade", "day"])
def test_a_table_without_grade_or_date_blocks_once(field: str) -> None:
    report = judge_rows(*SPLIT, columns=[c for c in USUAL if c != field])
    assert rules_told(report) == ["missing-field"]
    assert report.findings[0].count == 2
    assert report.verdict is UNDECIDED


SCHOOLLESS = [column for column in USUAL if column != "school"]


@pytest.mark.parametrize(
    ("paths", "amounts", "expected"),
    [
        pytest.param(("f/a.xlsx", "f/b.xlsx"), (40, 30), {UNDECIDED: 2}, id="one folder"),
        pytest.param(("f/a.xlsx", "g/b.xlsx"), (40, 30), {KEPT: 2}, id="two folders"),
        pytest.param(("f/a.xlsx", "f/b.xlsx"), (70, 30), {BROKEN: 1, UNDECIDED: 1}, id="one over"),
    ],
)
def test_sources_that_name_no_school(
    paths: tuple[str, str], amounts: tuple[int, int], expected: dict[Verdict, int]
) -> None:
    logs = [
        source(sheet([Row("语文", m)], columns=SCHOOLLESS), path=path)
        for path, m in zip(paths, amounts, strict=True)
    ]
    report = judge(*logs)
    assert verdicts(report, PRIMARY) == expected
    assert [s.school.source for s in report.schools] == list(paths)
    assert {f.cause for f in report.findings if f.verdict is UNDECIDED} <= {"unnamed"}
