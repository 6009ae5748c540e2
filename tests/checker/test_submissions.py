"""What is due and what came of it: schools of a roster, class-days of a period."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rendered import as_text
from small_logs import (
    USUAL,
    Row,
    judge,
    only,
    pack_named,
    rules_told,
    sheet,
    source,
    unreadable,
    verdicts,
)

from homework_check.expected import ExpectedGrade, ExpectedSchool, Roster
from homework_check.handed_in import Submission, Submitted
from homework_check.model import School, Severity, Verdict
from homework_check.reporters import View
from homework_check.rollup import SchoolCounts, class_days_of, count_schools, counties_of
from homework_check.settings import Period, Settings
from homework_check.workbook import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homework_check.report import Finding, Report
    from homework_check.workbook import Source

KEPT, BROKEN, UNDECIDED = Verdict.KEPT, Verdict.BROKEN, Verdict.UNDECIDED
RULE = "unreported-class-day"
MONDAY, TUESDAY = date(2023, 9, 4), date(2023, 9, 5)
TWO_DAYS = Settings(period=Period(MONDAY, TUESDAY))


def expect(name: str, *grades: ExpectedGrade, county: str | None = None) -> ExpectedSchool:
    return ExpectedSchool(county, name, None, grades)


def grade(number: int, *names: str, counted: bool = False) -> ExpectedGrade:
    return ExpectedGrade(number, names, counted)


def roster(*schools: ExpectedSchool) -> Roster:
    return Roster("名册.xlsx", schools)


def days(*cls: str, on: Iterable[str] = ("2023-09-04", "2023-09-05"), school: str = "第一小学"
         ) -> list[Row]:  # fmt: skip
    return [Row(cls=name, day=day, school=school) for name in cls for day in on]


def log(*rows: Row, path: str = "log.xlsx") -> Source:
    return source(sheet(rows), path=path)


def states(report: Report) -> dict[str | None, Submission | None]:
    return {result.school.name: result.submission for result in report.schools}


def test_without_a_roster_and_a_period_nothing_is_due() -> None:
    report = judge(log(*days("1班")))
    assert states(report) == {"第一小学": None}
    assert verdicts(report, RULE) == {}
    assert (RULE, "no-period") in report.basis.not_applied


def test_a_class_of_the_log_that_misses_a_day_is_told_of_with_its_days() -> None:
    rows = [*days("1班"), *days("2班", on=["2023-09-04"])]
    report = judge(log(*rows), settings=TWO_DAYS)
    assert states(report) == {"第一小学": Submission(Submitted.PARTLY_RECEIVED, 4, 3)}
    assert verdicts(report, RULE) == {KEPT: 3, BROKEN: 1}
    finding = only(report, RULE)
    assert (finding.severity, finding.verdict, finding.class_name, finding.dates) == (
        Severity.WARNING, BROKEN, "2", (TUESDAY,)
    )  # fmt: skip
    assert finding.message.zh == "三年级2班有1天没有填报：9月5日周二（应填报2天）。"
    assert report.verdict is UNDECIDED
    assert (report.exit_code("error"), report.exit_code("warning")) == (3, 1)
    (result,) = report.schools
    assert [c.verdict for c in result.classes] == [KEPT, UNDECIDED]


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        (Row(content="无", minutes="无", form="", place=""), KEPT),
        (Row(subject="", content="", minutes="", form="", place=""), BROKEN),
    ],
)
def test_none_is_a_report_and_a_blank_is_none(row: Row, verdict: Verdict) -> None:
    rows = [*days("2班", on=["2023-09-04"]), row._replace(day="2023-09-05")]
    report = judge(log(*rows), settings=TWO_DAYS)
    expected = {KEPT: 2} if verdict is KEPT else {KEPT: 1, BROKEN: 1}
    assert verdicts(report, RULE) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([Row(day="昨天", cls="2班")], {KEPT: 3, UNDECIDED: 1}, id="day not read"),
        pytest.param([Row(day="2023-09-05", cls="??")], {KEPT: 3, UNDECIDED: 1}, id="class"),
        pytest.param([Row(day="昨天", cls="1班")], {KEPT: 3, BROKEN: 1}, id="of another class"),
        pytest.param([Row(day="2023-09-04", cls="??")], {KEPT: 3, BROKEN: 1}, id="another day"),
    ],
)
def test_what_was_not_understood_may_be_the_report(
    rows: list[Row], expected: dict[Verdict, int]
) -> None:
    known = [*days("1班"), *days("2班", on=["2023-09-04"])]
    assert verdicts(judge(log(*known, *rows), settings=TWO_DAYS), RULE) == expected


def test_days_on_which_school_may_be_off_are_undecided() -> None:
    settings = Settings(period=Period(date(2023, 7, 17), date(2023, 7, 18)))
    report = judge(log(*days("1班", on=["2023-07-17"])), settings=settings)
    assert verdicts(report, RULE) == {KEPT: 1, UNDECIDED: 1}


def test_days_off_are_not_due() -> None:
    settings = Settings(period=Period(date(2023, 9, 28), date(2023, 10, 8)))
    report = judge(log(*days("1班", on=["2023-09-28", "2023-10-07", "2023-10-08"])),
                   settings=settings)  # fmt: skip
    assert verdicts(report, RULE) == {KEPT: 3}


def test_a_class_that_reported_only_outside_the_period_is_due_too() -> None:
    rows = [*days("1班"), *days("2班", on=["2023-09-12"])]
    report = judge(log(*rows), settings=TWO_DAYS)
    assert states(report) == {"第一小学": Submission(Submitted.PARTLY_RECEIVED, 4, 2)}


def test_every_state_of_a_school() -> None:
    schools = roster(
        expect("第一小学"), expect("第二小学"), expect("第三小学", grade(3, "1", "2")),
        expect("第四小学", grade(3, "1")),
    )  # fmt: skip
    report = judge(
        log(*days("1班")),
        log(*days("1班", on=["2023-09-04"], school="第二小学"), path="b.xlsx"),
        unreadable("第三小学.xlsx"),
        log(*days("1班", school="实验学校"), path="c.xlsx"),
        settings=TWO_DAYS,
        roster=schools,
    )
    assert states(report) == {
        "第一小学": Submission(Submitted.RECEIVED, 2, 2),
        "第二小学": Submission(Submitted.PARTLY_RECEIVED, 2, 1),
        "实验学校": Submission(Submitted.UNEXPECTED),
        "第三小学": Submission(Submitted.UNREADABLE, 4, 0),
        "第四小学": Submission(Submitted.MISSING, 2, 0),
    }
    assert verdicts(report, RULE) == {KEPT: 3, BROKEN: 3, UNDECIDED: 4}
    counts = count_schools(report.schools)
    assert counts == SchoolCounts(
        kept=1, broken=0, undecided=1, unreadable=1, missing=1, unexpected=1, not_filled=0
    )
    assert (counts.due, counts.received, counts.read) == (4, 3, 2)
    missing = [f for f in report.findings if f.cause == "missing"]
    assert [(f.school, f.message.zh) for f in missing] == [
        (School(None, "第四小学"), "第四小学没有报送，应填报2个班日。")
    ]
    assert report.verdict is UNDECIDED


def test_without_a_period_a_school_may_be_missing_but_no_day() -> None:
    report = judge(log(*days("1班")), roster=roster(expect("第一小学"), expect("第二小学")))
    assert states(report) == {
        "第一小学": Submission(Submitted.RECEIVED),
        "第二小学": Submission(Submitted.MISSING),
    }
    assert only(report, RULE).message.zh == "第二小学没有报送。"
    assert verdicts(report, RULE) == {}
    assert (report.verdict, report.exit_code("error")) == (UNDECIDED, 3)


def test_if_all_came_and_all_is_kept_it_is_kept() -> None:
    report = judge(
        log(*days("1班")), settings=TWO_DAYS, roster=roster(expect("第一小学", grade(3, "1")))
    )
    assert (report.verdict, report.exit_code("warning")) == (KEPT, 0)


def test_a_class_of_the_roster_that_the_log_lacks_is_due() -> None:
    report = judge(
        log(*days("1班")), settings=TWO_DAYS, roster=roster(expect("第一小学", grade(3, "1", "2")))
    )
    assert only(report, RULE).class_name == "2"
    assert report.verdict is UNDECIDED


@pytest.mark.parametrize(
    ("own", "logged", "due"),
    [
        (grade(3, "1", "2", counted=True), ("1班", "火箭班"), 4),
        (grade(3, "1", "2", counted=True), ("火箭班", "实验班"), 4),
        (grade(3, "1", "2", counted=True), ("1班", "12班"), 4),
        (grade(3, "1", "2"), ("1班", "火箭班"), 4),
    ],
)
def test_classes_whose_number_is_known_may_have_other_names(
    own: ExpectedGrade, logged: tuple[str, ...], due: int
) -> None:
    report = judge(log(*days(*logged)), settings=TWO_DAYS, roster=roster(expect("第一小学", own)))
    named = own.counted and not any(name == "12班" for name in logged)
    assert states(report)["第一小学"] == Submission(
        Submitted.RECEIVED if named else Submitted.PARTLY_RECEIVED, due, due if named else 2
    )
    assert report.roster
    assert report.roster.beyond == (() if named else (("第一小学", 1),))


@pytest.mark.parametrize(
    ("own", "logged", "reported", "beyond"),
    [
        (("1", "2"), ("东校区1班", "西校区1班"), 4, 0),
        (("1", "2", "3"), ("东校区1班", "西校区1班"), 4, 0),
        (("1",), ("东校区1班", "西校区1班"), 2, 1),
        (("1", "2"), ("东校区1班", "火箭班"), 2, 1),
        (("1", "火箭班"), ("东校区1班", "火箭班"), 2, 1),
        (("东校区1班", "东校区2班"), ("东校区1班", "西校区1班"), 2, 1),
    ],
)
def test_classes_that_are_numbered_may_be_counted_by_their_campus(
    own: tuple[str, ...], logged: tuple[str, ...], reported: int, beyond: int
) -> None:
    expected = roster(expect("第一小学", grade(3, *own)))
    report = judge(log(*days(*logged)), settings=TWO_DAYS, roster=expected)
    submission = states(report)["第一小学"]
    assert submission
    assert (submission.due, submission.reported) == (2 * len(own), reported)
    assert report.roster
    assert sum(count for _, count in report.roster.beyond) == beyond


def test_entries_of_a_whole_grade_count_for_its_classes_on_the_roster() -> None:
    rows = [Row(cls="", day=day) for day in ("2023-09-04", "2023-09-05")]
    columns = [column for column in USUAL if column != "cls"]
    report = judge(
        source(sheet(rows, columns=columns)),
        settings=TWO_DAYS,
        roster=roster(expect("第一小学", grade(3, "1", "2"))),
    )
    assert [c.key.name for c in report.schools[0].classes] == ["1", "2"]
    assert verdicts(report, RULE) == {KEPT: 4}
    assert report.verdict is KEPT


def test_a_source_that_states_no_county_is_of_the_school_of_that_name() -> None:
    schools = roster(expect("第一小学", county="港北区"), expect("第二小学", county="覃塘区"))
    report = judge(log(*days("1班")), log(*days("1班", school="第二小学"), path="b.xlsx"),
                   roster=schools)  # fmt: skip
    assert [result.school for result in report.schools] == [
        School("港北区", "第一小学"),
        School("覃塘区", "第二小学"),
    ]
    assert [(c.county, c.schools.due) for c in counties_of(report)] == [
        ("港北区", 1),
        ("覃塘区", 1),
    ]


def test_names_that_are_close_are_told_and_not_joined() -> None:
    report = judge(log(*days("1班", school="向阳小")), settings=TWO_DAYS,
                   roster=roster(expect("向阳小学", grade(3, "1"))))  # fmt: skip
    assert {name: s and s.state for name, s in states(report).items()} == {
        "向阳小": Submitted.UNEXPECTED,
        "向阳小学": Submitted.MISSING,
    }
    assert report.roster
    assert report.roster.alike == (("向阳小", ("向阳小学",)),)
    finding = only(report, RULE)
    assert finding.verdict is UNDECIDED
    assert "“向阳小”名称相近，没有合并" in finding.message.zh


def test_a_county_that_is_written_otherwise_is_told_with_the_name() -> None:
    made = sheet([Row()])
    header, body = made.rows
    made.rows[:] = [[*header, "县区"], [*body, "港北"]]
    report = judge(source(made), roster=roster(expect("第一小学", county="港北区")))
    assert report.roster
    assert report.roster.alike == (("港北 第一小学", ("港北区 第一小学",)),)
    assert only(report, RULE).verdict is UNDECIDED


@pytest.mark.parametrize(
    ("path", "school"),
    [
        ("报送/城北第一小学.xlsx", "城北第一小学"),
        ("报送/第一小学第2周.xlsx", "第一小学"),
        ("第一小学/第2周.xlsx", "第一小学"),
        ("报送/第2周.xlsx", None),
    ],
)
def test_an_unreadable_source_is_of_the_school_that_its_path_names(
    path: str, school: str | None
) -> None:
    schools = roster(expect("第一小学"), expect("城北第一小学"))
    report = judge(unreadable(path), roster=schools)
    unread = [n for n, s in states(report).items() if s and s.state is Submitted.UNREADABLE]
    assert unread == ([] if school is None else [school])


def test_a_log_without_a_schools_name_is_told_once_though_its_file_is_close() -> None:
    rows = [row._replace(school="") for row in days("1班")]
    report = judge(
        source(sheet(rows), path="长岭初中（2）.csv"), roster=roster(expect("长岭初级中学"))
    )
    text = "".join(as_text(report, "text", "zh", View()).partition("说明")[2].split())
    assert text.count("长岭初中（2）.csv") == 1
    assert "长岭初中（2）.csv没有写学校名称" in text


def test_a_stranger_that_is_told_with_its_county_is_told_once() -> None:
    made = sheet([Row()])
    header, body = made.rows
    made.rows[:] = [[*header, "县区"], [*body, "港北"]]
    report = judge(source(made), roster=roster(expect("第一小学", county="港北区")))
    text = "".join(as_text(report, "text", "zh", View()).partition("说明")[2].split())
    assert "“港北第一小学”不在名册里，名册中相近的是“港北区第一小学”" in text
    assert "学校不计入应报学校" not in text


@pytest.mark.parametrize(
    ("others", "state"),
    [
        ([], Submitted.NOT_FILLED),
        ([source(sheet([]), path="第二小学（2）.xlsx")], Submitted.NOT_FILLED),
        ([source(Sheet("Sheet1", []), path="第二小学（2）.xlsx")], Submitted.NOT_FILLED),
        ([unreadable("第二小学（2）.xlsx")], Submitted.UNREADABLE),
        ([source(Sheet("a", [["姓名", "性别"], ["甲", "男"]]), path="第二小学（2）.xlsx")],
         Submitted.UNREADABLE),
        ([log(*days("1班", school="第二小学"), path="第二小学（2）.xlsx")], Submitted.RECEIVED),
    ],
)  # fmt: skip
def test_a_form_that_nobody_filled_in_was_read(others: list[Source], state: Submitted) -> None:
    blank = source(sheet([]), path="第二小学.xlsx")
    report = judge(
        blank, *others, log(*days("1班")), roster=roster(expect("第一小学"), expect("第二小学"))
    )
    assert states(report)["第二小学"] == Submission(state)
    assert report.verdict is UNDECIDED
    counts = count_schools(report.schools)
    told = state is Submitted.NOT_FILLED
    assert (counts.not_filled, counts.unreadable) == (told, state is Submitted.UNREADABLE)
    text = as_text(report, "text", "zh", View())
    assert ("没有填写1" in text) == told
    assert only_blank(report).short.zh == "没有填写"


def only_blank(report: Report) -> Finding:
    return next(f for f in report.findings if f.locations[0].source == "第二小学.xlsx")


@pytest.mark.parametrize(
    ("day", "advice"),
    [("2021-07-20", "请用 --rules 另选规则包"), ("2021-10-08", "请核对报的是哪一周")],
)
def test_entries_outside_the_days_that_are_judged_are_told_with_the_right_advice(
    day: str, advice: str
) -> None:
    rows = log(*days("1班", on=[day]))
    settings = Settings(period=Period(date(2021, 7, 1), date(2021, 9, 10)))
    due = roster(expect("第一小学", grade(3, "1")), expect("第二小学"))
    report = judge(rows, settings=settings, roster=due)
    text = as_text(report, "text", "zh", View(width=300)).partition("请先联系")[2]
    line = next(line for line in text.splitlines() if line.strip().startswith("第一小学"))
    assert "应报时段里一天也没有填报" in line
    assert advice in line
    assert line.count("请") == 1


def test_a_school_to_be_contacted_is_told_with_every_cause() -> None:
    rows = [
        Row(cls="1班", day="2023-09-04", minutes=""),
        Row(cls="1班", day="2023-09-05", minutes="适量"),
        Row(cls="1班", day="2023-09-06", minutes="适量"),
        Row(cls="1班", day="2023-09-07", minutes=90, form="预习"),
    ]
    report = judge(
        source(sheet(rows)), roster=roster(expect("第一小学", grade(3, "1")), expect("第二小学"))
    )
    text = as_text(report, "text", "zh", View(width=300)).partition("请先联系")[2]
    assert "第一小学  4个班日待核：时长没看懂、没有填时长、形式没看懂。" in text


def test_a_school_of_the_same_name_in_another_county_is_no_near_miss() -> None:
    made = sheet([Row()])
    header, body = made.rows
    made.rows[:] = [[*header, "县区"], [*body, "覃塘区"]]
    report = judge(source(made), roster=roster(expect("第一小学", county="港北区")))
    assert report.roster
    assert report.roster.alike == ()
    assert only(report, RULE).verdict is BROKEN
    text = as_text(report, "text", "zh", View())
    assert "“覃塘区 第一小学”不在名册里，已判断" in text
    assert "相近" not in text


def test_files_whose_names_are_close_are_proposed() -> None:
    report = judge(unreadable("长岭初中第2周.xlsx"), roster=roster(expect("长岭初级中学")))
    assert report.roster
    assert report.roster.alike == (("长岭初中第2周.xlsx", ("长岭初级中学",)),)
    assert only(report, RULE).verdict is UNDECIDED


def test_without_a_rule_for_it_what_is_missing_still_leaves_the_verdict_undecided() -> None:
    pack, _ = pack_named().narrowed(["upper"], [])
    report = judge(log(*days("1班", on=["2023-09-04"])), settings=TWO_DAYS, pack=pack)
    assert report.verdict is UNDECIDED
    assert rules_told(report) == []
    assert "1个班日没有填报，结论因此待核" in as_text(report, "text", "zh", View())


def test_a_possible_gap_is_told_without_a_period_only() -> None:
    rows = [*days("1班"), *days("2班", on=["2023-09-04"])]
    report = judge(log(*rows))
    finding = only(report, "possible-gap")
    assert (finding.severity, finding.verdict, finding.class_name) == (Severity.INFO, None, "2")
    assert finding.message.zh == "三年级2班在9月5日周二没有登记，而本校其他班有。"
    assert report.verdict is KEPT
    assert "possible-gap" not in rules_told(judge(log(*rows), settings=TWO_DAYS))


def test_every_class_with_a_possible_gap_is_named() -> None:
    rows = [*days("1班"), *days("2班", on=["2023-09-04"]), *days("3班", on=["2023-09-05"])]
    text = as_text(judge(log(*rows)), "text", "zh", View())
    assert "三年级2班在9月5日周二没有登记，而本校其他班有。三年级3班在9月4日周一没有" in "".join(
        line.strip() for line in text.splitlines()
    )


def test_a_class_of_the_roster_without_any_log_is_a_possible_gap() -> None:
    expected = roster(expect("第一小学", grade(3, "1", "2", "3")))
    report = judge(log(*days("1班"), *days("2班")), roster=expected)
    finding = only(report, "possible-gap")
    assert (finding.class_name, finding.count, finding.verdict) == ("3", 2, None)
    assert finding.message.zh == "三年级3班在9月4日周一、9月5日周二没有登记，而本校其他班有。"
    assert report.verdict is KEPT


@pytest.mark.parametrize(
    "rows", [days("1班", "2班", "3班"), days("全年级"), days("1班", "2班", "没看懂（）")]
)
def test_of_a_class_that_may_have_a_log_no_gap_is_told(rows: list[Row]) -> None:
    expected = roster(expect("第一小学", grade(3, "1", "2", "3")))
    assert "possible-gap" not in rules_told(judge(log(*rows), roster=expected))


def test_a_weekend_is_no_gap() -> None:
    assert (
        rules_told(judge(log(*days("1班"), *days("2班"), Row(cls="1班", day="2023-09-09")))) == []
    )


CLASSES = st.sampled_from(["1班", "2班", "3班"])
DATES = st.sampled_from(["2023-09-04", "2023-09-05", "2023-09-06", "昨天", "2023-09-20"])


@given(st.lists(st.tuples(CLASSES, DATES), max_size=8), st.booleans(), st.integers(0, 3))
def test_reported_and_unreported_class_days_are_those_that_are_due(
    entries: list[tuple[str, str]], with_roster: bool, number: int  # noqa: FBT001
) -> None:  # fmt: skip
    own = grade(3, *map(str, range(1, number + 1)), counted=True)
    schools = roster(expect("第一小学", *([own] if number else ()))) if with_roster else None
    rows = [Row(cls=cls, day=day) for cls, day in entries]
    settings = Settings(period=Period(MONDAY, date(2023, 9, 8)))
    report = judge(log(*rows), settings=settings, roster=schools)
    counts = verdicts(report, RULE)
    due, reported = class_days_of(report.schools) or (0, 0)
    assert counts.get(KEPT, 0) == reported
    assert sum(counts.values()) == due
    lacking = [f for f in report.findings if f.rule == RULE]
    assert sum(len(f.dates) or f.count for f in lacking if due) == due - reported
    assert not (due > reported and report.verdict is KEPT)


def test_of_a_single_school_that_sent_nothing_no_column_is_said_to_lack() -> None:
    report = judge(settings=TWO_DAYS, roster=roster(expect("第一小学", grade(3, "1"))))
    assert {reason for _, reason in report.basis.not_applied} == {"no-unit"}
    for format_name in ("text", "markdown", "html"):
        text = as_text(report, format_name, "zh", View())
        assert "应填报2" in text
        assert "一列" not in text
