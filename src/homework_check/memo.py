"""Each distinct thing is read or judged once: a log has few distinct dates, forms, amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

K = TypeVar("K")
T = TypeVar("T")

MOST: Final = 10_000
"""Results that a `LastingMemo` holds; a district's logs have fewer distinct contents."""

LONGEST: Final = 200
"""Characters of all texts of a key that one keeps: what it holds is some megabytes at most."""


class Memo(dict[K, T]):
    """Results of a function by its argument, worked out when first asked for."""

    def __init__(self, function: Callable[[K], T]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, key: K) -> T:
        result = self[key] = self._function(key)
        return result

    def all(self, keys: Iterable[K]) -> list[T]:
        """The results of `keys`, in their order."""
        return list(map(self.__getitem__, keys))


class LastingMemo(Memo[K, T]):
    """A memo for as long as the process lives: what a log says, the next one says as well.

    No source can fill the memory: it forgets all when it is full, and keeps no long texts.
    NOTE: 1, 1.0 and True are one key, so that none of its keys may be a logical value.
    """

    def __missing__(self, key: K) -> T:
        result = self._function(key)
        if (len(key) if isinstance(key, str) else _length(key)) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[key] = result
        return result


class Same(dict[K, K]):
    """The first of all equal things, looked up by any of them: few objects for many cells.

    A sheet whose rows are made of them takes less memory, and whatever looks at its columns a
    fraction of the time. 0 and 1 stay as they are: False, True, 0.0 and 1.0 are the same keys.
    """

    def __missing__(self, key: K) -> K:
        if key not in {0, 1}:
            self[key] = key
        return key

    def all(self, keys: Iterable[K]) -> list[K]:
        """What stands for each of `keys`, in their order."""
        return list(map(self.__getitem__, keys))


def _length(key: object) -> int:
    if isinstance(key, tuple):
        return sum(map(_length, key))
    return len(key) if isinstance(key, str) else 0
