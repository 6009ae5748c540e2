"""What of a JSON report is added up; all else in it is passed over, findings above all."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from pydantic import Field

from homework_check import saved_reports
from homework_check.handed_in import Submission  # noqa: TC001  pydantic needs it at run time
from homework_check.messages import merging as say
from homework_check.model import Verdict
from homework_check.saved_reports import Part, SavedReport
from homework_check.tally import Tally  # noqa: TC001

if TYPE_CHECKING:
    from collections.abc import Iterator


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


class SheetPart(Part):
    """Whether a sheet holds a log: status ``read``."""

    status: str


class SourcePart(Part):
    """Whether a source was read."""

    status: str
    sheets: tuple[SheetPart, ...]
    told_with_school: bool = False

    @property
    def is_unread(self) -> bool:
        """Whether no log was read from it, and no school says so; a copy needs none."""
        told = self.status == "duplicate" or self.told_with_school
        return not told and not any(sheet.status == "read" for sheet in self.sheets)


class SettingsPart(saved_reports.SettingsPart):
    """With the share of class-days with which a school is called kept."""

    meets: float | None


class OfficeReport(SavedReport):
    """A JSON report of ``check``, as far as it is added up."""

    settings: SettingsPart
    verdict: Verdict
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

    def judged_by(self) -> Iterator[tuple[str, str]]:
        """By what was judged, and what a school is called."""
        meets = self.settings.meets
        return chain(super().judged_by(), [("meets", "-" if meets is None else f"{meets:g}")])


def parse(path: str, data: bytes) -> OfficeReport:
    """Understand the bytes of a report. Raises `UsageError` for anything else; `path` names it."""
    return saved_reports.parse(OfficeReport, path, data, say.MERGE_ALL)
