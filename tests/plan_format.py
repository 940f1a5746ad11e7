"""The interchange format in words, from the code: `python -m tests.plan_format` writes them, a test compares them.

Written are `resources/plan.schema.json`, and the tables of fields in `docs/plan-format.md` below its marker.
"""

from __future__ import annotations

import json
from pathlib import Path

from director_app.domain.fields import Field, Shape, fields_of
from director_app.domain.kinds import KINDS
from director_app.domain.ledger import LedgerEntry
from director_app.operations.interchange import json_schema
from director_app.paths import resources_folder

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "plan-format.md"
SCHEMA = resources_folder() / "plan.schema.json"
MARKER = "<!-- What follows is written by `python -m tests.plan_format`. -->\n"


def schema_text() -> str:
    """The JSON Schema as it lies in the resources."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"


def tables() -> str:
    """One table of fields for every kind of record, and for the values inside them."""
    values: dict[str, type] = {}
    parts = [_section(f"`{kind.name}`", kind.record_type, values) for kind in KINDS]
    parts.append(_section("`ledger`", LedgerEntry, values))
    named: dict[str, str] = {}
    while len(named) < len(values):
        for name in sorted(set(values) - set(named)):
            named[name] = _section(name, values[name], values)
    return (
        "\n## Records\n\n"
        + "\n".join(parts)
        + "\n## Values inside records\n\n"
        + "\n".join(named[name] for name in sorted(named))
    )


def _section(title: str, record_type: type, values: dict[str, type]) -> str:
    about = " ".join((record_type.__doc__ or "").split())
    rows = "".join(_row(field, values) for field in fields_of(record_type))
    return f"### {title}\n\n{about}\n\n| field | holds | when left out |\n|---|---|---|\n{rows}"


def _row(field: Field, values: dict[str, type]) -> str:
    holds = _holds(field.shape, values) + (" or null" if field.optional else "")
    return f"| `{field.name}` | {holds} | {_otherwise(field)} |\n"


def _holds(shape: Shape, values: dict[str, type]) -> str:
    if shape.item is not None:
        return f"list of {_holds(shape.item, values)}"
    if shape.kind == "reference":
        return f"id in `{shape.refers_to}`"
    if shape.kind == "choice":
        return ", ".join(f"`{choice}`" for choice in shape.choices)
    if shape.value_type is not None:
        values[shape.value_type.__name__] = shape.value_type
        return f"[{shape.value_type.__name__}](#{shape.value_type.__name__.lower()})"
    return shape.kind


def _otherwise(field: Field) -> str:
    if field.required:
        return "must be there"
    if field.default is None:
        return "null"
    if field.shape.value_type is not None:
        return "nothing known"
    return f"`{json.dumps(field.encode(field.default), ensure_ascii=False)}`"


def main() -> None:
    """Write both."""
    SCHEMA.write_text(schema_text(), encoding="utf-8")
    head = DOCUMENT.read_text(encoding="utf-8").split(MARKER)[0]
    DOCUMENT.write_text(head + MARKER + tables(), encoding="utf-8")


if __name__ == "__main__":
    main()
