"""What a note beside an entry does to it."""

from __future__ import annotations

import pytest

from homework_check.model import Place
from homework_check.normalise.values.entry_notes import read_entry_note


@pytest.mark.parametrize(
    ("case", "texts"),
    [
        (
            "withdrawn",
            "取消 已作废 作业已取消 因运动会未布置 停电取消 数学取消 取消口算 练习册不用做",
        ),
        ("withdrawn", "临时取消，改天再做 全体学生免做 今日未布置书面作业 cancelled"),
        ("withdrawn", "第2题不做了 第4题不用做 删除第3题 取消第2、3题"),
        ("", "不取消 没有取消 晚自习取消 网课取消，作业照常 体育课取消 运动会取消"),
        ("", "取消答题卡 取消错题本 不用做笔记 写在作废纸上 请假学生免做 优秀者免做 免做生1人"),
        ("", "未留其他作业 不布置其他作业 没有布置预习 未布置口头作业"),
        ("changed", "改为单元卷 改为：试卷 换成作文30分钟 数学改成口算 应为20分钟 改为10题"),
        ("", "改为校内完成 作业改为课堂完成"),
        ("withdrawn", "改为选做 改为口头 取消周末作业 取消9月5日作业"),
        ("", "取消其他作业 改成A4纸 改成第二天交"),
        ("", "改为周三交 交作业时间改为周三 改为9月7日上交 换成铅笔 换成新本子"),
        ("", "页码更正为P12 应为第6页 更正为第6-8页 不改为"),
        ("added", "另加作文40分钟 订正10分钟 批改后订正20分钟"),
        ("stated", "约20分钟 共30分钟 作业共30分钟 每天20分钟 练习20分钟，教师批改30分钟"),
        ("stated", "含订正10分钟 其中订正5分钟 20分钟（含订正10分钟）"),
        ("", "总时长55分钟 三科共55分钟 语数英共55分钟 本班合计55分钟 当天作业总时长不超过60分钟"),
        ("", "教师批改40分钟 批改用时40分钟 批改共40分钟"),
        ("spread", "分两天完成 两天完成 三天内交 一周内完成 下周一交"),
        ("spread", "部分学生 仅学困生 只限个别学生做"),
        ("", "部分学生未完成 个别学生已面批 学困生需辅导 完成较好"),
        ("", "请假两天 提前3天通知 第2天交"),
        ("measured", "平均20分钟 全班平均30分钟 实际用时50分钟"),
    ],
)
def test_what_a_note_does_to_its_entry(case: str, texts: str) -> None:
    said = {text: read_entry_note(text) for text in texts.split(" ")}
    assert {text: note.case if note else "" for text, note in said.items()} == dict.fromkeys(
        said, case
    )


def test_a_note_may_speak_of_days_off() -> None:
    said = [read_entry_note(text) for text in ("周末完成", "国庆假期用", "完成较好")]
    assert [note and note.covers_days_off for note in said] == [True, True, None]


@pytest.mark.parametrize(
    ("minutes", "texts"),
    [
        (55, "当天总时长55分钟 总时长55分钟 三（2）班合计55分钟 本班合计55分钟 全天共55分钟"),
        (55, "合计55分钟 共55分钟 各科合计55分钟 周三合计55分钟 （当天合计55分钟） 9月4日共55分钟"),
        (None, "三科共55分钟 语数英共55分钟 本周合计200分钟 三年级合计50分钟 全校合计50分钟"),
        (None, "当天作业总时长不超过60分钟 教师批改共40分钟 平均20分钟 每题共2分钟 作业20分钟"),
    ],
)
def test_a_note_may_state_the_total_of_its_day(minutes: int | None, texts: str) -> None:
    said = {text: read_entry_note(text) for text in texts.split(" ")}
    totals = {text: note.total if note else None for text, note in said.items()}
    total = minutes and (minutes * 10, minutes * 10)
    assert totals == dict.fromkeys(said, total)


def test_minutes_of_the_teacher_are_none_of_the_entry() -> None:
    note = read_entry_note("练习20分钟，教师批改30分钟")
    assert note is not None
    assert note.minutes == (200, 200)


@pytest.mark.parametrize(
    ("text", "place"),
    [("作业改为校内完成", Place.SCHOOL), ("改为回家完成", Place.HOME), ("改为周三交", None)],
)
def test_work_may_be_moved(text: str, place: Place | None) -> None:
    note = read_entry_note(text)
    assert (note.place if note else None) is place


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("周三口语", True),
        ("周三为口头作业", True),
        ("周一、周三口头", True),
        ("9月5日听力", True),
        ("本周均为实践作业", True),
        ("需朗读课文", False),
        ("朗读3遍", False),
        ("周三阅读理解", False),
        ("周三在校完成", False),
        ("口头", False),
    ],
)
def test_a_note_may_say_that_some_work_is_not_written(text: str, *, mixed: bool) -> None:
    note = read_entry_note(text)
    assert (note is not None and note.mixed) is mixed
