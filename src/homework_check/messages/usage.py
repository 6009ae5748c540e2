"""What is wrong with a command line, what to do, and the notes beside a report."""

from __future__ import annotations

from typing import Final

from homework_check.text import Text, same

ERROR: Final = Text("错误：{message}", "Error: {message}")

# ---- commands and options -------------------------------------------------------------

NO_SOURCE: Final = Text("没有写要检查的文件。", "no file to check.")
NO_SOURCE_HINT: Final = Text(
    "例如：homework-check {command} 第2周作业登记.xlsx",
    "Example: homework-check {command} week2.xlsx",
)
NO_COMMAND: Final = Text("少写了check。", "the word check is missing.")
NO_COMMAND_HINT: Final = Text(
    "请用：homework-check check {source}", "Use: homework-check check {source}"
)
UNKNOWN_COMMAND: Final = Text("没有{name}这个命令。", "no command {name}.")
UNKNOWN_OPTION: Final = Text("没有{option}这个选项。", "no option {option}.")
ALL_COMMANDS: Final = Text("全部命令：{help}", "All commands: {help}")
ALL_OPTIONS: Final = Text("全部选项：{help}", "All options: {help}")
NO_VALUE: Final = Text("{option}后面要写内容。", "{option} needs a value.")
TAKES_NO_VALUE: Final = Text("{option}后面不能写内容。", "{option} takes no value.")
EXTRA: Final = Text("多写了“{words}”。", 'cannot use "{words}".')
OTHER: Final = Text("命令写得不对（{reason}）", "the command cannot be used ({reason})")
SEE_HELP: Final = Text("看说明：{help}", "See: {help}")
NO_RULE_NAMED: Final = Text("没有写规则编号。", "no rule was named.")
NO_RULE_FILE: Final = Text("没有写规则文件。", "no rule file was named.")
VALIDATE_EXAMPLE: Final = Text(
    "例如：homework-check rules validate 本县.toml",
    "Example: homework-check rules validate county.toml",
)
UNKNOWN_RULE: Final = Text("没有规则“{name}”。", 'no rule "{name}".')
LIST_THE_RULES: Final = Text(
    "看全部规则：homework-check rules", "List the rules: homework-check rules"
)

# ---- values of options ----------------------------------------------------------------

BAD_VALUE: Final = Text("{option}不认识“{value}”。", '{option} does not know "{value}".')
STATED_AT: Final = Text("{origin}：{message}", "{origin}: {message}")
USE_ONE_OF: Final = Text("可用：{known}", "Use {known}")
BAD_COUNT: Final = Text("{option}的“{value}”不是数。", '{option} "{value}" is no number.')
BAD_COUNT_HINT: Final = Text("请写成整数，如50", "Write a whole number, such as 50")
BAD_DATE: Final = Text("{option}的“{value}”不是日期。", '{option} "{value}" is no date.')
BAD_DATE_HINT: Final = Text("请写成2023-09-04", "Write 2023-09-04")
REVERSED: Final = Text(
    "--from（{first}）在--to（{last}）之后。", "--from ({first}) is after --to ({last})."
)
REVERSED_HINT: Final = Text(
    "请对调；--week不能与它们同用。", "Swap them; --week cannot be combined with them."
)
PERIOD_TWICE: Final = Text(
    "--week不能与--from、--to同用。", "--week cannot be combined with --from and --to."
)
PERIOD_TWICE_HINT: Final = Text("请只用其中一种。", "Use one or the other.")
HALF_PERIOD: Final = Text("--from和--to要一起写。", "--from and --to belong together.")
HALF_PERIOD_HINT: Final = Text(
    "请加{option}，如：{option} 2023-09-08", "Add {option}, such as: {option} 2023-09-08"
)
BAD_ASSUMPTION: Final = Text("{option}不认识“{value}”。", '{option} does not know "{value}".')
BAD_ASSUMPTION_HINT: Final = Text(
    "可写：form=written（全是书面）、place=home、year=2023、school=第一小学等",
    "Use form=written, place=home, year=2023, school=NAME ...",
)

NO_TEXT: Final = Text(
    "--format {format}不是文字，不能显示在屏幕上。",
    "--format {format} is no text; a terminal cannot show it.",
)
NO_TEXT_HINT: Final = Text("请存成文件，如：-o 报告.{format}", "Save it: -o report.{format}")

# ---- saving ---------------------------------------------------------------------------

UNKNOWN_ENDING: Final = Text("看不出“{file}”要存成什么格式。", 'no report format for "{file}".')
NOT_WRITABLE: Final = Text(
    "“{file}”写不进去，可能正在Excel或WPS中打开。",
    'cannot write "{file}"; it may be open in Excel or WPS.',
)
NOT_WRITABLE_HINT: Final = Text(
    "请关闭后再试，或换一个文件名。检查还没有开始。",
    "Close it or use another name. Nothing was checked yet.",
)
NOT_SAVED: Final = Text("“{file}”没有存成（{reason}）。", '"{file}" was not saved ({reason}).')
NOT_SAVED_HINT: Final = Text(
    "请看磁盘是否已满，或换一个文件名，再运行一次。",
    "See whether the disk is full, or use another name, and run again.",
)
IS_A_SOURCE: Final = Text(
    "“{file}”是要检查的原文件，不能写在上面。", '"{file}" is a source and is never overwritten.'
)
ANOTHER_NAME: Final = Text("请换一个文件名。", "Use another name.")
NOT_SHOWN: Final = Text(
    "结果没有全部显示出来（{reason}）。", "the result could not be shown in full ({reason})."
)
NOT_SHOWN_HINT: Final = Text("请用 -o 存成文件。", "Save it to a file with -o.")

# ---- beside the report ----------------------------------------------------------------

CONFIGURATION: Final = Text("配置：{file}", "Configuration: {file}")
PROGRESS: Final = Text(
    "正在检查  {done}/{total}个文件  {entries}条作业",
    "Checking  {done}/{total} files  {entries} entries",
)
PROGRESS_LEFT: Final = Text(
    "正在检查  {done}/{total}个文件  {entries}条作业  还要约{left}",
    "Checking  {done}/{total} files  {entries} entries  about {left} left",
)
MARKING: Final = Text("正在标注  {done}/{total}个文件", "Marking  {done}/{total} files")
SECONDS_LEFT: Final = Text("{n}秒", "{n} s")
MINUTES_LEFT: Final = Text("{n}分钟", "{n} min")
SAVED: Final = Text("已保存：{file}", "Saved: {file}")
PASSED_OVER: Final = Text("跳过：{file}（{reason}）", "Passed over: {file} ({reason})")
MORE_PASSED_OVER: Final = Text(
    "跳过：另有{n}个文件（{reason}）。全部列出请加：-v",
    "Passed over: {n} more ({reason}). To name them all, add: -v",
)
PASSED_OVER_REASONS: Final = {
    "lock-file": Text("Office临时文件，原文件可能正开着", "Office lock file; the log may be open"),
    "system-file": Text("系统文件", "system file"),
    "program": Text("程序文件", "a program"),
    "text-note": Text("文字说明", "text note"),
    "data": Text("程序数据，不是登记表", "data of a program, no log"),
    "hidden": Text("隐藏文件", "hidden file"),
    "roster": Text("名册", "the roster"),
    "own-report": Text("本程序的检查报告", "a report of this program"),
}
INTERRUPTED: Final = Text("已中断，没有写出任何文件。", "Interrupted; no file was written.")
INTERRUPTED_LATER: Final = Text(
    "已中断；已经存好的文件是完整的，其余没有写出。",
    "Interrupted; files already saved are whole, no others were written.",
)
FAULT: Final = Text(
    "程序出错了，不是您的文件有问题（{what}）。",
    "A fault of the program, not of your file ({what}).",
)
FAULT_HINT: Final = Text(
    "请加--debug再运行一次，把显示的内容发给维护人员。",
    "Run again with --debug and send what it shows to the maintainers.",
)
VERSION: Final = same("homework-check {version}")
