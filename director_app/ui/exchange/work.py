"""What exchange does beside the window: bundles are written, read and compared, calendars are read."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from director_app.calendars.caldav_client import Login
from director_app.calendars.options import CalendarOptions
from director_app.domain.ids import DeliveryId
from director_app.domain.ledger import LedgerEntry
from director_app.domain.merging import Merge, Place
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.operations.bundles import Bundle, read_bundle
from director_app.operations.calendar_servers import Answer, Looked, Sent, look, send
from director_app.operations.handing_over import Order, Packed, merge_with, pack
from director_app.operations.kept_contents import KeptContents
from director_app.ui.background import tell
from director_app.wording import Wording


class Found(NamedTuple):
    """A bundle and what it does to the plan as it stood; no merge when it comes from another plan."""

    bundle: Bundle
    plan: Plan
    merge: Merge | None
    refusal: RefusedInput | None = None


def pack_beside(
    plan: Plan, order: Order, ledger: dict[DeliveryId, LedgerEntry], contents: KeptContents, stop: threading.Event
) -> Packed:
    """Write a bundle."""
    del stop  # a file is there whole or not at all
    with contents:
        return pack(plan, order, ledger, contents)


def read_beside(path: Path, passphrase: str, stop: threading.Event) -> Bundle:
    """Read a bundle."""
    del stop
    return read_bundle(path, passphrase)


def find_beside(path: Path, passphrase: str, plan: Plan, contents: KeptContents, stop: threading.Event) -> Found:
    """Read a bundle and hold it against the plan."""
    return merge_beside(read_bundle(path, passphrase), plan, contents, (), stop)


def merge_beside(
    bundle: Bundle, plan: Plan, contents: KeptContents, from_there: Collection[Place], stop: threading.Event
) -> Found:
    """Hold a bundle against the plan, the other desk being right where she said so."""
    del stop
    with contents:
        try:
            return Found(bundle, plan, merge_with(plan, contents, bundle, from_there))
        except RefusedInput as refusal:
            return Found(bundle, plan, None, refusal)


def look_beside(
    plan: Plan,
    ledger: Mapping[DeliveryId, LedgerEntry],
    login: Login,
    language: str,
    options: CalendarOptions,
    now: datetime.datetime,
    stop: threading.Event,
) -> Looked:
    """Ask a calendar server what it has."""
    del stop  # one answer after another, each bounded
    return look(plan, ledger, login, Wording(language), options, now)


def send_beside(looked: Looked, answer: Answer, stop: threading.Event) -> Sent:
    """Bring a calendar on a server to where the plan is."""
    return send(looked, answer, partial(tell, stop), stop)
