"""Laws of looking for errors and open formulas: no cell of the XML escapes, whoever wrote it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from homework_check.readers.placed import Placed
from homework_check.readers.uncalculated.xlsx import _has_marks, _uncalculated

QUOTES = st.sampled_from(["'", '"'])
PREFIXES = st.sampled_from(["", "x:"])
# Letters of marks, and texts that look like them.
TEXTS = st.sampled_from(["语文", "if else", "A:f", "&lt;f", "t=&quot;e&quot;", "c f e", ""])

Cell = tuple[str, str, str | None]
"""Attributes, inside with ``P`` for the prefix, and what stands for the value (None: nothing)."""


@st.composite
def cells(draw: st.DrawFn) -> Cell:
    text, formula = draw(TEXTS), draw(st.sampled_from(["10+10", "A1:f5", "row c"]))
    extra = draw(st.sampled_from(["", ' s="1"', ' cm="1" ph="0"', " s='3'"]))
    return draw(
        st.sampled_from(
            [
                (extra, f"<Pv>{text}</Pv>", None),
                (f'{extra} t="inlineStr"', f"<Pis><Pt>{text}</Pt></Pis>", None),
                (f'{extra} t="e"', "<Pv>#N/A</Pv>", "#N/A"),
                (f'{extra} t="e"', "", "#N/A"),
                (f'{extra} t="e"', f"<Pf>{formula}</Pf><Pv>#REF!</Pv>", "#REF!"),
                (extra, f"<Pf>{formula}</Pf>", f"={formula}"),
                (extra, f'<Pf t="shared" si="0">{formula}</Pf><Pv></Pv>', f"={formula}"),
                (extra, f"<Pv/><Pf>{formula}</Pf>", f"={formula}"),
                (extra, '<Pf t="shared" si="0"/>', "="),
                (extra, f"<Pf>{formula}</Pf><Pv>20</Pv>", None),
                (f'{extra} t="str"', f"<Pf>{formula}</Pf><Pv></Pv>", None),
            ]
        )
    )


@st.composite
def rows(draw: st.DrawFn) -> list[list[Cell]]:
    return draw(st.lists(st.lists(cells(), min_size=1, max_size=6), min_size=1, max_size=4))


@given(rows(), PREFIXES, QUOTES)
def test_every_error_and_every_open_formula_is_found(
    made: list[list[Cell]], prefix: str, quote: str
) -> None:
    written, expected = "", []
    for number, row in enumerate(made, start=1):
        written += f'<Prow r="{number}">'
        for column, (attributes, inside, value) in enumerate(row, start=1):
            written += f'<Pc r="{"ABCDEF"[column - 1]}{number}"{attributes}>{inside}</Pc>'
            expected += [Placed(number, column, value)] if value else []
        written += '<Pc r="G1" s="1"/></Prow>'
    xml = f'<Pworksheet><Pdimension ref="A1:F9"/><PsheetData>{written}</PsheetData></Pworksheet>'
    part = xml.replace("<P", f"<{prefix}").replace("</P", f"</{prefix}").replace('"', quote)
    assert list(_uncalculated(part.encode())) == expected
    assert _has_marks(part.encode()) or not expected


def test_what_excel_says_of_rows_is_no_mark() -> None:
    row = '<row r="1" spans="1:2" customFormat="1" x14ac:dyDescent="0.2"><c r="A1" t="s"/></row>'
    part = f"<worksheet><sheetData>{row}</sheetData></worksheet>".encode()
    assert not _has_marks(part)
    assert _has_marks(part.replace(b'<c r="A1" t="s"/>', b'<c r="A1"><f>1+1</f></c>'))
