"""What is wrong with a configuration file: line, key, and what may be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import AliasChoices

from homework_check.config.days import Days, Span
from homework_check.config.model import Assume, ConfigFile, Schools, WordTables
from homework_check.messages import config_errors
from homework_check.text import same
from homework_check.toml.lines import find_lines
from homework_check.toml.problems import FaultWords, describe, key_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel, ValidationError
    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from homework_check.text import Text

_WORDS = FaultWords(config_errors.FAULTS, config_errors.NUMBERS)

_TABLES: dict[str, type[BaseModel]] = {
    "": ConfigFile,
    "assume": Assume,
    "calendar": Days,
    **dict.fromkeys(("days_off", "days_on", "vacations"), Span),
    "schools": Schools,
    "words": WordTables,
}
"""The table that a key of this name opens, where not every key is allowed."""


def problems_of(error: ValidationError, text: str) -> list[Text]:
    """One line for each error of the file that says `text`, in the order of the file."""
    lines = find_lines(text)
    found = [
        (_line(details["loc"], lines), _problem(details))
        for details in error.errors(include_url=False)
    ]
    return [
        config_errors.IN_LINE.format(line=line) + problem if line else problem
        for line, problem in sorted(found, key=lambda problem: problem[0])
    ]


def _problem(details: ErrorDetails) -> Text:
    path = details["loc"]
    where = config_errors.IN_KEY.format(key=key_of(path)) if path else same("")
    return where + describe(details, _WORDS, _keys_beside(path))


def _line(path: tuple[int | str, ...], lines: Mapping[tuple[str, ...], int]) -> int:
    """The line of the key, or of the nearest one that it stands in; 0: it is not known."""
    keys = tuple(part for part in path if isinstance(part, str))
    return next((lines[keys[:n]] for n in range(len(keys), 0, -1) if keys[:n] in lines), 0)


def _keys_beside(path: tuple[int | str, ...]) -> list[str]:
    names = [part for part in path[:-1] if isinstance(part, str)]
    table = _TABLES.get(names[-1] if names else "", ConfigFile)
    return [key for name, field in table.model_fields.items() for key in _keys(name, field)]


def _keys(name: str, field: FieldInfo) -> list[str]:
    match field.validation_alias:
        case AliasChoices(choices=choices):
            return [str(choice) for choice in choices]
        case str() as alias:
            return [alias]
        case _:
            return [name]
