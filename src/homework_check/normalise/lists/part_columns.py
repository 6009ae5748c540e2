"""Columns of which the values say what they hold.

Those headed by nothing but a part of the work (书面 and 口头, 课后服务 and 家庭) hold minutes,
contents, or ticks that stand for the words of the heads; 完成时段 and 完成时间 may be a place,
完成方式 and 作业分类 a form; and 数学 between 语文作业时长 and 英语作业时长 holds minutes as they
do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from homework_check.memo import LastingMemo
from homework_check.model import Amount, Place
from homework_check.normalise.around.stated_units import has_unit, says_minutes
from homework_check.normalise.headers.facets import read_form_and_place
from homework_check.normalise.headers.header import asks
from homework_check.normalise.headers.kinds import kind_of
from homework_check.normalise.headers.own_words import COMMON
from homework_check.normalise.values import (
    Outcome,
    Unit,
    clean,
    is_part_head,
    read_choice,
    read_minutes,
    read_place,
    read_subject,
    read_yes_no,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from homework_check.normalise.around.surroundings import Surroundings
    from homework_check.normalise.body import Body, Column
    from homework_check.normalise.headers.header import Header
    from homework_check.workbook import CellValue

_TIMES = frozenset({"minutes", "hours", "time", "unclear", "actual"})
_ANSWERS = frozenset({"yes", "no"})
_MAYBE_PLACES = frozenset({"where", "time"})
_OPPOSITES = {"home": "school", "school": "home", "written": "other",
              "required": "optional", "optional": "required"}  # fmt: skip
"""What a no says. One to 课堂 leaves 课后服务, and one to 实践 what is read aloud."""


_PLACES = LastingMemo(read_place)


def settle_by_values(headers: Sequence[Header], body: Body) -> tuple[tuple[Header, ...], Body]:
    """Give the headers with what such columns hold, and the body with ticks put into words."""
    headers, body = _settle_parts(_with_answers_apart(headers), body)
    with_place, with_form = (any(h.field == name for h in headers) for name in ("place", "form"))
    of_subjects = any(header.field == "minutes" and header.facets.subject for header in headers)
    settled = _with_choices(headers, body)
    for index, header in enumerate(headers):
        if header.own:
            continue
        column = body.columns[index]
        if header.field in _MAYBE_PLACES:
            settled[index] = _as_place(header, column, known=with_place)
        maybe_form = header.field == "where" or (not header.field and is_part_head(header.text))
        if settled[index].field is None and maybe_form and not with_form and _holds_forms(column):
            settled[index] = header._replace(field="form")
        elif header.field is None and of_subjects:
            settled[index] = _as_minutes(header, body.distinct[index])
    return tuple(settled), body


def _with_answers_apart(headers: Sequence[Header]) -> Sequence[Header]:
    """The headers, with 作业形式(书面) beside 作业形式(口头) as parts, which are ticked."""
    for name in ("form", "place"):
        of_field = [header for header in headers if header.field == name]
        if len(of_field) > 1 and all(getattr(header.facets, name) for header in of_field):
            headers = [h._replace(field="part") if h in of_field else h for h in headers]
    return headers


def _with_choices(headers: Sequence[Header], body: Body) -> list[Header]:
    """The headers; of several that name the form, 作业类型 over 基础性作业 is of the choice."""
    forms = [i for i, header in enumerate(headers) if header.field == "form" and not header.own]
    settled = list(headers)
    if len(forms) < 2 or any(header.field == "choice" for header in headers):
        return settled
    for index in forms:
        values = {*body.columns[index]} - {""}
        choices = [v for v in values if not isinstance(read_choice(v), Outcome)]
        if 2 * len(choices) > len(values):
            settled[index] = headers[index]._replace(field="choice")
    return settled


def _holds_forms(column: Column) -> bool:
    """Whether most of what stands below 作业分类 or 完成方式 are forms."""
    values = {*column} - {""}
    forms = [v for v in values if not isinstance(read_form_and_place(v)[0], Outcome)]
    return 2 * len(forms) > len(values)


def _as_place(header: Header, column: Column, *, known: bool) -> Header:
    """The header; where no other is `known` to be of the place, it is if its values are places.

    Of 完成时段 one value that is not home is enough: the others are unknown places then.
    """
    places = {_PLACES[value] for value in {*column} - {""}}
    if header.field == "where":
        is_place = bool(places & {Place.SCHOOL, Place.LESSON})
    else:
        is_place = bool(places) and all(isinstance(place, Place) for place in places)
    if is_place and not known:
        return header._replace(field="place")
    return header._replace(field=None) if header.field == "where" else header


def _as_minutes(header: Header, values: AbstractSet[CellValue]) -> Header:
    """The header; a bare subject over durations is of its minutes."""
    subject, known = read_subject(header.text)
    if not known or kind_of(values) != "durations":
        return header
    return header._replace(field="minutes", facets=header.facets._replace(subject=subject))


def _settle_parts(headers: Sequence[Header], body: Body) -> tuple[tuple[Header, ...], Body]:
    parts = [index for index, header in enumerate(headers) if header.field == "part"]
    asking = [index for index in parts if asks(headers[index].text)]
    if asking:
        headers, body = _with_words(asking, headers, body)
        parts = [index for index in parts if index not in asking]
    if not parts:
        return tuple(headers), body
    others = {header.field for header in headers} - {"part"}
    values = {value for index in parts for value in body.columns[index]} - {""}
    kind = _kind(values, timed=not others.isdisjoint(_TIMES))
    # What stands beside a column of contents is not told from notes.
    field = None if kind == "ticks" or (kind == "content" and "content" in others) else kind
    settled = tuple(h._replace(field=field) if h.field == "part" else h for h in headers)
    return _with_words(parts, settled, body) if kind == "ticks" else (settled, body)


def _with_words(
    parts: Sequence[int], headers: Sequence[Header], body: Body
) -> tuple[tuple[Header, ...], Body]:
    """The headers and the body, where the columns at `parts` are ticked."""
    settled = [h._replace(field="ticks") if i in parts else h for i, h in enumerate(headers)]
    others = {header.field for header in settled}
    in_words: dict[int, Column] = {}
    for name in ("form", "place", "choice", "layer"):
        group = {i: str(said) for i in parts if (said := getattr(headers[i].facets, name))}
        if not group or name in others:
            continue
        first = min(group)
        in_words[first] = _in_words(name, group, body)
        for index in group:
            settled[index] = headers[index]._replace(field=name if index == first else "ticks")
    return tuple(settled), body.with_columns(in_words)


def with_unit_of_parts(
    around: Surroundings, read: Sequence[Header], settled: Sequence[Header], body: Body
) -> Surroundings:
    """The surroundings; where nothing at all says so, the numbers below parts are no minutes.

    They may as well be grades or scores. `read` are the headers before they were `settled`.
    """
    pairs = enumerate(zip(read, settled, strict=True))
    numbers = [i for i, (old, new) in pairs if (old.field, new.field) == ("part", "minutes")]
    if not numbers or around.unit is not Unit.UNSTATED or around.timed:
        return around
    if says_minutes(header.text for header in read):
        return around
    if any(has_unit(value) for index in numbers for value in body.columns[index]):
        return around
    return around._replace(unit=Unit.NEEDED)


def _kind(values: set[CellValue], *, timed: bool) -> Literal["ticks", "minutes", "content"] | None:
    """What the `values` are; `timed`: the minutes stand elsewhere, so that 1 is a tick."""
    if not values:
        return None
    amounts = {value for value in values if isinstance(read_minutes(value), Amount)}
    ticks = all(_answer(value) for value in values)
    if ticks and (timed or not amounts):
        return "ticks"
    rest = values - amounts
    return "minutes" if all(read_minutes(v) is Outcome.NONE for v in rest) else "content"


def _answer(value: CellValue) -> str:
    """``yes``, ``no``, or nothing where it is neither; a dash is no."""
    if read_minutes(value) is Outcome.NONE:
        return "no"
    answer = read_yes_no(value)
    return str(answer) if answer in _ANSWERS else ""


def _in_words(name: str, group: dict[int, str], body: Body) -> Column:
    """What the ticks of each row say: the words of all heads over them.

    A no under the only head says that it is the other; where nothing is ticked nothing is said.
    What is no tick stays as it is written.
    """
    common = COMMON[name]
    only = next(iter(group.values())) if len(group) == 1 else ""
    words: list[CellValue] = []
    for cells in zip(*(body.columns[index] for index in group), strict=True):
        answers = ["" if cell == "" else _answer(cell) for cell in cells]
        said = [one for one, answer in zip(group.values(), answers, strict=True) if answer == "yes"]
        said = said or ([_OPPOSITES[only]] if only in _OPPOSITES and answers == ["no"] else [])
        rest = [
            clean(v) for v, answer in zip(cells, answers, strict=True) if v != "" and not answer
        ]
        words.append("、".join([*(common[one] for one in dict.fromkeys(said)), *rest]))
    return tuple(words)
