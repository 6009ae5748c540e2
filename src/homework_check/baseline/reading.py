"""What of an earlier JSON report is compared: its findings, and of whom it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from homework_check import saved_reports
from homework_check.messages import comparing as say
from homework_check.messages.findings import READING
from homework_check.model import Severity, Verdict  # noqa: TC001  pydantic needs them
from homework_check.saved_reports import SavedReport
from homework_check.workbook import EXCEL_CELL

Day = date | None
Dates = tuple[date, ...]
Amount = Annotated[int | float, Field(ge=0, le=10**15, allow_inf_nan=False)]
Grade = Annotated[int, Field(ge=1, le=12)]
Count = Annotated[int, Field(ge=0, le=10**15)]


# NOTE: no models of pydantic, which take ten times the memory: a city has many findings.


@dataclass(frozen=True, slots=True)
class WordsPart:
    """Words in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class LocationPart:
    """A cell, or the whole source."""

    source: str
    sheet: str | None
    cell: Annotated[str, Field(pattern=f"^{EXCEL_CELL}$")] | None
    subject: str | None
    minutes: Amount | None


@dataclass(frozen=True, slots=True)
class FindingPart:
    """A finding; see `FindingV1`."""

    rule: str
    severity: Severity
    verdict: Verdict | None
    school: str | None
    county: str | None
    grade: Grade | None
    class_name: Annotated[str | None, Field(validation_alias="class")]
    date: Day
    subject: str | None
    value: str | None
    measured: Amount | None
    at_least: bool
    limit: Amount | None
    excess: Amount | None
    unit: Literal["minutes", "entries", "days"] | None
    count: Count
    message: WordsPart
    hint: WordsPart
    reference: str | None
    locations: tuple[LocationPart, ...]
    dates: Dates


@dataclass(frozen=True, slots=True)
class TallyPart:
    """Units of one rule; see `TallyV1`."""

    rule: str
    kept: Count
    broken: Count
    undecided: Count


@dataclass(frozen=True, slots=True)
class ClassPart:
    """A class with its tallies; see `ClassV1`."""

    grade: Grade
    class_name: Annotated[str | None, Field(validation_alias="class")]
    tallies: tuple[TallyPart, ...]


@dataclass(frozen=True, slots=True)
class SchoolPart:
    """A school; `source` is the path of one without a name. `entry_count` 0: nothing was read."""

    school: str | None
    county: str | None
    source: str | None
    entry_count: Count
    classes: tuple[ClassPart, ...]


@dataclass(frozen=True, slots=True)
class SourcePart:
    """A source by its path."""

    path: str


class EarlierReport(SavedReport):
    """A JSON report of ``check``, as far as another is compared with it."""

    generated_at: Annotated[str, Field(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.+Z-]{1,30}$")]
    schools: tuple[SchoolPart, ...]
    sources: tuple[SourcePart, ...]
    findings: tuple[FindingPart, ...]


def parse(path: str, data: bytes) -> EarlierReport:
    """Understand the bytes of a report. Raises `UsageError` for anything else; `path` names it."""
    report = saved_reports.parse(EarlierReport, path, data, say.IF_MERGED)
    known = {*report.rule_pack.rules, *READING}
    for number, finding in enumerate(report.findings):
        if finding.rule not in known:
            raise saved_reports.no_report(path, f"findings.{number}.rule")
    return report
