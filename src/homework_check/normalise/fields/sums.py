"""What several pieces of work add up to, for totals to be compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.model import Form

if TYPE_CHECKING:
    from homework_check.model import Work


class Sums(NamedTuple):
    """The sum of all minutes and of the written ones, in tenths; None where one is not known."""

    all: int | None = 0
    written: int | None = 0

    def plus(self, work: Work) -> Sums:
        """The sums with one more piece of work."""
        exact = work.minutes.low == work.minutes.high
        amount = work.minutes.low if exact else None
        written = amount if work.form is Form.WRITTEN else 0
        return self.joined(Sums(amount, written))

    def joined(self, other: Sums) -> Sums:
        """Both sums added up."""
        return Sums(_sum(self.all, other.all), _sum(self.written, other.written))


def _sum(first: int | None, second: int | None) -> int | None:
    return None if first is None or second is None else first + second
