"""The table [calendar] of a configuration file."""

from datetime import date, datetime, timedelta
from typing import Annotated, Any

from pydantic import AfterValidator, Field, model_validator

from homework_check.schooldays import Calendar, Period
from homework_check.toml.faults import fault
from homework_check.toml.model import Frozen

_LONGEST = 100
"""Days; no vacation is longer, but one with a mistyped year or month is."""


def _near(day: date) -> date:
    if not 2000 <= day.year <= 2100:
        raise fault("far_date")
    return day


Day = Annotated[date, Field(strict=True), AfterValidator(_near)]


class Span(Frozen):
    """The days from `first` to `last`, ends included; a single date stands for that day."""

    first: Annotated[Day, Field(alias="from")]
    last: Annotated[Day, Field(alias="to")]

    @model_validator(mode="before")
    @classmethod
    def _from_a_date(cls, value: Any) -> Any:
        if isinstance(value, date) and not isinstance(value, datetime):
            return {"from": value, "to": value}
        if not isinstance(value, dict):
            raise fault("not_days")
        return value

    @model_validator(mode="after")
    def _is_a_span(self) -> "Span":
        first, last = str(self.first), str(self.last)
        if self.last < self.first:
            raise fault("reversed_days", first=first, last=last)
        if (self.last - self.first).days >= _LONGEST:
            raise fault("long_span", first=first, last=last, most=str(_LONGEST))
        return self

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of the span."""
        return tuple(
            self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)
        )


class Days(Frozen):
    """Days off, makeup days, vacations, and a day of the first teaching week of each term."""

    days_off: tuple[Span, ...] = ()
    days_on: tuple[Span, ...] = ()
    vacations: tuple[Span, ...] = ()
    term_starts: tuple[Day, ...] = ()

    @model_validator(mode="after")
    def _no_day_is_both(self) -> "Days":
        both = _days_of(self.days_off) & _days_of(self.days_on)
        if both:
            raise fault("off_and_on", day=str(min(both)))
        return self

    def calendar(self) -> Calendar:
        """The public calendar with these days on top."""
        return Calendar(
            days_off=_days_of(self.days_off),
            days_on=_days_of(self.days_on),
            vacations=tuple(Period(span.first, span.last) for span in self.vacations),
            term_starts=tuple(sorted({Period.week_of(d).first for d in self.term_starts})),
        )


def _days_of(spans: tuple[Span, ...]) -> frozenset[date]:
    return frozenset(day for span in spans for day in span.days)
