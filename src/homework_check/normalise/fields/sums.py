"""What several pieces of work add up to, for totals to be compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.model import Form

if TYPE_CHECKING:
    from homework_check.model import Work


class Sums(NamedTuple):
    """The sum of all minutes, of the written ones, and of those that are, or may be, written.

    In tenths; None where one is not known.
    """

    all: int | None = 0
    written: int | None = 0
    maybe_written: int | None = 0

    def plus(self, work: Work) -> Sums:
        """The sums with one more piece of work."""
        exact = work.minutes.low == work.minutes.high
        amount = work.minutes.low if exact else None
        written = amount if work.form is Form.WRITTEN else 0
        maybe_written = 0 if work.form is Form.OTHER else amount
        return self.joined(Sums(amount, written, maybe_written))

    def joined(self, other: Sums) -> Sums:
        """Both sums added up."""
        return Sums(*map(_sum, self, other))


def _sum(first: int | None, second: int | None) -> int | None:
    return None if first is None or second is None else first + second
