"""Rules of kind ``flag``: each selected entry says yes in a field."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from homework_check.checker.amounts import selector
from homework_check.memo import Memo
from homework_check.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homework_check.checker.limits import SettledDay
    from homework_check.model import Entry, Work
    from homework_check.report import ClassKey
    from homework_check.rules.kinds import FlagRule


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
    said = work.marked if rule.field == "marked" else work.posted
    certain = selector(rule.select)[work].certain
    if said is None or work.none or not work.reported or work.vacation or certain is False:
        return None
    part, slash, whole = said.partition("/")
    if slash and part.isdecimal() and whole.isdecimal() and int(whole):
        said = "yes" if int(part) >= rule.at_least * int(whole) else "no"
    if said == "yes":
        return Verdict.KEPT
    return Verdict.BROKEN if said == "no" and certain else Verdict.UNDECIDED
