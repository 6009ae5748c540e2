"""The merged report for a terminal: verdict first, then counties, weeks, schools, aspects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.merge.submissions import count_merged
from homework_check.merge.tables import (
    aspects_table,
    counties_table,
    days_of,
    schools_table,
    weeks_table,
)
from homework_check.messages import lines as words
from homework_check.messages import merging as say
from homework_check.messages import notes, phrases
from homework_check.messages.report import (
    HEADINGS,
    counted,
    verdict_of_all,
)
from homework_check.messages.wrapping import wrap
from homework_check.reporters.headline import in_title, school_counts, schools_met
from homework_check.reporters.lines import Line, Span, paragraph, plain
from homework_check.reporters.lines import render as render_lines
from homework_check.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from homework_check.merge.model import MergedV1
    from homework_check.reporters.view import View
    from homework_check.text import Lang

_MOST_NAMES = 5


def render(merged: MergedV1, lang: Lang, view: View) -> str:
    """Write the merged report; `view.quiet` leaves one line of it."""
    width = max(view.width, 80) - 1
    sections = [_title(merged, lang, width)]
    if not view.quiet:
        sections[0] += [
            line for text in counts_of(merged) for line in paragraph(text[lang], width, "  ")
        ]
        sections += [
            counties_table(merged, lang, width),
            weeks_table(merged, lang, width),
            schools_table(merged, lang, width, everything=view.verbose),
            aspects_table(merged, lang, width),
            _notes(merged, lang, width, everything=view.verbose),
        ]
    lines: list[Line] = []
    for section in filter(None, sections):
        lines += [plain(), *section] if lines else section
    return render_lines(lines, color=view.color)


def _title(merged: MergedV1, lang: Lang, width: int) -> list[Line]:
    word = verdict_of_all(merged.standing, several=len(merged.schools) > 1)
    verdict = in_title(word, merged.settings.meets, lang)
    days = [day for r in merged.reports for day in (r.first, r.last) if day]
    about = [counted(len(merged.schools), "school")]
    about += [phrases.span(min(days), max(days))] if days else []
    told = "  ".join(text[lang] for text in about)
    head, *more = wrap(told, width, "  ", f"{verdict}  ")
    first = (Span(verdict, merged.standing.value), Span(head.removeprefix(verdict)))
    return [first, *map(plain, more)]


def counts_of(merged: MergedV1) -> Iterator[Text]:
    """Say how many schools are called what, what was not read, and where it all comes from."""
    counts = count_merged(merged.schools)
    if counts.due:
        yield schools_met(counts, of_roster=False)
        yield school_counts(counts)
    else:
        yield words.NOTHING_JUDGED
    if unread := sum(report.unread for report in merged.reports):
        yield words.FILES_UNREAD.format(files=counted(unread, "file"))
    yield say.MERGED.format(n=len(merged.reports))


def notes_of(merged: MergedV1) -> list[Text]:
    """Say what the numbers are, by which rules they were judged, and where to look next."""
    pack = merged.rule_pack
    title = Text(phrases.inert(pack.title.zh), phrases.inert(pack.title.en))
    told = [notes.ESTIMATES, say.RULES.format(title=title, id=phrases.inert(pack.id))]
    if merged.settings.ignored:
        ignored = [same(phrases.inert(rule)) for rule in merged.settings.ignored]
        told.append(say.IGNORED.format(rules=phrases.joined(ignored)))
    return [*told, *_assumptions(merged), say.DETAILS]


def assumed(assumptions: Iterable[str]) -> Text:
    """Say what was taken for granted, each a field and its value: ``place=home``."""
    return phrases.joined([phrases.assumed(*each.partition("=")[::2]) for each in assumptions])


def _assumptions(merged: MergedV1) -> Iterator[Text]:
    """What was taken for granted in all reports, and what in some of them only."""
    by_reports: dict[tuple[str, ...], list[str]] = {}
    for each in merged.settings.assumptions:
        paths = tuple(r.path for r in merged.reports if each in r.assumptions)
        by_reports.setdefault(paths, []).append(each)
    for paths, of_these in by_reports.items():
        if len(paths) == len(merged.reports):
            yield say.ASSUMED.format(assumed=assumed(of_these))
            continue
        yield say.ASSUMED_IN_SOME.format(
            reports=counted(len(paths), "report"),
            assumed=assumed(of_these),
            files=_first(paths),
        )


def _first(paths: Sequence[str]) -> Text:
    """The first of some reports; a workbook says it of each."""
    listed = phrases.joined([same(phrases.inert(path)) for path in paths[:_MOST_NAMES]])
    return Text(f"{listed.zh}等", f"{listed.en} ...") if paths[_MOST_NAMES:] else listed


def _notes(merged: MergedV1, lang: Lang, width: int, *, everything: bool) -> list[Line]:
    told = [*notes_of(merged), *(_reports(merged) if everything else ())]
    lines = [plain(HEADINGS["notes"][lang], "heading")]
    for note in told:
        lines += paragraph(note[lang], width, "    ", "  - ", style="note")
    return lines


def _reports(merged: MergedV1) -> Iterator[Text]:
    for report in merged.reports:
        yield say.REPORT.format(
            file=phrases.inert(report.path),
            schools=counted(report.schools, "school"),
            span=days_of(report.first, report.last),
            at=phrases.inert(report.generated_at),
        )
