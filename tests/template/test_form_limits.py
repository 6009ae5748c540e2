from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from homework_check.rules.data import data_of, rule_of
from homework_check.rules.load import DEFAULT_PACK, load_pack
from homework_check.settings import SchoolSystem
from homework_check.template.columns import validations
from homework_check.template.limits import day_limits, grades_of
from homework_check.template.over import formula
from homework_check.template.sentences import rule_sentences

if TYPE_CHECKING:
    from homework_check.rules.pack import RulePack

PACK = load_pack(DEFAULT_PACK)
SIX_THREE, FIVE_FOUR = SchoolSystem.SIX_THREE, SchoolSystem.FIVE_FOUR
RED = "同一班同一天的作业超过上限时，这几行变红。"
SAME_DAY = "$A$5:$A$304,$A5,$B$5:$B$304,$B5,$C$5:$C$304,$C5"
FILLED = '$E$5:$E$304,"<>无",$E$5:$E$304,"<>"'


def pack_with(**changed: Any) -> RulePack:
    """The pack with one rule, for grades 3 to 6, that says something else."""
    rule = next(rule for rule in PACK.rules if rule.id == "upper-primary-daily-minutes")
    other = rule_of(data_of(rule) | {"cases": []} | changed)
    return replace(PACK, rules=(other,))


@pytest.mark.parametrize(
    ("system", "grades"),
    [
        (SIX_THREE, [(1, 2), (3, 4, 5, 6), (7, 8, 9)]),
        (FIVE_FOUR, [(1, 2), (3, 4, 5), (6, 7, 8, 9)]),
    ],
)
def test_the_school_system_says_which_limit_a_grade_has(
    system: SchoolSystem, grades: list[tuple[int, ...]]
) -> None:
    limits = day_limits(PACK, system)
    assert [limit.grades for limit in limits] == grades
    assert [limit.at_most for limit in limits] == [0, 60, 90]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            {},
            "三至六年级每天书面作业合计不超过60分钟。各科加在一起算，在学校做的也算，上课时做的不算。",
        ),
        ({"at_most": 45.5, "select": {}}, "三至六年级每天作业合计不超过45.5分钟。各科加在一起算。"),
        (
            {"at_most": {3: 30, 4: 40, 5: 40, 6: 60}},
            (
                "三年级每天书面作业合计不超过30分钟；四、五年级每天书面作业合计不超过40分钟；"
                "六年级每天书面作业合计不超过60分钟。各科加在一起算，在学校做的也算，上课时做的不算。"
            ),
        ),
        (
            {"scope": {"grades": [1, 2, 3, 7], "weekdays": [1, 5]}, "select": {"place": ["home"]}},
            "一至三、七年级周一、周五家庭作业合计不超过60分钟。各科加在一起算。",
        ),
        (
            {"select": {"place": ["school", "lesson"]}},
            (
                "三至六年级每天作业合计不超过60分钟。"
                "各科加在一起算，在家做的不算，在学校做的也算，上课时做的也算。"
            ),
        ),
        (
            {"counted": "entries", "at_most": 3, "select": {"form": ["other"]}},
            "三至六年级每天非书面作业不超过3项。",
        ),
        ({"counted": "entries", "at_most": 0, "select": {}}, "三至六年级不布置作业。"),
    ],
)
def test_the_guide_says_what_the_pack_says(changed: dict[str, Any], told: str) -> None:
    assert rule_sentences(pack_with(**changed), SIX_THREE).zh == told + RED


@pytest.mark.parametrize("changed", [{"unit": "class-week"}, {"scope": {"subjects": ["日语"]}}])
def test_other_rules_are_told_by_their_titles(changed: dict[str, Any]) -> None:
    pack = pack_with(**changed)
    assert day_limits(pack, SIX_THREE) == ()
    assert rule_sentences(pack, SIX_THREE).zh == "另外：小学三至六年级每天不超过60分钟。"


def test_the_guide_of_the_usual_pack() -> None:
    assert rule_sentences(PACK, FIVE_FOUR).en == (
        "Grades 1, 2: no written work for home; suitable exercises may be done in school. "
        "Grades 3-5: written homework, at most 60 min a day; Junior high (Grades 6-9): written "
        "homework, at most 90 min a day. All subjects are added up; work in school counts; work "
        "in lessons does not count. The rows of a class and day over a limit turn red. Also: "
        "homework is marked by the teacher; homework is posted in school; every class reports each "
        "school day."
    )


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (
            {"at_most": 45, "select": {}, "scope": {"grades": [3]}},
            f'AND(OR($A5="三年级"),SUMIFS($H$5:$H$304,{SAME_DAY})>45)',
        ),
        (
            {
                "select": {"form": ["written"], "place": ["home", "school"]},
                "scope": {"grades": [3, 4], "weekdays": [5]},
            },
            (
                'AND(OR($A5="三年级",$A5="四年级"),OR(WEEKDAY($C5,2)=5),'
                f'SUMIFS($H$5:$H$304,{SAME_DAY},$F$5:$F$304,"书面",$G$5:$G$304,"家庭")+'
                f'SUMIFS($H$5:$H$304,{SAME_DAY},$F$5:$F$304,"书面",$G$5:$G$304,"学校")>60)'
            ),
        ),
        (
            {
                "counted": "entries",
                "at_most": 2,
                "select": {"choice": ["optional"]},
                "scope": {"grades": [3]},
            },
            (f'AND(OR($A5="三年级"),COUNTIFS({SAME_DAY},$I$5:$I$304,"选做",{FILLED})>2)'),
        ),
    ],
)
def test_what_turns_red(changed: dict[str, Any], expected: str) -> None:
    (limit,) = day_limits(pack_with(**changed), SIX_THREE)
    assert formula(limit, "zh") == expected


@pytest.mark.parametrize(
    ("changed", "grades"),
    [
        ({}, (3, 4, 5, 6)),
        ({"at_most": {5: 60}}, (5,)),
        ({"scope": {"grades": [9, 10, 11]}}, (9,)),
        ({"scope": {"stage": "senior"}}, tuple(range(1, 10))),
    ],
)
def test_the_grades_to_choose_from(changed: dict[str, Any], grades: tuple[int, ...]) -> None:
    assert grades_of(pack_with(**changed), SIX_THREE) == grades


def test_subjects_that_rules_name_can_be_chosen_as_far_as_a_list_holds_them() -> None:
    pack = pack_with(scope={"subjects": ["日语", "语文", '"武术"', "长" * 250]})
    subjects = next(v for v in validations(pack, SIX_THREE, "zh") if str(v.sqref)[0] == "D")
    assert str(subjects.formula1).startswith('"语文,数学,')
    assert str(subjects.formula1).endswith(',心理健康,日语,""武术"""')
