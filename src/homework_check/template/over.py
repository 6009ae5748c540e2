"""Formulas that tell while the form is filled in that a class's day is over a limit."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, TypeVar

from homework_check.messages import phrases
from homework_check.messages import template as say
from homework_check.template.columns import FIRST_ROW, LAST_ROW, LETTERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from homework_check.template.limits import DayLimit
    from homework_check.text import Lang, Text

Key = TypeVar("Key", bound=str)

_EVERY_DAY = 7


def formula(limit: DayLimit, lang: Lang) -> str:
    """Whether the class and day of the first row are over `limit`, as Excel computes it.

    Only what is certain counts: a row whose form or place is still empty does not.
    """
    grades = (f'{_cell("grade")}="{phrases.grade_name(grade)[lang]}"' for grade in limit.grades)
    conditions = [f"OR({','.join(grades)})"]
    if len(limit.weekdays) < _EVERY_DAY:
        days = (f"WEEKDAY({_cell('date')},2)={day}" for day in limit.weekdays)
        conditions.append(f"OR({','.join(days)})")
    return f"AND({','.join(conditions)},{_amount(limit, lang)}>{limit.at_most:g})"


def _amount(limit: DayLimit, lang: Lang) -> str:
    """The day's amount. No constant arrays: they are not allowed in conditional formats."""
    same_day = [f"{_range(field)},{_cell(field)}" for field in ("grade", "class", "date")]
    terms = []
    for form, place, choice in product(
        _counting(say.FORMS, limit.forms, lang),
        _counting(say.PLACES, limit.places, lang),
        _counting(say.CHOICES, limit.choices, lang),
    ):
        chosen = {"form": form, "place": place, "choice": choice}
        criteria = same_day + [
            f'{_range(field)},"{option}"' for field, option in chosen.items() if option
        ]
        if limit.counted == "minutes":
            terms.append(f"SUMIFS({_range('minutes')},{','.join(criteria)})")
        else:
            some = [f'{_range("content")},"<>{say.NONE[lang]}"', f'{_range("content")},"<>"']
            terms.append(f"COUNTIFS({','.join(criteria + some)})")
    return "+".join(terms)


def _counting(
    options: Mapping[Key, Text], selected: Sequence[str] | None, lang: Lang
) -> list[str | None]:
    """The options of a list that count; None stands for any, also for an empty cell."""
    if selected is None:
        return [None]
    return [word for key in options if key in selected for word in options[key][lang].split(",")]


def _cell(field: str) -> str:
    return f"${LETTERS[field]}{FIRST_ROW}"


def _range(field: str) -> str:
    return f"${LETTERS[field]}${FIRST_ROW}:${LETTERS[field]}${LAST_ROW}"
