"""What schools wrote in marked copies that came back, beside the findings it answers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from homework_check.messages import phrases
from homework_check.messages.inert import masked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from homework_check.log import Answer
    from homework_check.report import Finding, Report

_Day = tuple[str, str]
"""A source, and an ISO day of its list, blank where a row is of none."""


class Answers(NamedTuple):
    """All answers, by the source and the day that they are about."""

    by_day: Mapping[_Day, Sequence[Answer]]

    def to(self, findings: Sequence[Finding]) -> str | None:
        """What was answered to findings of one row; None: nothing.

        That is to their class and day. Cells may have moved since, so that they tell answers
        apart only where there are several.
        """
        sources = {at.source for finding in findings for at in finding.locations}
        texts = dict.fromkeys(
            answer.text
            for finding in findings
            for source in sorted(sources)
            for answer in self._of(source, finding)
        )
        return masked("；".join(texts)) or None

    def _of(self, source: str, finding: Finding) -> list[Answer]:
        day = finding.date.isoformat() if finding.date else ""
        found = [a for a in self.by_day.get((source, day), ()) if _is_about(a, finding)]
        cells = {at.cell for at in finding.locations}
        own = [answer for answer in found if _first_cell(answer) in cells]
        return own or found


def answers_of(report: Report) -> Answers:
    """Collect what the lists of marked copies say that were read again."""
    found: dict[_Day, list[Answer]] = defaultdict(list)
    for log in report.logs:
        for sheet in log.sheets:
            for answer in sheet.answers:
                found[log.path, answer.day].append(answer)
    return Answers(found)


def _is_about(answer: Answer, finding: Finding) -> bool:
    """Whether the class of a finding ends what the list says: the school may stand before it."""
    if finding.grade is None and finding.class_name is None:
        return not answer.class_ and _first_cell(answer) in {at.cell for at in finding.locations}
    name = phrases.class_name(finding.grade, finding.class_name)
    return answer.class_.endswith((name.zh, name.en))


def _first_cell(answer: Answer) -> str:
    """H11 of 作业登记!H11:H13、H17."""
    return answer.cells.replace(",", "、").split("、")[0].rpartition("!")[2].split(":")[0]
