"""What a configuration file may say."""

from typing import Annotated, Literal

from pydantic import Field

from homework_check.config.days import Days
from homework_check.config.values import Column, System, assumed, called, meaning
from homework_check.toml.model import Frozen, Words

_FormWord = Annotated[str, meaning("form")]
_PlaceWord = Annotated[str, meaning("place")]
_ChoiceWord = Annotated[str, meaning("choice")]
_LayerWord = Annotated[str, meaning("layer")]
_YesOrNo = Annotated[str, meaning("marked")]


class Assume(Frozen):
    """What a field is taken for in tables without it; ``"形式"`` is a key as ``form`` is."""

    school: Annotated[str | None, assumed("school")] = Field(
        None, validation_alias=called("school")
    )
    county: Annotated[str | None, assumed("county")] = Field(
        None, validation_alias=called("county")
    )
    grade: Annotated[str | None, assumed("grade")] = Field(None, validation_alias=called("grade"))
    class_: Annotated[str | None, assumed("class")] = Field(None, validation_alias=called("class"))
    form: Annotated[str | None, assumed("form")] = Field(None, validation_alias=called("form"))
    place: Annotated[str | None, assumed("place")] = Field(None, validation_alias=called("place"))
    year: Annotated[str | None, assumed("year")] = Field(None, validation_alias=called("year"))

    def texts(self) -> tuple[str, ...]:
        """The assumptions as ``--assume`` takes them."""
        stated = ((name.rstrip("_"), value) for name, value in self)
        return tuple(f"{field}={value}" for field, value in stated if value is not None)


class WordTables(Frozen):
    """What words of a place's own mean, by field: under ``[words.form]``, ``"预习" = "书面"``.

    A subject may stand for any other: ``"语基" = "语文"``.
    """

    form: dict[Words, _FormWord] = Field({}, validation_alias=called("form"))
    place: dict[Words, _PlaceWord] = Field({}, validation_alias=called("place"))
    choice: dict[Words, _ChoiceWord] = Field({}, validation_alias=called("choice"))
    layer: dict[Words, _LayerWord] = Field({}, validation_alias=called("layer"))
    subject: dict[Words, Words] = Field({}, validation_alias=called("subject"))
    marked: dict[Words, _YesOrNo] = Field({}, validation_alias=called("marked"))
    posted: dict[Words, _YesOrNo] = Field({}, validation_alias=called("posted"))


class Schools(Frozen):
    """Which share of its class-days a school has to keep, and schools of another system.

    `meets` None: all rules have to be kept. `systems` are by the name of the school.
    """

    meets: Annotated[float, Field(strict=True, gt=0, le=1)] | None = None
    systems: dict[Words, System] = Field({})


class ConfigFile(Frozen):
    """A configuration file. What it leaves out is as without a file.

    `rules` is a built-in pack or a rule file, `roster` the list of schools that are due; files
    from the folder of the configuration file on.
    `columns` say by header which field a column gives, ``""`` that it is not to be used.
    """

    rules: Words | None = None
    roster: Words | None = None
    school_system: System | None = None
    encoding: Words | None = None
    exclude: tuple[Words, ...] = ()
    fail_on: Literal["error", "warning", "never"] | None = None
    lang: Literal["zh", "en"] | None = None
    select: tuple[Words, ...] = ()
    ignore: tuple[Words, ...] = ()
    assume: Assume = Assume()
    calendar: Days = Days()
    schools: Schools = Schools()
    columns: dict[Words, Column] = Field({})
    words: WordTables = WordTables()
