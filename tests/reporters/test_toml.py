from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from homework_check.reporters.toml import as_toml

# What a rule file may hold; TOML has no surrogates.
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PLAIN = WORDS | st.integers(-(2**31), 2**31) | st.booleans() | st.floats(-1e6, 1e6)
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(WORDS, VALUES, max_size=4))
def test_what_is_written_is_read_back(table: dict[str, object]) -> None:
    assert tomllib.loads(as_toml(table)) == table


def test_a_list_of_tables_has_a_line_for_each() -> None:
    table = {"at_most": 60.0, "cases": [{"verdict": "kept"}], "explain": {"about": [{"zh": "一"}]}}
    assert as_toml(table) == (
        "at_most = 60\n"
        'cases = [\n    { verdict = "kept" },\n]\n'
        'explain.about = [\n    { zh = "一" },\n]\n'
    )
