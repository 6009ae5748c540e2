"""Laws of comparing reports, whatever stands in the logs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from compared_reports import PATH, comparison_of, counts, saved, since
from hypothesis import given
from hypothesis import strategies as st
from small_logs import Row, judge, sheet, source

from homework_check.baseline import compare, load
from homework_check.baseline.compare import items

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from homework_check.report import Report

COLUMNS = ("school", "grade", "cls", "day", "subject", "content", "form", "minutes", "marked")
ROWS = st.builds(
    Row,
    subject=st.sampled_from(["语文", "数学", ""]),
    minutes=st.sampled_from([20, 35, 70, "", "很多"]),
    form=st.sampled_from(["书面", "口头", "综合", ""]),
    content=st.sampled_from(["练习册", "无", "", "罚抄课文，家长签字"]),
    day=st.sampled_from(["2023-09-05", "2023-09-06", "2023-09-09", "某天"]),
    cls=st.sampled_from(["1班", "2班", "", "13812345678班"]),
    grade=st.sampled_from(["一年级", "三年级", "高一", ""]),
    school=st.sampled_from(["第一小学", "第二小学", ""]),
    marked=st.sampled_from(["是", "否", ""]),
)


def judged(logs: Sequence[Sequence[Row]]) -> Report:
    return judge(
        *(source(sheet(rows, columns=COLUMNS), path=f"{n}.csv") for n, rows in enumerate(logs))
    )


REPORTS = st.lists(st.lists(ROWS, max_size=5), min_size=1, max_size=3).map(judged)


@given(REPORTS)
def test_compared_with_itself_nothing_is_new_or_fixed(report: Report) -> None:
    same = since(report, report)
    assert counts(same) == (0, len(items(report.findings)), 0, 0)
    assert all(f.change and f.change[1:] == (f.verdict, f.measured) for f in same.findings)


@given(REPORTS)
def test_compared_with_a_report_without_findings_all_is_new(report: Report) -> None:
    nothing = json.dumps(saved(report) | {"findings": []}).encode()
    new = compare(report, load(PATH, nothing))
    assert counts(new) == (len(items(report.findings)), 0, 0, 0)


@given(REPORTS, REPORTS)
def test_every_item_is_told_once(earlier: Report, report: Report) -> None:
    found = comparison_of(since(earlier, report))
    assert found.new + found.left == len(items(report.findings))
    gone = len(found.fixed) + len(found.not_compared)
    assert gone <= len(items(earlier.findings))


@given(REPORTS, REPORTS)
def test_what_is_fixed_was_judged(earlier: Report, report: Report) -> None:
    """No class-day is called fixed that is not in the report, or is not judged there."""
    judged_days = {
        (one.key.grade, one.key.name, day)
        for school in report.schools
        for one in school.classes
        for day, result in one.days.items()
        if result.verdict is not None
    }
    told = comparison_of(since(earlier, report)).fixed
    days = {(f.grade, f.class_name, f.date) for f in told if f.date and f.class_name}
    assert {day for day in days if "*" not in str(day[1])} <= judged_days


@given(REPORTS, REPORTS, st.randoms(use_true_random=False))
def test_the_order_of_the_earlier_findings_is_no_matter(
    earlier: Report, report: Report, random: Random
) -> None:
    findings = list(earlier.findings)
    random.shuffle(findings)
    shuffled = earlier._replace(findings=tuple(findings))
    assert counts(since(earlier, report)) == counts(since(shuffled, report))
