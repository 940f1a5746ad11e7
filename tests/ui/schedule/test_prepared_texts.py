"""Titles broken into lines lose nothing, whatever characters they carry."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from director_app.ui.schedule.prepared_texts import Texts
from director_app.ui.theme import theme_for


@pytest.fixture(scope="module")
def texts(qapp: object) -> Texts:
    return Texts(theme_for("light"))


_TITLES = st.text(st.sampled_from("가나다 라마바사온(溫)🎻🎭ab Art-"), max_size=60)


@given(_TITLES, st.integers(20, 300), st.integers(1, 3))
def test_lines_of_a_title_are_the_title(texts: Texts, title: str, room: int, most: int) -> None:
    lines = texts.lines(title, "small", room, most)
    assert len(lines) <= most
    assert "".join("".join(lines).split()) == "".join(title.split())


def test_a_title_breaks_between_words_where_it_can(texts: Texts) -> None:
    room = texts.width("Coffee-truck", "small") + 2
    assert texts.lines("Coffee-truck concert", "small", room, 2) == ("Coffee-truck", "concert")


def test_dots_alone_are_not_drawn(texts: Texts) -> None:
    picture = QImage(80, 30, QImage.Format.Format_ARGB32)
    painter = QPainter(picture)
    dots = texts.width("…", "small")
    try:
        assert texts.draw(painter, "small", QColor("black"), 0, 0, max(15, dots + 2), "온온온온온온온온") == 0
        assert texts.draw(painter, "small", QColor("black"), 0, 0, 60, "온온온온온온온온") > dots
    finally:
        painter.end()
