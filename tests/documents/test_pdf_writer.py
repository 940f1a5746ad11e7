"""The file: whole or not at all, and the same whatever the machine's settings say."""

from __future__ import annotations

import errno
import os
import re
import threading
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from director_app.documents.fonts import Weight
from director_app.documents.page import A5, Page
from director_app.documents.pdf_writer import MakingStopped, Paper, harden, pdf_bytes, write_pdf
from director_app.documents.typography import Style, Typesetter
from director_app.domain.refusals import CannotUseFile
from tests.documents.reading import squeezed, whole_text


def paper(*texts: str, **changes: Any) -> Paper:
    setter, pages = Typesetter(), []
    for number, text in enumerate(texts, 1):
        page = Page(*A5)
        page.number = number
        page.text(40, 300, setter.line(text, Style(12, Weight.BOLD, tracking=-10)))
        page.text(40, 250, setter.line(text, Style(9, Weight.REGULAR, tabular=True)))
        pages.append(page)
    made = Paper(pages, "제목", "만든 이", "주제", "", "ko-KR", datetime(2025, 9, 19, 14, 2))
    return made._replace(**changes)


TEXTS = (
    "Let’s Go 산단 콘서트 AVATAR Tomorrow",
    "가족이 온(溫)다 ㈜방림 ※ ①",
    "11:11~12:12 10. 8.(수) 1,111",
    "".join(chr(0xAC00 + step * 17) for step in range(40)),
)


@pytest.mark.parametrize("text", TEXTS)
def test_text_copies_out_as_it_went_in(tmp_path: Path, text: str) -> None:
    out = tmp_path / "t.pdf"
    write_pdf(paper(text), out)
    assert whole_text(out) == f"{text} {text}"


def test_a_thousand_syllables_copy_out(tmp_path: Path) -> None:
    texts = ["".join(chr(0xAC00 + (start + step) * 11 % 11172) for step in range(25)) for start in range(0, 1000, 25)]
    out = tmp_path / "t.pdf"
    write_pdf(paper(*texts), out)
    found = squeezed(whole_text(out))
    assert all(text in found for text in texts)


def test_a_space_is_a_space_in_every_subset() -> None:
    """A subset that holds few letters must hold the space too, or a box is drawn for it."""
    data = pdf_bytes(paper(" ".join(chr(0xAC00 + step * 17) for step in range(260))))
    found = [int(last) for last in re.findall(rb"/LastChar (\d+)", data)]
    assert len(found) >= 4
    assert min(found) >= 32


def test_equal_papers_give_equal_bytes() -> None:
    assert pdf_bytes(paper(*TEXTS)) == pdf_bytes(paper(*TEXTS))


def test_settings_of_the_machine_have_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    import reportlab.rl_config

    plain = pdf_bytes(paper(*TEXTS))
    for name, value in (("useA85", 1), ("invariant", 0), ("trustedHosts", ["localhost"]), ("pageCompression", 0)):
        monkeypatch.setattr(reportlab.rl_config, name, value, raising=False)
    assert pdf_bytes(paper(*TEXTS)) == plain
    assert reportlab.rl_config.trustedHosts is None
    harden()


def test_language_and_title_are_in_the_file() -> None:
    data = pdf_bytes(paper("글"))
    assert b"ko-KR" in data
    assert b"DisplayDocTitle" in data
    assert b"Helvetica" not in data


def test_stopping_leaves_nothing(tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(MakingStopped):
        write_pdf(paper("글"), tmp_path / "t.pdf", stop=stop)
    assert not (tmp_path / "t.pdf").exists()


def test_progress_counts_to_the_end(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    write_pdf(paper(*TEXTS), tmp_path / "t.pdf", progress=lambda done, of: seen.append((done, of)))
    assert seen[0] == (0, 4)
    assert seen[-1] == (4, 4)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_failed_write_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    out = tmp_path / "t.pdf"
    out.write_bytes(b"old")

    def failing(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(CannotUseFile):
        write_pdf(paper("글"), out)
    assert out.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["t.pdf"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotUseFile) as refusal:
        write_pdf(paper("글"), tmp_path / "missing" / "t.pdf")
    assert "missing" in str(refusal.value)
