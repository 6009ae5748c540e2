"""``merge`` from reports in files to the exit code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from processes import Program

LOG = """\
县区,学校,年级,班级,日期,学科,作业内容,作业形式,完成地点,预计时长(分钟)
{county},第一小学,三年级,1班,{day},数学,练习册第5页,书面,家庭,{minutes}
"""


@pytest.fixture
def offices(tmp_path: Path, program: Program) -> Path:
    """Reports of two counties and two weeks; one class-day is over the limit."""
    for name, county, day, minutes in [
        ("1", "港北区", "2023-09-05", 20),
        ("2", "港北区", "2023-09-12", 70),
        ("3", "覃塘区", "2023-09-05", 20),
    ]:
        text = LOG.format(county=county, day=day, minutes=minutes)
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
        program("check", f"{name}.csv", "-o", f"office/{name}.json")
    return tmp_path


@pytest.mark.usefixtures("offices")
def test_reports_are_merged_shown_and_saved(process: Program, tmp_path: Path) -> None:
    done = process("merge", "office/*.json", "-o", "city/city.json", "-o", "city.txt")
    assert (done.returncode, done.stderr) == (1, "已保存：city/city.json\n已保存：city.txt\n")
    assert done.stdout.startswith("未全部达标  2所学校  2023年9月5日至9月12日\n")
    assert "office/1.json" in (tmp_path / "city.txt").read_text("utf-8")
    merged = json.loads((tmp_path / "city" / "city.json").read_bytes())
    assert [report["path"] for report in merged["reports"]] == [
        f"office/{n}.json" for n in (1, 2, 3)
    ]
    assert [week["from"] for week in merged["weeks"]] == ["2023-09-04", "2023-09-11"]


@pytest.mark.usefixtures("offices")
@pytest.mark.parametrize(("reports", "code"), [(["1", "3"], 0), (["1", "2"], 1)])
def test_the_exit_code_is_the_worst_verdict(
    program: Program, reports: list[str], code: int
) -> None:
    done = program("merge", *(f"office/{n}.json" for n in reports), "-q")
    assert (done.returncode, len(done.stdout.splitlines())) == (code, 1)


@pytest.mark.usefixtures("offices")
def test_the_same_reports_give_the_same_bytes(process: Program) -> None:
    arguments = ("merge", "office/1.json", "office/3.json", "--format", "json")
    first, second = (process(*arguments, SOURCE_DATE_EPOCH="0").stdout for _ in range(2))
    assert first == second
    assert json.loads(first)["generated_at"] == "1970-01-01T00:00:00+00:00"


@pytest.mark.usefixtures("offices")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["office/1.json", "office/1.json"],
            (
                "港北区第一小学（2023年9月5日）在“office/1.json”和“office/1.json”里都有。\n"
                "请只留一份。是两所同名学校的，检查时请写明县区：--assume county=名称\n"
            ),
        ),
        (
            ["1.csv"],
            (
                "“1.csv”不是check存成的JSON报告（JSON）。\n"
                "请这样生成：homework-check check 报送 -o 报告.json\n"
            ),
        ),
        ([], "没有写要合并的报告。\n例如：homework-check merge 各县/*.json -o 全市.json\n"),
        (
            ["office/1.json", "-o", "office/1.json"],
            "“office/1.json”是要检查的原文件，不能写在上面。\n请换一个文件名。\n",
        ),
        (
            ["office/1.json", "-o", "city.csv"],
            "看不出“city.csv”要存成什么格式。\n可用：.json .txt .xlsx\n",
        ),
    ],
)
def test_what_cannot_be_merged_is_told_in_two_lines(
    program: Program, arguments: list[str], told: str
) -> None:
    done = program("merge", *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"错误：{told}")


@pytest.mark.usefixtures("offices")
@pytest.mark.parametrize(
    ("options", "what"),
    [(["--rules", "cn-2021"], "规则包"), (["--ignore", "unposted-homework"], "规则不同")],
)
def test_reports_that_judged_differently_are_told_apart(
    program: Program, tmp_path: Path, options: list[str], what: str
) -> None:
    program("check", "3.csv", *options, "-o", "other.json")
    done = program("merge", "office/1.json", "other.json", "-o", "city.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert what in done.stderr
    assert not (tmp_path / "city.json").exists()


@pytest.mark.usefixtures("offices")
def test_reports_of_another_version_are_told_apart(program: Program, tmp_path: Path) -> None:
    report = json.loads((tmp_path / "office" / "3.json").read_bytes())
    report["tool"]["version"] = "99.0.0"
    (tmp_path / "other.json").write_text(json.dumps(report), "utf-8")
    done = program("merge", "office/1.json", "other.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "99.0" in done.stderr


def test_a_missing_report_is_told(program: Program) -> None:
    done = program("merge", "no.json")
    assert done.returncode == 2
    assert done.stderr.splitlines()[0].startswith("错误：“no.json”打不开（")


@pytest.mark.parametrize(("named", "key"), [("check", "findings"), ("merge", "weeks")])
def test_the_schema_of_either_document(program: Program, named: str, key: str) -> None:
    done = program("schema", named)
    assert done.returncode == 0
    assert key in json.loads(done.stdout)["properties"]
