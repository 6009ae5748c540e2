"""The command line: options become values, one call is made, its result is shown or saved.

`run` goes from the words to the exit code, by way of `app`, which knows the commands. Each has a
module of its name with its options, which ``--help`` loads, and mostly one that does what it was
asked for (`check`: `checking`), which only the command itself waits for. All others serve these.
"""

import gc
import os
import signal
import sys
from typing import Final, NoReturn

__all__ = ["INTERRUPTED", "main"]

INTERRUPTED: Final = 130
"""The exit code, as a shell has it."""


def main() -> NoReturn:
    """Run the program with the words of its command line."""
    # Until it can be told in a line, an interrupt just ends the program.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    # All that is read stays in use to the end of a run, and holds no cycles: searching it for
    # garbage again and again takes a quarter of the time and finds nothing.
    gc.disable()
    # Nor are plugins wanted: looking for them reads the metadata of all that is installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from homework_check.cli import run, streams

    streams.prepare()
    streams.leave(run.run(sys.argv[1:]))
