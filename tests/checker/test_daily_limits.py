"""The three verdicts of a class-day, one case for each sentence about amounts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_logs import (
    HEADERS,
    JUNIOR,
    LOWER,
    PRIMARY,
    USUAL,
    Row,
    judge,
    judge_rows,
    only,
    pack_named,
    sheet,
    source,
    verdicts,
)

from homework_check.model import Verdict
from homework_check.rules.kinds import LimitRule

KEPT, BROKEN, UNDECIDED = Verdict.KEPT, Verdict.BROKEN, Verdict.UNDECIDED
EVERY = tuple(HEADERS)
ONE_NOT_WRITTEN = Row("英语", 50, form="口头")


def minutes(*amounts: float | str, grade: str = "三年级") -> list[Row]:
    subjects = ("语文", "数学", "英语", "科学")
    return [Row(s, m, grade=grade) for s, m in zip(subjects, amounts, strict=False)]


@pytest.mark.parametrize(
    ("rows", "rule", "verdict", "least", "greatest"),
    [
        pytest.param(minutes(20, 25, 15), PRIMARY, KEPT, 60, 60, id="exactly 60"),
        pytest.param(minutes(20, 26, 15), PRIMARY, BROKEN, 61, 61, id="61"),
        pytest.param(minutes(20.1, 20, 20), PRIMARY, BROKEN, 60.1, 60.1, id="a tenth over"),
        pytest.param(minutes(45, 45, grade="七年级"), JUNIOR, KEPT, 90, 90, id="exactly 90"),
        pytest.param(minutes(45, 46, grade="七年级"), JUNIOR, BROKEN, 91, 91, id="91"),
        pytest.param(minutes(20, ""), PRIMARY, UNDECIDED, 20, None, id="blank minutes"),
        pytest.param(minutes(40, 30, ""), PRIMARY, BROKEN, 70, None, id="over without the blank"),
        pytest.param(minutes(60, ""), PRIMARY, UNDECIDED, 60, None, id="at the limit and a blank"),
        pytest.param(minutes(20, "很多"), PRIMARY, UNDECIDED, 20, None, id="unread minutes"),
        pytest.param(minutes(20, "/"), PRIMARY, UNDECIDED, 20, None, id="slash beside content"),
        pytest.param(minutes(20, 0), PRIMARY, UNDECIDED, 20, None, id="zero beside content"),
        pytest.param(minutes("20-30分钟", 30), PRIMARY, KEPT, 60, 60, id="upper end of a range"),
        pytest.param(minutes(20, "30分钟以上"), PRIMARY, UNDECIDED, 50, None, id="at least 30"),
        pytest.param(minutes(40, "30分钟以上"), PRIMARY, BROKEN, 70, None, id="at least, over"),
        pytest.param(minutes(20, 300), PRIMARY, UNDECIDED, 20, 320, id="implausible"),
        pytest.param(minutes(20, 240), PRIMARY, BROKEN, 260, 260, id="240 is plausible"),
        pytest.param([*minutes(60), ONE_NOT_WRITTEN], PRIMARY, KEPT, 60, 60, id="oral"),
        pytest.param([Row(), Row("数学", 40, form="")], PRIMARY, KEPT, 20, 60, id="form, within"),
        pytest.param([Row(), Row("数学", 50, form="")], PRIMARY, UNDECIDED, 20, 70, id="form"),
        pytest.param([Row(), Row("数学", 50, form="探究")], PRIMARY, UNDECIDED, 20, 70,
                     id="form not understood"),
        pytest.param([Row(), Row("数学", 50, form="书面+口头")], PRIMARY, BROKEN, 70, 70,
                     id="mixed form is written"),
        pytest.param([Row(), Row("数学", 50, place="")], PRIMARY, UNDECIDED, 20, 70, id="place"),
        pytest.param([Row(), Row("数学", 50, place="操场")], PRIMARY, UNDECIDED, 20, 70,
                     id="place not understood"),
        pytest.param([Row(), Row("数学", 50, place="校内/家庭")], PRIMARY, BROKEN, 70, 70,
                     id="either of two places that count"),
        pytest.param([Row(), Row("数学", 50, place="课堂/家庭")], PRIMARY, UNDECIDED, 20, 70,
                     id="either of two places of which one counts"),
        pytest.param([Row(), Row("数学", 50, place="学校")], PRIMARY, BROKEN, 70, 70,
                     id="in school counts"),
        pytest.param([Row(), Row("数学", 50, place="课堂")], PRIMARY, KEPT, 20, 20,
                     id="inside a lesson does not"),
        pytest.param([Row(), Row("数学", 30, actual=40)], PRIMARY, KEPT, 50, 60,
                     id="measured, within"),
        pytest.param([Row(), Row("数学", 30, actual=50)], PRIMARY, UNDECIDED, 50, 70,
                     id="measured more than estimated"),
        pytest.param([Row(), Row("数学", 50, actual=30)], PRIMARY, UNDECIDED, 50, 70,
                     id="measured less than estimated"),
        pytest.param([Row(), Row("数学", 50, actual=45)], PRIMARY, BROKEN, 65, 70,
                     id="both over"),
        pytest.param([Row(minutes=40), Row("数学", 30, choice="选做")], PRIMARY, BROKEN, 70, 70,
                     id="optional counts"),
        pytest.param([Row("语文", "", content="无"), Row("数学", "", content="没有作业")],
                     PRIMARY, KEPT, 0, 0, id="none"),
        pytest.param([Row(), Row("数学", "", content="", form="", place="")], PRIMARY, UNDECIDED,
                     20, None, id="keys alone"),
    ],
)  # fmt: skip
def test_a_class_day(
    rows: list[Row], rule: str, verdict: Verdict, least: float, greatest: float | None
) -> None:
    columns = EVERY if any(row.actual or row.choice for row in rows) else USUAL
    report = judge_rows(*rows, columns=columns)
    assert verdicts(report, rule) == {verdict: 1}
    if verdict is not KEPT:
        finding = only(report, rule)
        assert (finding.measured, finding.greatest) == (least, greatest)
        assert finding.at_least == (least != greatest)


@pytest.mark.parametrize(
    ("layered", "least"),
    [
        pytest.param([("A", 40), ("B", 30), ("C", 20)], 40, id="the largest layer counts"),
        pytest.param([("A层", 30), ("B层", 20), ("B层", 25)], 45, id="a layer adds up"),
        pytest.param([("A", 30), ("", 25)], 55, id="work without a layer is added"),
        pytest.param([("甲", 20), ("乙", 30), ("丙", 10)], 30, id="甲乙丙"),
        pytest.param([("一层", 20), ("二层", 30), ("三层", 10)], 30, id="一二三层"),
        pytest.param([("基础", 30), ("提高", 20)], 50, id="基础 and 提高 are no alternatives"),
    ],
)
def test_layers_of_a_subject_are_alternatives(layered: list[tuple[str, int]], least: int) -> None:
    rows = [Row("数学", m, layer=name, content=f"第{n}题") for n, (name, m) in enumerate(layered)]
    report = judge_rows(*rows, Row("语文", 61), columns=(*USUAL, "layer"))
    assert only(report, PRIMARY).measured == 61 + least


def test_layers_of_two_days_are_no_alternatives() -> None:
    pack = pack_named()
    rule = next(rule for rule in pack.rules if rule.id == PRIMARY)
    assert isinstance(rule, LimitRule)
    weekly = replace(pack, rules=(replace(rule, unit="class-week", at_most=40),))
    rows = [
        Row("数学", 30, layer=layer, day=f"2023-09-0{day}") for layer, day in (("A", 5), ("B", 6))
    ]
    finding = only(judge(source(sheet(rows, columns=(*USUAL, "layer"))), pack=weekly), PRIMARY)
    assert (finding.measured, len(finding.locations)) == (60, 2)


def test_layers_of_two_subjects_are_both_counted() -> None:
    rows = [Row(s, m, layer=x) for s in ("语文", "数学") for x, m in (("A", 40), ("B", 10))]
    assert only(judge_rows(*rows, columns=(*USUAL, "layer")), PRIMARY).measured == 80


def test_a_layer_that_does_not_count_is_not_named() -> None:
    rows = [Row("语文", 40), Row("数学", 30, layer="A"), Row("数学", 20, layer="B")]
    finding = only(judge_rows(*rows, columns=(*USUAL, "layer")), PRIMARY)
    assert [at.cell for at in finding.locations] == ["I2", "I3"]


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        pytest.param(Row(), BROKEN, id="written at home"),
        pytest.param(Row(place="学校"), KEPT, id="written in school"),
        pytest.param(Row(place="课堂"), KEPT, id="inside a lesson"),
        pytest.param(Row(form="口头"), KEPT, id="oral at home"),
        pytest.param(Row(minutes=""), BROKEN, id="written, without minutes"),
        pytest.param(Row(minutes="", form="朗读"), KEPT, id="reading, without minutes"),
        pytest.param(Row(form=""), UNDECIDED, id="form blank"),
        pytest.param(Row(place=""), UNDECIDED, id="place blank"),
        pytest.param(Row(place="校内或家庭"), UNDECIDED, id="either place"),
        pytest.param(Row(form="", place="学校"), KEPT, id="form blank, but in school"),
        pytest.param(Row(minutes="", content="无", form=""), KEPT, id="none"),
        pytest.param(Row(day="2023-09-09"), BROKEN, id="on a Saturday"),
    ],
)
def test_grades_1_and_2_have_no_written_work_for_home(row: Row, verdict: Verdict) -> None:
    report = judge_rows(row._replace(grade="一年级"))
    assert verdicts(report, LOWER) == {verdict: 1}
    assert verdicts(report, PRIMARY) == {}


def test_entries_are_counted_in_entries() -> None:
    rows = [Row(grade="二年级"), Row("数学", grade="二年级"), Row("英语", form="", grade="二年级")]
    finding = only(judge_rows(*rows), LOWER)
    assert (finding.measured, finding.greatest, finding.limit, finding.excess) == (2, 3, 0, 2)
    assert (finding.unit, finding.at_least) == ("entries", True)
    assert [at.cell for at in finding.locations] == ["F2", "F3", "F4"]
    assert {at.minutes for at in finding.locations} == {None}


def test_every_contributing_cell_is_named_the_largest_first() -> None:
    finding = only(judge_rows(*minutes(15, 35, 12), ONE_NOT_WRITTEN), PRIMARY)
    assert [(at.cell, at.subject, at.minutes) for at in finding.locations] == [
        ("I3", "数学", 350),
        ("I2", "语文", 150),
        ("I4", "英语", 120),
    ]
    assert (finding.measured, finding.limit, finding.excess) == (62, 60, 2)
    assert (finding.unit, finding.count, finding.subject) == ("minutes", 1, None)


def test_unknown_minutes_are_told_as_unknown() -> None:
    finding = only(judge_rows(*minutes(20, 300)), PRIMARY)
    assert [at.minutes for at in finding.locations] == [200, None]


@pytest.mark.parametrize(
    ("without", "verdict"),
    [("place", BROKEN), ("form", UNDECIDED), ("minutes", UNDECIDED), ("content", BROKEN)],
)
def test_a_column_that_the_table_lacks(without: str, verdict: Verdict) -> None:
    columns = [column for column in USUAL if column != without]
    report = judge_rows(*minutes(40, 30), columns=columns)
    assert verdicts(report, PRIMARY) == {verdict: 1}


def test_without_a_content_column_a_slash_is_no_homework() -> None:
    columns = [column for column in USUAL if column != "content"]
    assert verdicts(judge_rows(*minutes(60, "/"), columns=columns), PRIMARY) == {KEPT: 1}


@pytest.mark.parametrize(
    ("row", "columns", "cause"),
    [
        (Row(minutes="", content="A、B层：20分钟；C层：50分钟"), USUAL, "readings"),
        (Row(minutes=50, actual=70), EVERY, "measured"),
    ],
)
def test_several_readings_of_a_content_are_no_measured_mean(
    row: Row, columns: tuple[str, ...], cause: str
) -> None:
    assert only(judge_rows(row, columns=columns), PRIMARY).cause == cause


def test_of_several_doubts_each_is_told_at_its_cells() -> None:
    rows = (Row(minutes=40), Row("数学", 20, form="预习"), Row("英语", "15分钟以上"))
    hint = only(judge_rows(*rows), PRIMARY).hint
    assert "请在G3补填书面" in hint.zh
    assert "请把I4改写成" in hint.zh
    assert "at G3" in hint.en
    assert "at I4" in hint.en
