"""Rules of kind ``flag``: each selected entry says yes in a field."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from homework_check.checker.kinds.contributions import selector
from homework_check.checker.kinds.findings import own_words, rule_finding
from homework_check.memo import Memo
from homework_check.messages import phrases
from homework_check.messages.findings import FLAG_UNDECIDED
from homework_check.model import Verdict
from homework_check.rules.base import Select
from homework_check.text import Text, Values, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from homework_check.checker.classdays.versions import SettledDay
    from homework_check.model import Entry, Work
    from homework_check.report import ClassKey, Finding
    from homework_check.rules.kinds import FlagRule

_BLANK = Text("空", "empty")
_MOST_TEXTS = 3
_MAYBE_ASKED = "-maybe-asked"
"""Behind the field, the cause of an entry that says no, and of which nobody knows whether the
rule asks it."""


class Answers(NamedTuple):
    """The entries of a class judged by a flag rule; those that keep it are only counted."""

    key: ClassKey
    kept: int
    broken: tuple[Entry, ...]
    undecided: tuple[Entry, ...]


def ask(rule: FlagRule, days: Iterable[SettledDay]) -> list[Answers]:
    """Judge every entry whose table has the rule's column; a statement of none is no entry."""
    verdict_of = Memo(partial(answer, rule))
    kept: dict[ClassKey, int] = defaultdict(int)
    told: dict[Verdict, dict[ClassKey, list[Entry]]] = {
        Verdict.BROKEN: defaultdict(list),
        Verdict.UNDECIDED: defaultdict(list),
    }
    for day in days:
        for entry in day.entries:
            verdict = verdict_of[entry.work]
            if verdict is Verdict.KEPT:
                kept[day.class_day.key] += 1
            elif verdict is not None:
                told[verdict][day.class_day.key].append(entry)
    broken, undecided = told.values()
    return [
        Answers(key, kept[key], tuple(broken[key]), tuple(undecided[key]))
        for key in dict.fromkeys((*kept, *broken, *undecided))
    ]


def answer(rule: FlagRule, work: Work) -> Verdict | None:
    """What an entry's answer makes of it; None: the rule does not ask it."""
    said = _said(rule, work)
    certain = selector(rule.select)[work].certain
    if said is None or work.none or not work.reported or work.vacation or certain is False:
        return None
    if said == "yes":
        return Verdict.KEPT
    return Verdict.BROKEN if said == "no" and certain else Verdict.UNDECIDED


def _said(rule: FlagRule, work: Work) -> str | None:
    """``yes``, ``no``, or what was not understood; None: the table has no such column."""
    said = _answered(rule, work)
    part, slash, whole = (said or "").partition("/")
    if slash and part.isdecimal() and whole.isdecimal() and int(whole):
        return "yes" if int(part) >= rule.at_least * int(whole) else "no"
    return said


def _answered(rule: FlagRule, work: Work) -> str | None:
    return work.marked if rule.field == "marked" else work.posted


def flag_findings(rule: FlagRule, answers: Answers) -> Iterator[Finding]:
    """One finding for each verdict on a class and each reason for it, with all cells."""
    if answers.broken:
        yield _flag_finding(rule, answers.key, Verdict.BROKEN, answers.broken)
    by_reason: dict[str, list[Entry]] = {"": [], _MAYBE_ASKED: []}
    for entry in answers.undecided:
        by_reason[_MAYBE_ASKED if _said(rule, entry.work) == "no" else ""].append(entry)
    for reason, entries in by_reason.items():
        if entries:
            yield _flag_finding(rule, answers.key, Verdict.UNDECIDED, entries, reason)


def _flag_finding(
    rule: FlagRule, key: ClassKey, verdict: Verdict, entries: Sequence[Entry], reason: str = ""
) -> Finding:
    doubts = {field for e in entries for field in selector(rule.select)[e.work].doubts}
    fields = [field for field in Select._fields if field in doubts]
    # What settles a doubt about the entry stands in another cell than the answer.
    asked = fields if reason else [rule.field]
    places = tuple(entry.beside(field) for entry in entries for field in asked)
    said = {_answered(rule, entry.work) for entry in entries}
    texts = sorted(text or "" for text in said)[:_MOST_TEXTS]
    values: Values = {
        "field": phrases.joined([phrases.field_name(field) for field in fields]),
        "cls": phrases.class_name(key.grade, key.name),
        "n": len(entries),
        "cells": phrases.cells(places),
        "value": phrases.joined([same(phrases.quote(t)) if t else _BLANK for t in texts]),
    }
    is_broken = verdict is Verdict.BROKEN
    cause = f"{rule.field}{reason}"
    words = own_words(rule) if is_broken else FLAG_UNDECIDED[cause]
    return rule_finding(
        rule,
        verdict,
        words.filled(values),
        key,
        value=phrases.quote(texts[0]) or None if len(said) == 1 and not reason else None,
        measured=len(entries) if is_broken else None,
        unit="entries",
        count=len(entries),
        locations=places,
        cause=None if is_broken else cause,
    )
