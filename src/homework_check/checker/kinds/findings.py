"""What findings of rules have in common, whatever kind the rule is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.messages.report import VERDICTS
from homework_check.messages.wording import Wording
from homework_check.model import Verdict
from homework_check.report import Finding

if TYPE_CHECKING:
    from homework_check.report import ClassKey
    from homework_check.rules.kinds import Rule


def rule_finding(
    rule: Rule, verdict: Verdict | None, words: Wording, about: ClassKey | None
) -> Finding:
    """Say of a class what `rule` makes of it, in `words` that need no more values.

    The numbers and the cells are left to the kind. `verdict` None: it decides nothing. `about`
    None: it is about no class.
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
    )


def own_words(rule: Rule) -> Wording:
    """What a rule itself says of a unit that is not kept."""
    return Wording(rule.message.text(), rule.hint.text())
