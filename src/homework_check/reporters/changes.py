"""What has changed since an earlier report, in the words of every report for people."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from homework_check.changes import State
from homework_check.messages import comparing as say
from homework_check.messages import phrases
from homework_check.messages.report import VERDICTS, amount
from homework_check.model import Verdict
from homework_check.reporters.page import day_of
from homework_check.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from homework_check.changes import NotCompared
    from homework_check.report import Finding
    from homework_check.reporters.page import Page


def summary(page: Page) -> list[str]:
    """Say how many findings are fixed, left, new, and what to mind; a paragraph each."""
    comparison = page.report.comparison
    if comparison is None:
        return []
    numbers = {
        "fixed": len(comparison.fixed),
        "left": comparison.left,
        "new": comparison.new,
        "not-compared": len(comparison.not_compared),
    }
    texts = [
        page.say(
            say.COUNTS,
            file=phrases.inert(comparison.path),
            date=phrases.inert(comparison.generated_at[:10]),
            counts=_listed(
                page, [say.COUNTED[name].format(n=n) for name, n in numbers.items()
                       if n or name != "not-compared"]
            ),
        )
    ]  # fmt: skip
    if comparison.apart:
        texts.append(page.say(say.APART, before=phrases.span(*comparison.apart)))
    if any(comparison.assumed):
        before, now = (phrases.joined(list(map(same, a))) if a else say.NONE
                       for a in comparison.assumed)  # fmt: skip
        texts.append(page.say(say.ASSUMED, before=before, now=now))
    return texts


def change_of(page: Page, findings: Sequence[Finding]) -> str:
    """Say whether an item is new or still there; blank where nothing was compared."""
    told = [(f, f.change) for f in findings if f.change is not None and f.verdict is not None]
    if not told:
        return ""
    states = Counter(change.state for _, change in told)
    if len(states) > 1:
        each = [say.OF_SEVERAL.format(state=say.STATES[state], n=states[state])
                for state in State if states[state]]  # fmt: skip
        return _listed(page, each)[page.lang]
    finding, change = told[0]
    state = say.STATES[change.state]
    before = _before(finding, change.verdict, change.measured) if len(told) == 1 else None
    if before is None or change.state is State.NEW:
        return page.say(state)
    return page.say(say.BEFORE, state=state, before=before)


class Gone(NamedTuple):
    """What only the earlier report tells of: how many findings, and in which words."""

    number: int
    texts: tuple[str, ...]


def gone(page: Page) -> dict[str, Gone]:
    """What only the earlier report tells of, by the keys of its headings.

    Days of a class of which the same was told make one text.
    """
    comparison = page.report.comparison
    if comparison is None:
        return {name: Gone(0, ()) for name in say.GONE}
    fixed, missing = comparison.fixed, comparison.not_compared
    return {
        "fixed": Gone(len(fixed), tuple(_told_gone(page, ((each, None) for each in fixed)))),
        "not-compared": Gone(len(missing), tuple(_told_gone(page, missing))),
    }


def _told_gone(page: Page, findings: Iterable[tuple[Finding, NotCompared | None]]) -> Iterator[str]:
    groups: dict[tuple[object, ...], list[tuple[Finding, NotCompared | None]]] = {}
    for finding, reason in findings:
        of_day = finding.grade is not None and finding.date is not None
        whose = (finding.school, finding.grade, finding.class_name) if of_day else (id(finding),)
        key = (*whose, _what(page, finding), reason)
        groups.setdefault(key, []).append((finding, reason))
    for group in groups.values():
        named = _named(page, [finding for finding, _ in group])
        reason = group[0][1]
        yield page.say(say.BECAUSE, what=named, reason=say.REASONS[reason]) if reason else named


def gone_findings(page: Page) -> Iterator[tuple[Finding, str]]:
    """The same for a list of findings: each with what has become of it."""
    if comparison := page.report.comparison:
        for finding in comparison.fixed:
            yield finding, page.say(say.IS_GONE["fixed"])
        for finding, reason in comparison.not_compared:
            yield finding, page.say(say.IS_GONE["not-compared"], reason=say.REASONS[reason])


def _named(page: Page, group: Sequence[Finding]) -> str:
    """Name what an earlier report told of some days of a class, or of one other thing."""
    finding, *others = group
    names = [page.school(finding.school)] if page.several and finding.school else []
    if finding.grade is not None:
        days = page.say(phrases.days([f.date for f in group if f.date] or finding.dates))
        of_one = day_of(finding, page.lang)
        names += filter(None, [page.class_of(finding), days if others else of_one or days])
    what = _what(page, finding)
    return page.say(say.ITEM, unit=" ".join(names), what=what) if names else what


def _what(page: Page, finding: Finding) -> str:
    """What an earlier report told of; that of no class in the words that it had."""
    if finding.grade is None:
        return finding.message[page.lang].rstrip("。.")
    what = page.say(finding.short)
    if finding.verdict is not Verdict.BROKEN or finding.measured is None:
        return what
    before = amount(phrases.number(finding.measured), finding.unit)
    return page.say(say.LAST, what=what, before=before)


def _before(finding: Finding, verdict: Verdict | None, measured: float | None) -> Text | None:
    """What a finding was in the earlier report, if that was something else."""
    if (verdict, measured) == (finding.verdict, finding.measured):
        return None
    if verdict is Verdict.UNDECIDED:
        return None if finding.verdict is verdict else VERDICTS[verdict]
    return None if measured is None else amount(phrases.number(measured), finding.unit)


def _listed(page: Page, texts: Iterable[Text]) -> Text:
    return same(("，" if page.lang == "zh" else ", ").join(text[page.lang] for text in texts))
