"""The sheet of rules, and links to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.messages.report import aspect_name, unit_name
from homework_check.messages.report_sheets import CHECKED, IGNORED, SHEETS
from homework_check.messages.rulebook import SEVERITIES
from homework_check.messages.words import SENTENCES
from homework_check.reporters.text.tables import why_not_applied
from homework_check.reporters.xlsx.sheet import Cell, Look, Sheet, link_to
from homework_check.reporters.xlsx.told import column
from homework_check.tally import Tally

if TYPE_CHECKING:
    from homework_check.basis import RuleInfo
    from homework_check.reporters.page import Page
    from homework_check.reporters.parts import Parts
    from homework_check.reporters.xlsx.sheet import Row

_COUNTS = ("judged", "kept", "broken", "undecided", "not-judged")


def rules_sheet(page: Page, _parts: Parts) -> Sheet:
    """Every rule of the pack, where it comes from, and what came of it."""
    columns = (
        column(page, "aspect"), column(page, "title"), column(page, "id"),
        column(page, "severity"), column(page, "limit", "number"),
        column(page, "scope", widest=50), column(page, "reference", widest=30),
        column(page, "unit"),
        *(column(page, name, "number") for name in _COUNTS), column(page, "status"),
    )  # fmt: skip
    tallies = {tally.rule: tally for tally in page.report.tallies}
    rows = [_row(page, rule, tallies.get(rule.id)) for rule in page.report.pack.rules]
    ignored = [[None, None, id_, *[None] * 10, page.say(IGNORED)] for id_ in _left_out(page)]
    return Sheet(page.say(SHEETS["rules"]), columns, [*rows, *ignored], frozen=2)


def rule_cell(page: Page, rule_id: str) -> Cell:
    """Name a rule, with a link to its row."""
    for number, rule in enumerate(page.report.pack.rules):
        if rule.id == rule_id:
            # One row of titles stands above the rules.
            return Cell(
                page.say(rule.title), Look.LINK, link_to(page.say(SHEETS["rules"]), number + 2)
            )
    return Cell(rule_id)


def _left_out(page: Page) -> list[str]:
    known = {rule.id for rule in page.report.pack.rules}
    return [rule for rule in page.report.basis.ignored if rule not in known]


def _row(page: Page, rule: RuleInfo, tally: Tally | None) -> Row:
    counts = tally or Tally(rule.id, rule.aspect, rule.unit)
    reasons = {n.rule: n.reason for n in page.report.basis.not_applied}
    status = CHECKED
    if rule.id in reasons:
        status = why_not_applied(rule, reasons[rule.id])
    return [
        page.say(aspect_name(rule.aspect)),
        page.say(rule.title), rule.id, page.say(SEVERITIES[rule.severity]), rule.limit,
        SENTENCES[page.lang].join(map(page.say, rule.counted)),
        rule.reference[page.lang],
        page.say(unit_name(rule.unit)),
        counts.judged, counts.kept, counts.broken, counts.undecided, counts.not_judged,
        page.say(status),
    ]  # fmt: skip
