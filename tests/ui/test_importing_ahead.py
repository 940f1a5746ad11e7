"""What the other workspaces need is imported in short pieces while nobody waits for it."""

import importlib

from director_app.ui.frame.plan_frame import PAGES
from director_app.ui.importing_ahead import _MODULES


def test_every_workspace_is_imported_ahead() -> None:
    for name in _MODULES:
        importlib.import_module(name)
    assert {module for module, _name in PAGES.values()} - set(_MODULES) == {"director_app.ui.pages.schedule_page"}
