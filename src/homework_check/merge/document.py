"""The merged document as JSON, and its schema."""

from __future__ import annotations

import json

from pydantic import TypeAdapter

from homework_check.merge.model import MergedV1


def render(merged: MergedV1) -> bytes:
    """Write the document as JSON in UTF-8 with a line break at the end."""
    return TypeAdapter(MergedV1).dump_json(merged, indent=2, by_alias=True) + b"\n"


def schema() -> str:
    """Write the JSON Schema of what `render` writes."""
    model = TypeAdapter(MergedV1).json_schema(by_alias=True, mode="serialization")
    return json.dumps(model, ensure_ascii=False, indent=2) + "\n"
