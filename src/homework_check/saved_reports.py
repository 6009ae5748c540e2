"""JSON reports of ``check`` that are read again: what holds whatever is done with them."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from homework_check.errors import UsageError
from homework_check.messages import saved_reports as say
from homework_check.messages.inert import inert
from homework_check.reporters.json_v1.models import PeriodV1, RulePackV1, ToolV1
from homework_check.schooldays import Period
from homework_check.text import same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from homework_check.text import Text

_MOST_VERSIONS: Final = 1000
ReportT = TypeVar("ReportT", bound="SavedReport")


class Part(BaseModel):
    """Some keys of an object; others may have been added since."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class SettingsPart(Part):
    """The assumptions in force, the rules left out, and the period."""

    ignored: tuple[str, ...]
    assumptions: tuple[str, ...] = ()
    period: PeriodV1


class CoveragePart(PeriodV1):
    """The days that the logs cover; null where no entry has a date."""

    model_config = ConfigDict(extra="ignore")


class SavedReport(Part):
    """A JSON report of ``check``, as far as all that read one need it."""

    schema_version: Literal[1]
    document: None = None
    tool: ToolV1
    generated_at: str
    rule_pack: RulePackV1
    settings: SettingsPart
    coverage: CoveragePart

    @property
    def days(self) -> Period | None:
        """The period that was due, else the days covered; None: neither is known."""
        for span in (self.settings.period, self.coverage):
            if span.first and span.last:
                return Period(span.first, span.last)
        return None

    def judged_by(self) -> Iterator[tuple[str, str]]:
        """By what was judged, by keys of the catalogue, in words to compare and to show."""
        pack = self.rule_pack
        return judged_by(pack.id, self.tool.version, pack.rules, self.settings.ignored)


def judged_by(
    pack: str, version: str, rules: Iterable[str], ignored: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """What has to agree. The last number of a version is for changes that judge alike."""
    yield "pack", pack
    yield "version", ".".join(version.split(".")[:2])
    yield "rules", " ".join(rules)
    yield "ignored", " ".join(ignored) or "-"


def read(path: str) -> bytes:
    """Read the file of a report. Raises `UsageError`."""
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        message = say.NOT_READ.format(file=inert(path), reason=same(reason))
        raise UsageError(message, say.NOT_READ_HINT) from None


def parse(model: type[ReportT], path: str, data: bytes, if_merged: Text) -> ReportT:
    """Understand the bytes of a report. Raises `UsageError` for anything else; `path` names it.

    `if_merged` is what to do about a report that was merged from others.
    """
    try:
        return model.model_validate_json(_as_utf8(data))
    except UnicodeDecodeError:
        raise no_report(path, "utf-8") from None
    except ValidationError as error:
        problems = error.errors(include_url=False)
    places = {problem["loc"]: problem["input"] for problem in problems}
    if ("document",) in places:
        raise UsageError(say.IS_MERGED.format(file=inert(path)), if_merged)
    number = places.get(("schema_version",))
    if isinstance(number, int) and 1 < number < _MOST_VERSIONS:
        raise UsageError(say.LATER.format(file=inert(path), number=number), say.LATER_HINT)
    raise no_report(path, ".".join(map(str, next(iter(places)))) or "JSON")


def no_report(path: str, where: str) -> UsageError:
    """The error for a file that is no report, as is seen at a key or an encoding."""
    message = say.NO_REPORT.format(file=inert(path), where=inert(where))
    return UsageError(message, say.NO_REPORT_HINT)


def _as_utf8(data: bytes) -> bytes:
    """Take the mark off the beginning; PowerShell writes what is sent to a file in UTF-16."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16").encode()
    return data.removeprefix(codecs.BOM_UTF8)
