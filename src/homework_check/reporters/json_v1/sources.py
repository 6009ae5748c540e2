"""The sources of the JSON report: what was read, how it was understood, what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from homework_check.messages.inert import inert
from homework_check.reporters.json_v1.models import Model
from homework_check.reporters.parts import first_row_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from homework_check.log import Log, SheetLog
    from homework_check.table import Table


class LeftOutV1(Model):
    """A row that is no entry, and why."""

    row: int
    reason: str


class TableV1(Model):
    """A log in a sheet. `columns`: field -> letter, letters with commas where several give it."""

    range: str
    layout: Literal["list", "week-matrix", "class-matrix"]
    header_rows: tuple[int, ...]
    entries: int
    columns: dict[str, str]
    inherited: dict[str, str]
    left_out: tuple[LeftOutV1, ...]


class SheetV1(Model):
    """A sheet; `reason` says why a ``no-log`` is none."""

    name: str
    status: Literal["read", "empty", "no-log"]
    reason: str | None
    hidden: bool
    tables: tuple[TableV1, ...]


class SourceV1(Model):
    """A file the user named or a folder held; `reason` says why it is unreadable.

    `told_with_school`: it holds no log, and counts with its school, of which nothing was read.
    """

    path: str
    status: Literal["read", "partly-read", "unreadable", "duplicate"]
    reason: str | None
    sha256: str | None
    told_with_school: bool
    sheets: tuple[SheetV1, ...]


class PassedOverV1(Model):
    """A file that is certainly no log."""

    path: str
    reason: str


def source_v1(log: Log, copies: Collection[str], *, told_with_school: bool) -> SourceV1:
    """Copy a source into its public shape. `copies`: paths of those that were left out."""
    reasons = {sheet.reason for sheet in log.sheets if sheet.status == "no-log"}
    status: Literal["read", "partly-read", "unreadable", "duplicate"] = "read"
    if log.unreadable is not None:
        status = "unreadable"
    elif log.path in copies:
        status = "duplicate"
    elif "pupil-records" in reasons and any(sheet.tables for sheet in log.sheets):
        status = "partly-read"
    return SourceV1(
        path=inert(log.path),
        status=status,
        reason=log.unreadable.reason if log.unreadable else None,
        sha256=log.sha256,
        told_with_school=told_with_school,
        sheets=tuple(_sheet(sheet) for sheet in log.sheets),
    )


def _sheet(sheet: SheetLog) -> SheetV1:
    return SheetV1(
        name=inert(sheet.name),
        status=sheet.status,
        reason=sheet.reason,
        hidden=sheet.hidden,
        tables=tuple(_table(part.table, part.count_homework()) for part in sheet.parts),
    )


def _table(table: Table, entries: int) -> TableV1:
    columns: dict[str, str] = {}
    for use in table.columns:
        if use.field is not None:
            before = columns.get(use.field)
            columns[use.field] = f"{before},{use.letter}" if before else use.letter
    return TableV1(
        range=table.range,
        layout=table.layout,
        header_rows=table.header_rows,
        entries=entries,
        columns=columns,
        inherited={inherited.field: inert(inherited.where) for inherited in table.inherited},
        left_out=tuple(
            LeftOutV1(row=first_row_of(x, table), reason=x.reason) for x in table.left_out
        ),
    )
