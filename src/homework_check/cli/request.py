"""From options to a request: what `check` and `inspect` read, and by which rules."""

from __future__ import annotations

import glob
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from homework_check import pipeline
from homework_check.cli import streams, values
from homework_check.cli.faults import stated_at
from homework_check.cli.packs import load_rules
from homework_check.cli.rosters import load_roster, with_systems, without_roster
from homework_check.errors import UsageError
from homework_check.messages import usage
from homework_check.messages.inert import inert
from homework_check.readers import sources
from homework_check.readers.delimited import check_encoding
from homework_check.text import same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.cli.asked import Judging, Reading, Ruling
    from homework_check.cli.defaults import Defaults
    from homework_check.rules.pack import RulePack
    from homework_check.settings import Assumption, Period
    from homework_check.text import Lang
    from homework_check.workbook import PassedOver

_FEW: Final = 3
"""Files passed over for one reason that are all named; of more only the first ones are."""


def build(
    reading: Reading, judging: Judging, ruling: Ruling, defaults: Defaults
) -> pipeline.Request:
    """Understand every option and find the files. Raises `HomeworkCheckError`."""
    if not reading.sources:
        hint = usage.NO_SOURCE_HINT.format(command=reading.command)
        raise UsageError(usage.NO_SOURCE, hint)
    system = defaults.text("--school-system", judging.school_system, "6-3")
    settings = replace(
        defaults.config.settings,
        school_system=values.parse_school_system(*system),
        period=_period(judging, defaults),
        assumptions=_assumptions(judging.assume, defaults),
        encoding=_encoding(reading, defaults),
    )
    pack, ignored = _narrowed(load_rules(defaults, ruling.pack), ruling, defaults)
    roster = load_roster(defaults, judging.roster, settings)
    found = _find(reading, defaults)
    if roster is not None:
        settings = replace(settings, school_systems=with_systems(settings, roster))
        found = without_roster(found, roster)
    return pipeline.Request(
        files=found.files,
        passed_over=found.passed_over,
        pack=pack,
        ignored=ignored,
        settings=settings,
        roster=roster,
    )


def tell_configuration(defaults: Defaults, lang: Lang) -> None:
    """Name the configuration file in use, if there is one."""
    if path := defaults.config.path:
        streams.tell(usage.CONFIGURATION.format(file=inert(path.as_posix()))[lang])


def tell_passed_over(files: Sequence[PassedOver], lang: Lang, *, every: bool) -> None:
    """Name what was found and is certainly no log: all of it, or a few files of each reason."""
    by_reason: dict[str, list[PassedOver]] = {}
    for file in files:
        by_reason.setdefault(file.reason, []).append(file)
    for code, alike in by_reason.items():
        reason = usage.PASSED_OVER_REASONS.get(code, same(code))
        named = len(alike) if every or len(alike) <= _FEW else _FEW - 1
        for file in alike[:named]:
            streams.tell(usage.PASSED_OVER.format(file=inert(file.path), reason=reason)[lang])
        if left := len(alike) - named:
            streams.tell(usage.MORE_PASSED_OVER.format(n=left, reason=reason)[lang])


def _find(reading: Reading, defaults: Defaults) -> sources.Found:
    return sources.find(
        [path for source in reading.sources for path in expanded(source)],
        exclude=defaults.several("--exclude", reading.exclude).values,
        stdin=streams.read_input() if "-" in reading.sources else None,
        stdin_filename=reading.stdin_filename,
    )


def _period(judging: Judging, defaults: Defaults) -> Period | None:
    """The days that are due, as one place states them: the command line, or else variables."""
    if period := values.parse_period(judging.week, judging.first, judging.last):
        return period
    given = [defaults.one(option, None) for option in ("--week", "--from", "--to")]
    with stated_at(next((one.origin for one in given if one), "")):
        return values.parse_period(*(one.values[0] if one else None for one in given))


def _encoding(reading: Reading, defaults: Defaults) -> str | None:
    given = defaults.one("--encoding", reading.encoding)
    if given is None:
        return None
    with stated_at(given.origin):
        return check_encoding(given.values[0])


def _narrowed(
    pack: RulePack, ruling: Ruling, defaults: Defaults
) -> tuple[RulePack, tuple[str, ...]]:
    if not ruling.narrows:
        return pack, ()
    select = defaults.several("--select", ruling.select)
    ignore = defaults.several("--ignore", ruling.ignore)
    return pack.narrowed(select.values, ignore.values, (select.origin, ignore.origin))


def _assumptions(texts: Sequence[str], defaults: Defaults) -> tuple[Assumption, ...]:
    # What counts more comes later; of two for one field the later counts.
    places = reversed([*defaults.all_given("--assume", texts)])
    stated = (
        values.parse_assumption(given.origin, text) for given in places for text in given.values
    )
    return tuple({assumption.field: assumption for assumption in stated}.values())


def expanded(source: str) -> list[str]:
    """Name the files that a pattern stands for; what is none stands for itself."""
    # The command prompt of Windows leaves *.xlsx to the program.
    if glob.has_magic(source) and not Path(source).exists():
        return sorted(glob.glob(source)) or [source]  # noqa: PTH207 - may be an absolute path
    return [source]
