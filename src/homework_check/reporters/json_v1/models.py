"""The shape of the JSON report, version 1. Keys are only ever added within a version.

These models are copied into, never inherited from: what stages pass to each other may
change without changing what scripts read.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Number = int | float
Dates = tuple[date, ...]
VerdictName = Literal["kept", "broken", "undecided"]


def is_none(value: object) -> bool:
    """Whether a key is left out that only some reports have."""
    return value is None


class Model(BaseModel):
    """Frozen, and strict about its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Bilingual(Model):
    """Words in both languages."""

    zh: str
    en: str


class ToolV1(Model):
    """The program that made the report."""

    name: Literal["homework-check"] = "homework-check"
    version: str


class RulePackV1(Model):
    """The rules that were applied, by id."""

    id: str
    title: Bilingual
    rules: tuple[str, ...]


class PeriodV1(Model):
    """The period due; null where none was given."""

    first: date | None = Field(alias="from")
    last: date | None = Field(alias="to")


class NotAppliedV1(Model):
    """A rule that judged nothing, and why."""

    rule: str
    reason: str


class SettingsV1(Model):
    """Under which settings was judged. `meets` null: a school has to keep all class-days."""

    school_system: str
    school_systems: dict[str, str]
    meets: float | None
    assumptions: tuple[str, ...]
    period: PeriodV1
    ignored: tuple[str, ...]
    not_applied: tuple[NotAppliedV1, ...]


class SchoolCountsV1(Model):
    """Schools. `due`: those of the roster, or without one those received.

    `kept`, `broken` and `undecided` are of those due, by what they are called, where a log was
    read; `unreadable`, `not_filled` and `missing` are the others. `unexpected` ones are not due.
    """

    due: int
    received: int
    read: int
    kept: int
    broken: int
    undecided: int
    unreadable: int
    missing: int
    unexpected: int
    not_filled: int


class CoverageV1(Model):
    """What the log covers; the dates are null where no entry has one.

    Where a period is due, `class_days` are the class-days due in it.
    """

    first: date | None = Field(alias="from")
    last: date | None = Field(alias="to")
    school_days: int
    school_days_reported: int
    classes: int
    class_days: int
    class_days_reported: int
    schools: SchoolCountsV1


class TallyV1(Model):
    """Units of one rule. The rate is kept / (kept + broken + undecided)."""

    rule: str
    aspect: str
    unit: str
    kept: int
    broken: int
    undecided: int
    not_judged: int


class ClassV1(Model):
    """A class; `class` null is a whole grade. `days_not_judged`: by any deciding rule."""

    grade: int
    class_name: str | None = Field(alias="class")
    verdict: VerdictName
    tallies: tuple[TallyV1, ...]
    days_not_judged: tuple[date, ...]


class SubmissionV1(Model):
    """What a school handed in, in class-days; null: no period is due, or no class is known."""

    state: Literal[
        "received", "partly-received", "unreadable", "not-filled", "missing", "unexpected"
    ]
    due: int | None
    reported: int | None


class SchoolV1(Model):
    """A school; `school` null where the source names none: `source` is its path then.

    `standing` is what it is called: kept as well where `settings.meets` is reached.
    `submission` null: neither a roster nor a period says what is due.
    """

    school: str | None
    county: str | None
    verdict: VerdictName
    standing: VerdictName
    aspects: dict[str, VerdictName]
    class_count: int
    entry_count: int
    tallies: tuple[TallyV1, ...]
    classes: tuple[ClassV1, ...]
    source: str | None
    submission: SubmissionV1 | None


class CountyV1(Model):
    """The schools of a county; null: of those that state none."""

    county: str | None
    schools: SchoolCountsV1
    class_days_due: int | None
    class_days_reported: int | None
    tallies: tuple[TallyV1, ...]


class AlikeV1(Model):
    """A school or file that the roster does not name, and names there it may be meant for."""

    name: str
    candidates: tuple[str, ...]


class RosterRemarkV1(Model):
    """Something in a roster that was not taken as it stands; row 0: of no one row."""

    what: str
    row: int
    text: str


class RosterV1(Model):
    """The roster; `beyond` counts, by school, classes of logs that the roster has not."""

    path: str
    schools: int
    alike: tuple[AlikeV1, ...]
    beyond: dict[str, int]
    remarks: tuple[RosterRemarkV1, ...]


class LocationV1(Model):
    """A cell, or the whole source; `minutes` is what it contributes, null if unknown."""

    source: str
    sheet: str | None
    cell: str | None
    subject: str | None
    minutes: Number | None


class ChangeV1(Model):
    """What a finding is to an earlier report.

    ``left``: that report has it, too, with this `verdict` and amount `measured`.
    """

    state: Literal["new", "left"]
    verdict: VerdictName | None
    measured: Number | None


class FindingV1(Model):
    """One thing to tell. `verdict` null decides nothing; `weekday` 1 is Monday.

    `dates` are the days it is about where it is about several, else empty. `change` is there
    if the report was compared with an earlier one.
    """

    rule: str
    severity: Literal["error", "warning", "info"]
    verdict: VerdictName | None
    school: str | None
    county: str | None
    grade: int | None
    class_name: str | None = Field(alias="class")
    date: date | None
    weekday: int | None
    subject: str | None
    value: str | None
    measured: Number | None
    at_least: bool
    limit: Number | None
    excess: Number | None
    unit: str | None
    count: int
    message: Bilingual
    hint: Bilingual
    reference: str | None
    locations: tuple[LocationV1, ...]
    dates: Dates
    change: ChangeV1 | None = Field(default=None, exclude_if=is_none)


class NotComparedV1(Model):
    """A finding of the earlier report of which nobody knows whether it is fixed, and why."""

    reason: Literal["no-report", "no-source", "outside-period", "not-judged", "unread"]
    finding: FindingV1


class ChangeCountsV1(Model):
    """Findings to act on or to check, the first two of this report, the others of the earlier.

    What was not understood of a class-day that is undecided is not counted beside it.
    """

    new: int
    left: int
    fixed: int
    not_compared: int


class BaselineV1(Model):
    """The earlier report, and what became of its findings."""

    path: str
    generated_at: str
    counts: ChangeCountsV1
    fixed: tuple[FindingV1, ...]
    not_compared: tuple[NotComparedV1, ...]
