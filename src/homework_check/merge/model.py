"""Reports added up: the shape of the merged JSON document, version 1.

These are plain values and no models of pydantic: a city has tens of thousands of schools
with several tallies each, and a model takes ten times the memory. Keys are only ever
added within a version.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from homework_check.handed_in import Submission  # noqa: TC001
from homework_check.model import Verdict  # noqa: TC001
from homework_check.reporters.json_v1.models import RulePackV1, ToolV1  # noqa: TC001
from homework_check.rollup import SchoolCounts  # noqa: TC001
from homework_check.tally import Tally  # noqa: TC001

First: TypeAlias = Annotated[date | None, Field(serialization_alias="from")]
Last: TypeAlias = Annotated[date | None, Field(serialization_alias="to")]


@dataclass(frozen=True, slots=True)
class OfficeReportV1:
    """A report that was added. The days are its period, else what its logs cover.

    `unread` counts the sources of no unread school that no log was read from. `assumptions` are
    those in force, as in a report.
    """

    path: str
    generated_at: str
    first: First
    last: Last
    verdict: Verdict
    schools: int
    sources: int
    unread: int
    assumptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SchoolPeriodV1:
    """A school in one of the reports, which `report` names by its path."""

    first: First
    last: Last
    verdict: Verdict
    standing: Verdict
    report: str
    submission: Submission | None


@dataclass(frozen=True, slots=True)
class MergedSchoolV1:
    """A school over all periods: its verdict and its standing are the worst of them.

    `school` null where the log names none: `source` is the log's path then. `class_count` is
    that of the period with most classes; entries and tallies are added. `submission` null: no
    report says what was due.
    """

    school: str | None
    county: str | None
    source: str | None
    verdict: Verdict
    standing: Verdict
    class_count: int
    entry_count: int
    tallies: tuple[Tally, ...]
    periods: tuple[SchoolPeriodV1, ...]
    submission: Submission | None


@dataclass(frozen=True, slots=True)
class MergedCountyV1:
    """The schools of a county; null: of those that state none."""

    county: str | None
    schools: SchoolCounts
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class WeeksV1:
    """The reports of the same whole weeks, Monday to Sunday; null where none has a date."""

    first: First
    last: Last
    schools: SchoolCounts
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class MergedSettingsV1:
    """What all the reports agree in. `meets` as in a report.

    `assumptions` are those that are in force in any of them: they need not agree.
    """

    meets: float | None
    ignored: tuple[str, ...]
    assumptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergedV1:
    """Several reports added up. `verdict` is the worst of theirs.

    What kept a report undecided counts no more where another tells it: a school that one lacks
    and another has is not missing.
    """

    schema_version: Literal[1]
    document: Literal["merged-reports"]
    tool: ToolV1
    generated_at: str
    rule_pack: RulePackV1
    settings: MergedSettingsV1
    verdict: Verdict
    standing: Verdict
    tallies: tuple[Tally, ...]
    counties: tuple[MergedCountyV1, ...]
    weeks: tuple[WeeksV1, ...]
    schools: tuple[MergedSchoolV1, ...]
    reports: tuple[OfficeReportV1, ...]
