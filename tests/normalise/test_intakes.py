from __future__ import annotations

import pytest
from made_sheets import HEADER, entry, understand

from homework_check.normalise.around.intakes import Stages, in_grades
from homework_check.settings import SchoolSystem, Settings

SIX_THREE, FIVE_FOUR = SchoolSystem.SIX_THREE, SchoolSystem.FIVE_FOUR


@pytest.mark.parametrize(
    ("text", "school", "system", "expected"),
    [
        ("2021级1班", "银桥小学", SIX_THREE, "3年级1班"),
        ("21级（1）班", "银桥小学", SIX_THREE, "3年级（1）班"),
        ("2023级1班", "银桥小学", SIX_THREE, "1年级1班"),
        ("2018级1班", "银桥小学", SIX_THREE, "6年级1班"),
        ("2018级1班", "银桥小学", FIVE_FOUR, None),
        ("2017级1班", "银桥小学", SIX_THREE, None),
        ("2024级1班", "银桥小学", SIX_THREE, None),
        ("2026级1班", "银桥小学", SIX_THREE, None),
        ("2022级1班", "长岭初级中学", SIX_THREE, "8年级1班"),
        ("2022级1班", "长岭初级中学", FIVE_FOUR, "7年级1班"),
        ("2022级1班", "长岭中学", SIX_THREE, None),
        ("2022级1班", "长岭学校", SIX_THREE, None),
        ("2022级1班", None, SIX_THREE, None),
        ("初2022级1班", "长岭中学", SIX_THREE, "8年级1班"),
        ("小2022级1班", "长岭学校", SIX_THREE, "2年级1班"),
        ("高2022级1班", "长岭中学", SIX_THREE, None),
        ("高2022级1班", "长岭初级中学", SIX_THREE, None),
    ],
)
def test_a_year_of_entry_is_a_grade_where_the_stage_is_certain(
    text: str, school: str | None, system: SchoolSystem, expected: str | None
) -> None:
    assert in_grades(text, 2023, Stages(school, system)) == (expected or text)
    assert in_grades(text, None, Stages(school, system)) == text


@pytest.mark.parametrize(
    ("title", "cls", "grade"),
    [
        ("银桥小学作业公示", "2021级1班", 3),
        ("银桥小学作业公示（2023-2024学年）", "2021级1班", 3),
        ("作业公示", "2021级1班", None),
        ("作业公示", "小2021级1班", 3),
        ("银桥小学作业公示", "2021届1班", None),
    ],
)
def test_columns_of_classes(title: str, cls: str, grade: int | None) -> None:
    log = understand((title,), HEADER, ("2023-09-04", cls, "语文", "练习册", "书面", 20))
    assert entry(log).grade == grade


@pytest.mark.parametrize(
    ("title", "grade"),
    [
        ("银桥小学2021级1班作业公示（2023年9月4日）", 3),
        ("银桥小学2021级1班作业公示（2024年3月4日）", 3),
        ("银桥小学2021级1班作业公示（2024年9月4日）", 4),
        ("银桥小学2021级1班2023-2024学年作业公示", 3),
        ("银桥中学2021级1班作业公示（2023年9月4日）", None),
    ],
)
def test_titles(title: str, grade: int | None) -> None:
    rows = ("日期", *HEADER[2:]), ("9月4日", "语文", "练习册", "书面", 20)
    assert entry(understand((title,), *rows, settings=Settings())).grade == grade
