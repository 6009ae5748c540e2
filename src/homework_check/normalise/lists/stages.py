"""Grades that count from the first of their stage, which a column beside them names: 初中 | 一."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.normalise.values import clean
from homework_check.normalise.values.cleaning import squeeze
from homework_check.normalise.values.numerals import whole
from homework_check.normalise.values.words import sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.normalise.body import Body
    from homework_check.normalise.headers.header import Header
    from homework_check.workbook import CellValue


def with_stages(headers: Sequence[Header], body: Body) -> tuple[tuple[Header, ...], Body]:
    """The table with 初中一年级 for 一 or 一年级 beside 初中.

    A blank stage is the one above, within a school.
    """
    fields = [header.field for header in headers]
    named = tuple(h._replace(field=None) if h.field == "stage" else h for h in headers)
    if fields.count("stage") != 1 or fields.count("grade") != 1:
        return named, body
    blank = ("",) * body.height
    schools = body.columns[fields.index("school")] if "school" in fields else blank
    stages, at = body.columns[fields.index("stage")], fields.index("grade")
    school: CellValue = ""
    stage, grades = "", []
    for name, stated, grade in zip(schools, stages, body.columns[at], strict=True):
        if name not in {"", school}:
            school, stage = name, ""
        stage = squeeze(stated) if stated != "" else stage
        grades.append(_in_stage(stage, grade))
    return named, body.with_columns({at: grades})


def _in_stage(stage: str, grade: CellValue) -> CellValue:
    text = clean(grade).removesuffix("年级") if grade != "" else ""
    is_stage = any(stage in words for words in sections()["grade"].values())
    return f"{stage}{text}年级" if is_stage and whole(text) is not None else grade
