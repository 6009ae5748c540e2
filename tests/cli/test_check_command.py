from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from processes import Program


@pytest.mark.usefixtures("logs")
@pytest.mark.parametrize(
    ("arguments", "code", "start"),
    [
        (["达标.csv"], 0, "达标  第一小学"),
        (["超时.csv"], 1, "未达标  第一小学"),
        (["待核.csv"], 3, "待核  第一小学"),
        (["超时.csv", "待核.csv"], 1, "未达标"),
        (["超时.csv", "--fail-on", "never"], 0, "未达标"),
        (["超时.csv", "--fail-on", "warning"], 1, "未达标"),
        (["超时.csv", "--ignore", "upper-primary"], 3, ""),
        (["超时.csv", "--week", "2023-09-11"], 3, ""),
        (["超时.csv", "--lang", "en"], 1, "NOT MET  第一小学"),
    ],
)
def test_the_exit_code_tells_the_verdict(
    process: Program, arguments: list[str], code: int, start: str
) -> None:
    done = process("check", *arguments)
    assert (done.returncode, done.stderr) == (code, "")
    assert done.stdout.startswith(start)


def test_quiet_is_one_line(program: Program, logs: Path) -> None:
    (logs / "~$达标.csv").touch()
    done = program("check", ".", "-q", "-o", "out/报告.json")
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""
    assert (logs / "out" / "报告.json").exists()


def test_what_was_passed_over_and_saved_is_told_beside_the_report(
    program: Program, logs: Path
) -> None:
    (logs / "~$达标.csv").touch()
    done = program("check", ".", "-o", "甲/报告.json", "-o", "报告.txt")
    assert done.stderr.splitlines() == [
        "跳过：./~$达标.csv（Office临时文件，原文件可能正开着）"
        if "./~$" in done.stderr
        else "跳过：~$达标.csv（Office临时文件，原文件可能正开着）",
        "已保存：甲/报告.json",
        "已保存：报告.txt",
    ]
    assert json.loads((logs / "甲" / "报告.json").read_text("utf-8"))["verdict"] == "broken"
    assert (logs / "报告.txt").read_text("utf-8").startswith("未达标")


@pytest.mark.parametrize(
    ("arguments", "named", "last"),
    [
        ([], 2, "跳过：另有3个文件（系统文件）。全部列出请加：-v"),
        (["-v"], 5, "跳过：5/desktop.ini（系统文件）"),
    ],
)
def test_of_many_files_passed_over_a_few_are_named(
    program: Program, logs: Path, arguments: list[str], named: int, last: str
) -> None:
    for folder in "12345":
        (logs / folder).mkdir()
        (logs / folder / "desktop.ini").touch()
    lines = program("check", ".", *arguments).stderr.replace("./", "").splitlines()
    assert sum("desktop.ini" in line for line in lines) == named
    assert lines[-1] == last


def test_a_file_holds_all_findings_whatever_the_screen_shows(program: Program, logs: Path) -> None:
    done = program("check", "超时.csv", "--max-findings", "0", "-o", "全部.txt")
    saved = (logs / "全部.txt").read_text("utf-8")
    assert "至少减" in saved
    assert "至少减" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "second"),
    [
        (["超时.csv", "-o", "报送.txt"], "请换一个文件名。"),
        (["超时.csv", "-o", "folder.json"], "请关闭后再试，或换一个文件名。检查还没有开始。"),
    ],
)
def test_an_impossible_target_is_told_before_the_check(
    program: Program, logs: Path, arguments: list[str], second: str
) -> None:
    (logs / "报送.txt").write_bytes((logs / "超时.csv").read_bytes())
    (logs / "folder.json").mkdir()
    before = (logs / "报送.txt").read_bytes()
    done = program("check", "报送.txt", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[1] == second
    assert (logs / "报送.txt").read_bytes() == before


def test_standard_input_is_a_source(process: Program, logs: Path) -> None:
    log = (logs / "超时.csv").read_text("utf-8")
    done = process("check", "-", "--stdin-filename", "第2周.csv", "--format", "json", stdin=log)
    report = json.loads(done.stdout)
    assert (done.returncode, report["sources"][0]["path"]) == (1, "第2周.csv")


@pytest.mark.usefixtures("logs")
def test_a_pattern_that_no_shell_expanded_names_its_files(program: Program) -> None:
    done = program("check", "[超达]*.csv", "--format", "json")
    assert [source["path"] for source in json.loads(done.stdout)["sources"]] == [
        "超时.csv",
        "达标.csv",
    ]


def settings_of(done: Any) -> Any:
    return json.loads(done.stdout)["settings"]


@pytest.mark.usefixtures("logs")
def test_options_reach_the_report(program: Program) -> None:
    done = program(
        "check", "超时.csv", "--format", "json", "--week", "2023年9月6日", "--ignore", "junior",
        "--school-system", "五四", "--assume", "形式=书面",
    )  # fmt: skip
    settings = settings_of(done)
    assert settings["period"] == {"from": "2023-09-04", "to": "2023-09-10"}
    assert settings["ignored"] == ["junior-daily-minutes"]
    assert settings["school_system"] == "5-4"


@pytest.mark.usefixtures("logs")
def test_colours_are_there_when_asked_for_only(program: Program) -> None:
    plain = program("check", "超时.csv")
    coloured = program("check", "超时.csv", "--color", "always")
    assert "\x1b" not in plain.stdout
    assert "\x1b[" in coloured.stdout


@pytest.mark.usefixtures("logs")
def test_a_report_is_reproducible(process: Program) -> None:
    arguments = ("check", ".", "--format", "json")
    first, second = (process(*arguments, SOURCE_DATE_EPOCH="1700000000") for _ in range(2))
    assert first.stdout == second.stdout
