"""What the user asked for, as plain values: the same for the command line and for tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, NamedTuple, TypeVar

from homework_check.model import plain_name
from homework_check.schooldays import PUBLIC, Calendar, Period

__all__ = ["Assumption", "Calendar", "FrozenMap", "Period", "SchoolSystem", "Settings"]

K = TypeVar("K")
V = TypeVar("V")


class FrozenMap(Mapping[K, V]):
    """A mapping that never changes: it is hashable and can be sent to another process."""

    __slots__ = ("_hash", "_items")

    def __init__(self, items: Mapping[K, V] | Iterable[tuple[K, V]] = ()) -> None:
        self._items = dict(items)
        self._hash = hash(frozenset(self._items.items()))

    def __getitem__(self, key: K) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return self._hash

    def __reduce__(self) -> tuple[type[FrozenMap[K, V]], tuple[dict[K, V]]]:
        # Hashes of texts differ from process to process.
        return FrozenMap, (self._items,)

    def __repr__(self) -> str:
        return f"FrozenMap({self._items!r})"


_EMPTY: Final[FrozenMap[Any, Any]] = FrozenMap()


class SchoolSystem(StrEnum):
    """Which stage a grade is in; see `stage`."""

    __hash__ = str.__hash__  # Enum's own is slow, and classes are grouped by it

    SIX_THREE = "6-3"
    FIVE_FOUR = "5-4"
    FIVE_FOUR_PREPARATORY = "5-4-preparatory"

    @property
    def last_primary_grade(self) -> int:
        """The highest grade of primary school."""
        return 6 if self is SchoolSystem.SIX_THREE else 5

    @property
    def first_chuyi_grade(self) -> int:
        """The grade called 初一: in plain 5-4 places it is grade 6."""
        return 6 if self is SchoolSystem.FIVE_FOUR else 7

    def stage(self, grade: int) -> str:
        """``primary``, ``junior`` or ``senior``."""
        if grade <= self.last_primary_grade:
            return "primary"
        return "junior" if grade <= 9 else "senior"


def school_key(name: str, county: str | None = None) -> str:
    """What a school is found by; without a county one of whatever county."""
    return f"{plain_name(county)}/{plain_name(name)}" if county else plain_name(name)


class Assumption(NamedTuple):
    """What a field is taken for where a table has none. `built_in`: it comes with the pack."""

    field: str
    value: str
    built_in: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read and what to judge. `evidence`: also count the values of every column.

    What a configuration file adds, all as written there: `columns` say by header which field a
    column is (None: it is not used); `words` by field what a word of its cells means;
    `school_systems` which schools differ from `school_system`, by `school_key`. `meets` is the
    share of class-days from which on a school meets the requirements; None: it has to keep all
    rules.
    """

    school_system: SchoolSystem = SchoolSystem.SIX_THREE
    period: Period | None = None
    assumptions: tuple[Assumption, ...] = ()
    encoding: str | None = None
    evidence: bool = False
    calendar: Calendar = PUBLIC
    columns: FrozenMap[str, str | None] = _EMPTY
    words: FrozenMap[str, FrozenMap[str, str]] = _EMPTY
    meets: float | None = None
    school_systems: FrozenMap[str, SchoolSystem] = _EMPTY

    def system_of(self, name: str | None, county: str | None) -> SchoolSystem:
        """The system of a school; `name` None: the source names none."""
        systems = self.school_systems
        if not name or not systems:
            return self.school_system
        own = systems.get(school_key(name, county)) or systems.get(school_key(name))
        return own or self.school_system

    def assumed(self, field: str) -> Assumption | None:
        """The assumption for `field`, the user's own before the pack's; None: there is none."""
        found = [a for a in self.assumptions if a.field == field]
        return min(found, key=lambda a: a.built_in, default=None)
