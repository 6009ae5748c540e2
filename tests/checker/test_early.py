"""What is said of a log before the others come is what all together say."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_logs import Row, judge, pack_named, sheet, source

from homework_check.checker.examiner import Examined, Examiner
from homework_check.model import Verdict
from homework_check.normalise import normalise
from homework_check.settings import Assumption, Period, Settings

if TYPE_CHECKING:
    from homework_check.log import Log

PACK = pack_named()
ORDER = (Verdict.KEPT, Verdict.BROKEN, Verdict.UNDECIDED, None)
PLAIN = Settings(assumptions=(Assumption("place", "home"),))
DUE = Settings(period=Period.week_of(date(2023, 9, 4)))

rows = st.builds(
    Row,
    subject=st.sampled_from(["语文", "数学"]),
    minutes=st.sampled_from(["", 20, 61, 300]),
    place=st.sampled_from(["家庭", ""]),
    content=st.sampled_from(["练习册", "家长批改"]),
    day=st.sampled_from(["2023-09-05", "2023-09-13", "??"]),
    cls=st.sampled_from(["1班", "2班", "全年级"]),
    grade=st.sampled_from(["一年级", "三年级", "高一"]),
    school=st.sampled_from(["第一小学", "第二小学", "第三小学", ""]),
)
folders = st.lists(st.lists(rows, max_size=6), min_size=1, max_size=4)


def logs_of(folder: list[list[Row]], asked: Settings) -> list[Log]:
    return [
        normalise(source(sheet(entries), path=f"交/{number}.xlsx"), asked)
        for number, entries in enumerate(folder)
    ]


def facts(examined: Examined) -> tuple[object, ...]:
    """All that is said, in an order of its own where none is promised."""
    gathered, counted, days, not_judged, findings, covered = examined
    return (
        list(gathered.homework.items()),
        {log.key: log.tables for log in gathered.classes}.keys(),
        Counter(map(str, gathered.homeless)),
        Counter(map(str, gathered.outside)),
        Counter(map(str, gathered.outside_pack)),
        Counter(map(str, gathered.senior)),
        dict(counted),
        dict(days),
        not_judged,
        Counter(map(str, findings)),
        dict(covered),
    )


@given(folders, st.sampled_from([PLAIN, DUE]))
@settings(max_examples=80)
def test_logs_looked_at_as_they_come_say_what_they_say_together(
    folder: list[list[Row]], asked: Settings
) -> None:
    logs = logs_of(folder, asked)
    early, late = Examiner(PACK, asked), Examiner(PACK, asked)
    for log in logs:
        early.look_at(log)
    examined = early.examine(logs)
    assert facts(examined) == facts(late.examine(logs))
    for key, count in examined.counts.items():
        verdicts = Counter(day.verdict for day in examined.days.get(key, {}).values())
        days = count.class_days
        found = days.kept, days.broken, days.undecided, days.not_judged
        assert found == tuple(verdicts[verdict] for verdict in ORDER)


def test_what_was_found_early_of_a_log_that_does_not_count_is_forgotten() -> None:
    logs = logs_of([[Row(minutes=61)], [Row(minutes=61, school="第二小学")]], PLAIN)
    examiner = Examiner(PACK, PLAIN)
    for log in logs:
        examiner.look_at(log)
    assert [finding.school for finding in examiner.examine(logs[1:]).findings] == [
        school for log in logs[1:] for school in {part.classes[0].school for part in log.parts}
    ]


@pytest.mark.parametrize("second", ["第二小学", "第一小学"])
def test_schools_stand_in_reading_order(second: str) -> None:
    """Also where an early school is in a late source again."""
    names = ["第一小学", "第三小学", second, "第四小学", "第三小学"]
    sources = [
        source(sheet([Row(school=name, day=f"2023-09-0{number + 4}")]), path=f"{number}.xlsx")
        for number, name in enumerate(names)
    ]
    found = [school.school.name for school in judge(*sources).schools]
    assert found == list(dict.fromkeys(names))


@pytest.mark.parametrize("second", ["第二小学", None])
def test_two_sources_of_one_path_are_two(second: str | None) -> None:
    """As a file is, and one of the same name that comes from standard input."""
    rows = [Row(school=second)] if second else []
    sources = [source(sheet([Row()]), path="a.csv"), source(sheet(rows), path="a.csv")]
    found = [school.school.name for school in judge(*sources).schools]
    assert found == ["第一小学", second][: 1 + len(rows)]


@pytest.mark.parametrize(
    ("counties", "schools", "verdict"),
    [
        (("港北区", ""), [("港北区", "第一小学")], Verdict.BROKEN),
        (("", "港北区"), [("港北区", "第一小学")], Verdict.BROKEN),
        (("", "", "港北区"), [("港北区", "第一小学")], Verdict.BROKEN),
        (
            ("港北区", "", "覃塘区"),
            [("港北区", "第一小学"), (None, "第一小学"), ("覃塘区", "第一小学")],
            Verdict.KEPT,
        ),
    ],
    ids=str,
)
def test_a_log_without_a_county_is_of_the_one_school_of_that_name(
    counties: tuple[str, ...], schools: list[tuple[str | None, str]], verdict: Verdict
) -> None:
    sources = [
        source(sheet([Row(minutes=40, content=str(number))]), path=f"{number}.xlsx")._replace(
            folders=(county,) if county else ()
        )
        for number, county in enumerate(counties)
    ]
    report = judge(*sources)
    assert [school.school[:2] for school in report.schools] == schools
    assert report.verdict is verdict
