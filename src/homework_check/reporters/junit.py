"""The report as JUnit XML, which CI servers show: a suite a school, a test a class and rule.

A class that does not meet a rule is a failure. What is undecided is an error, as JUnit calls
a test that could not be carried out: skipped, it would look like a pass. So are days that were
not reported, which leave the verdict undecided. Reminders, hints and
problems of data that decide nothing stand in the output of a test that passes. So there are
failures or errors exactly where the verdict is not "met".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from homework_check.marks import PROGRAM, TEST_SUITES
from homework_check.messages import lines as say
from homework_check.messages import phrases
from homework_check.messages.findings import READING, SHORT
from homework_check.messages.roster import NOTHING_CAME
from homework_check.model import Severity, Verdict
from homework_check.reporters import alone, headline
from homework_check.reporters.escaping import xml
from homework_check.reporters.page import Page
from homework_check.reporters.parts import is_unreported
from homework_check.reporters.text.tables import why_not_applied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.model import School
    from homework_check.report import Finding, Report
    from homework_check.reporters.view import View
    from homework_check.tally import Tally
    from homework_check.text import Lang

    _Key: TypeAlias = tuple[School | None, str, str]

_COUNTED = {"failures": "failure", "errors": "error", "skipped": "skipped"}


class Test(NamedTuple):
    """A test: `outcome` is the name of an element inside it, None where it passes."""

    class_name: str
    name: str
    outcome: str | None = None
    title: str = ""
    lines: Sequence[str] = ()


def render(report: Report, lang: Lang, view: View) -> str:
    """Write all tests, and one more where nothing but the verdict says that all is not well."""
    page = Page(report, lang, view)
    suites = _suites(page)
    outcomes = {test.outcome for _, tests in suites for test in tests}
    if report.verdict is not Verdict.KEPT and not outcomes & {"failure", "error"}:
        title = f"{headline.verdict(page)}  {headline.in_one_line(page)}"
        suites.append((PROGRAM, [Test(PROGRAM, report.pack.id, "error", title)]))
    everything = [test for _, tests in suites for test in tests]
    body = "".join(_suite(name, tests) for name, tests in suites)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"{TEST_SUITES}{_counts(everything)}>\n{body}</testsuites>\n"
    )


def _suites(page: Page) -> list[tuple[str, list[Test]]]:
    """The tests of each school, of what belongs to none, and of the rules not applied."""
    report, lang = page.report, page.lang
    rules = {rule.id: rule for rule in report.pack.rules}
    tallies: dict[_Key, Tally] = {
        (result.school, phrases.class_name(*key.key[1:])[lang], tally.rule): tally
        for result in report.schools
        for key in result.classes
        for tally in key.tallies
        if tally.judged or tally.not_judged
    }
    findings: dict[_Key, list[Finding]] = {key: [] for key in tallies}
    for finding in report.findings:
        key = finding.school, _class_name(finding, lang), finding.rule
        findings.setdefault(key, []).append(finding)
    suites: dict[School | None, list[Test]] = {result.school: [] for result in report.schools}
    for (school, class_name, rule), told in findings.items():
        name = (rules[rule].title if rule in rules else SHORT[rule])[lang]
        tally = tallies.get((school, class_name, rule))
        test = _test(f"{name} ({rule})", class_name, told, tally, lang)
        suites.setdefault(school, []).append(test)
    named = [
        (page.school(school) if school else page.heading(None), tests)
        for school, tests in suites.items()
    ]
    unapplied = [
        Test(report.pack.id, f"{rules[rule].title[lang]} ({rule})", "skipped",
             why_not_applied(rules[rule], reason)[lang])
        for rule, reason in report.basis.not_applied
    ]  # fmt: skip
    return [*named, (report.pack.title[lang], unapplied)] if unapplied else named


def _test(
    name: str, class_name: str, findings: Sequence[Finding], tally: Tally | None, lang: Lang
) -> Test:
    lines = [alone.sentences(finding, lang) for finding in findings]
    deciding = [finding for finding in findings if _decides(finding)]
    if any(f.verdict is Verdict.BROKEN and not is_unreported(f) for f in deciding):
        return Test(class_name, name, "failure", alone.title(deciding[0], lang), lines)
    if deciding:
        return Test(class_name, name, "error", alone.title(deciding[0], lang), lines)
    if tally and tally.aspect == "reporting" and tally.kept < tally.judged:
        # Of a school of which nothing came, one finding tells for all its classes.
        return Test(class_name, name, "error", NOTHING_CAME[lang], lines)
    if tally and not tally.judged:
        title = say.LEFT_UNJUDGED.format(n=tally.not_judged)[lang]
        return Test(class_name, name, "skipped", title, lines)
    return Test(class_name, name, lines=lines)


def _decides(finding: Finding) -> bool:
    """Whether a finding bears on the verdict."""
    if finding.rule in READING:
        return finding.verdict is Verdict.UNDECIDED
    is_open = finding.verdict in {Verdict.BROKEN, Verdict.UNDECIDED}
    return is_open and (finding.severity is Severity.ERROR or is_unreported(finding))


def _class_name(finding: Finding, lang: Lang) -> str:
    """The class; for what is of none, the file, or the school that sent none."""
    if finding.grade is None and finding.class_name is None:
        if finding.locations:
            return phrases.inert(finding.locations[0].source)
        if finding.school:
            return phrases.school_name(finding.school)[lang]
    return phrases.class_name(finding.grade, finding.class_name)[lang]


def _suite(name: str, tests: Sequence[Test]) -> str:
    cases = "".join(map(_case, tests))
    return f"  <testsuite{_attributes(name=name)}{_counts(tests)}>\n{cases}  </testsuite>\n"


def _case(test: Test) -> str:
    attributes = _attributes(classname=test.class_name, name=test.name)
    # NOTE: a server that reads output line by line must not find its own commands there.
    text = "\n".join(f"- {xml(line)}" for line in test.lines)
    if test.outcome is not None:
        inner = f"<{test.outcome}{_attributes(message=test.title)}>{text}</{test.outcome}>"
    elif text:
        inner = f"<system-out>{text}</system-out>"
    else:
        return f"    <testcase{attributes}/>\n"
    return f"    <testcase{attributes}>{inner}</testcase>\n"


def _counts(tests: Sequence[Test]) -> str:
    outcomes = [test.outcome for test in tests]
    numbers = {name: str(outcomes.count(outcome)) for name, outcome in _COUNTED.items()}
    return _attributes(tests=str(len(tests)), **numbers)


def _attributes(**values: str) -> str:
    return "".join(f' {name}="{xml(value)}"' for name, value in values.items())
