"""The findings of a terminal report: to act on, reminders, data problems."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from homework_check.messages import lines as say
from homework_check.messages import phrases
from homework_check.messages.comparing import CHANGED
from homework_check.messages.findings import READING
from homework_check.messages.report import COLUMNS, LABELS, counted
from homework_check.messages.wrapping import cells, pad
from homework_check.reporters.changes import change_of
from homework_check.reporters.lines import Column, Line, Span, paragraph, plain, table
from homework_check.reporters.page import day_of, sizes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.model import Location, School
    from homework_check.report import Finding
    from homework_check.reporters.page import Page
    from homework_check.reporters.parts import Group
    from homework_check.text import Text

_MOST_ALIKE = 5
_INDENT = "  "


def todo_lines(page: Page, findings: Sequence[Finding]) -> list[Line]:
    """Everything that is not met, one line in a table with its contributions and advice."""
    shown = findings[: page.view.max_findings]
    columns = [
        Column(page.say(COLUMNS["number"])),
        Column(page.say(COLUMNS["class"]), flexible=True),
        Column(page.say(COLUMNS["date"])),
        Column(page.say(COLUMNS["problem"])),
        *(Column(page.say(COLUMNS[name]), right=True) for name in ("reported", "limit", "over")),
    ]
    head, *laid = table(columns, [_row(page, n, f) for n, f in enumerate(shown, 1)], page.width)
    items = counted(len(findings), "item")
    lines = [plain(page.say(say.TODO, items=items, n=len(findings)), "heading")]
    lines += head if shown else []
    for school, group in groupby(zip(shown, laid, strict=True), key=lambda pair: pair[0].school):
        lines += school_heading(page, school)
        for finding, row in group:
            lines += [*row, *_details(page, finding)]
    return [*lines, *more_lines(page, len(shown), len(findings))]


def school_heading(page: Page, school: School | None) -> list[Line]:
    """Head the findings of a school; nothing in a report of one school."""
    if not page.several:
        return []
    return paragraph(page.heading(school), page.width, _INDENT, style="heading")


def more_lines(page: Page, shown: int, all_: int, before: int = 0) -> list[Line]:
    """Say how many items are not listed, and how to see them; `before` are counted as well."""
    if shown >= all_:
        return []
    items = counted(all_ - shown, "item")
    return paragraph(page.say(say.MORE, items=items, n=before + all_), page.width, _INDENT)


def labelled(page: Page, label: str, text: str) -> list[Line]:
    """Break a text behind its label, under the class column."""
    start = number_indent(page)
    first = start + page.say(LABELS[label])
    return paragraph(text, page.width, " " * cells(first), first)


def changed(page: Page, group: Group) -> list[Line]:
    """Say what has become of an item since an earlier report, if there is one."""
    change = change_of(page, group)
    return labelled(page, "change", change) if change else []


def number_indent(page: Page) -> str:
    """Blanks up to what stands behind the number of an item."""
    return _INDENT + " " * (cells(page.say(COLUMNS["number"])) + 2)


def numbered(page: Page, number: int) -> str:
    """The number of an item as it stands before its text, as wide as `number_indent`."""
    return pad(f"{_INDENT}{number}", len(number_indent(page)) - 1) + " "


def bullet_lines(page: Page, heading: Text, groups: Sequence[Group]) -> list[Line]:
    """List reminders or data problems, those alike in one paragraph with one advice."""
    shown = groups[: page.view.max_findings]
    lines = [plain(page.say(heading, n=len(groups)), "heading")]
    for group in shown:
        text = attributed(page, group)
        lines += paragraph(text, page.width, "    ", "  - ")
    return [*lines, *more_lines(page, len(shown), len(groups))]


def whose(page: Page, group: Group) -> str:
    """Name the school of reminders or data problems, with its file if it has only one."""
    first = group[0]
    if not page.several or first.school is None:
        return ""
    has_cells = any(at.cell for at in first.locations)
    return page.heading(first.school) if has_cells else page.school(first.school)


def attributed(page: Page, group: Group) -> str:
    """Tell of whom reminders or data problems alike are, and what they say."""
    school, text = whose(page, group), sentences(page, group)
    colon = "：" if page.lang == "zh" else ": "
    return f"{school}{colon}{text}" if school else text


def alike(page: Page, group: Group) -> str:
    """Say once what several reading findings say, with the cells of the others.

    Those of classes that have no cells differ in their words: of them the first are told.
    """
    first, *others = group
    gap = " " if page.lang == "en" else ""
    of_classes = [f for f in others if f.grade and not any(at.cell for at in f.locations)]
    texts = [page.located(finding) for finding in (first, *of_classes[: _MOST_ALIKE - 1])]
    # One cell before the days of a matrix is of each of them.
    own = first.locations
    places = [at for f in others if f not in of_classes for at in f.locations if at not in own]
    if places:
        texts.append(page.say(say.ALSO, cells=_cells_beside(page, first, places)))
    rest = len(of_classes) - (_MOST_ALIKE - 1)
    if rest > 0:
        texts.append(page.say(say.UNLISTED, items=counted(rest, "item")))
    return gap.join(texts)


def _cells_beside(page: Page, first: Finding, places: Sequence[Location]) -> str:
    """List cells behind a finding; with their sheet, unless it names that of all of them."""
    is_named = page.located(first) != first.message[page.lang]
    if is_named and {at[:2] for at in places} == {at[:2] for at in first.locations}:
        return page.say(phrases.cells(places, phrases.Prefix()))
    return page.cells(places, first.school)


def sentences(page: Page, group: Group) -> str:
    """Tell what reminders or data problems alike say, with the one advice for all."""
    gap = " " if page.lang == "en" else ""
    hint = group[0].hint[page.lang]
    if change := change_of(page, group):
        hint += gap + page.say(CHANGED, change=change)
    if group[0].rule in READING:
        return alike(page, group) + gap + hint
    texts = [page.located(finding) for finding in group[:_MOST_ALIKE]]
    rest = len(group) - len(texts)
    if rest:
        texts.append(page.say(say.UNLISTED, items=counted(rest, "item")))
    return gap.join([*texts, hint])


def _row(page: Page, number: int, finding: Finding) -> list[Span]:
    reported, limit, over = (text[page.lang] for text in sizes(finding))
    return [
        Span(str(number)),
        Span(page.class_of(finding)),
        Span(day_of(finding, page.lang)),
        Span(finding.short[page.lang]),
        Span(reported, "over"),
        Span(limit),
        Span(over, "over"),
    ]


def _details(page: Page, finding: Finding) -> list[Line]:
    lines = labelled(page, "counted", page.items(finding)) if finding.locations else []
    lines += labelled(page, "advice", finding.hint[page.lang])
    return [*lines, *changed(page, (finding,))]
