"""In which language the program speaks: known before anything else is."""

from __future__ import annotations

import locale
import sys
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from homework_check.cli.values import parse_choice
from homework_check.config.find import language_of, nearest
from homework_check.errors import UsageError
from homework_check.messages import usage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from homework_check.text import Lang

LANGUAGES: tuple[Lang, ...] = ("zh", "en")

PREFIX = "HOMEWORK_CHECK_"
"""What the names of all variables of the program begin with."""

CONFIG_VARIABLE = f"{PREFIX}CONFIG"

_OWN_VARIABLE = f"{PREFIX}LANG"
_VARIABLES = (_OWN_VARIABLE, "LC_ALL", "LANG")

_CHINESE = 0x04
"""The primary language id of Chinese in a Windows LANGID, which are its low ten bits."""


def take_language(arguments: Sequence[str]) -> tuple[list[str], Lang | None]:
    """Take ``--lang`` out of the arguments, wherever it stands; of two the last counts.

    None: there is none. Raises `UsageError` for a language the program does not speak.
    """
    rest: list[str] = []
    wanted = None
    words = iter(arguments)
    for word in words:
        name, equals, value = word.partition("=")
        if name == "--lang":
            wanted = _parse(value if equals else next(words, None))
        elif word == "--":
            rest += [word, *words]
        else:
            rest.append(word)
    return rest, wanted


def find_language(environment: Mapping[str, str], system: str | None) -> Lang:
    """Find the language where none was asked for: the variables', the `system`'s, else Chinese."""
    names = [*(environment.get(name) for name in _VARIABLES), system]
    return next((lang for name in names if (lang := _language_of(name))), "zh")


def wanted_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Lang | None:
    """Find the language that the program's own variable or its configuration file asks for.

    What is wrong with the file is told by the command that uses it. None: neither asks.
    Raises `UsageError` for a variable with a language the program does not speak.
    """
    if value := environment.get(_OWN_VARIABLE):
        return parse_choice(_OWN_VARIABLE, value, LANGUAGES)
    named = _last_value(arguments, "--config") or environment.get(CONFIG_VARIABLE)
    if "--isolated" in arguments:
        return None
    path = Path(named) if named else nearest()
    configured = language_of(path) if path else None
    return next((lang for lang in LANGUAGES if lang == configured), None)


def system_language() -> str | None:
    """Name the language of the system, such as ``zh_CN``; None if it tells none."""
    if sys.platform == "win32":
        import ctypes

        language = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return "zh" if language & 0x3FF == _CHINESE else "en"
    return locale.getlocale()[0]


def _last_value(arguments: Sequence[str], option: str) -> str | None:
    found = None
    for word, following in zip_longest(arguments, arguments[1:]):
        name, equals, value = word.partition("=")
        if name == option:
            found = value if equals else following
    return found


def _parse(value: str | None) -> Lang:
    if value is None:
        hint = usage.SEE_HELP.format(help="homework-check --help")
        raise UsageError(usage.NO_VALUE.format(option="--lang"), hint)
    return parse_choice("--lang", value, LANGUAGES)


def _language_of(name: str | None) -> Lang | None:
    language = (name or "").partition(".")[0]
    if language in {"", "C", "POSIX"}:
        return None
    return "zh" if language.lower().startswith(("zh", "chinese")) else "en"
