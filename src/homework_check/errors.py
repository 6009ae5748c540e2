"""What stops a run: wrong usage, a wrong configuration or a wrong rule file.

Trouble with the data is never an error; it is a finding in the report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from homework_check.text import Text


class HomeworkCheckError(Exception):
    """Ends the run with exit code 2.

    `message` says what and where in one line, `hint` what to do; a hint may have
    several lines where every problem of a rule file is listed.
    """

    def __init__(self, message: Text, hint: Text) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint


class UsageError(HomeworkCheckError):
    """An option or argument that cannot be used."""


class RuleFileError(HomeworkCheckError):
    """A rule file that cannot be loaded."""


class ConfigError(HomeworkCheckError):
    """A configuration file that cannot be used."""
