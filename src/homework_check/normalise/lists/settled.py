"""A list of which it is settled what its columns hold, and which of its rows are entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.normalise.body import with_merges
from homework_check.normalise.headers.columns import choose
from homework_check.normalise.headers.contents import with_joined
from homework_check.normalise.headers.levels import read_header_rows
from homework_check.normalise.headers.own_words import with_common_words
from homework_check.normalise.lists.class_columns import with_grades
from homework_check.normalise.lists.day_columns import join_days, join_spans
from homework_check.normalise.lists.joint_columns import divide_joint
from homework_check.normalise.lists.none_rows import with_none_as_content
from homework_check.normalise.lists.part_columns import settle_by_values, with_unit_of_parts
from homework_check.normalise.lists.rows import find_left_out, with_repeated, without_dittos
from homework_check.normalise.lists.samples import find_samples
from homework_check.normalise.lists.stages import with_stages
from homework_check.normalise.lists.unit_column import with_units
from homework_check.normalise.values import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from homework_check.normalise.around.surroundings import Surroundings
    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.columns import Columns
    from homework_check.normalise.headers.header import Header
    from homework_check.normalise.parts import Part
    from homework_check.settings import Settings

_WHERE_MERGED = (
    "subject", "content", "form", "place", "choice", "layer", "marked", "posted",
)  # fmt: skip


class SettledList(NamedTuple):
    """A header of `height` rows, one `Header` a column, and the rows of `body` below it.

    Cells of keys may still be blank that those above hold for. `left_out` says by the index of
    a row why it is no entry; `around` what holds for all that are.
    """

    height: int
    headers: tuple[Header, ...]
    body: Body
    columns: Columns
    left_out: Mapping[int, str]
    around: Surroundings

    def parts(self) -> Iterator[SettledList]:
        """The list as it is of each part of the homework; see `Columns.parts`."""
        return (self._replace(columns=own) for own in self.columns.parts())

    def leaving_out(self, rows: Mapping[int, str]) -> SettledList:
        """The same without some more `rows`, with the reason for each."""
        return self._replace(left_out={**self.left_out, **rows})

    def not_using(self, columns: Mapping[int, str]) -> SettledList:
        """The same with the reasons why some more `columns` give no field."""
        unused = {**self.columns.unused, **columns}
        return self._replace(columns=self.columns._replace(unused=unused))


def settle(part: Part, around: Surroundings, settings: Settings) -> SettledList:
    """Settle columns and rows of a list, in a `body` that says the same in common words."""
    named, height = read_header_rows(part.body, part.header, part.end, settings.columns)
    headers, body = settle_by_values(named, part.rows(height))
    around = with_unit_of_parts(around, named, headers, body)
    headers, body = with_units(headers, body, part.sheet.merged)
    headers, body = divide_joint(headers, body, settings)
    headers, body = with_stages(*join_days(*join_spans(headers, body)))
    columns = choose(headers, body)
    body = with_none_as_content(with_common_words(body, columns, settings), columns)
    body = without_dittos(with_grades(body, columns, around, settings), columns)
    left_out = find_samples(part, body, columns) | find_left_out(body, columns, headers)
    body = with_repeated(body, columns, left_out)
    no_unit = [i for i in columns.minutes if headers[i].unit is Unit.UNSTATED]
    # A total says nothing about the size of its parts.
    around = around.believed(n for i in no_unit for n in body.values_but(i, left_out))
    # Cells other than those of keys hold for the rows below only where a merge says so.
    body = with_merges(body, part.sheet.merged, _described(columns, headers))
    headers, body = with_joined(headers, body, columns.joined)
    return SettledList(height, headers, body, columns, left_out, around)


def _described(columns: Columns, headers: Sequence[Header]) -> frozenset[int]:
    """The columns of which a merged cell describes every row that it reaches."""
    named = {columns.at[name] for name in _WHERE_MERGED if name in columns.at}
    notes = {index for index, header in enumerate(headers) if header.field == "note"}
    return columns.all_contents.union(named, notes)
