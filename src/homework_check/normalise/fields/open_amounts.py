"""Minutes of which nobody knows how many count: of a withdrawn entry, or of several subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.model import Amount
from homework_check.normalise.fields.keys import Flaw
from homework_check.normalise.values.cleaning import squeeze
from homework_check.normalise.values.words import sections

if TYPE_CHECKING:
    from homework_check.normalise.fields.amounts import Counted
    from homework_check.normalise.values.entry_remarks import EntryRemark


class Shared(NamedTuple):
    """How a row shares a merged cell of minutes with others of its class and day.

    `subjects`: as many are in it, in the row that it begins in; 0 in those that it reaches.
    `torn`: some of them are of another form or place.
    """

    subjects: int
    torn: bool = False


def with_remark(counted: Counted, remark: EntryRemark | None) -> Counted:
    """What counts of an entry on which it is remarked that it was withdrawn or takes other time."""
    if remark is None or not remark.case or counted.none:
        return counted
    low, high = counted.amount
    said = remark.minutes or Amount(0, 0 if remark.case == "withdrawn" else None)
    top = None if high is None or said.high is None else max(high, said.high)
    if remark.case == "added" and top is not None:
        top = (high or 0) + (said.high or 0)
    elif remark.case == "measured":
        low = min(low, said.low)
    amount = Amount(low, top)
    if amount == counted.amount and not remark.is_doubtful:
        return counted
    case = "remark" if remark.is_doubtful else "remark-minutes"
    flaw = Flaw("unread-minutes", case, "minutes", remark.text)
    return counted._replace(amount=amount, flaws=(*counted.flaws, flaw))


def with_shared(counted: Counted, shared: Shared | None, value: str) -> Counted:
    """What counts of minutes that may be of several subjects together (共35分钟 is), or of each."""
    low, high = counted.amount
    is_sum = squeeze(value).startswith(sections()["minutes"]["total"])
    if shared is None or shared.subjects < 2 or not high or is_sum:
        return counted
    amount = Amount(low, high * shared.subjects)
    flaw = Flaw("unread-minutes", "shared", "minutes", value)
    return counted._replace(amount=amount, flaws=(*counted.flaws, flaw))
