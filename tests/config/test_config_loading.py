from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest

from homework_check.config.find import FILE_NAME, language_of, nearest
from homework_check.config.load import Configuration, load
from homework_check.schooldays import Calendar, Period
from homework_check.settings import SchoolSystem, Settings

WHOLE = """\
rules = "本县.toml"
school_system = "五四制"
encoding = "gbk"
exclude = ["*旧*", "草稿"]
fail_on = "warning"
lang = "en"
select = ["upper"]
ignore = ["parent"]

[assume]
"形式" = "书面"
place = "home"
year = 2026
grade = "三年级"
class = 2
"学校" = "第一小学"

[calendar]
days_off = [2026-10-23, { from = 2026-04-20, to = 2026-04-21 }]
days_on = [2026-10-24]
vacations = [{ from = 2026-07-11, to = 2026-08-31 }]
term_starts = [2026-09-03, 2026-03-02]

[schools]
meets = 0.95
[schools.systems]
"第四实验学校" = "5-4"

[columns]
"所需分钟" = "时长"
"内容提要" = "content"
"备注2" = ""
"备注3" = "不用"

[words.form]
"预习" = "书面"
"观影" = "other"
[words."地点"]
"阅览室" = "学校"
[words.choice]
"自愿" = "选做"
[words.layer]
"提高层" = "A"
[words.subject]
"语基" = "语文"
[words.marked]
"已阅" = "是"
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def loaded(text: str) -> Configuration:
    Path(FILE_NAME).write_text(text, "utf-8")
    return load(Path(FILE_NAME))


def test_options_are_as_on_the_command_line() -> None:
    assert dict(loaded(WHOLE).options) == {
        "--rules": ("本县.toml",),
        "--school-system": ("5-4",),
        "--encoding": ("gbk",),
        "--exclude": ("*旧*", "草稿"),
        "--fail-on": ("warning",),
        "--lang": ("en",),
        "--select": ("upper",),
        "--ignore": ("parent",),
        "--assume": (
            "school=第一小学", "grade=3", "class=2", "form=written", "place=home", "year=2026",
        ),
    }  # fmt: skip


def test_the_rest_becomes_settings() -> None:
    settings = loaded(WHOLE).settings
    assert settings.calendar == Calendar(
        days_off=frozenset([date(2026, 10, 23), date(2026, 4, 20), date(2026, 4, 21)]),
        days_on=frozenset([date(2026, 10, 24)]),
        vacations=(Period(date(2026, 7, 11), date(2026, 8, 31)),),
        term_starts=(date(2026, 3, 2), date(2026, 8, 31)),
    )
    assert settings.meets == 0.95
    assert settings.school_systems == {"第四实验学校": SchoolSystem.FIVE_FOUR}
    assert settings.columns == {
        "所需分钟": "minutes",
        "内容提要": "content",
        "备注2": None,
        "备注3": None,
    }
    assert settings.words == {
        "form": {"预习": "written", "观影": "other"},
        "place": {"阅览室": "school"},
        "choice": {"自愿": "optional"},
        "layer": {"提高层": "A"},
        "subject": {"语基": "语文"},
        "marked": {"已阅": "yes"},
    }


@pytest.mark.parametrize("text", ["", "# nothing\n", "[words]\n[calendar]\n", "exclude = []"])
def test_what_a_file_leaves_out_is_as_without_a_file(text: str) -> None:
    configuration = loaded(text)
    assert (dict(configuration.options), configuration.settings) == ({}, Settings())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_byte_order_mark_makes_no_difference(encoding: str) -> None:
    Path(FILE_NAME).write_text(WHOLE, encoding)
    assert load(Path(FILE_NAME)).settings.meets == 0.95
    assert language_of(Path(FILE_NAME)) == "en"


def test_settings_from_a_file_are_values() -> None:
    settings = loaded(WHOLE).settings
    assert settings == loaded(WHOLE).settings
    assert hash(settings) == hash(loaded(WHOLE).settings)
    assert pickle.loads(pickle.dumps(settings)) == settings  # noqa: S301 - its own


@pytest.mark.parametrize(
    ("folders", "found"),
    [
        ([], None),
        (["."], "homework-check.toml"),
        ([".."], "../homework-check.toml"),
        (["../..", ".."], "../homework-check.toml"),
        (["..", "."], "homework-check.toml"),
    ],
)
def test_the_nearest_file_upward(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folders: list[str], found: str | None
) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b" / FILE_NAME).mkdir()  # a folder of that name is no file
    monkeypatch.chdir(tmp_path / "a/b")
    for folder in folders:
        if folder == ".":
            (tmp_path / "a/b" / FILE_NAME).rmdir()
        Path(folder, FILE_NAME).touch()
    assert nearest() == (Path(found) if found else None)


@pytest.mark.parametrize(
    ("content", "lang"),
    [
        (b'lang = "en"\nnonsense = 1', "en"),
        (b"lang = 5", None),
        (b"", None),
        (b"lang = ", None),
        ('# 本县\nlang = "en"'.encode("gbk"), None),
        (b"a = " + b"[" * 50_000, None),
    ],
)
def test_the_language_is_found_without_telling_problems(content: bytes, lang: str | None) -> None:
    Path(FILE_NAME).write_bytes(content)
    assert language_of(Path(FILE_NAME)) == lang
    assert language_of(Path("missing.toml")) is None
