"""Minutes of several tasks in one cell: ``口算5分钟，练习15分钟``, ``书面20 口头10``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homework_check.model import UNKNOWN, Amount
from homework_check.normalise.values.cleaning import fold
from homework_check.normalise.values.content import ContentReading, read_content
from homework_check.normalise.values.content_items import all_known
from homework_check.normalise.values.content_minutes import STATED, read_stated_minutes
from homework_check.normalise.values.durations import AFTER, BEFORE, Unit
from homework_check.normalise.values.words import alternatives, meanings, sections
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_LONGEST: Final = 120
"""Characters of a cell; a longer one is a text."""

_LABEL: Final = r"(?P<label>[^\W\d_]{1,10}?)"
_BETWEEN: Final = " 、,;/+。\n"
_END: Final = rf"(?:[{_BETWEEN}]+|$|(?<=\))|(?<=分钟)(?=[^\W\d_]))"
_WITH_UNIT: Final = late_pattern(
    rf"{_LABEL}??[ :]{{0,2}}\(?{STATED.pattern}\)?(?P<bracket>\([^()0-9]{{1,10}}\))?{_END}"
)
_BEHIND: Final = late_pattern(rf"\(?{STATED.pattern}\)? ?\(?{_LABEL}\)?(?:{_END}|(?=[0-9]))")
"""The label behind the minutes: 10分钟口算、20分钟作文; 40分钟 书面."""

_BARE: Final = late_pattern(rf"{_LABEL}[ :]{{0,2}}(?P<amount>[3-9]|[1-9][0-9]{{1,2}}){_END}")
_BARE_ALONE: Final = late_pattern(r"([1-9][0-9]{0,2}) ?(\()?([^()0-9]{1,10})(?(2)\))")
"""A number alone, with a word behind it that says of what work: 20（书面）, 20 书面."""

_ABOUT: Final = late_pattern(alternatives("minutes", *BEFORE, *AFTER))
_SHORT_UNIT: Final = late_pattern(r"(?<=[0-9]) ?分(?!钟)")
_FULL_MARKS: Final = late_pattern(
    rf"{alternatives('minutes', 'score')}[^,;。、+\s]{{0,12}}[,(:]?\ ?"
    r"(?:[6-9][0-9]|1[0-9]{2})\ ?分(?!钟)"
)
"""试卷（100分） is what a test is worth; few take as long."""

_PUPILS: Final = late_pattern(".+生")
_A_LETTER: Final = late_pattern("[a-z甲乙丙]")


def read_minute_items(text: str, unit: Unit = Unit.UNSTATED) -> ContentReading | None:
    """Read a cell of minutes that says how long each task takes; None unless it says only that.

    It states what a content of these words would: minutes, and maybe form, place or layer. Numbers
    have their unit, or none has: then they are minutes, unless `unit` says otherwise, and not the
    exercises of a task.
    """
    folded = fold(text)
    is_of_test = any(word in folded for word in sections()["minutes"]["score"])
    if is_of_test and _FULL_MARKS.search(folded):
        return None
    folded = _SHORT_UNIT.sub("分钟", folded)
    names_something = any(map(str.isalpha, folded))
    if not names_something or len(folded) > _LONGEST:
        return None
    may_be_bare = unit in {Unit.UNSTATED, Unit.MINUTES}
    if may_be_bare:
        folded = _as_minutes(folded)
    items = _cut(folded, _WITH_UNIT) or _cut(folded, _BEHIND)
    may_be_counts = items is None
    if items is None and may_be_bare:
        items = _cut(folded, _BARE)
    names = [name for item in items or () for name in _names(item)]
    if not items or not all(_says_part(name) or _is_exercise(name) for name in names):
        return None
    if not names and len(items) > 1 and "+" not in folded and _ABOUT.search(folded):
        # 40分钟以上，约50分钟 may say the same twice.
        return None
    if may_be_counts and not (len(items) > 1 and all(map(_says_part, names))):
        return None
    # One task of an unknown form among others leaves the form of all open.
    states = all(item["label"] and _says_part(item["label"]) for item in items)
    contents = [_as_content(item, ":" * states) for item in items]
    reading = read_content("\n".join(contents))
    if reading.minutes and states and all(map(_PUPILS.fullmatch, names)):
        reading = reading._replace(minutes=_of_any(contents))
    return reading if reading.minutes else None


def _of_any(contents: Sequence[str]) -> Amount:
    """The minutes of one task, which is timed for several kinds of pupils: 优等生15，学困生30."""
    amounts = [read_stated_minutes(content) or UNKNOWN for content in contents]
    highs = [amount.high for amount in amounts if amount.high is not None]
    top = max(highs) if len(highs) == len(amounts) else None
    return Amount(min(amount.low for amount in amounts), top)


def _cut(text: str, pattern: re.Pattern[str]) -> list[re.Match[str]] | None:
    """Give the items of a text in order; None if anything is left over."""
    items: list[re.Match[str]] = []
    position = 0
    while position < len(text):
        item = pattern.match(text, position)
        if item is None:
            return None
        items.append(item)
        position = item.end()
    return items


def _as_minutes(text: str) -> str:
    alone = _BARE_ALONE.fullmatch(text)
    if alone is None or not _says_part(alone[3]):
        return text
    # 20（道） is a number of exercises, and 道 a subject as well; 3选做 may be one, too.
    known = meanings("form") if not alone[2] or alone[3] in meanings("subject") else {alone[3]}
    return f"{alone[1]}分钟({alone[3]})" if alone[3] in known else text


def _names(item: re.Match[str]) -> Iterator[str]:
    """What stands before the minutes and behind them, if anything does."""
    parts = item.groupdict()
    named = (parts["label"], parts.get("bracket"))
    return (name.strip("()") for name in named if name)


def _says_part(name: str) -> bool:
    """Whether a name says which part of the work it is: 书面, 校内, 必做, A层; A alone does not."""
    return all_known(name) and not _A_LETTER.fullmatch(name)


def _is_exercise(name: str) -> bool:
    return name in meanings("exercise")


def _as_content(item: re.Match[str], colon: str) -> str:
    """The item as a teacher would write it among contents; behind a colon a label states."""
    label = item["label"] or ""
    if item.re.pattern == _BARE.pattern:
        return f"{label}{colon}{item['amount']}分钟"
    stated = item[0].replace(label, "", 1).replace("()", "")
    return f"{label}{colon}{stated.lstrip(' :').rstrip(_BETWEEN)}"
