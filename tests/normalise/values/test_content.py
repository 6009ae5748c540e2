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
        "书面作业：无",
        "（书面）无",
        "今日作业：无。",
        "语文：无",
        "书面：无，口头：无",
        "无（书面）",
        "无（课堂已完成）",
        "零作业",
        "无纸笔作业",
        "书面作业：无\n实践作业：无",
        "Written: no homework",
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
        "备注：无",
        "阅读大半小时",
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
        ("10分钟+15分钟=25分钟", 25),
        ("抄写20分钟+背诵10分钟", 30),
        ("抄写10分钟 + 练习20分钟", 30),
        ("抄写20分钟+《练习册》P12", 20),
        ("抄写30+40分钟", 70),
        ("抄写30分钟+40", 70),
        ("抄写P12+40分钟", 40),
        ("跳绳3×20分钟", 60),
        ("①20分钟抄写②30分钟练习", 50),
        ("试卷一张（100分），60分钟", 60),
        ("试卷一张，100分，60分钟", 60),
        ("百分之十 8分米 20分钟", 20),
        ("阅读半小时至1小时", 60),
        ("阅读半小时到1小时", 60),
        ("阅读40分钟或50分钟", 50),
        ("阅读1小时10，订正", 70),
        ("1.作文1小时2.口算10分钟", 70),
        ("1.作文1小时\n2、口算10分钟", 70),
        ("作文50分钟（其中构思20分钟）", 50),
        ("练习50分钟（含订正20分钟）", 50),
        ("练习50分钟，其中口算20分钟，订正10分钟；阅读5分钟", 55),
        ("语文作业（含阅读20分钟）", 20),
        ("口算30题、练习40分钟", 40),
        ("课本30、31页20分钟", 20),
    ],
)
def test_minutes_have_a_unit_and_add_up(text: str, minutes: int) -> None:
    assert read_content(text).minutes == Amount(minutes * 10, minutes * 10)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.练习册P3 20分钟 2.日记一篇", Amount(200, None)),
        ("①口算10分钟②日记", Amount(100, None)),
        ("1.抄写 2.练习 20分钟", Amount(200, 200)),
        ("1.口算10分钟 2.无", Amount(100, 100)),
        ("20分钟 1.抄写 2.作文", Amount(200, 200)),
        ("1.口算10分钟，2.日记，共30分钟", Amount(300, 300)),
        ("抄写60分钟/周", Amount(0, 600)),
        ("阅读，一周60分钟", Amount(0, 600)),
        ("作文60分钟，分两天完成", Amount(0, 600)),
        ("第一周生字 20分钟", Amount(200, 200)),
        ("阅读30分钟以上", Amount(300, None)),
        ("阅读不少于30分钟，口算10分钟", Amount(400, None)),
        ("口算10分钟、练习20分钟，共25分钟", Amount(250, 550)),
        ("口算10分钟，练习册55分", Amount(100, 650)),
        ("口算10'，练习20分钟", Amount(200, 300)),
        ("试卷一张60分钟，口算15分", Amount(600, 750)),
        ("1时20分阅读，口算10分钟", Amount(100, 900)),
        ("口算30+，练习20分钟", Amount(200, None)),
        ("阅读30分钟+", Amount(300, None)),
        ("阅读30分钟+，口算10分钟", Amount(400, None)),
        ("小练笔1小时多", Amount(600, None)),
        ("每页20分钟，共3页", Amount(200, None)),
        ("3页×20分钟", Amount(200, None)),
        ("口算和练习各40分钟", Amount(400, None)),
        ("三张试卷各半小时", Amount(300, None)),
        ("口算、练习分别40分钟", Amount(400, None)),
        ("两张试卷，40分钟/张", Amount(400, None)),
        ("口算30、练习40分钟", Amount(400, 700)),
        ("口算25+作文40分钟", Amount(400, 650)),
        ("口算10、听写20、练习40分钟", Amount(400, 700)),
        ("口算、练习分别30、40分钟", Amount(400, 700)),
    ],
)
def test_uncertain_minutes(text: str, amount: Amount) -> None:
    assert read_content(text).minutes == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("A层：抄写20分钟；B层：练习30分钟；C层：作文40分钟", Amount(400, 400)),
        ("A层：抄写20分钟，口算5分钟\nB层：练习30分钟", Amount(300, 300)),
        ("A层20分钟 B层30分钟 C层40分钟", Amount(400, 400)),
        ("A组：10分钟 B组：20分钟", Amount(200, 200)),
        ("抄写20分钟（A层）；练习30分钟（B层）", Amount(300, 300)),
        ("A层：抄写20分钟；B层：练习30分钟以上", Amount(300, None)),
        ("口算10分钟；A层：20分钟；B层：30分钟", Amount(300, 400)),
        ("A、B层：20分钟；C层：40分钟", Amount(400, 600)),
        ("抄写20分钟（A层），练习30分钟（B层）", Amount(300, 500)),
        ("优等生：练习35分钟；学困生：抄写30分钟", Amount(350, 350)),
        ("练习册P130分钟", Amount(0, 1300)),
        ("练习册P1 30分钟", Amount(300, 300)),
        ("练习册P1约30分钟", Amount(300, 300)),
        ("优等生练习35分钟 学困生抄写30分钟", Amount(350, 350)),
        ("一般学生30分钟，后进生20分钟，全体口算10分钟", Amount(400, 400)),
        ("优等生带学困生练习20分钟，抄写30分钟", Amount(300, 500)),
        ("抄写生字20分钟，生词10分钟", Amount(300, 300)),
        ("习题A组20分钟，习题B组30分钟", Amount(300, 500)),
        ("习题A组20分钟，练习册30分钟", Amount(500, 500)),
        ("必做：20分钟；选做：30分钟", Amount(500, 500)),
        ("（书面）A层：练习30分钟，B层：练习20分钟，全体：练习31分钟", Amount(610, 610)),
        ("（书面）A层：练习30分钟\nB层：练习20分钟，另外全班听写31分钟", Amount(610, 610)),
        ("A层练习30分钟；B层练习20分钟；全体练习31分钟", Amount(610, 610)),
        ("A层30分钟、B层20分钟、共同作业31分钟", Amount(610, 610)),
        ("A层：\n练习30分钟\nB层：\n练习20分钟\n全体：\n听写31分钟", Amount(610, 610)),
        ("全体：口算10分钟；A层：练习20分钟；B层：练习30分钟", Amount(400, 400)),
        ("A层：练习30分钟；B层：练习20分钟，听写31分钟", Amount(510, 610)),
        ("A层：练习30分钟 B层：练习20分钟 听写31分钟", Amount(510, 610)),
        ("A层：练习20分钟；B层：练习30分钟，听写5分钟", Amount(350, 350)),
        ("A层：练习30分钟；B层：练习20分钟，听写31分钟，共51分钟", Amount(510, 510)),
        ("全班：练习20分钟，全体：30分钟", Amount(500, 500)),
    ],
)
def test_layers_are_alternatives(text: str, amount: Amount) -> None:
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
        ("口头：朗读课文\n书面：完成练习册P12", Form.WRITTEN),
        ("口头：朗读课文，书面：练习册P12", Form.WRITTEN),
        ("书面、口头：第3课", Form.WRITTEN),
        ("口头：\n1.朗读课文\n2.背诵第3课", Form.OTHER),
        ("（口头）\n（必做）朗读课文\n（选做）背诵第3课", Form.OTHER),
        ("口头：\n朗读课文\n书面：\n练习册P12", Form.WRITTEN),
        ("（口头）①朗读课文②背诵第3课", Form.OTHER),
        ("口头：朗读+背诵", Form.OTHER),
        ("朗读、背诵课文（口头）", Form.OTHER),
        ("朗读第一、二课（口头）", Form.OTHER),
        ("朗读课文（口头）（家庭）", Form.OTHER),
        ("背诵 第3课（口头）", Form.OTHER),
        ("Read Unit 3 (oral)", Form.OTHER),
        ("书面：无，口头：读课文", Form.OTHER),
        ("书面作业：无 口头作业：读绘本", Form.OTHER),
        ("（书面）无；（口头）读绘本", Form.OTHER),
        ("无书面作业；口头：读课文", Form.OTHER),
        ("书面作业：无\n口头作业：读绘本", Form.OTHER),
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
        "（口头）背诵第3课\n练习册P12-14",
        "①朗读课文（口头）②完成练习册P12",
        "一、朗读课文（口头）\n二、完成练习册P12",
        "一、朗读课文（口头） 二、完成练习册P12",
        "1.朗读课文2.完成练习册P12（口头）",
        "1.20分钟练习册 2.30分钟朗读（口头）",
        "朗读（口头）+练习册",
        "朗读（口头）/练习册",
        "朗读（口头）、练习册",
        "朗读（口头）和练习册",
        "朗读（口头） 练习册",
        "朗读（口头）练习册",
        "朗读（口头）。练习册",
        "口头：朗读。练习册P12",
        "口头：朗读；《练习册》",
        "口头：朗读+练习册P12",
        "练习册P12、朗读课文（口头）",
        "练习册P12 朗读课文（口头）",
        "练习册P12 口头：朗读课文",
        "练习册P12、口头：朗读课文",
        "书面：无，朗读课文",
    ],
)
def test_a_form_that_may_not_hold_for_all_of_it_is_none(text: str) -> None:
    assert read_content(text).form is None


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("今天没有书面作业，读课文", Form.OTHER),
        ("无书面作业（读绘本10分钟）", Form.OTHER),
        ("无书面作业；口头：读课文", Form.OTHER),
        ("无书面作业，练习册P3", None),
        ("语文：无书面作业；数学：口算", None),
        ("无（口头：读课文）", Form.OTHER),
    ],
)
def test_what_is_left_where_nothing_is_written_is_not_written(text: str, form: Form | None) -> None:
    reading = read_content(text)
    assert (reading.form, reading.none) == (form, False)


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
        ("全体：P10", SILENT),
        ("（家庭）P10", SILENT._replace(place=Place.HOME)),
        ("（课堂）听写第3课\n练习册P12", SILENT._replace(in_parts=True)),
        ("（口头）朗读 （家庭）练习册", SILENT._replace(place=Place.HOME)),
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
    ("text", "place", "hint"),
    [
        ("写字，校内完成", Place.SCHOOL, None),
        ("写字 在校完成。", Place.SCHOOL, None),
        ("写字——课后服务时间完成", Place.SCHOOL, None),
        ("写字、口算，课堂完成", Place.LESSON, None),
        ("1.写字 2.口算，校内完成", None, Place.SCHOOL),
        ("在校写一半的生字", None, Place.SCHOOL),
        ("课堂上完成练习册", None, Place.LESSON),
        ("课上没写完的练习", None, None),
        ("完成课堂作业本P5", None, None),
        ("校园的早晨，独立完成", None, None),
    ],
)
def test_a_last_clause_states_the_place_and_other_words_hint_at_it(
    text: str, place: Place | None, hint: Place | None
) -> None:
    reading = read_content(text)
    assert (reading.place, reading.hint) == (place, hint)


@pytest.mark.parametrize(
    "text", ["周末作业P10", "国庆手抄报", "五一小报", "寒假第1天", "初一周末卷", "Weekend diary"]
)
def test_covers_days_off(text: str) -> None:
    assert read_content(text).covers_days_off


def test_an_ordinary_content_costs_next_to_nothing() -> None:
    seconds = min(repeat(lambda: read_content("练习册第18页第2题"), number=10_000, repeat=5))
    assert seconds / 10_000 < 20e-6  # about 1 µs; the bound leaves room for slow machines


@pytest.mark.parametrize(
    ("text", "minutes", "parts"),
    [
        ("口头：朗读20分钟\n书面：练习50分钟", (500, 700), [500, 200]),
        ("（口头）朗读20分钟；（书面）练习30分钟；（书面）抄写20分钟", (500, 700), [500, 200]),
        ("口头：朗读20分钟，书面：练习50分钟，共70分钟", (500, 700), []),
        ("朗读31分钟（口头），练习30分钟（书面）", (300, 610), []),
        ("口头：朗读20分钟\n书面：练习50分钟\n抄写10分钟", (600, 800), []),
        ("口头：朗读20分钟以上\n书面：练习50分钟", (0, None), [500, 200]),
        ("（书面+口头）第3课20分钟", (200, 200), []),
        ("练习20分钟，朗读10分钟（书面）", (300, 300), []),
        ("（口头）朗读；（书面）练习册20分钟", (200, 200), []),
        ("A层（口头）：20分钟；B层（书面）：30分钟", (100, 300), []),
    ],
)
def test_only_some_of_the_minutes_are_written(
    text: str, minutes: tuple[int, int | None], parts: list[int]
) -> None:
    reading = read_content(text)
    assert (reading.form, reading.minutes) == (Form.WRITTEN, minutes)
    assert [part.minutes.low for part in reading.parts if part.minutes] == parts
    assert [part.form for part in reading.parts] == [Form.WRITTEN, Form.OTHER][: len(parts)]


@pytest.mark.parametrize(
    ("text", "place", "minutes", "parts"),
    [
        ("课堂：练习40分钟\n家庭：抄写30分钟", Place.HOME, (300, 700), ["lesson", "home"]),
        ("校内：练习40分钟\n家庭：抄写30分钟", Place.HOME, (700, 700), ["school", "home"]),
        ("练习40分钟（课堂），抄写30分钟（家庭）", Place.HOME, (300, 700), []),
        ("课堂：练习40分钟，抄写30分钟", Place.LESSON, (700, 700), []),
        ("课堂：练习40分钟；抄写30分钟", None, (700, 700), []),
    ],
)
def test_only_some_of_the_minutes_are_for_home(
    text: str, place: Place | None, minutes: tuple[int, int], parts: list[str]
) -> None:
    reading = read_content(text)
    assert (reading.place, reading.minutes) == (place, minutes)
    assert [part.place for part in reading.parts] == parts


def test_none_before_brackets_is_of_its_head_alone() -> None:
    reading = read_content("书面：无（口头：朗读61分钟）")
    assert (reading.form, reading.minutes) == (Form.OTHER, (610, 610))


@pytest.mark.parametrize("text", ["抄写1/3小时", "抄写3/4小时", "抄写1/2h"])
def test_a_part_of_an_hour_is_not_its_whole_hours(text: str) -> None:
    assert read_content(text).minutes is None
