"""Rules of kind ``flag``: each selected entry says yes in a field."""

from __future__ import annotations

from collections import defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from homework_check.checker.amounts import selector
from homework_check.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homework_check.checker.limits import SettledDay
    from homework_check.model import Entry
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
    select = selector(rule.select)
    alike = attrgetter(rule.field, "form", "place", "choice", "none", "reported", "vacation")
    known: dict[object, Verdict | None] = {}
    kept: dict[ClassKey, int] = defaultdict(int)
    told: dict[Verdict, dict[ClassKey, list[Entry]]] = {
        Verdict.BROKEN: defaultdict(list),
        Verdict.UNDECIDED: defaultdict(list),
    }
    for day in days:
        passed = 0
        for entry in day.entries:
            facets = alike(entry)
            if facets not in known:
                certain = select(entry).certain
                known[facets] = _verdict(facets[0], entry, rule.at_least, certain=certain)
            verdict = known[facets]
            if verdict is Verdict.KEPT:
                passed += 1
            elif verdict:
                told[verdict][day.class_day.key].append(entry)
        if passed:
            kept[day.class_day.key] += passed
    broken, undecided = told.values()
    return [
        Answers(key, kept[key], tuple(broken[key]), tuple(undecided[key]))
        for key in dict.fromkeys((*kept, *broken, *undecided))
    ]


def _verdict(
    said: str | None, entry: Entry, at_least: float, *, certain: bool | None
) -> Verdict | None:
    """What an entry's answer makes of it; None: it is not in the rule's scope."""
    if said is None or entry.none or not entry.reported or entry.vacation or certain is False:
        return None
    part, slash, whole = said.partition("/")
    if slash and part.isdecimal() and whole.isdecimal() and int(whole):
        said = "yes" if int(part) >= at_least * int(whole) else "no"
    if said == "yes":
        return Verdict.KEPT
    return Verdict.BROKEN if said == "no" and certain else Verdict.UNDECIDED
