"""On which page the records of each kind are written."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

PAGE_OF_KIND: Final = MappingProxyType(
    {
        "deliveries": "schedule",
        "programmes": "programmes",
        "artists": "artists",
        "venues": "venues",
        "organisations": "venues",
        "applications": "venues",
        "works": "money",
        "grants": "money",
        "budget_lines": "money",
        "council_members": "council",
        "meetings": "council",
        "decisions": "council",
        "routes": "tours",
        "stops": "tours",
        "posts": "event-days",
        "booths": "event-days",
        "guests": "event-days",
        "calls": "spaces",
        "stays": "spaces",
        "supports": "spaces",
    }
)
