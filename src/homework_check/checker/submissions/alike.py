"""Names that the roster has not, and those on it that they may be meant for: never joined."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from homework_check.handed_in import Alike, with_county
from homework_check.model import School, plain_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from homework_check.expected import ExpectedSchool, Roster

_MOST_OF_A_NAME: Final = 0.65


class Near(NamedTuple):
    """A school or a file that the roster does not name, and schools there it may be of."""

    stranger: School
    schools: tuple[School, ...]

    @property
    def told(self) -> Alike:
        """The names, with the counties where they alone tell two schools apart."""
        name = str(self.stranger.name)
        names = [name, *(str(school.name) for school in self.schools)]
        by_county = len({*names}) < len(names)
        named = [with_county(school) if by_county else str(school.name) for school in self.schools]
        return Alike(with_county(self.stranger) if by_county else name, tuple(named))


def find_near(
    roster: Roster,
    expected: Mapping[School, ExpectedSchool],
    strangers: Iterable[School],
    of_files: Mapping[str, School | None],
    lost: Sequence[School],
) -> Iterator[Near]:
    """Names and files that are not joined with the school of the roster they may be meant for."""
    called = {own: school for school, own in expected.items()}
    for school in strangers:
        if school.name is not None:
            near = roster.alike(school.name, school.county)
            yield Near(school, tuple(called[own] for own in near))
    nameless = [str(school.source) for school in strangers if school.name is None]
    unread = [path for path, named in of_files.items() if named is None]
    for path in (*nameless, *unread):
        text = plain_name(PurePosixPath(path).name)
        found = [s for s in lost if _is_mostly_in(plain_name(str(s.name)), text)]
        yield Near(School(None, path), tuple(found))


def _is_mostly_in(name: str, text: str) -> bool:
    if name[:2] not in text:
        return False
    matching = SequenceMatcher(None, name, text, autojunk=False).get_matching_blocks()
    return sum(block.size for block in matching) >= _MOST_OF_A_NAME * len(name)


def candidates_of(lost: Iterable[School], alike: Iterable[Near]) -> dict[School, tuple[str, ...]]:
    """The names that may stand for each school of which nothing came."""
    found: dict[School, list[str]] = defaultdict(list)
    for near in alike:
        for school in near.schools:
            found[school].append(near.told.name)
    return {school: tuple(found[school]) for school in lost if school in found}
