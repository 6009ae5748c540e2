"""How sources were understood, for ``homework-check inspect``: nothing here judges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.messages import inspection as say
from homework_check.messages import phrases
from homework_check.messages.findings import READING
from homework_check.messages.report import counted
from homework_check.messages.wrapping import cells
from homework_check.reporters.inspection.alike import alike, alike_lines
from homework_check.reporters.inspection.as_json import render_json
from homework_check.reporters.inspection.table import header_text, table_lines
from homework_check.reporters.lines import Line, Span, paragraph, plain
from homework_check.reporters.lines import render as render_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.log import Log, SheetLog
    from homework_check.model import Remark
    from homework_check.reporters.view import View
    from homework_check.text import Lang


def render(logs: Sequence[Log], format_name: str, lang: Lang, view: View) -> str:
    """Show what became of each source. `format_name` is ``text`` or ``json``.

    Text shows sources that were understood alike only once, unless `view` is verbose.
    """
    if format_name == "json":
        return render_json(logs)
    lines: list[Line] = []
    for first, *others in [[log] for log in logs] if view.verbose else alike(logs):
        lines += [plain()] if lines else []
        lines += _log_lines(first, lang, view)
        if others:
            lines += [plain(), *alike_lines(others, lang, view)]
    if any(log.sheets for log in logs):
        lines += [plain(), *paragraph(say.WRONG[lang], view.width - 1, style="note")]
    return render_lines(lines, color=view.color)


def _log_lines(log: Log, lang: Lang, view: View) -> list[Line]:
    file = phrases.inert(log.path)
    if log.unreadable is not None:
        case = phrases.case_of_unreadable(log.path, *log.unreadable)
        wording = READING["unreadable-source"][case]
        details = phrases.why_unreadable(log.unreadable.details)
        gap = " " if lang == "en" else ""
        text = gap.join(part.format(file=file, **details)[lang] for part in wording)
        return paragraph(text, view.width - 1)
    name = log.format or ""
    if log.encoding:
        name = say.ENCODING.format(format=name, encoding=log.encoding)[lang]
    sheets = counted(len(log.sheets), "sheet")
    title = say.TITLE.format(file=file, format=name, sheets=sheets)[lang]
    lines = [plain(line[0].text, "heading") for line in paragraph(title, view.width - 1)]
    for number, sheet in enumerate(log.sheets, 1):
        lines += [plain(), *_sheet_lines(sheet, number, lang, view)]
    return lines


def _heading(name: str, text: str, width: int) -> list[Line]:
    """A name with what became of it, which is below it where both are too wide for one line."""
    if cells(name) + cells(text) <= width:
        return [(Span(name, "heading"), Span(text))]
    return [(Span(name, "heading"),), *paragraph(text.strip(), width, "  ", "  ")]


def _sheet_lines(sheet: SheetLog, number: int, lang: Lang, view: View) -> list[Line]:
    title = (
        say.SHEET.format(n=number, sheet=phrases.inert(sheet.name)) if sheet.name else say.NO_TITLE
    )
    name = title[lang] + (say.HIDDEN[lang] if sheet.hidden else "")
    if not sheet.tables:
        reason = sheet.reason if sheet.reason in say.STATUS else sheet.status
        return _heading(name, say.STATUS[reason][lang], view.width - 1)
    lines: list[Line] = []
    told: set[Remark] = set()
    for entries, of_part in zip(sheet.parts, sheet.remarks_of_parts, strict=True):
        table = entries.table
        remarks = [remark for remark in of_part if remark.locations and remark not in told]
        told.update(remarks)
        read = say.READ.format(
            layout=say.LAYOUTS[table.layout],
            header=header_text(table),
            entries=counted(entries.count_homework(), "entry"),
        )
        lines += [plain()] if lines else []
        lines += _heading(name, read[lang], view.width - 1)
        lines += table_lines(table, entries, remarks, lang, view)
    return lines
