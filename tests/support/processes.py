"""How tests run the program: as its users do, as a process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import subprocess


class Program(Protocol):
    """``homework-check`` with these arguments; `environment` is added to the usual one."""

    def __call__(
        self, *arguments: str, stdin: str | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]: ...
