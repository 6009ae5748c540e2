"""Cells that name a subject, maybe with the part of its work: 语文, 语文（书面）."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from homework_check.normalise.headers.facets import Facets, read_facets
from homework_check.normalise.values import clean, read_subject

if TYPE_CHECKING:
    from homework_check.model import Form
    from homework_check.workbook import CellValue

_QUALIFIED = re.compile(r"(?P<name>[^()]+)\((?P<part>[^()]+)\)")


class Label(NamedTuple):
    """What names a subject. `known`: it is in the list.

    `facets` are the part of its work that stands in brackets behind it, with the `form`.
    """

    subject: str
    known: bool
    form: Form | None = None
    facets: Facets = Facets()


def read_subject_label(value: CellValue) -> Label:
    """Read a subject; brackets behind it that name no part of its work are part of its name."""
    subject, known = read_subject(value)
    qualified = None if known else _QUALIFIED.fullmatch(clean(value).replace(" ", ""))
    if qualified:
        facets = read_facets(qualified["part"])
        if facets and (facets.form or facets.choice or facets.layer):
            return Label(*read_subject(qualified["name"]), facets.form, facets)
    return Label(subject, known)
