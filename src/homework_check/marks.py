"""What marks the reports of this program, so that a folder searched for logs leaves them alone."""

from __future__ import annotations

from typing import Final

PROGRAM: Final = "homework-check"

KEYWORDS: Final = "homework-check report"
"""In the properties of a workbook; Excel and WPS keep it when they save."""

GENERATOR: Final = f'<meta name="generator" content="{KEYWORDS}">'
"""In the head of a page. Source: HTML Standard, 4.2.5.1 (standard metadata names)."""

TEST_SUITES: Final = f'<testsuites name="{PROGRAM}"'
"""How a JUnit report begins, behind the declaration of XML."""

COPY_KEYWORDS: Final = "homework-check marked copy"
"""The same of a marked copy, which is a log and is read like any other."""

CSV_KEYS: Final = (
    "rule", "severity", "verdict", "school", "county", "grade", "class", "date", "weekday",
    "subject", "value", "measured", "at_least", "limit", "excess", "unit", "count", "message",
    "hint", "reference", "locations", "dates",
)  # fmt: skip
"""The header of the CSV report: keys of a finding in the JSON report."""

LIST_TITLES: Final = {
    "zh": (
        "序号", "情况", "班级", "日期", "问题", "单元格", "现填", "上限", "超出", "一起计入的",
        "建议", "学校说明",
    ),
    "en": (
        "No.", "Status", "Class", "Date", "Problem", "Cells", "Filled in now", "Limit", "Over",
        "Counted together", "Advice", "School's answer",
    ),
}  # fmt: skip
"""The header of the list in a marked copy: programs and people that save a file again keep its
cells, but not always its properties."""
