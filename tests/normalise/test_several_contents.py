from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_sheets import entry, minutes, table, understand

from homework_check.model import Form, Place

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

TITLE = ("三年级书面作业 2023年9月4日",)


@pytest.mark.parametrize(
    ("heads", "parts"),
    [
        (("A层作业", "A层时长", "B层作业", "B层时长"), [(None, "A"), (None, "B")]),
        (("A层作业", "B层作业", "A层时长", "B层时长"), [(None, "A"), (None, "B")]),
        (("基础作业", "时长", "提高作业", "时长"), [("required", None), ("optional", None)]),
        (("作业1", "时长", "作业2", "时长"), [(None, None)] * 2),
        (("作业内容1", "时长1（分钟）", "作业内容2", "时长2（分钟）"), [(None, None)] * 2),
        (("作业一", "时长一", "作业二", "时长二"), [(None, None)] * 2),
    ],
)
def test_contents_and_minutes_side_by_side_go_together(
    heads: tuple[str, ...], parts: list[tuple[str | None, str | None]]
) -> None:
    beside = heads.index(heads[0]) + 1
    paired = "时长" in heads[beside]
    cells: tuple[CellValue, ...] = ("抄写", 20, "作文", 41)
    cells = cells if paired else ("抄写", "作文", 20, 41)
    log = understand(TITLE, ("班级", "学科", *heads), ("三（1）班", "语文", *cells))
    assert [(one.work.choice, one.work.layer) for one in log.entries] == parts
    assert [one.content for one in log.entries] == ["抄写", "作文"]
    assert minutes(log) == [20, 41]


@pytest.mark.parametrize(
    "heads",
    [
        ("1班内容", "时长", "2班内容", "时长"),
        ("三（1）班作业", "三（1）班时长", "三（2）班作业", "三（2）班时长"),
        ("一班作业内容", "用时", "二班作业内容", "用时"),
    ],
)
def test_contents_and_minutes_are_of_the_class_in_their_headers(heads: tuple[str, ...]) -> None:
    rows = (("语文", "抄写", 20, "作文", 41), ("数学", "口算", 10, "", ""))
    log = understand(TITLE, ("学科", *heads), *rows)
    read = [(one.subject, one.grade, one.classes) for one in log.entries]
    assert read == [("语文", 3, ("1",)), ("语文", 3, ("2",)), ("数学", 3, ("1",))]
    assert minutes(log) == [20, 41, 10]


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        (("作业内容", "1班时长", "2班时长"), ("抄写", 20, 30)),
        (("班级", "1班内容", "时长", "2班内容", "时长"), ("三（1）班", "抄写", 20, "作文", 30)),
    ],
)
def test_what_classes_share_or_contradict_is_not_added_up(
    heads: tuple[str, ...], cells: tuple[CellValue, ...]
) -> None:
    log = understand(TITLE, ("学科", *heads), ("语文", *cells))
    assert minutes(log) == [None]
    assert "ambiguous-column" in {remark.rule for remark in log.remarks}


@pytest.mark.parametrize(
    ("names", "known"),
    [
        (("作业1", "作业2"), True),
        (("基础性作业", "弹性作业"), True),
        (("书面作业", "口头作业"), False),
        (("A层作业", "B层作业"), False),
    ],
)
def test_minutes_behind_contents_may_be_of_all_of_them(
    names: tuple[str, str], *, known: bool
) -> None:
    row = ("三（1）班", "语文", "抄写", "作文", 41)
    log = understand(TITLE, ("班级", "学科", *names, "时长"), row)
    assert minutes(log) == [41]
    assert ("ambiguous-column" in {remark.rule for remark in log.remarks}) is not known


@pytest.mark.parametrize(
    ("names", "cells", "expected"),
    [
        (("作业1", "作业2"), ("无", "抄写", 70), ("抄写", 70, Form.WRITTEN)),
        (("作业1", "作业2"), ("抄写", "—", 70), ("抄写", 70, Form.WRITTEN)),
        (("基础作业", "弹性作业"), ("无", "抄写", 70), ("抄写", 70, Form.WRITTEN)),
        (("作业1", "作业2"), ("无", "无", ""), ("无", 0, Form.WRITTEN)),
        (("作业1", "作业2"), ("", "作文", 41), ("作文", 41, Form.WRITTEN)),
        (
            ("作业1", "作业2"),
            ("抄写10分钟", "练习70分钟", ""),
            ("抄写10分钟；练习70分钟", 80, Form.WRITTEN),
        ),
        (
            ("作业1", "作业2"),
            ("口头：朗读", "书面：抄写", 70),
            ("口头：朗读；书面：抄写", 70, Form.WRITTEN),
        ),
    ],
)
def test_contents_with_one_time_are_read_together(
    names: tuple[str, ...], cells: tuple[CellValue, ...], expected: tuple[str, float, Form]
) -> None:
    log = understand(TITLE, ("班级", "学科", *names, "时长"), ("三（1）班", "语文", *cells))
    assert (entry(log).content, *minutes(log), entry(log).work.form) == expected
    assert entry(log).work.choice is None


@pytest.mark.parametrize(
    ("names", "form", "place"),
    [
        (("课堂作业", "课后作业"), Form.WRITTEN, None),
        (("课内作业", "课外作业"), Form.WRITTEN, None),
        (("口头作业", "课后作业"), None, None),
        (("口头作业", "书面作业"), None, None),
    ],
)
def test_minutes_of_contents_that_differ_are_of_no_certain_form_or_place(
    names: tuple[str, str], form: Form | None, place: Place | None
) -> None:
    log = understand(TITLE, ("班级", "学科", *names, "时长"), ("三（1）班", "语文", "读", "写", 41))
    assert (entry(log).work.form, entry(log).work.place) == (form, place)
    torn = "form" if form is None else "place"
    assert torn not in table(log).missing
    assert {remark.rule for remark in log.remarks} == {"ambiguous-column"}


@pytest.mark.parametrize(
    ("heads", "cells", "read"),
    [
        (("课堂作业", "时长", "课后作业", "时长"), ("写", 20, "读", 41), [("写", 20), ("读", 41)]),
        (
            ("课堂作业", "课后作业", "课堂时长", "课后时长"),
            ("写", "读", 20, 41),
            [("写", 20), ("读", 41)],
        ),
        (("预习作业", "课后作业", "时长"), ("读", "写", 41), [("读；写", 41)]),
        (("课后作业", "时长"), ("写", 41), [("写", 41)]),
        (("作业内容", "补充作业"), ("写20分钟", "读41分钟"), [("", None)]),
        (("预习作业", "课后作业", "总时长"), ("读", "写", 41), [("读", None), ("写", None)]),
        (("作业内容", "未交作业", "时长"), ("写", "无", 41), [("写", 41)]),
    ],
)
def test_words_that_tell_tasks_apart_head_contents(
    heads: tuple[str, ...], cells: tuple[CellValue, ...], read: list[tuple[str, float | None]]
) -> None:
    log = understand(TITLE, ("班级", "学科", *heads), ("三（1）班", "语文", *cells))
    assert [*zip([one.content for one in log.entries], minutes(log), strict=True)] == read
