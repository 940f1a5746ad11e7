"""All the paper of a season or a week with one command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.cli.test_commands import keys_of
from tests.documents.reading import fonts_not_embedded, page_texts

_MM = 72 / 25.4


def boxes(path: Path) -> tuple[tuple[float, ...], tuple[float, ...]]:
    document = pypdfium2.PdfDocument(str(path))
    page = document[0]
    found = page.get_trimbox(), page.get_bleedbox()
    document.close()
    return found


def test_the_sample_season_is_ready_for_the_print_shop(tmp_path: Path, told: Callable[..., Any]) -> None:
    folder = tmp_path / "gumi"
    code, facts = told("print-set", "-o", folder)
    assert (code, set(facts)) == (0, keys_of("print-set"))
    written = {str(path.relative_to(folder)) for path in folder.rglob("*.pdf")}
    assert written == set(facts["files"])
    assert len(written) > 50
    for name in sorted(written):
        assert fonts_not_embedded(folder / name) == []
    posters = [name for name in written if name.startswith("05")]
    trim, bleed = boxes(folder / posters[0])
    assert trim[0] - bleed[0] == pytest.approx(3 * _MM, abs=0.1)
    assert not any("Nothing was written" in remark for remark in facts["remarks"])


def test_the_pack_of_a_week_as_one_edition(sample: Path, tmp_path: Path, told: Callable[..., Any]) -> None:
    folder = tmp_path / "week"
    days = ("--from", "2025-10-06", "--until", "2025-10-12")
    code, facts = told("print-set", sample, "--set", "week", *days, "--edition", "-o", folder)
    assert code == 0
    texts = [text for name in facts["files"] for text in page_texts(folder / name)]
    assert not any("Draft" in text or "시안" in text for text in texts)
    assert [one["number"] for one in told("releases", sample)[1]["releases"]] == [1]


def test_what_cannot_be_is_a_sentence(sample: Path, tmp_path: Path, refusal: Callable[..., str]) -> None:
    assert "season, week" in refusal("print-set", sample, "--set", "none", "-o", tmp_path / "out")
    (tmp_path / "file").write_text("")
    assert "folder" in refusal("print-set", sample, "-o", tmp_path / "file")
