"""What is told of sources that could not be read: the advice fits what they are."""

from __future__ import annotations

import pytest
from rendered import as_text
from small_logs import judge

from homework_check.reporters import View
from homework_check.workbook import Source, Unreadable, no_table


def told(*sources: Source) -> list[str]:
    return [finding.message.zh + finding.hint.zh for finding in judge(*sources).findings]


@pytest.mark.parametrize(
    ("path", "why", "words"),
    [
        ("a.xlsx", Unreadable("damaged"), "请在Excel或WPS中打开确认"),
        ("a.ZIP", Unreadable("damaged"), "请重新压缩后重报"),
        ("a.zip/b.xlsx", Unreadable("damaged"), "请在Excel或WPS中打开确认"),
        ("a.zip", Unreadable("empty-archive"), "是空的压缩包"),
        ("a.zip", no_table("zip压缩包"), "请解压后再检查"),
        ("a.rar", no_table("rar压缩包"), "a.rar是rar压缩包"),
        ("a.et", no_table("WPS表格（et）"), "另存为xlsx"),
        ("a.jpg", no_table("图片"), "不能检查图片"),
        ("a.pdf", no_table("PDF"), "不能检查PDF"),
    ],
)
def test_the_advice_fits_the_file(path: str, why: Unreadable, words: str) -> None:
    (text,) = told(Source(path, why))
    assert words in text


def test_files_of_different_types_are_not_told_as_alike() -> None:
    sources = [
        Source(f"{n}", no_table(words))
        for n, words in enumerate(("图片", "PDF", "zip压缩包", "WPS表格（et）"))
    ]
    text = as_text(judge(*sources, Source("4", Unreadable("empty-archive"))), "html", "zh", View())
    assert "同样的还有" not in text
