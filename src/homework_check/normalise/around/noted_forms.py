"""What a note on a table says of the form of its homework: of all of it, or of some subjects."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from homework_check.model import Form
from homework_check.normalise.values.cleaning import fold, squeeze
from homework_check.normalise.values.note_cases import OTHER_FORM
from homework_check.normalise.values.words import AFFIXES, meanings, sections
from homework_check.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLAUSE: Final = late_pattern(r"[,;。!()\n]|(?:^|(?<=[ :。;]))[0-9一二三四五六][、.]")
_OF_ALL: Final = late_pattern(
    r"(?:备?注|附注|说明)?:?"
    r"(?P<all>以上|以下|上述|上表|表[中内]|本表|所有|全部)?(?:各科|各项|所有|全部)?(?:的?家庭)?(?:作业)?"
    r"(?:预计|完成)?(?:时间|时长|用时|数据|内容)?"
    r"(?:(?P<each>均|都|全部?|一律)[为是]?|[为是]|[只仅](?:登记|统计|填写?|记录?|含))"
    r"(?P<form>书面|笔头|(?:非书面|口头|实践)(?:[或和及与、]?(?:口头|实践))*)(?:性|类|家庭)?(?:作业)?(?:的?(?:预计|完成)*(?:时间|时长|用时))?"
)
_EXCEPTED: Final = late_pattern(
    rf"(?:为|是|属|系|含|包括|其中|只有|均|都).*{OTHER_FORM}"
    "|[不未](?:计|算|列|在|占)|另计|另算|除外|例外"
)
"""Says that some of the work is of another form, or does not count."""

_WRITTEN: Final = frozenset({"书面", "笔头"})
_FORMS: Final = ("书面", "笔头", "口头", "实践")
_LEFT_OUT: Final = late_pattern("^(?:不[含包计]|未[含计]|另)")


def noted_form(text: str) -> Form | None:
    """The form that a note gives for all homework of its table: 以上均为书面作业.

    None where it speaks of another form as well, but to say that it is left out.
    """
    forms: set[Form] = set()
    # Most lines have no such word, and the patterns are long.
    for clause in _clauses(text) if any(word in text for word in _FORMS) else ():
        found = _OF_ALL.fullmatch(clause)
        if found and (found["all"] or found["each"]):
            forms.add(Form.WRITTEN if found["form"] in _WRITTEN else Form.OTHER)
        elif _speaks_of_forms().search(clause) and not _LEFT_OUT.search(clause):
            return None
    return forms.pop() if len(forms) == 1 else None


def excepted_subjects(text: str) -> frozenset[str]:
    """The subjects of which a note says that some work is not written, or does not count."""
    clauses = [*_clauses(text)]
    if not any(map(_EXCEPTED.search, clauses)):
        return frozenset()
    known = meanings("subject")
    subjects: set[str] = set()
    excepted: set[str] = set()
    for clause in clauses:
        subjects = {known[word] for word in _names().findall(clause)} or subjects
        if _EXCEPTED.search(clause):
            excepted |= subjects
    return frozenset(excepted)


def _clauses(text: str) -> Iterator[str]:
    return filter(None, (squeeze(part).strip("*※ ") for part in _CLAUSE.split(fold(text))))


@cache
def _names() -> re.Pattern[str]:
    """Names of subjects, of more than one character."""
    subjects = sections()["subject"]
    words = (word for key in subjects if key not in AFFIXES for word in subjects[key] if word[1:])
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))


@cache
def _speaks_of_forms() -> re.Pattern[str]:
    return re.compile(f"{OTHER_FORM}|书面|笔头|{_names().pattern}")
