"""The merged report as a workbook: one table of counties, of weeks and of schools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.merge.tables import called, days_of, name_of, worst_first
from homework_check.merge.text import assumed, counts_of, notes_of
from homework_check.messages import merging as say
from homework_check.messages import phrases
from homework_check.messages.report import (
    VERDICTS,
    aspect_name,
    permille,
    unit_name,
    verdict_of_all,
)
from homework_check.messages.report_cover import TITLE
from homework_check.messages.report_sheets import COLUMNS, NONE, SHEETS
from homework_check.model import Verdict
from homework_check.reporters.text.tables import by_aspect
from homework_check.reporters.xlsx import saved_report
from homework_check.reporters.xlsx.sheet import Cell, Column, Look, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from homework_check.merge.model import MergedV1
    from homework_check.reporters.xlsx.sheet import NumberFormat, Row, Value
    from homework_check.rollup import SchoolCounts
    from homework_check.tally import Tally
    from homework_check.text import Lang, Text

_COUNTS = ("judged", "kept", "broken", "undecided", "rate")
_LOOKS = {
    Verdict.KEPT: Look.PLAIN,
    Verdict.BROKEN: Look.BROKEN,
    Verdict.UNDECIDED: Look.UNDECIDED,
}


def render(merged: MergedV1, lang: Lang) -> bytes:
    """Write the merged report as a workbook; its days are those of the reports added."""
    sheets = (
        _cover(merged, lang), _counties(merged, lang), _weeks(merged, lang),
        _schools(merged, lang), _reports(merged, lang),
    )  # fmt: skip
    return saved_report([s for s in sheets if s.rows], lang, merged.generated_at)


def _cover(merged: MergedV1, lang: Lang) -> Sheet:
    word = verdict_of_all(merged.standing, several=len(merged.schools) > 1)
    head = [Cell(COLUMNS[name][lang], Look.HEAD) for name in ("aspect", "unit", *_COUNTS)]
    rows: list[Row] = [
        [Cell(TITLE[lang], Look.TITLE, span=len(head))],
        [Cell(COLUMNS["verdict"][lang], Look.LABEL),
         Cell(word[lang], _LOOKS[merged.standing], span=len(head) - 1)],
        *([Cell(text[lang], span=len(head))] for text in counts_of(merged)),
        head,
        *(_aspect_row(tally, lang) for tally in by_aspect(merged.tallies)),
        *([Cell(text[lang], span=len(head))] for text in notes_of(merged)),
    ]  # fmt: skip
    columns = tuple(Column("", width=14) for _ in head)
    return Sheet(SHEETS["verdict"][lang], columns, rows, is_table=False)


def _aspect_row(tally: Tally, lang: Lang) -> Row:
    values = zip(_COUNTS, _values(tally, lang), strict=True)
    return [
        aspect_name(tally.aspect)[lang],
        unit_name(tally.unit)[lang],
        *(Cell(value, number_format=_number_format(name)) for name, value in values),
    ]


def _counties(merged: MergedV1, lang: Lang) -> Sheet:
    groups = [
        (phrases.inert(c.county) if c.county else say.NO_COUNTY[lang], c.schools, c.tallies)
        for c in merged.counties
    ]
    return _grouped(merged, lang, (say.COUNTIES, say.COUNTY), groups)


def _weeks(merged: MergedV1, lang: Lang) -> Sheet:
    groups = [(days_of(w.first, w.last)[lang], w.schools, w.tallies) for w in merged.weeks]
    return _grouped(merged, lang, (say.WEEKS, say.WEEK), groups)


def _grouped(
    merged: MergedV1,
    lang: Lang,
    titles: tuple[Text, Text],
    groups: Sequence[tuple[str, SchoolCounts, tuple[Tally, ...]]],
) -> Sheet:
    """A row a group; none if there is only one."""
    others = [why for why in say.OTHERS if any(getattr(counts, why) for _, counts, _ in groups)]
    columns = (
        Column(titles[1][lang]),
        Column(say.SCHOOLS[lang], "number"),
        *(Column(COLUMNS[name][lang], "number") for name in _COUNTS[1:-1]),
        *(Column(say.OTHERS[why][lang], "number") for why in others),
        Column(COLUMNS["rate"][lang], "share"),
        *_aspect_columns(merged, lang),
    )
    rows = [
        [name, of.due, of.kept, of.broken, of.undecided, *(getattr(of, why) for why in others),
         permille(of.kept, of.due) / 1000 if of.due else NONE[lang],
         *_of_aspects(merged, tallies, lang)]
        for name, of, tallies in groups
    ] if len(groups) > 1 else []  # fmt: skip
    return Sheet(titles[0][lang], columns, rows, frozen=1)


def _schools(merged: MergedV1, lang: Lang) -> Sheet:
    columns = (
        Column(COLUMNS["number"][lang], "number"), Column(COLUMNS["county"][lang]),
        Column(COLUMNS["school"][lang], widest=24), Column(COLUMNS["verdict"][lang]),
        Column(say.PERIODS[lang], "number"), Column(COLUMNS["classes"][lang], "number"),
        *_aspect_columns(merged, lang),
    )  # fmt: skip
    rows: list[Row] = [
        [number, phrases.inert(s.county) if s.county else None,
         name_of(s, lang, with_county=False), Cell(called(s)[lang], _LOOKS[s.standing]),
         len(s.periods), s.class_count, *_of_aspects(merged, s.tallies, lang)]
        for number, s in enumerate(worst_first(merged.schools), 1)
    ]  # fmt: skip
    return Sheet(SHEETS["schools"][lang], columns, rows, frozen=3)


def _reports(merged: MergedV1, lang: Lang) -> Sheet:
    columns = (
        Column(COLUMNS["file"][lang]), Column(say.DAYS[lang]), Column(COLUMNS["verdict"][lang]),
        Column(say.SCHOOLS[lang], "number"), Column(say.UNREAD[lang], "number"),
        Column(say.ASSUMPTIONS[lang]), Column(say.MADE_AT[lang]),
    )  # fmt: skip
    rows: list[Row] = [
        [phrases.inert(r.path), days_of(r.first, r.last)[lang],
         Cell(VERDICTS[r.verdict][lang], _LOOKS[r.verdict]), r.schools, r.unread,
         assumed(r.assumptions)[lang] or None, phrases.inert(r.generated_at)]
        for r in merged.reports
    ]  # fmt: skip
    return Sheet(say.ALL_REPORTS[lang], columns, rows, frozen=1)


def _aspect_columns(merged: MergedV1, lang: Lang) -> Iterator[Column]:
    for tally in by_aspect(merged.tallies):
        for name in _COUNTS:
            yield Column(COLUMNS[name][lang], _number_format(name), aspect_name(tally.aspect)[lang])


def _of_aspects(merged: MergedV1, tallies: Iterable[Tally], lang: Lang) -> Iterator[Value]:
    own = {(t.aspect, t.unit): t for t in by_aspect(tallies)}
    for tally in by_aspect(merged.tallies):
        found = own.get((tally.aspect, tally.unit))
        yield from _values(found, lang) if found else [NONE[lang]] * len(_COUNTS)


def _values(tally: Tally, lang: Lang) -> tuple[Value, ...]:
    rate = permille(tally.kept, tally.judged) / 1000 if tally.judged else NONE[lang]
    return tally.judged, tally.kept, tally.broken, tally.undecided, rate


def _number_format(name: str) -> NumberFormat:
    return "share" if name == "rate" else "number"
