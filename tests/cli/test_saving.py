"""Whatever ends a run while it saves, the older report stays and nothing else is left."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from homework_check.cli.output import Target, prepare

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits and signals of Unix")

SOURCE = Path(__file__).parents[2] / "src"
HEADER = "学校,年级,班级,日期,学科,作业内容,作业形式,完成地点,预计时长(分钟)\n"
ROW = "第一小学,三年级,{cls}班,2023-09-05,语文,抄写生字,书面,家庭,90\n"
OLD = b"last week's report"
FORMATS = ("json", "csv", "md", "html", "xlsx", "xml", "sarif", "txt")

LIMITED = """
import resource, runpy, signal, sys
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
signal.signal(signal.SIGXFSZ, {action})
del sys.argv[1]
runpy.run_module("homework_check", run_name="__main__", alter_sys=True)
"""
"""Runs the program with a limit to its files: the system signals in the middle of a write."""

INTERRUPTED_LATE = """
import os, signal
from homework_check import cli
from homework_check.cli import output

replace = output._replace

def replace_and_interrupt(new, place):
    replace(new, place)
    os.kill(os.getpid(), signal.SIGINT)

output._replace = replace_and_interrupt
cli.main()
"""
"""Runs the program with an interrupt as soon as a report is in its place."""

UNPRIVILEGED = """
import ctypes, os, sys
CAP_DAC_OVERRIDE, PR_CAPBSET_DROP = 1, 24
ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)
os.execv(sys.executable, [sys.executable, "-m", "homework_check", *sys.argv[1:]])
"""
"""Runs the program without the right of root to write everywhere."""


def run(script: str, place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    own = {"PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8", "HOMEWORK_CHECK_LANG": "zh"}
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=place,
        # Compiled modules would be written too.
        env=os.environ | own | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A log with many findings, and a folder with older reports beside it."""
    rows = "".join(ROW.format(cls=number) for number in range(1, 400))
    (tmp_path / "作业.csv").write_text(HEADER + rows, "utf-8")
    (tmp_path / "报告").mkdir()
    for ending in FORMATS:
        (tmp_path / "报告" / f"旧.{ending}").write_bytes(OLD)
    return tmp_path / "报告"


def check_untouched(folder: Path, *new: str) -> None:
    assert {path.name for path in folder.iterdir()} == {*(f"旧.{e}" for e in FORMATS), *new}
    assert {path.read_bytes() for path in folder.glob("旧.*")} == {OLD}


# The three ways a process can meet the signal: as a full disk, as Ctrl-C, as kill -9.
ENDS = {
    "full": ("signal.SIG_IGN", 2),
    "interrupted": ("signal.default_int_handler", 130),
    "killed": ("signal.SIG_DFL", -signal.SIGXFSZ if sys.platform != "win32" else 0),
}


@pytest.mark.parametrize(
    ("end", "name"),
    [
        *(("full", f"旧.{ending}") for ending in FORMATS),
        # All formats of text are written alike.
        *((end, name) for end in ENDS for name in ("旧.json", "旧.xlsx", "新.json")),
    ],
)
def test_an_end_while_writing_leaves_the_older_report(folder: Path, end: str, name: str) -> None:
    if end == "killed" and sys.platform != "linux":
        pytest.skip("only Linux has files without a name")
    action, code = ENDS[end]
    script = LIMITED.format(action=action)
    done = run(script, folder.parent, "4096", "check", "作业.csv", "-q", "-o", f"报告/{name}")
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert "已保存" not in done.stderr
    check_untouched(folder)


def test_an_interrupt_after_the_report_is_there_says_so(folder: Path) -> None:
    done = run(INTERRUPTED_LATE, folder.parent, "check", "作业.csv", "-q", "-o", "报告/新.json")
    told = "已中断；已经存好的文件是完整的，其余没有写出。\n"
    assert (done.returncode, done.stderr) == (130, told)
    check_untouched(folder, "新.json")


def test_a_full_disk_is_told_in_two_lines(folder: Path) -> None:
    script = LIMITED.format(action="signal.SIG_IGN")
    done = run(script, folder.parent, "4096", "check", "作业.csv", "-o", "报告/旧.html")
    first, second = done.stderr.splitlines()
    assert first.startswith("错误：“报告/旧.html”没有存成（")
    assert second == "请看磁盘是否已满，或换一个文件名，再运行一次。"


def test_of_several_reports_each_is_told_to_be_saved_or_not(folder: Path) -> None:
    script = LIMITED.format(action="signal.SIG_IGN")
    outputs = ("-o", "报告/新.csv", "-o", "报告/旧.json", "-o", "报告/旧.csv")
    done = run(script, folder.parent, "400000", "check", "作业.csv", *outputs)
    assert done.returncode == 2
    saved, failed, _ = done.stderr.splitlines()
    assert saved == "已保存：报告/新.csv"
    assert failed.startswith("错误：“报告/旧.json”没有存成（")
    check_untouched(folder, "新.csv")
    assert len((folder / "新.csv").read_text("utf-8-sig").splitlines()) == 400


@pytest.mark.skipif(sys.platform != "linux", reason="root gives up its rights as on Linux")
@pytest.mark.parametrize("name", ["旧.json", "新.json"])
def test_a_folder_that_may_not_be_written_is_told_beforehand(folder: Path, name: str) -> None:
    folder.chmod(0o555)
    try:
        done = run(UNPRIVILEGED, folder.parent, "check", "作业.csv", "-o", f"报告/{name}")
    finally:
        folder.chmod(0o755)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"错误：“报告/{name}”写不进去，可能正在Excel或WPS中打开。\n"
        "请关闭后再试，或换一个文件名。检查还没有开始。\n"
    )
    check_untouched(folder)


def test_what_a_killed_run_left_is_taken_away_by_a_later_one(tmp_path: Path) -> None:
    names = (".homework-check-0a1b2c3d.tmp", ".homework-check-new.tmp", ".notes.tmp")
    left, fresh, other = (tmp_path / name for name in names)
    for path in (left, fresh, other):
        path.write_bytes(b"half")
    yesterday = time.time() - 86_400
    for path in (left, other):
        os.utime(path, (yesterday, yesterday))
    prepare([Target(tmp_path / "报告.json", "json")], [])
    assert set(tmp_path.iterdir()) == {fresh, other}


def test_a_name_of_the_greatest_length_can_be_saved(folder: Path) -> None:
    name = "报" * 83 + ".json"
    done = run(
        LIMITED.format(action="signal.SIG_IGN"), folder.parent, "9000000",
        "check", "作业.csv", "-q", "-o", f"报告/{name}",
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert stat.S_ISREG((folder / name).stat().st_mode)
