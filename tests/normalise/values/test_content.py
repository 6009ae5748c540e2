from __future__ import annotations

from timeit import repeat

import pytest

from homework_check.model import Amount, Form, Place
from homework_check.normalise.values import ContentReading, read_content

SILENT = ContentReading()


@pytest.mark.parametrize(
    "text",
    [
        "无",
        "无。",
        "（无）",
        "没有作业",
        "今日无作业",
        "今日 无作业",
        "无书面家庭作业",
        "不布置作业",
        "None",
        "No homework",
    ],
)
def test_no_homework(text: str) -> None:
    assert read_content(text) == ContentReading(none=True)


@pytest.mark.parametrize(
    "text",
    [
        "练习册第18页第2题",
        "无错抄写第3课",
        "没有做完的继续做",
        "100分试卷",
        "试卷一张（100分）",
        "背诵《周末：20分钟》",
        "第五一课",
        "五一班分组",
        "朗读课文3遍",
        "完成（1）（2）题",
        "Read Unit 3: page 12",
        "听写本",
    ],
)
def test_nothing_stated(text: str) -> None:
    assert read_content(text) == SILENT


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("练习册P10 20分钟", 20),
        ("练习册P10（20 分钟）", 20),
        ("练习册P10 ２０分钟", 20),
        ("1.口算10分钟 2.练习15分钟", 25),
        ("练习册P10（用时：约20分钟）", 20),
        ("1.20分钟练习 2.30分钟阅读", 50),
        ("1、口算10min\n2、练习15min", 25),
        ("阅读半小时", 30),
        ("阅读半个小时，跳绳一刻钟", 45),
        ("阅读1小时20分", 80),
        ("1.5小时阅读", 90),
        ("read for 1.5h", 90),
        ("100分试卷（60分钟）", 60),
        ("阅读20-30分钟", 30),
        ("跳绳10分钟×2", 20),
        ("四十分钟", 40),
        ("口算10分钟，练习15分钟，共25分钟", 25),
        ("口算、练习共25分钟", 25),
    ],
)
def test_minutes_have_a_unit_and_add_up(text: str, minutes: int) -> None:
    assert read_content(text).minutes == Amount(minutes * 10, minutes * 10)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("阅读30分钟以上", Amount(300, None)),
        ("阅读不少于30分钟，口算10分钟", Amount(400, None)),
        ("口算10分钟、练习20分钟，共25分钟", Amount(250, 550)),
    ],
)
def test_uncertain_minutes(text: str, amount: Amount) -> None:
    assert read_content(text).minutes == amount


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("（口头）朗读课文", Form.OTHER),
        ("(口头)朗读课文，熟读3遍", Form.OTHER),
        ("【口头作业】朗读课文", Form.OTHER),
        ("朗读课文（口头）", Form.OTHER),
        ("朗读课文（口头），20分钟", Form.OTHER),
        ("（口头，20分钟）朗读课文", Form.OTHER),
        ("口头：朗读课文", Form.OTHER),
        ("1.口头：朗读课文", Form.OTHER),
        ("书面：练习册", Form.WRITTEN),
        ("书面作业:练习册", Form.WRITTEN),
        ("（书面+口头）第3课", Form.WRITTEN),
        ("（口头）朗读课文；（书面）练习册P3", Form.WRITTEN),
        ("1.口头：朗读 2.书面：练习册", Form.WRITTEN),
        ("完成练习册，朗读课文（书面）", Form.WRITTEN),
    ],
)
def test_form_in_brackets_or_before_a_colon(text: str, form: Form) -> None:
    assert read_content(text).form is form


@pytest.mark.parametrize(
    "text",
    [
        "口头朗读课文",
        "完成练习册P10，朗读课文（口头）",
        "朗读课文（口头），完成练习册P10",
        "1.朗读：课文 2.完成练习册P10",
        "（1）朗读课文（口头），完成练习册P10",
        "（必做）朗读课文（口头），完成练习册P10",
        "语文：朗读课文（口头），完成练习册P10",
        "（预习）第3课",
        "（练习本）第3课",
    ],
)
def test_a_form_that_may_not_hold_for_all_of_it_is_none(text: str) -> None:
    assert read_content(text).form is None


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("【选做】思考题", SILENT._replace(choice="optional")),
        ("选做：思考题", SILENT._replace(choice="optional")),
        ("【必做】P10；【选做】P11", SILENT._replace(choice="required")),
        ("P10；【选做】P11", SILENT),
        ("（A层）P10", SILENT._replace(layer="A")),
        ("Ｂ层：P10", SILENT._replace(layer="B")),
        ("A层：P10；B层：P11", SILENT),
        ("（家庭）P10", SILENT._replace(place=Place.HOME)),
        ("校内完成：P10", SILENT._replace(place=Place.SCHOOL)),
        ("（校内）P10；（家庭）P11", SILENT._replace(place=Place.HOME)),
        (
            "（必做，口头，家庭）朗读",
            SILENT._replace(choice="required", form=Form.OTHER, place=Place.HOME),
        ),
    ],
)
def test_choice_layer_place(text: str, reading: ContentReading) -> None:
    assert read_content(text) == reading


@pytest.mark.parametrize(
    "text", ["周末作业P10", "国庆手抄报", "五一小报", "寒假第1天", "Weekend diary"]
)
def test_covers_days_off(text: str) -> None:
    assert read_content(text).covers_days_off


def test_an_ordinary_content_costs_next_to_nothing() -> None:
    seconds = min(repeat(lambda: read_content("练习册第18页第2题"), number=10_000, repeat=5))
    assert seconds / 10_000 < 20e-6  # about 1 µs; the bound leaves room for slow machines
