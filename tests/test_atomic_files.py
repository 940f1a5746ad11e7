"""Files are the old one or the new one, whole; names are such that every system takes them."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app.atomic_files import LONGEST_NAME, clean_file_name, replacing, write_atomically
from director_app.domain.refusals import CannotUseFile


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file that is there already."""
    file = tmp_path / "계획.ics"
    file.write_bytes(b"old")
    return file


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(old: Path) -> None:
    write_atomically(old, b"new")
    assert old.read_bytes() == b"new"
    assert list(old.parent.iterdir()) == [old]


def test_a_new_file_is_made(tmp_path: Path) -> None:
    write_atomically(tmp_path / "새 파일.csv", b"new")
    assert (tmp_path / "새 파일.csv").read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for path in (pipe, link):
        with pytest.raises(CannotUseFile, match="device or a pipe"):
            write_atomically(path, b"new")
    assert pipe.is_fifo()
    assert sorted(tmp_path.iterdir()) == [link, pipe]


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize(("number", "said"), [(28, "no room"), (13, "open in another program"), (5, "could not be")])
def test_the_old_file_stays_when_the_disk_refuses(
    old: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, said: str
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(os if call == "fsync" else Path, call, refuse)
    with pytest.raises(CannotUseFile, match=said):
        write_atomically(old, b"new")
    assert old.read_bytes() == b"old"
    assert list(old.parent.iterdir()) == [old]


def test_the_old_file_stays_when_the_writer_gives_up(old: Path) -> None:
    def give_up() -> None:
        with replacing(old) as neighbour:
            neighbour.write_bytes(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        give_up()
    assert old.read_bytes() == b"old"
    assert list(old.parent.iterdir()) == [old]


def test_a_protected_file_is_refused(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(CannotUseFile, match="protected"):
        write_atomically(old, b"new")


def test_no_folder_a_folder_and_an_impossible_name_are_refused_in_words(tmp_path: Path) -> None:
    for path, said in (
        (tmp_path / "none" / "a.ics", "no folder"),
        (tmp_path, "is a folder"),
        (tmp_path / ("가" * 200), "too long"),
        (tmp_path / "a\0b", "could not be written"),
    ):
        with pytest.raises(CannotUseFile, match=said):
            write_atomically(path, b"new")


def test_a_link_stays_a_link_and_rights_stay_rights(old: Path) -> None:
    old.chmod(0o640)
    link = old.with_name("link.ics")
    link.symlink_to(old)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert (old.read_bytes(), old.stat().st_mode & 0o777) == (b"new", 0o640)


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("2025 구미/문화배달: 가을?", "2025 구미 문화배달 가을"),
        ("../../etc/passwd", "etc passwd"),
        ("CON", "_CON"),
        ("com1.txt", "_com1.txt"),
        ("끝.", "끝"),
        ("\u202egnp.exe", "gnp.exe"),
        (unicodedata.normalize("NFD", "봄밤"), "봄밤"),
        ("  ", "export"),
        ("..", "export"),
    ],
)
def test_file_names(name: str, clean: str) -> None:
    assert clean_file_name(name, ".pdf") == f"{clean}.pdf"


@given(st.text(max_size=300))
def test_any_text_becomes_a_name_that_can_be_written(name: str) -> None:
    clean = clean_file_name(name, ".ics")
    assert clean.endswith(".ics")
    assert len(clean.encode()) <= LONGEST_NAME
    assert not set(clean) & set('<>:"/\\|?*\0\n')
    assert clean_file_name(clean.removesuffix(".ics"), ".ics") == clean


def test_nothing_but_a_plan_takes_the_name_of_one(tmp_path: Path) -> None:
    other = tmp_path / "다른 시즌.cdplan"
    other.write_bytes(b"a season")
    for path in (other, tmp_path / "new.CDPLAN"):
        with pytest.raises(CannotUseFile):
            write_atomically(path, b"a bundle")
    assert (other.read_bytes(), len(list(tmp_path.iterdir()))) == (b"a season", 1)
