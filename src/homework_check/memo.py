"""Each distinct thing is read or judged once: a log has few distinct dates, forms, amounts."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

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


def picker(kind: type, fields: tuple[str, ...]) -> Callable[[tuple[object, ...]], Any]:
    """A function that takes two or more fields out of a named tuple of `kind`, as a tuple."""
    names: tuple[str, ...] = kind._fields  # type: ignore[attr-defined]  # a named tuple's own
    return itemgetter(*map(names.index, fields))


class ByFields(Generic[T]):
    """Results of a function of some fields of a named tuple; tuples alike in them share one.

    `function` takes the fields by name.
    """

    def __init__(self, kind: type, fields: tuple[str, ...], function: Callable[..., T]) -> None:
        self._pick = picker(kind, fields)
        self._known: Memo[tuple[object, ...], T] = Memo(
            lambda values: function(**dict(zip(fields, values, strict=True)))
        )

    def __call__(self, items: Iterable[tuple[object, ...]]) -> list[T]:
        """The results of `items`, in their order."""
        return self._known.all(map(self._pick, items))
