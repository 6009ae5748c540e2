"""Zip files of submissions: names, what is passed over, limits, and members that are attacks."""

from __future__ import annotations

import io
import pickle
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_workbooks import raw_workbook

from homework_check.marks import GENERATOR
from homework_check.readers import read
from homework_check.readers.sources import find
from homework_check.workbook import PassedOver, Unreadable, Workbook

if TYPE_CHECKING:
    from pathlib import Path

    from homework_check.readers.source_file import SourceFile

LOG = "学校,班级\n第一小学,三年级2班\n".encode()
NAME = "长河小学/三（1）班.csv"
WORKBOOK = raw_workbook('<row r="1"><c r="A1"><v>1</v></c></row>')


def packed(*names: str | tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    """A zip file of `names`, or of names with their contents."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(*((name, LOG) if isinstance(name, str) else name))
    return buffer.getvalue()


def stored(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def named_by(name: bytes, extra: bytes = b"") -> bytes:
    """A zip file whose only member has a name of these bytes, without the flag for UTF-8."""
    size, crc = len(LOG), zlib.crc32(LOG)
    middle = struct.pack("<5H3L2H", 20, 0, 0, 0, 0, crc, size, size, len(name), len(extra))
    local = b"PK\3\4" + middle + name + extra + LOG
    central = b"PK\1\2" + struct.pack("<H", 20) + middle + bytes(14) + name + extra
    end = b"PK\5\6" + struct.pack("<4H2LH", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def put(tmp_path: Path, data: bytes, name: str = "报送.zip") -> str:
    (tmp_path / name).write_bytes(data)
    return str(tmp_path / name)


def contents(path: str) -> dict[str, Workbook | Unreadable]:
    """What is read from every source in `path`, by its name below it."""
    return {file.shown.removeprefix(f"{path}/"): read(file).content for file in find([path]).files}


def only(path: str) -> Workbook | Unreadable:
    (content,) = contents(path).values()
    return content


def unicode_path(name: str) -> bytes:
    field = b"\x01" + bytes(4) + name.encode()
    return struct.pack("<HH", 0x7075, len(field)) + field


def test_members_are_sources_with_their_folders(tmp_path: Path) -> None:
    path = put(tmp_path, packed("乙/b.csv", NAME, "a.csv"))
    found = find([path])
    assert [file.shown for file in found.files] == [
        f"{path}/a.csv", f"{path}/乙/b.csv", f"{path}/{NAME}",
    ]  # fmt: skip
    assert [file.folders for file in found.files] == [
        ("报送",),
        ("报送", "乙"),
        ("报送", "长河小学"),
    ]
    source = read(found.files[2])
    assert isinstance(source.content, Workbook)
    assert (source.path, source.folders) == (f"{path}/{NAME}", ("报送", "长河小学"))
    assert [*tmp_path.iterdir()] == [tmp_path / "报送.zip"]


@pytest.mark.parametrize(
    ("name", "extra", "expected"),
    [
        (NAME.encode("gbk"), b"", NAME),
        ("学校/学.csv".encode("gbk"), b"", "学校/学.csv"),
        (NAME.encode(), b"", NAME),
        (b"garbled", unicode_path(NAME), NAME),
        ("乙\\a.csv".encode("gbk"), b"", "乙/a.csv"),
        ("䶮\\a.csv".encode("gb18030"), b"", "䶮/a.csv"),
        (b"../../etc/a.csv", b"", "etc/a.csv"),
        (b"/etc/./a.csv", b"", "etc/a.csv"),
        (b"\x1b]0;x\x07\n.csv", b"", "\x1b]0;x\x07\n.csv"),
    ],
)
def test_names_are_read_whatever_packed_them(
    tmp_path: Path, name: bytes, extra: bytes, expected: str
) -> None:
    assert [*contents(put(tmp_path, named_by(name, extra)))] == [expected]


def test_what_is_no_log_is_passed_over_once(tmp_path: Path) -> None:
    names = ["__MACOSX/a/._1.csv", "__MACOSX/._a", "a/~$1.csv", "a/1.csv", "说明.txt", "空/"]
    path = put(tmp_path, packed(*names))
    found = find([path])
    assert [file.shown for file in found.files] == [f"{path}/a/1.csv"]
    assert found.passed_over == (
        PassedOver(f"{path}/__MACOSX", "system-file"),
        PassedOver(f"{path}/a/~$1.csv", "lock-file"),
        PassedOver(f"{path}/说明.txt", "text-note"),
    )


def test_a_report_in_a_zip_is_passed_over(tmp_path: Path) -> None:
    page = f"<html><head>{GENERATOR}</head><table></table></html>".encode()
    found = find([put(tmp_path, packed("a.csv", ("b.html", page), ("c.html", b"<table></table>")))])
    assert [file.shown.rpartition("/")[2] for file in found.files] == ["a.csv", "c.html"]
    assert [(p.path.rpartition("/")[2], p.reason) for p in found.passed_over] == [
        ("b.html", "own-report")
    ]
    (alone,) = find([put(tmp_path, packed(("b.html", page)))]).files
    assert isinstance(read(alone).content, Unreadable)


@pytest.mark.parametrize("glob", ["*.xls", "旧", "*/报送.zip/旧"])
def test_excludes_match_members(tmp_path: Path, glob: str) -> None:
    path = put(tmp_path, packed("旧/b.xls", "a.csv"))
    assert [file.shown for file in find([path], exclude=[glob]).files] == [f"{path}/a.csv"]


def test_two_members_of_one_name_are_two_sources(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = put(tmp_path, packed("a.csv", "a.csv", "a.csv (2)", "a.csv"))
    assert [*contents(path)] == ["a.csv", "a.csv (2)", "a.csv (2) (2)", "a.csv (3)"]


def test_a_zip_named_twice_is_read_once(tmp_path: Path) -> None:
    path = put(tmp_path, packed("a.csv", "b.csv"))
    assert len(find([str(tmp_path), path, str(tmp_path)]).files) == 2


def test_a_zip_from_standard_input_is_opened() -> None:
    (file,) = find(["-"], stdin=packed(NAME), stdin_filename="报送.zip").files
    assert file.shown == f"报送.zip/{NAME}"
    assert isinstance(read(file).content, Workbook)


def test_a_zip_in_a_zip_is_opened_but_none_deeper(tmp_path: Path) -> None:
    inner = packed("a.csv", ("深.zip", packed("b.csv")))
    path = put(tmp_path, packed(("城西小学.zip", inner)))
    found = contents(path)
    assert isinstance(found["城西小学.zip/a.csv"], Workbook)
    assert found["城西小学.zip/深.zip"] == Unreadable("no-table", (("type", "zip压缩包"),))
    assert find([path]).files[0].folders == ("报送", "城西小学")


def test_a_workbook_called_zip_is_a_workbook(tmp_path: Path) -> None:
    path = put(tmp_path, packed("[Content_Types].xml", "xl/workbook.xml"))
    assert [file.shown for file in find([path]).files] == [path]


@pytest.mark.parametrize(
    ("names", "why"),
    [
        ((), Unreadable("empty-archive")),
        (("城西小学/",), Unreadable("empty-archive")),
        (("__MACOSX/._a.csv", "说明.txt"), Unreadable("no-table", (("type", "zip压缩包"),))),
    ],
)
def test_a_zip_without_a_source_is_unreadable(
    tmp_path: Path, names: tuple[str, ...], why: Unreadable
) -> None:
    path = put(tmp_path, packed(*names))
    assert contents(path) == {path: why}


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\3\4" + bytes(80), packed(NAME)[:-30]])
def test_what_cannot_be_opened_is_unreadable(tmp_path: Path, data: bytes) -> None:
    assert isinstance(only(put(tmp_path, data)), Unreadable)


def encrypted() -> bytes:
    """A zip file that says its member is encrypted."""
    data = bytearray(packed(NAME))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


def overlapping() -> bytes:
    """Two members that claim the same bytes: together more than there are."""
    data = bytearray(packed(("a.csv", bytes(range(256)) * 40), ("b.csv", bytes(range(256)) * 40)))
    for at in (i for i in range(len(data)) if data[i : i + 4] == b"PK\1\2"):
        data[at + 20 : at + 24] = struct.pack("<L", len(data) - 100)
    return bytes(data)


def lying() -> bytes:
    """A member that says it is smaller than it is."""
    data = bytearray(packed(("a.csv", b"0" * 900_000)))
    at = data.index(b"PK\1\2")
    data[at + 24 : at + 28] = struct.pack("<L", 10)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (encrypted(), "password"),
        (overlapping(), "damaged"),
        (lying(), "damaged"),
        (packed(("a.csv", b"0" * 2_000_000)), "too-large"),
        (packed(("a.csv", b"")), "empty"),
        (packed(("a.pdf", b"%PDF-1.4")), "no-table"),
    ],
)
def test_a_member_that_cannot_be_read_says_why(tmp_path: Path, data: bytes, reason: str) -> None:
    content = only(put(tmp_path, data))
    assert isinstance(content, Unreadable)
    assert content.reason == reason


def test_too_many_members_are_not_listed(tmp_path: Path) -> None:
    path = put(tmp_path, packed(*((f"{n}.csv", b"") for n in range(5001))))
    assert contents(path) == {path: Unreadable("too-large")}


def test_a_directory_too_large_to_be_loaded_is_not(tmp_path: Path) -> None:
    end = b"PK\5\6" + struct.pack("<4H2LH", 0, 0, 1, 1, 5 * 1024 * 1024, 0, 0)
    path = put(tmp_path, b"PK" + bytes(5 * 1024 * 1024) + end)
    assert contents(path) == {path: Unreadable("too-large")}


@given(st.binary(max_size=300), st.integers(0, 400), st.integers(0, 255))
def test_no_bytes_raise(tail: bytes, at: int, value: int) -> None:
    sound = bytearray(packed(NAME))
    sound[at % len(sound)] = value
    for data in (b"PK" + tail, bytes(sound), bytes(sound) + tail):
        for file in find(["-"], stdin=data, stdin_filename="a.zip").files:
            assert read(file).path


def test_a_source_file_of_a_member_can_be_sent_to_another_process(tmp_path: Path) -> None:
    (file,) = find([put(tmp_path, packed(NAME))]).files
    sent: SourceFile = pickle.loads(pickle.dumps(file))  # noqa: S301 - our own bytes
    assert read(sent) == read(file)


@pytest.mark.parametrize("name", ["报送.zip", "报送.xlsx"])
@pytest.mark.parametrize("inside", ["sheet", "zip"])
def test_what_is_left_of_a_zip_is_not_taken_for_its_last_member(
    tmp_path: Path, inside: str, name: str
) -> None:
    member = packed("a.csv", "b.csv") if inside == "zip" else WORKBOOK
    whole = stored(一=member, 二=member)
    for missing in (1, 30, len(whole) - whole.rfind(b"PK\1\2")):
        assert only(put(tmp_path, whole[:-missing], name)) == Unreadable("damaged")
