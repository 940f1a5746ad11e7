"""Inks: the complex's colour as it looks, readable text on it and in it."""

from __future__ import annotations

import pytest

from director_app.documents.colours import BLACK, DEFAULT_ACCENT, WHITE, contrast, ink_of, palette


@pytest.mark.parametrize("colour", ["#117C5E", "#F35B22", "#1F5FAE", "#8E7F90", "#24915A"])
def test_a_colour_looks_on_paper_as_on_the_screen(colour: str) -> None:
    wanted = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    assert ink_of(colour).rgb() == pytest.approx(wanted, abs=0.05)


@pytest.mark.parametrize("colour", ["#117C5E", "#F35B22", "#FFFF00", "#777777", "#000000", "#FFFFFF", "#D126B8"])
def test_text_reads_on_the_accent_and_in_it(colour: str) -> None:
    found = palette(colour)
    assert contrast(found.accent.rgb(), found.on_accent.rgb()) >= 4.5
    assert contrast(found.accent_text.rgb(), WHITE.rgb()) >= 4.5


def test_bright_colours_carry_black_and_dark_ones_white() -> None:
    assert palette("#F35B22").on_accent == BLACK
    assert palette("#117C5E").on_accent == WHITE


@pytest.mark.parametrize("colour", ["", "green", "#12345", "url(x)"])
def test_anything_else_is_the_usual_green(colour: str) -> None:
    assert ink_of(colour) == DEFAULT_ACCENT


def test_no_mixture_is_too_wet() -> None:
    assert sum(ink_of("#000000")) <= 3.01
