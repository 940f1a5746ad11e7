"""The measured values of the look: colours by role, type scale, spacing and sizes. Nothing here knows a widget.

Every colour of the program stands in this module, once per theme; all other modules name a role.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, NamedTuple

LIGHT_COLOURS: Final = MappingProxyType(
    {
        "canvas": "#F4F5F3",
        "surface": "#FFFFFF",
        "raised": "#FFFFFF",
        "sunken": "#ECEEEB",
        "hover": "#E6E9E5",
        "select": "#DCE8F8",
        "text": "#1B1F1D",
        "text2": "#4A524E",
        "text3": "#5B635F",
        "accent": "#1F5FAE",
        "on-accent": "#FFFFFF",
        "control": "#757D78",
        "focus": "#1F5FAE",
        "line": "#D5D9D5",
        "block": "#B3261E",
        "warn": "#8A5200",
        "note": "#2B5D86",
        "ok": "#1E6B45",
        "culture": "#6A4FB3",
        "sunset": "#9A4A12",
        "now": "#C22A1F",
        "strip": "#FFF4DC",
        "grid": "#E8EBE8",
        "hatch": "#C9CEC9",
        "pat": "#8C948F",
        "break": "#EDF3FA",
        "chip": "#BCC3BE",
        "blockbg": "#FBEEEC",
        "warnbg": "#FBF3E4",
        "cov1": "#C9DBF1",
        "cov2": "#7FA9DA",
        "cov3": "#1F5FAE",
        "on-cov1": "#1B1F1D",
        "on-cov2": "#10233B",
        "on-cov3": "#FFFFFF",
        "paper": "#FFFFFF",
        "shadow": "#2E000000",
    }
)
"""Colours by role on a light ground; ``shadow`` is black with the share of its elevation in front."""

DARK_COLOURS: Final = MappingProxyType(
    {
        "canvas": "#151817",
        "surface": "#1C201E",
        "raised": "#262B29",
        "sunken": "#111413",
        "hover": "#2A302D",
        "select": "#1E3A5C",
        "text": "#ECEFED",
        "text2": "#B9C1BD",
        "text3": "#A5AEA9",
        "accent": "#7FB2F0",
        "on-accent": "#0F1B2A",
        "control": "#87918C",
        "focus": "#8CBBF5",
        "line": "#353C39",
        "block": "#FF9A90",
        "warn": "#EDB45C",
        "note": "#93C3EA",
        "ok": "#82CFA4",
        "culture": "#B3A0F0",
        "sunset": "#F0A062",
        "now": "#FF8479",
        "strip": "#3A2F17",
        "grid": "#282E2B",
        "hatch": "#3D4541",
        "pat": "#747E79",
        "break": "#1F2935",
        "chip": "#59625D",
        "blockbg": "#3A2220",
        "warnbg": "#352B18",
        "cov1": "#24405F",
        "cov2": "#3F6FA8",
        "cov3": "#7FB2F0",
        "on-cov1": "#ECEFED",
        "on-cov2": "#FFFFFF",
        "on-cov3": "#0F1B2A",
        "paper": "#FFFFFF",
        "shadow": "#80000000",
    }
)
"""The same roles on a dark ground; ``paper`` stays white because a printed page does."""

INITIATIVE_EDGES_LIGHT: Final = (
    "#2C5FE6",
    "#5A220C",
    "#24915A",
    "#D126B8",
    "#AE7B10",
    "#06444C",
    "#371663",
    "#8E7F90",
)
INITIATIVE_EDGES_DARK: Final = (
    "#90ACEF",
    "#F05A17",
    "#33BC52",
    "#D8509F",
    "#EFCE35",
    "#55EEF2",
    "#A968F2",
    "#B9C1AC",
)
"""Edge colours of the eight initiatives; chosen so that any two stay apart for every kind of colour vision."""

TINT_SHARE_LIGHT: Final = 0.16
TINT_SHARE_DARK: Final = 0.22
"""How much of the edge colour goes into an initiative's tint over ``surface``."""

FAMILIES: Final = ("Pretendard", "Noto Sans KR")
"""Font families in order of preference; both are delivered with the program."""


class TypeSize(NamedTuple):
    """One step of the type scale: pixels of the letters, pixels of the line, weight (100-900), spacing in percent."""

    size: int
    line: int
    weight: int
    spacing: int = 100


TYPE_SCALE: Final = MappingProxyType(
    {
        "figure": TypeSize(24, 32, 600, 99),
        "title": TypeSize(18, 26, 600, 99),
        "heading": TypeSize(15, 22, 600),
        "body": TypeSize(13, 20, 400),
        "strong": TypeSize(13, 20, 600),
        "small": TypeSize(12, 18, 400),
        "small-strong": TypeSize(12, 18, 600),
        "micro": TypeSize(11, 16, 500),
        "micro-strong": TypeSize(11, 16, 600),
    }
)
"""The type scale; ``micro`` is the smallest anywhere."""

SMALLEST_PIXELS: Final = 10
"""No letter is drawn smaller, whatever text size the user chose."""

SPACE: Final = (2, 4, 8, 12, 16, 24, 32, 48)
"""The steps of spacing in pixels."""

RADIUS_ITEM: Final = 3
RADIUS_CONTROL: Final = 6
RADIUS_PANEL: Final = 10

ROW_DENSE: Final = 24
ROW_MONTH: Final = 20
ROW_LIST: Final = 28
ROW_FORM: Final = 32
ROW_TWO_LINES: Final = 48

CONTROL_HEIGHT: Final = 30
CONTROL_SMALL: Final = 24
RAIL_WIDTH_KOREAN: Final = 56
RAIL_WIDTH_ENGLISH: Final = 76
RAIL_ENTRY: Final = 56
TOOLBAR_HEIGHT: Final = 44
CHECK_BAR_HEIGHT: Final = 28
PROBLEM_LIST_HEIGHT: Final = 200
INSPECTOR_WIDTH: Final = 300
TRAY_WIDTH: Final = 208
TRAY_TAB_WIDTH: Final = 28
STRIP_HEIGHT: Final = 36
INSPECTOR_DOCKS_FROM: Final = 1360
"""Window width from which the inspector stands beside the content instead of sliding over it."""

MOTION_MS: Final = 120
INFORMATION_MS: Final = 8000
"""How long a message stays that only informs."""
