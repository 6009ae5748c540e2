"""The words of marked copies, as files to read: the list in front and every comment.

To renew them after a wanted change: ``pytest tests/marked/test_golden_copies.py
--update-expected``, then read every difference.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
from marked_copies import HEADERS, copy_of, dump

from homework_check.text import Lang

if TYPE_CHECKING:
    from homework_check.text import Lang as Chosen

GOLDEN = Path(__file__).parents[1] / "golden"

ROWS = """\
三年级,1班,2023-09-05,语文,抄写生字,书面,家庭,25,是
三年级,1班,2023-09-05,数学,练习册第5页,书面,家庭,40,否
三年级,2班,2023-09-05,语文,抄写生字,书面,家庭,25,是
三年级,2班,2023-09-05,数学,练习册第5页,书面,家庭,,是
三年级,3班,2023-09-05,语文,"罚抄10遍，家长签字",书面,家庭,45,是
三年级,3班,2023-09-05,数学,练习册第5页,综合,家庭,30,是
三年级,4班,九月初,数学,练习册第5页,书面,家庭,20,是
一年级,1班,2023-09-05,语文,抄写生字,书面,家庭,10,是
四年级,全年级,2023-09-05,语文,抄写生字,书面,家庭,70,是
四年级,1班,2023-09-05,数学,口算,书面,家庭,10,是
四年级,2班,2023-09-05,数学,口算,书面,家庭,10,是
四年级,3班,2023-09-05,数学,口算,书面,家庭,10,是
四年级,4班,2023-09-05,数学,口算,书面,家庭,10,是
五年级,1班,2023-09-05 周三,瑜伽,练习册第5页,书面,家庭,20,是
"""


@pytest.mark.parametrize("lang", get_args(Lang))
def test_a_copy_says_what_the_golden_one_does(
    lang: Chosen, tmp_path: Path, *, update_expected: bool
) -> None:
    source = tmp_path / "第一小学第2周.csv"
    headers = ",".join([*HEADERS[1:], "是否批改"])
    source.write_text(f"第一小学作业登记表\n{headers}\n{ROWS}", "utf-8")
    shown = dump(copy_of(source, lang).content)
    golden = GOLDEN / f"marked.{lang}.txt"
    if update_expected:
        golden.write_text(shown, "utf-8", newline="\n")
    assert shown == golden.read_text("utf-8")
