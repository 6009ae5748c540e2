"""Whose homework the rows of a table are, and of which day."""

from __future__ import annotations

from itertools import accumulate, chain, compress, islice, repeat
from operator import ne, sub
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from homework_check.memo import Memo
from homework_check.normalise.fields.keys import (
    Day,
    Flaw,
    Key,
    Owner,
    of_campus,
    read_day,
    read_key,
    read_owner,
    unit_of,
    with_grade_asked,
)
from homework_check.normalise.lists.alike import Readings, is_one, read_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from homework_check.model import Unit
    from homework_check.normalise.around.surroundings import Surroundings
    from homework_check.normalise.body import Column
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue

T = TypeVar("T")


class RowKeys(NamedTuple):
    """The `units` of all rows, one item a row; of the others only those rows that have any.

    Only at `starts` may a row be of another unit than the row above. `away` are the rows that
    cover the days off that follow.
    """

    units: Sequence[Unit]
    starts: Sequence[int]
    flaws: Mapping[int, tuple[Flaw, ...]]
    weekday_flaws: Mapping[int, Flaw]
    away: Mapping[int, bool]

    def alike(self, row: int, other: int) -> bool:
        """Whether two rows are of the same, and in the same words where these have flaws."""
        return self.units[row] == self.units[other] and all(
            of_row.get(row) == of_row.get(other)
            for of_row in (self.flaws, self.weekday_flaws, self.away)
        )


class _Runs(NamedTuple):
    """Rows that follow each other and whose keys have the same cells: they are read together.

    `cells` has a column for each of the keys' columns, with one cell a run.
    """

    cells: Iterable[Sequence[CellValue]]
    lengths: list[int]

    @property
    def starts(self) -> list[int]:
        """The first row of each run."""
        return list(accumulate(self.lengths[:-1], initial=0)) if self.lengths else []

    def spread(self, readings: Iterable[T]) -> list[T]:
        """What each run means, one item a row."""
        return list(chain.from_iterable(map(repeat, readings, self.lengths)))

    def rows_with(self, readings: Readings[Any], get: Callable[[Any], T | None]) -> dict[int, T]:
        """By row what `get` finds in its reading; nearly always there is nothing to find."""
        if not any(map(get, readings.distinct)):
            return {}
        return {
            row: found
            for start, length, reading in zip(self.starts, self.lengths, readings.each, strict=True)
            if (found := get(reading))
            for row in range(start, start + length)
        }


def read_keys(
    filled: Mapping[str, Column],
    height: int,
    around: Surroundings,
    source: str,
    settings: Settings,
) -> RowKeys:
    """Read the columns of the keys; a field without a column is not in `filled`."""
    if "date" not in filled and len({*filled.get("weekday", ())} - {""}) > 1:
        # The day that a title states is then one of the week that the rows are of.
        around = around._replace(day=None)
    runs = _find_runs(filled.values(), height)
    cells = dict(zip(filled, runs.cells, strict=True))

    def day(of_run: tuple[Any, ...]) -> Day:
        date, weekday = of_run
        return read_day(date, weekday, around)

    keys = _read_classes(cells, len(runs.lengths), around, source, settings)
    days = read_rows([cells.get("date"), cells.get("weekday")], len(runs.lengths), day)
    units = map(unit_of, keys.each, days.each)
    flaws = runs.rows_with(keys, lambda key: key.flaws)
    for row, of_day in runs.rows_with(days, lambda day: day.flaws).items():
        flaws[row] = (*flaws.get(row, ()), *of_day)
    return RowKeys(
        runs.spread(units),
        runs.starts,
        flaws,
        runs.rows_with(days, lambda day: day.weekday_flaw),
        runs.rows_with(days, lambda day: day.covers_days_off),
    )


def _read_classes(
    cells: Mapping[str, Sequence[CellValue]],
    height: int,
    around: Surroundings,
    source: str,
    settings: Settings,
) -> Readings[Key]:
    """Read schools once, however many classes they have."""

    def owner(named: tuple[CellValue | None, CellValue | None]) -> Owner:
        return read_owner(*named, around, source, settings)

    owners = Memo(owner)

    def key(of_run: tuple[Any, ...]) -> Key:
        school, county, campus, grade, class_ = of_run
        return of_campus(read_key(owners[school, county], grade, class_, around), campus)

    columns = [cells.get(name) for name in ("school", "county", "campus", "grade", "class")]
    return _with_grades_asked(read_rows(columns, height, key), cells.get("class"))


def _with_grades_asked(keys: Readings[Key], classes: Sequence[CellValue] | None) -> Readings[Key]:
    """Keys of no grade get a flaw where others have one; a table of none is told as a whole."""
    if classes is None or all(key.grade or key.flaws for key in keys.distinct):
        return keys
    if not any(key.grade for key in keys.distinct):
        return keys
    each = list(map(with_grade_asked, keys.each, classes))
    return Readings(each, each)


def _find_runs(columns: Collection[Column], height: int) -> _Runs:
    if not height:
        return _Runs(columns, [])
    varying = [column for column in columns if not is_one(column)]
    rows = list(zip(*varying, strict=True))
    starts = [0, *compress(range(1, height), map(ne, rows, islice(rows, 1, None)))]
    changing = zip(*map(rows.__getitem__, starts), strict=True) if varying else iter(())
    cells = [column[:1] * len(starts) if is_one(column) else next(changing) for column in columns]
    return _Runs(cells, list(map(sub, [*starts[1:], height], starts)))
