"""Labels of logs, the right judgement of a source, and what the program makes of it.

A label is a TOML file beside its source: ``NAME.label.toml`` beside ``NAME.EXT`` or the
folder ``NAME/``. `Label` tells what it may hold.
"""

from __future__ import annotations

import tomllib
from argparse import ArgumentParser
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from in_process import Here

from homework_check import pipeline
from homework_check.checker.classdays.gathered import gather
from homework_check.checker.judge import Judge
from homework_check.checker.submissions.copies import without_duplicates
from homework_check.cli import request
from homework_check.cli.asked import Configured, Judging, Reading, Ruling
from homework_check.cli.defaults import find_defaults
from homework_check.model import Severity, Verdict
from homework_check.report import minutes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from homework_check.checker.kinds.limit import Judgement
    from homework_check.log import Log
    from homework_check.model import School
    from homework_check.report import ClassKey, Finding, Report

LOGS = Path(__file__).parents[1] / "logs"
ENDING = ".label.toml"
LAYOUTS = ("list", "week-matrix", "class-matrix", "none")


@dataclass(frozen=True, slots=True)
class Label:
    """The right judgement of one source.

    `judgements` has the outcome of every class-day: ``3.2 2023-09-05`` -> ``broken 75``,
    ``kept``, ``undecided`` or ``not-judged``; a class-day that is missing must not be there.
    `findings` and `absent` are ids of rules, a cell behind those meant at one place.
    `school` None: it does not matter which school is understood.
    """

    source: Path
    about: str
    layout: str
    verdict: Verdict
    arguments: tuple[str, ...] = ()
    judgements: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    school: str | None = None

    @property
    def name(self) -> str:
        """The path of the source below the folder of logs."""
        return self.source.relative_to(LOGS).as_posix()

    @property
    def outcomes(self) -> dict[str, str]:
        """Class-day -> outcome."""
        return dict(_class_day_and_outcome(line) for line in self.judgements)

    @property
    def inspection(self) -> Path:
        """Where it is kept how the source must be understood."""
        return LOGS / f"{self.name.removesuffix(self.source.suffix)}.inspect.txt"


@dataclass(frozen=True, slots=True)
class Judged:
    """What the program makes of a source."""

    report: Report
    outcomes: dict[str, str]


def all_labels() -> list[Label]:
    """Every label below the folder of logs, in order of name."""
    return [read_label(path) for path in sorted(LOGS.rglob(f"*{ENDING}"))]


def read_label(path: Path) -> Label:
    """Read a label. Raises `ValueError` where it has not exactly one source."""
    name = path.name.removesuffix(ENDING)
    beside = [p for p in path.parent.iterdir() if name in {p.name, p.stem}]
    if len(beside) != 1:
        raise ValueError(f"{path} labels {len(beside)} sources: {beside}")
    values = tomllib.loads(path.read_text("utf-8"))
    lists = ("arguments", "judgements", "findings", "absent")
    values |= {key: tuple(values.get(key, ())) for key in lists}
    return Label(**values | {"source": beside[0], "verdict": Verdict(values["verdict"])})


def judge(label: Label) -> Judged:
    """Check the source of `label` as the command line does with its arguments."""
    with chdir(LOGS):
        asked = asked_for(label)
        report = pipeline.check(asked, crew=Here())
    judged = list(class_days(report.logs, asked))
    schools = {key.school for key, _, _ in judged}
    return Judged(
        report,
        {_name(key, day, several=len(schools) > 1): outcome for key, day, outcome in judged},
    )


def asked_for(label: Label) -> pipeline.Request:
    """The request that the label's arguments make of its source."""
    parser = ArgumentParser()
    for option in ("--encoding", "--week", "--from", "--to", "--school-system", "--config"):
        parser.add_argument(option)
    parser.add_argument("--assume", action="append", default=[])
    given = vars(parser.parse_args(label.arguments))
    configured = Configured(file=given["config"], isolated=given["config"] is None)
    return request.build(
        Reading("check", [label.name], None, (), given["encoding"], configured),
        Judging(given["week"], given["from"], given["to"], given["school_system"], given["assume"]),
        Ruling(),
        find_defaults(configured, {}),
    )


def class_days(
    logs: Sequence[Log], asked: pipeline.Request
) -> Iterator[tuple[ClassKey, date, str]]:
    """Every class-day with its outcome under the limit rules, by the checker's own pieces."""
    counting, _ = without_duplicates(logs)
    parts = [part for log in counting for part in log.parts]
    pack = asked.pack
    gathered = gather(parts, asked.settings.period, (pack.valid_from, pack.valid_to))
    judged = Judge(pack.rules, asked.settings).judge(gathered.classes)
    deciding = [j for j in judged.judgements if j.rule.severity is Severity.ERROR]
    outcomes = {(judgement.key, judgement.days[0]): _outcome(judgement) for judgement in deciding}
    for key, day, _ in gathered.class_days:
        plainly = "not-judged" if (key, day) in judged.not_judged else "kept"
        yield key, day, outcomes.get((key, day), plainly)


def differences(label: Label, judged: Judged) -> Iterator[str]:
    """What the program makes different from the label, one line each."""
    report = judged.report
    if report.verdict is not label.verdict:
        yield f"verdict: {label.verdict} expected, not {report.verdict}"
    for day in sorted(label.outcomes.keys() | judged.outcomes.keys()):
        expected, actual = label.outcomes.get(day), judged.outcomes.get(day)
        if expected != actual:
            yield f"{day}: {expected or 'no class-day'} expected, not {actual or 'missing'}"
    for wanted in label.findings:
        if not any(_is(finding, wanted) for finding in report.findings):
            yield f"{wanted}: not found"
    for unwanted in label.absent:
        if any(_is(finding, unwanted) for finding in report.findings):
            yield f"{unwanted}: found"
    # Schools are equal after the removal of blanks.
    names = ["".join((result.school.name or "").split()) for result in report.schools]
    if label.school is not None and "".join(label.school.split()) not in names:
        yield f"school: {label.school} expected, not {names}"


def _class_day_and_outcome(line: str) -> tuple[str, str]:
    # Blanks may stand in the name of a school or class, never in a date or an outcome.
    words = line.split(" ")
    at = next(n for n, word in enumerate(words) if word[:4].isdecimal() and word.count("-") == 2)
    return " ".join(words[: at + 1]), " ".join(words[at + 1 :])


def _name(key: ClassKey, day: date, *, several: bool) -> str:
    name = f"{key.grade}.{key.name}" if key.name else f"{key.grade}"
    return f"{_school(key.school)}/{name} {day}" if several else f"{name} {day}"


def _school(school: School) -> str:
    return school.name or Path(str(school.source)).name


def _outcome(judgement: Judgement) -> str:
    match judgement.verdict:
        case None:
            return "not-judged"
        case Verdict.BROKEN:
            return f"broken {minutes(judgement.amount.low)}"
        case verdict:
            return verdict.value


def _is(finding: Finding, wanted: str) -> bool:
    rule, _, cell = wanted.partition(" ")
    cells = {location.cell for location in finding.locations}
    return finding.rule == rule and (not cell or cell in cells)
