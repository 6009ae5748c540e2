"""The columns of the form: what may be typed into each, and what Excel says to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from homework_check.messages import phrases
from homework_check.messages import template as say
from homework_check.messages import template_errors as errors
from homework_check.messages.inert import inert
from homework_check.template.limits import grades_of, subjects_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homework_check.rules.pack import RulePack
    from homework_check.settings import SchoolSystem
    from homework_check.text import Lang

FIRST_ROW, LAST_ROW = 5, 304
"""Of the rows to fill in: 300."""

LETTERS: Final = {
    field: get_column_letter(number) for number, field in enumerate(say.HEADERS, start=1)
}
"""The letter of each field's column."""

_MOST_CLASSES = 20
_LONGEST_LIST = 255
"""Characters; Excel calls a workbook with a longer list damaged."""

_FIRST_DAY, _LAST_DAY = "DATE(2020,1,1)", "DATE(2035,12,31)"
_LONGEST_CONTENT = "200"
# Whole minutes from 1 on: reading takes 0 beside homework, and 1.5, for mistakes.
_MINUTES = 'OR({0}="{none}",AND(ISNUMBER({0}),{0}>=1,{0}<=240,{0}=INT({0})))'


class Column(NamedTuple):
    """How wide a column is in Excel's characters, and in which number format.

    ``@`` keeps what is typed: 10/12 pupils would become a day in October.
    """

    width: float
    number_format: str = "@"
    centred: bool = True


COLUMNS: Final = {
    "grade": Column(10),
    "class": Column(10),
    "date": Column(13, "yyyy-mm-dd"),
    "subject": Column(13),
    "content": Column(42, centred=False),
    "form": Column(12),
    "place": Column(11),
    "minutes": Column(17, "General"),
    "choice": Column(13),
    "posted": Column(11),
    "marked": Column(11),
}


def validations(pack: RulePack, system: SchoolSystem, lang: Lang) -> list[DataValidation]:
    """The validation of every column, each over all rows to fill in."""
    grades = [phrases.grade_name(grade)[lang] for grade in grades_of(pack, system)]
    classes = [say.CLASS.format(n=n)[lang] for n in range(1, _MOST_CLASSES + 1)]
    subjects = dict.fromkeys([*say.SUBJECTS[lang].split(","), *map(inert, subjects_of(pack))])
    minutes = _MINUTES.format(f"{LETTERS['minutes']}{FIRST_ROW}", none=say.NONE[lang])
    return [
        _from_list("grade", grades, lang),
        _from_list("class", classes, lang, "warning"),
        _checked("date", DataValidation("date", _FIRST_DAY, _LAST_DAY, operator="between"), lang),
        _from_list("subject", subjects, lang, "warning"),
        _checked(
            "content",
            DataValidation("textLength", _LONGEST_CONTENT, operator="lessThanOrEqual"),
            lang,
            "warning",
        ),
        _from_list("form", [say.FORMS[form][lang] for form in say.FORMS], lang),
        _from_list("place", [say.PLACES[place][lang] for place in say.PLACES], lang),
        _checked("minutes", DataValidation("custom", minutes), lang),
        _from_list("choice", [words[lang] for words in say.CHOICES.values()], lang),
        _from_list("posted", [say.YES_NO[lang]], lang),
        _from_list("marked", [say.YES_NO[lang]], lang, "warning"),
    ]


def _from_list(
    field: str, options: Iterable[str], lang: Lang, style: Literal["stop", "warning"] = "stop"
) -> DataValidation:
    listed = ""
    for option in options:
        longer = f"{listed},{option}" if listed else option
        if len(longer) <= _LONGEST_LIST:
            listed = longer
    quoted = listed.replace('"', '""')
    return _checked(field, DataValidation("list", f'"{quoted}"'), lang, style)


def _checked(
    field: str,
    validation: DataValidation,
    lang: Lang,
    style: Literal["stop", "warning"] = "stop",
) -> DataValidation:
    """Say what to type where the cell is chosen, and what is wrong where it was not."""
    prompt(validation, field, lang)
    error = errors.BOXES.get(field, errors.NOT_LISTED)
    # NOTE: openpyxl writes both as 0 unless told, and then Excel neither stops nor explains.
    validation.showErrorMessage = validation.allowBlank = True
    validation.errorStyle = style
    validation.errorTitle, validation.error = error.title[lang], error.text[lang]
    letter = LETTERS[field]
    validation.add(f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}")
    return validation


def prompt(validation: DataValidation, field: str, lang: Lang) -> None:
    """Let `validation` show the prompt of `field` where its cell is chosen."""
    box = say.PROMPTS[field]
    validation.showInputMessage = True
    validation.promptTitle, validation.prompt = box.title[lang], box.text[lang]
