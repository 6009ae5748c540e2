from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from processes import Program

pytestmark = pytest.mark.usefixtures("logs")

RULE_FILE = """\
id = "county"
extends = "guigang-2023"
title = "本县规定"
authority = "本县教育局"
version = "1"
"""


def configure(folder: Path, text: str, name: str = "homework-check.toml") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def settings_of(done: subprocess.CompletedProcess[str]) -> Any:
    assert done.stderr == ""
    return json.loads(done.stdout)["settings"]


@pytest.mark.parametrize(
    ("arguments", "variable", "file", "expected"),
    [
        ([], None, None, "6-3"),
        ([], None, "5-4", "5-4"),
        ([], "五四预备", "5-4", "5-4-preparatory"),
        (["--school-system", "6-3"], "五四预备", "5-4", "6-3"),
        ([], " ", "五四制", "5-4"),
        (["--isolated"], None, "5-4", "6-3"),
        (["--isolated"], "5-4", None, "5-4"),
    ],
)
def test_the_command_line_counts_first_then_variables_then_the_file(
    program: Program,
    tmp_path: Path,
    arguments: list[str],
    variable: str | None,
    file: str | None,
    expected: str,
) -> None:
    if file:
        configure(tmp_path, f'school_system = "{file}"\n')
    environment = {"HOMEWORK_CHECK_SCHOOL_SYSTEM": variable} if variable else {}
    done = program("check", "达标.csv", "--format", "json", *arguments, **environment)
    assert settings_of(done)["school_system"] == expected


def test_every_option_of_the_file_reaches_the_report(program: Program, tmp_path: Path) -> None:
    configure(tmp_path / "规则", RULE_FILE, "本县.toml")
    configure(
        tmp_path,
        """
        rules = "规则/本县.toml"
        exclude = ["待核*", "达标*"]
        ignore = ["parent-work-hint"]
        select = ["upper", "parent"]
        [assume]
        "形式" = "书面"
        """,
    )
    done = program("check", ".", "--format", "json")
    report = json.loads(done.stdout)
    assert report["rule_pack"]["id"] == "county"
    assert report["rule_pack"]["rules"] == ["upper-primary-daily-minutes"]
    assert "parent-work-hint" in report["settings"]["ignored"]
    assert [source["path"] for source in report["sources"]] == ["超时.csv"]
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("variable", "value", "code"),
    [
        ("FAIL_ON", "never", 0),
        ("EXCLUDE", "超时*，待核*", 0),
        ("SELECT", "lower,junior", 3),
        ("ENCODING", "utf-16", 3),
    ],
)
def test_variables_reach_the_check(program: Program, variable: str, value: str, code: int) -> None:
    assert program("check", ".").returncode == 1
    assert program("check", ".", **{f"HOMEWORK_CHECK_{variable}": value}).returncode == code


def test_assumptions_of_all_places_are_laid_over_each_other(
    program: Program, tmp_path: Path
) -> None:
    configure(tmp_path, '[assume]\nform = "other"\nplace = "school"\nschool = "甲校"\n')
    (tmp_path / "log.csv").write_text(
        "年级,班级,日期,学科,作业内容,预计时长(分钟)\n三年级,1班,2023-09-05,语文,生字,70\n",
        "utf-8",
    )
    done = program(
        "check", "log.csv", "--format", "json", "--assume", "form=written",
        HOMEWORK_CHECK_ASSUME="place=home,form=other",
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert sorted(report["settings"]["assumptions"]) == [
        "form=written",
        "place=home",
        "school=甲校",
    ]
    assert done.returncode == 1


def test_the_nearest_file_above_the_current_folder_counts(program: Program, tmp_path: Path) -> None:
    configure(tmp_path.parent, 'school_system = "5-4"\n')
    try:
        done = program("check", "达标.csv", "-v")
        assert done.stderr.splitlines()[0] == "配置：../homework-check.toml"
        configure(tmp_path, "")
        done = program("check", "达标.csv", "-v")
        assert done.stderr.splitlines()[0] == "配置：homework-check.toml"
    finally:
        (tmp_path.parent / "homework-check.toml").unlink()


def test_a_file_beside_the_sources_does_not_count(program: Program, tmp_path: Path) -> None:
    configure(tmp_path / "报送", 'fail_on = "never"\nnonsense = 1\n')
    (tmp_path / "超时.csv").rename(tmp_path / "报送" / "超时.csv")
    assert program("check", "报送").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "variable"), [(["--config", "本县/配置.toml"], ""), ([], "本县/配置.toml")]
)
def test_a_file_that_is_named(
    program: Program, tmp_path: Path, arguments: list[str], variable: str
) -> None:
    configure(tmp_path, "nonsense = 1\n")
    configure(tmp_path / "本县", 'rules = "本县.toml"\nlang = "en"\n', "配置.toml")
    configure(tmp_path / "本县", RULE_FILE, "本县.toml")
    environment = {"HOMEWORK_CHECK_CONFIG": variable, "HOMEWORK_CHECK_LANG": ""}
    done = program("rules", *arguments, **environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Rule pack county ")


def test_inspect_and_template_use_it_too(program: Program, tmp_path: Path) -> None:
    configure(tmp_path, 'school_system = "5-4"\n')
    assert program("inspect", "达标.csv", "-v").stderr == "配置：homework-check.toml\n"
    assert program("template", "-o", "form.xlsx").returncode == 0
    configure(tmp_path, "nonsense = 1\n")
    for arguments in (["inspect", "达标.csv"], ["template", "-o", "form2.xlsx"]):
        assert program(*arguments).returncode == 2
        assert program(*arguments, "--isolated").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "lang", "expected"),
    [
        ([], "", "Usage:"),
        (["--isolated"], "", "用法："),
        (["--config", "zh.toml"], "", "用法："),
        ([], "zh", "用法："),
        (["--lang", "zh"], "", "用法："),
    ],
)
def test_the_file_chooses_the_language_of_everything(
    program: Program, tmp_path: Path, arguments: list[str], lang: str, expected: str
) -> None:
    configure(tmp_path, 'lang = "en"\n')
    configure(tmp_path, 'lang = "zh"\n', "zh.toml")
    done = program("check", "--help", *arguments, HOMEWORK_CHECK_LANG=lang, LANG="zh_CN.UTF-8")
    assert done.stdout.startswith(expected)


@pytest.mark.parametrize(
    ("file", "arguments", "environment", "lines"),
    [
        (
            'scool_system = "5-4"',
            [],
            {},
            [
                "错误：配置文件“homework-check.toml”有1处问题：",
                "第1行，scool_system：不认识这一项，是不是school_system？",
            ],
        ),
        (
            'lang = "fr"',
            [],
            {},
            [
                "错误：配置文件“homework-check.toml”有1处问题：",
                "第1行，lang：应为zh、en之一，写的是“fr”",
            ],
        ),
        (
            "",
            ["--config", "x.toml", "--isolated"],
            {},
            [
                "错误：--config不能与--isolated同用。",
                "要用配置文件请去掉--isolated，不用请去掉--config。",
            ],
        ),
        (
            "",
            ["--config", "x.toml"],
            {},
            [
                "错误：找不到配置文件“x.toml”（--config）。",
                "请核对文件名和所在的文件夹；不用配置文件请写--isolated。",
            ],
        ),
        (
            "",
            [],
            {"CONFIG": "x.toml"},
            [
                "错误：找不到配置文件“x.toml”（HOMEWORK_CHECK_CONFIG）。",
                "请核对文件名和所在的文件夹；不用配置文件请写--isolated。",
            ],
        ),
        (
            "",
            [],
            {"LANG": "fr"},
            ['Error: HOMEWORK_CHECK_LANG does not know "fr".', "Use zh en"],
        ),
        (
            "",
            [],
            {"FAIL_ON": "info"},
            ["错误：HOMEWORK_CHECK_FAIL_ON不认识“info”。", "可用：error warning never"],
        ),
        (
            "",
            [],
            {"SCHOOL_SYSTEM": "7-2"},
            ["错误：HOMEWORK_CHECK_SCHOOL_SYSTEM不认识“7-2”。", "可用：6-3 5-4 5-4-preparatory"],
        ),
        (
            "",
            [],
            {"ENCODING": "xyz"},
            [
                "错误：HOMEWORK_CHECK_ENCODING：没有“xyz”这种文字编码。",
                "常用：gb18030、utf-8、utf-16、big5",
            ],
        ),
        (
            'encoding = "xyz"',
            [],
            {},
            [
                "错误：homework-check.toml: encoding：没有“xyz”这种文字编码。",
                "常用：gb18030、utf-8、utf-16、big5",
            ],
        ),
        (
            'rules = "guigang2023"',
            [],
            {},
            [
                "错误：homework-check.toml: rules：没有规则包“guigang2023”，也没有这个文件。",
                "是不是guigang-2023？内置：guigang-2023、cn-2021",
            ],
        ),
        (
            'select = ["primary"]',
            [],
            {},
            [
                "错误：homework-check.toml: select中的“primary”不是任何规则编号的开头。",
                "看全部规则：homework-check rules",
            ],
        ),
        (
            "",
            [],
            {"ASSUME": "形式=全部"},
            [
                "错误：HOMEWORK_CHECK_ASSUME不认识“形式=全部”。",
                "可写：form=written（全是书面）、place=home、year=2023、school=第一小学等",
            ],
        ),
    ],
)
def test_two_lines_name_the_file_or_the_variable(
    program: Program,
    tmp_path: Path,
    file: str,
    arguments: list[str],
    environment: dict[str, str],
    lines: list[str],
) -> None:
    configure(tmp_path, file)
    variables = {f"HOMEWORK_CHECK_{name}": value for name, value in environment.items()}
    done = program("check", "超时.csv", *arguments, **variables)
    assert (done.returncode, done.stdout, done.stderr.splitlines()) == (2, "", lines)
