"""The parts of a workbook, as they are unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest

from homework_check.readers.package import Package
from homework_check.readers.zipped import FAULTS

NAME = "xl/workbook.xml"
TEXT = b"<workbook/>" * 40


def archive(how: int = zipfile.ZIP_DEFLATED, text: bytes = TEXT) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", how) as file:
        file.writestr(NAME, text)
    return made.getvalue()


def with_declared(data: bytes, size: int) -> bytes:
    """The archive with another size of its part declared, wherever that stands."""
    return data.replace(len(TEXT).to_bytes(4, "little"), size.to_bytes(4, "little"))


@pytest.mark.parametrize(
    "how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
@pytest.mark.parametrize("text", [TEXT, b""])
def test_a_part_is_unpacked_however_it_is_packed(how: int, text: bytes) -> None:
    package = Package(archive(how, text))
    assert package.read(NAME) == text
    assert package.head(package.members[0], 4) == text[:4]


def test_a_part_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        Package(archive()).read("xl/styles.xml")


@pytest.mark.parametrize("declared", [len(TEXT) - 1, 1])
def test_a_part_that_is_larger_than_declared_is_damaged(declared: int) -> None:
    data = with_declared(archive(), declared)
    assert data != archive()
    with pytest.raises(FAULTS):
        Package(data).read(NAME)


def test_a_part_whose_sum_differs_is_damaged() -> None:
    data = archive()
    sum_ = zlib.crc32(TEXT).to_bytes(4, "little")
    with pytest.raises(zipfile.BadZipFile):
        Package(data.replace(sum_, bytes(4))).read(NAME)


def test_a_part_with_a_password_is_not_unpacked() -> None:
    data = archive().replace(b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\x01\0")
    assert data != archive()
    with pytest.raises(RuntimeError):
        Package(data).read(NAME)
