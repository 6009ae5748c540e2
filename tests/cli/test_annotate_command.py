"""``check --annotate``: which copies are saved where, what is told of them, and what is refused."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from in_process import run_here
from marked_copies import check, copy_of, list_rows, tasks
from openpyxl import load_workbook
from processes import run_process
from python_calamine import CalamineWorkbook

from homework_check import pipeline
from homework_check.marked.copying import mark
from homework_check.marked.markings import markings
from homework_check.marked.tasks import Marked, Unmarked
from homework_check.readers.own import is_marked_copy
from homework_check.workers import Limits

if TYPE_CHECKING:
    from processes import Program

SAMPLES = Path(__file__).parents[2] / "samples"
LOG = """\
学校,年级,班级,日期,学科,作业内容,作业形式,完成地点,预计时长(分钟)
第一小学,三年级,{cls}班,2023-09-05,语文,抄写生字,书面,家庭,{minutes}
"""
SCHOOL = "第一小学第2周作业登记.xlsx"


def put(path: Path, cls: int = 1, minutes: int | str = 90) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(LOG.format(cls=cls, minutes=minutes), "utf-8")
    return path


def files_in(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


class Returned(NamedTuple):
    """A run that saved marked copies, and the folder it ran in."""

    folder: Path
    done: subprocess.CompletedProcess[str]


LOGS: dict[str, int | str] = {"达标.csv": 20, "超时.csv": 90, "待核.csv": ""}


@pytest.fixture(scope="module")
def returned(tmp_path_factory: pytest.TempPathFactory) -> Returned:
    folder = tmp_path_factory.mktemp("报送")
    for cls, (name, minutes) in enumerate(LOGS.items(), 1):
        put(folder / name, cls, minutes)
    words = ("check", *LOGS, "--annotate", "退回/第2周/")
    return Returned(folder, run_process(words, folder, {"HOMEWORK_CHECK_LANG": "zh"}, None))


def test_a_copy_is_saved_of_every_source_with_findings(returned: Returned) -> None:
    folder, done = returned
    assert done.returncode == 1
    assert done.stderr == "已保存：退回/第2周/ 下2个标注稿\n"
    assert files_in(folder) == {*LOGS, "退回/第2周/超时.xlsx", "退回/第2周/待核.xlsx"}
    for cls, (name, minutes) in enumerate(LOGS.items(), 1):
        assert (folder / name).read_text("utf-8") == LOG.format(cls=cls, minutes=minutes)


def test_the_report_is_the_same_with_and_without(returned: Returned) -> None:
    folder, done = returned
    plain = run_here(("check", *LOGS), folder, {"HOMEWORK_CHECK_LANG": "zh"}, None)
    assert (done.stdout, done.returncode) == (plain.stdout, plain.returncode)


def test_inspect_says_that_the_list_is_passed_over(returned: Returned) -> None:
    words = ("inspect", "退回/第2周/超时.xlsx")
    shown = run_here(words, returned.folder, {"HOMEWORK_CHECK_LANG": "zh"}, None).stdout
    assert "标注稿里的清单，跳过" in shown


def test_in_english(logs: Path, program: Program) -> None:
    done = program("check", "超时.csv", "--annotate", "back", "--lang", "en")
    assert done.stderr == "Saved: marked copies in back/: 1\n"
    assert load_workbook(logs / "back/超时.xlsx").sheetnames[0] == "To act on"


def test_nothing_to_look_at_is_told(logs: Path, program: Program) -> None:
    done = program("check", "达标.csv", "--annotate", "退回")
    assert (done.returncode, done.stderr) == (0, "没有标注稿：没有要在表里处理或核实的内容。\n")
    assert files_in(logs / "退回") == set()


def test_what_is_no_log_has_no_copy(logs: Path, program: Program) -> None:
    (logs / "菜单.csv").write_text("日期,早餐\n周一,粥\n", "utf-8")
    (logs / "坏.xlsx").write_bytes(b"PK\3\4")
    done = program("check", "超时.csv", "菜单.csv", "坏.xlsx", "--annotate", "退回", "-q")
    assert done.stderr == "没有标注稿：坏.xlsx、菜单.csv（没有读到作业登记）\n"
    assert files_in(logs / "退回") == {"超时.xlsx"}


def test_copies_lie_under_the_folders_of_their_sources(tmp_path: Path, program: Program) -> None:
    put(tmp_path / "报送/城区/一小.csv", 1)
    put(tmp_path / "报送/城区/三年级/一小.csv", 2)
    put(tmp_path / "报送/一小.csv", 3)
    (tmp_path / "报送/一小.tsv").write_text(LOG.format(cls=4, minutes=90).replace(",", "\t"))
    with zipfile.ZipFile(tmp_path / "报送/乡镇.zip", "w") as archive:
        archive.writestr("二小/第2周.csv", LOG.format(cls=5, minutes=90))
    done = program("check", "报送", "--annotate", "退回", "-q")
    assert (done.returncode, done.stderr) == (1, "")
    assert files_in(tmp_path / "退回") == {
        "一小.xlsx", "一小 (2).xlsx", "城区/一小.xlsx", "城区/三年级/一小.xlsx",
        "乡镇/二小/第2周.xlsx",
    }  # fmt: skip


def test_no_name_leads_out_of_the_folder_or_is_none(tmp_path: Path, program: Program) -> None:
    names = ["../../逃.csv", "/etc/x.csv", "b\x1b[2J\n.csv", "夹:*?/c.csv", "x" * 240, "con.csv"]
    with zipfile.ZipFile(tmp_path / "全校.zip", "w") as archive:
        for number, name in enumerate(names, 1):
            archive.writestr(name, LOG.format(cls=number, minutes=90))
    before = files_in(tmp_path)
    done = program("check", "全校.zip", "--annotate", "退回", "-q")
    assert done.returncode == 1
    assert files_in(tmp_path) - before == {
        f"退回/全校/{name}.xlsx"
        for name in ("逃", "etc/x", "b_x1b[2J_x0a", "夹___/c", "x" * 200, "_con")
    }


def test_copies_sent_back_are_judged_and_copied_again(tmp_path: Path, program: Program) -> None:
    (tmp_path / SCHOOL).write_bytes((SAMPLES / SCHOOL).read_bytes())
    first = program("check", SCHOOL, "--annotate", "退回")
    again = program("check", "退回", "--annotate", "再退回")
    assert again.returncode == first.returncode == 1
    assert again.stdout.replace("退回/", "").replace("2张工作表", "1张工作表") == first.stdout
    assert again.stderr == "已保存：再退回/ 下1个标注稿\n"
    rows = [list_rows((tmp_path / place / SCHOOL).read_bytes()) for place in ("退回", "再退回")]
    assert rows[0] == rows[1]
    report = json.loads(program("check", "退回", "--format", "json").stdout)
    (source,) = report["sources"]
    assert [(s["status"], s["reason"]) for s in source["sheets"]] == [
        ("no-log", "own-list"), ("read", None),
    ]  # fmt: skip
    assert report["passed_over"] == []


def test_a_later_run_renews_its_copies_and_names_those_it_left(
    logs: Path, program: Program
) -> None:
    program("check", "超时.csv", "待核.csv", "--annotate", "退回")
    old = (logs / "退回/待核.xlsx").read_bytes()
    put(logs / "待核.csv", 3, 20)
    put(logs / "超时.csv", 2, 95)
    done = program("check", "超时.csv", "待核.csv", "--annotate", "退回")
    assert done.stderr.splitlines() == [
        "已保存：退回/ 下1个标注稿",
        "退回/ 里以前的标注稿没有更新（这次不用处理）：退回/待核.xlsx",
    ]
    assert (logs / "退回/待核.xlsx").read_bytes() == old
    assert list_rows((logs / "退回/超时.xlsx").read_bytes())[1][6] == "95分钟"


REFUSED = {
    "inside": (["报送", "--annotate", "报送/退回"],
               "错误：“报送/退回”在要检查的“报送”里，标注稿下次会被当成登记表。"),
    "the same": (["报送", "--annotate", "./报送"],
                 "错误：“./报送”在要检查的“报送”里，标注稿下次会被当成登记表。"),
    "below": ([".", "--annotate", "退回"],
              "错误：“退回”在要检查的“.”里，标注稿下次会被当成登记表。"),
    "a source": (["已有.xlsx", "--annotate", "."],
                 "错误：“已有.xlsx”是要检查的原文件，不能写在上面。"),
    "no copy": (["报送/已有.csv", "--annotate", "."],
                "错误：“已有.xlsx”已经有了，不是标注稿，不能写在上面。"),
    "a file": (["报送", "--annotate", "文件"],
               "错误：“文件”里写不进标注稿：不是文件夹，或没有权限。"),
    "below a file": (["报送", "--annotate", "文件/退回"],
                     "错误：“文件/退回”里写不进标注稿：不是文件夹，或没有权限。"),
    "empty": (["报送", "--annotate", ""], "错误：--annotate后面要写内容。"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_would_do_harm_is_refused_before_the_check(
    tmp_path: Path, program: Program, case: str
) -> None:
    put(tmp_path / "报送/已有.csv")
    (tmp_path / "已有.xlsx").write_bytes((SAMPLES / SCHOOL).read_bytes())
    (tmp_path / "文件").write_bytes(b"x")
    before = files_in(tmp_path)
    words, message = REFUSED[case]
    done = program("check", *words)
    assert (done.returncode, done.stdout) == (2, "")
    first, second = done.stderr.splitlines()
    assert first == message
    assert second.endswith("检查还没有开始。")
    assert files_in(tmp_path) == before


def test_a_report_in_the_same_folder_is_not_written_over(logs: Path, program: Program) -> None:
    program("check", "超时.csv", "--annotate", "退回", "-o", "退回/超时.xlsx")
    assert files_in(logs / "退回") == {"超时.xlsx", "超时 (2).xlsx"}
    assert not is_marked_copy(logs / "退回/超时.xlsx")
    assert is_marked_copy(logs / "退回/超时 (2).xlsx")


def test_standard_input_has_a_copy_too(tmp_path: Path, program: Program) -> None:
    text = LOG.format(cls=1, minutes=90)
    name = "上级/第2周.csv"
    program("check", "-", "--stdin-filename", name, "--annotate", "退回", stdin=text)
    assert files_in(tmp_path) == {"退回/第2周.xlsx"}


def test_another_reader_opens_a_copy() -> None:
    with (
        CalamineWorkbook.from_path(SAMPLES / SCHOOL) as original,
        CalamineWorkbook.from_filelike(io.BytesIO(copy_of(SAMPLES / SCHOOL).content)) as book,
    ):
        assert book.sheet_names == ["需要处理", *original.sheet_names]
        assert book.get_sheet_by_index(0).to_python()[3][:3] == ["序号", "情况", "班级"]
        log, copy = original.get_sheet_by_index(0), book.get_sheet_by_index(1)
        assert copy.to_python() == log.to_python()
        assert copy.merged_cell_ranges == log.merged_cell_ranges


def annotated(path: Path, seconds: float) -> list[pipeline.Copied]:
    request, report = check(path)
    wanted = markings(report, "zh")
    return [*pipeline.annotate(request, wanted, report.generated_at, "zh", Limits(seconds))]


def test_a_source_that_has_changed_meanwhile_is_not_marked(tmp_path: Path) -> None:
    path = put(tmp_path / "作业.csv")
    (task,) = tasks(path)
    put(path, minutes=91)
    assert mark(task) == Unmarked("changed")
    path.unlink()
    assert mark(task) == Unmarked("changed")


def test_a_source_that_openpyxl_never_ends_with_is_made_anew(tmp_path: Path) -> None:
    path, slow = tmp_path / SCHOOL, f'<numFmt numFmtId="200" formatCode="{"[" * 1_000_000}"/>'
    with zipfile.ZipFile(SAMPLES / SCHOOL) as old, zipfile.ZipFile(path, "w") as archive:
        for name in old.namelist():
            text = old.read(name).decode()
            if name == "xl/styles.xml":
                text = re.sub("<numFmts.*?</numFmts>|<numFmts[^>]*/>", "", text)
                text = text.replace("<fonts", f'<numFmts count="1">{slow}</numFmts><fonts', 1)
                text = text.replace("</cellXfs>", '<xf numFmtId="200"/></cellXfs>')
            archive.writestr(name, text)
    # NOTE: the second worker has as long to start, and to make the copy, which takes one.
    ((_, copy),) = annotated(path, seconds=6)
    assert isinstance(copy, Marked)
    assert copy.losses == ("looks",)


def test_one_that_cannot_be_made_anew_in_time_has_none(tmp_path: Path) -> None:
    ((_, copy),) = annotated(put(tmp_path / "作业.csv"), seconds=0)
    assert copy == Unmarked("failed")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_an_interrupt_leaves_whole_copies_and_says_so(tmp_path: Path) -> None:
    for number in range(1, 60):
        put(tmp_path / f"报送/{number}.csv", number)
    words = [sys.executable, "-m", "homework_check", "check", "报送", "--annotate", "退回", "-q"]
    own = {"PYTHONPATH": str(SAMPLES.parent / "src"), "HOMEWORK_CHECK_LANG": "zh"}
    with subprocess.Popen(
        words, cwd=tmp_path, env=os.environ | own, stderr=subprocess.PIPE, stdout=subprocess.PIPE
    ) as running:
        while running.poll() is None and not files_in(tmp_path / "退回"):
            time.sleep(0.005)
        running.send_signal(signal.SIGINT)
        told = running.communicate(timeout=60)[1].decode()
    copies = files_in(tmp_path / "退回")
    assert all(is_marked_copy(tmp_path / "退回" / name) for name in copies)
    if running.returncode == 130:
        assert told == "已中断；已经存好的文件是完整的，其余没有写出。\n"
        assert len(copies) < 59
