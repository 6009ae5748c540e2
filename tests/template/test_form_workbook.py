from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from homework_check.messages import template as say
from homework_check.messages import template_errors as errors
from homework_check.rules.base import Bilingual
from homework_check.rules.load import DEFAULT_PACK, load_pack
from homework_check.settings import SchoolSystem
from homework_check.template import render

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from homework_check.text import Lang

LANGUAGES: tuple[Lang, ...] = ("zh", "en")
PACK = load_pack(DEFAULT_PACK)
FORMS = {lang: render(PACK, SchoolSystem.SIX_THREE, lang) for lang in LANGUAGES}


def log_sheet(lang: Lang = "zh") -> Worksheet:
    return load_workbook(io.BytesIO(FORMS[lang])).worksheets[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_pack_gives_the_same_bytes_and_no_time(lang: Lang) -> None:
    assert render(PACK, SchoolSystem.SIX_THREE, lang) == FORMS[lang]
    with ZipFile(io.BytesIO(FORMS[lang])) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_it_says_what_it_was_made_from() -> None:
    workbook = load_workbook(io.BytesIO(render(PACK, SchoolSystem.FIVE_FOUR, "zh")))
    properties = {p.name: p.value for p in getattr(workbook, "custom_doc_props").props}  # noqa: B009
    assert properties == {
        "HomeworkCheckForm": 1,
        "RulePack": "guigang-2023 1.0",
        "SchoolSystem": "5-4",
    }


def test_every_cell_that_is_filled_in_is_empty_and_none_holds_a_formula() -> None:
    sheet = log_sheet()
    assert (sheet.max_row, sheet.freeze_panes, sheet.page_setup.orientation) == (
        4,
        "A5",
        "landscape",
    )
    assert [cell.value for cell in sheet[4]] == [header.zh for header in say.HEADERS.values()]
    values = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    assert values[:3] == ["作业登记表", "学校：", "周次："]
    assert not any(str(value).startswith("=") for value in values)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_readers_see_the_same_two_sheets(lang: Lang) -> None:
    workbook = load_workbook(io.BytesIO(FORMS[lang]))
    with CalamineWorkbook.from_filelike(io.BytesIO(FORMS[lang])) as other:
        assert other.sheet_names == workbook.sheetnames
        for sheet in workbook:
            rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
            assert other.get_sheet_by_name(sheet.title).to_python() == rows


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_column_is_explained_and_guarded(lang: Lang) -> None:
    guarded = {
        str(validation.sqref): validation
        for validation in log_sheet(lang).data_validations.dataValidation
    }
    columns = {f"{letter}5:{letter}304" for letter in "ABCDEFGHIJK"}
    assert guarded.keys() == columns | {"B2", "G2"}
    for where, validation in guarded.items():
        assert validation.showInputMessage
        assert validation.showErrorMessage is (where in columns)
        assert validation.allowBlank is (where in columns)
        # Excel calls a workbook damaged that says more.
        assert len(validation.promptTitle) <= 32
        assert len(validation.errorTitle or "") <= 32
        assert max(len(validation.prompt), len(validation.error or "")) <= 255
        assert not (validation.formula1 or "").startswith("=")


def test_what_may_be_typed() -> None:
    by_column = {
        str(v.sqref)[0]: (v.type, v.errorStyle, v.formula1)
        for v in log_sheet().data_validations.dataValidation
        if ":" in str(v.sqref)
    }
    assert by_column["A"] == (
        "list",
        "stop",
        '"一年级,二年级,三年级,四年级,五年级,六年级,七年级,八年级,九年级"',
    )
    assert by_column["B"][:2] == by_column["D"][:2] == by_column["K"][:2] == ("list", "warning")
    assert by_column["C"] == ("date", "stop", "DATE(2020,1,1)")
    assert by_column["E"] == ("textLength", "warning", "200")
    assert by_column["G"] == ("list", "stop", '"家庭,学校,课堂"')
    assert by_column["H"] == (
        "custom",
        "stop",
        'OR(H5="无",AND(ISNUMBER(H5),H5>=1,H5<=240,H5=INT(H5)))',
    )


def test_every_column_has_a_prompt_and_only_columns_have_errors() -> None:
    assert say.PROMPTS.keys() == say.HEADERS.keys() | {"school", "week"}
    assert errors.BOXES.keys() <= say.HEADERS.keys()


def test_whatever_a_rule_file_says_the_form_can_be_opened() -> None:
    first, *others = PACK.rules
    odd = replace(
        first,
        scope=first.scope._replace(subjects=('=1+1"', "\x01")),
        title=Bilingual(zh="=\x1b[31m"),
    )
    pack = replace(PACK, version="=\x00", rules=(odd, *others))
    form = render(pack, SchoolSystem.SIX_THREE, "zh")
    sheet = load_workbook(io.BytesIO(form)).worksheets[1]
    assert {cell.data_type for (cell,) in sheet.iter_rows()} == {"s"}
