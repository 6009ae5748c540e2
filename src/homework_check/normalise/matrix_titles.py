"""What titles say about a whole matrix: whether it is of homework, and in which form."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from homework_check.model import Form, Inherited

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.normalise.surroundings import Lines, Surroundings

_HOMEWORK = re.compile("作业|书面|homework|assignment", re.IGNORECASE)
_OTHER_TABLES = re.compile(
    "成绩|得分|平均分|考试|测试|测验|次数|人数|满意|检查|评比|食谱|菜单|值日|值班|课程表|课表"
)
_WRITTEN = re.compile(r"书面|笔头|\bwritten\b", re.IGNORECASE)
_NOT_ONLY = re.compile(
    r"非书面|口头|实践|阅读|不超过|不得|不布置|不留|要求|说明|填写|\boral\b|\bno\b|\bnot\b",
    re.IGNORECASE,
)


def is_about_homework(texts: Sequence[str]) -> bool:
    """Whether titles, names and header texts speak of homework and of nothing else.

    Menus, rotas, timetables and means of tests have the shape of a matrix as well.
    """
    words = " ".join(texts)
    return bool(_HOMEWORK.search(words)) and not _OTHER_TABLES.search(words)


def with_form(around: Surroundings, lines: Lines) -> Surroundings:
    """The surroundings, with the form of a title that only says that the work is written."""
    if around.form is not None:
        return around
    stated = [
        *((text, f"title {cell}") for text, cell in (*lines.titles, *lines.above)),
        *lines.names,
    ]
    if any(_NOT_ONLY.search(text) for text, _ in stated):
        return around
    for text, where in stated:
        if _WRITTEN.search(text):
            told = Inherited("form", Form.WRITTEN, where, text)
            return replace(around, form=Form.WRITTEN, inherited=(*around.inherited, told))
    return around
