"""One function a field: any cell gives a value, `Outcome.NONE` or `Outcome.UNREAD`.

No function raises, whatever a cell holds, and a cell is understood only if all of its
text is. None of them expects a blank cell. The words stand in words.toml.
"""

from __future__ import annotations

from homework_check.normalise.values.classes import ClassReading, read_class
from homework_check.normalise.values.cleaning import clean, clean_name
from homework_check.normalise.values.content import SILENT, ContentReading, read_content
from homework_check.normalise.values.dates import (
    DateReading,
    YearHint,
    is_day_of_month,
    is_several_days,
    is_weekday,
    read_date,
    read_weekday,
)
from homework_check.normalise.values.durations import NO_TIMES, UNIT_OF, Unit
from homework_check.normalise.values.grades import read_grade
from homework_check.normalise.values.labels import (
    count_subjects,
    either_place,
    is_after_lessons,
    is_none,
    is_task,
    read_choice,
    read_form,
    read_layer,
    read_place,
    read_subject,
    read_yes_no,
)
from homework_check.normalise.values.minute_items import read_minute_items
from homework_check.normalise.values.minutes import LONGEST_TASK, maybe_hours, read_minutes
from homework_check.normalise.values.outcome import Outcome
from homework_check.normalise.values.packed import read_packed
from homework_check.normalise.values.row_labels import (
    is_breakdown,
    is_ditto,
    is_footer,
    is_mean,
    is_no_subject,
    is_of_more,
    is_part_head,
    is_total,
    is_total_by_ending,
    is_total_row,
)

__all__ = [
    "LONGEST_TASK",
    "NO_TIMES",
    "SILENT",
    "UNIT_OF",
    "ClassReading",
    "ContentReading",
    "DateReading",
    "Outcome",
    "Unit",
    "YearHint",
    "clean",
    "clean_name",
    "count_subjects",
    "either_place",
    "is_after_lessons",
    "is_breakdown",
    "is_day_of_month",
    "is_ditto",
    "is_footer",
    "is_mean",
    "is_no_subject",
    "is_none",
    "is_of_more",
    "is_part_head",
    "is_several_days",
    "is_task",
    "is_total",
    "is_total_by_ending",
    "is_total_row",
    "is_weekday",
    "maybe_hours",
    "read_choice",
    "read_class",
    "read_content",
    "read_date",
    "read_form",
    "read_grade",
    "read_layer",
    "read_minute_items",
    "read_minutes",
    "read_packed",
    "read_place",
    "read_subject",
    "read_weekday",
    "read_yes_no",
]
