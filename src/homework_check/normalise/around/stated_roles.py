"""What names and titles say of a table beside others: it sums them up, or stands for one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from homework_check.normalise.values.cleaning import squeeze
from homework_check.normalise.values.words import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homework_check.table import Role


def stated_roles(titles: Iterable[str], sheet: str, file: str) -> frozenset[Role]:
    """The roles of a table under `titles`, in a sheet and a file of these names."""
    lines = [*map(squeeze, titles)]
    named: dict[Role, tuple[str, ...]] = {"sums": (sheet, file), "version": (sheet,)}
    roles = {
        role
        for role, names in named.items()
        if any(map(_named(role).search, map(squeeze, names)))
        or any(map(_titled(role).search, lines))
    }
    return frozenset(roles | ({"revision"} if _revised().search(squeeze(file)) else set()))


@cache
def _titled(role: Role) -> re.Pattern[str]:
    return re.compile(alternatives("role", role))


@cache
def _revised() -> re.Pattern[str]:
    return re.compile(alternatives("role", "version", "revision_named", "copy"))


@cache
def _named(role: Role) -> re.Pattern[str]:
    copies = ("copy",) if role == "version" else ()
    return re.compile(alternatives("role", role, f"{role}_named", *copies))
