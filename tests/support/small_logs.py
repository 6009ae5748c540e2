"""Small homework logs as spreadsheets, and what the program makes of them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from homework_check.checker import Occasion, check
from homework_check.model import Verdict
from homework_check.normalise import normalise
from homework_check.rules.load import DEFAULT_PACK, load_pack
from homework_check.settings import Assumption, Settings
from homework_check.workbook import CellValue, Sheet, Source, Unreadable, Workbook

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homework_check.expected import Roster
    from homework_check.report import Finding, Report
    from homework_check.rules.pack import RulePack

HEADERS = {
    "school": "学校",
    "grade": "年级",
    "cls": "班级",
    "day": "日期",
    "subject": "学科",
    "content": "作业内容",
    "form": "作业形式",
    "place": "完成地点",
    "minutes": "预计时长(分钟)",
    "actual": "实际平均用时(分钟)",
    "choice": "必做/选做",
    "layer": "分层",
    "marked": "是否批改",
    "posted": "是否公示",
}
USUAL = tuple(HEADERS)[:9]
PRIMARY = "upper-primary-daily-minutes"
LOWER = "lower-primary-written-homework"
JUNIOR = "junior-daily-minutes"


class Row(NamedTuple):
    """One line of a log; 2023-09-05 is a Tuesday."""

    subject: str = "语文"
    minutes: CellValue = 20
    form: str = "书面"
    place: str = "家庭"
    content: str = "练习册"
    day: CellValue = "2023-09-05"
    cls: str = "2班"
    grade: str = "三年级"
    school: str = "第一小学"
    actual: CellValue = ""
    choice: str = ""
    layer: str = ""
    marked: str = ""
    posted: str = ""


def sheet(
    rows: Iterable[Row],
    *,
    columns: Iterable[str] = USUAL,
    title: str | None = None,
    name: str = "作业登记",
) -> Sheet:
    """A list of entries with the named columns, from A1 on."""
    chosen = list(columns)
    top: list[CellValue] = [title or "", *[""] * (len(chosen) - 1)]
    header: list[CellValue] = [HEADERS[column] for column in chosen]
    body: list[list[CellValue]] = [[getattr(row, c) for c in chosen] for row in rows]
    return Sheet(name, [*([top] if title else []), header, *body])


def source(*sheets: Sheet, path: str = "log.xlsx", sha256: str | None = None) -> Source:
    return Source(path, Workbook("xlsx", sheets), sha256)


def unreadable(path: str = "broken.xlsx") -> Source:
    return Source(path, Unreadable("damaged"))


@cache
def pack_named(name: str = DEFAULT_PACK) -> RulePack:
    return load_pack(name)


def judge(
    *sources: Source,
    settings: Settings | None = None,
    pack: RulePack | None = None,
    roster: Roster | None = None,
) -> Report:
    """Normalise and check, with the pack's assumptions behind the settings' own."""
    rules = pack or pack_named()
    built_in = [Assumption(f, v, built_in=True) for f, v in rules.assumptions.items()]
    asked = settings or Settings()
    in_force = replace(asked, assumptions=(*asked.assumptions, *built_in))
    logs = [normalise(s, in_force) for s in sources]
    return check(logs, rules, in_force, Occasion("0", "2026-11-23T19:00:00+08:00"), roster)


def judge_rows(*rows: Row, columns: Iterable[str] = USUAL, title: str | None = None) -> Report:
    """Judge one sheet in one source."""
    return judge(source(sheet(rows, columns=columns, title=title)))


def verdicts(report: Report, rule: str) -> dict[Verdict | None, int]:
    """How many units of a rule had each verdict; those that no unit had are left out."""
    for tally in report.tallies:
        if tally.rule == rule:
            counts = {
                Verdict.KEPT: tally.kept,
                Verdict.BROKEN: tally.broken,
                Verdict.UNDECIDED: tally.undecided,
                None: tally.not_judged,
            }
            return {verdict: count for verdict, count in counts.items() if count}
    return {}


def only(report: Report, rule: str) -> Finding:
    """The one finding of a rule."""
    (finding,) = [f for f in report.findings if f.rule == rule]
    return finding


def rules_told(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]
