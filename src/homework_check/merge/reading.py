"""What of a JSON report is added up; all else in it is passed over, findings above all."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from homework_check.errors import UsageError
from homework_check.handed_in import Submission  # noqa: TC001  pydantic needs it at run time
from homework_check.messages import merging as say
from homework_check.messages.inert import inert
from homework_check.model import Verdict
from homework_check.reporters.json_models import PeriodV1, RulePackV1, ToolV1
from homework_check.schooldays import Period
from homework_check.tally import Tally  # noqa: TC001


class _Part(BaseModel):
    """Some keys of an object; others may have been added since."""

    model_config = ConfigDict(frozen=True, extra="ignore")


@dataclass(frozen=True, slots=True)
class SchoolPart:
    """A school without its classes; see `SchoolV1`. No model, since all of them are kept."""

    school: str | None
    county: str | None
    source: str | None
    verdict: Verdict
    standing: Verdict
    class_count: int
    entry_count: int
    tallies: tuple[Tally, ...]
    submission: Submission | None = None

    @property
    def is_read(self) -> bool:
        """Whether a log of the school was read."""
        return self.submission is None or self.submission.is_read


class SheetPart(_Part):
    """Whether a sheet holds a log: status ``read``."""

    status: str


class SourcePart(_Part):
    """Whether a source was read."""

    status: str
    sheets: tuple[SheetPart, ...]
    told_with_school: bool = False

    @property
    def is_unread(self) -> bool:
        """Whether no log was read from it, and no school says so; a copy needs none."""
        told = self.status == "duplicate" or self.told_with_school
        return not told and not any(sheet.status == "read" for sheet in self.sheets)


class SettingsPart(_Part):
    """Settings that have to agree, the assumptions in force, and the period."""

    meets: float | None
    ignored: tuple[str, ...]
    assumptions: tuple[str, ...] = ()
    period: PeriodV1


class CoveragePart(PeriodV1):
    """The days that the logs cover; null where no entry has a date."""

    model_config = ConfigDict(extra="ignore")


class OfficeReport(_Part):
    """A JSON report of ``check``, as far as it is added up."""

    schema_version: Literal[1]
    document: None = None
    tool: ToolV1
    generated_at: str
    rule_pack: RulePackV1
    settings: SettingsPart
    verdict: Verdict
    coverage: CoveragePart
    schools: tuple[SchoolPart, ...]
    sources: tuple[SourcePart, ...] = Field(default=())

    @property
    def unread(self) -> int:
        """How many sources of no unread school no log was read from."""
        return sum(source.is_unread for source in self.sources)

    @property
    def beside_schools(self) -> Verdict:
        """What the report would be called without its schools: undecided for files of none."""
        if self.verdict not in {part.verdict for part in self.schools}:
            return self.verdict
        return Verdict.UNDECIDED if self.unread else Verdict.KEPT

    @property
    def days(self) -> Period | None:
        """The period that was due, else the days covered; None: neither is known."""
        for span in (self.settings.period, self.coverage):
            if span.first and span.last:
                return Period(span.first, span.last)
        return None


def parse(path: str, data: bytes) -> OfficeReport:
    """Understand the bytes of a report. Raises `UsageError` for anything else; `path` names it."""
    try:
        return OfficeReport.model_validate_json(_as_utf8(data))
    except UnicodeDecodeError:
        where = "utf-8"
    except ValidationError as error:
        places = [problem["loc"] for problem in error.errors(include_input=False)]
        if ("document",) in places:
            raise UsageError(say.IS_MERGED.format(file=inert(path)), say.MERGE_ALL) from None
        where = ".".join(map(str, places[0])) or "JSON"
    message = say.NO_REPORT.format(file=inert(path), where=inert(where))
    raise UsageError(message, say.NO_REPORT_HINT)


def _as_utf8(data: bytes) -> bytes:
    """Take the mark off the beginning; PowerShell writes what is sent to a file in UTF-16."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16").encode()
    return data.removeprefix(codecs.BOM_UTF8)
