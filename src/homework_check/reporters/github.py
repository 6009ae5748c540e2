"""The report as GitHub workflow commands: GitHub shows them beside the files of a pull request.

GitHub shows ten of each level a step; the job's log has all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.model import Severity
from homework_check.reporters import alone, headline
from homework_check.reporters.escaping import workflow_command
from homework_check.reporters.page import Page

if TYPE_CHECKING:
    from homework_check.report import Finding, Report
    from homework_check.reporters.view import View
    from homework_check.text import Lang

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, lang: Lang, view: View) -> str:
    """Write a line for the verdict, then one a finding, never grouped or cut."""
    page = Page(report, lang, view)
    verdict = f"{headline.verdict(page)}  {headline.in_one_line(page)}"
    lines = [workflow_command("notice", [("title", "homework-check")], verdict)]
    lines += [_line(finding, lang) for finding in report.findings]
    return "\n".join(lines) + "\n"


def _line(finding: Finding, lang: Lang) -> str:
    file = finding.locations[0].source if finding.locations else ""
    properties = [("file", file), ("title", alone.title(finding, lang))]
    command = _COMMANDS[alone.weight(finding)]
    return workflow_command(command, properties, alone.sentences(finding, lang))
