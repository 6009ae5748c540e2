"""Units of one rule by their verdicts, and how such counts are added up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Tally:
    """How many units of one rule were kept, broken, undecided, and not judged."""

    rule: str
    aspect: str
    unit: str
    kept: int = 0
    broken: int = 0
    undecided: int = 0
    not_judged: int = 0

    @property
    def judged(self) -> int:
        """The denominator of the rate: undecided units count."""
        return self.kept + self.broken + self.undecided


def by_rule(tally: Tally) -> tuple[str, ...]:
    """What tallies have in common that are added up as one."""
    return tally.rule, tally.aspect, tally.unit


def add_up(
    tallies: Iterable[Tally], alike: Callable[[Tally], object] = by_rule
) -> tuple[Tally, ...]:
    """One tally for all that are `alike`, in the order in which they first occur."""
    groups: dict[object, list[Tally]] = {}
    for tally in tallies:
        groups.setdefault(alike(tally), []).append(tally)
    return tuple(map(total, groups.values()))


def total(tallies: Sequence[Tally]) -> Tally:
    """All tallies as one, which is called what the first is called."""
    first = tallies[0]
    return Tally(
        first.rule,
        first.aspect,
        first.unit,
        sum([one.kept for one in tallies]),
        sum([one.broken for one in tallies]),
        sum([one.undecided for one in tallies]),
        sum([one.not_judged for one in tallies]),
    )
