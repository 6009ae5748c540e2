"""Cells that name a subject, maybe with the form of its work: 语文, 语文（书面）."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from homework_check.normalise.values import Outcome, clean, read_form, read_subject

if TYPE_CHECKING:
    from homework_check.model import Form
    from homework_check.workbook import CellValue

_QUALIFIED = re.compile(r"(?P<name>[^()]+)\((?P<form>[^()]+)\)")


class Label(NamedTuple):
    """What names a subject. `known`: it is in the list."""

    subject: str
    known: bool
    form: Form | None = None


def read_subject_label(value: CellValue) -> Label:
    """Read a subject; brackets behind it that name no form are part of its name."""
    subject, known = read_subject(value)
    qualified = None if known else _QUALIFIED.fullmatch(clean(value).replace(" ", ""))
    if qualified:
        form = read_form(qualified["form"])
        if not isinstance(form, Outcome):
            return Label(*read_subject(qualified["name"]), form)
    return Label(subject, known)
