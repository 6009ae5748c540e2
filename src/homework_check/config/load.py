"""From a configuration file to what it asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from homework_check.errors import ConfigError
from homework_check.messages import config_errors
from homework_check.messages.inert import inert
from homework_check.model import plain_name
from homework_check.settings import FrozenMap, Settings
from homework_check.text import same
from homework_check.toml.read import TomlError, parse, read_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from homework_check.config.model import ConfigFile
    from homework_check.text import Text

_NO_OPTIONS: Final[FrozenMap[str, tuple[str, ...]]] = FrozenMap()


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a configuration file asks for. `path` None: there is none.

    `options` are the values of options as they would be written on the command line, by
    option (``--fail-on``), only those that the file states. `settings` hold what no option
    can say; all else in them is as without a file.
    """

    path: Path | None = None
    options: FrozenMap[str, tuple[str, ...]] = _NO_OPTIONS
    settings: Settings = field(default_factory=Settings)


def load(path: Path) -> Configuration:
    """Load the file at `path`. Raises `ConfigError` with every problem it has."""
    # Building the models takes time that a run without a file need not spend.
    from pydantic import ValidationError

    from homework_check.config.model import ConfigFile
    from homework_check.config.problems import problems_of

    try:
        text = read_text(path)
        data = parse(text)
    except TomlError as error:
        raise _failure(path, [error.problem]) from None
    try:
        file = ConfigFile.model_validate(data)
    except ValidationError as error:
        raise _failure(path, problems_of(error, text)) from None
    words = ((name, FrozenMap(meanings)) for name, meanings in file.words if meanings)
    settings = Settings(
        calendar=file.calendar.calendar(),
        columns=FrozenMap(file.columns),
        words=FrozenMap(words),
        meets=file.schools.meets,
        school_systems=FrozenMap({plain_name(k): v for k, v in file.schools.systems.items()}),
    )
    return Configuration(path, FrozenMap(_options(file)), settings)


def _options(file: ConfigFile) -> dict[str, tuple[str, ...]]:
    single = {
        "--rules": file.rules,
        "--roster": file.roster,
        "--school-system": file.school_system,
        "--encoding": file.encoding,
        "--fail-on": file.fail_on,
        "--lang": file.lang,
    }
    several = {
        "--exclude": file.exclude,
        "--select": file.select,
        "--ignore": file.ignore,
        "--assume": file.assume.texts(),
    }
    stated = {option: (str(value),) for option, value in single.items() if value is not None}
    return stated | {option: values for option, values in several.items() if values}


def _failure(path: Path, problems: Sequence[Text]) -> ConfigError:
    return ConfigError(
        config_errors.FILE.format(file=inert(path.as_posix()), n=len(problems)),
        same("\n").join(problems),
    )
