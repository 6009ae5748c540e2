"""Arguments to files: order, what is passed over, links, and names that do not exist."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from sample_reports import one_school

from homework_check.errors import UsageError
from homework_check.marks import CSV_KEYS
from homework_check.readers.source_file import SourceFile
from homework_check.readers.sources import Found, find
from homework_check.reporters import View
from homework_check.reporters import render as make_report
from homework_check.reporters.csv_rows import COLUMNS
from homework_check.workbook import PassedOver

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current directory."""
    place = tmp_path / "here"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def shown(*arguments: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [file.shown for file in find(arguments, exclude=exclude).files]


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("报送", ["报送/1.xlsx", "报送/b/3.csv", "报送/二.xls"]),
        ("报送/", ["报送/1.xlsx", "报送/b/3.csv", "报送/二.xls"]),
        (".", ["报送/1.xlsx", "报送/b/3.csv", "报送/二.xls"]),
        ("./报送/1.xlsx", ["./报送/1.xlsx"]),
    ],
)
def test_paths_are_shown_as_written_and_sorted(
    folder: Path, argument: str, expected: list[str]
) -> None:
    make(folder, "报送/二.xls", "报送/b/3.csv", "报送/1.xlsx")
    assert shown(argument) == expected


def test_sources_are_ordered_by_name_whatever_the_order_of_arguments(folder: Path) -> None:
    make(folder, "10.xlsx", "9.xlsx", "报送/第10周.xlsx", "报送/第9周.xlsx", "报送/第9周/a.xlsx")
    expected = ["9.xlsx", "10.xlsx", "报送/第9周.xlsx", "报送/第9周/a.xlsx", "报送/第10周.xlsx"]
    for arguments in permutations(["10.xlsx", "9.xlsx", "报送"]):
        assert shown(*arguments) == expected


def test_of_two_ways_to_a_file_the_one_through_most_folders_counts(folder: Path) -> None:
    make(folder, "报送/城北小学/a.xlsx")
    ways = ["报送/城北小学/a.xlsx", "报送/城北小学", "./报送"]
    for arguments in permutations(ways):
        (file,) = find(arguments).files
        assert (file.shown, file.folders) == ("报送/城北小学/a.xlsx", ("城北小学",))


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("~$第2周.xlsx", "lock-file"),
        (".~lock.第2周.ods#", "lock-file"),
        ("._第2周.xlsx", "system-file"),
        (".DS_Store", "system-file"),
        ("Thumbs.db", "system-file"),
        ("homework-check.toml", "system-file"),
        (".第2周.xlsx", "hidden"),
        ("setup.EXE", "program"),
        ("run.py", "program"),
        ("说明.txt", "text-note"),
        ("README.md", "text-note"),
        ("报告.json", "data"),
        ("第2周.expected.json", "data"),
        ("报告.sarif", "data"),
        ("设置.xml", "data"),
    ],
)
def test_what_is_no_log_is_passed_over_in_folders_only(
    folder: Path, name: str, reason: str
) -> None:
    make(folder, f"报送/{name}")
    found = find(["报送"])
    assert found == Found((), (PassedOver(f"报送/{name}", reason),))
    assert shown(f"报送/{name}") == [f"报送/{name}"]
    assert not find([f"报送/{name}", "报送"]).passed_over


@pytest.mark.parametrize("name", ["作业.et", "总结.docx", "a.pdf", "a.rar", "a.zip", "a.jpg", "a"])
def test_what_could_be_a_submission_is_not_passed_over(folder: Path, name: str) -> None:
    make(folder, f"报送/{name}")
    assert shown("报送") == [f"报送/{name}"]


def test_hidden_folders_are_passed_over_whole(folder: Path) -> None:
    make(folder, "报送/.git/a.xlsx", "报送/x.xlsx/a.xlsx")
    found = find(["报送"])
    assert [file.shown for file in found.files] == ["报送/x.xlsx/a.xlsx"]
    assert found.passed_over == (PassedOver("报送/.git", "hidden"),)


@pytest.mark.parametrize(
    ("glob", "left"),
    [
        ("*.csv", ["报送/a.xlsx", "报送/旧/a.xlsx"]),
        ("旧", ["报送/a.xlsx", "报送/b.csv"]),
        ("报送/旧/*", ["报送/a.xlsx", "报送/b.csv"]),
        ("报送", ["报送/a.xlsx", "报送/b.csv", "报送/旧/a.xlsx"]),
    ],
)
def test_excludes_match_names_and_shown_paths(folder: Path, glob: str, left: list[str]) -> None:
    make(folder, "报送/a.xlsx", "报送/b.csv", "报送/旧/a.xlsx")
    assert shown("报送", exclude=(glob,)) == left
    assert shown("报送/b.csv", exclude=(glob,)) == ["报送/b.csv"]


def test_two_ways_to_one_file_are_one_source(folder: Path) -> None:
    make(folder, "报送/a.xlsx")
    (folder / "link.xlsx").symlink_to(folder / "报送" / "a.xlsx")
    arguments = ["./报送/a.xlsx", "报送", str(folder / "报送" / "a.xlsx"), "link.xlsx"]
    for order in permutations(arguments):
        assert shown(*order) == ["./报送/a.xlsx"]


def test_links_are_not_followed_out_of_a_folder(folder: Path) -> None:
    make(folder, "outside/a.xlsx", "报送/b.xlsx")
    (folder / "报送" / "file.xlsx").symlink_to(folder / "outside" / "a.xlsx")
    (folder / "报送" / "folder").symlink_to(folder / "outside", target_is_directory=True)
    (folder / "报送" / "round").symlink_to(folder / "报送" / "round")
    (folder / "报送" / "self").symlink_to(folder / "报送", target_is_directory=True)
    files = {file.shown: file.path for file in find(["报送"]).files}
    assert list(files) == ["报送/b.xlsx", "报送/file.xlsx", "报送/folder", "报送/round"]
    assert files["报送/file.xlsx"] is None
    assert files["报送/folder"] is None
    assert "outside/a.xlsx" in shown("报送", "outside/a.xlsx")


def test_a_missing_file_is_told_with_its_likely_name(folder: Path) -> None:
    make(folder, "第2周.xlsx", "名册.xlsx")
    with pytest.raises(UsageError) as caught:
        find(["第二周.xlsx"])
    assert "第二周.xlsx" in caught.value.message.zh
    assert "第2周.xlsx" in caught.value.hint.zh


@pytest.mark.parametrize("argument", ["nothing/like/it.xlsx", "", "a\0b"])
def test_a_missing_file_without_a_likely_name(folder: Path, argument: str) -> None:
    make(folder, "第2周.xlsx")
    with pytest.raises(UsageError) as caught:
        find([argument])
    assert "{" not in caught.value.hint.en


def test_standard_input_needs_a_name() -> None:
    with pytest.raises(UsageError) as caught:
        find(["-"], stdin=b"a,b")
    assert "--stdin-filename" in caught.value.hint.en
    files = find(["-"], stdin=b"a,b", stdin_filename="第2周.csv").files
    assert files == (SourceFile("第2周.csv", None, b"a,b"),)


def test_folders_below_an_argument_are_kept_apart_from_those_above(folder: Path) -> None:
    make(folder, "报送/城西小学/三年级/1班.csv", "报送/a.csv")
    found = {file.shown: file.folders for file in find(["报送"]).files}
    assert found == {"报送/a.csv": (), "报送/城西小学/三年级/1班.csv": ("城西小学", "三年级")}
    assert find(["报送/城西小学"]).files[0].folders == ("三年级",)
    assert find(["报送/城西小学/三年级/1班.csv"]).files[0].folders == ()


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("报告.xlsx", "xlsx"),
        ("改了名.XLSX", "xlsx"),
        ("清单.csv", "csv"),
        ("报告.html", "html"),
        ("报告.htm", "html"),
        ("报告.xml", "junit"),
    ],
)
def test_reports_of_the_program_are_passed_over_in_folders_only(
    folder: Path, name: str, format_name: str
) -> None:
    make(folder, "报送/log.csv")
    report = make_report(one_school(), format_name, "zh", View())
    content = report if isinstance(report, bytes) else report.encode()
    (folder / "报送" / name).write_bytes(content)
    found = find(["报送"])
    assert [file.shown for file in found.files] == ["报送/log.csv"]
    assert found.passed_over == (PassedOver(f"报送/{name}", "own-report"),)
    assert not find([f"报送/{name}"]).passed_over


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b"rule,severity\n"),
        ("b.csv", ",".join((*CSV_KEYS, "x")).encode()),
        ("c.xlsx", b""),
        ("d.xlsx", b"PK\x03\x04 and no more"),
        ("e.html", b"<html><table><tr><td>x</td></tr></table></html>"),
        ("f.htm", b"<html><head><title>homework-check report</title></head></html>"),
        ("g.xml", b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ],
)
def test_nothing_else_is_taken_for_a_report(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    assert shown(".") == [name]


def test_a_log_of_excel_is_no_report(folder: Path) -> None:
    workbook = Workbook()
    workbook.save(folder / "log.xlsx")
    assert shown(".") == ["log.xlsx"]


def test_the_mark_of_a_list_is_its_header() -> None:
    assert tuple(COLUMNS) == CSV_KEYS
