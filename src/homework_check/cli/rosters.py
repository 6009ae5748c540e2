"""Which roster counts, and what it changes about the sources and the settings."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from homework_check.cli.faults import stated_at
from homework_check.readers.sources import Found
from homework_check.settings import FrozenMap
from homework_check.workbook import PassedOver

if TYPE_CHECKING:
    from homework_check.cli.defaults import Defaults
    from homework_check.expected import Roster
    from homework_check.settings import SchoolSystem, Settings


def load_roster(defaults: Defaults, name: str | None, settings: Settings) -> Roster | None:
    """Load the roster `name`, else the one that is the default here; None: there is none.

    A configuration file names it from its own folder on. Raises `UsageError`.
    """
    given = defaults.one("--roster", name)
    if given is None:
        return None
    # Only a run with a roster waits for what reads one.
    from homework_check.roster import read_roster

    with stated_at(given.origin):
        path = given.folder / Path(given.values[0])
        return read_roster(path, settings.school_system, settings.encoding)


def with_systems(settings: Settings, roster: Roster) -> FrozenMap[str, SchoolSystem]:
    """The systems of single schools: of one in both, that of the roster."""
    return FrozenMap({**settings.school_systems, **roster.systems})


def without_roster(found: Found, roster: Roster) -> Found:
    """Pass over the roster where it stands among the logs."""
    own = _place(Path(roster.path))
    passed = [f for f in found.files if f.path and not f.inside and _place(f.path) == own]
    return Found(
        tuple(file for file in found.files if file not in passed),
        (*found.passed_over, *(PassedOver(file.shown, "roster") for file in passed)),
    )


def _place(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))
