"""A report as the plain values that the page's template shows."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from homework_check.messages import lines as say
from homework_check.messages import phrases
from homework_check.messages.comparing import GONE
from homework_check.messages.findings import SHORT
from homework_check.messages.report import COLUMNS, HEADINGS, LABELS, counted
from homework_check.messages.web import WORDS
from homework_check.report import ClassKey
from homework_check.reporters import changes, headline
from homework_check.reporters.html import figures
from homework_check.reporters.html.anchors import Anchors
from homework_check.reporters.html.context import too_many
from homework_check.reporters.html.heat_map import Drawing, HeatMap
from homework_check.reporters.html.items import open_groups, school_keys, todo_groups
from homework_check.reporters.page import Page
from homework_check.reporters.parts import Item, divide, worst_first
from homework_check.reporters.text.findings import attributed
from homework_check.reporters.text.notes import notes_of
from homework_check.reporters.text.nothing import why

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from homework_check.model import School
    from homework_check.report import Finding, Report
    from homework_check.reporters.changes import Gone
    from homework_check.reporters.html.items import Group
    from homework_check.reporters.parts import Group as Findings
    from homework_check.reporters.parts import Parts
    from homework_check.reporters.view import View
    from homework_check.text import Lang

SECTIONS = (
    *("counties", "schools", "days", "todo", "open", "absent"),
    *("fixed", "not-compared", "reminders", "data", "rules", "notes"),
)
"""Their anchors, in the order of the page."""


_OF_ITEMS = frozenset({"grade", "rule"})
"""What each item is filtered by; all else is the same in a group."""

_MOST_ITEMS, _MOST_SCHOOLS = 100, 12
"""So many items, and maps of schools, stand open; of more only the headings do."""

_MOST_PRINTED = 1_000
"""So many items are printed whatever is folded; more are for nobody to read on paper."""


class Days(NamedTuple):
    """The maps of a school, and by what it is filtered."""

    anchor: str
    county: str
    school: str
    maps: tuple[HeatMap, ...]


class Told(NamedTuple):
    """What reminders or data problems alike say, and by what it is filtered."""

    county: str
    school: str
    rule: str
    text: str


def values_of(report: Report, lang: Lang, view: View) -> dict[str, Any]:
    """Everything that stands on the page, by the name that the template has for it."""
    page = Page(report, lang, view)
    parts = divide(report)
    anchors = Anchors((*SECTIONS, *(f"rule-{rule.id}" for rule in report.pack.rules)))
    items = _items(page, parts, anchors)
    days = _days(page, anchors)
    places = {school: maps.anchor for school, maps in days.items()}
    gone = changes.gone(page)
    contents = {
        **items,
        **{name: found.texts for name, found in gone.items()},
        "counties": figures.county_rows(page),
        "schools": figures.school_rows(page, places) if page.several else [],
        "days": list(days.values()),
        "reminders": [_told(page, group) for group in parts.reminders],
        "data": [_told(page, group) for group in parts.data],
        "rules": figures.rule_rows(page),
        "notes": notes_of(page),
    }
    return {
        **contents,
        "gone": {name: found.texts for name, found in gone.items()},
        "lang": "zh-CN" if lang == "zh" else "en",
        "words": {name: page.say(text) for name, text in (COLUMNS | WORDS).items()},
        "advice": page.say(LABELS["advice"]),
        "sections": {name: _heading(page, name, parts, gone)
                     for name in SECTIONS if contents[name]},
        "verdict": headline.verdict(page),
        "standing": report.standing.value,
        "subject": headline.subject(page),
        "counts": _counts(page, parts),
        "cards": [] if report.nothing_read else figures.cards(page),
        "county_heads": figures.county_heads(page),
        "school_heads": figures.school_heads(page),
        "school_total": figures.school_total(page),
        "open_items": len(parts.todo) + len(parts.open) <= _MOST_ITEMS,
        "long": len(parts.todo) + len(parts.open) > _MOST_PRINTED,
        "open_days": len(days) <= _MOST_SCHOOLS,
        "most_items": _MOST_ITEMS,
        "filters": _filters(page, [*items["todo"], *items["open"], *items["absent"]]),
        "short": too_many(parts.todo),
        "references": _references(page, parts.todo),
        "rule_heads": figures.rule_heads(page),
        "footer": [
            f"homework-check {report.version}", f"{page.say(report.pack.title)} ({report.pack.id})",
            report.generated_at,
        ],
        "hashes": [(phrases.inert(log.path), log.sha256 or "") for log in report.logs],
    }  # fmt: skip


def _counts(page: Page, parts: Parts) -> list[str]:
    counts = [why(page)] if page.report.nothing_read else headline.counts(page, parts)
    return [*counts, *changes.summary(page)]


def _items(page: Page, parts: Parts, anchors: Anchors) -> dict[str, list[Group]]:
    absent = [Item("alike", finding.school, (finding,)) for finding in parts.absent]
    return {
        "todo": list(todo_groups(page, parts.todo, anchors)),
        "open": list(open_groups(page, parts.open, anchors)),
        "absent": list(open_groups(page, absent, anchors)),
    }


def _days(page: Page, anchors: Anchors) -> dict[School, Days]:
    drawing = Drawing(page.lang, anchors.days, _lacking(page.report))
    found = {}
    for result in worst_first(page.report.schools):
        maps = tuple(drawing.maps(result))
        if maps:
            keys = school_keys(page, result.school)
            anchor = anchors.of_school(result.school)
            found[result.school] = Days(anchor, *keys, maps)
    return found


def _lacking(report: Report) -> dict[ClassKey, list[date]]:
    found: dict[ClassKey, list[date]] = defaultdict(list)
    for finding in report.findings:
        if finding.cause == "unreported" and finding.school and finding.grade is not None:
            found[ClassKey(finding.school, finding.grade, finding.class_name)] += finding.dates
    return found


def _told(page: Page, group: Findings) -> Told:
    first = group[0]
    return Told(*school_keys(page, first.school), first.rule, attributed(page, group))


def _heading(page: Page, name: str, parts: Parts, gone: Mapping[str, Gone]) -> str:
    open_ = len(parts.open)
    headings = {
        "counties": page.say(HEADINGS["counties"]),
        "schools": page.say(HEADINGS["schools"]),
        "todo": page.say(say.TODO, items=counted(len(parts.todo), "item"), n=len(parts.todo)),
        "open": page.say(say.OPEN, items=counted(open_, "item"), n=open_),
        **{name: page.say(head, n=gone[name].number) for name, head in GONE.items()},
        "reminders": page.say(say.REMINDERS, n=len(parts.reminders)),
        "data": page.say(say.DATA, n=len(parts.data)),
    }
    return headings[name] if name in headings else page.say(WORDS[name])


def _filters(page: Page, groups: Sequence[Group]) -> list[tuple[str, list[tuple[str, str]]]]:
    """What there is to choose from; what all items share is not worth a filter."""
    rules = {rule.id: page.say(rule.title) for rule in page.report.pack.rules}
    rules |= {name: page.say(text) for name, text in SHORT.items()}
    names: dict[str, Mapping[str, str]] = {
        "county": {},
        "school": {},
        "grade": {},
        "rule": rules,
        "verdict": {name: page.say(COLUMNS[name]) for name in ("broken", "undecided")},
    }
    blocks = [block for group in groups for block in group.blocks]
    values = {
        name: dict.fromkeys(getattr(of, name) for of in (blocks if name in _OF_ITEMS else groups))
        for name in names
    }
    return [
        (name, [(value, names[name].get(value, value)) for value in found if value])
        for name, found in values.items()
        if len(found) > 1
    ]


def _references(page: Page, todo: Iterable[Finding]) -> Mapping[str, tuple[str, str]]:
    """The title and the source of each rule that is not met."""
    broken = {finding.rule for finding in todo}
    return {
        rule.id: (rule.title[page.lang], rule.reference[page.lang])
        for rule in page.report.pack.rules
        if rule.id in broken
    }
