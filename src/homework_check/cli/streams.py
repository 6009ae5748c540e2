"""Standard output and standard error, on consoles of any code page and into any pipe."""

from __future__ import annotations

import errno
import io
import os
import shutil
import sys
from typing import TYPE_CHECKING, NoReturn, TextIO

from homework_check.errors import HomeworkCheckError
from homework_check.messages import usage
from homework_check.text import same

if TYPE_CHECKING:
    from collections.abc import Mapping

# NOTE: Windows tells of a pipe closed at its other end by EINVAL.
_CLOSED = {errno.EPIPE, errno.EINVAL} if sys.platform == "win32" else {errno.EPIPE}

_USUAL_WIDTH, _WIDEST = 80, 120

COLOURS = ("auto", "always", "never")

_KEPT: list[object] = []


def prepare() -> None:
    """Let characters that a code page lacks be shown as escapes, instead of ending the run.

    A stream that is closed stays so for us, but no file or pipe may get its number: what a
    library prints would go there.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def keep(thing: object) -> None:
    """Keep what is no longer needed: to give back its memory, piece by piece, helps nobody."""
    _KEPT.append(thing)


def leave(code: int) -> NoReturn:
    """End the program at once, with all that it keeps."""
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except OSError:
        sys.exit(code)
    os._exit(code)


def read_input() -> bytes:
    """All of standard input; nothing where it is closed."""
    return sys.stdin.buffer.read() if sys.stdin else b""


def show(content: str | bytes, *, machine: bool = False) -> None:
    """Write to standard output. `machine`: for other programs, so always UTF-8 in a pipe.

    Bytes go as they are, which only a pipe or a file can take.

    Raises `HomeworkCheckError` if it cannot be written in full; a reader that has gone
    away is no reason to.
    """
    if machine and isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    try:
        _write(sys.stdout, content)
    except OSError as error:
        _silence(sys.stdout)
        reason = same(error.strerror or type(error).__name__)
        raise HomeworkCheckError(
            usage.NOT_SHOWN.format(reason=reason), usage.NOT_SHOWN_HINT
        ) from None


def tell(line: str) -> None:
    """Write a line to standard error; where that is impossible there is nobody to tell."""
    write_over(f"{line}\n")


def write_over(text: str) -> None:
    """Write to standard error without ending the line; nobody is told if that fails."""
    try:
        _write(sys.stderr, text)
    except OSError:
        _silence(sys.stderr)


def shows_text() -> bool:
    """Whether standard output is shown as text by a terminal."""
    return _is_terminal(sys.stdout)


def is_watched() -> bool:
    """Whether somebody looks at standard error while it is written."""
    return _is_terminal(sys.stderr)


def width() -> int:
    """Cells of a line: of the terminal within reason, else 80."""
    if not _is_terminal(sys.stdout):
        return _USUAL_WIDTH
    return min(shutil.get_terminal_size().columns, _WIDEST)


def colours(wanted: str, environment: Mapping[str, str]) -> bool:
    """Whether to colour; `wanted` is one of `COLOURS`."""
    if wanted != "auto":
        return wanted == "always"
    plain = "NO_COLOR" in environment or environment.get("TERM") == "dumb"
    return not plain and _is_terminal(sys.stdout) and _understands_colours()


def _understands_colours() -> bool:
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        output, virtual_terminal = -11, 0x0007
        return bool(kernel.SetConsoleMode(kernel.GetStdHandle(output), virtual_terminal))
    return True


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _write(stream: TextIO | None, content: str | bytes) -> None:
    if stream is None:
        return
    try:
        if isinstance(content, bytes):
            stream.buffer.write(content)
        else:
            stream.write(content)
        stream.flush()
    except OSError as error:
        if error.errno not in _CLOSED:
            raise
        _silence(stream)


def _silence(stream: TextIO | None) -> None:
    # What is left in the buffer would fail once more when the interpreter ends.
    if stream is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
