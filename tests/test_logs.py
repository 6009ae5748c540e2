"""Labelled logs: what teachers and exports really make, with the right judgement beside it.

To renew how sources are understood after a wanted change (only those that are judged
right): ``pytest tests/test_logs.py --update-expected``, then read every difference.
"""

from __future__ import annotations

from contextlib import chdir
from functools import cache

import pytest
from in_process import Here
from labels import LAYOUTS, LOGS, Judged, Label, all_labels, asked_for, differences, judge

from homework_check import pipeline
from homework_check.reporters import View, inspection

LABELS = {label.name: label for label in all_labels()}


@cache
def judged(name: str) -> Judged:
    return judge(LABELS[name])


def understood(label: Label) -> str:
    """How ``inspect`` shows the source of `label`."""
    with chdir(LOGS):
        logs = pipeline.inspect(asked_for(label), Here())
    return inspection.render(logs, "text", "zh", View(width=80))


@pytest.mark.parametrize("name", LABELS)
def test_log_is_judged_as_its_label_says(name: str) -> None:
    found = [*differences(LABELS[name], judged(name))]
    assert not found, "\n".join([LABELS[name].about, *found])


@pytest.mark.parametrize("name", LABELS)
def test_log_is_understood_as_before(name: str, *, update_expected: bool) -> None:
    label = LABELS[name]
    if update_expected and not [*differences(label, judged(name))]:
        label.inspection.write_text(understood(label), "utf-8", newline="\n")
    assert understood(label) == label.inspection.read_text("utf-8")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_has_labels(layout: str) -> None:
    assert any(label.layout == layout for label in LABELS.values())


def test_every_source_has_a_label_of_a_known_layout() -> None:
    assert {label.layout for label in LABELS.values()} <= {*LAYOUTS}
    kept = {label.source for label in LABELS.values()}
    sources = {
        LOGS.joinpath(*path.relative_to(LOGS).parts[:2])
        for path in LOGS.rglob("*")
        if path.is_file()
        and path.parent != LOGS
        and not path.name.endswith((".label.toml", ".inspect.txt"))
    }
    assert sources == kept


@pytest.mark.parametrize("name", LABELS)
def test_log_is_small(name: str) -> None:
    source = LABELS[name].source
    files = [source] if source.is_file() else [p for p in source.rglob("*") if p.is_file()]
    assert all(file.stat().st_size < 15_000 for file in files)
