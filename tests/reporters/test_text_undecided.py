"""Whole terminal reports, as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rendered import as_text
from sample_reports import SAMPLES

from homework_check.reporters import View

if TYPE_CHECKING:
    from homework_check.text import Lang

NO_MINUTES_ZH = """\
待核  第一小学  2023年9月4日至9月8日  5个班

  4个班日：达标0，未达标0，待核4。（1个班1天算1个班日）
  请核实下面1处。

待核：1处（没有算作达标）
  1     表中没有“时长”一列，涉及4个班日，不能判断。表头在第3行：年级、班级、
        日期。
        建议：在登记表中加一列“预计时长（分钟）”。已有这一列、只是没认出来
              的，请把表头改成这样。

各项情况
  项目      单位  达标  未达标  待核  合计  达标率
  作业时间  班日     0       0     4     4    0.0%  （0/4）
  作业公示  表中没有“公示”一列，没有判断

说明
  - 时长是教师填报的预计时长，不是学生实际用时。单元格都在“作业登记”表。
  - 登记范围：5个教学日中5个有登记，5个班，25个班日。
  - 没有核对漏报。想列出没有填报的班级和日期，请加：--week 2023-09-04
  - 假定：表中没有“完成地点”，按在家完成算，这是规则包的假定（影响5个班日）。
  - 依据：国家“双减”规定和贵港市2023年的要求（guigang-2023），六三学制。
  - 读了1个文件、1张工作表、78条作业；没有计入：5行合计、1行签字或说明。
  - 跳过了1个不是登记表的文件。
"""

NO_FORM_ZH = """\
待核  第一小学  2023年9月4日至9月8日  5个班

  20个班日：达标18，未达标0，待核2。（1个班1天算1个班日）
  请核实下面1处。

待核：1处（没有算作达标）
  1     表中没有“作业形式”一列，分不出书面作业。把所有作业都算上也不超过上限
        的，已判达标；下面2个班日要看形式才能判断。
        班级       日期         全部作业    上限  要补填的单元格
        四年级1班  9月5日 周二    70分钟  60分钟  H14、H15
        五年级2班  9月5日 周二    85分钟  60分钟  H31:H35
        建议：加一列“作业形式”，写书面、口头、阅读或实践，或写在每项后面的括
              号里。登记的全是书面作业的，请在标题写“书面作业”，或加：
              --assume form=written

各项情况
  项目      单位  达标  未达标  待核  合计  达标率
  作业时间  班日    18       0     2    20   90.0%  （18/20）
  作业公示  表中没有“公示”一列，没有判断

说明
  - 时长是教师填报的预计时长，不是学生实际用时。单元格都在“作业登记”表。
  - 登记范围：5个教学日中5个有登记，5个班，25个班日。
  - 没有核对漏报。想列出没有填报的班级和日期，请加：--week 2023-09-04
  - 假定：表中没有“完成地点”，按在家完成算，这是规则包的假定（影响5个班日）。
  - 依据：国家“双减”规定和贵港市2023年的要求（guigang-2023），六三学制。
  - 读了1个文件、1张工作表、78条作业；没有计入：5行合计、1行签字或说明。
  - 跳过了1个不是登记表的文件。
"""

NO_FORM_EN = """\
UNDECIDED  第一小学  4-8 September 2023  5 classes

  20 class-days: 18 met, 0 not met, 2 undecided. (A class-day is one class on
  one date.)
  Please check the 1 item below.

To check: 1 (not counted as met)
  1    No column says which homework is written. Where all of it together is
       within the limit, the class-day is met; the form decides 2 class-days:
       Class            Date       All work   Limit  Cells to complete
       Grade 4 Class 1  Tue 5 Sep    70 min  60 min  H14, H15
       Grade 5 Class 2  Tue 5 Sep    85 min  60 min  H31:H35
       Advice:  Add a column 作业形式 (书面, 口头, 阅读 or 实践), or say it in
                brackets behind each. If all of it is written, put 书面作业
                into the title, or add --assume form=written

By aspect
  Aspect   Unit        Met  Not met  Undecided  Total   Rate
  Time     class-days   18        0          2     20  90.0%  (18/20)
  Posting  the log has no column for it: not judged

Notes
  - Minutes are teachers' estimates, not measured. Cells are on "作业登记".
  - Covered: 5 of 5 school days, 5 classes, 25 class-days.
  - Gaps were not looked for. To list unreported days: --week 2023-09-04
  - Assumed: no place in the log, taken as home, as the rule pack assumes
    (bears on 5 class-days).
  - Rules: national 2021 and Guigang 2023 (guigang-2023), 6-3 system.
  - Read 1 file, 1 sheet, 78 entries; left out: 5 rows (total), 1 row
    (signature or note).
  - Files passed over as no logs: 1.
"""


@pytest.mark.parametrize(
    ("name", "lang", "text"),
    [
        ("no-minutes", "zh", NO_MINUTES_ZH),
        ("no-form", "zh", NO_FORM_ZH),
        ("no-form", "en", NO_FORM_EN),
    ],
)
def test_undecided(name: str, lang: Lang, text: str) -> None:
    assert as_text(SAMPLES[name](), "text", lang, View()) == text
