"""Reading as a whole: what cannot even be opened, and what no bytes may do."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_check.readers import read
from homework_check.readers.archives import SIGNATURES
from homework_check.readers.compound import SIGNATURE
from homework_check.readers.source_file import SourceFile
from homework_check.workbook import Source, Unreadable, Workbook

LOG = "学校,班级\n第一小学,三年级2班\n".encode()


def test_a_source_has_its_shown_path_and_the_digest_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "第2周.csv"
    path.write_bytes(LOG)
    source = read(SourceFile("报送/第2周.csv", path))
    assert (source.path, source.sha256) == ("报送/第2周.csv", hashlib.sha256(LOG).hexdigest())
    assert isinstance(source.content, Workbook)
    assert read(SourceFile("报送/第2周.csv", None, LOG)) == source


def test_the_content_counts_and_not_the_name() -> None:
    source = read(SourceFile("第2周.xls", None, LOG.replace(b",", b"\t")))
    assert isinstance(source.content, Workbook)
    assert source.content.format == "tsv"


def test_the_encoding_asked_for_is_used() -> None:
    source = read(SourceFile("第2周.csv", None, LOG.decode().encode("utf-16-le")), "utf-16-le")
    assert isinstance(source.content, Workbook)


def test_an_empty_file_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "空.xlsx"
    path.touch()
    assert read(SourceFile("空.xlsx", path)).content == Unreadable("empty")


def test_what_is_no_ordinary_file_is_not_opened(tmp_path: Path) -> None:
    folder, pipe, nowhere = (tmp_path / name for name in ("a.xlsx", "b.csv", "c.csv"))
    folder.mkdir()
    nowhere.symlink_to(tmp_path / "gone.csv")
    os.mkfifo(pipe)
    for path in (folder, pipe, nowhere, Path(os.devnull), None):
        assert read(SourceFile("x", path)) == Source("x", Unreadable("not-a-file"))


def test_a_file_without_permission_is_in_use(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(LOG)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert read(SourceFile("a.csv", path)).content == Unreadable("in-use")


def test_a_file_over_the_limit_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024 + 1)
    assert read(SourceFile("a.csv", path)) == Source("a.csv", Unreadable("too-large"))


@given(
    st.sampled_from([b"", *SIGNATURES, SIGNATURE, b"\xff\xfe", b"\xef\xbb\xbf", b"<html>"]),
    st.binary(max_size=2000),
    st.sampled_from([None, "utf-8", "utf-16", "gb18030", "no such encoding"]),
)
def test_no_bytes_raise(head: bytes, tail: bytes, encoding: str | None) -> None:
    source = read(SourceFile("x", None, head + tail), encoding)
    assert source.content is not None


def test_importing_the_readers_imports_no_library_for_workbooks() -> None:
    code = (
        "import sys; import homework_check.readers, homework_check.readers.sources,"
        " homework_check.readers.delimited;"
        " print({'python_calamine', 'openpyxl'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
