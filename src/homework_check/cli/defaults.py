"""What holds where the command line says nothing: variables, then the configuration file."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homework_check.cli.language import CONFIG_VARIABLE, PREFIX
from homework_check.config.find import nearest
from homework_check.config.load import Configuration, load
from homework_check.errors import UsageError
from homework_check.messages import config_errors
from homework_check.messages.inert import inert

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from homework_check.cli.asked import Configured

_REPEATABLE = {"--exclude", "--select", "--ignore", "--assume"}
_COMMA = re.compile("[,，]")


class Given(NamedTuple):
    """The values of an option, and where they are stated, for errors to say.

    `origin` is the option itself, a variable, or a file with its key. `folder` is where names
    of files among the values start from.
    """

    values: tuple[str, ...]
    origin: str
    folder: Path = Path()


class Defaults(NamedTuple):
    """The variables of the environment, and the configuration file in use."""

    environment: Mapping[str, str]
    config: Configuration = Configuration()

    def all_given(self, option: str, words: Sequence[str]) -> Iterator[Given]:
        """Every place that gives `option` a value, the one that counts most first.

        `words` are what the command line gives it; an empty variable gives nothing.
        """
        if words:
            yield Given(tuple(words), option)
        variable = PREFIX + option.strip("-").replace("-", "_").upper()
        value = self.environment.get(variable, "").strip()
        if value:
            several = filter(None, (part.strip() for part in _COMMA.split(value)))
            yield Given(tuple(several) if option in _REPEATABLE else (value,), variable)
        if self.config.path and option in self.config.options:
            key = option.strip("-").replace("-", "_")
            origin = f"{inert(self.config.path.as_posix())}: {key}"
            yield Given(self.config.options[option], origin, self.config.path.parent)

    def several(self, option: str, words: Sequence[str]) -> Given:
        """The values that count; without values if nothing gives any."""
        return next(self.all_given(option, words), Given((), option))

    def one(self, option: str, word: str | None) -> Given | None:
        """The one value that counts; None if nothing gives any."""
        return next(self.all_given(option, () if word is None else (word,)), None)

    def text(self, option: str, word: str | None, otherwise: str) -> tuple[str, str]:
        """Where the value that counts is stated, and the value itself, else `otherwise`."""
        given = self.one(option, word)
        return (given.origin, given.values[0]) if given else (option, otherwise)


def find_defaults(configured: Configured, environment: Mapping[str, str]) -> Defaults:
    """Load the configuration file that counts. Raises `HomeworkCheckError`."""
    if configured.isolated:
        if configured.file is not None:
            raise UsageError(config_errors.TWICE, config_errors.USE_ONE)
        return Defaults(environment)
    for origin, name in (
        ("--config", configured.file),
        (CONFIG_VARIABLE, environment.get(CONFIG_VARIABLE) or None),
    ):
        if name is not None:
            if not os.path.exists(name):  # noqa: PTH110 - false also for names no system allows
                message = config_errors.NO_FILE.format(file=inert(name), origin=origin)
                raise UsageError(message, config_errors.CHECK_THE_NAME)
            return Defaults(environment, load(Path(name)))
    found = nearest()
    return Defaults(environment, load(found)) if found else Defaults(environment)
