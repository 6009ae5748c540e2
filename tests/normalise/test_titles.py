from __future__ import annotations

from datetime import date

import pytest
from made_sheets import EVIDENCE, entry, table, understand

from homework_check.model import Form, Place, School
from homework_check.normalise import normalise
from homework_check.normalise.around.context import read_statement
from homework_check.settings import Assumption, Period, Settings
from homework_check.workbook import CellValue, Sheet, Source, Workbook

BODY = (("学科", "作业内容", "时长"), ("语文", "练习册", 20))


@pytest.mark.parametrize(
    ("title", "school", "grade", "classes"),
    [
        ("城北小学三（2）班第5周作业公示表", "城北小学", 3, ("2",)),
        ("XX小学三(2)班作业", "XX小学", 3, ("2",)),
        ("青山镇中心小学五1班", "青山镇中心小学", 5, ("1",)),
        ("第一小学501班作业", "第一小学", 5, ("1",)),
        ("第一小学1班", "第一小学", None, ("1",)),
        ("城北小学校内作业登记表", "城北小学", None, ()),
        ("城北小学校作业登记表", "城北小学校", None, ()),
        ("第二十五中学附属小学三（2）班", "第二十五中学附属小学", 3, ("2",)),
        ("某大学附属中学八年级(1)班", "某大学附属中学", 8, ("1",)),
        ("城关镇中心小学三年级2班", "城关镇中心小学", 3, ("2",)),
        ("第5中学七年级", "第5中学", 7, ()),
        ("育才小学分校四年级一班", "育才小学分校", 4, ("1",)),
        ("实验小学（东校区）三年级", "实验小学(东校区)", 3, ()),
        ("2023年秋季学期第一小学作业", "第一小学", None, ()),
        ("中小学作业登记表", None, None, ()),
        ("全区小学作业登记表", None, None, ()),
        ("港北区中小学书面作业时间统计表", None, None, ()),
        ("各学校作业时间统计", None, None, ()),
        ("小学三年级（2）班", None, 3, ("2",)),
        ("初中部八年级", None, 8, ()),
        ("三年级1-3班作业", None, 3, ("1", "2", "3")),
        ("三、四年级作业", None, None, ()),
        ("城北小学三四年级作业", "城北小学", None, ()),
        ("五一班作业", None, 5, ("1",)),
        ("城北小学三（1）班作业（书面作业不超过60分钟）", "城北小学", 3, ("1",)),
        ("一、二年级不布置书面作业", None, None, ()),
        ("城北小学三（1）班作业（单位：分钟，书面作业）", "城北小学", 3, ("1",)),
        ("学校：城北小学 周次：第5周", "城北小学", None, ()),
        ("年级：三 班级：2", None, 3, ("2",)),
        ("班级：三（2）班", None, 3, ("2",)),
        ("年级：三 班级：四（2）班", None, None, ()),
        ("导出编号" + "1234567890" * 10, None, None, ()),
    ],
)
def test_a_title_states_school_and_class(
    title: str, school: str | None, grade: int | None, classes: tuple[str, ...]
) -> None:
    found = entry(understand((title,), *BODY))
    assert (found.school.name, found.grade, found.classes) == (school, grade, classes)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ((("2023年9月4日",),), date(2023, 9, 4)),
        ((("日期：2023.9.4",),), date(2023, 9, 4)),
        ((("日期", "2023-9-4"),), date(2023, 9, 4)),
        ((("学校：", "日期：", "2023-9-4"),), date(2023, 9, 4)),
        ((("日期：", date(2023, 9, 4)),), date(2023, 9, 4)),
        ((("日期：", 45173),), date(2023, 9, 4)),
        ((("日期", 45173.0),), date(2023, 9, 4)),
        ((("2023—2024学年第一学期",), ("9月4日作业",)), date(2023, 9, 4)),
        ((("2023—2024学年第一学期",), ("1月4日作业",)), date(2024, 1, 4)),
        ((("2023年9月4日至9月8日",),), None),
        ((("9月4日作业",),), None),
        ((("第1.2节作业",),), None),
        ((("2023年",), ("用时1.5小时",)), None),
        ((("导出时间：2023-09-10 12:00",),), None),
    ],
)
def test_a_title_states_the_day(lines: tuple[tuple[str, ...], ...], day: date | None) -> None:
    assert entry(understand(*lines, *BODY)).date == day


@pytest.mark.parametrize(
    ("title", "weekday", "day"),
    [
        ("2023年9月4日至9月8日", "周二", date(2023, 9, 5)),
        ("2023.9.4-9.8", "周二", date(2023, 9, 5)),
        ("2023年9月4日—8日", "星期五", date(2023, 9, 8)),
        ("20230904-0908", "周一", date(2023, 9, 4)),
        ("2023年12月25日—12月31日", "周日", date(2023, 12, 31)),
        ("2023年9月", "周二", None),
        ("2023年9月1日至9月30日", "周二", None),
        ("2023年13月41日至9月8日", "周二", None),
    ],
)
def test_weekdays_need_a_week(title: str, weekday: str, day: date | None) -> None:
    log = understand((title,), ("星期", "学科", "作业内容"), (weekday, "语文", "练习册"))
    assert entry(log).date == day


@pytest.mark.parametrize(
    ("name", "path", "title", "expected"),
    [
        ("三（1）班", "log.xlsx", "三年级作业", (3, ("1",))),
        ("2班", "log.xlsx", "三年级作业", (3, ("2",))),
        ("甲班", "log.xlsx", "三年级作业", (3, ("甲班",))),
        ("三2", "log.xlsx", "作业", (3, ("2",))),
        ("三（2）9.4-9.8", "log.xlsx", "作业", (3, ("2",))),
        ("302", "log.xlsx", "作业", (3, ("2",))),
        ("2023", "log.xlsx", "三年级作业", (3, ())),
        ("Sheet1", "火箭班.xlsx", "三年级作业", (3, ("火箭班",))),
        ("延时班", "log.xlsx", "三年级作业", (3, ())),
        ("各班", "log.xlsx", "三年级作业", (3, ())),
        ("Sheet1", "log.xlsx", "三年级作业", (3, ())),
        ("Sheet1", "五（1）班第2周.xls", "作业", (5, ("1",))),
        ("Sheet1", "三年级作业.xlsx", "作业", (3, ())),
        ("2班", "三年级作业.xlsx", "作业", (3, ("2",))),
    ],
)
def test_names_complete_each_other(
    name: str, path: str, title: str, expected: tuple[int, tuple[str, ...]]
) -> None:
    found = entry(understand((title,), *BODY, name=name, path=path))
    assert (found.grade, found.classes) == expected


@pytest.mark.parametrize(
    ("path", "school"),
    [
        ("20230904-0908第一小学.xlsx", "第一小学"),
        ("第一小学第3周.xlsx", "第一小学"),
        ("港北区第一小学2023年秋季学期第3周作业登记.xlsx", "港北区第一小学"),
        ("中小学作业.xlsx", None),
    ],
)
def test_a_file_name_states_the_school(path: str, school: str | None) -> None:
    found = entry(understand(*BODY, path=path))
    assert found.school.name == school
    assert found.school.source == (None if school else path)


@pytest.mark.parametrize(
    "name",
    ["语文", "语文作业", "语文 (2)", "语文副本", "语文 - 副本", "语文备份", "语文 - 副本 (2)"],
)
def test_a_copy_of_a_sheet_is_of_the_same_subject(name: str) -> None:
    assert read_statement(name, "sheet", Settings()).subject == "语文"


def test_a_weekday_below_days_of_no_year_lacks_the_year() -> None:
    header = ("星期", "班级", "学科", "作业内容", "时长")
    one = entry(understand(("9月4日-9月8日",), header, ("周一", "三（1）班", "语文", "抄写", 20)))
    assert [(flaw.rule, flaw.case) for flaw in one.problems] == [("unread-date", "year")]


@pytest.mark.parametrize(
    ("title", "missing"),
    [
        ("作业公示 10月9日", {"year"}),
        ("作业公示", {"date"}),
        ("作业公示 2023年10月9日", set()),
        ("导出日期：10月9日", {"date"}),
    ],
)
def test_what_a_table_without_dates_lacks(title: str, missing: set[str]) -> None:
    header = ("班级", "学科", "作业内容", "作业形式", "时长")
    log = understand((title,), header, ("三（1）班", "语文", "练习册", "书面", 20))
    assert table(log).missing & {"date", "year"} == missing


def test_a_sheet_named_by_its_day_takes_the_year_from_the_title() -> None:
    log = understand(("2023-2024学年第一学期",), *BODY, name="9.4")
    assert entry(log).date == date(2023, 9, 4)


@pytest.mark.parametrize(
    ("title", "name", "path"),
    [
        ("三年级作业", "四年级", "log.xlsx"),
        ("三（1）班", "三（2）班", "log.xlsx"),
        ("三（1）班", "Sheet1", "三（2）班.xlsx"),
    ],
)
def test_two_statements_of_the_class_block(title: str, name: str, path: str) -> None:
    log = understand((title,), *BODY, name=name, path=path)
    assert (entry(log).grade, entry(log).classes) == (None, None)
    (remark,) = log.remarks
    assert (remark.rule, remark.case) == ("context-mismatch", "class")


def test_two_statements_of_the_school_are_told() -> None:
    log = understand(("城北小学作业",), *BODY, path="第一小学.xlsx")
    assert entry(log).school.name == "城北小学"
    assert [(r.rule, r.case) for r in log.remarks] == [("context-mismatch", "other")]


def test_where_rows_name_the_school_it_is_not_said_that_the_title_counts() -> None:
    rows = ("学校", *BODY[0]), ("第二小学", *BODY[1])
    log = understand(("城北小学作业",), *rows, path="第一小学.xlsx")
    assert entry(log).school.name == "第二小学"
    assert [(r.rule, r.case) for r in log.remarks] == [("context-mismatch", "rows")]


@pytest.mark.parametrize(
    ("title", "path", "days", "told"),
    [
        ("2023年第2周（9月11日—9月15日）", "log.xlsx", ["9月4日", "9月8日"], "title A1"),
        ("作业登记", "2023-09-11至2023-09-15.xlsx", ["2023-09-04"], "file"),
        ("2023年9月11日—9月15日", "log.xlsx", ["9月10日", "9月11日"], None),
        ("2023年9月11日—9月15日", "log.xlsx", ["周一", "周二"], None),
        ("2023年9月12日", "log.xlsx", ["2023-09-04"], None),
        ("填报日期：2023年9月11日—9月15日", "log.xlsx", ["2023-09-04"], None),
        ("2023年9月11日—9月15日", "log.xlsx", ["昨天"], None),
    ],
)
def test_days_around_a_table_that_are_none_of_its_own_are_told(
    title: str, path: str, days: list[str], told: str | None
) -> None:
    rows = [(day, *BODY[1]) for day in days]
    log = understand((title,), ("日期", *BODY[0]), *rows, path=path)
    found = [r for r in log.remarks if (r.rule, r.case) == ("context-mismatch", "days")]
    assert [dict(remark.values)["where1"] for remark in found] == ([told] if told else [])


def test_a_class_that_differs_from_the_file_name_blocks_its_row() -> None:
    log = understand(("班级", *BODY[0]), ("三（2）班", *BODY[1]), path="五（1）班.xlsx")
    (problem,) = entry(log).problems
    assert (problem.rule, problem.case) == ("context-mismatch", "class")
    assert problem.values[2:] == (("where2", "file"), ("value2", "五（1）班"))


@pytest.mark.parametrize(
    ("title", "form", "place", "high"),
    [
        ("书面作业登记表", Form.WRITTEN, None, 200),
        ("口头作业情况", Form.OTHER, None, 200),
        ("家庭作业登记表", None, Place.HOME, 200),
        ("单位：小时", None, None, 12000),
        ("（单位：分钟）", None, None, 200),
        ("注：时长单位为小时", None, None, 12000),
        ("书面作业登记表（说明：时长均以小时计）", Form.WRITTEN, None, 12000),
        ("All times are given in hours", None, None, 12000),
        ("单位：h", None, None, 12000),
        ("三（2）班作业用时（小时）", None, None, 12000),
        ("书面作业统计表（h）", Form.WRITTEN, None, 12000),
        ("三（2）班作业时长（分钟）", None, None, 200),
        ("三（2）班睡眠时间（小时）", None, None, 200),
        ("单位：钟头", None, None, 12000),
        ("单位：小时、分钟", None, None, None),
        ("单位：刻钟", None, None, 3000),
        ("作业时长以秒计", None, None, 3),
        ("（单位：节）", None, None, None),
        ("（单位：天）", None, None, None),
        ("（单位：张）", None, None, None),
        ("单位：课时", None, None, None),
        ("单位：页", None, None, None),
        ("书面作业和口头训练", None, None, 200),
    ],
)
def test_a_title_states_form_place_and_unit(
    title: str, form: Form | None, place: Place | None, high: int
) -> None:
    found = entry(understand((title,), *BODY))
    assert (found.work.form, found.work.place, found.minutes.high) == (form, place, high)


WEEK = (("三（1）班作业时长 2023年9月4日—9月8日",), ("学科", "周一", "周二"), ("语文", 1, ""))


@pytest.mark.parametrize(
    ("above", "below", "high"),
    [
        ((), (("以上时间单位：小时",),), 600),
        ((), (("注：", "时长单位为小时"), ("填表人：", "王芳", "审核人：", "李明")), 600),
        ((("单位：小时",),), (("注：时长单位为小时",),), 600),
        ((("单位：分钟",),), (("注：时长单位为小时",),), None),
        ((("单位：小时", "单位：分钟"),), (), None),
        ((), (("注：家长签字",),), None),
        ((), (("教师工作量按小时计",),), None),
        ((), (("课后服务按小时计，不计入本表",),), None),
        ((), (("注：课时数以小时计",),), None),
        ((), (("阅读时间为小时数，不在此列",),), None),
        ((), (("注：作业时长以小时计，不含课后服务",),), 600),
    ],
)
@pytest.mark.parametrize("table", [(BODY[0], ("语文", "练习册", 1)), WEEK])
def test_lines_below_a_table_state_the_unit_as_well(
    table: tuple[tuple[str, ...], ...],
    above: tuple[tuple[str, ...], ...],
    below: tuple[tuple[str, ...], ...],
    high: int | None,
) -> None:
    log = understand(*above, *table, *below)
    assert next(iter(log.entries)).minutes.high == high
    torn = [r.rule for r in log.remarks if r.case == "unit"]
    assert torn == (["context-mismatch"] if above[:1] == (("单位：分钟",),) else [])


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        (BODY[0], [("语文", "练习册", 3), ("数学", "口算", 45)]),
        (WEEK[1], [("语文", 3, 45)]),
    ],
)
def test_a_note_of_hours_is_not_believed_where_a_number_can_be_none(
    heads: tuple[str, ...], rows: list[tuple[str | int, ...]]
) -> None:
    log = understand(*WEEK[:1], heads, *rows, ("注：时长单位为小时",))
    assert [one.minutes.high for one in log.entries] == [None, None]
    assert {p.case for one in log.entries for p in one.problems} == {"no-unit"}


def test_a_school_is_no_unit() -> None:
    row = ("语文", "练习册", 1)
    log = understand(("填报单位：分水小学",), BODY[0], row, ("注：时长单位为小时",))
    assert entry(log).minutes.high == 600
    assert not log.remarks


def test_a_note_between_two_tables_holds_for_the_upper_one() -> None:
    below = (("以上时间单位：小时",), ("三（2）班",), BODY[0], ("数学", "口算", "20分钟"))
    log = understand(BODY[0], ("语文", "练习册", 1), *below)
    assert [e.minutes.high for e in log.entries] == [600, 200]


def test_a_note_below_the_last_table_holds_for_those_above_it_too() -> None:
    below = (("三（2）班",), BODY[0], ("数学", "口算", 2), ("注：时长单位为小时",))
    log = understand(BODY[0], ("语文", "练习册", 1), *below)
    assert [e.minutes.high for e in log.entries] == [600, 1200]


def test_a_note_below_the_last_table_says_nothing_of_one_with_a_unit_of_its_own() -> None:
    first = (("三（1）班（单位：分钟）",), BODY[0], ("语文", "练习册", 45))
    last = (("三（2）班（单位：小时）",), BODY[0], ("数学", "口算", 0.2), ("时长单位：小时",))
    log = understand(*first, *last)
    assert [e.minutes.high for e in log.entries] == [450, 120]
    assert not log.remarks


def test_where_a_value_is_stated_is_kept() -> None:
    log = understand(
        ("学校：", "城北小学", "县区：", "港北区"), *BODY, name="三（1）班", path="2023年.xlsx"
    )
    assert {i.field: i.where for i in table(log).inherited} == {
        "school": "title A1",
        "county": "title C1",
        "grade": "sheet",
        "class": "sheet",
        "year": "file",
    }
    assert entry(log).school == ("港北区", "城北小学", None)


def test_a_sheet_without_a_name_has_none() -> None:
    log = understand(*BODY, name="")
    assert table(log).sheet is None
    assert entry(log).location().sheet is None


@pytest.mark.parametrize(
    "settings",
    [
        Settings(period=Period(date(2023, 9, 4), date(2023, 9, 10))),
        Settings(assumptions=(Assumption("year", "2023"),)),
    ],
)
def test_what_says_the_year_of_a_column_says_that_of_a_title(settings: Settings) -> None:
    log = understand(("9月6日三年级1班作业",), *BODY, settings=settings)
    assert entry(log).date == date(2023, 9, 6)


@pytest.mark.parametrize("titles", [("书面作业", "口头作业"), ("口头作业", "书面作业")])
def test_titles_beside_each_other_are_not_of_all(titles: tuple[str, str]) -> None:
    log = understand(("", *titles), *BODY)
    assert entry(log).work.form is None


@pytest.mark.parametrize(
    ("title", "year", "school_year"),
    [
        ("2023年秋季学期三（1）班作业", None, 2023),
        ("2023秋三（1）班作业", None, 2023),
        ("2024年春季学期三（1）班作业", 2024, None),
        ("2024春三（1）班作业", 2024, None),
        ("2023—2024学年三（1）班作业", None, 2023),
    ],
)
def test_an_autumn_term_ends_in_the_next_year(
    title: str, year: int | None, school_year: int | None
) -> None:
    stated = read_statement(title, "title A1", Settings())
    assert (stated.year, stated.school_year) == (year, school_year)


@pytest.mark.parametrize(
    ("subject", "form"),
    [
        ("语文", Form.WRITTEN),
        ("书法", Form.WRITTEN),
        ("课外阅读", None),
        ("体育", None),
        ("家务", None),
        ("体育（书面）", Form.WRITTEN),
    ],
)
def test_a_title_is_not_believed_of_a_subject_that_is_no_written_work(
    subject: str, form: Form | None
) -> None:
    title = ("三（1）班书面家庭作业（分钟）",)
    day = "2023-9-4"
    matrix = understand(title, ("学科", day, "2023-9-5"), (subject, 20, ""), ("数学", 20, 20))
    rows = understand(title, ("日期", "学科", "时长"), (day, subject, 20), (day, "数学", 20))
    for log in (matrix, rows):
        first, second, *_ = (e.work.form for e in log.entries if e.minutes.high)
        assert {first, second} == {form, Form.WRITTEN}
        told = [(r.case, r.value) for e in log.entries for r in e.problems]
        assert told == ([] if form else [("subject", subject)])


def test_a_header_that_says_written_is_believed_of_any_subject() -> None:
    header = ("日期", "学科", "书面作业", "时长")
    log = understand(("三（1）班作业",), header, ("2023-9-4", "体育", "写观后感", 20))
    assert entry(log).work.form is Form.WRITTEN


@pytest.mark.parametrize("name", ["Hope School, North", "城北小学东校区", "单位"])
def test_a_school_in_one_sheet_is_that_of_the_sheet_beside_as_it_is_written(name: str) -> None:
    head, row = ("日期", "班级", *BODY[0]), ("2023-09-04", "三（2）班", *BODY[1])
    named = Sheet("一", [["学校", "县区", *head], [name, "青山县", *row]])
    sheets = (named, Sheet("二", [[*head], [*row]]))
    log = normalise(Source("log.xlsx", Workbook("xlsx", sheets)), EVIDENCE)
    schools = {one.school for sheet in log.sheets for one in sheet.entries}
    assert schools == {School("青山县", name)}
    assert [one.where for one in table(log.sheets[1]).inherited][:2] == ["beside 一"] * 2


@pytest.mark.parametrize(
    ("title", "covers"),
    [
        ("春节作业登记表", True),
        ("劳动节作业登记表", True),
        ("清明作业登记表", True),
        ("初一国庆作业登记表", True),
        ("Weekend homework", True),
        ("五一班作业登记表", False),
        ("第五一小组作业登记表", False),
        ("作业登记表", False),
    ],
)
def test_a_title_may_say_that_the_work_covers_days_off(title: str, *, covers: bool) -> None:
    assert read_statement(title, "title A1", Settings()).days_off is covers


@pytest.mark.parametrize(
    ("title", "file", "contradicts"),
    [
        ("实验小学（西校区）作业登记", "实验小学西校区", None),
        ("实验小学西校区作业登记", "贵港市实验小学（西校区）", None),
        ("实验小学（西校区）作业登记", "实验小学（东校区）", "school"),
        ("第一小学 2023年9月11日—15日", "第一小学（9月18日补报）", None),
        ("第一小学 2023年9月11日—15日", "第一小学9月18日至22日", "date"),
        ("第一小学 2023年9月11日—15日", "第一小学9月4日", "date"),
        ("第一小学 2023年9月11日", "第一小学9月12日", "date"),
    ],
)
def test_the_name_of_a_file_may_say_the_same_in_other_words(
    title: str, file: str, contradicts: str | None
) -> None:
    rows: list[list[CellValue]] = [[title, "", ""], *([*row] for row in BODY)]
    workbook = Workbook("csv", (Sheet("", rows),), "utf-8")
    found = normalise(Source(f"{file}.csv", workbook), Settings())
    told = [remark.field for sheet in found.sheets for remark in sheet.remarks]
    assert told == ([contradicts] if contradicts else [])


@pytest.mark.parametrize(
    "titles",
    [
        ("六 年 级 （ 2 ） 班 书 面 作 业 登 记 表", "2023 年 9 月 4 日 — 9 月 8 日"),
        ("六年级（2）班 书 面 作 业 公 示 （ 2023 年 9 月 4 日 — 8 日 ）", ""),
        ("书　面　作　业　公　示　　六年级2班", "2023年9月4日－8日"),
    ],
)
def test_blanks_between_the_characters_of_a_title_are_none(titles: tuple[str, str]) -> None:
    log = understand(*((title,) for title in titles), ("学科", "周一", "周二"), ("语文", 20, 30))
    assert {(e.grade, e.classes) for e in log.entries} == {(6, ("2",))}
    assert {e.work.form for e in log.entries} == {Form.WRITTEN}
    assert [str(e.date) for e in log.entries] == ["2023-09-04", "2023-09-05"]


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("填表日期：2023年9月8日", date(2023, 9, 4)),
        ("2023年9月8日", date(2023, 9, 4)),
        ("2023年9月 制表：教务处", date(2023, 9, 4)),
        ("审核人：王老师  2024.1.5", date(2023, 9, 4)),
        ("备注：2023-2024学年第一学期第2周", date(2023, 9, 4)),
        ("填表日期：9月8日", None),
        ("注：根据2021年7月24日的意见，书面作业不超过60分钟", None),
        ("审核：按2021年4月文件要求", None),
        ("家长会2023年9月8日召开", None),
    ],
)
def test_a_signature_below_gives_the_year_that_nothing_else_does(
    note: str, day: date | None
) -> None:
    week = (("学科", "9月4日", "9月5日"), ("语文", 20, 30))
    title = ("三（2）班书面作业时长（分钟）",)
    assert understand(title, *week, (note,)).entries[0].date == day
    dated = ("三（2）班书面作业时长（分钟） 2022年9月",)
    assert understand(dated, *week, (note,)).entries[0].date == date(2022, 9, 4)
