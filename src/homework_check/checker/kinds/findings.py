"""What findings of rules have in common, whatever kind the rule is of."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

from homework_check.messages.report import VERDICTS
from homework_check.messages.wording import Wording
from homework_check.model import Verdict
from homework_check.report import Finding

if TYPE_CHECKING:
    from datetime import date

    from homework_check.model import Location
    from homework_check.report import ClassKey, Dates
    from homework_check.rules.kinds import Rule


class Facts(TypedDict, total=False):
    """What each kind of rules says besides: the days, numbers and cells of a `Finding`."""

    date: date | None
    subject: str | None
    value: str | None
    measured: int | float | None
    greatest: int | float | None
    at_least: bool
    limit: int | float | None
    excess: int | float | None
    unit: str
    count: int
    locations: tuple[Location, ...]
    cause: str | None
    dates: Dates
    optional: frozenset[str]
    doubtful: tuple[Location, ...]


def rule_finding(
    rule: Rule,
    verdict: Verdict | None,
    words: Wording,
    about: ClassKey | None,
    **facts: Unpack[Facts],
) -> Finding:
    """Say of a class what `rule` makes of it, in `words` that need no more values.

    `verdict` None: it decides nothing. `about` None: it is about no class.
    """
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        verdict=verdict,
        message=words.message,
        hint=words.hint,
        short=VERDICTS[verdict] if verdict is Verdict.UNDECIDED else rule.short.text(),
        aspect=rule.aspect,
        school=about and about.school,
        grade=about and about.grade,
        class_name=about and about.name,
        reference=rule.reference,
        **facts,
    )


def own_words(rule: Rule) -> Wording:
    """What a rule itself says of a unit that is not kept."""
    return Wording(rule.message.text(), rule.hint.text())
