"""What of schools no class-day tells of, and which of their aspects that leaves open."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from homework_check.checker.kinds.contributions import find_contributions, selector
from homework_check.checker.kinds.flag import answer
from homework_check.checker.kinds.scope import is_class_in_scope
from homework_check.model import Verdict
from homework_check.report import ClassKey
from homework_check.rules.kinds import FlagRule, LimitRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from homework_check.checker.classdays.gathered import Gathered
    from homework_check.checker.submissions.handed_in import HandedIn
    from homework_check.model import Entry, School
    from homework_check.rules.base import Aspect
    from homework_check.rules.kinds import Rule
    from homework_check.settings import Settings


class Unplaced(NamedTuple):
    """Homework of a school that is in no class-day.

    `grade` None: of any. `entry` None: what it says was not read, or not reported.
    """

    school: School
    grade: int | None = None
    entry: Entry | None = None


def find_unplaced(gathered: Gathered, came: HandedIn) -> list[Unplaced]:
    """Files that were not read, days without the report that is due, entries of no class-day."""
    alike = {(entry.school, entry.grade, entry.work): entry for entry in gathered.homeless}
    return [
        *(Unplaced(school) for school in came.of_files.values() if school),
        *(Unplaced(key.school, key.grade) for key in came.lacking),
        *(Unplaced(entry.school, entry.grade, entry) for entry in alike.values()),
    ]


def open_aspects(
    rules: Iterable[Rule], unplaced: Iterable[Unplaced], settings: Settings
) -> Mapping[School, AbstractSet[Aspect]]:
    """The aspects that cannot be called kept; every school of which anything is unplaced is there.

    How much was reported is judged by what is due: rules that ask for it know what is missing.
    """
    asking = [rule for rule in rules if isinstance(rule, LimitRule | FlagRule)]
    found: dict[School, set[Aspect]] = defaultdict(set)
    for one in unplaced:
        found[one.school] |= {rule.aspect for rule in asking if _may_concern(rule, one, settings)}
    return found


def _may_concern(rule: LimitRule | FlagRule, one: Unplaced, settings: Settings) -> bool:
    """Whether a rule might not be kept, were it known to which class-day this belongs."""
    if one.grade is not None:
        key = ClassKey(one.school, one.grade, None)
        if not is_class_in_scope(rule.scope, key, settings):
            return False
    if one.entry is None:
        return True
    if isinstance(rule, FlagRule):
        return answer(rule, one.entry.work) in {Verdict.BROKEN, Verdict.UNDECIDED}
    found = find_contributions([one.entry], rule, selector(rule.select), spreads=False)
    return any(contribution.amount.high != 0 for contribution in found)
