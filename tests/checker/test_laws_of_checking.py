"""What holds for every log."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from small_logs import PRIMARY, USUAL, Row, judge, pack_named, sheet, source

from homework_check.model import Verdict
from homework_check.rules.kinds import LimitRule
from homework_check.tally import Tally, total

if TYPE_CHECKING:
    from random import Random

    from homework_check.report import ClassKey, Report
    from homework_check.workbook import Source

COLUMNS = (*USUAL, "layer")
SUBJECTS = ("语文", "数学", "英语")

rows = st.builds(
    Row,
    subject=st.sampled_from(SUBJECTS),
    minutes=st.sampled_from(["", 10, 20, 35, 60, 300, "30分钟以上", "/"]),
    form=st.sampled_from(["书面", "书面", "口头", ""]),
    place=st.sampled_from(["家庭", "家庭", "学校", "课堂", ""]),
    content=st.sampled_from(["练习册", "口算", "周末作业", "无", "抄写"]),
    day=st.sampled_from(["2023-09-05", "2023-09-08", "2023-09-09"]),
    cls=st.sampled_from(["1班", "2班", "全年级", "??"]),
    grade=st.sampled_from(["一年级", "三年级", "七年级"]),
    school=st.sampled_from(["第一小学", "第二小学"]),
    layer=st.sampled_from(["", "", "A", "B"]),
)
logs = st.lists(rows, min_size=1, max_size=12)


def log(entries: list[Row], path: str = "log.xlsx") -> Source:
    return source(sheet(entries, columns=COLUMNS), path=path)


def outcomes(report: Report) -> dict[ClassKey, tuple[Verdict, list[Tally]]]:
    return {
        c.key: (c.verdict, sorted(c.tallies, key=lambda tally: tally.rule))
        for school in report.schools
        for c in school.classes
    }


def broken_units(report: Report) -> set[tuple[object, ...]]:
    return {
        (f.rule, f.school, f.grade, f.class_name, f.date)
        for f in report.findings
        if f.verdict is Verdict.BROKEN
    }


@given(logs, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_order_of_entries_never_changes_a_verdict(entries: list[Row], random: Random) -> None:
    mixed = list(entries)
    random.shuffle(mixed)
    assert outcomes(judge(log(mixed))) == outcomes(judge(log(entries)))


@given(logs)
@settings(max_examples=60)
def test_one_source_for_each_subject_is_as_good_as_one_for_all(entries: list[Row]) -> None:
    parts = [[row for row in entries if row.subject == subject] for subject in SUBJECTS]
    split = [log(part, f"{n}.xlsx") for n, part in enumerate(parts) if part]
    assert outcomes(judge(*split)) == outcomes(judge(log(entries)))


@given(logs, rows)
@settings(max_examples=60)
def test_another_entry_never_makes_a_broken_day_kept(entries: list[Row], one_more: Row) -> None:
    before, after = judge(log(entries)), judge(log([*entries, one_more]))
    of_grade = one_more.school, one_more.grade
    named = {row.cls for row in entries if (row.school, row.grade) == of_grade}
    if one_more.cls in named:  # else a whole grade may turn from one class into several
        assert broken_units(before) <= broken_units(after)


@given(logs)
@settings(max_examples=60)
def test_the_least_is_never_more_than_the_greatest(entries: list[Row]) -> None:
    for finding in judge(log(entries)).findings:
        if finding.measured is not None and finding.greatest is not None:
            assert finding.measured <= finding.greatest
            assert finding.at_least == (finding.measured < finding.greatest)


@given(logs)
@settings(max_examples=60)
def test_tallies_of_a_school_and_of_all_are_sums(entries: list[Row]) -> None:
    report = judge(log(entries))
    for parts, whole in [
        *(([c.tallies for c in school.classes], school.tallies) for school in report.schools),
        ([school.tallies for school in report.schools], report.tallies),
    ]:
        for tally in whole:
            mine = [t for tallies in parts for t in tallies if t.rule == tally.rule]
            assert total([Tally(tally.rule, tally.aspect, tally.unit), *mine]) == tally
            assert tally.judged == tally.kept + tally.broken + tally.undecided


@given(logs)
@settings(max_examples=60)
def test_every_unit_that_is_not_kept_has_one_finding(entries: list[Row]) -> None:
    report = judge(log(entries))
    for tally in report.tallies:
        told = [f.verdict for f in report.findings if f.rule == tally.rule]
        assert told.count(Verdict.BROKEN) == tally.broken
        assert told.count(Verdict.UNDECIDED) == tally.undecided


@given(logs)
@settings(max_examples=60)
def test_entries_equal_across_sources_count_once(entries: list[Row]) -> None:
    once = judge(log(entries))
    twice = judge(log(entries, "a.xlsx"), log(entries, "b.xlsx"))
    assert outcomes(twice) == outcomes(once)


@given(logs)
@settings(max_examples=60)
def test_the_same_input_gives_the_same_report(entries: list[Row]) -> None:
    assert judge(log(entries)).findings == judge(log(entries)).findings


@given(logs)
@settings(max_examples=60)
def test_every_message_is_filled_in_both_languages(entries: list[Row]) -> None:
    for finding in judge(log(entries)).findings:
        for text in (finding.message, finding.hint, finding.short):
            assert text.zh
            assert text.en
            assert not set("{}") & set(text.zh + text.en)


@given(logs)
@settings(max_examples=60)
def test_days_that_are_kept_beyond_doubt_come_out_as_if_looked_at_closely(
    entries: list[Row],
) -> None:
    pack = pack_named()
    limit = next(rule for rule in pack.rules if rule.id == PRIMARY)
    assert isinstance(limit, LimitRule)
    # Where a rule is by week every class-day is looked at closely. This one is always kept.
    weekly = replace(limit, id="weekly", unit="class-week", counted="days", at_most=7)
    usual = judge(log(entries))
    close = judge(log(entries), pack=replace(pack, rules=(*pack.rules, weekly)))
    assert [f for f in close.findings if f.rule != "weekly"] == [*usual.findings]
    assert [t for t in close.tallies if t.rule != "weekly"] == [*usual.tallies]
    for ours, theirs in zip(usual.schools, close.schools, strict=True):
        assert [c.days for c in ours.classes] == [c.days for c in theirs.classes]
