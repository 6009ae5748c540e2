"""What has to be told about the reading of a table, as remarks at its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.model import Location, Remark

if TYPE_CHECKING:
    from homework_check.normalise.fields.keys import Flaw
    from homework_check.table import Table

_BESIDE = frozenset({"remarks", "minutes-beside"})
_NOTED = frozenset({"note", "note-minutes"})


def remark_at(table: Table, row: int, column: str, flaw: Flaw, content: str = "") -> Remark:
    """A flaw of a row as a remark at its cell; `column` is the one of its minutes.

    What is noted beside the minutes stands in a column of its own, if there is only one.
    """
    letter = table.letter(flaw.field, column) or column
    if flaw.field == "minutes":
        beside = [use.letter for use in table.columns if use.evidence in _BESIDE]
        letter = beside[0] if flaw.case in _NOTED and len(beside) == 1 else column
    where = Location(table.source, table.sheet, f"{letter}{row}")
    values, value = flaw.values, flaw.value
    if flaw.case == "none-beside-content":
        values = (*values, ("quote", content))
    elif flaw.rule == "implausible-minutes":
        value = value or content
    return Remark(flaw.rule, flaw.case, values, (where,), flaw.field, value)
