"""When a finding of one report is a finding of another: by what it is about, not by its rows."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from homework_check.messages.findings import NO_LOG
from homework_check.messages.inert import inert, masked
from homework_check.model import plain_name

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from homework_check.basis import RuleInfo
    from homework_check.model import School
    from homework_check.report import Finding

    Signatures: TypeAlias = Callable[[Finding], Iterable[Hashable]]

_COLUMN = re.compile("没有“([^”]+)”")
"""The column that a table lacks, in the words that say so."""


def name_anywhere(path: str) -> str:
    """The name by which a source is known again in another folder."""
    return PurePosixPath(inert(path)).name


class Names:
    """Schools as both reports know them.

    A school is known by its name, and by its county where either report has the name in several.
    One without a name is known by its file, unless it is the only one in both reports.
    """

    def __init__(self, *reports: Iterable[School]) -> None:
        self._ambiguous: set[str] = set()
        for schools in reports:
            seen: set[str] = set()
            for school in dict.fromkeys(schools):
                name = plain(school.name)
                if name in seen:
                    self._ambiguous.add(name)
                seen.add(name)

    def of(self, school: School | None) -> Hashable:
        """What a school is known by; None: no school."""
        if school is None:
            return None
        name = plain(school.name)
        if name not in self._ambiguous:
            return (name,)
        return (name, plain(school.county) if school.name else name_anywhere(school.source or ""))


def plain(name: str | None) -> str:
    """Give a name as names of both reports are compared; empty: none."""
    return plain_name(masked(name or ""))


class Key(NamedTuple):
    """What a finding is about, but for the entries."""

    rule: str
    school: Hashable
    grade: int | None
    class_name: str
    date: Hashable


class Identity:
    """Tells by what findings are known again; `rules` are those of the pack."""

    def __init__(self, names: Names, rules: Iterable[RuleInfo]) -> None:
        self._names = names
        self._of_units = frozenset(rule.id for rule in rules if _judges_units(rule))

    def pair(self, earlier: Sequence[Finding], now: Sequence[Finding]) -> dict[int, int]:
        """Which of the `earlier` findings each of those of `now` is, by their indexes.

        Those that say the same go together before those that are about the same, and these
        before those that have an entry's subject or a day in common.
        """
        pairs: dict[int, int] = {}
        left = dict.fromkeys(range(len(earlier)))
        for signatures in (self._words, self._facts, self._parts):
            free: dict[Hashable, deque[int]] = defaultdict(deque)
            for index in left:
                for signature in signatures(earlier[index]):
                    free[signature].append(index)
            for index, finding in enumerate(now):
                if index in pairs:
                    continue
                found = _first(left, (free[s] for s in signatures(finding) if s in free))
                if found is not None:
                    pairs[index] = found
                    del left[found]
        return pairs

    def _words(self, finding: Finding) -> Iterator[Hashable]:
        words = "" if finding.rule in self._of_units else finding.message.zh
        yield self._key(finding), finding.verdict, self._facets(finding), words

    def _facts(self, finding: Finding) -> Iterator[Hashable]:
        yield self._key(finding), finding.verdict, self._facets(finding)

    def _parts(self, finding: Finding) -> Iterator[Hashable]:
        key = self._key(finding)
        for facet in sorted(self._facets(finding), key=repr):
            yield key, facet

    def _key(self, finding: Finding) -> Key:
        school = finding.school
        if school and school.name is None and not finding.locations:
            # Only its cells say in JSON which of the schools without a name it is of.
            school = None
        return Key(
            finding.rule,
            self._names.of(school),
            finding.grade,
            plain(finding.class_name),
            finding.date,
        )

    def _facets(self, finding: Finding) -> frozenset[object]:
        """What tells findings apart that are about the same class-day, class or school."""
        if finding.dates:
            return frozenset(finding.dates)
        if finding.rule in self._of_units:
            return frozenset({None})
        if finding.rule in NO_LOG:
            return frozenset(name_anywhere(at.source) for at in finding.locations)
        if finding.rule == "missing-field":
            return frozenset(_COLUMN.findall(finding.message.zh))
        return frozenset(subjects_of(finding)) or frozenset({None})


def subjects_of(finding: Finding) -> set[str]:
    """The subjects of the entries that a finding is about."""
    found = {finding.subject} if finding.subject else {at.subject for at in finding.locations}
    return {masked(subject) for subject in found if subject}


def _judges_units(rule: RuleInfo) -> bool:
    """Whether a rule has one finding for all entries of a class-day or of a class."""
    return rule.kind in {"flag", "coverage"} or (
        rule.kind == "limit" and rule.unit != "subject-day"
    )


def _first(left: dict[int, None], queues: Iterable[deque[int]]) -> int | None:
    for queue in queues:
        while queue:
            index = queue.popleft()
            if index in left:
                return index
    return None
