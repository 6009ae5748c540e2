"""What a terminal report says of submissions: whom to contact, and days without a report."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from homework_check.handed_in import Submitted
from homework_check.messages import phrases
from homework_check.messages import roster as say
from homework_check.messages.report import counted
from homework_check.model import Verdict
from homework_check.reporters.lines import Column, Line, Span, paragraph, plain, table
from homework_check.reporters.parts import causes_of, worst_first
from homework_check.reporters.text.days import listed_days
from homework_check.rollup import is_read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from homework_check.model import School
    from homework_check.report import Finding, SchoolResult
    from homework_check.reporters.page import Page
    from homework_check.reporters.parts import Item, Parts
    from homework_check.text import Text

_MOST_CONTACTS = 20
_OUTSIDE = {"outside-period": say.OUTSIDE, "outside-period.pack": say.OUTSIDE_PACK}


class Contact(NamedTuple):
    """A school to be contacted, and why."""

    school: School
    why: str


def contacts(page: Page, parts: Parts) -> list[Contact]:
    """Schools that sent nothing that can be read, then those that are only undecided.

    None without a roster: then nobody is waited for. In a report of one school it is told
    below what keeps it open, so that it is named only if nothing was read.
    """
    if page.report.roster is None or not (page.several or parts.absent):
        return []
    open_: dict[School | None, list[Item]] = defaultdict(list)
    for item in parts.open:
        open_[item.school].append(item)
    told: dict[School | None, list[Finding]] = defaultdict(list)
    for finding in page.report.findings:
        told[finding.school].append(finding)
    ranked = worst_first(page.report.schools)
    unread = [s for s in ranked if not is_read(s)]
    undecided = [s for s in ranked if is_read(s) and s.standing is Verdict.UNDECIDED]
    return [
        *(Contact(s.school, _why_absent(page, s, told[s.school])) for s in unread),
        *(
            Contact(s.school, _why_undecided(page, s, open_[s.school], told[s.school]))
            for s in undecided
        ),
    ]


def contact_lines(page: Page, parts: Parts) -> list[Line]:
    """Whom to contact first, each with the reason."""
    found = contacts(page, parts)
    if not found:
        return []
    shown = found if page.view.verbose else found[:_MOST_CONTACTS]
    columns = [Column(flexible=True), Column(wraps=True)]
    rows = [[Span(page.school(school)), Span(why)] for school, why in shown]
    title = page.say(say.CONTACT, schools=counted(len(found), "school"))
    lines = [plain(title, "heading")]
    lines += [line for row in table(columns, rows, page.width)[1:] for line in row]
    if len(shown) < len(found):
        text = page.say(say.MORE_CONTACTS, schools=counted(len(found) - len(shown), "school"))
        lines += paragraph(text, page.width, "  ")
    return lines


def unreported_title(page: Page, item: Item) -> str:
    """Say how many class-days of how many classes have no report."""
    days = sum(finding.count for finding in item.findings)
    classes = {(finding.grade, finding.class_name) for finding in item.findings}
    return page.say(
        say.UNREPORTED,
        classes=counted(len(classes), "class"),
        class_days=counted(days, "class-day"),
    )


def unreported_rows(page: Page, item: Item) -> Iterator[tuple[str, str]]:
    """A class and its days without a report."""
    for finding in item.findings:
        yield page.class_of(finding), listed_days(page, finding.dates)


def _why_absent(page: Page, school: SchoolResult, findings: Sequence[Finding]) -> str:
    submission = school.submission
    missing = submission is not None and submission.state is Submitted.MISSING
    if not missing or any(finding.verdict is Verdict.UNDECIDED for finding in findings):
        return _joined(page, [text for f in findings for text in (f.message, f.hint)])
    due = submission.due if submission else None
    if not due:
        return page.say(say.NO_FILE_CAME)
    return page.say(
        say.NO_FILE_OF,
        classes=counted(len(school.classes), "class"),
        class_days=counted(due, "class-day"),
    )


def _why_undecided(
    page: Page, school: SchoolResult, items: Sequence[Item], findings: Sequence[Finding]
) -> str:
    """The class-days that are open, with the causes, and those not reported."""
    submission = school.submission
    if submission is not None and submission.due and not submission.reported:
        return _joined(page, [say.NOTHING_IN_PERIOD, *_outside(findings)])
    texts: list[Text] = []
    if causes := _causes(items):
        cause = phrases.joined(causes)
        if school.class_days.undecided:
            days = counted(school.class_days.undecided, "class-day")
            texts.append(say.OPEN_FOR.format(class_days=days, cause=cause))
        else:
            texts.append(say.OPEN.format(cause=cause))
    lacking = (submission.due or 0) - (submission.reported or 0) if submission else 0
    if lacking:
        texts.append(say.LACKING.format(class_days=counted(lacking, "class-day")))
    return _joined(page, texts or [say.NONE_KEPT, *_outside(findings)])


def _outside(findings: Iterable[Finding]) -> Iterator[Text]:
    """What to make of entries that lie outside the days which are judged."""
    causes = {finding.cause for finding in findings}
    yield from (text for cause, text in _OUTSIDE.items() if cause in causes)


def _joined(page: Page, texts: Iterable[Text]) -> str:
    return (" " if page.lang == "en" else "").join(text[page.lang] for text in texts)


def _causes(items: Iterable[Item]) -> list[Text]:
    """Why class-days are open, else why the school is, the commonest cause first."""
    told = [item for item in items if item.about != "unreported"]
    of_days = [item for item in told if item.about in {"unit", "column", "days"}]
    counts: Counter[Text] = Counter()
    for item in of_days or told:
        counts.update(dict.fromkeys(causes_of(item), len(item.findings)))
    return [cause for cause, _ in counts.most_common()]
