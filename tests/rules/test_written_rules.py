"""The models of a rule file and the values that are made of it say the same."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from homework_check.rules import base, cases, kinds, pack, written
from homework_check.rules.data import data_of, pack_of
from homework_check.rules.files import built_in_ids, find, read_toml
from homework_check.rules.load import inherit
from homework_check.rules.written import base as written_base
from homework_check.rules.written import cases as written_cases
from homework_check.rules.written import kinds as written_kinds
from homework_check.rules.written.pack import RuleFile
from homework_check.rules.written.problems import problems_in

if TYPE_CHECKING:
    from pydantic import BaseModel

MODULES = [(base, written_base), (cases, written_cases), (kinds, written_kinds)]
PAIRS = [
    pytest.param(getattr(values, name), getattr(models, name), id=name)
    for values, models in MODULES
    for name in vars(values)
    if getattr(getattr(models, name, None), "__module__", "") == models.__name__
    and isinstance(getattr(models, name), type)
]


def stated(name: str) -> dict[str, Any]:
    """What a built-in pack says, with what it inherits."""
    path = find(name, Path())
    assert path is not None
    own = read_toml(path)
    return inherit(stated(own["extends"]) if "extends" in own else {"rules": []}, own)


def needed(value: Any) -> dict[str, bool]:
    """The fields of a value, and whether each has to be given."""
    if is_dataclass(value):
        return {field.name: "MISSING" in repr(field.default) for field in fields(value)}
    return {name: name not in value._field_defaults for name in value._fields}


def test_all_parts_and_kinds_are_compared() -> None:
    assert written.__doc__
    assert {pair.id for pair in PAIRS} >= {
        *("Bilingual", "Reference", "Scope", "Select", "Explain", "CaseEntry", "Case"),
        *(kind.__name__ for kind in kinds.Rule.__args__),
    }


@pytest.mark.parametrize(("value", "model"), PAIRS)
def test_a_value_has_the_fields_of_its_model(value: type, model: type[BaseModel]) -> None:
    required = {name: field.is_required() for name, field in model.model_fields.items()}
    assert needed(value) == required


def test_a_pack_has_the_fields_of_a_file_and_says_what_it_loosens() -> None:
    required = {name: field.is_required() for name, field in RuleFile.model_fields.items()}
    assert needed(pack.RulePack) == required | {"assumptions": True, "loosened": False}


@pytest.mark.parametrize("name", built_in_ids())
def test_a_built_in_pack_has_no_faults(name: str) -> None:
    data = stated(name)
    assert problems_in(data, data["rules"]) == []


@pytest.mark.parametrize("name", built_in_ids())
def test_values_say_what_the_models_read(name: str) -> None:
    data = stated(name)
    file = RuleFile.model_validate(data)
    read = [rule.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
            for rule in file.rules]  # fmt: skip
    assert [data_of(rule) for rule in pack_of(data).rules] == read
