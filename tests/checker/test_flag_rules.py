from __future__ import annotations

from dataclasses import replace

import pytest
from small_logs import PRIMARY, USUAL, Row, judge_rows, only, rules_told, verdicts

from homework_check import pipeline
from homework_check.model import Severity, Verdict
from homework_check.readers.source_file import SourceFile
from homework_check.rules.base import Scope
from homework_check.rules.load import load_pack
from homework_check.settings import Settings

KEPT, BROKEN, UNDECIDED = Verdict.KEPT, Verdict.BROKEN, Verdict.UNDECIDED
MARKED = (*USUAL, "marked")


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("是", KEPT), ("√", KEPT), ("全批全改", KEPT), ("否", BROKEN), ("未批改", BROKEN),
        ("", UNDECIDED), ("也许", UNDECIDED), ("40/40", KEPT), ("38/40", KEPT), ("36/40", KEPT),
        ("35/40", BROKEN), ("0/40", BROKEN), ("9/10", KEPT), ("63/70", KEPT), ("62/70", BROKEN),
    ],
)  # fmt: skip
def test_what_is_said_of_marking(said: str, verdict: Verdict) -> None:
    report = judge_rows(Row(marked=said), columns=MARKED)
    assert verdicts(report, "unmarked-homework") == {verdict: 1}
    assert report.verdict is KEPT


@pytest.mark.parametrize("whole", range(1, 101))
def test_nine_of_ten_pupils_are_enough_for_every_size_of_class(whole: int) -> None:
    enough = -(-9 * whole // 10)
    for part, verdict in ((enough, KEPT), (enough - 1, BROKEN)):
        report = judge_rows(Row(marked=f"{part}/{whole}"), columns=MARKED)
        assert verdicts(report, "unmarked-homework") == {verdict: 1}


def test_one_finding_a_class_and_rule_with_count_and_cells() -> None:
    rows = [Row(s, 10, marked="否") for s in ("语文", "数学")] + [Row(cls="1班", marked="否")]
    report = judge_rows(*rows, columns=MARKED)
    told = [f for f in report.findings if f.rule == "unmarked-homework"]
    assert [(f.class_name, f.count, [at.cell for at in f.locations]) for f in told] == [
        ("2", 2, ["J2", "J3"]),
        ("1", 1, ["J4"]),
    ]


def test_statements_of_none_are_not_marked() -> None:
    rows = [Row(marked="是"), Row("数学", "", content="无", marked="")]
    assert verdicts(judge_rows(*rows, columns=MARKED), "unmarked-homework") == {KEPT: 1}


def test_a_rule_without_its_column_is_not_applied() -> None:
    report = judge_rows(Row(marked="否"), columns=MARKED)
    assert ("unposted-homework", "no-column") in report.basis.not_applied
    assert "unmarked-homework" not in [rule for rule, _ in report.basis.not_applied]


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("never", 0)])
def test_rules_of_warning_severity_decide_nothing_but_the_strict_exit_code(
    fail_on: str, code: int
) -> None:
    report = judge_rows(Row(marked="否"), columns=MARKED)
    assert only(report, "unmarked-homework").severity is Severity.WARNING
    assert report.verdict is KEPT
    assert report.schools[0].aspects == {"time": KEPT, "marking": BROKEN}
    assert report.exit_code(fail_on) == code


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        ("抄写生字20遍", "repetitive-homework-hint"),
        ("请家长签字", "parent-work-hint"),
        ("学生互批", "self-marking-hint"),
        ("练习册第5页", None),
    ],
)
def test_a_text_rule_quotes_and_decides_nothing(content: str, rule: str | None) -> None:
    report = judge_rows(Row(content=content))
    assert [f for f in rules_told(report) if f != PRIMARY] == ([rule] if rule else [])
    assert report.verdict is KEPT
    for finding in report.findings:
        assert (finding.severity, finding.verdict) == (Severity.INFO, None)
        assert [at.cell for at in finding.locations] == ["F2"]
        assert finding.value == content


@pytest.mark.parametrize(
    ("scope", "judged"),
    [
        (Scope(), 2),
        (Scope(grades=(4,)), 1),
        (Scope(grades=(9,)), 0),
        (Scope(subjects=("语文",)), 1),
        (Scope(weekdays=(5,)), 0),
    ],
)
def test_a_flag_rule_judges_its_scope_alone(scope: Scope, judged: int) -> None:
    pack = load_pack("guigang-2023")
    rule = next(rule for rule in pack.rules if rule.id == "unposted-homework")
    scoped = replace(pack, rules=(replace(rule, scope=scope),))
    text = (
        "学校,年级,班级,日期,学科,作业内容,是否公示\n"
        "第一小学,三年级,1班,2023-09-05,语文,练习,是\n"
        "第一小学,四年级,1班,2023-09-05,数学,练习,是\n"
    )
    file = SourceFile("log.csv", None, text.encode())
    report = pipeline.check(pipeline.Request((file,), scoped, Settings()))
    assert sum(tally.judged for tally in report.tallies) == judged
