"""The reports of the sample logs in every format, as files to read.

Of a workbook they hold every text, of a page all but its style and its script. To renew them
after a wanted change: ``pytest tests/reporters/test_golden_reports.py --update-expected``, then
read every difference.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
from compared_reports import handed_in_again
from made_workbooks import dump

from homework_check import __version__, pipeline
from homework_check.readers import sources
from homework_check.reporters import FORMATS, View, render
from homework_check.rules.load import DEFAULT_PACK, load_pack
from homework_check.settings import Settings
from homework_check.text import Lang

if TYPE_CHECKING:
    from homework_check.report import Report

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
SCHOOL, SCHOOLS = "samples/第一小学第2周作业登记.xlsx", "samples"
FILES = {
    "workbook.school.{}.txt": ("xlsx", SCHOOL),
    "workbook.schools.{}.txt": ("xlsx", SCHOOLS),
    "school.{}.html": ("html", SCHOOL),
    "schools.{}.html": ("html", SCHOOLS),
    "school.{}.csv": ("csv", SCHOOL),
    "school.{}.md": ("markdown", SCHOOL),
    "schools.{}.md": ("markdown", SCHOOLS),
    "school.{}.xml": ("junit", SCHOOL),
    "school.{}.sarif": ("sarif", SCHOOL),
    "school.{}.github": ("github", SCHOOL),
}
COMPARED = {
    "text": "txt",
    "json": "json",
    "csv": "csv",
    "markdown": "md",
    "html": "html",
    "xlsx": "workbook.txt",
    "sarif": "sarif",
}
TELLING_NO_CHANGES = {"junit", "github"}
ELSEWHERE = {"json": "samples/*.expected.json", "text": "test_samples.py"}


def check(source: str) -> Report:
    found = sources.find([source])
    pack = load_pack(DEFAULT_PACK)
    return pipeline.check(pipeline.Request(found.files, pack, Settings(), found.passed_over))


def readable(data: str | bytes) -> str:
    text = data if isinstance(data, str) else dump(data)
    text = re.sub(r"(?s)(<style>|<script>).*?(</)", r"\1\2", text)
    return re.sub(r"'sha256-[^']*'", "'sha256-'", text).replace(__version__, "VERSION")


@pytest.mark.parametrize("lang", get_args(Lang))
@pytest.mark.parametrize("name", FILES)
def test_report_is_the_golden_one(
    name: str, lang: Lang, *, update_expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    format_name, source = FILES[name]
    actual = readable(render(check(source), format_name, lang, View())).encode()
    file = GOLDEN / name.format(lang)
    if update_expected:
        file.write_bytes(actual)
    assert actual.decode() == file.read_bytes().decode()


@pytest.mark.parametrize("lang", get_args(Lang))
@pytest.mark.parametrize("format_name", COMPARED)
def test_report_since_an_earlier_one_is_the_golden_one(
    format_name: str, lang: Lang, *, update_expected: bool
) -> None:
    actual = readable(render(handed_in_again(), format_name, lang, View())).encode()
    file = GOLDEN / f"compared.{lang}.{COMPARED[format_name]}"
    if update_expected:
        file.write_bytes(actual)
    assert actual.decode() == file.read_bytes().decode()


@pytest.mark.parametrize("format_name", sorted(TELLING_NO_CHANGES))
def test_formats_for_ci_servers_tell_only_what_is_now(format_name: str) -> None:
    report = handed_in_again()
    plain = report._replace(comparison=None)
    assert render(report, format_name, "zh", View()) == render(plain, format_name, "zh", View())


def test_every_format_is_looked_at_since_an_earlier_report() -> None:
    assert {*COMPARED, *TELLING_NO_CHANGES} == {*FORMATS}


def test_every_format_has_a_golden_report() -> None:
    assert {*ELSEWHERE, *(name for name, _ in FILES.values())} == set(FORMATS)
