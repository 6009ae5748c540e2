"""What is no report of this program is told by name, and what is one is read."""

from __future__ import annotations

import codecs
import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from office_reports import document, named, school
from rendered import as_text
from sample_reports import SAMPLES

from homework_check.errors import UsageError
from homework_check.merge import Named, merge, parse, render, schema
from homework_check.reporters import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from homework_check.report import Report

DATA = json.dumps(document([school("第一小学")]), ensure_ascii=False)


@pytest.mark.parametrize(
    "data",
    [
        DATA.encode(),
        codecs.BOM_UTF8 + DATA.encode(),
        codecs.BOM_UTF16_LE + DATA.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + DATA.encode("utf-16-be"),
    ],
)
def test_a_report_is_read_as_consoles_write_it(data: bytes) -> None:
    assert parse("a.json", data).schools[0].school == "第一小学"


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"", "JSON"),
        (b"PK\3\4", "JSON"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "utf-8"),
        (b"[]", "JSON"),
        (b"{}", "schema_version"),
        (json.dumps(document([], schema_version=0)).encode(), "schema_version"),
        (
            json.dumps(document([school("a", verdict="good")])).encode(),
            "schools.0.verdict",
        ),
    ],
)
def test_what_is_no_report_is_told(data: bytes, where: str) -> None:
    with pytest.raises(UsageError) as error:
        parse("a.json", data)
    assert error.value.message.en == f'"a.json" is no JSON report of check ({where}).'


def test_a_report_of_a_later_version_is_told() -> None:
    with pytest.raises(UsageError) as error:
        parse("a.json", json.dumps(document([], schema_version=2)).encode())
    assert error.value.message.en == '"a.json" was saved by a later version (schema_version 2).'


def test_what_is_merged_already_is_told() -> None:
    total = merge([named("a.json", [school("一")])], "0.1.0", "now")
    with pytest.raises(UsageError) as error:
        parse("city.json", render(total))
    assert error.value.message.en == '"city.json" is itself merged.'


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_every_report_of_ours_merges_into_a_document_of_its_schema(
    sample: Callable[[], Report],
) -> None:
    report = sample()
    data = as_text(report, "json", "zh", View()).encode()
    total = merge([Named("a.json", parse("a.json", data))], "0.1.0", "now")
    shown: dict[str, Any] = json.loads(render(total))
    Draft202012Validator(json.loads(schema())).validate(shown)
    assert total.verdict == report.verdict
    verdicts = {result.school.name: result.verdict for result in report.schools}
    assert {s["school"]: s["verdict"] for s in shown["schools"]} == verdicts
    assert {t.rule: t for s in report.schools for t in s.tallies}.keys() == {
        t["rule"] for t in shown["tallies"]
    }
