"""Whole terminal reports, as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rendered import as_text
from sample_reports import SAMPLES

from homework_check.reporters import View

if TYPE_CHECKING:
    from homework_check.text import Lang

NO_LOG_ZH = """\
没有判断  食堂第2周菜单.xlsx

  没有找到作业登记表，所以没有作任何判断（不等于达标）。

看到的内容
  工作表     范围   情况
  第2周菜单  A1:F9  没有作业登记的表头；见到：日期、早餐、午餐、价格
  Sheet2            空表

怎么办
  - 选错了文件：请换成作业登记表再试。
  - 就是作业登记表：看看程序读到了什么
      homework-check inspect 食堂第2周菜单.xlsx
"""

NO_LOG_EN = """\
NOT JUDGED  食堂第2周菜单.xlsx

  No homework log was found, so nothing was judged. This is not a pass.

What is in the files
  Sheet      Range  Status
  第2周菜单  A1:F9  no headers of a homework log; seen: 日期, 早餐, 午餐, 价格
  Sheet2            empty

What to do
  - Wrong file? Pick the homework log and run again.
  - It is a homework log? See how it was read:
      homework-check inspect 食堂第2周菜单.xlsx
"""

UNREADABLE_ZH = """\
没有判断  第2周.xlsx

  文件无法读取，所以没有作任何判断（不等于达标）。

怎么办
  - 第2周.xlsx有密码，打不开。请取消密码，另存为xlsx后重报。
"""


@pytest.mark.parametrize(
    ("name", "lang", "text"),
    [
        ("no-log", "zh", NO_LOG_ZH),
        ("no-log", "en", NO_LOG_EN),
        ("unreadable", "zh", UNREADABLE_ZH),
    ],
)
def test_nothing(name: str, lang: Lang, text: str) -> None:
    assert as_text(SAMPLES[name](), "text", lang, View()) == text
