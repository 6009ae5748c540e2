"""The merged workbook tells what the merged document tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest
from inert_checks import check_characters, check_workbook
from made_workbooks import opened, table_rows, text_of
from office_reports import named, school

from homework_check.merge import merge
from homework_check.merge.workbook import render
from homework_check.text import Lang

if TYPE_CHECKING:
    from homework_check.merge import MergedV1

WEEK_1, WEEK_2 = ("2023-09-04", "2023-09-08"), ("2023-09-11", "2023-09-15")
ATTACK = "=cmd|' /C calc'!A0\x1b[2J\u202e"


def term() -> MergedV1:
    """Two weeks of a county, and a report of another one."""
    first = [school("第一小学", "甲县", (8, 2, 0)), school("第二小学", "甲县")]
    reports = [
        named("1.json", first, days=WEEK_1),
        named("2.json", [school("第一小学", "甲县", (10, 0, 0))], days=WEEK_2),
        named(f"{ATTACK}.json", [school(ATTACK, ATTACK, (0, 0, 1))], days=WEEK_2),
    ]
    return merge(reports, "0.1.0", "2023-10-01T08:00:00+08:00")


def test_every_table_has_the_numbers_of_the_document() -> None:
    merged, data = term(), render(term(), "en")
    schools = table_rows(data, "Schools")
    worst = schools[0]
    told = (worst["School"], worst["Time Met"], worst["Time Not met"], worst["Reports"])
    assert told == ("第一小学", 18, 2, 2)
    assert len(schools) == len(merged.schools)
    for title in ("Schools", "Counties", "Weeks"):
        rows = table_rows(data, title)
        for name, key in (("Met", "kept"), ("Not met", "broken"), ("Undecided", "undecided")):
            total = sum(getattr(tally, key) for tally in merged.tallies)
            assert sum(int(str(row[f"Time {name}"])) for row in rows) == total
    assert [row["File"] for row in table_rows(data, "Reports")][:2] == ["1.json", "2.json"]


def test_a_school_of_which_nothing_came_is_called_so() -> None:
    missing = {"state": "missing", "due": 10, "reported": 0}
    parts = [school("第一小学"), school("第二小学", submission=missing, verdict="undecided",
                                    standing="undecided", tallies=[])]  # fmt: skip
    data = render(merge([named("1.json", parts)], "0.1.0", "2023-10-01T08:00:00Z"), "en")
    told = {row["School"]: row["Verdict"] for row in table_rows(data, "Schools")}
    assert told == {"第一小学": "met", "第二小学": "missing"}


@pytest.mark.parametrize("lang", get_args(Lang))
def test_it_is_inert_and_the_same_every_time(lang: Lang) -> None:
    data = render(term(), lang)
    assert data == render(term(), lang)
    check_workbook(data)
    check_characters(text_of(data))


def test_a_single_report_has_no_tables_of_one_row() -> None:
    data = render(
        merge([named("1.json", [school("第一小学")])], "0.1.0", "2023-10-01T08:00:00Z"), "zh"
    )
    assert opened(data).sheetnames == ["结论", "汇总", "各份报告"]
