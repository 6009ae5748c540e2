"""Advice on a class-day over its limit: the least that would have to give way.

It says how much less homework, with one example; the class teacher decides. The same
entries always give the same advice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homework_check.messages import words
from homework_check.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from homework_check.model import Location

_ALL = Text("各科都要减", "every subject has to give")


class _Candidate(NamedTuple):
    optional: bool
    tenths: int
    subject: Text


def cut(locations: Sequence[Location], over_tenths: int, optional: AbstractSet[str]) -> Text:
    """Say which entries could give way to take `over_tenths` tenths of minutes off.

    The fewest entries that reach it; among as few, `optional` cells first, then the
    longest, then the order given. Of several, the longest is shortened and the others
    dropped. Locations without minutes cannot be counted on.
    """
    candidates = [
        _Candidate(at.cell in optional, at.minutes, words.subject(at.subject))
        for at in locations
        if at.minutes
    ]
    chosen = _fewest(candidates, over_tenths)
    if not chosen:
        return _ALL
    one_each = len({c.subject for c in candidates}) == len(candidates)
    if len(chosen) == 1:
        return _one(chosen[0], over_tenths, one_each=one_each)
    return _several(chosen, over_tenths, one_each=one_each)


def _fewest(candidates: list[_Candidate], over: int) -> list[_Candidate]:
    """Choose the fewest that reach `over`, the preferred ones where there is a choice."""
    longest = sorted((c.tenths for c in candidates), reverse=True)
    needed = next((n for n in range(1, len(longest) + 1) if sum(longest[:n]) >= over), 0)
    left = sorted(candidates, key=lambda c: (not c.optional, -c.tenths))
    chosen: list[_Candidate] = []
    while len(chosen) < needed:
        others_needed = needed - len(chosen) - 1
        reached = sum(c.tenths for c in chosen)
        for index, candidate in enumerate(left):
            others = sorted((c.tenths for c in left[:index] + left[index + 1 :]), reverse=True)
            if reached + candidate.tenths + sum(others[:others_needed]) >= over:
                chosen.append(left.pop(index))
                break
    return chosen


def _one(candidate: _Candidate, over: int, *, one_each: bool) -> Text:
    subject, before = candidate.subject, _minutes(candidate.tenths)
    if candidate.optional:
        return Text(f"可先减选做的{subject.zh}（{before}）",
                    f"the optional {subject.en} ({before}) can give first")  # fmt: skip
    if candidate.tenths == over:
        return Text(f"例如不布置{subject.zh}（{before}）", f"e.g. drop {subject.en} ({before})")
    after = _minutes(candidate.tenths - over)
    what = Text("一科", "one subject") if one_each else Text("一项", "one entry")
    return Text(f"减{what.zh}就够，例如{subject.zh}由{before}减到{after}",
                f"{what.en} will do, e.g. {subject.en} {before} to {after}")  # fmt: skip


def _several(chosen: list[_Candidate], over: int, *, one_each: bool) -> Text:
    kept = max(chosen, key=lambda c: (not c.optional, c.tenths))
    dropped = [c for c in chosen if c is not kept]
    rest = kept.tenths - (over - sum(c.tenths for c in dropped))
    if not rest:
        dropped.append(kept)
    zh = "不布置" + "、".join(f"{c.subject.zh}（{_minutes(c.tenths)}）" for c in dropped)
    en = [f"{c.subject.en} ({_minutes(c.tenths)})" for c in dropped]
    if rest:
        before, after = _minutes(kept.tenths), _minutes(rest)
        zh += f"，{kept.subject.zh}由{before}减到{after}"
        en.append(f"{kept.subject.en} {before} to {after}")
    count = len(chosen)
    return Text(
        f"要减{'两' if count == 2 else count}{'科' if one_each else '项'}，例如{zh}",
        f"{count} {'subjects' if one_each else 'entries'} must give, "
        f"e.g. drop {', '.join(en[:-1])} and {en[-1]}",
    )


def _minutes(tenths: int) -> str:
    return words.number(tenths / 10)
