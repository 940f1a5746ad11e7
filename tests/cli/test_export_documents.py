"""Documents to edit, and many documents at once, on the command line."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.cli.test_commands import keys_of
from tests.documents.reading import outline, whole_text


@pytest.mark.parametrize(
    "name", ["schedule", "notice", "operation-plan", "result-report", "settlement", "offer-letter"]
)
def test_documents_to_edit(name: str, sample: Path, tmp_path: Path, told: Callable[..., Any]) -> None:
    out = tmp_path / "out.docx"
    before = sample.read_bytes()
    code, facts = told("export", "docx", sample, "-o", out, "--document", name)
    assert (code, facts["format"]) == (0, "docx")
    assert set(facts) <= keys_of("export")
    document: Any = docx.Document(str(out))
    assert any(one.style.name in ("Title", "Heading 1") for one in document.paragraphs)
    assert sample.read_bytes() == before


def test_without_a_name_it_is_the_schedule(sample: Path, tmp_path: Path, told: Callable[..., Any]) -> None:
    out = tmp_path / "out.docx"
    assert told("export", "docx", sample, "-o", out, "--area", "4단지")[0] == 0
    document: Any = docx.Document(str(out))
    assert len(document.tables) > 1
    assert all("4단지" in row.cells[3].text for table in document.tables for row in table.rows[1:])


def test_what_is_drawn_for_print_stays_print(sample: Path, tmp_path: Path, refusal: Callable[..., str]) -> None:
    out = tmp_path / "out.docx"
    assert "drawn for print" in refusal("export", "docx", sample, "-o", out, "--document", "flyer")
    assert "--size" in refusal("export", "docx", sample, "-o", out, "--size", "A4")
    assert "--internal" in refusal("export", "docx", sample, "-o", out, "--internal")
    assert list(tmp_path.glob("*.docx")) == []


def test_letters_for_a_mailing(sample: Path, tmp_path: Path, told: Callable[..., Any]) -> None:
    folder = tmp_path / "letters"
    code, facts = told("export", "docx", sample, "-o", folder, "--document", "offer-letter", "--each", "application")
    assert (code, facts["format"]) == (0, "docx")
    assert "edition" not in facts
    assert all(zipfile.is_zipfile(folder / name) for name in facts["files"])
    assert len(facts["files"]) > 2


def test_each_as_one_edition(sample: Path, tmp_path: Path, told: Callable[..., Any]) -> None:
    folder = tmp_path / "notices"
    notices = ("--document", "notice", "--each", "area", "--edition")
    code, facts = told("export", "pdf", sample, "-o", folder, *notices)
    assert (code, facts["edition"]) == (0, 1)
    listed = told("releases", sample)[1]["releases"]
    assert len(listed[0]["given"]) == len(facts["files"])


def test_a_week_of_call_sheets_in_one_file(
    sample: Path, tmp_path: Path, told: Callable[..., Any], refusal: Callable[..., str]
) -> None:
    out = tmp_path / "week.pdf"
    week = ("--document", "call-sheet", "--from", "2025-10-06", "--until", "2025-10-12")
    code, facts = told("export", "pdf", sample, "-o", out, *week, "--each", "artist", "--one-file")
    assert code == 0
    assert set(facts) <= keys_of("export")
    parts = [title for level, title, _page in outline(out) if level == 0]
    assert len(parts) > 2
    assert parts == sorted(parts, key=str.casefold)
    assert "--each" in refusal("export", "pdf", sample, "-o", out, *week, "--one-file")
    assert "--one-file" in refusal("export", "json", sample, "-o", out, "--one-file")


def test_a_whole_flyer_in_a_workers_language(
    sample: Path, tmp_path: Path, told: Callable[..., Any], refusal: Callable[..., str]
) -> None:
    out = tmp_path / "vi.pdf"
    flyer = ("--document", "flyer", "--programme", "골목 버스킹", "--in-language")
    code, facts = told("export", "pdf", sample, "-o", out, *flyer, "vi")
    assert code == 0
    assert any("Tiếng Việt" in remark for remark in facts["remarks"])
    assert "Địa điểm" in whole_text(out) or "miễn phí" in whole_text(out)
    assert "vi, id, fil" in refusal("export", "pdf", sample, "-o", out, *flyer, "xx")
    assert "further languages" in refusal("export", "pdf", sample, "-o", out, "--in-language", "vi")
    assert "--in-language" in refusal("export", "ics", sample, "-o", out, "--in-language", "vi")
