"""Makes the READMEs' pictures from ``samples/``, in both languages.

Run ``PYTHONPATH=tests/support python tests/pictures/make_pictures.py`` where Chromium (with
chromium-driver and fonts-noto-cjk), LibreOffice Calc, poppler-utils and ImageMagick are installed.
"""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from browser import browser, emulate
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
ONE_SCHOOL = "samples/第一小学第2周作业登记.xlsx"
MOST_COLORS = 64

TERMINAL = """<!DOCTYPE html><meta charset="utf-8"><style>{stylesheet}
body {{ margin: 0; padding: 18px 24px; background: #1e1f22; color: #e6e6e6; width: max-content; }}
pre {{ margin: 0; font: 15px/1.45 "Noto Sans Mono CJK SC", monospace; }}</style><pre>{code}</pre>"""


def main() -> None:
    with tempfile.TemporaryDirectory() as made, browser(Path(made, "profile")) as driver:
        for lang in ("zh", "en"):
            picture_text(driver, Path(made), lang)
            picture_page(driver, Path(made), lang)
            picture_workbook(Path(made), lang)


def check(source: str, lang: str, *arguments: str) -> str:
    """What the program prints of a source."""
    command = [sys.executable, "-m", "homework_check", "check", source, "--lang", lang]
    environment = {"SOURCE_DATE_EPOCH": "1694440800", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [*command, "--isolated", *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stderr
    return done.stdout


def picture_text(driver: Chrome, made: Path, lang: str) -> None:
    console = Console(record=True, width=80, file=StringIO(), force_terminal=True)
    console.print(Text.from_ansi(check(ONE_SCHOOL, lang, "--color", "always")))
    page = made / f"text.{lang}.html"
    page.write_text(console.export_html(theme=MONOKAI, code_format=TERMINAL), "utf-8")
    screenshot(driver, page, f"text.{lang}.png", width=660)


def picture_page(driver: Chrome, made: Path, lang: str) -> None:
    page = made / f"page.{lang}.html"
    check("samples", lang, "--output", str(page))
    screenshot(driver, page, f"page.{lang}.png", width=1000, height=1350)


def picture_workbook(made: Path, lang: str) -> None:
    """The cover and the sheet of classes, as LibreOffice prints them."""
    workbook = made / f"workbook.{lang}.xlsx"
    check(ONE_SCHOOL, lang, "--output", str(workbook))
    office = ["soffice", f"-env:UserInstallation={(made / 'office').as_uri()}", "--headless"]
    run(*office, "--convert-to", "pdf", "--outdir", str(made), str(workbook))
    run("pdftoppm", "-r", "130", "-png", str(workbook.with_suffix(".pdf")), str(made / lang))
    # NOTE: the foot of a printed page, its number, is cut off.
    cut = ("-gravity", "south", "-chop", "0x90", "-trim", "-resize", "968x", "+repage")
    sheets = [str(made / f"{lang}-{number}.png") for number in (1, 3)]
    around = ("-bordercolor", "white", "-border", "16x12", "-append")
    shrink(*sheets, *cut, *around, name=f"workbook.{lang}.png")


def screenshot(
    driver: Chrome, page: Path, name: str, *, width: int, height: int | None = None
) -> None:
    """Picture a page from its top; `height` None: as high as it is."""
    emulate(driver, width=width, height=height or 100)
    driver.get(page.as_uri())
    whole = {} if height else {"captureBeyondViewport": True}
    shot = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png", **whole})
    raw = page.with_suffix(".png")
    raw.write_bytes(base64.b64decode(shot["data"]))
    shrink(str(raw), name=name)


def shrink(*arguments: str, name: str) -> None:
    """Write a picture of few colours: it is read, not admired."""
    few = ("+dither", "-colors", str(MOST_COLORS), "-strip", "-define", "png:compression-level=9")
    run("convert", *arguments, *few, str(HERE / name))


def run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
