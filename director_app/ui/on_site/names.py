"""What the rest of the window calls the on-site view by; light, so that the schedule can know it before it is built."""

from __future__ import annotations

from typing import Final

ON_SITE: Final = "on-site"
"""The switch of the day view; not a view of its own."""
TO_TELL: Final = "to-tell"
"""The same with the people to tell beside it."""
ON_SITE_KEY: Final = "O"
