"""The help of every command, in both languages.

A page is lines of text. ``label | words`` is a row of two columns; other lines that begin
with blanks (examples) are shown as they are, the rest is broken to fit.
"""

from __future__ import annotations

from homework_check.messages import help_parts as parts
from homework_check.messages import help_sources
from homework_check.text import Text

_PROGRAM = Text(
    """\
用法：homework-check 命令 [选项]

检查学校的作业登记表是否符合“双减”规定。

命令
  check 来源... | 检查作业登记表，给出报告
  inspect 来源... | 看程序怎样读懂一份登记表
  merge 报告... | 把各县或各周的报告合成一份
  rules | 看规则，检查规则文件
  schema | JSON报告的格式
  template | 生成空白的作业登记表
  completion | 在终端里按Tab键补全命令

其他
{common}
  --version | 显示版本号

例子
  homework-check check 第2周作业登记.xlsx
  homework-check check --help""",
    """\
Usage: homework-check COMMAND [OPTIONS]

Check schools' homework logs against the double-reduction limits.

Commands
  check SOURCE... | check logs and report
  inspect SOURCE... | show how a log was understood
  merge REPORT... | add up reports of several counties or weeks
  rules | show rules, check rule files
  schema | the JSON Schema of the report
  template | make a blank log
  completion | complete commands in a shell by Tab

Other
{common}
  --version | show the version

Examples
  homework-check check week2.xlsx
  homework-check check --help""",
)

_RULES = Text(
    """\
用法：homework-check rules [命令] [选项]

看规则，检查规则文件。

命令
  list | 列出全部规则 [不写命令就是这个]
  show 规则 | 说明一条规则
  validate 文件 | 检查规则文件写得对不对
  test [文件] | 用规则自带的例子检验规则

选项
{pack}
  -v, --verbose | show：另把规则写成TOML；test：列出全部例子
{config}
{common}

例子
  homework-check rules show junior-daily-minutes
  homework-check rules test 本县.toml

退出码 | 0 正常  1 有例子不符  2 用法或规则文件有误  4 程序故障""",
    """\
Usage: homework-check rules [COMMAND] [OPTIONS]

Show rules and check rule files.

Commands
  list | list all rules [default]
  show RULE | explain one rule
  validate FILE | check that a rule file can be used
  test [FILE] | run the examples that the rules carry

Options
{pack}
  -v, --verbose | show: add the rule as TOML; test: list every example
{config}
{common}

Examples
  homework-check rules show junior-daily-minutes
  homework-check rules test county.toml

Exit codes | 0 fine  1 an example fails  2 usage or rule file  4 program fault""",
)

_MERGE = Text(
    """\
用法：homework-check merge [选项] 报告...

把各县、各校或各周的JSON报告合成一份：只把各校的数相加，不重新判断。
规则包、规则和程序版本要相同；同一所学校在同一时段只能有一份。

选项
  报告... | check -o 存成的JSON报告，可写多个
  -o, --output 文件 | 另存，格式看扩展名，可重复：txt json xlsx
{format}
  -q, --quiet | 只显示结论一行
  -v, --verbose | 列出全部学校和各份报告
{colour}
{common}

例子
  homework-check merge 各县/*.json -o 全市.json
  homework-check merge 第1周.json 第2周.json

退出码 | 0 达标  1 有未达标  2 用法有误或报告不能相加  3 有没读到或待核的  4 程序故障""",
    """\
Usage: homework-check merge [OPTIONS] REPORT...

Add up JSON reports of counties, schools or weeks; nothing is judged again. Rule packs, rules and \
versions have to agree, and a school may be in one report only for the same days.

Options
  REPORT... | JSON reports saved by check -o
  -o, --output FILE | save it; the name gives the format, repeatable: .txt .json .xlsx
{format}
  -q, --quiet | the verdict line only
  -v, --verbose | list all schools and the reports
{colour}
{common}

Examples
  homework-check merge counties/*.json -o city.json
  homework-check merge week1.json week2.json

Exit codes | 0 met  1 not met  2 usage, or reports that cannot be added  3 unread or undecided  \
4 program fault""",
)

_SCHEMA = Text(
    """\
用法：homework-check schema [check|merge] [选项]

显示JSON报告的格式（JSON Schema），供其他程序使用。

check | 检查报告的格式 [不写就是这个]
merge | 合并报告的格式

选项
{common}

例子
  homework-check schema > 报告格式.json""",
    """\
Usage: homework-check schema [check|merge] [OPTIONS]

Print the JSON Schema of the JSON report, for other programs.

check | of what check reports [default]
merge | of what merge makes of reports

Options
{common}

Examples
  homework-check schema > report.schema.json""",
)

_TEMPLATE = Text(
    """\
用法：homework-check template -o 文件 [选项]

生成空白的作业登记表：有下拉选项和填写说明，规定的分钟数来自规则包。
已有的文件不会覆盖。

选项
  -o, --output 文件 | 存成哪个文件，名称以.xlsx结尾
{pack}
{system}
{config}
{common}

例子
  homework-check template -o 作业登记表.xlsx

退出码 | 0 已生成  2 用法或规则文件有误  4 程序故障""",
    """\
Usage: homework-check template -o FILE [OPTIONS]

Make a blank log with drop-down lists and a guide; the limits come from the rule pack. A file \
that exists is never overwritten.

Options
  -o, --output FILE | where to save it; the name ends in .xlsx
{pack}
{system}
{config}
{common}

Examples
  homework-check template -o log.xlsx

Exit codes | 0 made  2 usage or rule file  4 program fault""",
)

_COMPLETION = Text(
    """\
用法：homework-check completion [终端]

显示一段脚本：终端运行后，按Tab键可以补全命令和选项。

终端 | bash zsh fish powershell [bash]

选项
{common}

例子
  homework-check completion bash >> ~/.bashrc
  homework-check completion zsh >> ~/.zshrc
  homework-check completion fish > ~/.config/fish/completions/homework-check.fish
  homework-check completion powershell >> $PROFILE""",
    """\
Usage: homework-check completion [SHELL]

Print a script that makes a shell complete commands and options by Tab.

SHELL | bash zsh fish powershell [bash]

Options
{common}

Examples
  homework-check completion bash >> ~/.bashrc
  homework-check completion zsh >> ~/.zshrc
  homework-check completion fish > ~/.config/fish/completions/homework-check.fish
  homework-check completion powershell >> $PROFILE""",
)

_SHARED = {
    "reading": parts.READING,
    "when": parts.WHEN,
    "pack": parts.PACK,
    "system": parts.SYSTEM,
    "assuming": parts.ASSUMING,
    "format": parts.FORMAT,
    "colour": parts.COLOUR,
    "common": parts.COMMON,
    "config": parts.CONFIG,
    "variables": parts.VARIABLES,
}

PAGES = {
    command: page.format(**_SHARED)
    for command, page in {
        "": _PROGRAM,
        "check": help_sources.CHECK,
        "inspect": help_sources.INSPECT,
        "merge": _MERGE,
        "rules": _RULES,
        "schema": _SCHEMA,
        "template": _TEMPLATE,
        "completion": _COMPLETION,
    }.items()
}
"""By name of command; the empty name is the program itself."""
