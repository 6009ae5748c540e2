"""Reports as the programs they are for read them; a warning of one is an error here."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING

from junitparser import Error, Failure, JUnitXml, Skipped
from markdown_it import MarkdownIt
from rendered import as_text

from homework_check.reporters import View
from homework_check.reporters.parts import divide

if TYPE_CHECKING:
    from homework_check.report import Report

ALL = View(max_findings=10**6)


def test_a_ci_server_counts_what_the_report_says(sample: Report) -> None:
    root = JUnitXml.fromstring(as_text(sample, "junit", "zh", ALL).encode())
    cases = [case for suite in root for case in suite]
    found = Counter(type(result) for case in cases for result in case.result)
    assert (root.tests, root.failures, root.errors, root.skipped) == (
        len(cases), found[Failure], found[Error], found[Skipped],
    )  # fmt: skip
    assert all(case.name and case.classname for case in cases)


def test_a_spreadsheet_finds_a_row_a_finding(sample: Report) -> None:
    data = as_text(sample, "csv", "zh", ALL).encode()
    with io.TextIOWrapper(io.BytesIO(data), "utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert [row["rule"] for row in rows] == [finding.rule for finding in sample.findings]
    assert all(None not in row and None not in row.values() for row in rows)


def test_a_page_of_markdown_has_its_tables_and_items(sample: Report) -> None:
    tokens = MarkdownIt().enable("table").parse(as_text(sample, "markdown", "zh", ALL))
    kinds = Counter(token.type for token in tokens)
    parts = divide(sample)
    if parts.todo or parts.open:
        assert kinds["ordered_list_open"]
    assert kinds["heading_open"]
    assert kinds["table_open"] == kinds["table_close"]
