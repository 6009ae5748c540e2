from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_sheets import entry, minutes, understand

from homework_check.model import Form

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
