"""Minutes of an entry: its minutes cell, its content, and the measured mean beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.memo import LastingMemo
from homework_check.model import NOTHING, UNKNOWN, Amount
from homework_check.normalise.fields.keys import NO_VALUE, Flaw
from homework_check.normalise.values import (
    LONGEST_TASK,
    ContentReading,
    Outcome,
    Unit,
    clean,
    maybe_hours,
    read_minute_items,
    read_minutes,
    read_packed,
)
from homework_check.normalise.values.cleaning import squeeze
from homework_check.normalise.values.words import sections
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from homework_check.workbook import CellValue

_BARE = late_pattern(r"[0-9]{1,9}(?:\.[0-9]{1,20})?")
_FEWEST_MINUTES = 3
"""A number without a unit that is smaller may be one of hours."""

_PART_OF_ONE = late_pattern(r"0?\.[0-9]*[1-9][0-9]*")
"""Under 分钟 it is an hour's part, or a time of day that lost its format: 0.0278 was 0:40."""


class Minutes(NamedTuple):
    """What a minutes cell says, before the content beside it is known.

    `case`: ``""`` understood, ``none`` (无, /), ``zero``, ``packed`` (by subject, in
    `packed`), or the flaw: ``unread``, ``maybe-hours``, ``no-unit``, ``implausible``.
    `items` of one that is unread: what it says of several tasks, as a content would.
    """

    amount: Amount
    case: str
    text: str
    packed: tuple[tuple[str, Amount], ...] = ()
    items: ContentReading | None = None


def read_cell(value: CellValue | None, unit: Unit) -> Minutes:
    """Read one minutes cell that is not blank."""
    value = "" if value is None else value
    text = clean(value)
    amount = read_minutes(value, unit)
    if amount is Outcome.NONE:
        return Minutes(NOTHING, "none", text)
    if isinstance(amount, Outcome):
        packed = read_packed(text)
        if packed:
            return Minutes(NOTHING, "packed", text, packed)
        if unit is Unit.UNSTATED and maybe_hours(value):
            return Minutes(UNKNOWN, "maybe-hours", text)
        return Minutes(UNKNOWN, "unread", text, items=read_minute_items(text, unit))
    if unit is Unit.NEEDED and read_minutes(value, Unit.HOURS) != amount:
        return Minutes(UNKNOWN, "no-unit", text)
    if unit is Unit.MINUTES and _PART_OF_ONE.fullmatch(text):
        return Minutes(UNKNOWN, "unread", text)
    if amount == NOTHING:
        return Minutes(NOTHING, "zero", text)
    return Minutes(amount, "implausible" if amount.low > LONGEST_TASK else "", text)


def read_actual(value: CellValue | None, unit: Unit) -> Minutes | None:
    """Read a cell of measured minutes; None: blank, no such column, or that it took as expected."""
    if value in {None, ""} or squeeze(value or "") in sections()["minutes"]["as_expected"]:
        return None
    return read_cell(value, unit)


def settled_unit(unit: Unit, values: Iterable[CellValue]) -> Unit:
    """The unit of a column or table whose numbers are `values`, where nothing states one.

    All of them below three are hours as likely as minutes: who types 1 and 2 for a whole week?
    A workbook may even show them with their unit, which stands in the format of its cells.
    """
    if unit is not Unit.UNSTATED:
        return unit
    numbers = [number for number in map(_NUMBERS.__getitem__, values) if number]
    return Unit.NEEDED if numbers and max(numbers) < _FEWEST_MINUTES else unit


def _number(value: CellValue) -> float:
    """The bare number of a cell; 0 where it has none."""
    if isinstance(value, int | float):
        return value
    text = clean(value)
    return float(text) if _BARE.fullmatch(text) else 0


_NUMBERS = LastingMemo(_number)


class WorkMinutes(NamedTuple):
    """The minutes of an entry. `none`: the row says that there was no homework."""

    amount: Amount
    none: bool = False
    flaws: tuple[Flaw, ...] = ()


def minutes_of_work(
    minutes: Minutes | None, content: ContentReading, *, named: bool, in_table: bool
) -> WorkMinutes:
    """Join a minutes cell (None: blank or no column) with what the content says.

    `named`: the content names work. `in_table`: there is a minutes column, so a blank cell
    in it is a flaw.
    """
    if content.none:
        return WorkMinutes(NOTHING, none=True)
    if minutes is None:
        if content.minutes is not None:
            return plausible(content.minutes, "")
        flaws = (Flaw("blank-minutes", "", "minutes", ""),) if in_table else ()
        return WorkMinutes(UNKNOWN, flaws=flaws)
    if minutes.case in {"none", "zero"}:
        if not named:
            return WorkMinutes(NOTHING, none=True)
        flaw = Flaw("unread-minutes", "none-beside-content", "minutes", minutes.text)
        return WorkMinutes(UNKNOWN, flaws=(flaw,))
    if minutes.case == "implausible":
        return plausible(minutes.amount, minutes.text)
    if minutes.case:
        case = minutes.case if minutes.case in {"maybe-hours", "no-unit"} else ""
        if NO_VALUE.match(minutes.text):
            case = "formula"
        return WorkMinutes(UNKNOWN, flaws=(Flaw("unread-minutes", case, "minutes", minutes.text),))
    amount = _or_more(minutes.amount, content)
    return WorkMinutes(amount._replace(low=0) if content.spread else amount)


def _or_more(amount: Amount, content: ContentReading) -> Amount:
    """The amount of a cell, or anything up to what the content says, if that says more.

    Of a cell that only sums up the content, no more counts than what the content says counts.
    """
    said = content.minutes
    if said and content.counts_in_part and amount == (said.high, said.high):
        return said
    if amount.high is None or said is None or said.low <= amount.high or content.at_most:
        return amount
    return Amount(amount.low, said.high)


def with_whole(parts: Sequence[WorkMinutes], content: ContentReading) -> Sequence[WorkMinutes]:
    """Parts of which the content has a larger whole: what is more may be of any of them."""
    whole = content.minutes
    highs = [part.amount.high for part in parts]
    known = [high for high in highs if high is not None]
    if whole is None or content.at_most or len(known) < 2 or len(known) < len(highs):
        return parts
    if whole.low <= sum(known) or any(part.none for part in parts):
        return parts
    more = None if whole.high is None else whole.high - sum(known)
    return [
        part._replace(amount=Amount(part.amount.low, None if more is None else high + more))
        for part, high in zip(parts, known, strict=True)
    ]


def in_parts(minutes: Minutes | None, content: ContentReading) -> tuple[ContentReading, ...]:
    """What counts by itself: what a content states of each form or place of work, or all of it.

    All of it if the cell of minutes beside it (None: blank or no column) has another sum.
    """
    whole = content.minutes
    agrees = minutes is None or (whole and minutes.amount == (whole.high, whole.high))
    return content.parts if content.parts and agrees else (content,)


def plausible(amount: Amount, text: str) -> WorkMinutes:
    """Take an amount as it is, or, if it is too long for one task, as doubtful.

    `text` says it; empty where the content does.
    """
    if amount.low <= LONGEST_TASK:
        return WorkMinutes(amount)
    said = (("minutes", str(amount.low // 10)),)
    flaw = Flaw("implausible-minutes", "", "minutes", text, said)
    return WorkMinutes(Amount(0, amount.high), flaws=(flaw,))


def with_actual(estimate: WorkMinutes, actual: Minutes | None) -> WorkMinutes:
    """Estimate and measured mean both given: the smaller to the larger of the two."""
    if actual is None or actual.case in {"none", "zero"} or estimate.none:
        return estimate
    if actual.case:
        flaw = Flaw("unread-minutes", "", "actual", actual.text)
        return WorkMinutes(UNKNOWN, flaws=(*estimate.flaws, flaw))
    if estimate.amount == UNKNOWN:
        blank = not estimate.flaws or estimate.flaws[0].rule == "blank-minutes"
        return WorkMinutes(actual.amount) if blank else estimate
    (low, high), (other_low, other_high) = estimate.amount, actual.amount
    top = None if high is None or other_high is None else max(high, other_high)
    return WorkMinutes(Amount(min(low, other_low), top), flaws=estimate.flaws)


def with_whole_actual(
    estimates: Sequence[WorkMinutes], actual: Minutes | None
) -> list[WorkMinutes]:
    """Estimates by subject, and a measured mean of all of them together.

    Nobody knows whose the difference is. One after the other gives way, so that their sum
    goes from the smaller to the larger of the two.
    """
    highs = [estimate.amount.high for estimate in estimates]
    if actual is None or actual.case or None in highs:
        return [with_actual(estimate, actual) for estimate in estimates]
    more = max(0, actual.amount.low - sum(high for high in highs if high is not None))
    less = max(0, sum(estimate.amount.low for estimate in estimates) - actual.amount.low)
    spread: list[WorkMinutes] = []
    for estimate, high in zip(estimates, highs, strict=True):
        low = estimate.amount.low
        taken = min(low, less)
        amount = Amount(low - taken, None if high is None else high + more)
        spread.append(estimate._replace(amount=amount))
        more, less = 0, less - taken
    return spread
