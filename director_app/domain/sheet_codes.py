"""The code on a sheet: short enough to be read out on the telephone, it says which edition of which plan it is.

Four letters and figures and the number of the edition: "7QXK-2". The four are made from the season's id and the number,
so a code of another plan or one that was misread is known as such. No letter is used that looks like a figure.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

from director_app.domain.ids import SeasonId

_SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH: Final = 4
_CODE: Final = re.compile(r"([0-9A-Z]{4})\s*[-–—]?\s*([0-9]{1,6})")
#: What is typed for the signs that look like it.
_ALIKE: Final = str.maketrans("OIL", "011")


def sheet_code(season: SeasonId, edition: int) -> str:
    """The code of an edition."""
    digest = int.from_bytes(hashlib.sha256(f"{season}:{edition}".encode()).digest()[:8], "big")
    letters = "".join(_SIGNS[(digest >> (5 * place)) & 31] for place in range(_LENGTH))
    return f"{letters}-{edition}"


def edition_on_sheet(season: SeasonId, typed: str) -> int | None:
    """The edition of this season that a typed code names; None for anything else."""
    found = _CODE.fullmatch(typed.strip().upper().translate(_ALIKE))
    if found is None:
        return None
    number = int(found.group(2))
    return number if sheet_code(season, number) == f"{found.group(1)}-{number}" else None
