"""The sheet that says how the form is filled in: sentences only, nothing like a log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.properties import PageSetupProperties

from homework_check.messages import template_guide as say
from homework_check.messages.inert import inert
from homework_check.messages.wrapping import wrap
from homework_check.template.sentences import rule_sentences

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from homework_check.rules.pack import RulePack
    from homework_check.settings import SchoolSystem
    from homework_check.text import Lang, Text

FORM_VERSION: Final = 1
"""Counted up whenever the columns of the form change."""

_WIDTH = 72
_LINE = 18
"""Points; Excel does not make a row higher by itself for text that came from elsewhere."""


def paragraphs(pack: RulePack, system: SchoolSystem) -> tuple[Text, ...]:
    """The paragraphs of the guide; the last says what the form was made from."""
    return (
        say.HOW,
        say.NO_HOMEWORK,
        say.ESTIMATE,
        say.LIMITS.format(sentences=rule_sentences(pack, system)),
        say.CORRECT,
        say.DAYS_OFF,
        say.CHECK,
        say.STAMP.format(
            pack=pack.id, version=pack.version, system=say.SYSTEMS[system], form=FORM_VERSION
        ),
    )


def write_guide(sheet: Worksheet, pack: RulePack, system: SchoolSystem, lang: Lang) -> None:
    """Write one paragraph a row, each row as high as its lines."""
    sheet.title = say.SHEET[lang]
    sheet.column_dimensions["A"].width = _WIDTH
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    told = paragraphs(pack, system)
    for row, paragraph in enumerate(told, start=1):
        cell = sheet.cell(row, 1)
        # NOTE: words of a rule file that begin with = are no formula.
        cell.value, cell.data_type = inert(paragraph[lang]), "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        lines = len(wrap(paragraph[lang], _WIDTH - 4))
        sheet.row_dimensions[row].height = _LINE * lines + _LINE / 2
    sheet.cell(len(told), 1).font = Font("Calibri", 9, color="FF666666")
