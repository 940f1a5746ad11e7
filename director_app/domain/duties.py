"""What somebody has taken on until a day: with a stay in an open workshop, with a grant, with a designation."""

from __future__ import annotations

import datetime
from typing import NamedTuple


class Duty(NamedTuple):
    """One thing to be done, and the last day for it when there is one."""

    text: str
    due: datetime.date | None = None
    is_done: bool = False
