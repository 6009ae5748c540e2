from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from homework_check.basis import AssumptionInForce, Basis, NotApplied, PackInfo, RuleInfo
from homework_check.log import Entries, Log, SheetLog
from homework_check.messages import phrases
from homework_check.messages.findings import READING, SHORT, UNDECIDED
from homework_check.model import Location, School, Severity, Verdict
from homework_check.report import (
    ClassKey,
    ClassResult,
    Coverage,
    Finding,
    Report,
    SchoolResult,
)
from homework_check.table import ColumnUse, LeftOut, Table
from homework_check.tally import Tally, add_up, total
from homework_check.text import Text
from homework_check.workbook import PassedOver, Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FILE = "第一小学第2周作业登记.xlsx"
SHEET = "作业登记"
TUESDAY, WEDNESDAY, THURSDAY = date(2023, 9, 5), date(2023, 9, 6), date(2023, 9, 7)
FIRST_SCHOOL = School("覃塘区", "第一小学")

UPPER, LOWER = "upper-primary-daily-minutes", "lower-primary-written-homework"
MARKED, POSTED = "unmarked-homework", "unposted-homework"

NOTICE = Text("教基厅函〔2021〕13号", "Ministry of Education, 教基厅函〔2021〕13号")

PACK = PackInfo(
    "guigang-2023",
    Text("国家“双减”规定和贵港市2023年的要求", "national 2021 and Guigang 2023"),
    tuple(
        RuleInfo(rule, kind, aspect, unit, severity, Text(rule, rule), (NOTICE,))
        for rule, kind, aspect, unit, severity in (
            (LOWER, "limit", "setting", "class-day", Severity.ERROR),
            (UPPER, "limit", "time", "class-day", Severity.ERROR),
            (MARKED, "flag", "marking", "entry", Severity.WARNING),
            (POSTED, "flag", "posting", "entry", Severity.WARNING),
            ("parent-work-hint", "text", "content", "entry", Severity.INFO),
        )
    ),
)

COLUMNS = (
    ColumnUse("A", "年级", "grade", "values", (("read", 78),)),
    ColumnUse("B", "班级", "class", "values", (("read", 78),)),
    ColumnUse("C", "日期", "date", "values", (("read", 77), ("blank", 1))),
    ColumnUse("H", "预计时长", "minutes", "values", (("read", 76), ("blank", 1), ("unread", 1))),
)


def table(source: str = FILE, sheet: str = SHEET, missing: frozenset[str] = frozenset()) -> Table:
    left_out = (*(LeftOut(row, "total") for row in range(9, 14)), LeftOut(90, "footer"))
    columns = tuple(use for use in COLUMNS if use.field not in missing)
    return Table(source, sheet, "A3:H90", "list", (3,), columns, (), left_out, missing)


def log(path: str = FILE, missing: frozenset[str] = frozenset()) -> Log:
    parts = (Entries(table(path, SHEET, missing)),)
    sheet = SheetLog(SHEET, "read", range="A1:H90", parts=parts, remarks_of_parts=((),))
    return Log(path, "00ff", "xlsx", None, (sheet,))


def at(cell: str, subject: str | None = None, minutes: int | None = None, source: str = FILE,
       ) -> Location:  # fmt: skip
    return Location(source, SHEET, cell, subject, None if minutes is None else 10 * minutes)


def over(school: School, grade: int, name: str, day: date, amounts: Sequence[Location]) -> Finding:
    tenths = sum(location.minutes or 0 for location in amounts)
    limit = 600
    excess = tenths - limit
    cut = phrases.cut(amounts, excess, frozenset())
    return Finding(
        rule=UPPER,
        severity=Severity.ERROR,
        verdict=Verdict.BROKEN,
        message=Text(f"填报的书面作业合计{tenths // 10}分钟。", f"{tenths // 10} min reported."),
        hint=Text(
            f"至少减{excess // 10}分钟，{cut.zh}。", f"Cut at least {excess // 10} min; {cut.en}."
        ),
        short=Text("超时", "over the limit"),
        aspect="time",
        school=school,
        grade=grade,
        class_name=name,
        date=day,
        measured=tenths // 10,
        greatest=tenths // 10,
        limit=60,
        excess=excess // 10,
        unit="minutes",
        reference="教基厅函〔2021〕13号第二条",
        locations=tuple(amounts),
    )


def written(school: School = FIRST_SCHOOL) -> Finding:
    return Finding(
        rule=LOWER,
        severity=Severity.ERROR,
        verdict=Verdict.BROKEN,
        message=Text("布置了书面家庭作业1项。", "written homework for home, entries: 1."),
        hint=Text(
            "改在校内完成，或改成朗读、实践等作业，或不布置。", "Do it in school, or drop it."
        ),
        short=Text("书面家庭作业", "written for home"),
        aspect="setting",
        school=school,
        grade=1,
        class_name="1",
        date=WEDNESDAY,
        measured=1,
        greatest=1,
        limit=0,
        excess=1,
        unit="entries",
        locations=(at("E31", "语文"),),
    )


def undecided(
    school: School, grade: int, name: str, day: date, cause: str, greatest: int | None,
    locations: Sequence[Location],
) -> Finding:  # fmt: skip
    known = sum(location.minutes or 0 for location in locations) // 10
    low = 0 if cause == "form" else known
    values: dict[str, Text | str | float] = {
        "cls": phrases.class_name(grade, name),
        "day": phrases.day(day),
        "items": phrases.items([x for x in locations if x.minutes is None]),
        "known": known,
        "limit": 60,
        "n": len(locations),
        "flaw": Text("没有填时长", "has no minutes"),
        "low": low,
        "high": greatest or 0,
        "cells": phrases.cells(locations),
    }
    return Finding(
        rule=UPPER,
        severity=Severity.ERROR,
        verdict=Verdict.UNDECIDED,
        message=UNDECIDED[cause].message.format(**values),
        hint=UNDECIDED[cause].hint.format(**values),
        short=Text("待核", "undecided"),
        aspect="time",
        school=school,
        grade=grade,
        class_name=name,
        date=day,
        measured=low,
        greatest=greatest,
        at_least=True,
        limit=60,
        unit="minutes",
        locations=tuple(locations),
        cause=cause,
    )


def reading(
    rule: str, case: str, locations: Sequence[Location], school: School | None = None,
    verdict: Verdict | None = Verdict.UNDECIDED, **values: Text | str | float,
) -> Finding:  # fmt: skip
    wording = READING[rule][case]
    values = {"cells": phrases.cells(locations), "cell": phrases.cells(locations), **values}
    return Finding(
        rule=rule,
        severity=Severity.WARNING if verdict else Severity.INFO,
        verdict=verdict,
        message=wording.message.format(**values),
        hint=wording.hint.format(**values),
        short=SHORT[rule],
        school=school,
        value=str(values["value"]) if "value" in values else None,
        locations=tuple(locations),
        cause=f"{rule}.{case}" if case else rule,
    )


def school(
    key: School, verdict: Verdict, time: tuple[int, int, int], setting: tuple[int, int, int],
    excess: int | None = None,
) -> SchoolResult:  # fmt: skip
    tallies = (
        Tally(LOWER, "setting", "class-day", *setting),
        Tally(UPPER, "time", "class-day", *time),
    )
    days = [a + b for a, b in zip(time, setting, strict=True)]
    return SchoolResult(
        school=key,
        verdict=verdict,
        standing=verdict,
        aspects={"setting": Verdict.KEPT, "time": verdict},
        entry_count=78,
        reported=sum(days),
        tallies=tallies,
        class_days=Tally("", "", "class-day", *days),
        classes=(
            ClassResult(
                ClassKey(key, 3, "2"), verdict, tallies, Tally("", "", "class-day", *days), {}
            ),
        ),
        largest_excess=excess,
    )


def report(
    schools: Sequence[SchoolResult], findings: Sequence[Finding], logs: Sequence[Log],
    more: Sequence[Tally] = (),
) -> Report:  # fmt: skip
    tallies = [*(tally for result in schools for tally in result.tallies), *more]
    days = total([Tally("", "", "class-day"), *(result.class_days for result in schools)])
    verdicts = {result.verdict for result in schools} | {f.verdict for f in findings}
    worst = next((v for v in (Verdict.BROKEN, Verdict.UNDECIDED) if v in verdicts), Verdict.KEPT)
    return Report(
        version="0.1.0",
        generated_at="2026-11-23T19:00:00+08:00",
        pack=PACK,
        basis=Basis(
            "6-3",
            not_applied=(NotApplied(POSTED, "no-column"),),
            assumptions=(AssumptionInForce("place", "home", built_in=True, class_days=5),),
        ),
        verdict=worst,
        coverage=Coverage(date(2023, 9, 4), date(2023, 9, 8), 5, 5, 5, 25, 25),
        class_days=days,
        tallies=add_up(tallies),
        schools=tuple(schools),
        logs=tuple(logs),
        findings=tuple(findings),
        passed_over=(PassedOver("~$第2周.xlsx", "lock-file"),),
    )


def one_school() -> Report:
    sums = [at("H12", "数学", 30), at("H11", "语文", 25), at("H13", "英语", 20)]
    blank = [at("H43", "语文", 25), at("H45", "英语", 20), at("H44", "数学")]
    marked = Finding(
        rule=MARKED,
        severity=Severity.WARNING,
        verdict=Verdict.BROKEN,
        message=Text("三年级2班有2条作业登记为未批改：K17、K52。",
                     "Grade 3 Class 2: recorded as not marked, entries: 2: K17, K52."),
        hint=Text("请任课教师批改后更正登记。", "Have the teacher mark it, then update the log."),
        short=Text("未批改", "not marked"),
        aspect="marking",
        school=FIRST_SCHOOL,
        grade=3,
        class_name="2",
        measured=2,
        unit="entries",
        count=2,
        locations=(at("K17"), at("K52")),
    )  # fmt: skip
    findings = [
        over(FIRST_SCHOOL, 3, "2", TUESDAY, sums),
        written(),
        undecided(FIRST_SCHOOL, 5, "1", THURSDAY, "minutes", None, blank),
        reading("blank-minutes", "", [at("H44")], FIRST_SCHOOL),
        reading("unread-form", "", [at("F50")], FIRST_SCHOOL, value="班队"),
        reading("unread-form", "", [at("F61")], FIRST_SCHOOL, value="班队"),
        reading("unknown-subject", "", [at("D70")], FIRST_SCHOOL, None, value="茶艺"),
        marked,
    ]
    result = school(FIRST_SCHOOL, Verdict.BROKEN, (18, 1, 1), (4, 1, 0), 15)
    return report([result], findings, [log()], [Tally(MARKED, "marking", "entry", 59, 2, 0)])


def all_kept() -> Report:
    return report([school(FIRST_SCHOOL, Verdict.KEPT, (20, 0, 0), (5, 0, 0))], [], [log()])


def district() -> Report:
    second, third = (
        School("覃塘区", "覃塘区城南实验学校附属小学（东校区）"),
        School("港北区", "第三小学"),
    )
    unnamed = School(None, None, "未写校名第2周.xlsx")
    paths = [FILE, "城南第2周.xlsx", "第三小学第2周.xlsx", "未写校名第2周.xlsx"]
    schools = [
        school(FIRST_SCHOOL, Verdict.BROKEN, (18, 1, 1), (4, 1, 0), 15),
        school(second, Verdict.KEPT, (30, 0, 0), (10, 0, 0)),
        school(third, Verdict.BROKEN, (18, 1, 0), (4, 0, 0), 40),
        school(unnamed, Verdict.UNDECIDED, (18, 0, 1), (4, 0, 0)),
    ]
    long_day = [at("H2", "数学", 60, paths[2]), at("H3", "语文", 40, paths[2])]
    unread = Log("长岭初中第2周.xlsx", "ab", None, None, unreadable=Unreadable("password"))
    findings = [
        *one_school().findings,
        over(third, 4, "火箭班", TUESDAY, long_day),
        undecided(unnamed, 3, "1", TUESDAY, "at-least", None, [at("H9", "数学", 50, paths[3])]),
        reading("unreadable-source", "password", [Location(unread.path)], file=unread.path),
    ]
    return report(schools, findings, [*map(log, paths), unread])


def no_log() -> Report:
    menu = "食堂第2周菜单.xlsx"
    sheets = (
        SheetLog(
            "第2周菜单", "no-log", "no-header", range="A1:F9", seen=("日期", "早餐", "午餐", "价格")
        ),
        SheetLog("Sheet2", "empty"),
    )
    finding = reading(
        "no-log-found", "", [Location(menu)], file=menu, argument=menu,
        headers="日期、早餐、午餐、价格",
    )  # fmt: skip
    made = report([], [finding], [Log(menu, "cd", "xlsx", None, sheets)])
    return made._replace(coverage=Coverage())


def unreadable() -> Report:
    locked = Log("第2周.xlsx", "ab", None, None, unreadable=Unreadable("password"))
    finding = reading("unreadable-source", "password", [Location(locked.path)], file=locked.path)
    return report([], [finding], [locked])._replace(coverage=Coverage())


def no_minutes() -> Report:
    days = [
        undecided(FIRST_SCHOOL, grade, "1", TUESDAY, "minutes", None, [at(f"D{grade}", "数学")])
        for grade in (3, 4, 5, 6)
    ]
    told = reading("missing-field", "", [Location(FILE, SHEET)], FIRST_SCHOOL, sheet=SHEET,
                   field=phrases.field_name("minutes"), row=3, n=4)  # fmt: skip
    missing = replace(told, field="minutes")
    result = school(FIRST_SCHOOL, Verdict.UNDECIDED, (0, 0, 4), (0, 0, 0))
    return report([result], [*days, missing], [log(FILE, frozenset({"minutes"}))])


def no_form() -> Report:
    days = [
        undecided(FIRST_SCHOOL, 4, "1", TUESDAY, "form", 70,
                  [at(f"H{row}", "数学", 35) for row in (14, 15)]),
        undecided(FIRST_SCHOOL, 5, "2", TUESDAY, "form", 85,
                  [at(f"H{row}", "数学", 17) for row in range(31, 36)]),
    ]  # fmt: skip
    result = school(FIRST_SCHOOL, Verdict.UNDECIDED, (18, 0, 2), (0, 0, 0))
    return report([result], days, [log(FILE, frozenset({"form"}))])


SAMPLES: dict[str, Callable[[], Report]] = {
    "one-school": one_school,
    "all-kept": all_kept,
    "district": district,
    "no-log": no_log,
    "unreadable": unreadable,
    "no-minutes": no_minutes,
    "no-form": no_form,
}
