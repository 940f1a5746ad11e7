"""What the workspaces are called."""

from __future__ import annotations

from director_app.wording import Wording


def workspace_name(wording: Wording, key: str) -> str:
    """What a workspace is called on the rail and in its toolbar."""
    return {
        "overview": wording.context("workspace", "Overview"),
        "schedule": wording.context("workspace", "Schedule"),
        "programmes": wording.context("workspace", "Programmes"),
        "artists": wording.context("workspace", "Artists"),
        "venues": wording.context("workspace", "Venues"),
        "publish": wording.context("workspace", "Publish"),
    }[key]
