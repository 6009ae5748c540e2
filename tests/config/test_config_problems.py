from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homework_check.config.days import Days, Span
from homework_check.config.load import load
from homework_check.config.model import Assume, ConfigFile, Schools, WordTables
from homework_check.errors import ConfigError
from homework_check.toml.read import LARGEST_FILE

FILE = Path("homework-check.toml")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def told(content: bytes) -> ConfigError | None:
    """The error that a file of this content gives; None: it loads."""
    FILE.write_bytes(content)
    try:
        load(FILE)
    except ConfigError as error:
        return error
    return None


def problems(content: str | bytes) -> ConfigError:
    error = told(content.encode() if isinstance(content, str) else content)
    assert error is not None
    return error


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (
            'scool_system = "5-4"',
            "第1行，scool_system：不认识这一项，是不是school_system？",
            "line 1, scool_system: unknown key, did you mean school_system?",
        ),
        (
            'school_system = "7-2"',
            "第1行，school_system：应为6-3、5-4、5-4-preparatory之一，写的是“7-2”",
            'line 1, school_system: must be one of 6-3, 5-4, 5-4-preparatory, is "7-2"',
        ),
        ("school_system = 54", "第1行，school_system：应为文字，写的是“54”", None),
        (
            '\nfail_on = "warn"',
            "第2行，fail_on：应为error、warning、never之一，写的是“warn”，是不是warning？",
            None,
        ),
        ('lang = "fr"', "第1行，lang：应为zh、en之一，写的是“fr”", None),
        ('exclude = "*旧*"', "第1行，exclude：应为方括号中的一列值，写的是“*旧*”", None),
        ("ignore = [\n1,\n]", "第1行，ignore#1：应为文字，写的是“1”", None),
        ('rules = ""', "第1行，rules：不能是空的", None),
        ("assume = 1", "第1行，assume：应为一组“项 = 值”，写的是“1”", None),
        (
            '[assume]\n"形式" = "全部"',
            "第2行，assume.形式：应为书面、非书面、口头、阅读、实践之一，写的是“全部”",
            "line 2, assume.形式: must be one of written, other, oral, reading, practice",
        ),
        (
            "[assume]\ngrade = 13",
            "第2行，assume.grade：不能这样假定（年级写1至12，年份如2023），写的是“13”",
            None,
        ),
        ("[assume]\nyear = true", "第2行，assume.year：应为文字，写的是“true”", None),
        (
            '[assume]\n"minutes" = 3',
            "第2行，assume.minutes：不认识这一项",
            "line 2, assume.minutes: unknown key",
        ),
        (
            "[calendar]\ndays_of = []",
            "第2行，calendar.days_of：不认识这一项，是不是days_off？",
            None,
        ),
        (
            '[calendar]\ndays_off = ["2026-10-23"]',
            "第2行，calendar.days_off#1：应为不带引号的日期，如2026-10-23，或{from = 日期, to",
            "line 2, calendar.days_off#1: must be a date without quotes, such as 2026-10-23, or {",
        ),
        (
            "[calendar]\nvacations = [\n  { from = 2026-07-11, till = 2026-08-31 },\n]",
            "第2行，calendar.vacations#1.to：缺少这一项",
            None,
        ),
        (
            "[calendar]\nvacations = [{ from = 2026-08-31, to = 2026-07-11 }]",
            "第2行，calendar.vacations#1：from（2026-08-31）在to（2026-07-11）之后",
            None,
        ),
        (
            "[calendar]\nvacations = [{ from = 2026-07-11, to = 2062-08-31 }]",
            "第2行，calendar.vacations#1：2026-07-11至2062-08-31超过100天，请核对年份和月份",
            None,
        ),
        (
            "[calendar]\ndays_on = [{ from = 2026-07-11, to = 10:00:00 }]",
            "第2行，calendar.days_on#1.to：应为不带引号的日期，如2021-07-24",
            None,
        ),
        ("[calendar]\nterm_starts = [20260-09-01]", "第2行不合TOML语法：", None),
        ("[calendar]\ndays_off = [2026-02-29]", "第2行不合TOML语法：", None),
        (
            "[calendar]\nterm_starts = [1026-09-01]",
            "第2行，calendar.term_starts#1：应为2000至2100年的日期，写的是“1026-09-01”",
            None,
        ),
        (
            "[calendar]\ndays_off = [2026-10-23, 2026-10-24]\ndays_on = [2026-10-24]",
            "第1行，calendar：2026-10-24既在days_off又在days_on中",
            None,
        ),
        (
            "[schools]\nmeets = 95",
            "第2行，schools.meets：应为大于0、不超过1的数，如0.95，写的是“95”",
            None,
        ),
        ("[schools]\nmeets = nan", "第2行，schools.meets：应为大于0、不超过1的数", None),
        ('[schools.systems]\n"四小" = "4-5"', "第2行，schools.systems.四小：应为6-3、", None),
        ('[columns]\n"用时" = "minuts"', "第2行，columns.用时：应为学校、", None),
        (
            '[columns]\n"用时" = "minuts"',
            "是不是minutes？",
            'ignore, is "minuts", did you mean minutes?',
        ),
        ('[words.form]\n"探究" = "半书面"', "写的是“半书面”，是不是书面？", None),
        ("[words.marked]\n'a' = 1", "第2行，words.marked.a：应为文字，写的是“1”", None),
        ('[words.frm]\na = "b"', "第1行，words.frm：不认识这一项，是不是form？", None),
        ('[words]\n"预习" = "书面"', "第2行，words.预习：不认识这一项", None),
        (
            '[words.form]\n预习 = "written"',
            "第2行：中文要写在英文双引号里",
            "line 2: put Chinese into plain double quotes",
        ),
        ("rules = “本县.toml”", "第1行：中文要写在英文双引号里", None),
        ('rules = "a"\nrules = "b"', "第2行不合TOML语法：", "line 2: not valid TOML: "),
        ("a = " + "[" * 50_000, "括号嵌套太深", None),
    ],
)
def test_a_problem_tells_line_key_and_what_is_meant(text: str, zh: str, en: str | None) -> None:
    error = problems(text)
    assert zh in error.hint.zh
    assert en is None or en in error.hint.en


@pytest.mark.parametrize(
    ("content", "zh"),
    [
        ('lang = "zh"\nrules = "本县.toml"'.encode("gbk"), "第2行不是UTF-8编码，请另存为UTF-8"),
        ('rules = "a"'.encode("utf-16"), "第1行不是UTF-8编码，请另存为UTF-8"),
        (b"#" * (LARGEST_FILE + 1), "超过1000000字节，不是手写的文件"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(content: bytes, zh: str) -> None:
    assert problems(content).hint.zh == zh


def test_a_folder_cannot_be_opened() -> None:
    FILE.mkdir()
    with pytest.raises(ConfigError, match="problems: 1"):
        load(FILE)


def test_all_problems_are_told_at_once_in_the_order_of_the_file() -> None:
    error = problems('[schools]\nmeets = 0\n[columns]\n"甲" = "乙"\n[asume]\nform = "x"\n')
    assert error.message.en == 'configuration file "homework-check.toml", problems: 3'
    assert [line.partition(":")[0] for line in error.hint.en.splitlines()] == [
        "line 2, schools.meets",
        "line 4, columns.甲",
        "line 5, asume",
    ]


def test_words_of_the_file_are_made_harmless() -> None:
    error = problems('"a\\u001b[31m" = 1\nlang = "\\u202e"\n')
    assert all(line.isprintable() for line in error.hint.zh.splitlines())


KEYS = sorted(
    {name for model in (ConfigFile, Assume, Days, Span, Schools, WordTables)
     for name in model.model_fields} | {"class", "from", "to", "形式", "x", ""}
)  # fmt: skip
scalars = (
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats()
    | st.dates()
    | st.datetimes()
    | st.times()
    | st.text(max_size=5)
    | st.sampled_from(["written", "5-4", "minutes", "3", "是", date.min, date.max])
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(KEYS), values, max_size=4))
def test_whatever_a_file_says_it_loads_or_is_told(data: dict[str, object]) -> None:
    error = told(tomli_w.dumps(data).encode())
    if error is not None:
        lines = error.hint.en.splitlines()
        assert error.message.en.endswith(f"problems: {len(lines)}")
        assert len(error.hint.zh.splitlines()) == len(lines)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_whatever_bytes_a_file_holds_nothing_but_its_error_comes_out(content: bytes) -> None:
    error = told(content)
    assert error is None or error.hint.zh
