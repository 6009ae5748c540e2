"""Which of several statements around a table holds: the nearest, as far as they agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from homework_check.model import Place
from homework_check.normalise.around.context import Statement
from homework_check.normalise.around.noted_forms import noted_form
from homework_check.normalise.around.stated_units import stated_unit
from homework_check.normalise.around.stated_work import StatedPlace, noted_place
from homework_check.normalise.around.titles import of_above
from homework_check.normalise.values import Unit, clean
from homework_check.patterns import late_pattern
from homework_check.workbook import CELL

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from homework_check.model import Form

T = TypeVar("T")

_TITLE = late_pattern(f"title {CELL.pattern}")


def nearest(stated: Sequence[Statement], get: Callable[[Statement], T | None]) -> T | None:
    """The nearest value; `stated` are in the order of their nearness. None: none states one."""
    return next((value for s in stated if (value := get(s)) is not None), None)


def agreed(stated: Sequence[Statement], get: Callable[[Statement], T | None]) -> T | None:
    """The nearest value. None: none is stated, or several in one row, each of a part."""
    nearest = _of_nearest_row(stated, get)
    return nearest.pop() if len(nearest) == 1 else None


def _of_nearest_row(stated: Sequence[Statement], get: Callable[[Statement], T | None]) -> set[T]:
    """The nearest value, with those of other cells of its row."""
    saying = [(value, _TITLE.fullmatch(s.where)) for s in stated if (value := get(s)) is not None]
    row = saying[0][1] if saying else None
    beside = {value for value, other in saying if row and other and row[2] == other[2]}
    return beside | {value for value, _ in saying[:1]}


class AgreedWork(NamedTuple):
    """Form and place of all work of a table; `told` are the statements, with what holds of them."""

    form: Form | None
    place: StatedPlace
    told: tuple[Statement, ...]


def agreed_work(
    stated: Sequence[Statement],
    notes: Sequence[tuple[str, str]],
    last: Sequence[tuple[str, str]],
) -> AgreedWork:
    """What statements say of form and place, with the `notes` below a table, or the `last` ones."""
    places, forms = _noted_places(notes), _noted_forms(notes) or _noted_forms(last)
    form, place = _agreed_form(stated, forms), _agreed_place(stated, places)
    told = (
        s._replace(form=s.form and form, place=s.place and place.place)
        for s in (*stated, *places, *forms)
    )
    return AgreedWork(form, place, tuple(told))


def _noted_places(notes: Sequence[tuple[str, str]]) -> list[Statement]:
    """What lines below a table that call themselves notes state of the place."""
    read = [(text, f"note {cell}", noted_place(clean(text))) for text, cell in of_above(notes)]
    return [Statement(text, where, place=place) for text, where, place in read if place]


def _noted_forms(notes: Sequence[tuple[str, str]]) -> list[Statement]:
    """What lines below a table state of the form of all its work."""
    read = ((text, f"note {cell}", noted_form(text)) for text, cell in notes)
    return [Statement(text, where, form=form) for text, where, form in read if form]


def _agreed_form(stated: Sequence[Statement], noted: Sequence[Statement]) -> Form | None:
    """The nearest form; None where a note below the table states another."""
    form = agreed(stated, lambda s: s.form)
    named = {s.form for s in noted} | {form} - {None}
    return named.pop() if len(named) == 1 else None


def _agreed_place(stated: Sequence[Statement], noted: Sequence[Statement]) -> StatedPlace:
    """The nearest place; where a note below the table states another, either of them."""
    saying = [s for s in stated if s.place or s.unplaced] or noted
    if not saying:
        return StatedPlace()
    places = _of_nearest_row(saying, lambda s: s.place).union(s.place for s in noted if s.place)
    place = None if saying[0].unplaced else Place.among(places)
    return StatedPlace(place, unplaced=place is None)


def saying_unit(stated: Sequence[Statement], notes: Sequence[tuple[str, str]]) -> list[Statement]:
    """The nearest statement of the unit, and those that stand below the table."""
    below = [Statement(text, f"note {cell}", unit=stated_unit(text)) for text, cell in notes]
    return [s for s in (*[s for s in stated if s.unit][:1], *below) if s.unit]


def agreed_unit(stated: Sequence[Statement], units: Sequence[Statement]) -> Unit:
    """The unit of numbers without one; where statements contradict each other, none has any."""
    if not units:
        return Unit.UNSTATED
    said = {s.unit for s in units}
    torn = len(said) > 1 or (any(s.unit for s in stated) and not agreed(stated, lambda s: s.unit))
    return Unit.NEEDED if torn else units[0].unit or Unit.UNSTATED
