"""The findings of a Markdown report, a piece of Markdown each; the text in them is escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.messages import lines as say
from homework_check.messages.report import COLUMNS, LABELS, counted
from homework_check.reporters.changes import change_of
from homework_check.reporters.escaping import markdown
from homework_check.reporters.page import day_of, sizes
from homework_check.reporters.text.days import days_rows, days_title, days_why
from homework_check.reporters.text.findings import alike, sentences, whose
from homework_check.reporters.text.open import advice, dependent_row, problem, why
from homework_check.reporters.text.submissions import contacts, unreported_rows, unreported_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homework_check.model import School
    from homework_check.report import Finding
    from homework_check.reporters.page import Page
    from homework_check.reporters.parts import Group, Item, Parts


def todo_items(page: Page, findings: Sequence[Finding]) -> Iterator[str]:
    """Everything that is not met, with its contributions and advice."""
    headings = _school_headings(page, [finding.school for finding in findings])
    for number, (heading, finding) in enumerate(zip(headings, findings, strict=True), 1):
        what = f"{finding.short[page.lang]}{_numbers(page, finding)}"
        lines = [_unit(page, finding, what)]
        if finding.locations:
            lines.append(_labelled(page, "counted", page.items(finding)))
        lines.append(_labelled(page, "advice", finding.hint[page.lang]))
        lines += _changed(page, (finding,))
        yield heading + _numbered(number, lines)


def open_items(page: Page, items: Sequence[Item], offset: int) -> Iterator[str]:
    """What is open; the numbers go on after the `offset` items above it."""
    headings = _school_headings(page, [item.school for item in items])
    for number, (heading, item) in enumerate(zip(headings, items, strict=True), offset + 1):
        lines = [*_open_lines(page, item), *_changed(page, item.findings)]
        yield heading + _numbered(number, lines)


def contact_items(page: Page, parts: Parts) -> list[str]:
    """Schools to contact first, each with the reason."""
    return [
        f"- **{markdown(page.school(school))}** {markdown(why)}\n"
        for school, why in contacts(page, parts)
    ]


def bullets(page: Page, groups: Sequence[Group]) -> Iterator[str]:
    """Reminders or data problems, those alike in one."""
    for group in groups:
        school = whose(page, group)
        bold = f"**{markdown(school)}** " if school else ""
        yield f"- {bold}{markdown(sentences(page, group))}\n"


def _open_lines(page: Page, item: Item) -> list[str]:
    finding = item.findings[0]
    if item.about == "unit":
        return [
            _unit(page, finding, problem(page, item)),
            _labelled(page, "why", why(page, finding)),
            _labelled(page, "advice", advice(page, item)),
        ]
    if item.about == "alike":
        hint = finding.hint[page.lang]
        return [markdown(alike(page, item.findings)), _labelled(page, "advice", hint)]
    if item.about == "unreported":
        rows = (f"- {markdown(f'{cls}  {days}')}" for cls, days in unreported_rows(page, item))
        advice_ = _labelled(page, "advice", finding.hint[page.lang])
        return [markdown(unreported_title(page, item)), *rows, advice_]
    if item.about == "days":
        return [
            markdown(days_title(page, item)),
            *(f"- {markdown(f'{cls}  {days}')}" for cls, days in days_rows(page, item)),
            _labelled(page, "why", days_why(page, item)),
            _labelled(page, "advice", advice(page, item)),
        ]
    class_days = counted(len(item.findings), "class-day")
    text = page.say(say.MISSING[item.field], class_days=class_days, header="")
    shown = item.findings[: page.view.max_findings] if item.field != "minutes" else ()
    return [
        markdown(text.strip()),
        *(f"- {_dependent(page, dependent)}" for dependent in shown),
        *([] if len(shown) in {0, len(item.findings)} else [_left(page, item, len(shown))]),
        _labelled(page, "advice", page.say(say.MISSING_HINT[item.field])),
    ]


def _left(page: Page, item: Item, shown: int) -> str:
    return f"- {markdown(page.say(say.CUT, n=len(item.findings) - shown))}"


def _dependent(page: Page, finding: Finding) -> str:
    class_name, day, everything, limit, cells = (s.text for s in dependent_row(page, finding))
    all_work, most = (page.say(COLUMNS[name]) for name in ("all", "limit"))
    texts = [f"{class_name} {day}", f"{all_work} {everything}", f"{most} {limit}", cells]
    return markdown(_listed(page, texts))


def _unit(page: Page, finding: Finding, what: str) -> str:
    unit = " ".join(filter(None, [page.class_of(finding), day_of(finding, page.lang)]))
    return f"**{markdown(unit)}** {markdown(what)}" if unit else markdown(what)


def _numbers(page: Page, finding: Finding) -> str:
    """What was reported, the limit and the excess, as far as the finding has them."""
    names = ("reported", "limit", "over")
    told = [
        f"{page.say(COLUMNS[name])} {size[page.lang]}"
        for name, size in zip(names, sizes(finding), strict=True)
        if size[page.lang]
    ]
    return ("：" if page.lang == "zh" else ": ") + _listed(page, told) if told else ""


def _listed(page: Page, texts: Sequence[str]) -> str:
    return ("，" if page.lang == "zh" else ", ").join(texts)


def _changed(page: Page, group: Group) -> list[str]:
    change = change_of(page, group)
    return [_labelled(page, "change", change)] if change else []


def _labelled(page: Page, label: str, text: str) -> str:
    return f"{page.say(LABELS[label]).strip()} {markdown(text)}"


def _numbered(number: int, lines: Sequence[str]) -> str:
    """Make lines an item of a list; what belongs to it begins below its text."""
    start = f"{number}. "
    # Two blanks at the end of a line break it, in pages where a line break alone does not.
    return start + f"  \n{' ' * len(start)}".join(lines) + "\n"


def _school_headings(page: Page, schools: Sequence[School | None]) -> Iterator[str]:
    """A heading where another school begins, else nothing; none in a report of one school."""
    for number, school in enumerate(schools):
        begins = not number or school != schools[number - 1]
        gap = "\n" if number else ""
        is_headed = page.several and begins
        yield f"{gap}#### {markdown(page.heading(school))}\n\n" if is_headed else ""
