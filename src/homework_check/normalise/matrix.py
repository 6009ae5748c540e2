"""The matrix layouts: every filled box under a head is an entry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from homework_check.model import NOTHING, Entry, LeftOut, Remark, Table, Work
from homework_check.normalise.boxes import Filled, Whole, read_box
from homework_check.normalise.keys import Day, Key, join
from homework_check.normalise.lists import TableLog
from homework_check.normalise.matrix_parts import Grid, Parts, describe, inner, settle_grid
from homework_check.normalise.matrix_totals import compare_sums
from homework_check.normalise.remarks import remark_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homework_check.model import Unit
    from homework_check.normalise.keys import Whose
    from homework_check.normalise.lists import Part
    from homework_check.normalise.matrices import Label, MatrixHeader
    from homework_check.normalise.surroundings import Surroundings
    from homework_check.settings import Settings


class _Place(NamedTuple):
    """Where a box stands, and of whom, which day and which subject it is."""

    row: int
    letter: str
    whose: Whose
    label: Label | None
    filled: Filled | None


def read_matrix(
    part: Part, header: MatrixHeader, around: Surroundings, settings: Settings
) -> TableLog:
    """Read the entries of one matrix."""
    parts = inner(part, header, around, settings)
    whole, missing, assumed = settle_grid(parts)
    grid = parts.grid
    places = tuple(_places(grid, whole, around))
    table = describe(parts, missing | _never_stated(places), assumed)
    entries = (*_entries(table, places), *_unreported(table, places, settings))
    remarks = (
        *around.remarks,
        *_unknown_subjects(table, grid),
        *compare_sums(table, parts, entries),
    )
    return TableLog(table, entries, remarks)
