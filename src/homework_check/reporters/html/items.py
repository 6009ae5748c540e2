"""What is to be done and what is open, as values for the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.messages import lines as say
from homework_check.messages import phrases, words
from homework_check.messages.report import COLUMNS, counted
from homework_check.report import minutes
from homework_check.reporters.page import day_of, sizes
from homework_check.reporters.text_findings import alike
from homework_check.reporters.text_open import advice, problem, why

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from homework_check.model import Entry, Location
    from homework_check.report import Finding
    from homework_check.reporters.html.anchors import Anchors
    from homework_check.reporters.page import Page
    from homework_check.reporters.parts import Item

Place = tuple[str, str | None, str | None]


class Part(NamedTuple):
    """A cell that counts, with what its entry says."""

    subject: str
    content: str
    form: str
    minutes: str
    cell: str


class Block(NamedTuple):
    """An item of the page; `parts` and `sizes` are those of one that is not met."""

    anchor: str
    school: str
    grade: str
    rule: str
    verdict: str
    title: str
    text: str
    advice: str
    sizes: str = ""
    parts: tuple[Part, ...] = ()
    reference: str = ""


def todo_blocks(page: Page, findings: Sequence[Finding], anchors: Anchors) -> Iterator[Block]:
    """Everything that is not met, in context."""
    entries = _entries(page, {_place(at) for f in findings for at in f.locations})
    for finding in findings:
        told = zip(("reported", "limit", "over"), sizes(finding), strict=True)
        yield Block(
            *_keys(page, finding, anchors),
            title=f"{_unit(page, finding)} {finding.short[page.lang]}".strip(),
            text=finding.message[page.lang],
            advice=finding.hint[page.lang],
            sizes=" ".join(f"{_column(page, n)} {s[page.lang]}" for n, s in told if s[page.lang]),
            parts=tuple(_part(page, at, entries.get(_place(at))) for at in finding.locations),
            reference=finding.reference or "",
        )


def open_blocks(page: Page, items: Sequence[Item], anchors: Anchors) -> Iterator[Block]:
    """What is open, with what would settle it."""
    for item in items:
        finding = item.findings[0]
        keys = _keys(page, finding, anchors)
        if item.kind == "unit":
            title = f"{_unit(page, finding)} {problem(page, item)}"
            yield Block(*keys, title, why(page, finding), advice(page, item))
        elif item.kind == "alike":
            title = finding.short[page.lang]
            yield Block(*keys, title, alike(page, item.findings), finding.hint[page.lang])
        else:
            days = counted(len(item.findings), "class-day")
            text = page.say(say.MISSING[item.field], class_days=days, header="")
            listed = "; ".join(_unit(page, f) for f in item.findings)
            hint = page.say(say.MISSING_HINT[item.field])
            title = page.say(phrases.field_name(item.field))
            yield Block(*keys, title, f"{text} {listed}", hint)


def _keys(page: Page, finding: Finding, anchors: Anchors) -> tuple[str, str, str, str, str]:
    """Anchor, and what an item can be filtered by: school, grade, rule, verdict."""
    school = page.school(finding.school) if finding.school else ""
    grade = phrases.grade_name(finding.grade)[page.lang] if finding.grade else ""
    return anchors.of(finding), school, grade, finding.rule, str(finding.verdict or "")


def _unit(page: Page, finding: Finding) -> str:
    return " ".join(filter(None, [page.class_of(finding), day_of(finding, page.lang)]))


def _column(page: Page, name: str) -> str:
    return page.say(COLUMNS[name])


def _part(page: Page, at: Location, entry: Entry | None) -> Part:
    form = words.FORMS.get(entry.work.form or "") if entry else None
    return Part(
        phrases.subject(at.subject)[page.lang],
        phrases.quote(entry.content if entry else at.content or ""),
        form[page.lang] if form else "",
        "" if at.minutes is None else str(minutes(at.minutes)),
        at.cell or "",
    )


def _place(at: Location) -> Place:
    return at.source, at.sheet, at.cell


def _entries(page: Page, wanted: set[Place]) -> Mapping[Place, Entry]:
    """The entries that stand in the cells that are `wanted`."""
    return {
        place: run.entry(number)
        for log in page.report.logs
        for part in log.parts
        for run in part.runs()
        for number, cell in enumerate(run.cells)
        if (place := (part.table.source, part.table.sheet, cell)) in wanted
    }
