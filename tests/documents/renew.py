"""Golden texts and pictures anew: ``python -m tests.documents.renew [NAME...]``. Look at them before committing."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.documents.test_all_documents import GOLDEN, NEW, golden_text, made, picture
from tests.documents.test_office import IN_LINES, golden_lines, office
from tests.documents.working_plan import working


def main(names: list[str]) -> None:
    plan = working()
    for name in names or NEW:
        for language in ("ko", "en"):
            with tempfile.TemporaryDirectory() as folder:
                path = made(plan, name, Path(folder), language).path
                (GOLDEN / f"{name}-{language}.txt").write_text(golden_text(path), encoding="utf-8")
                if language == "ko":
                    picture(path).quantize(16).convert("L").save(GOLDEN / f"{name}.png", optimize=True)
    for name in IN_LINES:
        if not names or name in names:
            with tempfile.TemporaryDirectory() as folder:
                said = golden_lines(office(plan, name, Path(folder)))
                (GOLDEN / f"{name}.docx.txt").write_text(said, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
