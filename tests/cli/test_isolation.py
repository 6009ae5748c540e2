"""A folder with hostile files in it: all others are judged, and each of these has its reason."""

from __future__ import annotations

import io
import json
import os
import signal
import struct
import subprocess
import sys
import time
import zipfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from made_workbooks import raw_workbook

if TYPE_CHECKING:
    from collections.abc import Callable

    from processes import Program

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs pipes with names")

SOURCE = Path(__file__).parents[2] / "src"
HEADER = "学校,年级,班级,日期,学科,作业内容,作业形式,完成地点,预计时长(分钟)\n"
ROW = "第{school}小学,三年级,1班,2023-09-05,语文,抄写生字,书面,家庭,{minutes}\n"
ENCRYPTED = Path(__file__).parent / "data" / "encrypted.xlsx"
"""A sound log, encrypted by msoffcrypto-tool as Excel does it."""

STRANGE = "奇\x1b]0;x\x07\n怪.csv"


def sheet(*rows: str) -> bytes:
    """A workbook with these rows of XML in its sheet, and nothing else."""
    return raw_workbook("".join(rows))


def cell(address: str) -> str:
    row = "".join(filter(str.isdigit, address))
    return f'<row r="{row}"><c r="{address}" t="n"><v>1</v></c></row>'


def truncated() -> bytes:
    data = sheet(cell("A1"))
    return data[: len(data) // 2]


def locked() -> bytes:
    data = bytearray(sheet(cell("A1")))
    data[6] |= 1
    at = data.index(b"PK\1\2")
    data[at + 8] |= 1
    return bytes(data)


@cache
def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("全校.csv", bytes(30_000_000))
    return buffer.getvalue()


def loop() -> bytes:
    """A compound file whose directory never ends. Source: [MS-CFB] 2.2."""
    signature = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    numbers = struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6)
    sectors = struct.pack("<9L", 0, 1, 1, 0, 0x1000, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header = signature + bytes(16) + numbers + bytes(6) + sectors
    header += struct.pack("<109L", 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128L", 0xFFFFFFFD, 1, *[0xFFFFFFFF] * 126)
    return header + table + bytes(512)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "不全.xlsx": (truncated, "damaged"),
    "锁住.xlsx": (locked, "password"),
    "加密.xlsx": (ENCRYPTED.read_bytes, "password"),
    "两格.xlsx": (lambda: sheet(cell("A1"), cell("XFD1048576")), "too-large"),
    "充气.xlsx": (lambda: sheet(" " * 3_000_000), "too-large"),
    "炸弹.zip": (bomb, "too-large"),
    "循环.xls": (loop, "damaged"),
    STRANGE: (lambda: b"\x00\x01\x02", "encoding"),
    "空.csv": (lambda: b"", "empty"),
}


def put_hostile(folder: Path) -> None:
    for name, (data, _) in HOSTILE.items():
        (folder / name).write_bytes(data())
    os.mkfifo(folder / "管道.csv")
    (folder / "~$第1周.xlsx").write_bytes(bytes(165))


def put_sound(folder: Path, count: int) -> None:
    for school in range(count):
        text = HEADER + ROW.format(school=school, minutes=70 if school == 3 else 20)
        (folder / f"{school}.csv").write_text(text, "utf-8")


def test_hostile_files_cost_nobody_else_anything(tmp_path: Path, process: Program) -> None:
    place = tmp_path / "报送"
    place.mkdir()
    put_sound(place, 20)
    put_hostile(place)
    done = process("check", "报送", "--format", "json")
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert len(report["schools"]) == 20
    reasons = {s["path"]: s["reason"] for s in report["sources"] if s["status"] == "unreadable"}
    assert len(reasons) == len(HOSTILE) + 1
    assert reasons["报送/管道.csv"] == "not-a-file"
    for name, (_, reason) in HOSTILE.items():
        (found,) = (r for path, r in reasons.items() if path.split("/")[1][:1] == name[0])
        assert found == reason
    assert [p["reason"] for p in report["passed_over"]] == ["lock-file"]
    assert "\x1b" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", [*HOSTILE, "管道.csv", "~$第1周.xlsx"])
def test_a_hostile_file_alone_is_undecided(tmp_path: Path, program: Program, name: str) -> None:
    put_hostile(tmp_path)
    done = program("check", name)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", [*HOSTILE, "管道.csv"])
def test_a_hostile_file_as_the_roster_is_told_in_two_lines(
    tmp_path: Path, program: Program, name: str
) -> None:
    put_hostile(tmp_path)
    put_sound(tmp_path, 1)
    done = program("check", "0.csv", "--roster", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 2
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stderr


@pytest.mark.parametrize(("name", "reason"), [(name, why) for name, (_, why) in HOSTILE.items()])
def test_a_hostile_file_alone_is_listed_with_its_reason(
    tmp_path: Path, program: Program, name: str, reason: str
) -> None:
    put_hostile(tmp_path)
    report = json.loads(program("check", name, "--format", "json").stdout)
    (source,) = report["sources"]
    assert (source["status"], source["reason"]) == ("unreadable", reason)
    assert [f["rule"] for f in report["findings"]] == ["unreadable-source"]


def test_any_number_of_workers_gives_the_same_bytes(tmp_path: Path, process: Program) -> None:
    place = tmp_path / "报送"
    place.mkdir()
    put_sound(place, 20)
    put_hostile(place)
    outputs = {
        process("check", "报送", "--format", "json", "-j", jobs, SOURCE_DATE_EPOCH="0").stdout
        for jobs in ("0", "1", "2", "7")
    }
    assert len(outputs) == 1


def test_nor_does_the_order_change_them_in_which_the_files_came(
    tmp_path: Path, program: Program
) -> None:
    place = tmp_path / "报送"
    place.mkdir()
    put_hostile(tmp_path)
    put_sound(tmp_path, 20)
    names = sorted(path.name for path in tmp_path.iterdir() if path != place)
    outputs = set()
    for order in (names, names[::-1]):
        for name in order:
            (tmp_path / name).rename(place / name)
        outputs.add(program("check", "报送", "--format", "json", SOURCE_DATE_EPOCH="0").stdout)
        for name in order:
            (place / name).rename(tmp_path / name)
    assert len(outputs) == 1


def test_files_named_in_any_order_give_the_same_report(tmp_path: Path, program: Program) -> None:
    put_sound(tmp_path, 12)
    put_hostile(tmp_path)
    (tmp_path / "镇").mkdir()
    (tmp_path / "3.csv").rename(tmp_path / "镇" / "3.csv")
    names = ["0.csv", "10.csv", "2.csv", "镇", "空.csv"]
    outputs = []
    for order, jobs in ((names, "1"), (names[::-1], "2")):
        done = program("check", *order, "-j", jobs, "--format=json", SOURCE_DATE_EPOCH="0")
        assert done.returncode == 1
        outputs.append(done.stdout)
    assert outputs[0] == outputs[1]
    report = json.loads(outputs[0])
    paths = ["0.csv", "2.csv", "10.csv", "空.csv", "镇/3.csv"]
    assert [source["path"] for source in report["sources"]] == paths
    assert {s["school"]: s["verdict"] for s in report["schools"]} == {
        "第0小学": "kept",
        "第2小学": "kept",
        "第3小学": "broken",
        "第10小学": "kept",
    }


@pytest.mark.parametrize("jobs", ["x", "-1", "1.5"])
def test_a_number_of_jobs_is_a_whole_number(program: Program, logs: Path, jobs: str) -> None:
    assert logs.exists()
    done = program("check", "达标.csv", f"--jobs={jobs}")
    assert done.returncode == 2
    assert "--jobs" in done.stderr


def children_of(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")
    return [int(child) for child in listed.split()]


def is_running(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text("utf-8").rpartition(")")[2].split()[0] != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, -15), (signal.SIGKILL, -9)],
)
def test_an_end_leaves_no_process(tmp_path: Path, number: signal.Signals, code: int) -> None:
    for name in range(8):
        rows = "".join(ROW.format(school=f"{name}{n}", minutes=20) for n in range(20_000))
        (tmp_path / f"{name}.csv").write_text(HEADER + rows, "utf-8")
    running = started("check", ".", "-j", "3", "-o", "报告.json", folder=tmp_path)
    with running:
        while len(children := children_of(running.pid)) < 3:
            assert running.poll() is None
            time.sleep(0.01)
        time.sleep(0.1)
        running.send_signal(number)
        told = running.communicate(timeout=60)[1]
    assert running.returncode == code
    assert b"Traceback" not in told
    assert not (tmp_path / "报告.json").exists()
    end = time.monotonic() + 20
    while any(map(is_running, children)) and time.monotonic() < end:
        time.sleep(0.05)
    assert not any(map(is_running, children))


def members_of(session: int) -> list[int]:
    pids = [int(place.name) for place in Path("/proc").glob("[0-9]*")]
    return [pid for pid in pids if is_running(pid) and session_of(pid) == session]


def session_of(pid: int) -> int | None:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return None
    return int(fields[3])


def started(*arguments: str, folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "homework_check", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")
@pytest.mark.parametrize("delay", [0, 0.01, 0.03, 0.06, 0.1, 0.2])
def test_an_interrupt_while_all_get_ready_is_told_in_a_line(tmp_path: Path, delay: float) -> None:
    rows = "".join(ROW.format(school=n, minutes=20) for n in range(20_000))
    (tmp_path / "全区.csv").write_text(HEADER + rows, "utf-8")
    running = started("check", ".", "-o", "报告.json", folder=tmp_path)
    with running:
        while not children_of(running.pid):
            assert running.poll() is None
            time.sleep(0.001)
        time.sleep(delay)
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does: the worker gets it as well
        told = running.communicate(timeout=60)[1]
    assert running.returncode == 130
    assert len(told.decode().splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["全区.csv"]
    assert members_of(running.pid) == []


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")
@pytest.mark.parametrize(
    "wrong", [["没有.csv"], [".", "--rules", "没有"], [".", "-j", "x"], [".", "--week", "x"], []]
)
def test_wrong_usage_leaves_no_process(tmp_path: Path, wrong: list[str]) -> None:
    with started("check", *wrong, folder=tmp_path) as running:
        told = running.communicate(timeout=60)[1]
    assert running.returncode == 2
    assert len(told.decode().splitlines()) == 2
    assert members_of(running.pid) == []
