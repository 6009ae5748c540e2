from __future__ import annotations

import pytest

from homework_check.config.names import (
    COLUMN_FIELDS,
    FIELDS,
    MEANINGS,
    chinese_names,
    field_named,
)
from homework_check.messages.words import FIELDS as FIELD_WORDS
from homework_check.model import Form, Place


def test_every_field_has_a_chinese_name_and_no_other_is_named() -> None:
    assert set(FIELDS.values()) == {*COLUMN_FIELDS, "year"}
    assert all(chinese_names(field) for field in COLUMN_FIELDS)


@pytest.mark.parametrize("field", COLUMN_FIELDS)
def test_names_of_a_field_are_read_back(field: str) -> None:
    assert {field_named(f" {name} ") for name in (field, *chinese_names(field))} == {field}
    assert field in FIELD_WORDS


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("form", set(Form)),
        ("place", set(Place) - {Place.EITHER}),
        ("choice", {"required", "optional"}),
        ("layer", {"A", "B", "C"}),
        ("marked", {"yes", "no"}),
        ("posted", {"yes", "no"}),
    ],
)
def test_meanings_are_the_values_of_their_field(field: str, values: set[str]) -> None:
    assert set(MEANINGS[field].values()) == values
    assert all(MEANINGS[field][value] == value for value in values)
