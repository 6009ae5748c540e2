"""What a roster says under 学制: a school system, or the years of a school that settle one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homework_check.config.names import system_named
from homework_check.patterns import late_pattern
from homework_check.settings import SchoolSystem

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIX: Final = (SchoolSystem.SIX_THREE,)
_FIVE: Final = (SchoolSystem.FIVE_FOUR, SchoolSystem.FIVE_FOUR_PREPARATORY)
_BY_YEARS: Final[Mapping[str, tuple[SchoolSystem, ...]]] = {
    "六": _SIX,
    "五": _FIVE,
    "四": _FIVE,
    "三": (SchoolSystem.SIX_THREE, SchoolSystem.FIVE_FOUR_PREPARATORY),
}
"""By the years of a primary or junior high school the systems that have such schools."""

_DIGITS: Final = str.maketrans("3456", "三四五六")
_BESIDE: Final = late_pattern(r"[\s·.+/—–“”\"'-]")
_PAIR: Final = late_pattern("六三|五四")
_YEARS: Final = late_pattern(r"(?<![十\d])([三四五六])年(?!级)")


def system_of(text: str, usual: SchoolSystem) -> SchoolSystem | None:
    """The system of a school; `usual` is that of the run. None: the text does not settle it.

    六年制 is only in 6-3, 五年制 and 四年制 are in both that count grade 6 as junior high: of
    several that fit the usual one is taken, else the first. 九年一贯制 fits all.
    """
    if (named := system_named(text)) is not None:
        return named
    plain = _BESIDE.sub("", text.translate(_DIGITS))
    pairs = set(_PAIR.findall(plain))
    if len(pairs) == 1:
        return system_named("五四预备" if "预备" in plain else pairs.pop())
    years = _YEARS.findall(plain)
    fitting = [own for own in SchoolSystem if years and all(own in _BY_YEARS[n] for n in years)]
    return usual if usual in fitting else next(iter(fitting), None)
