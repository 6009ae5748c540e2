from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from homework_check.messages.words import SUBJECTS
from homework_check.model import Form, Place
from homework_check.normalise.values import (
    Outcome,
    is_none,
    read_choice,
    read_form,
    read_layer,
    read_place,
    read_subject,
    read_yes_no,
)
from homework_check.normalise.values.words import sections

if TYPE_CHECKING:
    from homework_check.workbook import CellValue

UNREAD, NONE = Outcome.UNREAD, Outcome.NONE


@pytest.mark.parametrize(
    "value",
    [
        "书面",
        "笔头",
        "书写",
        "抄写",
        "听写",
        "默写",
        "练习",
        "试卷",
        "作文",
        "日记",
        "written",
        "Written",
        "书面作业",
        "书面类",
        "（书面）",
        "【书面】",
        "书 面",
        " 书面 ",
        "书面+口头",
        "口头＋书面",
        "书面、口头",
        "口头/书面",
        "书面 口头",
        "书面（抄写）",
        "书面（必做）",
        "选做 书面",
        "书 面 + 口 头",
        "书面作业┋口头作业",
        "书面与口头相结合",
        "读写结合",
        "单元卷",
        "生字抄写",
    ],
)
def test_written(value: str) -> None:
    assert read_form(value) is Form.WRITTEN


@pytest.mark.parametrize(
    "value",
    [
        "无书面",
        "读背",
        "口语交际",
        "社会实践",
        "口头",
        "朗读",
        "背诵",
        "阅读",
        "实践",
        "观察",
        "手工",
        "体育",
        "劳动",
        "艺术",
        "亲子",
        "oral",
        "reading",
        "practical",
        "口头作业",
        "实践性作业",
        "口头+实践",
        "Oral",
        "（口头）",
        "口 头",
        "Reading homework",
    ],
)
def test_not_written(value: str) -> None:
    assert read_form(value) is Form.OTHER


@pytest.mark.parametrize(
    "value",
    [
        "预习",
        "探究",
        "综合",
        "书面+预习",
        "练习本",
        "书面完成练习册",
        "，",
        "1",
        3,
        0.5,
        True,
        date(2023, 9, 4),
    ],
)
def test_form_not_understood(value: CellValue) -> None:
    assert read_form(value) is UNREAD


@pytest.mark.parametrize(
    ("value", "place"),
    [
        *(
            (word, Place.HOME)
            for word in ("家庭", "家", "校外", "home", "在家", "家庭作业", "回家完成", "（家 庭）")
        ),
        *(
            (word, Place.SCHOOL)
            for word in ("学校", "校内", "课后服务", "school", "在校", "校内完成", "At school")
        ),
        *(
            (word, Place.LESSON)
            for word in ("课堂", "课内", "随堂", "lesson", "课堂完成", "in class")
        ),
        ("学校/校内", Place.SCHOOL),
        ("家庭/学校", UNREAD),
        ("操场", UNREAD),
        (1, UNREAD),
        ("无", NONE),
    ],
)
def test_place(value: CellValue, place: Place | Outcome) -> None:
    assert read_place(value) is place


@pytest.mark.parametrize(
    ("value", "choice"),
    [
        *(
            (word, "required")
            for word in ("必做", "必 做", "基础", "基础性作业", "必做题", "Required", "必做+选做")
        ),
        *(
            (word, "optional")
            for word in ("选做", "弹性", "提高", "拓展", "弹性作业", "（选做）", "optional")
        ),
        ("随便", UNREAD),
        ("必做+随便", UNREAD),
        ("无", NONE),
    ],
)
def test_choice(value: str, choice: str | Outcome) -> None:
    assert read_choice(value) == choice


@pytest.mark.parametrize(
    ("value", "layer"),
    [
        ("A", "A"),
        ("Ａ层", "A"),
        ("a 层", "A"),
        ("甲", "A"),
        ("一层", "A"),
        ("B组", "B"),
        ("（乙）", "B"),
        ("C类作业", "C"),
        ("Level C", "C"),
        ("A/B", None),
        ("D", None),
        ("无", None),
        (1, None),
    ],
)
def test_layer(value: CellValue, layer: str | None) -> None:
    assert read_layer(value) == layer


@pytest.mark.parametrize(
    ("value", "subject"),
    [
        ("语文", "语文"),
        (" 语 文 ", "语文"),
        ("语", "语文"),
        ("数学作业", "数学"),
        ("Maths", "数学"),
        ("英", "英语"),
        ("道法", "道德与法治"),
        ("思品", "道德与法治"),
        ("道德与法治", "道德与法治"),
        ("生物", "生物学"),
        ("理", "物理"),
        ("信息技术", "信息科技"),
        ("体育", "体育与健康"),
        ("音", "音乐"),
        ("综合", "综合实践活动"),
        ("阅读课", "阅读"),
    ],
)
def test_subject(value: str, subject: str) -> None:
    assert read_subject(value) == (subject, True)


@pytest.mark.parametrize(("subject", "english"), SUBJECTS.items())
def test_what_reports_call_a_subject_reads_back_as_it(subject: str, english: str) -> None:
    assert read_subject(english) == read_subject(subject)
    assert read_subject(english)[1]


def test_every_subject_has_an_english_name() -> None:
    assert sections()["subject"].keys() - {"suffixes"} <= SUBJECTS.keys()


@pytest.mark.parametrize(
    ("value", "shown"), [("围　棋", "围 棋"), ("语文数学", "语文数学"), (3.0, "3")]
)
def test_unknown_subject_stays_as_written(value: CellValue, shown: str) -> None:
    assert read_subject(value) == (shown, False)


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        *(
            (v, "yes")
            for v in (
                "是",
                "√",
                "✓",
                "有",
                "已公示",
                "已批改",
                "全批全改",
                "Y",
                "yes",
                "1",
                "true",
                "TRUE",
            )
        ),
        *((v, "yes") for v in (1, 1.0, True, " 是 ", "（是）", "Ｙ", "已批改（全批）", "☑")),
        *(
            (v, "no")
            for v in (
                "否",
                "×",
                "✗",
                "无",
                "未公示",
                "未批改",
                "N",
                "no",
                "0",
                "false",
                0,
                False,
                "Ｘ",
            )
        ),
        ("38/40", "38/40"),
        ("38／40", "38/40"),
        (" 38 / 40 ", "38/40"),
        ("38人/40人", "38/40"),
        ("38/40（2人缺交）", "38/40"),
        ("已批改（38/40）", "38/40"),
        ("40/40人", "40/40"),
        ("0/40", "0/40"),
        ("41/40", UNREAD),
        ("0/0", UNREAD),
        (date(2023, 3, 4), UNREAD),
        ("部分批改", UNREAD),
        ("是/否", UNREAD),
        ("是吗", UNREAD),
        (2, UNREAD),
        (float("nan"), UNREAD),
    ],
)
def test_yes_no(value: CellValue, answer: str | Outcome) -> None:
    assert read_yes_no(value) == answer


@pytest.mark.parametrize(
    "text",
    [
        "无",
        " 无 ",
        "没有",
        "没有作业",
        "今日无作业",
        "今天没有布置作业",
        "无书面作业",
        "未布置",
        "（无）",
        "【无】",
        "无。",
        "None",
    ],
)
def test_is_none(text: str) -> None:
    assert is_none(text)


@pytest.mark.parametrize(
    "text", ["无线电", "今日作业", "作业", "没有错题的不用改", "/", "—", "0", "今日", "没收"]
)
def test_is_not_none(text: str) -> None:
    assert not is_none(text)


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ("☑书面 □口头", Form.WRITTEN),
        ("□书面 ☑口头", Form.OTHER),
        ("□ 书面　☑ 口头", Form.OTHER),
        ("■书面□口头", Form.WRITTEN),
        ("☑书面☑口头", Form.WRITTEN),
        ("√书面", Form.WRITTEN),
        ("书面√", Form.WRITTEN),
        ("书面√ 口头", Form.WRITTEN),
        ("书面 √口头", Form.OTHER),
        ("书面（√）口头（ ）", Form.WRITTEN),
        ("书面（ ） 口头（√）", Form.OTHER),
        ("书面√口头", UNREAD),
        ("书面 √ 口头", UNREAD),
        ("□书面 □口头", UNREAD),
        ("√书面√", UNREAD),
        ("☑自编", UNREAD),
        ("√", UNREAD),
    ],
)
def test_of_several_words_those_that_are_ticked_count(value: str, form: Form | Outcome) -> None:
    assert read_form(value) is form


def test_ticks_stand_beside_words_of_any_kind() -> None:
    assert read_place("☑家庭 □校内") is Place.HOME
    assert read_choice("必做□ 选做☑") == "optional"
    assert [read_yes_no(value) for value in ("是□ 否☑", "√已批改", "√")] == ["no", "yes", "yes"]
