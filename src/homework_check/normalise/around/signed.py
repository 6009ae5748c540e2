"""The school year in which a form was signed or filled in, as a line below its table says."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from homework_check.normalise.around.context import NO_HINT, Statement
from homework_check.normalise.around.periods import (
    stated_month,
    stated_period,
    stated_school_year,
    without_days,
)
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SIGNED: Final = late_pattern(
    "填[表报写]|制表|上报|报送|统计|登记|审[核批]|签[字名章]|盖章|教[务导]处|日期|学年"
)
_OF_RULES: Final = late_pattern(
    "根据|按照?|依据|意见|文件|通知|规定|要求|办法|不超过|不得|起[执实]行"
)
_FIRST_OF_YEAR: Final = 8  # August


def signed_years(notes: Sequence[tuple[str, str]]) -> Iterator[Statement]:
    """The school years that signature lines and dates below a table state, each with its cell.

    What rules a note names have a year of their own.
    """
    for text, cell in notes:
        plain = unicodedata.normalize("NFKC", text)
        is_date = not any(map(str.isalpha, without_days(plain)))
        if (is_date or _SIGNED.search(plain)) and not _OF_RULES.search(plain):
            year = stated_school_year(plain) or _school_year_of_day(plain)
            if year is not None:
                yield Statement(text, f"note {cell}", school_year=year)


def _school_year_of_day(text: str) -> int | None:
    period = stated_period(text, NO_HINT) or stated_month(text)
    if period is None:
        return None
    return period.first.year - (period.first.month < _FIRST_OF_YEAR)
