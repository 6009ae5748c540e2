from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from homework_check.cli.output import Target, parse_target, prepare, save
from homework_check.errors import HomeworkCheckError, UsageError

ENDINGS = {".json": "json", ".txt": "text"}


@pytest.mark.parametrize(
    ("name", "format_name"), [("报告.json", "json"), ("a/报告.TXT", "text"), ("x.y.json", "json")]
)
def test_the_ending_gives_the_format(name: str, format_name: str) -> None:
    assert parse_target(name, ENDINGS) == Target(Path(name), format_name)


@pytest.mark.parametrize("name", ["报告.docx", "报告", ".json", ""])
def test_an_unknown_ending_is_answered_with_the_known_ones(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_target(name, ENDINGS)
    assert caught.value.message.zh == f"看不出“{name}”要存成什么格式。"
    assert caught.value.hint.zh == "可用：.json .txt"


def test_missing_folders_are_made_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "甲" / "乙" / "报告.json"
    prepare([Target(target, "json")], [])
    assert list(target.parent.iterdir()) == []


def test_preparing_leaves_an_older_report_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "报告.txt"
    target.write_text("上周", "utf-8")
    prepare([Target(target, "text")], [])
    assert target.read_text("utf-8") == "上周"


def test_a_source_is_no_target_by_whatever_path(tmp_path: Path) -> None:
    source = tmp_path / "第2周.txt"
    source.write_text("学科", "utf-8")
    link = tmp_path / "link.txt"
    link.symlink_to(source)
    for path in (source, tmp_path / "." / "第2周.txt", link):
        with pytest.raises(UsageError, match="is a source"):
            prepare([Target(path, "text")], [source])


@pytest.mark.parametrize("name", ["folder.txt", "file.txt/report.txt"])
def test_what_cannot_be_written_is_told_beforehand(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "file.txt").touch()
    with pytest.raises(UsageError, match="cannot write"):
        prepare([Target(tmp_path / name, "text")], [])


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are of another kind")
def test_a_saved_report_is_utf8_and_readable_by_others(tmp_path: Path) -> None:
    target = tmp_path / "报告.txt"
    before = os.umask(0o022)
    try:
        save(target, "达标\nMET \ud800\n")
    finally:
        os.umask(before)
    assert target.read_bytes() == "达标\nMET \\ud800\n".encode()
    assert stat.S_IMODE(target.stat().st_mode) == 0o644
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real.txt"
    real.write_text("old", "utf-8")
    link = tmp_path / "link.txt"
    link.symlink_to(real)
    save(link, "new")
    assert link.is_symlink()
    assert real.read_text("utf-8") == "new"


def test_a_report_that_cannot_be_saved_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "报告.txt"
    target.mkdir()
    with pytest.raises(HomeworkCheckError, match="was not saved"):
        save(target, "达标")
    assert list(tmp_path.iterdir()) == [target]
