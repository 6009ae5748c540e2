from __future__ import annotations

import pytest

from homework_check.normalise.values import (
    is_footer,
    is_no_subject,
    is_total,
    is_total_by_ending,
    is_total_row,
)


@pytest.mark.parametrize(
    "text",
    [
        "合计",
        "总计",
        "小计",
        "共计",
        "累计",
        "总时长",
        "总用时",
        "平均",
        "当日合计",
        "合计（分钟）",
        "合计(min)",
        "本周合计",
        "当日总时长",
        "周一合计",
        "合计：",
        "合计：75分钟",
        "Total",
        "合 计",
        "书面作业合计",
        "合计用时（分钟）",
        "一天合计",
        "三科合计",
        "语数英合计",
        "全部合计",
        "9月4日合计",
        "三（1）班合计",
        "三年级平均",
        "Daily total",
        "Grand total",
        "总分钟",
        "共",
        "总",
        "均值",
        "班均",
        "年级均值",
        "三年级平均时长",
        "预计总完成时间",
        "预计完成总时间",
        "预计完成总时长",
        "完成作业总时间",
        "总作业时长",
        "预计合计",
        "口头合计",
        "实际总用时",
    ],
)
def test_is_total(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize(
    "text",
    [
        "合计算术",
        "计算合计练习",
        "平均数练习",
        "平均完成时间",
        "总复习",
        "语文",
        "合",
        "",
        "75",
        "合计见下页",
        "求平均",
        "学生总结",
        "总完成",
        "作业总量",
        "共同阅读",
        "总结",
        "共30分钟",
        "全校各年级合计",
        "王老师合计",
        "Find the total",
    ],
)
def test_is_no_total(text: str) -> None:
    assert not is_total(text)


@pytest.mark.parametrize(
    "text", ["合计", "作业总量", "全校各年级合计", "王老师合计", "本栏合计：61", "低段平均"]
)
def test_is_total_row(text: str) -> None:
    assert is_total_row(text)


@pytest.mark.parametrize(
    ("text", "by_ending"),
    [
        ("口算总计", True),
        ("王老师合计", True),
        ("作业总量", False),
        ("三科人均", False),
        ("合计", False),
        ("总", False),
        ("语文", False),
    ],
)
def test_known_as_a_total_by_its_ending(text: str, *, by_ending: bool) -> None:
    assert is_total_by_ending(text) is by_ending


@pytest.mark.parametrize(
    "text", ["语文", "合计见下页", "1.口算。2.小计", "平均数", "统计", "三（1）班"]
)
def test_is_no_total_row(text: str) -> None:
    assert not is_total_row(text)


@pytest.mark.parametrize(
    "text",
    ["人数", "班级人数", "上限", "时间上限（分钟）", "标准", "超时", "超时分钟数", "Daily limit",
     "班额", "学生数", "总人数", "实到", "缺勤", "教室", "楼层", "完成率", "达标率", "平均分",
     "总分", "满意度", "批改数", "问卷数", "等级", "语文题量", "交作业人数", "数学限时"],
)  # fmt: skip
def test_is_no_subject(text: str) -> None:
    assert is_no_subject(text)


@pytest.mark.parametrize("text", ["围棋", "语文", "奥数", "国学", "Robotics", ""])
def test_may_be_a_subject(text: str) -> None:
    assert not is_no_subject(text)


@pytest.mark.parametrize(
    "text",
    [
        "填表人：",
        "填表人: 张三",
        "填表人　张三",
        "审核人：",
        "制表",
        "制表：",
        "班主任签字：",
        "班主任签字",
        "教导处",
        "教导处：",
        "备注：无",
        "注：本表每周公示",
        "注1：本表每周公示",
        "说明：时长为预计",
        "填报日期：2023年9月8日",
        "填表时间:",
        "学校（盖章）",
        "校长：",
        "审核人：____",
        "※ 注：",
    ],
)
def test_is_footer(text: str) -> None:
    assert is_footer(text)


@pytest.mark.parametrize(
    "text",
    [
        "学校：城北小学",
        "单位：分钟",
        "备注",
        "说明文阅读",
        "注意书写",
        "班主任",
        "任课教师",
        "语文",
        "学生",
        "填报日期",
        "",
    ],
)
def test_is_no_footer(text: str) -> None:
    assert not is_footer(text)
