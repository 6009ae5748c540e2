"""The facts of ``inspect`` as JSON, version 1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from homework_check.messages.inert import inert, quote
from homework_check.report import minutes
from homework_check.reporters.parts import first_row_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.log import Log, SheetLog
    from homework_check.model import Entry
    from homework_check.table import Table

    Json = dict[str, object]


def render_json(logs: Sequence[Log]) -> str:
    """Write everything that was understood, all entries included."""
    facts = {"schema_version": 1, "sources": [_log(log) for log in logs]}
    return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"


def _log(log: Log) -> Json:
    return {
        "path": inert(log.path),
        "status": "unreadable" if log.unreadable else "read",
        "reason": log.unreadable.reason if log.unreadable else None,
        "format": log.format,
        "encoding": log.encoding,
        "sheets": [_sheet(sheet) for sheet in log.sheets],
    }


def _sheet(sheet: SheetLog) -> Json:
    return {
        "name": inert(sheet.name),
        "status": sheet.status,
        "reason": sheet.reason,
        "hidden": sheet.hidden,
        "range": sheet.range,
        "seen": [quote(text) for text in sheet.seen],
        "tables": [_table(entries.table, entries) for entries in sheet.parts],
        "remarks": [
            {"rule": r.rule, "cells": [at.cell for at in r.locations]} for r in sheet.remarks
        ],
    }


def _table(table: Table, entries: Sequence[Entry]) -> Json:
    return {
        "range": table.range,
        "layout": table.layout,
        "header_rows": list(table.header_rows),
        "columns": [
            {
                "letter": use.letter,
                "header": quote(use.header),
                "field": use.field,
                "evidence": use.evidence,
                "counts": dict(use.counts),
            }
            for use in table.columns
        ],
        "inherited": [
            {"field": i.field, "value": quote(i.value), "where": quote(i.where)}
            for i in table.inherited
        ],
        "missing": sorted(table.missing),
        "assumed": sorted(table.assumed),
        "left_out": [
            {"row": first_row_of(left, table), "reason": left.reason} for left in table.left_out
        ],
        "entries": [_entry(entry) for entry in entries],
    }


def _entry(entry: Entry) -> Json:
    """`minutes` and `minutes_at_most` are the least and the greatest; null is unknown."""
    return {
        "row": entry.row,
        "grade": entry.grade,
        "classes": None if entry.classes is None else [quote(name) for name in entry.classes],
        "date": entry.date.isoformat() if entry.date else None,
        "subject": quote(entry.subject) if entry.subject else None,
        "form": entry.work.form.value if entry.work.form else None,
        "place": entry.work.place.value if entry.work.place else None,
        "minutes": minutes(entry.minutes.low),
        "minutes_at_most": None if entry.minutes.high is None else minutes(entry.minutes.high),
        "none": entry.work.none,
        "reported": entry.work.reported,
        "not_understood": [
            {"rule": r.rule, "field": r.field, "value": quote(r.value) if r.value else None}
            for r in entry.problems
        ],
    }
