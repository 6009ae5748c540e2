"""Whole terminal reports, as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rendered import as_text
from sample_reports import SAMPLES

from homework_check.reporters import View

if TYPE_CHECKING:
    from homework_check.text import Lang

DISTRICT_ZH = """\
未全部达标  4所学校  2023年9月4日至9月8日

  达标学校：1/4（25.0%）。
  达标1，未达标2，待核1。
  另有1个文件没有读到作业登记。
  111个班日：达标106，未达标3，待核2。（1个班1天算1个班日）
  请处理下面3处，核实4处。

各县（市、区）
  县（市、区）  达标学校  作业时间  作业布置
  港北区             0/1     18/19       4/4
  覃塘区             1/2     48/50     14/15
  （没有写）         0/1     18/19       4/4

学校一览（问题多的在前）
  序号  学校             结论    作业时间  作业布置  待核  最多超出
  1     港北区 第三小学  未达标     18/19       4/4     0    40分钟
  2     覃塘区 第一小学  未达标     18/20       4/5     1    15分钟
  3     （未写学校）未写校名第2周.xlsx
                         待核       18/19       4/4     1         -
  4     覃塘区 覃塘区城南实验学校附属小学（东校区）
                         达标       30/30     10/10     0         -
        合计                        84/88     22/23     2    40分钟
  各栏是“达标数/应判数”，单位为班日；待核的不算达标。

需要处理：3处
  序号  班级          日期         问题             填报    上限    超出
  港北区 第三小学（第三小学第2周.xlsx，“作业登记”表）
  1     四年级火箭班  9月5日 周二  超时          100分钟  60分钟  40分钟
        计入：数学60（H2）、语文40（H3）
        建议：至少减40分钟，减一科就够，例如数学由60减到20。
  覃塘区 第一小学（第一小学第2周作业登记.xlsx，“作业登记”表）
  2     一年级1班     9月6日 周三  书面家庭作业      1项     0项     1项
        计入：语文（E31）
        建议：改在校内完成，或改成朗读、实践等作业，或不布置。
  3     三年级2班     9月5日 周二  超时           75分钟  60分钟  15分钟
        计入：数学30（H12）、语文25（H11）、英语20（H13）
        建议：至少减15分钟，减一科就够，例如数学由30减到15。

待核：4处（没有算作达标）
  覃塘区 第一小学（第一小学第2周作业登记.xlsx，“作业登记”表）
  4     五年级1班  9月7日 周四  没有填时长（H44）
        说明：已知的合计45分钟，上限60分钟，还不能判断。
        建议：请任课教师核实后补填（带单位）；没有作业请在作业内容写“无”。
  5     作业形式没看懂：F50是“班队”。同样的还有：F61。
        建议：请写书面、口头、阅读或实践；或写在后面，如“预习（口头）”。
  （未写学校）未写校名第2周.xlsx
  6     三年级1班  9月5日 周二  只写了“至少”多少分钟
        说明：已知的合计50分钟，上限60分钟，还不能判断。
        建议：请把H9改写成一般学生大约要几分钟。
  其他文件
  7     长岭初中第2周.xlsx有密码，打不开。
        建议：请取消密码，另存为xlsx后重报。

提醒：1类（不影响结论）
  - 覃塘区 第一小学（第一小学第2周作业登记.xlsx，“作业登记”表）：三年级2班有
    2条作业登记为未批改：K17、K52。请任课教师批改后更正登记。

数据问题：1类（不影响结论）
  - 覃塘区 第一小学（第一小学第2周作业登记.xlsx，“作业登记”表）：学科不在词表
    里：D70是“茶艺”，照原样计入。不用处理；写法不统一的请改。

各项情况
  项目      单位  达标  未达标  待核  合计  达标率
  作业时间  班日    84       2     2    88   95.5%  （84/88）
  作业布置  班日    22       1     0    23   95.7%  （22/23）
  作业公示  表中没有“公示”一列，没有判断

说明
  - 时长是教师填报的预计时长，不是学生实际用时。
  - 填错的请更正；已经布置的请如实保留，从下次布置起调整。
  - 登记范围：5个教学日中5个有登记，5个班，25个班日。
  - 没有核对漏报。想列出没有填报的班级和日期，请加：--week 2023-09-04
  - 假定：表中没有“完成地点”，按在家完成算，这是规则包的假定（影响5个班日）。
  - 依据：国家“双减”规定和贵港市2023年的要求（guigang-2023），六三学制。
  - 读了4个文件、4张工作表、312条作业；没有计入：20行合计、4行签字或说明。
  - 1个文件没有读到作业登记，其中的作业没有判断：长岭初中第2周.xlsx。
  - 跳过了1个不是登记表的文件。
"""

DISTRICT_EN = """\
NOT ALL MET  4 schools  4-8 September 2023

  Schools that meet the limits: 1 of 4 (25.0%).
  1 met, 2 not met, 1 undecided.
  No log was read from 1 file besides.
  111 class-days: 106 met, 3 not met, 2 undecided. (A class-day is one class on
  one date.)
  Please act on the 3 items below and check 4 more.

Counties
  County        Schools met   Time  Setting
  港北区                0/1  18/19      4/4
  覃塘区                1/2  48/50    14/15
  (not stated)          0/1  18/19      4/4

Schools (most to do first)
  No.  School           Verdict     Time  Setting  Open  Most over
  1    港北区 第三小学  not met    18/19      4/4     0     40 min
  2    覃塘区 第一小学  not met    18/20      4/5     1     15 min
  3    (no school name) 未写校名第2周.xlsx
                        undecided  18/19      4/4     1          -
  4    覃塘区 覃塘区城南实验学校附属小学（东校区）
                        met        30/30    10/10     0          -
       Total                       84/88    22/23     2     40 min
  Class-days met/judged. Open: undecided, not counted as met.

To act on: 3
  No.  Class            Date       Problem           Reported    Limit    Over
  港北区 第三小学 (第三小学第2周.xlsx, sheet "作业登记")
  1    Grade 4 火箭班   Tue 5 Sep  over the limit     100 min   60 min  40 min
       Counted: Maths 60 (H2), Chinese 40 (H3)
       Advice:  Cut at least 40 min; one subject will do, e.g. Maths 60 to 20.
  覃塘区 第一小学 (第一小学第2周作业登记.xlsx, sheet "作业登记")
  2    Grade 1 Class 1  Wed 6 Sep  written for home    1 item  0 items  1 item
       Counted: Chinese (E31)
       Advice:  Do it in school, or drop it.
  3    Grade 3 Class 2  Tue 5 Sep  over the limit      75 min   60 min  15 min
       Counted: Maths 30 (H12), Chinese 25 (H11), English 20 (H13)
       Advice:  Cut at least 15 min; one subject will do, e.g. Maths 30 to 15.

To check: 4 (not counted as met)
  覃塘区 第一小学 (第一小学第2周作业登记.xlsx, sheet "作业登记")
  4    Grade 5 Class 1  Thu 7 Sep  no minutes (H44)
       Why:     what is known adds up to 45 min, the limit is 60 min: cannot
                tell yet
       Advice:  Ask the teacher and fill it in with its unit; write 无 as
                content if there was none.
  5    Form not understood: F50 says "班队". The same at: F61.
       Advice:  Write 书面, 口头, 阅读 or 实践; or behind it: 预习（口头）.
  (no school name) 未写校名第2周.xlsx
  6    Grade 3 Class 1  Tue 5 Sep  only a minimum is given
       Why:     what is known adds up to 50 min, the limit is 60 min: cannot
                tell yet
       Advice:  Write the minutes an average pupil needs at H9 instead.
  Other files
  7    长岭初中第2周.xlsx is password-protected.
       Advice:  Save it without a password as xlsx and send it again.

Reminders: 1 (they do not change the verdict)
  - 覃塘区 第一小学 (第一小学第2周作业登记.xlsx, sheet "作业登记"): Grade 3
    Class 2: recorded as not marked, entries: 2: K17, K52. Have the teacher
    mark it, then update the log.

Data problems: 1 (they do not change the verdict)
  - 覃塘区 第一小学 (第一小学第2周作业登记.xlsx, sheet "作业登记"): Subject not
    in the list: D70 says "茶艺"; counted as it is. Nothing to do; or unify the
    spelling.

By aspect
  Aspect   Unit        Met  Not met  Undecided  Total   Rate
  Time     class-days   84        2          2     88  95.5%  (84/88)
  Setting  class-days   22        1          0     23  95.7%  (22/23)
  Posting  the log has no column for it: not judged

Notes
  - Minutes are teachers' estimates, not measured.
  - Correct typing errors; keep what was really set and adjust next time.
  - Covered: 5 of 5 school days, 5 classes, 25 class-days.
  - Gaps were not looked for. To list unreported days: --week 2023-09-04
  - Assumed: no place in the log, taken as home, as the rule pack assumes
    (bears on 5 class-days).
  - Rules: national 2021 and Guigang 2023 (guigang-2023), 6-3 system.
  - Read 4 files, 4 sheets, 312 entries; left out: 20 rows (total), 4 rows
    (signature or note).
  - No log could be read from 1 file, not judged: 长岭初中第2周.xlsx.
  - Files passed over as no logs: 1.
"""


@pytest.mark.parametrize(
    ("name", "lang", "text"),
    [
        ("district", "zh", DISTRICT_ZH),
        ("district", "en", DISTRICT_EN),
    ],
)
def test_schools(name: str, lang: Lang, text: str) -> None:
    assert as_text(SAMPLES[name](), "text", lang, View()) == text
