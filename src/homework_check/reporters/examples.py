"""The examples of a rule as lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.messages import rulebook as say
from homework_check.messages.phrases import number
from homework_check.messages.words import LIST, subject
from homework_check.rules.cases import CoverageEntry
from homework_check.rules.kinds import CoverageRule, FlagRule, LimitRule, TextRule
from homework_check.text import Text, same

if TYPE_CHECKING:
    from homework_check.rules.cases import AnyCase, CaseEntry
    from homework_check.rules.kinds import Rule
    from homework_check.text import Lang


_BLANK = Text(say.BLANK.zh, f" {say.BLANK.en}")


def example_rows(rule: Rule, lang: Lang) -> list[tuple[str, str, str]]:
    """Give of every example: its outcome, its sum (empty if not one of minutes), its entries."""
    return [
        (
            _outcome(rule, case)[lang],
            _sum(rule, case)[lang],
            LIST[lang].join(_entry(rule, entry)[lang] for entry in case.entries)
            or say.NO_ENTRY[lang],
        )
        for case in rule.cases
    ]


def _outcome(rule: Rule, case: AnyCase) -> Text:
    verdict = str(case.verdict)
    if verdict != "broken":
        return say.VERDICTS[verdict]
    limit = _limit_of_minutes(rule, case)
    if limit is None or case.measured is None:
        return rule.short.text()
    over = number(case.measured - limit)
    return say.OVER_BY.format(short=rule.short.text(), atleast=_at_least(case), over=over)


def _sum(rule: Rule, case: AnyCase) -> Text:
    if _limit_of_minutes(rule, case) is None or case.measured is None:
        return same("")
    if _at_least(case) == say.AT_LEAST:
        return say.AT_LEAST + same(number(case.measured))
    return say.SUM.format(sum=number(case.measured))


def _entry(rule: Rule, entry: CaseEntry) -> Text:
    return subject(entry.subject) + _told(rule, entry) + _qualities(entry)


def _told(rule: Rule, entry: CaseEntry) -> Text:
    match rule:
        case FlagRule():
            cell = entry.marked if rule.field == "marked" else entry.posted
            return say.CELL.format(cell=cell or "")
        case CoverageRule():
            return say.QUOTED.format(content=entry.content) if entry.content else _BLANK
        case TextRule():
            return say.QUOTED.format(content=entry.content)
        case LimitRule(counted="minutes"):
            if isinstance(entry.minutes, str):
                return _BLANK
            minutes = number(entry.minutes)
            return Text(minutes, f" {minutes}")
        case LimitRule():
            return say.QUOTED.format(content=entry.content) if entry.content else same("")


def _qualities(entry: CaseEntry) -> Text:
    """Name what is not as usual: written, for home, one layer, not said whether required."""
    words = [
        say.QUALITIES["unknown form" if entry.form == "unknown" else entry.form]
        if entry.form != "written"
        else None,
        say.QUALITIES["unknown place" if entry.place == "unknown" else entry.place]
        if entry.place != "home"
        else None,
        say.QUALITIES["layer"].format(layer=entry.layer) if entry.layer else None,
        say.QUALITIES[entry.choice] if entry.choice else None,
        say.QUALITIES["unknown date"] if isinstance(entry, CoverageEntry) and entry.date else None,
    ]
    told = [word for word in words if word is not None]
    if not told:
        return same("")
    return say.QUALITY.format(words=LIST.join(told))


def _at_least(case: AnyCase) -> Text:
    certain = all(e.minutes != "blank" and e.form != "unknown" for e in case.entries)
    return same("") if certain else say.AT_LEAST


def _limit_of_minutes(rule: Rule, case: AnyCase) -> float | None:
    if isinstance(rule, LimitRule) and rule.counted == "minutes":
        return rule.limit_for(case.grade or rule.scope.first_grade)
    return None
