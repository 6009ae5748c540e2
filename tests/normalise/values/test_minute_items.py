"""Cells of minutes that name several tasks."""

from __future__ import annotations

import pytest

from homework_check.model import Form, Place
from homework_check.normalise.values import Unit, read_minute_items


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("口算5分钟，练习15分钟", 20),
        ("口算５分钟、练习１５分钟", 20),
        ("口算5分钟\n练习15分钟", 20),
        ("口算：5分钟；应用题：10min", 15),
        ("口算（5分钟）应用题（10分钟）", 15),
        ("10分钟（口算）+20分钟（作文）", 30),
        ("口算约5分钟，应用题20-30分钟", 35),
        ("口算5分钟，应用题半小时", 35),
        ("口算5分钟，应用题15分钟，共20分钟", 20),
        ("口算5分，应用题15分", 20),
        ("口算5分钟+应用题15分钟", 20),
        ("口算5分钟应用题15分钟", 20),
        ("20分（必做）", 20),
        ("40分钟 书面", 40),
        ("20（书面）", 20),
        ("20 书面", 20),
        ("30（阅读）", 30),
        ("5（必做）", 5),
        ("10分钟口算、20分钟作文", 30),
        ("10分钟口算20分钟作文", 30),
        ("半小时 校内", 30),
        ("20分钟、30分钟", 50),
        ("约20分钟+约30分钟", 50),
        ("口算约20分钟，作文约30分钟", 50),
        ("40分钟 （书面）", 40),
        ("口算5分钟", 5),
        ("A层20分钟，B层30分钟", 30),
        ("A层20 B层30", 30),
        ("必做20分钟 选做10分钟", 30),
    ],
)
def test_the_tasks_add_up(text: str, minutes: int) -> None:
    reading = read_minute_items(text)
    assert reading is not None
    assert reading.minutes == (minutes * 10, minutes * 10)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("优等生15分钟，学困生30分钟", 15, 30),
        ("一般学生25分钟 学困生20分钟", 20, 25),
        ("优生20，学困生35", 20, 35),
        ("A层20分钟，学困生35分钟", 35, 35),
    ],
)
def test_one_task_may_be_timed_for_several_kinds_of_pupils(text: str, low: int, high: int) -> None:
    reading = read_minute_items(text)
    assert reading is not None
    assert reading.minutes == (low * 10, high * 10)


@pytest.mark.parametrize(
    "text", ["书面20分钟 口头10分钟", "书面:20;口头:10", "抄写20，朗读10", "20分钟书面，10分钟口头"]
)
def test_each_form_has_its_minutes(text: str) -> None:
    reading = read_minute_items(text)
    assert reading is not None
    written, other = reading.parts
    assert (written.form, written.minutes) == (Form.WRITTEN, (200, 200))
    assert (other.form, other.minutes) == (Form.OTHER, (100, 100))


def test_what_is_partly_done_at_home_may_all_be() -> None:
    reading = read_minute_items("在校20分钟，在家15分钟")
    assert reading is not None
    assert (reading.place, reading.minutes) == (Place.HOME, (350, 350))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "无",
        "口算",
        "口算20题",
        "20分钟（不含订正10分钟）",
        "20分钟（选做另加）",
        "20分钟没做完",
        "40分钟以上，约50分钟",
        "40分钟，约50分钟",
        "20分钟左右 最多30分钟",
        "20（道）",
        "20道",
        "3选做",
        "2A",
        "口算20（必做）",
        "20（一班）",
        "10分钟口算，其他",
        "规定20分钟",
        "超时10分钟",
        "第3课 20",
        "练习1 20",
        "口算1、应用题20",
        "口算5，应用题15分钟",
        "平均20分钟",
        "除作文20分钟",
        "口算5或应用题15",
        "口算5，应用题15",
        "口算100",
        "满分100",
        "书面100",
        "男生20分钟，女生15分钟",
        "快20分钟，慢30分钟",
        "预计20分钟，实际30分钟",
        "原20分钟，现改为15分钟",
        "最少30，最多40",
        "周一30分钟，周二40分钟",
        "一班30分钟 二班40分钟",
        "一周60分钟",
        "40分钟（两天）",
        "A30 B40",
        "甲30分钟 乙40分钟",
    ],
)
def test_what_may_say_something_else(text: str) -> None:
    assert read_minute_items(text) is None


@pytest.mark.parametrize("unit", [Unit.HOURS, Unit.NEEDED])
def test_bare_numbers_of_another_unit(unit: Unit) -> None:
    assert read_minute_items("书面5，口头15", unit) is None
    assert read_minute_items("5（书面）", unit) is None
    assert read_minute_items("书面5分钟，口头15分钟", unit) is not None


@pytest.mark.parametrize("text", ["试卷（100分）", "单元测试卷120分", "试卷 60分"])
def test_the_full_marks_of_a_test_are_no_minutes(text: str) -> None:
    assert read_minute_items(text) is None
    assert read_minute_items(text.replace("分", "分钟")) is not None or "单元" in text
