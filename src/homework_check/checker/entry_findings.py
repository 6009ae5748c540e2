"""Findings of flag and text rules: entries that say no, and contents to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.messages import phrases
from homework_check.messages.findings import FLAG_UNDECIDED
from homework_check.model import Verdict
from homework_check.report import Finding
from homework_check.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homework_check.checker.flags import Answers
    from homework_check.checker.reading import Values
    from homework_check.checker.texts import Hit
    from homework_check.model import Entry
    from homework_check.report import ClassKey
    from homework_check.rules.kinds import FlagRule, TextRule

_UNDECIDED = Text("待核", "undecided")
_BLANK = Text("空", "empty")
_MOST_TEXTS = 3


def flag_findings(rule: FlagRule, answers: Answers) -> Iterator[Finding]:
    """One finding for each verdict on a class, with all cells."""
    if answers.broken:
        yield _flag_finding(rule, answers.key, Verdict.BROKEN, answers.broken)
    if answers.undecided:
        yield _flag_finding(rule, answers.key, Verdict.UNDECIDED, answers.undecided)


def _flag_finding(
    rule: FlagRule, key: ClassKey, verdict: Verdict, entries: Sequence[Entry]
) -> Finding:
    places = tuple(entry.beside(rule.field) for entry in entries)
    said = {entry.work.marked if rule.field == "marked" else entry.work.posted for entry in entries}
    texts = sorted(text or "" for text in said)[:_MOST_TEXTS]
    values: Values = {
        "cls": phrases.class_name(key.grade, key.name),
        "n": len(entries),
        "cells": phrases.cells(places),
        "value": phrases.joined([same(phrases.quote(t)) if t else _BLANK for t in texts]),
    }
    is_broken = verdict is Verdict.BROKEN
    undecided = FLAG_UNDECIDED[rule.field]
    message = rule.message.text() if is_broken else undecided.message
    hint = rule.hint.text() if is_broken else undecided.hint
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        verdict=verdict,
        message=message.format(**values),
        hint=hint.format(**values),
        short=rule.short.text() if is_broken else _UNDECIDED,
        aspect=rule.aspect,
        school=key.school,
        grade=key.grade,
        class_name=key.name,
        value=phrases.quote(texts[0]) or None if len(said) == 1 else None,
        measured=len(entries) if is_broken else None,
        unit="entries",
        count=len(entries),
        reference=rule.reference,
        locations=places,
        cause=None if is_broken else rule.field,
    )


def text_finding(rule: TextRule, hit: Hit) -> Finding:
    """What a text rule found in one content; it decides nothing."""
    entry = hit.entry
    place = entry.beside("content")
    values = {"quote": phrases.quote(hit.quote), "cell": place.cell or ""}
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        verdict=None,
        message=rule.message.text().format(**values),
        hint=rule.hint.text().format(**values),
        short=rule.short.text(),
        aspect=rule.aspect,
        school=hit.key.school,
        grade=hit.key.grade,
        class_name=hit.key.name,
        date=entry.date,
        subject=entry.subject,
        value=phrases.quote(entry.content),
        reference=rule.reference,
        locations=(place,),
    )
