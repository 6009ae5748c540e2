"""The merged report as people read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from office_reports import named, school

from homework_check.merge import MergedV1, Named, merge, render_text
from homework_check.merge.text import notes_of
from homework_check.messages.wrapping import cells
from homework_check.reporters import View

if TYPE_CHECKING:
    from homework_check.text import Lang

EXPECTED = """\
未全部达标  3所学校  2023年9月4日至9月15日
  达标学校：1/3（33.3%）。
  达标1，未达标1，待核1。
  由3份报告相加，没有重新判断。

各县（市、区）
  县（市、区）  学校  达标  未达标  待核  达标率  作业时间
  （没有写）       1     0       0     1    0.0%       4/5
  港北区           1     0       1     0    0.0%       8/9
  覃塘区           1     1       0     0  100.0%       5/5

各周
  周                      学校  达标  未达标  待核  达标率  作业时间
  2023年9月4日至9月10日      3     2       0     1   66.7%     14/15
  2023年9月11日至9月17日     1     0       1     0    0.0%       3/4

学校一览（问题多的在前）
  序号  学校             结论    作业时间  份数
  1     港北区 第一小学  未达标       8/9     2
  2     第二小学         待核         4/5     1
  3     覃塘区 第一小学  达标         5/5     1
  各栏是“达标数/应判数”，单位为班日；待核的不算达标。

各项情况
  项目      单位  达标  未达标  待核  合计  达标率
  作业时间  班日    17       1     1    19   89.5%

说明
  - 时长是教师填报的预计时长，不是学生实际用时。
  - 依据：国家（cn-2021）。
  - 哪个班、哪一天、哪个单元格要处理，见各份报告。
"""


def city() -> MergedV1:
    week_2 = ("2023-09-11", "2023-09-15")
    reports = [
        named("a.json", [school("第一小学", "覃塘区"), school("第二小学", counts=(4, 0, 1))]),
        named("b.json", [school("第一小学", "港北区")]),
        named("c.json", [school("第一小学", "港北区", (3, 1, 0))], days=week_2),
    ]
    return merge(reports, "0.1.0", "2023-10-01T08:00:00+08:00")


def test_the_whole_page() -> None:
    assert render_text(city(), "zh", View()) == EXPECTED


def test_one_line_of_it() -> None:
    shown = render_text(city(), "en", View(quiet=True))
    assert shown == "NOT ALL MET  3 schools  4-15 September 2023\n"


def test_all_of_it_names_the_reports() -> None:
    shown = render_text(city(), "en", View(verbose=True))
    assert ("  - b.json: 1 school, 4-8 September 2023, made 2023-09-10T08:00:00+08:00.\n") in shown


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_lines_fit(lang: Lang) -> None:
    assert max(map(cells, render_text(city(), lang, View()).splitlines())) < 80


def test_of_many_schools_those_that_are_met_are_only_counted() -> None:
    schools = [school(f"第{n}小学", counts=(4, n == 7, 0)) for n in range(60)]
    total = merge([named("a.json", schools)], "0.1.0", "now")
    shown = render_text(total, "zh", View())
    assert "第7小学" in shown
    assert "第8小学" not in shown
    assert "另有59所没有列出，加 -v 全部列出。" in shown
    assert "第8小学" in render_text(total, "zh", View(verbose=True))


def test_one_county_and_one_week_need_no_tables() -> None:
    shown = render_text(merge([named("a.json", [school("一")])], "0.1.0", "now"), "en", View())
    assert "Counties" not in shown
    assert "Weeks" not in shown


def test_nothing_judged_is_no_pass() -> None:
    total = merge([named("a.json", [], days=(None, None))], "0.1.0", "now")
    assert render_text(total, "en", View()).startswith(
        "UNDECIDED  0 schools\n  Not one class-day could be judged. This is not a pass.\n"
    )


def test_names_from_files_are_inert() -> None:
    total = merge([named("a\x1b[1m.json", [school("第\x1b[31m一", "区\x1b")])], "0.1.0", "now")
    assert "\x1b" not in render_text(total, "zh", View(verbose=True))


def test_ignored_rules_and_the_standard_are_named() -> None:
    settings = {"meets": 0.95, "ignored": ["some-rule"], "period": {"from": None, "to": None}}
    total = merge([named("a.json", [school("一")], settings=settings)], "0.1.0", "now")
    shown = render_text(total, "en", View())
    assert shown.startswith("MET (standard: 95% of class-days)  1 school")
    assert "  - Ignored rules: some-rule.\n" in shown


def assuming(path: str, *assumptions: str) -> Named:
    settings: dict[str, object] = {
        "meets": None,
        "ignored": [],
        "period": {"from": None, "to": None},
        "assumptions": assumptions,
    }
    return named(path, [school(path)], settings=settings)


@pytest.mark.parametrize(
    ("reports", "told"),
    [
        pytest.param([assuming("a.json"), assuming("b.json")], [], id="none"),
        pytest.param([assuming("a.json", "place=home"), assuming("b.json", "place=home")],
                     ["假定：完成地点按在家完成算。"], id="the same"),
        pytest.param([assuming("a.json", "place=home", "form=written"),
                      assuming("b.json", "place=home")],
                     ["只有1份报告这样假定：作业形式按书面算。与其他报告比较时请注意。见：a.json",
                      "假定：完成地点按在家完成算。"], id="one more"),
        pytest.param([assuming(f"{n}.json", *(["grade=3"] if n else [])) for n in range(8)],
                     [("只有7份报告这样假定：年级按3算。与其他报告比较时请注意。"
                       "见：1.json、2.json、3.json、4.json、5.json等")], id="many files"),
    ],
)  # fmt: skip
def test_assumptions_are_told_and_where_they_differ(reports: list[Named], told: list[str]) -> None:
    merged = merge(reports, "0.1.0", "2023-10-01T08:00:00+08:00")
    assert [note.zh for note in notes_of(merged) if "假定" in note.zh] == told
    assert {*merged.settings.assumptions} == {a for r in merged.reports for a in r.assumptions}
