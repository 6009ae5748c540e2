"""Classes named by the year in which their pupils entered a school: 2021级1班."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from datetime import date

    from homework_check.normalise.values import YearHint
    from homework_check.settings import SchoolSystem

_INTAKE = late_pattern(r"(?<!高)(?P<stage>小学?|初中?)?(?P<year>20\d\d|(?<!\d)\d\d)\s*[级級]")
_FIRST_MONTH = 8
_LAST_GRADE = 9


class Stages(NamedTuple):
    """A school of one stage, by its name, and its grades."""

    school: str | None
    system: SchoolSystem

    def grade(self, stage: str, years: int) -> int | None:
        """The grade in which pupils are `years` after they entered; None: it is not certain.

        Where others count the years to come, to those in which pupils leave, `years` is negative.
        """
        junior = self.system.last_primary_grade + 1
        name = self.school or ""
        is_primary = stage.startswith("小") or (not stage and "小学" in name and "中" not in name)
        is_junior = stage.startswith("初") or (not stage and re.search("初中|初级中学", name))
        if is_primary:
            return 1 + years if 0 <= years < junior - 1 else None
        return junior + years if is_junior and 0 <= years <= _LAST_GRADE - junior else None


def in_grades(text: str, school_year: int | None, stages: Stages) -> str:
    """A text with 三年级 in place of the year in which a grade entered, where that is certain."""

    def named(intake: re.Match[str]) -> str:
        year = int(intake["year"][-2:]) + 2000
        grade = stages.grade(intake["stage"] or "", (school_year or 0) - year)
        return f"{grade}年级" if school_year and grade else intake[0]

    return _INTAKE.sub(named, text)


def school_year_of(day: date) -> int:
    """The first year of the school year in which a day is."""
    return day.year if day.month >= _FIRST_MONTH else day.year - 1


def hinted_school_year(hint: YearHint) -> int | None:
    """The school year in which the days are that a hint is about; None: it does not tell."""
    if hint.school_year is None and hint.period:
        return school_year_of(hint.period.first)
    return hint.school_year
