"""Each distinct thing is read or judged once: a log has few distinct dates, forms, amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

K = TypeVar("K")
T = TypeVar("T")


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
