"""Measures the HTML page of a report with some 50,000 findings in a real browser.

Run ``PYTHONPATH=tests/support python tests/benchmarks/large_page.py`` where chromium and
chromium-driver are installed. Seconds end when the browser has drawn its second frame.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from browser import browser
from made_district import write_district

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

SCHOOLS, SHARE_OVER = 500, 0.43

FINDINGS = "document.querySelectorAll('article').length"
OPENED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
_DO = """const done = arguments[0], start = performance.now();
{what}
requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));"""
_CHOOSE = """const select = document.querySelector("select[name={name}]");
select.selectedIndex = 2;
select.dispatchEvent(new Event("change", {{ bubbles: true }}));"""
STEPS = {
    "scroll to the end": "scrollTo(0, document.documentElement.scrollHeight);",
    "filter by school": _CHOOSE.format(name="school"),
    "filter by grade": _CHOOSE.format(name="grade"),
    "show all": 'document.querySelector("form button").click();',
    "open a school": 'document.querySelectorAll("#todo details")[9].open = true;',
}


def main() -> None:
    with tempfile.TemporaryDirectory() as made, browser(Path(made, "profile")) as driver:
        district, page = Path(made, "district"), Path(made, "page.html")
        write_district(district, SCHOOLS, SHARE_OVER)
        command = [sys.executable, "-m", "homework_check", "check", str(district)]
        subprocess.run([*command, "--quiet", "--isolated", "--output", str(page)], check=False)
        print(f"size: {page.stat().st_size / 1e6:.1f} MB")
        driver.set_script_timeout(120)
        driver.get(page.as_uri())
        print(f"findings: {ask(driver, FINDINGS):,.0f}")
        print(f"open: {ask(driver, OPENED) / 1000:.1f} s")
        for name, what in STEPS.items():
            taken = driver.execute_async_script(_DO.format(what=what))
            print(f"{name}: {taken / 1000:.1f} s")


def ask(driver: Chrome, script: str) -> float:
    return float(driver.execute_script(f"return {script}"))


if __name__ == "__main__":
    main()
