"""What stands in a column of remarks beside the rows of a matrix, or in a row of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.normalise.body import as_written
from homework_check.normalise.headers.header import read_header
from homework_check.normalise.values.entry_remarks import read_entry_remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homework_check.normalise.body import Body
    from homework_check.normalise.matrices.header import MatrixHeader
    from homework_check.normalise.matrices.row_heads import RowHead
    from homework_check.normalise.values.entry_remarks import EntryRemark
    from homework_check.settings import Settings
    from homework_check.workbook import CellValue


def with_remarks(
    rows: Sequence[RowHead], body: Body, header: MatrixHeader, settings: Settings
) -> Iterator[RowHead]:
    """The rows with what is remarked on them, which may be where their work is done."""
    heads = enumerate(map(as_written, header.texts))
    notes = [i for i, text in heads if read_header(text, settings.columns).field == "note"]
    for row in rows:
        read = (read_entry_remark(body.columns[i][row.at]) for i in notes)
        remark = next(filter(None, read), None)
        if remark is None:
            yield row
            continue
        # Of the work of a whole row, minutes are as likely more as they are those of one.
        case = "added" if remark.case == "stated" else remark.case
        yield _with(row, remark._replace(case=case))


def with_own_remark(row: RowHead, cell: CellValue) -> RowHead:
    """A row as it heads a box on which a `cell` of its own remarks something."""
    remark = read_entry_remark(cell)
    return _with(row, remark) if remark else row


def _with(row: RowHead, remark: EntryRemark) -> RowHead:
    return row._replace(
        form=row.form or remark.form,
        place=row.place or remark.place,
        layer=row.layer or remark.layer,
        remark=remark,
    )
