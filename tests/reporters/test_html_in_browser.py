"""The HTML page in a real browser: it works, loads nothing, and needs no script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from browser import CHROMIUM, DRIVER, MISSING, browser, emulate, messages, requests
from rendered import as_text
from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait
from small_logs import LOWER, Row, judge_rows

from homework_check.reporters import View

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from selenium.webdriver import Chrome

pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason=MISSING)

ATTACK = "<script>window.ran = 1</script><img src=x onerror='window.ran = 1'>"
SCHOOLS = ("第一小学", "第二小学", "<b>第三小学</b>")
CLASSES = 35
ITEMS = len(SCHOOLS) * CLASSES + 2
"""More than stand open at first."""

ROWS = [
    *(Row(school=s, cls=f"{n}班", minutes=90, content=ATTACK)
      for s in SCHOOLS for n in range(1, CLASSES)),
    *(Row(school=s, grade="五年级", minutes=90) for s in SCHOOLS),
    Row(grade="一年级"),
    Row(cls="99班", minutes=""),
]  # fmt: skip


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    with browser(tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    report = judge_rows(*ROWS)
    folder = tmp_path_factory.mktemp("pages")
    paths = {"zh": folder / "报告.html", "en": folder / "report.html"}
    paths["zh"].write_text(as_text(report, "html", "zh", View()), "utf-8")
    paths["en"].write_text(as_text(report, "html", "en", View()), "utf-8")
    return paths


@pytest.fixture(autouse=True)
def _quiet(driver: Chrome) -> Iterator[None]:
    """Every test begins with empty logs at a usual screen, and leaves no message behind."""
    driver.get("about:blank")
    emulate(driver)
    messages(driver)
    requests(driver)
    yield
    assert messages(driver) == []


def ask(driver: Chrome, script: str) -> Any:
    return driver.execute_script(f"return {script}")


def shown(driver: Chrome) -> int:
    return int(ask(driver, 'document.querySelectorAll("article:not([hidden])").length'))


def choose(driver: Chrome, name: str, value: str) -> None:
    Select(driver.find_element(By.NAME, name)).select_by_value(value)


def test_the_sections_stand_in_their_order(driver: Chrome, pages: dict[str, Path]) -> None:
    driver.get(pages["zh"].as_uri())
    sections = ask(driver, '[...document.querySelectorAll("section")].map(s => s.id)')
    assert sections == ["schools", "days", "todo", "open", "rules", "notes"]
    assert driver.find_element(By.TAG_NAME, "h1").text.startswith("未全部达标")
    assert shown(driver) == ITEMS


@pytest.mark.parametrize(
    ("name", "value", "count"),
    [
        ("school", SCHOOLS[2], CLASSES),
        ("grade", "五年级", 3),
        ("rule", LOWER, 1),
        ("verdict", "undecided", 1),
    ],
)
def test_a_filter_leaves_what_was_chosen_and_says_how_much(
    driver: Chrome, pages: dict[str, Path], name: str, value: str, count: int
) -> None:
    driver.get(pages["zh"].as_uri())
    choose(driver, name, value)
    line = driver.find_element(By.TAG_NAME, "output").text
    assert (shown(driver), line) == (count, f"显示{count}处，共{ITEMS}处")
    driver.find_element(By.TAG_NAME, "button").click()
    assert shown(driver) == ITEMS


def test_a_filter_narrows_the_tables_and_maps_of_schools_too(
    driver: Chrome, pages: dict[str, Path]
) -> None:
    driver.get(pages["zh"].as_uri())
    choose(driver, "school", SCHOOLS[1])
    names = driver.find_elements(By.CSS_SELECTOR, "#schools tbody tr:not([hidden]) a")
    maps = driver.find_elements(By.CSS_SELECTOR, ".maps details:not([hidden]) summary")
    assert [name.text for name in names] == [found.text for found in maps] == [SCHOOLS[1]]


def test_a_link_opens_what_it_leads_to(driver: Chrome, pages: dict[str, Path]) -> None:
    anchor = f"{SCHOOLS[1]}-三年级20班-2023-09-05"
    driver.get(f"{pages['zh'].as_uri()}#{anchor}")
    item = driver.find_element(By.ID, anchor)
    assert item.is_displayed()
    top = 'document.querySelector(":target").getBoundingClientRect().top'
    WebDriverWait(driver, 5).until(lambda _: 0 <= ask(driver, top) < 300)


def test_a_link_to_what_is_filtered_out_shows_it(driver: Chrome, pages: dict[str, Path]) -> None:
    driver.get(pages["zh"].as_uri())
    choose(driver, "grade", "五年级")
    anchor = f"{SCHOOLS[0]}-三年级2班-2023-09-05"
    ask(driver, f'location.hash = "{anchor}"')
    WebDriverWait(driver, 5).until(lambda _: driver.find_element(By.ID, anchor).is_displayed())
    assert shown(driver) == ITEMS


def test_a_red_cell_leads_to_its_item(driver: Chrome, pages: dict[str, Path]) -> None:
    driver.get(pages["en"].as_uri())
    driver.find_element(By.CSS_SELECTOR, ".map .broken + text").click()
    item = driver.find_element(By.CSS_SELECTOR, "article:target")
    WebDriverWait(driver, 5).until(lambda _: item.is_displayed())
    assert "Grade 1 Class 2 Tue 5 Sep" in item.text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_but_the_page_itself_is_asked_for(
    driver: Chrome, pages: dict[str, Path], lang: str
) -> None:
    address = pages[lang].as_uri()
    driver.get(address)
    choose(driver, "school", SCHOOLS[0])
    assert requests(driver) == {address}


def test_text_of_a_log_is_only_read(driver: Chrome, pages: dict[str, Path]) -> None:
    driver.get(pages["zh"].as_uri())
    assert ask(driver, "[window.ran, document.images.length, document.scripts.length]") == [
        None, 0, 1,
    ]  # fmt: skip
    assert SCHOOLS[2] in driver.find_element(By.ID, "schools").text


def test_the_page_lets_no_other_script_run(driver: Chrome, pages: dict[str, Path]) -> None:
    driver.get(pages["zh"].as_uri())
    foreign = '{const s = document.createElement("script"); s.text = "window.ran = 1"; '
    ask(driver, f"(() => {foreign}document.body.append(s);}})()")
    assert ask(driver, "window.ran") is None
    (told,) = messages(driver)
    assert "Content Security Policy" in told["message"]


def test_without_script_everything_stands_on_the_page(
    driver: Chrome, pages: dict[str, Path]
) -> None:
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver.get(pages["zh"].as_uri())
        assert not driver.find_element(By.TAG_NAME, "form").is_displayed()
        group = driver.find_element(By.CSS_SELECTOR, "#todo details")
        item = group.find_element(By.TAG_NAME, "article")
        assert not item.is_displayed()
        group.find_element(By.TAG_NAME, "summary").click()
        assert "一年级2班 9月5日 周二 书面家庭作业" in item.text
        assert len(driver.find_elements(By.TAG_NAME, "article")) == ITEMS
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_phone_scrolls_in_one_direction_only(
    driver: Chrome, pages: dict[str, Path], lang: str
) -> None:
    emulate(driver, width=390, height=800)
    driver.get(pages[lang].as_uri())
    ask(driver, '[...document.querySelectorAll("main details")].forEach(d => { d.open = true; })')
    assert ask(driver, "document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("dark", [False, True])
def test_words_stand_out_in_both_themes(
    driver: Chrome, pages: dict[str, Path], *, dark: bool
) -> None:
    emulate(driver, dark=dark)
    driver.get(pages["zh"].as_uri())
    paper = luminance(driver, "body", "backgroundColor")
    assert (paper < 0.1) is dark
    for word in ("body", "h1", ".cards .undecided", ".none", "nav a", "th"):
        low, high = sorted((paper, luminance(driver, word, "color")))
        assert (high + 0.05) / (low + 0.05) >= 4.5, word


def luminance(driver: Chrome, selector: str, color: str) -> float:
    """The relative luminance of a colour, as WCAG 2 has it."""
    text = ask(driver, f'getComputedStyle(document.querySelector("{selector}")).{color}')
    parts = [int(part) / 255 for part in re.findall(r"\d+", text)[:3]]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_of_a_page_with_too_many_findings_what_is_open_is_printed(
    driver: Chrome, tmp_path: Path
) -> None:
    rows = (Row(cls=f"{n}班", day=f"2023-09-{d:02}", minutes=90, school=f"第{s}小学")
            for s in range(7) for n in range(1, 31) for d in range(4, 9))  # fmt: skip
    path = tmp_path / "报告.html"
    path.write_text(as_text(judge_rows(*rows), "html", "zh", View()), "utf-8")
    driver.get(path.as_uri())
    note = driver.find_element(By.CLASS_NAME, "folded")
    assert not note.is_displayed()
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert note.is_displayed()
    driver.execute_script('document.querySelector("#todo details").open = true')
    count = 'document.querySelectorAll("#todo article").length'
    counts = [ask(driver, count)]
    for event in ("beforeprint", "afterprint"):
        driver.execute_script(f'dispatchEvent(new Event("{event}"))')
        counts.append(ask(driver, count))
    assert counts == [7 * 150, 150, 7 * 150]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_a_printed_page_holds_what_is_folded(driver: Chrome, pages: dict[str, Path]) -> None:
    driver.get(pages["zh"].as_uri())
    group = "#todo details"
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    height = ask(
        driver, f'document.querySelector("{group} article").getBoundingClientRect().height'
    )
    assert height > 0
    assert not driver.find_element(By.TAG_NAME, "form").is_displayed()
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
