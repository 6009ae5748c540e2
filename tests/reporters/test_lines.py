from __future__ import annotations

from homework_check.reporters.lines import Column, Line, Span, paragraph, plain, render, table


def texts(lines: list[Line]) -> list[str]:
    return render(lines, color=False).splitlines()


def rows(*cells: tuple[str, ...]) -> list[list[Span]]:
    return [[Span(cell) for cell in row] for row in cells]


def test_columns_line_up_by_terminal_cells() -> None:
    columns = [Column("班级"), Column("n", right=True)]
    laid = table(columns, rows(("三年级2班", "5"), ("火箭", "10")), 79)
    assert [texts(lines) for lines in laid] == [
        ["  班级        n"],
        ["  三年级2班   5"],
        ["  火箭       10"],
    ]


def test_a_name_too_long_for_its_column_gets_a_line_of_its_own() -> None:
    columns = [Column(), Column(flexible=True), Column(right=True)]
    laid = table(columns, rows(("1", "短", "90/90"), ("2", "很长的学校名称", "0/60")), 20)
    assert [texts(lines) for lines in laid] == [
        [],
        ["  1  短  90/90"],
        ["  2  很长的学校名称", "          0/60"],
    ]


def test_a_last_column_that_wraps_keeps_its_place() -> None:
    columns = [Column(), Column(wraps=True)]
    laid = table(columns, rows(("A", "没有作业登记的表头见到日期早餐午餐价格和其他")), 36)
    assert [texts(lines) for lines in laid][1] == [
        "  A  没有作业登记的表头见到日期早餐",
        "     午餐价格和其他",
    ]


def test_a_name_leaves_room_for_the_text_behind_it() -> None:
    columns = [Column(flexible=True), Column(wraps=True)]
    name, text = "某县某镇很长很长很长的学校名称", "没有作业登记的表头，见到日期、早餐、午餐和价格"
    laid = table(columns, rows((name, text), ("短", "无")), 66)
    assert [texts(lines) for lines in laid][1:] == [
        [f"  {name}", "      没有作业登记的表头，见到日期、早餐、午餐和价格"],
        ["  短  无"],
    ]


def test_addresses_stand_out_in_colour() -> None:
    coloured = render(paragraph("数学30（H12）、H11:H13", 79), color=True)
    assert coloured == "数学30（\x1b[36mH12\x1b[0m）、\x1b[36mH11:H13\x1b[0m\n"


def test_trailing_blanks_go() -> None:
    assert render([(Span("a "), Span("  ", "over"))], color=True) == "a\n"
    assert render([plain()], color=True) == "\n"
