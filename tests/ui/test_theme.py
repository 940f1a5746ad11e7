"""Colours by role keep their contrast; nothing outside the tokens names a colour."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication

from director_app.documents import colours
from director_app.ui import icons as icons_module
from director_app.ui import tokens
from director_app.ui.look import Look
from director_app.ui.style_sheet import style_sheet
from director_app.ui.theme import Theme, palette_for, theme_for

GROUNDS = ("canvas", "surface", "raised", "sunken", "hover", "select")
READ = ("text", "text2", "text3", "accent", "block", "warn", "note", "ok", "culture", "sunset", "now")
UI = Path(icons_module.__file__).parent


def contrast(one: QColor, other: QColor) -> float:
    return colours.contrast(*((each.redF(), each.greenF(), each.blueF()) for each in (one, other)))


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Theme:
    return theme_for(request.param)


@pytest.mark.parametrize("role", READ)
def test_text_can_be_read_on_every_ground(theme: Theme, role: str) -> None:
    worst = min(contrast(theme.color(role), theme.color(ground)) for ground in GROUNDS)
    assert worst >= 4.5


@pytest.mark.parametrize(
    ("role", "ground"),
    [
        ("on-accent", "accent"),
        ("text3", "break"),
        ("block", "blockbg"),
        ("warn", "warnbg"),
        ("text", "strip"),
        ("on-cov1", "cov1"),
        ("on-cov2", "cov2"),
        ("on-cov3", "cov3"),
    ],
)
def test_text_can_be_read_on_its_own_ground(theme: Theme, role: str, ground: str) -> None:
    assert contrast(theme.color(role), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("role", ["control", "focus", "pat"])
def test_graphics_stand_out_from_the_paper(theme: Theme, role: str) -> None:
    assert contrast(theme.color(role), theme.color("surface")) >= 3


@pytest.mark.parametrize("number", range(8))
def test_initiatives_carry_text_and_show_their_edge(theme: Theme, number: int) -> None:
    look = theme.initiative(number)
    for role in ("text", "text2"):
        assert contrast(theme.color(role), look.tint) >= 4.5
    assert contrast(look.edge, look.tint) >= 3


def test_a_ninth_initiative_has_a_double_edge(theme: Theme) -> None:
    assert theme.initiative(8).edge == theme.initiative(0).edge
    assert theme.initiative(8).double_edge
    assert not theme.initiative(0).double_edge


def test_both_themes_know_the_same_roles() -> None:
    assert set(tokens.LIGHT_COLOURS) == set(tokens.DARK_COLOURS)


def test_the_style_sheet_leaves_no_role_open(theme: Theme) -> None:
    assert "@" not in style_sheet(theme)


def test_no_colour_is_named_outside_the_tokens() -> None:
    named = re.compile(r"""["'#]#?[0-9a-fA-F]{6}["']|QColor\(\s*\d|GlobalColor\.(?!transparent|black)""")
    guilty = []
    for file in sorted(UI.rglob("*.py")):
        if file.name == "tokens.py":
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if named.search(line) and "QColor(0, 0, 0, 0)" not in line:
                guilty.append(f"{file.relative_to(UI)}:{number}: {line.strip()}")
    assert not guilty


def test_the_palette_follows_the_theme(theme: Theme) -> None:
    palette = palette_for(theme)
    assert palette.window().color() == theme.color("canvas")
    assert palette.text().color() == theme.color("text")


@pytest.mark.parametrize("token", tokens.TYPE_SCALE)
def test_letters_are_ours_and_never_too_small(theme: Theme, token: str) -> None:
    assert QFontInfo(theme.font(token)).family() == "Pretendard"
    assert theme_for("light", 0.85).font(token).pixelSize() >= tokens.SMALLEST_PIXELS


def test_what_a_painter_does_to_a_font_or_colour_stays_with_it(theme: Theme) -> None:
    theme.font("strong").setStrikeOut(True)
    theme.color("text").setAlpha(0)
    assert not theme.font("strong").strikeOut()
    assert theme.color("text").alpha() == 255


def test_figures_have_one_width(theme: Theme) -> None:
    from PySide6.QtGui import QFontMetrics

    metrics = QFontMetrics(theme.font("body", tabular=True))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_switching_the_theme_changes_application_and_icons(look: Look, qapp: QApplication) -> None:
    before = look.icons
    heard: list[Theme] = []
    look.theme_changed.connect(heard.append)
    look.choose_theme("dark")
    assert heard == [look.theme]
    assert look.icons is not before
    assert qapp.palette().window().color() == QColor(tokens.DARK_COLOURS["canvas"])
    look.choose_theme("light")


def test_icons_are_drawn_in_the_colour_of_their_role(look: Look) -> None:
    picture = look.icons.pixmap("check", "ok", 24, 2.0)
    assert picture.width() == 48
    assert picture.devicePixelRatio() == 2.0
    image = picture.toImage()
    seen = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert seen == {look.theme.hex("ok")}


def test_every_delivered_drawing_can_be_drawn(look: Look) -> None:
    folder = UI.parent.parent / "resources" / "icons"
    for drawing in sorted(folder.glob("*.svg")):
        assert not look.icons.pixmap(drawing.stem).isNull()
    assert (folder / "LICENSE-lucide.txt").exists()
