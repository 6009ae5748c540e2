"""Prints how the labelled logs are judged, layout by layout, as a table in Markdown.

``python tests/support/corpus_table.py``. A class-day is

- judged right: as the label says, the measured amount included;
- wrongly kept, wrongly broken: kept or broken, and the label says otherwise;
- needlessly undecided: undecided where the label is kept or broken;
- other: missing, not in the label, not judged, or broken with a wrong amount.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from labels import LAYOUTS, all_labels, judge

if TYPE_CHECKING:
    from collections.abc import Iterable

    from labels import Label

JUDGED = ("judged right", "wrongly kept", "wrongly broken", "needlessly undecided", "other")
COLUMNS = ("sources", "class-days", *JUDGED)


def compare(expected: str | None, actual: str | None) -> str:
    """How right the outcome of a class-day is: one of `JUDGED`. None: no such class-day."""
    if expected == actual:
        return "judged right"
    said = [outcome.split(" ")[0] if outcome else None for outcome in (expected, actual)]
    match said:
        case [_, "kept"]:
            return "wrongly kept"
        case [should, "broken"] if should != "broken":
            return "wrongly broken"
        case ["kept" | "broken", "undecided"]:
            return "needlessly undecided"
        case _:
            return "other"


def count(label: Label) -> Counter[str]:
    """The source and its class-days, those the program alone sees included."""
    actual = judge(label).outcomes
    days = label.outcomes.keys() | actual.keys()
    counts = Counter(compare(label.outcomes.get(day), actual.get(day)) for day in days)
    return counts + Counter({"sources": 1, "class-days": len(days)})


def table(labels: Iterable[Label]) -> list[str]:
    """Lines of the table: one a layout, and all together."""
    by_layout = {layout: Counter[str]() for layout in LAYOUTS}
    for label in labels:
        by_layout[label.layout] += count(label)
    everything = sum(by_layout.values(), Counter[str]())
    rows = [*by_layout.items(), ("all", everything)]
    return [
        _line("layout", COLUMNS),
        _line("---", ["--:"] * len(COLUMNS)),
        *(_line(layout, [counts[column] for column in COLUMNS]) for layout, counts in rows),
    ]


def _line(first: str, cells: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, (first, *cells)))} |"


def main() -> None:
    """Print the table of all labelled logs."""
    print("\n".join(table(all_labels())))


if __name__ == "__main__":
    main()
