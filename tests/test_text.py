"""Texts in two languages, and those that are put into words late."""

from __future__ import annotations

from homework_check.text import LateText, Text, natural


def test_texts_are_put_together_language_by_language() -> None:
    first, second = Text("甲", "a"), Text("乙", "b")
    assert first + second == Text("甲乙", "ab")
    assert Text("、", ", ").join(iter([first, second])) == Text("甲、乙", "a, b")
    assert Text("、", ", ").join([]) == Text("", "")


def test_a_late_text_is_put_into_words_when_it_is_looked_at() -> None:
    asked: list[str] = []

    def words() -> Text:
        asked.append("asked")
        return Text("超{n}分钟", "{n} min over")

    late = LateText(words)
    assert not asked
    assert (late.zh, late["en"]) == ("超{n}分钟", "{n} min over")
    assert asked
    assert late.format(n=5) == Text("超5分钟", "5 min over")


def test_a_late_text_is_equal_to_the_same_words() -> None:
    late, plain, other = LateText(lambda: Text("甲", "a")), Text("甲", "a"), Text("乙", "b")
    assert late == plain
    assert plain == late
    assert {late, plain} == {plain}
    assert late != other
    assert other != late
    assert late != "甲"


def test_names_are_ordered_as_people_number_them() -> None:
    names = [
        *("", "103中学", "a/9.csv", "a/10.csv", "作业", "作业2", "作业2.csv", "作业10"),
        *("第2周", "第07周", "第7周", "第10周", f"第{'9' * 5000}周", "第二周"),
    ]
    mixed = sorted(names)
    assert sorted(mixed, key=natural) == names
