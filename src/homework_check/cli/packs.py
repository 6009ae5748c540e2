"""Which rule pack counts, and the pack itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from homework_check.cli.defaults import Given
from homework_check.cli.faults import stated_at
from homework_check.rules.load import DEFAULT_PACK, built_in_ids, load_pack

if TYPE_CHECKING:
    from homework_check.cli.defaults import Defaults
    from homework_check.rules.pack import RulePack


def load_rules(defaults: Defaults, name: str | None) -> RulePack:
    """Load the pack `name`, else the one that is the default here.

    A configuration file names rule files from its own folder on. Raises
    `HomeworkCheckError` for a pack that cannot be loaded.
    """
    given = defaults.one("--rules", name) or Given((DEFAULT_PACK,), "--rules")
    wanted = given.values[0]
    if given.folder != Path() and wanted not in built_in_ids():
        wanted = str(given.folder / wanted)
    with stated_at(given.origin):
        return load_pack(wanted)
