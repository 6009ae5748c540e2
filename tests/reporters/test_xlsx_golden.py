"""Every text of the workbooks of the sample logs, as files to read.

To renew them after a wanted change: ``pytest tests/reporters/test_xlsx_golden.py
--update-expected``, then read every difference.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
from made_workbooks import dump

from homework_check import __version__, pipeline
from homework_check.readers import sources
from homework_check.reporters import View, make
from homework_check.rules.load import DEFAULT_PACK, load_pack
from homework_check.settings import Settings
from homework_check.text import Lang

if TYPE_CHECKING:
    from homework_check.report import Report

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
SAMPLES = {"school": "samples/第一小学第2周作业登记.xlsx", "schools": "samples"}


def check(source: str) -> Report:
    found = sources.find([source])
    pack = load_pack(DEFAULT_PACK)
    return pipeline.check(pipeline.Request(found.files, pack, Settings(), found.passed_over))


@pytest.mark.parametrize("lang", get_args(Lang))
@pytest.mark.parametrize("name", SAMPLES)
def test_workbook_says_what_the_golden_one_says(
    name: str, lang: Lang, *, update_expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    data = make(check(SAMPLES[name]), "xlsx", lang, View())
    assert isinstance(data, bytes)
    text = dump(data).replace(f"homework-check {__version__}", "homework-check VERSION")
    file = GOLDEN / f"workbook.{name}.{lang}.txt"
    if update_expected:
        file.write_text(text, "utf-8", newline="\n")
    assert text == file.read_text("utf-8")
