"""Commands whose options are taken as they are written: words, and switches."""

from typing import Any

from typer.core import TyperCommand


class _AsWritten:
    """Makes nothing of a value: what is wrong with it is told by the command, in our words."""

    @staticmethod
    def coerce(value: Any, param: Any, ctx: Any) -> Any:  # noqa: ARG004 - called by typer
        if param.multiple or param.nargs == -1:
            return [*(value or ())]
        return value


class Command(TyperCommand):
    """A command all of whose parameters are words, lists of words, or switches.

    The framework would load pydantic and build a validator for each of them, to make words
    of words: that is half of the time that it takes to check one school's log.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for parameter in self.params:
            # NOTE: a private name. A version without it is slower, and else does the same.
            parameter._runtime_param = _AsWritten  # type: ignore[attr-defined]  # noqa: SLF001
