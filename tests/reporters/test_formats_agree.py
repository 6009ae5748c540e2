"""All formats of one report tell of the same findings, verdicts and counts."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from made_workbooks import opened, table_rows
from rendered import as_text
from sample_reports import SAMPLES
from small_logs import Row, judge, judge_rows, sheet, source, unreadable

from homework_check.expected import ExpectedGrade, ExpectedSchool, Roster
from homework_check.messages.findings import READING
from homework_check.model import Verdict
from homework_check.reporters import View, render
from homework_check.reporters.parts import divide
from homework_check.settings import Period, Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from homework_check.report import Report

REPORTS: dict[str, Callable[[], Report]] = {
    **SAMPLES,
    "judged": lambda: judge_rows(
        Row(minutes=45), Row(subject="数学", minutes=30), Row(minutes="很多", cls="1班"),
        Row(subject="茶艺", cls="3班"), Row(content="罚抄课文", cls="3班", form="", minutes=65),
    ),
    "of-a-roster": lambda: judge(
        source(sheet([Row(), Row(minutes=70, day="2023-09-04"), Row(cls="1班")])),
        unreadable("第三小学.xlsx"),
        settings=Settings(period=Period(date(2023, 9, 4), date(2023, 9, 5))),
        roster=Roster("名册.xlsx", (
            ExpectedSchool("港北区", "第一小学"),
            ExpectedSchool("港北区", "第二小学", None, (ExpectedGrade(3, ("1", "2")),)),
            ExpectedSchool("覃塘区", "第三小学"),
        )),
    ),
}  # fmt: skip
UNREPORTED = "unreported-class-day"
ALL = View(max_findings=10**6)


@pytest.fixture(params=list(REPORTS))
def report(request: pytest.FixtureRequest) -> Report:
    return REPORTS[request.param]()


def json_of(report: Report) -> Any:
    return json.loads(as_text(report, "json", "en", ALL))


def rows_of(report: Report) -> list[dict[str, str]]:
    text = as_text(report, "csv", "en", ALL).removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def results_of(report: Report) -> Any:
    return json.loads(as_text(report, "sarif", "en", ALL))["runs"][0]["results"]


def workbook_of(report: Report) -> bytes:
    data = render(report, "xlsx", "en", ALL)
    assert isinstance(data, bytes)
    return data


def table_of(report: Report, title: str) -> list[dict[str, object]]:
    data = workbook_of(report)
    return table_rows(data, title) if title in opened(data).sheetnames else []


def test_findings_stand_in_the_same_order_everywhere(report: Report) -> None:
    facts = [(f["rule"], f["severity"], f["verdict"]) for f in json_of(report)["findings"]]
    rows = [(r["rule"], r["severity"], r["verdict"] or None) for r in rows_of(report)]
    results = [
        (r["ruleId"], r["properties"]["severity"], r["properties"].get("verdict"))
        for r in results_of(report)
    ]
    assert facts == rows == results


def test_levels_agree(report: Report) -> None:
    levels = [result["level"].replace("note", "notice") for result in results_of(report)]
    lines = as_text(report, "github", "en", ALL).splitlines()[1:]
    assert [re.split(r"[: ]", line.removeprefix("::"))[0] for line in lines] == levels
    assert ("error" in levels) == (report.exit_code("error") == 1)


def test_cells_agree(report: Report) -> None:
    cells = [{at["cell"] for at in f["locations"]} for f in json_of(report)["findings"]]
    in_rows = [set(re.findall(r"\b[A-Z]+\d+\b", r["locations"])) for r in rows_of(report)]
    in_results = [
        {
            cell["name"]
            for at in (*r["locations"], *r["relatedLocations"])
            for cell in at.get("logicalLocations", [])
        }
        for r in results_of(report)
    ]
    assert [found - {None} for found in cells] == in_rows == in_results


def test_verdicts_agree(report: Report) -> None:
    assert json_of(report)["verdict"] == report.verdict.value
    run = json.loads(as_text(report, "sarif", "en", ALL))["runs"][0]
    assert run["properties"]["verdict"] == report.verdict.value
    if report.nothing_read:
        return
    # "MET", "NOT MET" and "UNDECIDED" begin the formats for people.
    text, page = (as_text(report, name, "en", ALL) for name in ("text", "markdown"))
    assert page.removeprefix("## ").split(",")[0] == text.split("  ")[0]


def test_tests_of_a_ci_server_agree(report: Report) -> None:
    root = ET.fromstring(as_text(report, "junit", "en", ALL).encode())  # noqa: S314 - made here
    broken = Counter(
        (f["school"], f["grade"], f["class"], f["rule"])
        for f in json_of(report)["findings"]
        if (f["severity"], f["verdict"]) == ("error", "broken")
    )
    assert root.get("failures") == str(len(broken))
    assert (root.get("failures") != "0") == (report.verdict is Verdict.BROKEN)


def test_what_is_not_reported_is_no_test_that_passes() -> None:
    report = REPORTS["of-a-roster"]()
    root = ET.fromstring(as_text(report, "junit", "en", ALL).encode())  # noqa: S314 - made here
    open_cases = {
        (suite.get("name"), case.get("classname"))
        for suite in root
        for case in suite
        if UNREPORTED in str(case.get("name")) and case.find("error") is not None
    }
    assert open_cases == {
        ("港北区 第一小学", "Grade 3 Class 1"),
        ("港北区 第二小学", "Grade 3 Class 1"),
        ("港北区 第二小学", "Grade 3 Class 2"),
        ("港北区 第二小学", "第二小学"),
    }


def test_counts_of_aspects_agree_with_the_tallies(report: Report) -> None:
    if report.nothing_read:
        return
    rates = re.findall(r"\((\d+)/(\d+)\)", as_text(report, "markdown", "en", ALL).split("###")[0])
    sums: Counter[tuple[str, str]] = Counter()
    judged: Counter[tuple[str, str]] = Counter()
    for tally in json_of(report)["tallies"]:
        key = tally["aspect"], tally["unit"]
        sums[key] += tally["kept"]
        judged[key] += tally["kept"] + tally["broken"] + tally["undecided"]
    assert Counter(rates) == Counter((str(sums[k]), str(n)) for k, n in judged.items() if n)


def test_items_of_the_formats_for_people_agree(report: Report) -> None:
    parts = divide(report)
    items = re.findall(r"^\d+\. ", as_text(report, "markdown", "en", ALL), re.MULTILINE)
    cards = as_text(report, "html", "en", ALL).count("<article ")
    assert len(items) == len(parts.todo) + len(parts.open)
    assert cards == len(items) + len(parts.absent)


def test_what_to_act_on_in_a_workbook_agrees(report: Report) -> None:
    facts = [
        (f["date"], f["measured"], f["limit"], f["excess"], f["message"]["en"])
        for f in json_of(report)["findings"]
        if f["rule"] not in {*READING, UNREPORTED}
        and (f["severity"], f["verdict"]) != ("error", "undecided")
    ]
    rows = [
        (str(row["Date"])[:10] if row["Date"] else None,
         row["Reported"], row["Limit"], row["Over"], row["About"])
        for row in table_of(report, "To act on")
    ]  # fmt: skip
    assert Counter(rows) == Counter(facts)


def test_counts_in_the_headline_are_those_of_the_sections(report: Report) -> None:
    parts = divide(report)
    headings = {"todo": f"To act on: {len(parts.todo)}", "open": f"To check: {len(parts.open)}"}
    for name in ("text", "markdown", "html"):
        text = as_text(report, name, "en", ALL)
        if not report.nothing_read:
            for part, heading in headings.items():
                assert (heading in text) == bool(getattr(parts, part))
    page = as_text(report, "html", "en", ALL)
    for part in headings:
        section = page.partition(f'<section id="{part}">')[2].partition("</section>")[0]
        assert section.count("<article") == len(getattr(parts, part))


def test_what_was_not_received_in_a_workbook_agrees(report: Report) -> None:
    rules = {UNREPORTED, "unreadable-source", "no-log-found"}
    facts = [f["message"]["en"] for f in json_of(report)["findings"] if f["rule"] in rules]
    assert Counter(row["About"] for row in table_of(report, "Not received")) == Counter(facts)


def test_what_to_check_in_a_workbook_agrees(report: Report) -> None:
    units = Counter(
        (f["school"], f["date"], f["limit"])
        for f in json_of(report)["findings"]
        if f["rule"] not in READING and (f["severity"], f["verdict"]) == ("error", "undecided")
    )
    names = {f.school.name for f in report.findings if f.school}
    rows = Counter(
        (row["School"] if row["School"] in names else None, str(row["Date"])[:10], row["Limit"])
        for row in table_of(report, "To check")
        if row["Rule"]
    )
    assert rows == units


def test_counts_of_rules_and_schools_in_a_workbook_agree(report: Report) -> None:
    keys = ("kept", "broken", "undecided", "not_judged")
    counts = {t["rule"]: tuple(t[key] for key in keys) for t in json_of(report)["tallies"]}
    titles = ("Met", "Not met", "Undecided", "Not judged")
    rows = {
        str(row["Id"]): tuple(row[title] for title in titles) for row in table_of(report, "Rules")
    }
    assert {rule: rows[rule] for rule in counts} == counts
    assert not any(any(map(int, map(str, rows[rule]))) for rule in rows.keys() - counts.keys())
    schools = table_of(report, "Schools")
    time = sum(t["kept"] for t in json_of(report)["tallies"] if t["aspect"] == "time")
    met = [row.get("Time Met") for row in schools]
    assert sum(n for n in met if isinstance(n, int)) == time
    assert len(schools) == len(json_of(report)["schools"])


def test_submissions_in_text_agree_with_the_json_report() -> None:
    report = REPORTS["of-a-roster"]()
    facts = json_of(report)
    text = as_text(report, "text", "en", ALL)
    counts = facts["coverage"]["schools"]
    assert f"{counts['kept']} of {counts['due']} due" in text
    assert f"{counts['unreadable']} unreadable, {counts['missing']} missing" in text
    coverage = facts["coverage"]
    due, reported = coverage["class_days"], coverage["class_days_reported"]
    assert f"Due: {due} class-days, reported {reported}." in text
    submissions = [school["submission"] for school in facts["schools"]]
    assert sum(s["due"] or 0 for s in submissions) == due
    assert sum(s["reported"] or 0 for s in submissions) == reported
    (tally,) = (t for t in facts["tallies"] if t["aspect"] == "reporting")
    assert (tally["kept"], tally["kept"] + tally["broken"] + tally["undecided"]) == (reported, due)
    for county in facts["counties"]:
        own = [s for s in facts["schools"] if s["county"] == county["county"]]
        assert county["schools"]["due"] == len(own)
        assert county["class_days_due"] == (
            sum(s["submission"]["due"] or 0 for s in own)
            if any(s["submission"]["due"] is not None for s in own)
            else None
        )


def test_submissions_in_a_workbook_agree_with_the_json_report() -> None:
    report = REPORTS["of-a-roster"]()
    facts = {s["school"]: s["submission"] for s in json_of(report)["schools"]}
    rows = {row["School"]: row for row in table_of(report, "Schools")}
    words = {"received": "received", "partly-received": "partly", "unreadable": "unreadable",
             "missing": "missing"}  # fmt: skip
    assert {name: row["Submission"] for name, row in rows.items()} == {
        name: words[submission["state"]] for name, submission in facts.items()
    }
    known = {name: s for name, s in facts.items() if s["due"] is not None}
    assert {
        name: (rows[name]["Class-days due"], rows[name]["Class-days reported"]) for name in known
    } == {name: (s["due"], s["reported"]) for name, s in known.items()}


@pytest.mark.parametrize(
    ("format_name", "words"),
    [
        ("text", "no file received; 2 classes on the roster, 4 class-days due."),
        ("markdown", "no file received; 2 classes on the roster, 4 class-days due"),
        ("html", "第二小学: nothing received, class-days due: 4."),
        ("csv", "第二小学: nothing received, class-days due: 4."),
        ("github", "第二小学: nothing received, class-days due: 4."),
    ],
)
def test_a_school_that_sent_nothing_is_told_of_everywhere(format_name: str, words: str) -> None:
    text = as_text(REPORTS["of-a-roster"](), format_name, "en", ALL)
    assert words in text.replace("\\", "")
    assert "第三小学.xlsx is incomplete or damaged." in text.replace("\\", "")
