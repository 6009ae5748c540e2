"""What every part of a terminal report needs to know: language, width, and where cells stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from homework_check.messages import lines as say
from homework_check.messages import phrases
from homework_check.messages.report import AT_LEAST, amount
from homework_check.report import class_order
from homework_check.rollup import class_days_of
from homework_check.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from homework_check.model import Location, School
    from homework_check.report import Finding, Report
    from homework_check.reporters.view import View
    from homework_check.text import Lang


Sheet: TypeAlias = "tuple[str, str | None]"
"""A sheet by its source and its name, if it has one."""


@dataclass(frozen=True)
class Page:
    """A report being written in one language."""

    report: Report
    lang: Lang
    view: View

    @property
    def width(self) -> int:
        """Cells of a line; the last one stays free, or some consoles would wrap.

        Never under 79: the tables need them, and a narrower terminal wraps them itself.
        """
        return max(self.view.width, 80) - 1

    @property
    def several(self) -> bool:
        """Whether the report is of more than one school."""
        return len(self.report.schools) > 1

    def say(self, text: Text, **values: Text | str | float) -> str:
        """Fill a template of the catalogue, in the page's language.

        Without values it is none: a rule file may write braces.
        """
        return (text.format(**values) if values else text)[self.lang]

    def cells(self, locations: Sequence[Location], school: School | None) -> str:
        """List addresses, with as much around them as the school's sources ask for."""
        return phrases.cells(locations, self._prefix(school))[self.lang]

    def items(self, finding: Finding) -> str:
        """List a finding's contributions."""
        prefix = self._prefix(finding.school)
        with_minutes = finding.unit == "minutes"
        return phrases.items(finding.locations, prefix, with_minutes=with_minutes)[self.lang]

    def located(self, finding: Finding) -> str:
        """What a finding says, behind the file and sheet that its cells do not name themselves."""
        what = finding.message[self.lang]
        own = self._sheets_of(finding.school)
        files = {at.source for at in finding.locations if at.cell or at.sheet}
        sheets = {at.sheet or "" for at in finding.locations if at.cell}
        if len(files) != 1:
            return what
        (file,) = map(phrases.inert, files)
        if file in what:
            return what
        is_one_file = {source for source, _ in own} == files
        if len(sheets) == 1 and "" not in sheets and (len(own) > 1 or not is_one_file):
            template = say.AT_SHEET if is_one_file else say.AT_SHEET_OF_FILE
            return self.say(template, file=file, sheet=phrases.inert(*sheets), what=what)
        return what if is_one_file else self.say(say.AT_FILE, file=file, what=what)

    def class_of(self, finding: Finding) -> str:
        """Name a finding's class; blank where it has none."""
        if finding.grade is None and finding.class_name is None:
            return ""
        return phrases.class_name(finding.grade, finding.class_name)[self.lang]

    def school(self, school: School) -> str:
        """Name a school, with its county where the report has several."""
        name = phrases.school_name(school)[self.lang]
        if self._several_counties and school.county and school.name:
            return f"{phrases.inert(school.county)} {name}"
        return name

    def heading(self, school: School | None) -> str:
        """Name a school and its file and sheet, if it has only one."""
        if school is None:
            return self.say(say.OTHERS)
        sheets = self._sheets_of(school)
        sources = {source for source, _ in sheets}
        name = self.school(school)
        if len(sources) != 1 or school.name is None:
            return name
        (file,) = map(phrases.inert, sources)
        names = [sheet for _, sheet in sheets if sheet]
        if len(sheets) != 1 or not names:
            return self.say(say.IN_FILE, school=name, file=file)
        return self.say(say.ON_SHEET, school=name, file=file, sheet=phrases.inert(names[0]))

    @cached_property
    def sheets_read(self) -> tuple[tuple[str, str], ...]:
        """Source and name of every sheet with a log that counts; blank forms hold none."""
        return tuple(
            (log.path, sheet.name)
            for log in self.report.logs
            for sheet in log.sheets
            if sheet.tables and sheet.reason is None and log.path not in self.report.copies
        )

    @cached_property
    def has_counties(self) -> bool:
        """Whether the county of any school is known."""
        return any(result.school.county for result in self.report.schools)

    @cached_property
    def has_due(self) -> bool:
        """Whether it is known of a school how many class-days are due."""
        return class_days_of(self.report.schools) is not None

    @cached_property
    def _several_counties(self) -> bool:
        return len({result.school.county for result in self.report.schools}) > 1

    @cached_property
    def _sheets_by_school(self) -> dict[School | None, set[Sheet]]:
        found: dict[School | None, set[Sheet]] = {}
        for finding in self.report.findings:
            sheets = ((at.source, at.sheet) for at in finding.locations if at.cell or at.sheet)
            found.setdefault(finding.school, set()).update(sheets)
        return found

    def _sheets_of(self, school: School | None) -> AbstractSet[Sheet]:
        """The sheets that hold a school's cells; none for findings of no school."""
        if not self.several:
            return frozenset(self.sheets_read)
        return self._sheets_by_school.get(school, frozenset()) if school else frozenset()

    def _prefix(self, school: School | None) -> phrases.Prefix:
        """What addresses say beside the cells; everything where no heading names a file."""
        sheets = self._sheets_of(school)
        return phrases.prefix_for(sheets) if sheets else phrases.FULL


def sizes(finding: Finding) -> tuple[Text, Text, Text]:
    """What was reported, the limit and the excess, with units; blank where there is none."""
    prefix = AT_LEAST if finding.at_least else Text("", "")
    return (
        _with_unit(finding.measured, finding.unit, prefix),
        _with_unit(finding.limit, finding.unit, Text("", "")),
        _with_unit(finding.excess, finding.unit, prefix),
    )


def by_class_and_day(finding: Finding) -> tuple[object, ...]:
    """Sort for the eye: class, then date."""
    day = finding.date.isoformat() if finding.date else ""
    return *class_order(finding.grade, finding.class_name), day


def day_of(finding: Finding, lang: Lang) -> str:
    """Write a finding's day for a table: 9月5日 周二; of a class-week, 9月4日这一周."""
    if finding.week:
        return phrases.week(finding.week)[lang]
    if finding.date is None:
        return ""
    text = phrases.day(finding.date)
    return text.en if lang == "en" else re.sub("日(?=周)", "日 ", text.zh, count=1)


def _with_unit(value: float | None, unit: str | None, prefix: Text) -> Text:
    if value is None:
        return Text("", "")
    return prefix + amount(phrases.number(value), unit)
