"""The blank log: a form made from a rule pack, which reads back without a question."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.packaging.custom import IntProperty, StringProperty

from homework_check.messages.inert import inert
from homework_check.template.guide import FORM_VERSION, write_guide
from homework_check.template.sheet import write_log
from homework_check.workbook_bytes import saved

if TYPE_CHECKING:
    from homework_check.rules.pack import RulePack
    from homework_check.settings import SchoolSystem
    from homework_check.text import Lang

__all__ = ["FORM_VERSION", "render"]

# A form that knew when it was made would be another one every time. The format has to have a
# time; this is the one that an archive gives its parts if it is told none.
_NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)


def render(pack: RulePack, system: SchoolSystem, lang: Lang) -> bytes:
    """Make the form as an xlsx workbook; the same pack and version give the same bytes.

    The version of the form, the pack and the school system are its custom properties.
    """
    workbook = Workbook()
    write_log(workbook.worksheets[0], pack, system, lang)
    write_guide(workbook.create_sheet(), pack, system, lang)
    workbook.properties.creator = "homework-check"
    workbook.properties.created = workbook.properties.modified = _NO_TIME
    for made_from in (
        IntProperty("HomeworkCheckForm", FORM_VERSION),
        StringProperty("RulePack", inert(f"{pack.id} {pack.version}")),
        StringProperty("SchoolSystem", str(system)),
    ):
        workbook.custom_doc_props.append(made_from)  # type: ignore[attr-defined]  # no stub
    return saved(workbook)
