"""Schools whose names may be two ways to write one: told, and never joined."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from homework_check.checker.reading.wording import About, reading_finding
from homework_check.expected import may_be_county
from homework_check.messages import phrases
from homework_check.model import Location, plain_name
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homework_check.checker.classdays.gathered import Gathered
    from homework_check.model import School
    from homework_check.report import Finding

_REGION: Final = late_pattern(
    "(?P<region>(?:[一-鿿]{2,7}?[省市区县旗])*)(?P<name>[^省市区县旗]{2,}(?:小学|中学|学校).*)"
)
_DIGITS: Final = str.maketrans("一二三四五六七八九", "123456789")


def find_alike_schools(gathered: Gathered) -> Iterator[Finding]:
    """One finding for each name that is another's but for a region before it, or for numerals.

    港北区第一小学 may be 第一小学 and 第1小学; 城关镇第一小学 is often another school. For logs
    of which no roster says what the schools are called.
    """
    sources = _sources(gathered)
    groups: dict[str, list[School]] = defaultdict(list)
    for school in sources:
        if school.name is not None:
            groups[_parts(school)[1]].append(school)
    for schools in groups.values():
        for at, school in enumerate(schools):
            before = next((one for one in schools[:at] if _may_be_one(one, school)), None)
            if before:
                yield _finding(before, school, sources)


def _sources(gathered: Gathered) -> dict[School, str]:
    """The first source of each school."""
    found: dict[School, str] = {}
    for log in gathered.classes:
        found.setdefault(log.key.school, log.tables[0].of.table.source)
    for entry in gathered.homeless:
        found.setdefault(entry.school, entry.table.source)
    return found


def _parts(school: School) -> tuple[str | None, str]:
    """The region that a name begins with, if it does, and the name as it is compared."""
    plain = plain_name(school.name or "")
    found = _REGION.fullmatch(plain)
    region, name = (found["region"], found["name"]) if found else ("", plain)
    return region or None, name.translate(_DIGITS)


def _may_be_one(one: School, other: School) -> bool:
    """Whether neither the regions in two names nor the counties keep them apart."""
    places = [place for school in (one, other) for place in (_parts(school)[0], school.county)]
    return all(may_be_county(a, b) for a in places[:2] for b in places[2:])


def _finding(before: School, school: School, sources: dict[School, str]) -> Finding:
    files = [sources[before], sources[school]]
    values = {
        "value1": phrases.quote(before.name or ""),
        "value2": phrases.quote(school.name or ""),
        "file1": phrases.inert(files[0]),
        "file2": phrases.inert(files[1]),
    }
    where = tuple(map(Location, dict.fromkeys(reversed(files))))
    return reading_finding("context-mismatch", "schools", values, About(school), where)
