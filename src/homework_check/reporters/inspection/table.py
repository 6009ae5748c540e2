"""One table as it was understood: columns, context, rows left out, cells not understood."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from homework_check.messages import inspection as say
from homework_check.messages import notes, phrases, words
from homework_check.messages.findings import READING, SHORT, short
from homework_check.reporters.inspection.entry import entry_row
from homework_check.reporters.lines import Column, Line, Span, paragraph, plain, table
from homework_check.text import Text, same
from homework_check.workbook import column_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from homework_check.model import Entry, Remark
    from homework_check.reporters.view import View
    from homework_check.table import ColumnUse, Inherited, Table
    from homework_check.text import Lang

_FIRST = 3
_MOST_CELLS = 20
_INDENT = "  "
_MISMATCH = "context-mismatch"


def header_text(found: Table) -> Text:
    """Say where the header stands."""
    first, last = found.header_rows[0], found.header_rows[-1]
    return (say.HEADER_ROW if first == last else say.HEADER_ROWS).format(first=first, last=last)


def table_lines(
    found: Table, entries: Sequence[Entry], remarks: Iterable[Remark], lang: Lang, view: View
) -> list[Line]:
    """Show a table in its parts; parts without content are left out."""
    flaws = [*remarks, *(remark for entry in entries for remark in entry.problems)]
    sections = [
        _columns(found, lang, view),
        _elsewhere(found, lang, view),
        _left_out(found, lang, view),
        _unread(flaws, lang, view),
        _entries(entries, lang, view),
    ]
    lines: list[Line] = []
    for section in sections:
        if section:
            lines += [plain(), *section] if lines else section
    return lines


def _columns(found: Table, lang: Lang, view: View) -> list[Line]:
    columns = [
        Column(say.COLUMNS["row" if found.transposed else "letter"][lang]),
        Column(say.COLUMNS["header"][lang], flexible=True),
        Column(say.COLUMNS["field"][lang]),
        Column(say.COLUMNS["evidence"][lang], wraps=True),
    ]
    rows = [
        [
            Span(use.letter),
            Span(phrases.quote(use.header)),
            Span(_read_as(use)[lang]),
            Span(_evidence(use)[lang]),
        ]
        for use in found.columns
    ]
    return _flat(table(columns, rows, view.width - 1))


def _read_as(use: ColumnUse) -> Text:
    if use.field is not None:
        return phrases.field_name(use.field)
    return say.NOT_READ if use.evidence in say.PERSONAL else say.NOT_USED


def _evidence(use: ColumnUse) -> Text:
    """Counts of what the values were, or why the column is not used."""
    why = [say.EVIDENCE[use.evidence]] if use.evidence in say.EVIDENCE else []
    counts = [
        say.COUNTS.get(name, say.OTHER_COUNT).format(name=name, n=n) for name, n in use.counts
    ]
    return phrases.joined([*why, *counts])


def _value(inherited: Inherited) -> Text:
    known = {"form": words.FORMS, "place": words.PLACES, "unit": words.UNITS}
    if inherited.field == "date":
        days = [date.fromisoformat(day) for day in inherited.value.split(" - ")]
        return phrases.span(days[0], days[-1])
    word = known.get(inherited.field, {}).get(inherited.value)
    return word or same(phrases.quote(inherited.value))


def _elsewhere(found: Table, lang: Lang, view: View) -> list[Line]:
    """Values from titles and names, and fields that nothing states."""
    rows = [
        [phrases.field_name(i.field)[lang], _value(i)[lang], _where(i.where)[lang]]
        for i in found.inherited
    ]
    rows += [
        [phrases.field_name(field)[lang], say.NOWHERE[lang], say.WHERE["assume"][lang]]
        for field in sorted(found.assumed)
    ]
    rows += [
        [phrases.field_name(field)[lang], say.NOWHERE[lang], ""]
        for field in sorted(found.missing - found.assumed)
    ]
    return _section("elsewhere", rows, lang, view)


def _where(where: str) -> Text:
    origin, _, cell = where.partition(" ")
    return (
        say.WHERE[origin].format(cell=phrases.quote(cell))
        if origin in say.WHERE
        else same(phrases.quote(where))
    )


def _left_out(found: Table, lang: Lang, view: View) -> list[Line]:
    reasons: dict[str, list[int]] = {}
    for row, reason in found.left_out:
        reasons.setdefault(reason, []).append(row)
    places = _columns_left_out if found.transposed else _rows
    rows = [
        [notes.LEFT_OUT_REASONS.get(reason, notes.OTHER_REASON)[lang], places(numbers)[lang]]
        for reason, numbers in reasons.items()
    ]
    return _section("left-out-columns" if found.transposed else "left-out", rows, lang, view)


def _columns_left_out(numbers: Sequence[int]) -> Text:
    return phrases.joined([same(column_letter(number)) for number in numbers])


def _rows(numbers: Sequence[int]) -> Text:
    """Numbers of rows, neighbours as ranges: 9、14、30至31."""
    runs = groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0])
    texts: list[Text] = []
    for _, run in runs:
        rows = [row for _, row in run]
        ends = say.ROWS.format(first=rows[0], last=rows[-1])
        texts.append(ends if len(rows) > 1 else same(str(rows[0])))
    return phrases.joined(texts)


def _unread(remarks: Sequence[Remark], lang: Lang, view: View) -> list[Line]:
    """Cells that raised a remark, with what is in them and what to do."""
    told = list(dict.fromkeys(remarks))
    shown = told if view.verbose else told[:_MOST_CELLS]
    rows = [
        [
            phrases.cells(remark.locations)[lang],
            short(remark.rule, remark.case)[lang] if remark.rule in SHORT else remark.rule,
            _said(remark)[lang],
            _advice(remark)[lang],
        ]
        for remark in shown
    ]
    lines = _section("unread", rows, lang, view)
    if len(told) > len(shown):
        text = say.AND_MORE.format(n=len(told) - len(shown))[lang]
        lines += paragraph(text, view.width - 1, _INDENT)
    return lines


def _said(remark: Remark) -> Text:
    """What stands in the cell of a remark; statements that exclude each other need a sentence."""
    if remark.rule == _MISMATCH:
        return same("")
    said = remark.value or dict(remark.values).get("headers")
    return same(phrases.quote(said)) if said else say.BLANK


def _advice(remark: Remark) -> Text:
    """The hint of the finding this becomes; blank where it needs more than the remark."""
    wording = READING.get(remark.rule, {}).get(remark.case)
    if wording and remark.rule == _MISMATCH:
        values = {
            name: say.stated_at(text) if name.startswith("where") else phrases.quote(text)
            for name, text in remark.values
        }
        return words.SENTENCES.join(wording.filled(values))
    return wording.hint if wording and "{" not in wording.hint.zh else same("")


def _entries(entries: Sequence[Entry], lang: Lang, view: View) -> list[Line]:
    shown = entries if view.verbose else entries[:_FIRST]
    heading = "all-entries" if view.verbose else "entries"
    rows = [entry_row(entry, lang) for entry in shown]
    return _section(heading, rows, lang, view)


def _section(name: str, rows: Sequence[Sequence[str]], lang: Lang, view: View) -> list[Line]:
    """A heading and untitled columns; the last one wraps."""
    if not rows:
        return []
    heading = say.HEADINGS[name].format(n=len(rows))[lang]
    columns = [
        *(Column(flexible=index == 1) for index in range(len(rows[0]) - 1)),
        Column(wraps=True),
    ]
    spans = [[Span(text) for text in row] for row in rows]
    return [plain(f"{_INDENT}{heading}"), *_flat(table(columns, spans, view.width - 1))]


def _flat(laid: Iterable[Iterable[Line]]) -> list[Line]:
    return [line for lines in laid for line in lines]
