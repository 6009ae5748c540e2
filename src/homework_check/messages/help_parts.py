"""Rows that the help of several commands shares; see `help` for the notation."""

from __future__ import annotations

from homework_check.text import Text

READING = Text(
    """\
  来源... | 文件、文件夹（含下级）或zip压缩包，可写多个；- 是标准输入
  --stdin-filename 名称 | 从标准输入读时的文件名
  --exclude 名称 | 不查的文件，如 *旧*，可重复
  --encoding 编码 | csv的编码，一般不用写""",
    """\
  SOURCE... | files, folders (searched through), zip files, or - for stdin
  --stdin-filename NAME | the name of what comes from standard input
  --exclude GLOB | files to leave out, such as *old*, repeatable
  --encoding NAME | encoding of csv files; rarely needed""",
)
WHEN = Text(
    """\
  --week 日期 | 应报的一周，写其中任意一天；其余日期不作判断
  --from 日期, --to 日期 | 应报的起止日期""",
    """\
  --week DATE | the week due (any day of it); entries outside are not judged
  --from DATE, --to DATE | the period due""",
)
PACK = Text(
    "  --rules 规则包或文件 | 依据的规则 [guigang-2023]",
    "  --rules PACK|FILE | built-in pack or a rule file [guigang-2023]",
)
SYSTEM = Text(
    "  --school-system 学制 | 6-3（六三）、5-4（五四）、5-4-preparatory（六年级为预备） [6-3]",
    "  --school-system SYSTEM | 6-3, 5-4 or 5-4-preparatory [6-3]",
)
ASSUMING = Text(
    "  --assume 项目=值 | 表里没有的内容按什么算，如 form=written，可重复",
    "  --assume FIELD=VALUE | what to take a missing field for, e.g. form=written, repeatable",
)
FORMAT = Text(
    "  --format 格式 | 屏幕上的格式：text json [text]",
    "  --format FORMAT | on screen: text json [text]",
)
COLOUR = Text(
    "  --color auto|always|never | 颜色 [auto]",
    "  --color auto|always|never | colours [auto]",
)
CONFIG = Text(
    """\
  --config 文件 | 配置文件；不写则从当前文件夹往上找homework-check.toml
  --isolated | 不用任何配置文件""",
    """\
  --config FILE | else homework-check.toml, upward from here
  --isolated | use no configuration file""",
)
VARIABLES = Text(
    """\
环境变量 | 选项的值也可写在环境变量里，如 HOMEWORK_CHECK_RULES=本县.toml；\
先看命令行，再看环境变量，再看配置文件""",
    """\
Variables | HOMEWORK_CHECK_RULES=county.toml and the like give options, too; the command line \
counts first, then variables, then the configuration file""",
)
COMMON = Text(
    """\
  --lang zh|en | 语言 [随系统]
  --debug | 程序出错时显示详细信息
  -h, --help | 显示本说明""",
    """\
  --lang zh|en | language [from the system]
  --debug | show details of a program fault
  -h, --help | show this help""",
)
