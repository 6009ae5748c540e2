"""The schools that a roster expects, and which of them a name in a log means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.model import plain_name
from homework_check.settings import school_key

if TYPE_CHECKING:
    from homework_check.model import School
    from homework_check.settings import SchoolSystem

_ALIKE: Final = 0.75
_MOST_ALIKE: Final = 3
_NUMERALS: Final = re.compile("[0-9一二三四五六七八九十]")


class ExpectedGrade(NamedTuple):
    """The classes of a grade. `counted`: the roster gives their number only, not their names."""

    grade: int
    names: tuple[str, ...]
    counted: bool = False


class ExpectedSchool(NamedTuple):
    """A school of the roster.

    `county` None: the roster states none. `grades` empty: it states no classes, so those of
    the log are expected. `system` None: that of the run.
    """

    county: str | None
    name: str
    system: SchoolSystem | None = None
    grades: tuple[ExpectedGrade, ...] = ()

    @property
    def class_count(self) -> int:
        """How many classes the roster expects."""
        return sum(len(grade.names) for grade in self.grades)

    def classes_of(self, grade: int) -> ExpectedGrade | None:
        """The classes of a grade; None: the roster has none."""
        return next((own for own in self.grades if own.grade == grade), None)


class RosterRemark(NamedTuple):
    """What a roster says that was not taken as it stands: an id, a row and the text there."""

    what: str
    row: int
    text: str


@dataclass(frozen=True)
class Roster:
    """The schools expected, each once, by the path of their list."""

    path: str
    schools: tuple[ExpectedSchool, ...]
    remarks: tuple[RosterRemark, ...] = ()

    def find(self, school: School) -> ExpectedSchool | None:
        """The school of the roster that `school` is; None: it is none, or may be several.

        Names are equal after NFKC without blanks. A county that only one of the two states
        does not keep them apart, as long as the name alone fits one school.
        """
        if school.name is None:
            return None
        named = self._by_name.get(plain_name(school.name), ())
        same = [own for own in named if _same_county(own.county, school.county)]
        return same[0] if len(same) == 1 else None

    @property
    def systems(self) -> dict[str, SchoolSystem]:
        """The systems that it states, by the key of the school.

        A log may name a school alone: of those that share the name, all have to agree.
        """
        found = {
            school_key(school.name, school.county): school.system
            for school in self.schools
            if school.system is not None
        }
        for name, schools in self._by_name.items():
            systems = {school.system for school in schools}
            if len(systems) == 1 and (system := systems.pop()) is not None:
                found[name] = system
        return found

    @cached_property
    def _by_name(self) -> dict[str, list[ExpectedSchool]]:
        found: dict[str, list[ExpectedSchool]] = {}
        for school in self.schools:
            found.setdefault(plain_name(school.name), []).append(school)
        return found

    def alike(self, name: str, county: str | None = None) -> tuple[ExpectedSchool, ...]:
        """Schools that `name` may be meant for, the likeliest first; none of another county."""
        wanted = plain_name(name)
        near = {
            own: [school for school in schools if may_be_county(school.county, county)]
            for own, schools in self._by_name.items()
        }
        names = {own: schools for own, schools in near.items() if schools}
        parts = [n for n in names if len(wanted) > 1 and (wanted in n or n in wanted)]
        close = get_close_matches(wanted, names, cutoff=_ALIKE)
        found = dict.fromkeys((*parts, *close))
        fitting = [name for name in found if _numerals(name) == _numerals(wanted)]
        return tuple(school for name in fitting[:_MOST_ALIKE] for school in names[name])


def _same_county(own: str | None, stated: str | None) -> bool:
    return own is None or stated is None or plain_name(own) == plain_name(stated)


def may_be_county(own: str | None, stated: str | None) -> bool:
    """Whether two may be one: 港北 and 贵港市港北区 may."""
    if own is None or stated is None:
        return True
    one, other = (plain_name(county).rstrip("县区市旗") for county in (own, stated))
    return one in other or other in one


def _numerals(name: str) -> list[str]:
    """What tells 第一小学 from 第二小学."""
    return _NUMERALS.findall(name)
