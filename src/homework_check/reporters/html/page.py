"""A report as the plain values that the page's template shows."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from homework_check.messages import lines as say
from homework_check.messages import phrases
from homework_check.messages.report import ASPECTS, COLUMNS, HEADINGS, LABELS, counted, rate
from homework_check.messages.rulebook import SEVERITIES
from homework_check.messages.web import WORDS
from homework_check.report import Tally
from homework_check.reporters import headline
from homework_check.reporters.html.anchors import Anchors
from homework_check.reporters.html.heat_map import heat_maps
from homework_check.reporters.html.items import absent_blocks, open_blocks, todo_blocks
from homework_check.reporters.page import Page
from homework_check.reporters.parts import divide, worst_first
from homework_check.reporters.text_findings import sentences
from homework_check.reporters.text_notes import notes_of
from homework_check.reporters.text_nothing import why
from homework_check.reporters.text_tables import (
    absent_aspects,
    aspect_name,
    by_aspect,
    judged_aspects,
    school_row,
    school_titles,
    total_row,
)

if TYPE_CHECKING:
    from homework_check.report import Report
    from homework_check.reporters.parts import Parts
    from homework_check.reporters.view import View
    from homework_check.text import Lang

_UNREAD = frozenset({"unreadable-source", "no-log-found"})


class Card(NamedTuple):
    """What came of an aspect: met of judged, the rate, and what is left."""

    name: str
    fraction: str
    rate: str
    rest: str


def values_of(report: Report, lang: Lang, view: View) -> dict[str, Any]:
    """Everything that stands on the page, by the name that the template has for it."""
    page = Page(report, lang, view)
    parts = divide(report)
    nothing = report.nothing_read
    return {
        "lang": "zh-CN" if lang == "zh" else "en",
        "words": {name: page.say(text) for name, text in (COLUMNS | WORDS).items()},
        "labels": {name: page.say(text) for name, text in LABELS.items()},
        "headings": {name: page.say(text) for name, text in HEADINGS.items()},
        "verdict": headline.verdict(page),
        "standing": report.standing.value,
        "subject": headline.subject(page),
        "counts": [why(page)] if nothing else headline.counts(page, parts),
        "cards": [] if nothing else _cards(page),
        "maps": [
            (page.school(school.school), list(heat_maps(school, lang)))
            for school in worst_first(report.schools)
        ],
        **_schools(page),
        **_items(page, parts),
        "rules": _rules(page),
        "notes": notes_of(page),
        "footer": [
            f"homework-check {report.version}", f"{page.say(report.pack.title)} ({report.pack.id})",
            report.generated_at,
        ],
        "hashes": [(phrases.inert(log.path), log.sha256 or "") for log in report.logs],
    }  # fmt: skip


def _cards(page: Page) -> list[Card]:
    tallies = by_aspect(page.report.tallies)
    cards = [
        Card(
            aspect_name(page, tally.aspect),
            f"{tally.kept}/{tally.judged}",
            rate(tally.kept, tally.judged) if tally.judged else "-",
            " ".join(
                f"{page.say(COLUMNS[name])} {n}"
                for name, n in (("broken", tally.broken), ("undecided", tally.undecided))
                if n
            ),
        )
        for tally in tallies
    ]
    absent = absent_aspects(page, {tally.aspect for tally in tallies})
    return cards + [Card(aspect_name(page, a), "-", "", page.say(text)) for a, text in absent]


def _schools(page: Page) -> dict[str, Any]:
    """The table of all schools; nothing in a report of one."""
    if not page.several:
        return {"school_head": [], "schools": []}
    aspects = judged_aspects(page)
    heads = school_titles(page, aspects)
    rows = [
        [span.text for span in school_row(page, number, school, aspects)]
        for number, school in enumerate(worst_first(page.report.schools), 1)
    ]
    return {"school_head": heads, "schools": [*rows, [s.text for s in total_row(page, aspects)]]}


def _items(page: Page, parts: Parts) -> dict[str, Any]:
    anchors = Anchors()
    unread = [item for item in parts.open if item.findings[0].rule in _UNREAD]
    causes = sorted(
        (item for item in parts.open if item.findings[0].rule not in _UNREAD),
        key=lambda item: item.findings[0].cause or "",
    )
    grouped = groupby(causes, key=lambda item: item.findings[0].cause or "")
    todo = list(todo_blocks(page, parts.todo, anchors))
    open_ = [list(open_blocks(page, list(group), anchors)) for _, group in grouped]
    blocks = [*todo, *(block for group in open_ for block in group)]
    return {
        "todo": todo,
        "open": open_,
        "unread": [
            *absent_blocks(page, parts.absent, anchors),
            *open_blocks(page, unread, anchors),
        ],
        "todo_heading": page.say(say.TODO, items=counted(len(todo), "item"), n=len(todo)),
        "open_heading": page.say(say.OPEN, items=counted(len(causes), "item"), n=len(causes)),
        "told": [sentences(page, group) for group in (*parts.reminders, *parts.data)],
        "filters": [
            (name, list(dict.fromkeys(getattr(block, name) for block in blocks)))
            for name in ("school", "grade", "rule", "verdict")
        ],
    }


def _rules(page: Page) -> list[list[str]]:
    tallies = {tally.rule: tally for tally in page.report.tallies}
    rows = []
    for rule in page.report.pack.rules:
        tally = tallies.get(rule.id, Tally(rule.id, rule.aspect, rule.unit))
        counts = (tally.kept, tally.broken, tally.undecided, tally.not_judged)
        aspect = page.say(ASPECTS[rule.aspect]) if rule.aspect in ASPECTS else rule.aspect
        severity = page.say(SEVERITIES[rule.severity])
        title = f"{page.say(rule.title)} ({rule.id})"
        rows.append([aspect, title, severity, rule.reference, *map(str, counts)])
    return rows
