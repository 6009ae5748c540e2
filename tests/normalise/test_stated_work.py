"""The form and place that titles, names and notes state for everything under them."""

from __future__ import annotations

import pytest
from made_sheets import entry, table, understand

from homework_check.model import Form, Place
from homework_check.normalise.around.context import read_statement
from homework_check.settings import Settings

BODY = (("学科", "内容", "时长"), ("语文", "练习册", 20))
SHEETS = ("title A1", "sheet", "file")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("口头作业", Form.OTHER),
        ("三（1）班口头作业", Form.OTHER),
        ("城北小学口头作业登记表", Form.OTHER),
        ("二、口头作业", Form.OTHER),
        ("语文口头作业 (2)", Form.OTHER),
        ("第3周口头作业公示（三年级）", Form.OTHER),
        ("三（1）班作业（口头）", Form.OTHER),
        ("Oral homework of class 3", Form.OTHER),
        ("书面作业", Form.WRITTEN),
        ("三（1）班书面作业统计表（9月4日）", Form.WRITTEN),
        ("作业统计（仅含书面作业）", Form.WRITTEN),
        ("各班书面作业总时长（分钟）", Form.WRITTEN),
        ("书面作业预计完成时间", Form.WRITTEN),
        ("三（2）班书面用时", Form.WRITTEN),
        ("笔头作业清单", Form.WRITTEN),
        ("五（3）班书面作业平均完成时间（分钟）", Form.WRITTEN),
        ("各年级书面家庭作业平均时长", Form.WRITTEN),
        ("五年级1班书面作业量统计", Form.WRITTEN),
        ("书面作业总量控制登记表", Form.WRITTEN),
        ("书面作业自查情况汇总", Form.WRITTEN),
        ("书面作业量大", None),
        ("作业登记（书面，单位：分钟）", Form.WRITTEN),
        ("书面", Form.WRITTEN),
        ("【书面】三（2）班作业", Form.WRITTEN),
        ("三（2）班作业_书面", Form.WRITTEN),
        ("作业登记（书面/口语）", None),
        ("作业登记（书面、阅读）", None),
        ("作业登记（书面，阅读）", None),
        ("作业登记（书面 背诵）", None),
        ("书面和口头用时", None),
        ("作业用时（不含书面）", None),
        ("书面整洁评比", None),
        ("三（1）班作业统计表（不含口头作业）", None),
        ("三（1）班作业统计表（不包括口头作业）", None),
        ("三（1）班作业统计表（含口头作业）", None),
        ("作业（包括口头作业）", None),
        ("各科作业及口头作业", None),
        ("作业时长（不计口头作业）", None),
        ("三（1）班 实践作业周", None),
        ("口头作业登记表（各科作业见附表）", None),
        ("不含口头作业", None),
        ("含口头作业", None),
        ("非口头作业", None),
        ("口头作业 - 副本", Form.OTHER),
        ("口头作业除外", None),
        ("口头作业以外", None),
        ("书面作业（不含口头作业）", None),
        ("作业统计（不含书面作业）", None),
        ("作业统计（含书面作业）", None),
        ("作业及书面作业", None),
        ("Homework (excluding oral homework)", None),
    ],
)
@pytest.mark.parametrize("where", SHEETS)
def test_a_form_is_stated_only_by_a_text_that_is_of_it_alone(
    text: str, form: Form | None, where: str
) -> None:
    assert read_statement(text, where, Settings()).form == form


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("一（1）班校内作业 2023年9月4日", Place.SCHOOL),
        ("书面作业（校内完成）", Place.SCHOOL),
        ("作业登记表（校内）", Place.SCHOOL),
        ("校内书面作业", Place.SCHOOL),
        ("书面校内作业登记表", Place.SCHOOL),
        ("在校书面作业", Place.SCHOOL),
        ("课后服务书面作业", Place.SCHOOL),
        ("一（1）班课后服务作业", Place.SCHOOL),
        ("书面作业 均在学校完成", Place.SCHOOL),
        ("完成地点：校内", Place.SCHOOL),
        ("注：书面作业均在校内完成", Place.SCHOOL),
        ("校内作业汇总表", Place.SCHOOL),
        ("课堂作业", Place.LESSON),
        ("三（1）班随堂作业统计表", Place.LESSON),
        ("校内作业副本", Place.SCHOOL),
        ("家庭作业", Place.HOME),
        ("城北小学家庭作业布置情况", Place.HOME),
        ("完成地点：家里", Place.HOME),
        ("均在学校完成", Place.SCHOOL),
        ("书面作业（均在校内完成）", Place.SCHOOL),
        ("书面作业都在课后服务时间完成", Place.SCHOOL),
        ("校内", Place.SCHOOL),
        ("课堂", Place.LESSON),
        ("校内作业2023-09-04", Place.SCHOOL),
        ("书面作业（回家完成）", Place.HOME),
    ],
)
@pytest.mark.parametrize("where", SHEETS)
def test_a_place_is_stated(text: str, place: Place, where: str) -> None:
    stated = read_statement(text, where, Settings())
    assert (stated.place, stated.unplaced) == (place, False)


@pytest.mark.parametrize(
    "text",
    [
        "校内外作业",
        "校内/校外作业登记表",
        "校内和家庭作业",
        "校内、家庭作业登记表",
        "校内作业和家庭作业",
        "家庭作业（校内完成）",
        "完成地点：家庭、校内",
        "书面作业（校内/家庭）",
    ],
)
def test_of_home_and_school_it_is_one_or_the_other(text: str) -> None:
    stated = read_statement(text, "title A1", Settings())
    assert (stated.place, stated.unplaced) == (Place.EITHER, False)
    assert entry(understand((text,), *BODY)).work.place is Place.EITHER


@pytest.mark.parametrize(
    "text",
    [
        "课堂作业与家庭作业登记表",
        "校内、课堂、家庭作业登记表",
        "校内作业（含家庭作业）",
        "作业登记表（不含课堂作业）",
        "部分书面作业在校内完成",
        "作业（不含家庭作业）",
        "非校内作业",
        "完成地点：家庭/学校",
    ],
)
def test_of_other_places_none_is_stated_nor_home_assumed(text: str) -> None:
    stated = read_statement(text, "title A1", Settings())
    assert (stated.place, stated.unplaced) == (None, True)
    log = understand((text,), *BODY)
    assert entry(log).work.place is None
    assert "place" not in table(log).missing


@pytest.mark.parametrize(
    "text",
    [
        "城北学校作业登记表",
        "学校作业公示",
        "作业校内公示表",
        "课外作业",
        "课后服务登记",
        "注：作业应尽量在校内完成",
        "注：一、二年级书面作业在校内完成",
        "说明：书面作业要求在校内完成",
    ],
)
def test_what_is_no_place_of_the_homework_states_none(text: str) -> None:
    stated = read_statement(text, "title A1", Settings())
    assert (stated.place, stated.unplaced) == (None, False)


@pytest.mark.parametrize(
    ("above", "below", "place", "missing"),
    [
        ((), (("注：书面作业均在校内完成",),), Place.SCHOOL, False),
        ((("完成地点", "校内"),), (), Place.SCHOOL, False),
        ((("家庭作业登记表",),), (("注：书面作业均在校内完成",),), Place.EITHER, False),
        ((("课堂作业",),), (("注：书面作业均在校内完成",),), None, False),
        ((("校内作业", "家庭作业"),), (), Place.EITHER, False),
        ((), (("数学", "课堂作业"),), None, True),
        ((), (("注：家长签字",),), None, True),
    ],
)
def test_lines_around_a_table_state_its_place(
    above: tuple[tuple[str, ...], ...],
    below: tuple[tuple[str, ...], ...],
    place: Place | None,
    *,
    missing: bool,
) -> None:
    log = understand(*above, *BODY, *below)
    assert next(iter(log.entries)).work.place == place
    assert ("place" in table(log).missing) is missing


def test_stacked_tables_have_places_of_their_own() -> None:
    log = understand(("校内作业",), *BODY, ("家庭作业",), *BODY, ("三（2）班",), *BODY)
    assert [e.work.place for e in log.entries] == [Place.SCHOOL, Place.HOME, None]
    assert not any("place" in part.missing for part in log.tables)


@pytest.mark.parametrize(
    ("title", "name", "path", "roles"),
    [
        ("三年级2班作业汇总表", "Sheet1", "log.xlsx", {"sums"}),
        ("作业登记表", "三（2）班合计", "log.xlsx", {"sums"}),
        ("作业登记表", "Sheet1", "作业总计.xlsx", {"sums"}),
        ("Homework summary", "Draft", "log.xlsx", {"sums", "version"}),
        ("作业登记表 【修改稿】", "Sheet1", "log.xlsx", {"version"}),
        ("作业登记表", "副本", "log.xlsx", {"version"}),
        ("旧城小学作业计划表", "Sheet1", "旧城小学作业计划.xlsx", set()),
        ("旧城小学作业计划表", "Sheet1", "原稿.xlsx", {"revision"}),
        ("作业登记表", "Sheet1", "第一小学（更正）.xlsx", {"revision"}),
        ("作业登记表", "Sheet1", "第一小学第3周 - 副本.xlsx", {"revision"}),
        ("作业登记表", "Sheet1", "第一小学第3周（补报）.xlsx", set()),
        ("作业登记表（各科合计不超过60分钟）", "Sheet1", r"D:\汇总\log.xlsx", set()),
    ],
)
def test_titles_and_names_say_what_a_table_is_beside_others(
    title: str, name: str, path: str, roles: set[str]
) -> None:
    assert table(understand((title,), *BODY, name=name, path=path)).roles == roles


@pytest.mark.parametrize("layout", ["list", "matrix"])
@pytest.mark.parametrize(
    ("title", "field", "cell", "value", "flaws"),
    [
        ("书面作业", "form", "预习", None, [("unread-form", "")]),
        ("书面作业", "form", "", Form.WRITTEN, []),
        ("书面作业", "form", "口头", Form.OTHER, []),
        ("口头作业", "form", "预习", None, [("unread-form", "")]),
        ("作业", "form", "", None, [("unread-form", "blank")]),
        ("家庭作业", "place", "xyz", None, [("unread-place", "")]),
        ("家庭作业", "place", "", None, [("unread-place", "blank")]),
        ("家庭作业", "place", "学校", Place.SCHOOL, []),
        ("家庭作业", "place", "学校/家庭", Place.EITHER, [("unread-place", "")]),
    ],
)
def test_a_title_says_only_what_a_cell_leaves_open(
    layout: str,
    title: str,
    field: str,
    cell: str,
    value: Form | Place | None,
    flaws: list[tuple[str, str]],
) -> None:
    name, other = ("形式", "口头") if field == "form" else ("地点", "课堂")
    days, amounts = ("日期", "作业内容", "时长"), ("2023-09-04", "抄词", "20")
    if layout == "matrix":
        days, amounts = ("2023-09-04", "2023-09-05", ""), ("抄词20分钟", "", "")
    rows = (("语文", cell, *amounts), ("数学", other, *amounts))
    found = understand((f"三（2）班{title}",), ("学科", name, *days), *rows).entries[0]
    told = [(r.rule, r.case) for r in found.problems if r.field == field]
    assert (getattr(found.work, field), told) == (value, flaws)
