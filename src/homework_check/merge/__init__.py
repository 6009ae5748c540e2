"""Reports of several offices or weeks added up into one; nothing is judged again."""

from homework_check.merge.adding import Named, merge
from homework_check.merge.document import render, schema
from homework_check.merge.model import MergedV1
from homework_check.merge.reading import OfficeReport, parse
from homework_check.merge.text import render as render_text

__all__ = ["MergedV1", "Named", "OfficeReport", "merge", "parse", "render", "render_text", "schema"]
