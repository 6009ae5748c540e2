"""The terminal report on the schools of a roster, as an office reads it; see `office_week`.

The golden reports are written anew with ``--update-expected``; read them line by line then.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import office_week
import pytest
from office_week import SCHOOLS, write
from rendered import as_text
from small_logs import Row, judge, sheet, source

from homework_check import pipeline
from homework_check.messages.wrapping import cells
from homework_check.readers import sources
from homework_check.reporters import View
from homework_check.roster import read_roster
from homework_check.rules.load import DEFAULT_PACK, load_pack
from homework_check.settings import Period, Settings

if TYPE_CHECKING:
    from homework_check.report import Report
    from homework_check.text import Lang

GOLDEN = Path(__file__).parents[1] / "golden"
WEEK = Settings(period=Period.week_of(office_week.MONDAY))


def checked(folder: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings = WEEK) -> Report:
    monkeypatch.chdir(folder)
    files = sources.find(["第2周报送"]).files
    roster = read_roster(Path("名册.xlsx"))
    return pipeline.check(
        pipeline.Request(files, load_pack(DEFAULT_PACK), settings, roster=roster, jobs=1)
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_district_of_twelve_schools(
    lang: Lang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, update_expected: bool
) -> None:
    write(tmp_path)
    text = as_text(checked(tmp_path, monkeypatch), "text", lang, View())
    golden = GOLDEN / f"roster.{lang}.txt"
    if update_expected:
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


@pytest.mark.parametrize(
    ("minutes", "days", "is_told"),
    [
        (20, ["2023-09-04", "2023-09-05"], False),
        (20, ["2023-09-04"], True),
        (90, ["2023-09-04"], False),
        ("", ["2023-09-04"], False),
    ],
)
def test_a_school_that_is_undecided_without_an_open_class_day_is_explained(
    minutes: int | str, days: list[str], *, is_told: bool
) -> None:
    rows = [Row(day=day, minutes=minutes) for day in days]
    whole = [Row(day=day, school="第二小学") for day in ("2023-09-04", "2023-09-05")]
    settings = Settings(period=Period(office_week.MONDAY, office_week.MONDAY + timedelta(1)))
    report = judge(source(sheet([*rows, *whole])), settings=settings)
    assert ("结论待核、待核栏是0的学校" in as_text(report, "text", "zh", View())) == is_told


@pytest.mark.parametrize("counties", [None, ("港北区", "覃塘区")])
def test_no_line_is_wider_than_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, counties: tuple[str, ...] | None
) -> None:
    schools = tuple(
        school._replace(county=counties[n % 2] if counties else "")
        for n, school in enumerate(SCHOOLS)
    )
    write(tmp_path, schools)
    report = checked(tmp_path, monkeypatch)
    for lang, verbose in (("zh", False), ("zh", True), ("en", False), ("en", True)):
        text = as_text(report, "text", lang, View(verbose=verbose))  # type: ignore[arg-type]
        assert text.encode("gbk")
        assert [line for line in text.splitlines() if cells(line) > 80] == []
        assert ("覃塘区  " in text) == bool(counties)


def test_of_many_schools_those_that_are_met_are_only_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    met = next(school for school in SCHOOLS if school.name == "第二小学")
    more = tuple(met._replace(name=f"第{n}实验小学") for n in range(10, 20))
    write(tmp_path, (*SCHOOLS, *more))
    report = checked(tmp_path, monkeypatch)
    few, all_ = (as_text(report, "text", "zh", View(verbose=v)) for v in (False, True))
    assert "达标的16所没有列出，加 -v 全部列出。" in few
    assert "第10实验小学" not in few
    assert "第10实验小学" in all_
    assert all("向阳小学" in text and "长岭初级中学" in text for text in (few, all_))
