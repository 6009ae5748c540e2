"""Whole terminal reports, as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rendered import as_text
from sample_reports import SAMPLES

from homework_check.reporters import View

if TYPE_CHECKING:
    from homework_check.text import Lang

ONE_SCHOOL_ZH = """\
未达标  第一小学  2023年9月4日至9月8日  5个班

  25个班日：达标22，未达标2，待核1。（1个班1天算1个班日）
  请处理下面2处，核实2处。

需要处理：2处
  序号  班级       日期         问题            填报    上限    超出
  1     一年级1班  9月6日 周三  书面家庭作业     1项     0项     1项
        计入：语文（E31）
        建议：改在校内完成，或改成朗读、实践等作业，或不布置。
  2     三年级2班  9月5日 周二  超时          75分钟  60分钟  15分钟
        计入：数学30（H12）、语文25（H11）、英语20（H13）
        建议：至少减15分钟，减一科就够，例如数学由30减到15。

待核：2处（没有算作达标）
  3     五年级1班  9月7日 周四  没有填时长（H44）
        说明：已知的合计45分钟，上限60分钟，还不能判断。
        建议：请任课教师核实后补填（带单位）；没有作业请在作业内容写“无”。
  4     作业形式没看懂：F50是“班队”。同样的还有：F61。
        建议：请写书面、口头、阅读或实践；或写在后面，如“预习（口头）”。

提醒：1类（不影响结论）
  - 三年级2班有2条作业登记为未批改：K17、K52。请任课教师批改后更正登记。

数据问题：1类（不影响结论）
  - 学科不在词表里：D70是“茶艺”，照原样计入。不用处理；写法不统一的请改。

各项情况
  项目      单位  达标  未达标  待核  合计  达标率
  作业时间  班日    18       1     1    20   90.0%  （18/20）
  作业布置  班日     4       1     0     5   80.0%  （4/5）
  作业批改  条      59       2     0    61   96.7%  （59/61）提醒，不影响结论
  作业公示  表中没有“公示”一列，没有判断

说明
  - 时长是教师填报的预计时长，不是学生实际用时。单元格都在“作业登记”表。
  - 填错的请更正；已经布置的请如实保留，从下次布置起调整。
  - 登记范围：5个教学日中5个有登记，5个班，25个班日。
  - 没有核对漏报。想列出没有填报的班级和日期，请加：--week 2023-09-04
  - 假定：表中没有“完成地点”，按在家完成算，这是规则包的假定（影响5个班日）。
  - 依据：国家“双减”规定和贵港市2023年的要求（guigang-2023），六三学制。
  - 读了1个文件、1张工作表、78条作业；没有计入：5行合计、1行签字或说明。
  - 跳过了1个不是登记表的文件。
"""

ONE_SCHOOL_EN = """\
NOT MET  第一小学  4-8 September 2023  5 classes

  25 class-days: 22 met, 2 not met, 1 undecided. (A class-day is one class on
  one date.)
  Please act on the 2 items below and check 2 more.

To act on: 2
  No.  Class            Date       Problem           Reported    Limit    Over
  1    Grade 1 Class 1  Wed 6 Sep  written for home    1 item  0 items  1 item
       Counted: Chinese (E31)
       Advice:  Do it in school, or drop it.
  2    Grade 3 Class 2  Tue 5 Sep  over the limit      75 min   60 min  15 min
       Counted: Maths 30 (H12), Chinese 25 (H11), English 20 (H13)
       Advice:  Cut at least 15 min; one subject will do, e.g. Maths 30 to 15.

To check: 2 (not counted as met)
  3    Grade 5 Class 1  Thu 7 Sep  no minutes (H44)
       Why:     what is known adds up to 45 min, the limit is 60 min: cannot
                tell yet
       Advice:  Ask the teacher and fill it in with its unit; write 无 as
                content if there was none.
  4    Form not understood: F50 says "班队". The same at: F61.
       Advice:  Write 书面, 口头, 阅读 or 实践; or behind it: 预习（口头）.

Reminders: 1 (they do not change the verdict)
  - Grade 3 Class 2: recorded as not marked, entries: 2: K17, K52. Have the
    teacher mark it, then update the log.

Data problems: 1 (they do not change the verdict)
  - Subject not in the list: D70 says "茶艺"; counted as it is. Nothing to do;
    or unify the spelling.

By aspect
  Aspect   Unit        Met  Not met  Undecided  Total   Rate
  Time     class-days   18        1          1     20  90.0%  (18/20)
  Setting  class-days    4        1          0      5  80.0%  (4/5)
  Marking  entries      59        2          0     61  96.7%  (59/61), reminder
  Posting  the log has no column for it: not judged

Notes
  - Minutes are teachers' estimates, not measured. Cells are on "作业登记".
  - Correct typing errors; keep what was really set and adjust next time.
  - Covered: 5 of 5 school days, 5 classes, 25 class-days.
  - Gaps were not looked for. To list unreported days: --week 2023-09-04
  - Assumed: no place in the log, taken as home, as the rule pack assumes
    (bears on 5 class-days).
  - Rules: national 2021 and Guigang 2023 (guigang-2023), 6-3 system.
  - Read 1 file, 1 sheet, 78 entries; left out: 5 rows (total), 1 row
    (signature or note).
  - Files passed over as no logs: 1.
"""

ALL_KEPT_ZH = """\
达标  第一小学  2023年9月4日至9月8日  5个班

  表中登记的25个班日全部达标；没有核对是否漏报。（1个班1天算1个班日）

各项情况
  项目      单位  达标  未达标  待核  合计  达标率
  作业时间  班日    20       0     0    20  100.0%  （20/20）
  作业布置  班日     5       0     0     5  100.0%  （5/5）
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


@pytest.mark.parametrize(
    ("name", "lang", "text"),
    [
        ("one-school", "zh", ONE_SCHOOL_ZH),
        ("one-school", "en", ONE_SCHOOL_EN),
        ("all-kept", "zh", ALL_KEPT_ZH),
    ],
)
def test_school(name: str, lang: Lang, text: str) -> None:
    assert as_text(SAMPLES[name](), "text", lang, View()) == text
