"""A copy of a workbook that is read faster says the same as the workbook itself."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from homework_check.readers.merges_first import with_merges_first
from homework_check.readers.package import Package

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

ROOT = Path(__file__).parents[2]
WORKBOOKS = sorted(
    path
    for top in ("tests", "samples")
    for path in (ROOT / top).rglob("*.xlsx")
    if zipfile.is_zipfile(path)
)
SHEET = "xl/worksheets/sheet1.xml"
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ROWS = (
    '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>班级</t></is></c></row>'
    '<row r="3"><c r="B3"><v>20</v></c></row></sheetData>'
)
MERGES = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'


class Known(NamedTuple):
    """What the reader gives of a sheet."""

    name: str
    start: tuple[int, int] | None
    rows: list[list[CellValue]]
    merged: list[tuple[tuple[int, int], tuple[int, int]]] | None


def known(data: io.BytesIO) -> list[Known]:
    with CalamineWorkbook.from_filelike(data) as book:
        sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
        return [Known(s.name, s.start, s.to_python(), s.merged_cell_ranges) for s in sheets]


def workbook(sheet: str, path: str = SHEET) -> bytes:
    """A workbook of one sheet, whose part is `sheet` between the tags of a worksheet."""
    made = io.BytesIO()
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    def related(what: str, target: str) -> str:
        one = f'<Relationship Id="rId1" Type="{kind}/{what}" Target="/{target}"/>'
        return f'<Relationships xmlns="{relations}">{one}</Relationships>'

    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", related("officeDocument", "xl/workbook.xml"))
        archive.writestr("xl/_rels/workbook.xml.rels", related("worksheet", path))
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{NAMESPACE}" xmlns:r="{kind}"><sheets>'
            '<sheet name="登记" sheetId="1" r:id="rId1"/></sheets></workbook>',
        )
        archive.writestr(path, f'<worksheet xmlns="{NAMESPACE}">{sheet}</worksheet>')
    return made.getvalue()


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.name)
def test_workbooks_say_the_same(path: Path) -> None:
    data = path.read_bytes()
    assert known(io.BytesIO(with_merges_first(Package(data)))) == known(io.BytesIO(data))


@pytest.mark.parametrize(
    ("sheet", "changes"),
    [
        (ROWS + MERGES, True),
        (ROWS, True),
        (f'<dimension ref="A1:B3"/><cols/>{ROWS}<autoFilter ref="A1"/>{MERGES}<legacy/>', True),
        (MERGES + ROWS, False),
        (ROWS.replace("班级", "mergeCells") + MERGES, True),
        (ROWS.replace("班级", "好！!") + MERGES, True),
        (f"{ROWS}<?words {MERGES}?>", False),
        (f"{ROWS}<pageMargins>", False),
        (f"{ROWS}</pageMargins>{MERGES}", False),
        (ROWS + '<mergeCells count="0"/>', False),
        (f"<sheetData/>{MERGES}", False),
        (f"<cols><mergeCells/></cols>{ROWS}{MERGES}", False),
        (f"<!-- <sheetData> -->{ROWS}{MERGES}", False),
        (f"{ROWS}<!-- </sheetData>{MERGES} -->", False),
        (ROWS.replace("班级", "<![CDATA[</sheetData><mergeCells>]]>") + MERGES, False),
        (ROWS.replace("班级", "&lt;/sheetData>") + MERGES, True),
    ],
)
def test_only_what_is_written_as_usual_is_changed(sheet: str, *, changes: bool) -> None:
    data = workbook(sheet)
    changed = with_merges_first(Package(data))
    assert (changed != data) == changes
    if changes:
        assert known(io.BytesIO(changed)) == known(io.BytesIO(data))


@pytest.mark.parametrize("path", ["xl/worksheets/Sheet-A.xml", "xl/tables/own.xml"])
def test_sheets_have_any_place_in_the_package(path: str) -> None:
    data = workbook(ROWS + MERGES, path)
    assert known(io.BytesIO(with_merges_first(Package(data)))) == known(io.BytesIO(data))


def test_a_sheet_that_is_there_twice_is_left_alone() -> None:
    twice = io.BytesIO(workbook(ROWS + MERGES))
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(twice, "a") as archive:
        archive.writestr(SHEET, "<worksheet/>")
    assert with_merges_first(Package(twice.getvalue())) == twice.getvalue()


@pytest.mark.parametrize("damage", [b"\xff" * 40, b""])
def test_a_part_that_cannot_be_unpacked_is_left_to_the_reader(damage: bytes) -> None:
    """It may be one that the workbook never uses."""
    made = io.BytesIO(workbook(ROWS + MERGES))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("xl/worksheets/old.xml", "unused" * 10)
    data = made.getvalue().replace(b"unused" * 10, (damage + b"unused" * 10)[:60])
    changed = with_merges_first(Package(data))
    assert known(io.BytesIO(changed)) == known(io.BytesIO(data))
    assert known(io.BytesIO(changed))[0].merged == [((0, 0), (1, 1))]


def test_a_large_sheet_stays_packed() -> None:
    data = workbook(ROWS + " " * 9_000_000 + MERGES)
    changed = with_merges_first(Package(data))
    assert len(data) < len(changed) < 3 * len(data)
    assert known(io.BytesIO(changed)) == known(io.BytesIO(data))


def test_other_parts_are_kept() -> None:
    data = workbook(ROWS + MERGES)
    with zipfile.ZipFile(io.BytesIO(with_merges_first(Package(data)))) as new:
        assert new.testzip() is None
        with zipfile.ZipFile(io.BytesIO(data)) as old:
            assert sorted(new.namelist()) == sorted(old.namelist())
            for name in {*old.namelist()} - {SHEET}:
                assert new.read(name) == old.read(name)


CELLS = st.tuples(st.integers(1, 12), st.integers(1, 8))


@given(st.lists(st.tuples(CELLS, CELLS), max_size=4), st.lists(CELLS, max_size=6, unique=True))
def test_any_rows_and_ranges_say_the_same(
    spans: list[tuple[tuple[int, int], tuple[int, int]]], filled: list[tuple[int, int]]
) -> None:
    rows = "".join(
        f'<row r="{row}"><c r="{chr(64 + column)}{row}"><v>{row * column}</v></c></row>'
        for row, column in sorted(filled)
    )
    merges = "".join(
        f'<mergeCell ref="{chr(64 + min(a[1], b[1]))}{min(a[0], b[0])}:'
        f'{chr(64 + max(a[1], b[1]))}{max(a[0], b[0])}"/>'
        for a, b in spans
    )
    data = workbook(f"<sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells>")
    assert known(io.BytesIO(with_merges_first(Package(data)))) == known(io.BytesIO(data))
