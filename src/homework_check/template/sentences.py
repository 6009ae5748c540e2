"""What the form's guide says of the rules; the numbers are the rule pack's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homework_check.messages import template_guide as say
from homework_check.messages import words
from homework_check.model import Place
from homework_check.rules.kinds import TextRule
from homework_check.template.limits import day_limits, is_day_limit
from homework_check.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homework_check.rules.pack import RulePack
    from homework_check.settings import SchoolSystem
    from homework_check.template.limits import DayLimit

_USUAL_DAYS = ((1, 2, 3, 4, 5), (1, 2, 3, 4, 5, 6, 7))
_FOR_HOME = (Place.HOME,)


def rule_sentences(pack: RulePack, system: SchoolSystem) -> Text:
    """The limits on a class-day in sentences, then every other judging rule by its title."""
    by_ending: dict[Text, list[Text]] = {}
    for limit in day_limits(pack, system):
        by_ending.setdefault(_ending(limit), []).append(_sentence(limit, system))
    told = [
        say.BETWEEN.join(sentences) + say.END + ending for ending, sentences in by_ending.items()
    ]
    if told:
        told.append(say.RED)
    others = [
        rule.title.text()
        for rule in pack.rules
        if not is_day_limit(rule) and not isinstance(rule, TextRule)
    ]
    if others:
        told.append(say.FURTHER.format(titles=say.BETWEEN.join(others)))
    return words.SENTENCES.join(told)


def _sentence(limit: DayLimit, system: SchoolSystem) -> Text:
    form = say.FORMS.get(limit.forms, same(""))
    values = {
        "grades": _grades(limit.grades, system),
        "when": _days(limit.weekdays),
        "what": (say.FOR_HOME if limit.places == _FOR_HOME else say.HOMEWORK).format(form=form),
        "limit": same(words.number(limit.at_most)),
    }
    if limit.counted == "minutes":
        return say.MINUTES.format(**values)
    if limit.at_most:
        return say.ENTRIES.format(**values)
    sentence = say.NOT_SET.format(**values)
    return sentence + say.IN_SCHOOL if limit.places == _FOR_HOME else sentence


def _ending(limit: DayLimit) -> Text:
    """What is said once, after all limits on minutes that are counted alike."""
    if limit.counted == "entries":
        return same("")
    told = words.SENTENCES + say.ADDED_UP
    if limit.places not in {None, _FOR_HOME}:
        for place, name in say.PLACES.items():
            counts = place in (limit.places or ())
            # That work at home counts goes without saying.
            if not (counts and place is Place.HOME):
                told += (say.COUNTS if counts else say.DOES_NOT_COUNT).format(place=name)
    return told + say.END


def _grades(grades: Sequence[int], system: SchoolSystem) -> Text:
    """Name grades in runs: 一、二年级, 三至六年级, 初中（七至九年级）."""
    runs: list[list[int]] = []
    for grade in grades:
        if runs and runs[-1][-1] == grade - 1:
            runs[-1].append(grade)
        else:
            runs.append([grade])
    named = words.LIST.join(map(_run, runs))
    name = (say.GRADE if len(grades) == 1 else say.GRADES).format(grades=named)
    junior = [grade for grade in range(1, 10) if system.stage(grade) == "junior"]
    return say.JUNIOR.format(grades=name) if list(grades) == junior else name


def _run(run: Sequence[int]) -> Text:
    names = [Text(words.NUMERALS[grade], str(grade)) for grade in run]
    if len(names) < 3:
        return words.LIST.join(names)
    return say.TO.format(first=names[0], last=names[-1])


def _days(weekdays: tuple[int, ...]) -> Text:
    if weekdays in _USUAL_DAYS:
        return say.EVERY_DAY
    return say.ON.format(days=words.LIST.join(Text(*words.WEEKDAYS[d - 1]) for d in weekdays))
