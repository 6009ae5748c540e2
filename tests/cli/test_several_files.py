"""What several files say of one school: added up once, and nothing twice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

if TYPE_CHECKING:
    from pathlib import Path

    from processes import Program

RULE = "upper-primary-daily-minutes"
HEADER = ("学校", "年级", "班级", "日期", "学科", "作业内容", "作业形式", "完成地点", "时长(分钟)")
CLASS_DAY = ("第一小学", "三年级", "2班", "2023-09-05")


def log(*entries: tuple[str, str, int]) -> str:
    """A log of one class-day: subject, content and minutes of every entry."""
    rows = [HEADER, *((*CLASS_DAY, s, c, "书面", "家庭", str(m)) for s, c, m in entries)]
    return "".join(",".join(row) + "\n" for row in rows)


CHINESE = log(("语文", "抄写生字", 25))
MATHS = log(("数学", "口算第3页", 30))
ENGLISH = log(("英语", "抄写单词", 20))


@pytest.mark.parametrize(
    ("files", "code", "sum_", "told"),
    [
        pytest.param({"语文.csv": CHINESE, "数学.csv": MATHS}, 0, None, [], id="two teachers"),
        pytest.param({"语文.csv": CHINESE, "数学.csv": MATHS, "英语.csv": ENGLISH}, 1, 75, [],
                     id="three teachers"),
        pytest.param({"语文.csv": CHINESE, "数学.csv": MATHS, "副本/数学.csv": MATHS}, 0, None,
                     ["duplicate-source"], id="an identical file"),
        pytest.param({"数学.csv": MATHS, "数学（改）.csv": MATHS.replace(",30", ",40")}, 0, None,
                     ["overlapping-entry"], id="other minutes, both within the limit"),
        pytest.param({"数学.csv": MATHS, "数学（改）.csv": MATHS.replace(",30", ",70")}, 3, 30,
                     ["overlapping-entry"], id="other minutes, the limit between"),
        pytest.param({"数学.csv": MATHS.replace(",30", ",65"),
                      "数学（改）.csv": MATHS.replace(",30", ",70")}, 1, 65,
                     ["overlapping-entry"], id="other minutes, both over"),
    ],
)  # fmt: skip
def test_files_of_one_school(
    tmp_path: Path,
    program: Program,
    files: dict[str, str],
    code: int,
    sum_: int | None,
    told: list[str],
) -> None:
    for name, text in files.items():
        place = tmp_path / "报送" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    assert judged(program, code) == (sum_, told)


def test_a_summary_sheet_never_doubles(tmp_path: Path, program: Program) -> None:
    workbook = Workbook()
    sheets = {"语文": [("语文", "抄写生字", 25)], "数学": [("数学", "口算第3页", 30)]}
    sheets["汇总"] = [entry for entries in sheets.values() for entry in entries]
    for title, entries in sheets.items():
        sheet = workbook.create_sheet(title)
        for line in log(*entries).splitlines():
            sheet.append([int(text) if text.isdecimal() else text for text in line.split(",")])
    del workbook["Sheet"]
    (tmp_path / "报送").mkdir()
    workbook.save(tmp_path / "报送" / "三年级.xlsx")
    assert judged(program, 0) == (None, ["duplicate-entry"])


def judged(program: Program, code: int) -> tuple[int | None, list[str]]:
    """The sum told of the only class-day, and what else is told."""
    done = program("check", "报送", "--format", "json")
    assert done.returncode == code, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    (tally,) = (t for t in report["tallies"] if t["rule"] == RULE)
    assert tally["kept"] + tally["broken"] + tally["undecided"] == 1
    sums = [f["measured"] for f in report["findings"] if f["rule"] == RULE]
    assert len(sums) <= 1
    others = {f["rule"] for f in report["findings"] if f["rule"] != RULE}
    return (sums[0] if sums else None), sorted(others)
