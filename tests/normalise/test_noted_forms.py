"""What notes on a table say of the form of its homework."""

from __future__ import annotations

import pytest
from made_sheets import understand

from homework_check.model import Form
from homework_check.normalise.around.noted_forms import excepted_subjects, noted_form

TITLE = ("三（2）班作业（2023年9月4日—9月8日，单位：分钟）",)
WRITTEN = ("三（2）班书面作业（2023年9月4日—9月8日，单位：分钟）",)
WEEK = (("学科", "周一", "周二"), ("语文", 20, 30), ("英语", 15, 25))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("以上均为书面作业。", Form.WRITTEN),
        ("单位：分钟，均为书面作业", Form.WRITTEN),
        ("说明：1.以上作业均为书面作业，单位：分钟。2.周五含周末作业。", Form.WRITTEN),
        ("注：表中时间均为书面作业时间", Form.WRITTEN),
        ("备注：以上时长为书面作业预计用时，不含口头、实践作业。", Form.WRITTEN),
        ("说明：本表只登记书面作业", Form.WRITTEN),
        ("以下均为书面作业（单位：分钟）", Form.WRITTEN),
        ("各科作业均为书面作业", Form.WRITTEN),
        ("（以上均为口头作业）", Form.OTHER),
        ("全部为口头或实践作业", Form.OTHER),
        ("以上均为书面作业，英语除外", None),
        ("以上为书面作业，英语为口头作业", None),
        ("以上作业大部分为书面作业", None),
        ("以上书面作业均在校内完成", None),
        ("书面作业控制在60分钟以内", None),
        ("注：英语为口头作业", None),
        ("为书面作业", None),
        ("填表人：王老师", None),
    ],
)
def test_a_note_may_give_the_form_of_all_work(text: str, form: Form | None) -> None:
    assert noted_form(text) is form


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("注：英语为口头作业，不计入书面总量。", {"英语"}),
        ("周三英语含听读15分钟", {"英语"}),
        ("体育、劳动为实践作业。", {"体育与健康", "劳动"}),
        ("以上均为书面作业，英语除外", {"英语"}),
        ("注：语文均为书面；英语有两天，其中听读10分钟", {"英语"}),
        ("温馨提示：语文每天坚持阅读30分钟，英语每天听读15分钟。", set()),
        ("注：合计不含口头作业", set()),
        ("口头作业不计入时长", set()),
        ("语文老师：王老师", set()),
    ],
)
def test_a_note_may_speak_of_other_work_of_a_subject(text: str, subjects: set[str]) -> None:
    assert excepted_subjects(text) == subjects


@pytest.mark.parametrize("note", ["以上均为书面作业", "单位：分钟，均为书面作业"])
def test_a_note_below_a_table_gives_its_form(note: str) -> None:
    log = understand(TITLE, *WEEK, (note,))
    assert {entry.work.form for entry in log.entries} == {Form.WRITTEN}
    assert [i.where for i in log.tables[0].inherited if i.field == "form"] == ["note A5"]


def test_a_note_above_a_table_gives_its_form() -> None:
    log = understand(TITLE, ("说明：本表只登记书面作业",), *WEEK)
    assert {entry.work.form for entry in log.entries} == {Form.WRITTEN}


def test_a_title_and_a_note_of_different_forms_give_none() -> None:
    log = understand(WRITTEN, *WEEK, ("以上均为口头作业",))
    assert {entry.work.form for entry in log.entries} == {None}


def test_the_title_is_not_believed_of_a_subject_of_which_a_note_says_otherwise() -> None:
    log = understand(WRITTEN, *WEEK, ("注：英语为口头作业，不计入书面总量",))
    forms = {(entry.subject, entry.work.form) for entry in log.entries}
    assert forms == {("语文", Form.WRITTEN), ("英语", None)}
    flaws = {flaw.locations[0].cell: flaw.case for e in log.entries for flaw in e.problems}
    assert flaws == {"A4": "noted"}


def test_a_list_has_notes_as_well() -> None:
    log = understand(
        ("三（2）班书面作业 2023年9月4日",),
        ("学科", "内容", "时长（分钟）"),
        ("语文", "练习册", 20),
        ("英语", "单词", 15),
        ("注：英语为口头作业",),
    )
    assert [entry.work.form for entry in log.entries] == [Form.WRITTEN, None]


def test_a_note_on_a_row_may_speak_of_other_work() -> None:
    week = (("学科", "周一", "周二", "备注"), ("语文", 20, 30, ""), ("英语", 15, 25, "周二口语"))
    log = understand(WRITTEN, *week)
    assert {(e.subject, e.work.form) for e in log.entries} == {
        ("语文", Form.WRITTEN),
        ("英语", None),
    }
    head, *rows = (("学科", "内容", "时长", "备注"), ("语文", "练习", 20, ""))
    log = understand(WRITTEN, head, *rows, ("英语", "单词", 15, "本次为口头作业"))
    assert [e.work.form for e in log.entries] == [Form.WRITTEN, None]
    cases = [flaw.case for e in log.entries for flaw in e.problems if flaw.rule == "unread-form"]
    assert cases == ["noted"]


@pytest.mark.parametrize("note", ["注：均为口头作业", "以上均为口头作业", "注：英语为口头作业"])
@pytest.mark.parametrize("titles", [[WRITTEN], []])
def test_a_note_between_two_tables_is_of_the_upper_one(note: str, titles: list[tuple[str]]) -> None:
    lower = ("三（3）班书面作业（2023年9月4日—9月8日，单位：分钟）",)
    log = understand(*titles, *WEEK, (note,), lower, *WEEK)
    forms = {entry.work.form for entry in log.entries[-4:]}
    # Under a sheet that begins with no title nobody knows whose a 注 is.
    assert forms == {Form.WRITTEN} if titles else Form.OTHER not in forms
