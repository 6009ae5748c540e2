"""What is to be done and what is open, as values for the page."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from homework_check.messages import lines as say
from homework_check.messages import phrases, words
from homework_check.messages.findings import SHORT
from homework_check.messages.report import CAUSES, COLUMNS, counted
from homework_check.messages.web import WORDS
from homework_check.report import minutes
from homework_check.reporters.page import day_of, sizes
from homework_check.reporters.text_findings import alike
from homework_check.reporters.text_open import advice, problem, why

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from homework_check.model import Entry, Location, School
    from homework_check.report import Finding
    from homework_check.reporters.html.anchors import Anchors
    from homework_check.reporters.page import Page
    from homework_check.reporters.parts import Item

Place = tuple[str, str | None, str | None]

_PARTS = ("subject", "content", "form", "minutes", "cell")
"""The columns of the table of what counts."""


_MOST_IN_CONTEXT = 10_000
"""Items that are shown with the entries that count; the sentences of more name the cells."""


class Block(NamedTuple):
    """An item of the page, and by what it is filtered: county to verdict.

    `where` is the file and sheet if no heading says it. `heads`, `parts` (cells that count, a
    row each) and `sizes` are those of an item that is not met.
    """

    anchor: str
    county: str
    school: str
    grade: str
    rule: str
    verdict: str
    title: str
    text: str
    advice: str
    where: str = ""
    heads: tuple[str, ...] = ()
    parts: tuple[tuple[str, ...], ...] = ()
    sizes: str = ""


class Group(NamedTuple):
    """Items under one heading, and by what they are filtered where all are the same in it."""

    heading: str
    blocks: tuple[Block, ...]
    county: str = ""
    school: str = ""
    verdict: str = ""


def todo_groups(page: Page, findings: Sequence[Finding], anchors: Anchors) -> Iterator[Group]:
    """Everything that is not met, a group a school; in context, unless there is too much of it."""
    short = too_many(findings)
    entries = (
        None if short else _entries(page, {_place(at) for f in findings for at in f.locations})
    )
    for school, group in groupby(findings, key=lambda finding: finding.school):
        blocks = tuple(_todo(page, finding, anchors, entries) for finding in group)
        yield Group(page.heading(school), blocks, *school_keys(page, school), "broken")


def open_groups(page: Page, items: Sequence[Item], anchors: Anchors) -> Iterator[Group]:
    """What is open, with what would settle it, a group a cause."""
    causes: dict[str, list[Item]] = {}
    for item in items:
        first = item.findings[0]
        causes.setdefault(page.say(CAUSES.get(first.cause or "", first.short)), []).append(item)
    for cause, group in causes.items():
        yield Group(cause, tuple(_open(page, item, anchors) for item in group))


def too_many(findings: Sequence[Finding]) -> bool:
    """Whether a browser could not show the entries of every one of them."""
    return len(findings) > _MOST_IN_CONTEXT


def school_keys(page: Page, school: School | None) -> tuple[str, str]:
    """By what a school is filtered: its county and its name."""
    if school is None:
        return "", ""
    return phrases.inert(school.county or ""), page.school(school)


def _todo(
    page: Page, finding: Finding, anchors: Anchors, entries: Mapping[Place, Entry] | None
) -> Block:
    block = Block(
        *_keys(page, (finding,), anchors),
        title=f"{_unit(page, finding)} {finding.short[page.lang]}".strip(),
        text=finding.message[page.lang],
        advice=finding.hint[page.lang],
    )
    return block if entries is None else _in_context(page, block, finding, entries)


def _in_context(
    page: Page, block: Block, finding: Finding, entries: Mapping[Place, Entry]
) -> Block:
    told = zip(("total", "limit", "over"), sizes(finding), strict=True)
    rows = [_part(page, finding, at, entries.get(_place(at))) for at in finding.locations]
    used = [n for n in range(len(_PARTS)) if any(row[n] for row in rows)]
    return block._replace(
        heads=tuple(page.say(WORDS[_PARTS[n]]) for n in used),
        parts=tuple(tuple(row[n] for n in used) for row in rows),
        sizes=" · ".join(f"{page.say(COLUMNS[n])} {s[page.lang]}" for n, s in told if s[page.lang]),
    )


def _open(page: Page, item: Item, anchors: Anchors) -> Block:
    finding = item.findings[0]
    keys = _keys(page, item.findings, anchors)
    where = page.heading(item.school) if item.school and page.several else ""
    if item.kind == "unit":
        title = f"{_unit(page, finding)} {problem(page, item)}"
        return Block(*keys, title, why(page, finding), advice(page, item), where)
    if item.kind == "alike":
        title = finding.short[page.lang]
        text = alike(page, item.findings)
        return Block(*keys, title, text, finding.hint[page.lang], where)
    days = counted(len(item.findings), "class-day")
    text = page.say(say.MISSING[item.field], class_days=days, header="")
    comma, gap = ("、", "：") if page.lang == "zh" else ("; ", ": ")
    listed = comma.join(_unit(page, f) for f in item.findings)
    title = f"{page.say(SHORT['missing-field'])}{gap}{page.say(phrases.field_name(item.field))}"
    hint = page.say(say.MISSING_HINT[item.field])
    return Block(*keys, title, f"{text} {listed}", hint, where)


def _keys(
    page: Page, findings: Iterable[Finding], anchors: Anchors
) -> tuple[str, str, str, str, str, str]:
    first, *others = findings
    grades = {f.grade for f in (first, *others)}
    grade = phrases.grade_name(first.grade)[page.lang] if first.grade and len(grades) == 1 else ""
    verdict = str(first.verdict or "")
    return (
        anchors.of(first, *others), *school_keys(page, first.school), grade, first.rule, verdict,
    )  # fmt: skip


def _unit(page: Page, finding: Finding) -> str:
    return " ".join(filter(None, [page.class_of(finding), day_of(finding, page.lang)]))


def _part(page: Page, finding: Finding, at: Location, entry: Entry | None) -> tuple[str, ...]:
    form = words.FORMS.get(entry.work.form or "") if entry else None
    return (
        phrases.subject(at.subject)[page.lang],
        phrases.quote(entry.content if entry else at.content or ""),
        form[page.lang] if form else "",
        "" if at.minutes is None else str(minutes(at.minutes)),
        page.cells([at], finding.school),
    )


def _place(at: Location) -> Place:
    return at.source, at.sheet, at.cell


def _entries(page: Page, wanted: set[Place]) -> Mapping[Place, Entry]:
    """The entries that stand in the cells that are `wanted`."""
    return {
        place: part[index]
        for log in page.report.logs
        for part in log.parts
        for index, (row, work) in enumerate(zip(part.rows, part.works, strict=True))
        if (place := (part.table.source, part.table.sheet, f"{work.column}{row}")) in wanted
    }
