from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from homework_check.reporters import ENDINGS, FORMATS

if TYPE_CHECKING:
    from processes import Program

CASES = [
    (["check"], "错误：没有写要检查的文件。", "例如：homework-check check 第2周作业登记.xlsx"),
    (["inspect"], "错误：没有写要检查的文件。", "例如：homework-check inspect 第2周作业登记.xlsx"),
    (["周报.xlsx"], "错误：少写了check。", "请用：homework-check check 周报.xlsx"),
    (["chekc"], "错误：没有chekc这个命令。", "是不是check？全部命令：homework-check --help"),
    (["xyz"], "错误：没有xyz这个命令。", "全部命令：homework-check --help"),
    (
        ["check", "--weak", "2023-09-04"],
        "错误：没有--weak这个选项。",
        "是不是--week？全部选项：homework-check check --help",
    ),
    (["check", "-z"], "错误：没有-z这个选项。", "全部选项：homework-check check --help"),
    (["check", "x", "--week"], "错误：--week后面要写内容。", "看说明：homework-check check --help"),
    (
        ["check", "--quiet=yes", "x"],
        "错误：--quiet后面不能写内容。",
        "看说明：homework-check check --help",
    ),
    (["check", "x", "--week", "9月4号"], "错误：--week的“9月4号”不是日期。", "请写成2023-09-04"),
    (
        ["check", "x", "--from", "2023-09-08", "--to", "2023-09-04"],
        "错误：--from（2023-09-08）在--to（2023-09-04）之后。",
        "请对调；--week不能与它们同用。",
    ),
    (
        ["check", "x", "--assume", "形式=全部"],
        "错误：--assume不认识“形式=全部”。",
        "可写：form=written（全是书面）、place=home、year=2023、school=第一小学等",
    ),
    (
        ["check", "x", "--format", "xml"],
        "错误：--format不认识“xml”。",
        f"可用：{' '.join(FORMATS)}",
    ),
    (["check", "x", "--color", "ja"], "错误：--color不认识“ja”。", "可用：auto always never"),
    (
        ["check", "x", "--fail-on", "info"],
        "错误：--fail-on不认识“info”。",
        "可用：error warning never",
    ),
    (
        ["check", "x", "--max-findings", "x"],
        "错误：--max-findings的“x”不是数。",
        "请写成整数，如50",
    ),
    (["check", "x", "--lang", "fr"], "错误：--lang不认识“fr”。", "可用：zh en"),
    (
        ["check", "x", "-o", "报告.docx"],
        "错误：看不出“报告.docx”要存成什么格式。",
        f"可用：{' '.join(ENDINGS)}",
    ),
    (
        ["check", "x", "--rules", "guigang2023"],
        "错误：没有规则包“guigang2023”，也没有这个文件。",
        "是不是guigang-2023？内置：guigang-2023、cn-2021",
    ),
    (
        ["check", "x", "--select", "primary"],
        "错误：--select中的“primary”不是任何规则编号的开头。",
        "看全部规则：homework-check rules",
    ),
    (["check", "-"], "错误：从标准输入读时要写文件名。", "请加：--stdin-filename 第2周.xlsx"),
    (["schema", "x"], "错误：多写了“x”。", "看说明：homework-check schema --help"),
    (["rules", "list", "x"], "错误：多写了“x”。", "看说明：homework-check rules --help"),
    (["rules", "lst"], "错误：rules不认识“lst”。", "可用：list show validate test"),
    (["rules", "show"], "错误：没有写规则编号。", "看全部规则：homework-check rules"),
    (
        ["rules", "show", "junior-daily"],
        "错误：没有规则“junior-daily”。",
        "是不是junior-daily-minutes？看全部规则：homework-check rules",
    ),
    (
        ["rules", "validate"],
        "错误：没有写规则文件。",
        "例如：homework-check rules validate 本县.toml",
    ),
    (["check", "x\x1b[2J"], "错误：找不到文件“x\\x1b[2J”。", None),
]


@pytest.mark.parametrize(("arguments", "first", "second"), CASES)
def test_two_lines_say_what_is_wrong_and_what_to_do(
    program: Program, arguments: list[str], first: str, second: str | None
) -> None:
    done = program(*arguments)
    lines = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (2, "")
    assert lines[0] == first
    assert second is None or lines[1:] == [second]


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (["check"], ["Error: no file to check.", "Example: homework-check check week2.xlsx"]),
        (
            ["chekc"],
            ["Error: no command chekc.", "Did you mean check? All commands: homework-check --help"],
        ),
        (
            ["--lang", "en", "week2.xlsx"],
            [
                "Error: the word check is missing.",
                "Use: homework-check check week2.xlsx",
            ],
        ),
    ],
)
def test_in_english(process: Program, arguments: list[str], lines: list[str]) -> None:
    assert process(*arguments, HOMEWORK_CHECK_LANG="en").stderr.splitlines() == lines


def test_a_missing_file_is_answered_with_its_like(program: Program, logs: object) -> None:
    assert logs
    assert program("check", "超时1.csv").stderr.splitlines() == [
        "错误：找不到文件“超时1.csv”。",
        "同一文件夹里有“超时.csv”，是不是它？",
    ]
