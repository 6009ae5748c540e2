"""The parts that every rule is made of, whatever its kind."""

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from homework_check.model import Form, Place
from homework_check.settings import SchoolSystem
from homework_check.text import Text
from homework_check.toml.faults import fault
from homework_check.toml.model import Frozen, Words

KebabCase = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=100)]
Grade = Annotated[int, Field(strict=True, ge=1, le=12)]
Weekday = Annotated[int, Field(strict=True, ge=1, le=7)]


class Bilingual(Frozen):
    """Words of a rule file. `en` None: the Chinese words stand in both languages.

    A plain string in the file is taken as `zh`.
    """

    zh: Words
    en: Words | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_plain_words(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"zh": value}
        if not isinstance(value, dict | cls):
            raise fault("not_words")
        return value

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

    @property
    def text(self) -> Text:
        """The name that people read."""
        return _ASPECT_NAMES[self]


_ASPECT_NAMES = {
    Aspect.TIME: Text("作业时间", "time"),
    Aspect.SETTING: Text("作业布置", "setting"),
    Aspect.MARKING: Text("作业批改", "marking"),
    Aspect.POSTING: Text("作业公示", "posting"),
    Aspect.REPORTING: Text("填报", "reporting"),
    Aspect.CONTENT: Text("作业内容", "content"),
}


class Reference(Frozen):
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


class Scope(Frozen):
    """Which units are judged: the denominator of the rule's rate. None: any.

    `stage` follows the school system, so grade 6 may be in either. `weekdays` count from
    Monday = 1. `school_days`: only these; other dates are told as not judged.
    """

    stage: Literal["primary", "junior", "senior"] | None = None
    grades: Annotated[tuple[Grade, ...], Field(min_length=1)] | None = None
    subjects: Annotated[tuple[Words, ...], Field(min_length=1)] | None = None
    weekdays: Annotated[tuple[Weekday, ...], Field(min_length=1)] | None = None
    school_days: Annotated[bool, Field(strict=True)] = False

    @model_validator(mode="after")
    def _holds_a_grade(self) -> "Scope":
        if not self.possible_grades:
            raise fault("empty_scope")
        return self

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


class Select(Frozen):
    """Which entries of a unit count. None: any, also one that is not understood."""

    form: Annotated[tuple[Form, ...], Field(min_length=1)] | None = None
    place: Annotated[tuple[Place, ...], Field(min_length=1)] | None = None
    choice: Annotated[tuple[Literal["required", "optional"], ...], Field(min_length=1)] | None = (
        None
    )


class Explain(Frozen):
    """What is told of a rule beside its numbers; each text is one point.

    `about`: what is laid down; `counted`: how; `undecided`: when it cannot be judged;
    `advice`: what to do.
    """

    about: tuple[Bilingual, ...] = ()
    counted: tuple[Bilingual, ...] = ()
    undecided: tuple[Bilingual, ...] = ()
    advice: tuple[Bilingual, ...] = ()
