"""A finding told alone, where no heading above it says whose it is: annotations, SARIF, JUnit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.messages import lines as say
from homework_check.messages import phrases
from homework_check.messages.words import SENTENCES
from homework_check.model import Severity, Verdict

if TYPE_CHECKING:
    from homework_check.report import Finding
    from homework_check.text import Lang


def weight(finding: Finding) -> Severity:
    """How much a finding weighs: nobody is accused by an error rule that is undecided."""
    undecided = finding.verdict is Verdict.UNDECIDED
    return Severity.WARNING if undecided else finding.severity


def title(finding: Finding, lang: Lang) -> str:
    """Name the school, class and day, as far as there are any, and the problem in a word."""
    names = [phrases.school_name(finding.school)[lang]] if finding.school else []
    if finding.grade is not None or finding.class_name is not None:
        names.append(phrases.class_name(finding.grade, finding.class_name)[lang])
    if finding.date:
        names.append(phrases.day(finding.date)[lang])
    elif finding.week:
        names.append(phrases.week(finding.week)[lang])
    return " ".join([*names, finding.short[lang]])


def sentences(finding: Finding, lang: Lang) -> str:
    """Say what it is, what to do about it, and where, with file and sheet."""
    texts = [finding.message[lang], finding.hint[lang]]
    if finding.locations:
        cells = phrases.cells(finding.locations, phrases.FULL)
        texts.append(say.WHERE.format(cells=cells)[lang])
    return SENTENCES[lang].join(texts)
