"""A real browser for tests of pages: Debian's Chromium, which is never downloaded."""

from __future__ import annotations

import json
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from selenium.webdriver import Chrome, ChromeOptions, ChromeService

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
MISSING = "needs chromium and chromium-driver"

_SWITCHES = (
    # Root may not use the sandbox, and containers have little /dev/shm.
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
    # Nothing but what a page asks for may go out.
    *("--no-first-run", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--disable-quic", "--hide-scrollbars"),
)


@contextmanager
def browser(profile: Path) -> Iterator[Chrome]:
    """Start Chromium with a new `profile`; what it logs and asks of networks can be read."""
    assert CHROMIUM, MISSING
    options = ChromeOptions()
    # With both paths given, selenium looks for nothing to download.
    options.binary_location = CHROMIUM
    for switch in (*_SWITCHES, f"--user-data-dir={profile}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options=options, service=ChromeService(DRIVER))
    try:
        yield driver
    finally:
        driver.quit()


def emulate(driver: Chrome, *, width: int = 1200, height: int = 900, dark: bool = False) -> None:
    """Set the size of the screen in CSS pixels, and the theme that the reader likes."""
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    theme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [theme]})


def messages(driver: Chrome) -> list[dict[str, Any]]:
    """What went to the console since this was asked last."""
    return _log(driver, "browser")


def requests(driver: Chrome) -> set[str]:
    """The addresses that pages asked for since this was asked last."""
    events = (json.loads(entry["message"])["message"] for entry in _log(driver, "performance"))
    return {
        event["params"]["request"]["url"]
        for event in events
        if event["method"] == "Network.requestWillBeSent"
    }


def _log(driver: Chrome, name: str) -> list[dict[str, Any]]:
    logged: list[dict[str, Any]] = driver.get_log(name)  # type: ignore[no-untyped-call]
    return logged
