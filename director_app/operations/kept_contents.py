"""Photos, logos and editions of the open plan for a worker: read beside the window, when they are asked for."""

from __future__ import annotations

from director_app.operations.open_plan import OpenPlan
from director_app.store.kept_contents import KeptContents

__all__ = ["KeptContents", "contents_beside"]


def contents_beside(open_plan: OpenPlan) -> KeptContents:
    """Answers bytes by their digest on another thread; to be used in a `with` there.

    Nothing is read before the first question, so that it costs the window nothing.
    """
    return KeptContents(open_plan.path)
