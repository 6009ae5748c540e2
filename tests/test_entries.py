"""Entries of a table are kept by class and run, and come out as they were put in."""

from __future__ import annotations

import pickle
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from homework_check.log import Entries
from homework_check.model import Amount, Entry, Form, Remark, School, Work
from homework_check.table import Table

if TYPE_CHECKING:
    from homework_check.model import Location, Unit

TABLE = Table("log.xlsx", "Sheet1", "A1:H9", "list", (1,), ())
WORKS = (
    Work("H", Amount(200, 200), "语文", Form.WRITTEN),
    Work("H", Amount(0, 300), "数学"),
    Work("H", Amount(0, 0), none=True),
    Work("H", Amount(0, 0), reported=False),
)

units = st.tuples(
    st.sampled_from([School(None, "第一小学"), School(None, None, "log.xlsx")]),
    st.sampled_from([None, 3, 7]),
    st.sampled_from([None, (), ("1",), ("1", "2")]),
    st.sampled_from([None, date(2023, 9, 4), date(2023, 9, 5)]),
)
entries = st.lists(
    st.builds(
        Entry,
        st.just(TABLE),
        st.integers(2, 9),
        units,
        st.sampled_from(["", "口算", "练习册"]),
        st.sampled_from(WORKS),
        st.sampled_from([(), (Remark("blank-minutes"),)]),
        st.just(()),
    )
)


def said(entry: Entry) -> tuple[Unit, str, Location, tuple[Remark, ...], bool]:
    """All that an entry says; work is known by identity, which a pipe does not keep."""
    return entry.unit, entry.content, entry.location(), entry.problems, entry.work.is_homework


@given(entries)
def test_entries_come_out_in_the_order_in_which_they_were_put_in(each: list[Entry]) -> None:
    kept = Entries.of(TABLE, each)
    assert [*kept] == each == [kept[index] for index in range(len(kept))]
    assert kept[1:] == tuple(each[1:])
    assert [*kept.with_problems()] == [entry for entry in each if entry.problems]
    assert [*kept.unreported()] == [entry for entry in each if not entry.work.reported]
    assert kept.count_homework() == sum(entry.work.is_homework for entry in each)


@given(entries)
def test_entries_are_the_same_behind_a_pipe(each: list[Entry]) -> None:
    received = pickle.loads(pickle.dumps(Entries.of(TABLE, each)))  # noqa: S301 - its own
    assert [*map(said, received)] == [*map(said, each)]


def test_what_several_sources_say_alike_is_one_value_behind_a_pipe() -> None:
    unit = School(None, "第一小学"), 3, ("1",), date(2023, 9, 4)
    log = pickle.dumps(Entries.of(TABLE, [Entry(TABLE, 2, unit, "口算", WORKS[0])]))
    (one,), (other,) = pickle.loads(log), pickle.loads(log)  # noqa: S301 - its own
    assert one.work is other.work
    assert one.content is other.content
