"""Verdicts of classes, schools and the whole; exit codes, coverage, order, assumptions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from small_logs import (
    HEADERS,
    PRIMARY,
    USUAL,
    Row,
    judge,
    judge_rows,
    only,
    rules_told,
    sheet,
    source,
    unreadable,
    verdicts,
)

from homework_check.model import Severity, Verdict
from homework_check.report import DayResult
from homework_check.settings import Assumption, Period, Settings
from homework_check.workbook import Sheet

if TYPE_CHECKING:
    from homework_check.workbook import CellValue, Source

KEPT, BROKEN, UNDECIDED = Verdict.KEPT, Verdict.BROKEN, Verdict.UNDECIDED
GOOD, OVER, OPEN = Row(minutes=20), Row(minutes=70), Row(minutes="")


def log(*rows: Row, path: str = "log.xlsx") -> Source:
    return source(sheet(rows), path=path)


def test_what_a_table_lacks_is_told_of_its_own_school() -> None:
    one, other = (
        sheet([GOOD._replace(school=school, subject=subject)]).rows
        for school, subject in (("第一小学", "语文"), ("第二小学", "围棋"))
    )
    both = Sheet("作业登记", [*one, [""] * len(one[0]), *other])
    told = only(judge(source(both)), "unknown-subject")
    assert told.school is not None
    assert told.school.name == "第二小学"


def test_classes_stand_as_people_count_them() -> None:
    names = ("火箭班", "10班", "2班", "1班")
    report = judge_rows(*(GOOD._replace(cls=name) for name in names))
    assert [result.key.name for result in report.schools[0].classes] == ["1", "2", "10", "火箭班"]


@pytest.mark.parametrize(
    ("sources", "verdict", "code"),
    [
        pytest.param([log(GOOD)], KEPT, 0, id="all kept"),
        pytest.param([log(GOOD, OVER._replace(cls="1班"))], BROKEN, 1, id="one over"),
        pytest.param([log(GOOD, OPEN._replace(cls="1班"))], UNDECIDED, 3, id="one open"),
        pytest.param([log(OVER, OPEN._replace(cls="1班"))], BROKEN, 1, id="over before open"),
        pytest.param([log(GOOD), unreadable()], UNDECIDED, 3, id="unreadable beside good"),
        pytest.param([log(OVER), unreadable()], BROKEN, 1, id="unreadable beside broken"),
        pytest.param([unreadable()], UNDECIDED, 3, id="nothing readable"),
        pytest.param([log()], UNDECIDED, 3, id="not filled in"),
        pytest.param([log(GOOD._replace(day="2023-09-09"))], UNDECIDED, 3, id="not one unit"),
        pytest.param([log(GOOD._replace(form="口头"))], KEPT, 0, id="nothing written"),
    ],
)
def test_the_whole(sources: list[Source], verdict: Verdict, code: int) -> None:
    report = judge(*sources)
    assert (report.verdict, report.exit_code("error")) == (verdict, code)
    assert report.exit_code("never") == 0


def test_each_class_and_school_has_its_own_verdict() -> None:
    second = [r._replace(school="第二小学") for r in (GOOD, OPEN._replace(cls="1班"))]
    report = judge(log(GOOD, OVER._replace(cls="1班"), *second))
    found = {
        school.school.name: (school.verdict, {c.key.name: c.verdict for c in school.classes})
        for school in report.schools
    }
    assert found == {
        "第一小学": (BROKEN, {"1": BROKEN, "2": KEPT}),
        "第二小学": (UNDECIDED, {"1": UNDECIDED, "2": KEPT}),
    }
    assert report.schools[0].largest_excess == 10
    assert report.schools[1].largest_excess is None


@pytest.mark.parametrize(
    ("path", "verdict"), [("第一小学补报.xlsx", UNDECIDED), ("补报.xlsx", KEPT)]
)
def test_an_unreadable_source_counts_against_the_school_it_names(
    path: str, verdict: Verdict
) -> None:
    report = judge(log(GOOD), unreadable(path))
    assert report.schools[0].verdict is verdict
    assert report.verdict is UNDECIDED


def test_a_sheet_without_a_log_is_fine_beside_one_with_it() -> None:
    notes = sheet([Row(content="填写说明")], columns=["content"], name="填写说明")
    assert rules_told(judge(source(sheet([GOOD]), notes))) == []
    assert rules_told(judge(source(notes))) == ["no-log-found"]


DOUBTS = [
    ("blank-minutes", Row("数学", "")),
    ("unread-minutes", Row("数学", "很多")),
    ("implausible-minutes", Row("数学", 300)),
    ("unread-form", Row("数学", 50, form="")),
    ("unread-place", Row("数学", 50, place="")),
    ("not-reported", Row("数学", "", content="", form="", place="")),
]


@pytest.mark.parametrize(("rule", "doubtful"), DOUBTS)
@pytest.mark.parametrize(
    ("beside", "severity", "verdict"),
    [(GOOD, Severity.WARNING, UNDECIDED), (OVER, Severity.INFO, None)],
    ids=["open", "decided without it"],
)
def test_a_doubt_blocks_only_a_class_day_that_it_leaves_open(
    rule: str, doubtful: Row, beside: Row, severity: Severity, verdict: Verdict | None
) -> None:
    finding = only(judge_rows(beside, doubtful, GOOD._replace(cls="1班")), rule)
    assert (finding.severity, finding.verdict) == (severity, verdict)
    assert (finding.grade, finding.class_name, finding.date) == (3, "2", date(2023, 9, 5))


@pytest.mark.parametrize(("rule", "doubtful"), DOUBTS)
def test_a_doubt_is_told_of_its_own_class_day_alone(rule: str, doubtful: Row) -> None:
    report = judge_rows(GOOD, doubtful, GOOD._replace(cls="1班"))
    assert verdicts(report, PRIMARY) == {KEPT: 1, UNDECIDED: 1}
    assert {f.class_name for f in report.findings} == {"2"}
    assert {f.rule for f in report.findings} == {rule, PRIMARY}


def test_a_doubt_that_leaves_nothing_open_is_told_apart_from_one_that_does() -> None:
    report = judge_rows(GOOD, OPEN, OPEN._replace(form="口头"))
    told = [f for f in report.findings if f.rule == "blank-minutes"]
    assert [(f.verdict, f.count) for f in told] == [(UNDECIDED, 1), (None, 1)]


def test_a_missing_column_is_told_once_with_the_class_days_it_leaves_open() -> None:
    rows = [OVER._replace(cls=f"{n}班") for n in range(1, 6)]
    finding = only(judge_rows(*rows, columns=[c for c in USUAL if c != "form"]), "missing-field")
    assert (finding.count, finding.verdict) == (5, UNDECIDED)
    assert "作业形式" in finding.message.zh


@pytest.mark.parametrize(
    ("missing", "given", "verdict", "in_force"),
    [
        ("place", None, BROKEN, ("place", "home", True)),
        ("form", ("form", "written"), BROKEN, ("form", "written", False)),
        ("form", ("form", "other"), KEPT, ("form", "other", False)),
        ("place", ("place", "lesson"), KEPT, ("place", "lesson", False)),
    ],
)
def test_assumptions_fill_what_a_table_lacks_and_are_told(
    missing: str,
    given: tuple[str, str] | None,
    verdict: Verdict,
    in_force: tuple[str, str, bool],
) -> None:
    settings = Settings(assumptions=(Assumption(*given),) if given else ())
    log_ = source(sheet([OVER], columns=[c for c in USUAL if c != missing]))
    report = judge(log_, settings=settings)
    assert report.verdict is verdict
    assert report.basis.assumptions == ((*in_force, 1),)


def test_an_assumption_never_fills_a_blank_cell() -> None:
    settings = Settings(assumptions=(Assumption("form", "other"),))
    assert judge(log(OVER._replace(form="")), settings=settings).verdict is UNDECIDED


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([GOOD, GOOD], DayResult(KEPT, "minutes", 40, 40, 60)),
        ([OVER], DayResult(BROKEN, "minutes", 70, 70, 60)),
        ([OVER, OPEN], DayResult(BROKEN, "minutes", 70, None, 60)),
        ([OPEN], DayResult(UNDECIDED, "minutes", 0, None, 60)),
        ([GOOD._replace(day="2023-09-09")], DayResult(None, "minutes", 20, 20, 60)),
        ([GOOD._replace(grade="一年级")], DayResult(BROKEN, "entries", 1, 1, 0)),
        ([GOOD._replace(grade="一年级", form="口头")], DayResult(KEPT, "entries", 0, 0, 0)),
    ],
    ids=["within", "over", "over already", "open", "Saturday", "grade 1", "grade 1 oral"],
)
def test_every_class_day_has_its_amount_and_its_limit(rows: list[Row], found: DayResult) -> None:
    (school,) = judge_rows(*rows).schools
    assert [*school.classes[0].days.values()] == [found]


def test_coverage_of_the_span_that_entries_have() -> None:
    report = judge_rows(
        *(GOOD._replace(day=f"2023-09-0{n}") for n in (4, 6, 9)),
        GOOD._replace(cls="1班", day="2023-09-08"),
        Row("语文", "", cls="1班", day="2023-09-07", content="", form="", place=""),
    )
    cover = report.coverage
    assert (cover.first, cover.last) == (date(2023, 9, 4), date(2023, 9, 9))
    assert (cover.school_days, cover.school_days_reported) == (5, 3)
    assert (cover.classes, cover.class_days, cover.class_days_reported) == (2, 10, 3)


def test_schools_of_different_weeks_lack_none_of_the_other() -> None:
    late = Row(school="第二小学", day="2024-03-04")
    report = judge_rows(
        GOOD._replace(day="2023-09-04"),
        GOOD._replace(day="2023-09-06"),
        GOOD._replace(day="2023-09-05", cls="1班"),
        late,
        late._replace(day="2024-03-05"),
    )
    cover = report.coverage
    assert (cover.first, cover.last) == (date(2023, 9, 4), date(2024, 3, 5))
    assert cover.school_days_reported == 5
    assert (cover.classes, cover.class_days, cover.class_days_reported) == (3, 2 * 3 + 2, 5)


def test_coverage_of_a_given_period() -> None:
    settings = Settings(period=Period(date(2023, 9, 25), date(2023, 10, 8)))
    cover = judge(log(GOOD._replace(day="2023-09-26")), settings=settings).coverage
    assert (cover.school_days, cover.class_days, cover.class_days_reported) == (6, 6, 1)


def test_class_days_are_counted_once_over_all_deciding_rules() -> None:
    report = judge_rows(GOOD, OVER._replace(cls="1班"), GOOD._replace(grade="一年级"))
    assert (report.class_days.kept, report.class_days.broken) == (1, 2)


def test_findings_stand_in_reading_order_then_by_rule() -> None:
    first = source(sheet([GOOD._replace(cls="20班")], name="甲"),
                   sheet([OVER._replace(cls="21班")], name="乙"),
                   path="z.xlsx")  # fmt: skip
    rows = [OVER._replace(cls=f"{n}班", content="抄写20遍") for n in range(1, 12)]
    second = log(*reversed(rows), path="a.xlsx")
    findings = judge(first, second).findings
    assert [f.locations[0].source for f in findings] == ["z.xlsx"] + ["a.xlsx"] * 22
    of_second = [f for f in findings if f.locations[0].source == "a.xlsx"]
    assert [f.class_name for f in of_second] == [str(n) for n in range(11, 0, -1) for _ in "ab"]
    assert [f.rule for f in of_second[:2]] == ["repetitive-homework-hint", PRIMARY]


def test_every_rule_that_met_nothing_is_named() -> None:
    report = judge_rows(GOOD, columns=list(HEADERS))
    assert {rule for rule, _ in report.basis.not_applied} == {
        "lower-primary-written-homework",
        "junior-daily-minutes",
        "unreported-class-day",
    }
    assert {reason for _, reason in report.basis.not_applied} == {"no-unit", "no-period"}


def test_entries_under_one_head_are_counted_though_they_share_its_cell() -> None:
    rows: list[list[CellValue]] = [
        ["第一小学作业公示（分钟）", "", "", ""],
        ["年级", "学科", "周一", "周二"],
        ["四年级", "语文", 30, ""],
        ["四年级", "数学", 25, 20],
    ]
    report = judge(source(Sheet("作业", rows)))
    found = {f.locations[0].cell: f for f in report.findings if "没有归入某天" in f.message.zh}
    assert {cell: f.count for cell, f in found.items()} == {"C2": 2, "D2": 1}
    assert "2条没有归入某天" in found["C2"].message.zh


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        (USUAL[1:], "按标题A1判断。"),
        (USUAL, "按表中各行写的判断。"),
    ],
)
def test_places_of_a_contradiction_are_named_in_words(
    columns: tuple[str, ...], message: str
) -> None:
    contradicting = sheet([Row()], columns=columns, title="城南小学作业登记")
    report = judge(source(contradicting, path="城北小学.csv"))
    found = only(report, "context-mismatch").message.zh
    assert found == f"标题A1写城南小学作业登记，文件名写城北小学；{message}"


@pytest.mark.parametrize(("second", "subject"), [("数学", None), ("语文", "语文")])
def test_cells_of_several_subjects_are_told_of_none(second: str, subject: str | None) -> None:
    report = judge(log(Row("语文", "不限"), Row(second, "不限")))
    finding = only(report, "unread-minutes")
    assert (finding.subject, finding.count) == (subject, 2)
