"""Values of a configuration file that are words: school systems, fields and their values."""

from typing import Annotated, Any

from pydantic import AliasChoices, BeforeValidator
from pydantic_core import PydanticCustomError

from homework_check.config.assumed import assumed_value
from homework_check.config.names import (
    COLUMN_FIELDS,
    MEANINGS,
    NO_FIELD,
    chinese_names,
    field_named,
    system_named,
)
from homework_check.settings import SchoolSystem
from homework_check.toml.faults import fault


def called(field: str) -> AliasChoices:
    """The keys by which a table may name `field`."""
    return AliasChoices(field, *chinese_names(field))


def meaning(field: str) -> BeforeValidator:
    """Read what a word of `field` means. Raises a fault for one that is not known."""

    def read(value: Any) -> str:
        known = MEANINGS[field].get(_text(value))
        if known is None:
            raise _unknown_value(field)
        return known

    return BeforeValidator(read)


def assumed(field: str) -> BeforeValidator:
    """Read what `field` is taken for; a grade and a year may be numbers.

    Raises a fault for what it cannot be.
    """

    def read(value: Any) -> str:
        # By its exact type: true is a number to Python only.
        known = assumed_value(field, str(value) if type(value) is int else _text(value))
        if known is None:
            raise _unknown_value(field) if field in MEANINGS else fault("not_assumed")
        return known

    return BeforeValidator(read)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise fault("string_type")
    return value.strip()


def _system(value: Any) -> SchoolSystem:
    system = system_named(_text(value))
    if system is None:
        known = [str(system) for system in SchoolSystem]
        raise _unknown(known, known)
    return system


def _column(value: Any) -> str | None:
    field = field_named(_text(value))
    if field in {"", *NO_FIELD}:
        return None
    if field not in COLUMN_FIELDS:
        chinese = [chinese_names(known)[0] for known in COLUMN_FIELDS]
        raise _unknown([*chinese, NO_FIELD[1]], [*COLUMN_FIELDS, NO_FIELD[0]])
    return field


def _unknown_value(field: str) -> PydanticCustomError:
    names = MEANINGS[field]
    english = [name for name in names if name.isascii()]
    return _unknown([name for name in names if name not in english], english)


def _unknown(chinese: list[str], english: list[str]) -> PydanticCustomError:
    return fault("unknown_name", zh="、".join(chinese), en=", ".join(english))


System = Annotated[SchoolSystem, BeforeValidator(_system)]
Column = Annotated[str | None, BeforeValidator(_column)]
"""The field that a column gives; None: the column is not to be used."""
