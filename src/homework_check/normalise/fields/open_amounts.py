"""Minutes of which nobody knows how many count: of a withdrawn entry, or of several subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.model import Amount
from homework_check.normalise.fields.keys import Flaw
from homework_check.normalise.values.cleaning import squeeze
from homework_check.normalise.values.words import alternatives
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from homework_check.normalise.fields.amounts import WorkMinutes
    from homework_check.normalise.values.entry_notes import EntryNote


_SUM = late_pattern(alternatives("minutes", "total"))
_OF_EACH = late_pattern(alternatives("minutes", "of_each"))
_EACH = rf"(?:{alternatives('minutes', 'of_each')}|各科|/[科门])"
_SAID_OF_EACH = late_pattern(rf"{_EACH}:?(?P<before>.+)|(?P<behind>.*[^ ]) ?{_EACH}")


class Shared(NamedTuple):
    """How subjects of a class and day share one cell of minutes, merged or not.

    `subjects`: as many are in it, in the row that it begins in; 0 in those that it reaches.
    `torn`: some of them are of another form or place. `each`: every one takes so long.
    """

    subjects: int
    torn: bool = False
    each: bool = False


def with_note(minutes: WorkMinutes, note: EntryNote | None) -> WorkMinutes:
    """What counts of an entry whose note says that it was withdrawn or takes other time."""
    if note is None or not note.case or minutes.none:
        return minutes
    low, high = minutes.amount
    if note.case == "spread":
        return minutes._replace(amount=Amount(0, high))
    said = note.minutes or Amount(0, 0 if note.case == "withdrawn" else None)
    top = None if high is None or said.high is None else max(high, said.high)
    if note.case == "added" and top is not None:
        top = (high or 0) + (said.high or 0)
    elif note.case == "measured":
        low = min(low, said.low)
    amount = Amount(low, top)
    if amount == minutes.amount and not note.is_doubtful:
        return minutes
    case = "note" if note.is_doubtful else "note-minutes"
    flaw = Flaw("unread-minutes", case, "minutes", note.text)
    return minutes._replace(amount=amount, flaws=(*minutes.flaws, flaw))


def in_one_cell(subjects: int, head: str, value: str) -> Shared | None:
    """How so many subjects share a folded cell of minutes under `head`; None: as a stated sum."""
    if not value or _SUM.search(value):
        return None
    return Shared(subjects, each=_OF_EACH.search(head) is not None)


def said_of_each(value: str) -> str:
    """The minutes that a folded cell says are of each subject, 每科15分钟; empty: it does not.

    各15分钟 may be of each task.
    """
    said = _SAID_OF_EACH.fullmatch(value)
    return (said["before"] or said["behind"]) if said else ""


def with_shared(minutes: WorkMinutes, shared: Shared | None, value: str) -> WorkMinutes:
    """What counts of minutes that may be of several subjects together (共35分钟 is), or of each."""
    low, high = minutes.amount
    is_sum = _SUM.match(squeeze(value)) is not None
    if shared is None or shared.subjects < 2 or not high or is_sum:
        return minutes
    most = high * shared.subjects
    if shared.each:
        return minutes._replace(amount=Amount(low * shared.subjects, most))
    amount = Amount(low, most)
    flaw = Flaw("unread-minutes", "shared", "minutes", value)
    return minutes._replace(amount=amount, flaws=(*minutes.flaws, flaw))
