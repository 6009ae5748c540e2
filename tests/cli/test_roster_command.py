"""``--roster`` as its users write it: on the command line, in a variable, in the configuration."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from processes import Program

ROSTER = "学校,三年级\n第一小学,1\n"


@pytest.fixture
def inbox(logs: Path) -> Path:
    """A folder with a log that is kept, and rosters beside and in it."""
    for name in ("超时.csv", "待核.csv"):
        (logs / name).unlink()
    (logs / "名册.csv").write_text(ROSTER, "utf-8")
    (logs / "两所.csv").write_text(ROSTER + "第二小学,2\n", "utf-8")
    return logs


DAY = ("--from", "2023-09-05", "--to", "2023-09-05")


@pytest.mark.usefixtures("inbox")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--roster", "名册.csv", *DAY), 0),
        (("--roster", "名册.csv"), 0),
        (("--roster", "名册.csv", "--week", "2023-09-05"), 3),
        (("--roster", "名册.csv", "--week", "2023-09-05", "--fail-on", "warning"), 1),
        (("--roster", "两所.csv", *DAY), 3),
        (("--roster", "两所.csv"), 3),
        (("--roster", "两所.csv", "--fail-on", "warning"), 1),
        (("--roster", "两所.csv", "--fail-on", "never"), 0),
    ],
)
def test_exit_codes(program: Program, arguments: tuple[str, ...], code: int) -> None:
    done = program("check", "达标.csv", *arguments)
    assert (done.returncode, done.stderr) == (code, "")


@pytest.mark.usefixtures("inbox")
def test_the_roster_is_no_log_of_the_folder_it_stands_in(program: Program) -> None:
    done = program(
        "check", ".", "--roster", "两所.csv", "--exclude", "名册.csv", "--format", "json"
    )
    assert done.stderr == "跳过：两所.csv（名册）\n"
    facts = json.loads(done.stdout)
    assert [source["path"] for source in facts["sources"]] == ["达标.csv"]
    assert facts["roster"]["path"] == "两所.csv"
    assert {s["school"]: s["submission"]["state"] for s in facts["schools"]} == {
        "第一小学": "received",
        "第二小学": "missing",
    }


def test_the_roster_may_stand_in_the_configuration_or_a_variable(
    program: Program, inbox: Path
) -> None:
    (inbox / "配置").mkdir()
    (inbox / "配置" / "homework-check.toml").write_text('roster = "../名册.csv"', "utf-8")
    config = ("--config", "配置/homework-check.toml", "--format", "json")
    configured = program("check", "达标.csv", *config)
    assert json.loads(configured.stdout)["roster"]["schools"] == 1
    variable = program("check", "达标.csv", *config, HOMEWORK_CHECK_ROSTER="两所.csv")
    assert json.loads(variable.stdout)["roster"]["schools"] == 2
    option = program("check", "达标.csv", *config, "--roster", "名册.csv",
                     HOMEWORK_CHECK_ROSTER="两所.csv")  # fmt: skip
    assert json.loads(option.stdout)["roster"]["schools"] == 1


@pytest.mark.usefixtures("inbox")
@pytest.mark.parametrize(
    ("name", "content", "message", "hint"),
    [
        ("没有.csv", None, "错误：找不到名册“没有.csv”。", "请核对文件名和所在的文件夹。"),
        ("人数.csv", "名称,人数\n第一小学,9\n",
         "错误：名册“人数.csv”没有“学校”一列（见到：名称、人数）。",
         "请把学校名称一列的表头写成“学校”。"),
        ("空.csv", "", "错误：名册读不了：空.csv是空文件。",
         "请在Excel或WPS中打开确认，另存为xlsx后再试。"),
        ("表头.csv", "学校,备注\n", "错误：名册“表头.csv”里一所学校也没有写。",
         "请在“学校”一列写学校名称，一行一所。"),
    ],
)  # fmt: skip
def test_a_roster_that_cannot_be_used(
    program: Program, tmp_path: Path, name: str, content: str | None, message: str, hint: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, "utf-8")
    done = program("check", "达标.csv", "--roster", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [message, hint]


@pytest.mark.usefixtures("inbox")
def test_the_roster_is_never_written_over(program: Program) -> None:
    done = program("check", "达标.csv", "--roster", "名册.csv", "-o", "名册.csv")
    assert done.returncode == 2
    assert "不能写在上面" in done.stderr


def test_the_roster_states_the_system_of_a_school(program: Program, inbox: Path) -> None:
    (inbox / "五四.csv").write_text("学校,学制\n第一小学,五四\n", "utf-8")
    done = program("check", "达标.csv", "--roster", "五四.csv", "--format", "json")
    assert json.loads(done.stdout)["settings"]["school_systems"] == {"第一小学": "5-4"}


def test_a_folder_without_one_log_still_tells_who_is_missing(program: Program, inbox: Path) -> None:
    (inbox / "空").mkdir()
    done = program("check", "空", "--roster", "两所.csv", "--week", "2023-09-05")
    assert done.returncode == 3
    assert "达标学校：0/2所应报学校（0.0%）。" in done.stdout
    assert done.stdout.count("未报送") == 3


def test_rows_of_a_roster_that_leave_the_same_open_are_told_once(
    program: Program, inbox: Path
) -> None:
    schools = [f"第{n}学校,九年一贯制" for n in range(1, 13)]
    text = "\n".join(["学校,学制", "第一小学,六年制", *schools])
    (inbox / "一贯.csv").write_text(text, "utf-8")
    done = program("check", "达标.csv", "--roster", "一贯.csv")
    told = "".join(line.strip() for line in done.stdout.splitlines())
    assert "名册第3、4、5、6、7、8、9、10、11、12等12行的学制“九年一贯制”看不出" in told
    assert told.count("学制“") == 1
