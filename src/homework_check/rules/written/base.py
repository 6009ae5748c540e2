"""What the parts of every rule may say in a file, whatever its kind; see `rules.base`."""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from homework_check.model import Form
from homework_check.rules import base as values
from homework_check.toml.faults import fault
from homework_check.toml.model import Frozen, Words

KebabCase = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=100)]
Grade = Annotated[int, Field(strict=True, ge=1, le=12)]
Weekday = Annotated[int, Field(strict=True, ge=1, le=7)]
OnePlace = Literal["home", "school", "lesson"]


class Bilingual(Frozen):
    """Words in one language or two; a plain string is taken as `zh`."""

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


class Reference(Frozen):
    """See `rules.base.Reference`."""

    document: Bilingual
    clause: Bilingual | None = None


class Scope(Frozen):
    """See `rules.base.Scope`. One that holds no grade is a fault: the rule would judge nothing."""

    stage: Literal["primary", "junior", "senior"] | None = None
    grades: Annotated[tuple[Grade, ...], Field(min_length=1)] | None = None
    subjects: Annotated[tuple[Words, ...], Field(min_length=1)] | None = None
    weekdays: Annotated[tuple[Weekday, ...], Field(min_length=1)] | None = None
    school_days: Annotated[bool, Field(strict=True)] = False

    @model_validator(mode="after")
    def _holds_a_grade(self) -> "Scope":
        if not values.Scope(stage=self.stage, grades=self.grades).possible_grades:
            raise fault("empty_scope")
        return self


class Select(Frozen):
    """See `rules.base.Select`."""

    form: Annotated[tuple[Form, ...], Field(min_length=1)] | None = None
    place: Annotated[tuple[OnePlace, ...], Field(min_length=1)] | None = None
    choice: Annotated[tuple[Literal["required", "optional"], ...], Field(min_length=1)] | None = (
        None
    )


class Explain(Frozen):
    """See `rules.base.Explain`."""

    about: tuple[Bilingual, ...] = ()
    counted: tuple[Bilingual, ...] = ()
    undecided: tuple[Bilingual, ...] = ()
    advice: tuple[Bilingual, ...] = ()
