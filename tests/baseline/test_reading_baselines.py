"""What is no earlier report, or one that judged otherwise, is told; nothing in one does harm."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from compared_reports import PATH, comparison_of, saved, since
from inert_checks import CHECKS, check_characters, check_workbook
from made_workbooks import text_of
from rendered import as_text
from sample_reports import SAMPLES
from small_logs import Row, judge_rows, pack_named

from homework_check.baseline import compare, load
from homework_check.errors import UsageError
from homework_check.merge import Named, merge
from homework_check.merge import parse as parse_for_merge
from homework_check.merge import render as render_merged
from homework_check.reporters import View, render
from homework_check.saved_reports import judged_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from homework_check.report import Report

REPORT = saved(judge_rows(Row(minutes=70), Row(minutes="很多", cls="1班"), Row(day="某天")))
TELEPHONE = "13812345678"
ATTACKS = (
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "\x1b]0;pwn\x07\x1b[2J",
    "\u202egnp.exe\u2028",
    "x\r\n::error file=a,line=1::pwn",
    "::error::pwn",
    "##[error]pwn",
    "@octocat [x](http://evil.cn) `|`",
    "]]>&amp;--><!--",
    "{0} %0A::error::",
    f"打{TELEPHONE}",
    "",
    "很" * 100_000,
)


def changed(place: tuple[str | int, ...], value: object) -> bytes:
    """The report with another value at a place."""
    report = json.loads(json.dumps(REPORT))
    inside: Any = report
    for step in place[:-1]:
        inside = inside[step]
    inside[place[-1]] = value
    return json.dumps(report).encode()


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"", "JSON"),
        (b"PK\3\4", "JSON"),
        (b"\xff\xfe\x00\xd8", "utf-8"),
        (b"null", "JSON"),
        (b"[" * 100_000, "JSON"),
        (b'{"a":' * 100_000, "JSON"),
        (json.dumps(REPORT).encode()[:-20], "JSON"),
        (b'{"schema_version": 1}', "tool"),
        (changed(("schema_version",), "1"), "schema_version"),
        (changed(("schema_version",), 10**400), "schema_version"),
        (changed(("findings",), {}), "findings"),
        (changed(("findings", 0), []), "findings.0"),
        (changed(("findings", 0, "rule"), 1), "findings.0.rule"),
        (changed(("findings", 0, "rule"), "../x"), "findings.0.rule"),
        (changed(("findings", 0, "grade"), 10**30), "findings.0.grade"),
        (changed(("findings", 0, "grade"), 0), "findings.0.grade"),
        (changed(("findings", 0, "date"), "2023-02-30"), "findings.0.date"),
        (changed(("findings", 0, "verdict"), "good"), "findings.0.verdict"),
        (changed(("findings", 0, "severity"), "fatal"), "findings.0.severity"),
        (changed(("findings", 0, "measured"), float("nan")), "findings.0.measured"),
        (changed(("findings", 0, "measured"), -1), "findings.0.measured"),
        (changed(("findings", 0, "unit"), "hours"), "findings.0.unit"),
        (changed(("findings", 0, "message"), "x"), "findings.0.message"),
        (changed(("findings", 0, "locations", 0, "cell"), "H4\n"), "findings.0.locations.0.cell"),
        (changed(("findings", 0, "locations", 0, "cell"), "=1"), "findings.0.locations.0.cell"),
        (changed(("schools", 0, "entry_count"), None), "schools.0.entry_count"),
        (changed(("generated_at",), None), "generated_at"),
        (changed(("generated_at",), "2023-09-08T::error::"), "generated_at"),
    ],
)
def test_what_is_no_report_is_told(data: bytes, where: str) -> None:
    with pytest.raises(UsageError) as error:
        load("a.json", data)
    assert error.value.message.en == f'"a.json" is no JSON report of check ({where}).'


def test_later_and_merged_reports_are_told() -> None:
    data = json.dumps(REPORT).encode()
    merged = merge([Named("a.json", parse_for_merge("a.json", data))], "0.1.0", "now")
    for told, start in (
        (changed(("schema_version",), 2), '"a.json" was saved by a later version'),
        (render_merged(merged), '"a.json" is itself merged.'),
    ):
        with pytest.raises(UsageError) as error:
            load("a.json", told)
        assert error.value.message.en.startswith(start)


def test_keys_that_were_added_since_are_no_matter() -> None:
    findings = [finding | {"more": 1} for finding in REPORT["findings"]]
    data = json.dumps(REPORT | {"more": 1, "findings": findings}).encode()
    assert len(load("a.json", data).findings) == len(findings)


PACK = pack_named()
RULES = [rule.id for rule in PACK.rules]


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ((PACK.id, "0.9", RULES, ()), None),
        ((PACK.id, "0.1.7", RULES, ()), "different versions of the program"),
        (("cn-2021", "0", RULES, ()), "different rule packs"),
        ((PACK.id, "0", RULES[1:], RULES[:1]), "different rules"),
        ((PACK.id, "0", RULES, ("x",)), "different ignored rules"),
    ],
)
def test_a_report_that_judged_otherwise_is_told(now: Any, told: str | None) -> None:
    earlier = load("a\x1b.json", json.dumps(REPORT).encode())
    if told is None:
        now = (now[0], dict(earlier.judged_by)["version"], *now[2:])
        earlier.require_alike(judged_by(*now))
        return
    with pytest.raises(UsageError) as error:
        earlier.require_alike(judged_by(*now))
    assert error.value.message.en.startswith(told)
    assert "a\\x1b.json" in error.value.message.en


def attacked(attack: str) -> Report:
    """A report that is compared with one in which every text is `attack`."""
    report = json.loads(json.dumps(REPORT))
    for finding in report["findings"]:
        words = {"zh": attack, "en": attack}
        finding |= {
            "message": words,
            "hint": words,
            "school": attack,
            "county": attack,
            "class": attack,
            "subject": attack,
            "value": attack,
            "reference": attack,
        }
        for at in finding["locations"]:
            # A telephone number in a name of a file or sheet is part of an address, which is shown.
            place = attack.replace(TELEPHONE, "")
            at |= {"source": place, "sheet": place, "subject": attack}
    path = f"{attack.replace(TELEPHONE, '')[:30]}.json"
    earlier = load(path, json.dumps(report).encode())
    return compare(judge_rows(Row(), Row(cls="1班")), earlier)


@pytest.mark.parametrize("attack", ATTACKS)
def test_whatever_it_holds_is_only_shown(attack: str) -> None:
    report = attacked(attack)
    view = View(max_findings=10**6, verbose=True)
    for name, check in CHECKS.items():
        text = as_text(report, name, "zh", view)
        check_characters(text, endings="\r\n" if name == "csv" else "\n")
        check(text)
        assert TELEPHONE not in text
    workbook = render(report, "xlsx", "en", view)
    assert isinstance(workbook, bytes)
    check_workbook(workbook)
    assert TELEPHONE not in text_of(workbook)


def test_what_was_attacked_is_there_to_be_seen() -> None:
    found = comparison_of(attacked(ATTACKS[0]))
    assert len(found.fixed) + len(found.not_compared) == 3


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_every_report_of_ours_can_be_compared_with(sample: Callable[[], Report]) -> None:
    report = sample()
    again = since(report, report)
    assert comparison_of(again).new == 0
    # One that was compared itself is compared like any other.
    assert since(again, report, PATH).comparison == again.comparison


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_reports_that_were_compared_are_merged_like_others(sample: Callable[[], Report]) -> None:
    report = sample()
    plain, compared = (
        merge(
            [Named("a.json", parse_for_merge("a.json", json.dumps(saved(one)).encode()))], "0", ""
        )
        for one in (report, since(report, report))
    )
    assert plain == compared
