"""What has changed since an earlier report, in every format that tells it."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any, get_args

import pytest
from compared_reports import counts, handed_in_again, since
from jsonschema import Draft202012Validator
from made_workbooks import opened, table_rows
from rendered import as_text
from sample_reports import SAMPLES
from small_logs import Row, judge, judge_rows, sheet, source, unreadable

from homework_check.messages.wrapping import cells
from homework_check.model import Verdict
from homework_check.reporters import FORMATS, View, render
from homework_check.reporters.json_v1.report import schema
from homework_check.text import Lang

if TYPE_CHECKING:
    from homework_check.report import Report

EVERYTHING = View(max_findings=10**6)
STATES = {
    "upper-primary-daily-minutes 3 2": "left",
    "upper-primary-daily-minutes 4 1": "new",
    "upper-primary-daily-minutes 4 2": "new",
    "upper-primary-daily-minutes 5 1": "left",
    "unmarked-homework 3 2": "left",
    "blank-minutes 4 2": "new",
}


@pytest.fixture(scope="module")
def report() -> Report:
    return handed_in_again()


def facts_of(report: Report) -> Any:
    return json.loads(as_text(report, "json", "zh", View()))


@pytest.mark.parametrize("format_name", FORMATS)
def test_without_an_earlier_report_no_format_tells_of_one(format_name: str) -> None:
    plain = judge_rows(Row(minutes=70), Row(minutes="", cls="1班"))
    told = render(plain, format_name, "zh", View())
    same = since(plain, plain)._replace(findings=plain.findings, comparison=None)
    assert render(same, format_name, "zh", View()) == told
    if isinstance(told, str):
        assert not any(word in told for word in ("与上次比", "仍存在", '"baseline', '"change":'))


def test_json_counts_what_it_tells(report: Report) -> None:
    facts = facts_of(report)
    Draft202012Validator(json.loads(schema())).validate(facts)
    baseline = facts["baseline"]
    assert list(baseline) == ["path", "generated_at", "counts", "fixed", "not_compared"]
    assert baseline["path"] == "第1周报告.json"
    assert baseline["counts"] == {"new": 2, "left": 3, "fixed": 1, "not_compared": 1}
    told = {f"{f['rule']} {f['grade']} {f['class']}": f["change"]["state"]
            for f in facts["findings"] if f["verdict"]}  # fmt: skip
    assert told == STATES
    (fixed,) = baseline["fixed"]
    assert (fixed["rule"], fixed["date"], fixed["measured"], "change" in fixed) == (
        "upper-primary-daily-minutes", "2023-09-04", 75, False,
    )  # fmt: skip
    (other,) = baseline["not_compared"]
    assert (other["reason"], other["finding"]["grade"]) == ("no-report", 6)


def test_json_tells_what_a_finding_was(report: Report) -> None:
    changes = {f["grade"]: f["change"] for f in facts_of(report)["findings"]
               if f["verdict"] == "broken" and f["date"]}  # fmt: skip
    assert changes == {
        3: {"state": "left", "verdict": "broken", "measured": 75},
        4: {"state": "new", "verdict": None, "measured": None},
        5: {"state": "left", "verdict": "undecided", "measured": 20},
    }


def test_csv_has_a_last_column(report: Report) -> None:
    text = as_text(report, "csv", "zh", View()).removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert list(rows[0])[-1] == "change"
    assert [row["change"] for row in rows] == [
        finding["change"]["state"] for finding in facts_of(report)["findings"]
    ]


def test_the_workbook_has_a_column_behind_the_number(report: Report) -> None:
    data = render(report, "xlsx", "zh", View())
    assert isinstance(data, bytes)
    todo, open_ = (table_rows(data, title) for title in ("问题清单", "待核"))
    assert [row["与上次比"] for row in todo] == [
        "仍存在（上次75分钟）", "新出现", "仍存在（上次待核）", "仍存在",
        "已解决", "无法比较（这次没有登记）",
    ]  # fmt: skip
    assert [list(row)[:3] for row in (todo[0], open_[0])] == [["序号", "与上次比", "学校"]] * 2
    assert [row["与上次比"] for row in open_] == ["新出现"]
    # Of what is gone there is nothing to do, and its cells may have moved.
    assert {row["单元格"] for row in todo[4:]} == {row["建议"] for row in todo[4:]} == {None}
    assert "已解决1项，仍存在3项" in str([*opened(data)["结论"].values])


@pytest.mark.parametrize("lang", get_args(Lang))
@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_formats_for_people_tell_all_of_it(report: Report, name: str, lang: Lang) -> None:
    text = re.sub(r"\s", "", as_text(report, name, lang, View()))
    words = {
        "zh": ("已解决1项，仍存在3项，新出现2项", "上次75分钟", "上次待核", "已解决：1项",
               "无法比较：1项", "这次没有登记"),
        "en": ("1 fixed, 3 still there, 2 new", "still there (75 min last time)",
               "undecided last time", "Fixed: 1", "Not comparable: 1", "not reported now"),
    }  # fmt: skip
    assert [word for word in words[lang] if word.replace(" ", "") not in text] == []


@pytest.mark.parametrize("lang", get_args(Lang))
@pytest.mark.parametrize("most", [0, 1, 50])
def test_lists_are_bounded_and_fit_a_terminal(lang: Lang, most: int) -> None:
    rows = [Row(cls=f"{n}班", minutes=70) for n in range(1, 9)]
    then, now = judge_rows(*rows), judge_rows(*(row._replace(minutes=20) for row in rows))
    text = as_text(since(then, now), "text", lang, View(max_findings=most))
    assert max(map(cells, text.splitlines())) < 80
    listed = [line for line in text.splitlines() if line.startswith("  - ") and "70" in line]
    assert len(listed) == min(most, 8)
    assert ("--max-findings 8" in text) == (most < 8)


def test_a_report_in_which_nothing_was_read_says_that_nothing_compares() -> None:
    now = judge(unreadable("log.xlsx"))
    report = since(judge_rows(Row(minutes=70)), now)
    assert counts(report) == (1, 0, 0, 1)
    for name in ("text", "markdown", "html"):
        text = re.sub(r"\s", "", as_text(report, name, "zh", EVERYTHING))
        assert "文件这次没有，或没有读到" in text


def test_what_to_mind_is_told() -> None:
    other = Row(minutes=70, day="2023-09-12")
    text = as_text(since(judge_rows(Row(minutes=70)), judge_rows(other)), "markdown", "zh", View())
    assert "上次是2023年9月5日，这次没有其中的一天" in text


def test_groups_of_both_kinds_are_counted() -> None:
    columns = ("school", "grade", "cls", "day", "subject", "content", "minutes")
    then = judge(source(sheet([Row(minutes=70)], columns=columns)))
    rows = [Row(minutes=70), Row(minutes=80, cls="1班"), Row(minutes=90, cls="3班")]
    report = since(then, judge(source(sheet(rows, columns=columns))))
    text = as_text(report, "text", "zh", View())
    assert "与上次比：新出现2处，仍存在1处" in text


def test_samples_compared_with_themselves_are_still_there() -> None:
    for make_sample in SAMPLES.values():
        report = make_sample()
        text = as_text(since(report, report), "text", "zh", View())
        assert "新出现0项" in text
        deciding = [f for f in report.findings if f.verdict in {Verdict.BROKEN, Verdict.UNDECIDED}]
        assert ("仍存在" in text.replace("仍存在0项", "")) == bool(deciding)


@pytest.mark.parametrize("format_name", ["text", "markdown", "html"])
def test_days_of_a_class_that_are_fixed_alike_are_told_together(format_name: str) -> None:
    days = [f"2023-09-{n:02}" for n in (4, 5, 6, 8)]
    open_ = [Row(day=day, cls=cls, minutes="") for cls in ("1班", "2班") for day in days]
    over = [Row(day="2023-09-07", minutes=m) for m in (70,)]
    earlier = judge_rows(*open_, *over)
    now = judge_rows(*(row._replace(minutes=20) for row in (*open_, *over)))
    told = as_text(since(earlier, now), format_name, "zh", EVERYTHING).replace("\\", "")
    assert "已解决：9项" in told
    days_told = "9月4日周一至9月6日周三、9月8日周五"
    assert told.count(f"{days_told}：待核") == 2
    assert told.count("三年级2班 9月7日 周四：超时（上次70分钟）") == 1
