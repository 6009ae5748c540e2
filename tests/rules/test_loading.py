from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from homework_check.errors import RuleFileError, UsageError
from homework_check.rules.kinds import FlagRule, LimitRule
from homework_check.rules.load import load_pack
from homework_check.toml.read import LARGEST_FILE

HEAD = 'id = "{id}"\ntitle = "本县规定"\nauthority = "本县教育局"\nversion = "1"\n'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, body: str, *, extends: str | None = "cn-2021") -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    parent = f'extends = "{extends}"\n' if extends else ""
    path.write_text(HEAD.format(id=path.stem) + parent + body, encoding="utf-8")
    return name


def test_a_child_changes_only_the_keys_it_states() -> None:
    name = write(
        "county.toml", '[[rules]]\nid = "upper-primary-daily-minutes"\nat_most = 45\ncases = []\n'
    )
    own, parent = load_pack(name).rules[0], load_pack("cn-2021").rules[0]
    assert isinstance(parent, LimitRule)
    assert own == replace(parent, at_most=45.0, cases=())


def test_a_child_adds_rules_behind_those_of_its_parent() -> None:
    name = write(
        "county.toml",
        """
        [[rules]]
        id = "no-homework-wednesday"
        kind = "limit"
        aspect = "setting"
        unit = "class-day"
        counted = "entries"
        at_most = 0
        title = "周三无作业"
        short = "布置了作业"
        message = "{cls}{day}有{n}项"
        hint = "取消"
        severity = "warning"
        scope = { weekdays = [3] }
        references = [{ document = "本县通知" }]
        """,
    )
    pack = load_pack(name)
    assert [r.id for r in pack.rules][:-1] == [r.id for r in load_pack("cn-2021").rules]
    assert pack.rules[-1].id == "no-homework-wednesday"
    assert pack.rules[-1].title.text().en == "周三无作业"


def test_dates_and_assumptions_come_from_the_parent_unless_stated() -> None:
    plain = load_pack(write("plain.toml", ""))
    own = load_pack(write("own.toml", 'valid_from = 2024-09-01\n[assumptions]\nform = "written"\n'))
    parent = load_pack("cn-2021")
    assert (plain.valid_from, plain.assumptions) == (parent.valid_from, {"place": "home"})
    assert str(own.valid_from) == "2024-09-01"
    assert own.assumptions == {"place": "home", "form": "written"}


def test_a_parent_is_looked_for_beside_its_child() -> None:
    write("packs/city.toml", '[[rules]]\nid = "junior-daily-minutes"\nat_most = 80\n')
    pack = load_pack(write("packs/deep/county.toml", "", extends="../city.toml"))
    limits = [r.at_most for r in pack.rules if isinstance(r, LimitRule)]
    assert limits == [60, 80, 0]


@pytest.mark.parametrize(
    ("city", "county", "loosened"),
    [
        ("at_most = 60", "at_most = 60", ()),
        ("at_most = 50", "at_most = 45", ()),
        ("at_most = 50", "at_most = 55", ("upper-primary-daily-minutes",)),
        ("at_most = 70", "at_most = 60", ()),
        ("at_most = 70", "title = '不变'", ("upper-primary-daily-minutes",)),
    ],
)
def test_loosening_is_told_against_every_ancestor(
    city: str, county: str, loosened: tuple[str, ...]
) -> None:
    rule = '[[rules]]\nid = "upper-primary-daily-minutes"\n'
    write("city.toml", rule + city)
    assert load_pack(write("county.toml", rule + county, extends="city.toml")).loosened == loosened


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_byte_order_mark_makes_no_difference(encoding: str) -> None:
    text = HEAD.format(id="county") + 'extends = "cn-2021"\n'
    Path("county.toml").write_text(text, encoding=encoding)
    assert load_pack("county.toml").id == "county"


def test_limits_may_differ_by_grade() -> None:
    name = write(
        "county.toml",
        '[[rules]]\nid = "upper-primary-daily-minutes"\nat_most = { 3 = 45, 6 = 60 }\n',
    )
    rule = load_pack(name).rules[0]
    assert isinstance(rule, LimitRule)
    assert [rule.limit_for(grade) for grade in (3, 4, 6)] == [45, None, 60]


def test_a_share_may_be_changed() -> None:
    pack = load_pack(write("county.toml", '[[rules]]\nid = "unposted-homework"\nat_least = 0.5\n'))
    (rule,) = (r for r in pack.rules if r.id == "unposted-homework")
    assert isinstance(rule, FlagRule)
    assert rule.at_least == 0.5
    assert pack.loosened == ("unposted-homework",)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("guigang2023", "Did you mean guigang-2023? Built in: guigang-2023, cn-2021"),
        ("本县.toml", "Built in: guigang-2023, cn-2021"),
        ("", "Built in: guigang-2023, cn-2021"),
        (".", "Built in: guigang-2023, cn-2021"),
        ("x" * 5000, "Built in: guigang-2023, cn-2021"),
        ("a\0b", "Built in: guigang-2023, cn-2021"),
    ],
)
def test_an_unknown_pack_is_wrong_usage(name: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_pack(name)
    assert caught.value.hint.en == hint


def test_an_unknown_pack_is_told_in_chinese() -> None:
    with pytest.raises(UsageError) as caught:
        load_pack("guigang2023")
    assert caught.value.message.zh == "没有规则包“guigang2023”，也没有这个文件。"
    assert caught.value.hint.zh == "是不是guigang-2023？内置：guigang-2023、cn-2021"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b'id = "a"\nrules = [\n', "line 3: not valid TOML: "),
        (b'id = "a"\nid = "b"\n', "line 2: not valid TOML: "),
        (b"\n\na = 2020-02-31\n\n", "line 3: not valid TOML: "),
        ('a = 1\ntitle = "本县"'.encode("gbk"), "line 2: not UTF-8; save the file as UTF-8"),
        (b"a = " + b"[" * 50_000, "brackets are nested too deeply"),
        (b"#" * (LARGEST_FILE + 1), "larger than 1000000 bytes, no file written by hand"),
    ],
)
def test_a_file_that_is_no_toml_says_where(content: bytes, problem: str) -> None:
    Path("bad.toml").write_bytes(content)
    with pytest.raises(RuleFileError) as caught:
        load_pack("bad.toml")
    assert caught.value.message.en == 'rule file "bad.toml", problems: 1'
    assert caught.value.hint.en.startswith(problem)


def test_a_number_too_long_to_read_is_a_problem_of_the_file() -> None:
    Path("bad.toml").write_text("a = " + "9" * 5000, encoding="utf-8")
    with pytest.raises(RuleFileError, match="problems: 1") as caught:
        load_pack("bad.toml")
    assert caught.value.hint.en.startswith("not valid TOML: ")


@pytest.mark.parametrize(
    ("extends", "problem"),
    [
        ("cn-2022", 'extends: no rule pack or file "cn-2022", did you mean cn-2021?'),
        ("city.toml", 'extends: no rule pack or file "city.toml"'),
        ("county.toml", "extends: a rule file cannot extend itself in the end (county.toml)"),
    ],
)
def test_a_parent_that_cannot_be_used_is_the_only_problem(extends: str, problem: str) -> None:
    write("county.toml", "", extends=extends)
    with pytest.raises(RuleFileError) as caught:
        load_pack("county.toml")
    assert caught.value.hint.en == problem


def test_an_id_used_twice_is_a_problem() -> None:
    write("county.toml", 2 * '[[rules]]\nid = "junior-daily-minutes"\nat_most = 80\n')
    with pytest.raises(RuleFileError) as caught:
        load_pack("county.toml")
    assert caught.value.hint.zh == "规则junior-daily-minutes：编号用了2次"


def test_a_circle_of_files_is_named() -> None:
    write("a.toml", "", extends="b.toml")
    write("b.toml", "", extends="a.toml")
    with pytest.raises(RuleFileError) as caught:
        load_pack("a.toml")
    assert caught.value.message.en == 'rule file "b.toml", problems: 1'
    assert "(a.toml)" in caught.value.hint.en


def test_a_parent_with_problems_is_named_itself() -> None:
    write("city.toml", "valid_form = 1\n")
    with pytest.raises(RuleFileError) as caught:
        load_pack(write("county.toml", "", extends="city.toml"))
    assert caught.value.message.en == 'rule file "city.toml", problems: 1'
    assert caught.value.hint.en == "valid_form: unknown key, did you mean valid_from?"
