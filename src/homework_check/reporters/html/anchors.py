"""Stable names for the places of a page, the same in every language."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from homework_check.messages import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from homework_check.model import School
    from homework_check.report import Finding

ClassDay = tuple["School | None", int | None, str | None, "date | None"]


class Anchors:
    """Gives every item of a page a name of its own: ``第一小学-三年级2班-2023-09-05``.

    `taken` are names that the page has given already.
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = Counter(taken)
        self.days: dict[ClassDay, str] = {}
        """The first item that tells of a class-day."""

    def of(self, *findings: Finding) -> str:
        """Name the item of `findings` by the first; a second one of that name ends in -2."""
        first = findings[0]
        parts = [self._school(first.school) if first.school else first.rule]
        if first.grade is not None or first.class_name is not None:
            parts.append(phrases.class_name(first.grade, first.class_name).zh)
        if first.date:
            parts.append(first.date.isoformat())
        name = self._new("-".join(parts))
        for finding in findings:
            for day in (finding.date, *finding.dates):
                key = finding.school, finding.grade, finding.class_name, day
                self.days.setdefault(key, name)
        return name

    def of_school(self, school: School) -> str:
        """Name a place that tells of a whole school."""
        return self._new(self._school(school))

    def _school(self, school: School) -> str:
        return phrases.school_name(school).zh

    def _new(self, text: str) -> str:
        name = re.sub(r"[^\w-]+", "_", text)
        self._taken[name] += 1
        if self._taken[name] == 1:
            return name
        return self._new(f"{name}-{self._taken[name]}")
