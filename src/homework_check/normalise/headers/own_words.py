"""Words of a place's own, from its configuration, put into words that all readers know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.normalise.values import clean
from homework_check.normalise.values.cleaning import squeeze
from homework_check.normalise.values.words import BETWEEN_PARTS
from homework_check.settings import FrozenMap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.columns import Columns
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue

COMMON = {
    "form": {"written": "书面", "other": "口头"},
    "place": {"home": "家庭", "school": "校内", "lesson": "课堂"},
    "choice": {"required": "必做", "optional": "选做"},
    "layer": {"A": "A", "B": "B", "C": "C"},
    "marked": {"yes": "是", "no": "否"},
    "posted": {"yes": "是", "no": "否"},
}
"""By field, the word that stands for each value; a subject stands for itself."""


def own_words(field: str, settings: Settings) -> Mapping[str, str]:
    """The place's own words of a field, as compared, and what to read instead."""
    common = COMMON.get(field, {})
    own: Mapping[str, str] = settings.words.get(field, FrozenMap())
    return {squeeze(word): common.get(meant, meant) for word, meant in own.items()}


def in_common_words(value: CellValue, own: Mapping[str, str]) -> CellValue:
    """A cell with words of the place's own replaced: the whole text, else part by part."""
    if not own:
        return value
    whole = own.get(squeeze(value))
    if whole is not None:
        return whole
    parts = [part.strip() for part in BETWEEN_PARTS.split(clean(value))]
    if not any(squeeze(part) in own for part in parts):
        return value
    return "、".join(own.get(squeeze(part), part) for part in parts)


def with_common_words(body: Body, columns: Columns, settings: Settings) -> Body:
    """The body with the place's own words replaced, in the columns of their fields."""
    replaced: dict[int, list[CellValue]] = {}
    for field in settings.words:
        index = columns.at.get(field)
        if index is not None:
            own = own_words(field, settings)
            meant = {v: in_common_words(v, own) for v in body.distinct[index] if v != ""}
            replaced[index] = [meant.get(value, value) for value in body.columns[index]]
    return body.with_columns(replaced)
