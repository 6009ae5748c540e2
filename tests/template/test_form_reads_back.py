"""The form is done when it can be filled in as its guide says and raises no question."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from homework_check.checker import Occasion, check
from homework_check.messages import phrases
from homework_check.messages import template as say
from homework_check.model import Form, Place, Verdict
from homework_check.normalise import normalise
from homework_check.readers import workbooks
from homework_check.readers.package import Package
from homework_check.rules.load import DEFAULT_PACK, load_pack
from homework_check.settings import SchoolSystem, Settings
from homework_check.template import render
from homework_check.template.columns import FIRST_ROW
from homework_check.workbook import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homework_check.log import Log
    from homework_check.report import Report
    from homework_check.text import Lang, Text

LANGUAGES: tuple[Lang, ...] = ("zh", "en")
MONDAY = date(2023, 9, 4)
SCHOOL, WEEK = "贵港市港北区第一小学", "第2周（2023年9月4日—9月8日）"
PACK = load_pack(DEFAULT_PACK)

Cells = tuple[str | int | date | None, ...]


def filled(form: bytes, rows: Sequence[Cells]) -> bytes:
    """Fill in a form and save it, as another program writes workbooks."""
    workbook = load_workbook(io.BytesIO(form))
    sheet = workbook.worksheets[0]
    sheet["B2"], sheet["G2"] = SCHOOL, WEEK
    for row, cells in enumerate(rows, FIRST_ROW):
        for column, value in enumerate(cells, start=1):
            if value is not None:
                sheet.cell(row, column).value = value
    saved = io.BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def kept_week(lang: Lang, *, days: int = 5) -> Iterator[Cells]:
    """A week of every grade, with optional work, work in school, and days without homework."""
    written, oral = say.FORMS[Form.WRITTEN][lang], say.FORMS[Form.OTHER][lang].split(",")[0]
    home, school = say.PLACES[Place.HOME][lang], say.PLACES[Place.SCHOOL][lang]
    required, optional = (say.CHOICES[choice][lang] for choice in ("required", "optional"))
    yes, none = say.YES_NO[lang].split(",")[0], say.NONE[lang]
    chinese, maths = say.SUBJECTS[lang].split(",")[:2]
    for grade in range(1, 10):
        for cls in (say.CLASS.format(n=1)[lang], "火箭班"):
            for day in (MONDAY + timedelta(days=n) for n in range(days)):
                keys = (phrases.grade_name(grade)[lang], cls, day)
                if day.weekday() == 2:
                    yield (*keys, None, none, None, None, none)
                    continue
                yield (*keys, chinese, "朗读课文", oral, home, 15, optional, yes, yes)
                where = school if grade < 3 else home
                yield (*keys, maths, "练习册第5页", written, where, 30, required, yes, "38/40")


def understood(form: bytes, system: SchoolSystem = SchoolSystem.SIX_THREE) -> tuple[Log, Report]:
    source = Source("第2周作业登记.xlsx", workbooks.read(Package(form), "xlsx"))
    settings = Settings(system)
    log = normalise(source, settings)
    return log, check([log], PACK, settings, Occasion("0", "2026-11-23T19:00:00+08:00"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("system", SchoolSystem)
def test_a_kept_week_raises_no_question(lang: Lang, system: SchoolSystem) -> None:
    form = render(PACK, system, lang)
    _, report = understood(filled(form, list(kept_week(lang))), system)
    assert report.findings == ()
    assert report.verdict is Verdict.KEPT
    assert report.coverage.class_days_reported == 9 * 2 * 5


@pytest.mark.parametrize("lang", LANGUAGES)
def test_only_what_was_filled_in_is_an_entry(lang: Lang) -> None:
    rows = list(kept_week(lang, days=2))
    log, _ = understood(filled(render(PACK, SchoolSystem.SIX_THREE, lang), rows))
    (form, guide) = log.sheets
    (table,) = form.tables
    assert len(form.entries) == len(rows)
    assert (form.remarks, table.left_out, table.missing) == ((), (), frozenset())
    assert table.range == f"A4:K{FIRST_ROW + len(rows) - 1}"
    assert [use.field for use in table.columns] == list(say.HEADERS)
    assert (guide.status, guide.hidden) == ("no-log", False)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_school_and_week_are_taken_from_the_title_lines(lang: Lang) -> None:
    log, _ = understood(
        filled(render(PACK, SchoolSystem.SIX_THREE, lang), list(kept_week(lang, days=1)))
    )
    (table,) = log.sheets[0].tables
    taken = {i.field: (i.value, i.where) for i in table.inherited}
    assert taken == {
        "school": (SCHOOL, "title A2"),
        "date": ("2023-09-04 - 2023-09-08", "title F2"),
        "year": ("2023", "title F2"),
    }


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("field", "listed"),
    [
        ("subject", [say.SUBJECTS]),
        ("form", list(say.FORMS.values())),
        ("place", list(say.PLACES.values())),
        ("choice", list(say.CHOICES.values())),
        ("posted", [say.YES_NO]),
    ],
)
def test_whatever_is_chosen_from_a_list_is_understood(
    lang: Lang, field: str, listed: list[Text]
) -> None:
    row: dict[str, str | int | date] = {
        "grade": phrases.grade_name(3)[lang],
        "class": say.CLASS.format(n=20)[lang],
        "subject": say.SUBJECTS[lang].split(",")[0],
        "content": "练习册第5页",
        "form": say.FORMS[Form.WRITTEN][lang],
        "place": say.PLACES[Place.SCHOOL][lang],
        "minutes": 1,
        "choice": say.CHOICES["required"][lang],
        "posted": say.YES_NO[lang].split(",")[0],
        "marked": say.YES_NO[lang].split(",")[0],
    }
    options = [option for words in listed for option in words[lang].split(",")]
    rows = [
        tuple(
            (row | {"date": MONDAY, "content": f"第{n}页", field: option})[f] for f in say.HEADERS
        )
        for n, option in enumerate(options)
    ]
    _, report = understood(filled(render(PACK, SchoolSystem.SIX_THREE, lang), rows))
    assert {f.rule for f in report.findings} <= {"unposted-homework"}
    assert report.verdict is Verdict.KEPT


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_form_that_nobody_filled_in_is_nothing_to_judge(lang: Lang) -> None:
    _, report = understood(render(PACK, SchoolSystem.SIX_THREE, lang))
    assert report.verdict is Verdict.UNDECIDED
