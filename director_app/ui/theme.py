"""The look as one frozen value: colours and fonts by role, and the Qt palette made from them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from director_app import paths
from director_app.ui import tokens

ThemeChoice = Literal["system", "light", "dark"]
"""What the user may ask for."""

_FIRST_FONTS = ("Pretendard-Regular.ttf", "Pretendard-Medium.ttf", "Pretendard-SemiBold.ttf")
_OTHER_FONTS = ("Pretendard-Bold.ttf", "NotoSansKR-Regular.ttf", "NotoSansKR-Bold.ttf")


class InitiativeLook(NamedTuple):
    """Colours of one initiative. ``double_edge`` tells the second round of the eight hues from the first."""

    edge: QColor
    tint: QColor
    done_fill: QColor
    tail_fill: QColor
    tail_border: QColor
    pencilled_border: QColor
    stripe: QColor
    double_edge: bool


class Theme:
    """Colours and fonts by role for one ground (light or dark) at one text size; make one with :func:`theme_for`.

    Never changes once made; a plain class because it is part of the first paint.
    """

    __slots__ = ("_colours", "_fonts", "_initiatives", "name", "text_scale")

    def __init__(
        self,
        name: Literal["light", "dark"],
        text_scale: float,
        colours: Mapping[str, QColor],
        fonts: Mapping[tuple[str, bool], QFont],
        initiatives: tuple[InitiativeLook, ...],
    ) -> None:
        self.name: Final = name
        self.text_scale: Final = text_scale
        self._colours: Final = colours
        self._fonts: Final = fonts
        self._initiatives: Final = initiatives

    @property
    def is_dark(self) -> bool:
        """Whether the ground is dark."""
        return self.name == "dark"

    def color(self, role: str) -> QColor:
        """The colour of a role such as ``text2``, the caller's own copy; raises KeyError for a word that is no role."""
        return QColor(self._colours[role])

    def hex(self, role: str) -> str:
        """The colour of a role as ``#rrggbb``, for style sheets."""
        return self._colours[role].name()

    def font(self, token: str, *, tabular: bool = False) -> QFont:
        """A font of the type scale, the caller's own copy; ``tabular`` gives all figures one width (times, money)."""
        return QFont(self._fonts[(token, tabular)])

    def line(self, token: str) -> int:
        """Height of one line of a type token in pixels, at this text size."""
        return round(tokens.TYPE_SCALE[token].line * self.text_scale)

    def initiative(self, number: int) -> InitiativeLook:
        """Colours of the initiative with this palette number (0 is the first); beyond eight the hues repeat."""
        return self._initiatives[number % len(self._initiatives)]

    @property
    def no_initiative(self) -> InitiativeLook:
        """Colours of a delivery that belongs to no initiative yet: the neutral eighth hue."""
        return self._initiatives[7]


def mixed(share: float, colour: QColor, ground: QColor) -> QColor:
    """``share`` (0-1) of one colour over another, rounded per channel."""
    parts = ((colour.red(), ground.red()), (colour.green(), ground.green()), (colour.blue(), ground.blue()))
    return QColor(*(round(top * share + bottom * (1 - share)) for top, bottom in parts))


def theme_for(name: Literal["light", "dark"], text_scale: float = 1.0) -> Theme:
    """Build the theme for a ground; ``text_scale`` 1.0 is 100 % text size."""
    table = tokens.DARK_COLOURS if name == "dark" else tokens.LIGHT_COLOURS
    colours = {role: QColor(value) for role, value in table.items()}
    fonts = {
        (token, tabular): _font(size, text_scale, tabular)
        for token, size in tokens.TYPE_SCALE.items()
        for tabular in (False, True)
    }
    return Theme(name, text_scale, MappingProxyType(colours), MappingProxyType(fonts), _initiatives(name, colours))


def load_first_fonts() -> None:
    """Make the fonts of the first paint known to Qt; call once after the application object exists."""
    _load(_FIRST_FONTS)


def load_other_fonts() -> None:
    """Make the bold and the fallback fonts known; they are needed when user text comes on the screen."""
    _load(_OTHER_FONTS)


def _load(names: tuple[str, ...]) -> None:
    folder = paths.resources_folder() / "fonts"
    for file_name in names:
        if QFontDatabase.addApplicationFont(str(folder / file_name)) < 0:
            raise FileNotFoundError(f"font missing from the installation: {file_name}")


def palette_for(theme: Theme) -> QPalette:
    """The Qt palette of a theme, so that every standard widget and dialog follows it."""
    palette = QPalette()
    for role, name in _PALETTE_ROLES:
        palette.setColor(role, theme.color(name))
    disabled = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(disabled, role, theme.color("text3"))
    return palette


_PALETTE_ROLES = (
    (QPalette.ColorRole.Window, "canvas"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "canvas"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.PlaceholderText, "text3"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "block"),
    (QPalette.ColorRole.ToolTipBase, "raised"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.Highlight, "select"),
    (QPalette.ColorRole.HighlightedText, "text"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "hover"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "control"),
    (QPalette.ColorRole.Shadow, "control"),
)


def _font(size: tokens.TypeSize, text_scale: float, tabular: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(tokens.FAMILIES))
    font.setPixelSize(max(tokens.SMALLEST_PIXELS, round(size.size * text_scale)))
    font.setWeight(QFont.Weight(size.weight))
    if size.spacing != 100:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, size.spacing)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _initiatives(name: str, colours: Mapping[str, QColor]) -> tuple[InitiativeLook, ...]:
    edges = tokens.INITIATIVE_EDGES_DARK if name == "dark" else tokens.INITIATIVE_EDGES_LIGHT
    share = tokens.TINT_SHARE_DARK if name == "dark" else tokens.TINT_SHARE_LIGHT
    looks = []
    for position in range(2 * len(edges)):
        edge = QColor(edges[position % len(edges)])
        surface = colours["surface"]
        tint = mixed(share, edge, surface)
        looks.append(
            InitiativeLook(
                edge=edge,
                tint=tint,
                done_fill=mixed(0.5, tint, surface),
                tail_fill=mixed(0.75, tint, surface),
                tail_border=mixed(0.35, edge, surface),
                pencilled_border=mixed(0.5, edge, surface),
                stripe=mixed(0.62, tint, surface),
                double_edge=position >= len(edges),
            )
        )
    return tuple(looks)
