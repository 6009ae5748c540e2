from __future__ import annotations

import tomllib
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from homework_check.toml.lines import find_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", {}),
        ("a = 1\n\nb=2", {("a",): 1, ("b",): 3}),
        ("[t]\na = 1\n[t.u]  # x\nb = 2", {("t",): 1, ("t", "a"): 2, ("t", "u"): 3,
                                           ("t", "u", "b"): 4}),
        ("[words.form]\n\"预 习\" = 'x'", {("words", "form"): 1, ("words", "form", "预 习"): 2}),
        ("a.b = 1", {("a", "b"): 1}),
        ('"a\\u0062" = 1', {("ab",): 1}),
        ("x = [\n{ from = 1 },\n]", {("x",): 1}),
        ("x = '''\nx = 2'''", {("x",): 1}),
        ("# a = 1", {}),
    ],
)  # fmt: skip
def test_lines_of_tables_and_keys(text: str, lines: dict[tuple[str, ...], int]) -> None:
    assert find_lines(text) == lines


keys = st.text(max_size=4)
tables = st.dictionaries(keys, st.integers(0, 9) | st.dictionaries(keys, st.integers(0, 9)))


@given(tables)
def test_every_key_of_a_file_is_found_in_its_line(data: dict[str, Any]) -> None:
    text = tomli_w.dumps(data)
    lines = find_lines(text)
    for key, value in data.items():
        inner = value if isinstance(value, dict) else {}
        assert inner == {} or all((key, name) in lines for name in inner)
        if not isinstance(value, dict):
            assert tomllib.loads(text.split("\n")[lines[key,] - 1]) == {key: value}
