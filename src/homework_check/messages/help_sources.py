"""The help of the commands that read sources; see `help` for the notation."""

from __future__ import annotations

from homework_check.text import Text

CHECK = Text(
    """\
用法：homework-check check [选项] 来源...

检查作业登记表是否符合“双减”规定，指出要处理的班级、日期和单元格。
原文件不会改动。

来源
{reading}

查谁、查哪几天
{when}
  --roster 文件 | 应报学校名册；列出没有报送的学校和没有填报的班日

按什么查
{pack}
  --select 规则 | 只查这些规则，可写编号开头，可重复
  --ignore 规则 | 不查这些规则，可重复；会在报告里写明
{system}
{assuming}

结果
  -o, --output 文件 | 另存报告，格式看扩展名，可重复：xlsx html csv md json xml sarif txt
  --format 格式 | 标准输出的格式：text json csv markdown html xlsx junit sarif github [text]
  --baseline 报告.json | 与上次的报告比：已解决、仍存在、新出现；结论和退出码不变
  --annotate 文件夹 | 给有问题的文件另存标注稿
  --max-findings 数 | 屏幕上最多列多少处；文件里始终是全部 [50]
  --fail-on 级别 | 到哪一级算不通过：error、warning、never [error]
  -q, --quiet | 只显示结论一行
  -v, --verbose | 显示每所学校和读取过程

其他
  -j, --jobs 数 | 同时处理的文件数，0为全部核心 [自动]
  --no-progress | 不显示进度
{colour}
{config}
{common}

{variables}

例子
  homework-check check 第2周作业登记.xlsx
  homework-check check 第2周报送 --week 2023-09-04 -o 汇总.json
  homework-check check 第2周报送 --week 2023-09-04 --roster 名册.xlsx

退出码 | 0 达标  1 有未达标  2 用法或配置有误  3 有没读到或待核的  4 程序故障""",
    """\
Usage: homework-check check [OPTIONS] SOURCE...

Check homework logs against the double-reduction limits and name the class, day and cell to \
look at. Sources are never changed.

Sources
{reading}

Who and when
{when}
  --roster FILE | the schools expected; names the missing ones and unreported class-days

Rules
{pack}
  --select RULE | only these rules (prefixes work), repeatable
  --ignore RULE | not these rules, repeatable; the report says so
{system}
{assuming}

Results
  -o, --output FILE | save a report; the name gives the format, repeatable: .xlsx .html .csv \
.md .json .xml .sarif .txt
  --format FORMAT | on standard output: text json csv markdown html xlsx junit sarif \
github [text]
  --baseline REPORT.json | compare with a report: fixed, left, new; verdict and exit code stay
  --annotate DIR | save a marked copy of every source with findings
  --max-findings N | at most N on screen; files hold all [50]
  --fail-on LEVEL | fail from this level: error, warning, never [error]
  -q, --quiet | the verdict line only
  -v, --verbose | every school, and how the files were read

Other
  -j, --jobs N | files at a time, 0 for all cores [auto]
  --no-progress | show no progress
{colour}
{config}
{common}

{variables}

Examples
  homework-check check week2.xlsx
  homework-check check inbox --week 2023-09-04 -o week2.json
  homework-check check inbox --week 2023-09-04 --roster schools.xlsx

Exit codes | 0 met  1 not met  2 usage or configuration  3 unread or undecided  4 program fault""",
)

INSPECT = Text(
    """\
用法：homework-check inspect [选项] 来源...

显示程序怎样读懂一份作业登记表：工作表、表头、每一列读作什么、哪些行没有计入。

来源
{reading}

怎么读
{system}
{assuming}
{when}

结果
{format}
  -v, --verbose | 列出全部作业

其他
{colour}
{config}
{common}

{variables}

例子
  homework-check inspect 第2周作业登记.xlsx

退出码 | 0 有作业登记  2 用法有误  3 没有读到作业登记  4 程序故障""",
    """\
Usage: homework-check inspect [OPTIONS] SOURCE...

Show how a homework log was understood: sheets, header rows, what each column was read as, and \
the rows left out.

Sources
{reading}

Reading
{system}
{assuming}
{when}

Results
{format}
  -v, --verbose | list every entry

Other
{colour}
{config}
{common}

{variables}

Examples
  homework-check inspect week2.xlsx

Exit codes | 0 a log was understood  2 usage  3 none was  4 program fault""",
)
