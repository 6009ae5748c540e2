"""Cells that name a subject, maybe with the part of its work: 语文, 语文（书面）."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from homework_check.memo import LastingMemo
from homework_check.model import Form
from homework_check.normalise.fields.keys import Flaw
from homework_check.normalise.headers.facets import Facets, read_facets
from homework_check.normalise.values import clean, read_form, read_subject

if TYPE_CHECKING:
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


def unbelieved(subject: str) -> Flaw:
    """What has to be told of a subject of which a title's 书面 is not believed."""
    return Flaw("unread-form", "subject", "subject", subject)


def is_written_as_rule(subject: str | None) -> bool:
    """Whether a title that says 书面 is believed of a subject: of 体育, 课外阅读 or 家务 it is not.

    Nobody knows whether these stand in such a table as written work, or beside it.
    """
    return not _NAMES_OTHER_FORM[subject or ""]


_NAMES_OTHER_FORM = LastingMemo[str, bool](lambda subject: read_form(subject) is Form.OTHER)
