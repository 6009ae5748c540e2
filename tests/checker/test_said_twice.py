"""The same homework reported more than once: duplicates, versions, totals, copies."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest
from small_logs import (
    LOWER,
    PRIMARY,
    USUAL,
    Row,
    judge,
    judge_rows,
    only,
    rules_told,
    sheet,
    source,
    verdicts,
)

from homework_check.model import Severity, Verdict
from homework_check.workbook import Source

KEPT, BROKEN, UNDECIDED = Verdict.KEPT, Verdict.BROKEN, Verdict.UNDECIDED
Apart: TypeAlias = Callable[[list[Row], list[Row]], list[Source]]
TOTAL_COLUMNS = ("school", "grade", "cls", "day", "form", "minutes")


def two_sources(one: list[Row], other: list[Row]) -> list[Source]:
    return [source(sheet(one), path="a.xlsx"), source(sheet(other), path="b.xlsx")]


def two_sheets(one: list[Row], other: list[Row]) -> list[Source]:
    return [source(sheet(one, name="甲"), sheet(other, name="乙"))]


@pytest.mark.parametrize("apart", [two_sources, two_sheets])
@pytest.mark.parametrize(
    ("one", "other", "verdict", "told"),
    [
        pytest.param([Row(minutes=40)], [Row(minutes=40)], KEPT, ["duplicate-entry"], id="equal"),
        pytest.param([Row(minutes=40)], [Row(minutes=40, content="口算")], BROKEN, [PRIMARY],
                     id="other content"),
        pytest.param([Row(minutes=40)], [Row(minutes=40, form="笔头 ")], KEPT, ["duplicate-entry"],
                     id="equal but for the spelling"),
        pytest.param([Row(minutes=40)], [Row(minutes=50)], KEPT, ["overlapping-entry"],
                     id="other minutes, within"),
        pytest.param([Row(minutes=40)], [Row(minutes=70)], UNDECIDED,
                     ["overlapping-entry", PRIMARY], id="the limit lies between"),
        pytest.param([Row(minutes=61)], [Row(minutes=70)], BROKEN,
                     ["overlapping-entry", PRIMARY], id="other minutes, over"),
        pytest.param([Row(minutes=40)], [Row(minutes="")], UNDECIDED,
                     ["overlapping-entry", PRIMARY, "blank-minutes"], id="one of them blank"),
    ],
)  # fmt: skip
def test_in_two_places(
    apart: Apart, one: list[Row], other: list[Row], verdict: Verdict, told: list[str]
) -> None:
    report = judge(*apart(one, other))
    assert verdicts(report, PRIMARY) == {verdict: 1}
    assert rules_told(report) == told


def test_a_third_version_is_no_further_task() -> None:
    sources = [
        source(sheet([Row(minutes=m)]), path=f"{n}.xlsx") for n, m in enumerate((40, 40, 50))
    ]
    report = judge(*sources)
    assert verdicts(report, PRIMARY) == {KEPT: 1}
    assert {"duplicate-entry", "overlapping-entry"} <= set(rules_told(report))


def test_an_overlap_blocks_only_where_the_class_day_is_open() -> None:
    for minutes, severity in ((50, Severity.INFO), (70, Severity.WARNING)):
        report = judge(*two_sources([Row(minutes=40)], [Row(minutes=minutes)]))
        assert only(report, "overlapping-entry").severity is severity


@pytest.mark.parametrize(
    ("first", "second", "verdict", "overlaps"),
    [
        pytest.param([("语文", 20), ("数学", 20)], [("语文", 25), ("数学", 30)],
                     UNDECIDED, 2, id="over only if both count"),
        pytest.param([("语文", 20), ("数学", 10)], [("语文", 15), ("数学", 10)],
                     KEPT, 2, id="within even if both count"),
        pytest.param([("语文", 40), ("数学", 30)], [("语文", 45), ("数学", 30)],
                     BROKEN, 2, id="over whichever counts"),
        pytest.param([("语文", 40), ("数学", 10)], [("英语", 40), ("科学", 10)],
                     BROKEN, 0, id="other subjects"),
        pytest.param([("语文", 40)], [("语文", 45)], BROKEN, 0, id="one subject: a file a teacher"),
        pytest.param([("语文", 40), ("数学", 10)], [("语文", 45)], BROKEN, 0, id="part of it"),
    ],
)  # fmt: skip
def test_two_files_that_report_the_same_subjects_in_other_words(
    first: list[tuple[str, int]], second: list[tuple[str, int]], verdict: Verdict, overlaps: int
) -> None:
    one, other = (
        [Row(subject, minutes, content=f"{subject}{words}") for subject, minutes in report]
        for report, words in ((first, "练习"), (second, "第2版"))
    )
    report = judge(*two_sources(one, other))
    assert verdicts(report, PRIMARY) == {verdict: 1}
    told = [f for f in report.findings if f.rule == "overlapping-entry"]
    assert len(told) == overlaps
    assert all("内容不同" in finding.message.zh for finding in told)


@pytest.mark.parametrize("apart", [two_sources, two_sheets])
@pytest.mark.parametrize(
    ("place", "minutes", "verdict"),
    [
        ("家庭", 40, UNDECIDED),
        ("校内", 40, UNDECIDED),
        ("家庭", 15, KEPT),
        ("家庭", 61, BROKEN),
        ("课堂", 40, KEPT),
        ("校内/家庭", 40, KEPT),
    ],
)
def test_work_at_home_or_in_school_may_be_that_of_another_sheet(
    apart: Apart, place: str, minutes: int, verdict: Verdict
) -> None:
    report = judge(
        *apart([Row(minutes=40, place="校内/家庭")], [Row(minutes=minutes, place=place)])
    )
    assert verdicts(report, PRIMARY) == {verdict: 1}


def test_work_at_home_or_in_school_is_no_other_subjects() -> None:
    one, other = Row(minutes=40, place="校内/家庭"), Row("数学", 30)
    assert verdicts(judge(*two_sheets([one], [other])), PRIMARY) == {BROKEN: 1}


@pytest.mark.parametrize(
    ("names", "titles", "verdict"),
    [
        (("作业登记", "续表"), ("", ""), BROKEN),
        (("Sheet1", "Sheet2"), ("", ""), BROKEN),
        (("原稿", "修改稿"), ("", ""), UNDECIDED),
        (("第1周", "第1周（更正）"), ("", ""), UNDECIDED),
        (("Sheet1", "Sheet2"), ("作业登记表", "作业登记表（修改稿）"), UNDECIDED),
        (("Sheet1", "Sheet2"), ("作业计划表", "作业计划表（续）"), BROKEN),
        (("Sheet1", "Sheet2"), ("旧城小学作业登记表", "作业批改与修改情况"), BROKEN),
    ],
)
def test_sheets_of_one_workbook_add_up_unless_they_stand_for_each_other(
    names: tuple[str, str], titles: tuple[str, str], verdict: Verdict
) -> None:
    rows = [[Row(s, 20, content=f"{s}{n}") for s in ("语文", "数学")] for n in "12"]
    sheets = [
        sheet(part, name=name, title=title)
        for part, name, title in zip(rows, names, titles, strict=True)
    ]
    assert verdicts(judge(source(*sheets)), PRIMARY) == {verdict: 1}


def test_a_folder_of_sums_makes_no_sums_of_what_is_in_it() -> None:
    rows = (
        [Row(s, 20) for s in ("语文", "数学")],
        [Row(s, 20, content="") for s in ("语文", "数学")],
    )
    files = [source(sheet(part), path=f"汇总/{n}.xlsx") for n, part in enumerate(rows)]
    assert verdicts(judge(*files), PRIMARY) == {UNDECIDED: 1}


def test_sheets_of_required_and_of_optional_work_add_up() -> None:
    rows = [[Row(s, 20, content=f"{s}{n}") for s in ("语文", "数学")] for n in "12"]
    sheets = [sheet(part, name=name) for part, name in zip(rows, ("必做", "选做作业"), strict=True)]
    assert verdicts(judge(source(*sheets)), PRIMARY) == {BROKEN: 1}


def test_what_both_reports_have_is_the_least_of_each() -> None:
    one = [Row(minutes=50, content="抄写"), Row(minutes=15), Row("数学", 5)]
    other = [
        Row(minutes=50, content="抄写"),
        Row(minutes=15, content="默写"),
        Row("数学", 5, content="二"),
    ]
    assert verdicts(judge(*two_sources(one, other)), PRIMARY) == {BROKEN: 1}


@pytest.mark.parametrize(
    ("name", "title", "place", "sums", "verdict"),
    [
        pytest.param("汇总", "", "家庭", (30, 30), KEPT, id="the sums"),
        pytest.param("Sheet1", "三年级2班作业 汇 总 表", "家庭", (30, 30), KEPT, id="by title"),
        pytest.param("汇总", "", "家庭", (30, 31), UNDECIDED, id="one is not"),
        pytest.param("Sheet1", "作业汇总表", "家庭", (30, 31), UNDECIDED, id="nor by title"),
        pytest.param("其他作业", "", "家庭", (30, 30), UNDECIDED,
                     id="other work of the same length"),
        pytest.param("Sheet1", "各科合计不超过60分钟", "家庭", (30, 30), UNDECIDED,
                     id="a rule for sums"),
        pytest.param("汇总", "", "学校", (30, 30), BROKEN, id="of another place"),
    ],
)  # fmt: skip
def test_a_summary_of_subjects_never_doubles(
    name: str, title: str, place: str, sums: tuple[int, int], verdict: Verdict
) -> None:
    details = [Row(minutes=20), Row(minutes=10, content="抄写"), Row("数学", 30)]
    summary = [
        Row(s, m, content="", place=place) for s, m in zip(("语文", "数学"), sums, strict=True)
    ]
    files = [
        source(sheet(details), path="a.xlsx"),
        source(sheet(summary, name=name, title=title), path="b.xlsx"),
    ]
    is_of_sums = "汇总" in name + title.replace(" ", "") and place == "家庭"
    for order in (1, -1):
        report = judge(*files[::order])
        assert verdicts(report, PRIMARY) == {verdict: 1}
        assert ("duplicate-entry" in rules_told(report)) is is_of_sums


@pytest.mark.parametrize("content", ["练习册", ""])
def test_what_is_called_a_summary_counts_where_it_stands_alone(content: str) -> None:
    rows = [Row(s, 35, content=content) for s in ("语文", "数学")]
    (finding,) = judge(source(sheet(rows, name="汇总", title="作业汇总表"))).findings
    assert (finding.rule, finding.measured) == (PRIMARY, 70)


MARKED = (*USUAL, "marked")


@pytest.mark.parametrize("order", [1, -1])
def test_versions_that_disagree_about_marking_leave_it_open(order: int) -> None:
    one = [Row(s, 5, content=f"{s}一", marked="是") for s in ("语文", "数学")]
    other = [Row(s, 5, content=f"{s}二", marked="否") for s in ("语文", "数学")]
    sources = [
        source(sheet(rows, columns=MARKED), path=path)
        for rows, path in ((one, "a.xlsx"), (other, "b.xlsx"))
    ]
    report = judge(*sources[::order])
    assert verdicts(report, "unmarked-homework") == {UNDECIDED: 2}


def test_what_other_schools_have_does_not_hide_what_is_said_twice() -> None:
    rows = [Row(content=text, school="甲小学", marked="是") for text in ("抄写", "默写")]
    once = Row(school="乙小学", marked="是")
    report = judge(
        source(sheet(rows, columns=MARKED), path="a.xlsx"),
        source(sheet([once, once._replace(day="2023-09-06")], columns=MARKED), path="b.xlsx"),
        source(sheet([once], columns=MARKED), path="c.xlsx"),
    )
    assert only(report, "duplicate-entry").count == 1
    assert verdicts(report, "unmarked-homework") == {KEPT: 4}


@pytest.mark.parametrize(
    ("apart", "names"), [(two_sources, ("a.xlsx", "b.xlsx")), (two_sheets, ("甲", "乙"))]
)
@pytest.mark.parametrize("minutes", [40, 70])
def test_messages_name_both_places(apart: Apart, names: tuple[str, str], minutes: int) -> None:
    report = judge(*apart([Row(minutes=40)], [Row(minutes=minutes)]))
    assert report.findings
    for finding in report.findings:
        assert all(name in finding.message.zh and name in finding.message.en for name in names)


def test_equal_entries_inside_one_table_both_count_and_are_told() -> None:
    report = judge_rows(Row(minutes=40), Row(minutes=40))
    finding = only(report, "duplicate-entry")
    assert (finding.severity, finding.verdict, finding.count) == (Severity.INFO, None, 2)
    assert only(report, PRIMARY).measured == 80


@pytest.mark.parametrize(
    ("total", "verdict", "told"),
    [
        pytest.param(40, KEPT, False, id="agrees"),
        pytest.param(90, KEPT, True, id="differs, and is not used"),
    ],
)
def test_a_classs_total_is_compared_with_its_subjects(
    total: int,
    verdict: Verdict,
    told: bool,  # noqa: FBT001  a column of the table
) -> None:
    totals = source(sheet([Row("", total)], columns=TOTAL_COLUMNS), path="totals.xlsx")
    report = judge(source(sheet([Row(minutes=40)])), totals)
    assert verdicts(report, PRIMARY) == {verdict: 1}
    assert ("total-mismatch" in rules_told(report)) is told


def test_a_classs_total_counts_where_no_subject_stands() -> None:
    report = judge(source(sheet([Row("", 70)], columns=TOTAL_COLUMNS)))
    assert only(report, PRIMARY).measured == 70


@pytest.mark.parametrize(
    ("first", "second", "copies"),
    [
        pytest.param("x", "x", ("b.xlsx",), id="same bytes"),
        pytest.param("x", "y", (), id="other bytes"),
        pytest.param(None, None, (), id="bytes unknown"),
    ],
)
def test_an_identical_source_is_left_out(
    first: str | None, second: str | None, copies: tuple[str, ...]
) -> None:
    rows = [Row(minutes=40), Row(minutes=40, content="口算")]
    report = judge(
        source(sheet(rows), path="a.xlsx", sha256=first),
        source(sheet(rows), path="b.xlsx", sha256=second),
    )
    assert report.copies == copies
    assert ("duplicate-source" in rules_told(report)) is bool(copies)
    assert only(report, PRIMARY).measured == 80


def test_the_original_is_the_one_that_is_not_called_a_copy() -> None:
    paths = ("乙/作业 - 副本.xlsx", "乙/作业(1).xlsx", "甲/作业.xlsx")
    report = judge(*(source(sheet([Row(minutes=40)]), path=path, sha256="x") for path in paths))
    assert set(report.copies) == set(paths[:2])


def test_equal_files_of_different_subjects_all_count() -> None:
    columns = ("school", "grade", "cls", "day", "content", "form", "minutes")
    logs = [
        source(sheet([Row(minutes=25)], columns=columns), path=f"{subject}组.xlsx", sha256="x")
        for subject in ("语文", "数学", "英语")
    ]
    report = judge(*logs)
    assert report.copies == ()
    assert only(report, PRIMARY).measured == 75


def test_equal_files_of_different_classes_both_count() -> None:
    columns = ("school", "day", "subject", "content", "form", "minutes")
    logs = [
        source(sheet([Row()], columns=columns), path=f"三（{n}）班.xlsx", sha256="x")
        for n in (1, 2)
    ]
    report = judge(*logs)
    assert report.copies == ()
    assert verdicts(report, PRIMARY) == {KEPT: 2}


def test_equal_entries_of_two_workbooks_are_told_apart() -> None:
    sheets = [sheet([Row(school="")], name=name) for name in ("甲", "乙")]
    titled = [
        source(*sheets, path=f"{number}/{school}.xlsx")
        for number, school in enumerate(("第一小学", "第二小学"))
    ]
    found = [f for f in judge(*titled).findings if f.rule == "duplicate-entry"]
    assert [(f.school and f.school.name, [at.source for at in f.locations]) for f in found] == [
        ("第一小学", ["0/第一小学.xlsx"]),
        ("第二小学", ["1/第二小学.xlsx"]),
    ]


def test_equal_entries_of_several_workbooks_of_one_school_are_told_apart() -> None:
    """Each has its own two sheets, though these are called the same."""
    weeks = [
        source(
            *(sheet([Row(day=day)], name=name) for name in ("甲", "乙")),
            path=f"{day}.xlsx",
        )
        for day in ("2023-09-05", "2023-09-06")
    ]
    found = [f for f in judge(*weeks).findings if f.rule == "duplicate-entry"]
    assert [[at.source for at in f.locations] for f in found] == [
        ["2023-09-05.xlsx"],
        ["2023-09-06.xlsx"],
    ]


@pytest.mark.parametrize(
    ("name", "first", "second", "verdict"),
    [
        pytest.param("b（更正）", [("语文", 40)], [("语文", 30)], UNDECIDED, id="one subject"),
        pytest.param("b 修改版", [("语文", 40)], [("语文", 10)], KEPT, id="both are within"),
        pytest.param("b（重报）", [("语文", 70)], [("语文", 65)], BROKEN, id="each is over"),
        pytest.param("b更正", [("语文", 40), ("数学", 20)], [("语文", 30)], UNDECIDED, id="of two"),
        pytest.param("b更正", [("语文", 40)], [("数学", 30)], BROKEN, id="another subject"),
        pytest.param("b", [("语文", 40)], [("语文", 30)], BROKEN, id="a file of another teacher"),
        pytest.param("旧城小学b", [("语文", 40)], [("语文", 30)], BROKEN, id="a school's name"),
        pytest.param("b补报", [("语文", 40)], [("语文", 30)], BROKEN, id="what came late"),
    ],
)
def test_a_file_that_is_called_a_version_of_another_is_no_further_work(
    name: str, first: list[tuple[str, int]], second: list[tuple[str, int]], verdict: Verdict
) -> None:
    one = sheet([Row(subject, m, content=f"第一课{subject}") for subject, m in first])
    other = sheet([Row(subject, m, content=f"练习册{subject}") for subject, m in second])
    report = judge(source(one, path="a.xlsx"), source(other, path=f"{name}.xlsx"))
    assert verdicts(report, PRIMARY) == {verdict: 1}


@pytest.mark.parametrize(("name", "verdict"), [("更正", UNDECIDED), ("英语组", BROKEN)])
def test_a_sheet_called_a_correction_may_hold_a_part_only(name: str, verdict: Verdict) -> None:
    whole = sheet([Row(minutes=40), Row("数学", 20)], name="原表")
    part = sheet([Row(minutes=30, content="口算")], name=name)
    assert verdicts(judge(source(whole, part)), PRIMARY) == {verdict: 1}


def test_what_a_version_leaves_out_beside_the_same_is_no_version_of_it() -> None:
    whole = [Row(minutes=40), Row(minutes=20, form="口头", content="朗读")]
    report = judge(
        source(sheet(whole), path="a.xlsx"),
        source(sheet([Row(minutes=40, content="抄写")]), path="a（更正）.xlsx"),
    )
    assert verdicts(report, PRIMARY) == {UNDECIDED: 1}
    assert {at.cell for at in only(report, "overlapping-entry").locations} == {"I2"}


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(
    ("grade", "rule", "cause", "changed"),
    [
        ("三年级", PRIMARY, "versions", Row(minutes=70, form="口头")),
        ("三年级", PRIMARY, "versions", Row(minutes="", content="无", form="")),
        ("一年级", LOWER, "entries-versions", Row(minutes=10, form="口头")),
        ("一年级", LOWER, "entries-versions", Row(minutes="", content="无", form="")),
    ],
)
def test_a_version_may_say_that_the_work_is_no_written_work(
    order: int, grade: str, rule: str, cause: str, changed: Row
) -> None:
    first, second = Row(minutes=70, grade=grade), changed._replace(grade=grade)
    named = [("a.xlsx", first), ("a（更正）.xlsx", second)][::order]
    report = judge(*(source(sheet([row]), path=path) for path, row in named))
    assert verdicts(report, rule) == {UNDECIDED: 1}
    assert only(report, rule).cause == cause
    assert {at.source for at in only(report, "overlapping-entry").locations} == {*dict(named)}
