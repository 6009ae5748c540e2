"""Reports of offices as `merge` reads them, made small."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from homework_check.merge import Named, parse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

RULE = "upper-primary-daily-minutes"


def school(
    name: str | None, county: str | None = None, counts: Sequence[int] = (5, 0, 0), **more: object
) -> dict[str, Any]:
    """A school with one tally: class-days kept, broken and undecided."""
    kept, broken, undecided = counts
    verdict = "broken" if broken else "undecided" if undecided else "kept"
    tally = {"rule": RULE, "aspect": "time", "unit": "class-day", "kept": kept, "broken": broken,
             "undecided": undecided, "not_judged": 1}  # fmt: skip
    made = {
        "school": name,
        "county": county,
        "source": None,
        "verdict": verdict,
        "standing": verdict,
        "class_count": 2,
        "entry_count": 9,
        "tallies": [tally],
    }
    return made | more


def document(
    schools: Sequence[Mapping[str, Any]],
    days: Sequence[str | None] = ("2023-09-04", "2023-09-08"),
    **more: object,
) -> dict[str, Any]:
    """A JSON report of `schools`, whose logs cover `days`."""
    verdicts = {school["verdict"] for school in schools}
    worst = next((v for v in ("broken", "undecided", "kept") if v in verdicts), "undecided")
    made: dict[str, Any] = {
        "schema_version": 1,
        "tool": {"name": "homework-check", "version": "0.1.0"},
        "generated_at": "2023-09-10T08:00:00+08:00",
        "rule_pack": {"id": "cn-2021", "title": {"zh": "国家", "en": "national"}, "rules": [RULE]},
        "settings": {"meets": None, "ignored": [], "period": {"from": None, "to": None}},
        "verdict": worst,
        "coverage": {"from": days[0], "to": days[1], "classes": 2},
        "schools": schools,
        "sources": [{"path": "a.csv", "status": "read", "sheets": [{"status": "read"}]}],
        "findings": [{"what": "is passed over"}],
    }
    return made | more


def named(path: str, schools: Sequence[Mapping[str, Any]], **more: Any) -> Named:
    """A report that was read from `path`."""
    return Named(path, parse(path, json.dumps(document(schools, **more)).encode()))
