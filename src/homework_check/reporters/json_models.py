"""The shape of the JSON report, version 1. Keys are only ever added within a version.

These models are copied into, never inherited from: what stages pass to each other may
change without changing what scripts read.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003  pydantic needs it at run time
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Number = int | float
VerdictName = Literal["kept", "broken", "undecided"]


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


class CoverageV1(Model):
    """What the log covers; the dates are null where no entry has one."""

    first: date | None = Field(alias="from")
    last: date | None = Field(alias="to")
    school_days: int
    school_days_reported: int
    classes: int
    class_days: int
    class_days_reported: int


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
    """A class; `class` null is a whole grade."""

    grade: int
    class_name: str | None = Field(alias="class")
    verdict: VerdictName
    tallies: tuple[TallyV1, ...]


class SchoolV1(Model):
    """A school; `school` null where the source names none: `source` is its path then.

    `standing` is what it is called: kept as well where `settings.meets` is reached.
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


class LocationV1(Model):
    """A cell, or the whole source; `minutes` is what it contributes, null if unknown."""

    source: str
    sheet: str | None
    cell: str | None
    subject: str | None
    minutes: Number | None


class FindingV1(Model):
    """One thing to tell. `verdict` null decides nothing; `weekday` 1 is Monday."""

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
