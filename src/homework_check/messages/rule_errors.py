"""What is wrong with a rule file or with the choice of rules, and what to do."""

from __future__ import annotations

from typing import Final

from homework_check.messages import toml_errors
from homework_check.text import Text

# ---- the choice of a pack and of rules ------------------------------------------------

UNKNOWN_PACK: Final = Text("没有规则包“{name}”，也没有这个文件。", 'no rule pack or file "{name}".')
BUILT_IN: Final = Text("内置：{ids}", "Built in: {ids}")
UNKNOWN_RULE: Final = Text(
    "{option}中的“{prefix}”不是任何规则编号的开头。",
    'no rule id starts with "{prefix}" ({option}).',
)
LIST_THE_RULES: Final = Text(
    "看全部规则：homework-check rules", "List the rules: homework-check rules"
)
NO_RULE_LEFT: Final = Text(
    "按--select和--ignore，一条规则也不剩。", "--select and --ignore leave no rule."
)
IGNORE_FEWER: Final = Text("请减少--ignore。", "Ignore fewer.")

# ---- a rule file: one line for the file, one for every problem ------------------------

FILE: Final = Text("规则文件“{file}”有{n}处问题：", 'rule file "{file}", problems: {n}')

IN_RULE: Final = Text("规则{id}，{key}：", "rule {id}, {key}: ")
IN_WHOLE_RULE: Final = Text("规则{id}：", "rule {id}: ")
IN_PACK: Final = Text("{key}：", "{key}: ")
NTH_RULE: Final = Text("第{n}条（没有编号）", "no. {n} (without id)")

DUPLICATE_RULE: Final = Text("编号用了{n}次", "the id is used {n} times")
UNKNOWN_PARENT: Final = Text("没有规则包“{name}”，也没有这个文件", 'no rule pack or file "{name}"')
CIRCLE: Final = Text(
    "规则文件不能绕一圈又以自己为基础（{name}）",
    "a rule file cannot extend itself in the end ({name})",
)

# ---- one value; the ids are those of pydantic and of `toml.faults` -------------------

FAULTS: Final[dict[str, Text]] = {
    **toml_errors.FAULTS,
    "string_pattern_mismatch": Text(
        "应为小写字母、数字和连字符，如daily-45",
        "must be lower-case letters, digits and hyphens, such as daily-45",
    ),
    "not_words": Text("应为文字，或{{zh, en}}两种文字", "must be text, or {{zh, en}}"),
    "empty_scope": Text(
        "grades与stage没有共同的年级，什么也判断不了",
        "grades and stage have no grade in common: nothing would be judged",
    ),
    "bad_placeholder": Text(
        "不能用占位符{{{name}}}，可用：{known}", "cannot fill {{{name}}}; known: {known}"
    ),
    "bad_braces": Text(
        "花括号不成对；要写花括号本身，请写两个",
        "unpaired brace; double it to mean the brace itself",
    ),
    "pattern_length": Text("应为1至{limit}个字", "must have 1 to {limit} characters"),
    "bad_pattern": Text(
        "不是可用的正则表达式（{reason}）", "no usable regular expression ({reason})"
    ),
    "days_need_a_week": Text(
        'counted = "days"只能与unit = "class-week"同用',
        'counted = "days" needs unit = "class-week"',
    ),
    "bad_assumption": Text(
        "{field}不能假定为“{value}”，可用：{known}", '{field} cannot be "{value}"; known: {known}'
    ),
    "reversed_dates": Text("valid_to在valid_from之前", "valid_to is before valid_from"),
}

NUMBERS: Final[dict[str, Text]] = {
    "at_most": Text("应为不小于0的数", "must be a number >= 0"),
    "at_least": Text("应为大于0、不超过1的数", "must be a number > 0 and <= 1"),
    "measured": Text("应为不小于0的数", "must be a number >= 0"),
    "minutes": Text('应为0至1440的数，或"blank"', 'must be a number from 0 to 1440, or "blank"'),
    "grades": Text("应为1至12的整数", "must be whole numbers from 1 to 12"),
    "grade": Text("应为1至12的整数", "must be a whole number from 1 to 12"),
    "[key]": Text("应为1至12的整数", "must be whole numbers from 1 to 12"),
    "weekdays": Text(
        "应为1（周一）至7（周日）的整数", "must be whole numbers from 1 (Monday) to 7"
    ),
}
"""What the number of a key has to be: clearer than which of its bounds is crossed."""
