"""What a report rests on: the rule pack, and the settings and assumptions in force."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.text import Text

if TYPE_CHECKING:
    from datetime import date

    from homework_check.model import School, Severity


class NotApplied(NamedTuple):
    """A rule that judged nothing. `reason`: ``no-column``, ``no-unit`` or ``no-period``."""

    rule: str
    reason: str


class AssumptionInForce(NamedTuple):
    """A value taken for a field that tables lack. `class_days`: how many verdicts rest on it."""

    field: str
    value: str
    built_in: bool
    class_days: int


class RuleInfo(NamedTuple):
    """What a report tells of a rule.

    `limit` None: the rule has none, or one for every grade. `counted` says how is counted,
    `short` what is wrong where it is broken (None: its title has to do).
    """

    id: str
    kind: str
    aspect: str
    unit: str
    severity: Severity
    title: Text
    references: tuple[Text, ...]
    limit: float | None = None
    counted: tuple[Text, ...] = ()
    short: Text | None = None

    @property
    def reference(self) -> Text:
        """All references in one line."""
        zh, en = zip(*((text.zh, text.en) for text in self.references), strict=True)
        return Text("；".join(zh), "; ".join(en))


class PackInfo(NamedTuple):
    """What a report tells of the rule pack. `loosened`: rules laxer than the parent's."""

    id: str
    title: Text
    rules: tuple[RuleInfo, ...]
    loosened: tuple[str, ...] = ()


class Basis(NamedTuple):
    """Under which settings was judged. Period None: no period was given.

    `school_systems` are schools of the report with another system than `school_system`. `meets`
    is the share of class-days with which a school is called kept; None: all.
    """

    school_system: str
    school_systems: tuple[tuple[School, str], ...] = ()
    meets: float | None = None
    period: tuple[date, date] | None = None
    ignored: tuple[str, ...] = ()
    not_applied: tuple[NotApplied, ...] = ()
    assumptions: tuple[AssumptionInForce, ...] = ()
    unknown_years: tuple[int, ...] = ()
    """Years whose public holidays nobody knows yet: Monday to Friday were taken."""
    senior_entries: int = 0
    makeup_days: tuple[date, ...] = ()
