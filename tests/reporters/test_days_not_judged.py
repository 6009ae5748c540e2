"""Days that are reported and that no rule judges are counted, and listed."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from made_workbooks import table_rows
from rendered import as_text
from small_logs import Row, judge, judge_rows, sheet, source

from homework_check.reporters import View, render
from homework_check.settings import Period, Settings

if TYPE_CHECKING:
    from homework_check.text import Lang

WEEKEND = ("2023-09-09", "2023-09-10")
ROWS = [Row(day=day) for day in ("2023-09-08", *WEEKEND)]
OTHER_CLASS = [Row(day=day, cls="3班") for day in ("2023-09-08", WEEKEND[0])]


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("zh", "不作判断的班日（周末、节假日、假期）：9月9日周六2个、9月10日周日1个。"),
        ("en", "Class-days not judged (weekends, holidays, vacations): 2 on Sat 9 Sep, 1 on Sun"),
    ],
)
@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_a_note_lists_the_days(name: str, lang: str, told: str) -> None:
    report = judge_rows(*ROWS, *OTHER_CLASS)
    assert told in as_text(report, name, "en" if lang == "en" else "zh", View(width=200))


def test_of_many_days_the_rest_is_counted_unless_all_are_asked_for() -> None:
    report = judge_rows(*(Row(day=f"2023-10-{day:02}") for day in range(1, 32)))
    few, everything = (
        as_text(report, "text", "zh", View(width=400, verbose=verbose)) for verbose in (False, True)
    )
    assert "10月21日周六1个、10月22日周日1个等共12天。" in few
    assert "10月29日周日1个。" in everything


def test_where_all_is_judged_nothing_is_said() -> None:
    report = judge_rows(Row(), Row(grade="一年级", form="口头", day=WEEKEND[0]))
    assert "不作判断的班日" not in as_text(report, "text", "zh", View())


def test_the_workbook_and_json_list_them_by_class() -> None:
    report = judge_rows(*ROWS, *OTHER_CLASS)
    data = render(report, "xlsx", "zh", View())
    assert isinstance(data, bytes)
    told = {row["班级"]: row["不作判断的日期"] for row in table_rows(data, "班级")}
    assert told == {"2班": "9月9日周六、9月10日周日", "3班": "9月9日周六"}
    classes = json.loads(as_text(report, "json", "zh", View()))["schools"][0]["classes"]
    assert {c["class"]: c["days_not_judged"] for c in classes} == {
        "2": [*WEEKEND], "3": [WEEKEND[0]],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("zh", "登记的2条作业是2023年9月4日至9月5日的，不在应报时段"),
        ("en", "The logs hold 2 entries of 4-5 September 2023, outside the period due"),
    ],
)
def test_that_all_that_is_logged_is_of_another_period_is_said_first(lang: Lang, told: str) -> None:
    log = source(sheet([Row(day="2023-09-04"), Row(day="2023-09-05")]))
    other_week = Settings(period=Period.week_of(date(2023, 9, 13)))
    text = as_text(judge(log, settings=other_week), "text", lang, View(width=200))
    assert told in text.split("\n\n")[1]
    text = as_text(judge(log, settings=Settings(period=Period.week_of(date(2023, 9, 4)))),
                   "text", lang, View(width=200))  # fmt: skip
    assert told not in text
