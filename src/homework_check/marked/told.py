"""What is told of each finding, by a comment at its cells and by a row of the list."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from homework_check.messages import lines, notes
from homework_check.messages import marked as say
from homework_check.messages.inert import inert
from homework_check.model import Verdict
from homework_check.reporters.page import sizes
from homework_check.reporters.parts import is_blank
from homework_check.reporters.text.open import advice, problem, why

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from homework_check.model import Location, School
    from homework_check.report import Finding
    from homework_check.reporters.page import Page
    from homework_check.reporters.parts import Item, Parts

Level: TypeAlias = Literal["broken", "undecided", "reminder"]

LEVELS: Final[tuple[Level, ...]] = ("broken", "undecided", "reminder")
"""The most pressing first."""


class Told(NamedTuple):
    """A finding in words.

    `what` heads a comment and `problem` stands in the list; `says` and `advice` are the lines of
    a comment. `at_fault` are the cells to look at and `counted` others that count with them;
    where `is_sum`, all cells are at fault together and the first stands for them.
    """

    level: Level
    finding: Finding
    what: str
    problem: str
    says: tuple[str, ...]
    advice: tuple[str, ...]
    at_fault: tuple[Location, ...]
    counted: tuple[Location, ...] = ()
    is_sum: bool = False

    @property
    def locations(self) -> tuple[Location, ...]:
        """All places it has to do with."""
        return (*self.at_fault, *self.counted)


def file_name(source: str) -> str:
    """Give the name of a source without its folders, which are the office's and no school's."""
    return source.replace("\\", "/").rpartition("/")[2]


def all_told(page: Page, parts: Parts) -> Iterator[Told]:
    """Everything that is told, the most pressing first, with names of files without folders."""
    found = [*_all_told(page, parts)]
    sources: dict[School | None, set[str]] = defaultdict(set)
    for told in found:
        sources[told.finding.school].update(at.source for at in told.locations)
    for told in found:
        yield _by_names(told, sources[told.finding.school])


def _by_names(told: Told, sources: Iterable[str]) -> Told:
    """The same, with the names of files where the paths of `sources` stand."""
    names = [(inert(each), inert(file_name(each))) for each in sources if "/" in each]
    if not names:
        return told

    def short(text: str) -> str:
        for path, name in sorted(names, reverse=True):
            text = text.replace(path, name)
        return text

    says, advice_ = (tuple(map(short, texts)) for texts in (told.says, told.advice))
    return told._replace(problem=short(told.problem), says=says, advice=advice_)


def _all_told(page: Page, parts: Parts) -> Iterator[Told]:
    for finding in parts.todo:
        yield _broken(page, finding)
    for item in parts.open:
        yield from _undecided(page, item)
    for finding in chain.from_iterable((*parts.reminders, *parts.data)):
        yield _plain(page, "reminder", finding)


def _broken(page: Page, finding: Finding) -> Told:
    is_sum = finding.unit == "minutes" and finding.excess is not None
    if not is_sum:
        return _plain(page, "broken", finding)
    reported, limit, over = sizes(finding)
    short = finding.short[page.lang]
    return Told(
        "broken",
        finding,
        short,
        short,
        (page.say(say.OVER, reported=reported, limit=limit, over=over),),
        (finding.hint[page.lang], *_endings(page, finding)),
        finding.locations,
        is_sum=True,
    )


def _undecided(page: Page, item: Item) -> Iterator[Told]:
    """Units by what keeps them open; of those that lack the same column, each by itself."""
    if item.about in {"alike", "unreported"}:
        days = {(f.grade, f.class_name, f.date) for unit in item.units for f in unit.findings}
        for finding in item.findings:
            asked = {(finding.grade, finding.class_name, day) for day in finding.dates}
            # Rows to fill in say more than that they are not filled in.
            if not asked or not asked <= days:
                yield _plain(page, "undecided", finding)
    for unit in _units(item):
        (finding,) = unit.findings
        reasons = tuple(at for reason in unit.reasons for at in reason.locations)
        if finding.cause == "mixed":
            reasons = tuple(dict.fromkeys((*reasons, *finding.doubtful)))
        at_fault = reasons or finding.doubtful or finding.locations
        cells = {at[:3] for at in at_fault}
        others = tuple(at for at in finding.locations if at[:3] not in cells)
        what = problem(page, unit)
        # A cell to fill in is no help where there is no column to fill in.
        no_minutes = item.about == "column" and item.field == "minutes"
        hint = page.say(lines.MISSING_HINT["minutes"]) if no_minutes else advice(page, unit)
        yield Told(
            "undecided",
            finding,
            page.say(say.LEVELS["undecided"]),
            what,
            (what, why(page, finding)),
            (hint,),
            at_fault,
            () if is_blank(finding) else others,
        )


def _units(item: Item) -> tuple[Item, ...]:
    return (item,) if item.about == "unit" else item.units


def _plain(page: Page, level: Level, finding: Finding) -> Told:
    """A finding in its own words; each of its cells is at fault by itself."""
    message, short = finding.message[page.lang], finding.short[page.lang]
    return Told(
        level,
        finding,
        short,
        # Of a limit, the other columns of the list say the rest.
        message if finding.limit is None else short,
        (message,),
        (finding.hint[page.lang], *_endings(page, finding)),
        finding.locations,
    )


def _endings(page: Page, finding: Finding) -> Iterator[str]:
    """What a finding by a rule ends with: that a log is a record, and the first source of law."""
    if finding.verdict is Verdict.BROKEN:
        yield page.say(notes.RECORD)
    for rule in page.report.pack.rules:
        if rule.id == finding.rule:
            yield page.say(lines.REFERENCE, reference=rule.references[0])
