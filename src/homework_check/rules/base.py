"""The parts that every rule is made of, whatever its kind."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from homework_check.settings import SchoolSystem
from homework_check.text import Text

if TYPE_CHECKING:
    from homework_check.model import Form, Place

Stage: TypeAlias = Literal["primary", "junior", "senior"]


class Bilingual(NamedTuple):
    """Words of a rule file. `en` None: the Chinese words stand in both languages."""

    zh: str
    en: str | None = None

    def text(self) -> Text:
        """Both languages, ready for a report."""
        return Text(self.zh, self.en or self.zh)


class Aspect(StrEnum):
    """What a rule is about, in the order of every list; tallies are told by it."""

    TIME = "time"
    SETTING = "setting"
    MARKING = "marking"
    POSTING = "posting"
    REPORTING = "reporting"
    CONTENT = "content"


class Reference(NamedTuple):
    """Where a rule is laid down. `clause` None: the document as a whole."""

    document: Bilingual
    clause: Bilingual | None = None

    def text(self) -> Text:
        """Document and clause in one line."""
        document = self.document.text()
        if self.clause is None:
            return document
        clause = self.clause.text()
        return Text(document.zh + clause.zh, f"{document.en}, {clause.en}")


class Scope(NamedTuple):
    """Which units are judged: the denominator of the rule's rate. None: any.

    `stage` follows the school system, so grade 6 may be in either. `weekdays` count from
    Monday = 1. `school_days`: only these; other dates are told as not judged.
    """

    stage: Stage | None = None
    grades: tuple[int, ...] | None = None
    subjects: tuple[str, ...] | None = None
    weekdays: tuple[int, ...] | None = None
    school_days: bool = False

    @property
    def possible_grades(self) -> tuple[int, ...]:
        """The grades judged under at least one school system."""
        return tuple(
            grade
            for grade in self.grades or range(1, 13)
            if self.stage is None or any(s.stage(grade) == self.stage for s in SchoolSystem)
        )

    @property
    def first_grade(self) -> int:
        """The grade of a case that names none, under the 6-3 system where that has one."""
        usual = SchoolSystem.SIX_THREE
        grades = self.possible_grades
        return next((g for g in grades if self.stage in {None, usual.stage(g)}), grades[0])


class Select(NamedTuple):
    """Which entries of a unit count. None: any, also one that is not understood."""

    form: tuple[Form, ...] | None = None
    place: tuple[Place, ...] | None = None
    choice: tuple[Literal["required", "optional"], ...] | None = None


class Explain(NamedTuple):
    """What is told of a rule beside its numbers; each text is one point.

    `about`: what is laid down; `counted`: how; `undecided`: when it cannot be judged;
    `advice`: what to do.
    """

    about: tuple[Bilingual, ...] = ()
    counted: tuple[Bilingual, ...] = ()
    undecided: tuple[Bilingual, ...] = ()
    advice: tuple[Bilingual, ...] = ()
