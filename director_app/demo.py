"""What the program makes of its sample season, without a display: `python -m director_app.demo FOLDER`.

With `--pictures` only the pictures of the README are written.
"""

from __future__ import annotations

import datetime
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

from director_app.calendars.options import CalendarOptions
from director_app.documents.options import DocumentOptions
from director_app.operations import publishing, whole_plans
from director_app.operations.open_plan import OpenPlan
from director_app.planner.scope import Scope
from director_app.wording import Wording

#: The README shows these: its name for a picture, and the workspace and theme it is of.
_README: Final = {"schedule.png": ("schedule", "light"), "schedule-dark.png": ("schedule", "dark")}

#: A full spread page of October, counted from 0.
_BOOKLET_PAGE: Final = 13


def main(words: list[str]) -> int:
    """Write the demo, or with `--pictures` the README's pictures. Returns the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folders = [word for word in words if not word.startswith("-")]
    folder = Path(folders[0] if folders else "build/demo")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="director-demo-") as name:
        plan_path = Path(name) / "sample.cdplan"
        open_plan = whole_plans.start_sample(plan_path)
        if "--pictures" in words:
            _readme_pictures(open_plan, plan_path, folder)
        else:
            _demo(open_plan, plan_path, folder)
    return 0


def _demo(open_plan: OpenPlan, plan_path: Path, folder: Path) -> None:
    wording = Wording("ko")
    made_at = datetime.datetime.now().replace(microsecond=0)  # noqa: DTZ005 - the wall clock of the desk
    _say(publishing.export_pdf(open_plan, "booklet", folder / "booklet.pdf", wording, DocumentOptions(made_at)).path)
    programme = max(open_plan.plan.programmes, key=lambda one: len(open_plan.plan.users("programmes", one)))
    flyer = DocumentOptions(made_at, scope=Scope(programme=programme), size="A4")
    _say(publishing.export_pdf(open_plan, "flyer", folder / "flyer.pdf", wording, flyer).path)
    now = datetime.datetime.now(datetime.UTC)
    _say(publishing.export_ics(open_plan, folder / "season.ics", wording, CalendarOptions(), now).path)
    open_plan.close()
    from director_app.ui.pictures import Wanted, write_pictures
    from director_app.ui.pictures.scenes import WORKSPACES

    for picture in write_pictures(folder, Wanted(WORKSPACES, seasons=("none", "sample"))):
        _say(picture)


def _readme_pictures(open_plan: OpenPlan, plan_path: Path, folder: Path) -> None:
    made_at = datetime.datetime(2025, 10, 14, 14, 2)  # noqa: DTZ001 - printed, the same in every run
    booklet = plan_path.with_name("booklet.pdf")
    publishing.export_pdf(open_plan, "booklet", booklet, Wording("ko"), DocumentOptions(made_at))
    open_plan.close()
    from PIL import Image

    from director_app.documents.page_images import page_image
    from director_app.ui.pictures import Wanted, write_pictures

    width, height, pixels = page_image(booklet, _BOOKLET_PAGE, 1.5)
    Image.frombytes("RGBA", (width, height), pixels, "raw", "BGRA").convert("RGB").save(folder / "booklet.png")
    _say(folder / "booklet.png")
    for name, (page, theme) in _README.items():
        with tempfile.TemporaryDirectory() as scratch:
            made = write_pictures(Path(scratch), Wanted((page,), ("ko",), (theme,), seasons=("sample",)))
            shutil.copy(next(made), folder / name)
            made.close()
        _say(folder / name)


def _say(path: Path) -> None:
    print(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
