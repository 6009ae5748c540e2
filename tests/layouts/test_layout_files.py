"""The same week in every layout and every format: the same findings, but for their cells."""

from __future__ import annotations

from pathlib import Path

import pytest
from one_week import LAYOUTS, SUBJECTS, Week, findings, rectangle
from small_logs import judge
from week_files import FORMATS

from homework_check.model import Verdict
from homework_check.readers import read
from homework_check.readers.source_file import SourceFile

DATA = Path(__file__).parent / "data"
"""Files that need a library to write which nothing else here needs: xls, by xlwt."""

WEEK = Week(
    {
        (cls, day, subject): 5 * (1 + (3 * cls[0] + 2 * cls[1] + 5 * day + 4 * n) % 7)
        for cls in ((2, 1), (3, 1), (3, 2), (6, 4))
        for day in range(5)
        for n, subject in enumerate(SUBJECTS)
    }
)


def content(layout: str, ending: str) -> bytes:
    if ending == "xls":
        return (DATA / f"{layout}.xls").read_bytes()
    return FORMATS[ending](rectangle(*LAYOUTS[layout](WEEK)))


@pytest.mark.parametrize("ending", [*FORMATS, "xls"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_file_says_the_same(layout: str, ending: str) -> None:
    report = judge(read(SourceFile(f"week.{ending}", None, content(layout, ending))))
    expected = judge(read(SourceFile("week.csv", None, content("list", "csv"))))
    assert findings(report) == findings(expected)
    assert report.class_days == expected.class_days
    assert {finding.verdict for finding in expected.findings} == {Verdict.BROKEN}
    assert expected.class_days.kept > 0
