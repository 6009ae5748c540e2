"""Lines of a terminal report: spans of text with a style, tables and paragraphs of them.

Nothing is ever cut: a name too long for its column stands on a line of its own. Styles
say what a span means; only `render` knows colours.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from homework_check.messages.wrapping import cells, pad, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Style: TypeAlias = Literal["kept", "broken", "undecided", "heading", "cell", "over", "note"]

_SGR: dict[Style, str] = {
    "kept": "1;32",
    "broken": "1;31",
    "undecided": "1;33",
    "heading": "1",
    "cell": "36",
    "over": "31",
    "note": "2",
}
_GAP = "  "
_LEAST_WRAPPED = 24  # cells: narrower text cannot be read
_WELL_WRAPPED = 40  # what a name that may stand on a line of its own leaves to such text
_COMMAND = re.compile(r"^(\s*:):")
_ADDRESS = re.compile(r"(?<![A-Za-z0-9])[A-Z]{1,3}[1-9]\d*(?::[A-Z]{1,3}[1-9]\d*)?(?![A-Za-z0-9])")


class Span(NamedTuple):
    """Text with a meaning; `style` None is plain."""

    text: str
    style: Style | None = None


Line: TypeAlias = tuple[Span, ...]


class Column(NamedTuple):
    """A column of a table. A `flexible` one gives way; a last one that `wraps` takes the rest."""

    title: str = ""
    right: bool = False
    flexible: bool = False
    wraps: bool = False


def render(lines: Iterable[Line], *, color: bool) -> str:
    """Write lines as text, with SGR codes if `color`; the text is the same without them.

    A line that begins with ``::``, which a CI server takes for a command, shows it as a code.
    """
    rendered = (_rendered(line, color=color) for line in lines)
    return "".join(_COMMAND.sub(r"\1\\x3a", line) + "\n" for line in rendered)


def plain(text: str = "", style: Style | None = None) -> Line:
    """Make a line of one span."""
    return (Span(text, style),)


def paragraph(
    text: str, width: int, indent: str = "", first: str | None = None, style: Style | None = None
) -> list[Line]:
    """Break `text` into lines; addresses of cells stand out where no style is given."""
    lines = wrap(text, width, indent, first)
    if style is not None:
        return [plain(line, style) for line in lines]
    return [_with_cells(line) for line in lines]


def table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Span]],
    width: int,
    indent: str = _GAP,
) -> list[list[Line]]:
    """Align `rows`: first the lines of the titles (none if all are blank), then those of each row.

    The lines of a row stay together, so that more can be put between two rows.
    """
    titles = [Span(column.title) for column in columns]
    widths = _widths(columns, [titles, *rows], width - cells(indent))
    head = _row(columns, titles, widths, width, indent) if any(t.text for t in titles) else []
    return [head, *(_row(columns, row, widths, width, indent) for row in rows)]


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Span]], width: int) -> list[int]:
    widths = [max((cells(row[i].text) for row in rows), default=0) for i in range(len(columns))]
    widths = [min(w, _WELL_WRAPPED) if c.wraps else w for c, w in zip(columns, widths, strict=True)]
    for index, column in enumerate(columns):
        if column.flexible:
            others = sum(widths) - widths[index] + len(_GAP) * (len(columns) - 1)
            fitting = [w for row in rows if (w := cells(row[index].text)) <= width - others]
            widths[index] = max(fitting, default=0)
    return widths


def _row(
    columns: Sequence[Column], row: Sequence[Span], widths: Sequence[int], width: int, indent: str
) -> list[Line]:
    lines: list[Line] = []
    spans: list[Span] = [Span(indent)]
    used = cells(indent)
    for index, (column, span) in enumerate(zip(columns, row, strict=True)):
        gap = _GAP if index else ""
        start = used + len(gap)
        if column.wraps:
            return [*lines, *_wrapped(spans, gap, span, start, width)]
        if column.flexible and cells(span.text) > widths[index]:
            lines += [
                (*spans, Span(gap), Span(part, span.style)) if not n else plain(" " * start + part)
                for n, part in enumerate(wrap(span.text, width - start))
            ]
            spans = [Span(" " * start), Span(" " * widths[index])]
        else:
            text = pad(span.text, widths[index], right=column.right)
            spans += [Span(gap), Span(text, span.style)]
        used = start + widths[index]
    return [*lines, tuple(spans)]


def _wrapped(spans: list[Span], gap: str, span: Span, start: int, width: int) -> list[Line]:
    """Lay the last cell over as many lines as it needs, the first behind what stands in its row."""
    first, *more = wrap(span.text, max(width - start, _LEAST_WRAPPED))
    head = (*spans, Span(gap), *_with_cells(first)) if first else tuple(spans)
    return [head, *(_with_cells(" " * start + line) for line in more)]


def _with_cells(line: str) -> Line:
    spans: list[Span] = []
    end = 0
    for match in _ADDRESS.finditer(line):
        spans += [Span(line[end : match.start()]), Span(match[0], "cell")]
        end = match.end()
    return (*spans, Span(line[end:]))


def _rendered(line: Line, *, color: bool) -> str:
    spans = list(line)
    while spans and not spans[-1].text.rstrip(" "):
        spans.pop()
    if spans:
        spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip(" "))
    return "".join(
        f"\x1b[{_SGR[span.style]}m{span.text}\x1b[0m" if color and span.style else span.text
        for span in spans
    )
