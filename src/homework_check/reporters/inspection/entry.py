"""One entry as it was understood, in the words of ``inspect``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.messages import inspection as say
from homework_check.messages import phrases, words
from homework_check.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homework_check.model import Amount, Entry
    from homework_check.text import Lang


def entry_row(entry: Entry, lang: Lang) -> list[str]:
    """Row, class, date, subject, form and minutes of an entry."""
    day = entry.date
    weekday = words.WEEKDAYS[day.weekday()][lang == "en"] if day else ""
    form = words.FORMS[entry.work.form.value][lang] if entry.work.form else "-"
    return [
        str(entry.location().cell)
        if entry.table.transposed
        else say.ROW.format(row=entry.row)[lang],
        _classes(entry)[lang],
        f"{day.isoformat()} {weekday}" if day else say.UNKNOWN[lang],
        phrases.subject(entry.subject)[lang],
        form,
        _minutes(entry)[lang],
    ]


def _classes(entry: Entry) -> Text:
    if entry.grade is None or entry.classes is None:
        return say.UNKNOWN
    names: Iterable[str | None] = entry.classes or (None,)
    return phrases.joined([phrases.class_name(entry.grade, name) for name in names])


def _minutes(entry: Entry) -> Text:
    if not entry.work.reported:
        return say.NOT_REPORTED
    return say.NO_HOMEWORK if entry.work.none else _amount(entry.minutes)


def _amount(amount: Amount) -> Text:
    low = phrases.number(amount.low / 10)
    if amount.high is None:
        return Text(f"至少{low}分钟", f"at least {low} min") if amount.low else same("-")
    if amount.low == amount.high:
        return Text(f"{low}分钟", f"{low} min")
    high = phrases.number(amount.high / 10)
    return Text(f"{low}至{high}分钟", f"{low}-{high} min")
