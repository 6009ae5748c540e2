"""Which sheets may lack what was not calculated: those with blank cells."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homework_check.workbook import Sheet


def with_blanks(sheets: Mapping[str, Sheet]) -> dict[str, Sheet]:
    """Those of `sheets` that have blank cells."""
    return {name: sheet for name, sheet in sheets.items() if "" in chain.from_iterable(sheet.rows)}
