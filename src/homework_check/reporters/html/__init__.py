"""The HTML report: one file that needs no network, complete without script."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from homework_check.marks import KEYWORDS
from homework_check.reporters.html.page import values_of

if TYPE_CHECKING:
    from homework_check.report import Report
    from homework_check.reporters.view import View
    from homework_check.text import Lang


def render(report: Report, lang: Lang, view: View) -> str:
    """Write the page; only its own style and script, known by their hashes, may run in it."""
    environment = Environment(
        loader=PackageLoader("homework_check.reporters.html", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, script = _own("page.css"), _own("page.js")
    template = environment.get_template("page.html.j2")
    page = template.render(
        **values_of(report, lang, view),
        style=Markup(style),  # noqa: S704 - a file of this package
        script=Markup(script),  # noqa: S704 - a file of this package
        keywords=KEYWORDS,
        style_hash=_hash(style),
        script_hash=_hash(script),
    )
    return f"{page.rstrip()}\n"


def _own(name: str) -> str:
    return (files(__name__) / name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
