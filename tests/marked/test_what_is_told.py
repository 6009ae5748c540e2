"""What a copy says at a cell and in its list, beyond what one log shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked_copies import HEADERS, check, copy_of, list_rows, noted, tasks

from homework_check.marked.comments import Note, comment, most_pressing
from homework_check.marked.copying import mark
from homework_check.marked.markings import markings
from homework_check.marked.tasks import Marked

SAMPLES = Path(__file__).parents[2] / "samples"
BROKEN = Note("broken", ("甲1", "甲2", "甲3", "甲4", "甲5", "甲6"))
OPEN = Note("undecided", ("乙1", "乙2", "乙3", "乙4"))
REMINDER = Note("reminder", ("丙1", "丙2", "丙3"))
COUNTED = Note(None, ("丁1", "丁2"))
LONG = Note("broken", tuple(map(str, range(12))))


@pytest.mark.parametrize(
    ("notes", "lines"),
    [
        ([BROKEN], "甲1 甲2 甲3 甲4 甲5 甲6"),
        ([OPEN, BROKEN], "甲1 甲2 甲3 甲4 甲5 甲6 乙1 乙2"),
        ([BROKEN, OPEN, REMINDER], "甲1 甲2 甲3 甲4 甲5 甲6 …还有2项"),
        ([COUNTED, REMINDER, OPEN], "乙1 乙2 乙3 乙4 丙1 丙2 丁1 丁2"),
        ([REMINDER, COUNTED], "丙1 丙2 丙3 丁1 丁2"),
        ([COUNTED] * 9, "丁1 丁2 丁1 丁2 丁1 丁2 …还有6项"),
        ([LONG], "0 1 2 3 4 5 6 7"),
        ([LONG, OPEN], "0 1 2 3 4 5 6 …还有1项"),
    ],
)
def test_the_most_pressing_comes_first_in_at_most_eight_lines(
    notes: list[Note], lines: str
) -> None:
    assert comment(notes, "zh") == lines.replace(" ", "\n")


@pytest.mark.parametrize(
    ("notes", "level"),
    [
        ([COUNTED, REMINDER, OPEN, BROKEN], "broken"),
        ([COUNTED, REMINDER, OPEN], "undecided"),
        ([COUNTED, REMINDER], "reminder"),
        ([COUNTED], None),
    ],
)
def test_a_cell_is_shown_by_the_most_pressing(notes: list[Note], level: str | None) -> None:
    assert most_pressing(notes) == level


def test_what_is_counted_from_other_files_goes_by_their_names() -> None:
    folder = SAMPLES / "实验小学"
    shown = {}
    for task in tasks(folder):
        copy = mark(task)
        assert isinstance(copy, Marked)
        (one,) = noted(copy.content)
        line = one.text.split("\n")[2].removeprefix("计入：")
        shown[Path(task.file.shown).stem] = (one.cell, line)
        assert list_rows(copy.content)[1][5] == one.cell
    assert shown == {
        "数学组": (
            "F4",
            "本格数学30；另有语文25（语文组.xlsx 语文!E4）、英语15（英语组.xlsx 英语!E4）。",
        ),
        "英语组": (
            "E4",
            "本格英语15；另有数学30（数学组.csv F4）、语文25（语文组.xlsx 语文!E4）。",
        ),
        "语文组": (
            "E4",
            "本格语文25；另有数学30（数学组.csv F4）、英语15（英语组.xlsx 英语!E4）。",
        ),
    }


def log(folder: Path, *rows: str) -> Path:
    path = folder / "作业.csv"
    path.write_text("\n".join([",".join(HEADERS), *rows]), "utf-8")
    return path


def test_classes_go_by_their_school_where_a_log_has_several(tmp_path: Path) -> None:
    rows = [f"第{n}小学,三年级,1班,2023-09-05,语文,抄写,书面,家庭,90" for n in "一二"]
    copy = copy_of(log(tmp_path, *rows))
    assert [row[2] for row in list_rows(copy.content)[1:]] == [
        "第一小学 三年级1班", "第二小学 三年级1班",
    ]  # fmt: skip


def test_what_is_about_no_cell_stands_in_the_list_alone(tmp_path: Path) -> None:
    days = [f"第一小学,三年级,{cls}班,2023-09-0{day},语文,抄写,书面,家庭,{minutes}"
            for cls, day, minutes in ((1, 5, 90), (1, 6, 20), (2, 5, 20))]  # fmt: skip
    copy = copy_of(log(tmp_path, *days))
    last = list_rows(copy.content)[-1]
    assert last[1:3] == ["提醒", "三年级2班"]
    assert "9月6日" in str(last[4])
    assert last[5] is None
    assert [one.cell for one in noted(copy.content)] == ["I2"]


def test_what_changes_no_verdict_and_has_no_cell_is_worth_no_copy(tmp_path: Path) -> None:
    days = [f"第一小学,三年级,{cls}班,2023-09-0{day},语文,抄写,书面,家庭,20"
            for cls, day in ((1, 5), (1, 6), (2, 5))]  # fmt: skip
    _, report = check(log(tmp_path, *days))
    assert [finding.rule for finding in report.findings] == ["possible-gap"]
    assert markings(report, "zh") == {}
