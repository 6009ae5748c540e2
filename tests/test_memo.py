from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from homework_check.memo import LONGEST, MOST, LastingMemo, Memo, Same

TEXTS = st.text(max_size=5)
KEYS = st.one_of(TEXTS, st.integers(), st.tuples(TEXTS, st.integers(), st.tuples(TEXTS)))


@given(st.lists(KEYS))
def test_a_memo_gives_what_its_function_gives(keys: list[object]) -> None:
    assert Memo(repr).all(keys) == LastingMemo(repr).all(keys) == list(map(repr, keys))


def test_a_lasting_memo_stays_small_and_true() -> None:
    memo = LastingMemo(str)
    keys = range(2 * MOST + 5)
    assert memo.all(keys) == list(map(str, keys))
    assert len(memo) <= MOST


@given(st.integers(0, 3), st.integers(LONGEST - 3, LONGEST + 3))
def test_a_lasting_memo_keeps_no_long_texts(other: int, length: int) -> None:
    memo = LastingMemo(repr)
    key = ("a" * length, 1, ("b" * other,))
    assert memo[key] == memo[key] == repr(key)
    assert (key in memo) == (length + other <= LONGEST)


def test_the_first_of_equal_things_stands_for_the_others() -> None:
    same: Same[object] = Same()
    first, later = (f"语{end}" for end in ("文", "文"))
    assert same.all([first, later])[1] is first
    assert list(map(repr, same.all([True, 1, 1.0, 0, False, 0.0, 2.0, 2]))) == [
        *("True", "1", "1.0", "0", "False", "0.0", "2.0", "2.0"),
    ]
