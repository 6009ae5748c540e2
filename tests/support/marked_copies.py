"""Marked copies made in this process, and what stands in them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from in_process import Here
from openpyxl import load_workbook
from small_logs import pack_named

from homework_check import pipeline
from homework_check.marked.copying import mark
from homework_check.marked.markings import markings
from homework_check.marked.tasks import Marked, Task, Unmarked
from homework_check.readers import sources
from homework_check.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from homework_check.report import Report
    from homework_check.text import Lang

HEADERS = [
    "学校", "年级", "班级", "日期", "学科", "作业内容", "作业形式", "完成地点", "预计时长(分钟)",
]  # fmt: skip
SETTINGS = Settings()


class Noted(NamedTuple):
    """A cell of a copy that bears a comment: the fill's colour, the border and the text."""

    sheet: str
    cell: str
    colour: str | None
    border: str | None
    text: str


def check(*paths: Path, settings: Settings = SETTINGS) -> tuple[pipeline.Request, Report]:
    """Check sources with the default pack."""
    found = sources.find([str(path) for path in paths])
    request = pipeline.Request(found.files, pack_named(), settings)
    return request, pipeline.check(request, None, Here())


def tasks(*paths: Path, lang: Lang = "zh", settings: Settings = SETTINGS) -> list[Task]:
    """What a worker is asked for, of each source that has something to look at."""
    return tasks_of(*check(*paths, settings=settings), lang)


def tasks_of(request: pipeline.Request, report: Report, lang: Lang = "zh") -> list[Task]:
    """The same of a report that is at hand."""
    wanted = markings(report, lang)
    encoding = request.settings.encoding
    return [
        Task(file, wanted[file.shown], lang, encoding, "2026-11-23T19:00:00+08:00")
        for file in request.files
        if file.shown in wanted
    ]


def copy_of(path: Path, lang: Lang = "zh", *, anew: bool = False) -> Marked:
    """The copy of one source, which has something to look at."""
    (task,) = tasks(path, lang=lang)
    copy = mark(task._replace(anew=anew))
    assert not isinstance(copy, Unmarked)
    return copy


def list_rows(content: bytes) -> list[list[object]]:
    """The list in front of a copy, its header first, without the lines above."""
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    rows: list[list[object]] = [[cell.value for cell in row] for row in sheet.iter_rows()]
    (header,) = (n for n, row in enumerate(rows) if row[0] in {"序号", "No."})
    return rows[header:]


def noted(content: bytes) -> list[Noted]:
    """The cells of a copy that bear comments, in reading order."""
    workbook = load_workbook(io.BytesIO(content))
    return [one for sheet in workbook.worksheets for one in _noted(sheet)]


def part_of(content: bytes, name: str) -> str:
    """A part of a workbook as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def dump(content: bytes) -> str:
    """The list and the comments of a copy as text."""
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    lines = [f"== {sheet.title}"]
    for row in sheet.iter_rows():
        cells = [str(cell.value) for cell in row if cell.value is not None]
        links = [cell.hyperlink.location for cell in row if cell.hyperlink]
        lines.append(" | ".join(cells) + "".join(f" -> {link}" for link in links))
    for one in noted(content):
        lines += ["", f"{one.sheet}!{one.cell} {one.colour} {one.border}", one.text]
    return "\n".join(lines) + "\n"


def _noted(sheet: Worksheet) -> Iterator[Noted]:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.comment:
                colour = cell.fill.fgColor.rgb if cell.fill.fill_type else None
                border = getattr(cell.border.left, "style", None)
                text = cell.comment.text
                yield Noted(sheet.title, cell.coordinate, colour, border, text)
