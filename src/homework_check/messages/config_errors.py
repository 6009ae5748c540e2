"""What is wrong with a configuration file, or with the choice of one, and what to do."""

from __future__ import annotations

from typing import Final

from homework_check.messages import toml_errors
from homework_check.text import Text

# ---- the choice of a file -------------------------------------------------------------

NO_FILE: Final = Text(
    "找不到配置文件“{file}”（{origin}）。", 'no configuration file "{file}" ({origin}).'
)
CHECK_THE_NAME: Final = Text(
    "请核对文件名和所在的文件夹；不用配置文件请写--isolated。",
    "Check its name and folder, or go without one: --isolated.",
)
TWICE: Final = Text(
    "--config不能与--isolated同用。", "--config cannot be combined with --isolated."
)
USE_ONE: Final = Text(
    "要用配置文件请去掉--isolated，不用请去掉--config。",
    "Drop --isolated to use the file, or --config to go without.",
)

# ---- a file: one line for it, one for every problem -----------------------------------

FILE: Final = Text("配置文件“{file}”有{n}处问题：", 'configuration file "{file}", problems: {n}')
IN_LINE: Final = Text("第{line}行，", "line {line}, ")
IN_KEY: Final = Text("{key}：", "{key}: ")

FAULTS: Final[dict[str, Text]] = {
    **toml_errors.FAULTS,
    "unknown_name": Text("应为{zh}之一", "must be one of {en}"),
    "not_assumed": Text(
        "不能这样假定（年级写1至12，年份如2023）",
        "cannot be assumed (a grade is 1 to 12, a year such as 2023)",
    ),
    "not_days": Text(
        "应为不带引号的日期，如2026-10-23，或{{from = 日期, to = 日期}}",
        "must be a date without quotes, such as 2026-10-23, or {{from = DATE, to = DATE}}",
    ),
    "far_date": Text("应为2000至2100年的日期", "must be a date of the years 2000 to 2100"),
    "reversed_days": Text(
        "from（{first}）在to（{last}）之后", "from ({first}) is after to ({last})"
    ),
    "long_span": Text(
        "{first}至{last}超过{most}天，请核对年份和月份",
        "{first} to {last} is more than {most} days; check year and month",
    ),
    "off_and_on": Text("{day}既在days_off又在days_on中", "{day} stands in days_off and in days_on"),
}

NUMBERS: Final[dict[str, Text]] = {
    "meets": Text("应为大于0、不超过1的数，如0.95", "must be a number > 0 and <= 1, such as 0.95"),
}
