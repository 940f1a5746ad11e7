"""Builds the parts of the window once and connects them: the only place that knows them all."""

from __future__ import annotations

from pathlib import Path


def run_window(words: list[str]) -> int:
    """Open the window: with the plan named, with a copy of the sample (``--demo``), or with the start page.

    Returns the exit code. Only what the first paint needs is imported before it.
    """
    from director_app.ui.application import Mistakes, make_application, make_focus_ring, make_look, make_settings
    from director_app.ui.main_window import MainWindow
    from director_app.ui.questions import AskingUser

    application = make_application(["culture-delivery-director", *words])
    settings = make_settings()
    look = make_look(settings.present)
    mistakes = Mistakes(application)
    mistakes.install()
    window = MainWindow(look, settings, AskingUser())
    mistakes.happened.connect(window.show_mistake)
    ring = make_focus_ring(look)
    window.restore_place()
    plans = [word for word in words if not word.startswith("-")]
    if "--demo" in words:
        window.open_sample()
    elif plans:
        window.open_path(Path(plans[0]))
    window.show()
    code = application.exec()
    ring.deleteLater()
    return code
