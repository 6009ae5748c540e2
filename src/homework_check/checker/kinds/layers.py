"""Adding up contributions: the layers A, B, C of a subject on a day are alternatives."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from homework_check.model import NOTHING, Amount

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from homework_check.checker.kinds.contributions import Contribution

    _Task = tuple[str | None, date | None]


def add(contributions: Sequence[Contribution]) -> Amount:
    """The sum. Of the layers of a subject on a day the largest counts."""
    sum_ = _sum(c.amount for c in contributions if c.entry.work.layer is None)
    layers: dict[_Task, dict[str, list[Amount]]] = defaultdict(lambda: defaultdict(list))
    for c in contributions:
        if c.entry.work.layer is not None:
            layers[_task(c)][c.entry.work.layer].append(c.amount)
    for by_layer in layers.values():
        sum_ = _sum((sum_, _largest([_sum(amounts) for amounts in by_layer.values()])))
    return sum_


def _task(contribution: Contribution) -> _Task:
    return contribution.entry.subject, contribution.entry.date


def _sum(amounts: Iterable[Amount]) -> Amount:
    low, high = NOTHING
    for amount in amounts:
        low += amount.low
        high = None if high is None or amount.high is None else high + amount.high
    return Amount(low, high)


def _largest(sums: Sequence[Amount]) -> Amount:
    highs = [amount.high for amount in sums]
    known = [high for high in highs if high is not None]
    return Amount(
        max(amount.low for amount in sums), max(known) if len(known) == len(highs) else None
    )


def without_lesser_layers(contributions: Sequence[Contribution]) -> list[Contribution]:
    """Leave out layers that another layer of their subject and day outweighs in any case."""
    layers: dict[tuple[_Task, str], list[Amount]] = defaultdict(list)
    for c in contributions:
        if c.entry.work.layer is not None:
            layers[_task(c), c.entry.work.layer].append(c.amount)
    sums = {key: _sum(amounts) for key, amounts in layers.items()}
    largest: dict[_Task, str] = {}
    for (task, layer), amount in sums.items():
        if task not in largest or amount.low > sums[task, largest[task]].low:
            largest[task] = layer

    def counts(c: Contribution) -> bool:
        layer, task = c.entry.work.layer, _task(c)
        if layer is None or layer == largest[task]:
            return True
        high = sums[task, layer].high
        return high is None or high > sums[task, largest[task]].low

    return [c for c in contributions if counts(c)]
