"""``check --baseline`` from the command line to the exit code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from processes import Program

HEAD = "学校,年级,班级,日期,学科,作业内容,作业形式,完成地点,预计时长(分钟)\n"
EARLIER = [("1", "2023-09-04", 75), ("2", "2023-09-05", 75), ("3", "2023-09-06", 70)]
NOW = [("1", "2023-09-04", 55), ("2", "2023-09-05", 65), ("4", "2023-09-07", 80)]
SAVED = "上次/第1周报告.json"


def write(folder: Path, rows: list[tuple[str, str, int]]) -> None:
    folder.mkdir(exist_ok=True)
    for cls, day, minutes in rows:
        row = f"红星小学,三年级,{cls}班,{day},数学,练习册第5页,书面,家庭,{minutes}\n"
        (folder / f"三{cls}.csv").write_text(HEAD + row, "utf-8")


@pytest.fixture
def again(tmp_path: Path, program: Program) -> Path:
    """The report of a first hand-in; of four classes one is fixed, left, gone, and new."""
    write(tmp_path / "一", EARLIER)
    write(tmp_path / "二", NOW)
    program("check", "一", "-q", "-o", SAVED, SOURCE_DATE_EPOCH="1694160000")
    return tmp_path


@pytest.mark.usefixtures("again")
def test_what_has_changed_is_shown(program: Program, process: Program) -> None:
    done = process("check", "二", "--baseline", SAVED)
    assert (done.returncode, done.stderr) == (1, "")
    text = "".join(line.strip() for line in done.stdout.splitlines())
    assert (
        f"与上次比（{SAVED}，2023-09-08）：已解决1项，仍存在1项，新出现1项，无法比较1项。" in text
    )
    assert "与上次比：仍存在（上次75分钟）" in text
    assert "三年级1班 9月4日 周一：超时（上次75分钟）" in text
    assert "三年级3班 9月6日 周三：超时（上次70分钟）；这次没有登记" in text
    english = program("check", "二", "--baseline", SAVED, HOMEWORK_CHECK_LANG="en").stdout
    assert "1 fixed, 1 still there, 1 new, 1 not comparable." in " ".join(english.split())
    assert max(map(len, english.splitlines())) < 80


@pytest.mark.usefixtures("again")
def test_the_exit_code_and_the_verdict_stay(program: Program, tmp_path: Path) -> None:
    write(tmp_path / "三", [("1", "2023-09-04", 55)])
    for folder, code in (("一", 1), ("二", 1), ("三", 0)):
        plain, compared = (
            program("check", folder, *options, "-q") for options in ((), ("--baseline", SAVED))
        )
        assert (plain.returncode, compared.returncode) == (code, code)
        assert plain.stdout == compared.stdout


@pytest.mark.usefixtures("again")
def test_reports_do_not_depend_on_jobs_or_order(program: Program) -> None:
    arguments = ("--baseline", SAVED, "--format", "json")
    files = [f"二/三{cls}.csv" for cls, _, _ in NOW]
    shown = {
        program("check", *files, *arguments, "-j", jobs, SOURCE_DATE_EPOCH="0").stdout
        for jobs in ("1", "2")
    }
    assert len(shown) == 1
    facts = json.loads(shown.pop())["baseline"]
    turned = program("check", *reversed(files), *arguments, SOURCE_DATE_EPOCH="0").stdout
    assert json.loads(turned)["baseline"] == facts
    assert facts["counts"] == {"new": 1, "left": 1, "fixed": 1, "not_compared": 1}


@pytest.mark.usefixtures("again")
def test_a_report_that_was_compared_is_compared_and_merged(program: Program) -> None:
    program("check", "二", "--baseline", SAVED, "-q", "-o", "这次.json")
    done = program("check", "二", "--baseline", "这次.json", "--format", "json")
    counts = json.loads(done.stdout)["baseline"]["counts"]
    assert counts == {"new": 0, "left": 2, "fixed": 0, "not_compared": 0}
    assert program("merge", "这次.json", "--format", "json").returncode == 1


@pytest.mark.usefixtures("again")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["没有.json"], "错误：“没有.json”打不开（"),
        (["一"], "错误：“一”打不开（"),
        (["一/三1.csv"], "错误：“一/三1.csv”不是check存成的JSON报告（JSON）。"),
        (["深.json"], "错误：“深.json”不是check存成的JSON报告（JSON）。"),
        (["高.json"], "错误：“高.json”是更高版本的程序存的（schema_version 2）。"),
        (["合.json"], "错误：“合.json”本身就是合并的结果。"),
        ([SAVED, "--rules", "cn-2021"], "错误：规则包不同，不能与"),
        ([SAVED, "--ignore", "unposted-homework"], "错误：规则不同，不能与"),
        ([SAVED, "-o", SAVED], f"错误：“{SAVED}”是要检查的原文件，不能写在上面。"),
        ([""], "错误：“”打不开（"),
    ],
)
def test_what_cannot_be_compared_is_told_in_two_lines(
    program: Program, tmp_path: Path, arguments: list[str], told: str
) -> None:
    report = json.loads((tmp_path / SAVED).read_bytes())
    (tmp_path / "深.json").write_text('{"findings":' * 100_000)
    (tmp_path / "高.json").write_text(json.dumps(report | {"schema_version": 2}))
    program("merge", SAVED, "-q", "-o", "合.json")
    before = (tmp_path / SAVED).read_bytes()
    done = program("check", "二", "--baseline", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    first, *more = done.stderr.splitlines()
    assert first.startswith(told)
    assert len(more) == 1
    assert (tmp_path / SAVED).read_bytes() == before


@pytest.mark.usefixtures("again")
def test_a_path_is_only_shown(program: Program, tmp_path: Path) -> None:
    name = "a\x1b[2J::error::.json"
    (tmp_path / name).write_bytes((tmp_path / SAVED).read_bytes())
    for format_name in ("text", "json", "markdown", "html", "sarif"):
        shown = program("check", "二", "--baseline", name, "--format", format_name).stdout
        assert "\x1b" not in shown
    assert "a\\x1b[2J" in program("check", "二", "--baseline", name).stdout


@pytest.mark.usefixtures("again")
def test_only_the_command_line_names_an_earlier_report(program: Program) -> None:
    done = program("check", "二", HOMEWORK_CHECK_BASELINE=SAVED)
    assert "与上次比" not in done.stdout
