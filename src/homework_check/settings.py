"""What the user asked for, as plain values: the same for the command line and for tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple


class SchoolSystem(StrEnum):
    """Which stage a grade is in; see `stage`."""

    SIX_THREE = "6-3"
    FIVE_FOUR = "5-4"
    FIVE_FOUR_PREPARATORY = "5-4-preparatory"

    @property
    def last_primary_grade(self) -> int:
        """The highest grade of primary school."""
        return 6 if self is SchoolSystem.SIX_THREE else 5

    @property
    def first_chuyi_grade(self) -> int:
        """The grade called 初一: in plain 5-4 places it is grade 6."""
        return 6 if self is SchoolSystem.FIVE_FOUR else 7

    def stage(self, grade: int) -> str:
        """``primary``, ``junior`` or ``senior``."""
        if grade <= self.last_primary_grade:
            return "primary"
        return "junior" if grade <= 9 else "senior"


class Period(NamedTuple):
    """The days that are due, ends included."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    @classmethod
    def week_of(cls, day: date) -> Period:
        """Monday to Sunday around `day`."""
        monday = day - timedelta(days=day.weekday())
        return cls(monday, monday + timedelta(days=6))


class Assumption(NamedTuple):
    """What a field is taken for where a table has none. `built_in`: it comes with the pack."""

    field: str
    value: str
    built_in: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read and what to judge. `evidence`: also count the values of every column."""

    school_system: SchoolSystem = SchoolSystem.SIX_THREE
    period: Period | None = None
    assumptions: tuple[Assumption, ...] = ()
    encoding: str | None = None
    evidence: bool = False

    def assumed(self, field: str) -> Assumption | None:
        """The assumption for `field`; the user's own comes before the pack's."""
        found = [a for a in self.assumptions if a.field == field]
        return min(found, key=lambda a: a.built_in, default=None)
