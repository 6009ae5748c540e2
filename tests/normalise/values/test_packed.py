from __future__ import annotations

import pytest

from homework_check.model import Amount
from homework_check.normalise.values import read_packed


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("语20 数15 英10", {"语文": 20, "数学": 15, "英语": 10}),
        ("语２０　数１５　英１０", {"语文": 20, "数学": 15, "英语": 10}),
        ("语20数15英10", {"语文": 20, "数学": 15, "英语": 10}),
        ("语32/数45/英38/理27", {"语文": 32, "数学": 45, "英语": 38, "物理": 27}),
        ("语文20分钟、数学15分钟", {"语文": 20, "数学": 15}),
        ("语文20分，数学约15分。", {"语文": 20, "数学": 15}),
        ("语文：20；数学：10-15", {"语文": 20, "数学": 15}),
        ("语文（20分钟）数学（1小时）", {"语文": 20, "数学": 60}),
        ("语文20\n数学15", {"语文": 20, "数学": 15}),
        ("道法10 体育0", {"道德与法治": 10, "体育与健康": 0}),
        ("语文20", {"语文": 20}),
        ("语20+数15+英10=45", {"语文": 20, "数学": 15, "英语": 10}),
        ("语文20分钟、数学15分钟，共35分钟。", {"语文": 20, "数学": 15}),
        ("语20 数15（合计：35）", {"语文": 20, "数学": 15}),
    ],
)
def test_each_subject_has_its_minutes(text: str, minutes: dict[str, int]) -> None:
    expected = tuple((subject, Amount(n * 10, n * 10)) for subject, n in minutes.items())
    assert read_packed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "20",
        "语文",
        "语20 数",
        "语文20页",
        "语20 合计35",
        "语20+数15=45",
        "=20",
        "语20=20=20",
        "语1.5",
        "围棋20",
        "语文第20课",
        "语20.5.1",
    ],
)
def test_not_wholly_subjects_and_minutes(text: str) -> None:
    assert read_packed(text) is None
